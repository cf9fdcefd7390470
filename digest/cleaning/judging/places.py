"""Where a sentence stands on its page and what stands around it, as the learned judge sees it. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from digest.cleaning.judging.wording import CLOSING, Wording
from digest.cleaning.lines.topic import share_in
from digest.cleaning.lines.topic import units as topic_units
from digest.language.script import simplify
from digest.model import Document

_REACH = 8
"""Units from something that went up to which a sentence is judged."""
AN_ARTICLES = -2.5
"""How its words must read at least: a sentence in an article's own words is not told by its place."""
_LONGEST = {"en": 400, "zh": 80}
"""Characters of such a sentence: a site's are short."""
_NEAR, _WIDE = 2, 6
"""Units to each side that are asked how they look."""
_FEWEST_GONE, _MOST_GONE = 5, 400
"""Signs between two sentences of a line that went, and that are no more than a seam."""
_MUCH = 300.0
"""Size of text above or below, in Chinese characters, beyond which more of it tells nothing."""
_CLIPPED = 4.0
"""How far what is said of a sentence counts."""
_LONG = 40.0
"""Size of a sentence whose words tell its subject."""
_SHORT = 14
"""Size below which a line without a stop is a label, a link or a heading."""
_FEW = 8
"""Units whose pairs are looked for in a Chinese text; for more of them it is cut up, once."""
_STOPS = frozenset('。！？!?.…”’」』"')


class Unit(NamedTuple):
    """A sentence that is left, or a line that is not, in the order of the page."""

    fate: str
    """``body``, ``removed`` or ``head``: a title or byline."""
    text: str
    sentence: int
    """Place in ``Document.sentences``, -1 for others."""
    reason: str = ""


# --- the page -----------------------------------------------------------------


def outline(document: Document) -> list[Unit]:
    """What became of the page, line by line, those of the body as their sentences."""
    article, sentences = document.article, document.sentences
    units: list[Unit] = []
    at = 0
    for account in document.receipt.accounts:
        if account.fate == "blank":
            continue
        for line in article.lines[account.first - 1 : account.last]:
            if not line.text or line.text.isspace():
                continue
            first = at
            if account.fate in _NO_BODY:
                fate = "removed" if account.fate == "removed" else "head"
                units.append(Unit(fate, line.text, -1, account.reason))
                continue
            done = max(line.start, sentences[at - 1].end if at else 0)
            while at < len(sentences) and sentences[at].start < line.end:
                sentence = sentences[at]
                if sentence.start - done >= _FEWEST_GONE and _is_gone(article.text[done : sentence.start]):
                    units.append(Unit("removed", "", -1))
                units.append(Unit("body", sentence.text, at))
                done = max(done, sentence.end)
                at += 1
            if at > first and line.end - done >= _FEWEST_GONE and _is_gone(article.text[done : line.end]):
                units.append(Unit("removed", "", -1))
    return units


_NO_BODY = frozenset({"removed", "title", "byline"})


def _is_gone(between: str) -> bool:
    return _FEWEST_GONE <= len("".join(between.split())) <= _MOST_GONE


def asked(document: Document, units: Sequence[Unit], words: Mapping[int, float]) -> list[int]:
    """Places of the sentences that are judged: short, near what went, not in an article's *words*."""
    longest = _LONGEST[document.language]
    gone = -_REACH - 1
    near: list[int] = []
    waiting: list[int] = []
    for at, unit in enumerate(units):
        if unit.fate == "removed":
            if waiting:
                near += [each for each in waiting if at - each <= _REACH]
                waiting = []
            gone = at
        elif unit.fate == "body" and len(unit.text) <= longest:
            (near if at - gone <= _REACH else waiting).append(at)
    return [at for at in near if words[at] >= AN_ARTICLES]


# --- one unit -----------------------------------------------------------------


class Words(dict[int, float]):
    """How each of *units* reads, clipped: worked out when it is asked for."""

    def __init__(self, document: Document, units: Sequence[Unit], wording: Wording) -> None:
        self._units, self._wording = units, wording
        self._simplify = simplify if document.language == "zh" else str

    def text(self, at: int) -> str:
        """Of a unit, in Simplified."""
        return self._simplify(self._units[at].text)

    def __missing__(self, at: int) -> float:
        odds = self._wording.odds(self.text(at)) if self._units[at].text else 0.0
        found = self[at] = clipped(odds)
        return found


def clipped(odds: float) -> float:
    return max(-_CLIPPED, min(_CLIPPED, odds))


class Places:
    """What is seen, by name, of each unit of a page: its look, its place, how those around it look and read,
    and what the rules said of them."""

    def __init__(
        self, document: Document, units: Sequence[Unit], words: Words, questions: int | None = None
    ) -> None:
        """*questions*: of how many units something will be `seen`, where that is known."""
        self._document, self._units, self._words = document, units, words
        self._few = document.language == "zh" and questions is not None and questions <= _FEW
        self._fates = [unit.fate for unit in units]
        self.sizes = [size(unit.text) if unit.fate == "body" else 0.0 for unit in units]
        """Of the sentences that are left; others count nothing."""
        self._above = [0.0, *accumulate(self.sizes)]
        self._labels: dict[int, bool] = {}

    def _labels_in(self, places: range) -> int:
        """How many units are short and without a stop."""
        for at in places:
            if at not in self._labels:
                text = self._units[at].text
                self._labels[at] = 0 < size(text) < _SHORT and text.rstrip()[-1:] not in _STOPS
        return sum([self._labels[at] for at in places])

    def _gone(self, at: int, step: int) -> tuple[int, str]:
        """How far the next line is that went, before or behind a unit, and of what group; 0: none is near."""
        for far in range(1, _REACH + 1):
            other = at + step * far
            if not 0 <= other < len(self._units):
                break
            if self._fates[other] == "removed":
                return far, _GROUPS.get(self._units[other].reason, "other")
        return 0, ""

    @cached_property
    def _told(self) -> dict[int, str]:
        """The sentences, folded."""
        return {at: self._words.text(at).lower() for at, fate in enumerate(self._fates) if fate == "body"}

    @cached_property
    def _title(self) -> str:
        return simplify(self._document.title or "").lower()

    @cached_property
    def _subject(self) -> tuple[AbstractSet[str], AbstractSet[str]]:
        """The title's pairs of characters and words with those of any sentence, and with those of several."""
        told, several = set(topic_units(self._title)), set(topic_units(self._title))
        for own in map(topic_units, self._told.values()):
            several |= told & own
            told |= own
        return told, several

    def _shared(self, at: int) -> float:
        """Share of the pairs and words of a unit that another sentence has, or the title."""
        own = topic_units(self._words.text(at).lower())
        if self._few:
            others = [text for n, text in self._told.items() if n != at]
            return share_in(own, "\n".join([self._title, *others]))
        told, several = self._subject
        return len(own & (several if at in self._told else told)) / len(own) if own else 0.0

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter([unit.text for unit in self._units])

    def seen(self, at: int) -> dict[str, float]:
        """What is seen of one unit; one that was removed, as if it had been left."""
        units, fates, above, words = self._units, self._fates, self._above, self._words
        text, language, count = units[at].text, self._document.language, len(units)
        whole, shared, own = max(1.0, above[-1]), self._shared(at), self.sizes[at] or size(text)
        place = {
            "always": 1.0,
            f"in {language}": 1.0,
            f"size, {language}: {min(7, int(own).bit_length())}": 1.0,
            "words": words[at],
            "shared with the text": shared,
            "shared with the text, long": shared * min(1.0, own / _LONG),
            "text above": min(1.0, above[at] / _MUCH),
            "text below": min(1.0, (above[-1] - above[at + 1]) / _MUCH),
            "how far down": above[at] / whole,
            "how far down in lines": at / count,
            "figures": min(0.5, len(_FIGURE.findall(text)) / max(1, len(text))),
        }
        for reach in (_NEAR, _WIDE):
            first, last = max(0, at - reach), min(count, at + reach + 1)
            place[f"labels in {reach} before"] = self._labels_in(range(first, at)) / reach
            place[f"labels in {reach} behind"] = self._labels_in(range(at + 1, last)) / reach
        first, last = max(0, at - _NEAR), min(count, at + _NEAR + 1)
        place["words before"] = sum([words[n] for n in range(first, at)]) / _NEAR
        place["words behind"] = sum([words[n] for n in range(at + 1, last)]) / _NEAR
        place["before: " + (fates[at - 1] if at else "edge")] = 1.0
        place["behind: " + (fates[at + 1] if at + 1 < count else "edge")] = 1.0
        for side, step in (("before", -1), ("behind", 1)):
            far, group = self._gone(at, step)
            if far:
                place[f"{group} went {side}"] = 1 / far
        place.update((name, 1.0) for name, is_so in self._looks(at, text) if is_so)
        return place

    def _looks(self, at: int, text: str) -> list[tuple[str, bool]]:
        end, language = text[-1:], self._document.language
        return [
            ("no stop", end not in CLOSING),
            (f"no stop, {language}", end not in CLOSING),
            ("asks", end in "?？"),
            ("calls", end in "!！"),
            ("leads in", end in ":："),
            ("quotes", not _QUOTES.isdisjoint(text)),
            ("in brackets", text[:1] in "(（[【"),
            ("cut off", text.endswith(("…", "..."))),
            ("small letter", text[:1].islower()),
            ("a day or time", _DAY.search(text) is not None),
            ("said twice", self._times[text] > 1),
            ("alone", self._is_alone(at)),
        ]

    def _is_alone(self, at: int) -> bool:
        """Whether a sentence is all of its paragraph."""
        units, sentences = self._units, self._document.sentences
        if units[at].fate != "body":
            return True
        own = sentences[units[at].sentence].paragraph
        return not any(
            0 <= n < len(units) and units[n].fate == "body" and sentences[units[n].sentence].paragraph == own
            for n in (at - 1, at + 1)
        )


_FIGURE = re.compile(r"\d")
_DAY = re.compile(r"\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}:\d\d")
_QUOTES = frozenset('"“”「」『』')
_GROUPS = {
    "comments": "comments", "after-comments": "comments", "related-headlines": "headlines",
    "link-list": "headlines", "links": "headlines", "caption": "caption", "sharing": "sharing",
    "copyright": "terms", "disclaimer": "terms", "byline": "credit", "credits": "credit", "author": "credit",
    "duplicate": "repeated", "repeated-title": "repeated", "site-footer": "footer",
    "advertisement": "advertisement", "spam": "advertisement", "navigation": "navigation",
}  # fmt: skip
"""What the reasons of the rules come to."""


def size(text: str) -> float:
    """In Chinese characters, of which one says as much as three letters."""
    if text.isascii():
        return len(text) / 3
    wide = (len(text.encode("utf-8", "surrogatepass")) - len(text)) / 2
    return wide + (len(text) - wide) / 3


# --- what is said of those around ---------------------------------------------

_REMOVED, _NEUTRAL, _UNASKED, _EDGE = 3.0, 0.0, -3.0, 2.0
"""Odds of units that were not asked: a line that went, one that went though it may be the article's, a
sentence of the text, what would be beyond the page's ends."""
_NEUTRAL_REASONS = frozenset({"caption", "duplicate", "repeated-title", "marker", "garble", "markup"})
_LARGEST = 60.0
"""Size that counts of a sentence."""
_AROUND = ((3, "near"), (8, "wide"))


class Company:
    """What is said of the units around each, given the *odds* of those that were asked."""

    def __init__(self, units: Sequence[Unit], sizes: Sequence[float], odds: Mapping[int, float]) -> None:
        told = [clipped(odds[at]) if at in odds else _unasked(unit) for at, unit in enumerate(units)]
        self._told = [_EDGE] * _WIDE + told + [_EDGE] * _WIDE
        self._sums = [0.0, *accumulate(self._told)]
        kept = [min(_LARGEST, own) if odd < 0 else 0.0 for own, odd in zip(sizes, told, strict=True)]
        self._kept = [0.0, *accumulate(kept)]

    def seen(self, at: int, own: float) -> dict[str, float]:
        """By name, of a unit of which itself *own* is said."""
        told, sums, kept, here = self._told, self._sums, self._kept, at + _WIDE
        last = len(kept) - 1
        itself = kept[at + 1] - kept[at]
        found = {
            "own": clipped(own),
            "last but one": told[here - 2],
            "last": told[here - 1],
            "next": told[here + 1],
            "next but one": told[here + 2],
            "those above": (sums[here] - sums[at]) / _WIDE,
            "those below": (sums[here + 1 + _WIDE] - sums[here + 1]) / _WIDE,
            "article above": min(1.0, kept[at] / _MUCH),
            "article below": min(1.0, (kept[-1] - kept[at + 1]) / _MUCH),
        }
        for reach, name in _AROUND:
            around = kept[min(last, at + reach + 1)] - kept[max(0, at - reach)] - itself
            found[f"article {name}"] = min(2.0, around / 100)
        return found


def _unasked(unit: Unit) -> float:
    if unit.fate == "body":
        return _UNASKED
    return _NEUTRAL if unit.fate == "head" or unit.reason in _NEUTRAL_REASONS else _REMOVED
