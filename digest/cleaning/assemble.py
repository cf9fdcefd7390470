"""From the lines that are body to sentences with their places and edits. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from digest.cleaning.edits import same_sign
from digest.cleaning.repairs import repair
from digest.cleaning.splice import Patched, Splice
from digest.language.script import HAN, convert
from digest.language.sentences import split
from digest.model import Edit, Script, Sentence

_HAN = re.compile(f"[{HAN}]")
_LETTER = re.compile(r"[^\W_]")


def sentences(paragraphs: Iterable[tuple[Patched, frozenset[str]]], script: Script) -> list[Sentence]:
    """Sentences of *paragraphs* (text and traits), in order, in *script*."""
    repaired = [(repair(part, is_chinese(part.text)), traits) for part, traits in paragraphs]
    converted = convert("\n".join(part.text.replace("\n", " ") for part, _ in repaired), script).split("\n")
    found: list[Sentence] = []
    if not repaired:
        return found
    for number, ((part, traits), target) in enumerate(zip(repaired, converted, strict=True)):
        found.extend(_of_paragraph(part, target, number, traits, script))
    return found


def is_chinese(text: str) -> bool:
    # A Chinese character takes two bytes more than a letter: counted so, it costs next to nothing.
    wide = (len(text.encode("utf-8", "surrogatepass")) - len(text)) // 2
    return wide * 10 > len(text) and _HAN.search(text) is not None


def _of_paragraph(
    part: Patched, target: str, number: int, traits: frozenset[str], script: Script
) -> Iterator[Sentence]:
    kind = "s2t" if script == "traditional" else "t2s"
    at = 0
    for piece in part.cut(_spans(part.text)):
        at = part.text.index(piece.text, at)
        printed = target[at : at + len(piece.text)]
        at += len(piece.text)
        if printed != piece.text:
            yield _sentence(piece.patch(_conversions(piece, printed, kind)), number, traits)
        else:
            yield _sentence(piece, number, traits)


def _sentence(piece: Patched, number: int, traits: frozenset[str]) -> Sentence:
    text = piece.text
    return Sentence(text, piece.start, piece.end, piece.edits, number, traits.union(_traits(text)))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for start, end in split(text):
        aside = _ASIDE.match(text, start, end) if text[start] in "(（" else None
        if aside:
            yield aside.span()
        yield aside.end() if aside else start, end


def _conversions(piece: Patched, printed: str, kind: str) -> list[Splice]:
    """One splice for each stretch of converted characters; an edit in between parts two stretches."""
    pairs = list(zip(piece.text, printed, strict=True))
    # A conversion that a reader could not check sign by sign is not made.
    signs = [new if old != new and same_sign(old, new) else old for old, new in pairs]
    changed = [at for at, (old, _) in enumerate(pairs) if signs[at] != old]
    walls = _walls(piece.edits, piece.start)
    splices: list[Splice] = []
    for first, last in _stretches(changed, walls):
        splices.append(Splice(first, last + 1, "".join(signs[first : last + 1]), kind))
    return splices


def _stretches(places: Sequence[int], walls: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of *places* that lie near each other with no wall in between."""
    if not places:
        return
    first = last = places[0]
    for at in places[1:]:
        if at - last > _NEAR or bisect_left(walls, last + 1) != bisect_right(walls, at):
            yield first, last
            first = at
        last = at
    yield first, last


_NEAR = 12
"""Converted characters so close to each other share one edit."""


def _walls(edits: Sequence[Edit], start: int) -> list[int]:
    """Where edits stand in the patched text, from both of their ends."""
    walls: list[int] = []
    shift = -start
    for edit in edits:
        walls += (edit.start + shift, edit.start + shift + len(edit.text))
        shift += len(edit.text) - (edit.end - edit.start)
    return walls


def _traits(text: str) -> Iterator[str]:
    if text[-1:] in "：:":
        yield "lead-in"
    if text[:1] in '“「『"' and text[-1:] in '”」』"':
        yield "quote"
    if not _LETTER.search(text):
        yield "fragment"


_ASIDE = re.compile(
    r"[(（](?:详见|詳見|参见|參見|见|見|参阅|參閱|另见|相关阅读|点击|延伸阅读).{2,80}?[)）](?=.)"
)
"""A pointer in brackets that opens a sentence is a sentence of its own."""
