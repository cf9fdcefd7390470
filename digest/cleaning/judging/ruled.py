"""The lines that a rule names, and those above or below them that go with them. Pure."""

from __future__ import annotations

import re

from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.branches import Rule
from digest.cleaning.rules.rulebook import Rulebook
from digest.cleaning.rules.verdicts import Page, Verdict
from digest.language.lazy import regex

_LINE_EFFECTS = frozenset(
    {"remove", "end", "tail", "related", "byline", "caption", "highlight", "references"}
)


def ruled(page: Page, book: Rulebook) -> None:
    """A verdict for each open line that the words of one of *book*'s rules tell."""
    for at, row in enumerate(page.rows):
        if not page.open(at):
            continue
        rule = book.first(row.fold, row.written, _LINE_EFFECTS)
        if rule is None or (row.is_prose and row.stops >= 2 and not _fills(rule, row, page)):
            continue
        if row.is_prose and rule.inside and _behind(rule, row):
            continue
        page.rules[at] = rule
        if rule.name == "caption-source" and at and _stands_under_a_picture(page, at - 1):
            page.remove(at - 1, rule.reason, rule.name)
        if (
            rule.name == "caption-label"
            and at + 1 < len(page.rows)
            and page.rows[at + 1].size < _LONGEST_CAPTION
        ):
            page.remove(at + 1, rule.reason, rule.name)
        if rule.name == "caption-button":
            _captions_above(page, at, rule)
        if rule.effect == "byline":
            page.verdicts[at] = Verdict("byline", rule.reason, rule.name)
        elif rule.effect == "highlight":
            page.remove(at, "marker", rule.name)
        else:
            page.remove(at, rule.reason, rule.name)


def _captions_above(page: Page, at: int, rule: Rule) -> None:
    """What the pictures of a show are, above the button that hides it; never a whole text."""
    start = at
    while start and page.open(start - 1) and page.rows[start - 1] is not page.title:
        start -= 1
    above = sum(row.size for row in page.rows[start:at])
    if above < sum(row.size for row in page.rows[at:] if row.is_prose):
        for number in range(start, at):
            page.remove(number, rule.reason, rule.name)


_LONGEST_CAPTION = 60
_LONGEST_ABOVE_SOURCE = 30


def _stands_under_a_picture(page: Page, at: int) -> bool:
    """A short line between the title and the text, with the picture's source below it."""
    row = page.rows[at]
    short = row.size <= _LONGEST_ABOVE_SOURCE and row.stops <= 1 and page.open(at) and row is not page.title
    return short and not any(page.rows[n].is_prose and page.open(n) for n in range(at))


_LAST_STOP = regex(r".*[。！？!?”」][）)]?")


def _behind(rule: Rule, row: Row) -> bool:
    """What the rule found is glued behind the paragraph's last stop: it goes as a sentence of its own."""
    found, told = rule.found(row.fold, row.written), _LAST_STOP.match(row.fold)
    return bool(found and told and row.han and found.start() >= told.end() >= _RUNNING)


_RUNNING = 16
"""Characters that are a sentence before a button."""
_FEWEST_BESIDE = 2
"""Paragraphs of a page one of which may be all caption."""
_LONGEST_SHOWN = 160
_SHOWS = regex(r"(?:^|[。！？!?，,])(?:图(?:中)?为|图中|照片(?:中|为|显示))")
"""One of the sentences of a caption says that it is one; whose the picture is stands behind the last."""
_STOPS = re.compile(r"[。！？!?]")


def _fills(rule: Rule, row: Row, page: Page) -> bool:
    """A paragraph of several sentences goes only when what the rule found is much of it.

    One that begins as a caption does is a caption to its end, where the page has paragraphs beside it.
    """
    found = rule.found(row.fold, row.written)
    if found is None:
        return False
    if rule.reason == "spam":
        spam = [part for part in _STOPS.split(row.fold) if rule.found(part, part)]
        return max(len(found[0]), sum(map(len, spam))) * 8 > len(row.fold) * 5
    opens = rule.effect == "tail" and found.start() < 24 and not row.runs_on
    if rule.effect == "caption" and not row.han:
        opens = found.end() >= len(row.fold) - 1
        opens = opens or (found.start() == 0 and sum(other.is_prose for other in page.rows) > _FEWEST_BESIDE)
    elif rule.effect == "caption" and row.size <= _LONGEST_SHOWN and found.end() >= len(row.fold) - 1:
        others = sum(other.is_prose for other in page.rows)
        opens = others > _FEWEST_BESIDE and _SHOWS.search(row.fold) is not None
    return opens or len(found[0]) * 3 > len(row.fold)
