"""A scraper's records, which are mappings of fields to values, into entries. Pure.

Every scraper names its fields in its own way; the names there are stand in
``fields.toml``. What a record says beside the text is a claim, as a page's head
makes it, and is judged by cleaning.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Any

from digest.intake.entries import Entry
from digest.intake.page.checks import checked_authors, iso_date, publisher_name, tidy
from digest.language import dates
from digest.model import Metadata

Record = Mapping[str, Any]

_DEEPEST = 4
"""Levels at which a list of records is looked for: an API answers ``{"data": {"list": [...]}}``."""
_FEWEST_CUES = 3
_SHORTEST_ARTICLE = 100
"""Characters of a text that is an article without a title."""
_SHORTEST_TEXT = 40
"""Characters; a field called "content" of fewer is no article when the record has a longer one."""


@cache
def _names(role: str) -> tuple[str, ...]:
    data = tomllib.loads(resources.files("digest.intake").joinpath("fields.toml").read_text(encoding="utf-8"))
    return tuple(_plain(name) for name in data[role].split())


def _plain(name: str) -> str:
    return re.sub(r"[\s_.\-]+", "", name.strip("\ufeff").lower())


def entries(value: Any) -> tuple[Entry, ...]:
    """The articles in *value*, as JSON gives it: a record, several, or a transcript's rows; () for none."""
    if said := _cues(value):
        told = claims(value) if isinstance(value, Mapping) else Metadata()
        return (Entry(None, "", told, said),)
    if isinstance(value, Mapping) and has_text(value):
        return (_entry(value),)
    return tuple(_entry(each, count) for count, each in enumerate(_records(value, _DEEPEST), start=1))


def has_text(record: Record) -> bool:
    """Whether *record* has a field for an article's text, be it empty."""
    return not _fields(record).keys().isdisjoint(_names("text"))


def _records(value: Any, depth: int) -> list[Record]:
    """The first list of articles, the outermost before those inside."""
    if isinstance(value, list):
        found = [each for each in value if isinstance(each, Mapping)]
        if _are_articles(found):
            return found
    if depth == 0 or not isinstance(value, list | Mapping):
        return []
    inner = value.values() if isinstance(value, Mapping) else value
    return next((found for each in inner if (found := _records(each, depth - 1))), [])


def _are_articles(records: Sequence[Record]) -> bool:
    """Whether they have texts, under titles or of some length: notes and comments have texts, too."""
    texts = [fields for record in records if has_text(record) and (fields := _fields(record))]
    titled = any(_value(fields, "title") for fields in texts)
    return titled or 2 * sum(len(_text(fields)) >= _SHORTEST_ARTICLE for fields in texts) > len(records)


def _fields(record: Record) -> dict[str, Any]:
    return {_plain(str(name)): value for name, value in record.items()}


def _strings(value: Any) -> Iterator[str]:
    """The texts in a value: itself, the items of a list, the ``name`` or text of what is in it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, Mapping):
        fields = _fields(value)
        yield from _strings(next((fields[key] for key in ("name", "text", "value") if key in fields), None))


def _value(fields: Mapping[str, Any], role: str) -> str:
    """What the first filled field of *role* says, the items of a list below each other."""
    return next(
        (
            said
            for name in _names(role)
            if name in fields and (said := "\n".join(_strings(fields[name]))).strip()
        ),
        "",
    )


def _text(fields: Mapping[str, Any]) -> str:
    """The surest field that holds a text: no stub where there is a longer one, a summary for want of all."""
    given = ["\n".join(_strings(fields[name])) for name in _names("text") if name in fields]
    long = next((text for text in given if len(text.strip()) >= _SHORTEST_TEXT), "")
    return long or max(given, key=len, default="") or _value(fields, "summary")


def _entry(record: Record, count: int = 0) -> Entry:
    """The entry of *record*, with a name if it is the *count*-th (from 1) of several."""
    fields = _fields(record)
    said = claims(record)
    name = tidy(_value(fields, "name")) or said.url or said.title or f"entry {count}"
    return Entry(name if count else None, _text(fields), said)


def claims(record: Record) -> Metadata:
    """What *record* says of title, authors, publisher, date, language and address."""
    fields = _fields(record)
    publisher = publisher_name(_value(fields, "publisher"))
    return Metadata(
        title=tidy(_value(fields, "title")) or None,
        authors=checked_authors(_value(fields, "authors").splitlines(), publisher),
        publisher=publisher or None,
        published=_published(fields) or None,
        language=_value(fields, "language")[:2].lower() or None,
        url=tidy(_value(fields, "url")) or None,
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
    said = _value(fields, "published").strip()
    if (date := _date(said)) or not _DAY_ALONE.fullmatch(said):
        return date
    given = (iso_date("\n".join(_strings(fields[name]))) for name in _names("published") if name in fields)
    noted = next(filter(None, given), "")[:10]
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


# --- transcripts ---------------------------------------------------------------


def _cues(value: Any) -> tuple[str, ...]:
    """What is said row by row, where a list of rows has times and no titles, one level deep at most.

    Recognisers and video sites write ``[{"start": 1.2, "text": ...}]``, alone or
    under a name (segments, body, events).
    """
    lists: Sequence[Any] = (value,) if isinstance(value, list) else ()
    if isinstance(value, Mapping):
        lists = tuple(each for each in value.values() if isinstance(each, list))
    return next((said for rows in lists if (said := _said(rows))), ())


def _said(rows: list[Any]) -> tuple[str, ...]:
    found = [_fields(row) for row in rows if isinstance(row, Mapping)]
    timed = [row for row in found if not row.keys().isdisjoint(_names("begins"))]
    if len(timed) < max(_FEWEST_CUES, 0.9 * len(rows)) or any("title" in row for row in timed):
        return ()
    said = (_value(row, "said") or "".join(_strings(_pieces(row))) for row in timed)
    return tuple(each for each in said if each.strip())


def _pieces(row: Mapping[str, Any]) -> list[Any]:
    """A row of YouTube's is in pieces: ``{"segs": [{"utf8": ...}]}``."""
    return [piece.get("utf8") for piece in row.get("segs") or () if isinstance(piece, Mapping)]
