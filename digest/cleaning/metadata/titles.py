"""A title as it reads: without the site's name behind it, and a path, a label or buttons around it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from digest.cleaning.lines.rows import Row
from digest.cleaning.lines.topic import share_in, units
from digest.cleaning.metadata import outlets
from digest.cleaning.metadata.paths import BUTTONS, FEWEST, LAST_SECTION, SHORT_WORDS, without_path
from digest.cleaning.metadata.stamps import BEHIND
from digest.language.lazy import regex
from digest.language.script import HAN, simplify
from digest.language.words import stop_words
from digest.model import Metadata

_LINK_OF_THREAD = regex(r"[\[【]复制(?:本文|本帖)?链接[\]】]")
_KIND_OF_THREAD = regex(r"[\[【][^\[\]【】]{1,12}[\]】]\s*(?=\S{6})")
LONGEST_HEAD = 40
"""Rows, from the top, among which a title is looked for."""

# A hyphen alone only before Chinese: Nord-Süd-Korridor is one word.
_SITE_TAIL = regex(
    rf"(?:\s*[_|｜丨]\s*|\s+[-–—·•]\s+|-{{1,3}}\s?(?=\d{{0,3}}[{HAN}][^\s-]{{0,11}}$))(?P<site>[^_|｜丨]{{1,24}})$"
)
SITE = regex(
    r"^.{0,12}(?:新闻|网|日报|晚报|时报|电子报|在线|资讯|频道|news|times|post|daily|\.com|\.cn|\.news)"
    r"(?: (?:中文|简体|繁體|English))?$",
    re.I,
)
_LABEL = regex(
    r"(?:标题|標題)\s*[:：]?\s*(?=(?:Re:\s*)?[\[【])|Title: (?=\S)|[【\[［](?:(?P<house>[^】\]］]{0,8}"
    r"(?:(?<![通公简预情捷警])报"
    r"|報|网|網|新闻|新聞|社|周刊|週刊))|微信|公众号|独家|獨家|快讯|快訊|转载|轉載|原创|原創|视频|影|图|圖)[】\]］]\s*"
)
"""The paper's name, or a label of the site, in front of a title."""


@lru_cache(maxsize=128)
def letters(fold: str) -> str:
    """The letters and digits alone: by them a title is known again. Of a line they are asked for often."""
    return fold if fold.isalnum() else _SIGNS.sub("", fold)


_SIGNS = regex(r"[\W_]+")


_RUNNING, _ENOUGH = 16, 1200
"""Size from which a sentence on a line of its own is running text; of paragraphs that tell its subject."""


def is_running(row: Row) -> bool:
    return row.is_prose or (row.is_sentence and row.size >= _RUNNING)


def without_site(text: str) -> str:
    """*text*, a title, up to what stands behind it and ends as names of sites do."""
    tail = _SITE_TAIL.search(text)
    return text[: tail.start()] if tail and tail.start() >= FEWEST and SITE.match(tail["site"]) else text


def is_link_of_thread(row: Row) -> bool:
    """Whether it is the button that Discuz! sets behind the title of a thread."""
    return _LINK_OF_THREAD.fullmatch(row.fold.strip()) is not None


def first_prose(rows: Iterable[Row]) -> str:
    """The first paragraphs among *rows*, folded."""
    found: list[str] = []
    size = 0
    for row in filter(is_running, rows):
        found.append(row.fold)
        size += row.size
        if size > _ENOUGH:
            break
    return "\n".join(found)


_NUMBER_OF_MAGAZINE = regex(
    r"^.{0,14}(?:19|20)\d\d\s?年\s?第?\s?\d{1,3}\s?(?:期|月[号號刊])$"
    r"|^.{0,24}\b(?:vol|ep|no)\.?\s?\d{1,4}$|^.{1,20}第\s?\d{1,4}\s?[期集回]$",
    re.I,
)
"""Of a magazine or a show, in front of what this number is about."""


def title_text(row: Row | None, metadata: Metadata, rows: Sequence[Row] = ()) -> str | None:
    """The title as printed, without the site's name behind it. *rows* are the article's."""
    text = row.text if row else (metadata.title or "").strip()
    if not text:
        return _named_in_credit(rows)
    text = _whole(row, rows) or _said_alone(row, rows) if row else text
    text = _REPORTER.sub("", text)
    text = _COLUMN.sub("", text)
    stamp = BEHIND.search(text) or _CLOCK.search(text) if ":" in text else None
    if stamp and stamp.start() >= FEWEST:
        text = text[: stamp.start()]
    for _ in range(3):
        tail = _SITE_TAIL.search(text)
        if tail is None or tail.start() < FEWEST or not _adds_site(row, tail, metadata, rows):
            break
        bare = text[: tail.start()]
        if _NUMBER_OF_MAGAZINE.match(bare) or _says_when(bare):
            text = text[len(bare) :].lstrip(" _|｜丨-–—")
            break
        text = bare
    whole, text = text, BUTTONS.sub("", without_path(text))
    # A page's own heading has nothing of its menu in front.
    short = None if row and row.role == "title" else SHORT_WORDS.match(text)
    if short is None and row and (whole[: -len(text)].rstrip() or _above(row, rows)).endswith(_PATH_SIGNS):
        short = LAST_SECTION.match(text)
    # English has short words of its own.
    own = units(simplify(short[0]).lower()) if short and rows and not short[0].isascii() else set()
    if short and own and share_in(own, first_prose(rows)) * 2 < 1:
        text = text[short.end() :]
    at = next((at for at, other in enumerate(rows[:LONGEST_HEAD]) if other is row), len(rows))
    if at + 1 < len(rows) and is_link_of_thread(rows[at + 1]):
        # The board's own kind of thread stands in front.
        text = _KIND_OF_THREAD.sub("", text, count=1) if text[0] in "[【" else text
    label = _LABEL.match(text)
    if label and len(text) - label.end() >= 6 and not _is_of_series(label):
        text = text[label.end() :]
    return None if _says_when(text) else _EDGES.sub("", re.sub(r"\s+", " ", text)) or None


def _named_in_credit(rows: Sequence[Row]) -> str | None:
    """What a note in the head says that the text was called: 本文首发于…，原文标题：《…》."""
    found = (_CALLED_FIRST.search(row.text) for row in rows[:LONGEST_HEAD] if row.han)
    return next((match["name"] for match in found if match), None)


_CALLED_FIRST = regex(r"原(?:文)?[标標][题題]\s*[:：]\s*《(?P<name>[^《》\n]{6,60})》")


def _is_of_series(label: re.Match[str]) -> bool:
    """Whether the label names no paper but a series, with the day or the number of this part behind it."""
    name = label["house"] or ""
    if len(name) <= _LONGEST_KIND or _PART_OF_SERIES.match(label.string, label.end()) is None:
        return False
    return outlets.named(simplify(name).lower()) is None


_LONGEST_KIND = 2
"""Characters of a label that says what kind of text it is: 新闻, 快报."""
_PART_OF_SERIES = regex(
    r"(?:(?:19|20)\d\d\s?[年./-]\s?)?\d{1,2}\s?[月./-]\s?\d{1,2}|第?\s?\d{1,4}\s?[期集回]|vol\b", re.I
)


def _said_alone(row: Row, rows: Sequence[Row]) -> str:
    """The title of a page's name, title first, where the page says that alone too: as its heading."""
    alone = (
        other.text
        for other in rows[:LONGEST_HEAD]
        if FEWEST < len(other.text) < len(row.text) and row.text.startswith(other.text)
    )
    name_ends = (text for text in alone if row.text[len(text) :].lstrip()[0] in _NAME_ENDS)
    return max(name_ends, key=len, default=row.text)


_OPENS, _CLOSES = "“「『《（【", "”」』》）】"


def _whole(row: Row, rows: Sequence[Row]) -> str | None:
    """A title on two lines, where one opens what the other closes: “甲 and 乙”, 【甲 and 乙】丙."""
    at = next((at for at, other in enumerate(rows[:_FARTHEST]) if other is row), 0)
    for opening, closing in zip(_OPENS, _CLOSES, strict=True):
        over = row.text.count(closing) - row.text.count(opening)
        beside = at - 1 if over == 1 else at + 1 if over == -1 else -1
        if not 0 <= beside < len(rows) or rows[beside].size > LONGEST_HEAD or rows[beside].is_prose:
            continue
        other = rows[beside].text
        if other.count(opening) - other.count(closing) == over:
            return other + row.text if over == 1 else row.text + other
    return None


_FARTHEST = 400
"""Rows among which a title stands."""
_EDGES = regex(r"^(?:#+(?!\d)|[ *|])+|[ #*|_]+$")
"""Marks of a heading, but not the number of an episode."""
_REPORTER = regex(r"(?<=\S{6})\s+\S{0,8}[记記]者\s?[\u4e00-\u9fff]{2,3}$")
_COLUMN = regex(
    r"(?<=\S{6})[\s_|｜-]+(?:全球|环球|環球|世界|天天|每日|今日|当前|當前|即时|焦点|焦點)(?:最?[新快热熱微])?"
    r"(?:热点|熱點|资讯|資訊|快讯|快訊|消息|速讯|速看|播报|快播|热讯|热闻|要闻|报道|头条|信息|关注|聚焦|简讯|短讯|速递)$"
)
"""The column of a site that spreads others' texts, behind the title with nothing but a blank: 全球热点."""
_NAME_ENDS = frozenset("_-–—|｜丨·")
_CLOCK = regex(r"\s*[(（]\d{1,2}:\d\d[)）]$")


def _above(row: Row, rows: Sequence[Row]) -> str:
    at = next((at for at, other in enumerate(rows[:_FARTHEST]) if other is row), 0)
    return rows[at - 1].text if at else ""


_PATH_SIGNS = (">", "›", "»", "＞")
_CALLED = regex(r"\s*(?:主[题題]|主旨|subject)\s*[:：]", re.I)
"""In front of what a mail is called."""
_WHEN = regex(
    r"\W*(?:(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末]|[早午晚]安|早上好|晚上好|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\W*",
    re.I,
)


def _says_when(text: str) -> bool:
    """Whether of the subject of a mail there is only the day, which names nothing."""
    label = _CALLED.match(text)
    return _WHEN.fullmatch(text, label.end() if label else 0) is not None


def _adds_site(row: Row | None, tail: re.Match[str], metadata: Metadata, rows: Sequence[Row]) -> bool:
    """Whether the *tail* of a title is a site's.

    Of a page's own heading only if it names one; behind a dash, which authors set too, unless the text
    tells of it.
    """
    site = simplify(tail["site"]).lower()
    if SITE.search(site) or outlets.named(site):
        return True
    if metadata.publisher and letters(site) in letters(simplify(metadata.publisher).lower()):
        return True
    if row is not None and row.role == "title":
        return False
    dashed = tail[0][: -len(site)].strip() in _DASHES
    return not (dashed and share_in(units(site) - stop_words("en"), first_prose(rows)) * 2 > 1)


_DASHES = frozenset("-–—·•")


_SMALL_WORDS = frozenset("a an and as at but by for from in is it of on or s the to with".split())


def in_capitals(text: str) -> bool:
    """Every Word of It in Capitals: no sentence is written so."""
    words = [word for word in re.findall(r"[A-Za-z][\w’']*", text) if word.lower() not in _SMALL_WORDS]
    return bool(words) and sum(word[0].isupper() for word in words) * 10 >= len(words) * 9
