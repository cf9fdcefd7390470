"""Times of the day as they are written: 下午两点四十分, 凌晨3时52分, 14:20, 2.40 p.m. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from digest.language import numerals
from digest.language.cues import cue
from digest.language.lazy import regex

_LATE = "下午|午后|傍晚|晚上|晚间|夜里|夜间|当晚|深夜|晚|pm"
_EARLY = "凌晨|清晨|早上|早晨|上午|早|am"
_NUMERAL = rf"[0-2]?\d|{numerals.ZH}{{1,3}}"
_ZH = regex(
    rf"(?P<half>{_LATE.removesuffix('|pm')}|{_EARLY.removesuffix('|am')}|中午|半夜|午夜)?[ ]?"
    rf"(?P<hour>{_NUMERAL})[ ]?[点时點時](?![间候代任常而]|[\d一二三四五六七八九]+[%万亿个倍])"
    r"(?:(?P<minute>[0-5]\d(?!\d)|[二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九]"
    r"|过(?:[0-5]?\d|[二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=分(?!钟))"
    r"|[\d一二三四五六七八九](?=分(?!钟)))(?:分(?!钟))?|(?P<thirty>半)|(?P<quarter>[一三]刻))?"
)
_FIGURES = regex(
    r"(?:(?P<half>上午|下午|凌晨|晚上|晚间|傍晚|早上)[ ]?)?"
    r"(?<![\d:：.])(?P<hour>[01]?\d|2[0-4])[:：](?P<minute>[0-5]\d)(?![\d:：])(?:[ ]?(?P<after>[ap])\.?m\b)?"
)
_EN = regex(
    r"(?<![\d.,$£€])(?P<hour>1[0-2]|[1-9])(?:[.:](?P<minute>[0-5]\d))?[ ]?(?P<after>[ap])\.?m\b",
    re.IGNORECASE,
)
_ZONE_BEHIND = regex(
    r"\.?[ ]?[(（]?(?:UTC|GMT|Z\b|[A-Z]{1,3}[SD]?T\b|协调世界时|世界时|格林尼治|[A-Z]\w+ time\b)"
)
_ZONE_BEFORE = regex(
    r"(?:世界时|格林尼治时间|(?!当地)[\u4e00-\u9fff]{2}时间)(?:\d{1,2}月)?(?:\d{1,2}[日号])?[ ]?$"
)
_MAY_BE = cue(r"[点时點時]|\d[:：]\d|\d ?[apAP]\.?[mM]\b")


HALF_A_DAY = 12 * 60
"""In minutes."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day at ``text[start:end]``, in minutes since midnight; ``exact`` to the minute.

    ``zoned`` says that a zone is named beside it (13:06 UTC, 北京时间21时06分), so
    that it may be the same time as one that is written otherwise.
    """

    start: int
    end: int
    minutes: int
    exact: bool
    zoned: bool = False

    @property
    def text(self) -> str:
        """As 2:40 on the dial, which 下午两点四十, 14:40 and half a mention (两点四十) have in common."""
        hour, minute = divmod(self.minutes % HALF_A_DAY, 60)
        return f"{hour}:{minute:02}"


@lru_cache(maxsize=16_384)
def find(text: str) -> tuple[Clock, ...]:
    """All times of the day in *text*, in order. 下午两点 is 14:00; 两点 alone, which is no time yet, none."""
    if not _MAY_BE.search(text):
        return ()
    found = {clock.start: clock for pattern in (_ZH, _EN, _FIGURES) for clock in _read(pattern, text)}
    return tuple(found[start] for start in sorted(found))


def _read(pattern: re.Pattern[str], text: str) -> Iterator[Clock]:
    for match in pattern.finditer(text):
        groups = match.groupdict()
        hour = numerals.integer(groups["hour"])
        minute = _minute(groups)
        half = groups.get("half") or {"p": "pm", "a": "am"}.get((groups.get("after") or "").lower(), "")
        if hour is None or minute is None or hour > 24 or minute > 59:
            continue
        exact = bool(groups.get("minute") or groups.get("thirty") or groups.get("quarter"))
        if not (exact or half):
            continue  # 三点 are points as well
        late = half in _LATE.split("|") or (half == "中午" and hour < 3)
        if late and hour < 12:
            hour += 12
        elif half in ("凌晨", "am", "半夜", "午夜") and hour == 12:
            hour = 0
        zoned = bool(
            _ZONE_BEHIND.match(text, match.end()) or _ZONE_BEFORE.search(text[: match.start()][-12:])
        )
        yield Clock(match.start(), match.end(), hour % 24 * 60 + minute, exact, zoned)


def _minute(groups: dict[str, str | None]) -> int | None:
    if groups.get("thirty"):
        return 30
    if quarter := groups.get("quarter"):
        return 15 if quarter[0] == "一" else 45
    written = groups.get("minute")
    return numerals.integer(written.lstrip("零过")) if written else 0
