"""What ``salience`` looks at: one row of numbers for each sentence, each number with a name.

Every feature lies within about -3 to 3, is 0 where it says nothing, and does
not depend on the script (Chinese is read in its simplified form).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

import numpy as np

from digest.model import Document
from digest.summarizers.clauses import MAX_UNITS, length
from digest.summarizers.cues import surface
from digest.summarizers.mentions import Mentions, mentions
from digest.summarizers.ranking import quotable
from digest.summarizers.vectors import Floats, Vectors, vectors

SAME_SCENE = 0.4
"""Likeness of neighbours in a feature or transcript, whatever their words."""

SCENE = 0.05
"""Share of the text after which that likeness has fallen to a third."""

AT_LEAST_HALF = 0.5
"""How far a text whose first sentence says what its title says is read as a feature: what it tells counts
for more, and its opening for less. A summary that a paper prints above its news repeats the opening; points
of a digest must tell the facts."""

SAYS_ITS_TITLE = 0.3
"""Likeness to the title from which a first sentence says it. A text that opens otherwise, on a scene or a
saying, is read as a feature whole, however short: its facts stand further down."""

_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)(?<!\d.{4})")
_TO_COME = re.compile(r"预[计测]|将|未来|计划|目标|到了?(?=20\d\d)|\b(?:will|expect|plans?|by (?=20\d\d))")
"""A year that is to come is not the one in which a text was written."""

USUAL_UNITS = 50
"""Length of the sentences that editors write into summaries, in units of `clauses.length`."""

SCRAP = 12
"""Shorter than this a sentence is a scrap."""


@dataclass(frozen=True, slots=True)
class Features:
    """``columns[name]`` has one value for each sentence in ``rated`` (indices, ascending)."""

    rated: tuple[int, ...]
    columns: dict[str, Floats]
    context: dict[str, float]
    vectors: Vectors
    mentions: Mentions

    def likeness_to(self, row: int) -> Floats:
        """How much each sentence repeats sentence *row*, 0 to 1.

        In a text that is told, sentences near each other are about one scene
        even where they share no word: the next point should come from another.
        """
        alike = self.vectors.to_sentence(row)
        told = max(self.context["feature"], self.context["transcript"])
        if not told:
            return alike
        distance = np.abs(np.arange(len(alike)) - row) / len(alike)
        return np.asarray(np.maximum(alike, SAME_SCENE * told * np.exp(-distance / SCENE)))


def features(document: Document, query: Sequence[str] = (), shared: Sequence[float] = ()) -> Features:
    """Features of every quotable sentence of *document*.

    *query* are the terms of a theme; *shared* says of every sentence how much of what it
    tells other articles tell, too, where others are known.
    """
    from digest.language.script import simplify

    rated = quotable(document)
    # All at once: the conversion keeps lengths, so a line stays a line.
    whole = simplify("\n".join(document.sentences[index].text.replace("\n", " ") for index in rated))
    texts = whole.split("\n") if rated else []
    rows = vectors([terms(text) for text in texts])
    asked = [terms(simplify(text)) for text in (document.title or "", " ".join(query))]
    sizes = np.array([max(1, length(text)) for text in texts], dtype=float)
    columns = {
        **_position(document, rated),
        **_centrality(rows),
        **_likeness(rows, asked),
        **lengths(sizes, sizes),
        **_surface(texts),
        "past": _past(texts),
        **_traits(document, rated),
        "shared": np.array([shared[index] if shared else 0.0 for index in rated]),
        "doubt": np.array([document.sentences[index].doubt for index in rated]),
    }
    columns["opens_on_news"] = opens_on_news(columns)
    paragraphs = np.array([document.sentences[index].paragraph for index in rated], dtype=np.int64)
    mentioned = mentions(rows, columns, paragraphs, asked[0], sizes)
    return Features(rated, columns, _context(document, columns), rows, mentioned)


@cache
def _stops() -> frozenset[str]:
    from digest.language.words import stem, stop_words

    return frozenset(map(stem, stop_words("en")))


def terms(text: str) -> list[str]:
    """Units of simplified *text* without English stop words.

    Pairs of Chinese characters need no list: their idf is enough.
    """
    from digest.language.words import units

    stops = _stops()
    return [unit for unit in units(text) if unit not in stops]


def _context(document: Document, columns: Mapping[str, Floats]) -> dict[str, float]:
    """What the weights may depend on. ``long`` is 0 for about 20 sentences, +1 for four times as many."""
    count = len(columns["title"])
    return {
        "always": 1.0,
        "long": min(2.0, max(-2.0, (math.log2(max(1, count)) - math.log2(20)) / 2)),
        "chinese": 1.0 if document.language == "zh" else 0.0,
        "flash": 1.0 if document.kind == "flash" else 0.0,
        "feature": _as_feature(document, columns["title"]),
        "transcript": 1.0 if document.kind == "transcript" else 0.0,
    }


def _as_feature(document: Document, title: Floats) -> float:
    """How far *document*, whose sentences are so like its title, tells and does not report, 0 to 1."""
    if document.kind not in ("news", "feature"):
        return 0.0
    if not document.title:
        return AT_LEAST_HALF if document.kind == "news" else 1.0
    likeness = min(1.0, float(title[:1].sum()) / SAYS_ITS_TITLE)
    return 1 - (1 - AT_LEAST_HALF) * likeness


def _position(document: Document, rated: Sequence[int]) -> dict[str, Floats]:
    place = np.arange(len(rated), dtype=float)
    paragraphs = np.array([document.sentences[index].paragraph for index in rated])
    opens = np.array([True, *(paragraphs[1:] != paragraphs[:-1])][: len(rated)], dtype=float)
    closes = np.array([*(paragraphs[1:] != paragraphs[:-1]), True][: len(rated)], dtype=float)
    several = float(len(set(paragraphs.tolist())) > 2)
    share = place / max(1, len(rated) - 1)
    return {
        "first": (place == 0).astype(float),
        "second": (place == 1).astype(float),
        "opening": np.exp(-place / 3),
        "early": 1 / np.sqrt(1 + place),
        "place": 1 - 2 * share,
        "last": (place == len(rated) - 1).astype(float) * (len(rated) > 3),
        "paragraph": opens * several,
        "closes": closes * (1 - opens) * several,
        "first_paragraph": (paragraphs == paragraphs[:1]) * several,
    }


def _centrality(rows: Vectors) -> dict[str, Floats]:
    later, earlier = rows.to_later_and_earlier()
    return {
        "later": _standard(later),
        "earlier": _standard(earlier),
        "rank": _standard(rows.rank()),
        "common": _standard(rows.common()),
        "frequent": _standard(rows.frequency()),
        "keywords": _standard(rows.share_of_keywords()),
        "introduces": _standard(rows.introduced()),
    }


def _likeness(rows: Vectors, asked: list[list[str]]) -> dict[str, Floats]:
    title, query = asked
    return {
        "title": rows.to_words(title),
        "title_subject": np.minimum(1.0, rows.having(title, least=2) / 3),
        "query": rows.covers(query),
        "like_first": rows.to_sentence(0) * (np.arange(rows.count) > 0) if rows.count else np.zeros(0),
    }


def lengths(sizes: Floats, usual: Floats) -> dict[str, Floats]:
    """Features of texts of *sizes* units in a text whose sentences have *usual* ones."""
    logs = np.log(sizes / USUAL_UNITS)
    return {
        "short": np.minimum(np.maximum(-logs, 0.0), 3.0),
        "long": np.minimum(np.maximum(logs, 0.0), 2.0),
        "too_long": (sizes > MAX_UNITS).astype(float),
        "scrap": (sizes < SCRAP).astype(float),
        "size": _standard(np.log(sizes), np.log(usual)),
    }


def _surface(texts: list[str]) -> dict[str, Floats]:
    cues = cues_of(texts)
    facts = sum(
        (cues[name] for name in ("numbers", "dates", "names", "turns", "events")), np.zeros(len(texts))
    )
    return {**cues, "factless": (facts == 0).astype(float)}


def cues_of(texts: Sequence[str]) -> dict[str, Floats]:
    """Every cue by name, a value for each of *texts*."""
    rows = [surface(text) for text in texts or ("",)]
    names = tuple(rows[0])
    table = np.array(list(map(itemgetter(*names), rows)), dtype=float)[: len(texts)].T
    return dict(zip(names, np.ascontiguousarray(table), strict=True))


def opens_on_news(columns: Mapping[str, Floats]) -> Floats:
    """How near the start a dated event is told: a feature that opens on one, not on a scene, means it."""
    return columns["early"] * columns["dates"] * np.minimum(1.0, columns["events"] + columns["turns"])


def _past(texts: list[str]) -> Floats:
    """1 for a sentence whose years all lie three or more before the last that the text tells of."""
    years = [[int(year) for year in _YEAR.findall(text)] for text in texts]
    told = [
        max(found) for found, text in zip(years, texts, strict=True) if found and not _TO_COME.search(text)
    ]
    last = max(told or [max(found) for found in years if found], default=0)
    return np.array([float(bool(found) and max(found) <= last - 3) for found in years])


def _traits(document: Document, rated: Sequence[int]) -> dict[str, Floats]:
    def having(trait: str) -> Floats:
        return np.array([float(trait in document.sentences[index].traits) for index in rated])

    return {name: having(name) for name in ("highlight", "opinion", "repeat")}


def _standard(values: Floats, usual: Floats | None = None) -> Floats:
    """Standard scores within the text, bounded; all 0 where its values (*usual*, if others) are equal."""
    usual = values if usual is None else usual
    if not len(usual):
        return np.zeros(len(values))
    # The sums that `mean` and `std` take, without what they cost on a few dozen numbers.
    mean = np.add.reduce(usual) / len(usual)
    spread = math.sqrt(np.add.reduce((usual - mean) ** 2) / len(usual))
    if spread < 1e-9:
        return np.zeros(len(values))
    return np.asarray(np.minimum(np.maximum((values - mean) / spread, -2.5), 2.5))
