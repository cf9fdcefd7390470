"""A web page: its blocks in the page's own source, with roles by what the article is and is not."""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass

from digest.intake import matter
from digest.intake.decoding import decode
from digest.intake.page.head import declared_charset
from digest.intake.page.whole import page_of
from digest.intake.plain import lines_of
from digest.intake.raw import Raw, article
from digest.model import Article, Metadata

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
        source, said = _without_fields(decoded.text)
        lines, read = page_of(source)
        claims = Metadata(*(own or its for own, its in zip(astuple(said), astuple(read), strict=True)))
        return (article(raw, self.name, decoded.text, lines, encoding=decoded.encoding, metadata=claims),)


_LONGEST_MATTER = 8_000
"""Characters above the first tag in which fields are looked for."""


def _without_fields(text: str) -> tuple[str, Metadata]:
    """*text* with blanks in the place of the fields that a blog's program keeps above a page."""
    if not text.startswith("---"):
        return text, Metadata()
    above = lines_of(text[:_LONGEST_MATTER])
    count, said = matter.above(above)
    end = above[count - 1].end if count else 0
    return " " * end + text[end:], said


FORMAT = WebPage()
