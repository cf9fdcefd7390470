"""Where a sentence stands among what the rules removed, as the learned judge sees it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from digest.cleaning.judging.wording import CLOSING, Wording
from digest.language.script import simplify
from digest.model import Document

_REACH, AN_ARTICLES = 4, -2.5
"""Units from something that went up to which a sentence is judged; and how its words must read at least:
one in an article's own words is not told by its place."""
_LONGEST = {"en": 400, "zh": 80}
"""Characters of such a sentence."""
_AROUND, _BESIDE = 6, 2
"""Units whose fate a sentence is judged by, and sentences whose words."""
_FEWEST_GONE, _MOST_GONE = 5, 400
"""Signs between two sentences of a line that went, and that are no more than a seam."""
_MUCH = 300.0
"""Size of text above or below, in Chinese characters, beyond which more of it tells nothing."""
_CLIPPED = 4.0
"""How far what is said of a sentence's words counts."""


class Unit(NamedTuple):
    """A sentence that is left, or a line that is not, in the order of the page."""

    fate: str
    """``body``, ``removed`` or ``head``: a title or byline."""
    text: str
    sentence: int
    """Place in ``Document.sentences``, -1 for others."""
    reason: str = ""


class Words(dict[int, float]):
    """How each of *units* reads, clipped: worked out when it is asked for."""

    def __init__(self, document: Document, units: Sequence[Unit], wording: Wording) -> None:
        self._units, self._wording = units, wording
        self._simplify = simplify if document.language == "zh" else str

    def __missing__(self, at: int) -> float:
        odds = self._wording.odds(self._simplify(self._units[at].text))
        found = self[at] = max(-_CLIPPED, min(_CLIPPED, odds))
        return found


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


def _reached(units: Sequence[Unit]) -> list[int]:
    """Places of the sentences near something that went."""
    gone = [at for at, unit in enumerate(units) if unit.fate == "removed"]
    reached = {at for each in gone for at in range(max(0, each - _REACH), each + _REACH + 1)}
    return sorted(at for at in reached if at < len(units) and units[at].fate == "body")


def places(
    document: Document, units: Sequence[Unit], words: Words, back: Sequence[int] = ()
) -> Iterator[tuple[int, dict[str, float]]]:
    """What is seen, by name, of the place of each sentence that is judged: one near something that went, and
    not in an article's words. Then of the removed lines *back*, as if each had been left."""
    reached = _reached(units)
    longest = _LONGEST[document.language]
    asked = [at for at in reached if len(units[at].text) <= longest and words[at] >= AN_ARTICLES]
    if not asked and not back:
        return
    fates = [unit.fate for unit in units]
    body = [at for at, fate in enumerate(fates) if fate == "body"]
    first, last = (body[0], body[-1]) if body else (0, 0)
    sizes = [size(unit.text) if unit.fate == "body" else 0.0 for unit in units]
    above = [0.0, *accumulate(sizes)]
    whole = max(1.0, above[-1])
    removed = fates.count("removed") / max(1, len(units))
    language = document.language
    alike = len(asked) / max(1, len(reached))
    for at in (*asked, *back):
        text = units[at].text
        left, right = fates[max(0, at - _AROUND) : at][::-1], fates[at + 1 : at + 1 + _AROUND]
        before, behind = _side(left), _side(right)
        above_it = [at - 1 - n for n, fate in enumerate(left) if fate == "body"]
        below_it = [at + 1 + n for n, fate in enumerate(right) if fate == "body"]
        gaps = (before != "body") + (behind != "body")
        place = {
            "always": 1.0,
            "words": words[at],
            "words beside a gap": max(0.0, words[at]) * gaps,
            "words before": sum([words[n] for n in above_it[:_BESIDE]]) / _BESIDE,
            "words behind": sum([words[n] for n in below_it[:_BESIDE]]) / _BESIDE,
            "body before": min(_BESIDE, len(above_it)) / _BESIDE,
            "body behind": min(_BESIDE, len(below_it)) / _BESIDE,
            "removed before": left.count("removed") / _AROUND,
            "removed behind": right.count("removed") / _AROUND,
            "removed of the page": removed,
            "others alike": alike,
            "text above": min(1.0, above[at] / _MUCH),
            "text below": min(1.0, (above[-1] - above[at + 1]) / _MUCH),
            f"how far down, {language}": above[at] / whole,
            f"before: {before}": 1.0,
            f"behind: {behind}": 1.0,
            f"size, {language}: {min(7, int(sizes[at] or size(text)).bit_length())}": 1.0,
        }
        seen = {
            "between": gaps > 1,
            "alone": fates[at] != "body" or _is_alone(document, units[at].sentence),
            "first": at <= first,
            "last": at >= last,
            "no stop": text[-1:] not in CLOSING,
            "small letter": text[:1].islower(),
            "asks": text[-1:] in "?？",
            "calls": text[-1:] in "!！",
            "quotes": not _QUOTES.isdisjoint(text),
        }
        place.update((name, 1.0) for name, is_so in seen.items() if is_so)
        yield at, place


_QUOTES = frozenset('"“”「」『』')


def _is_alone(document: Document, at: int) -> bool:
    """Whether a sentence is all of its paragraph."""
    sentences = document.sentences
    own = sentences[at].paragraph
    return not any(
        each.paragraph == own for each in (*sentences[max(0, at - 1) : at], *sentences[at + 1 : at + 2])
    )


def _side(fates: Sequence[str]) -> str:
    """What stands next to a sentence; *fates* from there on outwards."""
    if not fates:
        return "edge"
    if fates[0] != "removed":
        return fates[0]
    return "several removed" if fates[:_SEVERAL].count("removed") == _SEVERAL else "removed"


_SEVERAL = 3


def size(text: str) -> float:
    """In Chinese characters, of which one says as much as three letters."""
    wide = (len(text.encode("utf-8", "surrogatepass")) - len(text)) / 2
    return wide + (len(text) - wide) / 3
