"""sumy's methods on our sentences and words.

sumy takes any document with ``sentences`` and ``words``; given ours, it needs
neither NLTK's data (a download) nor its Chinese splitter (which drops an
unterminated last sentence). Its summarizers return chosen sentences in reading
order; we want the order of merit, so we listen at the one place where all of
them hand over their ratings.
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from digest.model import Document
from digest.summarizers.ranking import Ranking, from_scores, quotable


class Row:
    """A sentence as sumy sees it. Compared by identity: two equal sentences are two sentences."""

    __slots__ = ("words",)

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words


class Rows:
    """A document as sumy sees it."""

    def __init__(self, sentences: tuple[Row, ...]) -> None:
        self.sentences = sentences

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(word for sentence in self.sentences for word in sentence.words)


@dataclass(frozen=True)
class SumyMethod:
    """One of sumy's summarizers: ``sumy.summarizers.<module>.<name>``."""

    module: str
    name: str

    def rank(
        self,
        document: Document,
        *,
        query: Sequence[str] = (),
        wanted: int = 3,
        shared: Sequence[float] = (),
    ) -> Ranking:
        from digest.language.words import content_words

        rated = quotable(document)
        words = [tuple(content_words(document.sentences[index].text, document.language)) for index in rated]
        # A sentence without a content word makes some of them divide by zero.
        # It keeps its place in the ranking, with nothing to recommend it.
        worded = [place for place, found in enumerate(words) if found]
        rates = self._rate([Row(words[place]) for place in worded])
        values = [float("-inf")] * len(rated)
        for place, rate in zip(worded, rates, strict=True):
            values[place] = rate
        lowest = min(rates, default=0.0)
        return from_scores(document, rated, [max(value, lowest - 1.0) for value in values])

    def _rate(self, rows: Sequence[Row]) -> list[float]:
        """sumy's rating of each row; equal ratings where it has none to give."""
        import numpy

        heard: dict[Row, float] = {}
        with warnings.catch_warnings(), numpy.errstate(all="ignore"):
            # LSA warns on short texts, where it merely ranks poorly; LexRank
            # divides by a zero norm where no two sentences share a word.
            warnings.simplefilter("ignore")
            summarizer = self._summarizer()
            summarizer._get_best_sentences = _listener(heard)
            if rows:
                summarizer(Rows(tuple(rows)), len(rows))
        # LSA numbers its words in the order of a set, which differs from run to
        # run and shows in the last digits; rounded, the same text ranks the same.
        values = [float(f"{float(heard.get(row, 0.0)):.9g}") for row in rows]
        return [value if value == value else 0.0 for value in values]

    def _summarizer(self) -> Any:
        module = importlib.import_module(f"sumy.summarizers.{self.module}")
        return getattr(module, self.name)()


def _listener(heard: dict[Row, float]) -> Callable[..., tuple[Row, ...]]:
    """Stands in for ``AbstractSummarizer._get_best_sentences``: notes each rating, chooses nothing."""

    def listen(
        sentences: Sequence[Row], count: object, rating: Any, *args: Any, **more: Any
    ) -> tuple[Row, ...]:
        for sentence in sentences:
            if callable(rating):
                heard[sentence] = rating(sentence, *args, **more)
            else:
                heard[sentence] = rating.get(sentence, 0.0)
        return ()

    return listen
