"""What stands at the foot of a page: that its sentences were found again, and what was not used. Pure."""

from __future__ import annotations

from digest.model import Issue
from digest.rendering.names import one_line
from digest.rendering.page import Missing
from digest.rendering.words import Words

UNUSED = 10
"""Files named as not used, those that could not be read first: of two themes with one folder each leaves
the other's articles out, which no reader asks about. ``issue.json`` and `digest build` name all."""


def proof(words: Words, printed: int, traced: int) -> str:
    """That every sentence was found again; or how many were, and then nothing of every sentence."""
    if traced == printed:
        return words.count(
            "{n} sentence printed, the author's own, found again in its source.",
            "{n} sentences printed, each its author's own, and each found again in its source.",
            printed,
        )
    return words.count(
        "{n} sentence printed; {traced} found again in its source.",
        "{n} sentences printed; {traced} of them found again in their sources.",
        printed,
        traced=words.number(traced),
    )


def unused(issue: Issue, words: Words) -> tuple[Missing, ...]:
    """How near an article came to a theme is for who sets the theme's query, and for no reader."""
    skipped = [Missing(one_line(each.path), one_line(words.reason(each.reason))) for each in issue.skipped]
    elsewhere = words("about something else")
    return (*skipped, *(Missing(one_line(each.path), elsewhere) for each in issue.unassigned))
