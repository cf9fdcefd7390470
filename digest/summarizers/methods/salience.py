"""Our own method: what an editor looks at, weighed as editors' choices teach.

Position, directed centrality (PacSum: Zheng and Lapata 2019, on tf-idf),
centrality in LexRank's sense, likeness to title and theme, density of facts,
the publisher's own highlights, and the reasons not to print a sentence alone
give each sentence a score of its own. What the chosen say together is judged
beside it: how much of what a summary would mention, for its length
(`digest.summarizers.mentions`). The weights of both are learned
(`digest.summarizers.weights`) and depend on the length and the kind of the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from digest.model import Document
from digest.summarizers.ranking import Ranking
from digest.summarizers.reasons import Told
from digest.summarizers.weights import Weights, at, load, of

if TYPE_CHECKING:
    from digest.summarizers.features import Features
    from digest.summarizers.vectors import Floats

ROOM = 20.0
"""Length that a summary has for each sentence beyond its own (`mentions.Said`)."""
HEADLINE_ROOM = 15.0
FIRST_OF = 3
"""Of so many best together, the best alone comes first."""
OWN = 2
"""Points chosen before it counts what other articles tell, too: an article's own news may be its alone."""
BY_SENTENCE = ("flash", "plain")
"""Kinds of text whose points are no passages: too short, or measured by the sentence."""
PROMISING = 2
"""A passage has a sentence that would be among so many times the wanted, if none leaned."""
DOUBT = 16.0
"""What a sentence loses that is surely none of the author's; scores of a text lie about 10 apart (their
deviation), the third best 5 above the sixth. It is not learned: texts with summaries are clean."""
NEXT_SENTENCE, NEXT_LINE = 2.0, 2.0
"""What a passage must be worth for each further sentence, or line of speech, beyond the best of them
to be printed in its place."""


class Salience:
    def rank(
        self,
        document: Document,
        *,
        query: Sequence[str] = (),
        wanted: int = 3,
        shared: Sequence[float] = (),
    ) -> Ranking:
        from digest.summarizers.features import features

        weights = load()
        seen = features(document, query, shared)
        each = weighed(seen, weights)
        own = {name: weight * seen.columns[name] for name, weight in each.items()}
        together = _as_passages(document, seen, own, each, wanted) if document.kind not in BY_SENTENCE else {}
        alone = total_of({name: part for name, part in own.items() if name != "shared"}, len(seen.rated))
        order = spread_out(seen, alone, weights, wanted, own["shared"])
        parts = {**own, "mentions": _alone(seen, weights)}
        total = total_of(parts, len(seen.rated))
        row_of = {index: row for row, index in enumerate(seen.rated)}
        count = len(document.sentences)
        return Ranking(
            tuple(seen.rated[row] for row in order),
            tuple(float(total[row_of[index]]) if index in row_of else 0.0 for index in range(count)),
            Told({name: part.tolist() for name, part in parts.items()}, row_of, count),
            {seen.rated[row]: count for row, count in together.items()},
        )


def contributions(seen: Features, weights: Weights) -> dict[str, Floats]:
    """What each feature gives each rated sentence."""
    return {name: weight * seen.columns[name] for name, weight in weighed(seen, weights).items()}


def weighed(seen: Features, weights: Weights) -> dict[str, float]:
    """The weight of each feature in this text."""
    return {**of(weights.sentence, seen.context), "doubt": -DOUBT}


def _as_passages(
    document: Document, seen: Features, own: dict[str, Floats], each: Mapping[str, float], wanted: int
) -> dict[int, int]:
    """Rows worth more with those before them, and how many rows each then prints.

    From now on *own* has the passage there.
    """
    import numpy as np

    from digest.summarizers.passages import LEANS, passages

    single = total_of(own, len(seen.rated))
    freed = single - total_of({name: own[name] for name in LEANS}, len(seen.rated))
    least = np.sort(single)[-PROMISING * wanted :].min(initial=np.inf)
    found = passages(document, seen, freed >= least)
    if not found.columns:
        return {}
    parts = {name: each[name] * found.columns[name] for name in own}
    cost = np.where(found.runs_on, NEXT_LINE, NEXT_SENTENCE)
    parts["passage"] = -cost * (found.counts - 1)
    whole = total_of(parts, len(found.last))
    best: dict[int, int] = {}  # by its last row
    for place in np.flatnonzero(whole > single[found.rows].max(axis=1)).tolist():
        row = int(found.last[place])
        if row not in best or whole[place] > whole[best[row]]:
            best[row] = place
    if not best:
        return {}
    rows, chosen = list(best), list(best.values())
    own["passage"] = np.zeros(len(seen.rated))
    for name, part in parts.items():
        own[name][rows] = part[chosen]
    return {row: int(found.counts[place]) for row, place in best.items()}


def total_of(parts: Mapping[str, Floats], count: int) -> Floats:
    """The scores of *count* sentences: the sum of their parts."""
    import numpy as np

    return np.asarray(sum(parts.values(), np.zeros(count)))


def spread_out(
    seen: Features, scores: Floats, weights: Weights, wanted: int, shared: Floats | None = None
) -> list[int]:
    """Rows, best first: each by its own score and by what it adds to those taken before it.

    From place `OWN` on *shared*, what other articles tell, too, is added to the *scores*, as far as no
    sentence taken before it says it: all articles tell one subject, and five points must not.
    A sentence that says the same as one taken comes after all that do not.
    Beyond the places *wanted* the order is by score alone.
    """
    import numpy as np

    worth = at(weights.mentions, seen.context)
    # Likeness is weighed against how far apart the scores of this text lie.
    cost = at(weights.redundancy, seen.context) * float(scores.std() if len(scores) else 0.0)
    said = seen.mentions.said(seen.mentions.chances(of(weights.summary, seen.context)), ROOM)
    rest = scores.copy()
    nearest = np.zeros(len(scores))
    order: list[int] = []
    # Four times as many as are wanted, since length and budget may pass some over.
    for place in range(min(len(scores), max(12, 4 * wanted))):
        value = rest + worth * said.with_each() - cost * nearest - 1e6 * (nearest > weights.same)
        if place >= OWN and shared is not None:
            value += shared * np.maximum(0.0, 1 - nearest / weights.same)
        best = int(np.argmax(value))
        order.append(best)
        said.take(best)
        rest[best] = -np.inf
        nearest = np.maximum(nearest, seen.likeness_to(best))
    order = _best_alone_first(order, seen, scores, weights)
    taken = set(order)
    last = scores if shared is None else scores + shared
    return order + [int(row) for row in np.argsort(-last, kind="stable") if int(row) not in taken]


def _best_alone_first(order: list[int], seen: Features, scores: Floats, weights: Weights) -> list[int]:
    """One point is a headline, and a headline is not the best third of a summary."""
    chances = seen.mentions.chances(of(weights.headline, seen.context))
    worth = at(weights.mentions, seen.context)
    alone = scores + worth * seen.mentions.said(chances, HEADLINE_ROOM).with_each()
    first = sorted(order[:FIRST_OF], key=lambda row: -float(alone[row]))[:1]
    return first + [row for row in order if row not in first]


def _alone(seen: Features, weights: Weights) -> Floats:
    """What each sentence gets for saying what a summary would mention, against the mean of the text."""
    chances = seen.mentions.chances(of(weights.summary, seen.context))
    values = at(weights.mentions, seen.context) * seen.mentions.said(chances, ROOM).with_each()
    return values - values.mean() if len(values) else values


METHOD = Salience()
