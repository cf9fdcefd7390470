"""Where the body begins and ends: first paragraph to last, over what reads as sentences. Pure."""

from __future__ import annotations

from digest.cleaning.judging.clauses import FEWEST, FEWEST_BESIDE, in_clauses, is_clause, is_fluent, is_said
from digest.cleaning.judging.unstopped import is_front
from digest.cleaning.lines.rows import Row
from digest.cleaning.lines.topic import Topic
from digest.cleaning.rules.verdicts import Page


def edges(page: Page, topic: Topic) -> None:
    """Removes what stands before the first paragraph of *page* and behind the last."""
    rows = page.rows
    prose = page.prose()
    # A teaser or a menu with a mark that asks or calls is no first or last paragraph where others are whole.
    prose = [at for at in prose if not rows[at].han or rows[at].ends or "。" in rows[at].text] or prose
    if not prose:
        prose = [at for at, row in enumerate(rows) if row.is_sentence and page.open(at)]
        if is_front([rows[at] for at in prose], len(rows)):
            prose = []
    if not prose:
        for at in page.opened():
            page.remove(at, "navigation", "no running text")
        return
    first, last = _stretched(page, prose[0], -1), _stretched(page, prose[-1], 1)
    last = _over_a_caption(page, topic, last)
    broken = in_clauses([rows[at] for at in range(first, last + 1) if page.open(at)])
    first, last = _over_clauses(page, first, -1, broken), _over_clauses(page, last, 1, broken)
    for at in page.opened():
        if at < first:
            page.remove(at, "navigation", "before the first paragraph")
        elif at > last:
            page.remove(at, "site-footer", "after the last paragraph")


def _over_clauses(page: Page, edge: int, step: int, broken: bool) -> int:
    """From the first (last) paragraph outwards over sentences that somebody broke into clauses, a line each.

    They are told by their small words, or by the text itself where it is *broken* so.
    """
    run: list[int] = []
    probe = edge + step
    while 0 <= probe < len(page.rows):
        if page.open(probe) and is_clause(page.rows[probe]):
            run.append(probe)
        elif run or page.rows[probe] is not page.title:
            break
        probe += step
    rows = [page.rows[at] for at in run]
    beside = bool(run) and run[0] == edge + step
    told = len(run) >= (FEWEST_BESIDE if beside else FEWEST) and is_fluent(rows)
    if told or (broken and run):
        return run[-1]
    return run[0] if run and is_said(rows[0]) else edge


def _over_a_caption(page: Page, topic: Topic, last: int) -> int:
    """From the last paragraph over one short line to a sentence on the article's own subject."""
    rows = page.rows
    beyond = last + 2
    if beyond >= len(rows) or not (page.open(last + 1) and page.open(beyond)) or rows[last + 1].stops:
        return last
    row = rows[beyond]
    own = row.is_sentence and row.size >= _SHORTEST_END and topic.likeness(row) >= topic.usual * 0.5 > 0
    return _stretched(page, beyond, 1) if own else last


_SHORTEST_END = 10
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
            or (row.size >= 30 and row.commas and misses == 0)
            or is_exclaimed(row)
            or (step > 0 and misses == 0 and _is_signed(row))
        ):
            edge, misses = probe, 0
        else:
            misses += 1
            if step > 0 or row.size < 12:
                break
        probe += step
    return edge


def _is_signed(row: Row) -> bool:
    """Whether a whole Chinese sentence begins a line, and what was glued behind it ends it: 。文：甲某."""
    stop = row.text.rfind("。") if row.han else -1
    return stop >= _SHORTEST_SIGNED and len(row.text) - stop <= _LONGEST_SIGNATURE


_SHORTEST_SIGNED, _LONGEST_SIGNATURE = 10, 40


def is_exclaimed(row: Row) -> bool:
    """A Chinese sentence of two words or three, with its mark."""
    return row.han >= _SHORTEST_EXCLAIMED and row.text[-1] in "。！"


_SHORTEST_EXCLAIMED = 2
