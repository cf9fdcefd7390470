"""What two languages call the same: words of news, Chinese and English, by concept. Pure.

No word is common to a Chinese and an English report; these, with names, acts,
numbers and dates, are what both have. They stand in ``concepts.toml``; acts have
words of their own (`digest.story.statements.lexicon`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from digest.language import alternatives
from digest.language.lazy import regex
from digest.language.pairs import Texts
from digest.language.remembered import Remembered
from digest.language.script import has_han
from digest.story.statements import lexicon

_BY_WORD = {
    word.replace("~", " "): concept
    for group in tomllib.loads(
        files("digest.story.statements").joinpath("concepts.toml").read_text("utf-8")
    ).values()
    for concept, words in group.items()
    for word in words.split()
}
_ANCHORS = {word: f"c:{concept}" for word, concept in _BY_WORD.items()}
_IN_TEXT = regex(
    alternatives.pattern(
        _BY_WORD,
        starts=lambda letter: rf"(?<![a-z0-9]{letter})" if letter.isascii() else "",
        ends=lambda word: r"\b" if word.isascii() else "",
    )
)
_WORD = regex(r"\w+")
_CHINESE = alternatives.Pairs(word for word in _BY_WORD if not word.isascii())
_ODD = frozenset(
    tuple(re.findall(r"\w+", word)[:2]) for word in _BY_WORD if word.isascii() and not word.isalpha()
)
"""How those start that are no whole word: with two words."""
_RUN = regex("[a-z0-9]+")
_ENGLISH = frozenset(run.group() for word in _BY_WORD if word.isascii() and (run := _RUN.match(word)))
"""What the English ones are, or start with."""


def words_of(folded: str, concept: str) -> tuple[int, int] | None:
    """Where a folded text first speaks of *concept*."""
    told = _IN_TEXT.finditer(folded)
    return next((each.span() for each in told if _BY_WORD[each.group()] == concept), None)


def spans(folded: str) -> Iterator[tuple[int, int, str]]:
    """Where a folded text speaks of a concept, and of which; ascending."""
    return ((*each.span(), _BY_WORD[each.group()]) for each in _IN_TEXT.finditer(folded))


@cache
def of_act(action: str) -> frozenset[str]:
    """Concepts that are told by a word for *action*: an investor of to invest, an apology of to apologise."""
    return frozenset(concept for word, concept in _BY_WORD.items() if action in _acts_of_words()[word])


@cache
def _acts_of_words() -> dict[str, frozenset[str]]:
    return {word: lexicon.actions(word) for word in _BY_WORD}


BODIES = frozenset(
    f"c:{body}"
    for body in (
        "council", "league", "club", "board", "court", "police", "prosecutor", "government", "regulator",
        "parliament", "union", "bank", "central-bank", "panel", "institute", "laboratory",
    )
)  # fmt: skip
"""Anchors of concepts that say which body does something."""
OFFICES = frozenset(
    "founder chief-executive chair president deputy bank-governor fisherman depositor borrower"
    " spokesperson analyst engineer doctor minister coach prosecutor"
    " shareholder lawyer judge senator mayor governor premier ambassador captain pilot driver crew nurse"
    " scientist professor teacher student director actor singer player assistant referee".split()
)
"""Concepts that say who somebody is."""
_OFFICE_NAMES = frozenset(word for word, concept in _BY_WORD.items() if concept in OFFICES)
_OF_OFFICE_NAMES = frozenset(
    name[start:end]
    for name in _OFFICE_NAMES
    for start in range(len(name))
    for end in range(start + 1, len(name) + 1)
    if not name.isascii()
)


def is_office(word: str) -> bool:
    """Whether a word is (part of) what an office is called: 首席 of 首席执行官."""
    return word in _OFFICE_NAMES or word in _OF_OFFICE_NAMES


def told(folded: str) -> Mapping[str, str]:
    """The concepts that a folded text speaks of, as anchors, each with the first of its words there."""
    return _TOLD[folded]


def read(texts: Texts) -> None:
    """Find the concepts of many folded texts at once."""
    told = zip(texts, texts.have_letters, _CHINESE.words_in_each(texts), strict=True)
    for folded, latin, found in told:
        _TOLD[folded] = _told(folded) if latin and _has_english(folded) else _by_concept(found)


def _has_english(folded: str) -> bool:
    """Whether English words for concepts may be there."""
    return not _ENGLISH.isdisjoint(_RUN.findall(folded))


def _told(folded: str) -> Mapping[str, str]:
    # English words are looked up in a quarter of the time in which the pattern tries all its branches.
    if not _has_english(folded):
        return _by_concept([word for _, word in _CHINESE.find(folded)])
    words = _WORD.findall(folded)
    if has_han(folded) or not _ODD.isdisjoint(pairwise(words)):
        return _by_concept(_IN_TEXT.findall(folded))
    return _by_concept(list(filter(_BY_WORD.__contains__, words)))


def _by_concept(words: Sequence[str]) -> Mapping[str, str]:
    return {_ANCHORS[word]: word for word in reversed(words)}


_TOLD = Remembered(_told)


def concepts(folded: str) -> frozenset[str]:
    """The concepts that a folded text speaks of."""
    return frozenset(anchor.removeprefix("c:") for anchor in told(folded))
