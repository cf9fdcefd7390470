"""Which article tells a number best: one that has it for the same thing, and can be read alone. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from digest.story.differences.clash import SAME_SUBJECT
from digest.story.matching import agreement, weights
from digest.story.statements import amounts, choosing
from digest.story.statements.material import Material, Statement
from digest.story.statements.measures import Measure

STANDS = 0.6
FINE = 3
"""Digits of a number that two sentences hardly have by chance."""


def with_the_number(material: Material, measure: Measure, everything: Sequence[Measure]) -> Statement | None:
    """The best sentence of another article that gives the number as a fact, and of the same."""
    mine = measure.statement

    def rank(other: Measure) -> tuple[float, ...]:
        about = frozenset(each for each in other.statement.anchors & mine.anchors if each[0] not in "qnr")
        return (
            weights.latin(other.statement) == weights.latin(mine),
            weights.weigh(material, about),
            choosing.form(other.statement),
            *(-p for p in other.statement.place),
        )

    found = [
        each
        for each in everything
        if each.statement.document != mine.document
        and (each.kind == measure.kind or not (each.quantity.unit and measure.quantity.unit))
        and amounts.same_value(each.quantity, measure.quantity)
        and not each.of_other_things(measure)
        and choosing.form(each.statement) >= STANDS
        and _of_the_same(material, each, measure)
    ]
    return max(found, key=rank).statement if found else None


def _of_the_same(material: Material, one: Measure, other: Measure) -> bool:
    """A number of three digits or a time to the minute tells by itself; any other, by what else is shared."""
    shared = one.statement.anchors & other.statement.anchors
    fine = amounts.digits(other.quantity.value) >= FINE
    if fine or any(map(weights.is_rare_number, shared)):
        return True
    about = weights.weigh(material, (each for each in shared if each[0] not in "qnrd"))
    return about >= SAME_SUBJECT or (
        one.kind == other.kind != "time" and not weights.latin(one.statement) and about >= 1
    )


def best_tellers(
    material: Material, one: Measure, other: Measure, topic: frozenset[str], everything: Sequence[Measure]
) -> tuple[Measure, Measure]:
    """The same two numbers from two articles, where another has one of them for the same thing."""
    pairs = [
        (first, second)
        for first in _tellers(material, one, topic, everything)
        for second in _tellers(material, other, topic, everything)
    ]

    def rank(pair: tuple[Measure, Measure]) -> tuple[float, ...]:
        first, second = pair[0].statement, pair[1].statement
        abroad = any(
            weights.latin(each) != weights.latin(written.statement)
            for each, written in ((first, one), (second, other))
        )
        together = (first.document == second.document) + (first is second)
        rounded = sum(
            float(abs(each.quantity.value - written.quantity.value) / (written.quantity.value or 1))
            for each, written in zip(pair, (one, other), strict=True)
        )
        form = -choosing.form(first) - choosing.form(second)
        return together, abroad, rounded > EXACT, form, *first.place, *second.place

    return min(pairs, key=rank)


EXACT = 0.05
"""So far apart two tellers of one number may be, as a share of it, and neither is the vaguer."""


def _tellers(
    material: Material, measure: Measure, topic: frozenset[str], everything: Sequence[Measure]
) -> list[Measure]:
    """*measure*, and others of the same number that measure the same.

    Words stand near both, or both say the same, or they have a good part of the
    *topic* in common: what else the article says where it gives the number.
    """
    found = [measure]
    for each in _alike(measure, everything):
        if each.statement.document == measure.statement.document:
            continue
        near = each.near & measure.near
        about = weights.weigh(material, each.statement.anchors & topic & material.heft.keys())
        if near or about >= SAME_SUBJECT or agreement.agree(material, measure.statement, each.statement):
            found.append(each)
    return found


def _alike(measure: Measure, everything: Sequence[Measure]) -> Iterator[Measure]:
    """Other measures of its kind that may be the same number, written otherwise."""
    value = measure.quantity.value
    for each in everything:
        close = each.kind == measure.kind and abs(each.quantity.value - value) <= NEARLY * value
        if close and each.statement is not measure.statement and not each.apart(measure):
            yield each


NEARLY = Decimal("0.08")
"""So much of a number may be rounded away: 31 % is over 30 %."""
