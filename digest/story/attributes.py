"""What a number is a number of: the act or the noun of news nearest to it. Pure.

风速达到每秒21米 and 风速只有每秒17米 measure one thing when the same word stands
nearest to both numbers and both sentences are about one subject; that needs no
other word in common.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from digest.story import lexicon, weights
from digest.story.concepts import BODIES, OFFICES, spans
from digest.story.material import DAY, Material, Statement
from digest.story.measures import Measure

_REACH = {"zh": 22, "en": 60}
_MARK = re.compile(r"[，,；;：:]")
_ACROSS = 10
"""So much further away is what stands in another clause."""
_TOO_MANY = frozenset(
    {"disclose", "promise", "agree", "investigate", "launch", "allot", "appoint", "found", "warn"}
)
"""Acts that say nothing of the number beside them."""
_STATES = frozenset(
    {"c:trapped", "c:owe", "a:suspend", "a:strike", "a:missing", "a:postpone", "c:outage", "c:queue"}
)
"""What lasts: a time beside one of these says how long."""
OF_SOMEBODY = frozenset({"c:stake", "c:shareholder", "c:share"})
"""A share of a firm is nothing without whose and of what."""
SPREAD = 4
"""Two answers to one question are seldom further apart than so many times."""
DAYS_APART = 45
"""Articles further apart tell of two states of one thing."""


def one_attribute(material: Material, one: Measure, other: Measure) -> bool:
    """The same is nearest to both numbers, of one subject, and both can be an answer."""
    if one.quantity.unit != other.quantity.unit and one.kind != "person":
        return False
    ratio = float(one.quantity.value / (other.quantity.value or 1))
    if not 1 / SPREAD < ratio < SPREAD:
        return False
    mine, theirs = _heads(one), _heads(other)
    first = (
        (each for each in (*mine, *theirs) if each in _STATES)
        if one.kind == "time"
        else (*mine[:1], *theirs[:1])
    )
    head = next((each for each in first if each in mine and each in theirs), "")
    if not head:
        return False
    if one.kind in ("count", "person") and one.thing and other.thing and one.thing != other.thing:
        return False
    return _one_subject(material, one.statement, other.statement, head) and _at_one_time(material, one, other)


def lasts(measure: Measure) -> bool:
    """It is how long a state lasts, not how soon something comes: 被困11个小时."""
    return measure.kind == "time" and any(each in _STATES for each in _heads(measure))


def _heads(measure: Measure) -> tuple[str, ...]:
    """The two anchors nearest to the number that can say what it is of."""
    text, quantity = measure.statement.folded, measure.quantity
    near: list[tuple[int, str]] = []
    for start, end, anchor in _tellers(text):
        if anchor in _NO_HEADS or anchor == f"c:{measure.thing}":
            continue
        between = text[end : quantity.start] if end <= quantity.start else text[quantity.end : start]
        if quantity.start < end and start < quantity.end:
            continue
        distance = len(between) + _ACROSS * len(_MARK.findall(between))
        if distance <= _REACH["en" if text.isascii() else "zh"]:
            near.append((distance, anchor))
    return tuple(dict.fromkeys(anchor for _, anchor in sorted(near)))[:2]


_NO_HEADS = (
    BODIES
    | {f"c:{office}" for office in OFFICES}
    | {f"a:{act}" for act in _TOO_MANY}
    | {"c:worker", "c:report"}
)


@lru_cache(maxsize=4096)
def _tellers(folded: str) -> tuple[tuple[int, int, str], ...]:
    acts = [(start, end, f"a:{act}") for start, end, act in lexicon.acts(folded)]
    return (*acts, *((start, end, f"c:{concept}") for start, end, concept in spans(folded)))


def _one_subject(material: Material, one: Statement, other: Statement, head: str) -> bool:
    """They name one body, person or place; or have a telling word in common besides."""
    if set(one.entities) & set(other.entities):
        return True
    shared = one.anchors & other.anchors & material.telling_words
    return any(head not in weights.covered(material, each) for each in shared)


def _at_one_time(material: Material, one: Measure, other: Measure) -> bool:
    days = [material.documents[each.statement.document].published for each in (one, other)]
    told = [each.date for each in days if each and len(each.date) == DAY]
    if len(told) < 2:
        return True
    first, second = map(dt.date.fromisoformat, told)
    return abs((first - second).days) <= DAYS_APART
