"""Plain text: every line of the file is a line of the article, blank ones too.

A page that somebody saved under the name of a text is read as the page it is, and so are JSON,
Markdown and subtitles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from digest.intake.decoding import decode
from digest.intake.plain import lines_of
from digest.intake.raw import Raw, article
from digest.model import Article, Metadata

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
_COMMENT = re.compile(r"<!--[^<>]{0,400}-->")
_PARAGRAPHS, _SHARE_OF_PARAGRAPHS = (
    re.compile(r"<p\b[^<>]*>[^<>]*(?:<[^<>]*>[^<>]*){0,40}?</p\s*>", re.I),
    0.8,
)
"""Of what a feed carried, below the title that somebody wrote above it."""


@dataclass(frozen=True)
class PlainText:
    name: str = "txt"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, raw: Raw) -> tuple[Article, ...]:
        decoded = decode(raw.data, raw.path)
        if _is_page(decoded.text):
            from digest.intake.formats.html import FORMAT as page

            return tuple(_with_title(found) for found in page.read(raw))
        if _is_json(decoded.text):
            from digest.intake.formats.json import FORMAT as records

            return records.read(raw)
        if _CUE.match(decoded.text):
            from digest.intake.formats.srt import FORMAT as subtitles

            return subtitles.read(raw)
        if _is_markdown(decoded.text):
            from digest.intake.formats.md import FORMAT as markdown

            return markdown.read(raw)
        return (article(raw, self.name, decoded.text, lines_of(decoded.text), encoding=decoded.encoding),)


_LONGEST_TITLE = 60


def _with_title(page: Article) -> Article:
    """*page* with the line that stands above its first tag as its title."""
    head = page.text.partition("<")[0].strip()
    first = page.lines[0] if page.lines else None
    if first is None or first.text.strip() != head or len(head) > _LONGEST_TITLE or head[-1:] in "。.":
        return page
    return replace(page, lines=(replace(first, role="title"), *page.lines[1:]))


_CUE = re.compile(
    r"\s*(?:WEBVTT[^\n]*\n(?:[^\n]+\n)*\s*)?(?:\d{1,5}[ \t]*\r?\n)?"
    r"(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d"
)
"""How subtitles begin."""
_LONGEST_MATTER = 8_000
"""Characters at the top in which fields are looked for."""
_LINK = re.compile(
    r"\[[^\[\]\n]{0,300}\]\((?:https?://|/|\.)[^\s()]{2,1000}\)|!\[[^\[\]\n]{0,300}\]\([^\s()]*\)"
)
_FEWEST_LINKS = 2


def _is_markdown(text: str) -> bool:
    """Notes and clippings exported under the name of a text: fields above it, or links with their targets."""
    if text.lstrip("\ufeff \r\n").startswith("---"):
        from digest.intake import matter

        fields, claims = matter.above(lines_of(text[:_LONGEST_MATTER]))
        if fields and claims != Metadata():
            return True
    if "](" not in text:
        return False
    return len(_LINK.findall(text)) >= _FEWEST_LINKS


def _is_json(text: str) -> bool:
    """What a scraper wrote down, saved under the name of a text."""
    edges = text.lstrip("\ufeff \t\r\n")[:1] + text.rstrip()[-1:]
    if edges not in ("{}", "[]"):
        return False
    from digest.intake.formats.json import parsed

    return parsed(text) is not None


def is_whole_page(text: str) -> bool:
    """Whether *text* begins as a page does, not as a part of one."""
    return _PAGE.match(text) is not None


def _is_page(text: str) -> bool:
    """A whole page, or a part that somebody cut out of one: it begins with a tag, and more end."""
    if text.lstrip()[:1] != "<":
        # Its title alone may stand outside of the tags.
        paragraphs = _PARAGRAPHS.findall(text) if "</p" in text else []
        if len(paragraphs) >= _FEWEST_ENDED:
            told = len(text) - sum(map(len, _COMMENT.findall(text)))
            if sum(map(len, paragraphs)) > _SHARE_OF_PARAGRAPHS * told:
                return True
        return len(_TAGGED.findall(text)) >= max(_FEWEST_ENDED, _SHARE_OF_TAGGED * (1 + text.count("\n")))
    if is_whole_page(text):
        return True
    return _PART_OF_PAGE.match(text) is not None and len(_ENDED.findall(text)) >= _FEWEST_ENDED


FORMAT = PlainText()
