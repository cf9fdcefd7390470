"""The best sentences of several articles, no two that say the same: for sections without rows. Pure."""

from __future__ import annotations

from collections.abc import Callable

from digest.model import Excerpt
from digest.story.matching import agreement
from digest.story.statements import choosing
from digest.story.statements.material import Material, Statement

SAME_WORDS = 0.5
"""Share of the shorter sentence's words in another from which on they say the same."""


def spread(
    material: Material,
    found: list[tuple[float, Statement]],
    limit: int,
    least: float,
    rule: str,
    per_document: int = 1,
    same: Callable[[Material, Statement, Statement], bool] | None = None,
) -> tuple[Excerpt, ...]:
    """The best, no more than *per_document* of one article, nothing under *least* of the best's score.

    *same* says of two whether a reader would meet one thing twice, `says_the_same` where left out.
    """
    same = same or says_the_same
    found.sort(key=lambda row: (-row[0], row[1].place))
    chosen: list[Statement] = []
    for score, statement in found:
        if score < least * found[0][0] or choosing.worn(material, statement):
            continue
        if sum(each.document == statement.document for each in chosen) >= per_document:
            continue
        if any(same(material, statement, each) for each in chosen):
            continue
        chosen.append(statement)
        if len(chosen) == limit:
            break
    return tuple(material.excerpt(statement, f"{rule}, best of {len(found)}") for statement in chosen)


def recent(material: Material, statement: Statement) -> float:
    """1 of the newest article, less than half of the oldest."""
    return 0.45 + 0.55 * material.recency[statement.document]


def says_the_same(material: Material, one: Statement, other: Statement) -> bool:
    """Whether a reader would meet one thing twice: in the same words, or by the same deeds and days."""
    return overlap(one, other) > SAME_WORDS or bool(agreement.agree(material, one, other))


def overlap(one: Statement, other: Statement) -> float:
    """Share of the shorter's words that the other has, too."""
    shorter = min(len(one.words), len(other.words))
    return len(one.words & other.words) / shorter if shorter else 0.0
