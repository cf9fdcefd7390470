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
_PLAIN_LETTERS = re.compile(r"[A-Za-z](?:[A-Za-z ]|\\ )*(?![?*+{])")
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
        opened = [each for alternative in _alternatives(plain) for each in _opened(alternative)]
        self._plain = re.compile("|".join(opened))
        self._any = re.compile("|".join((*opened, *edged)))

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        return self._pattern(text).search(text, *span)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self._pattern(text).finditer(text)

    def _pattern(self, text: str) -> re.Pattern[str]:
        return self._plain if self._openings.isdisjoint(_beginnings(text)) else self._any


def cue(plain: str, english: str, end: str = "") -> Cue:
    """Finds *plain*, or one of the *english* alternatives (with `` | `` between them) as whole words.

    Each alternative of *plain* opens with a plain character, or with a group or
    a set of such; each English one with a letter. *end* is what all English ones
    end with.
    """
    return Cue(plain, english.split(" | "), end)


def _alternatives(pattern: str) -> list[str]:
    """Those of a pattern as a whole, not of a group in it."""
    found, depth, start = [], 0, 0
    for part in _PART.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(part.group(), 0)
        if part.group() == "|" and not depth:
            found.append(pattern[start : part.start()])
            start = part.end()
    return [*found, pattern[start:]]


_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")
"""What is escaped, and a set of characters, are each one part; else what tells the parts of a pattern."""


def _opened(alternative: str) -> list[str]:
    """The same with a plain character in front: (?:调查|谈判)仍在 as 调查仍在 and 谈判仍在."""
    either = _SET.match(alternative)
    if either:
        return [re.escape(letter) + alternative[either.end() :] for letter in either[1]]
    if not alternative.startswith("(?:"):
        return [alternative]
    depth = 0
    for part in _PART.finditer(alternative):
        depth += {"(": 1, ")": -1}.get(part.group(), 0)
        if not depth:
            inner, behind = alternative[3 : part.start()], alternative[part.end() :]
            if behind[:1] in ("?", "*", "+", "{"):
                break
            return [each for one in _alternatives(inner) for each in _opened(one + behind)]
    return [alternative]


_SET = re.compile(r"\[([^\]\\^-]+)\](?![?*+{])")


def _opening(words: str) -> str:
    """How the longest of the words begins that an English alternative has, whatever stands behind them."""
    letters = _PLAIN_LETTERS.match(words)
    assert letters, words
    return max(letters.group().replace("\\", "").split(), key=len)


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
