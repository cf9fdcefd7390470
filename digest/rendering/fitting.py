"""Keep a page under its size: trim from the bottom, and say what went. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from digest.rendering.page import ArticleRow, Line, Page, Row, Section, lines

_ORDER = ("organisations", "people", "quotes", "numbers", "timeline", "ahead", "differ", "points")
"""What a reader can best spare comes first; lead and reasons of the first thread are never trimmed."""

_EXTRAS = _ORDER[:4]

LEADERS = 20
"""Articles, from the first, that keep a key point until other sections have given theirs."""

NEAR = 0.97
"""Share of the budget that a trimmed page should fill."""

MOST_TRIALS = 6

USUAL_GROWTH = 1.65
"""A finished page's size to its draft's, until one has been measured."""

_MARKUP = 120
"""Bytes of draft around a sentence, roughly; a title has three times as much around it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One cut: a sentence of the article in row *index* of a section, or that row.

    *section* is its place in the page; *weight* is about what the cut saves.
    """

    section: int
    index: int
    weight: int


def fitted(page: Page, drafted: Callable[[Page], str], finished: Callable[[str], str], budget: int) -> str:
    """The *finished* draft of the page, or of nearly as much of it as takes at most *budget* bytes in UTF-8.

    Finishing, which writes styles into elements, costs several times what
    filling the templates costs. So the number of cuts is foreseen from the
    texts that go, and each finished page corrects the forecast: two or three
    are finished for a page that is too large, one for most.
    """
    draft, growth = drafted(page), USUAL_GROWTH
    if _size(draft) <= budget:
        whole = finished(draft)
        if _size(whole) <= budget:
            return whole
        growth = _size(whole) / _size(draft)
    steps = _steps(page)
    least = drafted(trimmed(page, steps))
    forecast = _Forecast.of(steps, _size(draft), _size(least), growth)
    best, enough, too_few, too_large = "", len(steps), -1, 0
    for _ in range(MOST_TRIALS):
        aim = budget * (1 + NEAR) / 2
        if best and too_large:
            cuts = forecast.between((too_few, too_large), (enough, _size(best)), aim)
        else:
            cuts = min(max(forecast.cuts(aim), too_few + 1), enough)
        draft = drafted(trimmed(page, steps[:cuts]))
        trial = finished(draft)
        forecast = forecast.corrected(cuts, _size(draft), _size(trial))
        if _size(trial) > budget:
            too_few, too_large = cuts, _size(trial)
        else:
            best, enough = trial, cuts
        if best and (_size(best) >= budget * NEAR or enough == too_few + 1):
            break
    return best or finished(least)


@dataclass(frozen=True, slots=True)
class _Forecast:
    """What a page will take after so many cuts: ``saved[n]`` bytes less of draft after *n*."""

    whole: float
    saved: tuple[float, ...]
    growth: float

    @classmethod
    def of(cls, steps: list[Step], whole: int, least: int, growth: float) -> _Forecast:
        """All the steps together save *whole* less *least*, each in proportion to its weight."""
        total = sum(step.weight for step in steps)
        scale = (whole - least) / max(1, total)
        saved = accumulate((step.weight for step in steps), initial=0)
        return cls(whole, tuple(each * scale for each in saved), growth)

    def cuts(self, budget: float) -> int:
        """The fewest cuts after which a finished page should take at most *budget* bytes."""
        return min(bisect_left(self.saved, self.whole - budget / self.growth), len(self.saved) - 1)

    def between(self, above: tuple[int, int], below: tuple[int, int], aim: float) -> int:
        """The cuts for a page of *aim* bytes, strictly between two that were measured, as (cuts, bytes).

        Where the cuts save more at the end than on the average, a forecast from one of them alone
        falls outside, time and again.
        """
        (few, large), (many, small) = above, below
        share = (large - aim) / (large - small)
        saved = self.saved[few] + share * (self.saved[many] - self.saved[few])
        return min(max(bisect_left(self.saved, saved), few + 1), many - 1)

    def corrected(self, cuts: int, draft: int, size: int) -> _Forecast:
        """The forecast that would have been right about *cuts*."""
        return replace(self, whole=draft + self.saved[cuts], growth=size / draft)


def _steps(page: Page) -> list[Step]:
    """All the cuts there are, the most dispensable first, each section from its end.

    Of articles first what goes beyond one key point. Beyond the first
    `LEADERS` then that point, and beyond twice as many the whole row: some
    articles with what they say are worth more than many bare titles.
    """
    places = {
        kind: [at for at, each in enumerate(page.sections) if each.kind == kind]
        for kind in (*_ORDER, "articles")
    }
    at = next(iter(places["articles"]), -1)
    entries = [row for row in page.rows("articles") if isinstance(row, ArticleRow)]
    numbered = list(enumerate(entries))[::-1]
    steps = [Step(at, index, _weight(line)) for index, row in numbered for line in row.lines[:0:-1]]
    spoken = [Step(at, index, _weight(row.lines[0])) for index, row in numbered if row.lines]
    titles = [Step(at, index, 3 * _MARKUP + _size(row.title)) for index, row in numbered]
    steps += [step for step in spoken if step.index >= LEADERS]
    steps += [step for step in titles if step.index >= 2 * LEADERS]
    for place in (place for kind in _ORDER for place in reversed(places[kind])):
        section = page.sections[place]
        # Of several threads each still says what happened without them.
        spared = 0 if section.kind in _EXTRAS and page.section("thread") else 1
        rows = list(enumerate(section.rows))[spared:][::-1]
        steps += [Step(place, index, sum(map(_weight, lines(row)))) for index, row in rows]
    steps += [step for step in spoken if step.index < LEADERS]
    steps += [step for step in titles if step.index < 2 * LEADERS]
    return steps + list(_threads(page, set(steps)))


def _threads(page: Page, cut: set[Step]) -> Iterator[Step]:
    """What is left of each thread but the first, from the last: the page of very many would not fit."""
    opens = [place for place, section in enumerate(page.sections) if section.kind == "thread"]
    second = opens[1] if len(opens) > 1 else len(page.sections)
    for place in reversed(range(second, len(page.sections))):
        for index, row in list(enumerate(page.sections[place].rows))[::-1]:
            step = Step(place, index, sum(map(_weight, lines(row))) or 3 * _MARKUP)
            if step not in cut and not isinstance(row, ArticleRow):
                yield step


def _weight(line: Line) -> int:
    return _MARKUP + _size(line.text)


def _size(text: str) -> int:
    return len(text.encode())


def trimmed(page: Page, steps: list[Step]) -> Page:
    """The page after *steps*; ``left_out`` counts the sentences that went."""
    cuts = Counter((step.section, step.index) for step in steps)
    whole = all(page.sections[place].kind == "articles" for place, _ in cuts)
    sections = tuple(
        replace(section, rows=rows)
        for place, section in enumerate(page.sections)
        if (rows := _without(section, place, cuts, whole))
    )
    kept = sum(len(lines(row)) for section in sections for row in section.rows)
    return replace(page, sections=sections, left_out=page.printed - kept)


def _without(section: Section, place: int, cuts: Counter[tuple[int, int]], whole: bool) -> tuple[Row, ...]:
    """*place* is the section's in the page.

    *whole* when the sections above the articles are: only then is it true what stands above.
    """
    rows: list[Row] = []
    for index, row in enumerate(section.rows):
        gone = cuts[place, index]
        if not isinstance(row, ArticleRow):
            if not gone:
                rows.append(row)
        elif gone <= len(row.lines):
            left = row.lines[: len(row.lines) - gone]
            rows.append(replace(row, lines=left, above=row.above if whole else 0))
    return tuple(rows)
