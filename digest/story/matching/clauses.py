"""Where in a statement an anchor stands: clause by clause, for sentences that tell two facts. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain

from digest.language.lazy import regex
from digest.story.matching import weights
from digest.story.statements import amounts, concepts, lexicon
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import DAY, Material, Statement

NEAR = 3
"""Clauses that may lie between the first and the last of what two statements share, both included."""


def share(material: Material, one: Statement, other: Statement, shared: frozenset[str]) -> float:
    """How much *shared* is of the clauses in which it stands, of the fuller ones; 0 where it is scattered.

    In October he was heard in parliament, while..: a sentence says it among much else.
    """
    told = weights.weigh(material, shared)
    whole = max(_about(material, each, shared) for each in (one, other))
    return told / whole if whole else 0.0


def _about(material: Material, statement: Statement, shared: frozenset[str]) -> float:
    """The least that up to `NEAR` clauses weigh which have all of *shared*; infinite where none do."""
    places = clauses_of(material, statement)
    wanted = [places[anchor] for anchor in shared if anchor in places]
    if not wanted:
        return float("inf")
    best = float("inf")
    for first in sorted(set(chain.from_iterable(wanted))):
        ends = [next((at for at in clauses if at >= first), first + NEAR) for clauses in wanted]
        last = max(ends)
        if last - first < NEAR:
            inside = {
                anchor
                for anchor, clauses in places.items()
                if not says_again(anchor) and any(first <= at <= last for at in clauses)
            }
            best = min(best, weights.weigh(material, inside | shared))
    return best


def says_again(anchor: str) -> bool:
    """Whether it is another word for what stands there anyway."""
    return anchor[0] in "crp" or anchor.startswith(weights.SOME_MONTH)


@once_for_copies
def clauses_of(material: Material, statement: Statement) -> Mapping[str, tuple[int, ...]]:
    """In which clauses, by number, each of its anchors stands that has a place."""
    ends = [found.end() for found in CLAUSE.finditer(statement.folded)]
    found: dict[str, set[int]] = defaultdict(set)
    for place, anchor in _places(material, statement):
        if anchor in statement.anchors:
            found[anchor].add(bisect_right(ends, place))
    return {anchor: tuple(sorted(clauses)) for anchor, clauses in found.items()}


CLAUSE = regex('[，。；：！？“”「」;:!?"]|, ')


def _places(material: Material, statement: Statement) -> Iterator[tuple[int, str]]:
    folded = statement.folded
    for anchor in statement.anchors:
        names = material.spellings.get(anchor[2:], ()) if anchor[0] == "e" else ()
        for form in (anchor[2:],) if anchor[0] == "w" else names:
            place = folded.find(form.lower())
            while place >= 0:
                yield place, anchor
                place = folded.find(form.lower(), place + 1)
    for start, _, act in lexicon.acts(folded):
        yield start, f"a:{act}"
    for start, _, concept in concepts.spans(folded):
        yield start, f"c:{concept}"
    for quantity in statement.quantities:
        for key in (amounts.quantity_key(quantity), amounts.rounded_key(quantity)):
            yield quantity.start, key
        for key in amounts.roundings(quantity, material.rounded):
            yield quantity.start, key
    for moment in statement.moments:
        yield moment.start, f"d:{moment.date[:7]}"
        yield moment.start, f"{weights.SOME_MONTH}{moment.date[5:7]}"
        if len(moment.date) == DAY:
            yield moment.start, f"d:{moment.date[5:]}"
