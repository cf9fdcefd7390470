"""A regular expression for any of many words. Pure.

`re` tries alternatives one by one, at every place of a text. Here they are a
tree, in which words share their beginnings, and every branch opens with a
plain letter, so that `re` skips the places where none of them can start.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import compress, pairwise
from typing import TYPE_CHECKING

from digest.language import pairs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from digest.language.pairs import Texts

_Tree = dict[str, "_Tree"]
_END = ""
"""The key under which a tree says that a word ends here."""
_NEVER = "(?!)"
_STARTS = (6, 4, 3)
"""Characters by which `Pairs` tell where a longer word may stand: as many as it has."""
_FACTOR, _NUMBERS = 0x9E3779B1, 1 << 64
"""Make one number of several characters, seldom the same one: multiplied, as far as 64 bits go."""


def pattern(
    words: Iterable[str],
    starts: Callable[[str], str] = lambda letter: "",
    ends: Callable[[str], str] = lambda word: "",
) -> str:
    """Matches the longest of *words* at a place that holds there; nothing, when there are none.

    *starts* gives, for a first letter, what else must hold: an expression that
    stands behind that letter, and looks back over it. *ends* gives the same
    for a whole word.
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    branches = [
        re.escape(letter) + starts(letter) + _grouped(_alternatives(tree[letter], letter, ends))
        for letter in sorted(tree)
    ]
    return _grouped(branches) if branches else _NEVER


class Endings:
    """Tells whether one of *words* ends at a place, where that is asked too often for a `pattern`."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, set[str]] = {}
        for word in words:
            self._by_length.setdefault(len(word), set()).add(word)
        self._last = {word[-1] for group in self._by_length.values() for word in group}

    def at(self, text: str, end: int) -> bool:
        return text[max(0, end - 1) : end] in self._last and any(
            text[max(0, end - length) : end] in words for length, words in self._by_length.items()
        )


class Pairs:
    """Finds what `pattern` of the same words does, where there are hundreds, of two characters at least.

    A tree with hundreds of branches at its root tries them one by one, and in
    Chinese nearly every character opens one. Two characters say at once which
    few words can start there.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(words)
        self._by_pair: dict[str, list[str]] = {}
        for word in sorted(self._known, key=len, reverse=True):
            self._by_pair.setdefault(word[:2], []).append(word)

    @cached_property
    def _opens(self) -> re.Pattern[str]:
        first, second = ("".join(sorted({pair[place] for pair in self._by_pair})) for place in (0, 1))
        return re.compile(f"[{re.escape(first)}](?=[{re.escape(second)}])")

    @cached_property
    def _table(self) -> pairs.Pairs:
        return pairs.Pairs(self._by_pair)

    @cached_property
    def _words(self) -> list[list[str]]:
        """Those that start with a pair, by its number there."""
        return [self._by_pair.get(pair, []) for pair in self._table.pairs]

    @cached_property
    def _two(self) -> list[str]:
        """The pair, or the single character, where it is a word itself, else "", likewise."""
        return [next((word for word in words if len(word) <= 2), "") for words in self._words]

    @cached_property
    def _whole(self) -> NDArray[np.bool_]:
        """Whether it is, likewise."""
        import numpy as np

        return np.array(list(map(bool, self._two)))

    @cached_property
    def _goes_on(self) -> NDArray[np.bool_]:
        """Whether a longer word starts with it, likewise."""
        import numpy as np

        return np.array([bool(words) and len(words[0]) > 2 for words in self._words])

    @cached_property
    def _longer(self) -> dict[int, NDArray[np.uint64]]:
        """How longer words start, by so many characters: each start as one number, sorted."""
        found: dict[int, set[str]] = {}
        for word in self._known:
            size = next((size for size in _STARTS if size <= len(word)), 0)
            if size:
                found.setdefault(size, set()).add(word[:size])
        return {size: self._starting(starts) for size, starts in found.items()}

    def _starting(self, starts: Iterable[str]) -> NDArray[np.uint64]:
        """Each as one number, sorted."""
        import numpy as np

        numbers = {pair: number for number, pair in enumerate(self._table.pairs)}
        found = set()
        for each in starts:
            start = numbers[each[:2]]
            for letter in each[2:]:
                start = (start * _FACTOR + ord(letter)) % _NUMBERS
            found.add(start)
        return np.array(sorted(found), np.uint64)

    @cached_property
    def _three(self) -> NDArray[np.uint64]:
        """Their first three characters, likewise: most of what starts with a pair goes on otherwise."""
        return self._starting({word[:3] for word in self._known if len(word) > 2})

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        """How long those are that may stand where four characters do, or a shorter one; longest first.

        A hundred names start with the same two.
        """
        found: dict[str, list[int]] = {}
        for word in sorted(self._known, key=len, reverse=True):
            lengths = found.setdefault(word[:4], [])
            if len(word) not in lengths[-1:]:
                lengths.append(len(word))
        for start, lengths in found.items():
            lengths += [size for size in range(len(start) - 1, 1, -1) if start[:size] in self._known]
        return found

    def _standing(self, text: str, place: int) -> list[str]:
        """The words at *place*, the longest first."""
        lengths = self._lengths.get(text[place : place + 4]) or self._lengths.get(text[place : place + 3])
        return [word for size in lengths or () if (word := text[place : place + size]) in self._known]

    def find_in_each(self, texts: Texts) -> list[list[tuple[int, str]]]:
        """`find` of many texts at once, in a fraction of the time."""
        bounds, places, words = self._apart(texts)
        found = list(zip(places.tolist(), words, strict=True))
        return [found[start:end] for start, end in pairwise(bounds)]

    def everywhere_in_each(self, texts: Texts) -> list[list[tuple[int, str]]]:
        """All words in each text, those inside another, too; of those at one place the longest first.

        Here a single character may be a word.
        """
        there, numbers, longer = self._starts(texts)
        ranks, places = texts.places(there)
        found: list[list[tuple[int, str]]] = [[] for _ in texts]
        each_text = tuple(texts)
        for rank, place, number, more in zip(
            *(each.tolist() for each in (ranks, places, numbers, longer)), strict=True
        ):
            if more:
                found[rank] += [(place, word) for word in self._standing(each_text[rank], place)]
            else:
                found[rank].append((place, self._two[number]))
        return found

    def _starts(self, texts: Texts) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.bool_]]:
        """Where words start, by two characters, and the number of these; where a longer one may, by more."""
        import numpy as np

        there, numbers = self._table.find(texts)
        if (there[1:] < there[:-1]).any():  # single characters come behind the pairs
            order = np.argsort(there, kind="stable")
            there, numbers = there[order], numbers[order]
        longer = np.zeros(len(there), bool)
        look = np.flatnonzero(self._goes_on[numbers])
        starts = numbers[look].astype(np.uint64)
        for size in range(3, max(self._longer, default=2) + 1):
            starts = starts * np.uint64(_FACTOR) + texts.codes.take(there[look] + size - 1, mode="clip")
            if size == 3:
                goes_on = _among(self._three, starts)
                look, starts = look[goes_on], starts[goes_on]
            if size in self._longer:
                longer[look] |= _among(self._longer[size], starts)
        kept = longer | self._whole[numbers]
        return there[kept], numbers[kept], longer[kept]

    def _apart(self, texts: Texts) -> tuple[list[int], NDArray[np.int64], list[str]]:
        """Words, the longest at a place, none inside another; their places; and where each text's start.

        Of the bounds one is more than there are texts.
        """
        import numpy as np

        there, numbers, longer = self._starts(texts)
        ranks, places = texts.places(there)
        words = list(map(self._two.__getitem__, numbers.tolist()))
        sizes = np.full(len(words), 2)
        look = np.flatnonzero(longer)
        looks = zip(*(each[look].tolist() for each in (ranks, places)), strict=True)
        for at, (rank, place) in zip(look.tolist(), looks, strict=True):
            words[at] = next(iter(self._standing(texts[rank], place)), "")
            sizes[at] = len(words[at])
        kept = sizes > 0
        # Few words overlap: one looks only where one starts before the furthest end so far.
        ends = there + sizes
        late = np.flatnonzero(there[1:] < np.maximum.accumulate(ends)[:-1]) + 1
        read, last = 0, -1
        for at, start, end in zip(late.tolist(), there[late].tolist(), ends[late].tolist(), strict=True):
            read = read if at == last + 1 else int(ends[at - 1])
            kept[at] &= start >= read
            read, last = max(read, end if kept[at] else read), at
        if not kept.all():
            words = list(compress(words, kept.tolist()))
        bounds = ranks[kept].searchsorted(np.arange(len(texts) + 1))
        return bounds.tolist(), places[kept], words

    def find(self, text: str) -> list[tuple[int, str]]:
        """The longest word at a place, with the place; ascending, none inside another."""
        found: list[tuple[int, str]] = []
        read = 0
        for match in self._opens.finditer(text):
            place = match.start()
            if place < read:
                continue
            for word in self._by_pair.get(text[place : place + 2], ()):
                if text.startswith(word, place):
                    found.append((place, word))
                    read = place + len(word)
                    break
        return found


def _among(known: NDArray[np.uint64], numbers: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which of *numbers* are *known*, which are sorted."""
    among: NDArray[np.bool_] = known.take(known.searchsorted(numbers), mode="clip") == numbers
    return among


def _alternatives(tree: _Tree, begun: str, ends: Callable[[str], str]) -> list[str]:
    """What may follow *begun*: longer words before the word that is whole already."""
    longer = [
        re.escape(letter) + _grouped(_alternatives(tree[letter], begun + letter, ends))
        for letter in sorted(tree)
        if letter != _END
    ]
    return [*longer, ends(begun)] if _END in tree else longer


def _grouped(branches: list[str]) -> str:
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
