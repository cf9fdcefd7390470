"""Who wrote what stands on a board, in a blog or in a mail, as its program shows it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from digest.cleaning.lines import floor
from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata import outlets, senders
from digest.cleaning.metadata.credits import names_in
from digest.cleaning.metadata.places import HEAD, LATIN_NAME, Credit, Places, credit, is_paper
from digest.language.lazy import regex

_FOLLOW = regex(r"[+＋]?\s?已?关注(?:ta|他|她)?|[\d,.]+\s?[万千k]?\s?人赞同了该(?:回答|文章)")
_NO_POSTER = regex(r"[\s，。,:：|｜>›/、！？!?]|^(?:推荐|热榜|首页|登录|关注|正文|订阅|已编辑|\d)|^\W*$")
_AGREED = regex(r".{0,24}人赞同了该(?:回答|文章)")
_ANSWERED = regex(r"\s[-–—]\s(?P<name>[^\s|｜]{1,16}) 的回答(?:\s[-–—]\s知乎)?$")
_BADGE = regex(r"(?<=\S)(?:已关注|(?:新知|优秀|新晋)答主|等 \d+ 个话题下的优秀答主)+$")
"""What 知乎 sets behind a name that its bearer has won."""
_BELOW_QUESTION = 40
"""Rows: what a board says of a question stands above the answer."""
_CLOSING = 12
"""Rows at the end of a page among which its program says who posted."""
_TIME_AND_PLATFORM = regex(r"(?:修改于|发布于|编辑于|发表于)?\s?(?:\d|昨天|今天)[^，。]{0,20}来自\s?\S")
_POSTED_AT = regex(r"(?P<name>[^\s\d:：|｜·•,，。]{2,16})(?<!于)\s+(?:19|20)\d\d\s*[-/.年]")
_POSTED_BY = regex(
    r"[Pp]osted by (?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3})\s*(?:[,|·•–—-]|at|on)\s*"
    r"(?:.{0,30}\d.{0,30})"
)
_POSTED_IN = regex(r"(?P<name>\S{2,24}) 发表在 (?:痞客邦|pixnet)\b.{0,40}")
"""Below each post of a blog on PIXNET."""
_PICTURED = regex(
    r"(?:(?:(?:profile )?(?:image|photo|picture|portrait|avatar)|headshot) (?:of|for) (?P<of>.{4,40})"
    r"|(?P<whose>.{4,40}?)(?:['’]s)? (?:avatar|(?:profile )?(?:picture|photo)|headshot))",
    re.I,
)


def credits(places: Places) -> Iterator[Credit]:
    yield from credit(_sender(places), "sender")
    yield from credit(_posted(places), "posted_below")
    yield from credit(_pictured(places), "pictured")
    yield from credit(_above_follow(places), "follow")
    yield from credit(_beside_time(places) or _above_number(places), "board")
    yield from credit(_answered(places), "answered")


def _sender(places: Places) -> list[str]:
    """Of a mail saved as text, unless a house sent it."""
    sent = senders.sender(places.rows, places.told)
    return names_in(sent[0]) if sent and not sent[1] and not is_paper(sent[0]) else []


def _posted(places: Places) -> list[str]:
    """Posted by Jane Doe at 5:11 AM: of a blog, right below the last line of a post; 甲某 发表在 痞客邦."""
    below = places.rows[places.last + 1 :] if places.body else []
    found = _POSTED_BY.fullmatch(below[0].text.strip()) if below else None
    if found:
        return [found["name"]] if not is_paper(found["name"]) else []
    last = (row for row in places.rows[-_CLOSING:] if "发表在" in row.fold)
    signed = next((row for row in last if _POSTED_IN.fullmatch(row.fold)), None)
    return [signed.text.split()[0]] if signed else []


def _pictured(places: Places) -> list[str]:
    """Between title and text a picture is called "Image of Jane Doe", and her name stands below it."""
    rows, first = places.rows, places.first if places.body else 0
    for at in range(max(1, first - HEAD), first):
        named = rows[at].text.strip()
        found = _PICTURED.fullmatch(rows[at - 1].text.strip()) if LATIN_NAME.fullmatch(named) else None
        if found and found[found.lastgroup or 0] == named and not is_paper(named):
            return [named]
    return []


def _above_follow(places: Places) -> list[str]:
    """On a board of questions: a name, what its bearer says of himself, a button to follow."""
    rows, fates = places.rows, places.fates
    for at, row in enumerate(rows[: min(_BELOW_QUESTION, places.first)]):
        if row.size > 16 or _FOLLOW.fullmatch(row.fold) is None:
            continue
        if not is_answered(rows) and outlets.shown(rows, fates) not in outlets.BOARDS:
            continue
        for up in (at - 2, at - 1):
            name = rows[up].text.strip() if up >= 0 and fates[up] == "removed" else ""
            named = 2 <= len(name) <= 14 and not _NO_POSTER.search(rows[up].written)
            if named and not outlets.named(rows[up].fold):
                return [name]
    return []


def is_answered(rows: Sequence[Row]) -> bool:
    """Whether it stood on 知乎, which alone counts in these words who agrees."""
    return any(
        "赞同了该" in row.fold and _AGREED.fullmatch(row.fold.strip()) for row in rows[:_BELOW_QUESTION]
    )


def _above_number(places: Places) -> list[str]:
    """Whose name stands above the number of the first post, where a thread was saved as text."""
    for name, row in pairwise(places.rows[:HEAD]):
        if floor.numbered(row):
            return [name.text.strip()] if floor.is_name(name) and row.fold.lstrip("# ")[:1] == "1" else []
    return []


def _answered(places: Places) -> list[str]:
    """Behind the question: - 甲某 的回答 - 知乎."""
    found = _ANSWERED.search(places.called)
    return [found["name"]] if found else []


def without_badge(name: str) -> str:
    return _BADGE.sub("", name)


def _beside_time(places: Places) -> list[str]:
    """The account beside the date, where accounts are persons; the name twice above a post of a forum."""
    rows, fates = places.rows, places.fates
    is_board: bool | None = None  # asked of the page once: a directory has thousands of names beside a day
    for at, row in enumerate(rows):
        if fates[at] != "byline":
            continue
        near_top = 0 < at < 2 * HEAD
        if near_top and row.written.startswith("发表于"):
            twice = [up for up in range(max(1, at - 6), at) if rows[up].text == rows[up - 1].text]
            return [rows[up].text.strip() for up in twice if 2 <= len(rows[up].text) <= 16][:1]
        if near_top and _TIME_AND_PLATFORM.match(row.written) and not _NO_POSTER.search(rows[at - 1].written):
            return [rows[at - 1].text.strip()]
        beside = _POSTED_AT.match(row.written)
        if beside and is_board is None:
            is_board = outlets.shown(rows, fates) in outlets.BOARDS
        if beside and is_board:
            return [row.text[slice(*beside.span("name"))]]
    return []
