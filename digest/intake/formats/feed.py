"""A saved feed (RSS, Atom, JSON Feed): an article an entry, whose source text is the entry's own HTML.

Parsed by lxml with entities, DTDs and the network off: a feed is a file from
strangers. feedparser is the oracle in the tests; it is not used here because
it cleans and changes the HTML that every sentence must be found in again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from digest.errors import IntakeError
from digest.intake.decoding import decode
from digest.intake.formats.txt import lines_of
from digest.intake.page.blocks import blocks
from digest.intake.page.checks import checked_authors, iso_date, tidy
from digest.intake.page.head import declared_charset
from digest.intake.page.lines import fragment_lines
from digest.intake.raw import Raw, article
from digest.model import Article, Metadata

_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|[a-zA-Z]+);")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry as the feed gives it. ``content`` is HTML, or text when it has no markup."""

    name: str
    content: str
    metadata: Metadata


@dataclass(frozen=True)
class Feed:
    name: str = "feed"
    suffixes: tuple[str, ...] = (".xml", ".rss", ".atom", ".rdf", ".json", ".jsonfeed")

    def read(self, raw: Raw) -> tuple[Article, ...]:
        decoded = decode(raw.data, raw.path, declared_charset(raw.data))
        as_json = decoded.text.lstrip()[:1] in ("{", "[")
        entries = list(_json_entries(raw, decoded.text) if as_json else _xml_entries(raw, decoded.text))
        if not entries:
            raise IntakeError(raw.path, "a feed without entries", "remove it or fetch it again")
        return tuple(self._article(raw, entry, decoded.encoding) for entry in _named_apart(entries))

    def _article(self, raw: Raw, entry: _Entry, encoding: str) -> Article:
        text = entry.content
        lines = fragment_lines(blocks(text)) if _MARKUP.search(text) else lines_of(text)
        return article(
            raw, self.name, text, lines, encoding=encoding, entry=entry.name, metadata=entry.metadata
        )


def _named_apart(entries: list[_Entry]) -> Iterator[_Entry]:
    """An entry is found again by its name: the second of a name gets a number."""
    seen: dict[str, int] = {}
    for entry in entries:
        seen[entry.name] = count = seen.get(entry.name, 0) + 1
        yield entry if count == 1 else replace(entry, name=f"{entry.name} ({count})")


# --- RSS and Atom ------------------------------------------------------------


def _xml_entries(raw: Raw, text: str) -> Iterator[_Entry]:
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        strip_cdata=False,
    )
    try:
        root = etree.fromstring(re.sub(r"^\s*<\?xml[^>]{0,300}\?>", "", text).encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise IntakeError(raw.path, "not XML that can be read", "fetch it again") from error
    if root is None or _local(root) not in ("rss", "feed", "RDF"):
        found = f"<{_local(root)}>" if root is not None else "nothing"
        raise IntakeError(raw.path, f"no feed (its root is {found})", "digest reads RSS, Atom and JSON Feed")
    channel = next((each for each in root if _local(each) == "channel"), root)
    feed = Metadata(
        publisher=_text(channel, "title") or None, language=_text(channel, "language")[:2].lower() or None
    )
    for count, item in enumerate(
        (each for each in root.iter() if _local(each) in ("item", "entry")), start=1
    ):
        yield _xml_entry(item, feed, count)


def _local(element: Any) -> str:
    """The tag without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _children(element: Any, *names: str) -> Iterator[Any]:
    for name in names:
        yield from (child for child in element if _local(child) == name)


def _text(element: Any, *names: str) -> str:
    """The text of the first child of one of *names* that has any, on one line."""
    return next(
        (said for child in _children(element, *names) if (said := tidy("".join(child.itertext())))), ""
    )


def _xml_entry(item: Any, feed: Metadata, count: int) -> _Entry:
    link = _text(item, "link") or next(
        (
            child.get("href", "")
            for child in _children(item, "link")
            if child.get("rel", "alternate") == "alternate"
        ),
        "",
    )
    name = _text(item, "guid", "id")
    link = link or (name if name.startswith(("http://", "https://")) else "")  # a permalink
    title = tidy(re.sub("<[^<>]{0,200}>", "", _text(item, "title")))
    authors = [
        _text(author, "name") or tidy(author.text or "") for author in _children(item, "author", "creator")
    ]
    published = _text(item, "pubDate", "published", "date", "issued", "updated")
    metadata = replace(
        feed,
        title=title or None,
        authors=checked_authors(map(_without_address, authors), feed.publisher or ""),
        published=iso_date(published) or None,
        url=link or None,
    )
    return _Entry(name or link or title or f"entry {count}", _content(item), metadata)


def _without_address(author: str) -> str:
    """RSS writes ``jane@example.org (Jane Doe)``."""
    found = re.fullmatch(r"\S+@\S+\s*\((.+)\)", author)
    return found.group(1) if found else author


def _content(item: Any) -> str:
    """The fullest text: content before summary, whichever the feed calls them."""
    given = [_inside(child) for child in _children(item, "encoded", "content", "description", "summary")]
    return max(given, key=len, default="").strip()


def _inside(element: Any) -> str:
    """The HTML of an element: escaped text is HTML already, XHTML is written out."""
    from lxml import etree

    if len(element) == 0:
        return element.text or ""
    written = "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
    return (element.text or "") + written


# --- JSON Feed ---------------------------------------------------------------


def _json_entries(raw: Raw, text: str) -> Iterator[_Entry]:
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise IntakeError(raw.path, "not JSON that can be read", "fetch it again") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(feed.get("version")):
        raise IntakeError(raw.path, "JSON, but no JSON Feed", "digest reads RSS, Atom and JSON Feed")
    for count, item in enumerate((each for each in items if isinstance(each, dict)), start=1):
        yield _json_entry(item, feed, count)


def _json_entry(item: dict[str, Any], feed: dict[str, Any], count: int) -> _Entry:
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
    return _Entry(name, said("content_html") or said("content_text") or said("summary"), metadata)


FORMAT = Feed()
