"""Patterns of the words by which a sentence gives away what kind it is. Pure.

Every sentence is asked for many of them and has few. The signs of a text (which
pairs of characters stand in it, and how its English words begin) are read once,
of thousands of texts at a time, and say for all patterns whether one can be
there at all.

`re` skips to the places where a pattern can start when each of its
alternatives opens with a plain character. The edge of a word is none: with it
in front of the English words, all of them would be tried at every place of a
Chinese sentence. So they are searched only where a word begins like one of them.
"""

from __future__ import annotations

import functools
import itertools
import operator
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Set
from functools import cache
from typing import TYPE_CHECKING

from digest.language import openings
from digest.language.lazy import regex
from digest.language.pairs import Pairs, Texts
from digest.language.remembered import Remembered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SIGNS: dict[str, int] = defaultdict(int)
"""What stands where a plain alternative starts, as `openings` has it: the cues that it is a sign of."""
_WHOLE: dict[str, int] = defaultdict(int)
"""English words that cues have whole: the same."""
_BEGINNINGS: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
"""How other English words of cues begin, by their first two letters, or the one that some have: the same."""
_PLAIN_LETTERS = regex(r"[A-Za-z](?:[A-Za-z -]|\\[ -])*(?![?*+{])")
_LETTER = regex("[A-Za-z]")
_WORD, _DIGIT = regex(r"\w+"), regex(openings.DIGIT)
_EVERY_TEXT = 1
"""The sign that all texts have."""
_BITS = itertools.count(1)
"""Cues have one for their plain alternatives and one for the English ones."""


class Cue:
    """What `cue` makes: is searched like a pattern."""

    def __init__(self, plain: str, words: list[str], end: str) -> None:
        edged = [f"{word[0]}(?<!\\w{word[0]}){word[1:]}{end}" for word in words]
        opened = openings.opened(plain)
        self._plain = regex("|".join(opened))
        self._any = regex("|".join((*opened, *edged))) if words else self._plain
        self._of_plain, self._of_english = 1 << next(_BITS), 1 << next(_BITS)
        starts: Set[str] = frozenset().union(*map(openings.starts, opened))
        if "" in starts:
            self._of_plain = _EVERY_TEXT
        self.signs = self._of_plain | self._of_english
        """Its bits among the `signs` of a text, which has one of them wherever the cue is."""
        for start in starts - {""}:
            _SIGNS[start] |= self._of_plain
        for opening, whole in (_opening(word, end) for word in words):
            known = _WHOLE if whole else _BEGINNINGS[opening[:2]]
            known[opening] |= self._of_english
        _table.cache_clear()
        _OF_WORD.clear()
        _SIGNS_OF.clear()

    def may(self, text: str) -> bool:
        """Whether it is worth the search: in a text whose signs nobody has read it is."""
        signs = _SIGNS_OF.get(text)
        return signs is None or bool(signs & self.signs)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        signs = _SIGNS_OF.get(text)
        # A part of a sentence is searched sooner than its signs are read.
        if signs is None or signs & self._of_english:
            return self._any.search(text, start, end)
        return self._plain.search(text, start, end) if signs & self._of_plain else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        signs = _SIGNS_OF.get(text)
        if signs is None or signs & self._of_english:
            return self._any.finditer(text)
        return self._plain.finditer(text) if signs & self._of_plain else iter(())


def cue(plain: str, english: str = "", end: str = "") -> Cue:
    """Finds *plain*, or one of the *english* alternatives (with `` | `` between them) as whole words.

    Each alternative of *plain* opens with a plain character, or with a group or
    a set of such; each English one with a letter. *end* is what all English ones
    end with.
    """
    return Cue(plain, english.split(" | ") if english else [], end)


def _opening(words: str, end: str) -> tuple[str, bool]:
    """How the longest of the words begins that an English alternative has, whatever stands behind them.

    And whether that is all of the word.
    """
    letters = _PLAIN_LETTERS.match(words)
    assert letters, words
    *others, last = re.split("[ -]", letters.group().replace("\\", ""))
    longest = max((*others, last), key=len)
    goes_on = longest == last and (words + end)[letters.end() :] != r"\b"
    return longest, not goes_on


def read(texts: Texts) -> None:
    """Take down the signs of many texts at once: in a tenth of the time that it takes one by one."""
    import numpy as np

    found = list(map(_of_words, texts, texts.have_letters))
    table, bits = _table()
    there, numbers = table.find(texts)
    if there.size:
        ranks, _ = texts.places(there)
        firsts = np.flatnonzero(np.diff(ranks, prepend=-1))
        together, size = np.bitwise_or.reduceat(bits[numbers], firsts).tobytes(), bits[0].nbytes
        for place, rank in enumerate(ranks[firsts].tolist()):
            found[rank] |= int.from_bytes(together[place * size : (place + 1) * size], "little")
    _SIGNS_OF.update(zip(texts, found, strict=True))


@cache
def _table() -> tuple[Pairs, NDArray[np.uint64]]:
    """The pairs that are signs; and by their number, of which cues, 64 in a number."""
    import numpy as np

    table = Pairs(_SIGNS)
    size = max(_SIGNS.values(), default=0).bit_length() // 64 + 1
    signs = b"".join(_SIGNS.get(pair, 0).to_bytes(8 * size, "little") for pair in table.pairs)
    return table, np.frombuffer(signs, dtype=np.uint64).reshape(-1, size)


def signs(text: str) -> int:
    """The cues that *text* may have, one bit each."""
    return _SIGNS_OF[text]


def _signs(text: str) -> int:
    signs = _of_words(text, _LETTER.search(text) is not None)
    for start in _SIGNS.keys() & {*text, *map(operator.add, text, text[1:])}:
        signs |= _SIGNS[start]
    return signs


_SIGNS_OF = Remembered(_signs)


def _of_words(text: str, has_letters: bool) -> int:
    signs = _EVERY_TEXT | (_SIGNS[openings.DIGIT] if _DIGIT.search(text) else 0)
    words = set(_WORD.findall(text)) if has_letters else ()
    return functools.reduce(operator.or_, map(_OF_WORD.__getitem__, words), signs)


def _of_word(word: str) -> int:
    signs = _WHOLE.get(word, 0)
    for size in (1, 2):
        for opening, of_cues in _BEGINNINGS.get(word[:size], {}).items():
            if word.startswith(opening):
                signs |= of_cues
    return signs


_OF_WORD = Remembered(_of_word)
