"""What to read elsewhere: lists of titles with house and day, teasers with the button below them. Pure."""

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


_MORE = regex(
    r"\W*(?:(?:read|see|show) (?:more|the rest|on)"
    r"|read (?:the )?(?:full|whole|entire) (?:story|article|post|interview)"
    r"|continue reading|keep reading|full story)\W*"
)
_FURTHER = regex(r"(?:explore|read|see) further\W*|(?:read|see) also\W*|also read\W*")
_TEASER = 2
_APART = _TEASER + 1
"""Rows from one button to the next in a list of teasers: what it is called, its text, the button."""
_LONGEST_TEASER = 160


def teasers(page: Page) -> None:
    """Above "Read more" a headline, amid the text; a headline and how it begins, in a list of several."""
    buttons = [
        at for at, row in enumerate(page.rows) if len(row.fold) < _LONGEST and _MORE.fullmatch(row.fold)
    ]
    for at in buttons:
        if at and _is_headline(page, at - 1):
            page.remove(at - 1, "related-headlines", "above a button")
    listed = [pair for pair in pairwise(buttons) if pair[1] - pair[0] == _APART]
    for at in {at for pair in listed for at in pair}:
        if at >= _TEASER and _is_headline(page, at - _TEASER):
            for number in range(at - _TEASER, at):
                if page.open(number) and page.rows[number].size <= _LONGEST_TEASER:
                    page.remove(number, "related-headlines", "above a button")
    for at, row in enumerate(page.rows[:-1]):
        if len(row.fold) < _LONGEST and _FURTHER.fullmatch(row.fold) and _is_headline(page, at + 1):
            page.remove(at, "related-headlines", "above a headline")
            page.remove(at + 1, "related-headlines", "above a headline")


_LONGEST = 32
"""Characters of a button."""
_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 8, 48


def _is_headline(page: Page, at: int) -> bool:
    row = page.rows[at]
    short = _SHORTEST_HEADLINE <= row.size <= _LONGEST_HEADLINE and row is not page.title and not row.han
    return page.open(at) and short and not row.ends
