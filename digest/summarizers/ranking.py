"""What a method is: it puts a document's sentences in an order and may say why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from digest.model import Document, Reason
from digest.plugins import Stage


@dataclass(frozen=True, slots=True)
class Ranking:
    """Sentences of a document, best first.

    ``order`` holds indices into ``Document.sentences``, distinct, each of a
    sentence that may be printed; redundancy is already seen to. ``scores`` has
    one number for every sentence of the document, 0.0 where it was not rated,
    never NaN. ``reasons`` is empty, or has one row for every sentence whose
    values add up to its score. A sentence in ``passages`` was ranked, and must be
    printed, together with those before it, so many in all (`digest.summarizers.passages`).
    """

    order: tuple[int, ...]
    scores: tuple[float, ...]
    reasons: Sequence[tuple[Reason, ...]] = ()
    passages: Mapping[int, int] = field(default_factory=dict)


class Method(Protocol):
    """A way to rank. One public module of `digest.summarizers.methods` holds one, called ``METHOD``."""

    def rank(
        self,
        document: Document,
        *,
        query: Sequence[str] = (),
        wanted: int = 3,
        shared: Sequence[float] = (),
    ) -> Ranking:
        """The order of every quotable sentence.

        *query* are the terms of a theme, *shared* says of every sentence how much of
        it other articles tell, too (0 to 1; empty where there are none): a method may
        lean towards both.
        *wanted* is how many will be taken at most: beyond it a method need not
        look for redundancy.
        """
        ...


METHODS: Stage[Method] = Stage("digest.summarizers.methods", "METHOD", "method")


def quotable(document: Document) -> tuple[int, ...]:
    """Indices of the sentences that may be printed, ascending."""
    return tuple(index for index, sentence in enumerate(document.sentences) if sentence.quotable)


def from_scores(document: Document, rated: Sequence[int], values: Sequence[float]) -> Ranking:
    """The ranking by falling value; the earlier sentence first where values are equal.

    *values* belong to the sentences *rated* and are finite.
    """
    scores = [0.0] * len(document.sentences)
    for index, value in zip(rated, values, strict=True):
        scores[index] = float(value)
    order = sorted(rated, key=lambda index: (-scores[index], index))
    return Ranking(tuple(order), tuple(scores))
