"""Which of some thousand strings stand in which lines of a text: one look at the text for all of them. Pure.

After Rabin and Karp (1987): the heads of the strings are hashed, and so is what
stands at each place of the text, all places at once; only where the two agree
are strings compared.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from digest.cleaning.text.letters import codes

_SIZES = {1: 0, 2: 1, 3: 1, 4: 2, 8: 4}
"""Of heads, each with that of its second half: the hash of a head is made of those of its halves."""
_FACTOR = 40_503
"""Odd and large; hashes are kept modulo 65,536."""


class Strings:
    """Strings to be found, none of which is empty or holds a line break; prepared when first looked for."""

    def __init__(self, strings: Iterable[str]) -> None:
        self._strings = tuple(strings)

    @cached_property
    def _by_head(self) -> dict[int, dict[str, list[str]]]:
        found: dict[int, dict[str, list[str]]] = {size: {} for size in _SIZES}
        for string in self._strings:
            size = max([size for size in _SIZES if size <= len(string)])
            found[size].setdefault(string[:size], []).append(string)
        return found

    @cached_property
    def _known(self) -> dict[int, Any]:
        """For each size of a head the hashes that one has."""
        import numpy as np

        known = {size: np.zeros(1 << 16, np.bool_) for size in _SIZES}
        for size, heads in self._by_head.items():
            if heads:
                known[size][_hashes("".join(heads))[size][::size]] = True
        return known

    def in_lines(self, lines: Sequence[str]) -> list[set[str]]:
        """For each line, none of which holds a line break, the strings that it has."""
        whole = "\n".join(lines)
        ends = list(accumulate(len(line) + 1 for line in lines))
        found: list[set[str]] = [set() for _ in lines]
        for size, hashes in _hashes(whole).items():
            by_head = self._by_head[size]
            for at in self._known[size].take(hashes).nonzero()[0].tolist():
                for string in by_head.get(whole[at : at + size], ()):
                    if len(string) == size or whole.startswith(string, at):
                        found[bisect_right(ends, at)].add(string)
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
