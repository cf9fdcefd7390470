"""What several articles say: one point, its sources counted, a sentence of each. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence

from digest.model import Point
from digest.story import agreement, choosing
from digest.story.material import Material, Statement
from digest.story.witnesses import independent

LIMIT = 7
SENTENCES = 3
LEAST_FORM = 0.4
LEAST_TOLD = 0.25
"""Form from which on a sentence counts as its article's word, though it is not printed (他曾..)."""
COPIED, COPIED_WORDS = 0.7, 7
"""Share of all their words, and how many, that two statements have in common when one has copied."""


def tell(material: Material) -> tuple[Point, ...]:
    """What is new first, then most witnesses, then most central; every sentence of another article."""
    telling = [each for each in material.statements if choosing.form(each) >= LEAST_TOLD]
    groups = [_own_words(group) for group in agreement.groups(material, telling)]
    found = [(_weight(material, group), group) for group in groups if len(group) > 1]
    found.sort(key=lambda row: (_known(material, row[1]), -row[0][0], -row[0][1], row[1][0].place))
    points: list[Point] = []
    for (witnesses, _), group in found:
        if witnesses > 1 and len(points) < LIMIT:
            sentences = _sentences(material, group)
            if sentences:
                points.append(_point(material, group, sentences))
    return tuple(points)


def _known(material: Material, group: Sequence[Statement]) -> bool:
    """The last issue told it, and no article has added to it."""
    return all(each.place in material.told for each in group)


def _own_words(group: Sequence[Statement]) -> list[Statement]:
    """*group* without those who copy the words of one before: a wire report printed twice is one witness."""
    kept: list[Statement] = []
    for statement in group:
        copied = any(each.document != statement.document and _copies(each, statement) for each in kept)
        if not copied:
            kept.append(statement)
    return kept


def _copies(one: Statement, other: Statement) -> bool:
    both, either = len(one.words & other.words), len(one.words | other.words)
    return both >= COPIED_WORDS and both >= COPIED * either


def _weight(material: Material, group: Sequence[Statement]) -> tuple[int, float]:
    witnesses, _ = independent(material, (each.document for each in group))
    best = max(choosing.worth(material, each) * (0.5 + material.relevance[each.place]) for each in group)
    # What is shared makes a point sure, not important: an anecdote is retold with most of its words.
    return len(witnesses), best * math.sqrt(agreement.weigh(material, _common(group)))


def _common(group: Sequence[Statement]) -> set[str]:
    """Anchors of the founder that other articles share."""
    others = [each.anchors for each in group if each.document != group[0].document]
    return {anchor for anchor in group[0].anchors if any(anchor in anchors for anchors in others)}


def _sentences(material: Material, group: Sequence[Statement]) -> list[Statement]:
    """The best of each article, of different witnesses; () when fewer than two are fit.

    A point of which every sentence stands among the differences is told there.
    """
    witnesses, _ = independent(material, (each.document for each in group))
    common = _common(group)
    best: list[Statement] = []
    for document in witnesses:
        mine = [
            each
            for each in group
            if each.document == document
            and material.used[each.place] < 2
            and choosing.form(each) >= LEAST_FORM
        ]
        if mine:
            best.append(max(mine, key=lambda each: (_fit(material, each, common), [-p for p in each.place])))
    best.sort(key=lambda each: (-_fit(material, each, common), each.place))
    told = all(each.place in material.disputed for each in best)
    return best[:SENTENCES] if len(best) > 1 and not told else []


def _fit(material: Material, statement: Statement, common: set[str]) -> float:
    share = agreement.weigh(material, statement.anchors & common) / (agreement.weigh(material, common) or 1.0)
    fresh = 0.4 + 0.6 * choosing.freshness(material, statement)
    central = 0.7 + 0.3 * material.central[statement.place]
    return choosing.form(statement) * (0.3 + share) * fresh * central


def _point(material: Material, group: Sequence[Statement], sentences: Sequence[Statement]) -> Point:
    witnesses, work = independent(material, (each.document for each in group))
    sharing = ", ".join(sorted(_readable(anchor) for anchor in _common(group))[:6])
    told = len({each.document for each in group})
    counted = (
        f"{len(witnesses)} witnesses of {told} articles, same upstream {work}" if work else f"{told} articles"
    )
    rule = f"points:{counted}, sharing {sharing}"
    return Point(tuple(material.excerpt(each, rule) for each in sentences), tuple(material.ids(witnesses)))


def _readable(anchor: str) -> str:
    return anchor[2:]
