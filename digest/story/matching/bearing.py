"""Does a sentence tell what another tells in front of it, and does it add anything? Pure.

Two that agree (`matching.agreement`) may share no more than their event: its day, its
place, whose crash it was. Beneath a head a reader takes a sentence for the same fact
told again, so what both have must be more than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.story.matching import agreement, clauses, common, evidence, untold, weights
from digest.story.statements import amounts
from digest.story.statements.material import Material, Statement

OF_BOTH, FOREIGN = 0.25, 0.5
"""Share of what each of two statements says, and of the shorter one of another language, from which on it is
what they are about, whatever it is."""
WORDS = 3
"""Telling words that are no setting of the event: so many make a fact of their own."""
DAYS = 2
"""Days on which the story tells a deed, from which on the deed alone does not say which time it was."""


def supports(material: Material, head: Statement, statement: Statement) -> bool:
    """Whether *statement*, which may stand under *head*, tells the fact of it, and not only of its event."""
    if not agreement.agree(material, head, statement):
        return False
    if (head.alike, statement.alike) in material.adding_up or agreement.is_near(material, head, statement):
        return True
    shared = common.once_each(material, head, statement, head.anchors & statement.anchors)
    if any(_carries(material, anchor, head, statement) for anchor in shared):
        return True
    if evidence.is_dated(material, shared) and len(shared) >= WORDS:
        return True  # who, in which month, and a thing besides
    if _words(material, shared) >= WORDS:
        return True
    told = weights.weigh(material, shared)
    least, most = sorted(_sayable(material, each) for each in (head, statement))
    return told >= OF_BOTH * most or (head.latin != statement.latin and told >= FOREIGN * least)


def _carries(material: Material, anchor: str, head: Statement, statement: Statement) -> bool:
    """Whether it makes a fact by itself: an amount, a view, a deed that both tell and whose day is plain."""
    if anchor[0] in "qnr":
        return not anchor.endswith(_SAYS_WHO)
    if anchor[0] == "x":
        told = anchor in head.told and anchor in statement.told
        return told and _is_of_one_time(material, anchor, head, statement)
    return anchor[0] == "p" or (anchor[0] == "v" and not anchor.startswith(agreement.VAGUE_VIEWS))


_SAYS_WHO = (*amounts.DURATIONS, weights.AGE)
"""The first mission in 47 years: not what became of it."""


def _is_of_one_time(material: Material, deed: str, one: Statement, other: Statement) -> bool:
    """The story tells it of one day, or both of one, or they share a thing that says which time it was."""
    shared = one.anchors & other.anchors
    once = len(days_of(material, deed)) < DAYS
    return once or any(map(weights.is_day, shared)) or _words(material, shared) > 0


def _words(material: Material, anchors: Iterable[str]) -> int:
    return sum(
        anchor[0] == "w" and anchor in material.telling_words and anchor not in material.setting
        for anchor in anchors
    )


def _sayable(material: Material, statement: Statement) -> float:
    """What its anchors weigh, none of them another word for one that stands there."""
    return weights.weigh(material, (each for each in statement.anchors if not clauses.says_again(each)))


def days_of(material: Material, deed: str) -> frozenset[str]:
    """The days with which the story tells a deed: voted down on the second, done on the fifth."""
    known: dict[str, frozenset[str]] = material.answers[days_of]
    if deed not in known:
        telling = (each for each in material.carriers.get(deed, ()) if deed in each.told)
        known[deed] = frozenset(
            anchor for each in telling for anchor in each.anchors if weights.is_day(anchor)
        )
    return known[deed]


NEW, MUCH = 3, 5
"""Telling words that nothing above has from which on a clause that has nothing else, or the whole sentence,
tells something more."""


def adds(material: Material, statement: Statement, told: Sequence[Statement]) -> bool:
    """Whether *statement* tells a reader of *told* more: a number, a person, a deed, or a clause of its own.

    What only says the head again in other words is a source of it, and nothing to read.
    """
    known = frozenset[str]().union(*(each.anchors for each in told))
    fresh = {anchor for anchor in statement.anchors - known if anchor in material.heft}
    if any(_is_fact(material, anchor, statement, told) for anchor in fresh):
        return True
    if all(each.latin != statement.latin for each in told):
        return False  # all its words are new
    words = {anchor for anchor in fresh & material.telling_words if anchor[0] == "w"}
    return len(words) >= MUCH or any(
        len(here & words) >= NEW and here.isdisjoint(known) for here in _by_clause(material, statement)
    )


def _is_fact(material: Material, anchor: str, statement: Statement, told: Sequence[Statement]) -> bool:
    if anchor[0] == "q":
        return not anchor.endswith(weights.AGE)
    if weights.is_day(anchor):
        return True
    if anchor[0] == "x":
        return anchor in statement.told and not untold.is_told(anchor, told)
    return anchor[0] == "e" and anchor[2:] not in material.firms and anchor[2:] not in material.subjects


def _by_clause(material: Material, statement: Statement) -> list[set[str]]:
    """Its anchors that tell, clause by clause."""
    found: dict[int, set[str]] = {}
    for anchor, places in clauses.clauses_of(material, statement).items():
        for place in places if not clauses.says_again(anchor) else ():
            found.setdefault(place, set()).add(anchor)
    return [found[place] for place in sorted(found)]
