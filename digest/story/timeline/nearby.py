"""When an undated article was written: the days that it names lie among the days of the others. Pure.

A report writes 8月11日 and leaves the year to the page, which the text may have lost. Where all such days
lie near those of the other articles of its story in one year, and in no other, that is their year, and the
article was written on the last of them or later. Which month a bare 3日 is of is known where another
article tells the same of that day, and no second such day lies among theirs.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from digest.language.dates import Mention
from digest.language.lazy import regex
from digest.model import Published
from digest.story.dates import background
from digest.story.dates.chronology import mentions
from digest.story.matching import weights
from digest.story.statements.material import DAY, MONTH, Material, Statement

CLOSE, LOOSE = 14, 45
"""Days from a day of another article: of the one day that an article names, and of several."""
_MONTH_APART = 13
"""Days from a day of a known month at most at which a bare 3日 can be of but one month."""
_LATE = 12, 17
"""The last day, by month, that is surely of the year of writing."""
_BEFORE, _BEHIND = 7, 7
"""How long before the first report, and behind the last, what reports of bare days tell of may be."""
_TOLD = 5.0
"""Weight of what two sentences of one day share, from which on the one tells of the other's day."""
_LOOKS_BACK = regex(r"[周週]年|\d年[之以]?[前后]|anniversary|\byears? (?:ago|later|on)\b")
"""Who remembers names the same day, a year later."""
_PLANNED = regex("[原预][定订计]|计[划画畫]|应该?要?[在于]")
"""Before a day: when something was to be."""


@dataclass(frozen=True, slots=True)
class Since:
    """The last day that an article names (``YYYY-MM-DD``), and what that makes of its year."""

    day: str
    published: Published


@dataclass(slots=True)
class _Named:
    """What an article names: days with a month, bare days with their sentences, the latest year."""

    days: dict[tuple[int, int], str] = field(default_factory=dict)
    bare: dict[int, str] = field(default_factory=dict)
    told: list[tuple[int, Statement]] = field(default_factory=list)
    year: int = 0
    remembers: bool = False


class Days:
    """The days on which the articles of a story were written, and those near them that they tell in full."""

    def __init__(self, material: Material, proven: Mapping[int, str]) -> None:
        """*proven*: when undated articles were written, or since when, by rank, as far as that is known."""
        self._material = material
        self._days: dict[int, set[dt.date]] = defaultdict(set)
        self._told: dict[dt.date, list[Statement]] = defaultdict(list)
        self._written: dict[int, dt.date] = {}
        about: list[dt.date] = []
        for rank, document in enumerate(material.documents):
            known = document.published.date if document.published else proven.get(rank, "")
            if len(known) == DAY:
                self._written[rank] = dt.date.fromisoformat(known)
                self._days[rank].add(self._written[rank])
            if len(known) >= MONTH:
                about.append(dt.date.fromisoformat(f"{known}-15"[:DAY]))
        about.sort()
        for statement in material.statements:
            for moment in statement.moments:
                if len(moment.date) == DAY:
                    day = dt.date.fromisoformat(moment.date)
                    self._told[day].append(statement)
                    # 2019年12月31日 in a report of next April is what it looks back to.
                    if about and _distance(day, about) <= LOOSE and not moment.resolved.inferred:
                        self._days[statement.document].add(day)

    def since(self, rank: int) -> Since | None:
        """Since when the undated article *rank* was written, as far as the days that it names prove it."""
        named = _named(self._material.of(rank))
        kin = [other for other in self._days if other != rank and self._material.akin(rank, other)]
        if not (kin and (named.days or named.bare)):
            return None
        if named.days:
            return _by_days(named, sorted(set[dt.date]().union(*map(self._days.__getitem__, kin))))
        return self._by_bare_days(
            rank, named, sorted(self._written[other] for other in kin if other in self._written)
        )

    def _by_bare_days(self, rank: int, named: _Named, reports: Sequence[dt.date]) -> Since | None:
        """Each bare day is of one month only, near the *reports* of others, and one is told by another."""
        if not reports or named.remembers:
            return None
        first = reports[0] - dt.timedelta(_BEFORE)
        span = (reports[-1] - first).days + _BEHIND
        there: dict[int, list[dt.date]] = defaultdict(list)
        for day in (first + dt.timedelta(days) for days in range(span + 1)):
            there[day.day].append(day)
        if any(len(there[number]) != 1 for number in named.bare):
            return None
        latest = max(there[number][0] for number in named.bare)
        borne_out = any(self._is_told(rank, there[number][0], statement) for number, statement in named.told)
        if latest.year < named.year or not borne_out:
            return None
        return _since(latest, named.bare[latest.day], reports)

    def _is_told(self, rank: int, day: dt.date, statement: Statement) -> bool:
        """Whether another article tells of that *day* what *statement* does."""
        return any(
            other.document != rank
            and weights.weigh(
                self._material, [each for each in statement.anchors & other.anchors if each[0] not in "dc"]
            )
            >= _TOLD
            for other in self._told.get(day, ())
        )


def _by_days(named: _Named, near: Sequence[dt.date]) -> Since | None:
    placed: dict[tuple[int, int], dt.date] = {}
    for month, day in named.days:
        there = {each: _distance(each, near) for each in _in_years(month, day, near)}
        found = [each for each, apart in there.items() if apart <= CLOSE] or [
            each for each, apart in there.items() if apart <= LOOSE
        ]
        if len(found) > 1:
            return None
        if found:
            placed[month, day] = found[0]
    if not placed:
        return None
    latest = max(placed.values())
    closest = min(_distance(each, near) for each in placed.values())
    if closest > CLOSE or (len(placed) == 1 and named.remembers):
        return None
    later = any(each not in placed and each > (latest.month, latest.day) for each in named.days)
    if latest.year < named.year or later:
        return None  # it names a later day, too: of the next year, it may be
    surface = next(named.days[key] for key, each in placed.items() if each == latest)
    return _since(max([latest, *_near_bare(named, latest)]), surface, near)


def _since(latest: dt.date, surface: str, near: Sequence[dt.date]) -> Since | None:
    if (latest.month, latest.day) > _LATE:
        return None  # who tells of 30 December may write in January
    by = min(near, key=lambda each: (abs((each - latest).days), each))
    return Since(latest.isoformat(), Published(f"{latest.year:04}", "year", True, f"{surface} ({by})"))


def _named(told: Sequence[Statement]) -> _Named:
    named, planned = _Named(), set[tuple[int, int]]()
    for statement in told:
        text = statement.simple
        named.remembers = named.remembers or _LOOKS_BACK.search(statement.folded) is not None
        month_told = False
        for mention in mentions(text):
            to_come = background.is_to_come(text, mention.start, mention.end)
            if to_come or _PLANNED.search(text, 0, mention.start):
                planned.add((mention.month or 0, mention.day or 0))
                continue
            if mention.year is not None:
                named.year = max(named.year, mention.year)
            elif not mention.relative and not mention.ambiguous and mention.day:
                _add(named, mention, month_told, statement)
            month_told = month_told or bool(mention.month)
    # 将于7月6日宣判。..在7月6日的前一天: what one sentence awaits has come in none.
    named.days = {day: surface for day, surface in named.days.items() if day not in planned}
    return named


def _add(named: _Named, mention: Mention, month_told: bool, statement: Statement) -> None:
    assert mention.day
    if mention.month:
        named.days.setdefault((mention.month, mention.day), mention.surface)
    elif not month_told:  # 于4月4日再度被捕，25日..: of April
        named.bare.setdefault(mention.day, mention.surface)
        named.told.append((mention.day, statement))


def _in_years(month: int, day: int, near: Sequence[dt.date]) -> Iterator[dt.date]:
    """That day in the years of *near*, and beside them."""
    for year in sorted({each.year + more for each in near for more in (-1, 0, 1)}):
        try:
            yield dt.date(year, month, day)
        except ValueError:
            continue  # 29 February of another year


def _distance(day: dt.date, near: Sequence[dt.date]) -> int:
    """Days between *day* and the nearest of *near*."""
    at = bisect_left(near, day)
    return min(abs((day - each).days) for each in near[max(0, at - 1) : at + 1])


def _near_bare(named: _Named, latest: dt.date) -> Iterator[dt.date]:
    """The bare days that lie so near *latest* that they are of one month."""
    for shift in range(-_MONTH_APART, _MONTH_APART + 1):
        day = latest + dt.timedelta(shift)
        if day.day in named.bare:
            yield day
