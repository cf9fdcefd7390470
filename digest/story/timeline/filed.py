"""When an undated article was filed: its dateline has the day, the others of its story the year. Pure.

Agencies write 新华社香港10月30日电 and leave the year to the page, which the text may have lost. Among
articles of one story, of which one was published in that very week, there is no doubt which year it was.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

from digest.language import datelines, dates
from digest.language.dates import Mention
from digest.language.script import simplify
from digest.model import Document, Published

_NEAR = 14
"""Days from the day of another article: so far apart reports of one event may be."""
_LINES, _LONGEST = 40, 160
"""Lines of a text among which its dateline is looked for, and the characters of each."""


def by_dateline(document: Document, days: Sequence[str]) -> Published | None:
    """The day of the dateline in the one year in which it is near one of *days* (``YYYY-MM-DD``, ascending),
    inferred.

    None without a dateline, with one that has its year (which is judged with the text), and where no year
    or several would do.
    """
    mention = _dateline(document) if days else None
    if mention is None or mention.month is None or mention.day is None or mention.year is not None:
        return None
    found: dict[str, str] = {}
    for year in range(int(days[0][:4]) - 1, int(days[-1][:4]) + 2):
        try:
            filed = dt.date(year, mention.month, mention.day)
        except ValueError:
            continue  # 29 February of another year
        first, last = ((filed + dt.timedelta(step)).isoformat() for step in (-_NEAR, _NEAR))
        at = bisect_left(days, first)
        if at < len(days) and days[at] <= last:
            found[filed.isoformat()] = days[at]
    if len(found) != 1:
        return None
    ((day, by),) = found.items()
    return Published(day, "day", True, f"{mention.surface} ({by})")


def _dateline(document: Document) -> Mention | None:
    for line in document.article.text.split("\n", _LINES)[:_LINES]:
        opening = simplify(line.strip()[:_LONGEST])
        if datelines.may_open(opening):
            mentions = list(dates.find(opening))
            if datelines.end(opening, mentions):
                return mentions[0]
    return None
