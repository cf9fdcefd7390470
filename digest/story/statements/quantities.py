"""The numbers that a sentence tells: none that are parts of names (麒麟980). Pure."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from digest.language import _name_data, numerals
from digest.language.cues import cue
from digest.language.lazy import regex
from digest.language.script import has_han
from digest.story.statements.amounts import MEASURES

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
    """Part of a name: 麒麟980, Mate 20X, 737 Max, 787-9, Veltara 450, 450 Freighter.

    An amount without a unit has a word for it before it (达3000).
    """
    if not quantity.surface[0].isdigit():
        return False
    if quantity.unit:  # The Veltara 450 crashed: the next word, which counts nothing
        counted = quantity.unit in MEASURES or not simple.isascii() or quantity.value < _LEAST_MODEL
        return not counted and _is_made(simple, quantity)
    if _MODEL_BEHIND.match(simple, quantity.end) or _is_made(simple, quantity):
        return True
    before = simple[max(0, quantity.start - _LONGEST_MAKE) : quantity.start]
    if _ARTICLE.search(before) and _CALLED_BEHIND.match(simple, quantity.end):
        return True
    variant = _VARIANT.match(simple, quantity.end)
    if variant and float(variant[1]) < quantity.value:  # 100-200 is a range, 787-9 is none
        return True
    if not quantity.start:
        return False
    if quantity.surface[-1] in "万亿":  # no name ends so: 付36亿
        return False
    return has_han(before[-1]) and before[-1] not in _TELLS_AN_AMOUNT


def _is_made(simple: str, quantity: Quantity) -> bool:
    """Whether a make stands before it: Veltara 450."""
    make = _MAKE_BEFORE.search(simple, max(0, quantity.start - _LONGEST_MAKE), quantity.start)
    return make is not None and make[1].lower() not in _NO_MAKE


_LEAST_MODEL = 100
_MODEL_BEHIND = regex(r"[ -]?(?:MAX|Max|Pro|Plus|Ultra|Mini)(?![A-Za-z])|-[A-Z]")
_MAKE_BEFORE, _LONGEST_MAKE = regex(r"(?<![A-Za-z])([A-Z][A-Za-z]*)[ -]?$"), 24
_NO_MAKE = _name_data.NOT_NAMES | frozenset(
    "nearly around roughly almost just another of to and up out i".split()
)
_ARTICLE, _CALLED_BEHIND = regex(r"\b[Tt]he $"), regex(r" [A-Z][a-z]+(?<!s)(?<!ese)\b")
"""the 450 |Freighter, and not the 450 |Hollanders."""
_VARIANT = regex(r"-(\d{1,3})(?!\d)")
_TELLS_AN_AMOUNT = frozenset(
    "为达至到是约超近逾共计出的有了过余破仅只由从升降涨跌增减数量额价号和与或及、满足够整"
)
