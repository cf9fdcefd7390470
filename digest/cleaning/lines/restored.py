"""Repairs without which a line cannot be judged: lost bytes, leftover marks, letters spread or wide. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from digest.cleaning.edits.garble import misread
from digest.cleaning.edits.ghosts import BRACKET, MAY_BE_READ, SPACED, ghosts
from digest.cleaning.text.letters import HAN_SIGN, WIDE, WIDE_LETTER, Characters
from digest.cleaning.text.splice import Patched, Splice
from digest.language.lazy import regex
from digest.language.script import HAN

_WIDE = regex(f"{WIDE_LETTER}+")


def restored(parts: list[Patched]) -> tuple[list[Patched], Characters]:
    """*parts* repaired, and all of them joined by line breaks."""
    whole = joined(parts)
    fixes = misread([part.text for part in parts], whole)
    if fixes:
        parts = [part.patch(fix) for part, fix in zip(parts, fixes, strict=True)]
        whole = joined(parts)
    if "<" in whole.text and ">" in whole.text:
        parts = [part.patch(_tags(part.text)) if "<" in part.text else part for part in parts]
        whole = joined(parts)
    if "&" in whole.text:
        parts = [part.patch(_entities(part.text)) if "&" in part.text else part for part in parts]
        whole = joined(parts)
    if "\\" in whole.text:
        parts = [part.patch(_escaped(part.text)) if "\\" in part.text else part for part in parts]
        whole = joined(parts)
    if "**" in whole.text or "__" in whole.text:
        parts = [part.patch(_stressed(part.text)) for part in parts]
        whole = joined(parts)
    if " " in whole.text and any(_may_spread(part.text) for part in parts):
        parts = [part.patch(_spread(part.text)) if _may_spread(part.text) else part for part in parts]
        whole = joined(parts)
    if whole.has(HAN_SIGN) and _may_be_read(whole.text):
        parts = _apply(parts, ghosts(whole.text))
        whole = joined(parts)
    if whole.has(WIDE):
        wide = [Splice(m.start(), m.end(), _narrow(m[0]), "width") for m in _WIDE.finditer(whole.text)]
        parts = _apply(parts, wide)
        whole = joined(parts)
    return parts, whole


def _may_be_read(text: str) -> bool:
    """Whether something looks like a ghost reading: in brackets, or behind a blank."""
    return MAY_BE_READ.search(text) is not None and (
        BRACKET.search(text) is not None or SPACED.search(text) is not None
    )


def joined(parts: Sequence[Patched]) -> Characters:
    return Characters.of_lines([part.text for part in parts])


_BLOCKS = r"(?:p|div|section|article|h[1-6]|ul|ol|li|table|tr|td|blockquote|figure|figcaption|br|hr)\b"
_INLINE = r"(?:span|strong|em|b|i|u|a|font|img|sup|sub|small)\b"
_SET = r"(?:style|class|id|dir|align|lang|data-[\w-]{1,40})\s?=\s?(?:\"[^\"<>]*\"|'[^'<>]*')"
_TAG = regex(rf"</?(?:(?P<block>{_BLOCKS})|{_INLINE})(?:\s[^<>]*)?/?>", re.I)
_SET_UP = regex(rf"^\s*(?:</?{_BLOCKS}[^<>]*>\s*){{0,3}}<{_BLOCKS}\s+{_SET}[^<>]*>", re.I)
"""A line begins with how its paragraph is to look."""
_BARE = regex(rf"^\s*<p>[^<>]*[{HAN}]{{2}}")
"""..or, Chinese, with the bare tag of one: who speaks of tags begins otherwise."""
_LEAST_TOLD, _TOLD_ENDS = 24, "。！？!?.…”’」』"
"""Characters between its tags that are a paragraph and no line of a listing; with a full stop among them."""


def _tags(text: str) -> list[Splice]:
    """The tags of a line, in a text that is no page, that begins with how the paragraph is to look.

    Not of one that only speaks of tags, or lists what a program reads: there they are the text.
    """
    if _SET_UP.match(text) is None and _BARE.match(text) is None:
        return []
    found = list(_TAG.finditer(text))
    told = _TAG.sub("", text).strip()
    if len(told) < _LEAST_TOLD or not any(map(told.__contains__, _TOLD_ENDS)):
        return []
    return [Splice(*tag.span(), " " if tag["block"] else "", "markup") for tag in found]


_ENTITY = regex(
    r"(?:&(?:amp;){0,2}(?:nbsp|ensp|emsp|thinsp|amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|#\d{2,5});)+"
)
"""What a page writes for a sign, left in a text that is none."""


def _entities(text: str) -> list[Splice]:
    found = [(m.start(), m.end(), unescape(unescape(unescape(m[0])))) for m in _ENTITY.finditer(text)]
    return [Splice(start, end, sign if sign.strip() else " ", "markup") for start, end, sign in found]


_STRESSED = regex(
    r"(?<![A-Za-z0-9*_])(?P<open>\*\*|__)(?=[^\s*_])[^*_]{1,200}?(?<=[^\s*_])(?P<close>(?P=open))(?![A-Za-z0-9*_])"
)


def _stressed(text: str) -> list[Splice]:
    """Markdown's marks around words that are printed bold, in a text that is none."""
    if "**" not in text and "__" not in text:
        return []
    ends = [found.span(end) for found in _STRESSED.finditer(text) for end in ("open", "close")]
    return [Splice(start, end, "", "markup") for start, end in ends]


_ESCAPED = regex(
    r"\\(?=\[[^\[\]\\\n]{1,40}\\\])|(?<=[^\[\]\\\n])\\(?=\])"
    r"|(?<=\w)\\(?=_\w)|\\(?=[*#](?:\s|\w))"
)
"""Markdown's sign that what follows is meant as it stands: \\[laughs\\], snake\\_case, \\#1."""


def _escaped(text: str) -> list[Splice]:
    return [Splice(*found.span(), "", "markup") for found in _ESCAPED.finditer(text)]


_BETWEEN = regex(rf"(?<=[{HAN}，。、；：？！“”《》（）]) (?=[{HAN}，。、；：？！“”《》（）])")


def _may_spread(text: str) -> bool:
    if len(text) < _SHORTEST_SPREAD or text.count(" ") * _FEWEST_SPREAD < len(text):
        return False
    pieces = text.split(" ")
    return sum(len(piece) == 1 for piece in pieces) * 2 >= len(pieces)


_SHORTEST_SPREAD, _FEWEST_SPREAD = 12, 4
"""Characters of a line that can be told, and to how many of them one blank belongs at least."""


def _spread(text: str) -> list[Splice]:
    return [Splice(found.start(), found.end(), "", "spacing") for found in _BETWEEN.finditer(text)]


def _narrow(text: str) -> str:
    return "".join(chr(ord(letter) - 0xFEE0) for letter in text)


def _apply(parts: list[Patched], splices: Sequence[Splice]) -> list[Patched]:
    """*splices* on the parts joined by line breaks, each given to its part."""
    if not splices:
        return parts
    result, at, offset = [], 0, 0
    for part in parts:
        end = offset + len(part.text)
        first = at
        while at < len(splices) and splices[at].start < end:
            at += 1
        if at > first:
            own = [Splice(s.start - offset, s.end - offset, s.text, s.kind) for s in splices[first:at]]
            part = part.patch(own)  # noqa: PLW2901 - the same part, repaired
        result.append(part)
        offset = end + 1
    return result
