"""The grammar of Chinese dates, for `digest.language.dates`. Blanks inside are allowed: 5 月 15 日."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from digest.language._date_mention import Mention, amount_of
from digest.language.lazy import regex
from digest.language.numerals import ZH, integer

_S = r"[ \t\u00a0\u3000]?"
_YEAR = r"(?:1[5-9]|20)\d\d|[一二][〇零○一二三四五六七八九]{3}"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_NINE = "[一二三四五六七八九]"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十{_NINE}?|廿{_NINE}?|{_NINE})"
_YEARS = {
    "今年": "this-year",
    "本年": "this-year",
    "去年": "last-year",
    "上年": "last-year",
    "前年": "year-before-last",
    "明年": "next-year",
    "同年": "same-year",
    "当年": "same-year",
    "當年": "same-year",
}
_MONTHS = {
    **dict.fromkeys(("本月", "这个月", "這個月", "这一个月", "這一個月"), "this-month"),
    **dict.fromkeys(("上月", "上个月", "上個月"), "last-month"),
    **dict.fromkeys(("下月", "下个月", "下個月"), "next-month"),
    **dict.fromkeys(("同月", "当月", "當月", "该月", "該月"), "same-month"),
}
_DAYS = {
    **dict.fromkeys((f"今{part}" for part in "天日早晨午晚夜"), "today"),
    **dict.fromkeys((f"昨{part}" for part in "天日早晨午晚夜"), "yesterday"),
    **dict.fromkeys((f"前{part}" for part in "天日晚"), "day-before-yesterday"),
    **dict.fromkeys((f"明{part}" for part in "天日早晨午晚"), "tomorrow"),
    **dict.fromkeys(("当天", "當天", "当日", "當日", "同日", "同一天", "当晚", "當晚"), "same-day"),
    **dict.fromkeys(("次日", "翌日", "第二天", "隔天"), "days-later"),
}
_PARTS = {
    **dict.fromkeys(("初", "年初", "月初", "上旬", "早些时候", "早些時候"), "early"),
    **dict.fromkeys(("中", "年中", "月中", "中旬"), "mid"),
    **dict.fromkeys(("底", "末", "年底", "年末", "月底", "月末", "下旬", "晚些时候", "晚些時候"), "late"),
    **dict.fromkeys(("春", "春季", "春天"), "spring"),
    **dict.fromkeys(("夏", "夏季", "夏天"), "summer"),
    **dict.fromkeys(("秋", "秋季", "秋天"), "autumn"),
    **dict.fromkeys(("冬", "冬季", "冬天"), "winter"),
    **dict.fromkeys(("上半年",), "H1"),
    **dict.fromkeys(("下半年",), "H2"),
    **{f"第{name}季度": f"Q{'一二三四'.find(name) % 4 + 1}" for name in "一二三四"},
    **{f"{name}季度": f"Q{'一二三四'.find(name) % 4 + 1}" for name in "一二三四"},
}
_UNITS = {
    **dict.fromkeys("天日", "days"),
    **dict.fromkeys(("周", "週", "个星期", "個星期", "星期", "个礼拜", "個禮拜"), "weeks"),
    **dict.fromkeys(("个月", "個月", "个多月", "個多月", "月"), "months"),
    "年": "years",
}
_WEEKDAYS = {**dict(zip("一二三四五六日", range(7), strict=True)), "天": 6}


def _any(names: dict[str, object] | dict[str, str]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


_PART = f"(?:的?{_S}(?P<part>{_any(_PARTS)}))"
_PART_OF_YEAR = _PART.replace("<part>", "<part_of_year>")
_RANGE = r"(?:[-–—~～至到]|－)"
_WRITTEN_YEAR = (
    rf"(?:(?P<year>(?<!\d)(?:{_YEAR})){_S}年(?!代|级|級|龄|齡)"
    rf"|民[国國]{_S}(?P<republic>\d{{1,3}}|{ZH}{{1,5}}){_S}年"
    rf"|(?P<short>(?<![\d一-鿿])[012]\d)年(?={_S}\d{{1,2}}{_S}月)"
    rf"|(?P<relative_year>{_any(_YEARS)}))"
)
_WRITTEN_MONTH = rf"(?P<month>(?<![\d.]){_MONTH}){_S}月(?!球|亮|光|薪|饼|票|租|供|嫂|子){_S}份?"
_UNTIL = (
    rf"(?:{_S}{_RANGE}{_S}(?:(?:(?P<until_year>{_YEAR}){_S}年{_S})?(?P<until_month>{_MONTH}){_S}月{_S})?"
    rf"(?P<until_day>{_DAY}){_S}[日号號])?"
)
_DAY_OF = rf"(?:{_S}(?P<day>{_DAY})(?:{_S}[日号號]|(?={_S}{_RANGE}{_S}{_DAY}{_S}[日号號])){_UNTIL})?"

_CALENDAR = regex(
    rf"(?=[\d一二三四五六七八九十民今本去上前明同当當]){_WRITTEN_YEAR}"
    rf"(?:的?{_S}(?:{_WRITTEN_MONTH}{_DAY_OF}{_PART}?|{_PART_OF_YEAR}))?"
)
_YEAR_RANGE = regex(rf"(?<!\d)(?P<year>{_YEAR}){_S}年?{_S}{_RANGE}{_S}(?P<last>{_YEAR}){_S}年")
_MONTH_FIRST = regex(rf"(?=[\d一二三四五六七八九十]){_WRITTEN_MONTH}{_DAY_OF}{_PART}?(?!{_S}[前后後])")
_MONTH_NAMED = regex(rf"(?=[本这這上下同当當该該])(?P<named>{_any(_MONTHS)}){_DAY_OF}{_PART}?")
_DAY_NAMED = regex(
    rf"(?=[今昨前明当當同次翌第隔])(?:(?!前)|(?<![此之以目年月日天周]))"
    # Not 前|日本首相, 前|日产董事长, 前|天津市长: the one before.
    rf"(?!前(?:日(?:[本立方军軍籍裔资資企经經]|[产產](?![生下量]))|天津))(?P<named>{_any(_DAYS)})"
)
_DAY_BOTH = regex(
    rf"(?=[今昨前])(?P<named>[今昨前]){_S}[（(]{_S}(?P<day>3[01]|[12]\d|0?[1-9]){_S}日?{_S}[)）]{_S}[日天晚]"
)
"""昨（19）日: the day named and counted."""
_WEEK = regex(
    r"(?=[上本这這下])(?P<which>上上?|本|这|這|下)(?:一)?(?:个|個)?(?:周|週|星期|礼拜|禮拜)"
    r"(?P<weekday>[一二三四五六日天])?(?![期刊年岁歲末内內])"
)
_COUNTED = regex(
    rf"(?=[\d一二三四五六七八九十两兩几幾数數半])(?<![\d.第])(?P<amount>\d{{1,3}}|{ZH}{{1,3}}|[几幾数數半]){_S}"
    rf"(?P<vague>多|余|餘|来|來)?{_S}(?P<unit>{_any(_UNITS)})(?P<rough>多)?(?:之|以)?(?P<way>[前后後])(?![期段半面台臺来來沿])"
)
_OF_A_COUNT = (
    r"\d.\-–~～至到月第期续續近满滿共约約超过過逾达達足仅僅少多停顿頓留赛賽假休禁押关關罚罰每几幾数數长長"
)
"""Before a number of days: 为期3日, 拘留15日."""
_DAY_ALONE = regex(
    # Nor 3日内, 7日年化, 5日均线.
    rf"(?<![{_OF_A_COUNT}])(?P<day>3[01]|[12]\d|0?[1-9]){_S}日(?![内內后後前元均常报報间間本语語年线線游程龄齡无無之以用圆圓])"
)
_COUNT_BEFORE_BLANK = regex(rf"[{_OF_A_COUNT}][ \t\u00a0\u3000]$")
_WEEKDAY_ALONE = regex(
    # Not 上周五, 那个星期五, 每周一, 一周五天, 周一至周五, 周三上映的那部.
    r"(?<![上下本这這每逢双雙一二两兩三四五六七八九十几幾数數至到前个個])(?:周|週|星期|礼拜|禮拜)"
    r"(?P<weekday>[一二三四五六日天])(?![一二三四五六日天至到和及、～~\-–期刊年岁歲末围圍边邊转轉]|之?前|以前)"
)
_TO_COME = regex("将|將|拟|擬|定于|定於|预计|預計|计划|計劃|下")
"""Around a day of the week: it has not come yet, and is not the latest one."""


def find(text: str) -> Iterator[Mention]:
    """Chinese dates, in no order; overlaps are the caller's to settle."""
    for needle, kinds in _GRAMMAR:
        for pattern, make in kinds if needle.search(text) else ():
            for found in pattern.finditer(text):
                mention = make(text, found)
                if mention is not None:
                    yield mention


def _span(found: re.Match[str]) -> tuple[int, int, str]:
    surface = found.group().rstrip()
    return found.start(), found.start() + len(surface), surface


def _number(found: re.Match[str], group: str) -> int | None:
    return integer(found[group]) if _has(found, group) else None


def _until(found: re.Match[str]) -> tuple[int | None, int | None, int | None] | None:
    day = _number(found, "until_day")
    return (_number(found, "until_year"), _number(found, "until_month"), day) if day else None


def _part(found: re.Match[str]) -> str:
    named = next((found[group] for group in ("part", "part_of_year") if _has(found, group)), "")
    return _PARTS.get(named, "")


def _has(found: re.Match[str], group: str) -> bool:
    return group in found.re.groupindex and bool(found[group])


def _calendar(text: str, found: re.Match[str]) -> Mention | None:
    year = _number(found, "year")
    if found["republic"]:
        count = integer(found["republic"])
        year = 1911 + count if count else None
    if found["short"]:
        year = 2000 + int(found["short"])
    relative = _YEARS.get(found["relative_year"] or "", "")
    if year is None and not relative:
        return None
    if relative == "same-year" and not found["month"] and not _part(found):
        return None  # 当年 alone mostly means in those days
    month, day = _number(found, "month"), _number(found, "day")
    return Mention(*_span(found), year, month, day, relative, part=_part(found), until=_until(found))


def _year_range(text: str, found: re.Match[str]) -> Mention:
    return Mention(*_span(found), _number(found, "year"), until=(_number(found, "last"), None, None))


def _month_first(text: str, found: re.Match[str]) -> Mention | None:
    if text[found.start() - 1 : found.start()] in ("个", "個", "第"):
        return None
    month, day = _number(found, "month"), _number(found, "day")
    return Mention(*_span(found), None, month, day, part=_part(found), until=_until(found))


def _month_named(text: str, found: re.Match[str]) -> Mention:
    relative = _MONTHS[found["named"]]
    told_before = re.search("(?:也|正|就|都|还|還)?是?在?$", text[max(0, found.start() - 3) : found.start()])
    if relative == "this-month" and "个" in found["named"].replace("個", "个"):
        # 也是在这个月: of the month the story has come to, not of the article's own.
        relative = "same-month" if told_before and "是" in told_before.group() else relative
    return Mention(
        *_span(found), day=_number(found, "day"), relative=relative, part=_part(found), until=_until(found)
    )


def _day_named(text: str, found: re.Match[str]) -> Mention:
    relative = _DAYS[found["named"]]
    if relative == "days-later":
        return Mention(*_span(found), relative=relative, amount=1)
    # 今天 and 明天 also mean nowadays and the future: 今天的年轻人.
    loose = found["named"] in ("今天", "明天") and text[found.end() : found.end() + 1] in ("的", "会", "會")
    return Mention(*_span(found), relative=relative, ambiguous=loose)


def _day_both(text: str, found: re.Match[str]) -> Mention | None:
    return Mention(*_span(found), day=_number(found, "day"), relative=_DAYS[found["named"] + "日"])


def _week(text: str, found: re.Match[str]) -> Mention | None:
    if found["which"] == "上上":
        return None
    which = {"上": "last-week", "下": "next-week"}.get(found["which"], "this-week")
    return Mention(*_span(found), relative=which, weekday=_WEEKDAYS.get(found["weekday"] or ""))


def _weekday_alone(text: str, found: re.Match[str]) -> Mention | None:
    if _TO_COME.search(text, max(0, found.start() - 6), found.end() + 6):
        return None
    return Mention(*_span(found), relative="latest", weekday=_WEEKDAYS[found["weekday"]])


def _counted(text: str, found: re.Match[str]) -> Mention | None:
    unit, amount = _UNITS[found["unit"]], amount_of(found["amount"])
    vague = bool(found["vague"] or found["rough"]) or "多" in found["unit"] or found["amount"] in "几幾数數半"
    about = text[max(0, found.start() - 2) : found.start()]
    if re.search("[约約近大概]$", about):
        vague = True
    way = "ago" if found["way"] == "前" else "later"
    bare_month = found["unit"] == "月"  # 1月前 is an age on a page, or before January
    return Mention(
        *_span(found), relative=f"{unit}-{way}", amount=None if vague else amount, ambiguous=bare_month
    )


def _day_alone(text: str, found: re.Match[str]) -> Mention | None:
    if _COUNT_BEFORE_BLANK.search(text, max(0, found.start() - 2), found.start()):
        return None
    return Mention(*_span(found), day=_number(found, "day"))


_Maker = Callable[[str, re.Match[str]], Mention | None]
_GRAMMAR: tuple[tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], _Maker], ...]], ...] = (
    (regex("年"), ((_CALENDAR, _calendar), (_YEAR_RANGE, _year_range))),
    (regex("月"), ((_MONTH_FIRST, _month_first), (_MONTH_NAMED, _month_named))),
    (regex("[天日晚夜早晨午]"), ((_DAY_NAMED, _day_named), (_DAY_BOTH, _day_both))),
    (regex("[周週期拜]"), ((_WEEK, _week), (_WEEKDAY_ALONE, _weekday_alone))),
    (regex("[前后後]"), ((_COUNTED, _counted),)),
    (regex("日"), ((_DAY_ALONE, _day_alone),)),
)
"""What a text must have for any date of some kinds, which are tried one by one."""
