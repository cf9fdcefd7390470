"""Two adjacent sentences as one point, where the second needs the first: the mirror of `clauses`.

"5 月 15 日，甲宣布离职。几个小时后，乙也走了。" The second tells half of what happened
and cannot be printed alone. A passage is both, as they stand in one paragraph of
the source: its range runs from the start of the first to the end of the second,
its edits are those of both, and what lies between them is nothing but blanks or
tags. It is rated like a sentence, by the features of its whole text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from digest.language.standing import Leaning, leaning
from digest.model import Document, Edit, Sentence
from digest.summarizers.clauses import MAX_UNITS
from digest.summarizers.features import SCRAP, Features, cues_of, lengths, opens_on_news
from digest.summarizers.vectors import Floats, Integers

LEANS = ("pronoun_start", "points_back", "adrift")
"""Cues of a sentence that needs the one before it. A connective needs nothing: it is understood without."""

_NEITHER = ("question", "host", "lead_in", "hearsay")
_WHOLE = ("rank", "later", "earlier", "common", "frequent", "keywords", "introduces")
_LIKENESS = ("title", "like_first")
_EITHER = ("query", "title_subject", "highlight", "opinion", "repeat", "shared", "past", "last", "closes")

_TAG = re.compile(r"<[^<>]*>")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]")


@dataclass(frozen=True, slots=True)
class Passages:
    """Pairs of rows of a `Features`; ``columns[name]`` has one value for each pair."""

    first: Integers
    second: Integers
    columns: dict[str, Floats]


def passages(document: Document, seen: Features, promising: Floats | None = None) -> Passages:
    """Every sentence that leans on the one before it, together with that one, where they make a point.

    Only those of which one sentence is *promising* (not 0), where that is given:
    features of a passage cost as much as those of a sentence.
    """
    from digest.language.script import simplify

    leans = sum((seen.columns[name] for name in LEANS), np.zeros(len(seen.rated)))
    found: list[tuple[int, int, str]] = []
    for second in np.flatnonzero(leans).tolist():
        first = second - 1
        if not second or seen.rated[first] != seen.rated[second] - 1 or not _may_join(seen, first, second):
            continue
        if promising is not None and not promising[[first, second]].any():
            continue
        whole = joined(document, seen.rated[first])
        if whole is not None and leaning(text := simplify(whole.text)) <= Leaning.CONNECTIVE:
            found.append((first, second, text))
    if not found:
        return Passages(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), {})
    pairs = np.array([pair[:2] for pair in found], dtype=np.int64)
    return Passages(pairs[:, 0], pairs[:, 1], _columns(seen, pairs, [text for _, _, text in found]))


def joined(document: Document, index: int) -> Sentence | None:
    """The sentences at *index* and behind it as one; None where more than blanks and tags parts them."""
    first, second = document.sentences[index : index + 2]
    between = document.article.text[first.end : second.start]
    if first.paragraph != second.paragraph or html.unescape(_TAG.sub("", between)).strip():
        return None
    wide = _WIDE.match(first.text[-1:]) or _WIDE.match(second.text[:1])
    glue = "" if wide or second.text[:1].isspace() else " "
    edit = () if between == glue else (Edit(_kind(between), first.end, second.start, glue),)
    return replace(
        first,
        text=first.text + glue + second.text,
        end=second.end,
        edits=(*first.edits, *edit, *second.edits),
        traits=first.traits | second.traits,
    )


def _kind(between: str) -> str:
    if between.strip():
        return "markup"
    return "join-lines" if "\n" in between else "spacing"


def _may_join(seen: Features, first: int, second: int) -> bool:
    columns, sizes = seen.columns, seen.mentions.sizes
    return bool(
        SCRAP <= sizes[first] <= MAX_UNITS - sizes[second]
        and not any(columns[name][first] for name in LEANS)
        and not columns["bare_quote"][first]
        and not any(columns[name][row] for name in _NEITHER for row in (first, second))
    )


def _columns(seen: Features, pairs: Integers, texts: Sequence[str]) -> dict[str, Floats]:
    """The features of each pair as those of one sentence that starts where the first does."""
    first, second = pairs[:, 0], pairs[:, 1]
    sizes = seen.mentions.sizes
    both = sizes[first] + sizes[second]
    share = sizes[first] / np.maximum(both, 1.0)
    columns = {name: values[first] for name, values in seen.columns.items()}
    for name in _EITHER:
        columns[name] = np.maximum(seen.columns[name][first], seen.columns[name][second])
    for name in _WHOLE:
        columns[name] = share * seen.columns[name][first] + (1 - share) * seen.columns[name][second]
    for name in _LIKENESS:  # the cosine of a sum: rows of unlike sentences are nearly at right angles
        ours, theirs = seen.columns[name][first], seen.columns[name][second]
        columns[name] = np.sqrt(share) * ours + np.sqrt(1 - share) * theirs
    columns["factless"] = np.minimum(seen.columns["factless"][first], seen.columns["factless"][second])
    columns |= cues_of(texts)
    columns |= lengths(np.maximum(both, 1.0), sizes)
    return columns | {"opens_on_news": opens_on_news(columns)}
