"""Our own method: what an editor looks at, weighed as editors' choices teach.

Position, directed centrality (PacSum: Zheng and Lapata 2019, on tf-idf),
centrality in LexRank's sense, likeness to title and theme, density of facts,
the publisher's own highlights, and the reasons not to print a sentence alone.
The weights are learned (`digest.summarizers.weights`) and depend on the length
and the kind of the text. Redundancy is kept down as in maximal marginal
relevance (Carbonell and Goldstein 1998).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from digest.model import Document
from digest.summarizers.ranking import Ranking
from digest.summarizers.reasons import Told
from digest.summarizers.weights import Weights, load

if TYPE_CHECKING:
    from digest.summarizers.features import Features
    from digest.summarizers.vectors import Floats


class Salience:
    def rank(self, document: Document, *, query: Sequence[str] = (), wanted: int = 3) -> Ranking:
        from digest.summarizers.features import features

        weights = load()
        seen = features(document, query)
        parts = contributions(seen, weights)
        total = total_of(parts, len(seen.rated))
        row_of = {index: row for row, index in enumerate(seen.rated)}
        count = len(document.sentences)
        scores = tuple(float(total[row_of[index]]) if index in row_of else 0.0 for index in range(count))
        order = spread_out(seen, total, weights, wanted)
        return Ranking(
            tuple(seen.rated[row] for row in order),
            scores,
            Told({name: part.tolist() for name, part in parts.items()}, row_of, count),
        )


def contributions(seen: Features, weights: Weights) -> dict[str, Floats]:
    """What each feature gives each rated sentence."""
    return {name: weight * seen.columns[name] for name, weight in weights.of(seen.context).items()}


def total_of(parts: Mapping[str, Floats], count: int) -> Floats:
    """The scores of *count* sentences: the sum of their parts."""
    import numpy as np

    return np.asarray(sum(parts.values(), np.zeros(count)))


def spread_out(seen: Features, scores: Floats, weights: Weights, wanted: int) -> list[int]:
    """Rows, best first: each loses by its likeness to those taken before it.

    A sentence that says the same as one taken comes after all that do not.
    Beyond the places *wanted* the order is by score alone.
    """
    import numpy as np

    rest = scores.copy()
    # Likeness is weighed against how far apart the scores of this text lie.
    per_spread = sum(value * seen.context[part] for part, value in weights.redundancy.items())
    cost = per_spread * float(scores.std() if len(scores) else 0.0)
    nearest = np.zeros(len(scores))
    order: list[int] = []
    # Four times as many as are wanted, since length and budget may pass some over.
    for _ in range(min(len(scores), max(12, 4 * wanted))):
        value = rest - cost * nearest - 1e6 * (nearest > weights.same)
        best = int(np.argmax(value))
        order.append(best)
        rest[best] = -np.inf
        nearest = np.maximum(nearest, seen.likeness_to(best))
    taken = set(order)
    return order + [int(row) for row in np.argsort(-scores, kind="stable") if int(row) not in taken]


METHOD = Salience()
