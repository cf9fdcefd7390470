"""Numbers as people write them, in Chinese and English, with their unit. Pure.

Values are normalised, so that 1.3 万亿, 13,000 亿 and 1.3 trillion are one
number; units are, where two languages or two measure words say the same.
Dates, ordinals, versions and model names (GPT-4, 第三) are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from digest.language import alternatives, numerals
from digest.language.money import CURRENCIES, MARKS

_S = r"[ \t\u00a0\u3000]?"
_DIGITS = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ZH = numerals.ZH

_POWERS = {
    2: ("百", "hundred"),
    3: ("千", "thousand", "k"),
    4: ("万", "萬"),
    5: ("十万", "十萬"),
    6: ("百万", "百萬", "million", "mn", "m"),
    7: ("千万", "千萬"),
    8: ("亿", "億"),
    9: ("billion", "bn", "b"),
    12: ("万亿", "萬億", "兆", "trillion", "tn", "t"),
}
_SCALES = {word: 10**power for power, words in _POWERS.items() for word in words}
_PLAIN_CLASSIFIERS = "个件项款台辆部张篇封条所座场轮票例份宗艘架户栋页颗"
_READ_ON = "粒头匹尾棵株枚根支枝片幅卷册本首集层间扇列节趟起桩笔批组队套双对箱袋瓶罐桶包只席幕把"
"""Classifiers that also open words (支付, 集合, 起诉): what follows decides."""
_CLASSIFIERS = _PLAIN_CLASSIFIERS + _READ_ON
_MEASURES = {
    **dict.fromkeys(
        ("%", "％", "percent", "per cent", "个百分点", "個百分點", "percentage points"), "percent"
    ),
    **dict.fromkeys(("人", "名", "位", "个人", "個人", "人次", "people", "person", "persons"), "person"),
    **dict.fromkeys("员工 用户 乘客 居民 村民 观众 游客 学生 患者".split(), "person"),
    **dict.fromkeys(
        "employees employee staff staffers workers researchers"
        " users passengers residents students patients crew sailors miners soldiers survivors victims players"
        " teachers guests visitors claimants creditors shareholders members children villagers"
        " customers".split(),
        "person",
    ),
    **dict.fromkeys(("家", "companies", "company", "firms"), "company"),
    **dict.fromkeys(("年", "years", "year", "周年", "週年"), "year"),
    **dict.fromkeys(("个月", "個月", "months", "month"), "month"),
    **dict.fromkeys(("周", "週", "个星期", "個星期", "weeks", "week"), "week"),
    **dict.fromkeys(("天", "days", "day"), "day"),
    **dict.fromkeys(("小时", "小時", "个小时", "個小時", "hours", "hour"), "hour"),
    **dict.fromkeys(("分钟", "分鐘", "minutes", "minute"), "minute"),
    **dict.fromkeys(("秒", "秒钟", "秒鐘", "seconds", "second"), "second"),
    **dict.fromkeys(("岁", "歲", "years old", "year-old"), "year-old"),
    **dict.fromkeys(("倍", "times"), "times"),
    **dict.fromkeys(("公里", "kilometers", "kilometres", "km"), "km"),
    **dict.fromkeys(("米", "meters", "metres"), "m"),
    **dict.fromkeys(("吨", "噸", "tons", "tonnes"), "t"),
    **dict.fromkeys(("公斤", "千克", "kg", "kilograms"), "kg"),
    **dict.fromkeys(("股", "shares"), "share"),
    **dict.fromkeys(("次",), "time"),
    **dict.fromkeys(("平方公里", "square kilometers", "square kilometres"), "km2"),
    **dict.fromkeys(("平方米", "平米", "square meters", "square metres"), "m2"),
    **dict.fromkeys(("厘米", "centimeters", "centimetres", "cm"), "cm"),
    **dict.fromkeys(("毫米", "millimeters", "millimetres", "mm"), "mm"),
    **dict(zip(_CLASSIFIERS, _CLASSIFIERS, strict=True)),
    **dict(
        zip(
            "個項臺輛張條場輪戶棟頁顆頭對層組隊雙間筆節",
            "个项台辆张条场轮户栋页颗头对层组队双间笔节",
            strict=True,
        )
    ),
}
_CONVERTED = {
    **dict.fromkeys(("英里", "miles", "mile"), ("km", Decimal("1.609344"))),
    **dict.fromkeys(("海里", "浬", "nautical miles"), ("km", Decimal("1.852"))),
    **dict.fromkeys(("英尺", "feet", "foot"), ("m", Decimal("0.3048"))),
}
"""Units told in others: what 332 miles are to those who write 535 公里 is about 530 km."""
_UNITS = {**CURRENCIES, **_MEASURES, **{word: unit for word, (unit, _) in _CONVERTED.items()}}


_ZH_UNITS = [unit for unit in _UNITS if not unit.isascii() or unit in ("%", "％")]
_EN_UNITS = [unit for unit in _UNITS if unit.isascii() and unit[0].isalpha() and unit.islower()]
_ZH_SCALES = [scale for scale in _SCALES if not scale.isascii()]
_EN_SCALES = [scale for scale in _SCALES if scale.isascii()]
Bound = Literal["", "over", "near", "about", "least", "most"]
_BOUNDS: dict[Bound, str] = {
    "over": "超过 超過 逾 more·than over",
    "near": "近 将近 將近 接近 不到 不足 less·than fewer·than nearly almost under",
    "about": "约 約 约为 約為 大约 大約 about around some roughly approximately",
    "least": "至少 不少于 不少於 不低于 at·least no·fewer·than no·less·than not·less·than",
    "most": "最多 至多 不会超过 不會超過 不会多于 不超过 不超過 up·to at·most no·more·than not·more·than",
}
_BOUND_OF: dict[str, Bound] = {
    word.replace("·", " "): bound for bound, words in _BOUNDS.items() for word in words.split()
} | {"上": "over", "数": "about", "數": "about", "高达": "", "高達": ""}
# 上百 and 数十 are about a number, 附上 3 份 and 次数 5 are not.
_LONG_ABOUT_ZH = [word for word in _BOUND_OF if not word.isascii() and word not in "上数數"]
_ABOUT_ZH = rf"(?P<about>{alternatives.pattern(_LONG_ABOUT_ZH)}|[上数數](?=[十百千万萬亿億]))?"
_ABOUT_EN = rf"(?P<about>\b(?i:{alternatives.pattern([word for word in _BOUND_OF if word.isascii()])})\s)?"
_MARK = rf"(?P<mark>{MARKS})"

_NOT_INSIDE = r"(?<!\d[,，](?=\d{3}(?!\d)))"
"""Behind the comma of Kr186,000 no number begins."""
_BEFORE_FIGURES = rf"(?:{_ABOUT_ZH}|){_S}{_MARK}?{_S}"
_FIGURES = re.compile(
    rf"{_BEFORE_FIGURES}(?<![\d.A-Za-z_第-]){_NOT_INSIDE}(?P<number>{_DIGITS}){_S}(?P<more>多|余|餘|几|幾)?"
    rf"(?P<scale>{alternatives.pattern(_ZH_SCALES)})?(?P<after>多|余|餘)?{_S}"
    rf"(?P<unit>{alternatives.pattern(_ZH_UNITS)})?(?![\d])"
)
_BEFORE = re.compile(rf"{_BEFORE_FIGURES}\Z")
_LONGEST_BEFORE = 8
_DIGIT = re.compile(r"\d")
_NUMERAL = re.compile(
    rf"(?=[{numerals.DIGITS}十百千廿卅近约約超逾数數上至最接高不将將大])(?:{_ABOUT_ZH}|)(?<![第几幾数數一-龥])?"
    rf"(?P<number>(?<!{_ZH})(?<!{_ZH}[万萬亿億]){numerals.COMPOUND}(?:[点點][{numerals.DIGITS}]+)?)(?P<more>多|余|餘|几|幾)?(?P<scale>{alternatives.pattern(_ZH_SCALES)})?"
    rf"(?P<after>多|余|餘)?(?:(?P<unit>{alternatives.pattern(_ZH_UNITS)})|(?<=[万萬亿億多余餘])(?!{_ZH}|[万萬亿億分]))"
)
_FRACTION = re.compile(
    rf"(?P<below>{_ZH}{{1,6}}|百|千|万|\d{{1,6}}){_S}分之{_S}(?P<above>{_ZH}{{1,6}}(?:[点點]{_ZH}{{1,4}})?|\d+(?:\.\d+)?)"
)
_TENTHS = re.compile(
    rf"(?P<number>[{numerals.DIGITS}]|\d(?:\.\d)?)成(?P<half>半|[一二三四五六七八九](?![十百千万萬亿億个個位名人天年月日成]))?(?![为為了立功长長都本果就人交]|[员員](?![工]))"
)
_EN_NUMBER = (
    rf"\b(?i:{numerals.EN}(?:-{numerals.EN})?|half a"
    r"|an?(?=\s(?:hundred|thousand|million|billion|trillion)))\b"
)
_ENGLISH = re.compile(
    rf"{_ABOUT_EN}(?:{_MARK}{_S}|(?<![\w.-]){_NOT_INSIDE})(?P<number>{_DIGITS}|{_EN_NUMBER})"
    rf"(?:[\s-]?(?P<scale>{alternatives.pattern(_EN_SCALES)})\b)?(?:[\s-]?(?P<unit>%|(?:{alternatives.pattern(_EN_UNITS)})\b))?"
    r"(?:[\s-](?P<noun>[a-z]{3,}))?"
)
_COUNT = rf"(?:{_ZH}{{1,3}}|\d{{1,2}}|\b(?i:{numerals.EN}|an?)\b)"
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
_SPAN = {unit: re.compile(pattern) for unit, pattern in _SPANS.items()}
_MAY_BE_SPAN = re.compile(
    "年半|[时時].{1,4}分|分.{1,4}秒| and a half|hours?,? .{2,16}minute|minutes?,? .{2,16}second"
)
_DATE_AFTER = re.compile(r"[ \t\u3000]?[年月日号號时時点點版]")
_NAMED_BEFORE = re.compile(
    r"(?<![A-Za-z])(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|[Vv]ersion|[Cc]hapter|[Pp]age|No)\.?[ ]\Z"
)
"""March 12, version 3: a day and a name, no quantity."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at ``text[start:end]``, value times unit.

    ``unit`` is an ISO 4217 code, ``percent``, ``person``, ``year`` and so on,
    a Simplified measure word, an English noun as written, or "". ``approximate``
    when the text says about, more than, 多, 近 and the like; ``bound`` says how:
    a little more (``over``), a little less (``near``), ``about``, or any number
    from there on (``least``) or up to there (``most``).
    """

    start: int
    end: int
    value: Decimal
    unit: str
    surface: str
    approximate: bool = False
    bound: Bound = ""


def find(text: str) -> list[Quantity]:
    """All quantities in *text*, in order, not overlapping; of two that overlap the longer."""
    found = [*_special(text), *_chinese(text), *_english(text)]
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
        below = Decimal(_SCALES.get(found["below"]) or numerals.integer(found["below"]) or 0)
        above = numerals.decimal(found["above"])
        if below and above is not None:
            share = (100 * above / below).quantize(Decimal("0.01")).normalize()
            quantities.append(_quantity(found, share, "percent", False))
    for found in _TENTHS.finditer(text) if "成" in text else ():
        tenths = numerals.decimal(found["number"])
        if tenths:
            half = 5 if found["half"] == "半" else numerals.integer(found["half"] or "") or 0
            quantities.append(_quantity(found, 10 * tenths + half, "percent", True))
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
                yield _quantity(found, Decimal(large * share + small), unit, False)


def _count(numeral: str) -> int | None:
    return 1 if numeral.lower() in ("a", "an") else numerals.integer(numeral.lower())


def _quantity(
    found: re.Match[str], value: Decimal, unit: str, approximate: bool, bound: Bound = ""
) -> Quantity:
    surface = found.group().strip()
    start = found.start() + len(found.group()) - len(found.group().lstrip())
    return Quantity(start, start + len(surface), _plain(value), unit, surface, approximate, bound)


def _plain(value: Decimal) -> Decimal:
    """Without an exponent or trailing zeros, so that equal values look equal."""
    return value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()


def _chinese(text: str) -> list[Quantity]:
    found = (*_figures(text), *_NUMERAL.finditer(text))
    return [quantity for each in found if (quantity := _chinese_quantity(text, each))]


def _figures(text: str) -> Iterator[re.Match[str]]:
    """The matches of `_FIGURES`, looked for at the digits of *text* only."""
    read = 0
    while digit := _DIGIT.search(text, read):
        found = _FIGURES.match(text, digit.start())
        if found:
            # About and 约 may stand before it, and a mark of money.
            before = _BEFORE.search(text, max(read, digit.start() - _LONGEST_BEFORE), digit.start())
            if before and before.start() < digit.start():
                found = _FIGURES.match(text, before.start()) or found
            yield found
        read = found.end() if found else digit.end()


def _chinese_quantity(text: str, found: re.Match[str]) -> Quantity | None:
    number, scale, unit = found["number"], found["scale"], found["unit"] or ""
    if _UNITS.get(unit, "") in _OPENS_WORDS and _opens_a_word(text, found.start("unit")):
        return None if found.re is _NUMERAL and not scale else _without_unit(text, found)
    if scale in numerals.MYRIADS and any(each in number for each in numerals.MYRIADS):
        number, scale = number + scale, ""  # 一亿两千万 is no 万 times 一亿两千
    value = numerals.decimal(number)
    if value is None or _is_date(text, found) or (number == "一" and not scale):
        return None
    if found.re is _NUMERAL and not unit and (not scale or number[0] not in numerals.DIGITS):
        return None  # 千万别, 万一
    mark = found.groupdict().get("mark")
    if number[0] not in "0123456789" and text[found.start("number") - 1 : found.start("number")] in tuple(
        "第几幾数數"
    ):
        return None
    if not unit and not scale and not mark and _looks_like_year(number):
        return None
    about = any(found[group] for group in ("about", "more", "after"))
    named = CURRENCIES[mark] if mark else _UNITS.get(unit, "")
    if named == "CNY":
        named = _money_beside(text, found.start("number"), found.end())
    bound = _BOUND_OF.get(found["about"] or "", "over" if found["more"] or found["after"] else "")
    if text.startswith(("左右", "上下"), found.end()):
        about, bound = True, "about"
    amount = value * _SCALES.get(scale or "", 1)
    if unit in _CONVERTED:
        return _quantity(found, converted(amount, unit), named, True, bound or "about")
    return _quantity(found, amount, named, about, bound)


_OPENS_WORDS = frozenset(_READ_ON)


def _opens_a_word(text: str, start: int) -> bool:
    """Whether the classifier at *start* is the first half of a word: 2000支付, not 3把手枪."""
    from digest.language._scan import is_word

    here, next_ = text[start : start + 2], text[start + 1 : start + 3]
    return len(here) > 1 and is_word(here) and not (len(next_) > 1 and is_word(next_))


def _without_unit(text: str, found: re.Match[str]) -> Quantity | None:
    again = _FIGURES.fullmatch(
        text, found.start(), found.end("scale") if found["scale"] else found.end("number")
    )
    return _chinese_quantity(text, again) if again else None


def converted(value: Decimal, unit: str) -> Decimal:
    """So many kilometres or metres, to two digits."""
    exact = value * _CONVERTED[unit][1]
    return exact.quantize(Decimal(1).scaleb(exact.adjusted() - 1))


_OTHER_MONEY = {
    **dict.fromkeys("新台币 新臺幣 新台幣 台币 臺幣 台幣".split(), "TWD"),
    **dict.fromkeys("港币 港幣 港元".split(), "HKD"),
    **dict.fromkeys("美元 美金".split(), "USD"),
    **dict.fromkeys("日币 日幣".split(), "JPY"),
    **dict.fromkeys("澳门币 澳門幣".split(), "MOP"),
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
    return _DATE_AFTER.match(text, found.end()) is not None or _is_named(text, found.start("number"))


def _is_named(text: str, start: int) -> bool:
    return _NAMED_BEFORE.search(text, max(0, start - 12), start) is not None


def _english(text: str) -> list[Quantity]:
    if not re.search("[A-Za-z]{2}|[$€£%]", text):
        return []
    return [quantity for found in _ENGLISH.finditer(text) if (quantity := _english_quantity(text, found))]


def _english_quantity(text: str, found: re.Match[str]) -> Quantity | None:
    number, scale, unit, mark = found["number"], found["scale"], found["unit"] or "", found["mark"]
    value = Decimal("0.5") if number.lower() == "half a" else numerals.decimal(number.lower())
    if number.lower() in ("a", "an"):
        value = Decimal(1)
    if value is None or (len(scale or "") == 1 and not (mark or unit in CURRENCIES)):
        return None  # 340m may be metres; 340m yuan is not
    if not (scale or unit or mark or found["about"]) and _is_named(text, found.start("number")):
        return None
    named = CURRENCIES[mark] if mark else _UNITS.get(unit, "")
    noun = found["noun"] or ""
    if noun in _PARTS and not (scale or unit or mark):
        return _part(text, found, value)
    end = (
        found.end("noun")
        if noun and not named and noun not in _NO_UNIT
        else max(found.end(group) for group in ("number", "scale", "unit"))
    )
    if not named:
        named = _UNITS.get(noun, "" if noun in _NO_UNIT else noun)
    if not named and not scale and (number.isalpha() or _looks_like_year(number)):
        return None
    surface = text[found.start() : end]
    amount = _plain(value * _SCALES.get(scale or "", 1))
    bound = _BOUND_OF[found["about"].strip().lower()] if found["about"] else ""
    imperial = unit if unit in _CONVERTED else noun
    if imperial in _CONVERTED:
        amount, bound = _plain(converted(amount, imperial)), bound or "about"
    return Quantity(found.start(), end, amount, named, surface, bool(bound), bound)


def _part(text: str, found: re.Match[str], above: Decimal) -> Quantity | None:
    """Two-thirds and three quarters of; None for two thirds by themselves, and for the twenty-first."""
    share = 100 * above / _PARTS[found["noun"]]
    hyphen = text[found.start("noun") - 1] == "-"
    if found["noun"] == "quarters" and above != 3:
        return None  # two quarters of growth
    if not found["noun"].endswith("s") or not (hyphen or text.startswith(" of ", found.end("noun"))):
        return None
    return _quantity(found, share.quantize(Decimal("0.01")).normalize(), "percent", False)


_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_PARTS = {
    **{word: place for place, word in enumerate(_ORDINALS, start=1)},
    **{f"{word}s": place for place, word in enumerate(_ORDINALS[2:], start=3)},
    "quarters": 4,
}
"""Ordinals, and the parts that they name, by how many make a whole."""
_NO_UNIT = frozenset(
    "and the for with from that was were has had have are who which when after before but than its his her "
    "their into over under more less other such not can could will would said says per about while where "
    "as".split()
)


def _looks_like_year(number: str) -> bool:
    return len(number) == 4 and number.isdecimal() and 1500 <= int(number) <= 2100
