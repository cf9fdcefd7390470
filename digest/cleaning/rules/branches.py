"""The rules that are data: what a line of site furniture, a byline or an advertisement looks like.

Each entry of ``rules/*.toml`` is a named pattern with a reason, its effect,
lines that it must match and lines that it must not: a new disease is an entry
with its examples. Patterns are written for *folded* text: Simplified and lower
case. What a pattern cannot match without is worked out from the pattern; as
that takes longer than to clean an article, it is kept in ``rules.json``, which

    python -c "from digest.cleaning.rules.branches import store; store()"

writes again. A file made of other rules than those that are there is not used.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache, cached_property, reduce
from operator import or_
from pathlib import Path
from typing import Any, Literal

from digest.cleaning.rules import calls
from digest.cleaning.rules.patterns import Opening, opening, required, required_too, widths
from digest.language.openings import alternatives

Effect = Literal[
    "remove", "end", "tail", "related", "byline", "caption", "highlight", "references", "greeting", "opinion"
]
Where = Literal["whole", "start", "end", "any"]

FOLDER = Path(__file__).parent


Needs = frozenset[str] | None
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


@dataclass(frozen=True)
class Branch:
    """Alternatives of a rule's pattern that want the same strings: only lines that have one meet them."""

    rule: Rule
    pattern: str
    where: Where
    needs: frozenset[str] | None
    """A line must have one of these strings; None when there are none to look for."""
    also: frozenset[str] | None
    """And one of these, which are few; None when that is all that is known."""
    least: int
    most: int
    """Of characters in a folded line that it can match."""
    opening: Opening | None
    """What a line can begin with; None where that does not tell."""

    @classmethod
    def all_of(cls, rule: Rule) -> Iterator[Branch]:
        groups: dict[tuple[Where, Needs], list[tuple[str, Needs, int, int, Opening | None]]] = {}
        for pattern in alternatives(rule.pattern):
            # What is bound to the start of a line is not sought in all of it.
            where: Where = "start" if rule.where == "any" and pattern.startswith("^") else rule.where
            begins = opening(pattern) if where in ("whole", "start") and not rule.cased else None
            known = pattern, required_too(pattern), *widths(pattern), begins
            groups.setdefault((where, required(pattern)), []).append(known)
        for (where, needs), alike in groups.items():
            patterns, others, least, most, openings = zip(*alike, strict=True)
            also = None if None in others else reduce(or_, others)
            # The lower case of a line can be longer than the line.
            bound = where == "whole" and not rule.cased
            limit = min(max(most), rule.limit) if bound else rule.limit
            begins = None if None in openings else reduce(or_, openings)
            yield cls(rule, "|".join(patterns), where, needs, also, min(least), limit, begins)

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
        if self.also is not None:
            for string in self.also:
                if string in fold:
                    break
            else:
                return False
        found = self._look(written if self.rule.cased else fold)
        return found is not None and not self.rule.spared(found)

    @cached_property
    def _look(self) -> Callable[[str], re.Match[str] | None]:
        return _looker(self.pattern, self.where)


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


@cache
def branches() -> tuple[Branch, ...]:
    """Those of all rules, in the order of the files' names."""
    return stored() or worked_out()


def worked_out() -> tuple[Branch, ...]:
    rules = (rule for path in _files() for rule in read(path))
    return tuple(branch for rule in rules for branch in Branch.all_of(rule))


def _files() -> list[Path]:
    return sorted(FOLDER.glob("*.toml"))


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


# --- worked out ahead ---------------------------------------------------------

_STORED = FOLDER / "rules.json"


def stored() -> tuple[Branch, ...] | None:
    """As `worked_out` would give them; None when they were stored for other rules."""
    try:
        kept = json.loads(_STORED.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return unpacked(kept["rules"], kept["branches"]) if kept["of"] == _digest() else None


def _digest() -> str:
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in _files())).hexdigest()


def packed(branches: Iterable[Branch]) -> tuple[list[Any], list[Any]]:
    """The rules and their branches as JSON can hold them; each branch begins with the number of its rule."""
    branches = tuple(branches)
    rules = list(dict.fromkeys(branch.rule for branch in branches))
    return [[getattr(rule, name) for name in _OF_RULE] for rule in rules], [
        [
            rules.index(each.rule), each.pattern, each.where, each.needs and sorted(each.needs),
            each.also and sorted(each.also), each.least, each.most, each.opening and each.opening.packed(),
        ]
        for each in branches
    ]  # fmt: skip


_OF_RULE = tuple(field.name for field in fields(Rule))


def unpacked(rules: Sequence[Any], branches: Sequence[Any]) -> tuple[Branch, ...]:
    made = [Rule(*map(_frozen, rule)) for rule in rules]
    return tuple(
        Branch(
            made[number], pattern, where, needs and frozenset(needs), also and frozenset(also), least, most,
            begins and Opening.unpacked(begins),
        )
        for number, pattern, where, needs, also, least, most, begins in branches
    )  # fmt: skip


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def store() -> None:
    rules, branches = packed(worked_out())
    # A line for each, so that a change of one rule is a change of a few lines.
    lists = [",\n".join(json.dumps(each, ensure_ascii=False) for each in kept) for kept in (rules, branches)]
    text = f'{{"of": "{_digest()}",\n"rules": [\n{lists[0]}\n],\n"branches": [\n{lists[1]}\n]}}\n'
    _STORED.write_text(text, encoding="utf-8")
