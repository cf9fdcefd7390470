"""Lists of what others published: each entry a title, its house, its day. Pure."""

from __future__ import annotations

from itertools import pairwise

from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.verdicts import Page
from digest.language.lazy import regex
from digest.language.months import MONTH_EN

_DATED = regex(
    r".{6,220}(?:[,–—|·]|\s-)\s*\(?"
    rf"(?:\d{{1,2}}(?:[-–]\d{{1,2}})?\s{MONTH_EN}|{MONTH_EN}\s\d{{1,2}}(?:[-–]\d{{1,2}})?),?\s(?:19|20)\d\d\)?"
    r"(?:,\s[^.,]{2,30})?"
)
"""Three Lamps on One Rock, Tide Magazine, 26 Sep 2018; of an event the place stands behind its day."""
_FEWEST = 2
"""Of them in one list: a single one may be a caption, or what a speech is called."""


def entries(page: Page) -> None:
    """A newsletter tells what to read elsewhere; the titles are not the author's sentences."""
    found = [at for at, row in enumerate(page.rows) if page.open(at) and _is_entry(row)]
    near = {at for pair in pairwise(found) if pair[1] - pair[0] <= _FEWEST for at in pair}
    for at in near:
        page.remove(at, "related-headlines", "dated entries")


def _is_entry(row: Row) -> bool:
    listed = row.bullet or row.role == "list" or row.link_share > 0
    return listed and not row.ends and not row.han and _DATED.fullmatch(row.text.strip()) is not None
