"""Where the body begins and ends: first paragraph to last, over what reads as sentences. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from digest.cleaning.judging.unstopped import is_front
from digest.cleaning.lines.rows import Row
from digest.cleaning.lines.running import broken_part, is_broken_text, is_clause, is_running, is_told
from digest.cleaning.lines.topic import Topic
from digest.cleaning.rules.verdicts import Page
from digest.language.lazy import regex


def edges(page: Page, topic: Topic) -> None:
    """Removes what stands before the first paragraph of *page* and behind the last."""
    rows = page.rows
    prose = page.prose()
    # A teaser or a menu with a mark that asks or calls is no first or last paragraph where others are whole.
    whole = {at for at in prose if not rows[at].han or rows[at].ends or "。" in rows[at].text}
    others = (at for at in page.opened() if at not in whole and rows[at].han >= _LONGEST_UNSTOPPED)
    prose = sorted(whole.union(at for at in others if is_running(rows[at]))) or prose
    if not prose:
        prose = [at for at, row in enumerate(rows) if row.is_sentence and page.open(at)]
        if is_front([rows[at] for at in prose], len(rows)) and not is_broken_text(
            _short(rows[at] for at in page.opened())
        ):
            prose = []
    if not prose:
        prose = _all_in_clauses(page)
    if not prose:
        for at in page.opened():
            page.remove(at, "navigation", "no running text")
        return
    first, last = _stretched(page, prose[0], -1), _stretched(page, prose[-1], 1)
    last = _over_headings(page, topic, last)
    first, last = _over_clauses(page, first, last)
    for at in page.opened():
        if at < first:
            page.remove(at, "navigation", "before the first paragraph")
        elif at > last:
            page.remove(at, "site-footer", "after the last paragraph")


def _short(rows: Iterable[Row]) -> list[Row]:
    return [row for row in rows if _is_short(row)]


def _is_short(row: Row) -> bool:
    return is_clause(row) and not row.is_sentence


def _all_in_clauses(page: Page) -> list[int]:
    """Places of a text without a single sentence: the longest run of clauses, if it is one; [] if none is."""
    rows = page.rows
    runs: list[list[int]] = []
    for at in (at for at in page.opened() if _is_short(rows[at])):
        together = bool(runs) and all(
            not page.open(between) and _is_passed(page, between) for between in range(runs[-1][-1] + 1, at)
        )
        if not together:
            runs.append([])
        runs[-1].append(at)
    longest = max(runs, key=len, default=[])
    size = broken_part([rows[at] for at in longest])
    return longest[:size] if size >= _CLAUSES_ALONE else []


_CLAUSES_ALONE = 8
"""Lines of such a text at least: fewer are what a menu, or a poem's heading, has left."""


def _over_headings(page: Page, topic: Topic, last: int) -> int:
    """From the last paragraph over headings and one short line to a sentence on the article's own subject."""
    rows = page.rows
    short = 0
    for at in range(last + 1, len(rows)):
        row = rows[at]
        if not page.open(at):
            if not _is_passed(page, at):
                break
            continue
        if row.is_sentence and at > last + 1:
            own = row.size >= _SHORTEST_END and topic.likeness(row) >= topic.usual * 0.5 > 0
            return _stretched(page, at, 1) if own else last
        short += 1
        if row.stops or short > 1:
            break
    return last


def _is_passed(page: Page, at: int) -> bool:
    """Whether a line may stand between two paragraphs of any article: its heading, a picture, code."""
    verdict = page.verdicts[at]
    return verdict.fate == "heading" or verdict.reason in _PASSED


_PASSED = frozenset({"caption", "placeholder", "code", "repeated-title"})
"""Reasons of what is a picture's, or stands in the middle of a text."""
_SHORTEST_END = 10


def _over_clauses(page: Page, first: int, last: int) -> tuple[int, int]:
    """From the paragraphs outwards over lines of a text that its author broke into clauses.

    Where he did so all through, every line beside it is his; below the last only there, since the remarks
    of readers have no stops either.
    """
    rows = page.rows
    inside = [rows[at] for at in page.opened() if first <= at <= last]
    short = _short(inside)
    size = sum(row.size for row in inside)
    habit = is_broken_text(short) and 2 * sum(row.size for row in short) > size
    below = _clauses(page, last, 1, habit)
    own = sum(rows[at].size for at in below) > size
    if not habit and not own:
        below = []
    above = _clauses(page, first, -1, habit or own)
    return above[-1] if above else first, below[-1] if below else last


def _clauses(page: Page, edge: int, step: int, habit: bool) -> list[int]:
    """Places of the lines next to an edge, outwards, as far as they are clauses of a text."""
    rows = page.rows
    run: list[int] = []
    passed: int | None = None
    at = edge + step
    while 0 <= at < len(rows):
        if page.open(at):
            if not (is_clause(rows[at]) or is_exclaimed(rows[at]) or is_running(rows[at])):
                break
            run.append(at)
        elif rows[at] is page.title and not (habit and step < 0):
            passed = len(run)
        elif not _is_passed(page, at):
            break
        at += step
    # What is called, and when, stands at the far end of it; one line of it may have been taken for the title.
    lines = [rows[each] for each in run]
    if habit:
        size = max((number for number, row in enumerate(lines, 1) if is_told(row)), default=0)
    else:
        size = broken_part(lines)
    if passed is not None and size > passed:
        beyond = lines[passed:size]
        if len(beyond) < _BEYOND_A_TITLE or not is_broken_text(beyond):
            size = passed if habit else broken_part(lines[:passed])
    return run[:size]


_BEYOND_A_TITLE = 5
"""Clauses beyond what was taken for a title."""


_OF_THE_SHEET = frozenset({"signs alone", "page-numbers", "journal-line", "skip link", "a block of code"})
"""Stains, heads and numbers of pages, boxes that a link skips, code stand between any two lines."""


def _stretched(page: Page, at: int, step: int) -> int:
    """From the first (last) paragraph outwards over what still reads as sentences."""
    edge = at
    probe = at + step
    misses = 0
    while 0 <= probe < len(page.rows) and misses < 3:
        row = page.rows[probe]
        verdict = page.verdicts.get(probe)
        if verdict is not None:
            if verdict.fate in ("title", "removed") and step < 0 and verdict.fate == "title":
                break
            misses += verdict.fate == "removed" and verdict.rule not in _OF_THE_SHEET
        elif (
            row.is_sentence
            or is_exclaimed(row)
            or (misses == 0 and (_reads_on(row) or (step > 0 and holds_sentence(row))))
        ):
            edge, misses = probe, 0
        else:
            misses += 1
            if step > 0 or row.size < 12:
                break
        probe += step
    return edge


def _reads_on(row: Row) -> bool:
    """Whether a line right beside the text is as good as a sentence: a long one, or one of a word or two."""
    if row.size >= _LONG:
        return row.commas > 0 or (row.stops > 0 and is_running(row))
    return is_short_sentence(row) or _is_part(row)


def _is_part(row: Row) -> bool:
    """Whether a Chinese line is several clauses, or one whose sentence goes on in the next line."""
    commas = row.text.count("，") + row.text.count(",") if row.han and row.commas else 0
    return commas >= _OF_CLAUSES or (commas > 0 and row.text[-1] in "，," and row.size >= _SHORTEST_PART)


_OF_CLAUSES, _SHORTEST_PART = 2, 12


def is_short_sentence(row: Row) -> bool:
    """An English sentence of a word or two, with its mark."""
    return 0 < row.words <= _WORDS_OF_SHORT and _SHORT.fullmatch(row.text) is not None


_LONGEST_UNSTOPPED = 60
"""Chinese characters of a paragraph whose author wrote no stops."""
_LONG, _WORDS_OF_SHORT = 30, 2
_SHORT = regex(r"[“\"‘¡¿]?[A-Z][a-z’']+(?: [a-z’']+)?[.!?][”\"’]?")
"""Glorious? Not again."""


def holds_sentence(row: Row) -> bool:
    """Whether a whole Chinese sentence begins a line, and what was glued behind it ends it: 。文：甲某."""
    stop = row.text.rfind("。") if row.han else -1
    return stop >= _SHORTEST_HELD and len(row.text) - stop <= _LONGEST_BEHIND


_SHORTEST_HELD, _LONGEST_BEHIND = 10, 40


def is_exclaimed(row: Row) -> bool:
    """A Chinese sentence of two words or three, with its mark."""
    return row.han >= _SHORTEST_EXCLAIMED and row.text[-1] in "。！"


_SHORTEST_EXCLAIMED = 2
