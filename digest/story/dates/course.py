"""Where a text has come to in time: what its next date counts from. Pure.

A text goes forward from date to date, goes back to tell what came before, and
comes back. `Course` knows the dates told so far, how far behind they lie, and
says what a date counts from, or that it could be two things.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.language.cues import cue
from digest.language.dates import LATELY_MONTHS, Mention, Resolved, months_between
from digest.language.lazy import regex
from digest.story.dates import background
from digest.story.statements.material import DAY, MONTH, YEAR, Statement
from digest.story.statements.moments import could_be

_LATER_REACH, _AGO_REACH, _MONTH_REACH = 2, 1, 6
"""三天后 and 三天前 count from a date so many sentences before at most, 也是在这个月 from such a month."""
_CARRY_REACH = 8
"""So many sentences behind a date of another year, 10月 may be of the article's own again."""
_BRIDGE = 24
"""Statements between two dates of the past at most."""
_SEASON_START = {
    "spring": 3, "summer": 6, "autumn": 9, "winter": 12,
    "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7,
}  # fmt: skip
_OPENS_CLAUSE = regex(
    r"(?:^|[，,；;。、：:“”\"—]) ?(?:(?:在|到了?|于|自|早在|就在|直到|而|但|不过"
    r"|然而)[ ]?|(?:in|on|by|early in|late in|then|and) )?$",
    re.IGNORECASE,
)
_COLON = regex("[：:] ?")
"""9月15日，法院公布判决：2024年3月至5月，..: the day of the ruling is where the story stays."""
_THEN = regex(r"那一?年|当年|同年|彼时|[当那]时|(?:that|the same) year|at the time|back then", re.IGNORECASE)
_NOWADAYS = cue("现在|如今|眼下|时至今日", "nowadays | these days")
_NOW = regex(
    r"(?:^|[，；：。、])(?:而|但|可|那|到了?)?(?:现在|如今|眼下|时至今日)(?!的|[^，。]{0,4}[年月])"
    r"|^(?:nowadays|these days)\b",
    re.IGNORECASE,
)
"""如今，..: the story has come back to the day of writing."""


@dataclass(slots=True)
class _Told:
    """A date that was told, ``YYYY-MM-DD`` or less, and in which sentence; "" where there is none."""

    date: str = ""
    sentence: int = 0


class Course:
    """The dates that a text has told, as it is walked through.

    ``led`` is the one that the story has reached: the last that opened a clause
    (2022年秋季，..), not one inside a phrase (在2020年离开的员工). ``told`` is simply
    the last, ``opened`` the one the last dated paragraph opened with, ``month``
    the last that was told to the month.
    """

    def __init__(self, anchor: str, flows: bool) -> None:
        """*anchor* is the day of writing or the earliest month that it can be.

        A text that *flows* has no real paragraphs, in which nothing starts afresh.
        """
        self._anchor, self._flows = anchor, flows
        self._led, self._told, self._month = _Told(), _Told(), _Told()
        self._opened = ""
        self._paragraph, self._sentence, self._opens = -1, 0, False
        self._told_here = self._elsewhere = self._several = False
        self._before, self._between = "", list[Statement]()
        """The date last told that opened a clause, and the statements since the story has left it."""

    # --- walking on ---------------------------------------------------------------

    def enter(self, sentence: int, paragraph: int, text: str) -> None:
        """The next sentence, by its place and its paragraph's."""
        self._sentence, self._opens = sentence, paragraph != self._paragraph
        if self._opens:
            self._paragraph, self._told_here = paragraph, False
            # A bare year of the paragraph before was background, and 5月15日 is not of it.
            if not self._flows:
                if len(self._led.date) == YEAR:
                    self._led.date = ""
                self._elsewhere = bool(self._led.date) and not self._is_own(self._led.date)
        if (self._led.date or self._between) and _comes_back(text):
            self._led.date = self._before = ""
            self._between.clear()

    def follow(self, statement: Statement) -> None:
        """Say when *statement* is told of, as far as the text around it does: fill `Statement.led`."""
        far = self._flows and self._sentence - self._led.sentence > _CARRY_REACH
        then = self._told.date if _THEN.match(statement.sentence.text) else ""
        statement.led = (self._led.date if not far else "") or then
        if self._before and not statement.led and not self._flows:
            self._between.append(statement)

    def remember(self, mention: Mention, resolved: Resolved, text: str) -> None:
        """The sentence *text* tells of a time, not only since or until when."""
        told = _first_of(mention, resolved)
        here = self._sentence
        # 公司11月12日通报，他9月28日离职。两天后..: behind the one or the other.
        self._several = (
            self._told.sentence == here and bool(self._told.date) and not could_be(told, self._told.date)
        )
        self._told, self._told_here = _Told(told, here), True
        if len(told) > YEAR:
            self._month = _Told(told, here)
        if self._is_own(told):
            self._between.clear()
        content = self._led.sentence == here and bool(_COLON.search(text, 0, mention.start))
        if background.ends_at(text, mention.start, _OPENS_CLAUSE) and not content:
            self._led = _Told(told, here)
            self._bridge(told)
            if self._opens and mention.start < 3:
                self._opened = told

    def _bridge(self, told: str) -> None:
        """From 2015年，.. to 2017年3月，.. a story is told forward: what stands between is of then."""
        past = self._before <= told and int(told[:4]) < int((self._anchor or told)[:4])
        if past and len(self._between) <= _BRIDGE:
            for statement in self._between:
                statement.led = self._before
        self._before = told
        self._between.clear()

    def lose(self) -> None:
        """The story has moved to a time that is not known."""
        self._led.date = self._told.date = ""

    def doubt(self) -> None:
        """A date of since or until when: what follows may count from it, or not."""
        self._told.date = ""

    # --- what the next date counts from ------------------------------------------

    @property
    def reached(self) -> str:
        """The date that the story has reached, "" where none."""
        return self._led.date

    @property
    def told(self) -> str:
        return self._told.date

    @property
    def just_told(self) -> str:
        """The date told in this sentence or the one before, else ""."""
        return self._told.date if self._sentence - self._told.sentence <= _AGO_REACH else ""

    @property
    def told_in_sentence(self) -> str:
        """The date told before in this sentence, else ""."""
        return self._told.date if self._told.sentence == self._sentence else ""

    @property
    def landmarks(self) -> tuple[str, ...]:
        """The dates from which a month without a year may be the next."""
        return self._led.date, self._opened, self._told.date

    @property
    def may_have_left(self) -> bool:
        """The story reached another year so long ago that it may have left it."""
        if self._flows:
            led = self._led
            return (
                bool(led.date) and not self._is_own(led.date) and self._sentence - led.sentence > _CARRY_REACH
            )
        return self._elsewhere and not self._told_here

    def later_from(self, mention: Mention, text: str) -> str | None:
        """What 三天后, 当天 and 这个月 count from; None where it is not what was told before."""
        if mention.relative == "same-month":
            return self._month.date if self._sentence - self._month.sentence <= _MONTH_REACH else None
        if not (mention.relative.endswith("-later") or mention.relative == "same-day"):
            return self._told.date
        far = self._sentence - self._told.sentence > _LATER_REACH
        return None if self._several or far or background.counts_from_its_own(text, mention) else self.told

    def month_of_day(self) -> str | None:
        """What a day alone (3日) counts from: the day told just before, else the article's own month ("").

        None where the text has just spoken of another month and not said which day.
        """
        if not self._told_here or self._sentence - self._told.sentence > 1:
            return ""
        told = self._told.date
        if len(told) == DAY:
            return told
        return "" if told[:MONTH] == self._anchor[:MONTH] or len(told) < MONTH else None

    def contradicts(self, date: str) -> bool:
        """Something in this paragraph speaks of another year than that of *date*.

        In an article of January that tells of the 6th, 12月29日 is the one of last month all the same.
        """
        if not self._told_here or self._told.date[:YEAR] == date[:YEAR]:
            return False
        lately = len(self._anchor) > YEAR and 0 <= months_between(date, self._anchor) <= LATELY_MONTHS
        return not (lately and self._is_own(self._told.date))

    def _is_own(self, date: str) -> bool:
        """Whether a date is of the article's own year."""
        return date[:YEAR] == self._anchor[:YEAR]


def next_month(mention: Mention, after: str) -> str:
    """The first ``YYYY-MM`` of the month of *mention* that is not before the date *after*."""
    year, month = int(after[:4]), int(after[5:7])
    wanted = mention.month or 1
    return f"{year if wanted >= month else year + 1:04}-{wanted:02}"


def _comes_back(text: str) -> bool:
    """Whether it says, outside of quotation marks, how things are now."""
    now = _NOW.search(text) if _NOWADAYS.search(text) else None
    return now is not None and not background.is_quoted(text, now.end())


def _first_of(mention: Mention, resolved: Resolved) -> str:
    """What later mentions count from; 2022年秋季 counts from its first month."""
    if resolved.precision == "year" and mention.part in _SEASON_START:
        return f"{resolved.date}-{_SEASON_START[mention.part]:02}"
    return resolved.date
