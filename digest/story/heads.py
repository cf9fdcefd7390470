"""What each article is itself about: its title and its first sentences. Pure."""

from __future__ import annotations

from digest.language import script, words
from digest.story.statements import amounts, lexicon, quantities
from digest.story.statements.concepts import told
from digest.story.statements.material import Material

OPENING = 3
"""Sentences of an article that are its head, besides the title."""


def anchors_of(material: Material) -> list[frozenset[str]]:
    """The anchors of each article's head, in the order of `Material.documents`."""
    heads = []
    for rank, document in enumerate(material.documents):
        found: set[str] = set()
        for statement in material.of(rank)[:OPENING]:
            found |= statement.anchors
        title = script.simplify(document.title or "")
        folded = title.lower()
        found |= {key for quantity in quantities.quantities(title) if (key := amounts.quantity_key(quantity))}
        found |= {f"a:{action}" for action in lexicon.actions(folded)}
        found |= told(folded).keys()
        heads.append(frozenset(found) | title_of(material, rank))
    return heads


def title_of(material: Material, rank: int) -> frozenset[str]:
    """Whom the title of an article names, and its words."""
    document = material.documents[rank]
    title = script.simplify(document.title or "")
    named = {f"e:{key}" for key in material.named(document.id, title)}
    return frozenset(named | {f"w:{word}" for word in words.content_stems(title.lower(), document.language)})
