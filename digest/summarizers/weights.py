"""The learned weights of ``salience``: ``salience.json``, rewritten by ``benchmarks/learn_salience.py``.

The score of a sentence is the sum over features of ``weight * value``, where
the weight of a feature is a number for every text plus, for some, a number
times how long the text is and a number for its kind. So each score can be
taken apart into what each feature gave. The chance that a summary mentions a
unit is weighed the same way, feature by feature (`digest.summarizers.mentions`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Terms = Mapping[str, Mapping[str, float]]
"""``terms[feature][context]`` with the contexts of `features.Features.context`."""


@dataclass(frozen=True, slots=True)
class Weights:
    """``sentence`` weighs the features of sentences; ``summary`` and ``headline`` the traits of units.

    ``mentions[context]`` is what it is worth to say all that a summary would
    mention; ``redundancy[context]`` what likeness to a sentence taken before
    costs, in standard deviations of the scores of the text.
    """

    sentence: Terms
    summary: Terms
    headline: Terms
    mentions: Mapping[str, float]
    redundancy: Mapping[str, float]
    same: float
    """Likeness from which two sentences say the same."""


def of(terms: Terms, context: Mapping[str, float]) -> dict[str, float]:
    """The weight of each feature in a text of *context*."""
    return {
        feature: sum([weight * context[part] for part, weight in parts.items()])
        for feature, parts in terms.items()
    }


def at(parts: Mapping[str, float], context: Mapping[str, float]) -> float:
    return sum([weight * context[part] for part, weight in parts.items()])


@cache
def load() -> Weights:
    stored = json.loads(files("digest.summarizers").joinpath("salience.json").read_text("utf-8"))
    return Weights(**stored)
