"""From a ranking to key points: how many, how long, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
    shared: Sequence[float] = (),
) -> Summary:
    """The key points of *document*, in reading order, no two of one sentence.

    At most *limit* points of together at most *budget* characters, no point
    over `clauses.MAX_UNITS` long: a long sentence gives way to a shorter one,
    or is represented by its whole opening clause (a recorded edit of kind
    ``clause``). What says the title again is the last to be taken. Where the
    method ranked a sentence together with those before it, the point is the
    passage of all. One point is given whatever the budget if the document has
    a quotable sentence. *query* and *shared* are for the method
    (`ranking.Method`). Raises `ConfigError` for an unknown *method*.
    """
    if limit < 1:
        return Summary(document, (), method)
    ranking = METHODS.get(method).rank(document, query=query, wanted=limit, shared=shared)
    points = _choose(document, ranking, limit, budget)
    return Summary(document, tuple(sorted(points, key=lambda point: point.index)), method)


def _choose(document: Document, ranking: Ranking, limit: int, budget: int | None) -> list[KeyPoint]:
    """Points of a bearable length, best first, as far as they fit; else the shortest there is."""
    chosen: dict[int, KeyPoint] = {}  # by the index of each sentence that is printed
    points: list[KeyPoint] = []
    for index in _titles_last(document, ranking.order):
        if len(points) == limit:
            break
        point = _point(document, ranking, index)
        if point is None:
            continue
        met = [chosen[each] for each in point.indices if each in chosen]
        # A passage may take in its earlier sentences, chosen alone; nothing else meets what is chosen.
        if met and (index in chosen or any(each.count > 1 for each in met)):
            continue
        rest = [each for each in points if each not in met]
        if budget is not None and sum(len(each.text) for each in [*rest, point]) > budget:
            continue
        points = [*rest, point]
        chosen |= dict.fromkeys(point.indices, point)
    if not points and ranking.order:
        shortest = min(ranking.order, key=lambda index: length(document.sentences[index].text))
        whole = document.sentences[shortest]
        points = [_as_point(ranking, shortest, _bearable(whole) or whole)]
    return points


def _titles_last(document: Document, order: Sequence[int]) -> Sequence[int]:
    """*order*, what says the title again behind all else: it is printed above the points."""
    title = _letters(document.title or "")
    said = [index for index in order if title and _letters(document.sentences[index].text) == title]
    return [*(index for index in order if index not in said), *said] if said else order


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _point(document: Document, ranking: Ranking, index: int) -> KeyPoint | None:
    """The point that the sentence at *index* makes, alone or with the one before it; None if too long."""
    if index in ranking.passages:
        from digest.summarizers.passages import joined

        count = ranking.passages[index]
        first = index - count + 1
        whole = joined(document, first, count)
        return replace(_as_point(ranking, index, whole), index=first, count=count) if whole else None
    sentence = _bearable(document.sentences[index])
    return _as_point(ranking, index, sentence) if sentence else None


def _as_point(ranking: Ranking, index: int, sentence: Sentence) -> KeyPoint:
    return KeyPoint(index, sentence, ranking.scores[index], ranking.reasons[index] if ranking.reasons else ())


def _bearable(sentence: Sentence) -> Sentence | None:
    """The sentence, or its opening clause where it is too long, or None."""
    return shortened(sentence) if too_long(sentence.text) else sentence
