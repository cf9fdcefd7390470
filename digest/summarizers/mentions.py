"""What a summary of the text would mention, unit by unit, and how much of that a sentence says.

An editor's summary says again what the text says often, early, in its title,
where paragraphs open. Each unit (a word, or a pair of Chinese characters) gets
the chance that a summary mentions it, by a logistic model whose weights are
learned (`digest.summarizers.weights`); Li, Qian and Liu (2013) rank by such
chances. What a set of sentences says for its length is then the sum of the
chances of the units it has, each counted once, so a sentence gains nothing by
saying again what is said already.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from digest.summarizers.vectors import Floats, Integers, Vectors

OF_SENTENCES = ("quote_share", "aside", "reasons", "turns", "question", "long", "short")
"""Features of sentences that say something of the units in them; a unit has the mean over its sentences."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """``traits[name]`` has one value for each unit of ``vectors``; ``widths`` says how long each unit is."""

    vectors: Vectors
    traits: dict[str, Floats]
    widths: Floats
    sizes: Floats
    """Length of each sentence, in units of `clauses.length`, at least 1."""

    def chances(self, weights: Mapping[str, float]) -> Floats:
        """The chance of each unit to be mentioned."""
        total = sum((weights[name] * self.traits[name] for name in weights), np.zeros(len(self.widths)))
        return np.asarray(1 / (1 + np.exp(-np.clip(total, -30, 30))))

    def said(self, chances: Floats, room: float) -> Said:
        """What is said of that before any sentence is taken. See `Said` for *room*."""
        return Said(self, chances * self.widths, room)


class Said:
    """How much the sentences taken so far say of what should be, for their length; it changes as they come.

    *room* is the length a summary has for each sentence beyond that of the
    sentences themselves; it keeps scraps from winning by being short.
    """

    def __init__(self, mentions: Mentions, worth: Floats, room: float) -> None:
        self._mentions, self._room = mentions, room
        self._left = worth.copy()
        self._said, self._length, self._count = 0.0, 0.0, 0

    def with_each(self) -> Floats:
        """What is said if that sentence comes next: 0 to about 1 for each sentence."""
        rows = self._mentions.vectors
        new = np.bincount(rows.rows, self._left[rows.columns], minlength=rows.count)
        length = self._length + self._mentions.sizes + self._room * (self._count + 1)
        return np.asarray((self._said + new) / length)

    def take(self, row: int) -> None:
        """From now on sentence *row* is said: its units count no more for another."""
        rows = self._mentions.vectors
        units = rows.columns[rows.rows == row]
        self._said += float(self._left[units].sum())
        self._left[units] = 0.0
        self._length += float(self._mentions.sizes[row])
        self._count += 1


def mentions(
    rows: Vectors, columns: Mapping[str, Floats], paragraphs: Integers, title: Sequence[str], sizes: Floats
) -> Mentions:
    """*columns* are features of the sentences by name, *title* the units of the title."""
    if not rows.index:
        return Mentions(rows, dict.fromkeys(names(), np.zeros(0)), np.zeros(0), sizes)
    widths = np.array([1.0 if unit >= _FIRST_OF_EAST_ASIA else 2.0 for unit in rows.index])
    in_title = np.zeros(len(widths))
    in_title[[rows.index[unit] for unit in title if unit in rows.index]] = 1.0
    return Mentions(rows, _traits(rows, columns, paragraphs, in_title), widths, sizes)


def names() -> tuple[str, ...]:
    """Every trait of a unit."""
    return _OF_PLACE + OF_SENTENCES


_OF_PLACE = tuple(
    """
    any often very_often share once opening early first second last first_paragraph
    title spread paragraphs often_and_early opens_paragraph
    """.split()
)


_FIRST_OF_EAST_ASIA = "\u2e80"
"""From here on a unit is one or two characters, not a word."""


def _traits(
    rows: Vectors, columns: Mapping[str, Floats], paragraphs: Integers, in_title: Floats
) -> dict[str, Floats]:
    # Entries are sorted by unit, then sentence: each unit is one run.
    starts = np.flatnonzero(np.r_[True, rows.columns[1:] != rows.columns[:-1]])
    sentences = np.diff(np.r_[starts, len(rows.columns)]).astype(float)
    begins = rows.rows[starts].astype(float)
    ends = rows.rows[np.r_[starts[1:], len(rows.columns)] - 1].astype(float)

    def mean(values: Floats) -> Floats:
        return np.asarray(np.add.reduceat(values[rows.rows], starts) / sentences)

    often, opening = np.log(sentences), np.exp(-begins / 3)
    found = paragraphs[rows.rows]
    changes = np.r_[0, (found[1:] != found[:-1]).astype(float)]
    changes[starts] = 1
    several = float(len(set(paragraphs.tolist())) > 2)
    return {
        "any": np.ones(len(starts)),
        "often": often,
        "very_often": often**2,
        "share": sentences / rows.count,
        "once": (sentences == 1).astype(float),
        "opening": opening,
        "early": 1 / np.sqrt(1 + begins),
        "first": (begins == 0).astype(float),
        "second": (mean(columns["second"]) > 0).astype(float),
        "last": (mean(columns["last"]) > 0).astype(float),
        "first_paragraph": (found[starts] == paragraphs[0]) * several,
        "title": in_title,
        "spread": (ends - begins) / max(1, rows.count - 1),
        "paragraphs": np.log(np.add.reduceat(changes, starts)),
        "often_and_early": often * opening,
        "opens_paragraph": (mean(columns["paragraph"]) > 0).astype(float),
        **{name: mean(columns[name]) for name in OF_SENTENCES},
    }
