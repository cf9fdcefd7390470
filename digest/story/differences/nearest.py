"""What a number is of, where nothing says what it counts: the act or noun of news nearest to it. Pure."""

from __future__ import annotations

from functools import lru_cache

from digest.language.lazy import regex
from digest.story.statements import lexicon
from digest.story.statements.concepts import BODIES, OFFICES, spans
from digest.story.statements.measures import Measure

_REACH = {"zh": 22, "en": 60}
_MARK = regex(r"[，,；;：:]")
_ACROSS = 10
"""So much further away is what stands in another clause."""
_TOO_MANY = frozenset(
    {"disclose", "promise", "agree", "investigate", "launch", "allot", "appoint", "found", "warn"}
)
"""Acts that say nothing of the number beside them."""
LASTING = frozenset(
    {
        "c:trapped",
        "c:owe",
        "a:suspend",
        "a:strike",
        "a:missing",
        "a:postpone",
        "c:outage",
        "c:queue",
        "c:search",
    }
)
"""What lasts: a time beside one of these says how long."""
_NO_HEADS = (
    BODIES
    | {f"c:{office}" for office in OFFICES}
    | {f"a:{act}" for act in _TOO_MANY}
    | {"c:worker", "c:report"}
)


def head(one: Measure, other: Measure) -> str:
    """The act or noun nearest to one number, and among the two nearest to the other; "" where it is not."""
    mine, theirs = _heads(one), _heads(other)
    if one.kind == "time" and not (one.elapsed and other.elapsed):
        mine, theirs = (tuple(each for each in row if each in LASTING) for row in (mine, theirs))
    return next((each for each in (*mine[:1], *theirs[:1]) if each in mine and each in theirs), "")


def _heads(measure: Measure) -> tuple[str, ...]:
    quantity = measure.quantity
    return _nearest(measure.statement.folded, quantity.start, quantity.end, measure.things)


@lru_cache(maxsize=16_384)
def _nearest(text: str, begins: int, ends: int, things: tuple[str, ...]) -> tuple[str, ...]:
    """The two anchors nearest to a number that can say what it is of, the *things* that it counts apart."""
    near: list[tuple[int, str]] = []
    for start, end, anchor in _tellers(text):
        if anchor in _NO_HEADS or anchor[2:] in things or (begins < end and start < ends):
            continue
        between = text[end:begins] if end <= begins else text[ends:start]
        distance = len(between) + _ACROSS * len(_MARK.findall(between))
        if distance <= _REACH["en" if text.isascii() else "zh"]:
            near.append((distance, anchor))
    return tuple(dict.fromkeys(anchor for _, anchor in sorted(near)))[:2]


@lru_cache(maxsize=4096)
def _tellers(folded: str) -> tuple[tuple[int, int, str], ...]:
    acts = [(start, end, f"a:{act}") for start, end, act in lexicon.acts(folded)]
    return (*acts, *((start, end, f"c:{concept}") for start, end, concept in spans(folded)))
