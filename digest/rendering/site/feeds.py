"""Atom (RFC 4287), JSON Feed 1.1 and the sitemap (sitemaps.org 0.9). Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from digest.rendering.site.entries import Entry

NEWEST = 50
"""A feed holds so many; readers that have been away for longer have the index."""

_ATOM = "http://www.w3.org/2005/Atom"
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(
    entries: Sequence[Entry], title: str, base_url: str, folder: str, language: str
) -> Iterator[tuple[str, bytes]]:
    """``atom.xml`` and ``feed.json`` in *folder* ("" or ``slug/``), for *entries*, newest first."""
    newest = entries[:NEWEST]
    yield f"{folder}atom.xml", _atom(newest, title, base_url, folder, language)
    yield f"{folder}feed.json", _json_feed(newest, title, base_url, folder, language)


def sitemap(entries: Sequence[Entry], base_url: str) -> bytes:
    """Index and pages with the day of each."""
    root = Element("urlset", xmlns=_SITEMAP)
    rows = [("", entries[0].moment), *((f"{each.id}/", each.moment) for each in entries)]
    for path, moment in rows:
        url = SubElement(root, "url")
        SubElement(url, "loc").text = base_url + quote(path)
        SubElement(url, "lastmod").text = moment[:10]
    return _xml(root)


def _atom(entries: Sequence[Entry], title: str, base_url: str, folder: str, language: str) -> bytes:
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": language})
    SubElement(root, "title").text = title
    SubElement(root, "id").text = _identifier(folder or "/")
    SubElement(root, "updated").text = max(each.moment for each in entries)
    SubElement(SubElement(root, "author"), "name").text = title
    # An entry's own address is where the reader goes; the feed's says where it is to be found again.
    if base_url:
        SubElement(
            root, "link", rel="self", type="application/atom+xml", href=f"{base_url}{quote(folder)}atom.xml"
        )
    SubElement(root, "link", rel="alternate", type="text/html", href=_address(base_url, folder, folder))
    for each in entries:
        row = SubElement(root, "entry", {"xml:lang": each.language})
        SubElement(row, "title").text = each.headline
        SubElement(row, "id").text = _identifier(each.id)
        SubElement(row, "updated").text = each.moment
        SubElement(row, "published").text = each.moment
        SubElement(row, "category", term=each.theme, label=each.theme_title)
        SubElement(
            row, "link", rel="alternate", type="text/html", href=_address(base_url, f"{each.id}/", folder)
        )
        SubElement(row, "content", type="text").text = "\n\n".join(each.said) or each.headline
    return _xml(root)


def _json_feed(entries: Sequence[Entry], title: str, base_url: str, folder: str, language: str) -> bytes:
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": _address(base_url, folder, folder),
        "language": language,
    }
    if base_url:
        feed["feed_url"] = f"{base_url}{quote(folder)}feed.json"
    feed["items"] = [
        {
            "id": _identifier(each.id),
            "url": _address(base_url, f"{each.id}/", folder),
            "title": each.headline,
            "content_text": "\n\n".join(each.said) or each.headline,
            "date_published": each.moment,
            "language": each.language,
            "tags": [each.theme_title],
        }
        for each in entries
    ]
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _identifier(name: str) -> str:
    """A name that never changes, even when the site moves to where its pages have other addresses."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, 'digest:' + name)}"


def _address(base_url: str, path: str, folder: str) -> str:
    """Absolute with a *base_url*; else from *folder* to a file, as a folder on a disk has no index."""
    if base_url:
        return base_url + quote(path)
    up = "../" if folder else ""
    return f"{up}{quote(path)}index.html"


def _xml(root: Element) -> bytes:
    ElementTree.indent(root, " ")
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
