"""Many texts searched at once for many pairs of characters. Pure.

In Chinese two characters say nearly what a word is. Python looks at a text a
character at a time, numpy at all characters of all texts in one go: what takes
twenty microseconds for one sentence takes one for each of thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CODES = 0x10000
"""Characters that a pair may have: those of the basic plane."""
_BLOCK = 1 << 18
"""Characters looked at in one go: what numpy writes down in between stays small."""


class Texts(Sequence[str]):
    """Texts, each once, and their characters as numbers, one text behind the other."""

    def __init__(self, texts: Iterable[str]) -> None:
        import numpy as np

        self._texts = tuple(dict.fromkeys(texts))
        joined = "\0".join((*self._texts, "")).encode("utf-32-le", "surrogatepass")
        codes = np.frombuffer(joined, dtype="<u4")
        self.codes: NDArray[np.uint16] = np.where(codes < _CODES, codes, 0).astype(np.uint16)
        sizes = np.fromiter(map(len, self._texts), dtype=np.int64, count=len(self._texts)) + 1
        self._starts = np.cumsum(sizes) - sizes
        self._ranks = np.repeat(np.arange(len(sizes)), sizes)

    @cached_property
    def have_letters(self) -> list[bool]:
        """Whether each has one of the plain Latin letters."""
        import numpy as np

        small = self.codes | 0x20
        found = np.zeros(len(self._texts), bool)
        found[self._ranks[((small >= ord("a")) & (small <= ord("z"))).nonzero()[0]]] = True
        return found.tolist()

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, rank: int) -> str:  # type: ignore[override]
        return self._texts[rank]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def places(self, found: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Of places among all characters: in which texts they are, and where there."""
        ranks = self._ranks[found]
        return ranks, found - self._starts[ranks]


class Pairs:
    """Some pairs of characters, and single ones, to be found in texts: known by their numbers, from 1 on."""

    def __init__(self, pairs: Iterable[str]) -> None:
        import numpy as np

        self.pairs = ("", *sorted(set(pairs)))
        self._first, self._second = (np.zeros(_CODES, dtype=np.int32) for _ in range(2))
        for place, classes in ((0, self._first), (1, self._second)):
            letters = sorted({pair[place : place + 1] for pair in self.pairs} - {""})
            for number, letter in enumerate(letters, 1):
                classes[ord(letter)] = number
        self._single = np.zeros(self._first.max() + 1, dtype=np.int32)
        numbers = np.zeros((self._first.max() + 1, self._second.max() + 1), dtype=np.int32)
        for number, pair in enumerate(self.pairs[1:], 1):
            if len(pair) > 1:
                numbers[self._first[ord(pair[0])], self._second[ord(pair[1])]] = number
            else:
                self._single[self._first[ord(pair)]] = number
        self._numbers, self._width = numbers.ravel(), numbers.shape[1]

    def find(self, texts: Texts) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """Places among all characters of *texts*, and the numbers of the pairs that stand there.

        Ascending where there are no single characters, which come behind the pairs.
        """
        import numpy as np

        found = [(np.zeros(0, np.int64), np.zeros(0, np.int32))]
        have_single = bool(self._single.any())
        for start in range(0, len(texts.codes), _BLOCK):
            first = self._first[texts.codes[start : start + _BLOCK]]
            second = self._second[texts.codes[start + 1 : start + 1 + _BLOCK]]
            pairs = self._numbers[first[: len(second)] * self._width + second]
            for numbers in (pairs, self._single[first]) if have_single else (pairs,):
                there = np.flatnonzero(numbers)
                found.append((there + start, numbers[there]))
        places, numbers = (np.concatenate(each) for each in zip(*found, strict=True))
        return places, numbers
