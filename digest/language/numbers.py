"""Numbers as people write them, in Chinese and English, with their unit. Pure.

Values are normalised, so that 1.3 万亿, 13,000 亿 and 1.3 trillion are one
number; units are, where two languages or two measure words say the same.
Dates, ordinals, versions and model names (GPT-4, 第三) are no quantities.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from digest.language import _numbers_en, _numbers_zh, numerals
from digest.language._quantity import Quantity as Quantity
from digest.language._quantity import quantity_of
from digest.language._units import BLANK, SCALES
from digest.language.lazy import regex

_FRACTION = regex(
    rf"(?P<below>{numerals.ZH}{{1,6}}|百|千|万|\d{{1,6}}){BLANK}分之{BLANK}(?P<above>{numerals.ZH}{{1,6}}(?:[点點]{numerals.ZH}{{1,4}})?|\d+(?:\.\d+)?)"
)
_TENTHS = regex(
    rf"(?P<number>[{numerals.DIGITS}]|\d(?:\.\d)?)成(?P<half>半|[一二三四五六七八九](?![十百千万萬亿億个個位名人天年月日成]))?(?![为為了立功长長都本果就人交]|[员員](?![工]))"
)
_COUNT = rf"(?:{numerals.ZH}{{1,3}}|\d{{1,2}}|\b(?i:{numerals.EN}|an?)\b)"
_LARGE = rf"(?<![\d.:：点點时時])(?P<large>{_COUNT})"
_SPANS = {
    ("month", 12): rf"{_LARGE}年(?P<half>半)(?![导導载載])"
    rf"|(?P<large_en>{_COUNT}) years?(?P<half_en> and a half)",
    ("minute", 60): rf"{_LARGE}[个個]?小[时時](?P<small>{_COUNT})分(?:[钟鐘]|(?!之))"
    rf"|(?P<large_en>{_COUNT}) hours?,? (?:and )?(?P<small_en>{_COUNT}) minutes?",
    ("second", 60): rf"{_LARGE}分[钟鐘]?(?P<small>{_COUNT})秒"
    rf"|(?P<large_en>{_COUNT}) minutes?,? (?:and )?(?P<small_en>{_COUNT}) seconds?",
}
"""Times told in two units, or in one and half of it, by the smaller unit and how many the larger has."""
_SPAN = {unit: regex(pattern) for unit, pattern in _SPANS.items()}
_MAY_BE_SPAN = regex(
    "年半|[时時].{1,4}分|分.{1,4}秒| and a half|hours?,? .{2,16}minute|minutes?,? .{2,16}second"
)


def find(text: str) -> list[Quantity]:
    """All quantities in *text*, in order, not overlapping; of two that overlap the longer."""
    found = [*_special(text), *_numbers_zh.chinese(text), *_numbers_en.english(text)]
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda q: (q.start, -q.end)):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
        elif quantity.end - quantity.start > kept[-1].end - kept[-1].start:
            kept[-1] = quantity
    return kept


def _special(text: str) -> list[Quantity]:
    quantities = []
    for found in _FRACTION.finditer(text) if "分之" in text else ():
        below = Decimal(SCALES.get(found["below"]) or numerals.integer(found["below"]) or 0)
        above = numerals.decimal(found["above"])
        if below and above is not None:
            share = (100 * above / below).quantize(Decimal("0.01")).normalize()
            quantities.append(quantity_of(found, share, "percent", False))
    for found in _TENTHS.finditer(text) if "成" in text else ():
        tenths = numerals.decimal(found["number"])
        if tenths:
            half = 5 if found["half"] == "半" else numerals.integer(found["half"] or "") or 0
            quantities.append(quantity_of(found, 10 * tenths + half, "percent", True))
    return [*quantities, *_spans(text)]


def _spans(text: str) -> Iterator[Quantity]:
    """一年半 is 18 months, 一分二十三秒 and a minute and 23 seconds are 83."""
    if not _MAY_BE_SPAN.search(text):
        return
    for (unit, share), pattern in _SPAN.items():
        for found in pattern.finditer(text):
            large, small = (
                _count(found[part] or found[f"{part}_en"]) if part in found.groupdict() else share // 2
                for part in ("large", "small")
            )
            if large is not None and small is not None:
                yield quantity_of(found, Decimal(large * share + small), unit, False)


def _count(numeral: str) -> int | None:
    return 1 if numeral.lower() in ("a", "an") else numerals.integer(numeral.lower())
