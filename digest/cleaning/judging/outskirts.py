"""Where the text has thinned out into the page: a few sentences among many lines of the site. Pure.

Words know much of what stands below a text, and never all of it. What is left
between it, a motto, a teaser, a reader's remark, has no neighbours of its own
kind: there the article is over, unless a full paragraph on its subject follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.cleaning.lines.topic import Topic
from digest.cleaning.rules.verdicts import Page, Verdict

_FEWEST_LINES, _FEWEST_OF_THE_SITE = 8, 3
_SHARE_OF_TEXT, _SHARE_OF_THE_SITE = 0.35, 0.3
"""Of the lines of a tail: text at most, lines that rules know as the site's at least."""
_LARGEST, _SHARE_OF_ALL = 32, 0.25
"""Size of a text in a tail, and of all its texts together, to that of the body."""
_FULL = 20
"""Size of a paragraph that brings an article back when it is on its subject."""
_OF_THE_SITE = frozenset(
    "follow-us login counters related-headlines app-promotion account-box navigation links sharing age tags"
    " newsletter forum comments pop-up copyright disclaimer cookie-banner".split()
)
_ADVERTISEMENTS = frozenset({"leftover", "ad-mark", "sponsored-line"})


def outskirts(page: Page, topic: Topic) -> None:
    """Removes from *page* the texts of its thin tail."""
    rows = page.rows
    if len(rows) <= _FEWEST_LINES or sum(map(_is_of_the_site, page.verdicts.values())) < _FEWEST_OF_THE_SITE:
        return
    told = set(page.texts())
    texts = [at in told for at in range(len(rows))]
    start = _start(page, topic, texts)
    if start is None:
        return
    for at in range(start, len(rows)):
        if page.loose(at):
            page.remove(at, "site-footer", "thin tail")


def _is_of_the_site(verdict: Verdict) -> bool:
    return verdict.reason in _OF_THE_SITE and verdict.rule not in _ADVERTISEMENTS


def _start(page: Page, topic: Topic, texts: Sequence[bool]) -> int | None:
    """The first line of the tail: the farthest up from which all conditions hold."""
    rows = page.rows
    told = sum(row.size for row, text in zip(rows, texts, strict=True) if text)
    start = None
    lines = sentences = site = size = 0
    for at in range(len(rows) - 1, 0, -1):
        row = rows[at]
        lines += 1
        if texts[at]:
            if row.size > _LARGEST or (row.size >= _FULL and not topic.is_strange(row)):
                break
            sentences += 1
            size += row.size
            if size > _SHARE_OF_ALL * (told - size):
                break
            continue
        verdict = page.verdicts.get(at)
        if verdict is not None and verdict.fate == "title":
            break
        site += verdict is not None and _is_of_the_site(verdict)
        thin = sentences <= _SHARE_OF_TEXT * lines and site >= max(
            _FEWEST_OF_THE_SITE, _SHARE_OF_THE_SITE * lines
        )
        # It begins with two lines that are no text.
        if thin and lines >= _FEWEST_LINES and texts[at + 1 : at + 2] != [True] and sentences:
            start = at
    return start
