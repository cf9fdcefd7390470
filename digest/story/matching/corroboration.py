"""How much of what a sentence tells do other articles tell, too? Pure.

Asked before key points are chosen: an article of an issue is never alone, and
what several sources tell is more likely what its reader must know.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from digest.model import ArticleId
from digest.story.matching import anchors
from digest.story.statements.material import Material

ENOUGH = 2
"""So many other articles are as good as all: a large folder tells many things, each in few articles."""
SCRAP = 16
"""Anchors imagined in each sentence: one that names a person and no more tells little."""


def shared(material: Material) -> Mapping[ArticleId, tuple[float, ...]]:
    """A number from 0 to 1 for each sentence of each document, 0 where no other is known.

    The share of its anchors (`digest.story.matching.anchors`) that other documents have,
    those that `ENOUGH` have counting fully. It is of the folder, not against the
    folder's best: of articles that have nothing to do with each other little is shared.
    """
    enough = min(ENOUGH, len(material.documents) - 1)
    values = [[0.0] * len(document.sentences) for document in material.documents]
    if enough:
        again = set(filter(anchors.says_again, material.carriers))
        known = {
            anchor: anchors.IN_COMMON[anchor[0]] * min(enough, others) / enough
            for anchor, met in material.carriers.items()
            if anchor not in again and len(met) > 1 and (others := len({each.document for each in met}) - 1)
        }
        told: dict[int, float] = {}
        for each in material.statements:
            if each.alike not in told:
                whole = math.fsum(known[anchor] for anchor in each.anchors if anchor in known)
                told[each.alike] = whole / (SCRAP + len(each.anchors - again))
            values[each.document][each.index] = told[each.alike]
    return {document.id: tuple(row) for document, row in zip(material.documents, values, strict=True)}
