"""One row an event, by date, each with all articles that report it. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from operator import itemgetter

from digest.model import Event
from digest.story import agreement, choosing, chronology, grouping, lexicon, standing, weights
from digest.story.material import Material, Moment, Statement

LIMIT, ROWS_ANYWAY, ROWS_EACH = 24, 9, 3
"""Rows at most; of few articles fewer."""
YEARS = 4
"""Rows of a bare year at most: background."""
PER_MONTH = {10: 5, 7: 2, 4: 1}
"""Rows of one month (or bare year) at most, by the precision of the row that wants in."""
SAME_EVENT = 5.0
"""Weight of shared anchors from which on two reports of one day are of one event."""
LEAST_FORM, LEAST_PRINTED = 0.28, 0.4
"""Form of a sentence that reports an event, and of the one that is printed for all: not 他今年4月辞职."""
CENTRAL = 0.35
"""Share of the most central statement's weight that makes a statement part of the story."""


def tell(material: Material) -> tuple[Event, ...]:
    """Rows ascending by date, at most `LIMIT`; of a date's events those that most articles tell first."""
    dated = [
        statement
        for statement in material.statements
        if chronology.event_moment(statement) and _eventful(material, statement)
    ]
    rows = [row for bucket in _buckets(dated).values() for row in _rows(material, bucket)]
    rows = [row for row in rows if choosing.form_beside_date(row.best) >= LEAST_PRINTED]
    rows = _without_vague(material, rows)
    limit = min(LIMIT, ROWS_ANYWAY + ROWS_EACH * len(material.documents))
    rows = _reported(material, _best(rows, 4 * limit))
    rows = _best(rows, len(rows))
    chosen: list[_Row] = []
    # First a row for every month, then the bare years, then more of the busy months.
    # A story of a few weeks has all its days in one month.
    short = min(limit, ROWS_ANYWAY + len(material.documents)) if len(_months(rows)) <= FEW_MONTHS else 0
    months, years, busy = {7: 1, 10: 1}, {4: PER_MONTH[4]}, {7: PER_MONTH[7], 10: PER_MONTH[10]}
    for per_month, most in ((months, limit), (years, YEARS), (busy, limit), ({10: short}, short)):
        room = most
        for row in rows:
            near = sum(each.date[:7] == row.date[:7] for each in chosen)
            fits = near < per_month.get(len(row.date), 0) and not _is_background_of(row, chosen)
            if fits and row not in chosen and len(chosen) < limit and room:
                chosen.append(row)
                room -= 1
    return tuple(_event(material, row) for row in sorted(chosen, key=lambda row: (row.date, row.best.place)))


FEW_MONTHS = 8


def _months(rows: Sequence[_Row]) -> set[str]:
    return {row.date[:7] for row in rows if len(row.date) > 4}


def _is_background_of(row: _Row, chosen: Sequence[_Row]) -> bool:
    """A bare year that one article tells, when the year has rows that say more."""
    told_better = any(each.date[:4] == row.date and each.date != row.date for each in chosen)
    return len(row.date) == 4 and len(row.told) < 2 and told_better


@dataclass(frozen=True, slots=True)
class _Row:
    score: float
    group: tuple[Statement, ...]
    told: frozenset[int]
    best: Statement
    moment: Moment

    @property
    def date(self) -> str:
        return self.moment.date


def _eventful(material: Material, statement: Statement) -> bool:
    """Something that someone did and that had happened when the article was written."""
    if choosing.form_beside_date(statement) < LEAST_FORM or standing.is_chat(statement.simple):
        return False
    if lexicon.HEDGE.search(statement.folded[:12]) or not _tells(statement):
        return False
    if not _of_the_story(material, statement):
        return False
    moment = chronology.event_moment(statement)
    published = material.documents[statement.document].published
    return bool(moment) and not (published and moment and chronology.after(moment.date, published.date))


def _tells(statement: Statement) -> bool:
    """It names an act or somebody; or opens with its date, to the month at least, and gives a number."""
    if statement.actions or statement.entities:
        return True
    moment = chronology.event_moment(statement)
    opens = moment is not None and moment.direct and len(moment.date) > 4 and moment.start < OPENS
    return opens and len(statement.words) >= WORDS


OPENS, WORDS = 6, 4
"""A date so near the start is what the sentence tells of; so many telling words are a fact, not a mood."""


def _of_the_story(material: Material, statement: Statement) -> bool:
    """It touches the theme's question or what most tell, or has a number, or a deed done once."""
    if not any(material.relevance.values()):
        return True
    exact = len(_date(statement)) > 4
    relevant = material.relevance[statement.place] > 0 or (
        exact and material.central[statement.place] >= CENTRAL
    )
    return relevant or any(anchor[0] == "q" or weights.once(anchor) for anchor in statement.anchors)


def _buckets(dated: Sequence[Statement]) -> dict[str, list[Statement]]:
    """By month; what is known to the year alone has a bucket of its own."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in dated:
        moment = chronology.event_moment(statement)
        assert moment
        found[moment.date[:7]].append(statement)
    return found


def _rows(material: Material, bucket: Sequence[Statement]) -> list[_Row]:
    """Statements of one event together; each is held against the groups it shares most with.

    Exact dates first: a report that gives only the month joins the day it
    agrees with best, and cannot tie two days together.
    """
    groups: list[list[Statement]] = []
    posted: dict[str, dict[int, None]] = defaultdict(dict)
    for statement in sorted(bucket, key=lambda each: (-len(_date(each)), each.place)):
        posts = [anchor for anchor in grouping.signposts(material, statement) if anchor[0] != "d"]
        near = grouping.nearest(chain.from_iterable(map(posted.__getitem__, posts)), grouping.MATCHES, 1)
        home = _home(material, statement, groups, near)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(statement)
        for anchor in posts:
            posted[anchor][home] = None
    return [_row(material, group) for group in groups]


def _home(
    material: Material, statement: Statement, groups: Sequence[Sequence[Statement]], near: Sequence[int]
) -> int | None:
    """The group, of a date that can be the same, with whose first members *statement* shares most."""
    date = _date(statement)
    fitting = [
        (weights.weigh(material, statement.anchors & each.anchors), -rank, each)
        for rank in near
        if chronology.compatible(date, _date(groups[rank][0]))
        for each in groups[rank][:3]
    ]
    fitting.sort(key=itemgetter(0, 1), reverse=True)
    return next((-rank for _, rank, each in fitting if _same(material, statement, each)), None)


def _date(statement: Statement) -> str:
    moment = chronology.event_moment(statement)
    return moment.date if moment else ""


def _same(material: Material, one: Statement, other: Statement) -> bool:
    mine, theirs = _date(one), _date(other)
    if not chronology.compatible(mine, theirs):
        return False
    if agreement.agree(material, one, other, by_deed=True):
        return True
    if mine != theirs or len(mine) < 10:
        return False
    shared = [anchor for anchor in one.anchors & other.anchors if anchor[0] != "d"]
    return len(shared) > 1 and weights.weigh(material, shared) >= SAME_EVENT


def _best(rows: Sequence[_Row], limit: int) -> list[_Row]:
    return sorted(rows, key=lambda row: (-row.score, row.date, row.best.place))[:limit]


def _reported(material: Material, rows: Sequence[_Row]) -> list[_Row]:
    """*rows* with the articles that tell the event without dating it."""
    found = []
    for row in rows:
        told = row.told | {
            rank for rank in grouping.articles(material, row.best) if _written_after(material, rank, row.date)
        }
        found.append(replace(row, told=told, score=row.score + len(told) - len(row.told)))
    return found


def _written_after(material: Material, rank: int, date: str) -> bool:
    published = material.documents[rank].published
    return published is None or not chronology.after(date, published.date)


def _without_vague(material: Material, rows: Sequence[_Row]) -> list[_Row]:
    """Rows of a bare year that another row tells with its month are counted there."""
    exact = [row for row in rows if row.moment.resolved.precision != "year"]
    kept: dict[int, _Row] = dict(enumerate(exact))
    for row in rows:
        if row.moment.resolved.precision != "year":
            continue
        home = next(
            (
                place
                for place, each in kept.items()
                if each.date[:4] == row.date
                and any(agreement.agree(material, one, row.best, by_deed=True) for one in each.group)
            ),
            None,
        )
        if home is None:
            kept[len(kept)] = row
        else:
            kept[home] = replace(kept[home], told=kept[home].told | row.told, score=kept[home].score + 0.5)
    return list(kept.values())


def _row(material: Material, group: Sequence[Statement]) -> _Row:
    """The fullest sentence stands for all, with the date that it gives itself."""
    best = max(group, key=lambda each: (_fullness(material, each), [-part for part in each.place]))
    moment = chronology.event_moment(best)
    assert moment
    told = {each.document for each in group}
    exact = {"day": 1.0, "month": 0.8, "year": -0.4}[moment.resolved.precision]
    score = len(told) + exact + material.central[best.place] + material.relevance[best.place]
    score -= 0.0 if moment.direct else 0.6
    score -= 0.6 if _describes(best, moment) else 0.0
    score += choosing.form_beside_date(best) + 0.3 * bool(best.actions)
    return _Row(score, tuple(group), frozenset(told), best, moment)


def _describes(statement: Statement, moment: Moment) -> bool:
    """The date belongs to a thing, not to what is told: 剩下的只有|9月才改制的|委员会."""
    before = statement.simple[: moment.start]
    return bool(before) and before[-1] not in "，；：,;: " and bool(_OF.match(statement.simple, moment.end))


_OF = re.compile("[^，。；]{1,14}的(?!时|是)")


def _event(material: Material, row: _Row) -> Event:
    resolved = row.moment.resolved
    rule = f"timeline:fullest-of-{len(row.group)} ({resolved.evidence})"
    return Event(
        resolved.date,
        resolved.precision,
        resolved.inferred,
        material.excerpt(row.best, rule),
        material.ids(row.told),
    )


def _fullness(material: Material, statement: Statement) -> float:
    moment = chronology.event_moment(statement)
    assert moment
    exact = {"day": 0.5, "month": 0.2, "year": 0.0}[moment.resolved.precision] if moment.direct else -0.2
    told = 0.12 * min(5, len(statement.anchors)) + 0.3 * bool(statement.actions)
    early = 0.3 if moment.start < 12 else 0.0
    fresh = choosing.freshness(material, statement)
    own = 1.0 if (material.documents[statement.document].language == "zh") == material.chinese else 0.75
    return own * choosing.form_beside_date(statement) * (0.5 + exact + told + early) * (0.6 + 0.4 * fresh)
