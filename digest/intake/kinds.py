"""What a file saved under the name of a text is: page, JSON, subtitles, a kind of markup, text. Pure."""

from __future__ import annotations

import re
from typing import Literal

from digest.intake import matter
from digest.intake.plain import lines_of
from digest.intake.values import parsed
from digest.language.lazy import regex
from digest.model import Metadata

Kind = Literal["html", "json", "srt", "sbv", "md", "rst", "txt"]
"""The names of the formats that read them."""


def kind_of(text: str) -> Kind:
    """What *text*, all of a file, is by how it begins and by the marks in it."""
    if _is_page(text):
        return "html"
    if _is_json(text):
        return "json"
    if _CUE.match(text):
        return "srt"
    if _COMMA_CUE.match(text):
        return "sbv"
    if _is_markdown(text):
        return "md"
    return "rst" if _is_restructured(text) else "txt"


# --- a page --------------------------------------------------------------------

_BEFORE = r"\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.{0,4000}?-->)\s*){0,4}"
"""What a crawler or a browser writes in front of a page it saves; a comment ends at its first end."""
_PAGE = regex(_BEFORE + r"<(?:!doctype\s+html|html|head)\b", re.I | re.S)
_PART_OF_PAGE = regex(
    _BEFORE + r"<(?:body|div|section|article|main|p|span|h[1-6]|table|meta|ul)\b[^<>]*>", re.I | re.S
)
_ENDED = regex(r"</(?:div|p|section|article|main|span|td|li)\s*>|<br\s*/?>", re.I)
_TAGGED = regex(
    r"^[^\S\n]*<(?:p|div|span|section|li|h[1-6])\b[^<>\n]*>.*</(?:p|div|span|section|li|h[1-6])\s*>[^\S\n]*$",
    re.I | re.M,
)
_FEWEST_ENDED, _SHARE_OF_TAGGED = 3, 0.4
_COMMENT = regex(r"<!--[^<>]{0,400}-->")
_PARAGRAPH = regex(r"<p\b[^<>]*>[^<>]*(?:<[^<>]*>[^<>]*){0,40}?</p\s*>", re.I)
_SHARE_OF_PARAGRAPHS = 0.8
"""Of what a feed carried, below the title that somebody wrote above it."""


def is_whole_page(text: str) -> bool:
    """Whether *text* begins as a page does, not as a part of one."""
    return _PAGE.match(text) is not None


def _is_page(text: str) -> bool:
    """A whole page, or a part that somebody cut out of one: it begins with a tag, and more end."""
    if text.lstrip()[:1] != "<":
        if "</" not in text:
            return False
        # Its title alone may stand outside of the tags.
        paragraphs = _PARAGRAPH.findall(text)
        if len(paragraphs) >= _FEWEST_ENDED:
            told = len(text) - sum(map(len, _COMMENT.findall(text)))
            if sum(map(len, paragraphs)) > _SHARE_OF_PARAGRAPHS * told:
                return True
        return len(_TAGGED.findall(text)) >= max(_FEWEST_ENDED, _SHARE_OF_TAGGED * (1 + text.count("\n")))
    if is_whole_page(text):
        return True
    return _PART_OF_PAGE.match(text) is not None and len(_ENDED.findall(text)) >= _FEWEST_ENDED


# --- JSON and subtitles --------------------------------------------------------


def _is_json(text: str) -> bool:
    """What a scraper wrote down."""
    edges = text.lstrip("\ufeff \t\r\n")[:1] + text.rstrip()[-1:]
    return edges in ("{}", "[]") and parsed(text) is not None


_CUE = regex(
    r"\s*(?:WEBVTT[^\n]*\n(?:[^\n]+\n)*\s*)?(?:\d{1,5}(?:[ \t]*\r?\n|[ \t]+))?"
    r"(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d"
)
"""How subtitles begin."""
_COMMA_CUE = re.compile(r"\s*(?:\d{1,3}:)?\d{1,2}:\d\d\.\d{1,3},(?:\d{1,3}:)?\d{1,2}:\d\d\.\d{1,3}\s")
"""And those of YouTube."""


# --- Markdown ------------------------------------------------------------------

_LONGEST_MATTER = 8_000
"""Characters at the top in which fields are looked for."""
_LINK = regex(r"\[[^\[\]\n]{0,300}\]\((?:https?://|/|\.)[^\s()]{2,1000}\)|!\[[^\[\]\n]{0,300}\]\([^\s()]*\)")
_FEWEST_LINKS = 2


def _is_markdown(text: str) -> bool:
    """Notes and clippings exported under the name of a text: fields above it, or links with their targets."""
    if text.lstrip("\ufeff \r\n").startswith(("---", "+++")):
        fields, claims = matter.above(lines_of(text[:_LONGEST_MATTER]))
        if fields and claims != Metadata():
            return True
    if matter.is_readers(text):
        return True
    if "](" not in text:
        return False
    return len(_LINK.findall(text)) >= _FEWEST_LINKS


# --- reStructuredText ----------------------------------------------------------

_EXPLICIT = regex(r"^\.\. (?:_[^:\n]{1,80}:[ \t]+\S|[\w-]{3,24}::)", re.M)
_UNDERLINED = regex(r"^\S[^\n]*\n([=\-~^#*+])\1{3,}[ \t]*$", re.M)
_FEWEST_EXPLICIT = 2


def _is_restructured(text: str) -> bool:
    """Targets of links or directives on lines of their own, and a heading with a line below it."""
    if ".. " not in text:
        return False
    return len(_EXPLICIT.findall(text)) >= _FEWEST_EXPLICIT and _UNDERLINED.search(text) is not None
