"""The notes of a show below what it is about: who speaks, its chapters, links, thanks, groups to join. Pure.

A chronicle has hours before its paragraphs too; but only a show says beside them
who its hosts and guests are, or that these are its chapters.
"""

from __future__ import annotations

from digest.cleaning.lines.around import any_of
from digest.cleaning.rules.verdicts import Page
from digest.language.lazy import regex

_CHAPTER = regex(
    r"[(（\[【-]?\s*(?:(?P<hours>\d{1,2}):)?(?P<minutes>[0-5]?\d):(?P<seconds>[0-5]\d)(?=[\s)）\]】-])"
)
_FIRST = frozenset("0123456789([（【-")
_FEWEST, _NEAR = 3, 12
"""Chapters of a show, and lines between them and who speaks in it."""
_BEFORE, _BEHIND = r"[【\[☆●■◆▎\s]*(?:本期|节目|本集)?", r"\s*(?:[】\]:：]|$)"


def notes(page: Page) -> None:
    """Removes from *page* the notes below its text, where they have chapters."""
    rows = page.rows
    chapters = [
        (at, found)
        for at, row in enumerate(rows)
        if row.fold[0] in _FIRST and (found := _CHAPTER.match(row.fold))
    ]
    times = [tuple(int(part or 0) for part in found.groups()) for _, found in chapters]
    if len(chapters) < _FEWEST or times != sorted(times):
        return
    first, last = chapters[0][0], chapters[-1][0]
    label = any_of("notes", _BEFORE, _BEHIND)
    named = [at for at in range(max(0, first - _NEAR), last) if label.match(rows[at].fold)]
    start = min([first, *named])
    above = sum(row.size for at, row in enumerate(rows[:start]) if row.is_prose and page.open(at))
    if not named or not above:
        return
    below = sum(row.size for at, row in enumerate(rows) if at > last and row.is_prose and page.open(at))
    for at in range(start, len(rows) if below <= above else last + 1):
        if page.open(at) or page.verdicts[at].fate == "heading":
            page.remove(at, "show-notes", "chapters")
