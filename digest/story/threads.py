"""Which articles tell of one event: threads, found by the names, words and amounts they share. Pure.

Topic detection (Allan, *Topic Detection and Tracking*, 2002): documents as
vectors of what they mention, names above words, rare words above everyday
ones; their cosine; and clustering by group average, which one article about two
things cannot chain together.
An issue falls apart only where its articles have next to nothing in common
but what the theme asks for.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from digest.language import script, words
from digest.model import Theme
from digest.story.heads import title_of
from digest.story.matching import anchors
from digest.story.names.entities import Entity, asked
from digest.story.statements.amounts import quantity_key
from digest.story.statements.material import Material, Statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALIKE = 0.07
"""Mean cosine from which on two groups of articles are one thread."""
PAIR = 0.1
"""Of two articles that no third joins: of 60 such pairs on one event one is less alike, of pairs that only
share a subject (two divorces, two shootings, two robots) three in four are."""
APART = 0.5
"""Share of the likeness within the looser of two groups that is wanted between them: what parts of one
event have in common with each other was 0.6 of it and more, two matters of one man less."""
AKIN = 0.04
"""Cosine from which on two articles have more in common than two of any matters."""
SEVERAL = 3
"""Articles from which on a thread may be joined by one that is like their sum, though like none of them."""
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


def find(material: Material, entities: Sequence[Entity], theme: Theme) -> tuple[tuple[int, ...], ...]:
    """The ranks of the documents, by thread: the largest first, then the one with the newest.

    Within a thread first the one whose title says most of what all tell, then
    the others, most like all others first. Needs `Statement.entities`, fills
    `Material.kin`.
    """
    counts = _counts(material)
    carriers = Counter(trait for each in counts for trait in each)
    rarity = {trait: math.log((len(counts) + UNSEEN) / (met + 0.5)) for trait, met in carriers.items()}
    rarity |= dict.fromkeys(_asked(entities, theme), 0.0)
    weights = {trait: _weight(trait, rarity[trait]) * rarity[trait] for trait in carriers}
    traits = [_traits(each, weights, len(material.of(rank))) for rank, each in enumerate(counts)]
    units = list(map(_unit, traits))
    alike = _likeness(units, traits, [document.language for document in material.documents])
    material.kin = [row.tobytes() for row in alike >= AKIN]
    threads = []
    groups = [part for group in _joined(alike) for part in _borne_out(group, alike)]
    for thread in _with_the_lone(groups, units):
        first = _headed_by(material, thread, traits)
        threads.append(
            sorted(thread, key=lambda rank: (rank != first, -float(alike[rank, thread].sum()), rank))
        )
    return tuple(map(tuple, sorted(threads, key=lambda thread: (-len(thread), min(thread)))))


def _asked(entities: Sequence[Entity], theme: Theme) -> frozenset[str]:
    """What the theme asks for, as traits: it stands in all articles and tells none from another."""
    terms = [script.simplify(term).lower() for term in theme.query]
    cut = {word for term in terms for word in (term, *words.content_stems(term))}
    return frozenset({f"e:{key}" for key in asked(entities, theme)} | {f"w:{word}" for word in cut})


def _headed_by(material: Material, thread: Sequence[int], traits: Sequence[Traits]) -> int | None:
    """Whose title tells most of what the thread's articles are known by; None when none has one.

    In the language that most of the issue is in, if there is one.
    """
    told = {rank: title_of(material, rank) for rank in thread if material.documents[rank].title}
    chinese = [rank for rank in told if (material.documents[rank].language == "zh") == material.chinese]
    worth = {
        rank: math.fsum(traits[other].get(trait, 0.0) for trait in sorted(told[rank]) for other in thread)
        for rank in chinese or told
    }
    return max(worth, key=lambda rank: (worth[rank], -rank), default=None)


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


def _likeness(
    units: Sequence[Traits], traits: Sequence[Traits], languages: Sequence[str]
) -> NDArray[np.float64]:
    """Cosines of all pairs; two languages share no words, so without words between them."""
    import numpy as np

    tongues = np.array(languages)
    if len(set(languages)) < 2:
        return _cosines(units)
    bare = [{trait: weight for trait, weight in each.items() if trait[0] != "w"} for each in traits]
    same = tongues[:, None] == tongues
    return np.where(same, _cosines(units), _cosines(list(map(_unit, bare))))


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


@dataclass(frozen=True, slots=True)
class _Group:
    """Articles, and the two groups that were joined to make it; none for a single article."""

    ranks: tuple[int, ...]
    parts: tuple[_Group, _Group] | tuple[()] = ()


def _joined(alike: NDArray[np.float64]) -> list[_Group]:
    """Groups by average likeness, as far as it reaches `ALIKE`.

    By chains of nearest neighbours (Murtagh 1983), which give what joining the
    likest two first gives, in quadratic instead of cubic time.
    """
    import numpy as np

    near = alike.copy()
    groups = {rank: _Group((rank,)) for rank in range(len(near))}
    open_, done, chain = set(groups), [], list[int]()
    np.fill_diagonal(near, -1.0)
    while open_:
        if not chain:
            chain.append(min(open_))
        last = chain[-1]
        best = int(near[last].argmax())
        if len(chain) > 1 and near[last, chain[-2]] >= near[last, best]:
            best = chain[-2]
        if near[last, best] < ALIKE:
            # Nothing that is joined later comes nearer than its parts are.
            done.append(groups[chain.pop()])
            open_.discard(last)
            near[:, last] = -1.0
        elif len(chain) > 1 and best == chain[-2]:
            del chain[-2:]
            mine, other = groups.pop(last), groups[best]
            own, its = len(mine.ranks), len(other.ranks)
            mean = (own * near[last] + its * near[best]) / (own + its)
            mean[[last, best]] = -1.0
            near[best], near[:, best] = mean, mean
            near[:, last] = -1.0
            groups[best] = _Group(other.ranks + mine.ranks, (other, mine))
            open_.discard(last)
        else:
            chain.append(best)
    return done


def _borne_out(group: _Group, alike: NDArray[np.float64]) -> list[list[int]]:
    """The articles of *group*, or of its parts where nothing but a subject holds them together."""
    if not group.parts:
        return [list(group.ranks)]
    one, other = group.parts
    between = float(alike[list(one.ranks)][:, list(other.ranks)].mean())
    sizes = len(one.ranks), len(other.ranks)
    if sizes == (1, 1):
        apart = between < PAIR
    else:
        apart = min(sizes) > 1 and between < APART * min(_within(one, alike), _within(other, alike))
    return (
        [ranks for part in group.parts for ranks in _borne_out(part, alike)] if apart else [list(group.ranks)]
    )


def _within(group: _Group, alike: NDArray[np.float64]) -> float:
    """Mean likeness of two articles of it."""
    count = len(group.ranks)
    return float(alike[list(group.ranks)][:, list(group.ranks)].sum()) / (count * (count - 1))


def _with_the_lone(groups: Sequence[Sequence[int]], units: Sequence[Traits]) -> list[list[int]]:
    """What is alone joins the thread of `SEVERAL` that it is most like, all articles of it together.

    What somebody says into a microphone shares a little with each report and
    much with none.
    """
    threads = [list(group) for group in groups if len(group) >= SEVERAL]
    sums = [_unit(_sum(units[rank] for rank in thread)) for thread in threads]
    rest = []
    for group in groups:
        if len(group) >= SEVERAL:
            continue
        own = units[group[0]]
        likeness = [math.fsum(own[each] * told[each] for each in own.keys() & told.keys()) for told in sums]
        if len(group) == 1 and max(likeness, default=0.0) >= ALIKE:
            threads[likeness.index(max(likeness))].append(group[0])
        else:
            rest.append(list(group))
    return threads + rest


def _sum(many: Iterable[Traits]) -> Traits:
    found: dict[str, float] = defaultdict(float)
    for traits in many:
        for trait, weight in traits.items():
            found[trait] += weight
    return found


def _unit(traits: Traits) -> Traits:
    norm = math.sqrt(math.fsum(weight * weight for weight in traits.values())) or 1.0
    return {trait: weight / norm for trait, weight in traits.items()}
