"""Which office a text gives to a name: what stands right before it, or explains it behind a comma. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from digest.language.lazy import regex
from digest.story.statements import concepts

HELD_BY_ONE = frozenset(
    "founder chief-executive chair president bank-governor minister mayor governor premier ambassador captain"
    " coach".split()
)
"""Offices of which a body has one, or few."""
_BEFORE_ZH = regex(r"[\u4e00-\u9fff、A-Za-z]{0,16}$")
_BEFORE_EN = regex(r"(?<![\w'’-])(?:[\w'’-]+ ){1,4}$|$")
_EXPLAINS = regex(r", (?:an?|the|its|who|whose|former)\b[^,.;]{0,60}")


def of(name: str, texts: Iterable[str]) -> frozenset[str]:
    """The concepts of offices that the simplified *texts* give to *name*."""
    found: set[str] = set()
    for text in texts:
        place = text.find(name)
        if place < 0:
            continue
        before = (_BEFORE_EN if name.isascii() else _BEFORE_ZH).search(text, 0, place)
        said = before.group() if before else ""
        if name.isascii() and (behind := _EXPLAINS.match(text, place + len(name))):
            said += " " + behind.group()
        found |= concepts.concepts(said.lower()) & concepts.OFFICES
    return frozenset(found)
