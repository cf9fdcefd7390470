"""Who reports an event: the articles that tell it, those that bear its day out, who only repeats it. Pure."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from digest.language.lazy import regex
from digest.story.matching import agreement, grouping, untold, weights
from digest.story.statements import choosing, moments, outlook, standing
from digest.story.statements.material import DAY, MONTH, YEAR, Material, Statement
from digest.story.timeline import hollow
from digest.story.timeline.dating import SAME_DAY
from digest.story.timeline.events import EARLY, LEAST_PRINTED, SAME_EVENT, WELL, Row, shared_acts


def with_undated(material: Material, found: Sequence[Row]) -> list[Row]:
    """*found* with the articles that tell the event without dating it; they make it the more important."""
    return [
        replace(row, told=told, score=row.score + len(told) - len(row.told))
        for row in found
        if (
            told := row.told
            | {
                rank
                for rank in grouping.articles(material, row.best)
                if _written_after(material, rank, row.date)
            }
        )
    ]


def _written_after(material: Material, rank: int, date: str) -> bool:
    published = material.documents[rank].published
    return published is None or not moments.after(date, published.date)


def with_what_happened(material: Material, row: Row) -> Row:
    """*row* in the sentence right behind that says what, where its own says only that something happened."""
    if not hollow.is_hollow(row.best.simple):
        return row
    behind = [
        each
        for each in material.of(row.best.document)
        if 0 < each.index - row.best.index <= ANSWER_REACH and _says_what(row, each)
    ]
    if not behind or choosing.worn(material, behind[0]):
        return row
    return replace(
        row, best=behind[0], moment=replace(row.moment, resolved=replace(row.moment.resolved, inferred=True))
    )


ANSWER_REACH = 2
"""Sentences in which what was announced is told."""


def without_hollow(rows: Sequence[Row]) -> list[Row]:
    """*rows* without those that say that something happened on a day, and not what, where others of it do."""
    days = {row.date for row in rows if not hollow.is_hollow(row.best.simple)}
    return [row for row in rows if row.date not in days or not hollow.is_hollow(row.best.simple)]


def _says_what(row: Row, statement: Statement) -> bool:
    """An act or a number, of no later day, and nothing that is still open."""
    told = bool(statement.actions or statement.quantities) and not outlook.is_open(statement)
    own = statement.moment
    elsewhere = own is not None and own.date != row.date and (len(own.date) > YEAR or own.start < EARLY)
    later = any(moments.after(each.date, row.date) for each in statement.moments)
    stands = statement.grade == standing.STANDS and choosing.form(statement) >= WELL
    return told and stands and not (elsewhere or later)


def without_slips(material: Material, rows: Sequence[Row]) -> list[Row]:
    """*rows* without those that put an event into another year than the articles that write the year out.

    孙杨去年9月.. in an article that means the year before: its author's slip.
    """
    by_month: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if len(row.date) >= MONTH:
            by_month[row.date[5:7]].append(row)
    return [
        row for row in rows if not any(_corrects(material, each, row) for each in by_month[row.date[5:7]])
    ]


def _dated_by(row: Row) -> frozenset[int]:
    return frozenset(each.document for each in row.group)


def _corrects(material: Material, sure: Row, row: Row) -> bool:
    if len(_dated_by(row)) > 1 or len(_dated_by(sure)) < 2 or not row.moment.resolved.inferred:
        return False
    if sure.moment.resolved.inferred or abs(int(sure.date[:4]) - int(row.date[:4])) != 1:
        return False
    kinds = [{anchor[0] for anchor in _shared(row.best, each)} for each in sure.group[:NEAR]]
    return any({"a", "e"} <= kind for kind in kinds)  # somebody's act, a year apart to the month


def witnesses(material: Material, row: Row) -> frozenset[int]:
    """The documents that bear a row out: of a day those that give it, or its month; else all that tell it.

    几小时后 is no word for the 17th.
    """
    if len(row.date) < DAY:
        return row.told
    near = {other.document for other in grouping.matches(material, row.best) if _bears_out(other, row.date)}
    given = {
        other.document
        for other in material.carriers.get(f"d:{row.date[5:]}", ())
        if weights.weigh(material, _shared(row.best, other)) >= SAME_DAY
        and not (other.moments and not any(each.date == row.date for each in other.moments))
    }
    given = {rank for rank in given if _written_after(material, rank, row.date)}
    return frozenset({each.document for each in row.group} | (near & row.told) | given)


def repeats(material: Material, row: Row, others: Iterable[Row]) -> bool:
    """One of *others*, of the same time, tells what *row* tells: what one article says once more."""
    if len(row.told) > 1:
        return False
    near = [
        each for each in others if moments.compatible(each.date, row.date) and len(each.date) >= len(row.date)
    ]
    return any(
        _repeated(one, row.best) and weights.weigh(material, _shared(one, row.best)) >= SAME_EVENT
        for each in near
        for one in each.group
    )


def one_each(material: Material, rows: Sequence[Row]) -> list[Row]:
    """*rows*, best first, with those that tell an event once more put into the row that tells it better.

    Of one day: what tells no act, number or name's deed that is not told of that day, in half of its words.
    A month and a day of it: where somebody does in both what is done once.
    """
    kept: list[Row] = []
    by_month: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        near = by_month[row.date[:MONTH]] if len(row.date) >= MONTH else []
        home = _home(material, row, [(place, kept[place]) for place in near])
        if home is None:
            by_month[row.date[:MONTH]].append(len(kept))
            kept.append(row)
        else:
            kept[home] = _with(kept[home], row)
    return kept


def _home(material: Material, row: Row, near: Sequence[tuple[int, Row]]) -> int | None:
    """The place of the row of *near* that tells the event of *row*."""
    once = [(place, each) for place, each in near if _one_deed(material, row, each)]
    if once:
        return once[0][0]
    same = [(place, each) for place, each in near if each.date == row.date and len(row.date) == DAY]
    told = [statement for _, each in same for statement in each.group]
    mine = [anchor for anchor in row.best.anchors if anchor[0] != "d"]
    if not told or untold.anything(material, mine, told):
        return None
    place, best = max(same, key=lambda each: (untold.share(material, mine, each[1].group), -each[0]))
    return place if untold.share(material, mine, best.group) >= AGAIN else None


AGAIN = 0.5
"""Share of a row, by weight, that another of its day tells, from which on it is that event."""


def _one_deed(material: Material, row: Row, other: Row) -> bool:
    if len(row.date) == len(other.date) or not moments.compatible(row.date, other.date):
        return False
    vague, exact = sorted((row, other), key=lambda each: len(each.date))
    deeds = vague.best.told & material.done_once
    deeds |= {
        f"{who}>{_ENDED[act]}" for who, _, act in (deed.rpartition(">") for deed in deeds) if act in _ENDED
    }
    if any(untold.is_told(deed, (exact.best,)) for deed in deeds):
        return True
    acts = frozenset[str]().union(*(each.actions for each in exact.group))
    named = set(exact.best.entities)  # nobody may go untold
    if len(exact.date) < DAY or not (vague.best.actions <= acts and named.issuperset(vague.best.entities)):
        return False
    near = ((one, two) for one in vague.group[:NEAR] for two in exact.group[:NEAR])
    return any(_one_matter(material, one, two) for one, two in near)


def _one_matter(material: Material, one: Statement, other: Statement) -> bool:
    """Of one month: what they do is one act, and they share more than that."""
    shared = _shared(one, other)
    return bool(one.actions & other.actions) and weights.weigh(material, shared) >= SAME_EVENT


NEAR = 3
"""Of each row so many reports are held against each other."""
_ENDED = {"leave": "dismiss", "dismiss": "leave"}
"""Who was dismissed in a month and left in it left once."""


def _with(row: Row, again: Row) -> Row:
    """*row* with who tells it in *again*, too; the more exact date is its date."""
    first, second = (row, again) if len(row.date) >= len(again.date) else (again, row)
    return replace(
        first,
        score=max(row.score, again.score),
        group=(*first.group, *second.group),
        told=row.told | again.told,
    )


FOREIGN = 0.5
"""How much more its score must be for a row in another language to stand beside one of its day."""


def in_one_language(material: Material, rows: Sequence[Row]) -> list[Row]:
    """*rows* without those in another language than the readers' where that day has one that tells as much.

    Nor is April 25 (UTC) a day beside 4月26日: it is one night, by the clock of the world.
    """
    native = [row for row in rows if weights.latin(row.best) != material.chinese]
    days: dict[str, list[Row]] = defaultdict(list)
    beside: dict[str, list[Row]] = defaultdict(list)
    for row in native:
        days[row.date].append(row)
        for moment in row.best.moments:
            beside[moment.date].append(row)
    return [
        row
        for row in rows
        if weights.latin(row.best) != material.chinese
        or not (
            any(_tells_as_much(material, row, each) for each in days.get(row.date, ()))
            or _adds_nothing(material, row, days.get(row.date, ()))
            or _beside(row, days.keys())
            or any(_has_it_too(material, row, each) for each in beside.get(row.date, ()))
        )
    ]


def _tells_as_much(material: Material, row: Row, other: Row) -> bool:
    """Of one day, and of something in common: two things may happen on a day."""
    common = weights.weigh(material, _shared(row.best, other.best))
    return other.score >= row.score - FOREIGN and common >= IN_COMMON


def _adds_nothing(material: Material, row: Row, day: Sequence[Row]) -> bool:
    """It is of a day of which the readers' own language tells all its acts and numbers."""
    told = [statement for each in day for statement in each.group]
    return bool(told) and len(row.date) == DAY and not untold.anything(material, row.best.anchors, told)


def in_readers_words(material: Material, row: Row) -> Row:
    """*row* in a sentence of the readers' language that tells the same of that day, where there is one."""
    if len(row.date) < DAY or weights.latin(row.best) != material.chinese:
        return row
    day = f"d:{row.date[5:]}"
    native = [
        each
        for each in material.carriers.get(day, ())
        if weights.latin(each) != material.chinese
        and material.akin(each.document, row.best.document)
        and _of_one_act(material, row.best, each)
        and choosing.form_beside_date(each) >= LEAST_PRINTED
        and not choosing.worn(material, each)
    ]
    best = max(native, key=lambda each: weights.shared(material, row.best, each), default=None)
    if best is None:
        return row
    own = next((each for each in best.moments if each.date == row.date), None)
    # It may say 11日 only: that the day is its own is known from who tells the same.
    moment = own or replace(row.moment, resolved=replace(row.moment.resolved, inferred=True))
    return replace(row, best=best, moment=moment)


def _of_one_act(material: Material, one: Statement, other: Statement) -> bool:
    acts = untold.predicates(material, one.anchors & other.anchors)
    return any(anchor[0] in "ax" for anchor in acts) or bool(agreement.agree(material, one, other))


IN_COMMON = 4.0
"""Weight of what they share; two languages share names, numbers and acts, and no words."""


def _has_it_too(material: Material, row: Row, other: Row) -> bool:
    """2月，他离开；4月，她也辞职: the row of February tells of April, too."""
    deeds = row.best.told & other.best.anchors & material.done_once
    return bool(deeds) and len(row.told) <= len(other.told)


def _beside(row: Row, days: Collection[str]) -> bool:
    if len(row.date) < DAY or not _UTC.match(row.best.simple, row.moment.end):
        return False
    day = dt.date.fromisoformat(row.date)
    return any((day + dt.timedelta(shift)).isoformat() in days for shift in (-1, 1))


_UTC = regex(r" ?[(（]?(?:UTC|GMT)\b")


def _repeated(one: Statement, other: Statement) -> bool:
    """Of two languages an act is all they share; of one, none may be told that is another."""
    if weights.latin(one) != weights.latin(other):
        return bool(one.actions & other.actions)
    return shared_acts(one, other)


def _shared(one: Statement, other: Statement) -> list[str]:
    return [anchor for anchor in one.anchors & other.anchors if anchor[0] != "d"]


def _bears_out(statement: Statement, date: str) -> bool:
    return any(moments.compatible(each.date, date) for each in statement.moments)
