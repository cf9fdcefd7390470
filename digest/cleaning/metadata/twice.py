"""A page's name above everything, and its heading further down, which says the same: there it begins. Pure.

The first line of a page made text is often what the tab of a browser shows:
"A lion walks home - The Daily Tram". Where a line further down is that title
alone, the rest is the site's name, and what stands between the two is its menu.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.verdicts import BODY, Page
from digest.language.lazy import regex


class Heading(NamedTuple):
    """Where the title stands alone, and the site's name that the first row has beside it, "" for none."""

    at: int
    site: str


_BEHIND = regex(r"(?:\s+[-–—•/»«]+|\s*[|·])[\s\xa0]+(?P<site>\S.{0,70})")
_BEFORE = regex(r"(?P<site>[^.?!]{2,40}?)(?:\s*[|:»]|\s+[-–—])\s+")
_SHORTEST, _FARTHEST = 12, 400
"""Characters of a title that can be known again; rows among which it is looked for."""
_TIMES_LONGER = 2
"""What stands below a heading is longer than what stands above it."""


def said_again(rows: Sequence[Row]) -> Heading | None:
    """The heading of an English page whose first row says the title too."""
    if not rows or rows[0].han or len(rows[0].text) < _SHORTEST or rows[0].is_prose:
        return None
    name = rows[0].text
    found: Heading | None = None
    turned: Heading | None = None  # the site's name may be a line of its own too
    whole = sum(row.size for row in rows if row.is_prose)
    above = 0
    for at, row in enumerate(rows[:_FARTHEST]):
        if row.is_prose:
            above += row.size
            if above * (_TIMES_LONGER + 1) > whole:
                break
        elif not at or not _SHORTEST <= len(row.text) <= len(name):
            continue
        elif name == row.text:
            found = Heading(at, "")
        elif name.startswith(row.text) and (behind := _BEHIND.fullmatch(name, len(row.text))):
            found = Heading(at, behind["site"])
        elif name.endswith(row.text) and (before := _BEFORE.fullmatch(name, 0, len(name) - len(row.text))):
            turned = Heading(at, before["site"])
    return found or turned


_BYLINES_BELOW = 10
"""Rows below a heading in which who wrote it and when stand."""


def above_heading(page: Page) -> None:
    """Removes what stands above the heading that says the page's name again: its menu."""
    heading = said_again(page.rows)
    if heading is None or page.title is None or page.title.text != page.rows[heading.at].text:
        return
    below = range(heading.at + 1, min(len(page.rows), heading.at + _BYLINES_BELOW))
    signed = any(page.verdicts.get(at, BODY).fate == "byline" for at in below)
    for at in range(heading.at):
        page.rules.pop(at, None)
        if page.open(at) or (signed and page.verdicts[at].fate == "byline"):
            page.remove(at, "navigation", "above the heading")
