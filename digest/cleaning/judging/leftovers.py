"""What reads like the site's own words though no rule knew it: a learned judge, last of all. Pure.

Lists know the words that somebody has seen, and a page has others. A linear model reads each
sentence that the rules left beside something that they removed, first its words (`wording`),
then its place: what was removed around it, how its neighbours read, where in the text it stands;
and since a site's words come in runs, what the same says of its neighbours counts too. Above one
limit the sentence goes, above a lower one it stays but is never printed. All weights were learned
by ``benchmarks/learn_leftovers.py`` and are kept in ``leftovers.json``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import NamedTuple

from digest.cleaning.judging.wording import CLOSING, Wording, learned
from digest.language.script import simplify
from digest.model import Account, Document, Receipt, Sentence

REASON = "site-words"
"""Of removal, and the trait of what stays in doubt."""
_LANGUAGES, _FORMATS = frozenset({"zh", "en"}), frozenset({"txt", "md"})
"""Learned from; and without a publisher's markup, which knows better."""
_REACH, _LONGEST, AN_ARTICLES = 4, 400, -2.5
"""Units from something that went up to which a sentence is judged; its characters; and how its words must
read at least: one in an article's own words is not told by its place."""
_AROUND, _BESIDE = 6, 2
"""Units whose fate a sentence is judged by, and sentences whose words."""
_FEWEST_GONE, _MOST_GONE = 5, 400
"""Signs between two sentences of a line that went, and that are no more than a seam."""
_MUCH = 300.0
"""Size of text above or below, in Chinese characters, beyond which more of it tells nothing."""
_CLIPPED, _DOUBTED = 4.0, 3.0
"""How far what is said of a sentence's words, and of its place, counts for its neighbours."""
_UNJUDGED = -2.0
"""Counts for a neighbour that was not judged."""
_SMOOTHING, _RUN = 0.4, 2
"""What the neighbours' judgement counts, and how many to each side are asked."""
_MOST = 0.5
"""Share of a text that may go: a page of which more reads like the site is not understood."""


class Unit(NamedTuple):
    """A sentence that is left, or a line that is not, in the order of the page."""

    fate: str
    """``body``, ``removed`` or ``head``: a title or byline."""
    text: str
    sentence: int
    """Place in ``Document.sentences``, -1 for others."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model says of a sentence: natural logarithm of the odds that it is the site's."""

    sentence: int
    odds: float


def without_leftovers(document: Document) -> Document:
    """*document* without the sentences that read like the site's own, those in doubt marked."""
    judged = judge(document)
    limits = learned()["limits"]
    gone = {each.sentence for each in judged if each.odds > limits["removed"]}
    doubted = {each.sentence for each in judged if each.odds > limits["doubted"]} - gone
    if not gone and not doubted:
        return document
    sentences = document.sentences
    lost = sum(len(sentences[at].text) for at in gone)
    if lost > _MOST * document.characters or not any(
        each.quotable for at, each in enumerate(sentences) if at not in gone and at not in doubted
    ):
        return document
    kept = tuple(
        replace(each, traits=each.traits | {REASON}) if at in doubted else each
        for at, each in enumerate(sentences)
        if at not in gone
    )
    return replace(document, sentences=kept, receipt=_receipt(document, gone) if gone else document.receipt)


def judge(document: Document) -> list[Judged]:
    """The sentences that stand near something removed, in reading order."""
    if (
        document.language not in _LANGUAGES
        or document.kind == "transcript"
        or document.article.format not in _FORMATS
        or not document.receipt.removed
    ):
        return []
    units = outline(document)
    words = Words(document, units, Wording.shipped())
    weights = learned()["place"]
    odds = {
        at: sum([weights.get(name, 0.0) * value for name, value in place.items()])
        for at, place in places(document, units, words, asked(units, words))
    }
    return [Judged(units[at].sentence, odd + _SMOOTHING * _beside(units, odds, at)) for at, odd in odds.items()]


class Words(dict[int, float]):
    """How each of *units* reads, clipped: worked out when it is asked for."""

    def __init__(self, document: Document, units: Sequence[Unit], wording: Wording) -> None:
        self._units, self._wording = units, wording
        self._simplify = simplify if document.language == "zh" else str

    def __missing__(self, at: int) -> float:
        odds = self._wording.odds(self._simplify(self._units[at].text))
        found = self[at] = max(-_CLIPPED, min(_CLIPPED, odds))
        return found


def _beside(units: Sequence[Unit], odds: Mapping[int, float], at: int) -> float:
    """What is said of the neighbours of a sentence, on average."""
    found = [
        max(-_DOUBTED, min(_DOUBTED, odds.get(other, _UNJUDGED)))
        for other in range(max(0, at - _RUN), min(len(units), at + _RUN + 1))
        if other != at and units[other].fate == "body"
    ]
    return sum(found) / len(found) if found else -1.0


def _simplified(document: Document, text: str) -> str:
    return text if document.language == "en" else simplify(text)


# --- place --------------------------------------------------------------------


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


def asked(units: Sequence[Unit], words: Words) -> list[int]:
    """Places of the sentences that are judged: in reach of what went, and not in an article's words."""
    gone = [at for at, unit in enumerate(units) if unit.fate == "removed"]
    reached = {at for each in gone for at in range(max(0, each - _REACH), each + _REACH + 1)}
    return [
        at
        for at in sorted(reached)
        if at < len(units)
        and units[at].fate == "body"
        and len(units[at].text) <= _LONGEST
        and words[at] >= AN_ARTICLES
    ]


def places(
    document: Document, units: Sequence[Unit], words: Words, asked: Sequence[int]
) -> Iterator[tuple[int, dict[str, float]]]:
    """For each of the units *asked* what is seen of its place, by name; *words*: how each unit reads."""
    fates = [unit.fate for unit in units]
    body = [at for at, fate in enumerate(fates) if fate == "body"]
    first, last = (body[0], body[-1]) if body else (0, 0)
    sizes = [size(unit.text) if unit.fate == "body" else 0.0 for unit in units]
    above = [0.0, *accumulate(sizes)]
    whole = max(1.0, above[-1])
    removed = fates.count("removed") / max(1, len(units))
    language = document.language
    for at in asked:
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


_QUOTES = frozenset("\"“”「」『』")


def _is_alone(document: Document, at: int) -> bool:
    """Whether a sentence is all of its paragraph."""
    sentences = document.sentences
    own = sentences[at].paragraph
    return not any(each.paragraph == own for each in (*sentences[max(0, at - 1) : at], *sentences[at + 1 : at + 2]))


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


# --- receipt ------------------------------------------------------------------


def _receipt(document: Document, gone: set[int]) -> Receipt:
    """Lines all of whose sentences went are removed, others say which of theirs did."""
    article, sentences = document.article, document.sentences
    starts = [line.start for line in article.lines]
    fates: list[tuple[str, str, str]] = []
    for account in document.receipt.accounts:
        fates += [(account.fate, account.reason, account.rule)] * (account.last - account.first + 1)
    of_line: dict[int, list[int]] = {}
    for at, sentence in enumerate(sentences):
        for number in range(bisect_right(starts, sentence.start) - 1, bisect_left(starts, sentence.end)):
            of_line.setdefault(number, []).append(at)
    for number, its in of_line.items():
        lost = [at for at in its if at in gone]
        if lost:
            why = _why(document, [sentences[at] for at in lost])
            whole = len(lost) == len(its)
            fates[number] = ("removed" if whole else "body", REASON, why)
    accounts = []
    for fate, run in groupby(enumerate(fates, 1), key=lambda entry: entry[1]):
        numbers = [number for number, _ in run]
        accounts.append(Account(numbers[0], numbers[-1], *fate))
    return Receipt(tuple(accounts), document.receipt.repairs)


def _why(document: Document, lost: Sequence[Sentence]) -> str:
    wording = Wording.shipped()
    said = " ".join(
        f"“{sentence.text}” ({', '.join(telling)})" if telling else f"“{sentence.text}”"
        for sentence in lost
        for telling in [wording.telling(_simplified(document, sentence.text))]
    )
    return f"reads like the site's own words, not the article's: {said}"
