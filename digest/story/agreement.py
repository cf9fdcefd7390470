"""Do two statements of different articles say the same? Anchors decide, not wording. Pure.

One shared number, name or date is a coincidence; what two reporters share of
one fact is of several kinds: who, did what, how much, when. Common anchors
weigh little (`digest.story.anchors.rarity`), so the name in every sentence
proves nothing. Two values for one slot (12 人 and 14 人, March and May) are a
difference, never an agreement.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from digest.language import words as language_words
from digest.story import amounts, chronology, lexicon, slots, terms
from digest.story.concepts import OFFICES, concepts
from digest.story.material import Material, Statement

KIND_WEIGHT = {
    "n": 0.8, "q": 1.25, "r": 1.1, "x": 0.8, "e": 1.0, "d": 0.8, "a": 0.8, "v": 1.2, "c": 0.9, "w": 0.75,
}  # fmt: skip
ENOUGH = 6.5
"""Weight of shared anchors, in units of log rarity, from which on two statements say the same."""
BY_DEED, BY_VIEW = 0.7, 0.5
"""Share of `ENOUGH` that is enough where a deed done once, or a view of one matter, says it already."""
SHARE = 0.34
"""They must share so much of what the shorter of them says."""
EXACT_SHARE = 0.18
"""So much is enough where an exact number, or the day, is that of the same act or thing."""
HALF, _THIN = 0.5, frozenset("dw")
"""Where only a date and words are shared, it must be half of what the shorter says."""
POSTINGS = 40
"""Groups looked at for one anchor: keeps a hundred articles linear."""
TELLING_WORD = 2.2
"""Weight from which on a shared word says something: the subject of all articles does not."""
_EMPTY = frozenset({"员工", "人士", "公司", "表示", "people", "employe", "company"})
SIGNPOSTS = 8
CANDIDATES, MATCHES = 8, 40
"""Of those that share signposts, how many are compared: for a group, and for all that say the same."""


def prepare(material: Material) -> None:
    """Fill what is asked of every anchor again and again, once `Material.weights` are known."""
    material.heft = {anchor: weight * KIND_WEIGHT[anchor[0]] for anchor, weight in material.weights.items()}
    material.telling_words = frozenset(
        anchor
        for anchor, weight in material.weights.items()
        if weight >= TELLING_WORD
        and anchor[2:] not in _EMPTY
        and (anchor[0] == "w" or (anchor[0] == "e" and anchor[2:] in material.firms))
    )
    material.covers = dict(_covers(material))
    material.done_once = frozenset(filter(once, material.weights))
    material.held = frozenset(anchor for anchor in material.weights if anchor[0] == "v")
    shared = [anchor for anchor, carriers in material.carriers.items() if len(carriers) > 1]
    shared.sort(key=lambda anchor: (-material.heft[anchor], anchor))
    material.rarest_first = {anchor: place for place, anchor in enumerate(shared)}
    material.postings = {
        anchor: [each.rank for each in material.carriers[anchor][:POSTINGS]] for anchor in shared
    }
    for statement in material.statements:
        statement.signposts = statement.heft = None
        statement.sharable.clear()
    material.agreed.clear()
    material.two_languages = len({latin(statement) for statement in material.statements}) > 1


def weigh(material: Material, shared: Iterable[str]) -> float:
    # fsum: sets come in another order in every process, and the last bit may decide a tie.
    return math.fsum(map(material.heft.__getitem__, shared))


def heft(material: Material, statement: Statement) -> float:
    """What all its anchors weigh: with nobody can it share more."""
    if statement.heft is None:
        statement.heft = weigh(material, statement.anchors)
    return statement.heft


def agree(material: Material, one: Statement, other: Statement, *, by_deed: bool = False) -> float:
    """0, or how much both say the same (weight of what they share).

    *by_deed*: it is enough that one person does in both what is done once.
    That makes two reports of one event, but not one point.
    """
    voices = one.alike, other.alike, by_deed
    known = material.agreed.get(voices)
    if known is None or min(voices[:2]) < 0:  # sentences of the last issue are not numbered
        shared = one.anchors & other.anchors
        weight = weigh(material, shared)
        known = weight if _same(material, one, other, shared, weight, by_deed) else 0.0
        material.agreed[voices] = known
    return known


def _same(
    material: Material,
    one: Statement,
    other: Statement,
    shared: frozenset[str],
    weight: float,
    by_deed: bool = False,
) -> bool:
    """Whether both say the same, who share these anchors, of that weight."""
    if weight < ENOUGH * BY_VIEW:
        return False
    view = not (by_deed or shared.isdisjoint(material.held)) and _one_view(material, shared)
    deeds = shared if by_deed else one.told & other.told
    deed = view or not deeds.isdisjoint(material.done_once)
    foreign = material.two_languages and latin(one) != latin(other)
    if weight < ENOUGH * (BY_VIEW if view else BY_DEED if foreign or deed else 1.0):  # most pairs end here
        return False
    if len(shared) < 2 and not view:
        return False
    shared = _once_each(material, one, other, shared)
    if len(shared) < 2 and not view:
        return False
    weight, kinds = weigh(material, shared), {anchor[0] for anchor in shared}
    across = foreign and _across_languages(material, shared)
    if weight < ENOUGH * (BY_VIEW if view else BY_DEED if across or deed else 1.0):
        return False
    words = len(shared & material.telling_words)
    things = sum(anchor[0] == "c" and (foreign or material.heft[anchor] >= TELLING_WORD) for anchor in shared)
    least = min(_sharable(material, each, foreign) for each in (one, other)) or 1.0
    told = across or deed or _telling(material, shared, kinds, words, things, foreign)
    if not (told or _is_all(kinds, _plain(material, shared) + things, weight / least)) or (
        foreign and _only_a_day(kinds)
    ):
        return False
    enough = EXACT_SHARE if _is_exact(shared, kinds, words) else HALF if kinds <= _THIN else SHARE
    if (weight / least < enough and not deed) or conflict(one, other):
        return False
    return "q" not in kinds or not _opposed(_stances(one, shared), _stances(other, shared), foreign)


def _plain(material: Material, shared: frozenset[str]) -> int:
    """How many words tell, firms apart."""
    return sum(anchor[0] == "w" for anchor in shared & material.telling_words)


MOST = 0.6


def _is_all(kinds: Collection[str], told: int, share: float) -> bool:
    """Whether three words, or two and a name, are most of what the shorter of two statements says."""
    return share >= MOST and told + ("e" in kinds) > 2


_VAGUE_VIEWS = ("v:worry>", "v:rift>")
"""Everybody worries about something: it is one point only when it is about one person, too."""


def _one_view(material: Material, shared: frozenset[str]) -> bool:
    held = shared & material.held
    return any(not view.startswith(_VAGUE_VIEWS) for view in held) or any(each[0] == "e" for each in shared)


def _only_a_day(kinds: frozenset[str] | set[str]) -> bool:
    """When, and an act: in another language what was done on that day may be another thing."""
    return kinds <= {"d", "n", "a"}


def _once_each(
    material: Material, one: Statement, other: Statement, shared: frozenset[str]
) -> frozenset[str]:
    """*shared* with each amount once, exact before rounded, and each concept where it adds to the rest."""
    shared = terms.once_each(one.folded, shared, material.heft)
    kinds = {anchor[0] for anchor in shared}
    if "c" in kinds:
        shared -= _no_more(material, one, other, shared, kinds)
    if "d" in kinds:
        days = [anchor for anchor in shared if anchor[0] == "d"]
        shared -= {anchor for anchor in days if anchor.startswith(SOME_MONTH)} if len(days) > 1 else set()
    if "q" in kinds or "n" in kinds:
        shared -= _counted_twice(material, shared)
    if "r" not in kinds:
        return shared
    rounded = {anchor for anchor in shared if anchor[0] == "r"}
    kept: set[str] = set()
    for quantity in one.quantities:
        same = set(amounts.roundings(quantity, rounded))
        if same and amounts.quantity_key(quantity) not in shared:
            kept.add(max(same, key=lambda anchor: (material.heft[anchor], anchor)))
    return (shared - rounded) | kept


_NUMBER = re.compile(r"[qn]:([\d.]+(?:E\+\d+)?)")


def _counted_twice(material: Material, shared: frozenset[str]) -> Collection[str]:
    """Of one number as it is written and by what it counts (14家, 14 hospitals), the lighter."""
    by_value: dict[str, list[str]] = defaultdict(list)
    for anchor in shared:
        number = _NUMBER.match(anchor)
        if number:
            by_value[number[1]].append(anchor)
    heaviest = {max(same, key=lambda each: (material.heft[each], each)) for same in by_value.values()}
    return {anchor for same in by_value.values() for anchor in same} - heaviest


def _covers(material: Material) -> Iterator[tuple[str, frozenset[str]]]:
    """Of each word and name the concepts that it speaks of; a person's office says who he is."""
    for anchor in material.weights:
        if anchor[0] == "w":
            covered = concepts(anchor[2:])
        elif anchor[0] == "e":
            names = material.spellings.get(anchor[2:], ())
            covered = frozenset().union(*(concepts(name.lower()) for name in names))
            covered |= frozenset() if anchor[2:] in material.firms else OFFICES
        else:
            continue
        if covered:
            yield anchor, frozenset(f"c:{concept}" for concept in covered)


def _no_more(
    material: Material, one: Statement, other: Statement, shared: frozenset[str], kinds: Collection[str]
) -> Collection[str]:
    """Shared concepts that are no more than a word or a name that both share.

    Two texts of one language have words in common; a concept speaks where the
    words differ (长文, 文章), between languages, or of what a number is where the
    word is an everyday one (股价).
    """
    covers = material.covers
    same: set[str] = set()
    for anchor in shared:
        if anchor in covers:
            same |= covers[anchor]
    if "q" not in kinds and "r" not in kinds and latin(one) == latin(other):
        same.update(anchor for anchor, _ in one.spoken & other.spoken)
    return same


def _is_exact(shared: frozenset[str], kinds: Collection[str], words: int) -> bool:
    """A number that is no round one, or the day, of the same act or thing: the rest may be anything."""
    numbers = [anchor for anchor in shared if anchor[0] in "qr" and not anchor.endswith("person")]
    exact = max((2 if is_rare_number(each) else 1 for each in numbers if not _ROUND.match(each)), default=0)
    day = any(anchor[0] == "d" and len(anchor) == DAY for anchor in shared)
    exact += day
    exact += sum(bool(_COUNTED.match(anchor)) for anchor in shared) if exact else 0
    beside = ("a" in kinds) + ("e" in kinds) + ("c" in kinds) + ("d" in kinds and not day)
    return exact > 0 and exact + beside + min(words, 2) > 2


def is_rare_number(anchor: str) -> bool:
    """Three digits that tell: 217, 38216, 96.4; not 200, nor a number that is only rounded."""
    return anchor[0] == "q" and len(_DIGITS.sub("", anchor).strip("0")) > 2


_TIMES = tuple(amounts.DURATIONS)
_DIGITS = re.compile(r"E\+\d+|\D")
_ROUND = re.compile(r"[qr]:(?:over|near|about)?\d(?:E\+\d+)?(?![\d.E])")
"""One digit and zeros: 10亿 of one thing and of another."""


_COUNTED = re.compile(r"q:\d{2,}person")
"""39 people beside another exact number: two counts of one event."""

_CHINESE = re.compile("[\u4e00-\u9fff]")


def latin(statement: Statement) -> bool:
    """Whether it is in a language with Latin letters: it has no Chinese character."""
    return _latin(statement.folded)


@lru_cache(maxsize=16_384)
def _latin(folded: str) -> bool:
    return not _CHINESE.search(folded)


def _sharable(material: Material, statement: Statement, foreign: bool) -> float:
    """What the anchors weigh that another report can have: abroad no words, in one language no concepts."""
    known = statement.sharable.get(foreign)
    if known is None:
        unlike = "wr" if foreign else "cr"
        anchors = (anchor for anchor in statement.anchors if anchor[0] not in unlike)
        known = weigh(material, (anchor for anchor in anchors if not anchor.startswith(SOME_MONTH)))
        statement.sharable[foreign] = known
    return known


def _telling(
    material: Material,
    shared: frozenset[str],
    kinds: Collection[str],
    words: int,
    things: int = 0,
    foreign: bool = False,
) -> bool:
    """Enough of different *kinds* to be one fact, whatever it weighs.

    *words* of them are telling, *things* are concepts that tell.
    """
    if "c" in kinds and "e" in kinds and things + _plain(material, shared) > 2:
        return True
    if not foreign:  # 长文 and 文章: a concept that is left is a word in other words
        words += things
    if words >= 4 or ("a" in kinds and words >= 2 and ("e" in kinds or any(map(_is_place, shared)))):
        return True
    deeds = sum(anchor[0] == "x" for anchor in shared) if "x" in kinds else 0
    if deeds > 1 or (deeds and (words or "q" in kinds or "d" in kinds or "n" in kinds)):
        return True
    # A small count (三名) is in every article: it must be a count of the same act.
    counted = any(anchor[0] == "n" and not anchor.endswith(_TIMES) for anchor in shared)
    if "n" in kinds and "a" in kinds and (words or "e" in kinds or (counted and "d" in kinds)):
        return True
    # A number needs an act or a word (one of people, two), a date two of act, name and word.
    if "q" in kinds or "r" in kinds:
        numbers = [anchor for anchor in shared if anchor[0] in "qr"]
        plain = [anchor for anchor in numbers if not _ROUND.match(anchor)]
        least = 1 if any(not anchor.endswith("person") for anchor in plain) else 2
        of_rare = "c" in kinds and bool(plain)
        person = any(anchor[0] == "e" and anchor[2:] not in material.firms for anchor in shared)
        # So many people of one firm may be other people: 11 signers, 11 founders.
        of_whom = "a" in kinds or person or ("e" in kinds and least == 1)
        only_rounded = not plain and all(anchor[0] == "r" for anchor in numbers)
        if only_rounded:
            return words > 1 or (of_whom and words > 0)
        if len(numbers) > 1 or of_whom or words + of_rare >= least:
            return True
    if "d" not in kinds:
        return False
    beside = ("a" in kinds) + ("e" in kinds) + bool(words)
    person = any(anchor[0] == "e" and anchor[2:] not in material.firms for anchor in shared)
    # A firm does many things: whose act, or what somebody has to do with; or on the day a word, in the month three.
    if any(anchor[0] == "d" and len(anchor) == DAY for anchor in shared):
        return "a" in kinds or person or _plain(material, shared) > 0
    return beside > 1 and ("a" in kinds or person or words > 2)


def _is_place(anchor: str) -> bool:
    return anchor[0] == "w" and not anchor.isascii() and language_words.part_of_speech(anchor[2:]) == "ns"


def once(anchor: str) -> bool:
    """Whether it is a deed of the kind done once: a resignation, a death."""
    return anchor[0] == "x" and anchor.rpartition(">")[2] in lexicon.ONCE


def _across_languages(material: Material, shared: frozenset[str]) -> bool:
    """No word is common to Chinese and English reports: numbers, days, acts, names and concepts must do."""
    kinds = Counter(anchor[0] for anchor in shared)
    told = [len(material.carriers[anchor]) for anchor in shared if anchor[0] == "d"]
    names = sum(anchor[0] == "e" and anchor[2:] not in material.firms for anchor in shared)
    beside = kinds["c"] + kinds["a"] + kinds["e"] + kinds["w"]
    act = kinds["a"] and beside > 1
    if any((act and carriers < RARE) or (names > 1 and carriers < 2 * RARE) for carriers in told):
        return True
    number = any(anchor[0] in "qr" and not anchor.endswith("person") for anchor in shared)
    day = any(anchor[0] == "d" and len(anchor) == DAY for anchor in shared)
    if kinds["d"] and any(map(is_rare_number, shared)):
        return True
    return (number and beside > 0) or (day and beside > 1) or (kinds["c"] > 2 and beside + kinds["d"] > 3)


SOME_MONTH = "d:m"
"""Opens the anchor of a month whose year is not told, or not known."""
DAY, MONTH = len("d:03-08"), len("2025-03")
RARE = 5
"""Statements that carry a date that is rare enough to tell an event by."""


def _stances(statement: Statement, shared: frozenset[str]) -> set[str]:
    """Whether what is counted is so or not so: promised and delivered 20 % are two statements."""
    return {
        slots.stance(statement, quantity.start)
        for quantity in statement.quantities
        if amounts.quantity_key(quantity) in shared
    }


def _opposed(mine: Collection[str], theirs: Collection[str], foreign: bool) -> bool:
    """What may be so opposes only what is denied; a clause of another language puts a promise elsewhere."""
    plain = [set(stances) - {"maybe"} for stances in (mine, theirs)]
    if foreign or not all(plain):
        return ("denied" in plain[0]) != ("denied" in plain[1])
    return plain[0] != plain[1]


def conflict(one: Statement, other: Statement) -> bool:
    """Both date what they tell and the dates exclude each other, or they count one thing differently."""
    mine, theirs = chronology.event_moment(one), chronology.event_moment(other)
    both = one.anchors & other.anchors
    days = {each for each in both if (each[0] == "d" and len(each) == DAY) or is_rare_number(each)}
    if (
        mine
        and theirs
        and not days
        and not chronology.could_be(mine.date, theirs.date)
        and not _one_month(one, other)
    ):
        return True
    told = [
        amounts.apart(mine_, theirs_)
        for mine_ in one.quantities
        for theirs_ in other.quantities
        if mine_.unit == theirs_.unit and mine_.unit and (not days or mine_.unit not in amounts.DURATIONS)
    ]
    return bool(told) and all(told)


def _one_month(one: Statement, other: Statement) -> bool:
    """A sentence that tells of two times (recalled in March, warned of in November) may share one of them."""
    return any(
        len(mine.date) >= MONTH <= len(theirs.date) and chronology.could_be(mine.date, theirs.date)
        for mine in one.moments
        for theirs in other.moments
    )


def groups(material: Material, statements: Sequence[Statement]) -> list[list[Statement]]:
    """Statements that say the same, founder first, each group with at least two articles.

    A statement joins every group whose founder, the most central statement of
    it, it agrees with: it may tell two facts. One that agrees with no founder
    founds a group, and is joined by those before it that agree with it. Then
    only those stay that share one predicate (an act, a number, a date) with
    the founder: two reports of one person need not tell the same of him.
    """
    ordered = sorted(statements, key=lambda each: (-material.central[each.place], each.place))
    found: list[list[Statement]] = []
    heads: list[Statement] = []
    founders: dict[str, list[int]] = defaultdict(list)
    members: dict[str, list[int]] = defaultdict(list)
    known: dict[tuple[int, int], list[int]] = {}
    for rank, statement in enumerate(ordered):
        if not _may_agree(material, statement):
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
    enough = _least(material, statement)
    rows = []
    for place in near:
        shared = others[place].anchors & statement.anchors
        weight = weigh(material, shared)
        if weight >= enough:
            rows.append((not shared.isdisjoint(views), weight, place, shared))
    rows.sort(key=itemgetter(0, 1), reverse=True)
    found: list[int] = []
    for _, weight, place, shared in rows:
        if _same(material, others[place], statement, shared, weight):
            found.append(place)
            if len(found) == FACTS:
                break
    return found


FACTS = 3
"""Groups that one statement joins: a sentence tells two facts, seldom three."""


def _least(material: Material, statement: Statement) -> float:
    """Weight of shared anchors below which nobody says the same."""
    if not statement.anchors.isdisjoint(material.held):
        return ENOUGH * BY_VIEW
    by_deed = material.two_languages or not statement.told.isdisjoint(material.done_once)
    return ENOUGH * (BY_DEED if by_deed else 1.0)


def _may_agree(material: Material, statement: Statement) -> bool:
    """Whether all its anchors, shared by another, would be enough; fewer never are when these are not."""
    if heft(material, statement) < _least(material, statement):
        return False
    anchors = statement.anchors
    kinds = {anchor[0] for anchor in anchors}
    # A date, a number or concepts may do for two languages, a view or a deed by itself.
    return not kinds.isdisjoint("dvxqrc") or _telling(
        material, anchors, kinds, len(anchors & material.telling_words)
    )


def articles(material: Material, statement: Statement) -> set[int]:
    """Documents in which some statement says the same as *statement*, its own included."""
    return {statement.document} | {other.document for other in matches(material, statement)}


def matches(material: Material, statement: Statement, *, by_deed: bool = True) -> list[Statement]:
    """Statements of other articles that say the same (see `agree`), in order of place."""
    return [
        other for other in likely(material, statement) if agree(material, statement, other, by_deed=by_deed)
    ]


def likely(material: Material, statement: Statement) -> list[Statement]:
    """Statements of other articles that have most in common with it, in order of place."""
    met = chain.from_iterable(map(material.postings.__getitem__, signposts(material, statement)))
    own = material.of(statement.document)
    near = nearest(met, MATCHES, apart=range(own[0].rank, own[-1].rank + 1))
    return [material.statements[rank] for rank in near]


def nearest(
    met: Iterable[int], limit: int = CANDIDATES, least: int = 2, apart: Iterable[int] = ()
) -> list[int]:
    """Those met by most signposts, at least by *least* where any is; in order, none of *apart*."""
    counts = Counter(met)
    for rank in apart:
        counts.pop(rank, None)
    enough = least if max(counts.values(), default=0) >= least else 1
    # Count and rank in one number, since numbers are sorted soonest: of those met equally often the first.
    found = sorted([rank - count * _MOST_RANKS for rank, count in counts.items() if count >= enough])
    return sorted([each % _MOST_RANKS for each in found[:limit]])


_MOST_RANKS = 1 << 40


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
        shared = sorted(filter(order.__contains__, statement.anchors), key=order.__getitem__)
        deeds = [anchor for anchor in shared[SIGNPOSTS:] if anchor[0] in "xv"]
        statement.signposts = shared[:SIGNPOSTS] + deeds
    return statement.signposts
