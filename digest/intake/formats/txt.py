"""Plain text: every line of the file is a line of the article, blank ones too.

A page that somebody saved under the name of a text is read as the page it is, and so is JSON.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.intake.decoding import decode
from digest.intake.raw import Raw, article
from digest.model import Article, Line

_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BEFORE = r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,4000}?-->\s*){0,4}"
"""What a crawler or a browser writes in front of a page it saves."""
_PAGE = re.compile(_BEFORE + r"<(?:!doctype\s+html|html|head)\b", re.I | re.S)
_PART_OF_PAGE = re.compile(
    _BEFORE + r"<(?:body|div|section|article|main|p|span|h[1-6]|table|meta|ul)\b[^<>]*>", re.I | re.S
)
_ENDED = re.compile(r"</(?:div|p|section|article|main|span|td|li)\s*>|<br\s*/?>", re.I)
_TAGGED = re.compile(
    r"^\s*<(?:p|div|span|section|li|h[1-6])\b[^<>\n]*>.*</(?:p|div|span|section|li|h[1-6])\s*>\s*$",
    re.I | re.M,
)
_FEWEST_ENDED, _SHARE_OF_TAGGED = 3, 0.4


_LOST_ENDS = (
    re.compile(r"(?:\\r)?\\n|[\n\r]+"),
    re.compile(r"(?:<br\s*/?>|</?p>)|[\n\r]+", re.I),
    re.compile(r"\t+|[\n\r]+"),
    re.compile(r"\u3000{2,}|[\n\r]+"),
    re.compile(r" {2,}|[\n\r]+"),
)
"""What stands for the end of a line where a program took the ends away, the surest first."""
_LONGEST_MEAN, _FEWEST_LOST = 400, 6
"""Characters of a line, on average, that speak for lost ends; how many ends must be found then."""


def _ends_of(text: str) -> re.Pattern[str]:
    if len(text) > _LONGEST_MEAN * (1 + text.count("\n") + text.count("\r")):
        for ends in _LOST_ENDS:
            if len(ends.findall(text)) >= max(_FEWEST_LOST, len(text) // _LONGEST_MEAN):
                return ends
    return _LINE_END


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of *text*, without their ends; what follows the last end is one too unless it is empty."""
    lines: list[Line] = []
    start = 0
    for end in _ends_of(text).finditer(text):
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
        if _is_page(decoded.text):
            from digest.intake.formats.html import FORMAT as page

            return page.read(raw)
        if _is_json(decoded.text):
            from digest.intake.formats.json import FORMAT as records

            return records.read(raw)
        return (article(raw, self.name, decoded.text, lines_of(decoded.text), encoding=decoded.encoding),)


def _is_json(text: str) -> bool:
    """What a scraper wrote down, saved under the name of a text."""
    edges = text.lstrip("\ufeff \t\r\n")[:1] + text.rstrip()[-1:]
    if edges not in ("{}", "[]"):
        return False
    from digest.intake.formats.json import parsed

    return parsed(text) is not None


def is_whole_page(text: str) -> bool:
    return _PAGE.match(text) is not None


def _is_page(text: str) -> bool:
    """A whole page, or a part that somebody cut out of one: it begins with a tag, and more end."""
    if text.lstrip()[:1] != "<":
        # Its title alone may stand outside of the tags.
        return len(_TAGGED.findall(text)) >= max(_FEWEST_ENDED, _SHARE_OF_TAGGED * (1 + text.count("\n")))
    if is_whole_page(text):
        return True
    return _PART_OF_PAGE.match(text) is not None and len(_ENDED.findall(text)) >= _FEWEST_ENDED


FORMAT = PlainText()
