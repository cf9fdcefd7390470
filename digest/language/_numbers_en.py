"""English quantities: $1.3 trillion, two-thirds, about forty people. Pure, for `numbers`."""

from __future__ import annotations

import re
from decimal import Decimal

from digest.language import alternatives, numerals
from digest.language._quantity import Quantity, is_named, looks_like_year, plain, quantity_of
from digest.language._units import (
    ABOUT_EN,
    BLANK,
    BOUND_OF,
    CONVERTED,
    DIGITS,
    EN_SCALES,
    EN_UNITS,
    MARK,
    NOT_INSIDE,
    SCALES,
    UNITS,
    converted,
)
from digest.language.lazy import regex
from digest.language.money import CURRENCIES
from digest.language.words import stop_words

_EN_NUMBER = (
    rf"\b(?i:{numerals.EN}(?:-{numerals.EN})?|half a"
    r"|an?(?=\s(?:hundred|thousand|million|billion|trillion)))\b"
)
_ENGLISH = regex(
    rf"{ABOUT_EN}(?:{MARK}{BLANK}|(?<![\w.-]){NOT_INSIDE})(?P<number>{DIGITS}|{_EN_NUMBER})"
    rf"(?:[\s-]?(?P<scale>{alternatives.pattern(EN_SCALES)})\b)?(?:[\s-]?(?P<unit>%|(?:{alternatives.pattern(EN_UNITS)})\b))?"
    r"(?:[\s-](?P<noun>[a-z]{3,}))?"
)
_MAY_BE = regex("[A-Za-z]{2}|[$€£%]")


def english(text: str) -> list[Quantity]:
    if not _MAY_BE.search(text):
        return []
    return [quantity for found in _ENGLISH.finditer(text) if (quantity := _read(text, found))]


def _read(text: str, found: re.Match[str]) -> Quantity | None:
    number, scale, unit, mark = found["number"], found["scale"], found["unit"] or "", found["mark"]
    value = Decimal("0.5") if number.lower() == "half a" else numerals.decimal(number.lower())
    if number.lower() in ("a", "an"):
        value = Decimal(1)
    if value is None or (len(scale or "") == 1 and not (mark or unit in CURRENCIES)):
        return None  # 340m may be metres; 340m yuan is not
    if not (scale or unit or mark or found["about"]) and is_named(text, found.start("number")):
        return None
    named = CURRENCIES[mark] if mark else UNITS.get(unit, "")
    noun = found["noun"] or ""
    if noun in _PARTS and not (scale or unit or mark):
        return _part(text, found, value)
    end = (
        found.end("noun")
        if noun and not named and noun not in stop_words("en")
        else max(found.end(group) for group in ("number", "scale", "unit"))
    )
    if not named:
        named = UNITS.get(noun, "" if noun in stop_words("en") else noun)
    if not named and not scale and (number.isalpha() or looks_like_year(number)):
        return None
    surface = text[found.start() : end]
    amount = plain(value * SCALES.get(scale or "", 1))
    bound = BOUND_OF[found["about"].strip().lower()] if found["about"] else ""
    imperial = unit if unit in CONVERTED else noun
    if imperial in CONVERTED:
        amount, bound = plain(converted(amount, imperial)), bound or "about"
    return Quantity(found.start(), end, amount, named, surface, bool(bound), bound)


def _part(text: str, found: re.Match[str], above: Decimal) -> Quantity | None:
    """Two-thirds and three quarters of; None for two thirds by themselves, and for the twenty-first."""
    share = 100 * above / _PARTS[found["noun"]]
    hyphen = text[found.start("noun") - 1] == "-"
    if found["noun"] == "quarters" and above != 3:
        return None  # two quarters of growth
    if not found["noun"].endswith("s") or not (hyphen or text.startswith(" of ", found.end("noun"))):
        return None
    return quantity_of(found, share.quantize(Decimal("0.01")).normalize(), "percent", False)


_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_PARTS = {
    **{word: place for place, word in enumerate(_ORDINALS, start=1)},
    **{f"{word}s": place for place, word in enumerate(_ORDINALS[2:], start=3)},
    "quarters": 4,
}
"""Ordinals, and the parts that they name, by how many make a whole."""
