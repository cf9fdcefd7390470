"""Writers where a text signs: in front of its first sentence, behind its last, in a note beside it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from digest.cleaning.lines import leads
from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata.credits import NO_NAME, names_in
from digest.cleaning.metadata.places import (
    HEAD,
    LATIN_NAME,
    Credit,
    Places,
    credit,
    is_latin,
    is_person,
)
from digest.language.lazy import regex
from digest.language.script import HAN

_NAMES = rf"[{HAN}]{{2,4}}(?:[、\s\u3000]+[{HAN}]{{2,4}}){{0,3}}"
_IN_BRACKETS = (
    rf"[（(](?!图)[^（()）]{{0,10}}?(?:记者|通讯员)\s*(?P<names>{_NAMES}?)"
    rf"(?:[\s\u3000]*(?:通讯员|实习生|见习记者)\s*(?P<more>{_NAMES}?))?"
    r"\s*(?:文\s?[/／、]?\s?图|文|[综整]合|报道|摄影报道)?\s*[)）]"
)
_IN_LEAD = regex(_IN_BRACKETS)
"""In front of the first sentence: …电（记者 甲某 通讯员 乙某 文/图）."""
_BEHIND = regex(
    rf"(?:^|[。！？!?”’」』])\s*{_IN_BRACKETS}\s*$"
    rf"|[。！？!?”’」』](?:\s+|(?=本[报刊网台]))(?:本报|本刊|本网|本台)?(?:(?:记者|通讯员)[\s\u3000]*|作者\s*[:：]\s*)(?P<bare>{_NAMES})\s*$"
    rf"|[。！？!?”’」』]\s*(?:文|撰文|作者)\s*[:：/／|｜]\s*(?P<signed>{_NAMES})(?=\s*$|\s+(?:图|摄影|编辑|责编))"
)
"""The same behind the last sentence, or on the line below it."""
_ENDED = regex(rf"(?:^|[。！？!?”’」』])\s*[（(](?P<names>{_NAMES})[)）]\s*$")
_COLUMN = regex(rf"^【[{HAN}]{{0,8}}?(?P<names>[{HAN}]{{3}}|[{HAN}]{{2}})专栏】")
_TITLED = regex(rf"^(?P<names>[{HAN}]{{2,4}})》")
"""甲某》Title: a column, in Taiwan."""
_ABOUT = regex(r"(?:关于)?(?:本文)?作者(?:简介|介绍)?\s*[:：]?|about the authors?\s*:?")
_WRITTEN_BY = regex(rf"\b[Ww]ritten by (?P<name>{LATIN_NAME.pattern})(?=\s*[(,.]|$)")
COMPILED = regex(
    r"[(（【\[]\s*(?P<house>[^()（）/／|｜:：\s]{2,14}?)(?:特约)?编译\s*[/／|｜:：]\s*(?P<name>[^()（）]{1,12})[)）】\]]\s*$"
)
HOST = regex(
    r"(?:这里是|欢迎(?:来到|收看|收听))(?P<house>[^，,。！!\s的]{2,14}?)(?=的[A-Za-z]*(?:频道|頻道|节目|節目|直播间)|[，,。！!\s]|$)|我是(?:主播|主持人|你们的)?(?P<name>[^，,。！!\s的]{1,6})"
)
_LEAD, _CLOSING, _ABOVE_LEAD, _BELOW = 60, 60, 2, 2
"""Characters of the first sentence, and behind the last, in which a writer stands; paragraphs above the
first; rows below the last."""
_GREETS, _NAMES_HIMSELF = 8, 4
"""Lines in which a host greets and calls his programme by its name, and in which he says his own."""


def credits(places: Places) -> Iterator[Credit]:
    yield from credit(_in_lead(places), "lead")
    yield from _behind(places)
    yield from credit(_in_note(places.rows), "note")
    yield from credit(_compiled(places.rows, places.fates), "compiled")
    yield from credit(_host(places.rows), "host")
    yield from credit(_below_about(places) or _reached(places), "about")
    if places.body:
        yield from credit(_named(places.rows[places.first], _COLUMN), "column", "stands")
    if places.title is not None:
        yield from credit(_named(places.rows[places.title], _TITLED), "titled", "stands")


def of_lead(row: Row) -> list[str]:
    """Reporters and correspondents in brackets in front of the first sentence."""
    return _named(row, _IN_LEAD, _LEAD) if "记者" in row.written or "通讯员" in row.written else []


def _named(row: Row, pattern: re.Pattern[str], end: int | None = None) -> list[str]:
    found = pattern.search(row.written[:end])
    groups = [group for group, name in found.groupdict().items() if name] if found else []
    spans = [found.span(group) for group in groups] if found else []
    return [name for span in spans for name in names_in(row.text[slice(*span)].replace("\u3000", " "))]


def _in_lead(places: Places) -> list[str]:
    """The reporter in brackets in front of the first sentence; a summary may stand above it."""
    first = [places.rows[at] for at in places.body[: _ABOVE_LEAD + 1]]
    named = next(filter(None, map(of_lead, first)), [])
    named = named or names_in(next(filter(None, map(leads.names, first)), ""))
    return named or next(filter(None, (_named(row, _AMID) for row in first if "记者" in row.written)), [])


_AMID = regex(
    rf"(?:^|[。）)])[〔［【（(]\s*[{HAN}]{{0,8}}?记者\s?(?P<names>[{HAN}]{{2,4}}(?:、[{HAN}]{{2,4}}){{0,2}})\s*[／/∕]\s*"
    rf"[{HAN}]{{2,6}}报[导道]\s*[〕］】）)]"
)
"""摘要。［记者甲某／某地报导］: behind the summary, where a page came as one line."""


def _behind(places: Places) -> Iterator[Credit]:
    """…。（记者 甲某）, …。（甲某、乙某）, or the brackets on a line of their own: behind the last words."""
    below = range(places.last, min(len(places.rows), places.last + 1 + _BELOW)) if places.body else ()
    for row in (places.rows[at] for at in below):
        if any(map(row.written[-_CLOSING:].__contains__, ("记者", "通讯员", "作者", "文"))):
            yield from credit(_named(row, _BEHIND), "behind")
        if row.text.rstrip()[-1:] in ")）":
            yield from credit(_named(row, _ENDED), "ended", "stands")


def signs(sentence: str) -> bool:
    """Whether a sentence, in Simplified, only says whose the text above is: （甲某某、乙某）, （某某新闻）.

    What `names_in` leaves out is a house, or a post.
    """
    bare = sentence.strip()
    if _CRAFTED.fullmatch(bare):
        return True
    found = _SIGNED.fullmatch(bare) if sentence[-1:] in ")）" else None
    return found is not None and all(
        is_person(name) for names in found.groups() if names for name in names_in(names)
    )


def is_signed(line: str) -> bool:
    """Whether a line, in Simplified, ends behind its last stop with who wrote it, or whose it is."""
    stop = line.rfind("。")
    return stop >= 0 and len(line) - stop <= _CLOSING and signs(line[stop + 1 :])


_POST = rf"(?:[{HAN}]{{0,4}}(?:记者|通讯员|实习生)[\s\u3000]*)"
_SIGNED = regex(rf"[（(]{_POST}?(?P<names>{_NAMES}?)(?:[\s\u3000]*{_POST}(?P<more>{_NAMES}))?[)）]")
_CRAFTED = regex(
    r"[（(]?\s*(?:(?:本[报刊网台])?(?:文|撰文|文字|图文|作者|记者|通讯员|编辑|责编|责任编辑|编译|采写|摄影|校对|审核|来源|稿源|[一二三初终]审)"
    rf"\s*[:：/／|｜]\s*[{HAN}·A-Za-z]{{2,12}}[\s、]*){{1,4}}[)）]?"
    rf"|(?:本[报刊网台])(?:首席|特约|见习|实习)?(?:记者|通讯员)\s*{_NAMES}"
    r"|[（(]\s*(?:本文)?作者(?:系|为|是|单位)[^（）()。]{2,40}[)）]"
)
"""文：甲某, 来源：某报 编辑：乙某, 本报记者 甲某, （作者系某大学教授）: behind the last stop."""


def _in_note(rows: Sequence[Row]) -> list[str]:
    """Of a text that appeared elsewhere first the note above it may name the writer."""
    found = (_WRITTEN_BY.search(row.text) for row in rows[:HEAD] if not row.han and "ritten by" in row.text)
    return next(([match["name"]] for match in found if match and is_latin(match["name"])), [])


def closing(rows: Sequence[Row], fates: Sequence[str]) -> list[Row]:
    """The last three lines of the text and the bylines."""
    last = (row for row, fate in zip(reversed(rows), reversed(fates), strict=True) if fate in _OF_THE_TEXT)
    return list(islice(last, 3))[::-1]


_OF_THE_TEXT = frozenset({"body", "byline"})


def _compiled(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    found = (COMPILED.search(row.text) for row in closing(rows, fates) if "编译" in row.text)
    return [match["name"].strip() for match in found if match][:1]


REACHED = regex(
    rf"\W*(?P<name>{LATIN_NAME.pattern})(?:, [^.]{{3,80}},)?"
    r" (?:is|was|works|teaches|lives|writes)\b[^\n]{8,400}?"
    r"\b(?:reached|contacted|e-?mailed|(?:reach|contact|e-?mail) (?:him|her|them))"
    r" (?:at|on|via|by e-?mail at) \S{1,60}@\S{3,60}\W*"
)
"""Jane Doe is a fisher. She can be reached at jane@example.org: whom a text is from, behind it."""


def _reached(places: Places) -> list[str]:
    below = places.rows[places.last + 1 :] if places.body else []
    found = (REACHED.fullmatch(row.text.strip()) for row in below[:_BELOW] if "@" in row.text)
    return next(([match["name"]] for match in found if match), [])


def spoken_first(rows: Sequence[Row]) -> list[Row]:
    """The lines with which a host begins, below those of the player."""
    return [row for row in rows[:HEAD] if row.role not in ("title", "aside", "byline")][:_GREETS]


def _host(rows: Sequence[Row]) -> list[str]:
    for row in spoken_first(rows)[:_NAMES_HIMSELF]:
        greeting = row.written[:60]
        for match in HOST.finditer(greeting) if "我是" in greeting else ():
            if match["name"] and not NO_NAME.search(match["name"]):
                return [row.text[slice(*match.span("name"))]]
    return []


def _below_about(places: Places) -> list[str]:
    """Below "about the author"."""
    for label, row in pairwise(places.rows[places.last + 1 :] if places.body else ()):
        name = row.text.strip()
        if _ABOUT.fullmatch(label.fold) and 2 <= len(name) <= 24 and not row.stops:
            return names_in(name)
    return []
