"""One row an event, by date, each with all articles that report it. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from digest.model import Event
from digest.story import choosing, chronology, lexicon
from digest.story.material import Material, Moment, Statement

LIMIT = 24
SAME_EVENT = 0.9
"""Weight of shared anchors, in units of the mean anchor, from which on two reports of a date are of one event."""
LEAST_FORM = 0.28


def tell(material: Material) -> tuple[Event, ...]:
    """Rows ascending by date, at most `LIMIT`; of a date's events those that most articles tell first."""
    dated = [
        statement
        for statement in material.statements
        if chronology.event_moment(statement) and _eventful(statement)
    ]
    rows = [row for bucket in _buckets(dated).values() for row in _rows(material, bucket)]
    rows.sort(key=lambda row: (-row.score, row.date, row.best.place))
    chosen: list[_Row] = []
    dates: dict[str, int] = defaultdict(int)
    for row in rows:
        if dates[row.date] < (2 if len(row.date) == 10 else 1) and len(chosen) < LIMIT:
            dates[row.date] += 1
            chosen.append(row)
    return tuple(_event(material, row) for row in sorted(chosen, key=lambda row: (row.date, row.best.place)))


@dataclass(frozen=True, slots=True)
class _Row:
    score: float
    group: tuple[Statement, ...]
    best: Statement
    moment: Moment

    @property
    def date(self) -> str:
        return self.moment.date


def _eventful(statement: Statement) -> bool:
    if choosing.form(statement) < LEAST_FORM or lexicon.HEDGE.search(statement.folded[:12]):
        return False
    return bool(statement.actions or statement.entities)


def _buckets(dated: Sequence[Statement]) -> dict[str, list[Statement]]:
    """By month; what is known to the year alone has a bucket of its own."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in dated:
        moment = chronology.event_moment(statement)
        assert moment
        found[moment.date[:7]].append(statement)
    return found


def _rows(material: Material, bucket: Sequence[Statement]) -> list[_Row]:
    groups: list[list[Statement]] = []
    for statement in bucket:
        home = next(
            (group for group in groups if any(_same(material, statement, each) for each in group)), None
        )
        if home is None:
            groups.append([statement])
        else:
            home.append(statement)
    return [_row(material, group) for group in groups]


def _same(material: Material, one: Statement, other: Statement) -> bool:
    mine, theirs = chronology.event_moment(one), chronology.event_moment(other)
    assert mine and theirs
    if not chronology.compatible(mine.date, theirs.date):
        return False
    shared = [anchor for anchor in one.anchors & other.anchors if anchor[0] != "d"]
    mean = sum(material.weights.values()) / max(1, len(material.weights))
    weight = sum(material.weights[anchor] for anchor in shared if anchor[0] in "aeq") + 0.5 * sum(
        material.weights[anchor] for anchor in shared if anchor[0] == "w"
    )
    return weight >= SAME_EVENT * mean


def _row(material: Material, group: Sequence[Statement]) -> _Row:
    """The fullest sentence stands for all, with the date that it gives itself."""
    best = max(group, key=lambda each: (_fullness(material, each), [-part for part in each.place]))
    moment = chronology.event_moment(best)
    assert moment
    sources = len({each.document for each in group})
    score = sources + material.central[best.place] + 0.5 * choosing.form(best) + 0.3 * bool(best.actions)
    return _Row(score, tuple(group), best, moment)


def _event(material: Material, row: _Row) -> Event:
    resolved = row.moment.resolved
    rule = f"timeline:fullest-of-{len(row.group)} ({resolved.evidence})"
    return Event(
        resolved.date,
        resolved.precision,
        resolved.inferred,
        material.excerpt(row.best, rule),
        material.ids(each.document for each in row.group),
    )


def _fullness(material: Material, statement: Statement) -> float:
    moment = chronology.event_moment(statement)
    assert moment
    exact = {"day": 0.5, "month": 0.2, "year": 0.0}[moment.resolved.precision]
    told = 0.12 * min(5, len(statement.anchors)) + 0.3 * bool(statement.actions)
    early = 0.3 if moment.start < 12 else 0.0
    fresh = choosing.freshness(material, statement)
    return choosing.form(statement) * (0.5 + exact + told + early) * (0.6 + 0.4 * fresh)
