"""Dates as people write them, in Chinese and English, and what day they mean. Pure.

`find` says what is written, `resolve` what it means, and only when that is
certain: libraries that guess turned 今年2月 into a day of the current month.
A month without a year is the latest one before the article's own date; a date
that could be two things is neither.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from digest.language._date_mention import Mention as Mention
from digest.model import Precision


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a mention means. ``date`` is ``2024``, ``2024-05`` or ``2024-05-23``.

    ``inferred`` is false only where the year itself is written. ``evidence``
    is the mention, and in brackets the date it was counted from.
    """

    date: str
    precision: Precision
    inferred: bool
    evidence: str


def find(text: str) -> list[Mention]:
    """All dates in *text*, in order, not overlapping; of two that overlap the longer.

    A day of the week beside a day of the month is one date with it: 1月9日，星期五; Friday, January 9.
    """
    mentions = [mention for grammar in _grammars() for mention in grammar(text)]
    mentions.sort(key=lambda m: (m.start, -m.end))
    kept: list[Mention] = []
    for mention in mentions:
        if kept and (whole := _apposed(text, kept[-1], mention)):
            kept[-1] = whole
        elif not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept


def _apposed(text: str, first: Mention, second: Mention) -> Mention | None:
    """The day that a day of the month and the day of the week beside it are; None where they are two."""
    if text[first.end : second.start].strip() not in ("", "，", ",", "（", "("):
        return None
    for day, weekday in ((first, second), (second, first)):
        if weekday.relative == "latest" and day.day is not None and not (day.until or day.relative):
            whole = text[first.start : second.end]
            return replace(day, start=first.start, end=second.end, surface=whole, weekday=weekday.weekday)
    return None


@cache
def _grammars() -> tuple[Callable[[str], Iterator[Mention]], ...]:
    """Imported by whoever looks for the first date: their patterns take longest of all to compile."""
    from digest.language import _dates_en, _dates_zh

    return _dates_zh.find, _dates_en.find


def resolve(mention: Mention, anchor: str = "", context: str = "") -> Resolved | None:
    """The date *mention* means, None when it is not certain.

    *anchor* is the date of publication, as precise as it is known (``2024-05``
    or "" too); *context* is the date last told in the same text, for 同月, 当天,
    3天后 and for years carried on (2015年5月……7月).
    """
    if mention.ambiguous and mention.year is None:
        return None
    if mention.year is not None and not mention.relative:
        return _written(mention)
    if mention.relative in _FROM_CONTEXT:
        return _counted(mention, _Day.parse(context), context)
    if mention.relative:
        return _counted(mention, _Day.parse(anchor), anchor)
    return _without_year(mention, anchor, context)


@dataclass(frozen=True, slots=True)
class _Day:
    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    @lru_cache(maxsize=4096)
    def parse(cls, text: str) -> _Day | None:
        parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text)
        return cls(*(int(part) for part in parts.groups() if part)) if parts else None

    @classmethod
    def of(cls, day: dt.date) -> _Day:
        return cls(day.year, day.month, day.day)

    @property
    def date(self) -> dt.date | None:
        return dt.date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def exists(self) -> bool:
        if not self.month:
            return 1000 <= self.year <= 2999
        return 1 <= self.month <= 12 and (
            not self.day or 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]
        )

    def months_on(self, months: int) -> _Day | None:
        if not self.month:
            return None
        count = self.year * 12 + self.month - 1 + months
        return _Day(count // 12, count % 12 + 1)

    def days_on(self, days: int) -> _Day | None:
        return _Day.of(self.date + dt.timedelta(days)) if self.date else None


def _resolved(day: _Day | None, mention: Mention, inferred: bool, origin: str = "") -> Resolved | None:
    if day is None or not day.exists:
        return None
    evidence = f"{mention.surface} ({origin})" if origin else mention.surface
    if not day.month:
        return Resolved(f"{day.year:04}", "year", inferred, evidence)
    if not day.day:
        return Resolved(f"{day.year:04}-{day.month:02}", "month", inferred, evidence)
    return Resolved(f"{day.year:04}-{day.month:02}-{day.day:02}", "day", inferred, evidence)


def _written(mention: Mention) -> Resolved | None:
    if mention.year is None:
        return None
    if mention.ambiguous:  # 05/06/2023: only the year is beyond doubt
        return _resolved(_Day(mention.year), mention, inferred=False)
    return _resolved(_Day(mention.year, mention.month, mention.day), mention, inferred=False)


def _without_year(mention: Mention, anchor: str, context: str) -> Resolved | None:
    """5月15日: the story's year if the story is in another one, else the latest before the anchor."""
    at, told = _Day.parse(anchor), _Day.parse(context)
    if mention.month is None:
        return _bare_day(mention, at, told)
    if told and (at is None or told.year != at.year):
        goes_on = told.month is not None and mention.month >= told.month
        return (
            _resolved(_Day(told.year, mention.month, mention.day), mention, True, context)
            if goes_on
            else None
        )
    if at is None:
        return None
    day = _Day(at.year, mention.month, mention.day)
    if at.month is None:
        # In January 12月3日 is last year's; later a day of another year is given its year.
        return _resolved(day, mention, True, anchor) if mention.day and mention.month <= _SAME_YEAR else None
    before = (day.month or 0, day.day or 0) <= (at.month, at.day or 31)
    if not before and at.month + 12 - mention.month <= LATELY_MONTHS:
        day, before = _Day(at.year - 1, mention.month, mention.day), True
    return _resolved(day, mention, True, anchor) if before else None


LATELY_MONTHS = 2
"""In January 12月29日 is last month's, as nobody would take it for what comes in eleven months."""
_SAME_YEAR = 10
"""Month up to which a day without a year is of the year in which it was written, if only that is known."""


def _bare_day(mention: Mention, at: _Day | None, told: _Day | None) -> Resolved | None:
    """15日 alone is of the month just told, else of the anchor's, when that is not in the future."""
    for origin in (told, at):
        if origin and origin.month and mention.day:
            if origin is at and mention.day > (at.day or 0):
                return None
            day = _Day(origin.year, origin.month, mention.day)
            return _resolved(day, mention, True, f"{origin.year:04}-{origin.month:02}")
    return None


# --- counted from a date ----------------------------------------------------------

_FROM_CONTEXT = frozenset(
    "same-year same-month same-day days-later weeks-later months-later years-later".split()
)
YEARS = {"this-year": 0, "last-year": -1, "year-before-last": -2, "next-year": 1, "same-year": 0}
_MONTHS = {"this-month": 0, "last-month": -1, "next-month": 1, "same-month": 0}
_DAYS = {"today": 0, "same-day": 0, "yesterday": -1, "day-before-yesterday": -2, "tomorrow": 1}
_WEEKS = {"this-week": 0, "last-week": -1, "next-week": 1}


def _counted(mention: Mention, origin: _Day | None, written: str) -> Resolved | None:
    if origin is None:
        return None
    return _resolved(_count(mention, origin), mention, inferred=True, origin=written)


def _count(mention: Mention, origin: _Day) -> _Day | None:
    kind = mention.relative
    if kind in YEARS:
        return _Day(origin.year + YEARS[kind], mention.month, mention.day)
    if kind in _MONTHS:
        month = origin.months_on(_MONTHS[kind])
        return _Day(month.year, month.month, mention.day) if month else None
    if kind in _DAYS:
        day = origin.days_on(_DAYS[kind])
        return _of_number(day, mention.day) if day and mention.day else day
    if kind in _WEEKS:
        return _week(origin, _WEEKS[kind], mention.weekday)
    if kind == "last":
        return _last_named(mention, origin)
    if kind == "latest":
        date, weekday = origin.date, mention.weekday
        return origin.days_on(-((date.weekday() - weekday) % 7)) if date and weekday is not None else None
    return _ago_or_later(mention, origin)


_PRINTED_LATER = 2
"""Days that a page may be dated after the day of writing."""


def _of_number(day: _Day, number: int) -> _Day | None:
    """昨（19）日: *day* if it is the 19th, else the 19th shortly before; None where the two disagree."""
    near = (day.days_on(-back) for back in range(_PRINTED_LATER + 1))
    return next((each for each in near if each and each.day == number), None)


def _week(origin: _Day, weeks: int, weekday: int | None) -> _Day | None:
    """A day of an ISO week; without a weekday the month, when the whole week lies in it."""
    if origin.date is None:
        return None
    monday = origin.date - dt.timedelta(origin.date.weekday()) + dt.timedelta(weeks=weeks)
    if weekday is not None:
        return _Day.of(monday + dt.timedelta(weekday))
    sunday = monday + dt.timedelta(6)
    return _Day(monday.year, monday.month) if monday.month == sunday.month else None


def _last_named(mention: Mention, origin: _Day) -> _Day | None:
    """``last May``, ``last Friday``: only where the latest one and last year's (week's) are the same."""
    if mention.month is not None:
        certain = origin.month is not None and mention.month >= origin.month
        return _Day(origin.year - 1, mention.month) if certain else None
    if mention.weekday is None or origin.date is None or mention.weekday < origin.date.weekday():
        return None
    return _week(origin, -1, mention.weekday)


def _ago_or_later(mention: Mention, origin: _Day) -> _Day | None:
    unit, _, way = mention.relative.partition("-")
    if mention.amount is None:
        return None
    amount = -mention.amount if way == "ago" else mention.amount
    if unit == "days":
        return origin.days_on(amount)
    # 一个月后 behind 2019年2月 counts months; 一个月前 on an unknown day of February may be December.
    if unit == "months" and mention.amount <= 12 and (origin.day or way == "later"):
        return origin.months_on(amount)
    if unit == "weeks":  # a week more or less is within what people call three weeks
        early, late = origin.days_on(7 * amount - 3), origin.days_on(7 * amount + 3)
        same = early and late and early.month == late.month
        return _Day(early.year, early.month) if same else None  # type: ignore[union-attr]
    return None  # years are rounded: 三年前 in spring is often four calendar years


def months_on(month: str, count: int) -> str:
    """The month *count* months after ``YYYY-MM``, or before it where *count* is below 0."""
    months = int(month[:4]) * 12 + int(month[5:7]) - 1 + count
    return f"{months // 12:04}-{months % 12 + 1:02}"


@lru_cache(maxsize=16_384)
def months_between(earlier: str, later: str) -> int:
    """Months from the one to the other, both ``YYYY-MM`` at least; below 0 when *later* is the earlier."""
    years = int(later[:4]) - int(earlier[:4])
    return years * 12 + int(later[5:7]) - int(earlier[5:7])
