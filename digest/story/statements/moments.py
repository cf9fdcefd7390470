"""Dates held against each other, each as far as it is known: ``2024``, ``2024-05``, ``2024-05-23``. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.language.lazy import regex
from digest.story.statements.material import DAY, MONTH, Moment, Statement


@lru_cache(maxsize=16_384)
def compatible(one: str, other: str) -> bool:
    """Whether two dates can be of one event: equal as far as both go, and both to the month at least."""
    shorter = min(len(one), len(other))
    return one == other or (shorter >= MONTH and one[:shorter] == other[:shorter])


@lru_cache(maxsize=16_384)
def could_be(one: str, other: str) -> bool:
    """Whether two dates can be of one time, as far as both are known."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


@lru_cache(maxsize=16_384)
def after(one: str, other: str) -> bool:
    """Whether *one* is later than *other*, as far as both are known."""
    shorter = min(len(one), len(other))
    return one[:shorter] > other[:shorter]


def event_moment(statement: Statement) -> Moment | None:
    """The date of what a statement tells."""
    return statement.moment


def holds(vague: Statement, exact: Statement) -> bool | None:
    """Whether 3月初, which *vague* tells of, holds the day of *exact* (3月3日); None where neither is so."""
    part, day = event_moment(vague), event_moment(exact)
    if part is None or day is None or len(part.date) != MONTH or len(day.date) != DAY:
        return None
    # Without what it was counted from: 3月初 of 3月初 (2026-10-25).
    named = _PART_OF_MONTH.search(part.resolved.evidence.partition(" (")[0])
    if named is None or day.date[:MONTH] != part.date:
        return None
    return int(day.date[-2:]) in _DAYS_OF_PART[named.lastgroup or ""]


_PART_OF_MONTH = regex(
    "(?P<early>初|上旬|early)|(?P<mid>中旬?|mid)|(?P<late>底|末|下旬|late|end)", re.IGNORECASE
)
_DAYS_OF_PART = {"early": range(1, 11), "mid": range(10, 22), "late": range(20, 32)}
