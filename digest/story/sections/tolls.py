"""Counts of people to whom something happened: what, and which count is still the last. Pure.

Each day's toll is overtaken by the next, so of one fate only what the newest article counts is a
number to know; and two articles give one number only where the same has happened to as many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from digest.language.lazy import regex
from digest.story.statements.material import DAY, Material, Statement

if TYPE_CHECKING:
    from digest.language.numbers import Quantity

_FATES = {
    "dead": r"死亡|遇难|罹难|丧生|身亡|丧命|死|尸体|遗体|\b(?:kill(?:s|ed|ing)|died|dead|deaths?|lives)\b",
    "hurt": r"受伤|轻伤|重伤|轻重伤|伤(?!亡)|\b(?:injur(?:ed|ing|ies)|hurt|wounded)\b",
    "missing": r"失踪|失联|下落不明|\b(?:missing|unaccounted)\b",
    "trapped": r"受困|被困|\btrapped\b",
    "rescued": r"获救|救出|生还|\b(?:rescued|saved|survivors)\b",
    "hospital": r"住院|入院|\bhospitali[sz]ed\b",
}
_FATE = regex("|".join(f"(?P<{fate}>{words})" for fate, words in _FATES.items()))
_ABOARD = regex(r"载有|搭载|船上|车上|机上|乘客|\b(?:on board|aboard|passengers)\b")
"""What is told of all of them, where nothing has happened to them."""
_ENDS = regex("[，。；、,;：:]|(?<=死)(?=[0-9])")
"""Where what is told of one number ends: 9死、1058伤."""
_REACH, _REACH_EN = 16, 40
_MORE = regex("(?:又|再|新增|另|再度|陆续)[^，。；]{0,6}$|\\b(?:another|more) $")
"""Before a number that only adds to one: 又发现了|10名遇难者."""

Fates = Mapping[str, str]
"""By fate, the newest day on which an article counts all to whom it happened."""


def fate(statement: Statement, quantity: Quantity) -> str:
    """What has happened to so many people (``dead``, ``hurt``..), nearest to the number; "" for nothing."""
    if quantity.unit != "person":
        return ""
    text = statement.folded
    reach = _REACH_EN if text.isascii() else _REACH
    start = max((each.end() for each in _ENDS.finditer(text, 0, quantity.start)), default=0)
    end = next((each.start() for each in _ENDS.finditer(text, quantity.end)), len(text))
    start, end = max(start, quantity.start - reach), min(end, quantity.end + reach)
    found = _FATE.finditer(text, start, end)
    near = [
        (max(each.start() - quantity.end, quantity.start - each.end(), 0), each.lastgroup or "")
        for each in found
    ]
    return min(near, default=(0, "aboard" if _ABOARD.search(text, start, end) else ""))[1]


def newest(material: Material, told: Iterable[tuple[Statement, Quantity]]) -> Fates:
    found: dict[str, str] = defaultdict(str)
    for statement, quantity in told:
        day = material.written(statement.document)
        if (what := fate(statement, quantity)) and len(day) == DAY and not _adds(statement, quantity):
            found[what] = max(found[what], day)
    return found


def is_overtaken(material: Material, statement: Statement, quantity: Quantity, fates: Fates) -> bool:
    """Whether a later article counts again to whom the same has happened; or it only adds to such a count."""
    what, day = fate(statement, quantity), material.written(statement.document)
    if not what or what not in fates or len(day) < DAY:
        return False
    return fates[what] > day or (fates[what] == day and _adds(statement, quantity))


def _adds(statement: Statement, quantity: Quantity) -> bool:
    return _MORE.search(statement.folded, max(0, quantity.start - _REACH), quantity.start) is not None


def who_tell(
    statement: Statement, quantity: Quantity, met: Iterable[tuple[Statement, Quantity]]
) -> Collection[int]:
    """The documents that give the same number of the same: not 10 in a hall for 10 dead."""
    if quantity.unit != "person":
        return {each.document for each, _ in met}
    what = fate(statement, quantity)
    rough = quantity.value >= _ROUND and f"{quantity.value.normalize():E}".split("E")[0].count(".") == 0
    same = {each.document for each, other in met if fate(each, other) == what and not (rough and not what)}
    return same | {statement.document}


_ROUND = 10
"""From here on a number of one digit and noughts is said of many things: 400 searchers, 400 passengers."""
