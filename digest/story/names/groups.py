"""Names that were met, in groups that are joined unless a veto speaks. Pure, for `register`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from digest.language import names, script
from digest.language.known_organisations import KNOWN_ORGANISATIONS
from digest.model import Theme
from digest.story.names.spellings import Spelling, different_latin

LEADS_IN = 3
"""Articles that name somebody in full from which on his surname alone may mean him and not his wife."""


@dataclass(frozen=True, slots=True)
class Met:
    """A name met in a sentence that stands in *documents*, with those named in the same sentence."""

    documents: Collection[int]
    spelling: Spelling
    kind: names.Kind
    gloss: str
    company: frozenset[str]
    medium: bool = False


class Groups:
    """Spellings in groups (Tarjan's union-find, 1975), each group at most one person or organisation."""

    def __init__(self, theme: Theme) -> None:
        self.parent: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        """Of each group, by its root."""
        self.kinds: dict[str, Counter[str]] = defaultdict(Counter)
        self.documents: dict[str, set[int]] = defaultdict(set)
        self.company: dict[str, set[str]] = defaultdict(set)
        self._companies: dict[str, set[str]] = {}
        """As `company_of` found them since two groups became one."""
        self.glosses: list[tuple[str, str]] = []
        self.glossed: set[str] = set()
        self.media: set[str] = set()
        self.tied: set[frozenset[str]] = set()
        """Pairs that an author ties, whatever their letters: Anna Wu (Wu Meiling)."""
        self.listed: dict[str, str] = {}
        rows = (*theme.aliases, *KNOWN_ORGANISATIONS)
        self.rows = [tuple(script.simplify(name) for name in row) for row in rows if row]
        self.printed = {script.simplify(row[0]): row[0] for row in theme.aliases if row}
        """The user's own spelling; of organisations known to all it is the articles'."""
        self.alias = {name.lower(): row[0] for row in reversed(self.rows) for name in row}

    def add(self, met: Met) -> None:
        text = self._node(met.spelling.text)
        self.kinds[text][met.kind] += 1
        self.documents[text].update(met.documents)
        self.company[text].update(met.company)
        if met.medium:
            self.media.add(text)
        if met.gloss:
            gloss = self._node(met.gloss)
            self.kinds[gloss][met.kind] += 1
            self.documents[gloss].update(met.documents)
            self.glosses.append((text, gloss))
            self.glossed.add(gloss)

    def _node(self, text: str) -> str:
        if text not in self.parent:
            self._alone(text)
            listed = self.alias.get(text.lower())
            if listed and listed != text:
                self._alone(listed)
                self._merge(listed, text)
        return text

    def _alone(self, text: str) -> None:
        if text not in self.parent:
            self.parent[text], self.members[text] = text, [text]

    def _merge(self, root: str, other: str) -> None:
        self._companies.clear()
        self.parent[other] = root = self.root(root)
        self.members[root] += self.members.pop(other)

    def root(self, text: str) -> str:
        while self.parent[text] != text:
            self.parent[text] = self.parent[self.parent[text]]
            text = self.parent[text]
        return text

    def is_person(self, text: str) -> bool:
        return bool(self.kinds[text]["person"])

    def is_organisation(self, text: str) -> bool:
        kinds = self.kinds[text]
        return bool(kinds["organisation"]) and not kinds["person"]

    def groups(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for text in sorted(self.parent):
            found[self.root(text)].append(text)
        return dict(found)

    def join(self, one: str, other: str, *, heard: bool = False) -> bool:
        """Make one group of two, unless a veto speaks; *heard* when only the sound speaks for it."""
        left, right = self.root(one), self.root(other)
        if left == right:
            return True
        if self._vetoed(self.members[left], self.members[right], heard):
            return False
        self._merge(min(left, right), max(left, right))
        return True

    def _vetoed(self, mine: Sequence[str], theirs: Sequence[str], heard: bool) -> bool:
        rows = [{self.alias.get(text.lower()) for text in group} - {None} for group in (mine, theirs)]
        if rows[0] and rows[1] and rows[0] != rows[1]:
            return True
        latin = [[Spelling.of(text) for text in group if Spelling.of(text).latin] for group in (mine, theirs)]
        if any(
            different_latin(one, other) and frozenset((one.text, other.text)) not in self.tied
            for one in latin[0]
            for other in latin[1]
        ):
            return True
        # An author who means one person does not spell the name in two unrelated ways.
        return heard and bool(self._where(mine) & self._where(theirs))

    def _where(self, group: Iterable[str]) -> set[int]:
        return {document for text in group for document in self.documents[text]}

    def company_of(self, text: str) -> set[str]:
        """The groups of those named together with *text*."""
        known = self._companies.get(text)
        if known is None:
            known = {self.root(each) for each in self.company[text] if each in self.parent}
            self._companies[text] = known
        return known

    def leading(self, owners: Iterable[str]) -> str:
        """The one of those who share a surname whom that means by itself, by root; "" where none is.

        Several articles name him in full, and each of the others is somebody of his whom one sentence names.
        """
        roots = sorted(owners)
        many = [root for root in roots if len(self._of_full_names(root)) >= LEADS_IN]
        others = [root for root in roots if root not in many]
        if len(many) != 1 or not self.is_person(many[0]):
            return ""
        once = all(self._met_whole(root) == 1 for root in others)
        beside = set().union(*map(self._of_full_names, others)) <= self._of_full_names(many[0])
        return many[0] if once and beside else ""

    def _of_full_names(self, root: str) -> set[int]:
        """The documents that have a full name of the group."""
        return self._where(text for text in self.members[root] if Spelling.of(text).parts)

    def _met_whole(self, root: str) -> int:
        return sum(self.kinds[text].total() for text in self.members[root] if Spelling.of(text).parts)
