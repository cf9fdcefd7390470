"""What one date means where it stands: of which year is 5月, from when does 三天后 count. Pure.

Only what is certain: a month without a year is the next after what the text
has told and the latest before it was written, or it is no date.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from digest.language import dates
from digest.language.dates import Mention, Resolved
from digest.language.lazy import regex
from digest.model import Precision
from digest.story.dates import background
from digest.story.dates.course import Course, next_month
from digest.story.statements.material import DAY, MONTH, YEAR
from digest.story.statements.moments import after

_AHEAD_MONTHS = 6
_WEEK = dt.timedelta(7)

NEAR = frozenset(
    "today yesterday day-before-yesterday this-week last-week this-month last-month last latest"
    " days-ago weeks-ago months-ago".split()
)
"""Counted from the day of writing: its year, or a month since which it was written, is not enough."""


@dataclass(frozen=True, slots=True)
class Writing:
    """When a text was written: ``day`` is what 上周 counts from, ``anchor`` what 去年 and 5月 do, which is
    the earliest month that can be meant; nothing is told of after ``as_of``. All as precise as known."""

    day: str
    anchor: str
    as_of: str


def resolve(mention: Mention, text: str, course: Course, writing: Writing) -> Resolved | None:
    """The date that *mention* means in the sentence *text*; None where it is not certain, or to come."""
    if _is_bare(mention) and mention.month and background.is_to_come(text, mention.start, mention.end):
        return _coming(mention, writing.day)
    resolved = _resolved(mention, text, course, writing)
    return None if resolved is None or after(resolved.date, writing.as_of) else resolved


def _resolved(mention: Mention, text: str, course: Course, writing: Writing) -> Resolved | None:
    bare = _is_bare(mention)
    if bare and mention.month and course.may_have_left:
        # 9月 behind a paragraph on March 2018: of that year, or of the article's own.
        return _agreed(mention, course, writing)
    if bare:
        context = course.reached if mention.month else course.month_of_day()
    else:
        context = course.later_from(mention, text)
    if context is None or _counts_from_elsewhere(mention, course, writing):
        return None
    near = mention.relative in NEAR
    resolved = dates.resolve(mention, writing.day if near else writing.anchor, context)
    if resolved is None and near and len(writing.day) == YEAR:
        resolved = _in_that_year(mention, writing)
    if resolved is None and bare and mention.month and len(writing.day) == YEAR:
        # Written in 2025 and not before June: 7月11日 is of 2025, as it is where June is not known.
        resolved = dates.resolve(mention, writing.day, context)
    if resolved is None and bare and mention.month:
        resolved = _agreed(mention, course, writing)
    if bare and resolved and course.contradicts(resolved.date):
        # 备忘录3月18日曝光。他在12月3日的会议上..: of another year, and there is but one.
        resolved = _agreed(mention, course, writing)
    if resolved is None and bare and mention.month:
        return _told_forward(mention, text, course)
    return resolved


def _is_bare(mention: Mention) -> bool:
    """Whether it says neither a year nor what it counts from."""
    return mention.year is None and not mention.relative


def _counts_from_elsewhere(mention: Mention, course: Course, writing: Writing) -> bool:
    """星期三凌晨 of the week that is told; 那天是6月10日。五十三天前..: counted from that day."""
    if mention.relative == "latest":
        return _is_elsewhere(course.reached, writing.day)
    return mention.relative.endswith("-ago") and _is_elsewhere(course.just_told, writing.day)


def _is_elsewhere(told: str, written: str) -> bool:
    """The story, which has come to the day *told*, has gone back to another week than that of writing."""
    if len(told) == DAY == len(written):
        return dt.date.fromisoformat(told) < dt.date.fromisoformat(written) - _WEEK
    return len(told) > YEAR and told[:MONTH] < written[:MONTH]


def _coming(mention: Mention, written: str) -> Resolved | None:
    """The next such date after the day of writing, within half a year; None where that is not known."""
    if len(written) < MONTH:
        return None
    here = written[5:7]
    year = int(written[:4]) + (f"{mention.month:02}" < here)
    date = f"{year:04}-{mention.month:02}" + (f"-{mention.day:02}" if mention.day else "")
    if after(written, date) or dates.months_between(written, date) > _AHEAD_MONTHS:
        return None
    return dates.resolve(replace(mention, year=year), written) and Resolved(
        date, "day" if mention.day else "month", True, f"{mention.surface} ({written})"
    )


def _in_that_year(mention: Mention, writing: Writing) -> Resolved | None:
    """上周三 in an article of 2024 that was written after January: 2024."""
    anchor = writing.anchor
    if len(anchor) < MONTH or anchor[5:7] == "01" or not mention.relative.startswith("last-"):
        return None
    return Resolved(writing.day, "year", True, f"{mention.surface} ({writing.day})")


def _agreed(mention: Mention, course: Course, writing: Writing) -> Resolved | None:
    """A month without a year: the next after the story's, if that is also the latest there was."""
    latest = _latest(mention, writing.anchor)
    for context in course.landmarks:
        if latest and len(context) >= MONTH and next_month(mention, context) == latest:
            date = latest + (f"-{mention.day:02}" if mention.day else "")
            precision: Precision = "day" if mention.day else "month"
            return Resolved(date, precision, True, f"{mention.surface} ({context})")
    return None


def _told_forward(mention: Mention, text: str, course: Course) -> Resolved | None:
    """于2019年3月上诉，到|11月|法庭开庭: in one sentence the later month of one year."""
    told = course.told_in_sentence
    if len(told) < MONTH or (mention.month or 0) <= int(told[5:7]):
        return None
    if not background.ends_at(text, mention.start, _FORWARD):
        return None
    found = dates.resolve(replace(mention, year=int(told[:YEAR])))
    return found and replace(found, inferred=True, evidence=f"{mention.surface} ({told})")


_FORWARD = regex("[，；](?:而|并|又|然后|随后)?[到在于至]?(?:了|同年)?$")


def _latest(mention: Mention, anchor: str) -> str:
    """The latest ``YYYY-MM`` of that month or day not after *anchor*, "" if the anchor has no month."""
    if len(anchor) < MONTH or mention.month is None:
        return ""
    year, month = int(anchor[:4]), int(anchor[5:7])
    day = int(anchor[8:] or 31)
    past = (mention.month, mention.day or 0) <= (month, day)
    return f"{year if past else year - 1:04}-{mention.month:02}"
