"""What stands in front of a title on its own line and is no part of it: a path of sections, a menu. Pure."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from digest.cleaning.rules.branches import menu_words
from digest.language.lazy import regex
from digest.language.script import simplify

_PATH = regex(
    r"^(?:[^>›»＞«‹。！？!?]{1,16}\s*[>›»＞](?![>›»＞])\s*){1,6}|^(?:[^/]{0,8}(?:首[页頁]|home)\s*/\s*)(?:[^/]{1,10}\s*/\s*){0,4}",
    re.I,
)
_CALLED = regex(
    r"^(?:[Ss]ubject|主[题題]|主旨)\s*[:：]\s*(?:(?:[Ff][Ww][Dd]?|[Rr][Ee]|[转轉][发發]|回[复覆]|答[复覆])\s*[:：]\s*)*|^@?(?:\d\.\s?)?(?:完整)?(?:新[闻聞])?(?:原?[标標]\s*[题題]|[题題]目|正文|title(?=[:：]))\s*(?:[:：]{1,2}|\s|(?=[\[【]|Re:))\s*"
    r"|^(?:即[时時]|[热熱][点點]|快[讯訊]|要[闻聞]|[头頭][条條]|推[荐薦]|最新|[独獨]家)\s*(?:[|｜丨:：]|\s)\s*"
)
"""What a site writes in front of a title that is no part of it."""
_MENU = regex(r"^(?:[\u4e00-\u9fff]{0,6}首[页頁]|主[页頁]|home)(?:[\s|｜·]+|(?=[\u4e00-\u9fff]))")
SHORT_WORDS = regex(r"^(?:[^\s，。：:！？!?“《「『|｜]{2,5}[\s|｜]+){2,}(?=[^\s]{8})")
"""A site's words, apart by blanks, in front of something much longer."""
LAST_SECTION = regex(r"^[\u4e00-\u9fff]{2,5}\s+(?=\S{8})")
"""The section with which a path ends, in front of the title: 首页 > 渔业 title."""
BUTTONS = regex(
    r"(?:[\s|｜]*(?:分享(?:到|至)?|收藏|[评評][论論]|[举舉][报報]|打印|列印|\[?复制链接\]?|[点點][赞讚]|[转轉][发發])"
    r"\s*[:：]?)+$"
)


@cache
def sections() -> re.Pattern[str]:
    """The words of menus, as the rules know them."""
    words = sorted(menu_words(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(words)})(?:[\s|｜·/、>_-]+|(?=[\u4e00-\u9fff]))")


def is_called(text: str) -> bool:
    """Whether "title" stands in front of it."""
    return _CALLED.match(text) is not None


@lru_cache(maxsize=128)
def without_path(text: str) -> str:
    """*text* behind the path of sections, the menu or the word "title" that stands in front of it.

    Of a line that may be a title it is asked more than once.
    """
    path = _PATH.match(text) or _CALLED.match(text)
    if path and len(text) - path.end() >= FEWEST:
        return without_path(text[path.end() :])
    return text[_menu_end(text) :]


FEWEST = 6
"""Characters that a title has at least."""


def _menu_end(text: str) -> int:
    """Behind two or more words of a menu, apart by blanks; glued only behind the home page."""
    folded = simplify(text).lower()
    home = _MENU.match(folded)
    at, words = (home.end(), 1) if home else (0, 0)
    while found := sections().match(folded, at):
        apart = not found[0][-1:].isalnum() or found.end() == len(folded)
        if not (home or (apart and not found[0][0].isascii())):
            break
        at, words = found.end(), words + 1
    return at if words >= 2 and len(text) - at >= FEWEST else 0


_ENGLISH_HOME, _SIGN, _OF_SECTIONS = regex(r"home\s*[>›»/]"), regex(r"[>›»/]"), 2
"""Parts behind the home page, and words of one."""


def is_path_of_sections(fold: str) -> bool:
    """Home / Business News / Energy: an English path whose last part is a section too, and no title."""
    parts = _SIGN.split(fold) if fold.isascii() and _ENGLISH_HOME.match(fold) else []
    return len(parts) > _OF_SECTIONS and all(len(part.split()) <= _OF_SECTIONS for part in parts)
