"""Which blocks are the article: three opinions, each made in another way. Offline.

readability-lxml scores elements by their paragraphs and class names,
trafilatura follows rules learned from thousands of publishers, and our own is
the densest stretch of the page. They fail on different pages, which is what
makes a vote worth more than the best of them (Bevendorff et al. 2023, "An
Empirical Comparison of Web Content Extraction Algorithms").
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from digest.intake.page.blocks import Block, blocks, tight
from digest.language.script import HAN

_LARGEST = 3_000_000  # characters; past it the libraries take minutes, and no article is that long
_DEEPEST_BLOCKS = 30_000


Opinion = tuple[bool, ...]
"""A verdict a block."""


@dataclass(frozen=True)
class Opinions:
    """What each voter holds to be the article; a voter that found next to nothing has no vote."""

    density: Opinion
    libraries: tuple[Opinion, ...] = ()
    said: Opinion = ()
    """What the page's own head gives as the article's text; () for nothing."""

    @cached_property
    def vote(self) -> Opinion:
        """What most hold, or what the page's head gives."""
        if any(self.said):
            return self.said
        if any(self.density) + len(self.libraries) > 2:
            return tuple(count >= 2 for count in self.votes)
        # Two voters cannot outvote each other: a library, when one is left, knows more than density.
        return self.libraries[-1] if self.libraries else self.density

    @cached_property
    def wanted(self) -> tuple[int, ...]:
        """By how many libraries."""
        return tuple(map(sum, zip(*self.libraries, strict=True))) or (0,) * len(self.density)

    @cached_property
    def votes(self) -> tuple[int, ...]:
        return tuple(map(int.__add__, self.wanted, self.density))


def opinions(source: str, found: Sequence[Block], said: str = "") -> Opinions:
    """The opinions of all voters; *said* is the article's text as the page's head gives it."""
    libraries: list[Opinion] = []
    if len(source) <= _LARGEST and len(found) <= _DEEPEST_BLOCKS:
        libraries = [_matched(found, lines) for lines in (_readability(source), _trafilatura(source))]
    heard = tuple(opinion for opinion in libraries if _says_something(found, opinion))
    return Opinions(density(found), heard, _declared(found, said))


LONGEST_BYLINE = 120  # characters
_ENDS = re.compile(r"[。！？]|[a-z]{2}[.!?](?:\s|$)")


def is_prose(block: Block) -> bool:
    """Longer than a byline, or with a sentence in it."""
    return len(block.text) > LONGEST_BYLINE or _ENDS.search(block.text) is not None


_LITTLE = 80  # weight; songs and lists have no sentences, but more lines


def _says_something(found: Sequence[Block], opinion: Opinion) -> bool:
    """Whether it can be an article: some pages give a library no more than an address."""
    chosen = [block for block, is_chosen in zip(found, opinion, strict=True) if is_chosen]
    return any(map(is_prose, chosen)) or sum(block.weight for block in chosen) >= _LITTLE


_SHORTEST_SAID = 100  # characters; a page that gives less gives a summary
_FOUND_AGAIN = 0.7  # of it must stand on the page


def _declared(found: Sequence[Block], said: str) -> Opinion:
    lines = [block.text for block in blocks(said)] if "<" in said else said.splitlines()
    told = set(map(tight, lines))
    size = sum(map(len, told))
    if size < _SHORTEST_SAID:
        return ()
    opinion = _matched(found, told)
    again = sum(len(block.tight) for block, chosen in zip(found, opinion, strict=True) if chosen)
    return opinion if again >= _FOUND_AGAIN * size else ()


# --- libraries ---------------------------------------------------------------


def _quiet(name: str) -> None:
    """Its complaints about a page are no news to a reader, and without a handler Python prints them."""
    logger = logging.getLogger(name)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _readability(source: str) -> set[str]:
    from readability import Document

    _quiet("readability")
    try:
        summary: str = Document(_without_declaration(source)).summary(html_partial=True)
    except Exception:  # a page that it cannot read is a vote not given; it raises whatever lxml does
        return set()
    return {block.tight for block in blocks(summary)}


def _trafilatura(source: str) -> set[str]:
    from trafilatura import bare_extraction

    _quiet("trafilatura")
    _quiet("htmldate")
    try:
        document = bare_extraction(_without_declaration(source), include_comments=False, with_metadata=False)
    except Exception:  # as above
        return set()
    body = getattr(document, "body", None)
    return {tight(line) for line in _lines(body)} if body is not None else set()


def _without_declaration(source: str) -> str:
    """lxml refuses a string that names its encoding in an XML declaration."""
    return re.sub(r"^\s*<\?xml[^>]{0,300}\?>", "", source)


_BREAKS = frozenset("p head item lb quote cell row list table body div code graphic".split())


def _lines(element: Any) -> Iterator[str]:
    """The text of trafilatura's tree, a line for each element that starts one."""
    line: list[str] = []
    for event, part in _events(element):
        if event == "break":
            if line:
                yield "".join(line)
            line = []
        else:
            line.append(part)
    if line:
        yield "".join(line)


def _events(element: Any) -> Iterator[tuple[str, str]]:
    from lxml import etree

    for event, node in etree.iterwalk(element, events=("start", "end")):
        broken = node.tag in _BREAKS
        if broken:
            yield "break", ""
        if event == "start" and node.text:
            yield "text", node.text
        if event == "end" and node.tail:
            yield "text", node.tail


def _matched(found: Sequence[Block], lines: set[str]) -> Opinion:
    """Blocks whose text is a line of the extractor's, or nearly: it may cut or join at links and breaks."""
    shingles = {part for line in lines for part in _shingles(line)}
    return tuple(
        "hidden" not in block.flags and (block.tight in lines or _mostly_in(block.tight, shingles))
        for block in found
    )


_SHINGLE = 8  # characters


def _shingles(line: str) -> Iterable[str]:
    return (line[at : at + _SHINGLE] for at in range(len(line) - _SHINGLE + 1))


def _mostly_in(tight: str, shingles: set[str]) -> bool:
    if len(tight) < 3 * _SHINGLE:
        return False
    own = list(_shingles(tight))
    return sum(part in shingles for part in own) > 0.8 * len(own)


# --- our own -----------------------------------------------------------------

_UNITS = re.compile(rf"[{HAN}\u3040-\u30ff\uac00-\ud7af]|[^\W{HAN}\u3040-\u30ff\uac00-\ud7af]+")
_SENTENCE = re.compile(r"[。！？；，,;]|[.!?](?:\s|[\"”’)]|$)")
_COST = 8.0
_COST_OF_TAG = 0.5
_MOST_TAGS = 20


def density(found: Sequence[Block]) -> Opinion:
    """The stretch of blocks with the most text that is in sentences and not in links.

    A maximum subsequence over what each block is worth (Pasternack & Roth 2009,
    "Extracting Article Text from the Web with Maximum Subsequence
    Segmentation"): its words, less what links, headings and markup cost.
    """
    worth = [_worth(block) for block in found]
    start, end = _best_stretch(worth)
    return tuple(
        start <= at < end and block.link_share < 0.5 and not block.flags & {"hidden", "navigation"}
        for at, block in enumerate(found)
    )


def _worth(block: Block) -> float:
    cost = _COST + _COST_OF_TAG * min(block.tags, _MOST_TAGS)
    if block.flags & {"hidden", "navigation", "aside"}:
        return -2 * cost
    units = len(_UNITS.findall(block.text))
    in_sentences = 1.0 if _SENTENCE.search(block.text) else 0.3
    told_apart = 0.5 if "furniture" in block.flags else 1.0
    return units * in_sentences * told_apart * (1 - 3 * block.link_share) - cost


def _best_stretch(worth: Sequence[float]) -> tuple[int, int]:
    """``[start, end)`` of the contiguous stretch of greatest sum, ``(0, 0)`` when all are negative."""
    best, best_sum, start, total = (0, 0), 0.0, 0, 0.0
    for at, value in enumerate(worth):
        if total <= 0:
            start, total = at, 0.0
        total += value
        if total > best_sum:
            best, best_sum = (start, at + 1), total
    return best
