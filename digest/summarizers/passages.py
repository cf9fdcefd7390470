"""Adjacent sentences as one point, where they tell more together: the mirror of `clauses`.

"5 月 15 日，甲宣布离职。几个小时后，乙也走了。" The second tells half of what happened
and cannot be printed alone. A passage is both, as they stand in one paragraph of
the source: its range runs from the start of the first to the end of the second,
its edits are those of both, and what lies between them is nothing but blanks or
tags. It is rated like a sentence, by the features of its whole text. In a text of
some length the second need not lean: what happened and what came of it are one point.

In captions without marks the end of a sentence was guessed, and what is told runs
on over it: "三星的利润是1.1万亿 / 而海力士是7.4万亿". There any two or three lines may be a
passage, joined by the comma that joins lines elsewhere, and a question may open one.
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

MOST = 3
"""Sentences of a passage."""

MAX_UNITS_OF_LINES = 80
"""Of lines of speech, halves and thirds of one sentence, together."""

FEWEST = 12
"""Sentences of a text of which two may be a point though neither leans: less would be printed whole."""

LEANS = ("pronoun_start", "points_back", "adrift")
"""Cues of a sentence that needs the one before it. A connective needs nothing: it is understood without."""

_NEITHER = ("host", "lead_in", "hearsay")
_WHOLE = ("rank", "later", "earlier", "common", "frequent", "keywords", "introduces")
_LIKENESS = ("title", "like_first")
_ANY = (
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
    """Runs of rows of a `Features`; ``columns[name]`` has one value for each run.

    ``runs_on`` says of each whether it is one of lines of speech.
    """

    rows: Integers
    """A row of them for each passage, as wide as the longest: a shorter one says its last again."""
    columns: dict[str, Floats]
    runs_on: NDArray[np.bool_]

    @property
    def last(self) -> Integers:
        return self.rows[:, -1]

    @property
    def counts(self) -> Integers:
        """How many rows each has."""
        return self.last - self.rows[:, 0] + 1


def passages(document: Document, seen: Features, promising: Floats | None = None) -> Passages:
    """Every run of sentences that may be printed as one point.

    Only those of which one sentence is *promising* (not 0), where that is given:
    features of a passage cost as much as those of a sentence.
    """
    from digest.language.script import simplify

    leans = sum((seen.columns[name] for name in LEANS), np.zeros(len(seen.rated))) > 0
    speech = np.zeros(len(seen.rated), dtype=bool)
    if document.kind == "transcript":
        speech[1:] = [runs_on(document, index) for index in seen.rated[:-1]]
    found: list[tuple[int, int, str]] = []
    for first in range(len(seen.rated) - 1):
        for last in range(first + 1, min(len(seen.rated), first + MOST)):
            if seen.rated[last] != seen.rated[last - 1] + 1:
                break
            if not _may_go_on(document, seen, first, last, bool(speech[last]), bool(leans[last])):
                break
            if promising is not None and not promising[first : last + 1].any():
                continue
            whole = joined(document, seen.rated[first], last - first + 1)
            if whole is None:
                break
            if leaning(text := simplify(whole.text)) <= Leaning.CONNECTIVE:
                found.append((first, last, text))
    rows = np.array(
        [np.minimum(np.arange(first, first + MOST), last) for first, last, _ in found], dtype=np.int64
    ).reshape(-1, MOST)
    columns = _columns(seen, rows, [text for _, _, text in found]) if found else {}
    return Passages(rows, columns, speech[rows[:, -1]])


def runs_on(document: Document, index: int) -> bool:
    """Whether the sentence at *index* is a line of captions whose speaker goes on in the next."""
    if document.kind != "transcript" or index + 1 >= len(document.sentences):
        return False
    first, second = document.sentences[index : index + 2]
    if _ENDS.search(first.text) or _SPEAKER.match(second.text):
        return False
    return _NEXT_LINE.fullmatch(_TAG.sub("", document.article.text[first.end : second.start])) is not None


def joined(document: Document, index: int, count: int = 2) -> Sentence | None:
    """The *count* sentences from *index* on as one; None where more than blanks and tags parts them.

    What parts two lines of speech may be the times of the second, too.
    """
    whole = document.sentences[index]
    for at in range(index + 1, index + count):
        between = _between(document, at - 1)
        if between is None:
            return None
        glue, edit = between
        following = document.sentences[at]
        whole = replace(
            whole,
            text=whole.text + glue + following.text,
            end=following.end,
            edits=(*whole.edits, *edit, *following.edits),
            traits=whole.traits | following.traits,
            doubt=max(whole.doubt, following.doubt),
        )
    return whole


def _between(document: Document, index: int) -> tuple[str, tuple[Edit, ...]] | None:
    """What is printed between the sentence at *index* and the next, and the edit that makes it so."""
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
    return glue, () if between == glue else (Edit(kind, first.end, second.start, glue),)


def _kind(between: str) -> str:
    if between.strip():
        return "markup"
    return "join-lines" if "\n" in between else "spacing"


def _may_go_on(document: Document, seen: Features, first: int, last: int, speech: bool, leans: bool) -> bool:
    """Whether what begins with row *first* may end with row *last*.

    *speech*: *last* is the next line of the same speaker; *leans*: it needs what stands before it.
    """
    columns, sizes = seen.columns, seen.mentions.sizes

    def has(row: int, *names: str) -> bool:
        return any(columns[name][row] for name in names)

    most = MAX_UNITS_OF_LINES if speech else MAX_UNITS
    asks = speech and _ASKS.search(document.sentences[seen.rated[last - 1]].text) is not None
    return bool(
        sizes[first] >= SCRAP
        and sizes[first : last + 1].sum() <= most
        and not has(first, *LEANS, "bare_quote", *_NEITHER)
        and not has(last, "question", *_NEITHER)
        and (asks or not has(last - 1, "question"))
        and (speech or leans or (len(sizes) >= FEWEST and not has(last, "bare_quote", "scrap")))
    )


def _columns(seen: Features, rows: Integers, texts: Sequence[str]) -> dict[str, Floats]:
    """The features of each run of *rows* as those of one sentence that starts where its first does."""
    again = np.zeros(rows.shape, dtype=bool)
    again[:, 1:] = rows[:, 1:] == rows[:, :-1]
    sizes = np.where(again, 0.0, seen.mentions.sizes[rows])
    whole = sizes.sum(axis=1)
    share = sizes / np.maximum(whole, 1.0)[:, None]
    columns = {name: values[rows[:, 0]] for name, values in seen.columns.items()}
    for name in _ANY:
        columns[name] = seen.columns[name][rows].max(axis=1)
    for name in _WHOLE:
        columns[name] = (share * seen.columns[name][rows]).sum(axis=1)
    for name in _LIKENESS:  # the cosine of a sum: rows of unlike sentences are nearly at right angles
        columns[name] = (np.sqrt(share) * seen.columns[name][rows]).sum(axis=1)
    columns["factless"] = seen.columns["factless"][rows].min(axis=1)
    columns |= cues_of(texts)
    columns |= lengths(np.maximum(whole, 1.0), seen.mentions.sizes)
    return columns | {"opens_on_news": opens_on_news(columns)}
