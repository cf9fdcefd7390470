"""Two answers to one question: the value that the finders of differences hand over. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from digest.language.words import part_of_speech
from digest.story.matching import weights
from digest.story.statements import choosing, moments
from digest.story.statements.concepts import BODIES, OFFICES
from digest.story.statements.material import DAY, Material, Statement

SAME_SUBJECT = 3.0
"""Weight of shared anchors, besides the slot itself, that makes two answers answers to one question."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that cannot both be right, or one that tells both; ``shared`` anchors say about what."""

    kind: str
    question: str
    claims: tuple[Statement, ...]
    shared: frozenset[str]
    weight: float
    answers: str = ""
    """What the two say, in their words, where that is short: 几个小时后 / 3天后."""


def weight_of(material: Material, shared: frozenset[str], *claims: Statement) -> float:
    form = min(choosing.form(each) for each in claims)
    return weights.weigh(material, shared) * (0.5 + form)


def apart(one: Statement, other: Statement) -> bool:
    """Dated to different times, as far as both are known: two events, no contradiction."""
    mine, theirs = moments.event_moment(one), moments.event_moment(other)
    if not (mine and theirs):
        return False
    shorter = min(len(mine.date), len(theirs.date), DAY)
    return mine.date[:shorter] != theirs.date[:shorter]


def matter(material: Material, *claims: Statement) -> frozenset[str]:
    """Anchors that say what *claims* are about, for a label: who, and the telling nouns of news.

    First what all have in common; then whom they name, then what both languages
    have a word for; a word that is no more than rare says little.
    """
    common = frozenset.intersection(*(each.anchors for each in claims))
    either = frozenset().union(*(each.anchors for each in claims))

    def best(anchors: Iterable[str], kinds: str, count: int) -> list[str]:
        there = [
            each
            for each in anchors
            if each[0] in kinds and each in material.heft and each not in _SAY_WHO and not is_when(each[2:])
        ]
        return sorted(there, key=lambda each: (-material.heft[each], each))[:count]

    people = {each for each in either if each[0] == "e" and each[2:] not in material.firms}
    who = (
        best(common & people, "e", 1) or best(common, "e", 1) or best(people, "e", 1) or best(either, "e", 1)
    )
    found: list[str] = []
    for anchors, kinds in ((common, "ca"), (either, "c"), (either, "a"), (either, "w")):
        if len(found) < ABOUT:
            found += [each for each in best(anchors, kinds, ABOUT - len(found)) if each not in found]
    return frozenset((*who, *found))


def is_when(word: str) -> bool:
    """A time or a number, which does not say what anything is about: 当晚, 十四日."""
    return not word.isascii() and part_of_speech(word)[:1] in ("t", "m")


ABOUT = 2
_SAY_WHO = BODIES | {f"c:{office}" for office in OFFICES}
"""Who it was is not what it is about."""
