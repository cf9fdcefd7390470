"""The lines of an article with what can be seen of each: length, marks, prose or not. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from digest.cleaning.garble import misread
from digest.cleaning.ghosts import BRACKET, SPACED, ghosts
from digest.cleaning.splice import Patched, Splice
from digest.language.script import HAN, simplify
from digest.model import Article

_HAN = re.compile(f"[{HAN}]+")
_BEHIND = re.compile(
    r"(?:[\s\"'”’」』)）\]】》〉*_]|[\[［(（]\d{1,3}(?=[\]］)）])|［|］"
    r"|[\[［【(（](?:视频|图片|音频|动图|表情|图|video|image|photo)[\]］】)）])+$"
)
"""Closing marks, citation marks and places of pictures behind the last word of a line."""
_ENDS = "。！？!?.…；;｡"


def _first(word: str) -> str:
    """The first letter behind an opening quote or bracket."""
    return word[1:2] if word[0] in "\"'“‘(" else word[0]


@dataclass(eq=False)
class Row:
    """One line, repaired enough to be judged. ``number`` counts from 0 in ``Article.lines``."""

    number: int
    patched: Patched
    written: str
    """In Simplified, as long as ``patched.text``."""
    fold: str
    """``written`` in lower case."""
    role: str
    link_share: float
    gap: bool
    """A blank line, or the edge of a block, stands before it."""
    bullet: bool = False
    """It stood behind a bullet."""
    last: int = -1
    """Number of the last line, where several were joined."""

    def __post_init__(self) -> None:
        self.last = max(self.last, self.number)

    @property
    def text(self) -> str:
        return self.patched.text

    @cached_property
    def han(self) -> int:
        return 0 if self.text.isascii() else sum(map(len, _HAN.findall(self.text)))

    @cached_property
    def words(self) -> int:
        """Latin words."""
        return sum(map(str.isalpha, map(_first, self.text.split()))) if self.han * 2 < len(self.text) else 0

    @cached_property
    def size(self) -> float:
        """Length in Chinese characters; a Latin word counts as two."""
        return self.han + 2 * (self.words if self.han * 2 < len(self.text) else 0)

    @cached_property
    def stops(self) -> int:
        count = self.text.count
        stops = sum(map(count, "。！？!?；;")) + count("……")
        if "." in self.text:
            stops += (
                count(". ") + count(".”") + count('."') + (self.text[-1] == "." and self.text[-2:] != "..")
            )
        return stops

    @cached_property
    def commas(self) -> int:
        return sum(map(self.text.count, "，、,;：:"))

    @cached_property
    def ends(self) -> bool:
        """Its last mark ends a sentence; closing quotes and brackets do not count."""
        bare = _BEHIND.sub("", self.text[-60:])
        return bare[-1:] in _ENDS if bare else False

    @cached_property
    def leads_in(self) -> bool:
        return self.text.rstrip()[-1:] in "：:"

    @cached_property
    def is_prose(self) -> bool:
        """A paragraph beyond doubt: long enough, with the marks of running text."""
        if self.size >= 16 and self.ends and (self.stops >= 2 or self.size >= 24):
            return self.commas > 0 or self.stops >= 2 or self.size >= 30
        return self.size >= 40 and self.stops >= 1 and self.commas >= 1

    @cached_property
    def is_sentence(self) -> bool:
        """Ends as sentences do, whatever its length."""
        return self.size >= 5 and (self.ends or (self.leads_in and self.size >= 8))


def rows(article: Article) -> list[Row]:
    """The lines of *article* that are not blank, readings and wide letters repaired."""
    patched = [
        _bare(Patched(line.text, line.start, line.end, line.edits).stripped()) for line in article.lines
    ]
    patched = _restored(patched)
    written = _simplified([part.text for part in patched])
    found: list[Row] = []
    gap = True
    for number, (line, part, simple) in enumerate(zip(article.lines, patched, written, strict=True)):
        if not part.text:
            gap = True
            continue
        if found and "\n\n" in article.text[found[-1].patched.end : part.start][:400]:
            gap = True
        fold = simple.lower()
        bullet = line.role == "list" or _BULLET.match(line.text.lstrip()) is not None
        found.append(Row(number, part, simple, fold, line.role, line.link_share, gap, bullet))
        gap = False
    return found


_BULLET = re.compile(r"[•·●■▪◆◇○►▶➤✓✔※◎*–-][\s\u3000]+(?=\S)|[•●■▪◆◇►▶➤](?=\w)")


def _bare(part: Patched) -> Patched:
    """Without the bullet of a list; the sentence begins behind it."""
    found = _BULLET.match(part.text)
    return part.cut([(found.end(), len(part.text))])[0] if found else part


def _simplified(texts: Sequence[str]) -> list[str]:
    """Each of *texts* in Simplified: one pass of the converter over all of them."""
    flat = [text.replace("\n", " ") if "\n" in text else text for text in texts]
    return simplify("\n".join(flat)).split("\n") if texts else []


# --- repairs without which a line cannot be judged ----------------------------

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％]+")


def _restored(parts: list[Patched]) -> list[Patched]:
    texts = [part.text for part in parts]
    fixes = misread(texts)
    if any(fixes):
        parts = [part.patch(fix) for part, fix in zip(parts, fixes, strict=True)]
    whole = "\n".join(part.text for part in parts)
    if BRACKET.search(whole) or SPACED.search(whole):
        parts = _apply(parts, ghosts(whole))
        whole = "\n".join(part.text for part in parts)
    if _WIDE.search(whole):
        wide = [Splice(m.start(), m.end(), _narrow(m[0]), "width") for m in _WIDE.finditer(whole)]
        parts = _apply(parts, wide)
    return parts


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
        own = [Splice(s.start - offset, s.end - offset, s.text, s.kind) for s in splices[first:at]]
        result.append(part.patch(own))
        offset = end + 1
    return result
