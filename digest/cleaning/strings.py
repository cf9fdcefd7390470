"""Which of some thousand strings stand in which lines of a text: one look at the text for all of them. Pure.

After Rabin and Karp (1987): the heads of the strings are hashed, and so is what
stands at each place of the text, all places at once; only where the two agree
are strings compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from digest.cleaning.letters import codes

_SIZES = {1: 0, 2: 1, 3: 1, 4: 2, 8: 4}
"""Of heads, each with that of its second half: the hash of a head is made of those of its halves."""
_FACTOR = 40_503
"""Odd and large; hashes are kept modulo 65,536."""
_BIT = {size: 1 << place for place, size in enumerate(_SIZES)}
"""In one small table for all sizes: it is to stay where the processor has it at hand."""
_SIZES_OF = [[size for size, bit in _BIT.items() if bits & bit] for bits in range(1 << len(_BIT))]


def _head(string: str) -> str:
    return string[: max(size for size in _SIZES if size <= len(string))]


class Strings:
    """Strings to be found, none of which is empty or holds a line break."""

    def __init__(self, strings: Iterable[str]) -> None:
        import numpy as np

        self._by_head: dict[str, list[str]] = {}
        for string in strings:
            self._by_head.setdefault(_head(string), []).append(string)
        self._known = np.zeros(1 << 16, np.uint8)
        for size, bit in _BIT.items():
            heads = "".join(head for head in self._by_head if len(head) == size)
            if heads:
                self._known[_hashes(heads)[size][::size]] |= bit

    def in_lines(self, lines: Sequence[str]) -> list[set[str]]:
        """For each line, none of which holds a line break, the strings that it has."""
        import numpy as np

        whole = "\n".join(lines)
        found: list[set[str]] = [set() for _ in lines]
        if not whole:
            return found
        # Which sizes of heads may begin at each place.
        sizes = np.zeros(len(whole), np.uint8)
        for size, hashes in _hashes(whole).items():
            sizes[: len(hashes)] |= self._known.take(hashes) & _BIT[size]
        places = sizes.nonzero()[0]
        ends = (np.fromiter(map(len, lines), np.int64, len(lines)) + 1).cumsum()
        numbers = ends.searchsorted(places, "right")
        by_head = self._by_head
        for at, number, bits in zip(places.tolist(), numbers.tolist(), sizes[places].tolist(), strict=True):
            for size in _SIZES_OF[bits]:
                for string in by_head.get(whole[at : at + size], ()):
                    if len(string) == size or whole.startswith(string, at):
                        found[number].add(string)
        return found


def _hashes(text: str) -> dict[int, Any]:
    """For each size of a head the hashes of what stands at each place of *text*."""
    import numpy as np

    hashes = {1: codes(text).astype(np.uint16)}
    for size, second in _SIZES.items():
        first = size - second
        if second and size <= len(text):
            factor = np.uint16(pow(_FACTOR, second, 1 << 16))
            hashes[size] = hashes[first][:-second] * factor + hashes[second][first:]
    return hashes
