"""Which articles tell of one event: threads, by how much they have in common (`digest.story.likeness`). Pure.

Topic detection (Allan, *Topic Detection and Tracking*, 2002): clustering by
group average, which one article about two things cannot chain together.
An issue falls apart only where its articles have next to nothing in common
but what the theme asks for.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from digest.language import script, words
from digest.model import Theme
from digest.story import likeness
from digest.story.heads import title_of
from digest.story.likeness import Traits
from digest.story.names.entities import Entity, asked
from digest.story.statements.material import YEAR, Material

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
FAR = 18
"""Months after which an article on the same event gives the year of it."""
SEVERAL = 3
"""Articles from which on a thread may be joined by one that is like their sum, though like none of them."""


def find(material: Material, entities: Sequence[Entity], theme: Theme) -> tuple[tuple[int, ...], ...]:
    """The ranks of the documents, by thread: the largest first, then the one with the newest.

    Within a thread first the one whose title says most of what all tell, then
    the others, most like all others first. Needs `Statement.entities`, fills
    `Material.kin`.
    """
    import numpy as np

    measured = likeness.measure(material, _asked(entities, theme))
    apart = _apart(material)
    alike = np.where(apart, 0.0, measured.alike)
    material.kin = [row.tobytes() for row in alike >= AKIN]
    threads = []
    groups = [part for group in _joined(alike) for part in _borne_out(group, alike)]
    for thread in _with_the_lone(groups, measured.units, apart):
        first = _headed_by(material, thread, measured.traits)
        threads.append(
            sorted(thread, key=lambda rank: (rank != first, -float(alike[rank, thread].sum()), rank))
        )
    return tuple(map(tuple, sorted(threads, key=lambda thread: (-len(thread), min(thread)))))


def _apart(material: Material) -> NDArray[np.bool_]:
    """Pairs of articles so far apart that the later one, if it told of the same event, would say so.

    The tenth launch is told with the names, words and amounts of the first, and is another event; who looks
    back on the first writes its year. Only of an article that writes its own year: another may be younger by
    its date only (`timeline.misdated`).
    """
    import numpy as np

    published = [each.published.date if each.published else "" for each in material.documents]
    years = sorted({date[:YEAR] for date in published if date})
    count = len(published)
    if len(years) <= 1:
        return np.zeros((count, count), bool)
    texts = ["".join(sentence.text for sentence in each.sentences) for each in material.documents]
    names = np.array([[year in text for year in years] for text in texts])
    months = np.array([12 * int(date[:YEAR]) + int(date[5:7] or 6) if date else 0 for date in published])
    own = np.array([years.index(date[:YEAR]) if date else 0 for date in published])
    later = months[:, None] - months[None, :]
    of_its_year = names[np.arange(count), own]
    far: NDArray[np.bool_] = (later > FAR) & (months[None, :] > 0) & of_its_year[:, None] & ~names[:, own]
    return far | far.T


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


def _with_the_lone(
    groups: Sequence[Sequence[int]], units: Sequence[Traits], apart: NDArray[np.bool_]
) -> list[list[int]]:
    """What is alone joins the thread of `SEVERAL` that it is most like, all articles of it together.

    What somebody says into a microphone shares a little with each report and
    much with none.
    """
    threads = [list(group) for group in groups if len(group) >= SEVERAL]
    sums = [likeness.unit(likeness.summed(units[rank] for rank in thread)) for thread in threads]
    rest = []
    for group in groups:
        if len(group) >= SEVERAL:
            continue
        own = units[group[0]]
        near = [math.fsum(own[each] * told[each] for each in own.keys() & told.keys()) for told in sums]
        best = near.index(max(near)) if near else -1
        if len(group) == 1 and near and near[best] >= ALIKE and not apart[group[0], threads[best]].any():
            threads[best].append(group[0])
        else:
            rest.append(list(group))
    return threads + rest
