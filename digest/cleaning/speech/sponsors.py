"""A sponsor's words, read out amid speech: from "a word from our sponsor" to "back to the story". Pure."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from digest.cleaning.lines.around import any_of
from digest.cleaning.lines.rows import Row

SPONSORING = frozenset(
    ("sponsor", "brought to you", "supported by", "right back after", "赞助", "金主", "冠名", "对本", "恰")
)
"""Whatever begins so has one."""
_FARTHEST, _LEAST = 14, 1


def reads(rows: Sequence[Row], told: AbstractSet[str]) -> frozenset[int]:
    """Places of the lines of *rows* in which a sponsor is thanked, praised and offered.

    *told*: those of the `SPONSORING` that stand in any of them, among other strings.
    """
    hints = SPONSORING & told
    if not hints:
        return frozenset()
    found: set[int] = set()
    at = 0
    while at < len(rows):
        fold = rows[at].fold
        if not any(map(fold.__contains__, hints)) or any_of("sponsors").search(fold) is None:
            at += 1
            continue
        reach = range(at + 1, min(len(rows), at + 1 + _FARTHEST))
        back = next((n for n in reach if any_of("returns").search(rows[n].fold)), None)
        selling = [n for n in reach if any_of("offers").search(rows[n].fold) and (back is None or n < back)]
        if selling:
            # Without a word of return the offer ends with the last line that sells, where these stand close.
            end = back if back is not None else _last_of(selling, at) + 1
            found.update(range(at, end))
            at = end
        else:
            at += 1
    return frozenset(found)


def _last_of(selling: Sequence[int], start: int) -> int:
    last = start
    for number in selling:
        if number - last > _LEAST + 2:
            break
        last = number
    return last
