"""What readers wrote below an article, or others answered: a thread of posts to the end of the page. Pure.

Where no heading says so, the shape does: between the posts stand buttons to reply,
to report and to vote, who wrote it and when, again and again. A chronicle has
days between its paragraphs too, but nobody can reply to one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from digest.cleaning.lines.around import alternatives, any_of
from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.patterns import Opening, opening
from digest.cleaning.rules.verdicts import Page
from digest.language.lazy import regex

_BEFORE_DAY = r"(?:.{1,24}?[\s,·•|@])?(?:on |at |posted |edited |发布于|发表于|编辑于|回复于)?\s*"
_BEHIND_DAY = (
    r"(?:[,\s]+(?:at )?\d{1,2}:\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?)?"
    r"(?:\s*[|·•,].{0,30}|\s?来自.{0,8}|[\u4e00-\u9fff]{2,3}|\s(?:edited|parent|评论者|网友).{0,16})?"
)
"""The hour, and where it was posted."""
_BEFORE_POSTS, _BEHIND_POSTS = r"[\s\W]*(?:\d+\s*[条则]?\s*)?", r"(?![a-z]).{0,24}"
_OF_DAY = regex(r"\d|ago|刚刚|昨天|前天")
"""Of which every day has one."""
_LONGEST_SIGN = 48
_FEWEST_SIGNS, _FEWEST_BUTTONS = 4, 2
_LONGEST_POST, _LONGEST_GAP = 6, 14
"""Sentences or paragraphs, and lines, between two signs of one thread."""
_OF_POSTED = 2
"""How many times as long a post may be below a line that says who posted it: that is more than a day."""
_FEWEST_ABOVE = 100
"""Size of the article's own text above the thread."""
_TO_HEADING = 8


def posts(page: Page) -> None:
    """Removes from *page* the posts below its text, with all that follows."""
    rows = page.rows
    for at, row in enumerate(rows):
        may = row.han and ("回复" in row.fold or "举报" in row.fold or "踩" in row.fold)
        if may and page.open(at) and len(_BUTTONS_GLUED.findall(row.fold)) >= _FEWEST_GLUED:
            page.remove(at, "comments", "buttons between remarks")
    _answered(page)
    if sum(len(row.fold) <= _LONGEST_SIGN for row in rows) < _FEWEST_SIGNS:
        return  # most articles
    signs = [at for at, row in enumerate(rows) if is_sign(row)]
    if len(signs) < _FEWEST_SIGNS:
        return
    opened = set(page.texts())
    texts = [at in opened for at in range(len(rows))]
    told = _told(rows, texts)
    signs = [at for at in signs if at > told]
    thread = signs[-1:]
    for at in reversed(signs[:-1]):
        times = _OF_POSTED if _is_posted(rows[at].fold) else 1
        if sum(texts[at : thread[0]]) > _LONGEST_POST * times or thread[0] - at > _LONGEST_GAP * times:
            break
        thread.insert(0, at)
    buttons = sum(not _is_day(rows[at].fold) or _is_posted(rows[at].fold) for at in thread)
    if len(thread) < _FEWEST_SIGNS or buttons < _FEWEST_BUTTONS:
        return
    longest = _LONGEST_POST * (_OF_POSTED if _is_posted(rows[thread[-1]].fold) else 1)
    if not any(texts[thread[0] :]) or sum(texts[thread[-1] :]) > longest:
        return
    first = _first(page, thread[0], told, texts)
    posted = next(at for at in range(thread[0], len(rows)) if texts[at])
    for at in range(first, len(rows)):
        # Above the first post a day is still the article's.
        if (
            page.open(at)
            or page.verdicts[at].fate == "heading"
            or (at > posted and page.verdicts[at].fate == "byline")
        ):
            page.remove(at, "comments", "thread")


_FEWEST_GLUED = 2
_BUTTONS_GLUED = regex(
    r"举报[\s|]*(?:赞|顶|分享|查看对话)|赞\s?[\d,]*[\s|]*回复|回复[\s|⋅·]*(?:踩|赞|\d+\s*条回复|收藏)|顶\d*[\s|｜]+[+\d]*踩"
    r"|踩\s?\d*[\s|]*[赞顶]\s?\d*"
)
"""Two buttons of a remark side by side: no sentence has them so."""


_ANSWERED = regex(
    r"loading(?:\.{3}|…)\s*reply\b|^reply\s|\breply\s+(?:share|report|like|delete|flag)\b|\b(?:like|share|report)\s+reply\b"
)
_COUNTED = regex(r"\d+\s(?:comments?|responses|replies|thoughts on)\b")
_FEWEST_ANSWERED = 3


def _answered(page: Page) -> None:
    """Removes English remarks that have their buttons in one line with them, where several do."""
    rows = page.rows
    found = [
        at
        for at, row in enumerate(rows)
        if not row.han and "reply" in row.fold and _ANSWERED.search(row.fold.strip())
    ]
    if len(found) < _FEWEST_ANSWERED:
        return
    first = found[0]
    if first and _COUNTED.match(rows[first - 1].fold.strip()):
        first -= 1
    for at in range(first, found[-1] + 1):
        if page.open(at) or page.verdicts[at].fate == "heading":
            page.remove(at, "comments", "buttons between remarks")


def _told(rows: Sequence[Row], texts: Sequence[bool]) -> int:
    """The row up to which so much text stands that a thread may follow; the number of rows without it."""
    size = 0
    for at, (row, text) in enumerate(zip(rows, texts, strict=True)):
        size += row.size * text
        if size >= _FEWEST_ABOVE:
            return at
    return len(rows)


def is_sign(row: Row) -> bool:
    """Whether a line is a button, a name or a day of those that stand beside a post."""
    if len(row.fold) > _LONGEST_SIGN:
        return False
    fold = row.fold.strip()
    if _is_posted(fold):
        return True
    for name in _opened_by(fold[:1]):
        if any_of(name).fullmatch(fold):
            return True
    return _is_day(fold)


_POSTED = regex(r"(?:re)?(?:posted|comment(?:ed)?|written) by:? .{2,32}\d.{0,12}")
"""Who wrote a remark, and when: Posted by: Harbour CPA, 27 Sep 2011 | 15:22."""


def _is_posted(fold: str) -> bool:
    return " by" in fold and _POSTED.fullmatch(fold.strip()) is not None


@cache
def _opened_by(letter: str) -> tuple[str, ...]:
    """Which of the lists of signs have one that can begin with *letter*."""
    return tuple(name for name, begins in _openings().items() if begins is None or begins.has(letter))


@cache
def _openings() -> dict[str, Opening | None]:
    return {name: opening(alternatives(name)) for name in ("buttons", "posters")}


def _is_day(fold: str) -> bool:
    return (
        _OF_DAY.search(fold) is not None
        and any_of("days", _BEFORE_DAY, _BEHIND_DAY).fullmatch(fold) is not None
    )


def _first(page: Page, at: int, told: int, texts: Sequence[bool]) -> int:
    """Where the thread begins: at its heading, else at the name of whoever posted first."""
    for above in range(at - 1, max(told, at - _TO_HEADING - 1), -1):
        row = page.rows[above]
        if row.size <= _TO_HEADING and any_of("posts", _BEFORE_POSTS, _BEHIND_POSTS).fullmatch(row.fold):
            return above
    while at > told + 1 and not texts[at - 1] and page.rows[at - 1].size <= _TO_HEADING:
        at -= 1
    return at
