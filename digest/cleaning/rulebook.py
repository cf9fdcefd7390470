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
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from operator import or_
from pathlib import Path
from typing import Any, Literal

from digest.cleaning import calls
from digest.cleaning.patterns import Opening, alternatives, opening, required, widths
from digest.cleaning.strings import Strings

Effect = Literal[
    "remove", "end", "tail", "related", "byline", "caption", "highlight", "references", "greeting", "opinion"
]
Where = Literal["whole", "start", "end", "any"]

FOLDER = Path(__file__).parent / "rules"


_DROPS = frozenset({"remove", "end", "tail", "byline", "caption"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what follows from it; ``limit`` is the longest line, in characters, it is tried on."""

    name: str
    reason: str
    effect: Effect
    pattern: str
    where: Where
    limit: int
    inside: bool
    """Also decides about one sentence of a paragraph."""
    cased: bool
    """Tried on the line as written (in Simplified), not on its lower case."""
    calls: bool
    """What it finds calls upon the reader: a sentence that only tells of it is spared (see `calls.tells`)."""
    why: str
    matches: tuple[str, ...]
    spares: tuple[str, ...]

    @property
    def decides(self) -> bool:
        """Whether one sentence of a paragraph goes by this rule."""
        return self.inside and self.effect in _DROPS

    def found(self, fold: str, written: str) -> re.Match[str] | None:
        """*fold* is the line in Simplified and lower case, *written* in Simplified only."""
        if len(fold) > self.limit:
            return None
        found = _looker(self.pattern, self.where)(written if self.cased else fold)
        return None if found and self.spared(found) else found

    def spared(self, found: re.Match[str]) -> bool:
        return self.calls and calls.tells(found.string, found)


@dataclass(frozen=True, slots=True)
class Branch:
    """Alternatives of a rule's pattern that want the same strings: only lines that have one meet them."""

    rule: Rule
    pattern: str
    where: Where
    needs: frozenset[str] | None
    """A line must have one of these strings; None when there are none to look for."""
    least: int
    most: int
    """Of characters in a folded line that it can match."""
    opening: Opening | None
    """What a line can begin with; None where that does not tell."""

    @classmethod
    def all_of(cls, rule: Rule) -> Iterator[Branch]:
        groups: dict[tuple[Where, frozenset[str] | None], list[tuple[str, int, int, Opening | None]]] = {}
        for pattern in alternatives(rule.pattern):
            # What is bound to the start of a line is not sought in all of it.
            where: Where = "start" if rule.where == "any" and pattern.startswith("^") else rule.where
            begins = opening(pattern) if where in ("whole", "start") and not rule.cased else None
            groups.setdefault((where, required(pattern)), []).append((pattern, *widths(pattern), begins))
        for (where, needs), alike in groups.items():
            patterns, least, most, openings = zip(*alike, strict=True)
            # The lower case of a line can be longer than the line.
            bound = where == "whole" and not rule.cased
            limit = min(max(most), rule.limit) if bound else rule.limit
            begins = None if None in openings else reduce(or_, openings)
            yield cls(rule, "|".join(patterns), where, needs, min(least), limit, begins)

    @property
    def sought(self) -> frozenset[str]:
        """The strings for which a text is searched; the empty one where how a line begins tells more."""
        if self.needs is None:
            return _NOTHING
        # A single sign stands in many lines; hardly one of them begins with a bracket or a bullet.
        tells = min(map(len, self.needs)) == 1 and not any(map(self.begins, _ORDINARY))
        return _NOTHING if tells else self.needs

    def begins(self, letter: str) -> bool:
        """Whether it can match a line that begins with *letter*, "" for an empty one."""
        return self.opening is None or (bool(letter) and self.opening.has(letter))

    def matches(self, fold: str, written: str) -> bool:
        """Whether it matches a line of a size that it can match."""
        found = _looker(self.pattern, self.where)(written if self.rule.cased else fold)
        return found is not None and not self.rule.spared(found)


_NOTHING = frozenset({""})
_ORDINARY = "的e"
"""Letters as lines begin with them."""


@cache
def _looker(pattern: str, where: Where) -> Callable[[str], re.Match[str] | None]:
    """The pattern as *where* wants it tried; compiled then: an article needs a few dozen of hundreds."""
    compiled = re.compile(pattern)
    if where == "whole":
        return compiled.fullmatch
    return compiled.match if where == "start" else compiled.search


class _Opened(dict[str, tuple[tuple[int, int, int], ...]]):
    """For lines that begin with one letter: the branches that want a string, by the string.

    Each as its place, and the least and the most characters that it can match.
    """

    def __init__(self, letter: str, branches: Sequence[Branch], needs: Mapping[str, tuple[int, ...]]) -> None:
        self._letter, self._branches, self._needs = letter, branches, needs

    def __missing__(self, string: str) -> tuple[tuple[int, int, int], ...]:
        wanting = [(at, self._branches[at]) for at in self._needs.get(string, ())]
        self[string] = found = tuple(
            (at, branch.least, branch.most) for at, branch in wanting if branch.begins(self._letter)
        )
        return found


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Rules, and the strings without which they cannot match. A *place* is a number in ``branches``."""

    branches: tuple[Branch, ...]
    needs: Mapping[str, tuple[int, ...]]
    """For each string the places of the branches that want it; every line has the empty one."""
    strings: Strings
    """Those of ``needs``, to be looked for."""
    opened: dict[str, _Opened] = field(default_factory=dict)
    """By the first letter of a line."""
    found: Mapping[str, Collection[str]] = field(default_factory=dict)
    """The strings of the lines already looked through."""
    able: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """For those lines the places of the branches that can match them."""

    @classmethod
    def of(cls, branches: Iterable[Branch]) -> Rulebook:
        branches = tuple(branches)
        needs: dict[str, tuple[int, ...]] = {}
        for place, branch in enumerate(branches):
            for need in branch.sought:
                needs[need] = (*needs.get(need, ()), place)
        return cls(branches, needs, Strings(filter(None, needs)))

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(dict.fromkeys(branch.rule for branch in self.branches))

    def over(self, folds: Iterable[str]) -> Rulebook:
        """The same rules, *folds* looked through: one search of them all for all strings."""
        lines = tuple(dict.fromkeys(folds))
        found = dict(zip(lines, self.strings.in_lines(lines), strict=True)) if lines else {}
        able = {line: self._able(line, strings) for line, strings in found.items()}
        return Rulebook(self.branches, self.needs, self.strings, self.opened, found, able)

    def _able(self, line: str, strings: Iterable[str]) -> Sequence[int]:
        """The places of the branches that can match a line with those strings, in the order of the files."""
        letter = line[:1]
        opened = self.opened.get(letter)
        if opened is None:
            opened = self.opened[letter] = _Opened(letter, self.branches, self.needs)
        size = len(line)
        places = {
            place
            for string in ("", *strings)
            for place, least, most in opened[string]
            if least <= size <= most
        }
        return sorted(places) if places else ()

    def first(
        self,
        fold: str,
        written: str,
        effects: frozenset[str] | None = None,
        strings: Collection[str] | None = None,
    ) -> Rule | None:
        """The first rule, in the order of the files, that matches a line.

        *strings*: where they are known, those beyond which the line has none.
        """
        places = self._places(fold) if strings is None else self._able(fold, strings)
        # Most lines meet no rule at all.
        return next(self._matching(places, fold, written, effects), None) if places else None

    def all(self, fold: str, written: str, effects: frozenset[str] | None = None) -> Iterator[Rule]:
        """The rules that match a line, in the order of the files; see `Rule.found` for its two forms."""
        return self._matching(self._places(fold), fold, written, effects)

    def _places(self, fold: str) -> Sequence[int]:
        places = self.able.get(fold)
        return self.over((fold,)).able[fold] if places is None else places

    def _matching(
        self, places: Sequence[int], fold: str, written: str, effects: frozenset[str] | None
    ) -> Iterator[Rule]:
        last = None
        for place in places:
            branch = self.branches[place]
            rule = branch.rule
            if rule is last or (effects is not None and rule.effect not in effects):
                continue
            if branch.matches(fold, written):
                last = rule
                yield rule


@cache
def rulebook() -> Rulebook:
    """The rules shipped with digest, in the order of their files' names."""
    rules = (rule for path in sorted(FOLDER.glob("*.toml")) for rule in read(path))
    return Rulebook.of(branch for rule in rules for branch in Branch.all_of(rule))


@cache
def rules_inside() -> Rulebook:
    """Those that also decide about one sentence of a paragraph."""
    return Rulebook.of(branch for branch in rulebook().branches if branch.rule.decides)


@cache
def menu_words() -> tuple[str, ...]:
    """The words of sites' menus, each a pattern."""
    return tuple(_content(FOLDER / "20-furniture.toml")["words"]["nav"])


@cache
def _content(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def read(path: Path) -> Iterator[Rule]:
    """The entries of one file, words lists (``{name}`` in a pattern) put in."""
    content = _content(path)
    words = {name: "|".join(entries) for name, entries in content.get("words", {}).items()}
    for entry in content["rule"]:
        pattern = entry["pattern"]
        for name, entries in words.items():
            pattern = pattern.replace("{" + name + "}", f"(?:{entries})")
        yield Rule(
            entry["name"],
            entry["reason"],
            entry["effect"],
            pattern,
            entry.get("where", "whole"),
            entry.get("limit", 80),
            entry.get("inside", False),
            entry.get("cased", False),
            entry.get("calls", False),
            entry.get("why", ""),
            tuple(entry["matches"]),
            tuple(entry["spares"]),
        )
