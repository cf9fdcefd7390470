"""Whether two points tell one happening, and which sentences of both a reader needs. Pure.

Groups are found by their founders: a crash told as 坠毁, as 失控 and as 偏离轨道与月面相撞
founds three, with more or less the same articles. What a later point tells for sure
is the *core* of its group, and when an earlier one prints all of that, it is no second point.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from digest.story.matching import agreement, bearing, untold, weights
from digest.story.statements.material import Material, Statement

PRINTED, OF_CORE = 0.5, 1 / 3
"""Share, by weight, of the later point's core that the earlier one prints, and that both have in their
cores, from which on they tell one happening: a sentence may mention what its point is not about."""
ALL_OF_CORE = 0.8
"""Share of the smaller core in the other's from which on what is left over tells no second happening."""
MOST = 4
"""Sentences of a point made of several, one more than of others: they have more to tell."""
SAME = 0.25
"""Or share of all pairs of their statements that say the same."""


def is_one_happening(
    material: Material,
    told: Sequence[Statement],
    printed: Sequence[Statement],
    later: Sequence[Statement],
) -> bool:
    """Whether *later* tells nothing of its own beside *told*, of which *printed* are read first.

    Nothing of its own: no number, person's deed, view or act, and no other day.
    """
    mine, theirs = untold.core(told), untold.core(later)
    both = weights.weigh(material, mine & theirs)
    least = min(weights.weigh(material, mine), weights.weigh(material, theirs))
    if not least or _another_day(mine, theirs, printed):
        return False
    if both >= ALL_OF_CORE * least and _one_deed(mine, theirs):
        return True
    if untold.anything(material, theirs, printed) or not _of_its_acts(material, mine, theirs):
        return False
    if both >= OF_CORE * least and untold.share(material, theirs, printed) >= PRINTED:
        return True
    return _say_the_same(material, told, later)


def _one_deed(mine: Collection[str], theirs: Collection[str]) -> bool:
    return any(anchor[0] == "x" and anchor in theirs for anchor in mine)


def _of_its_acts(material: Material, mine: Collection[str], theirs: Iterable[str]) -> bool:
    """Whether the earlier point is about each act of the later one: to mention one is not to tell of it."""
    return all(anchor in mine for anchor in untold.predicates(material, theirs) if anchor[0] == "a")


def _another_day(mine: Iterable[str], theirs: Iterable[str], printed: Sequence[Statement]) -> bool:
    """Both cores have days, and none of the later one's is told by the earlier point."""
    days = [anchor for anchor in theirs if weights.is_day(anchor)]
    dated = any(map(weights.is_day, mine))
    return dated and bool(days) and not any(day in each.anchors for day in days for each in printed)


def _say_the_same(material: Material, told: Sequence[Statement], later: Sequence[Statement]) -> bool:
    pairs = [(one, other) for one in told for other in later]
    agreeing = sum(bool(agreement.agree(material, one, other)) for one, other in pairs)
    return agreeing >= SAME * len(pairs)


def fullest(
    material: Material, parts: Sequence[tuple[Sequence[Statement], Sequence[Statement]]]
) -> list[Statement]:
    """Of points that are one, each with who tells it and in which sentences: the first, and what adds most.

    Each of another article, at most `MOST`. What several articles
    tell counts: what a sentence has besides is not what its point is about.
    """
    sure = frozenset[str]().union(*(untold.core(group) for group, _ in parts))
    head, *rest = [each for _, sentences in parts for each in sentences]
    chosen, left = [head], [each for each in rest if bearing.supports(material, head, each)]
    while len(chosen) < MOST:
        heard = {each.document for each in chosen}
        known = frozenset[str]().union(*(each.anchors for each in chosen))
        left = [each for each in left if each.document not in heard]
        added = [weights.weigh(material, (each.anchors & sure) - known) for each in left]
        most = max(range(len(left)), key=added.__getitem__, default=-1)
        if most < 0 or (len(chosen) > 1 and not added[most]):
            break
        if bearing.adds(material, left[most], chosen):
            chosen.append(left[most])
        left.pop(most)
    return chosen
