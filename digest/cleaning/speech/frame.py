"""What stands around speech: the player's lines above it, and the host's leave-taking. Pure.

A transcript copied from a video's page begins with its title, its channel,
counts, chapters; its host ends with thanks and calls to follow. Neither is
what was said about the subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.branches import Rule
from digest.cleaning.rules.rulebook import Rulebook
from digest.cleaning.speech import breaks
from digest.language.lazy import regex

_COUNTS, _NOTES = breaks.any_of("counts"), breaks.any_of("notes")
_DAY = regex(r"(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|[a-z]{3,9} \d{1,2}, (?:19|20)\d\d")
_GREETING = breaks.any_of("greets")
_CLOSING, _CALL, _FRIENDS = breaks.any_of("closes"), breaks.any_of("calls"), breaks.any_of("friends")

_LONGEST_HEAD = 24
_LEAVE = 18
"""Lines at the end among which a host takes leave."""


def with_head(rows: Sequence[Row]) -> list[Row]:
    """*rows*, the player's lines above the speech marked ``title``, ``byline`` (with a date) or ``aside``.

    They are known by a count of views or subscribers, chapters, hashtags or a
    date on a line of its own; where there is none, the first line may be speech.
    """
    end = _head(rows)
    return [replace(row, role=_role(row, at)) for at, row in enumerate(rows[:end])] + list(rows[end:])


def _role(row: Row, at: int) -> str:
    if row.role in ("title", "aside", "cue"):
        return row.role
    if at == 0 and not _is_player(row):
        return "title"
    return "byline" if _DAY.search(row.fold) else "aside"


def _head(rows: Sequence[Row]) -> int:
    """How many lines are the player's: up to the last of its marks, or to the blank line below it."""
    top = rows[: min(_LONGEST_HEAD, len(rows) // 3)]
    spoken = next((at for at, row in enumerate(top) if _GREETING.match(row.fold)), len(top))
    last = -1
    for at, row in enumerate(top[:spoken]):
        if _is_player(row):
            last = at
        elif at - last > _FARTHEST:
            break
    if last < 0:
        return 0
    gap = next((at for at, row in enumerate(top) if at > last and row.gap), 0)
    return gap if gap and gap - last <= 2 else last + 1


_FARTHEST = 3
"""Lines without a mark between two of the player's: title, channel, slogan."""


def _is_player(row: Row) -> bool:
    return (
        (_COUNTS.search(row.fold) is not None and _SAID.search(row.fold) is None)
        or _NOTES.match(row.fold) is not None
        or (row.size < 24 and _DAY.fullmatch(row.fold.split("·")[-1].strip()) is not None)
    )


_SAID = regex(r"[的了是在和我你他她它们这那有不就也都到]|\b(?:the|and|of|to|in|a|is|i|you|we|got|has|had)\b")
"""What a clause has and a count has not."""


def foot(rows: Sequence[Row], pages: Rulebook) -> dict[int, Rule | None]:
    """The lines of a page below what was said, each with the rule of *pages* that knows it.

    Of a text that has no times, for a player has no page below. From the end upwards as far as no line is
    a clause; the uppermost is known to a rule, others only as they stand among those.
    """
    last = range(max(0, len(rows) - _LONGEST_FOOT), len(rows))
    pages = pages.over([rows[at].fold for at in last])
    below: dict[int, Rule | None] = {}
    found: dict[int, Rule | None] = {}
    for at in reversed(last):
        row = rows[at]
        met = list(pages.all(row.fold, row.written))
        if row.role == "cue" or any(rule.effect in _OF_SPEECH for rule in met):
            break
        below[at] = next((rule for rule in met if rule.effect in _OF_PAGES), None)
        if below[at]:
            found = dict(below)
        elif row.ends or row.commas or row.size > _LONGEST_LABEL or _is_clause(row):
            break
    return found


def _is_clause(row: Row) -> bool:
    return _SAID.search(row.fold) is not None and (not row.han or breaks.has_verb(row.written))


_LONGEST_FOOT, _LONGEST_LABEL = 16, 24
"""Lines of a page below speech; characters of a line of it that no rule knows: a name, a button."""
_OF_SPEECH, _OF_PAGES = frozenset({"greeting", "opinion"}), frozenset({"remove", "end", "tail", "related"})
"""Effects of rules."""


def leave_taking(rows: Sequence[Row]) -> int:
    """Number of lines before the host's farewell, all of them where he takes none.

    It begins at the first of two or more farewells and calls among the last
    lines, or at the line before that speaks of those who like the show.
    """
    # In the first half of a short one he greets, and calls to follow then.
    first = max(len(rows) // 2, len(rows) - _LEAVE)
    said = [
        at for at in range(first, len(rows)) if _CLOSING.search(rows[at].fold) or _CALL.search(rows[at].fold)
    ]
    if not said or (len(said) < 2 and said[0] < len(rows) - 2):
        return len(rows)
    start = said[0]
    return start - 1 if start > first and _FRIENDS.match(rows[start - 1].fold) else start
