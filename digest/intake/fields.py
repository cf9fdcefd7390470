"""The fields of a record, a mapping that a scraper wrote, or of a block above a text: what each says. Pure.

Every scraper names its fields in its own way; the names there are stand in
``fields.toml``. What a field says beside the text is a claim, as a page's head
makes it, and is judged by cleaning.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Any

from digest.intake.page.checks import checked_authors, iso_date, publisher_name, tidy
from digest.language import dates
from digest.model import Metadata

Record = Mapping[str, Any]


@cache
def _names(role: str) -> tuple[str, ...]:
    data = tomllib.loads(resources.files("digest.intake").joinpath("fields.toml").read_text(encoding="utf-8"))
    return tuple(_plain(name) for name in data[role].split())


def _plain(name: str) -> str:
    return re.sub(r"[\s_.\-]+", "", name.strip("\ufeff").lower())


def fields_of(record: Record) -> dict[str, Any]:
    return {_plain(str(name)): value for name, value in record.items()}


def has_field(fields: Mapping[str, Any], role: str) -> bool:
    """Whether one of *fields* is there for *role*, be it empty."""
    return not fields.keys().isdisjoint(_names(role))


def has_text(record: Record) -> bool:
    return has_field(fields_of(record), "text")


def strings(value: Any) -> Iterator[str]:
    """The texts in a value: itself, the items of a list, the ``name`` or text of what is in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)
    elif isinstance(value, Mapping):
        fields = fields_of(value)
        yield from strings(next((fields[key] for key in ("name", "text", "value") if key in fields), None))


def values_of(fields: Mapping[str, Any], role: str) -> Iterator[str]:
    """What each field of *role* says, the surest first, the items of a list below each other."""
    return ("\n".join(strings(fields[name])) for name in _names(role) if name in fields)


def value_of(fields: Mapping[str, Any], role: str) -> str:
    """What the first filled field of *role* says."""
    return next(filter(str.strip, values_of(fields, role)), "")


def claims(record: Record) -> Metadata:
    """What *record* says of title, authors, publisher, date, language and address."""
    fields = fields_of(record)
    publisher = publisher_name(value_of(fields, "publisher"))
    return Metadata(
        title=tidy(value_of(fields, "title")) or None,
        authors=checked_authors(value_of(fields, "authors").splitlines(), publisher),
        publisher=publisher or None,
        published=_published(fields) or None,
        language=value_of(fields, "language")[:2].lower() or None,
        url=tidy(value_of(fields, "url")) or None,
    )


_EPOCH = re.compile(r"(\d{10})(?:\d{3})?(?:\.\d+)?")
"""Seconds or milliseconds since 1970, from 2001 on."""


def _date(said: str) -> str:
    """A moment counted in seconds has no zone of its own: its day is the one in UTC."""
    counted = _EPOCH.fullmatch(said.strip())
    return datetime.fromtimestamp(int(counted[1]), UTC).isoformat() if counted else iso_date(said)


_DAY_ALONE = re.compile(r"(?:[A-Za-z]{3,9}\.?\s+\d{1,2}|\d{1,2}\s+[A-Za-z]{3,9})(?:st|nd|rd|th)?")


def _published(fields: Mapping[str, Any]) -> str:
    """The first date; a day without its year is the last such day before that of another field."""
    said = value_of(fields, "published").strip()
    if (date := _date(said)) or not _DAY_ALONE.fullmatch(said):
        return date
    noted = next(filter(None, map(iso_date, values_of(fields, "published"))), "")[:10]
    if not noted:
        return ""
    years = (int(noted[:4]), int(noted[:4]) - 1)
    days = (dates.find(f"{said}, {year}") for year in years)
    found = (
        f"{day.year:04}-{day.month:02}-{day.day:02}"
        for mentions in days
        for day in mentions[:1]
        if day.month and day.day
    )
    return next((day for day in found if day <= noted), "")
