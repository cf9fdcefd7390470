"""How much articles have in common: what each is known by, and the cosines of all pairs. Pure.

Documents as vectors of what they mention, names above words, rare words above
everyday ones (Allan, *Topic Detection and Tracking*, 2002). Articles in Chinese
and in English share no words, but a dictionary says what the Chinese ones mean.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from digest.language import senses, words
from digest.story.matching import anchors
from digest.story.statements.amounts import quantity_key
from digest.story.statements.material import Material, Statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WEIGHT = {"e": 2.0, "q": 1.0, "d": 0.5}
"""Of a trait, by its kind: a name, an amount, a day."""
_EVERYDAY, _STEP = 5.0, 4.0
"""A Chinese word weighs nothing up to this inverse frequency in the language, and 1 so much above it."""
_RARE = 2.0
"""Rarity among the articles from which on an English word weighs more than 1."""
_OFTEN = 0.7
"""Power of the share of an article's sentences that have a trait."""
TRAITS = 200
"""An article is known by so many, the weightiest: the rest is what any article says."""
UNSEEN = 30
"""Articles imagined beside those there are: in a small folder nothing is as rare as it looks."""

Traits = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Likeness:
    """``alike`` has the cosine of each pair, 0 in its diagonal; ``units`` are ``traits`` of length 1."""

    traits: Sequence[Traits]
    units: Sequence[Traits]
    alike: NDArray[np.float64]


def measure(material: Material, asked: Collection[str]) -> Likeness:
    """How like the documents of *material* are each other; traits that were *asked* for tell nothing.

    Needs `Statement.entities`.
    """
    counts = _counts(material)
    carriers = Counter(chain.from_iterable(counts))
    rare = {met: _rarity(met, len(counts)) for met in set(carriers.values())}
    rarity = {trait: rare[met] for trait, met in carriers.items()} | dict.fromkeys(asked, 0.0)
    weights = {trait: _weight(trait, rarity[trait]) * rarity[trait] for trait in carriers}
    traits = [_traits(each, weights, len(material.of(rank))) for rank, each in enumerate(counts)]
    units = list(map(unit, traits))
    languages = [document.language for document in material.documents]
    return Likeness(traits, units, _likeness(units, _across(material, counts, traits, asked), languages))


def _rarity(met: int, articles: int) -> float:
    return math.log((articles + UNSEEN) / (met + 0.5))


def _counts(material: Material) -> list[Counter[str]]:
    """Of each document, in how many of its statements each trait stands."""
    counts = []
    known: dict[tuple[object, ...], Collection[str]] = {}  # many articles print an agency's words
    for rank in range(len(material.documents)):
        told = material.of(rank)
        words_ = Counter(chain.from_iterable(each.words for each in told))
        found = Counter({f"w:{word}": count for word, count in words_.items()})
        for each in told:
            facts = each.simple, each.entities
            if facts not in known:
                known[facts] = _told(each)
        found.update(chain.from_iterable(known[each.simple, each.entities] for each in told))
        counts.append(found)
    return counts


def _told(statement: Statement) -> Collection[str]:
    """The traits of one statement, its words apart."""
    return {
        *(f"e:{key}" for key in statement.entities),
        *filter(None, map(quantity_key, statement.quantities)),
        *(f"d:{day}" for day, _ in anchors.days(statement.simple)),
    }


def _traits(counts: Counter[str], weights: Mapping[str, float], statements: int) -> Traits:
    often = {count: (count / statements) ** _OFTEN for count in set(counts.values())}
    weighed = {trait: weights[trait] * often[count] for trait, count in counts.items()}
    best = sorted(sorted(weighed), key=weighed.__getitem__, reverse=True)[:TRAITS]
    return {trait: weighed[trait] for trait in best if weighed[trait] > 0}


def _weight(trait: str, rarity: float) -> float:
    if trait[0] != "w":
        return _WEIGHT.get(trait[0], 0.0)
    if trait.isascii():
        # How rare it is in the language is not known: how rare it is here counts for more.
        return math.sqrt(rarity / _RARE)
    return (words.idf_of_simplified(trait[2:]) - _EVERYDAY) / _STEP


def _across(
    material: Material, counts: Sequence[Counter[str]], traits: Sequence[Traits], asked: Collection[str]
) -> list[Traits]:
    """What articles are known by across languages: all but words; of Chinese words what they mean in English.

    [] where all are in one language.
    """
    languages = [document.language for document in material.documents]
    if len(set(languages)) < 2:
        return []
    bare: list[Traits] = [
        {trait: weight for trait, weight in each.items() if trait[0] != "w"} for each in traits
    ]
    if not {"zh", "en"} <= set(languages):
        return bare
    told = [
        {
            trait[2:]: (count / len(material.of(rank))) ** _OFTEN
            for trait, count in each.items()
            if trait[0] == "w" and trait not in asked
        }
        for rank, each in enumerate(counts)
    ]
    known = senses.senses({word for words_ in told for word in words_ if not word.isascii()})
    meant = [
        _in_english(each, known) if language in ("zh", "en") else {}
        for each, language in zip(told, languages, strict=True)
    ]
    carriers = Counter(stem for each in meant for stem in each)
    rarity = {stem: _rarity(met, len(counts)) for stem, met in carriers.items()}
    return [
        {**each, **{f"s:{stem}": weight * rarity[stem] for stem, weight in stems.items()}}
        for each, stems in zip(bare, meant, strict=True)
    ]


def _in_english(told: Mapping[str, float], known: Mapping[str, Sequence[senses.Sense]]) -> dict[str, float]:
    """The English stems of what is *told* so often, each as weighty as the weightiest word it translates."""
    found: dict[str, float] = {}
    for word, often in told.items():
        if word.isascii():
            found[word] = max(often, found.get(word, 0.0))
            continue
        weight = often * _weight(f"w:{word}", 0.0)
        for sense in known.get(word, ()) if weight > 0 else ():
            for stem in sense:
                found[stem] = max(weight / math.sqrt(len(sense)), found.get(stem, 0.0))
    return found


def _likeness(
    units: Sequence[Traits], across: Sequence[Traits], languages: Sequence[str]
) -> NDArray[np.float64]:
    """Cosines of all pairs; those of two languages of what stands *across* them."""
    import numpy as np

    alike = _cosines(units)
    if not across:
        return alike
    tongues = np.array(languages)
    same = tongues[:, None] == tongues
    return np.where(same, alike, _cosines(list(map(unit, across))))


_AT_ONCE = 1 << 20
"""Pairs looked at in one go: what numpy writes down in between stays small."""


def _cosines(units: Sequence[Traits]) -> NDArray[np.float64]:
    """By one trait after another, each for those that have it: next to none has a trait of a hundred.

    All pairs are summed in that order, so that copies are as like as can be.
    """
    import numpy as np

    numbers: dict[str, int] = {}
    traits = np.array([numbers.setdefault(trait, len(numbers)) for each in units for trait in each], np.int64)
    by_trait = np.argsort(traits, kind="stable")
    ranks = np.repeat(np.arange(len(units)), list(map(len, units)))[by_trait]
    weights = np.array([weight for each in units for weight in each.values()])[by_trait]
    having = np.bincount(traits)
    first, many = np.repeat(np.cumsum(having) - having, having), np.repeat(having, having)
    bounds = np.cumsum(many).searchsorted(np.arange(_AT_ONCE, many.sum(), _AT_ONCE))
    found = np.zeros(len(units) ** 2)
    for start, end in pairwise((0, *bounds.tolist(), len(ranks))):
        # Each carrier of a trait with all carriers of it, from the first on.
        others = many[start:end]
        one = np.repeat(np.arange(start, end), others)
        other = first[one] + np.arange(len(one)) - np.repeat(np.cumsum(others) - others, others)
        np.add.at(found, ranks[one] * len(units) + ranks[other], weights[one] * weights[other])
    alike = found.reshape(len(units), len(units))
    np.fill_diagonal(alike, 0.0)
    return alike


def summed(many: Iterable[Traits]) -> Traits:
    found: dict[str, float] = defaultdict(float)
    for traits in many:
        for trait, weight in traits.items():
            found[trait] += weight
    return found


def unit(traits: Traits) -> Traits:
    norm = math.sqrt(math.fsum(weight * weight for weight in traits.values())) or 1.0
    return {trait: weight / norm for trait, weight in traits.items()}
