"""When an undated article was filed: it has the day, the others of its story the month and the year. Pure.

Agencies write 新华社香港10月30日电, papers 昨日（24日）, and both leave the rest to the page, which the text
may have lost. Among articles of one story, of which one was published in that very week, there is no
doubt which month and which year it was.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from digest.language import datelines, dates
from digest.language.dates import Mention
from digest.language.lazy import regex
from digest.language.script import simplify
from digest.model import Document, Published

_NEAR = 14
"""Days from the day of another article: so far apart reports of one event may be."""
_LINES, _LONGEST = 40, 160
"""Lines of a text among which its dateline is looked for, and the characters of each."""
_NAMED_AND_COUNTED = regex(
    r"(?:(?<![如现当至迄而])今|昨)[日天晚]?[ ]?[(（][ ]?(?P<day>3[01]|[12]\d|0?[1-9])[ ]?日?[ ]?[)）]"
)
"""昨日（24日）, 今（26）日: the day of writing by its number."""


def by_dateline(document: Document, days: Sequence[str]) -> Published | None:
    """The day of the dateline, or the day that is today or yesterday in the text and has its number, where
    it is near one of *days* (``YYYY-MM-DD``, ascending), inferred.

    None without one, with a dateline that has its year (which is judged with the text), and where no
    day or several would do.
    """
    if not days:
        return None
    mention = _dateline(document)
    if mention is None:
        surface, may_be = _named_and_counted(document, days)
    elif mention.month is None or mention.day is None or mention.year is not None:
        return None
    else:
        surface, may_be = mention.surface, list(_in_years(days, mention.month, mention.day))
    found: dict[str, str] = {}
    for filed in may_be:
        first, last = ((filed + dt.timedelta(step)).isoformat() for step in (-_NEAR, _NEAR))
        at = bisect_left(days, first)
        if at < len(days) and days[at] <= last:
            found[filed.isoformat()] = days[at]
    if len(found) != 1:
        return None
    ((day, by),) = found.items()
    return Published(day, "day", True, f"{surface} ({by})")


def _dateline(document: Document) -> Mention | None:
    for line in document.article.text.split("\n", _LINES)[:_LINES]:
        opening = simplify(line.strip()[:_LONGEST])
        if datelines.may_open(opening):
            mentions = list(dates.find(opening))
            if datelines.end(opening, mentions):
                return mentions[0]
    return None


def _in_years(days: Sequence[str], month: int, day: int) -> Iterator[dt.date]:
    for year in range(int(days[0][:4]) - 1, int(days[-1][:4]) + 2):
        if filed := _day(year, month, day):
            yield filed


def _named_and_counted(document: Document, days: Sequence[str]) -> tuple[str, list[dt.date]]:
    """As it stands in the text, and the days of writing that it may mean: of the months of *days* and those
    beside them."""
    named = next(filter(None, (_NAMED_AND_COUNTED.search(each.text) for each in document.sentences)), None)
    if named is None:
        return "", []
    later = dt.timedelta(days="昨" in named[0])
    months = {(int(each[:4]), int(each[5:7]) + step) for each in days for step in (-1, 0, 1)}
    around = sorted((year + (month - 1) // 12, (month - 1) % 12 + 1) for year, month in months)
    told = (_day(year, month, int(named["day"])) for year, month in dict.fromkeys(around))
    return named[0], [each + later for each in told if each]


def _day(year: int, month: int, day: int) -> dt.date | None:
    """None of what no calendar has: 29 February of another year."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
