"""The text blocks of a page: what a reader sees as one piece, with the edits that take its markup away. Pure.

A block ends where an element begins or ends that starts a new line on a
screen, at every ``<br>``, and in ``<pre>`` at every line end. The edits of a
block, made on the source between its first and last character, give its text:
tags and comments go, an entity becomes its character, a run of blanks and
markup becomes one blank.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape

from digest.intake.page.flags import flags_of
from digest.intake.page.tokens import Token, tokens
from digest.language.script import HAN
from digest.model import Edit

_BLOCK = frozenset(
    "address article aside blockquote body br button canvas caption center dd details dialog dir div "
    "dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup "
    "hr html iframe img legend li main map menu nav noscript object ol optgroup option p picture pre "
    "rp rt section select summary table tbody td textarea tfoot th thead title tr ul video audio svg "
    "template xmp".split()
)
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr frame basefont command "
    "keygen".split()
)
_UNSEEN = "\u00ad\u200b\u200e\u200f\ufeff"
"""Soft hyphens and other characters of no width, which cut words to pieces for everybody but the eye."""
_PIECE = re.compile(
    f"[^\\s&{_UNSEEN}]+|[\\s{_UNSEEN}]+"
    "|&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|&"
)
_HAN = re.compile(f"[{HAN}]")
_GONE = dict.fromkeys(map(ord, _UNSEEN))


def tight(text: str) -> str:
    """*text* without blanks and what is not seen, which every extractor treats in its own way."""
    return "".join(text.translate(_GONE).split())


@dataclass(frozen=True, slots=True)
class Block:
    """``text`` is ``source[start:end]`` with ``edits`` made; ``flags`` are what it stands inside of.

    Flags: ``heading``, ``h1``, ``navigation``, ``caption``, ``list``,
    ``quote``, ``code``, ``preformatted``, ``hidden``, ``byline``, ``paragraph``, ``cell``,
    ``aside``, and ``furniture`` (its class says comments, related, share, ...).
    ``linked`` counts the characters inside links; ``tags`` the tags since the
    block before, which is how far apart the two are in the page's structure.
    """

    text: str
    start: int
    end: int
    edits: tuple[Edit, ...]
    flags: frozenset[str]
    linked: int
    tags: int
    boxes: tuple[int, ...] = ()

    @property
    def tight(self) -> str:
        return tight(self.text)

    @property
    def weight(self) -> int:
        """Characters, of which a Chinese one counts as two: it says as much."""
        return len(self.text) + len(_HAN.findall(self.text))

    @property
    def link_share(self) -> float:
        return min(1.0, self.linked / len(self.text)) if self.text else 0.0


@dataclass(slots=True)
class _Draft:
    """A block while it is read. ``gap`` is the markup and blanks since the last character kept."""

    kept: list[str] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)
    start: int = -1
    end: int = -1
    blank: bool = False
    linked: int = 0
    linked_twice: int = 0
    """Of the characters in a link those that stand in a link inside a link."""

    def add(self, piece: str, start: int, end: int, links: int) -> None:
        """A piece of visible text that the source writes as ``[start, end)``, inside of so many links."""
        if self.start < 0:
            self.start = start
        elif start > self.end or self.blank:
            between = " " if self.blank else ""
            self.edits.append(Edit("markup", self.end, start, between))
            self.kept.append(between)
        self.kept.append(piece)
        self.end, self.blank = end, False
        self.linked += len(piece) if links else 0
        self.linked_twice += len(piece) if links > 1 else 0

    def respell(self, character: str, start: int, end: int, links: int) -> None:
        """An entity: added, with the edit that turns it into its character."""
        self.add(character, start, end, links)
        self.edits.append(Edit("markup", start, end, character))


@dataclass(slots=True)
class _Open:
    """What is open: a stack of elements, and how many of each flag are among them."""

    elements: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    flags: dict[str, int] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    boxes: list[int] = field(default_factory=list)
    counted: int = 0

    def push(self, name: str, flags: tuple[str, ...]) -> None:
        self.elements.append((name, flags))
        self.names[name] = self.names.get(name, 0) + 1
        if name in _BOX:
            self.counted += 1
            self.boxes.append(self.counted)
        for flag in flags:
            self.flags[flag] = self.flags.get(flag, 0) + 1

    def pop(self) -> str:
        name, flags = self.elements.pop()
        self.names[name] -= 1
        if name in _BOX:
            self.boxes.pop()
        for flag in flags:
            self.flags[flag] -= 1
        return name

    def close(self, name: str, within: frozenset[str] = frozenset()) -> None:
        """Close the nearest *name*, and what is open inside it; nothing when *within* comes first."""
        if not self.names.get(name):
            return
        for depth in range(1, min(len(self.elements), _DEEPEST) + 1):
            opened = self.elements[-depth][0]
            if opened == name:
                for _ in range(depth):
                    self.pop()
                return
            if opened in within:
                return

    def now(self) -> frozenset[str]:
        return frozenset(flag for flag, count in self.flags.items() if count)


_BOX = frozenset("div section article aside main table td ul ol dl blockquote form figure".split())
_DEEPEST_BOXES = 12  # innermost ones kept a block; a page that nests without end stays linear
_DEEPEST = 64  # elements searched for the one an end tag closes; deeper ones are left open
_CELLS = frozenset({"table", "tr"})
_KEEPS_PARAGRAPH = frozenset({"div", "td", "th", "li", "section", "article", "blockquote", "body"})
_CLOSES_PARAGRAPH = frozenset(
    "p address article aside blockquote center details div dl fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr main menu nav ol pre section table ul".split()
)
_CLOSED_BY = {
    "li": ("li", frozenset({"ul", "ol", "menu"})),
    "td": ("td", _CELLS),
    "th": ("th", _CELLS),
    "tr": ("tr", frozenset({"table"})),
    "option": ("option", frozenset({"select"})),
    "dd": ("dd", frozenset({"dl"})),
    "dt": ("dt", frozenset({"dl"})),
    "a": ("a", frozenset({"p", "div", "li", "td"})),
    "body": ("head", frozenset[str]()),
}


def blocks(source: str) -> tuple[Block, ...]:
    """The blocks of a page that have text, in the order of the source, not overlapping."""
    reader = _Reader(source)
    for token in tokens(source):
        reader.take(token)
    reader.flush()
    reader.end_link()
    return tuple(reader.found)


_LONGEST_LINK = 12  # blocks; the card of an article has fewer


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.found: list[Block] = []
        self.open = _Open()
        self.draft = _Draft()
        self.tags = 0
        self.linked_twice: list[int] = []
        """Of each block found."""
        self.link_from = -1
        """The first block of the outermost link that is open, -1 for none."""

    def take(self, token: Token) -> None:
        if token.kind == "text":
            self._text(token.start, token.end)
        elif token.kind == "raw":
            if token.name not in ("script", "style", "title"):
                self._text(token.start, token.end)
        elif token.kind in ("start", "end"):
            self._element(token)

    def _element(self, token: Token) -> None:
        name, block = token.name, token.name in _BLOCK
        if block:
            self.flush()
        self.tags += 1
        if token.kind == "end":
            self.open.close(name)
            self._see_link()
            return
        if name in _CLOSES_PARAGRAPH:
            self.open.close("p", _KEEPS_PARAGRAPH)
        if name in _CLOSED_BY:
            closed, within = _CLOSED_BY[name]
            self.open.close(closed, within)
        self._see_link()
        if name in _VOID or (name in ("script", "style") and self.source[token.end - 2] == "/"):
            return
        flags = flags_of(self.source, token, bool(self.open.flags.get("heading")))
        if "hidden" in flags:
            self.flush()
        self.open.push(name, flags)
        if self.link_from < 0 and "link" in flags:
            self.link_from = len(self.found)

    def _see_link(self) -> None:
        if self.link_from >= 0 and not self.open.flags.get("link"):
            self.end_link()

    def end_link(self) -> None:
        """The outermost link ends; one over too many blocks was never closed, and what it held is no link."""
        start, self.link_from = self.link_from, -1
        if 0 <= start < len(self.found) - _LONGEST_LINK:
            for at in range(start, len(self.found)):
                self.found[at] = replace(self.found[at], linked=self.linked_twice[at])

    def _text(self, start: int, end: int) -> None:
        draft, links = self.draft, self.open.flags.get("link", 0)
        for found in _PIECE.finditer(self.source, start, end):
            piece = found.group()
            if "\n" in piece and self.open.flags.get("preformatted"):
                self.flush()
                draft = self.draft
            elif piece[0].isspace() or piece[0] in _UNSEEN:
                draft.blank = draft.blank or any(map(str.isspace, piece))
            elif piece[0] == "&" and len(piece) > 1:
                self._entity(piece, found.start(), found.end(), links)
            else:
                draft.add(piece, found.start(), found.end(), links)

    def _entity(self, written: str, start: int, end: int, links: int) -> None:
        character = unescape(written)
        if not character.strip() or character in _UNSEEN:
            self.draft.blank = self.draft.blank or bool(character and not character.strip())
        elif character == written:
            self.draft.add(written, start, end, links)
        else:
            self.draft.respell(character, start, end, links)

    def flush(self) -> None:
        """End the block that is being read, if it has any text."""
        draft, self.draft = self.draft, _Draft()
        if draft.start < 0:
            return
        self.linked_twice.append(draft.linked_twice)
        self.found.append(
            Block(
                "".join(draft.kept),
                draft.start,
                draft.end,
                _merged(draft.edits, self.source),
                self.open.now(),
                draft.linked,
                self.tags,
                tuple(self.open.boxes[-_DEEPEST_BOXES:]),
            )
        )
        self.tags = 0


def _merged(edits: list[Edit], source: str) -> tuple[Edit, ...]:
    """Ascending; neighbours become one, and one that changes nothing goes."""
    merged: list[Edit] = []
    for edit in edits:
        if merged and merged[-1].end == edit.start:
            last = merged.pop()
            merged.append(Edit("markup", last.start, edit.end, last.text + edit.text))
        else:
            merged.append(edit)
    return tuple(edit for edit in merged if source[edit.start : edit.end] != edit.text)
