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
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from digest.cleaning.patterns import closing, widths
from digest.language.lazy import regex
from digest.language.script import HAN
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
    chinese = bool(_HAN.search(before) or _HAN.search(after))
    weights = _weights()["zh" if chinese else "en"]
    # Summed in the order of the traits: the same text gives the same bits.
    return sum(filter(None, map(weights.get, traits(before, after, chinese=chinese))))


@cache
def _weights() -> dict[str, dict[Trait, float]]:
    learned = json.loads((_HERE / "breaks.json").read_text("utf-8"))
    return {
        language: {(kind, value): weight for kind, table in kinds.items() for value, weight in table.items()}
        for language, kinds in learned.items()
    }


def traits(before: str, after: str, *, chinese: bool) -> list[Trait]:
    """What can be seen of a break: the ends of both clauses, their lengths, verbs, questions."""
    if chinese:
        # Of a line with marks of its own only the clause beside the break.
        found = _chinese(_MARK.split(before)[-1] or before, _MARK.split(after, maxsplit=1)[0] or after)
    else:
        found = _english(_LATIN.findall(_plain(before)), _LATIN.findall(_plain(after)))
    return [("always", ""), *found]


def _plain(clause: str) -> str:
    return clause.lower().replace("’", "'")


_HAN = regex(f"[{HAN}]")
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


def _chinese(before: str, after: str) -> Iterator[Trait]:
    left, right = tagged(before), tagged(after)
    if not left or not right:
        return
    lower, folded = before.lower(), after.lower()
    if _CONTINUES.match(folded):
        yield "begins", "continues"
    elif _GOES_ON.match(folded):
        yield "begins", "goes-on"
    elif _OPENERS.match(folded):
        yield "begins", "opener"
    elif _RESTARTS.match(after):
        yield "begins", "restart"
    if _has_tail(lower):
        yield "waits", "tail"
    if _says_when(before):
        yield "waits", "time"
    if _says_when(after):
        yield "begins", "time"
    if before[-1] == "呢" and not _asks(before) and not has_verb(before):
        yield "waits", "topic"
    condition = _HEAD.match(lower) is not None
    if _SUBORDINATE.match(lower):
        condition = True
        yield "waits", "subordinate"
    elif condition:
        yield "waits", "head"
    elif _CONDITION.match(lower):
        condition = True
        yield "waits", "condition"
    if condition and _ANSWERS.match(after):
        yield "waits", "answered"
    first, last, opening = right[0], left[-1], left[0]
    yield "first-tag", first[1]
    yield "last-tag", last[1]
    yield "left-tag", opening[1]
    yield "tags", f"{last[1]} {first[1]}"
    for kind, (word, mark) in (("first", first), ("last", last), ("left", opening)):
        if mark[:1] not in _ANYBODY and mark[:1] != "n" and mark != "eng":
            yield kind, word
    if len(right) > 1:
        yield "two-tags", f"{first[1]} {right[1][1]}"
    yield "opening", after[:2]
    yield "closing", before[-2:]
    yield "end", after[-1]
    yield "left-size", _size(before)
    yield "size", _size(after)
    if not has_verb(before):
        yield "verbless", "left"
    if not has_verb(after):
        yield "verbless", "right"
    if _asks(before):
        yield "asks", "particle" if before[-1] in "呢吗啊" else "word"
    if _asks(after):
        yield "asks", "right"
    if before[-2:] == after[-2:]:
        yield "alike", ""


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
