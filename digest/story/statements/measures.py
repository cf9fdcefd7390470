"""What a number measures: the thing counted, the words round it, the marks of a part or a total. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.language import clock, numerals
from digest.language.cues import cue
from digest.language.lazy import regex
from digest.story.statements import amounts, ballots, counting, lexicon, quantities, slots
from digest.story.statements.concepts import told as told_concepts
from digest.story.statements.material import Material, Statement

if TYPE_CHECKING:
    from digest.language.numbers import Quantity

_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 720, "year": 8760}
_PART = regex(
    r"其中|其余|另有|又有|又添|另外|平均|人均|之一|部分|\b(?:of (?:which|whom|them)|among"
    r"|average|another|other|first|more)\b|余下|剩下|第一批|首批|新增|再"
)
"""A number with these in its clause counts a part, or one of several."""
_WITHOUT = regex(
    r"回避|剔除|扣除|撇除|不[含计算包](?![划])|除(?:了|去|开)?[^，。；]{1,16}(?:之?外|以外)"
    r"|\b(?:excluding|except|excluded|recus\w+|apart from|aside from|not counting)\b"
)
"""在董事长回避后，七名董事中..: fewer than the eight there are."""
_NEAR_WITHOUT = 24
_PER = regex(r"每[人个家天年月台辆名位份次周小]|\b(?:each|a (?:day|week|month|year)|per (?!cent)\w+)\b")
_SAME_AGAIN = regex(r"(?:\b(?:the|these|those|latter|former|both|all) |[这那])$")
"""The six directors, 这三人: those of whom was told before."""
_OF = regex(r"\b(?:of|among) (?:(?:the|its|his|her|their|all|some|about) )*$")
_AMONG = regex(r"[\u4e00-\u9fff]{0,4}?(?:里|中|当中|之中|里面|里头)(?![学心国部文午小央东方型间期层])")
_FROM = regex(
    r"从(?:最初|原先|原来|此前|之前)?的?[约近]?$|从[^，。；]{1,16}[到至为成][约近]?$"
    r"|\bfrom (?:[^,.;]{1,14} to )?(?:about |some |nearly )?$"
)
_TOTAL = regex(
    r"全部|所有|全体|旗下|共(?!同|和|识)|总计|合计|一共|都(?!市)"
    r"|\b(?:all|every|total|altogether|operates?|runs?|owns?)\b"
)
_COMPARED = regex(
    r"同比|环比|同期|较[上去前]|比[上去前]年|累计|年均|复合|季|财年|上半年|下半年|[月年度][末底]"
    r"|\b(?:year-on-year|quarter|from a year)\b"
)
_ELAPSED_BEFORE = regex(r"(?:过去|等了|等待|历时|用了|花了|耗时|within|took|after)(?: ?了)? ?$")
_ELAPSED_AFTER = regex(r" ?(?:之?内|之?后|才|later\b|after\b|时间内)")
_NEAR = {"zh": (22, 14), "en": (70, 50)}
"""Characters before and behind a number, in its clause, that say what it measures."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of a statement; ``near`` are the anchors round it."""

    statement: Statement
    quantity: Quantity
    kind: str
    """``time`` (in hours), ``clock``, ``ballot``, a currency, ``percent``, ``person``, or ``count``."""
    things: tuple[str, ...]
    """The nouns of what is counted, the head last, see `digest.story.statements.counting`."""
    near: frozenset[str]
    clause: str
    low: float
    high: float
    """What the writer may mean; a time in hours, from a little over half to nearly twice: people round."""

    @property
    def voice(self) -> tuple[int, int]:
        """One and the same of all copies of a sentence."""
        return self.statement.alike, self.quantity.start

    def said_in(self, copy: Statement) -> Measure:
        """The same in another statement of the same words."""
        return Measure(
            copy, self.quantity, self.kind, self.things, self.near, self.clause, self.low, self.high
        )

    @property
    def text(self) -> str:
        return self.statement.text[self.quantity.start : self.quantity.end].strip()

    @property
    def part(self) -> bool:
        """It counts a part, one of several, or those who are left without somebody."""
        return _PART.search(self.clause) is not None or self._without_some

    @property
    def _without_some(self) -> bool:
        text, quantity = self.statement.folded, self.quantity
        return _WITHOUT.search(text, max(0, quantity.start - _NEAR_WITHOUT), quantity.start) is not None

    @property
    def known(self) -> bool:
        """A small number of those of whom was told before, and no count."""
        before = self.statement.folded[max(0, self.quantity.start - 8) : self.quantity.start]
        return self.quantity.value < KNOWN and _SAME_AGAIN.search(before) is not None

    @property
    def whole(self) -> bool:
        """142 of 142个里有47个: of how many it is a part."""
        text, quantity = self.statement.folded, self.quantity
        return bool(
            _OF.search(text[max(0, quantity.start - 12) : quantity.start]) or _AMONG.match(text, quantity.end)
        )

    @property
    def changes(self) -> bool:
        """Of 从9500米改到9900米 either number: what something was, and became."""
        before = self.statement.folded[max(0, self.quantity.start - 24) : self.quantity.start]
        return _FROM.search(before) is not None

    @property
    def per(self) -> str:
        """每天 of 每天2.4亿元: of what it is a share, as it is written."""
        return _per(self.clause)

    @property
    def total(self) -> bool:
        return _TOTAL.search(self.clause) is not None

    @property
    def compared(self) -> frozenset[str]:
        return frozenset(_COMPARED.findall(self.clause))

    def of_other_things(self, other: Measure) -> bool:
        """Whether both say what they count, and it is not the same; two languages may have no word for it."""
        if not (self.things and other.things) or not set(self.things).isdisjoint(other.things):
            return False
        alike = self.statement.folded.isascii() == other.statement.folded.isascii()
        return alike or all(thing.isascii() for thing in (self.things[-1], other.things[-1]))

    def of_the_same(self, other: Measure) -> bool:
        """Whether one says what it counts, and the other counts it, too."""
        return bool(self.things or other.things) and self.counts(other)

    def counts(self, other: Measure) -> bool:
        """Whether both count one thing: young girls are no young children.

        What is told of people who are something (two founders) is told of no others (14 people).
        """
        if self.things and other.things:
            if self.statement.folded.isascii() and other.statement.folded.isascii():
                return self.things[-1] in other.things or other.things[-1] in self.things
            return not set(self.things).isdisjoint(other.things)
        named, bare = (self, other) if self.things else (other, self)
        if not named.things:
            return self.kind == "person" or self.quantity.unit == other.quantity.unit
        return bool({f"{kind}:{thing}" for thing in named.things for kind in "cw"} & bare.near)

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
        one_dial = self.kind not in (BALLOT, CLOCK) or self.kind == other.kind
        return one_dial and self.of_one_order(other) and self.apart(other)

    def of_one_order(self, other: Measure) -> bool:
        """Neither is so much larger that it must be of another thing; of times and votes either may be."""
        if self.kind in (BALLOT, CLOCK, "time"):
            return True
        return 1 / SIZE < self.quantity.value / (other.quantity.value or 1) < SIZE


@lru_cache(maxsize=16_384)
def _per(clause: str) -> str:
    found = _PER.search(clause)
    return found.group() if found else ""


def same_kind(one: Measure, other: Measure) -> bool:
    """Of one kind, or one counts people and the other does not say what: 3,200 workers, 1,800."""
    if one.kind == other.kind:
        return True
    bare = next((each for each in (one, other) if each.kind == "count"), None)
    return (
        {one.kind, other.kind} == {"count", "person"}
        and bare is not None
        and bare.quantity.unit in ("", "个")
    )


KNOWN = 20
HOUR = 60
"""In minutes."""
SIZE = 10
"""Two answers to one question are seldom ten times apart."""
_ROUNDED_TIME = 3**0.5 * 0.9999
"""Two times are apart when one is three times the other."""


def _span(quantity: Quantity, kind: str) -> tuple[float, float]:
    if kind == CLOCK:
        minutes = float(quantity.value) % clock.HALF_A_DAY
        return (minutes - HOUR / 2, minutes + HOUR) if quantity.approximate else (minutes - 5, minutes + 5)
    if quantity.unit in _HOURS:
        hours = float(quantity.value) * _HOURS[quantity.unit]
        return hours / _ROUNDED_TIME, hours * _ROUNDED_TIME
    low, high = amounts.span(quantity)
    return float(low), float(high)


def measures(material: Material, statement: Statement) -> tuple[Measure, ...]:
    """The numbers of a statement, dates and bare small ones apart."""
    if not (statement.quantities or statement.signs & _NUMERALS):
        return ()
    kept: dict[int, tuple[Measure, ...]] = material.answers[measures]
    known = kept.get(statement.rank)
    if known is None:
        first = material.statements[statement.alike]
        if first is statement:
            known = tuple(_measures(material, statement))
        else:
            known = tuple(each.said_in(statement) for each in measures(material, first))
        kept[statement.rank] = known
    return known


_NUMERALS = quantities.FIGURE.signs | cue("零").signs
"""Without a sign of one nothing is measured, and no time told."""


def told(material: Material) -> list[Measure]:
    """All numbers of all articles, in reading order."""
    return [each for statement in material.statements for each in measures(material, statement)]


def _measures(material: Material, statement: Statement) -> Iterator[Measure]:
    reach = _NEAR["en" if statement.folded.isascii() else "zh"]
    together = _compounds(statement)
    alone = (
        each for each in statement.quantities if not any(w.start <= each.start < w.end for w in together)
    )
    for quantity in (*alone, *together, *_times_and_votes(material, statement)):
        kind = _kind(statement, quantity)
        if not kind:
            continue
        start, end = slots.clause_span(statement, quantity.start)
        clause = statement.folded[start:end]
        start, end = _item(statement, quantity, start, end)
        low, high = max(start, quantity.start - reach[0]), min(end, quantity.end + reach[1])
        round_it = statement.folded[low : quantity.start] + " " + statement.folded[quantity.end : high]
        near = frozenset(_near(material, statement, round_it))
        things = counting.things(statement.folded, quantity) if kind in ("count", "person") else ()
        near |= {f"c:{thing}" for thing in things} & statement.anchors  # the noun is part of the number
        yield Measure(statement, quantity, kind, things, near, clause, *_span(quantity, kind))


_PARTS_ITEMS = regex(r"、|和(?=\d)")


def _item(statement: Statement, quantity: Quantity, start: int, end: int) -> tuple[int, int]:
    """Of a list with a number in each item (乘客107人、船员29人) what stands in its own item."""
    before = max(
        (each.end for each in statement.quantities if start <= each.end <= quantity.start), default=-1
    )
    behind = min(
        (each.start for each in statement.quantities if quantity.end <= each.start < end), default=-1
    )
    if before >= 0:
        parted = [found.end() for found in _PARTS_ITEMS.finditer(statement.folded, before, quantity.start)]
        start = max([start, *parted])
    if behind >= 0:
        parted = [found.start() for found in _PARTS_ITEMS.finditer(statement.folded, quantity.end, behind)]
        end = min([end, *parted])
    return start, end


def _kind(statement: Statement, quantity: Quantity) -> str:
    unit = quantity.unit
    if unit in (BALLOT, CLOCK):
        return unit
    if unit in ("times", "year-old", "time"):
        return ""
    if counting.is_of_people(statement.folded, quantity):
        return "person"
    if not unit and (
        quantity.value < 10 or _AGE.search(statement.folded, quantity.start - 2, quantity.end + 1)
    ):
        return ""
    return "time" if unit in amounts.DURATIONS else unit if unit in amounts.MEASURES else "count"


BALLOT, CLOCK = "ballot", "clock"
_AGE = regex(r", \d\d,|, \d\d$")
"""John Smith, 62, ..: in English a bare number between two commas is an age."""


def _times_and_votes(material: Material, statement: Statement) -> Iterator[Quantity]:
    """What numbers alone do not tell: 下午两点四十 in minutes, four to two as 4002."""
    from digest.language.numbers import Quantity

    for time in clock.find(statement.simple):
        if time.zoned:
            continue
        surface = statement.simple[time.start : time.end]
        yield Quantity(time.start, time.end, Decimal(time.minutes), CLOCK, surface, not time.exact)
    found = ballots.ratios(statement.folded)
    if found and ballots.is_vote(
        statement.folded, " ".join(each.folded for each in material.before(statement, 2))
    ):
        for each in found:
            surface = statement.simple[each.start : each.end]
            yield Quantity(each.start, each.end, Decimal(1000 * each.most + each.least), BALLOT, surface)


_COMPOUND = regex(
    rf"(?P<more>\d{{1,3}}|{numerals.ZH}{{1,3}})个?(?P<large>小时|钟头|分钟?)零?"
    rf"(?P<less>\d{{1,2}}|{numerals.ZH}{{1,3}})(?P<small>分钟?|秒)"
    rf"|(?P<hours>\d{{1,3}}|{numerals.EN}) (?P<long>hours?|minutes?)(?:,? and|,)? "
    rf"(?P<rest>\d{{1,2}}|{numerals.EN}(?:-{numerals.EN})?) (?P<short>minutes?|seconds?)"
)
_UNITS = {"小时": 60, "钟头": 60, "分": 1, "分钟": 1, "hour": 60, "minute": 1, "秒": 1 / 60, "second": 1 / 60}
"""In minutes."""


def _compounds(statement: Statement) -> tuple[Quantity, ...]:
    """六分四十秒, 2小时15分, one hour and ten minutes: one time, in the smaller unit."""
    from digest.language.numbers import Quantity

    if not _MAY_COMPOUND.search(statement.folded):
        return ()
    found = []
    for match in _COMPOUND.finditer(statement.folded):
        more, large, less, small = (each for each in match.groups() if each)
        first, second = numerals.integer(more), numerals.integer(less)
        size, part = (_UNITS[each.rstrip("s")] for each in (large, small))
        if first is None or second is None or size <= part:
            continue
        unit = "second" if part < 1 else "minute"
        value = Decimal(first * round(size / part) + second)
        found.append(
            Quantity(match.start(), match.end(), value, unit, statement.simple[slice(*match.span())], False)
        )
    return tuple(found)


_MAY_COMPOUND = cue("[分时头][零一二三四五六七八九十\\d]", "hour | minute")


def _near(material: Material, statement: Statement, text: str) -> Iterator[str]:
    for anchor in statement.anchors:
        kind, value = anchor[0], anchor[2:]
        if (kind == "w" and value in text) or (
            kind == "e" and any(name.lower() in text for name in material.spellings.get(value, ()))
        ):
            yield anchor
    for action in lexicon.actions(text):
        yield f"a:{action}"
    yield from told_concepts(text)
