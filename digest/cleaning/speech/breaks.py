"""How likely a sentence of speech ends at a line break, judged from the clauses beside it. Pure.

Restoring stops at known candidate places: a log-linear model over the traits of
two neighbouring clauses, learned from punctuated text
(``benchmarks/learn_breaks.py``) and kept in ``breaks.json`` as
``language -> kind of trait -> value -> weight``.
"""

from __future__ import annotations

import json
import re
import tomllib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from digest.cleaning.rules.patterns import closing, widths
from digest.language.lazy import regex
from digest.language.script import HAN, has_han
from digest.language.words import tagged

Trait = tuple[str, str]
"""A kind of trait and its value; "" where the kind says all."""

_HERE = Path(__file__).parent
_LISTS = tomllib.loads((_HERE / "clauses.toml").read_text("utf-8"))


def any_of(name: str, end: str = "") -> re.Pattern[str]:
    """The alternatives that ``clauses.toml`` lists under *name*."""
    return regex("(?:" + "|".join(_LISTS[name]) + ")" + end)


def at_end(name: str) -> Callable[[str], re.Match[str] | None]:
    """Looks for the same at the end of a clause, and only there."""
    pattern = any_of(name, "$")
    longest = widths(pattern.pattern)[1]
    last = closing(pattern.pattern)
    # Most clauses end with a letter that none of them has there.
    may_end = cache(lambda letter: last is None or last.has(letter))
    return lambda clause: (
        pattern.search(clause, max(0, len(clause) - longest)) if clause and may_end(clause[-1]) else None
    )


def odds(before: str, after: str) -> float:
    """Natural logarithm of the odds that a sentence ends between two clauses, in Simplified script."""
    if not (has_han(before) or has_han(after)):
        return _sum("en", traits(before, after, chinese=False))
    left, right = _left(_beside(before, -1)), _right(_beside(after, 0))
    always = _weights()["zh"].get(_ALWAYS[0], 0.0)
    if left is None or right is None:
        return always
    return always + left.weight + right.weight + _sum("zh", _between(left, right))


def _sum(language: str, found: Iterable[Trait]) -> float:
    weights = _weights()[language]
    return sum([weights.get(trait, 0.0) for trait in found])


@cache
def _weights() -> dict[str, dict[Trait, float]]:
    learned = json.loads((_HERE / "breaks.json").read_text("utf-8"))
    return {
        language: {(kind, value): weight for kind, table in kinds.items() for value, weight in table.items()}
        for language, kinds in learned.items()
    }


def traits(before: str, after: str, *, chinese: bool) -> list[Trait]:
    """What can be seen of a break: the ends of both clauses, their lengths, verbs, questions."""
    if not chinese:
        return [*_ALWAYS, *_english(_LATIN.findall(_plain(before)), _LATIN.findall(_plain(after)))]
    left, right = _left(_beside(before, -1)), _right(_beside(after, 0))
    if left is None or right is None:
        return [*_ALWAYS]
    return [*_ALWAYS, *left.traits, *right.traits, *_between(left, right)]


_ALWAYS = (("always", ""),)


def _beside(line: str, place: int) -> str:
    """Of a line with marks of its own only the clause beside the break: its last (-1) or its first (0)."""
    return _MARK.split(line)[place] or line


def _plain(clause: str) -> str:
    return clause.lower().replace("’", "'")


# Begun with a class, so that letters are passed over at once.
_MARK = regex(rf"[，；：, ](?:(?<! )(?!\d)|(?<=[{HAN}] ) *(?=[{HAN}]))")
_LATIN = regex(r"[a-z0-9.$%'-]*[a-z0-9]")
_UNIT = regex(rf"[{HAN}]|[A-Za-z0-9.]+")
_ALL_HAN = regex(f"[{HAN}]+")

# --- Chinese --------------------------------------------------------------------

_OPENERS, _RESTARTS, _GOES_ON = any_of("openers"), any_of("restarts"), any_of("goes_on")
_CONTINUES, _SUBORDINATE = any_of("continues"), any_of("subordinate")
_HEAD, _has_tail = any_of("unfinished_head"), at_end("unfinished_tail")
_CONDITION = regex(".{0,5}?" + any_of("conditions").pattern)
_TIME = regex(f"(?:{any_of('opens_time').pattern}){{0,2}}(?:{any_of('time').pattern})+")
_ASKS = any_of("asks")
_ANSWERS = regex(r".{0,6}(?:就|才|都|也|那|还|会|便|则)")
"""The main clause of a condition, behind its subject."""
_VERBS = frozenset("v vd vi vg a".split())
_ANYBODY = frozenset("m t x".split())
"""Tags of words without number: figures and dates are told by their tag alone, and so are names."""


# A clause stands beside two breaks, and each asks the same of it.
_once = lru_cache(maxsize=4096)


@_once
def has_verb(clause: str) -> bool:
    """Whether a Chinese clause has a verb or an adjective, which may be its predicate."""
    return any(mark in _VERBS or word in "是有" for word, mark in tagged(clause))


@_once
def _says_when(clause: str) -> bool:
    return _TIME.fullmatch(clause.replace(" ", "")) is not None


@_once
def _asks(clause: str) -> bool:
    return _ASKS.search(clause) is not None


_LIMITS = (3, 6, 10, 15, 22)
_STEPS = (*map(str, _LIMITS), "99")


@_once
def _size(clause: str) -> str:
    """Length of a clause in characters, a Latin word counted as two, as one of six steps."""
    if _ALL_HAN.fullmatch(clause):
        size = len(clause)
    else:
        units = _UNIT.findall(clause)
        size = len(units) + sum(map(str.isascii, units))
    return _STEPS[bisect_left(_LIMITS, size)]


class _Side(NamedTuple):
    """A clause as it stands on one side of a break."""

    traits: tuple[Trait, ...]
    """Those that the other clause has no part in."""
    weight: float
    """Of these traits together."""
    tag: str
    """Of the word beside the break."""
    end: str
    """The last two characters."""
    waits: bool
    """It is a condition (on the left), or may be the main clause of one (on the right)."""

    @classmethod
    def of(cls, found: Iterable[Trait], tag: str, clause: str, waits: bool) -> _Side:
        found = tuple(found)
        return cls(found, _sum("zh", found), tag, clause[-2:], waits)


@_once
def _left(clause: str) -> _Side | None:
    words = tagged(clause)
    if not words:
        return None
    lower = clause.lower()
    found: list[Trait] = []
    if _has_tail(lower):
        found.append(("waits", "tail"))
    if _says_when(clause):
        found.append(("waits", "time"))
    asks, verb = _asks(clause), has_verb(clause)
    if clause[-1] == "呢" and not asks and not verb:
        found.append(("waits", "topic"))
    condition = _condition(lower)
    if condition:
        found.append(("waits", condition))
    opening, last = words[0], words[-1]
    found += (("last-tag", last[1]), ("left-tag", opening[1]))
    found += [(kind, word) for kind, (word, mark) in (("last", last), ("left", opening)) if _is_told(mark)]
    found += (("closing", clause[-2:]), ("left-size", _size(clause)))
    if not verb:
        found.append(("verbless", "left"))
    if asks:
        found.append(("asks", "particle" if clause[-1] in "呢吗啊" else "word"))
    return _Side.of(found, last[1], clause, condition is not None)


def _condition(lower: str) -> str | None:
    """How a clause waits for its main clause."""
    if _SUBORDINATE.match(lower):
        return "subordinate"
    if _HEAD.match(lower):
        return "head"
    return "condition" if _CONDITION.match(lower) else None


@_once
def _right(clause: str) -> _Side | None:
    words = tagged(clause)
    if not words:
        return None
    found: list[Trait] = []
    folded = clause.lower()
    begins = next(
        (name for name, pattern in _BEGINNINGS if pattern.match(clause if name == "restart" else folded)),
        None,
    )
    if begins:
        found.append(("begins", begins))
    if _says_when(clause):
        found.append(("begins", "time"))
    word, mark = words[0]
    found.append(("first-tag", mark))
    if _is_told(mark):
        found.append(("first", word))
    if len(words) > 1:
        found.append(("two-tags", f"{mark} {words[1][1]}"))
    found += (("opening", clause[:2]), ("end", clause[-1]), ("size", _size(clause)))
    if not has_verb(clause):
        found.append(("verbless", "right"))
    if _asks(clause):
        found.append(("asks", "right"))
    return _Side.of(found, mark, clause, _ANSWERS.match(clause) is not None)


_BEGINNINGS = (
    ("continues", _CONTINUES), ("goes-on", _GOES_ON), ("opener", _OPENERS), ("restart", _RESTARTS),
)  # fmt: skip


def _is_told(mark: str) -> bool:
    """Whether a word says more than its tag."""
    return mark[:1] not in _ANYBODY and mark[:1] != "n" and mark != "eng"


def _between(left: _Side, right: _Side) -> list[Trait]:
    found = [("tags", f"{left.tag} {right.tag}")]
    if left.waits and right.waits:
        found.append(("waits", "answered"))
    if left.end == right.end:
        found.append(("alike", ""))
    return found


# --- English --------------------------------------------------------------------

_CLASSES: dict[str, str] = {word: name for name, words in _LISTS["classes"].items() for word in words.split()}
_ENDINGS = ("ly", "ed", "ing", "s")


def _class(word: str) -> str:
    """Closed classes by list, all other words by their ending."""
    if (closed := _CLASSES.get(word)) is not None:
        return closed
    if any(sign.isdigit() for sign in word):
        return "number"
    return next(("-" + ending for ending in _ENDINGS if word.endswith(ending)), "word")


def _english(left: list[str], right: list[str]) -> Iterator[Trait]:
    if not left or not right:
        return
    last, first = _class(left[-1]), _class(right[0])
    yield "first", right[0]
    yield "last", left[-1]
    yield "first-class", first
    yield "last-class", last
    yield "classes", f"{last} {first}"
    if len(right) > 1:
        yield "opening", " ".join(right[:2])
        yield "two-classes", f"{first} {_class(right[1])}"
    if len(left) > 1:
        yield "closing", " ".join(left[-2:])
        yield "last-classes", f"{_class(left[-2])} {last}"
