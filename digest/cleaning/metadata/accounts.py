"""Whose account an article on WeChat stands on, where a page became text with the buttons of its shell. Pure.

Between the title and the first button stand the writer, often twice, and the
account; below the text the account stands again between two more. A line, or
lines, that begin with 原创 name the writer and the account too.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from digest.cleaning.lines.rows import Row
from digest.language.lazy import regex


class Signed(NamedTuple):
    """What stands above the shell's first button."""

    account: str
    writers: tuple[str, ...]


_ABOVE = "在小说阅读器"
_BELOW, _BEHIND = ("轻触阅读原文", "继续滑动看下一个"), "向上滑动看下一个"
_ORIGINAL = "原创"
SIGNING = frozenset({_ABOVE, _BEHIND, _ORIGINAL})
"""A page that the shell is seen on has one."""
_HEAD, _LONGEST_NAME, _MOST_NAMES = 16, 30, 4
"""Rows from the top among which the first button stands; characters of a name; lines of names above it."""


def signed(rows: Sequence[Row], told: AbstractSet[str], claimed: str | None = None) -> Signed | None:
    """The account of a page that has the shell's buttons, and who wrote for it; None of any other.

    *told*: what the page has of the `SIGNING`, and more; *claimed* is the publisher that its head names.
    """
    if SIGNING.isdisjoint(told):
        return None
    folds = [row.fold for row in rows]
    if _ABOVE in "\n".join(folds[:_HEAD]):
        first = next((at for at, fold in enumerate(folds[:_HEAD]) if fold.startswith(_ABOVE)), 0)
        if found := _of_names(_names_above(rows, first)):
            return found
    for at in range(2, len(rows)) if _BEHIND in folds else ():
        if folds[at] == _BEHIND and folds[at - 2] in _BELOW and _is_name(rows[at - 1]):
            return Signed(rows[at - 1].text.strip(), ())
    original = [at for at, row in enumerate(rows[:_FARTHEST]) if row.written.startswith(_ORIGINAL)]
    return next(filter(None, (_original(rows, at, claimed) for at in original)), None)


def _names_above(rows: Sequence[Row], first: int) -> list[str]:
    names: list[str] = []
    for row in reversed(rows[max(0, first - _MOST_NAMES) : first]):
        if row.written.startswith(_ORIGINAL):
            return _names_in(row.text) + names
        if not _is_name(row):
            break
        names.insert(0, row.text.strip())
    return names


def _original(rows: Sequence[Row], at: int, claimed: str | None) -> Signed | None:
    """原创 王小明 海边纪事, or each on a line of its own down to the publisher that the page's head names."""
    row = rows[at]
    if row.stops or row.size > _LONGEST_LINE:
        return None
    names = _names_in(row.text)
    if not names and row.written == _ORIGINAL:
        below = [other.text.strip() for other in rows[at + 1 : at + 1 + _MOST_NAMES]]
        names = below[: below.index(claimed) + 1] if claimed in below else []
    return _of_names(names)


def _of_names(names: Sequence[str]) -> Signed | None:
    if not names or len(names) > _MOST_NAMES:
        return None
    return Signed(names[-1], tuple(name for name in dict.fromkeys(names) if name != names[-1]))


_LONGEST_LINE, _FARTHEST = 40, 80
_WORD = regex(r"[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*)+|[^\s:：|｜]+")
_NO_NAME = regex(r"\d{1,4}\D|\d{1,2}:|刚刚|[今昨前]天|\d{4}$|.{0,3}关注|.*[前后]$")


def _names_in(text: str) -> list[str]:
    """The names on the line behind 原创, up to a day; a name twice, as of two accounts, is one."""
    names: list[str] = []
    for found in _WORD.finditer(text, len(_ORIGINAL)):
        if _NO_NAME.match(found[0]):
            break
        half = found[0][: len(found[0]) // 2]
        names.append(half if found[0] == f"{half} {half}" else found[0])
    return names if text[len(_ORIGINAL) : len(_ORIGINAL) + 1] in _APART else []


_APART = frozenset(" \u3000\xa0\t:：")


def _is_name(row: Row) -> bool:
    """Nothing but a name: short, of no heading, without a mark or a day."""
    plain = not row.role and not row.stops and not row.commas
    named = 2 <= len(row.text) <= _LONGEST_NAME and any(map(str.isalpha, row.text))
    return plain and named and not _DAY.search(row.fold)


_DAY = regex(r"\d\d[-/.年]\d|\d:\d\d")
