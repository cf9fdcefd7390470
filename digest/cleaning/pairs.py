"""Which characters and pairs of neighbours a text has, as one sorted array of numbers. Pure.

One look at the whole text that later questions share: which rules can match at
all, and whether one pair is repeated over and over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_BITS = 21
"""Of a character's number."""
_SINGLE = 1 << 2 * _BITS
"""Added to the number of a character that stands for itself and not for a pair."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """``codes`` ascend; ``count`` of them are pairs; the commonest pair occurs ``most`` times."""

    codes: Any
    count: int
    most: int

    @classmethod
    def of(cls, text: str) -> Pairs:
        import numpy as np

        letters = _numbers(text)
        pairs, counts = np.unique((letters[:-1] << _BITS) + letters[1:], return_counts=True)
        codes = np.concatenate((pairs, np.unique(letters) + _SINGLE))
        return cls(codes, len(pairs), int(counts.max(initial=0)))


class Index:
    """Strings, to be asked which of them a text can have by its pairs."""

    def __init__(self, strings: Sequence[str]) -> None:
        import numpy as np

        codes = [_numbers(string) for string in strings]
        parts = [(c[:-1] << _BITS) + c[1:] if len(c) > 1 else c + _SINGLE for c in codes]
        self._strings = strings
        self._starts = np.cumsum([0, *map(len, parts[:-1])])
        self._codes, self._places = np.unique(np.concatenate(parts), return_inverse=True)

    def within(self, pairs: Pairs) -> list[str]:
        """The strings all of whose pairs are among *pairs*; of one character, those that the text has."""
        import numpy as np

        if not len(pairs.codes):
            return []
        at = np.searchsorted(pairs.codes, self._codes)
        known = pairs.codes[np.minimum(at, len(pairs.codes) - 1)] == self._codes
        whole = np.logical_and.reduceat(known[self._places], self._starts)
        return [self._strings[place] for place in np.flatnonzero(whole).tolist()]


def _numbers(text: str) -> Any:
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
