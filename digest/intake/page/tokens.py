"""Tags, comments and text of a page, in one pass that no page can make slow. Pure.

Every search that fails once is never made again, so a page of a million ``<``
or of unclosed comments and quotes is read in linear time; a library's parser
is not used because positions in the source are what everything here is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Token(NamedTuple):
    """``kind`` is ``start``, ``end``, ``text``, ``raw`` (the inside of a script or style) or ``skip``."""

    kind: str
    start: int
    end: int
    name: str = ""
    """Of the element, lower case; for ``raw`` the element it is inside of."""


_NAME = re.compile(r"</?([a-zA-Z][^\s/>\x00<]{0,60})")
_OPENS = re.compile("<(?=[a-zA-Z/!?])")
_MARK = re.compile("[>\"']")
_EQUALS = re.compile(r"=\s{0,20}$")
RAW = frozenset("script style textarea title xmp iframe noembed".split())
"""Elements whose inside is not markup."""

_ATTRIBUTE = re.compile(r"""([^\s"'>/=<]{1,100})\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")


class _Source:
    """The page with the memory of what is not to be found in it any more."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._gone: set[str] = set()

    def find(self, what: str, at: int) -> int:
        if what in self._gone:
            return -1
        found = self.text.find(what, at)
        if found < 0:
            self._gone.add(what)
        return found

    def closing(self, name: str, at: int) -> re.Match[str] | None:
        key = f"</{name}"
        if key in self._gone:
            return None
        found = re.compile(rf"</{name}(?=[\s/>])", re.I).search(self.text, at)
        if found is None:
            self._gone.add(key)
        return found

    def tag_end(self, at: int) -> int:
        """Behind the ``>`` of the tag that starts before *at*; quoted values may hold one. -1 for none."""
        while True:
            if ">" in self._gone:
                return -1
            mark = _MARK.search(self.text, at)
            if mark is None:
                self._gone.add(">")
                return -1
            if mark.group() == ">":
                return mark.end()
            at = self._past_quote(mark)

    def _past_quote(self, mark: re.Match[str]) -> int:
        """Behind the closing quote, when the quote opens a value and closes soon enough to be believed."""
        start = mark.start()
        if not _EQUALS.search(self.text, max(0, start - 21), start):
            return mark.end()
        closed = self.find(mark.group(), mark.end())
        # A quote that closes only behind many tags was never meant to open.
        return closed + 1 if closed >= 0 and self._is_value(mark.end(), closed) else mark.end()

    def _is_value(self, start: int, end: int) -> bool:
        if self.text.find("<", start, end) < 0:
            return True
        return end - start < _LONGEST_VALUE and self.text.count("<", start, end) <= 20


_LONGEST_VALUE = 20_000  # characters, of a value with tags in it; a data URI may have millions


def tokens(text: str) -> Iterator[Token]:
    """The tokens of *text*, ascending and without a gap."""
    source, at, size = _Source(text), 0, len(text)
    search = 0
    while at < size:
        opened = _OPENS.search(text, search)
        token = _tag(source, opened.start()) if opened else None
        if opened and token is None:  # a lone <: part of the text
            search = opened.end()
            continue
        if token is None:
            yield Token("text", at, size)
            return
        if token.start > at:
            yield Token("text", at, token.start)
        yield token
        at = search = token.end
        if token.kind == "start" and token.name in RAW:
            closing = source.closing(token.name, at)
            if closing is not None:
                if closing.start() > at:
                    yield Token("raw", at, closing.start(), token.name)
                at = search = closing.start()


def _tag(source: _Source, at: int) -> Token | None:
    text = source.text
    if text.startswith("<!--", at):
        closed = source.find("-->", at + 4)
        return Token("skip", at, closed + 3) if closed >= 0 else _declaration(source, at)
    if text[at + 1 : at + 2] in ("!", "?"):
        return _declaration(source, at)
    name = _NAME.match(text, at)
    if name is None:
        return None
    end = source.tag_end(name.end())
    if end < 0:
        return None
    return Token("end" if text[at + 1] == "/" else "start", at, end, name.group(1).lower())


def _declaration(source: _Source, at: int) -> Token | None:
    closed = source.find(">", at)
    return Token("skip", at, closed + 1) if closed >= 0 else None


_LONGEST_TAG = 100_000


def attributes(text: str, token: Token) -> dict[str, str]:
    """Attributes of a start tag, names in lower case, entities read; the first of a name counts."""
    from html import unescape

    found: dict[str, str] = {}
    inside = text[token.start + 1 + len(token.name) : token.end - 1]
    if len(inside) > _LONGEST_TAG:
        return found
    for name, double, single, bare in _ATTRIBUTE.findall(inside):
        found.setdefault(name.lower(), unescape(double or single or bare))
    return found
