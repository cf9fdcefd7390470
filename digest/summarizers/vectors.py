"""Sentences as sparse tf-idf rows, and sums of likeness in time linear in the text.

The likeness of two sentences is the cosine of their rows. Sums of likeness
(to all sentences, to the later ones, to the earlier ones) never need the
matrix of all pairs: summed over j, ``a_i . a_j`` is ``a_i . sum(a_j)``, and the
sums over later or earlier sentences are running sums within the column of each
unit. So a text of 1,000 sentences costs what it costs to read it, without
scipy. numpy is loaded here and nowhere else in `digest.summarizers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

KEYWORDS = 8
"""How many of the most widespread units of a text are its keywords."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """``values[k]`` stands in row ``rows[k]``, column ``columns[k]``; sorted by column, then row.

    Rows have length 1, or 0 for a sentence without a unit.
    """

    count: int
    index: dict[str, int]
    rows: Integers
    columns: Integers
    values: Floats
    idf: Floats

    def to_all(self) -> Floats:
        """Sum of likeness to every other sentence."""
        return self._times(self._by_column(self.values)) - self._by_row(self.values**2)

    def to_later_and_earlier(self) -> tuple[Floats, Floats]:
        """Sums of likeness to the sentences that follow, and to those that precede."""
        if not len(self.values):
            return np.zeros(self.count), np.zeros(self.count)
        running = np.cumsum(self.values)
        first = np.flatnonzero(np.r_[True, self.columns[1:] != self.columns[:-1]])
        sizes = np.diff(np.r_[first, len(self.columns)])
        before_column = np.repeat(running[first] - self.values[first], sizes)
        column_sum = np.repeat(np.add.reduceat(self.values, first), sizes)
        up_to = running - before_column
        earlier = self._by_row(self.values * (up_to - self.values))
        later = self._by_row(self.values * (column_sum - up_to))
        return later, earlier

    def rank(self, damping: float = 0.85, rounds: int = 20) -> Floats:
        """LexRank's continuous form (Erkan and Radev 2004, section 3.3); sums to the number of sentences."""
        own = self._by_row(self.values**2)
        degree = self.to_all()
        per_degree = np.where(degree > 1e-9, 1 / np.maximum(degree, 1e-9), 0.0)
        score = np.ones(self.count)
        for _ in range(rounds):
            given = score * per_degree
            mass = self._by_column(self.values * given[self.rows])
            score = (1 - damping) + damping * (self._times(mass) - own * given)
        return score

    def common(self) -> Floats:
        """How common its units are: the mean logarithm of the number of sentences that have each."""
        return self._by_row(np.log(self._spread())[self.columns]) / self._sizes()

    def frequency(self) -> Floats:
        """SumBasic's first pick (Nenkova and Vanderwende 2005): the mean frequency of its units."""
        return self._by_row(self._spread()[self.columns]) / self._sizes()

    def share_of_keywords(self) -> Floats:
        """How much of the text's keywords it has, for its size."""
        spread = self._spread()
        spread[spread < 2] = 0
        rest = np.argsort(-spread, kind="stable")[KEYWORDS:]
        spread[rest] = 0
        return self._by_row(spread[self.columns]) / max(1.0, float(spread.sum())) / np.sqrt(self._sizes())

    def introduced(self) -> Floats:
        """How much it brings up that the text comes back to: units that are new here and return."""
        spread = self._spread()
        first = np.r_[True, self.columns[1:] != self.columns[:-1]][: len(self.columns)]
        weight = np.log(spread)[self.columns] * first
        return self._by_row(weight) / np.sqrt(self._sizes())

    def _spread(self) -> Floats:
        """Number of sentences that have each unit, at least 1."""
        return self._by_column(np.ones(len(self.columns))).clip(min=1.0)

    def _sizes(self) -> Floats:
        """Number of different units of each sentence, at least 1."""
        return np.bincount(self.rows, minlength=self.count).astype(float).clip(min=1.0)

    def to_words(self, units: Sequence[str]) -> Floats:
        """Cosine of each sentence with a text given by its units; 0 where nothing is shared."""
        known = [self.index[unit] for unit in units if unit in self.index]
        vector = (
            np.bincount(np.array(known, dtype=np.int64), minlength=len(self.idf)) * self.idf
            if known
            else None
        )
        if vector is None or not vector.any():
            return np.zeros(self.count)
        unknown = len({unit for unit in units if unit not in self.index})
        rare = float(self.idf.max()) ** 2 * unknown
        return self._times(vector) / float(np.sqrt((vector**2).sum() + rare))

    def covers(self, units: Sequence[str]) -> Floats:
        """How much of the *units* each sentence has, 0 to 1, the rarer counting for more."""
        known = list({self.index[unit]: None for unit in units if unit in self.index})
        asked = np.zeros(len(self.idf))
        asked[known] = self.idf[known]
        return self._by_row(asked[self.columns]) / max(float(asked.sum()), 1e-12)

    def having(self, units: Sequence[str], least: int) -> Floats:
        """How many of the *units* that stand in at least *least* sentences each sentence has."""
        known = list({self.index[unit]: None for unit in units if unit in self.index})
        asked = np.zeros(len(self.idf))
        asked[known] = self._spread()[known] >= least
        return self._by_row(asked[self.columns])

    def to_sentence(self, row: int) -> Floats:
        """Likeness of every sentence to sentence *row*."""
        mine = self.rows == row
        vector = np.zeros(len(self.idf))
        vector[self.columns[mine]] = self.values[mine]
        return self._times(vector)

    def _times(self, vector: Floats) -> Floats:
        """Product of every row with *vector*, one number a column."""
        return self._by_row(self.values * vector[self.columns])

    def _by_column(self, values: Floats) -> Floats:
        return np.asarray(np.bincount(self.columns, values, len(self.idf)), dtype=float)

    def _by_row(self, values: Floats) -> Floats:
        return np.asarray(np.bincount(self.rows, values, self.count), dtype=float)


def vectors(sentences: Sequence[Sequence[str]]) -> Vectors:
    """tf-idf rows of *sentences*, each given as its units."""
    count = len(sentences)
    everything = [unit for units in sentences for unit in units]
    index = {unit: column for column, unit in enumerate(dict.fromkeys(everything))}
    flat = list(map(index.__getitem__, everything))
    width = max(1, len(index))
    lengths = [len(units) for units in sentences]
    cells, frequency = np.unique(
        np.array(flat, dtype=np.int64) * count + np.repeat(np.arange(count), lengths), return_counts=True
    )
    columns, rows = (cells // count, cells % count) if count else (cells, cells)
    spread = np.bincount(columns, minlength=width)
    idf = np.log((1 + count) / (0.5 + spread)).clip(min=0.0)
    values = (1 + np.log(frequency)) * idf[columns]
    norm = np.sqrt(np.bincount(rows, values**2, count))
    values = values / np.maximum(norm[rows], 1e-12)
    return Vectors(count, index, rows, columns, values, idf)
