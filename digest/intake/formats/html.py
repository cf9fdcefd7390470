"""A web page: its blocks in the page's own source, with roles by what the article is and is not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.intake.decoding import decode
from digest.intake.page.head import declared_charset
from digest.intake.page.whole import page_of
from digest.intake.plain import lines_of
from digest.intake.raw import Raw, article
from digest.model import Article

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


FORMAT = WebPage()
