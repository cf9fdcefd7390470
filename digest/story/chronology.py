"""When does a sentence say something happened? Dates in the running context of a text. Pure.

`digest.language.dates` says what one mention means given a day and the date
told before; this module walks through a document and knows what was told
before. What two readings disagree about gets no date: a missing row does less
harm than a wrong one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from digest.language import dates, script
from digest.language.cues import cue
from digest.language.dates import Mention, Resolved
from digest.model import Document, Precision
from digest.story import background
from digest.story.material import DAY, YEAR, Material, Moment, Statement

_FIGURE, _DAY_OF_WEEK = "[0-9０-９〇零一二三四五六七八九十]", "[一二三四五六日天]"
_MAY_DATE = cue(
    "|".join(
        (
            *(f"{unit}(?:(?<={_FIGURE}{unit})|(?<={_FIGURE} {unit}))" for unit in "年月日号"),
            *(f"{unit}(?<=[今去前明同当次本上下]{unit})" for unit in "年月日天周晚早"),
            "日(?<=[)）]日)",
            f"昨|星期{_DAY_OF_WEEK}|周{_DAY_OF_WEEK}|礼拜{_DAY_OF_WEEK}",
            *(rf"{way}(?:\b|(?<=[年月天周日]{way})|(?<=[年月天周日][之以]{way}))" for way in "前后"),
            *(f"{which}个?(?:月|周|星期)" for which in "这上下"),
        )
    ),
    "jan | feb | mar | apr | may | jun | jul | aug | sep | oct | nov | dec"
    " | mon | tue | wed | thu | fri | sat | sun | today | yesterday | tomorrow | ago | last | this | later",
)
"""In lower case; or a `_YEAR`."""
_YEAR = re.compile(r"\d{4}")
_OPENS_CLAUSE = re.compile(
    r"(?:^|[，,；;。、：:“”\"—]) ?(?:(?:在|到了?|于|自|早在|就在|直到|而|但|不过"
    r"|然而)[ ]?|(?:in|on|by|early in|late in|then|and) )?$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"那一?年|当年|同年|彼时|[当那]时|(?:that|the same) year|at the time|back then", re.IGNORECASE
)
_LATER_REACH, _AGO_REACH, _MONTH_REACH = 2, 1, 6
"""三天后 and 三天前 count from a date so many sentences before at most, 也是在这个月 from such a month."""
_CARRY_REACH = 8
"""So many sentences behind a date of another year, 10月 may be of the article's own again."""
_NOWADAYS = "现在", "如今", "眼下", "时至今日", "nowadays", "these days"
_NOW = re.compile(
    r"(?:^|[，；：。、])(?:而|但|可|那|到了?)?(?:现在|如今|眼下|时至今日)(?!的|[^，。]{0,4}[年月])"
    r"|^(?:nowadays|these days)\b",
    re.IGNORECASE,
)
"""如今，..: the story has come back to the day of writing."""
_AHEAD_MONTHS = 6
_BRIDGE = 24
"""Statements between two dates of the past at most."""
_WEEK = dt.timedelta(7)
_SEASON_START = {
    "spring": 3, "summer": 6, "autumn": 9, "winter": 12,
    "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7,
}  # fmt: skip


_NEAR = frozenset(
    "today yesterday day-before-yesterday this-week last-week this-month last-month last latest"
    " days-ago weeks-ago months-ago".split()
)
"""Counted from the day of writing: its year, or a month since which it was written, is not enough."""

YEAR_NAMED = frozenset(("this-year", "last-year", "year-before-last"))
"""Where none of these can be told, the story has moved to a time that is not known."""


def mark(material: Material, as_of: str, written: Mapping[int, tuple[str, str]] | None = None) -> None:
    """Fill `Statement.moments` of every statement, in reading order of each document.

    *written* says of undated documents that others date, by rank, in which year
    (or month) they were written and since when at least; left out, all documents
    are read, else only these.
    """
    printable = {statement.place: statement for statement in material.statements}
    for rank, document in enumerate(material.documents):
        if written is not None and rank not in written:
            continue
        _Reading(document, as_of, *(written[rank] if written else _written(document))).walk(
            (sentence.paragraph, printable.get((rank, index)), sentence.text)
            for index, sentence in enumerate(document.sentences)
        )


@lru_cache(maxsize=4096)
def mentions(simple: str) -> tuple[Mention, ...]:
    return tuple(dates.find(simple))


@lru_cache(maxsize=16_384)
def _may_date(text: str) -> bool:
    return bool(_YEAR.search(text) or _MAY_DATE.search(text.lower()))


class _Reading:
    """One walk through a document.

    ``led`` is the date that the story has reached: the last one that opened a
    clause (2022年秋季，..), not one inside a phrase (在2020年离开的员工). ``told``
    is simply the last one, ``opened`` the one the last dated paragraph opened with,
    ``month`` the last that was told to the month.
    """

    def __init__(self, document: Document, as_of: str, written: str, since: str) -> None:
        self.written, self.anchor = written, max(written, since)
        """What 上周 counts from, and what 去年 and 5月 do: the earliest month that can be meant."""
        self.as_of = as_of
        self.flows = document.kind == "transcript"
        """Without real paragraphs nothing starts afresh."""
        self.led = self.told = self.opened = self.month = ""
        self.paragraph = -1
        self.told_here = self.elsewhere = self.several = False
        self.before, self.between = "", list[Statement]()
        """The date last told that opened a clause, and the statements since the story has left it."""
        self.sentence = self.told_in = self.month_in = self.led_in = 0

    def walk(self, rows: Iterable[tuple[int, Statement | None, str]]) -> None:
        for self.sentence, (paragraph, statement, text) in enumerate(rows):
            opens = paragraph != self.paragraph
            if opens:
                self._enter(paragraph)
            if (self.led or self.between) and _comes_back(text):
                self.led = self.before = ""
                self.between.clear()
            if _may_date(text):
                moments = self._moments(statement.simple if statement else script.simplify(text), opens)
                if statement:
                    statement.moments = moments
            if statement:
                far = self.flows and self.sentence - self.led_in > _CARRY_REACH
                statement.led = (self.led if not far else "") or (self.told if _THEN.match(text) else "")
                if self.before and not statement.led and not self.flows:
                    self.between.append(statement)

    def _bridge(self, told: str) -> None:
        """From 2015年，.. to 2017年3月，.. a story is told forward: what stands between is of then."""
        past = self.before <= told and int(told[:4]) < int((self.anchor or told)[:4])
        if past and len(self.between) <= _BRIDGE:
            for statement in self.between:
                statement.led = self.before
        self.before = told
        self.between.clear()

    def _enter(self, paragraph: int) -> None:
        """A new paragraph: a bare year of the one before was background, and 5月15日 is not of it."""
        self.paragraph, self.told_here = paragraph, False
        if self.flows:
            return
        if len(self.led) == 4:
            self.led = ""
        self.elsewhere = bool(self.led) and self.led[:4] != self.anchor[:4]

    def _moments(self, text: str, opens: bool) -> tuple[Moment, ...]:
        moments = []
        for mention in background.without_sources(text, mentions(text)):
            if background.is_loose(text, mention) or (
                mention.relative in _NEAR and background.is_quoted(text, mention.start)
            ):
                continue
            resolved = self._resolve(mention, text)
            if resolved is None:
                if mention.relative in YEAR_NAMED:
                    self.led = self.told = ""
                continue
            since = background.is_background(text, mention)
            direct = not mention.relative.startswith("same-")
            moments.append(
                Moment(resolved, mention.start, mention.end, since, direct, _last(mention, resolved))
            )
            if not since:
                self._remember(mention, resolved, text, opens)
            else:
                self.told = ""  # five days later may count from it, or not
        return tuple(background.of_the_event(moments, text))

    def _remember(self, mention: Mention, resolved: Resolved, text: str, opens: bool) -> None:
        told = _context(mention, resolved)
        # 公司11月12日通报，他9月28日离职。两天后..: behind the one or the other.
        self.several = self.told_in == self.sentence and bool(self.told) and not could_be(told, self.told)
        self.told, self.told_here, self.told_in = told, True, self.sentence
        if len(self.told) > 4:
            self.month, self.month_in = self.told, self.sentence
        if told[:4] == self.anchor[:4]:
            self.between.clear()
        if background.ends_at(text, mention.start, _OPENS_CLAUSE):
            self.led, self.led_in = self.told, self.sentence
            self._bridge(self.told)
            if opens and mention.start < 3:
                self.opened = self.told

    def _resolve(self, mention: Mention, text: str) -> Resolved | None:
        bare = mention.year is None and not mention.relative
        if bare and mention.month and background.is_to_come(text, mention.start, mention.end):
            return self._coming(mention)
        context = self.led if bare else self._counted_from(mention, text)
        if context is None:
            return None
        if (
            bare
            and mention.month
            and (self._is_far() if self.flows else self.elsewhere and not self.told_here)
        ):
            # 9月 behind a paragraph on March 2018: of that year, or of the article's own.
            resolved = self._agreed(mention)
            return None if resolved is None or after(resolved.date, self.as_of) else resolved
        if bare and not mention.month:
            chain = self._chain()
            if chain is None:
                return None
            context = chain
        if mention.relative == "latest" and self._is_elsewhere(self.led):
            return None  # 星期三凌晨 of the week that is told
        just_told = self.told if self.sentence - self.told_in <= _AGO_REACH else ""
        if mention.relative.endswith("-ago") and self._is_elsewhere(just_told):
            return None  # 那天是6月10日。五十三天前..: counted from that day
        near = mention.relative in _NEAR
        resolved = dates.resolve(mention, self.written if near else self.anchor, context)
        if resolved is None and near and len(self.written) == 4:
            resolved = self._in_that_year(mention)
        if resolved is None and bare and mention.month:
            resolved = self._agreed(mention)
        if resolved is None or after(resolved.date, self.as_of):
            return None
        if bare and self.told_here and not self._goes_with(resolved):
            # 备忘录3月18日曝光。他在12月3日的会议上..: of another year, and there is but one.
            resolved = self._agreed(mention)
        return None if resolved is None or after(resolved.date, self.as_of) else resolved

    def _counted_from(self, mention: Mention, text: str) -> str | None:
        """What 三天后, 当天 and 这个月 count from; None where it is not what was told before."""
        if mention.relative == "same-month":
            return self.month if self.sentence - self.month_in <= _MONTH_REACH else None
        if not (mention.relative.endswith("-later") or mention.relative == "same-day"):
            return self.told
        if (
            self.several
            or self.sentence - self.told_in > _LATER_REACH
            or background.counts_from_its_own(text, mention)
        ):
            return None
        return self.told

    def _is_far(self) -> bool:
        """The date of another year that the story has reached lies so far back that it may have left it."""
        return (
            bool(self.led) and self.led[:4] != self.anchor[:4] and self.sentence - self.led_in > _CARRY_REACH
        )

    def _is_elsewhere(self, told: str) -> bool:
        """The story, which has come to the day *told*, has gone back to another week than that of writing."""
        if len(told) == DAY == len(self.written):
            return dt.date.fromisoformat(told) < dt.date.fromisoformat(self.written) - _WEEK
        return len(told) > YEAR and told[:7] < self.written[:7]

    def _coming(self, mention: Mention) -> Resolved | None:
        """The next such date after the day of writing, within half a year; None where that is not known."""
        if len(self.written) < 7:
            return None
        here = self.written[5:7]
        year = int(self.written[:4]) + (f"{mention.month:02}" < here)
        date = f"{year:04}-{mention.month:02}" + (f"-{mention.day:02}" if mention.day else "")
        if after(self.written, date) or dates.months_between(self.written, date) > _AHEAD_MONTHS:
            return None
        return dates.resolve(replace(mention, year=year), self.written) and Resolved(
            date, "day" if mention.day else "month", True, f"{mention.surface} ({self.written})"
        )

    def _in_that_year(self, mention: Mention) -> Resolved | None:
        """上周三 in an article of 2024 that was written after January: 2024."""
        if len(self.anchor) < 7 or self.anchor[5:7] == "01" or not mention.relative.startswith("last-"):
            return None
        return Resolved(self.written, "year", True, f"{mention.surface} ({self.written})")

    def _chain(self) -> str | None:
        """What a day alone (3日) counts from: the day told just before, else the article's own month ("").

        None where the text has just spoken of another month and not said which day.
        """
        if not self.told_here or self.sentence - self.told_in > 1:
            return ""
        if len(self.told) == 10:
            return self.told
        return "" if self.told[:7] == self.anchor[:7] or len(self.told) < 7 else None

    def _goes_with(self, resolved: Resolved) -> bool:
        """Nothing in this paragraph speaks of another year."""
        return self.told[:4] == resolved.date[:4]

    def _agreed(self, mention: Mention) -> Resolved | None:
        """A month without a year: the next after the story's, if that is also the latest there was."""
        latest = _latest(mention, self.anchor)
        for context in (self.led, self.opened):
            if latest and len(context) >= 7 and _next(mention, context) == latest:
                date = latest + (f"-{mention.day:02}" if mention.day else "")
                precision: Precision = "day" if mention.day else "month"
                return Resolved(date, precision, True, f"{mention.surface} ({context})")
        return None


def _comes_back(text: str) -> bool:
    """Whether it says, outside of quotation marks, how things are now."""
    now = _NOW.search(text) if any(map(text.__contains__, _NOWADAYS)) else None
    return now is not None and not background.is_quoted(text, now.end())


def _last(mention: Mention, resolved: Resolved) -> str:
    """The last day of 5月15日-17日, "" of anything else."""
    day = mention.until[2] if mention.until and resolved.precision == "day" else None
    month = mention.until[1] if mention.until else None
    if day is None or (month and f"{month:02}" != resolved.date[5:7]):
        return ""
    return f"{resolved.date[:8]}{day:02}"


def _context(mention: Mention, resolved: Resolved) -> str:
    """What later mentions count from; 2022年秋季 counts from its first month."""
    if resolved.precision == "year" and mention.part in _SEASON_START:
        return f"{resolved.date}-{_SEASON_START[mention.part]:02}"
    return resolved.date


def _latest(mention: Mention, anchor: str) -> str:
    """The latest ``YYYY-MM`` of that month or day not after *anchor*, "" if the anchor has no month."""
    if len(anchor) < 7 or mention.month is None:
        return ""
    year, month = int(anchor[:4]), int(anchor[5:7])
    day = int(anchor[8:] or 31)
    past = (mention.month, mention.day or 0) <= (month, day)
    return f"{year if past else year - 1:04}-{mention.month:02}"


def _next(mention: Mention, context: str) -> str:
    """The first ``YYYY-MM`` of that month that is not before *context*."""
    year, month = int(context[:4]), int(context[5:7])
    wanted = mention.month or 1
    return f"{year if wanted >= month else year + 1:04}-{wanted:02}"


def _written(document: Document) -> tuple[str, str]:
    """The judged date of publication; when only its year is known, the month since which it was written."""
    if document.published is None:
        return "", ""
    date = document.published.date
    return date, proven_month(document, date) if len(date) == YEAR else ""


def proven_month(document: Document, year: str) -> str:
    """The latest ``YYYY-MM`` that 今年5月 in a text of *year* proves to be past, or ""."""
    told = (
        resolved.date[:7]
        for sentence in document.sentences
        if "今年" in sentence.text or "this year" in sentence.text
        for mention in mentions(script.simplify(sentence.text))
        if mention.relative == "this-year" and mention.month
        if (resolved := dates.resolve(mention, year))
    )
    return max(told, default="")


@lru_cache(maxsize=16_384)
def compatible(one: str, other: str) -> bool:
    """Whether two dates can be of one event: equal as far as both go, and both to the month at least."""
    shorter = min(len(one), len(other))
    return one == other or (shorter >= 7 and one[:shorter] == other[:shorter])


def could_be(one: str, other: str) -> bool:
    """Whether two dates can be of one time, as far as both are known."""
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def after(one: str, other: str) -> bool:
    """Whether *one* is later than *other*, as far as both are known."""
    shorter = min(len(one), len(other))
    return one[:shorter] > other[:shorter]


def event_moment(statement: Statement) -> Moment | None:
    """The date of what a statement tells: its first that is not a mere 以来 or 截至."""
    for moment in statement.moments:
        if not moment.since:
            return moment
    return None
