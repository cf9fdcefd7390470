"""A saved feed (RSS, Atom): an article an entry, whose source text is the entry's own HTML.

Parsed by lxml with entities, DTDs and the network off: a feed is a file from
strangers. feedparser is the oracle in the tests; it is not used here because
it cleans and changes the HTML that every sentence must be found in again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from digest.errors import IntakeError
from digest.intake.decoding import decode
from digest.intake.entries import Entry, articles
from digest.intake.page.checks import checked_authors, iso_date, tidy
from digest.intake.page.head import declared_charset
from digest.intake.raw import Raw
from digest.model import Article, Metadata


@dataclass(frozen=True)
class Feed:
    name: str = "feed"
    suffixes: tuple[str, ...] = (".xml", ".rss", ".atom", ".rdf")

    def read(self, raw: Raw) -> tuple[Article, ...]:
        decoded = decode(raw.data, raw.path, declared_charset(raw.data))
        entries = list(_xml_entries(raw, decoded.text))
        if not entries:
            raise IntakeError(raw.path, "a feed without entries", "remove it or fetch it again")
        return articles(raw, self.name, entries, decoded.encoding)


def _xml_entries(raw: Raw, text: str) -> Iterator[Entry]:
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
        raise IntakeError(raw.path, f"no feed (its root is {found})", "digest reads RSS and Atom")
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


def _xml_entry(item: Any, feed: Metadata, count: int) -> Entry:
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
    return Entry(name or link or title or f"entry {count}", _content(item), metadata)


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


FORMAT = Feed()
