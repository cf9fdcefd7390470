"""What two languages call the same: words of news, Chinese and English, by concept. Pure.

No word is common to a Chinese and an English report; these, with names, acts,
numbers and dates, are what both have. They stand in ``concepts.toml``; acts have
words of their own (`digest.story.statements.lexicon`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from digest.language import mixed
from digest.language.lazy import regex
from digest.language.pairs import Texts
from digest.language.remembered import Remembered
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
_WORDS = mixed.Words(_BY_WORD, regex("[a-z0-9]+"))


def words_of(folded: str, concept: str) -> tuple[int, int] | None:
    """Where a folded text first speaks of *concept*."""
    return next(((start, end) for start, end, told in spans(folded) if told == concept), None)


def spans(folded: str) -> Iterator[tuple[int, int, str]]:
    """Where a folded text speaks of a concept, and of which; ascending."""
    return ((place, place + len(word), _BY_WORD[word]) for place, word in _WORDS.find(folded))


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
    told = zip(texts, texts.have_letters, _WORDS.chinese.find_in_each(texts), strict=True)
    for folded, latin, found in told:
        whole = _WORDS.only_chinese(folded, latin)
        _TOLD[folded] = _by_concept(found if whole else _WORDS.find(folded))


def _by_concept(words: Sequence[tuple[int, str]]) -> Mapping[str, str]:
    return {_ANCHORS[word]: word for _, word in reversed(words)}


_TOLD = Remembered(lambda folded: _by_concept(_WORDS.find(folded)))


def concepts(folded: str) -> frozenset[str]:
    """The concepts that a folded text speaks of."""
    return frozenset(anchor.removeprefix("c:") for anchor in told(folded))
