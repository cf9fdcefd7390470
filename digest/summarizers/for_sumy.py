"""``salience`` for those who already use sumy: a summarizer among sumy's own.

>>> from sumy.nlp.tokenizers import Tokenizer                            # doctest: +SKIP
>>> from sumy.parsers.plaintext import PlaintextParser                   # doctest: +SKIP
>>> parser = PlaintextParser.from_string(text, Tokenizer("english"))     # doctest: +SKIP
>>> SalienceSummarizer()(parser.document, 3)                             # doctest: +SKIP

It takes sumy's documents cut by whatever tokenizer, and returns sumy's
sentences in reading order, as every sumy summarizer does. Importing this
module imports sumy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sumy.summarizers._summarizer import AbstractSummarizer

from digest.model import Sentence
from digest.summarizers.methods.salience import METHOD
from digest.summarizers.texts import plain


class SalienceSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """``SalienceSummarizer()(document, sentences_count)``; *title* and *query* lean the choice."""

    def __init__(
        self,
        stemmer: Any = None,
        *,
        title: str | None = None,
        language: str | None = None,
        query: Sequence[str] = (),
    ) -> None:
        # A stemmer is accepted as sumy's own summarizers do; our units do without.
        super().__init__(*([stemmer] if stemmer else []))
        self.title, self.language, self.query = title, language, tuple(query)

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
        """At most *sentences_count* (a number, or ``"30%"``) of the document's sentences, in their order."""
        sentences = tuple(document.sentences)
        if not sentences:
            return ()
        ranking = METHOD.rank(self._read(document, sentences), query=self.query, wanted=len(sentences))
        merit = {index: -place for place, index in enumerate(ranking.order)}
        rated = {index: merit.get(index, -len(sentences)) for index in range(len(sentences))}
        chosen = self._get_best_sentences(tuple(rated), sentences_count, rated)
        return tuple(sentences[index] for index in chosen)

    def _read(self, document: Any, sentences: tuple[Any, ...]) -> Any:
        """sumy's document as one of ours; its paragraphs and headings kept."""
        paragraph = {
            id(sentence): number
            for number, one in enumerate(document.paragraphs)
            for sentence in one.sentences
        }
        text = "\n".join(str(sentence) for sentence in sentences)
        title = self.title or next((str(heading) for heading in document.headings), None)
        found, start = [], 0
        for sentence in sentences:
            end = start + len(str(sentence))
            found.append(Sentence(text[start:end], start, end, (), paragraph.get(id(sentence), 0)))
            start = end + 1
        return replace(plain(text, title, self.language), sentences=tuple(found))
