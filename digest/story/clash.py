"""Two answers to one question: the value that the finders of differences hand over. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from digest.story import choosing, chronology, weights
from digest.story.material import DAY, Material, Statement

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


def apart(one: Statement, other: Statement, precision: int = DAY) -> bool:
    """Dated to different times, as far as *precision*: two events, no contradiction."""
    mine, theirs = chronology.event_moment(one), chronology.event_moment(other)
    if not (mine and theirs):
        return False
    shorter = min(len(mine.date), len(theirs.date), precision)
    return mine.date[:shorter] != theirs.date[:shorter]
