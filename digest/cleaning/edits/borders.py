"""Blanks that stand round a word which a page linked or set in bold: no word is missing there. Pure.

A deleted word leaves one blank. An element leaves two, one on either side, where
a program put blanks between the texts of a page: 原油 期货 价格, 过了 高峰 。
"""

from __future__ import annotations

from collections.abc import Iterator

from digest.cleaning.text.splice import Patched, Splice
from digest.language.lazy import regex
from digest.language.script import HAN
from digest.model import Edit, Sentence

_BLANK = regex(
    rf" (?:(?<=[{HAN}，。；：、,;:”」』》] )(?=[{HAN}“「『《])|(?<=[{HAN}”」』》] )(?=[，。；：、,;:！？!?]))"
)
_OPENS, _CLOSES = frozenset("，。；：、,;:"), frozenset("，。；：、,;:！？!?")
_STOP = regex("[。！？]")


_ENDS = regex("[。！？!?…][”」』’）)]*$")


def are_pairs(text: str) -> bool:
    """Whether all blanks of the sentence *text* that Chinese has no use for stand round words, two by two."""
    blanks = [found.start() for found in _BLANK.finditer(text)]
    if not blanks or len(blanks) % 2 or not _ENDS.search(text):
        return False
    return all(_is_round(text[one + 1 : other]) for one, other in zip(blanks[::2], blanks[1::2], strict=True))


def _is_round(inside: str) -> bool:
    return inside[0] not in _CLOSES and inside[-1] not in _OPENS and not _STOP.search(inside)


_SIGN_BY_SIGN = frozenset({"t2s", "s2t"})


def _parted(edit: Edit) -> Iterator[Edit]:
    """A change of script on either side of its blanks, which it left as they are."""
    if edit.kind not in _SIGN_BY_SIGN or " " not in edit.text:
        yield edit
        return
    for word in _WORD.finditer(edit.text):
        start, end = word.span()
        yield Edit(edit.kind, edit.start + start, edit.start + end, word.group())


_WORD = regex("[^ ]+")


def closed(sentence: Sentence) -> Patched:
    """*sentence* without them."""
    edits = tuple(piece for edit in sentence.edits for piece in _parted(edit))
    part = Patched(sentence.text, sentence.start, sentence.end, edits)
    return part.patch([Splice(*found.span(), "", "spacing") for found in _BLANK.finditer(part.text)])
