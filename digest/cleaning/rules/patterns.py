"""What a regular expression cannot match without, worked out from the pattern itself. Pure.

By it a text tells which of hundreds of patterns are worth a try.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})
_WIDEST_CLASS = 24
"""Members of a character class up to which each of them is looked for."""
_MOST_STRINGS = 60
"""That neighbouring alternatives are multiplied out to: ``.(?:com|net)`` wants ".com" or ".net"."""


def widths(pattern: str) -> tuple[int, int]:
    """The fewest and the most characters that *pattern* matches."""
    least, most = _parsed(pattern).getwidth()
    return least, most


def required(pattern: str) -> frozenset[str] | None:
    """Lower-case strings of which every match of *pattern* contains at least one; None if there are none."""
    return _needs(list(_parsed(pattern)))


@lru_cache(maxsize=1)
def _parsed(pattern: str) -> Any:
    """Whoever asks one thing of a pattern asks the other next."""
    return _parser.parse(pattern)


def required_too(pattern: str) -> frozenset[str] | None:
    """The same of another part of *pattern*, where they are few and tell enough to be looked for."""
    others = [needs for needs in _candidates(list(_parsed(pattern)))[1:] if len(needs) <= _FEW]
    return next((needs for needs in others if _tells(needs) >= _TELLING), None)


_FEW, _TELLING = 12, 0.7


def _needs(parts: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    return next(iter(_candidates(parts)), None)


def _candidates(parts: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """Such sets over the parts of a sequence, the most telling first: of long strings, and of few."""
    candidates: list[frozenset[str]] = []
    run = frozenset({""})
    for op, value in parts:
        exact = _exactly(op, value)
        if exact is not None and len(run) * len(exact) <= _MOST_STRINGS:
            run = frozenset(head + tail for head in run for tail in exact)
            continue
        candidates.append(run)
        run = exact or frozenset({""})
        inner = _needs_of(op, value) if exact is None else None
        if inner is not None:
            candidates.append(inner)
    candidates.append(run)
    telling = [_shortest(frozenset(map(str.lower, needs))) for needs in candidates if "" not in needs]
    return sorted(telling, key=_tells, reverse=True)


def _shortest(needs: frozenset[str]) -> frozenset[str]:
    """*needs* without those that hold another of them: what has no "clap" has no "claps"."""
    return frozenset(need for need in needs if not any(other in need for other in needs if other != need))


def _tells(needs: frozenset[str]) -> float:
    """How few lines have one of *needs*: a letter or a digit tells less than a sign, a blank nothing."""
    return min(sum(map(_weight, need)) for need in needs) - len(needs) / 40


@cache
def _weight(letter: str) -> float:
    return 0.0 if letter.isspace() else 0.4 if letter.isascii() and letter.isalnum() else 1.0


def _exactly(op: Any, value: Any) -> frozenset[str] | None:
    """All strings that a part can match, where they are few and known."""
    if op is ops.LITERAL:
        return frozenset({chr(value)})
    if op is ops.IN and all(member is ops.LITERAL for member, _ in value) and len(value) <= _WIDEST_CLASS:
        return frozenset(chr(member) for _, member in value)
    if op in _REPEATS and value[:2] == (0, 1):
        inner = _all_of(list(value[2]))
        return None if inner is None else inner | {""}
    if op is ops.SUBPATTERN:
        return _all_of(list(value[3]))
    if op is ops.BRANCH:
        sides = [_all_of(list(side)) for side in value[1]]
        known = [side for side in sides if side is not None]
        return frozenset().union(*known) if len(known) == len(sides) else None
    return None


def _all_of(parts: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    run = frozenset({""})
    for op, value in parts:
        exact = _exactly(op, value)
        if exact is None or len(run) * len(exact) > _MOST_STRINGS:
            return None
        run = frozenset(head + tail for head in run for tail in exact)
    return run


def _needs_of(op: Any, value: Any) -> frozenset[str] | None:
    if op is ops.SUBPATTERN:
        return _needs(list(value[3]))
    if op is ops.BRANCH:
        sides = [_needs(list(side)) for side in value[1]]
        if any(side is None for side in sides):
            return None
        return frozenset().union(*(side for side in sides if side is not None))
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and value[0] >= 1:
        return _needs(list(value[2]))
    if op is ops.ASSERT:
        return _needs(list(value[1]))
    return None


# --- how a match begins and ends -------------------------------------------------------

_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"
_ZERO_WIDTH = frozenset({ops.AT, ops.ASSERT, ops.ASSERT_NOT})
_Part = tuple[Any, Any]
"""Of a parsed pattern: what is to match, and its argument."""


@dataclass(frozen=True)
class Opening:
    """What the first (or last) character of a match is: the first letter of a line is asked of hundreds."""

    letters: frozenset[str]
    members: frozenset[_Part]
    """Ranges, and categories such as ``\\d``."""
    others: tuple[Opening, ...]
    """Classes of which it is not."""

    def __or__(self, other: Opening) -> Opening:
        return Opening(self.letters | other.letters, self.members | other.members, self.others + other.others)

    def has(self, letter: str) -> bool:
        """Whether a match can begin with *letter*."""
        if letter in self.letters:
            return True
        if _FIRST_HAN <= letter <= _LAST_HAN and self._of_han is not None:
            return self._of_han
        return self._has_unnamed(letter)

    def _has_unnamed(self, letter: str) -> bool:
        return any(_holds(op, value, letter) for op, value in self.members) or any(
            not other.has(letter) for other in self.others
        )

    @cached_property
    def _of_han(self) -> bool | None:
        """Whether a match can begin with any Chinese character that is not named; None if that depends.

        Lines begin with thousands of those, which hardly a pattern tells apart.
        """
        if any(other.letters or other._of_han is None for other in self.others):
            return None
        ranges = [value for op, value in self.members if op is ops.RANGE]
        first, last = ord(_FIRST_HAN), ord(_LAST_HAN)
        if any(first < edge <= last for low, high in ranges for edge in (low, high + 1)):
            return None
        return self._has_unnamed(_FIRST_HAN)

    def packed(self) -> list[Any]:
        """As JSON can hold it; categories by name."""
        members = [[str(op), value if op is ops.RANGE else str(value)] for op, value in self.members]
        return ["".join(sorted(self.letters)), sorted(members), [other.packed() for other in self.others]]

    @classmethod
    def unpacked(cls, kept: Sequence[Any]) -> Opening:
        letters, members, others = kept
        parts = (
            (getattr(ops, op), tuple(value) if op == "RANGE" else getattr(ops, value))
            for op, value in members
        )
        return cls(frozenset(letters), frozenset(parts), tuple(map(cls.unpacked, others)))


def opening(pattern: str) -> Opening | None:
    """How every match of *pattern* begins; None where that can be any character."""
    found, empty = _openings(list(_parsed(pattern)))
    return None if empty or found is None else _opening(found)


def closing(pattern: str) -> Opening | None:
    """What the last character of every match of *pattern* is; None where that can be any, or none."""
    found, empty = _openings(_backwards(_parsed(pattern)))
    return None if empty or found is None else _opening(found)


def _backwards(parts: Iterable[_Part]) -> list[_Part]:
    return [(op, _turned(op, value)) for op, value in reversed(list(parts))]


def _turned(op: Any, value: Any) -> Any:
    if op is ops.SUBPATTERN:
        return (*value[:3], _backwards(value[3]))
    if op is ops.BRANCH:
        return value[0], [_backwards(side) for side in value[1]]
    return (*value[:2], _backwards(value[2])) if op in _REPEATS else value


def _opening(parts: Iterable[_Part]) -> Opening:
    letters: set[str] = set()
    members: set[_Part] = set()
    others: list[Opening] = []
    waiting = list(parts)
    while waiting:
        op, value = waiting.pop()
        if op is ops.LITERAL:
            letters.add(chr(value))
        elif op is ops.NOT_LITERAL:
            others.append(_opening([(ops.LITERAL, value)]))
        elif op is not ops.IN:
            members.add((op, value))
        elif value[0][0] is ops.NEGATE:
            others.append(_opening(value[1:]))
        else:
            waiting += value
    return Opening(frozenset(letters), frozenset(members), tuple(others))


def _holds(op: Any, value: Any, letter: str) -> bool:
    if op is ops.RANGE:
        return bool(value[0] <= ord(letter) <= value[1])
    return _CATEGORIES[value].match(letter) is not None


_CATEGORIES = {
    getattr(ops, f"CATEGORY_{name}"): re.compile(sign)
    for name, sign in (
        ("DIGIT", r"\d"), ("NOT_DIGIT", r"\D"), ("SPACE", r"\s"), ("NOT_SPACE", r"\S"), ("WORD", r"\w"),
        ("NOT_WORD", r"\W"),
    )
}  # fmt: skip


def _openings(parts: Iterable[_Part]) -> tuple[list[_Part] | None, bool]:
    """What can match the first character (None: anything), and whether the parts can match nothing."""
    found: list[_Part] = []
    for op, value in parts:
        if op in _ZERO_WIDTH:
            continue
        own, empty = _openings_of(op, value)
        if own is None:
            return None, False
        found += own
        if not empty:
            return found, False
    return found, True


def _openings_of(op: Any, value: Any) -> tuple[list[_Part] | None, bool]:
    if op in (ops.LITERAL, ops.NOT_LITERAL, ops.IN):
        return [(op, value)], False
    if op is ops.SUBPATTERN and not (value[1] or value[2]):
        return _openings(list(value[3]))
    if op is ops.BRANCH:
        sides = [_openings(list(side)) for side in value[1]]
        if any(own is None for own, _ in sides):
            return None, False
        return [part for own, _ in sides for part in own or ()], any(empty for _, empty in sides)
    if op in _REPEATS:
        own, empty = _openings(list(value[2]))
        return own, empty or value[0] == 0
    return None, False
