"""Paragraphs that a program cut off: openings of other articles, and of the page's own. Pure."""

from __future__ import annotations

from bisect import bisect_left

from digest.cleaning.rules.verdicts import HEADING, Page
from digest.language.lazy import regex


def cut_short(page: Page) -> None:
    """Paragraphs that a program cut off ([…]) are the openings of other articles, where there are several."""
    texts = page.texts()
    cut = [at for at in texts if page.rows[at].text.rstrip()[-1:] in _CUT_ENDS]
    cut = [at for at in cut if _CUT.search(page.rows[at].text)]
    if not _FEWEST_CUT <= len(cut) < len(texts):
        return
    for at in cut:
        page.remove(at, "related-headlines", "cut off")


_CUT_ENDS = frozenset("]】)）")
_CUT, _FEWEST_CUT = regex(r"[\[【(（](?:…+|\.{3,})[\]】)）]\s*$"), 2


def cut_copies(page: Page) -> None:
    """The first signs of a paragraph, cut off wherever that is: what a page tells others of itself."""
    whole = sorted(page.rows[at].fold for at in page.texts())
    for at, row in enumerate(page.rows):
        copy = row.fold.rstrip(".…")
        if row.size < _SHORTEST_COPY or (row.ends and copy == row.fold):
            continue
        if page.verdicts.get(at, HEADING) != HEADING:
            continue
        place = bisect_left(whole, copy)
        # It may stand among them itself, and another time.
        longer = whole[place : place + _MOST_COPIES]
        if any(each.startswith(copy) and len(each) - len(copy) >= _SHORTEST_REST for each in longer):
            page.remove(at, "duplicate", "a paragraph cut off")


_SHORTEST_COPY, _SHORTEST_REST, _MOST_COPIES = 30, 8, 3
"""Size of such a copy, what it must lack at least, and how often it may stand there."""
