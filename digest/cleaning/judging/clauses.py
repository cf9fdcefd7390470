"""Sentences that somebody broke into clauses, a line each and no stop: 一群家长 / 在送孩子进校园后. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from digest.cleaning.lines.rows import Row
from digest.cleaning.speech.spoken import FLUENT
from digest.language.lazy import regex

FEWEST, FEWEST_BESIDE = 5, 3
"""Of clauses in a row that tell themselves from a list, and of such beside a paragraph that no heading is."""
_FEWEST_OF_A_TEXT = 8
_LONGEST = 60
_SHARE_OF_A_TEXT = 0.11
"""Of small words in a text in clauses, some of which are names and days alone."""


def is_clause(row: Row) -> bool:
    """Whether a line may be one: short, in Chinese, neither closed nor marked."""
    return row.han > 0 and row.size <= _LONGEST and not (row.bullet or row.role or row.link_share)


def is_fluent(run: Sequence[Row], share: float = FLUENT) -> bool:
    """Whether short lines have the small words of running text, which no menu and hardly a headline has.

    *share*: of all characters.
    """
    size = sum(row.size for row in run)
    small = [len(_SMALL.findall(row.fold)) for row in run]
    return all(row.han for row in run) and sum(small) >= share * size and 2 * sum(map(bool, small)) > len(run)


_SMALL = regex(r"[的了是在和也都把被让从将着们我你他她它这那就又还]")


def in_clauses(rows: Sequence[Row]) -> bool:
    """Whether most lines of a text are clauses: then one without a small word is one, too."""
    clauses = [row for row in rows if is_clause(row) and not row.ends]
    return (
        len(clauses) >= _FEWEST_OF_A_TEXT
        and 2 * len(clauses) > len(rows)
        and is_fluent(clauses, _SHARE_OF_A_TEXT)
    )


def is_said(row: Row) -> bool:
    """Whether one line by itself is told by its last word, with which speech ends: …二十年了吧."""
    return is_clause(row) and row.size >= _SHORTEST_SAID and row.commas > 0 and row.text[-1] in _LAST_WORDS


_SHORTEST_SAID, _LAST_WORDS = 14, "吧呢啊嘛啦呀耶喔哦"
