"""From the lines that are body to sentences with their places and edits. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digest.cleaning.edits.repairs import repair
from digest.cleaning.edits.seams import without_headings
from digest.cleaning.edits.trail import same_sign
from digest.cleaning.text.letters import CONVERTIBLE, HAN_SIGN, codes
from digest.cleaning.text.splice import Patched, Splice
from digest.language.script import HAN, convert
from digest.language.sentences import split
from digest.model import Edit, Script, Sentence

_HAN = re.compile(f"[{HAN}]")
_LETTER = re.compile(r"[^\W_]")


class Paragraph(NamedTuple):
    """A paragraph of the body as it was read."""

    patched: Patched
    traits: frozenset[str]
    """Of its sentences."""
    kinds: int
    """As of a `Row`."""
    simple: str | None
    """In Simplified, breaks as blanks; None where that is not known."""


def sentences(paragraphs: Iterable[Paragraph], script: Script, settled: bool = False) -> list[Sentence]:
    """Sentences of *paragraphs*, in order, in *script*; *settled*: they are in that script already."""
    paragraphs = list(paragraphs)
    chinese = [is_chinese(paragraph.patched.text) for paragraph in paragraphs]
    repaired = [
        repair(part, han, kinds) for (part, _, kinds, _), han in zip(paragraphs, chinese, strict=True)
    ]
    conversion = None if settled else Conversion.of(paragraphs, [part.text for part in repaired], script)
    found: list[Sentence] = []
    offset = 0
    for number, (part, (_, traits, _, _)) in enumerate(zip(repaired, paragraphs, strict=True)):
        pieces: Iterable[Patched] = part.cut(_spans(part.text, chinese[number]))
        if conversion is not None and conversion.places:
            pieces = conversion.all_of(part, pieces, offset)
            offset += len(part.text) + 1
        found += [
            Sentence(
                text, start, end, edits, number,
                traits if text[0].isalnum() and text[-1] not in _TELLING else _with_own(traits, text),
            )
            for text, start, end, edits in pieces
        ]  # fmt: skip
    return found


def is_chinese(text: str) -> bool:
    # A Chinese character takes two bytes more than a letter: counted so, it costs next to nothing.
    wide = (len(text.encode("utf-8", "surrogatepass")) - len(text)) // 2
    return wide * 10 > len(text) and _HAN.search(text) is not None


def _spans(text: str, chinese: bool) -> Iterable[tuple[int, int]]:
    spans = _parted(text) if any(map(text.__contains__, _MAY_PART)) else split(text)
    if any(map(text.__contains__, _DEBRIS)):
        spans = _undebrised(text, spans)
    return spans if chinese else without_headings(text, spans)


_MAY_PART = ("(", "（", "【", "[", "［", "▲", "▼", " 摄 ", " 攝 ", "往下", "分享工具")


def _parted(text: str) -> Iterator[tuple[int, int]]:
    spans: Iterable[tuple[int, int]] = split(text)
    if "▲" in text or "▼" in text:
        spans = _before_pictures(text, spans)
    for start, end in spans:
        aside = (_ASIDE if text[start] in _OPENS else _CREDIT).match(text, start, end)
        aside = aside or _SAID_BETWEEN.match(text, start, end)
        if aside:
            yield start, aside.end("aside")
        yield aside.end() if aside else start, end


_SAID_BETWEEN = re.compile(
    r"(?P<aside>(?:[請请]?[繼继][續续]往下(?:[閱阅][讀读]|看)|更多分享工具)[ ]?(?:\.{3}|…{1,2})?"
    r"|[\[［](?:音[樂乐]|掌[聲声]|笑[聲声]|(?i:music|applause|laughter|cheering))[\]］]"
    r"|［[^［］]{2,24}(?:[報报][導导道]|[電电])］)\s*"
)
"""In front of a sentence: what the page says to its reader, what a microphone hears, who reports."""


def _before_pictures(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """*spans*, parted where the sign stands that points at a picture: no sentence has one inside."""
    for start, end in spans:
        at = start
        for found in _PICTURE.finditer(text, start + 1, end):
            yield at, found.start()
            at = found.start()
        yield at, end


_PICTURE = re.compile(rf"[▲▼]+(?=\s?[{HAN}])")
"""Not 加權指數▲120點."""
_DEBRIS = "|｜#＃*"


def _undebrised(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Without what a page set behind a sentence's last mark: a bar between columns, the star of a note."""
    for start, end in spans:
        last = end
        while last - 1 > start and (text[last - 1] in _DEBRIS or text[last - 1].isspace()):
            last -= 1
        yield start, last if last < end and text[last - 1] in _STOPS else end


_STOPS = "。！？!?.”"


@dataclass(frozen=True, slots=True)
class Conversion:
    """Lines in another script: their signs there, and the places where they are not the same."""

    signs: str
    places: Sequence[int]
    kind: str

    @classmethod
    def of(cls, paragraphs: Sequence[Paragraph], texts: Sequence[str], script: Script) -> Conversion:
        """*texts*: those of *paragraphs*, repaired."""
        text = "\n".join(texts)
        flat, converted = _converted(paragraphs, texts, script)
        kind = "s2t" if script == "traditional" else "t2s"
        if converted == flat:
            return cls(text, (), kind)
        numbers, others = codes(text).copy(), codes(converted)
        places = (codes(flat) != others).nonzero()[0]
        # A conversion that a reader could not check sign by sign is not made.
        pairs = set((numbers[places].astype("uint64") << 32 | others[places]).tolist()) - _CHECKED
        if all(same_sign(chr(pair >> 32), chr(pair & _LOWER)) for pair in pairs):
            _CHECKED.update(pairs)
        else:
            places = places[[same_sign(flat[at], converted[at]) for at in places.tolist()]]
        numbers[places] = others[places]
        return cls(numbers.tobytes().decode("utf-32-le", "surrogatepass"), places.tolist(), kind)

    def all_of(self, part: Patched, pieces: Iterable[Patched], start: int) -> Iterator[Patched]:
        """*pieces* of *part*, which stands at *start* of the text, in the other script."""
        if bisect_left(self.places, start) == bisect_left(self.places, start + len(part.text)):
            yield from pieces
            return
        at = 0
        for piece in pieces:
            at = part.text.index(piece.text, at)
            yield self.made(piece, start + at)
            at += len(piece.text)

    def made(self, piece: Patched, start: int) -> Patched:
        """*piece*, which stands at *start* of the text, in the other script.

        One splice for each stretch of converted characters; an edit in between parts two stretches.
        """
        first = bisect_left(self.places, start)
        end = bisect_left(self.places, start + len(piece.text), first)
        if first == end:
            return piece
        places = [at - start for at in self.places[first:end]]
        signs = self.signs[start : start + len(piece.text)]
        edits = _woven(piece, places, signs, self.kind)
        if edits is not None:
            return Patched(signs, piece.start, piece.end, tuple(edits))
        splices = [
            Splice(first, last + 1, signs[first : last + 1], self.kind)
            for first, last in _stretches(places, _walls(piece.edits, piece.start))
        ]
        return piece.patch(splices, signs)


def _converted(paragraphs: Sequence[Paragraph], texts: Sequence[str], script: Script) -> tuple[str, str]:
    """*texts* in one line, and the same in *script*: one pass of the converter over what it may change.

    What nothing was repaired in is known in Simplified from its row.
    """
    flat = [text.replace("\n", " ") for text in texts]
    may = HAN_SIGN if script == "traditional" else CONVERTIBLE
    made, changed = list(flat), []
    for at, (part, _, kinds, simple) in enumerate(paragraphs):
        if kinds & may:
            if simple is not None and script == "simplified" and part.text == texts[at]:
                made[at] = simple
            else:
                changed.append(at)
    if changed:
        converted = convert("\n".join([flat[at] for at in changed]), script).split("\n")
        for at, text in zip(changed, converted, strict=True):
            made[at] = text
    return " ".join(flat), " ".join(made)


_LOWER = (1 << 32) - 1
_CHECKED: set[int] = set()
"""Of pairs of characters, the number of one above that of the other, those known to be the same sign; of
some thousand that there are."""


def _woven(piece: Patched, places: Sequence[int], signs: str, kind: str) -> list[Edit] | None:
    """The edits of *piece* among those that put *signs* at *places*; None where a place is of an edit."""
    edits: list[Edit] = []
    old, passed, shift = piece.edits, 0, piece.start
    wall = old[0].start - shift if old else len(signs)
    first, last = places[0], -1
    for at in places:
        if at >= wall or (at - last > _NEAR and last >= 0):
            if last >= 0:
                edits.append(Edit(kind, first + shift, last + 1 + shift, signs[first : last + 1]))
            first = at
            while at >= wall:
                edit = old[passed]
                edits.append(edit)
                size = len(edit.text)
                if at < wall + size:
                    return None
                passed += 1
                shift += edit.end - edit.start - size
                wall = old[passed].start - shift if passed < len(old) else len(signs)
        last = at
    edits.append(Edit(kind, first + shift, last + 1 + shift, signs[first : last + 1]))
    edits += old[passed:]
    return edits


def _stretches(places: Sequence[int], walls: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of *places* that lie near each other with no wall in between."""
    if not places:
        return
    first = last = places[0]
    passed, count = 0, len(walls)
    for at in places[1:]:
        while passed < count and walls[passed] <= last:
            passed += 1
        if at - last > _NEAR or (passed < count and walls[passed] <= at):
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


def _with_own(traits: frozenset[str], text: str) -> frozenset[str]:
    """*traits* of the paragraph with those of the sentence."""
    last = text[-1]
    if last in "：:":
        traits |= {"lead-in"}
    elif last in _TELLING and text[0] in '“「『"':
        traits |= {"quote"}
    aside = text[0] in _OPENS and (_BRACKETED.fullmatch(text) or _NOTE.match(text))
    return traits | {"fragment"} if aside or text[0] in _POINTS or not _LETTER.search(text) else traits


_TELLING = frozenset('：:”」』"')
"""Last signs of a sentence that tell what it is; of most others their first sign tells enough."""
_OPENS = frozenset("(（【")
_POINTS = frozenset("→»›▶➤☞")
"""With which a link begins: where its words end and a sentence begins cannot be told."""
_ASIDE = re.compile(
    r"(?P<aside>【[^】]{1,60}】(?!\s*[是的和与也都就已被有号们者])"
    rf"|[(（](?![一二三四五六七八九十百]+[)）])(?=[^()（）]*[{HAN}]{{2}})[^()（）。！？!?]{{3,100}}[)）]"
    r"(?:\d{6,8}(?!\d))?)"
    r"(?!\d{6,8}$)\s*(?=[^\s。.])"
)
"""Chinese sets a bracket behind the full stop when it speaks of the whole sentence: who took the picture,
who edited it and on which day, where more is told. 【】 holds a label of what follows. Neither is a part of
the sentence that follows."""
_CREDIT = re.compile(rf"(?P<aside>[{HAN}]{{2,4}} [摄攝]) +(?=[{HAN}])")
"""Who took a picture that stood in the middle of a paragraph."""
_NOTE = re.compile(r"[(（【]\s*(?:编者|作者|译者|編者|譯者)?[注註按]\s*[:：]")
_BRACKETED = re.compile(
    rf"(?:(?:【[^】]{{1,60}}】|[(（](?:(?=[^()（）]{{0,100}}[{HAN}])[^()（）。！？!?]{{1,100}}|\w{{1,20}})[)）]\d{{0,8}})"
    r"[.。]?\s*){1,4}"
)
"""All of a sentence: no author's own has its last mark outside of the brackets, and none within."""
