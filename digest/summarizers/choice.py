"""From a ranking to key points: how many, how long, in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Document, KeyPoint, Sentence, Summary
from digest.summarizers.clauses import length, shortened, too_long
from digest.summarizers.ranking import METHODS, Ranking


def summarize(
    document: Document,
    *,
    method: str = "salience",
    limit: int = 3,
    query: Sequence[str] = (),
    budget: int | None = None,
) -> Summary:
    """The key points of *document*, in reading order.

    At most *limit* points of together at most *budget* characters, no point
    over `clauses.MAX_UNITS` long: a long sentence gives way to a shorter one,
    or is represented by its whole opening clause (a recorded edit of kind
    ``clause``). One point is given whatever the budget if the document has a
    quotable sentence. Raises `ConfigError` for an unknown *method*.
    """
    if limit < 1:
        return Summary(document, (), method)
    ranking = METHODS.get(method).rank(document, query=query, wanted=limit)
    chosen = _choose(document, ranking, limit, budget)
    points = [
        KeyPoint(
            index,
            sentence,
            ranking.scores[index],
            ranking.reasons[index] if ranking.reasons else (),
        )
        for index, sentence in sorted(chosen.items())
    ]
    return Summary(document, tuple(points), method)


def _choose(document: Document, ranking: Ranking, limit: int, budget: int | None) -> dict[int, Sentence]:
    """Chosen sentences by index. Those of a bearable length first, then the long ones if places are left."""
    bearable = {index: _bearable(document.sentences[index]) for index in ranking.order}
    chosen: dict[int, Sentence] = {}
    spent = 0
    for index in ranking.order:
        sentence = bearable[index]
        if len(chosen) == limit:
            break
        if sentence is not None and (budget is None or spent + len(sentence.text) <= budget):
            chosen[index] = sentence
            spent += len(sentence.text)
    if not chosen and ranking.order:
        shortest = min(ranking.order, key=lambda index: length(document.sentences[index].text))
        chosen[shortest] = bearable[shortest] or document.sentences[shortest]
    return chosen


def _bearable(sentence: Sentence) -> Sentence | None:
    """The sentence, or its opening clause where it is too long, or None."""
    return shortened(sentence) if too_long(sentence.text) else sentence
