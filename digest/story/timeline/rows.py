"""Which events are shown, one row each, by date, with all articles that report it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.language.lazy import regex
from digest.model import Event
from digest.story.statements.material import DAY, Material
from digest.story.timeline import events, hollow, reports
from digest.story.timeline.events import Row

LIMIT, ROWS_ANYWAY, ROWS_EACH = 24, 9, 3
"""Rows at most; of few articles fewer."""
YEARS = 4
"""Rows of a bare year at most: background. Where room is left, as many again: a life is told in years."""
PER_MONTH = {10: 5, 7: 2, 4: 1}
"""Rows of one month (or bare year) at most, by the precision of the row that wants in."""
FEW_MONTHS = 8


def tell(material: Material) -> tuple[Event, ...]:
    """Rows ascending by date, at most `LIMIT`; of a date's events those that most articles tell first."""
    limit = min(LIMIT, ROWS_ANYWAY + ROWS_EACH * len(material.documents))
    rows = reports.with_undated(material, _best(events.rows(material), 4 * limit))
    rows = reports.without_slips(material, rows)
    rows = [reports.with_what_happened(material, reports.in_readers_words(material, row)) for row in rows]
    rows = _without_agendas(reports.without_hollow(rows))
    rows = reports.one_each(material, _best(rows, len(rows)))
    rows = _best(reports.in_one_language(material, rows), len(rows))
    chosen: list[Row] = []
    # First a row for every month, then the bare years, then more of the busy months.
    # A story of a few weeks has all its days in one month; of a life there are mostly years.
    short = min(limit, ROWS_ANYWAY + len(material.documents)) if len(_months(rows)) <= FEW_MONTHS else 0
    months, years, busy = {7: 1, 10: 1}, {4: PER_MONTH[4]}, {7: PER_MONTH[7], 10: PER_MONTH[10]}
    passes = (months, limit), (years, YEARS), (busy, limit), ({10: short}, short), (years, YEARS)
    for per_month, most in passes:
        room = most
        for row in rows:
            near = sum(each.date[:7] == row.date[:7] for each in chosen)
            fits = near < per_month.get(len(row.date), 0) and not _is_background_of(row, chosen)
            if not fits or row in chosen or (near and reports.repeats(material, row, chosen)):
                continue
            if len(chosen) < limit and room:
                chosen.append(row)
                room -= 1
    chosen.sort(key=lambda row: (_order(material, row), row.best.place))
    return tuple(_event(material, row) for row in chosen)


def _without_agendas(rows: Sequence[Row]) -> list[Row]:
    """*rows* without those that only say that a meeting is held whose result a row of that day tells."""
    ended = {row.date for row in rows if len(row.date) == DAY and hollow.is_result(row.best.simple)}
    return [row for row in rows if row.date not in ended or not hollow.is_agenda(row.best.simple)]


def _order(material: Material, row: Row) -> str:
    """The news of an article of which only the year is known stands where the article does."""
    known = material.known[row.best.document]
    return max(row.date, known) if row.headline and known[:4] == row.date else row.date


def _months(rows: Sequence[Row]) -> set[str]:
    return {row.date[:7] for row in rows if len(row.date) > 4}


def _is_background_of(row: Row, chosen: Sequence[Row]) -> bool:
    """A bare year that one article tells, or that stands for 上周日, when the year has rows that say more."""
    told_better = any(each.date[:4] == row.date and each.date != row.date for each in chosen)
    alone = len(row.told) < 2 or _WEEK.match(row.moment.resolved.evidence) is not None
    return len(row.date) == 4 and alone and not row.headline and told_better


_WEEK = regex(r"上个?(?:周|星期|礼拜)|last\b", re.IGNORECASE)
"""Of an article of which no more than its year is known."""


def _best(rows: Sequence[Row], limit: int) -> list[Row]:
    return sorted(rows, key=lambda row: (-row.score, row.date, row.best.place))[:limit]


def _event(material: Material, row: Row) -> Event:
    row = events.fresh(material, row)
    resolved = row.moment.resolved
    rule = f"timeline:fullest-of-{len(row.group)} ({resolved.evidence})"
    return Event(
        resolved.date,
        resolved.precision,
        resolved.inferred,
        material.excerpt(row.best, rule),
        material.ids(reports.witnesses(material, row)),
    )
