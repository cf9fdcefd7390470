"""The numbers that a sentence tells: none that are parts of names (麒麟980). Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.language import numerals
from digest.language.cues import cue
from digest.language.script import has_han

if TYPE_CHECKING:
    from digest.language.numbers import Quantity

FIGURE = cue(
    r"\d|[一二两三四五六七八九十百千万亿半]",
    " | ".join((*numerals.WORDS_EN, "hundred", "thousand", "million", "half")),
    end=r"\b",
)


def told(simple: str, folded: str) -> tuple[Quantity, ...]:
    """The numbers of a sentence in simplified script, and in lower case."""
    if not FIGURE.search(folded):
        return ()
    return tuple(each for each in quantities(simple) if not _is_code(simple, each))


@lru_cache(maxsize=4096)
def quantities(simple: str) -> tuple[Quantity, ...]:
    """The numbers of a text in simplified script."""
    from digest.language import numbers

    return tuple(numbers.find(simple))


def _is_code(simple: str, quantity: Quantity) -> bool:
    """Part of a name: 麒麟980, Mate 20X, 737 Max.

    An amount without a unit has a word for it before it (达3000).
    """
    if quantity.unit or not quantity.surface[0].isdigit():
        return False
    if _MODEL_BEHIND.match(simple, quantity.end) or _MODEL_BEFORE.search(
        simple, max(0, quantity.start - 8), quantity.start
    ):
        return True
    if not quantity.start:
        return False
    if quantity.surface[-1] in "万亿":  # no name ends so: 付36亿
        return False
    before = simple[quantity.start - 1]
    return has_han(before) and before not in _TELLS_AN_AMOUNT


_MODEL_BEHIND = re.compile(r"[ -]?(?:MAX|Max|Pro|Plus|Ultra|Mini)(?![A-Za-z])")
_MODEL_BEFORE = re.compile(r"(?<![A-Za-z])(?:MAX|Max|Pro|Plus|Ultra|Mini)[ -]?$")
_TELLS_AN_AMOUNT = frozenset(
    "为达至到是约超近逾共计出的有了过余破仅只由从升降涨跌增减数量额价号和与或及、满足够整"
)
