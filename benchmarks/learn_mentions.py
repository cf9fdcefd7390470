"""Learn how likely a summary, or a headline, is to mention a unit of its text; used by ``learn_salience.py``.

A logistic model over the traits of units (`digest.summarizers.mentions`), each
text counting as one whatever its length, under a normal prior at zero. An
article gives hundreds of units and one summary, so this learns from a hundred
articles what weights of sentences need a thousand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rouge import Sample

from digest.language.script import simplify
from digest.summarizers.features import Features, terms
from digest.summarizers.mentions import names

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Task:
    """Which sets teach it and how much an article of each counts, traits it may look at, and its contexts."""

    sets: dict[str, float]
    traits: tuple[str, ...]
    contexts: tuple[str, ...]


SUMMARY = Task(
    {
        "newsbench_zh": 6,
        "cnn_corpus": 1,
        "multinews200": 2,
        "cnndm_realsumm": 1,
        "cnndm_summeval": 1,
    },
    names(),
    ("always", "long", "chinese"),
)
HEADLINE = Task(
    {"newsbench_headline_zh": 3, "lcsts_part3": 0.5, "finna_headline": 0.5},
    # The reference is the title, so a title is no evidence.
    tuple(name for name in names() if name != "title"),
    ("always", "long", "flash"),
)
STRENGTH = {"always": 60.0, "long": 240.0, "chinese": 300.0, "flash": 240.0}
"""Of the prior, for an article that counts as 100 units. What differs between texts must be shown harder."""
FREE = 0.1
"""Of the prior of ``any``: how many units are mentioned depends on who wrote the summaries."""


@dataclass(frozen=True)
class Example:
    design: Floats
    mentioned: Floats
    """Of each unit, the share of the references that mention it."""
    count: float


def example(task: Task, sample: Sample, seen: Features) -> Example | None:
    """What the article teaches; None if its set is no part of the task."""
    count = task.sets.get(sample.dataset, 0.0)
    units = list(seen.vectors.index)
    if not count or not units:
        return None
    made = [set(terms(simplify(written))) for written in sample.written]
    mentioned = np.array([sum(unit in one for one in made) / len(made) for unit in units])
    traits = seen.mentions.traits
    design = np.array([traits[name] * seen.context[part] for part in task.contexts for name in task.traits]).T
    return Example(design, mentioned, 100 * count / len(units))


def chances(task: Task, examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """The most probable weights, by Newton's method; rounded, as they are stored."""
    size = len(task.contexts) * len(task.traits)
    strength = np.array(
        [
            FREE if name == "any" and part != "flash" else STRENGTH[part]
            for part in task.contexts
            for name in task.traits
        ]
    )
    weights = np.zeros(size)
    for _ in range(20):
        slope, curve = strength * weights, np.diag(strength)
        for one in examples:
            chance = 1 / (1 + np.exp(-one.design @ weights))
            slope += one.count * (one.design.T @ (chance - one.mentioned))
            curve += one.count * (one.design.T @ (one.design * (chance * (1 - chance))[:, None]))
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    table: dict[str, dict[str, float]] = {}
    learned = iter(weights)
    for part in task.contexts:
        for name in task.traits:
            table.setdefault(name, {})[part] = round(float(next(learned)), 3)
    return table
