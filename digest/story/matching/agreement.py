"""Do two statements of different articles say the same? Anchors decide, not wording. Pure.

They share enough weight (`digest.story.matching.weights`), of enough kinds
(`digest.story.matching.evidence`), and that is enough of what the shorter of them says.
Two values for one slot (12 人 and 14 人, March and May) are a difference, never an
agreement.
"""

from __future__ import annotations

from collections.abc import Collection

from digest.language.cues import cue
from digest.story.dates import background
from digest.story.matching import clauses, common, doers, evidence, weights, wording
from digest.story.statements import amounts, lexicon, moments, outlook, slots, soon, terms
from digest.story.statements.material import MONTH, Material, Statement

ENOUGH = 6.5
"""Weight of shared anchors, in units of log rarity, from which on two statements say the same."""
BY_DEED, BY_VIEW = 0.7, 0.5
"""Share of `ENOUGH` that is enough where a deed done once, or a view of one matter, says it already."""
SHARE = 0.34
"""They must share so much of what the shorter of them says."""
EXACT_SHARE = 0.18
"""So much is enough where an exact number, or the day, is that of the same act or thing."""
CLOSE = 0.5
"""So much it must be, in articles of one event, of the clauses alone in which it stands."""
HALF, _THIN = 0.5, frozenset("dw")
"""Where only a date and words are shared, it must be half of what the shorter says."""


def agree(
    material: Material,
    one: Statement,
    other: Statement,
    *,
    by_deed: bool = False,
) -> float:
    """0, or how much both say the same (weight of what they share).

    Two of `Material.adding_up` do, too: one of them agrees with nobody else.
    *by_deed*: it is enough that one person does in both what is done once.
    That makes two reports of one event, but not one point.
    """
    akin = material.akin(one.document, other.document)
    voices = one.alike, other.alike, by_deed, akin
    known = material.agreed.get(voices)
    if known is None or one.alike < 0 or other.alike < 0:  # sentences of the last issue are not numbered
        weight = weights.shared(material, one, other)
        known = weight if _same(material, one, other, weight, by_deed, akin) else 0.0
        if not known and akin and same_words(material, one, other):
            known = weight
        material.agreed[voices] = known
    if not known and akin and voices[:2] in material.adding_up:
        return weights.shared(material, one, other)
    return known


def _same(
    material: Material, one: Statement, other: Statement, weight: float, by_deed: bool, akin: bool
) -> bool:
    """Whether both say the same, who share anchors of that weight."""
    shared = one.anchors & other.anchors
    if weight < ENOUGH * (BY_DEED if shared.isdisjoint(material.held) else BY_VIEW):
        return False
    view = not (by_deed or shared.isdisjoint(material.held)) and _one_view(material, shared)
    deeds = shared if by_deed else one.told & other.told
    deed = view or not deeds.isdisjoint(material.done_once)
    foreign = material.two_languages and weights.latin(one) != weights.latin(other)
    numbered = akin and not (by_deed or shared.isdisjoint(material.of_one_thing))
    numbered = numbered and not _of_two_people(material, one, other)
    kin = akin and not (by_deed or foreign)
    needed = ENOUGH * (BY_VIEW if view else BY_DEED if foreign or deed or numbered or kin else 1.0)
    if weight < needed or (len(shared) < 2 and not (view or numbered)):  # most pairs end here
        return False
    # Before all is counted once, which takes longer: concepts in the same words seldom count.
    if weights.weigh(material, common.without_same_words(one, other, shared, foreign)) < needed:
        return False
    least = min(_sharable(material, each, foreign) for each in (one, other)) or 1.0
    # Nor do fewer anchors tell what more do not, but for dates and rounded amounts.
    if not (foreign or deed or kin or any(anchor[0] in "dr" for anchor in shared)) and not _is_told(
        material, shared, weight / least, foreign
    ):
        return False
    shared = common.once_each(material, one, other, shared)
    weight, kinds = weights.weigh(material, shared), {anchor[0] for anchor in shared}
    if len(shared) < 2 and not (view or numbered or "p" in kinds):
        return False
    across = foreign and evidence.across_languages(material, shared)
    close = kin and _is_close(material, one, other, shared)
    if weight < ENOUGH * (BY_VIEW if view else BY_DEED if across or deed or numbered or close else 1.0):
        return False
    told = across or deed or numbered or close or _is_told(material, shared, weight / least, foreign)
    if not told or (foreign and evidence.only_a_day(shared, kinds, akin and not by_deed)):
        return False
    enough = HALF if kinds <= _THIN else SHARE
    if numbered and len(shared) < 2:
        enough = HALF
        if any(_only_in_a_quote(each, shared) for each in (one, other)):
            return False
    elif numbered or evidence.is_exact(material, shared, kinds, len(shared & material.telling_words)):
        enough = EXACT_SHARE
    if weight / least < enough and not (deed or close):
        return False
    if conflict(one, other, numbered=numbered) or _two_deeds(material, one, other):
        return False
    if _the_other_way(material, one, other):
        return False
    if not by_deed and kinds.isdisjoint("qrp") and _plan_and_deed(material, one, other):
        return False
    if not (by_deed or foreign) and _so_and_not_so(one, other, shared):
        return False
    return "q" not in kinds or not _opposed(_stances(one, shared), _stances(other, shared), foreign)


def same_words(material: Material, one: Statement, other: Statement) -> bool:
    """Whether two statements of one event have a clause in common, and nothing in it excludes the other."""
    if one.latin != other.latin or one.alike == other.alike >= 0:
        return False
    if weights.shared(material, one, other) < WORDED or _of_two_people(material, one, other):
        return False
    same = wording.same_clause(material, one, other) > 0
    return same and not conflict(one, other) and not _the_other_way(material, one, other)


def adds_up(material: Material, one: Statement, other: Statement) -> bool:
    """Whether what two of one event share is enough by three measures together, though by none alone.

    What it weighs, how much of both it is, and how near their clauses are in words: a
    long sentence shares more, a short one a larger part, a retold one the words.
    Words that are quoted are enough.
    """
    if one.latin != other.latin or one.alike == other.alike >= 0:
        return False
    weight = weights.shared(material, one, other)
    if weight < (QUOTED if one.latin else WORDED) or not material.akin(one.document, other.document):
        return False
    both = one.anchors & other.anchors
    quoted = one.latin and wording.word_for_word(material, one, other)
    if not quoted and (weight < WORDED or not evidence.is_deed(material, both)):
        return False  # most end here, and most of the rest there: clauses share no more words
    whole = sum(_sharable(material, each, False) for each in (one, other)) or 1.0
    most = weight * (1 + OF_BOTH * 2 / whole) + IN_WORDS * wording.in_common(material, one, other)
    if (not quoted and most < TOGETHER[one.latin]) or _of_two_people(material, one, other):
        return False
    # 人工通用智能(AGI) is one thing, also where it stands in the other only.
    shared = common.once_each(material, other, one, common.once_each(material, one, other, both))
    if quoted:
        return not _excluded(material, one, other, shared)
    told = weights.weigh(material, shared)
    lacks = TOGETHER[one.latin] - told - OF_BOTH * 2 * told / whole
    things = _things(material, one, other, shared)
    if not evidence.is_deed(material, things) or _excluded(material, one, other, shared):
        return False
    in_words, telling = wording.nearest_clause(material, one, other)
    telling += any(anchor[0] in "qr" for anchor in shared)
    return lacks <= IN_WORDS * in_words and telling >= THINGS


def may_add_up(material: Material, statement: Statement) -> bool:
    """Whether all that it can share would be enough for `adds_up` to look at."""
    weight = weights.weigh(material, filter(material.rarest_first.__contains__, statement.anchors))
    if statement.latin:
        return weight >= QUOTED
    return weight >= WORDED and evidence.is_deed(material, statement.anchors)


QUOTED = 3.25
"""Weight of shared anchors from which on two may quote the same."""
TOGETHER, OF_BOTH, IN_WORDS = (22.5, 25.0), 23.0, 3.0
"""What `adds_up` needs, in units of `ENOUGH`, in Chinese and in English, of whose words nobody here knows
which are everyday ones; what a share of all that both tell counts in it, and what the words of their nearest
clauses count, by weight: fitted on 242 pairs of sentences of eleven events that were known to agree."""


def _excluded(material: Material, one: Statement, other: Statement, shared: frozenset[str]) -> bool:
    """Whether something in one statement keeps it from saying what the other says."""
    if conflict(one, other) or _two_deeds(material, one, other) or _so_and_not_so(one, other, shared):
        return True
    if _plan_and_deed(material, one, other) or _counts_otherwise(one, other):
        return True
    if _the_other_way(material, one, other):
        return True
    numbered = any(anchor[0] == "q" for anchor in shared)
    return numbered and _opposed(_stances(one, shared), _stances(other, shared), False)


def _the_other_way(material: Material, one: Statement, other: Statement) -> bool:
    """Who did it to whom is reversed, or it was seconds after something here and minutes after it there."""
    return soon.apart(one.folded, other.folded) or bool(doers.reversed_in(material, one, other))


def _counts_otherwise(one: Statement, other: Statement) -> bool:
    """Both count something that few are not, in one unit, and have none of these numbers in common."""
    mine, theirs = (
        [each for each in told.quantities if each.unit and each.value >= FEW] for told in (one, other)
    )
    units = {each.unit for each in mine} & {each.unit for each in theirs}
    return any(
        all(amounts.apart(a, b) for a in mine for b in theirs if a.unit == b.unit == unit) for unit in units
    )


FEW = 10
"""Below it a number may be of anything: two drivers, one dead."""


def is_near(material: Material, one: Statement, other: Statement) -> bool:
    """Whether two that agree have a clause in common, in the same words or by what they are known by.

    Or most of what the shorter one says.
    """
    if one.latin != other.latin or not material.akin(one.document, other.document):
        return False
    shared = common.once_each(material, one, other, one.anchors & other.anchors)
    least = min(_sharable(material, each, False) for each in (one, other))
    most = (
        weights.weigh(material, shared) >= evidence.MOST * least
        and len(_things(material, one, other, shared)) >= THINGS
    )
    return most or same_words(material, one, other) or _is_close(material, one, other, shared)


WORDED = 4.5
"""Weight of shared anchors from which on the words of two statements are compared."""


def _is_told(material: Material, shared: frozenset[str], share: float, foreign: bool) -> bool:
    """Whether *shared* are enough kinds to be one fact, or *share* of what the shorter one says is most."""
    kinds = {anchor[0] for anchor in shared}
    words = len(shared & material.telling_words)
    things = sum(
        anchor[0] == "c" and (foreign or material.heft[anchor] >= weights.TELLING_WORD) for anchor in shared
    )
    if evidence.is_telling(material, shared, kinds, words, things, foreign):
        return True
    much = (foreign or share >= evidence.MUCH) and weights.weigh(material, shared) >= ENOUGH
    if much and evidence.is_much(shared, kinds, words + things):
        return True
    known = not foreign or not kinds.isdisjoint("dqx") or evidence.names_somebody(material, shared)
    return known and evidence.is_all(kinds, evidence.plain_words(material, shared) + things, share)


def _is_close(material: Material, one: Statement, other: Statement, shared: frozenset[str]) -> bool:
    """Whether it is most of a clause or two: of articles on one event the rest of both may be anything.

    Who, in which month, and one thing besides, may be less of them.
    """
    things = _things(material, one, other, shared)
    if len(things) < THINGS or not evidence.is_deed(material, things) or _of_two_people(material, one, other):
        return False
    least = CLOSE * (0.6 if evidence.is_dated(material, things) else 1.0)
    return clauses.share(material, one, other, things) >= least


def _things(material: Material, one: Statement, other: Statement, shared: frozenset[str]) -> frozenset[str]:
    found = evidence.things(material, one, other, shared) - material.setting
    return terms.apart(other.folded, terms.apart(one.folded, found))


THINGS = 3
"""Who, what and when, of whom, where: so many make a fact, in the words of a clause."""


def _of_two_people(material: Material, one: Statement, other: Statement) -> bool:
    """Both say of whom they tell, and it is not the same person."""
    mine, theirs = (frozenset(each.entities) - material.firms for each in (one, other))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _two_deeds(material: Material, one: Statement, other: Statement) -> bool:
    """One of them did here what another did there, be it on one day: two who left."""
    if not _of_two_people(material, one, other):
        return False
    mine, theirs = ({deed.rpartition(">")[2] for deed in each.told} for each in (one, other))
    return not mine.isdisjoint(theirs)


def _so_and_not_so(one: Statement, other: Statement, shared: Collection[str]) -> bool:
    """A word that they share is denied by one of them, and nothing at all by the other, in whatever words."""
    words = [anchor[2:] for anchor in shared if anchor[0] == "w"]
    less, more = sorted((one, other), key=lambda each: _denied(each, words))
    if not _denied(more, words):
        return False
    return not any(each.search(less.folded) for each in (lexicon.NEGATION, lexicon.NOT_SO, _REFUSES))


_REFUSES = cue(
    "否认|拒绝|驳斥|反对|禁止|停止|未", r"den(?:y|ies|ied) | refus\w+ | reject\w+ | fail\w+ | stop\w*"
)
"""Negation in other words: 拒绝说明 is what 没有说明 is."""


def _denied(statement: Statement, words: Collection[str]) -> int:
    """How many of *words* are, where they stand first."""
    places = (statement.folded.find(word) for word in words)
    return sum(place >= 0 and slots.stance(statement, place) == "denied" for place in places)


def _only_in_a_quote(statement: Statement, shared: Collection[str]) -> bool:
    """“我得罪的是八十三秒以后的人”: who plays on a number reports nothing of it."""
    there = [each.start for each in statement.quantities if amounts.quantity_key(each) in shared]
    return bool(there) and all(background.is_quoted(statement.text, start) for start in there)


VAGUE_VIEWS = ("v:worry>", "v:rift>")
"""Everybody worries about something: it is one point only when it is about one person, too."""


def _one_view(material: Material, shared: frozenset[str]) -> bool:
    held = shared & material.held
    return any(not view.startswith(VAGUE_VIEWS) for view in held) or any(each[0] == "e" for each in shared)


def least_shared(material: Material, statement: Statement) -> float:
    """Weight of shared anchors below which nobody says the same."""
    if not statement.anchors.isdisjoint(material.held):
        return ENOUGH * BY_VIEW
    by_deed = material.two_languages or not statement.told.isdisjoint(material.done_once)
    by_deed = by_deed or not statement.anchors.isdisjoint(material.of_one_thing)
    return ENOUGH * (BY_DEED if by_deed else 1.0)


def _sharable(material: Material, statement: Statement, foreign: bool) -> float:
    """What the anchors weigh that another report can have: abroad no words, in one language no concepts."""
    known = statement.sharable.get(foreign)
    if known is None:
        unlike = "wrp" if foreign else "crp"
        anchors = (anchor for anchor in statement.anchors if anchor[0] not in unlike)
        known = weights.weigh(material, (each for each in anchors if not each.startswith(weights.SOME_MONTH)))
        statement.sharable[foreign] = known
    return known


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


def conflict(one: Statement, other: Statement, *, numbered: bool = False) -> bool:
    """Both date what they tell and the dates exclude each other, or they count one thing differently.

    *numbered*: they have a number in common that no two days have.
    """
    mine, theirs = moments.event_moment(one), moments.event_moment(other)
    both = one.anchors & other.anchors
    days = {each for each in both if weights.is_day(each) or weights.is_rare_number(each)}
    if (
        mine
        and theirs
        and not (days or numbered)
        and not moments.could_be(mine.date, theirs.date)
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


def _plan_and_deed(material: Material, one: Statement, other: Statement) -> bool:
    """What is due by the end of October, and that it came: one event, and two statements."""
    due = outlook.is_due(one)
    if due == outlook.is_due(other):
        return False
    done = other if due else one
    if outlook.is_done(done):
        return True
    moment, written = moments.event_moment(done), material.known.get(done.document, "")
    return moment is not None and bool(written) and not moments.after(moment.date, written)


def _one_month(one: Statement, other: Statement) -> bool:
    """A sentence that tells of two times (recalled in March, warned of in November) may share one of them."""
    return any(
        len(mine.date) >= MONTH <= len(theirs.date) and moments.could_be(mine.date, theirs.date)
        for mine in one.moments
        for theirs in other.moments
    )
