"""Documents read into the `Material` that all sections work on: each sentence cut into words once. Pure."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from digest.language import cues, script, words
from digest.language.pairs import Texts
from digest.model import Document, Summary
from digest.story.statements import concepts, lexicon, quantities
from digest.story.statements.material import Material, Statement, gathered

if TYPE_CHECKING:
    from digest.language.numbers import Quantity


def read(documents: Iterable[Document]) -> Material:
    """Documents newest first and their printable sentences, cut into words once.

    The order of *documents* does not matter. A sentence that a document has
    twice is kept once.
    """
    ordered = tuple(sorted(documents, key=lambda each: (_newest_first(each), each.article.path)))
    statements: list[Statement] = []
    worded = functools.cache(wording)  # what agencies report stands in many articles word for word
    written = [[sentence.text for sentence in document.sentences] for document in ordered]
    simplified = list(map(script.simplify_all, written))
    _read_at_once(chain.from_iterable(written), chain.from_iterable(simplified))
    for rank, document in enumerate(ordered):
        seen: set[str] = set()
        for index, (sentence, simple) in enumerate(zip(document.sentences, simplified[rank], strict=True)):
            if not sentence.quotable or sentence.text in seen:
                continue
            seen.add(sentence.text)
            statement = Statement(rank, index, sentence, simple, *worded(simple, document.language))
            statement.signs |= cues.signs(sentence.text)
            statements.append(statement)
    return gathered(ordered, statements, simplified)


def _read_at_once(written: Iterable[str], simplified: Iterable[str]) -> None:
    """Look for the words that the story knows in all sentences together: one by one takes far longer."""
    folded = {simple: lower(simple) for simple in dict.fromkeys(simplified)}
    texts = Texts(folded.values())
    lexicon.read(texts)
    concepts.read(texts)
    cues.read(Texts((*texts, *folded, *written)))


def mark(material: Material, summaries: Iterable[Summary]) -> None:
    """Fill which statements are key points of their articles; each is a use."""
    chosen = {
        (summary.document.id, index)
        for summary in summaries
        for point in summary.points
        for index in point.indices
    }
    for statement in material.statements:
        if (material.id(statement), statement.index) in chosen:
            statement.key_point = True
            material.used[statement.place] = 1


def wording(
    simple: str, language: str = ""
) -> tuple[str, frozenset[str], frozenset[str], int, tuple[Quantity, ...], bool]:
    """What a simplified sentence is by its words alone: from `Statement.folded` to `Statement.latin`."""
    folded = lower(simple)
    told, done = words.content_stems(folded, language), lexicon.actions(folded)
    signs = cues.signs(simple) | cues.signs(folded)
    numbers, latin = quantities.told(simple, folded), not script.has_han(folded)
    return folded, told, done, signs, numbers, latin


def lower(simple: str) -> str:
    """In lower case, of the same length: İ, which would become two characters, stays."""
    folded = simple.lower()
    if len(folded) == len(simple):
        return folded
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in simple)


def _newest_first(document: Document) -> tuple[bool, tuple[int, ...]]:
    """Dated before undated, late before early; a date without a day stands for the middle of its time."""
    if document.published is None:
        return True, ()
    parts = [int(part) for part in document.published.date.split("-")]
    middle = parts + [7, 1][len(parts) - 1 :] if len(parts) < 3 else parts
    return False, tuple(-part for part in middle)
