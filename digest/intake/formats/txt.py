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
from digest.language.lazy import regex
from digest.model import Article, Line


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


_LONGEST_TITLE, _LONGEST_WRITER, _MOST_ABOVE = 60, 24, 2
"""Characters of a line above the first tag that is a title, of one that is who wrote it; of such lines."""


def _with_title(page: Article) -> Article:
    """*page* with the lines that stand above its first tag as its title, and who wrote it."""
    above = [(found[0], found.start()) for found in _LINE.finditer(page.text.partition("<")[0])]
    first = page.lines[0] if page.lines else None
    # A page knows no line ends: both are one to it.
    if first is None or not above or first.text.strip() != " ".join(text for text, _ in above):
        return page
    limits = (_LONGEST_TITLE, _LONGEST_WRITER)
    if len(above) > _MOST_ABOVE or any(
        len(text) > most or text[-1] in "。." for (text, _), most in zip(above, limits, strict=False)
    ):
        return page
    if len(above) == 1:
        return replace(page, lines=(replace(first, role="title"), *page.lines[1:]))
    lines = [
        Line(text, start, start + len(text), role=role)
        for (text, start), role in zip(above, ("title", "byline"), strict=True)
    ]
    return replace(page, lines=(*lines, *page.lines[1:]))


_LINE = regex(r"\S(?:[^\n]*\S)?")


FORMAT = PlainText()
