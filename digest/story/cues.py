"""Patterns of the words by which a sentence gives away what kind it is. Pure.

Every sentence is asked for many of them and has few. `re` skips to the places
where a pattern can start when each of its alternatives opens with a plain
character. The edge of a word is none: with it in front of the English words,
all of them would be tried at every place of a Chinese sentence. An English
sentence has every letter that a word may open with: how its words begin is
taken down once, and says for all patterns whether one of theirs can be there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

_OPENINGS: dict[str, set[str]] = defaultdict(set)
"""How the English words of all cues begin, by their first two letters, or the one that some have."""
_PLAIN_LETTERS = re.compile("[A-Za-z][A-Za-z ]*(?![?*+{])")
_LETTER = re.compile("[A-Za-z]")
_WORD = re.compile(r"\w+")


class Cue:
    """What `cue` makes: is searched like a pattern."""

    def __init__(self, plain: str, words: list[str], end: str) -> None:
        self._openings = frozenset(map(_opening, words))
        for opening in self._openings:
            _OPENINGS[opening[:2]].add(opening)
        _beginnings.cache_clear()
        _begins.cache_clear()
        edged = [f"{word[0]}(?<!\\w{word[0]}){word[1:]}{end}" for word in words]
        self._plain = re.compile(plain)
        self._any = re.compile("|".join((plain, *edged)))

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        return self._pattern(text).search(text, *span)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern(text).finditer(text)

    def _pattern(self, text: str) -> re.Pattern[str]:
        return self._plain if self._openings.isdisjoint(_beginnings(text)) else self._any


def cue(plain: str, english: str, end: str = "") -> Cue:
    """Finds *plain*, or one of the *english* alternatives (with `` | `` between them) as whole words.

    Each alternative of *plain* opens with a plain character, each English one
    with a letter; *end* is what all English ones end with.
    """
    return Cue(plain, english.split(" | "), end)


def _opening(words: str) -> str:
    """How the longest of the words begins that an English alternative has, whatever stands behind them."""
    letters = _PLAIN_LETTERS.match(words)
    assert letters, words
    return max(letters.group().split(), key=len)


@lru_cache(maxsize=16_384)
def _beginnings(text: str) -> frozenset[str]:
    """Those of `_OPENINGS` that words of *text* begin with."""
    if not _LETTER.search(text):
        return frozenset()
    return frozenset().union(*map(_begins, _WORD.findall(text)))


@lru_cache(maxsize=16_384)
def _begins(word: str) -> frozenset[str]:
    openings = (opening for size in (1, 2) for opening in _OPENINGS.get(word[:size], ()))
    return frozenset(filter(word.startswith, openings))
