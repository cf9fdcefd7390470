"""JSON: a JSON Feed, a scraper's records (one, a list of them, or one a line), the rows of a transcript.

The source text of an article is the text of its field, or what is said row by row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from digest.errors import IntakeError
from digest.intake import records
from digest.intake.decoding import decode
from digest.intake.entries import Entry, articles
from digest.intake.page.checks import checked_authors, iso_date, tidy
from digest.intake.raw import Raw
from digest.intake.values import parsed
from digest.model import Article, Metadata


@dataclass(frozen=True)
class Json:
    name: str = "json"
    suffixes: tuple[str, ...] = (".json", ".jsonfeed", ".jsonl", ".ndjson", ".jl")

    def read(self, raw: Raw) -> tuple[Article, ...]:
        decoded = decode(raw.data, raw.path)
        value = parsed(decoded.text)
        if value is None:
            raise IntakeError(raw.path, "not JSON that can be read", "fetch it again")
        entries = tuple(_feed(value)) if _is_feed(value) else records.entries(value)
        if not entries:
            raise IntakeError(raw.path, "JSON without an article", _READ)
        return articles(raw, self.name, entries, decoded.encoding)


_READ = 'digest reads JSON Feed, records such as {"title": ..., "content": ...}, and rows of a transcript'


# --- JSON Feed (jsonfeed.org, version 1.1) -----------------------------------------


def _is_feed(value: Any) -> bool:
    return isinstance(value, dict) and "jsonfeed.org" in str(value.get("version")) and "items" in value


def _feed(feed: Mapping[str, Any]) -> Iterator[Entry]:
    items = feed["items"] if isinstance(feed["items"], list) else ()
    for count, item in enumerate((each for each in items if isinstance(each, dict)), start=1):
        yield _item(item, feed, count)


def _item(item: Mapping[str, Any], feed: Mapping[str, Any], count: int) -> Entry:
    def said(key: str) -> str:
        value = item.get(key)
        return value if isinstance(value, str) else ""

    authors = item.get("authors") or feed.get("authors") or [item.get("author") or feed.get("author")]
    names = [str(author.get("name", "")) for author in authors if isinstance(author, dict)]
    publisher = tidy(str(feed.get("title") or ""))
    metadata = Metadata(
        title=tidy(said("title")) or None,
        authors=checked_authors(names, publisher),
        publisher=publisher or None,
        published=iso_date(said("date_published")) or None,
        language=(said("language") or str(feed.get("language") or ""))[:2].lower() or None,
        url=said("url") or None,
    )
    name = str(item.get("id") or "") or said("url") or said("title") or f"entry {count}"
    return Entry(name, said("content_html") or said("content_text") or said("summary"), metadata)


FORMAT = Json()
