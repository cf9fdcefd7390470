"""The interface's own words, dates and plurals, from the gettext catalogues in ``locale/``.

Message ids are the English texts. The catalogues are read as ``.po``, so that
a translator edits what runs and nobody compiles anything.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from digest.errors import ConfigError
from digest.model import Precision

LANGUAGES: Mapping[str, str] = {"zh-Hans": "zh_Hans_CN", "zh-Hant": "zh_Hant_TW", "en": "en_US"}
"""Languages of the interface, and the CLDR locale of each."""

_CATALOGUES = Path(__file__).parent / "locale"

REASON = "left out"
"""Context of the entries that say why a file was left out. Those texts are made where the file is read,
in English, as the command prints them; a page in another language knows them again by their form."""

_SECTIONS = {
    "lead": "Lead",
    "why": "Why it matters",
    "points": "What the articles say",
    "timeline": "Timeline",
    "differ": "Where they differ",
    "people": "Who is who",
    "organisations": "Organisations",
    "numbers": "Numbers",
    "quotes": "In their own words",
    "articles": "Article by article",
    "ahead": "What to watch",
}

# (day, month, year) patterns of Unicode TR 35. Short dates are of one width
# within a column; long ones stand in running text.
_SHORT = {"zh": ("y.MM.dd", "y.MM", "y"), "en": ("d MMM y", "MMM y", "y")}
_LONG = {"zh": ("y年M月d日 EEEE", "y年M月", "y年"), "en": ("EEEE, d MMMM y", "MMMM y", "y")}


@dataclass(frozen=True, slots=True)
class Words:
    """Called with an English message, gives it in ``language``; ``{name}`` is filled from the arguments."""

    language: str
    catalogue: NullTranslations
    reasons: tuple[tuple[str, str], ...] = ()
    """Why a file may be left out: the English text, and what is said for it."""

    def __call__(self, message: str, **values: object) -> str:
        return _fill(self.catalogue.gettext(message), values)

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """The plural form for *n*, which also fills ``{n}``."""
        return _fill(self.catalogue.ngettext(one, many, n), {"n": self.number(n), **values})

    def reason(self, text: str) -> str:
        """Why a file was left out, from the English *text*; as it stands when no entry has its form."""
        for message, said in self.reasons:
            if found := _form(message).fullmatch(text):
                return _fill(said, found.groupdict())
        return text

    def section(self, kind: str) -> str:
        return self(_SECTIONS[kind])

    def number(self, n: int) -> str:
        return f"{n:,}" if n > 9999 else str(n)

    @property
    def gap(self) -> str:
        """Between a sentence and the bracket after it: Chinese sets none."""
        return "" if self.language.startswith("zh") else " "

    def join(self, words: Sequence[str]) -> str:
        """A list in a sentence: ``A、B`` in Chinese, ``A, B`` elsewhere."""
        return ("、" if self.language.startswith("zh") else ", ").join(words)

    def date(self, day: str, precision: Precision, *, long: bool = False) -> str:
        """``2024-05-23`` in the reader's way, as exact as *precision*; "" when it is no date."""
        parsed = _parsed(day)
        if parsed is None:
            return ""
        from babel.dates import format_date

        patterns = (_LONG if long else _SHORT)["zh" if self.language.startswith("zh") else "en"]
        exact = (
            min({"day": 0, "month": 1, "year": 2}[precision], 2)
            if day.count("-") == 2
            else 2 - day.count("-")
        )
        return format_date(parsed, patterns[exact], locale=LANGUAGES[self.language])

    def span(self, days: Sequence[str], undated: int = 0) -> str:
        """The time from the first to the last of *days*, which ascend, and how many have none.

        A day known as a year only may lie behind every other of that year: then
        the year is all that is known of the last.
        """
        if not days:
            return ""
        latest = next(day for day in days if days[-1].startswith(day))
        first, last = (self.date(day, "day") for day in (days[0], latest))
        time = first if first == last or not last else self("{first} to {last}", first=first, last=last)
        return time + (self(" (undated: {n})", n=undated) if undated else "")


def _fill(message: str, values: Mapping[str, object]) -> str:
    # Not str.format: {page.__class__} in a user's template would walk out of the sandbox.
    return re.sub(r"\{(\w+)\}", lambda name: str(values[name[1]]), message)


@cache
def _form(message: str) -> re.Pattern[str]:
    """What *message* looks like when it has been filled."""
    parts = re.split(r"\{(\w+)\}", message)
    return re.compile(
        "".join(f"(?P<{part}>.+)" if at % 2 else re.escape(part) for at, part in enumerate(parts)), re.DOTALL
    )


def words(language: str) -> Words:
    """The words of one interface language. Raises `ConfigError` for one that has no catalogue."""
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise ConfigError("language", f"there is no interface in {language!r}", f"use one of {known}")
    return _load(language)


@cache
def _load(language: str) -> Words:
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    file = _CATALOGUES / f"{language}.po"
    if not file.is_file():
        return Words(language, NullTranslations())
    compiled = BytesIO()
    with file.open("rb") as source:
        catalogue = read_po(source, locale=LANGUAGES[language])
    write_mo(compiled, catalogue)
    compiled.seek(0)
    reasons = tuple((str(each.id), str(each.string)) for each in catalogue if each.context == REASON)
    return Words(language, GNUTranslations(compiled), reasons)


def _parsed(day: str) -> date | None:
    parts = day.split("-")
    try:
        year, month, number = (int(part) for part in (*parts, "1", "1")[:3])
        return date(year, month, number)
    except ValueError:
        return None
