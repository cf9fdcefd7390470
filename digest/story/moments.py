"""Dates held against each other, each as far as it is known: ``2024``, ``2024-05``, ``2024-05-23``. Pure."""

from __future__ import annotations

from functools import lru_cache

from digest.story.material import MONTH, Moment, Statement


@lru_cache(maxsize=16_384)
def compatible(one: str, other: str) -> bool:
    """Whether two dates can be of one event: equal as far as both go, and both to the month at least."""
    shorter = min(len(one), len(other))
    return one == other or (shorter >= MONTH and one[:shorter] == other[:shorter])


def could_be(one: str, other: str) -> bool:
    """Whether two dates can be of one time, as far as both are known."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def after(one: str, other: str) -> bool:
    """Whether *one* is later than *other*, as far as both are known."""
    shorter = min(len(one), len(other))
    return one[:shorter] > other[:shorter]


def event_moment(statement: Statement) -> Moment | None:
    """The date of what a statement tells: its first that is not a mere 以来 or 截至."""
    for moment in statement.moments:
        if not moment.since:
            return moment
    return None
