"""A date as it is written: what the grammars of `digest.language.dates` find. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from digest.language import numerals


@dataclass(frozen=True, slots=True)
class Mention:
    """A date as written at ``text[start:end]``: what it says, and nothing it does not say.

    ``relative`` is "" or what it counts from: ``this-year``, ``last-year``,
    ``year-before-last``, ``next-year``; ``this-month``, ``last-month``,
    ``next-month``; ``same-year``, ``same-month``, ``same-day`` (as told just
    before); ``today``, ``yesterday``, ``day-before-yesterday``, ``tomorrow``;
    ``this-week``, ``last-week``, ``next-week``; ``last`` (a named month or
    weekday); ``latest`` (a weekday alone: the last one up to then);
    ``days-ago``, ``days-later`` and so for weeks, months and years.
    ``day`` beside ``yesterday`` is the day's number: 昨（19）日.
    ``amount`` counts for the latter, None when vague (几天后). ``weekday`` is 0
    for Monday. ``part`` is ``early``, ``mid``, ``late``, a season, ``Q1`` to
    ``Q4``, ``H1``, ``H2``. ``until`` are year, month and day of the end of a range.
    """

    start: int
    end: int
    surface: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    relative: str = ""
    amount: int | None = None
    weekday: int | None = None
    part: str = ""
    until: tuple[int | None, int | None, int | None] | None = None
    ambiguous: bool = False


def amount_of(numeral: str | None) -> int | None:
    """The count of a relative date; None for none or a vague one."""
    return numerals.integer(numeral) if numeral else None
