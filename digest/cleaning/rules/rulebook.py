"""Which rules a line meets: it is tried on the few whose strings it has. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache

from digest.cleaning.rules.branches import Branch, Rule, branches
from digest.cleaning.rules.strings import Strings


class _ByLetter(dict[str, "_Opened"]):
    """By the first letter of a line, "" for an empty one."""

    def __init__(self, branches: Sequence[Branch], needs: Mapping[str, tuple[int, ...]]) -> None:
        self._branches, self._needs = branches, needs

    def __missing__(self, letter: str) -> _Opened:
        found = self[letter] = _Opened(letter, self._branches, self._needs)
        return found


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
    """Those of ``needs``, and hints of other passes, to be looked for."""
    opened: _ByLetter
    found: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    """The strings of the lines already looked through."""
    told: AbstractSet[str] = frozenset()
    """All of those."""
    able: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """For those lines the places of the branches that can match them."""
    met: dict[str, Rule | None] = field(default_factory=dict)
    """The first rule of all that those lines, as written, were found to meet."""

    @classmethod
    def of(cls, branches: Iterable[Branch], hints: Iterable[str] = ()) -> Rulebook:
        branches = tuple(branches)
        needs: dict[str, tuple[int, ...]] = {}
        for place, branch in enumerate(branches):
            for need in branch.sought:
                needs[need] = (*needs.get(need, ()), place)
        return cls(branches, needs, Strings(filter(None, {*needs, *hints})), _ByLetter(branches, needs))

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(dict.fromkeys(branch.rule for branch in self.branches))

    def over(self, folds: Iterable[str]) -> Rulebook:
        """The same rules, *folds* looked through: one search of them all for all strings."""
        lines = tuple(dict.fromkeys(folds))
        found = dict(zip(lines, self.strings.in_lines(lines), strict=True)) if lines else {}
        able = {line: self._able(line, strings) for line, strings in found.items()}
        told = set().union(*found.values())
        return Rulebook(self.branches, self.needs, self.strings, self.opened, found, told, able)

    def _able(self, line: str, strings: Iterable[str]) -> Sequence[int]:
        """The places of the branches that can match a line with those strings, in the order of the files."""
        opened, size = self.opened[line[:1]], len(line)
        able: list[int] = []
        for string in ("", *strings):
            # No rule wants most of them: they are hints of others, or want another beginning.
            for place, least, most in opened[string]:
                if least <= size <= most:
                    able.append(place)
        return sorted(set(able)) if len(able) > 1 else able

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
        if strings is None and fold not in self.able:
            return self.over((fold,)).first(fold, written, effects)
        places = self.able[fold] if strings is None else self._able(fold, strings)
        # Most lines meet no rule at all.
        if not places:
            return None
        if strings is None and written in self.met:
            rule = self.met[written]
            if rule is None or effects is None or rule.effect in effects:
                return rule
        rule = None
        for place in places:
            branch = self.branches[place]
            if (effects is None or branch.rule.effect in effects) and branch.matches(fold, written):
                rule = branch.rule
                break
        if effects is None and strings is None:
            self.met[written] = rule
        return rule

    def all(self, fold: str, written: str) -> Iterator[Rule]:
        """The rules that match a line, in the order of the files; see `Rule.found` for its two forms."""
        if fold not in self.able:
            yield from self.over((fold,)).all(fold, written)
            return
        last = None
        for place in self.able[fold]:
            branch = self.branches[place]
            if branch.rule is not last and branch.matches(fold, written):
                last = branch.rule
                yield last


@cache
def rulebook(hints: frozenset[str] = frozenset()) -> Rulebook:
    """The rules shipped with digest; *hints* are strings that others want to know of, found with theirs."""
    return Rulebook.of(branches(), hints)


@cache
def rules_inside() -> Rulebook:
    """Those that also decide about one sentence of a paragraph."""
    return Rulebook.of(branch for branch in branches() if branch.rule.decides)
