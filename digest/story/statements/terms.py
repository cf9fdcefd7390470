"""Words of one term: 人工通用智能(AGI) is one thing to share, not four; its short form. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from digest.language.lazy import regex
from digest.language.script import has_han

_BETWEEN = regex("[ ]?[(（]?[ ]?")
"""A gloss in brackets belongs to the term before it."""


def once_each(folded: str, shared: frozenset[str], heft: Mapping[str, float]) -> frozenset[str]:
    """*shared* anchors, of each run of three words or more standing together in *folded* the heaviest."""
    words = [anchor for anchor in shared if anchor[0] == "w"]
    if len(words) < 3:
        return shared
    places = sorted((place, anchor) for anchor in words if (place := folded.find(anchor[2:])) >= 0)
    run: list[str] = []
    dropped: set[str] = set()
    end = -1
    for place, anchor in places:
        if end < 0 or not _BETWEEN.fullmatch(folded, end, max(place, end)):
            run = []
        run.append(anchor)
        if len(run) > 2:
            dropped |= {*run} - {max(run, key=lambda each: (heft[each], each))}
        end = place + len(anchor) - 2
    return shared - dropped


def apart(folded: str, shared: frozenset[str]) -> frozenset[str]:
    """*shared* anchors, of words that stand together in *folded* (社交平台) the first."""
    places = sorted(
        (place, anchor) for anchor in shared if anchor[0] == "w" and (place := folded.find(anchor[2:])) >= 0
    )
    dropped, end = set(), -1
    for place, anchor in places:
        if end >= 0 and _BETWEEN.fullmatch(folded, end, max(place, end)):
            dropped.add(anchor)
        end = place + len(anchor) - 2
    return shared - dropped


def shortened(term: str) -> tuple[str, ...]:
    """A Chinese term of four characters or more without its second: 超对齐 of 超级对齐."""
    return (term[0] + term[2:],) if len(term) > 3 and all(map(has_han, term)) else ()
