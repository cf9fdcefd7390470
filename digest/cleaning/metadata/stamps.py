"""Days as sites stamp them, in figures alone: 24-04-09 11:20, 25.3.2024, 14 . 11 . 23, 113-06-12. Pure.

In running text such figures may be a version or a result; on a line of account
they are a day, where only one reading of them is one.
"""

from __future__ import annotations

import datetime as dt

from digest.language.lazy import regex
from digest.language.months import MONTH_EN, MONTHS_SHORT, WEEKDAY_EN

BEHIND = regex(
    r"\s+(?:(?:Posted|Published|Updated|Created|Last [Uu]pdated)\s*:?\s+)?(?:on )?"
    rf"(?:{WEEKDAY_EN}\.?,? )?"
    rf"{MONTH_EN} \d{{1,2}}, (?:19|20)\d\d,?(?: at)?"
    r" \d{1,2}:\d\d ?[AaPp]\.?[Mm]\b.{0,90}$"
)
"""Behind an English title, on its line: the day and the minute on which it was posted."""
_CLOCKED = regex(r"(?<!\d)(?P<year>[0-3]\d)[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)(?=[ t]+\d{1,2}:\d\d)")
"""Year first, its century left out; the time behind it says that it is no number of anything."""
_OF_THE_REPUBLIC = regex(r"(?<![\d-])(?P<year>1[01]\d)[-/.](?P<month>\d\d)[-/.](?P<day>\d\d)(?![\d-])")
"""An office in Taiwan counts the years from 1912."""
_PARTED = regex(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[ \t]+(?P<month>\d\d)[-/.](?P<day>\d\d)(?=[ \t]+\d{1,2}:\d\d)"
)
"""2021 01/26 08:52: the year, and apart from it the day."""
_WORDED = regex(rf"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>{'|'.join(MONTHS_SHORT)})-(?P<day>\d\d?)(?!\d)")
"""2026-jan-16, between figures the month as a word."""
_YEAR_LAST = regex(
    r"(?<!\d)(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日?\s?[,，]\s?(?P<year>(?:19|20)\d\d)(?!\s?年|\d)"
)
"""3月10日, 2015, as a blog translated from English has it."""
_FIGURES = regex(
    r"(?<![\d.])(?P<first>\d{1,2})(?P<sign>\s?[./]\s?)(?P<second>\d{1,2})(?P=sign)(?P<third>(?:19|20)\d\d|\d\d)(?![\d.])"
)
_CENTURY, _REPUBLIC = 2000, 1911


def stamped(fold: str, chinese: bool, day_first: bool) -> str | None:
    """The day in ISO form that a folded line gives in figures.

    *chinese*: the year may come first in it; *day_first*: before a dot stands the day, as in most languages.
    """
    if (clocked := _CLOCKED.search(fold)) is not None:
        return _day(_CENTURY + int(clocked["year"]), int(clocked["month"]), int(clocked["day"]))
    if (parted := _PARTED.search(fold)) is not None:
        return _day(int(parted["year"]), int(parted["month"]), int(parted["day"]))
    if (day := worded(fold)) is not None:
        return day
    republic = _OF_THE_REPUBLIC.search(fold) if chinese else None
    if republic is not None:
        return _day(_REPUBLIC + int(republic["year"]), int(republic["month"]), int(republic["day"]))
    found = _FIGURES.search(fold)
    if found is None:
        return None
    first, second, third = int(found["first"]), int(found["second"]), found["third"]
    dotted = "." in found["sign"]
    readings = set()
    if len(third) == 2 and chinese:
        readings = {_day(_CENTURY + first, second, int(third)), _day(_CENTURY + int(third), second, first)}
    else:
        year = int(third) if len(third) > 2 else _CENTURY + int(third)
        # With dots the day stands first, in Hong Kong as in Europe.
        readings = {_day(year, second, first)}
        if not (dotted and day_first):
            readings.add(_day(year, first, second))
    readings.discard(None)
    return readings.pop() if len(readings) == 1 else None


def worded(fold: str) -> str | None:
    """The day in ISO form that stands as 2026-jan-16, or with the year behind it, in a folded line."""
    found = _WORDED.search(fold)
    if found is not None:
        return _day(int(found["year"]), MONTHS_SHORT.index(found["month"]) + 1, int(found["day"]))
    last = _YEAR_LAST.search(fold) if "月" in fold else None
    return _day(int(last["year"]), int(last["month"]), int(last["day"])) if last else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
