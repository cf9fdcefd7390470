"""What a number measures: the thing counted, the words round it, the marks of a part or a total. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.language import words as language_words
from digest.story import amounts, lexicon, slots
from digest.story.concepts import concepts
from digest.story.material import Material, Statement

if TYPE_CHECKING:
    from digest.language.numbers import Quantity

_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 720, "year": 8760}
_PART = re.compile(
    r"其中|其余|另有|另外|平均|人均|之一|部分|\b(?:of (?:which|whom|them)|among"
    r"|average|another|other|first|more)\b|余下|剩下|第一批|首批|新增|再"
)
"""A number with these in its clause counts a part, or one of several."""
_PER = re.compile(r"每[人个家天年月台辆名位份次周小]|\b(?:each|a (?:day|week|month|year)|per (?!cent)\w+)\b")
_TOTAL = re.compile(
    r"全部|所有|全体|旗下|共(?!同|和|识)|总计|合计|一共|都(?!市)"
    r"|\b(?:all|every|total|altogether|operates?|runs?|owns?)\b"
)
_COMPARED = re.compile(
    r"同比|环比|同期|较[上去前]|比[上去前]年|累计|年均|复合|季|财年|上半年|下半年"
    r"|\b(?:year-on-year|quarter|from a year)\b"
)
_ELAPSED_BEFORE = re.compile(r"(?:过去|等了|等待|历时|用了|花了|耗时|within|took|after)(?: ?了)? ?$")
_ELAPSED_AFTER = re.compile(r" ?(?:之?内|之?后|才|later\b|after\b|时间内)")
_NEAR = {"zh": (22, 14), "en": (70, 50)}
"""Characters before and behind a number, in its clause, that say what it measures."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of a statement: ``near`` are the anchors round it, ``thing`` the noun that it counts."""

    statement: Statement
    quantity: Quantity
    kind: str
    """``time`` (in hours), a currency, ``percent``, ``person``, or ``count``."""
    thing: str
    near: frozenset[str]
    clause: str
    low: float
    high: float
    """What the writer may mean; a time in hours, from a little over half to nearly twice: people round."""

    @property
    def voice(self) -> tuple[int, int]:
        """One and the same of all copies of a sentence."""
        return self.statement.alike, self.quantity.start

    @property
    def text(self) -> str:
        return self.statement.text[self.quantity.start : self.quantity.end].strip()

    @property
    def part(self) -> bool:
        return _PART.search(self.clause) is not None

    @property
    def per(self) -> str:
        """每天 of 每天2.4亿元: of what it is a share, as it is written."""
        found = _PER.search(self.clause)
        return found.group() if found else ""

    @property
    def total(self) -> bool:
        return _TOTAL.search(self.clause) is not None

    @property
    def compared(self) -> frozenset[str]:
        return frozenset(_COMPARED.findall(self.clause))

    def counts(self, other: Measure) -> bool:
        """Both count one thing: it stands behind both numbers, or before one of them (工人有3100名)."""
        if self.thing and other.thing:
            return self.thing == other.thing
        thing, near = (self.thing, other.near) if self.thing else (other.thing, self.near)
        return f"c:{thing}" in near or f"w:{thing}" in near or (not thing and self.kind == "person")

    @property
    def elapsed(self) -> bool:
        """A time that passes until something is done."""
        text, quantity = self.statement.folded, self.quantity
        return self.kind == "time" and bool(
            _ELAPSED_AFTER.match(text, quantity.end)
            or _ELAPSED_BEFORE.search(text[max(0, quantity.start - 8) : quantity.start])
        )

    def apart(self, other: Measure) -> bool:
        """Neither can be the other, however both were rounded."""
        return self.high < other.low or other.high < self.low

    def differs(self, other: Measure) -> bool:
        """They are `apart`, but not of another order of size, which would be another thing's."""
        near = self.kind == "time" or 1 / SIZE < self.quantity.value / (other.quantity.value or 1) < SIZE
        return near and self.apart(other)


def same_kind(one: Measure, other: Measure) -> bool:
    """Of one kind, or one counts people and the other does not say what: 3,200 workers, 1,800."""
    if one.kind == other.kind:
        return True
    bare = next((each for each in (one, other) if each.kind == "count"), None)
    return {one.kind, other.kind} == {"count", "person"} and bare is not None and not bare.quantity.unit


SIZE = 10
"""Two answers to one question are seldom ten times apart."""
_ROUNDED_TIME = 3**0.5 * 0.9999
"""Two times are apart when one is three times the other."""


def _span(quantity: Quantity) -> tuple[float, float]:
    if quantity.unit in _HOURS:
        hours = float(quantity.value) * _HOURS[quantity.unit]
        return hours / _ROUNDED_TIME, hours * _ROUNDED_TIME
    low, high = amounts.span(quantity)
    return float(low), float(high)


def measures(material: Material, statement: Statement) -> Iterator[Measure]:
    """The numbers of a statement, dates and bare small ones apart."""
    if statement.alike not in material.measured:
        material.measured[statement.alike] = tuple(_measures(material, statement))
    for each in material.measured[statement.alike]:
        yield each if each.statement is statement else replace(each, statement=statement)


def told(material: Material) -> list[Measure]:
    """All numbers of all articles, in reading order."""
    return [each for statement in material.statements for each in measures(material, statement)]


def _measures(material: Material, statement: Statement) -> Iterator[Measure]:
    reach = _NEAR["en" if statement.folded.isascii() else "zh"]
    for quantity in statement.quantities:
        unit = quantity.unit
        if unit in ("times", "year-old", "time") or (not unit and quantity.value < 10):
            continue
        start, end = slots.clause_span(statement, quantity.start)
        low, high = max(start, quantity.start - reach[0]), min(end, quantity.end + reach[1])
        round_it = statement.folded[low : quantity.start] + " " + statement.folded[quantity.end : high]
        kind = "time" if unit in amounts.DURATIONS else unit if unit in amounts.MEASURES else "count"
        near = frozenset(_near(material, statement, round_it))
        thing, clause = _thing(statement, quantity), statement.folded[start:end]
        near |= {f"c:{thing}"} & statement.anchors  # of 38 branches the noun is part of the number
        yield Measure(statement, quantity, kind, thing, near, clause, *_span(quantity))


def _near(material: Material, statement: Statement, text: str) -> Iterator[str]:
    for anchor in statement.anchors:
        kind, value = anchor[0], anchor[2:]
        if (kind == "w" and value in text) or (
            kind == "e" and any(name.lower() in text for name in material.spellings.get(value, ()))
        ):
            yield anchor
    for action in lexicon.actions(text):
        yield f"a:{action}"
    for concept in concepts(text):
        yield f"c:{concept}"


_RUN = re.compile(r"的?([\u4e00-\u9fff]{2,6})")
_WORD = re.compile(r"[ -]([a-z]+)(?: ([a-z]+))?")


def _thing(statement: Statement, quantity: Quantity) -> str:
    """The noun that is counted, as a concept where it has one: hospital of 14家医院 and 14 hospitals."""
    if quantity.unit in amounts.MEASURES - {"person"}:
        return ""
    written = _of_unit(quantity)
    if written:
        return written
    found = _RUN.match(statement.folded, quantity.end)
    if found:
        return _noun(found[1])
    found = _WORD.match(statement.folded, quantity.end)
    return next((named for word in found.groups() if word and (named := _named(word))), "") if found else ""


_BY_MEASURE_WORD = {
    "页": "page", "轮": "round", "票": "vote", "席": "seat", "集": "episode", "艘": "ship", "层": "floor",
    "例": "case", "起": "case", "宗": "case", "首": "song", "幕": "act", "枚": "missile", "篇": "article",
}  # fmt: skip


def counted(statement: Statement) -> Iterator[str]:
    """Anchors of counts from three to ninety-nine by what is counted: ``q:14hospital`` in both languages."""
    for quantity in statement.quantities:
        if 2 < quantity.value < LARGE and quantity.unit not in amounts.MEASURES:
            thing = _thing(statement, quantity)
            if thing.isascii() and thing.isalpha():
                kind = "q" if quantity.value >= amounts.SMALL else "n"
                yield f"{kind}:{amounts.amount(quantity.value, thing)}"


LARGE = 100
"""From here on an amount tells without what it counts."""


def _of_unit(quantity: Quantity) -> str:
    surface = quantity.surface.lower()
    if quantity.unit in _BY_MEASURE_WORD:
        return _BY_MEASURE_WORD[quantity.unit]
    if surface.endswith(("辆", "台")):
        return "" if surface.endswith("台") else "vehicle"
    if surface.isascii():
        return _named(surface.rpartition(" ")[2]) if " " in surface else ""
    return next(iter(concepts(surface)), "")


def _named(word: str) -> str:
    return next(iter(sorted(concepts(word))), "") or ("" if word in _NO_THING else language_words.stem(word))


_NO_THING = frozenset(
    "basis point points people person of in on at were was are the a and who that have had to".split()
)


@lru_cache(maxsize=4096)
def _noun(run: str) -> str:
    first = next(iter(language_words.words(run)), "")
    if not run.startswith(first) or len(first) < 2 or first == "基点" or lexicon.action_of(first):
        return ""
    return next(iter(sorted(concepts(first))), "") or (first if language_words.is_noun(first) else "")
