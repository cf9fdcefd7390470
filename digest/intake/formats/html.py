"""A web page: its blocks in the page's own source, with roles by what the article is and is not."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from digest.intake.decoding import decode
from digest.intake.page.blocks import blocks
from digest.intake.page.checks import site_in_title
from digest.intake.page.head import declared_charset, read_head
from digest.intake.page.lines import page_lines
from digest.intake.plain import lines_of
from digest.intake.raw import Raw, article
from digest.model import Article, Line, Metadata

_TAG = re.compile("<[a-zA-Z!/]")


@dataclass(frozen=True)
class WebPage:
    name: str = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")

    def read(self, raw: Raw) -> tuple[Article, ...]:
        decoded = decode(raw.data, raw.path, declared_charset(raw.data))
        if not _TAG.search(decoded.text):  # a text under the name of a page
            lines = lines_of(decoded.text)
            return (article(raw, self.name, decoded.text, lines, encoding=decoded.encoding),)
        lines, claims = page_of(decoded.text)
        return (article(raw, self.name, decoded.text, lines, encoding=decoded.encoding, metadata=claims),)


def page_of(text: str) -> tuple[tuple[Line, ...], Metadata]:
    """The lines of a whole page, and what it claims of its article."""
    head = read_head(text)
    claims = head.metadata
    lines = page_lines(text, blocks(text), claims.title or "", head.body)
    shown = next((line.text for line in lines if line.role == "title"), "")
    if shown and claims.title and claims.title.startswith(shown):
        site = site_in_title(claims.title, shown)
        claims = replace(claims, title=shown, publisher=claims.publisher or site or None)
    return lines, claims


FORMAT = WebPage()
