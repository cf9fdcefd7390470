"""The line above a post of a thread that a program wrote down: 2# 楼主| 发表于 2024-3-5 10:57. Pure.

Whoever saves a thread of Discuz! as text keeps this line of each post, and right above it the poster's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.cleaning.lines.rows import Row
from digest.language.lazy import regex

_HEAD = regex(
    r"#{0,6}\s*\d{1,5}\s?[#楼]\s*(?P<same>楼主)?\s*[|｜]?\s*(?:发表|发布|回复|回帖)于\s*"
    r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?\s*"
)
_LONGEST, _LONGEST_NAME = 60, 24


def numbered(row: Row) -> re.Match[str] | None:
    """The number of a post, ``same`` where its poster began the thread, and the day, alone on *row*."""
    return _HEAD.fullmatch(row.fold) if "于" in row.fold and len(row.fold) <= _LONGEST else None


def is_name(row: Row) -> bool:
    """Whether *row*, right above such a line, can be a poster's name."""
    return len(row.text.strip()) <= _LONGEST_NAME and not row.ends and not row.commas and not row.is_prose


def is_poster(rows: Sequence[Row], row: Row) -> bool:
    """Whether the line below *row*, one of *rows*, says which post of a thread begins: it is the poster."""
    at = rows.index(row) + 1
    return at < len(rows) and numbered(rows[at]) is not None and is_name(row)
