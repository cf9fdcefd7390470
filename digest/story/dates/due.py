"""When falls due what a sentence announces without a date: 年底前, 国庆假期后, in the spring. Pure.

Good for saying that it is past, not for a date: a reader in November takes
将在年底返回 of two years ago for next month.
"""

from __future__ import annotations

import datetime as dt

from digest.language import numerals
from digest.language.cues import cue
from digest.language.dates import months_on
from digest.language.lazy import regex
from digest.story.statements.material import DAY, MONTH

_LAST_MONTH = {
    "年底": 12, "年末": 12, "年内": 12, "岁末": 12, "元旦": 1, "春节": 2, "过年": 2, "开春": 4, "清明": 4,
    "五一": 5, "端午": 6, "暑假": 8, "中秋": 10, "国庆": 10, "圣诞": 12,
    "第一季": 3, "首季": 3, "第二季": 6, "第三季": 9, "第四季": 12, "上半年": 6, "下半年": 12, "农历新年": 2,
    "the first quarter": 3, "the second quarter": 6, "the third quarter": 9, "the fourth quarter": 12,
    "the first half": 6, "the second half": 12, "the lunar new year": 2,
    "the end of the year": 12, "year-end": 12, "this year": 12, "christmas": 12, "new year": 1,
    "the spring": 5, "this spring": 5, "the summer": 8, "this summer": 8,
    "the autumn": 11, "this autumn": 11, "the fall": 11, "the winter": 2, "this winter": 2,
}  # fmt: skip
"""In which month it is over at the latest."""
_NEXT = {
    "下周": 1,
    "下星期": 1,
    "下个月": 1,
    "下月": 1,
    "月底": 0,
    "本周": 0,
    "月内": 0,
    "next week": 1,
    "next month": 1,
}
"""How many months after that of writing, at the most."""
_WEEKS = {"本周": 6, "下周": 13, "下星期": 13, "next week": 13}
"""..and how many days after the day of writing, where that is known."""
_NAMES = (*_LAST_MONTH, *_NEXT)
_NAMED = cue(
    "|".join(
        # 2027年5|月底 is no 月底 of this month.
        f"{name[0]}(?<![去前上昨0-9一二三四五六七八九十]{name[0]}){name[1:]}(?![的那])"
        for name in _NAMES
        if not name.isascii()
    ),
    " | ".join(name for name in _NAMES if name.isascii()),
    end=r"\b",
)


def due(folded: str, written: str) -> str:
    """The last month (``YYYY-MM``) for which a sentence of an article *written* then announces something.

    Of a week its last day (``YYYY-MM-DD``), where the day of writing is known. "" where it names no such
    time, or the month of writing is not known; of a known year alone, what is due in that year is of its
    last month.
    """
    if not written:
        return ""
    if len(written) == DAY and _WEEKDAY.may(folded) and _ON_A_WEEKDAY.search(folded):
        return _days_after(written, 7)
    if len(written) == DAY and (days := _within(folded)):
        return _days_after(written, days)
    named = _NAMED.search(folded)
    if named is None:
        return ""
    if named[0] in _WEEKS and len(written) == DAY:
        return _days_after(written, _WEEKS[named[0]])
    if named[0] in _NEXT:
        return (
            months_on(written, _NEXT[named[0]]) if len(written) >= MONTH else f"{int(written[:4]) + 1:04}-01"
        )
    month = _LAST_MONTH[named[0]]
    passed = len(written) >= MONTH and month < int(written[5:7])
    later = passed or (len(written) < MONTH and month < _LATEST)
    next_year = _NEXT_YEAR.search(folded, max(0, named.start() - _BESIDE), named.end() + _BESIDE)
    return f"{int(written[:4]) + bool(later or next_year):04}-{month:02}"


def _within(folded: str) -> int:
    """Days until what comes within a span is over: 两天内, 接下来几周, within two weeks; 0 without one."""
    found = _SPAN.search(folded) if _IN_A_SPAN.may(folded) else None
    if found is None:
        return 0
    count = found["count"] or found["behind"] or found["number"]
    several = count is None or count in _SEVERAL
    times = _MOST if several else numerals.integer(count) or 1
    return times * _DAYS[(found["unit"] or found["later"] or found["span"])[0]]


_SEVERAL = frozenset(("几", "数", "a few", "several"))
_MOST = 9
"""Of what is only said to be several."""
_DAYS = {"小": 1, "天": 1, "日": 1, "周": 7, "星": 7, "月": 31, "年": 366, "h": 1, "d": 1, "w": 7, "m": 31}
"""Of a unit, by its first sign."""
_NUMBER = r"\d{1,3}|[一二两三四五六七八九十]{1,3}|[几数]"
_UNITS = "小时|天|日|周|星期|月|年"
_SPAN = regex(
    rf"(?<!过去)(?<!过去的)(?<!最近)(?<!近)(?<![\d月])(?P<count>{_NUMBER})个?半?(?P<unit>{_UNITS})(?:之|以)?内"
    rf"|(?:未来|接下来的?|今后|还?需要?花?|要花)(?P<behind>{_NUMBER})个?(?P<later>{_UNITS})(?!前)"
    r"|\b(?:within|(?:in|over) the (?:next|coming))"
    r" (?P<number>\d{1,3}|one|two|three|four|five|six|seven|ten|a few|several|a)? ?"
    r"(?P<span>hour|day|week|month)s?\b"
)
_IN_A_SPAN = cue("内|未来|接下来|今后|需|要花", "within | next | coming")
"""One of these stands in every `_SPAN`."""


def _days_after(written: str, days: int) -> str:
    return (dt.date.fromisoformat(written) + dt.timedelta(days)).isoformat()


_ON_A_WEEKDAY = regex(
    "(?:将|最迟|最早|定于|拟于?|会)在?(?:下?个?(?:周|星期|礼拜))[一二三四五六日天]"
    r"|\b(?:will|expected to|due to|set to|scheduled to) [^,.;]{0,60}"
    r"\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
)
"""将在周一, will arrive on Friday: within the week behind the day of writing."""
_WEEKDAY = cue("周|星期|礼拜|day")
"""One of these stands in every `_ON_A_WEEKDAY`."""
_LATEST = 12
_NEXT_YEAR, _BESIDE = regex("[明次]年|next year"), 14
