"""The value of a written numeral: 二十三, 一千零五, 两百, 1,200, twenty-five. Pure."""

from __future__ import annotations

from decimal import Decimal

from digest.language.lazy import regex

DIGITS = "〇零○一二三四五六七八九两兩"
ZH = f"[{DIGITS}十百千廿卅]"
"""A character of a Chinese numeral below ten thousand, as a regular expression."""
COMPOUND = f"{ZH}{{1,12}}(?:[万萬亿億]{ZH}{{2,9}})*"
"""A Chinese numeral of any size without a measure word behind it: 三万八千, but not 三万八."""

_ONES = {
    character: value
    for value, characters in enumerate("〇零○ 一 二两兩 三 四 五 六 七 八 九".split())
    for character in characters
}
_LONGEST = 18  # digits; a longer run is a serial number, and Python refuses to read very long ones
_TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
"""What closes a group of digits in a Chinese numeral."""
_EN_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen".split()
    )
}
_EN_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
WORDS_EN = tuple(sorted([*_EN_ONES, *_EN_TENS], key=lambda word: (-len(word), word)))
EN = f"(?:{'|'.join(WORDS_EN)})"
"""One English number word below a hundred, as a regular expression."""


_GROUP = regex(f"({ZH}+)([万萬亿億]?)")
_SIMPLE, _ANY, _WITH_POINT = regex(f"{ZH}+"), regex(f"{COMPOUND}[万萬亿億]?"), regex(r"\d+\.\d+")


def integer(numeral: str) -> int | None:
    """The whole number that *numeral* writes (digits, Chinese, English below 100); None if it is none."""
    numeral = numeral.strip()
    plain = numeral.replace(",", "").replace("，", "")
    if plain.isdecimal():
        return int(plain) if len(plain) <= _LONGEST else None
    if _SIMPLE.fullmatch(numeral):
        return _chinese(numeral)
    if len(numeral) <= _LONGEST and _ANY.fullmatch(numeral):
        return _compound(numeral)
    return _english(numeral.lower())


def decimal(numeral: str) -> Decimal | None:
    """As `integer`, with a decimal point allowed: ``1,200.5``, ``三点五``."""
    plain = numeral.replace(",", "").replace("，", "").strip()
    if plain.isdecimal() or _WITH_POINT.fullmatch(plain):
        return Decimal(plain) if len(plain) <= _LONGEST else None
    whole, point, part = numeral.partition("点" if "点" in numeral else "點")
    value = integer(whole)
    if value is None or not point:
        return None if value is None else Decimal(value)
    if not part or any(character not in _ONES for character in part):
        return None
    return Decimal(f"{value}." + "".join(str(_ONES[character]) for character in part))


def _chinese(numeral: str) -> int | None:
    """Below 10,000, or digit by digit (二〇二四); None for what nobody writes (二三十)."""
    numeral = numeral.replace("廿", "二十").replace("卅", "三十")
    if not any(character in _TENS for character in numeral):
        digits = [_ONES[character] for character in numeral]
        if len(digits) > 1 and len(digits) < 4:
            return None  # 三五 (three to five), 一二: about a number, none itself
        return int("".join(map(str, digits)))
    total, digit, last = 0, None, 10_000
    for character in numeral:
        if character in _ONES:
            if digit:
                return None
            digit = _ONES[character]
            continue
        place = _TENS[character]
        if place >= last:
            return None
        total += (digit or 1) * place
        digit, last = None, place
    return total + (digit or 0)


def _compound(numeral: str) -> int | None:
    """三万八千, 一亿零五十万: groups of ten thousand, each read by itself, the larger first."""
    total, last = 0, 10**12
    for group, scale in _GROUP.findall(numeral):
        value, place = _chinese(group), MYRIADS.get(scale, 1)
        if value is None or place >= last:
            return None
        total += value * place
        last = place
    return total


def _english(numeral: str) -> int | None:
    tens, _, ones = numeral.replace(" ", "-").partition("-")
    if not ones:
        return _EN_ONES.get(tens, _EN_TENS.get(tens))
    if tens in _EN_TENS and 0 < _EN_ONES.get(ones, 0) < 10:
        return _EN_TENS[tens] + _EN_ONES[ones]
    return None
