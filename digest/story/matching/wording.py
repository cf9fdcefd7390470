"""Do two statements have a clause in common, in nearly the same words? Pure.

Anchors (`matching.anchors`) are what is rare: of two reports of one speech
(董事会致力于按照条款完成交易，计划采取法律行动) they see next to nothing. Among articles that
tell of one event a clause that is nearly the same is the same, however
much else each of the sentences tells. Weighed are all words but those of names,
each by how everyday it is in the language and in the story.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from digest.language import words as language_words
from digest.language.cues import cue
from digest.language.lazy import regex
from digest.story.matching.clauses import CLAUSE
from digest.story.statements import lexicon, outlook
from digest.story.statements.concepts import is_office
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import Material, Statement

ALIKE, LONG, ALIKE_LONG = 0.5, 6, 0.42
"""Dice coefficient of two runs of clauses, in weight, from which on they say the same; of so many words
in common it may be less."""
LEAST, WORDS = 2.2, 4
"""Weight and number of what they must have in common at least, a name counting as one word."""
TELLING, VERBLESS = 4, 5
"""Words among them that are neither names nor offices, where one of them is a verb, and where none is."""
CLAUSES = 3
"""Of one run at most."""
EVERYDAY = 7.0
"""Inverse frequency in the language at which a Chinese word weighs 1; a rarer one at most `RARE`."""
RARE = 1.5
UNSEEN = 60
"""Statements imagined beside those there are: in a small folder nothing is as rare as it looks."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Up to `CLAUSES` clauses that follow each other: their words, and how these are put."""

    words: frozenset[str]
    weight: float
    denied: bool
    planned: bool
    done: bool


def same_clause(material: Material, one: Statement, other: Statement) -> float:
    """0, or the weight of the words of a run of clauses that both have in common."""
    both = _words(material, one) & _words(material, other)
    if len(both) < WORDS or not _tells(both) or _weigh(material, both) < LEAST:
        return 0.0
    best = 0.0
    for shared, weight, alike in _common_runs(material, one, other, both, WORDS):
        enough = ALIKE_LONG if len(shared) >= LONG else ALIKE
        if (
            weight > max(best, LEAST)
            and alike >= enough
            and _tells(_apart(other.folded, _apart(one.folded, shared)))
        ):
            best = weight
    return best


def in_common(material: Material, one: Statement, other: Statement) -> float:
    """What the words weigh that both have, wherever they stand."""
    return _weigh(material, _words(material, one) & _words(material, other))


def nearest_clause(material: Material, one: Statement, other: Statement) -> tuple[float, int]:
    """Of those two runs of clauses that are most alike: the weight of the words in common, and how many tell.

    However little alike: for those who weigh it against what else they have in
    common. No word that tells is who it was, or part of a term that is counted.
    """
    both = _words(material, one) & _words(material, other)
    runs = _common_runs(material, one, other, both, 2) if len(both) >= 2 else ()
    rows = [(alike * min(weight, MUCH), weight, sorted(shared)) for shared, weight, alike in runs]
    if not rows:
        return 0.0, 0
    _, weight, words = max(rows)
    shared = frozenset(words)
    if not one.latin:  # evidence of a mechanical failure is three things, and one noun phrase
        shared = _apart(other.folded, _apart(one.folded, shared))
    told = _telling(shared)
    return weight, 1 if any(_is_one_term(each.folded, told) for each in (one, other)) else len(told)


def _is_one_term(folded: str, words: Collection[str]) -> bool:
    """Whether *words* stand side by side and no longer than a term is, a verb among them: 人工|通用|智能."""
    places = [(folded.find(word), len(word)) for word in words if not word.isascii()]
    if not places:
        return False
    start, end = min(place for place, _ in places), max(place + size for place, size in places)
    return end - start <= TERM


TERM = 6
"""Characters of a term at most."""


def word_for_word(material: Material, one: Statement, other: Statement) -> bool:
    """Whether two English sentences have so many words in a row that one quotes the other, or both a third.

    Words of one form (he did not do so) are no anchors. A Chinese run as long is as a rule a name.
    """
    return not _phrases(material, one).isdisjoint(_phrases(material, other))


IN_A_ROW, NO_NAMES = 8, 6
"""Words, and how many of them are written small."""


@once_for_copies
def _phrases(material: Material, statement: Statement) -> frozenset[str]:
    words = _WORD.findall(statement.text) if statement.latin else []
    rows = (words[at : at + IN_A_ROW] for at in range(len(words) - IN_A_ROW + 1))
    return frozenset(
        " ".join(row).lower() for row in rows if sum(word[0].islower() for word in row) >= NO_NAMES
    )


_WORD = regex(r"[^\W_][\w'’]*")


MUCH = 3.0
"""Weight from which on more words in common make two runs no more alike."""


def _common_runs(
    material: Material, one: Statement, other: Statement, both: frozenset[str], least: int
) -> Iterator[tuple[frozenset[str], float, float]]:
    """Of each two runs with at least *least* words in common: these, their weight, how alike the runs are.

    *both* are all words that the statements share.
    """
    theirs = [(run, shared) for run in _runs(material, other) if len(shared := run.words & both) >= least]
    for mine in _runs(material, one) if theirs else ():
        if len(here := mine.words & both) < least:
            continue
        for run, there in theirs:
            shared = here & there
            if len(shared) >= least and not _otherwise(mine, run):
                weight = _weigh(material, shared)
                yield shared, weight, 2 * weight / ((mine.weight + run.weight) or 1.0)


def _otherwise(one: _Run, other: _Run) -> bool:
    """So here and not so there, or planned here and done there."""
    return one.denied != other.denied or (one.planned and other.done) or (one.done and other.planned)


def _tells(shared: frozenset[str]) -> bool:
    """Who it was, in whatever words (特斯拉首席执行官马斯克), is not what is told of him."""
    telling = _telling(shared)
    return len(telling) >= (TELLING if any(map(_is_verb, telling)) else VERBLESS)


def _telling(shared: frozenset[str]) -> list[str]:
    return [
        word
        for word in shared
        if word[0] != _NAME and not (is_office(word) or word[0].isdigit() or word in lexicon.SAYS)
    ]


@lru_cache(maxsize=16_384)
def _is_verb(word: str) -> bool:
    """Of an English word nothing says so."""
    return word.isascii() or language_words.part_of_speech(word)[:1] == "v"


def _apart(folded: str, shared: frozenset[str]) -> frozenset[str]:
    """*shared*, of words that make one term (人工通用智能, no verb among them) the first."""
    places = sorted((place, word) for word in shared if (place := folded.find(word)) >= 0)
    dropped, end = set(), -1
    for place, word in places:
        noun = word.isascii() or not _is_verb(word)
        if noun and end >= 0 and _BETWEEN.fullmatch(folded, end, max(place, end)):
            dropped.add(word)
        end = place + len(word) if noun else -1
    return shared - dropped


_BETWEEN = regex(" ?[(（]?[与和及]?|[ ’'.-]{1,2}(?:of )?")
_NAME = "\0"
"""Opens the key of somebody who is named."""


@once_for_copies
def _words(material: Material, statement: Statement) -> frozenset[str]:
    """Its words, those of names apart, and the keys of those it names."""
    names = (_NAME + key for key in material.telling(statement.entities))
    return frozenset(chain(statement.words - material.spelled, names))


@once_for_copies
def _runs(material: Material, statement: Statement) -> tuple[_Run, ...]:
    told = _clauses(material, statement)
    runs = []
    for first in range(len(told)):
        for last in range(first + 1, min(first + CLAUSES, len(told)) + 1):
            run = told[first:last]
            words = frozenset(chain.from_iterable(each.words for each in run))
            planned = any(each.planned for each in run)
            done = not planned and any(each.done for each in run)
            runs.append(_Run(words, _weigh(material, words), any(each.denied for each in run), planned, done))
    return tuple(runs)


def _clauses(material: Material, statement: Statement) -> list[_Run]:
    """The clauses in which its words stand, each as a run by itself, unweighed."""
    ends = [found.end() for found in CLAUSE.finditer(statement.folded)] + [len(statement.folded)]
    met: dict[int, set[str]] = defaultdict(set)
    for place, word in _places(material, statement):
        met[bisect_right(ends, place)].add(word)
    clauses = []
    for number, words in sorted(met.items()):
        start, end = ends[number - 1] if number else 0, ends[number]
        folded = statement.folded[start:end]
        planned = outlook.PLANS.search(statement.simple[start:end]) is not None
        done = _DONE.search(folded) is not None
        denied = (lexicon.NEGATION.search(folded) or lexicon.NOT_SO.search(folded)) is not None
        clauses.append(_Run(frozenset(words), 0.0, denied, planned, done))
    return clauses


_DONE = cue("已经?|了(?!解)|曾", "has | have | had", end=r"\b")


def _places(material: Material, statement: Statement) -> list[tuple[int, str]]:
    """Where each of its words stands, each time, and each name."""
    found = []
    spelled: dict[str, tuple[str, ...]] = {word: (word,) for word in statement.words - material.spelled}
    spelled |= {
        _NAME + key: tuple(name.lower() for name in material.spellings.get(key, ()))
        for key in material.telling(statement.entities)
    }
    for key, forms in spelled.items():
        for form in forms:
            place = statement.folded.find(form)
            while place >= 0:
                found.append((place, key))
                place = statement.folded.find(form, place + 1)
    return found


def _weigh(material: Material, words: frozenset[str]) -> float:
    # fsum: sets come in another order in every process, and the last bit may decide.
    weights = _weights(material)
    return math.fsum(weights[word] for word in words)


def _weights(material: Material) -> dict[str, float]:
    """Of every word and name of the story."""
    found: dict[str, float] = material.answers[_weights]
    if not found:
        met = Counter(chain.from_iterable(each.words for each in material.statements))
        met.update(_NAME + key for each in material.statements for key in each.entities)
        total = len(material.statements) + UNSEEN
        rarest = math.log(total / 1.5)
        for word, count in met.items():
            known = (
                1.0
                if word.isascii() or word[0] == _NAME
                else language_words.idf_of_simplified(word) / EVERYDAY
            )
            found[word] = min(RARE, known) * math.log(total / (count + 0.5)) / rarest
    return found
