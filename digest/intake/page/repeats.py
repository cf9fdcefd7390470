"""Lists of entries on a page, such as comments: told by the label that each entry ends with. Pure.

Minified pages have no class names to go by, and comments are as much prose as
the article is. But under each stands the same link or button (Reply, 回复), and
nothing in an article is clicked again and again under the same name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from digest.intake.page.blocks import Block

_FEWEST = 4
_LONGEST_LABEL = 16  # characters
_LARGEST_ENTRY = 8  # blocks
_COUNT = re.compile(r"[(（\[]\d[\d.,]*[kKw万]?[)）\]]")  # of likes, which differs from entry to entry


def entries(found: Sequence[Block]) -> frozenset[int]:
    """Indices of the blocks that belong to a list of entries with one label under each."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, block in enumerate(found):
        clickable = block.link_share > 0.5 or "hidden" in block.flags
        label = _COUNT.sub("", block.tight)
        if clickable and len(label) <= _LONGEST_LABEL and any(map(str.isalpha, label)):
            places[label].append(at)
    inside: set[int] = set()
    for under in places.values():
        for run in _runs(under):
            size = max(after - before for before, after in pairwise(run))
            entry = range(_start(found, run, size), run[-1] + 1)
            inside.update(run if _has_chapters(found, entry, len(run)) else entry)
    return frozenset(inside)


def _has_chapters(found: Sequence[Block], inside: range, entries: int) -> bool:
    """Whether the entries have headings of their own: an article of ten walks with a map to each."""
    headed = sum("heading" in found[at].flags and found[at].link_share < 0.5 for at in inside)
    return 2 * headed >= entries


def _start(found: Sequence[Block], run: Sequence[int], size: int) -> int:
    """Where the first entry begins: *size* blocks long, but inside the element that holds all of *run*."""
    common = set(found[run[0]].boxes) & set(found[run[-1]].boxes)
    start = run[0]
    while start > max(0, run[0] - size + 1) and (not common or max(common) in found[start - 1].boxes):
        start -= 1
    return start


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Stretches of at least four occurrences that follow each other closely."""
    runs: list[list[int]] = [[]]
    for at in places:
        if runs[-1] and at - runs[-1][-1] > _LARGEST_ENTRY:
            runs.append([])
        runs[-1].append(at)
    return [run for run in runs if len(run) >= _FEWEST]
