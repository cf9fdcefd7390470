"""They reported it here, it was reported to them there: one act, its roles the other way round. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.story.differences.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.matching import doers, grouping, weights
from digest.story.names.entities import Entity
from digest.story.statements.material import Material, Statement


def crossed(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Who did it to whom, of people whom two articles of one event name side by side.

    Two people at least: of one whom both name something else may be told.
    """
    for mine in material.statements:
        if not doers.tells_of_them(mine.simple):
            continue
        for other in _near(material, mine):
            verb = doers.reversed_in(material, mine, other)
            people = [key for key in mine.entities if key in other.entities and key not in material.firms]
            if verb and len(people) > 1:
                shared = frozenset(
                    each for each in mine.anchors & other.anchors if each[0] in "ew" and each[2:] != verb
                )
                weight = weight_of(material, shared & material.heft.keys(), mine, other) + SAME_SUBJECT
                claims = tuple(sorted((mine, other), key=lambda each: each.place))
                question = f"roles {verb} {sorted(people)}"
                yield Clash("who-to-whom", question, claims, shared | {f"w:{verb}"}, weight)


def _near(material: Material, statement: Statement) -> Iterator[Statement]:
    """Statements of articles of one event that name the same people, by the rarest of these."""
    named = [f"e:{key}" for key in statement.entities if f"e:{key}" in material.carriers]
    rarest = min(named, key=lambda anchor: (len(material.carriers[anchor]), anchor), default="")
    for other in material.carriers[rarest][: grouping.POSTINGS] if rarest else ():
        akin = other.document != statement.document and material.akin(statement.document, other.document)
        if akin and weights.weigh(material, statement.anchors & other.anchors) >= SAME_SUBJECT:
            yield other
