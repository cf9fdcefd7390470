"""What makes a fact of its own beside what is told already: a number, a deed, a view, an act. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from digest.story.matching import weights
from digest.story.statements.material import Material, Statement

_PREDICATES = frozenset("qpnvxa")
"""Kinds of anchor that make another fact: numbers and pairs of them, views, deeds, acts."""


def core(group: Iterable[Statement]) -> frozenset[str]:
    """The anchors that statements of at least two articles have: what a group tells for sure."""
    articles: dict[str, set[int]] = defaultdict(set)
    for each in group:
        for anchor in each.anchors:
            articles[anchor].add(each.document)
    return frozenset(anchor for anchor, telling in articles.items() if len(telling) > 1)


def predicates(material: Material, anchors: Iterable[str]) -> Iterable[str]:
    """Those of *anchors* that make a fact: not what nearly all articles have."""
    return (anchor for anchor in anchors if anchor[0] in _PREDICATES and anchor not in material.setting)


def anything(material: Material, anchors: Iterable[str], told: Sequence[Statement]) -> bool:
    """Whether *anchors* make a fact that *told* do not tell."""
    return any(not is_told(anchor, told) for anchor in predicates(material, anchors))


def is_told(anchor: str, told: Sequence[Statement]) -> bool:
    """Whether one of *told* has *anchor*; of a deed who and what is enough, if nobody else does it there."""
    if any(anchor in each.anchors for each in told):
        return True
    if anchor[0] != "x":
        return False
    who, _, act = anchor[2:].rpartition(">")
    return any(
        {f"e:{who}", f"a:{act}"} <= each.anchors and not any(deed.endswith(f">{act}") for deed in each.told)
        for each in told
    )


def share(material: Material, anchors: Iterable[str], told: Iterable[Statement]) -> float:
    """Share of *anchors*, by weight, that *told* have."""
    mine = frozenset(anchors)
    whole = weights.weigh(material, mine)
    theirs = frozenset[str]().union(*(each.anchors for each in told))
    return weights.weigh(material, mine & theirs) / whole if whole else 0.0
