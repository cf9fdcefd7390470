"""How much of a page is kept when it is too large."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.rendering import fitting
from digest.rendering._sample import sample
from digest.rendering.fitting import fitted
from digest.rendering.layout import lay_out
from digest.rendering.page import Line, Page, PointRow, Section, lines
from digest.rendering.words import words


def long_page(points: int) -> Page:
    page = lay_out(sample(), words("zh-Hans"))
    said = [Line(f"第{number}句。", "报", "报") for number in range(points)]
    rows = tuple(PointRow(number, (line,), ()) for number, line in enumerate(said, 1))
    return replace(page, sections=(Section("points", "要点", rows, len(rows)),), printed=points)


def written(page: Page, first: int, rest: int) -> str:
    """As large as *first* bytes for each of the first hundred sentences, *rest* for each further one."""
    count = sum(1 for section in page.sections for row in section.rows for _ in lines(row))
    return "x" * (min(count, 100) * first + max(0, count - 100) * rest)


@pytest.mark.parametrize(("first", "rest"), [(3000, 100), (2000, 10), (900, 900)])
def test_a_page_whose_cuts_save_unevenly_is_filled_nevertheless(first: int, rest: int) -> None:
    """A thousand articles of many threads gave a mail of an eighth of what it may be: a forecast that
    reckons with the average fell outside what was measured, time and again."""
    trials: list[int] = []

    def finished(draft: str) -> str:
        trials.append(len(draft))
        return draft * 2

    page = fitted(long_page(3000), lambda page: written(page, first, rest), finished, 92_000)

    assert 0.9 * 92_000 < len(page) <= 92_000
    assert len(trials) <= fitting.MOST_TRIALS
