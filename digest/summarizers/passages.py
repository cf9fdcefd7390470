"""Two adjacent sentences as one point, where the second needs the first: the mirror of `clauses`.

"5 月 15 日，甲宣布离职。几个小时后，乙也走了。" The second tells half of what happened
and cannot be printed alone. A passage is both, as they stand in one paragraph of
the source: its range runs from the start of the first to the end of the second,
its edits are those of both, and what lies between them is nothing but blanks or
tags. It is rated like a sentence, by the features of its whole text.

In captions without marks the end of a sentence was guessed, and what is told runs
on over it: "三星的利润是1.1万亿 / 而海力士是7.4万亿". There any two lines may be a passage,
joined by the comma that joins lines elsewhere, and a question may open one.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from digest.language.standing import Leaning, leaning
from digest.model import Document, Edit, Sentence
from digest.summarizers.clauses import MAX_UNITS
from digest.summarizers.features import SCRAP, Features, cues_of, lengths, opens_on_news
from digest.summarizers.vectors import Floats, Integers

MAX_UNITS_OF_LINES = 60
"""Of two lines of speech: halves of one sentence are no longer than one."""

LEANS = ("pronoun_start", "points_back", "adrift")
"""Cues of a sentence that needs the one before it. A connective needs nothing: it is understood without."""

_NEITHER = ("host", "lead_in", "hearsay")
_WHOLE = ("rank", "later", "earlier", "common", "frequent", "keywords", "introduces")
_LIKENESS = ("title", "like_first")
_EITHER = (
    "query", "title_subject", "highlight", "opinion", "repeat", "shared", "past", "last", "closes", "doubt",
)  # fmt: skip

_ENDS = re.compile("[。！？!?.…;；:：][”’」』）)\"']*$")
_ASKS = re.compile("呢$")
"""A question that the speaker goes on to answer; one with 吗 is mostly none."""
_SPEAKER = re.compile(r">>|[-–—] |[^\s，,。：:]{1,12}[：:]")
"""How the line of another speaker begins."""
_CLOCK = r"[\[(（]?(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?[\])）]?"
_BREAK = r"[^\S\n]*+\n\s*+"
_NEXT_LINE = re.compile(rf"[ \t]*\r?\n[ \t]*|{_BREAK}(?:\d+{_BREAK})?{_CLOCK}(?:\s*-->[^\n]*)?\s*")
"""What may lie between two lines of captions: a line break, the number and the times of the second."""
_TAG = re.compile(r"</?[a-zA-Z!?/][^<>]*>")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]")


@dataclass(frozen=True, slots=True)
class Passages:
    """Pairs of rows of a `Features`; ``columns[name]`` has one value for each pair.

    ``runs_on`` says of each pair whether it is one of lines of speech.
    """

    first: Integers
    second: Integers
    columns: dict[str, Floats]
    runs_on: NDArray[np.bool_]


def passages(document: Document, seen: Features, promising: Floats | None = None) -> Passages:
    """Every sentence that leans on the one before it, together with that one, where they make a point.

    Only those of which one sentence is *promising* (not 0), where that is given:
    features of a passage cost as much as those of a sentence.
    """
    from digest.language.script import simplify

    leans = sum((seen.columns[name] for name in LEANS), np.zeros(len(seen.rated))) > 0
    speech = np.zeros(len(seen.rated), dtype=bool)
    if document.kind == "transcript":
        speech[1:] = [runs_on(document, index) for index in seen.rated[:-1]]
    found: list[tuple[int, int, str]] = []
    for second in np.flatnonzero(leans | speech).tolist():
        first = second - 1
        if not second or seen.rated[first] != seen.rated[second] - 1:
            continue
        most = MAX_UNITS_OF_LINES if speech[second] else MAX_UNITS
        asks = speech[second] and _ASKS.search(document.sentences[seen.rated[first]].text) is not None
        if not _may_join(seen, first, second, most, asks):
            continue
        if promising is not None and not promising[[first, second]].any():
            continue
        whole = joined(document, seen.rated[first])
        if whole is not None and leaning(text := simplify(whole.text)) <= Leaning.CONNECTIVE:
            found.append((first, second, text))
    if not found:
        return Passages(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), {}, np.zeros(0, dtype=bool))
    pairs = np.array([pair[:2] for pair in found], dtype=np.int64)
    columns = _columns(seen, pairs, [text for _, _, text in found])
    return Passages(pairs[:, 0], pairs[:, 1], columns, speech[pairs[:, 1]])


def runs_on(document: Document, index: int) -> bool:
    """Whether the sentence at *index* is a line of captions whose speaker goes on in the next."""
    if document.kind != "transcript" or index + 1 >= len(document.sentences):
        return False
    first, second = document.sentences[index : index + 2]
    if _ENDS.search(first.text) or _SPEAKER.match(second.text):
        return False
    return _NEXT_LINE.fullmatch(_TAG.sub("", document.article.text[first.end : second.start])) is not None


def joined(document: Document, index: int) -> Sentence | None:
    """The sentences at *index* and behind it as one; None where more than blanks and tags parts them.

    What parts two lines of speech may be the times of the second, too.
    """
    first, second = document.sentences[index : index + 2]
    between = document.article.text[first.end : second.start]
    speech = runs_on(document, index)
    if not speech and (first.paragraph != second.paragraph or html.unescape(_TAG.sub("", between)).strip()):
        return None
    wide = _WIDE.match(first.text[-1:]) or _WIDE.match(second.text[:1])
    glue = "" if wide or second.text[:1].isspace() else " "
    if speech and wide and first.text[-1:] not in "，、,":
        glue = "，"
    kind = "join-lines" if speech else _kind(between)
    edit = () if between == glue else (Edit(kind, first.end, second.start, glue),)
    return replace(
        first,
        text=first.text + glue + second.text,
        end=second.end,
        edits=(*first.edits, *edit, *second.edits),
        traits=first.traits | second.traits,
        doubt=max(first.doubt, second.doubt),
    )


def _kind(between: str) -> str:
    if between.strip():
        return "markup"
    return "join-lines" if "\n" in between else "spacing"


def _may_join(seen: Features, first: int, second: int, most: int, asks: bool) -> bool:
    """Whether they make a passage of at most *most* units; *asks*: the second answers the first."""
    columns, sizes = seen.columns, seen.mentions.sizes

    def has(row: int, *names: str) -> bool:
        return any(columns[name][row] for name in names)

    return bool(
        SCRAP <= sizes[first] <= most - sizes[second]
        and not has(first, *LEANS, "bare_quote", *_NEITHER)
        and not has(second, "question", *_NEITHER)
        and (asks or not has(first, "question"))
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
