"""A post on a Taiwanese board: its fields, what it quotes and the answers below are not the poster's. Pure.

The board writes every post down in the same form: 作者, 看板, 標題 and 時間 above it, without
colons unless it is carried to another part; 引述《name》之銘言 and ": " before each line of another's
post; below it 發信站, and the answers.
Between them all is the poster's own, though he sets no stops.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.cleaning.lines.rows import Row
from digest.language.lazy import regex

_TOP, _FIELDS = 8, 4
"""Rows in which the first field stands, and how many there are of them: the page puts each on a line."""
_POSTER = regex(
    r"作者\s*\w{2,14}\s?\([^()]{0,24}\)(?:\s+看板\s|$)|作者:\s\w{2,14}\s\([^()]{0,24}\)\s看板:\s\w"
)
_FIELD, _TITLE = regex(r"(?:作者|看板|标题|时间)(?::\s|\s*)[^\s:]"), "标题"
_RETOLD = regex(r"(?:※\s*)?\[?本文转录自\s*\S+\s*看板")
"""In front of the fields of a post that was carried from another part of the board, which have colons."""
_QUOTED, _CITED = (": ", "："), regex(r"※?\s*引述《[^》]{1,60}》之[铭名]言")
_POSTED = regex(r"※?\s*发信站\s*[:：]")
_STOPS = "。！？!?.…"
_LINES_TO_A_STOP = 4
"""Of so many lines one ends with a stop, where the poster sets any."""


def fielded(rows: Sequence[Row]) -> tuple[list[Row], bool]:
    """*rows*, those of the board marked ``title``, ``byline`` or ``aside``; whether the post has no stops."""
    first = next((at for at, row in enumerate(rows[:_TOP]) if _is_poster(row)), None)
    if first is None:
        return list(rows), False
    fields = {at for at in range(first, min(first + _FIELDS, len(rows))) if _FIELD.match(rows[at].fold)}
    if not any(rows[at].fold.startswith(_TITLE) for at in fields):
        return list(rows), False
    again = next((at for at, row in enumerate(rows[: 2 * _TOP]) if _RETOLD.match(row.fold)), len(rows))
    told = {
        at for at in range(again, min(again + _FIELDS + 1, len(rows))) if _is_told_again(rows[at])
    } - fields
    last = next((at for at, row in enumerate(rows) if _POSTED.match(row.fold)), len(rows))
    made = []
    for at, row in enumerate(rows):
        role = row.role
        if at in fields:
            role = "title" if row.fold.startswith(_TITLE) else "byline"
        elif at < max(fields) or at >= last or at in told or not row.size or _is_of_another(row):
            role = "aside"
        made.append(replace(row, role=role) if role != row.role else row)
    said = [row for row in made if row.role not in ("title", "byline", "aside")]
    return made, sum(row.text[-1] in _STOPS for row in said) * _LINES_TO_A_STOP < len(said)


def _is_poster(row: Row) -> bool:
    return row.fold.startswith("作者") and _POSTER.match(row.fold) is not None


def _is_told_again(row: Row) -> bool:
    return _RETOLD.match(row.fold) is not None or _FIELD.match(row.fold) is not None


def _is_of_another(row: Row) -> bool:
    return row.text.startswith(_QUOTED) or _CITED.match(row.fold) is not None
