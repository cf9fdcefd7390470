"""The line that says where and when a report was filed: 新华社北京5月23日电, SEOUL, May 3 (AP) -. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.language.dates import Mention
from digest.language.lazy import regex

_PLACE = regex(
    r"[（(【\[]?(?:[\u4e00-\u9fff]{2,16}[】\]]? ?"
    r"|[A-Z][A-Z.'’-]{2,}(?:[ ,/]+[A-Z][A-Za-z.'’-]*){0,4}[ ,]*[（(]?"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z][A-Za-z.]+(?: [A-Z][a-z]+)?, )"
)
"""新华社北京, SAN JOSE, Tokyo, Japan: what stands before the day."""
_FILED = regex(
    r" ?(?:[)）】]? ?(?:\([^()]{2,30}\) ?)?(?:--|[–—]|/ ?[^/]{2,30} ?/)|\([^()]{2,30}\) ?-"
    r"|(?:综合|专|独家)?(?:[上下]午|晚间?|凌晨)?"
    r"(?:[电電](?![话話影力视視动動子商池器脑腦信邮郵])|[讯訊]|消息(?=[，,：: ）)】]|$))[）)】]?"
    r"|\((?:globe newswire|business wire|pr newswire)\b)",
    re.I,
)
"""What follows the day: a dash, an agency, 电, 讯."""
_AGENCY = regex(r"\w")
LONGEST = 48
"""Characters before the day at most."""


_SIGN = regex("[–—/(电電讯訊]|--|消息")


def may_open(text: str) -> bool:
    """A cheap look ahead of `dates.find`: without one of these *text* opens with no dateline."""
    return _SIGN.search(text) is not None


def end(text: str, mentions: Sequence[Mention]) -> int:
    """Where the dateline that opens *text* ends, 0 when none does; *mentions* are the dates in *text*."""
    first = mentions[0] if mentions else None
    if first is None or first.day is None or first.start >= LONGEST:
        return 0
    behind = _FILED.match(text, first.end)
    if behind is None:
        return 0
    # Without a place a dash says little: 5月15日—17日.
    placed = first.start and _PLACE.fullmatch(text, 0, first.start)
    return behind.end() if placed or (first.start < 2 and _AGENCY.search(behind[0])) else 0
