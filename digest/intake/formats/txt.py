"""Plain text: every line of the file is a line of the article, blank ones too.

A page that somebody saved under the name of a text is read as the page it is, and so are JSON,
Markdown and subtitles.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib import import_module

from digest.intake.decoding import decode
from digest.intake.kinds import Kind, kind_of
from digest.intake.plain import lines_of
from digest.intake.raw import Format, Raw, article
from digest.model import Article


@dataclass(frozen=True)
class PlainText:
    name: str = "txt"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, raw: Raw) -> tuple[Article, ...]:
        decoded = decode(raw.data, raw.path)
        kind = kind_of(decoded.text)
        if kind == "html":
            return tuple(_with_title(found) for found in _read(kind, raw))
        if kind != "txt":
            return _read(kind, raw)
        return (article(raw, self.name, decoded.text, lines_of(decoded.text), encoding=decoded.encoding),)


def _read(kind: Kind, raw: Raw) -> tuple[Article, ...]:
    """*raw* by the format of that name: loaded when it is met, for a page has patterns that no text needs."""
    found: Format = import_module(f"digest.intake.formats.{kind}").FORMAT
    return found.read(raw)


_LONGEST_TITLE = 60
"""Characters of a line above the first tag that is a title."""


def _with_title(page: Article) -> Article:
    """*page* with the line that stands above its first tag as its title."""
    head = page.text.partition("<")[0].strip()
    first = page.lines[0] if page.lines else None
    if first is None or first.text.strip() != head or len(head) > _LONGEST_TITLE or head[-1:] in "。.":
        return page
    return replace(page, lines=(replace(first, role="title"), *page.lines[1:]))


FORMAT = PlainText()
