"""The grammar of English dates and of dates in figures, for `digest.language.dates`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.language._date_mention import Mention, amount_of
from digest.language.lazy import regex
from digest.language.months import MONTHS_SHORT
from digest.language.numerals import EN

_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Jun\.|Jul\."
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_PART = r"(?P<part>[Ee]arly|[Mm]id|[Ll]ate|[Tt]he end of|[Tt]he start of)"
_TO = r"\s?(?:-|–|—|to|and)\s?"

_IN = r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ff]rom|[Oo]f"

_PATTERNS = {
    "month_day": rf"\b(?P<month>{_MONTH})\s(?P<day>{_DAY})(?:{_TO}(?P<until_day>{_DAY}))?(?!\d|[:.]\d)"
    rf"(?:,?\s(?P<year>{_YEAR})\b)?",
    "day_month": rf"(?<![\d.])(?:(?P<day>{_DAY}){_TO})?(?P<last_day>{_DAY})\s(?:of\s)?(?P<month>{_MONTH})"
    rf"(?:,?\s(?P<year>{_YEAR})\b)?(?![a-z])",
    "month_year": rf"(?:\b{_PART}[\s-])?\b(?P<month>{_MONTH}),?\s(?:of\s)?(?P<year>{_YEAR})\b",
    "month": rf"{_IN}|[Tt]his|[Nn]ext)\s(?:{_PART}[\s-])?(?P<month>{_MONTH})(?!\w|\.\w|\.?\s\d)",
    "last_month_named": rf"\b[Ll]ast\s(?P<month>{_MONTH})\b",
    "weekday": rf"(?<!last )(?<!Last )(?<!next )(?<!every )(?<!each )(?<!this )(?<!Black )(?<!Good )(?<!Ash )"
    r"(?<!the )(?<!that )"
    rf"\b(?P<weekday>{_WEEKDAY})\b(?!['’]s\b)",
    "month_of_relative_year": rf"(?:\b[Ii]n\s)?(?:\b{_PART}[\s-])?\b(?P<month>{_MONTH}),?"
    r"\s(?:of\s)?(?P<which>[Ll]ast|[Tt]his)\syear\b",
    "last_weekday": rf"\b[Ll]ast\s(?P<weekday>{_WEEKDAY})\b",
    "year": rf"{_IN}|[Ff]or)\s(?:{_PART}[\s-])?(?P<year>{_YEAR})\b(?:{_TO}(?P<until_year>{_YEAR})\b)?"
    r"(?![-.,]\d|\s(?:people|employees|percent|dollars))",
    "season": rf"\b(?P<part>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:\sof)?\s(?P<year>{_YEAR})\b",
    "quarter": rf"\b(?P<part>Q[1-4]),?\s(?P<year>{_YEAR})\b",
    "iso": r"(?<![\d./-])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?![\d/-]|\.\d)",
    "figures": r"(?<![\d./:-])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>(?:19|20)\d\d)(?![\d/])",
    "slash": r"(?<![\d./:-])(?P<first>0?[1-9]|[12]\d|3[01])/(?P<second>0?[1-9]|[12]\d|3[01])(?![\d/]|\.\d)",
    "relative_year": r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\syear\b",
    "relative_month": rf"\b(?:{_PART}\s|[Ee]arlier\s|[Ll]ater\s)?(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\smonth\b",
    "relative_week": r"\b(?:[Ee]arlier\s|[Ll]ater\s)?(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\sweek\b",
    "relative_day": r"\b(?P<which>[Yy]esterday|[Tt]omorrow|[Tt]he day before yesterday|[Tt]he same day)\b",
    "next_day": r"\b[Tt]he (?:next|following) day\b",
    "counted": rf"\b(?P<amount>\d{{1,3}}|(?i:{EN})|[Aa]n?|[Aa] few|[Ss]everal)\s"
    r"(?P<unit>day|week|month|year)s?\s(?P<way>ago|later|earlier|after that)\b",
}
_TO_COME = regex(
    r"\b(?:will|would|until|by|before|expected|scheduled|due|plans?|planned|next|to|from|through)\b[^.;,]*$"
)
"""Before a day of the week: it had not come yet, or is the end of a span."""
_COMPILED = {name: regex(pattern) for name, pattern in _PATTERNS.items()}
_FIGURES = r"\d[-/.]\d"
_GRAMMAR = tuple(
    (regex(needle), tuple((name, _COMPILED[name]) for name in names.split()))
    for needle, names in (
        (
            "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
            "month_day day_month month_year month_of_relative_year month last_month_named",
        ),
        (r"(?:1[5-9]|20)\d\d", "year season quarter"),
        (_FIGURES, "iso figures slash"),
        (r"[MTWFS][a-z]{2,5}day", "weekday last_weekday"),
        (r"(?:ast|his|ext)\syear", "relative_year"),
        (r"(?:ast|his|ext)\smonth", "relative_month"),
        (r"(?:ast|his|ext)\sweek", "relative_week"),
        ("esterday|omorrow|he same day", "relative_day"),
        ("(?:next|following) day", "next_day"),
        (r"(?:day|week|month|year)s?\s[ael]", "counted"),
    )
)
"""What a text must have for any date of some kinds, which are tried one by one."""
_WITHOUT_LETTERS = tuple(row for row in _GRAMMAR if row[0].pattern == _FIGURES)
_LETTER = regex("[A-Za-z]")
_WHICH = {"last": "last", "this": "this", "next": "next"}
_PARTS = {"the end of": "late", "the start of": "early", "fall": "autumn"}
_DAYS = {
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "the day before yesterday": "day-before-yesterday",
    "the same day": "same-day",
}


def find(text: str) -> Iterator[Mention]:
    """English dates and dates in figures, in no order; overlaps are the caller's to settle."""
    for needle, kinds in _GRAMMAR if _LETTER.search(text) else _WITHOUT_LETTERS:
        if needle.search(text):
            for name, pattern in kinds:
                for found in pattern.finditer(text):
                    mention = _mention(name, found)
                    if mention is not None and not (name == "weekday" and _is_to_come(text, found.start())):
                        yield mention


def _is_to_come(text: str, place: int) -> bool:
    return _TO_COME.search(text, max(0, place - 30), place) is not None


def _mention(name: str, found: re.Match[str]) -> Mention | None:
    if name in ("figures", "slash"):
        return _figures(found)
    if name == "counted":
        return _counted(found)
    fields = {key: value for key, value in found.groupdict().items() if value}
    span = found.start(), found.end(), found.group()
    if name == "next_day":
        return Mention(*span, relative="days-later", amount=1)
    if name == "relative_day":
        return Mention(*span, relative=_DAYS[fields["which"].lower()])
    relative = "latest" if name == "weekday" else ""
    if name == "month_of_relative_year":
        relative = f"{_WHICH[fields['which'].lower()]}-year"
    elif name.startswith("relative_"):
        relative = f"{_WHICH[fields['which'].lower()]}-{name.removeprefix('relative_')}"
    elif name.startswith("last_"):
        relative = "last"
    return Mention(
        *span,
        year=int(fields["year"]) if "year" in fields else None,
        month=_month(fields.get("month")),
        day=_day(fields.get("day") or fields.get("last_day")),
        relative=relative,
        weekday=_WEEKDAYS.index(fields["weekday"][:3].lower()) if "weekday" in fields else None,
        part=_part(fields.get("part")),
        until=_until(fields),
    )


def _month(name: str | None) -> int | None:
    if not name:
        return None
    return int(name) if name.isdecimal() else MONTHS_SHORT.index(name[:3].lower()) + 1


def _day(written: str | None) -> int | None:
    return int(written.rstrip("sthndr")) if written else None


def _part(written: str | None) -> str:
    small = (written or "").lower()
    return written.upper() if written and small.startswith("q") else _PARTS.get(small, small)


def _until(fields: dict[str, str]) -> tuple[int | None, int | None, int | None] | None:
    if "until_year" in fields:
        return int(fields["until_year"]), None, None
    last = fields.get("until_day") or (fields.get("last_day") if "day" in fields else None)
    return (None, None, _day(last)) if last else None


def _figures(found: re.Match[str]) -> Mention | None:
    """11/21/2023 and 21/11/2023 can only be one day; 05/06/2023 may be two, and 11/21 a fraction."""
    first, second = int(found["first"]), int(found["second"])
    written = found.groupdict().get("year")
    span = found.start(), found.end(), found.group()
    if not 1 <= min(first, second) <= 12 or max(first, second) > 31:
        return None
    if written is None:
        return Mention(*span, month=first, day=second, ambiguous=True)
    if first > 12:
        return Mention(*span, year=int(written), month=second, day=first)
    return Mention(
        *span, year=int(written), month=first, day=second, ambiguous=first != second and second <= 12
    )


def _counted(found: re.Match[str]) -> Mention:
    written = found["amount"].lower()
    amount = 1 if written in ("a", "an") else amount_of(written)
    way = "ago" if found["way"] == "ago" else "later"
    vague = found["way"] == "earlier"
    return Mention(
        found.start(),
        found.end(),
        found.group(),
        relative=f"{found['unit']}s-{way}",
        amount=None if vague else amount,
        ambiguous=vague,
    )
