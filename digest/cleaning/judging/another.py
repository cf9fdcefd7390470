"""Another article below the first, as a page that never ends loads it: a date, and words of its own. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from digest.cleaning.lines.topic import weights
from digest.cleaning.rules.verdicts import Page

_FEWEST_BEFORE, _FEWEST_BEHIND = 3, 2
"""Paragraphs of the first article, and of the second."""
_STRANGE = 0.12
"""Share, by weight, of the second one's words that the first has too: two on one subject share a quarter."""
_LONGEST = 3000
"""Characters that tell what a text is about."""
_ABOVE = 3
"""Lines above its date in which the second one's title and writer stand."""

_MOST = 60
"""Dates between different paragraphs that are tried: each costs as much as a text of `_LONGEST`."""


def another(page: Page) -> None:
    """Removes from *page* all that stands below its own article."""
    if not page.rules:
        return
    rows = page.rows
    prose = page.prose()
    above = page.title is None or (prose and page.title.number > rows[prose[0]].number)
    if above or len(prose) < _FEWEST_BEFORE + _FEWEST_BEHIND:
        # What stands above a title, or has none, may be the one that is not the article's.
        return
    first, last = prose[_FEWEST_BEFORE - 1], prose[-_FEWEST_BEHIND]
    asked = tried = 0
    for at, rule in sorted(page.rules.items()):
        if not first < at < last or not rule.name.startswith("dateline"):
            continue
        before, behind = bisect_left(prose, at), bisect_right(prose, at)
        if before == asked or tried == _MOST:
            continue
        asked, tried = before, tried + 1
        if _is_strange(page, prose[: min(before, _LONGEST)], prose[behind : behind + _LONGEST]):
            start = at
            while start > prose[before - 1] + 1 and at - start < _ABOVE:
                start -= 1
            for number in range(start, len(rows)):
                if page.open(number) or page.verdicts[number].fate in ("heading", "byline"):
                    page.remove(number, "another-article", "another date and subject")
            return


def _is_strange(page: Page, before: Sequence[int], behind: Sequence[int]) -> bool:
    told = "\n".join([page.rows[n].fold for n in before])[:_LONGEST]
    title = page.title.fold if page.title else ""
    own = weights("\n".join([page.rows[n].fold for n in behind])[:_LONGEST])
    total = sum(own.values())
    shared = sum(weight for word, weight in own.items() if word in told)
    if not total or shared > _STRANGE * total:
        return False
    named = set(weights(title))
    return len(named & own.keys()) * 4 <= len(named)
