"""Keep a page under its size: trim from the bottom, and say what went. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from digest.rendering.page import ArticleRow, Page, Row, Section, lines

_ORDER = ("articles", "people", "quotes", "numbers", "timeline", "ahead", "differ", "points")
"""What a reader can best spare comes first; lead and reasons are never trimmed."""


def fitted(page: Page, printed: Callable[[Page], str], budget: int) -> str:
    """*printed* of the page, or of as much of it as takes at most *budget* bytes in UTF-8.

    Sizes grow with each step that is kept, so the fewest steps are found by
    halving: about a dozen printings for the largest page, one for most.
    """
    whole = printed(page)
    if len(whole.encode()) <= budget:
        return whole
    steps = _steps(page)
    low, high = 0, len(steps)
    best = ""
    while low < high:
        middle = (low + high) // 2
        trial = printed(trimmed(page, steps[: middle + 1]))
        if len(trial.encode()) <= budget:
            best, high = trial, middle
        else:
            low = middle + 1
    return best or printed(trimmed(page, steps))


Step = tuple[str, int]
"""Take the last sentence, or the last row, from the section of that name: (kind, rows' index)."""


def _steps(page: Page) -> list[Step]:
    """All the cuts there are, the most dispensable first."""
    steps: list[Step] = []
    for kind in _ORDER:
        section = page.section(kind)
        if not section:
            continue
        for index in range(len(section.rows) - 1, -1, -1):
            row = section.rows[index]
            if isinstance(row, ArticleRow):
                steps += [(kind, index)] * len(row.lines)
            elif index:
                steps.append((kind, index))
    # Last of all the list of articles itself, from its end.
    articles = page.section("articles")
    return (
        steps + [("articles", index) for index in range(len(articles.rows) - 1, -1, -1)]
        if articles
        else steps
    )


def trimmed(page: Page, steps: list[Step]) -> Page:
    """The page after *steps*; ``left_out`` counts the sentences that went."""
    sections = []
    for section in page.sections:
        cuts = [index for kind, index in steps if kind == section.kind]
        rows = _without(section, cuts) if cuts else section.rows
        if rows:
            sections.append(replace(section, rows=rows))
    kept = sum(len(lines(row)) for section in sections for row in section.rows)
    return replace(page, sections=tuple(sections), left_out=page.printed - kept)


def _without(section: Section, cuts: list[int]) -> tuple[Row, ...]:
    rows: list[Row] = []
    for index, row in enumerate(section.rows):
        gone = cuts.count(index)
        if not isinstance(row, ArticleRow):
            if not gone:
                rows.append(row)
        elif gone <= len(row.lines):
            rows.append(replace(row, lines=row.lines[: len(row.lines) - gone]))
    return tuple(rows)
