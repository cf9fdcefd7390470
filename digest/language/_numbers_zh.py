"""Chinese quantities, in figures and in words: 1.3万亿元, 三十多人. Pure, for `numbers`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.language import alternatives, numerals
from digest.language._quantity import Quantity, is_named, looks_like_year, quantity_of
from digest.language._units import (
    ABOUT_ZH,
    BLANK,
    BOUND_OF,
    CONVERTED,
    DIGITS,
    MARK,
    NOT_INSIDE,
    READ_ON,
    SCALES,
    UNITS,
    ZH_SCALES,
    ZH_UNITS,
    converted,
)
from digest.language.lazy import regex
from digest.language.money import CURRENCIES

_BEFORE_FIGURES = rf"(?:{ABOUT_ZH}|){BLANK}{MARK}?{BLANK}"
_FIGURES = regex(
    rf"{_BEFORE_FIGURES}(?<![\d.A-Za-z_第-]){NOT_INSIDE}(?P<number>{DIGITS}){BLANK}(?P<more>多|余|餘|几|幾)?"
    rf"(?P<scale>{alternatives.pattern(ZH_SCALES)})?(?P<after>多|余|餘)?{BLANK}"
    rf"(?P<unit>{alternatives.pattern(ZH_UNITS)})?(?![\d])"
)
_BEFORE = regex(rf"{_BEFORE_FIGURES}\Z")
_LONGEST_BEFORE = 8
_ENDS_BEFORE = frozenset(" \t\u00a0\u3000") | {word[-1] for word in (*BOUND_OF, *CURRENCIES)}
"""With one of these ends what may stand before figures."""
_DIGIT = regex(r"\d(?<![\d.A-Za-z_第-]\d)")
"""That may be the first of a number."""
_NUMERAL = regex(
    rf"(?=[{numerals.DIGITS}十百千廿卅近约約超逾数數上至最接高不将將大])(?:{ABOUT_ZH}|)(?<![第几幾数數一-龥])?"
    rf"(?P<number>(?<!{numerals.ZH})(?<!{numerals.ZH}[万萬亿億]){numerals.COMPOUND}(?:[点點][{numerals.DIGITS}]+)?)(?P<more>多|余|餘|几|幾)?(?P<scale>{alternatives.pattern(ZH_SCALES)})?"
    rf"(?P<after>多|余|餘)?(?:(?P<unit>{alternatives.pattern(ZH_UNITS)})|(?<=[万萬亿億多余餘])(?!{numerals.ZH}|[万萬亿億分]))"
)
_DATE_AFTER = regex(r"[ \t\u3000]?[年月日号號时時点點版]")


def chinese(text: str) -> list[Quantity]:
    """Those in figures, then those in words; they may overlap."""
    in_figures = (_read(text, found) for found in _figures(text))
    in_words = (_read(text, found, in_words=True) for found in _NUMERAL.finditer(text))
    return [quantity for quantity in (*in_figures, *in_words) if quantity]


def _figures(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_FIGURES`, looked for at the digits of *text* only."""
    read = 0
    while digit := _DIGIT.search(text, read):
        found = _FIGURES.match(text, digit.start())
        if found and text[max(0, digit.start() - 1)] in _ENDS_BEFORE:
            # About and 约 may stand before it, and a mark of money.
            before = _BEFORE.search(text, max(read, digit.start() - _LONGEST_BEFORE), digit.start())
            if before and before.start() < digit.start():
                found = _FIGURES.match(text, before.start()) or found
        if found:
            yield found
        read = found.end() if found else digit.end()


def _read(text: str, found: re.Match[str], in_words: bool = False) -> Quantity | None:
    number, scale, unit = found["number"], found["scale"], found["unit"] or ""
    if UNITS.get(unit, "") in _OPENS_WORDS and _opens_a_word(text, found.start("unit")):
        return None if in_words else _without_unit(text, found)
    if scale in numerals.MYRIADS and any(each in number for each in numerals.MYRIADS):
        number, scale = number + scale, ""  # 一亿两千万 is no 万 times 一亿两千
    value = numerals.decimal(number)
    if value is None or _is_date(text, found) or (number == "一" and not scale):
        return None
    if in_words and not unit and (not scale or number[0] not in numerals.DIGITS):
        return None  # 千万别, 万一
    mark = None if in_words else found["mark"]
    if number[0] not in "0123456789" and text[found.start("number") - 1 : found.start("number")] in tuple(
        "第几幾数數"
    ):
        return None
    if not unit and not scale and not mark and looks_like_year(number):
        return None
    about = any(found[group] for group in ("about", "more", "after"))
    named = CURRENCIES[mark] if mark else UNITS.get(unit, "")
    if mark == "$" and unit in _OTHER_MONEY:
        named = _OTHER_MONEY[unit]  # $614,000澳元: the sign is that of many, the word of one
    if named == "CNY":
        named = _money_beside(text, found.start("number"), found.end())
    bound = BOUND_OF.get(found["about"] or "", "over" if found["more"] or found["after"] else "")
    if text.startswith(("左右", "上下"), found.end()):
        about, bound = True, "about"
    amount = value * SCALES.get(scale or "", 1)
    if unit in CONVERTED:
        return quantity_of(found, converted(amount, unit), named, True, bound or "about")
    return quantity_of(found, amount, named, about, bound)


_OPENS_WORDS = frozenset(READ_ON)


def _opens_a_word(text: str, start: int) -> bool:
    """Whether the classifier at *start* is the first half of a word: 2000支付, not 3把手枪."""
    from digest.language._scan import is_word

    here, next_ = text[start : start + 2], text[start + 1 : start + 3]
    return len(here) > 1 and is_word(here) and not (len(next_) > 1 and is_word(next_))


def _without_unit(text: str, found: re.Match[str]) -> Quantity | None:
    again = _FIGURES.fullmatch(
        text, found.start(), found.end("scale") if found["scale"] else found.end("number")
    )
    return _read(text, again) if again else None


_OTHER_MONEY = {
    word: code for word, code in CURRENCIES.items() if code != "CNY" and len(word) > 1 and not word.isascii()
}


def _money_beside(text: str, start: int, end: int) -> str:
    """Of an amount in 元: whose money the word before or behind it says it is (新台币2.1亿元, 3元港币)."""
    before, behind = text[max(0, start - 4) : start].rstrip(), text[end : end + 4].lstrip()
    return next(
        (code for word, code in _OTHER_MONEY.items() if before.endswith(word) or behind.startswith(word)),
        "CNY",
    )


def _is_date(text: str, found: re.Match[str]) -> bool:
    """2024年, 5月15日, 12点: parts of a date or time."""
    if found["unit"] == "年":
        return found["number"].isdecimal() and len(found["number"]) == 4
    if found["unit"] or found["scale"]:
        return False
    return _DATE_AFTER.match(text, found.end()) is not None or is_named(text, found.start("number"))
