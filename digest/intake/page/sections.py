"""An article whose sections stand in a box each: the steps of a recipe, the stops of a walk. Pure.

To most extractors the first box is the whole article: the others look like the
cards of other articles beside it. What tells them apart is that each card has
its link, and no step of a recipe has one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest.intake.page.blocks import Block
from digest.intake.page.opinions import Opinion, Opinions, is_prose

_FEWEST = 3
_SAME = 0.9  # of the body: a library that wants it sees the same article
_LINKED = 0.5  # of a line
_APART = frozenset({"aside", "furniture", "hidden", "navigation"})


def with_sections(found: Sequence[Block], body: Sequence[bool], given: Opinions) -> list[bool]:
    """*body* with its sections, where one library wants them and they are together more than it.

    A section is a box beside the body's own without a linked line, and most of
    it is wanted; fewer than three may be anything.
    """
    whole = _weight(found, body)
    for opinion in given.libraries:
        shared = [is_body and wanted for is_body, wanted in zip(body, opinion, strict=True)]
        if _weight(found, opinion) < 2 * whole or _weight(found, shared) < _SAME * whole:
            continue
        added = _beside(found, body, opinion, whole)
        if added:
            return [is_body or at in added for at, is_body in enumerate(body)]
    return list(body)


def _beside(found: Sequence[Block], body: Sequence[bool], wanted: Opinion, least: int) -> frozenset[int]:
    """The wanted blocks of the sections in the innermost box around the body that holds *least* of them."""
    own = [block for block, is_body in zip(found, body, strict=True) if is_body]
    around = set(own[0].boxes).intersection(*(block.boxes for block in own))
    for parent in sorted(around, reverse=True):
        sections = [
            each for each in _sections(found, wanted, parent) if not any(body[at] for at in each.blocks)
        ]
        if len(sections) >= _FEWEST and sum(each.wanted for each in sections) >= least:
            return frozenset(at for each in sections for at in each.blocks if wanted[at])
    return frozenset()


@dataclass(slots=True)
class _Section:
    """``weight`` and ``wanted`` are of its text, all of it and what the library wants."""

    blocks: list[int]
    weight: int = 0
    wanted: int = 0
    reads: bool = False
    linked: bool = False


def _sections(found: Sequence[Block], wanted: Opinion, parent: int) -> list[_Section]:
    """The boxes right inside *parent* that read as a part of an article."""
    inside: dict[int, _Section] = {}
    for at, block in enumerate(found):
        if parent not in block.boxes or block.boxes[-1] == parent or "caption" in block.flags:
            continue
        section = inside.setdefault(block.boxes[block.boxes.index(parent) + 1], _Section([]))
        section.blocks.append(at)
        section.weight += block.weight
        section.wanted += block.weight * wanted[at]
        section.reads = section.reads or (wanted[at] and is_prose(block))
        section.linked = section.linked or block.link_share > _LINKED or bool(block.flags & _APART)
    return [
        each for each in inside.values() if each.reads and not each.linked and 2 * each.wanted > each.weight
    ]


def _weight(found: Sequence[Block], chosen: Sequence[bool]) -> int:
    return sum(block.weight for block, is_chosen in zip(found, chosen, strict=True) if is_chosen)
