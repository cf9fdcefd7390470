"""A scraper's records, which are mappings of fields to values, into entries. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from digest.intake.entries import Entry
from digest.intake.fields import (
    Record,
    claims,
    fields_of,
    has_field,
    has_text,
    strings,
    value_of,
    values_of,
)
from digest.intake.page.checks import tidy
from digest.model import Metadata

_DEEPEST = 4
"""Levels at which a list of records is looked for: an API answers ``{"data": {"list": [...]}}``."""
_FEWEST_CUES = 3
_SHORTEST_ARTICLE = 100
"""Characters of a text that is an article without a title."""
_SHORTEST_TEXT = 40
"""Characters; a field called "content" of fewer is no article when the record has a longer one."""


def entries(value: Any) -> tuple[Entry, ...]:
    """The articles in *value*, as JSON gives it: a record, several, or a transcript's rows; () for none."""
    if said := _cues(value):
        told = claims(value) if isinstance(value, Mapping) else Metadata()
        return (Entry(None, "", told, said),)
    if isinstance(value, Mapping) and has_text(value):
        return (_entry(value),)
    return tuple(_entry(each, count) for count, each in enumerate(_records(value, _DEEPEST), start=1))


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
    texts = [fields for record in records if has_text(record) and (fields := fields_of(record))]
    titled = any(value_of(fields, "title") for fields in texts)
    return titled or 2 * sum(len(_text(fields)) >= _SHORTEST_ARTICLE for fields in texts) > len(records)


def _text(fields: Mapping[str, Any]) -> str:
    """The surest field that holds a text: no stub where there is a longer one, a summary for want of all."""
    given = list(values_of(fields, "text"))
    long = next((text for text in given if len(text.strip()) >= _SHORTEST_TEXT), "")
    return long or max(given, key=len, default="") or value_of(fields, "summary")


def _entry(record: Record, count: int = 0) -> Entry:
    """The entry of *record*, with a name if it is the *count*-th (from 1) of several."""
    fields = fields_of(record)
    said = claims(record)
    name = tidy(value_of(fields, "name")) or said.url or said.title or f"entry {count}"
    return Entry(name if count else None, _text(fields), said)


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
    found = [fields_of(row) for row in rows if isinstance(row, Mapping)]
    timed = [row for row in found if has_field(row, "begins")]
    if len(timed) < max(_FEWEST_CUES, 0.9 * len(rows)) or any("title" in row for row in timed):
        return ()
    said = (value_of(row, "said") or "".join(strings(_pieces(row))) for row in timed)
    return tuple(each for each in said if each.strip())


def _pieces(row: Mapping[str, Any]) -> list[Any]:
    """A row of YouTube's is in pieces: ``{"segs": [{"utf8": ...}]}``."""
    return [piece.get("utf8") for piece in row.get("segs") or () if isinstance(piece, Mapping)]
