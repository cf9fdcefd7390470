"""How many know it for themselves? Two articles that retell one work are one witness. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from digest.language import script
from digest.language.known_organisations import KNOWN_ORGANISATIONS
from digest.model import Document
from digest.story.statements.material import Material

_KNOWN = {
    script_name: row[0] for row in KNOWN_ORGANISATIONS for script_name in (name.lower() for name in row)
}


def upstream(document: Document) -> frozenset[str]:
    """The works a document retells, one spelling each."""
    folded = (script.simplify(work).strip("《》 ").lower() for work in document.retells)
    return frozenset(_KNOWN.get(work, work) for work in folded)


def independent(material: Material, documents: Iterable[int]) -> tuple[list[int], str]:
    """One rank a witness, newest first, and what the others retell ("" when nobody does).

    Of articles that share a work the newest stands for all: what they say may
    come from there.
    """
    kept: list[int] = []
    works: set[str] = set()
    shared: set[str] = set()
    for rank in sorted(set(documents)):
        sources = upstream(material.documents[rank])
        if sources & works:
            shared |= sources & works
        else:
            kept.append(rank)
        works |= sources
    return kept, ", ".join(sorted(shared))
