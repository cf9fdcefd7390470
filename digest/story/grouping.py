"""Which statements of different articles say the same: looked up by their rarest anchors. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from digest.story import agreement, evidence, weights
from digest.story.material import Material, Statement

POSTINGS = 40
"""Groups looked at for one anchor: keeps a hundred articles linear."""
SIGNPOSTS, MEANT = 8, 3
CANDIDATES, MATCHES = 8, 40
"""Of those that share signposts, how many are compared: for a group, and for all that say the same."""


def groups(material: Material, statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements that say the same, founder first, each group with at least two articles.

    A statement joins every group whose founder, the most central statement of
    it, it agrees with: it may tell two facts. One that agrees with no founder
    founds a group, and is joined by those before it that agreement.agree with it. Then
    only those stay that share one predicate (an act, a number, a date) with
    the founder: two reports of one person need not tell the same of him.
    """
    ordered = sorted(statements, key=lambda each: (-material.central[each.place], each.place))
    found: list[list[Statement]] = []
    heads: list[Statement] = []
    founders: dict[str, list[int]] = defaultdict(list)
    members: dict[str, list[int]] = defaultdict(list)
    for rank, statement in enumerate(ordered):
        if not _may_agree(material, statement):
            continue
        homes = _homes(material, statement, heads, founders, 1)
        for home in homes:
            found[home].append(statement)
        if homes:
            _post(members, material, statement, rank)
            continue
        earlier = _homes(material, statement, ordered, members, 2)
        _post(founders, material, statement, len(found))
        heads.append(statement)
        found.append([statement, *(ordered[place] for place in earlier)])
    whole = [_of_one_predicate(material, group) for group in found if _articles(group) > 1]
    return [group for group in whole if _articles(group) > 1]


def _post(posted: dict[str, list[int]], material: Material, statement: Statement, place: int) -> None:
    """Let those who come later find *place* by the signposts of *statement*."""
    for anchor in signposts(material, statement):
        if len(posted[anchor]) < POSTINGS:
            posted[anchor].append(place)


def _homes(
    material: Material,
    statement: Statement,
    others: Sequence[Statement],
    posted: Mapping[str, Sequence[int]],
    least: int,
) -> list[int]:
    """The places in *others* of the few that *statement* agrees with best; *posted* has them by signpost."""
    posts = signposts(material, statement)
    views = [anchor for anchor in posts if anchor[0] == "v"]
    near = nearest(chain.from_iterable(map(posted.__getitem__, posts)), least=least)
    near = sorted({*near, *(place for anchor in views for place in posted[anchor][:1])})
    shared = {place: others[place].anchors & statement.anchors for place in near}
    shares = {place: weights.weigh(material, shared[place]) for place in near}
    near.sort(key=lambda place: (not shared[place].isdisjoint(views), shares[place]), reverse=True)
    found: list[int] = []
    for place in near:
        if shares[place] < agreement.ENOUGH * agreement.BY_VIEW:
            continue
        if agreement.same(material, others[place], statement, shared[place], shares[place]):
            found.append(place)
            if len(found) == FACTS:
                break
    return found


FACTS = 3
"""Groups that one statement joins: a sentence tells two facts, seldom three."""


def _may_agree(material: Material, statement: Statement) -> bool:
    """Whether all its anchors, shared by another, would be enough; fewer never are when these are not."""
    if weights.heft(material, statement) < agreement.ENOUGH * agreement.BY_VIEW:
        return False
    anchors = statement.anchors
    kinds = {anchor[0] for anchor in anchors}
    # A date, a number or concepts may do for two languages, a view or a deed by itself.
    return not kinds.isdisjoint("dvxqrc") or evidence.is_telling(
        material, anchors, kinds, len(anchors & material.telling_words)
    )


def articles(material: Material, statement: Statement) -> set[int]:
    """Documents in which some statement says the same as *statement*, its own included."""
    return {statement.document} | {other.document for other in matches(material, statement)}


def matches(material: Material, statement: Statement, *, by_deed: bool = True) -> list[Statement]:
    """Statements of other articles that say the same (see `agreement.agree`), in order of place."""
    carried = [
        other
        for anchor in signposts(material, statement)
        for other in material.carriers[anchor][:POSTINGS]
        if other.document != statement.document
    ]
    near = [material.statements[rank] for rank in nearest((other.rank for other in carried), MATCHES)]
    return [other for other in near if agreement.agree(material, statement, other, by_deed=by_deed)]


def nearest(met: Iterable[int], limit: int = CANDIDATES, least: int = 2) -> list[int]:
    """Those met by most signposts, at least by *least* where any is; in order."""
    counts = Counter(met)
    enough = least if max(counts.values(), default=0) >= least else 1
    likely = sorted([rank for rank, count in counts.items() if count >= enough])
    likely.sort(key=counts.__getitem__, reverse=True)  # of those met equally often the first stay first
    return sorted(likely[:limit])


def _articles(group: Sequence[Statement]) -> int:
    return len({each.document for each in group})


def _of_one_predicate(material: Material, group: Sequence[Statement]) -> list[Statement]:
    """The founder and those who share with it the predicate that most articles share."""
    founder = group[0]
    best: list[Statement] = [founder]
    for kinds in ("aqdxnvr", "c"):  # what both languages have a word for is no predicate where another is
        for predicate in sorted(anchor for anchor in founder.anchors if anchor[0] in kinds):
            members = [founder, *(each for each in group[1:] if predicate in each.anchors)]
            if (_articles(members), len(members)) > (_articles(best), len(best)):
                best = members
        if len(best) > 1:
            break
    by_wording = [each for each in group if sum(a[0] == "w" for a in founder.anchors & each.anchors) >= 4]
    return max(best, by_wording, key=_articles)


def signposts(material: Material, statement: Statement) -> list[str]:
    """The anchors by which others may find a statement: the rarest that it shares, its deeds and views."""
    if statement.signposts is None:
        order = material.rarest_first
        found = sorted(filter(order.__contains__, statement.anchors), key=order.__getitem__)
        # Concepts lead everywhere: a few beside what is told in names, days and numbers.
        shared = [anchor for anchor in found if anchor[0] != "c"]
        deeds = [anchor for anchor in shared[SIGNPOSTS:] if anchor[0] in "xv"]
        meant = [anchor for anchor in found if anchor[0] == "c"][:MEANT]
        statement.signposts = shared[:SIGNPOSTS] + deeds + meant
    return statement.signposts
