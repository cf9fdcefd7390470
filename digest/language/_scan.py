"""One text of a whole story: which words it has, and where they start and end. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.language import _name_data as data
from digest.language.lazy import regex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"
_HAN = regex(f"[{_FIRST_HAN}-{_LAST_HAN}]")
_HAN_PAIR = regex(f"[{_FIRST_HAN}-{_LAST_HAN}]{{2}}")
_HANS = ord(_LAST_HAN) - ord(_FIRST_HAN) + 1
_PAIR = 2
_CODES = 0x10000
"""Characters of the basic plane."""
_LOOK_BACK = 8
_SAMPLE = 50
"""Places that are looked at to see where a name starts and ends: more tell no more."""

_COMMON = 9.0
"""Inverse frequency up to which characters are a word, even if a dictionary has them as a name, too."""
_UNCOUNTED = "\u9fa0\u9fa1"
_STARTS = frozenset(
    "的了是在和与于及或也都就又还将被把对从向为因而但则其之此今昨说表称认指透宣告回应等已曾暂没未不有到去来前后上中"
    "跟让给用比才却只再并须需能会要该这那所拒受由带率辞提随当即另们先"
)
"""What may stand behind a name as a word of its own, or start one."""
_LEADS = frozenset(
    "的了是在和与于及或也都就又还将被把对从向为因而但则其之此由给让使像跟用比以至自据经称说指令替找问投到离告诉年月日"
)
"""What may stand before a name as a word of its own, or end one."""


@lru_cache(maxsize=131_072)
def is_word(text: str) -> bool:
    """Whether a dictionary counts *text*, and not only as the name of a person."""
    from digest.language import words

    counted = words.idf_of_simplified(text)
    if counted == words.idf_of_simplified(_UNCOUNTED):
        return False
    return counted < _COMMON or not words.part_of_speech(text).startswith("nr")


class Scan:
    """One text, and how often what stands in it starts and ends where words do."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._codes, self._pairs, self._starts = _index(text)
        self._places: dict[str, list[int]] = {}
        self._closed: dict[str, float] = {}
        self._open: dict[str, float] = {}
        self.short_names: dict[str, str] = {}
        """Of firms, by the characters before a trade; kept by `digest.language._firms`."""

    def places(self, name: str) -> list[int]:
        """Where *name*, of two characters or more, stands: ascending."""
        if name not in self._places:
            starts = self._pair_starts(name) if _HAN_PAIR.match(name) else []
            self._places[name] = [place for place in starts if self.text.startswith(name, place)]
        return self._places[name]

    def _pair_starts(self, name: str) -> list[int]:
        """Where the first two characters of *name* stand together: ascending."""
        pair = _pair(name)
        first, behind = self._pairs.searchsorted([pair, pair + 1])
        starts: list[int] = self._starts[first:behind].tolist()
        return starts

    def standing(self, words: Collection[str]) -> list[int]:
        """Where one of *words* stands: ascending.

        A pattern of many words is dear to try at every place; those where the first
        two characters of one stand are few.
        """
        found: list[int] = []
        for alike, places in self._by_pair(words):
            whole = any(len(word) <= _PAIR for word in alike)
            found += places if whole else (at for at in places if self.text.startswith(alike, at))
        return sorted(found)

    def behind_two(self, places: Sequence[int]) -> list[int]:
        """Those of *places* right behind two Chinese characters."""
        import numpy as np

        starts = np.array(places, np.int64) - _PAIR
        codes = self._codes[np.maximum(starts, 0)[:, None] + np.arange(_PAIR)]
        han = ((codes >= ord(_FIRST_HAN)) & (codes <= ord(_LAST_HAN))).all(axis=1)
        found: list[int] = (starts[han & (starts >= 0)] + _PAIR).tolist()
        return found

    def ending(self, letters: str) -> Iterator[tuple[str, list[int]]]:
        """Pairs of Chinese characters that end in one of *letters*, and where their places end: ascending."""
        for letter in letters:
            with_it = self._starts[self._pairs % _HANS == ord(letter) - ord(_FIRST_HAN)]
            by_first: dict[str, list[int]] = defaultdict(list)
            for place in with_it.tolist():
                by_first[self.text[place]].append(place + _PAIR)
            yield from ((first + letter, ends) for first, ends in by_first.items())

    def _by_pair(self, words: Collection[str]) -> Iterator[tuple[tuple[str, ...], list[int]]]:
        """Those of *words* with the same first two characters, and where these stand, ascending."""
        alike: dict[str, list[str]] = defaultdict(list)
        for word in words:
            alike[word[:_PAIR]].append(word)
        han = sorted(filter(_HAN_PAIR.match, alike), key=_pair)
        pairs = list(map(_pair, han))
        bounds = zip(self._pairs.searchsorted(pairs), self._pairs.searchsorted(pairs, "right"), strict=True)
        for pair, (first, behind) in zip(han, bounds, strict=True):
            yield tuple(alike.pop(pair)), self._starts[first:behind].tolist()
        for start, others in alike.items():
            yield tuple(others), [each.start() for each in re.finditer(re.escape(start), self.text)]

    def behind(self, name: str, pattern: re.Pattern[str]) -> list[str]:
        """What of *pattern* stands right behind *name*, once a place."""
        found = (pattern.match(self.text, place + len(name)) for place in self.places(name))
        return [match.group() for match in found if match]

    def before(self, name: str, pattern: re.Pattern[str]) -> int:
        """At how many places *pattern*, which ends in ``$``, stands right before *name*."""
        starts = (self.text[max(0, place - _LOOK_BACK) : place] for place in self.places(name))
        return sum(pattern.search(start) is not None for start in starts)

    def closed(self, name: str) -> float:
        """Share of its places behind which a word may start."""
        if name not in self._closed:
            ends = [place + len(name) for place in self.places(name)[:_SAMPLE]]
            self._closed[name] = sum(word_starts(self.text, end) for end in ends) / max(1, len(ends))
        return self._closed[name]

    def open(self, name: str) -> float:
        """Share of its places before which a word may end."""
        if name not in self._open:
            starts = self.places(name)[:_SAMPLE]
            self._open[name] = sum(word_ends(self.text, start) for start in starts) / max(1, len(starts))
        return self._open[name]


def word_starts(text: str, place: int) -> bool:
    """Whether a word may start at *place*, for what stands there."""
    behind = text[place : place + 1]
    if not _HAN.match(behind):
        return behind not in data.DOTS  # 米拉 is not the whole of 米拉·穆拉蒂
    return behind in _STARTS or is_word(text[place : place + 2])


def word_ends(text: str, place: int) -> bool:
    """Whether a word may end at *place*, for what stands before it."""
    before = text[max(0, place - 1) : place]
    return (
        not _HAN.match(before)
        or before in _LEADS
        or any(is_word(text[max(0, place - length) : place]) for length in (2, 3))
    )


def _pair(text: str) -> int:
    """The number of the two Chinese characters that *text* starts with."""
    return (ord(text[0]) - ord(_FIRST_HAN)) * _HANS + ord(text[1]) - ord(_FIRST_HAN)


def _index(text: str) -> tuple[NDArray[np.uint16], NDArray[np.int64], NDArray[np.int64]]:
    """The characters of *text* as numbers, 0 for one out of the basic plane; and its Chinese pairs.

    These as numbers, too, sorted, and where each stands, ascending.

    A dictionary of the same takes three times as long to fill, and few of the pairs are ever asked for.
    """
    import numpy as np

    all_ = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    letters = np.where(all_ < _CODES, all_, 0).astype(np.uint16)
    codes = letters.astype(np.int64) - ord(_FIRST_HAN)
    han = (codes >= 0) & (codes < _HANS)
    starts = np.flatnonzero(han[:-1] & han[1:])
    # First by the second character, then by the first: numbers of 16 bits are sorted in linear time.
    for place in (1, 0):
        starts = starts[np.argsort(codes[starts + place].astype(np.uint16), kind="stable")]
    return letters, codes[starts] * _HANS + codes[starts + 1], starts


def part_of_speech(word: str) -> str:
    from digest.language import words

    return words.part_of_speech(word)


def weight(word: str) -> float:
    """Inverse frequency in the language."""
    from digest.language import words

    return words.idf_of_simplified(word)
