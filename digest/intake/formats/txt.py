"""Plain text: every line of the file is a line of the article, blank ones too.

A page that somebody saved under the name of a text is read as the page it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.intake.decoding import decode
from digest.intake.raw import Raw, article
from digest.model import Article, Line

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head)\b", re.I | re.S
)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of *text*, without their ends; what follows the last end is one too unless it is empty."""
    lines: list[Line] = []
    start = 0
    for end in _LINE_END.finditer(text):
        lines.append(Line(text[start : end.start()], start, end.start()))
        start = end.end()
    if start < len(text):
        lines.append(Line(text[start:], start, len(text)))
    return tuple(lines)


@dataclass(frozen=True)
class PlainText:
    name: str = "txt"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, raw: Raw) -> tuple[Article, ...]:
        decoded = decode(raw.data, raw.path)
        if _PAGE.match(decoded.text):
            from digest.intake.formats.html import FORMAT as page

            return page.read(raw)
        return (article(raw, self.name, decoded.text, lines_of(decoded.text), encoding=decoded.encoding),)


FORMAT = PlainText()
