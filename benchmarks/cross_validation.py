"""Repeated five-fold cross-validation over articles, some of which stand in several sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np
from rouge import Sample, interval

Trained = TypeVar("Trained")

FOLDS = 5


def cross_validate(
    samples: Sequence[Sample],
    train: Callable[[list[int]], Trained],
    gain: Callable[[int, Trained], float],
    rounds: int,
) -> None:
    """Print the mean *gain* of each set, each article judged by what never saw it.

    The interval is of the mean over articles, of the means over rounds: what
    is left when the luck of one division into folds is averaged away.
    """
    gained = np.zeros((rounds, len(samples)))
    # An article that stands in two sets is held out of both at once.
    texts = {text: number for number, text in enumerate(dict.fromkeys(one.text for one in samples))}
    place = np.array([texts[one.text] for one in samples])
    for seed in range(rounds):
        fold = (np.random.RandomState(seed).permutation(len(texts)) % FOLDS)[place]
        for held in range(FOLDS):
            trained = train([int(index) for index in np.flatnonzero(fold != held)])
            for index in np.flatnonzero(fold == held):
                gained[seed, index] = gain(int(index), trained)
    for name in dict.fromkeys(one.dataset for one in samples):
        mine = gained[:, [one.dataset == name for one in samples]]
        low, high = interval(mine.mean(0).tolist())
        print(
            f"{name:24} n {mine.shape[1]:4}  over lead {mine.mean():+.2f} [{low:+.1f}, {high:+.1f}]"
            f"  rounds differ by {mine.mean(1).std():.2f}"
        )
