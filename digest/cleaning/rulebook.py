"""The rules that are data: what a line of site furniture, a byline or an advertisement looks like.

Each entry of ``rules/*.toml`` is a named pattern with a reason, its effect,
lines that it must match and lines that it must not: a new disease is an entry
with its examples. Patterns are written for *folded* text: Simplified and lower
case. The strings that a pattern cannot match without are worked out once, so that a
line meets only the few rules that can match it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property
from operator import add
from pathlib import Path
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Literal

Effect = Literal[
    "remove", "end", "tail", "related", "byline", "caption", "highlight", "references", "greeting", "opinion"
]
Where = Literal["whole", "start", "end", "any"]

FOLDER = Path(__file__).parent / "rules"


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what follows from it; ``limit`` is the longest line, in characters, it is tried on."""

    name: str
    reason: str
    effect: Effect
    pattern: re.Pattern[str]
    where: Where
    limit: int
    inside: bool
    """Also decides about one sentence of a paragraph."""
    cased: bool
    """Tried on the line as written (in Simplified), not on its lower case."""
    why: str
    matches: tuple[str, ...]
    spares: tuple[str, ...]

    def found(self, fold: str, written: str) -> re.Match[str] | None:
        """*fold* is the line in Simplified and lower case, *written* in Simplified only."""
        if len(fold) > self.limit:
            return None
        if self.cased:
            fold = written
        if self.where == "whole":
            return self.pattern.fullmatch(fold)
        if self.where == "start":
            return self.pattern.match(fold)
        return self.pattern.search(fold)


_DROPS = frozenset({"remove", "end", "tail", "byline", "caption"})


@dataclass(frozen=True)
class Rulebook:
    """Rules with, for each, the strings of which a line must contain one to match (none: always tried)."""

    rules: tuple[Rule, ...]
    needs: tuple[tuple[str, ...], ...]

    @cached_property
    def starts(self) -> dict[str, list[tuple[str, frozenset[str]]]]:
        """All needs by their first two characters, each with all its pairs of neighbours."""
        found: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for need in {need for needs in self.needs for need in needs}:
            found.setdefault(need[:2], []).append((need, frozenset(map(add, need, need[1:]))))
        return found

    def within(self, pairs: Container[str] | Mapping[str, int], letters: Set[str]) -> Rulebook:
        """The rules that can match a folded text, told by its pairs of neighbours and its letters."""
        starts = self.starts
        present = {
            need
            for start in starts
            if start in pairs or start in letters
            for need, inner in starts[start]
            if all(pair in pairs for pair in inner)
        }
        kept = [
            (rule, tuple(need for need in needs if need in present))
            for rule, needs in zip(self.rules, self.needs, strict=True)
            if not needs or not present.isdisjoint(needs)
        ]
        return Rulebook(tuple(rule for rule, _ in kept), tuple(needs for _, needs in kept))

    @cached_property
    def inside(self) -> Rulebook:
        """The rules that also decide about single sentences of a paragraph."""
        kept = [
            (r, n) for r, n in zip(self.rules, self.needs, strict=True) if r.inside and r.effect in _DROPS
        ]
        return Rulebook(tuple(rule for rule, _ in kept), tuple(needs for _, needs in kept))

    def first(self, fold: str, written: str, effects: frozenset[str] | None = None) -> Rule | None:
        """The first rule, in the order of the files, that matches a line."""
        return next(self.all(fold, written, effects), None)

    def all(self, fold: str, written: str, effects: frozenset[str] | None = None) -> Iterator[Rule]:
        """The rules that match a line, in the order of the files; see `Rule.found` for its two forms."""
        size = len(fold)
        for rule, needs in zip(self.rules, self.needs, strict=True):
            if size > rule.limit or (effects is not None and rule.effect not in effects):
                continue
            if needs:
                for need in needs:
                    if need in fold:
                        break
                else:
                    continue
            if rule.found(fold, written):
                yield rule


@cache
def rulebook() -> Rulebook:
    """The rules shipped with digest, in the order of their files' names."""
    rules = tuple(rule for path in sorted(FOLDER.glob("*.toml")) for rule in read(path))
    return Rulebook(rules, tuple(tuple(sorted(required(rule.pattern.pattern) or ())) for rule in rules))


def read(path: Path) -> Iterator[Rule]:
    """The entries of one file, words lists (``{name}`` in a pattern) put in."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    words = {name: "|".join(entries) for name, entries in content.get("words", {}).items()}
    for entry in content["rule"]:
        pattern = entry["pattern"]
        for name, alternatives in words.items():
            pattern = pattern.replace("{" + name + "}", f"(?:{alternatives})")
        yield Rule(
            entry["name"],
            entry["reason"],
            entry["effect"],
            re.compile(pattern),
            entry.get("where", "whole"),
            entry.get("limit", 80),
            entry.get("inside", False),
            entry.get("cased", False),
            entry.get("why", ""),
            tuple(entry["matches"]),
            tuple(entry["spares"]),
        )


_WIDEST_CLASS = 24
"""Members of a character class up to which each of them is looked for."""


def required(pattern: str) -> frozenset[str] | None:
    """Lower-case strings of which every match of *pattern* contains at least one; None if there are none."""
    return _needs(list(_parser.parse(pattern)))


def _needs(parts: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """The most telling such set over the parts of a sequence: long strings, and few."""
    candidates: list[frozenset[str]] = []
    letters: list[str] = []

    def close() -> None:
        if letters:
            candidates.append(frozenset({"".join(letters).lower()}))
            letters.clear()

    for op, value in parts:
        if op is ops.LITERAL:
            letters.append(chr(value))
            continue
        close()
        inner = _needs_of(op, value)
        if inner is not None:
            candidates.append(inner)
    close()
    return max(candidates, key=lambda needs: min(map(len, needs)) - len(needs) / 40, default=None)


def _needs_of(op: Any, value: Any) -> frozenset[str] | None:
    if op is ops.SUBPATTERN:
        return _needs(list(value[3]))
    if op is ops.BRANCH:
        sides = [_needs(list(side)) for side in value[1]]
        if any(side is None for side in sides):
            return None
        return frozenset().union(*(side for side in sides if side is not None))
    if op is ops.IN and all(member is ops.LITERAL for member, _ in value) and len(value) <= _WIDEST_CLASS:
        return frozenset(chr(member).lower() for _, member in value)
    if op in (ops.MAX_REPEAT, ops.MIN_REPEAT) and value[0] >= 1:
        return _needs(list(value[2]))
    return None
