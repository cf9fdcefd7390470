"""Which statements of different articles say the same: looked up by their rarest anchors. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter

from digest.story.matching import agreement, evidence, weights
from digest.story.statements.material import Material, Statement

POSTINGS = 40
"""Groups looked at for one anchor: keeps a hundred articles linear."""
SIGNPOSTS, MEANT = 8, 3
CANDIDATES, LIKELIEST, MATCHES = 8, 4, 40
"""Of those that share signposts, how many are compared: for a group, for one that agrees with nobody, and for
all that say the same."""


def groups(material: Material, statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements that say the same, founder first, each group with at least two articles.

    A statement joins every group whose founder, the most central statement of
    it, it agrees with: it may tell two facts. One that agrees with no founder
    founds a group, and is joined by those before it that agree with it. Then
    only those stay that share one predicate (an act, a number, a date) with
    the founder: two reports of one person need not tell the same of him. Those
    that agree with nobody are then grouped with whom `agreement.adds_up`: several
    weak signs are enough where no strong one leads elsewhere.
    """
    material.adding_up.clear()
    ordered = sorted(statements, key=lambda each: (-material.central[each.place], each.place))
    found = _agreeing(material, ordered)
    return found + _adding_up(material, ordered, {each.alike for group in found for each in group})


def _agreeing(material: Material, ordered: Sequence[Statement]) -> list[list[Statement]]:
    found: list[list[Statement]] = []
    heads: list[Statement] = []
    founders: dict[str, list[int]] = defaultdict(list)
    members: dict[str, list[int]] = defaultdict(list)
    known: dict[tuple[int, int], list[int]] = {}
    may_agree: dict[int, bool] = {}
    for rank, statement in enumerate(ordered):
        if statement.alike not in may_agree:
            may_agree[statement.alike] = _may_agree(material, statement)
        if not may_agree[statement.alike]:
            continue
        # Copies of a sentence stand together in that order, mostly with no new founder between them.
        as_of = statement.alike, len(heads)
        if as_of not in known:
            known[as_of] = _homes(material, statement, heads, founders, 1)
        homes = known[as_of]
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


def _adding_up(
    material: Material, ordered: Sequence[Statement], met: Collection[int]
) -> list[list[Statement]]:
    """Groups of those who have not *met* anybody, by `Statement.alike`; each of them is in one."""
    found: list[list[Statement]] = []
    wanted = {each.place for each in ordered}
    grouped: set[int] = set()
    for statement in ordered:
        if statement.alike in met or statement.alike in grouped or not material.has_kin(statement.document):
            continue
        grouped.add(statement.alike)
        if not agreement.may_add_up(material, statement):
            continue
        own = material.of(statement.document)
        near = nearest(_met(material, statement), LIKELIEST, apart=range(own[0].rank, own[-1].rank + 1))
        others = (material.statements[rank] for rank in near)
        group = [each for each in others if each.place in wanted and _add_up(material, statement, each)]
        if group:
            found.append([statement, *group])
            grouped.update(each.alike for each in group)
    return found


def _add_up(material: Material, one: Statement, other: Statement) -> bool:
    if not agreement.adds_up(material, one, other):
        return False
    # Whoever asks hears the same from now on.
    material.adding_up |= {(one.alike, other.alike), (other.alike, one.alike)}
    return True


def only_adds_up(material: Material, group: Sequence[Statement]) -> bool:
    """Whether some of *group* say what its first says only as far as all signs of it add up."""
    return any((group[0].alike, each.alike) in material.adding_up for each in group[1:])


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
    enough = agreement.least_shared(material, statement)
    rows = []
    for place in near:
        weight = weights.shared(material, others[place], statement)
        if weight >= enough:
            rows.append((not others[place].anchors.isdisjoint(views), weight, place))
    rows.sort(key=itemgetter(0, 1), reverse=True)
    found: list[int] = []
    for _, _, place in rows:
        if agreement.agree(material, others[place], statement):
            found.append(place)
            if len(found) == FACTS:
                break
    return found


FACTS = 3
"""Groups that one statement joins: a sentence tells two facts, seldom three."""


def _may_agree(material: Material, statement: Statement) -> bool:
    """Whether all that it can share would be enough, if another had it: less never is when that is not."""
    least, anchors = agreement.least_shared(material, statement), statement.anchors
    shared = frozenset(filter(material.rarest_first.__contains__, anchors))
    if weights.weigh(material, shared) < least:
        return False
    kinds = {anchor[0] for anchor in anchors}
    if kinds.isdisjoint("dvxqrcp"):
        return evidence.is_telling(material, anchors, kinds, len(anchors & material.telling_words))
    # A date, a number or concepts may do for two languages, a view or a deed by itself;
    # and of a date or a rounded amount more anchors can tell less than fewer.
    if least < agreement.ENOUGH or not kinds.isdisjoint("dvr"):
        return True
    words = len(shared & material.telling_words)
    things = sum(anchor[0] == "c" and material.heft[anchor] >= weights.TELLING_WORD for anchor in shared)
    told = evidence.is_telling(material, shared, kinds, words, things)
    return told or evidence.is_all(kinds, evidence.plain_words(material, shared) + things, 1.0)


def articles(material: Material, statement: Statement) -> set[int]:
    """Documents in which some statement says the same as *statement*, its own included."""
    return {statement.document} | {other.document for other in matches(material, statement)}


def matches(material: Material, statement: Statement, *, by_deed: bool = True) -> list[Statement]:
    """Statements of other articles that say the same (see `agreement.agree`), in order of place."""
    near = likely(material, statement)
    return [other for other in near if agreement.agree(material, statement, other, by_deed=by_deed)]


def leading_to(material: Material, ranks: Iterable[int]) -> frozenset[str]:
    """The anchors of which a statement must have one for `likely` to look at one of *ranks*."""
    return frozenset(
        anchor
        for rank in ranks
        for anchor in material.statements[rank].anchors
        if rank <= material.carriers[anchor][:POSTINGS][-1].rank
    )


def _met(material: Material, statement: Statement) -> Iterator[int]:
    """The ranks of those that have its signposts, once a signpost."""
    posts = signposts(material, statement)
    for anchor in posts:
        if anchor not in material.postings:
            material.postings[anchor] = [each.rank for each in material.carriers[anchor][:POSTINGS]]
    return chain.from_iterable(map(material.postings.__getitem__, posts))


def likely(material: Material, statement: Statement) -> list[Statement]:
    """Statements of other articles that have most in common with it, in order of place."""
    own = material.of(statement.document)
    near = nearest(_met(material, statement), MATCHES, apart=range(own[0].rank, own[-1].rank + 1))
    return [material.statements[rank] for rank in near]


def nearest(
    met: Iterable[int], limit: int = CANDIDATES, least: int = 2, apart: Iterable[int] = ()
) -> list[int]:
    """Those met by most signposts, at least by *least* where any is; in order, none of *apart*."""
    met = list(met)
    if least == 1 and len(all_met := set(met).difference(apart)) <= limit:
        return sorted(all_met)
    counts = Counter(met)
    for rank in apart:
        counts.pop(rank, None)
    if least > 1 and max(counts.values(), default=0) < least:
        least = 1
    # Count and rank in one number, since numbers are sorted soonest: of those met equally often the first.
    found = [rank - count * _MOST_RANKS for rank, count in counts.items() if count > least]
    if len(found) < limit:  # else those met as seldom as may be, which are most, are too many
        found += [rank - least * _MOST_RANKS for rank, count in counts.items() if count == least]
    found.sort()
    return sorted([each % _MOST_RANKS for each in found[:limit]])


_MOST_RANKS = 1 << 24
"""More statements than an issue has; with the few signposts of one it makes a number of one machine word."""


def _articles(group: Sequence[Statement]) -> int:
    return len({each.document for each in group})


def _of_one_predicate(material: Material, group: Sequence[Statement]) -> list[Statement]:
    """The founder and those who share with it the predicate that most articles share, or a clause."""
    founder = group[0]
    best: list[Statement] = [founder]
    for kinds in ("aqdxnvrp", "c"):  # what both languages have a word for is no predicate where another is
        for predicate in sorted(anchor for anchor in founder.anchors if anchor[0] in kinds):
            members = [founder, *(each for each in group[1:] if predicate in each.anchors)]
            if (_articles(members), len(members)) > (_articles(best), len(best)):
                best = members
        if len(best) > 1:
            break
    by_wording = [each for each in group if sum(a[0] == "w" for a in founder.anchors & each.anchors) >= 4]
    found = max(best, by_wording, key=_articles)
    return [
        *found,
        *(each for each in group if each not in found and agreement.is_near(material, founder, each)),
    ]


def signposts(material: Material, statement: Statement) -> list[str]:
    """The anchors by which others may find a statement: the rarest that it shares, its deeds and views."""
    if statement.alike >= 0:
        statement = material.statements[statement.alike]  # copies have one list
    if statement.signposts is None:
        order = material.rarest_first
        found = sorted(filter(order.__contains__, statement.anchors), key=order.__getitem__)
        # Concepts lead everywhere: a few beside what is told in names, days and numbers.
        shared = [anchor for anchor in found if anchor[0] != "c"]
        deeds = [anchor for anchor in shared[SIGNPOSTS:] if anchor[0] in "xv"]
        meant = [anchor for anchor in found if anchor[0] == "c"][:MEANT]
        statement.signposts = shared[:SIGNPOSTS] + deeds + meant
    return statement.signposts
