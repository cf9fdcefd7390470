"""Text that remembers where it came from: a source range and the edits that turn it into what is read.

Every repair is a splice on the text as it stands; `Patched.patch` translates it
into source coordinates, so that repairs compose and a sentence cut from the
result can be replayed on the source. Pure; linear in the text and its edits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from digest.model import Edit


class Splice(NamedTuple):
    """Replace ``[start, end)``, never empty, of a text by ``text``."""

    start: int
    end: int
    text: str
    kind: str


class _Piece(NamedTuple):
    """A stretch of a patched text: copied from the source, or put there by ``edit``."""

    start: int
    end: int
    source_start: int
    source_end: int
    edit: Edit | None


class Patched(NamedTuple):
    """``text`` is the source range ``[start, end)`` after ``edits`` (ascending, not overlapping)."""

    text: str
    start: int
    end: int
    edits: tuple[Edit, ...] = ()

    def patch(self, splices: Sequence[Splice], known: str | None = None) -> Patched:
        """The text after *splices*, which ascend and do not overlap.

        A splice over a stretch that an earlier edit produced becomes one edit
        of the kind ``earlier+later``; a splice over a deletion is split around it,
        unless its kind is checked as a whole. *known* is the text after them, where somebody has it.
        """
        if not splices:
            return self
        text = _spliced(self.text, splices) if known is None else known
        if not self.edits:
            at = self.start
            edits = tuple([Edit(kind, at + start, at + end, new) for start, end, new, kind in splices])
            return Patched(text, self.start, self.end, edits)
        edits = _merged_in(self, splices) or _composed(list(self._pieces()), splices, self.text)
        return Patched(text, self.start, self.end, edits)

    def cut(self, spans: Iterable[tuple[int, int]]) -> list[Patched]:
        """One part for each span (ascending, apart), with the edits inside it.

        A boundary that falls inside the output of an edit cannot be told in the
        source: the two spans then come back as one.
        """
        text, edits, shift = self.text, self.edits, self.start
        if not edits:
            return [Patched(text[a:b], shift + a, shift + b) for a, b in spans]
        spans = list(spans)
        if spans == [(0, len(text))] and edits[0].start > self.start and edits[-1].end < self.end:
            return [self]
        parts, first, count = [], 0, len(edits)
        for a, b in _apart(spans, self):
            # *shift* takes a place in the text to its source, behind the edits passed. Deletions
            # at either edge belong to no sentence: the range is then the smallest.
            while first < count:
                edit = edits[first]
                passed = shift + edit.end - edit.start - len(edit.text)
                if edit.end - passed > a:
                    break
                first, shift = first + 1, passed
            start, last = a + shift, first
            while last < count:
                edit = edits[last]
                if edit.start - shift >= b:
                    break
                shift += edit.end - edit.start - len(edit.text)
                last += 1
            parts.append(Patched(text[a:b], start, b + shift, edits[first:last]))
            first = last
        return parts

    def stripped(self) -> Patched:
        """Without blanks at either end."""
        text = self.text
        if len(text.strip()) == len(text):
            return self
        left = len(text) - len(text.lstrip())
        right = len(text.rstrip())
        if left >= right:
            return Patched("", self.start, self.start)
        return (self.cut([(left, right)]) or [Patched("", self.start, self.start)])[0]

    def _pieces(self) -> Iterator[_Piece]:
        at, source = 0, self.start
        for edit in self.edits:
            if edit.start > source:
                yield _Piece(at, at + edit.start - source, source, edit.start, None)
                at += edit.start - source
            yield _Piece(at, at + len(edit.text), edit.start, edit.end, edit)
            at, source = at + len(edit.text), edit.end
        if source < self.end:
            yield _Piece(at, at + self.end - source, source, self.end, None)


def joined(parts: Sequence[Patched], glue: Sequence[str]) -> Patched:
    """*parts* (ascending in one source) as one text, ``glue[i]`` standing between part i and i + 1."""
    edits: list[Edit] = list(parts[0].edits)
    texts = [parts[0].text]
    for before, after, between in zip(parts, parts[1:], glue, strict=False):
        edits.append(Edit("join-lines", before.end, after.start, between))
        edits.extend(after.edits)
        texts += (between, after.text)
    return Patched("".join(texts), parts[0].start, parts[-1].end, tuple(edits))


def _spliced(text: str, splices: Sequence[Splice]) -> str:
    out: list[str] = []
    at = 0
    for start, end, new, _ in splices:
        out += (text[at:start], new)
        at = end
    out.append(text[at:])
    return "".join(out)


def _apart(spans: list[tuple[int, int]], part: Patched) -> list[tuple[int, int]]:
    """*spans*, widened to whole outputs of edits; those that then overlap made one."""
    if max([len(edit.text) for edit in part.edits]) <= 1:
        return spans
    outputs = [piece for piece in part._pieces() if piece.edit and piece.end - piece.start > 1]
    starts = [piece.start for piece in outputs]
    widened: list[tuple[int, int]] = []
    for start, end in spans:
        start, end = _widened(start, outputs, starts)[0], _widened(end, outputs, starts)[1]  # noqa: PLW2901
        if widened and start < widened[-1][1]:
            widened[-1] = (widened[-1][0], end)
        else:
            widened.append((start, end))
    return widened


def _widened(at: int, outputs: list[_Piece], starts: list[int]) -> tuple[int, int]:
    """Start and end of the output that *at* is inside of; *at* twice when there is none."""
    number = bisect_left(starts, at) - 1
    if number >= 0 and outputs[number].start < at < outputs[number].end:
        return outputs[number].start, outputs[number].end
    return at, at


def _merged_in(part: Patched, splices: Sequence[Splice]) -> tuple[Edit, ...] | None:
    """The edits of *part* and *splices*, where no splice meets an edit; None where one does."""
    edits, old, shift = [], part.edits, part.start
    at, count = 0, len(old)
    for start, end, new, kind in splices:
        while at < count:
            edit = old[at]
            begin, size = edit.start, len(edit.text)
            if begin - shift >= end:
                break
            if begin - shift + size > start:
                return None
            shift += edit.end - begin - size
            edits.append(edit)
            at += 1
        edits.append(Edit(kind, start + shift, end + shift, new))
    edits += old[at:]
    return tuple(edits)


def _composed(pieces: list[_Piece], splices: Sequence[Splice], text: str) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    at = 0
    for splice in _fused(splices, pieces, text):
        while at < len(pieces) and pieces[at].end <= splice.start:
            if (edit := pieces[at].edit) is not None:
                edits.append(edit)
            at += 1
        first = at
        while at < len(pieces) and pieces[at].start < splice.end:
            at += 1
        edits += _translated(splice, pieces[first:at])
        if at > first and pieces[at - 1].edit is None and pieces[at - 1].end > splice.end:
            at -= 1  # the rest of this copied stretch may still be spliced
    edits.extend(piece.edit for piece in pieces[at:] if piece.edit is not None)
    return tuple(edits)


def _fused(splices: Sequence[Splice], pieces: list[_Piece], text: str) -> Iterator[Splice]:
    """*splices*, those that meet in the output of one edit made one."""
    outputs = [(piece.start, piece.end) for piece in pieces if piece.edit and piece.end > piece.start]
    at, pending = 0, splices[0]
    for splice in splices[1:]:
        while at < len(outputs) and outputs[at][1] <= pending.end - 1:
            at += 1
        if at < len(outputs) and outputs[at][0] < pending.end and splice.start < outputs[at][1]:
            between = text[pending.end : splice.start]
            kind = pending.kind if pending.kind == splice.kind else f"{pending.kind}+{splice.kind}"
            pending = Splice(pending.start, splice.end, pending.text + between + splice.text, kind)
        else:
            yield pending
            pending = splice
    yield pending


_WHOLE = frozenset({"citation-marks", "ghost-pinyin", "inserted"})
"""Kinds that are checked from bracket to bracket, whatever markup stands between."""


def _translated(splice: Splice, touched: list[_Piece]) -> list[Edit]:
    """*splice* in source coordinates, together with the edits it meets."""
    edited = [piece for piece in touched if piece.edit is not None]
    if any(piece.end > piece.start for piece in edited) or (edited and splice.kind in _WHOLE):
        return [_merged(splice, touched)]
    edits: list[Edit] = []
    new = splice.text
    for piece in touched:
        if piece.edit is not None:
            edits.append(piece.edit)
            continue
        start, end = max(piece.start, splice.start), min(piece.end, splice.end)
        shift = piece.source_start - piece.start
        if end > start:
            edits.append(Edit(splice.kind, start + shift, end + shift, new))
            new = ""
    return edits


def _merged(splice: Splice, touched: list[_Piece]) -> Edit:
    head, tail = touched[0], touched[-1]
    start = head.source_start + (0 if head.edit else splice.start - head.start)
    end = tail.source_end - (0 if tail.edit else tail.end - splice.end)
    kept_before = head.edit.text[: max(0, splice.start - head.start)] if head.edit else ""
    kept_after = tail.edit.text[len(tail.edit.text) - max(0, tail.end - splice.end) :] if tail.edit else ""
    kinds = list(dict.fromkeys(piece.edit.kind for piece in touched if piece.edit))
    return Edit("+".join([*kinds, splice.kind]), start, end, kept_before + splice.text + kept_after)
