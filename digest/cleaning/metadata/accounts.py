"""Whose account an article on WeChat stands on, where a page became text with the buttons of its shell. Pure.

Between the title and the first button stand the writer, often twice, and the
account; below the text the account stands again between two more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.cleaning.lines.rows import Row
from digest.language.lazy import regex


class Signed(NamedTuple):
    """What stands above the shell's first button."""

    account: str
    writers: tuple[str, ...]


_ABOVE = "在小说阅读器"
_BELOW, _BEHIND = ("轻触阅读原文", "继续滑动看下一个"), "向上滑动看下一个"
_HEAD, _LONGEST_NAME, _MOST_NAMES = 16, 30, 4
"""Rows from the top among which the first button stands; characters of a name; lines of names above it."""


def signed(rows: Sequence[Row]) -> Signed | None:
    """The account of a page that has the shell's buttons, and who wrote for it; None of any other."""
    folds = [row.fold for row in rows]
    if _ABOVE in "\n".join(folds[:_HEAD]):
        first = next((at for at, fold in enumerate(folds[:_HEAD]) if fold.startswith(_ABOVE)), 0)
        names: list[str] = []
        for row in reversed(rows[max(0, first - _MOST_NAMES) : first]):
            if not _is_name(row):
                break
            names.insert(0, row.text.strip())
        if names:
            return Signed(names[-1], tuple(name for name in dict.fromkeys(names) if name != names[-1]))
    for at in range(2, len(rows)) if _BEHIND in folds else ():
        if folds[at] == _BEHIND and folds[at - 2] in _BELOW and _is_name(rows[at - 1]):
            return Signed(rows[at - 1].text.strip(), ())
    return None


def _is_name(row: Row) -> bool:
    """Nothing but a name: short, of no heading, without a mark or a day."""
    plain = not row.role and not row.stops and not row.commas
    named = 2 <= len(row.text) <= _LONGEST_NAME and any(map(str.isalpha, row.text))
    return plain and named and not _DAY.search(row.fold)


_DAY = regex(r"\d\d[-/.年]\d|\d:\d\d")
