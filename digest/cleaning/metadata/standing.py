"""Names that stand where writers stand, with no word for what they are. Pure.

A Chinese name below the title, Jane Doe above the day: one sign tells little, and two are enough
(`weights.toml`). What is labelled on the line above it stands here too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata import outlets
from digest.cleaning.metadata.credits import WITH_POST, names_in
from digest.cleaning.metadata.places import (
    HEAD,
    LATIN_NAME,
    Credit,
    Places,
    credit,
    is_paper,
)
from digest.language.lazy import regex
from digest.language.months import MONTH_EN, WEEKDAY_EN
from digest.language.script import HAN

_LATIN = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2}?"
_ALONE = regex(
    rf"(?P<han>[{HAN}]{{2,4}}(?:[、\s\u3000]+[{HAN}]{{2,4}}){{0,3}})"
    rf"|(?P<latin>{LATIN_NAME.pattern}(?: and {LATIN_NAME.pattern})?)"
)
_WITH_MORE = regex(
    rf"(?P<placed>{LATIN_NAME.pattern}) in [A-Z][\w ’'-]{{2,30}}"
    rf"|(?P<barred>{LATIN_NAME.pattern})\s*[|｜]\s*[^|｜]{{3,40}}"
    rf"|(?P<known>[{HAN}]{{2,4}})\s?[（(][^（）()]{{2,20}}[)）]"
)
"""Jane Doe in Berlin, Jane Doe | The Daily Harbor, 甲某（农业大学教授）."""
_WITH_DAY = regex(
    rf"(?P<before>{_LATIN}),? (?:{WEEKDAY_EN}\.?,? )?(?:\d{{1,2}} )?{MONTH_EN} \d"
    rf"|(?P<housed>{_LATIN}), [A-Z][\w .]{{1,24}}? \d{{1,2}}:\d\d\b[^\d]{{1,24}}{MONTH_EN} \d"
    rf"|(?P<figures>{_LATIN}),? (?:19|20)\d\d[-/.]\d"
    rf"|{MONTH_EN} \d{{1,2}}, \d{{4}}\s*[|·•]\s*(?P<behind>{_LATIN})$"
    rf"|(?P<han>[{HAN}]{{2,3}})[\s·•|｜]+(?:(?:19|20)\d\d|\d\d-\d\d \d\d:\d\d)"
)
_LABEL = regex(r"(?:by|written by|作者|文|撰文|撰稿|(?:\d\.\s?)?记者署名)\s*[-:：|｜—–]?")
_POST_BEFORE, _HOUSE_BEHIND = (
    regex(r"(?:记者|記者|编译|編譯)\s*(?=[\u4e00-\u9fff]{2})"),
    regex(r", [A-Z].{1,40}"),
)
"""Of a name below its label: who its bearer is, and for whom."""
_POST = regex(
    r"(?:[\w.&’'-]+ ){0,4}(?:correspondent|reporter|editor|columnist|writer|contributor)\b[\w, ]{0,24}", re.I
)
_WHO_IS = regex(r" (?:is|was|are) (?:an?|the|our)\b")
_OF_WRITER = regex(
    r"@\w{2,24}$|\S+@\w+\.\w|\d{1,2} min(?:utes?)? read\b"
    r"|(?i:search for this author|(?:see|view) (?:all|more)|more by|all posts by)\b"
)
"""What a page sets below its writer: a handle, an address, how long it takes to read, what else there is."""
_YEAR = regex(r"(?:19|20)\d\d")
_NEAR, _LONGEST, _SHORT = 4, 60, 50
"""Rows below a name that say of whom it is; characters of its line, of that of a post below it."""
_FAR, _REACH = 2, 8
"""Lines with words, and any, between a name and the day beside it, that are too many."""


def credits(places: Places) -> Iterator[Credit]:
    yield from credit(_below_label(places), "below_label")
    yield from credit(_footnoted(places), "footnoted")
    for at in places.head:
        row = places.rows[at]
        if places.fates[at] in _AROUND and len(row.text) <= _LONGEST and not row.is_prose:
            yield from _in_line(places, at, row)
    yield from _below(places)


_AROUND = frozenset({"removed", "byline", "heading"})


def _in_line(places: Places, at: int, row: Row) -> Iterator[Credit]:
    """The name that the line is, alone or with a day, a place, a post."""
    text = row.text.strip()
    posted = WITH_POST.fullmatch(text) if not row.han else None
    if posted and (
        posted["post"] or (len(below := _line(places, at + 1)) < _SHORT and _POST.fullmatch(below))
    ):
        # A menu may name all who write for the house.
        beside = {*_around(places, at, posted["name"])} - {"menu"}
        yield from credit([posted["name"]], "stands", "post", *beside)
    elif dated := _WITH_DAY.match(row.written.strip()):
        name = text[slice(*dated.span(dated.lastgroup or 0))]
        yield from credit([name], "stands", "beside_day", *_around(places, at, name))
    elif alone := _ALONE.fullmatch(text) or _WITH_MORE.fullmatch(text):
        name = alone[alone.lastgroup or 0]
        names = names_in(name) if row.han else name.split(" and ")
        yield from credit(names, "stands", *_around(places, at, name))


def _line(places: Places, at: int) -> str:
    return places.rows[at].text.strip() if 0 <= at < len(places.rows) else ""


def _around(places: Places, at: int, name: str) -> Iterator[str]:
    """What is seen beside the line *at*, on which the *name* stands."""
    if at and places.fates[at - 1] == "title":
        yield "under_title"
    elif at < (places.title or 0):
        yield "over_title"
    from_day, to_day = _rows_to_day(places, at, -1), _rows_to_day(places, at, 1)
    if to_day == 0:
        yield "over_day"
    elif from_day == 0:
        yield "under_day"
    elif min(from_day, to_day) < _FAR:
        yield "near_day"
    first, last = places.ends.get(name, (at, at))
    below = _line(places, at + 1)
    if at > (places.title or 0) and (below == name or _OF_WRITER.match(below)):
        yield "twice"
    elif last > at + 1:
        yield "again"
    if first < at - 1:
        yield "menu"
    if name in places.introduced:
        yield "introduced"
    of_house = {f"About {name}", f"SOURCE {name}"} & places.ends.keys()
    if of_house or _line(places, at - 1).lower() == "published in":
        yield "house"


def _rows_to_day(places: Places, at: int, step: int) -> int:
    """Lines with words between the line *at* and the next of account that has a year, `_FAR` at most."""
    words = 0
    for near in range(at + step, at + step * _REACH, step):
        line = _line(places, near)
        if words == _FAR or not line:
            break
        if places.fates[near] == "byline" and _YEAR.search(line):
            return words
        words += any(map(str.isalpha, line))
    return _FAR


def _below(places: Places) -> Iterator[Credit]:
    """A name alone below the text: right behind its last words, or above a line that says who that is."""
    for at in range(places.last + 1, len(places.rows)) if places.body else ():
        row = places.rows[at]
        if (
            places.fates[at] != "removed"
            or len(row.text) > _LONGEST
            or not (alone := _ALONE.fullmatch(row.text.strip()))
        ):
            continue
        near = range(at + 1, min(len(places.rows), at + 1 + _NEAR))
        if row.han:
            if at == places.last + 1:
                yield from credit(names_in(row.text), "stands", "under_text")
        elif any(_who_is(places.rows[of].text, alone[0]) for of in near):
            yield from credit(alone[0].split(" and "), "stands", "introduced_below")


def _who_is(text: str, name: str) -> bool:
    return text.startswith(name) and _WHO_IS.match(text, len(name)) is not None


def _below_label(places: Places) -> list[str]:
    """The name on the line below "By", or above the house its bearer works for."""
    rows = places.rows
    for at, row in enumerate(rows[: min(2 * HEAD, places.first)]):
        name = row.text.strip()
        if at and _LABEL.fullmatch(rows[at - 1].fold):
            post = _POST_BEFORE.match(name)
            bare = name[post.end() :] if post else _HOUSE_BEHIND.sub("", name)
            if LATIN_NAME.fullmatch(bare) or (2 <= len(bare) <= 4 and _HAN_NAME.fullmatch(bare)):
                return [bare]
        if row.han or at + 1 == len(rows) or not LATIN_NAME.fullmatch(name) or is_paper(name):
            continue
        if outlets.named(rows[at + 1].fold.split(",")[0]):
            return [name] if not outlets.named(row.fold) else []
    return []


_HAN_NAME = regex(rf"[{HAN}]+")
_MARKS = r"[\d¹²³⁴⁵⁶,，*＊†‡✉#]*[\d¹²³⁴⁵⁶*＊†‡✉#]"
_MARKED = regex(
    rf"(?=.*[\d¹²³⁴⁵⁶*＊†‡✉#])(?:[\u4e00-\u9fff]{{2,4}}(?:{_MARKS})?(?:[，,、;；\s]+|$)){{1,12}}"
    rf"|(?=.*[\d¹²³⁴⁵⁶*＊†‡✉#])(?:(?:[A-Z][\w.'’-]*? ){{1,3}}[A-Z][A-Za-z'’-]+"
    rf"(?:,? ?[a-e](?=\b)|{_MARKS})?(?:\s*(?:[,;&]|and)\s*|\s*$)){{1,12}}"
)
"""欧海生¹，林小灯²*: on a paper, each name with the number of where its bearer works."""
_ANY_MARK = regex(rf"{_MARKS}")
_COUNT = regex(r"\d{3}")
"""So many clicked on a button, 举报15867; nobody works at so many places."""
_BELOW_TITLE = 3
"""Lines among which a paper's names stand: a subtitle may come first."""


def _footnoted(places: Places) -> list[str]:
    """The names of a paper, on the line below its title."""
    title = places.title
    if title is None or title >= 2 * HEAD:
        return []
    for row in places.rows[title + 1 : title + 1 + _BELOW_TITLE]:
        if len(row.text) > _LONGEST_NAMES or row.stops or _COUNT.search(row.text):
            continue
        if _MARKED.fullmatch(row.text.strip()):
            return names_in(_BETWEEN.sub("，", _ANY_MARK.sub("，", row.text)))
    return []


_LONGEST_NAMES = 140
_BETWEEN = regex(rf"(?<=[{HAN}])[\s\u3000]+(?=[{HAN}])")
