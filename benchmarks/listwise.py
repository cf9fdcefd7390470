"""A listwise model: soft-max of scores against soft-max of gains (Cao et al. 2007), under a normal prior."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ROUNDS = 24


def softmax(values: Floats) -> Floats:
    weights = np.exp(values - values.max())
    return np.asarray(weights / weights.sum())


def fit(
    designs: Sequence[Floats],
    targets: Sequence[Floats],
    counts: Sequence[float],
    *,
    prior: Floats,
    strength: Floats,
    bound: Floats,
    given: Sequence[Floats] | None = None,
) -> Floats:
    """The most probable weights, by Newton's method; a weight beyond its *bound* is held there.

    ``designs[i]`` has a row for each sentence of list *i* and a column for each
    weight, ``targets[i]`` the share of each sentence, *counts* how often a list
    counts, *given* scores that the sentences have already.
    """
    given = given or [np.zeros(len(rows)) for rows in designs]
    free, weights = np.ones(len(prior), dtype=bool), np.minimum(prior, bound)
    for _ in range(ROUNDS):
        slope, curve = strength * (weights - prior), np.diag(strength)
        for rows, target, count, so_far in zip(designs, targets, counts, given, strict=True):
            chance = softmax(so_far + rows @ weights)
            mean = rows.T @ chance
            slope -= count * (rows.T @ target - mean)
            curve += count * (rows.T @ (rows * chance[:, None]) - np.outer(mean, mean))
        step = np.zeros(len(prior))
        step[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        weights -= step
        beyond = weights > bound
        weights[beyond], free = bound[beyond], free & ~beyond
        if np.abs(step).max() < 1e-6 and not beyond.any():
            break
    return weights
