"""How much of a story is told: a digest is shorter than what it digests. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

from digest.model import SECTIONS, Event, Excerpt, Story, sentences_of

SHARE = 0.5
"""Of the characters of its articles the sections of an issue have at most so many: the list of articles,
with their key points, comes on top, and the whole must be quicker to read than they."""
_FIRST = (
    ("lead", 3), ("differ", 1), ("points", 2), ("timeline", 3), ("quotes", 1), ("people", 1), ("ahead", 1),
    ("why", 1),
)  # fmt: skip
_THEN = (
    ("points", 1), ("timeline", 2), ("people", 2), ("quotes", 1), ("numbers", 1), ("differ", 1),
    ("ahead", 1), ("organisations", 1), ("why", 1),
)  # fmt: skip
"""Whose turn it is, with so many rows: once, and again and again."""
_TELLS_ITSELF = frozenset({"lead", "points", "timeline", "differ", "people"})
"""Sections whose rows are worth a second reading: a fact with its sources, a day, two sides, who it was."""


def within(story: Story, room: float, sections: Collection[str]) -> tuple[Story, tuple[Excerpt, ...]]:
    """The rows of *story* that *room* characters hold, in their order, and the sentences that went.

    Of the *sections* that a page shows: they take turns, each with its best row, and the first row stands
    in any case. What stands above already comes last among bodies, numbers and quotations.
    """
    rows = {section: _by_worth(story, section) if section in sections else [] for section in SECTIONS}
    if sum(_cost(row) for ranked in rows.values() for row in ranked) <= room:
        return story, ()
    kept: dict[str, list[Any]] = {section: [] for section in SECTIONS}
    shown: set[tuple[str, int]] = set()
    again: list[tuple[str, Any]] = []
    for section, row in chain(_in_turn(rows), again):
        places = {(each.article, each.source.start) for each in sentences_of(row)}
        if places <= shown and section not in _TELLS_ITSELF and (section, row) not in again:
            again.append((section, row))
        elif _cost(row) <= room or not shown:
            kept[section].append(row)
            shown |= places
            room -= _cost(row)
    told = {
        section: tuple(row for row in getattr(story, section) if any(row is each for each in kept[section]))
        for section in SECTIONS
        if section in sections
    }
    gone = (
        each
        for section in SECTIONS
        for row in rows[section]
        if not any(row is other for other in kept[section])
        for each in sentences_of(row)
    )
    return replace(story, **told), tuple(gone)


def _by_worth(story: Story, section: str) -> list[Any]:
    """The rows of a section, best first."""
    rows: tuple[Any, ...] = getattr(story, section)
    return _days_first(sorted(rows, key=worth)) if section == "timeline" else list(rows)


def _days_first(events: list[Event]) -> list[Event]:
    """*events*, best first; what one article tells of a day that another row has, or of a bare year, last."""
    seen: set[str] = set()
    first: list[Event] = []
    again: list[Event] = []
    years: list[Event] = []
    for event in events:
        alone = len(event.articles) < 2
        repeats = again if alone and event.date in seen else first
        (years if alone and event.precision == "year" else repeats).append(event)
        seen.add(event.date)
    return first + again + years


def worth(event: Event) -> tuple[int, int]:
    """Sorts what several articles tell before what one does, days before months and years."""
    return -len(event.articles), -len(event.date)


def _in_turn(rows: dict[str, list[Any]]) -> Iterator[tuple[str, Any]]:
    at = dict.fromkeys(rows, 0)
    turns: tuple[tuple[str, int], ...] = _FIRST
    while any(at[section] < len(ranked) for section, ranked in rows.items()):
        for section, count in turns:
            for row in rows[section][at[section] : at[section] + count]:
                yield section, row
            at[section] += count
        turns = _THEN
        at["lead"] = len(rows["lead"])


def _cost(row: Any) -> int:
    return sum(len(each.text) for each in sentences_of(row))
