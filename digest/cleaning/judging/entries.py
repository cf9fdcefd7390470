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
    found = [at for at in page.opened() if _is_entry(page.rows[at])]
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


_TRAILS, _FEWEST_POSTED = regex(r"\w\s?(?:\.{3}|…)\s*$"), 3


def posted(page: Page) -> None:
    """Below a text the newest of others: what each is called, who posted it and when, how it begins..."""
    rows, texts = page.rows, page.texts()
    cut = [at for at in texts if not rows[at].han and _is_signed(page, at) and _TRAILS.search(rows[at].text)]
    if len(cut) < _FEWEST_POSTED or texts[0] == cut[0]:
        return
    for at in cut:
        page.remove(at, "related-headlines", "cut off")
        if at > 1 and page.open(at - 2) and not rows[at - 2].ends:
            page.remove(at - 2, "related-headlines", "cut off")


def _is_signed(page: Page, at: int) -> bool:
    """Whether right above a paragraph stands who wrote it, or when."""
    return at > 0 and at - 1 in page.rules and page.rules[at - 1].effect == "byline"
