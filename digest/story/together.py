"""The stories of several threads as one: together about as long as the story of one. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from digest.model import SECTIONS, Person, Story
from digest.story.brevity import worth

_ROWS = {
    "lead": (2, 3), "why": (1, 3), "points": (3, 10), "timeline": (4, 24), "differ": (1, 8),
    "people": (1, 12), "organisations": (0, 8), "numbers": (0, 6), "quotes": (0, 5), "ahead": (1, 5),
}  # fmt: skip
"""Of a section: rows that any thread may have, and those that all share in proportion to their articles."""


def as_one(told: Sequence[tuple[Story, int]]) -> Story:
    """Stories, each with the number of its articles, section by section; a single one as it is.

    Who is in several stands in the first of them, once.
    """
    if len(told) == 1:
        return told[0][0]
    whole = sum(articles for _, articles in told)
    rows: dict[str, tuple[Any, ...]] = {
        section: tuple(row for story, articles in told for row in _best(story, section, articles / whole))
        for section in SECTIONS
    }
    for section in ("people", "organisations"):
        rows[section] = _merged(rows[section])
    for field in ("dates", "further"):
        rows[field] = tuple(each for story, _ in told for each in getattr(story, field))
    return Story(**rows)


def _best(story: Story, section: str, share: float) -> tuple[Any, ...]:
    least, most = _ROWS[section]
    room = max(least, int(most * share))
    if section != "timeline":
        rows: tuple[Any, ...] = getattr(story, section)
        return rows[:room]
    kept = sorted(enumerate(story.timeline), key=lambda row: (*worth(row[1]), row[0]))[:room]
    return tuple(event for _, event in sorted(kept, key=lambda row: row[0]))


def _merged(people: Sequence[Person]) -> tuple[Person, ...]:
    known: dict[str, Person] = {}
    for row in people:
        first = known.get(row.name, row)
        known[row.name] = replace(
            first,
            aliases=tuple(dict.fromkeys((*first.aliases, *row.aliases))),
            articles=tuple(dict.fromkeys((*first.articles, *row.articles))),
        )
    return tuple(known.values())
