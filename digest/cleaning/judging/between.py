"""What the short lines between the paragraphs are: headings, a list of links, a text in clauses. Pure."""

from __future__ import annotations

from collections import Counter

from digest.cleaning.judging.edges import holds_sentence, is_exclaimed, is_short_sentence
from digest.cleaning.lines.rows import Row
from digest.cleaning.lines.running import (
    FEWEST_CLAUSES,
    is_broken_text,
    is_clause,
    is_running,
    is_told,
    may_be_broken,
)
from digest.cleaning.metadata.signatures import is_signed
from digest.cleaning.rules.verdicts import CLAUSE, HEADING, SPEECH, Page
from digest.language.lazy import regex

TIMES_OF_LABEL = 3
"""On one page, from which on a line heads none of its parts."""
_LONGEST_HEADING = 34
_RUN_OF_SHORT = 5


def between(page: Page) -> None:
    """Judge the lines that are neither sentences nor paragraphs, and what no stop closes."""
    rows = page.rows
    runs = _runs(page, over=True)
    clauses = [run for run in runs if len(run) >= FEWEST_CLAUSES and may_be_broken([rows[at] for at in run])]
    if not is_broken_text([rows[at] for run in clauses for at in run]):
        clauses = [run for run in clauses if is_broken_text([rows[at] for at in run])]
    size = sum(rows[at].size for at in page.opened())
    if 2 * sum(rows[at].size for run in clauses for at in run) > size:
        # Most of the text is such lines: no shorter run of them is of headings.
        few = [run for run in runs if len(run) < FEWEST_CLAUSES]
        clauses += [run for run in few if all(is_told(rows[at]) for at in run)]
    short = _runs(page)
    told = {at: len(run) for run in short for at in run if _is_told(rows[at], len(run))}
    points = {at for at, together in told.items() if together < _RUN_OF_SHORT}
    for at in (at for run in clauses for at in run if at not in points):
        page.verdicts[at] = CLAUSE
    for run in _runs(page) if clauses else short:
        bulleted = sum(rows[n].bullet or rows[n].text[:1] in "①②③④⑤⑥⑦⑧⑨" for n in run)
        if len(run) >= _RUN_OF_SHORT and bulleted * 2 < len(run):
            for number in run:
                page.remove(number, "link-list", "run of short lines")
            continue
        for number in run:
            if number not in told and (not rows[number].bullet or rows[number].size < 8):
                page.verdicts[number] = HEADING
    for at in page.opened():
        row = rows[at]
        if row.han >= _LONGEST_UNSTOPPED and not (row.is_sentence or row.is_prose) and _is_unstopped(row):
            page.verdicts[at] = SPEECH


def _runs(page: Page, *, over: bool = False) -> list[list[int]]:
    """Places of short lines that stand together.

    *over* pictures: between them clauses of a text alone.
    """
    rows = page.rows
    times = Counter(row.fold for row in rows) if over else {}
    runs: list[list[int]] = []
    apart = True
    for at, row in enumerate(rows):
        if page.open(at):
            if _is_text(row) or (over and not is_clause(row)):
                apart = True
                continue
            if apart:
                runs.append([])
            runs[-1].append(at)
            apart = False
        elif not (over and _is_between(page.verdicts[at].reason, times[row.fold])):
            apart = True
    return runs


def _is_between(reason: str, times: int) -> bool:
    """Whether a removed line that stands on the page so many *times* is in the place of a picture."""
    return reason in _BETWEEN_CLAUSES or (reason == "navigation" and times >= TIMES_OF_LABEL)


_BETWEEN_CLAUSES = frozenset({"caption", "placeholder", "repeated-title"})
_LONGEST_UNSTOPPED, _TO_A_COMMA = 60, 40
"""Chinese characters of a paragraph without stops that is no sentence, and to one of its commas."""


def _is_unstopped(row: Row) -> bool:
    return row.stops == 0 and row.commas * _TO_A_COMMA < row.size and is_running(row)


_NUMBERED_QUESTION = regex(
    r"(?:0\d|\d{1,2}(?=[.、．\s|｜])|第?[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}(?=[、.．\s|｜章节])|[（(][一二三四五六七八九十\d]{1,2}[)）])"
    r"[章节]?[\s.、．|｜]*\S[^。！!；;]{1,24}[？?]"
)
"""02 改，还是不改？ is what the part below it is called."""


def _is_text(row: Row) -> bool:
    if row.text[-1] in "？?" and _NUMBERED_QUESTION.fullmatch(row.text):
        return False
    if row.is_sentence or row.is_prose or row.size > _LONGEST_HEADING or row.role in ("quote", "cue"):
        return True
    if row.text[-1] == "." and is_short_sentence(row):
        return True
    return is_exclaimed(row) or holds_sentence(row) or is_signed(row.written)


_FEWEST_TOLD, _SHORTEST_TOLD = 2, 14
"""Short lines in a row, and size of one with a comma: a heading of two clauses stands alone."""


def _is_told(row: Row, run: int) -> bool:
    """Whether a line is one of several in clauses: points, or verses, that nobody closed with a stop."""
    return run >= _FEWEST_TOLD and row.han > 0 and row.commas > 0 and row.size >= _SHORTEST_TOLD
