"""The first sentences: what few methods beat on news, and the anchor of our benchmark."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Document
from digest.summarizers.ranking import Ranking, from_scores, quotable


class Lead:
    def rank(
        self,
        document: Document,
        *,
        query: Sequence[str] = (),
        wanted: int = 3,
        shared: Sequence[float] = (),
    ) -> Ranking:
        rated = quotable(document)
        return from_scores(document, rated, [1.0 / (1 + place) for place in range(len(rated))])


METHOD = Lead()
