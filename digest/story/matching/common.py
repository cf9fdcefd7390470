"""What two statements have in common, each thing once. Pure.

One amount has several anchors (as written, rounded, by what it counts), one day
two, one matter a word and a concept: shared, they are one thing to have in common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from digest.language.lazy import regex
from digest.story.matching import weights
from digest.story.statements import amounts, terms
from digest.story.statements.material import Material, Statement


def once_each(material: Material, one: Statement, other: Statement, shared: frozenset[str]) -> frozenset[str]:
    """*shared* with each amount once, exact before rounded, and each concept where it adds to the rest."""
    shared = terms.once_each(one.folded, shared, material.heft)
    kinds = {anchor[0] for anchor in shared}
    if "c" in kinds or "e" in kinds:
        shared -= _no_more(material, one, other, shared, kinds)
    if "d" in kinds:
        days = [anchor for anchor in shared if anchor[0] == "d"]
        if len(days) > 1:
            shared -= {anchor for anchor in days if anchor.startswith(weights.SOME_MONTH)}
    if "p" in kinds:
        shared = _paired(material, shared)
    if "q" in kinds or "n" in kinds:
        shared -= _counted_twice(material, shared)
        shared -= _what_is_counted(material, shared)
    if "r" not in kinds:
        return shared
    rounded = {anchor for anchor in shared if anchor[0] == "r"}
    return (shared - rounded) | (_rounded(material, one, shared, _rounded(material, other, shared, rounded)))


def _rounded(material: Material, statement: Statement, shared: frozenset[str], keys: set[str]) -> set[str]:
    """Of *keys*, rounded amounts, the heaviest for each amount of a statement that is shared only so."""
    kept: set[str] = set()
    for quantity in statement.quantities if keys else ():
        same = {*amounts.roundings(quantity, keys), amounts.rounded_key(quantity)} & keys
        if same and amounts.quantity_key(quantity) not in shared:
            kept.add(max(same, key=lambda anchor: (material.heft[anchor], anchor)))
    return kept


def without_same_words(
    one: Statement, other: Statement, shared: frozenset[str], foreign: bool
) -> frozenset[str]:
    """*shared* without concepts that both speak of in the same words, where these do not count."""
    both = one.spoken & other.spoken
    if foreign or not both or any(anchor[0] in "qr" for anchor in shared):
        return shared
    return shared - {anchor for anchor, _ in both}


def _paired(material: Material, shared: frozenset[str]) -> frozenset[str]:
    """Two numbers as a pair or each by itself, whichever weighs more; of three the heaviest pair."""
    pair = max((each for each in shared if each[0] == "p"), key=lambda each: (material.heft[each], each))
    apart = shared - {each for each in shared if each[0] == "p"}
    numbers = {each for each in apart if each[0] in "qnr"}
    if weights.weigh(material, _once(material, numbers)) >= material.heft[pair]:
        return apart
    return (apart - numbers) | {pair}


def _once(material: Material, numbers: Collection[str]) -> frozenset[str]:
    return frozenset(numbers) - _counted_twice(material, frozenset(numbers))


_NUMBER = regex(r"[qn]:([\d.]+(?:E\+\d+)?)")


def _counted_twice(material: Material, shared: frozenset[str]) -> frozenset[str]:
    """Of one number as it is written and by what it counts (14家, 14 hospitals), the lighter."""
    by_value: dict[str, list[str]] = defaultdict(list)
    for anchor in shared:
        number = _NUMBER.match(anchor)
        if number:
            by_value[number[1]].append(anchor)
    heaviest = {max(same, key=lambda each: (material.heft[each], each)) for same in by_value.values()}
    return frozenset(anchor for same in by_value.values() for anchor in same) - heaviest


def _what_is_counted(material: Material, shared: frozenset[str]) -> frozenset[str]:
    """64 cabins and a cabin are one thing: the concept that a shared number counts, and the words for it."""
    counted = {f"c:{noun}" for anchor in shared if (noun := _NUMBER.sub("", anchor)) != anchor and noun}
    if counted.isdisjoint(shared):
        return frozenset()
    words = (anchor for anchor in shared if anchor[0] == "w")
    said = {word for word in words if not counted.isdisjoint(weights.covered(material, word))}
    return shared & (counted | said)


def _no_more(
    material: Material, one: Statement, other: Statement, shared: frozenset[str], kinds: Collection[str]
) -> frozenset[str]:
    """Shared concepts that are no more than a word or a name that both share.

    Two texts of one language have words in common; a concept speaks where the
    words differ (长文, 文章), between languages, or of what a number is where the
    word is an everyday one (股价).
    """
    same = frozenset().union(*(weights.covered(material, anchor) for anchor in shared))
    if "a" in kinds:  # appointed president: there the office is what is told
        same -= material.offices
    if "q" not in kinds and "r" not in kinds and weights.latin(one) == weights.latin(other):
        same |= {anchor for anchor, _ in one.spoken & other.spoken}
    return same
