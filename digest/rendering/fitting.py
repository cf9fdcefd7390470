"""Keep a page under its size: trim from the bottom, and say what went. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from digest.rendering.page import ArticleRow, Page, Row, Section, lines

_ORDER = ("people", "quotes", "numbers", "timeline", "ahead", "differ", "points")
"""What a reader can best spare comes first; lead and reasons are never trimmed."""

LEADERS = 20
"""Articles, from the first, that keep a key point until other sections have given theirs."""

NEAR = 0.97
"""Share of the budget that a trimmed page should fill."""


def fitted(page: Page, printed: Callable[[Page], str], budget: int) -> str:
    """*printed* of the page, or of nearly as much of it as takes at most *budget* bytes in UTF-8.

    Sizes fall almost evenly with each step, so the right number of steps is
    found by interpolation, in three or four printings where halving takes
    ten; a page within `NEAR` of the budget is near enough.
    """
    best = printed(page)
    low, too_large = 0, len(best.encode())
    if too_large <= budget:
        return best
    steps = _steps(page)
    high, fits, best = len(steps), 0, ""
    while low < high:
        share = (too_large - budget * (1 + NEAR) / 2) / max(1, too_large - fits)
        middle = min(high - 1, max(low, low + int(share * (high - low))))
        trial = printed(trimmed(page, steps[: middle + 1]))
        size = len(trial.encode())
        if size > budget:
            low, too_large = middle + 1, size
        else:
            best, high, fits = trial, middle, size
            if size >= budget * NEAR:
                break
    return best or printed(trimmed(page, steps))


Step = tuple[str, int]
"""Take one sentence of an article, or a whole row, from the section of that kind: (kind, row's index)."""


def _steps(page: Page) -> list[Step]:
    """All the cuts there are, the most dispensable first, each section from its end.

    Of articles first what goes beyond one key point. Beyond the first
    `LEADERS` then that point, and beyond twice as many the whole row: some
    articles with what they say are worth more than many bare titles.
    """
    articles = page.section("articles")
    entries = [row for row in articles.rows if isinstance(row, ArticleRow)] if articles else []
    backwards = range(len(entries) - 1, -1, -1)
    spoken = [index for index in backwards if entries[index].lines]
    rows: list[Step] = [("articles", index) for index in backwards]
    steps: list[Step] = [("articles", index) for index in backwards for _ in entries[index].lines[1:]]
    steps += [("articles", index) for index in spoken if index >= LEADERS]
    steps += [step for step in rows if step[1] >= 2 * LEADERS]
    for kind in _ORDER:
        if section := page.section(kind):
            steps += [(kind, index) for index in range(len(section.rows) - 1, 0, -1)]
    steps += [("articles", index) for index in spoken if index < LEADERS]
    return steps + [step for step in rows if step[1] < 2 * LEADERS]


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
