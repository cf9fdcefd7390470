"""When two written amounts are one: rounding, bounds and measure words. Pure.

38,216 vehicles, 三万八千多辆 and 3.8 万台 are one number to three reporters. A
key names an amount as a sentence writes it; a rounded amount has a second key,
which every amount that rounds to it shares. Two numbers beside each other have
one together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from digest.language.lazy import regex
from digest.language.money import CURRENCIES

if TYPE_CHECKING:
    from digest.language.numbers import Quantity

DURATIONS = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
MONEY = frozenset(CURRENCIES.values())
MEASURES = DURATIONS | MONEY | {"percent", "person", "year-old", "times", "km", "m", "t", "kg", "share"}
"""Units that two languages have in common; 辆 and vehicles only say that something is counted."""
PLAIN = frozenset((MEASURES - {"person"}) | {""})
"""Units that leave open what is counted."""
SMALL, LARGE = 10, 10_000
_MAYBE_A_YEAR = regex(r"(?:1[89]|20)\d\d")
"""2013 hearing: a year, not so many hearings."""
_CODE = regex(r"0\d{2,}")
"""09771 is a name: no amount opens with nought."""
_VAGUE = frozenset({"", "个", "time", "次", "种", "位", "一"})


@lru_cache(maxsize=16_384)
def amount(value: Decimal, unit: str) -> str:
    """A number with its unit, one string however it was written: 300person of 300人 and 三百人."""
    return f"{value.normalize()}{unit}"


def quantity_key(quantity: Quantity) -> str:
    """Its anchor; "" for one, two or half a thing, which no two articles need have in common.

    From a hundred on, what counts a thing does not matter: 217例, 217个 and 217 cases are one number.
    """
    value, unit = quantity.value, quantity.unit
    if _CODE.match(quantity.surface):
        return ""
    key = amount(value, unit)
    if unit == "percent" or unit in MONEY:
        return f"q:{key}"
    if _MAYBE_A_YEAR.fullmatch(quantity.surface[:4]) and unit not in DURATIONS and unit != "person":
        return ""
    if value >= 100 and unit not in MEASURES:
        return f"q:{amount(value, '')}"
    if _is_fine(value):
        return f"q:{amount(value, '')}"
    if unit in _VAGUE:
        return ""
    if value < SMALL:
        return f"n:{key}" if value > 2 or unit in DURATIONS else ""
    return f"q:{key}"


def _is_fine(value: Decimal) -> bool:
    """1.4 or 0.62, which tells without its unit; not 2.5, which is said of anything."""
    return value < SMALL and value % 1 not in (0, Decimal("0.5"))


def rounded_key(quantity: Quantity) -> str:
    """The second key of an amount that is rounded, or that has lost its unit; "" for any other."""
    told = quantity.value >= (SMALL if quantity.unit in MEASURES else 100)
    if quantity.bound in ("over", "near", "about") and told:
        return f"r:{quantity.bound}{amount(quantity.value, _unit(quantity))}"
    if not quantity.unit and quantity.value >= LARGE:
        return f"r:{amount(quantity.value, '')}"
    return ""


def roundings(quantity: Quantity, there: Set[str]) -> Iterator[str]:
    """The second keys of other amounts, of those *there* are, that *quantity* may be rounded to."""
    value, unit = quantity.value, _unit(quantity)
    if value < SMALL:
        return
    found = _roundings(value, unit)
    yield from sorted(found & there)


@lru_cache(maxsize=16_384)
def _roundings(value: Decimal, unit: str) -> frozenset[str]:
    found = {f"r:{amount(value, '')}", *(f"r:{bound}{amount(value, unit)}" for bound in _ROUNDED)}
    for digits in range(1, 4):
        place = Decimal(1).scaleb(value.adjusted() - digits + 1)
        for bound, rounding in _ROUNDED.items():
            rounded = value.quantize(place, rounding)
            if bound == "about" and digits == 2 and unit in ("km", "m"):
                # Told in miles elsewhere: what is 534 there is 535 here.
                other = value.quantize(place, ROUND_FLOOR if rounded > value else ROUND_CEILING)
                found.add(f"r:{bound}{amount(other, unit)}")
            if rounded and _LEAST <= value / rounded <= _MOST:
                found.add(f"r:{bound}{amount(rounded, unit)}")
    return frozenset(found)


_LEAST, _MOST = Decimal("0.85"), Decimal("1.35")
"""Nobody calls 12,320 nearly 20,000, or 19 more than ten."""
_ROUNDED = {"over": ROUND_FLOOR, "near": ROUND_CEILING, "about": ROUND_HALF_UP}


def _unit(quantity: Quantity) -> str:
    return quantity.unit if quantity.unit in MEASURES else ""


_PAIRED, _DIGITS = 6, 3
"""Numbers of a sentence that are looked at in pairs; digits that tell which the two must have together."""


def pairs(quantities: Sequence[Quantity]) -> Iterator[str]:
    """Anchors of two numbers told together, whatever they count: ``p:60&51``.

    One number of one digit may be of anything, and so may two; that a sentence of
    another reporter has 60 beside 51 is no coincidence.
    """
    values = {each.value for each in quantities[:_PAIRED] if each.value > 2}
    for one, other in combinations(sorted(values), 2):
        if digits(one) + digits(other) >= _DIGITS:
            yield f"p:{one.normalize()}&{other.normalize()}"


def ranges(folded: str, quantities: Sequence[Quantity]) -> Iterator[str]:
    """Anchors of the ranges of a folded text: ``q:2-8year`` of 2至8年; two numbers that are one answer."""
    for high in quantities:
        low = _LOW.search(folded, max(0, high.start - _SHORT), high.start)
        if low and Decimal(low[1]) < high.value:
            yield f"q:{Decimal(low[1]).normalize()}-{amount(high.value, high.unit)}"


_SHORT = 9
_LOW = regex(r"(?<![\d.-])(\d{1,3}(?:\.\d)?)(?:%|年|个?月|天|日)? ?(?:至|到|[-–—~～]|to) ?$")


def digits(value: Decimal) -> int:
    """How many tell, noughts at the end apart: 1 of 60, 2 of 51, 3 of 12.8."""
    return len(value.normalize().as_tuple().digits)


def span(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The least and the most that a writer of *quantity* may mean.

    A round number of ten thousands (3.8 万, 1.1bn) is rounded, said or not; about
    30 may be 26, about 9.6 no more than 10.1.
    """
    return _span(quantity.value, quantity.bound, quantity.approximate)


@lru_cache(maxsize=16_384)
def _span(value: Decimal, bound: str, approximate: bool) -> tuple[Decimal, Decimal]:
    telling = digits(value)
    place = Decimal(1).scaleb(value.adjusted() - telling + 1)
    if bound in ("over", "least"):
        return value, Decimal("Infinity")
    if bound == "most":
        return Decimal(0), value
    wide = value * (Decimal("0.15") if telling == 1 else Decimal("0.05"))
    if bound in ("near", "about"):
        return value - wide, value + (wide if bound == "about" else place * 0)
    if approximate:
        return value - wide, value + wide
    half = place * Decimal("0.49") if value >= LARGE and telling <= 3 else Decimal(0)
    return value - half, value + half


def same_value(one: Quantity, other: Quantity) -> bool:
    """One number, of the same unit or of none: 182亿 is 182亿美元."""
    return one.value == other.value and (one.unit == other.unit or not (one.unit and other.unit))


def apart(one: Quantity, other: Quantity) -> bool:
    """Neither can be the other, however both were rounded."""
    low, high = span(one)
    least, most = span(other)
    return high < least or most < low
