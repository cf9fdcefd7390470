"""What reads like the site's own words though no rule knew it: a learned judge, last of all. Pure.

Lists know the words that somebody has seen, and a page has others. A linear model reads each
sentence that the rules left near something that they removed: its words (`wording`), its look, its place
and what was removed around it (`places`). And since a site's words come in runs, a second one reads the same
beside what the first says of all those around (stacked sequential learning: Cohen and Carvalho, IJCAI 2005).
Above one limit the sentence goes, above a lower one it stays but is never printed, and below that it is
printed the later the likelier it is the site's (`Sentence.doubt`). All weights were learned
by ``benchmarks/learn_leftovers.py`` and are kept in ``leftovers.json``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import exp

from digest.cleaning.judging.places import Company, Places, Words, asked, outline
from digest.cleaning.judging.wording import Wording, learned
from digest.language.script import simplify
from digest.model import Account, Document, Receipt, Sentence

REASON = "site-words"
"""Of removal, and the trait of what stays in doubt."""
_LANGUAGES, _FORMATS = frozenset({"zh", "en"}), frozenset({"txt", "md"})
"""Learned from; and without a publisher's markup, which knows better."""
_AT_AN_END = 2.0
"""How much surer it must be of the first and the last sentence of a text, which say what it is about."""
_MOST = 0.4
"""Share of a text that may go: of a page of which more reads like the site it is doubted only."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model says of a sentence: natural logarithm of the odds that it is the site's."""

    sentence: int
    odds: float


def without_leftovers(document: Document) -> Document:
    """*document* without the sentences that read like the site's own, those in doubt marked.

    Of all that were judged it says how far they are doubted.
    """
    judged = judge(document)
    if not judged:
        return document
    limits, ends = learned()["limits"], (0, len(document.sentences) - 1)
    told = {each.sentence: each.odds - _AT_AN_END * (each.sentence in ends) for each in judged}
    gone = {at for at, odd in told.items() if odd > limits["removed"]}
    doubted = {at for at, odd in told.items() if odd > limits["doubted"]} - gone
    sentences = document.sentences
    if not any(each.quotable for at, each in enumerate(sentences) if at not in gone and at not in doubted):
        gone, doubted = set(), set()
    if sum(len(sentences[at].text) for at in gone) > _MOST * document.characters:
        gone, doubted = set(), gone | doubted
    kept = tuple(
        replace(
            each,
            traits=each.traits | {REASON} if at in doubted else each.traits,
            doubt=max(each.doubt, chance(told[at])),
        )
        if at in told
        else each
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
    wanted = asked(document, units, words)
    if not wanted:
        return []
    places = Places(document, units, words, len(wanted))
    alone, among = learned()["alone"], learned()["among"]
    seen = {at: places.seen(at) for at in wanted}
    first = {at: odds(alone, traits) for at, traits in seen.items()}
    company = Company(units, places.sizes, first)
    # A heading, or the row of a table, is not printed anyway.
    return [
        Judged(units[at].sentence, odds(among, traits | company.seen(at, first[at])))
        for at, traits in seen.items()
        if document.sentences[units[at].sentence].quotable
    ]


def odds(weights: Mapping[str, float], traits: Mapping[str, float]) -> float:
    """Natural logarithm of the odds that a unit with these *traits* is the site's."""
    return sum([weights.get(name, 0.0) * value for name, value in traits.items()])


def chance(odds: float) -> float:
    """Of which *odds* are the natural logarithm, in tenths: it is known no better."""
    return round(1 / (1 + exp(-odds)), 1)


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
            why = _why([sentences[at] for at in lost])
            whole = len(lost) == len(its)
            fates[number] = ("removed" if whole else "body", REASON, why)
    accounts = []
    for fate, run in groupby(enumerate(fates, 1), key=lambda entry: entry[1]):
        numbers = [number for number, _ in run]
        accounts.append(Account(numbers[0], numbers[-1], *fate))
    return Receipt(tuple(accounts), document.receipt.repairs)


def _why(lost: Sequence[Sentence]) -> str:
    wording = Wording.shipped()
    said = " ".join(
        f"“{sentence.text}” ({', '.join(telling)})" if telling else f"“{sentence.text}”"
        for sentence in lost
        for telling in [wording.telling(simplify(sentence.text))]
    )
    return f"reads like the site's own words, not the article's: {said}"
