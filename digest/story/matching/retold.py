"""Which facts the issue has told by now: a reader wants none of them three times. Pure.

A section that has a choice takes what nothing above it tells (`choosing.untold`);
this counts, section by section, how often each is told.
"""

from __future__ import annotations

from digest.story.matching import agreement, grouping
from digest.story.statements.material import Material, Statement


def mark(material: Material) -> None:
    """Count what was printed since the last call for all statements that say the same."""
    for statement in material.statements:
        if not material.used[statement.place]:
            continue
        rows = material.used[statement.place] - statement.key_point - material.counted[statement.place]
        if rows <= 0:
            continue
        material.counted[statement.place] += rows
        for other in _same(material, statement):
            material.retold[other.place] += rows


def _same(material: Material, statement: Statement) -> list[Statement]:
    """Statements of any article that tell what *statement* tells, itself apart."""
    own = (
        other
        for other in material.of(statement.document)
        if other is not statement
        and not other.anchors.isdisjoint(statement.anchors)
        and agreement.agree(material, statement, other, by_deed=True)
    )
    return [*grouping.matches(material, statement), *own]
