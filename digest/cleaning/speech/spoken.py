"""Is an article the transcript of somebody who spoke? One clause a line, and hardly a full stop. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from digest.cleaning.edits.trail import CLOCK
from digest.cleaning.lines.rows import Row
from digest.language.lazy import regex

_FUNCTION = regex(
    r"[的了是在和我你他她它们这那有不就也都把被让从吗呢吧啊说]"
    r"|\b(?:the|and|of|to|in|a|is|that|it|i|you|we|was|for|so|they|this|but|on|with)\b"
)
OF_THE_PLAYER = frozenset({"title", "aside", "byline"})
"""Roles of rows in which nobody speaks."""
FEWEST_LINES = 12
FEWEST_CLOCKS = 4
_LONGEST_CLAUSE = 60
_COLUMN = 48
"""Characters of a wrapped line; half as many are a subtitle."""


def is_clock(row: Row) -> bool:
    """A line that is nothing but a time: pasted from a player, it stands between the clauses."""
    if ":" not in row.text or len(row.text) > _LONGEST_TURN:
        return False
    return CLOCK.fullmatch(row.text) is not None or _TURN.fullmatch(row.text) is not None


_LONGEST_TURN = 40
_TURN = regex(
    rf"(?:(?:[Ss]peaker|SPEAKER|发言人|發言人|说话人|說話人|讲话人)\s?\w{{0,3}}"
    rf"|(?:[A-Z][\w.'’-]+ ?){{1,3}}|[\u4e00-\u9fff·]{{2,6}})"
    rf"[\s:：]*{CLOCK.pattern}|{CLOCK.pattern}\s*(?:[Ss]peaker|SPEAKER|发言人|發言人|说话人)\s?\w{{0,3}}[:：]?"
)
"""Who speaks from when: Speaker 1  0:03, 发言人1 00:03."""


_SHARE_OF_ENDED = 0.4
"""Of all that is said, in lines that end with a stop: of speech hardly more than they are of the lines."""


_MARKED = 0.05
"""Marks to the Chinese character: of eleven transcripts none has more than 0.032, a diary in lines 0.08."""
_MARKS = "，,、；;。！？!?~…"


def _marks(row: Row) -> int:
    return sum(map(row.text.count, _MARKS))


def is_transcript(rows: Sequence[Row]) -> bool:
    """Whether nearly every line is a clause of speech."""
    said = [row for row in rows if not is_clock(row)]
    clocks = len(rows) - len(said)
    rows = [row for row in said if row.role not in OF_THE_PLAYER]
    if rows and all(row.role == "cue" for row in rows):
        return True
    sizes = [row.size for row in rows]
    if clocks >= FEWEST_CLOCKS and clocks * 2 >= len(rows) > 0 and max(sizes) <= _LONGEST_CLAUSE:
        # A time above each line; the entries of a live blog are paragraphs.
        return True
    if len(rows) < FEWEST_LINES:
        return False
    ended = sum(row.text[-1:] in "。！？!?." for row in rows)
    long = sum(size > 60 for size in sizes)
    if not 3 <= median(sizes) <= 30 or ended * 4 > len(rows) or long * 20 > len(rows):
        return False
    if sum(row.size for row in rows if row.text[-1:] in "。！？!?.") > _SHARE_OF_ENDED * sum(sizes):
        return False  # a page: its paragraphs end as sentences do, its buttons are many and short
    if all(row.han for row in rows) and sum(map(_marks, rows)) > _MARKED * sum(sizes):
        return False  # who sets commas writes, wherever his lines end
    if sum(row.gap for row in rows) * 3 > len(rows) and ended * 12 > len(rows):
        return False
    written = [len(row.text) for row in rows if row.stops]
    if len(written) * 3 > len(rows) and median(written) >= _COLUMN:
        return False  # prose that was wrapped stops in the middle of its lines
    function = [len(_FUNCTION.findall(row.fold)) for row in rows]
    # Of short lines some have none, though the speech is full of them.
    share = 0.5 if sum(function) > FLUENT * sum(sizes) else 0.7
    return (
        sum(function) > 0.06 * sum(sizes)
        and sum(map(bool, function)) > share * len(rows)
        and len({row.fold for row in rows}) > 0.85 * len(rows)
    )


FLUENT = 0.14
"""Share of function words in all letters that no list of headlines has."""
