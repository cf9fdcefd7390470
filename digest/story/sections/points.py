"""What several articles say: one point, its sources counted, in as many sentences as add something. Pure."""

from __future__ import annotations

import math
import operator
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from digest.language import dates
from digest.language.lazy import regex
from digest.model import Point
from digest.story.matching import agreement, bearing, grouping, weights
from digest.story.matching.witnesses import independent
from digest.story.sections import fronting, retelling
from digest.story.statements import choosing, moments, outlook
from digest.story.statements.material import MONTH, YEAR, Material, Statement

LIMIT, EACH = 16, 3
"""Points of an issue, and for each of its articles."""
LEAST_TOLD = 0.25
"""Form from which on a sentence counts as its article's word, though it is not printed (他曾..)."""
COPIED, COPIED_WORDS = 0.7, 7
"""Share of all their words, and how many, that two statements have in common when one has copied."""


def tell(material: Material, about: Sequence[frozenset[str]]) -> tuple[Point, ...]:
    """What is new first, then what most witnesses tell and the articles' own heads (*about*) have."""
    telling = [each for each in material.statements if choosing.form(each) >= LEAST_TOLD]
    groups = [_own_words(group) for group in grouping.groups(material, telling)]
    found = [
        (_background(material, group), _weight(material, group, about), group)
        for group in (_of_one_claim(material, group) for group in groups if len(group) > 1)
        if len(group) > 1
    ]
    found.sort(
        key=lambda row: (
            _known(material, row[2]),
            grouping.only_adds_up(material, row[2]),
            row[0],
            -row[1],
            row[2][0].place,
        )
    )
    limit = min(LIMIT, EACH * len(material.documents))
    told: list[_Told] = []
    printed: set[tuple[int, int]] = set()
    elsewhere: list[frozenset[str]] = []
    for _, _, group in found:
        common = fronting.shared(group)
        if any(_same_fact(material, common, each) for each in elsewhere):
            continue
        before = next((each for each in told if _same_fact(material, common, each.common)), None)
        if before:
            before.more += [each for each in group if _bears_out(material, each, before.sentences)]
            continue
        if len(told) == limit:
            continue
        whole = _who_tell_it(material, _with_all(material, group))
        if len(independent(material, (each.document for each in whole))[0]) > 1:
            sentences = fronting.sentences(material, whole, printed)
            if not sentences:
                if any(each.place in material.disputed for each in whole):
                    elsewhere.append(common)
                sentences = _added(material, told, whole, printed)
            elif not _retold(material, told, whole, sentences):
                told.append(_Told(whole, fronting.shared(whole), sentences))
            printed |= {each.place for each in sentences}
    chosen = tuple(_point(material, each) for each in told)
    # Enough to stand beside each other in a point, not to leave out elsewhere what says the same.
    for point in told:
        if grouping.only_adds_up(material, point.group):
            material.counted.update(each.place for each in point.sentences)
    material.adding_up.clear()
    return chosen


@dataclass(slots=True)
class _Told:
    """A point: who says it, what they have in *common*, in which sentences, and who tells it by *more*."""

    group: Sequence[Statement]
    common: frozenset[str]
    sentences: list[Statement]
    more: list[Statement] = field(default_factory=list)
    parts: list[tuple[Sequence[Statement], Sequence[Statement]]] = field(init=False)
    """What it was made of, itself first: who tells each of the points that are one, and in which sentences.

    A later point is held against each of them: all together tell what none of them is about.
    """

    def __post_init__(self) -> None:
        self.parts = [(self.group, self.sentences)]


def _retold(
    material: Material, told: Sequence[_Told], group: Sequence[Statement], sentences: Sequence[Statement]
) -> bool:
    """Whether a point of *told* tells the happening of *group*; it has its articles, too, from now on."""
    for point in told:
        if any(retelling.is_one_happening(material, *part, group) for part in point.parts):
            point.more += group
            point.parts.append((group, sentences))
            point.sentences = retelling.fullest(material, point.parts)
            return True
    return False


def _added(
    material: Material,
    told: Sequence[_Told],
    group: Sequence[Statement],
    printed: Collection[tuple[int, int]],
) -> list[Statement]:
    """One of *group*, added to the first point that has room and prints another of it: half of its sentence.

    Fined, and barred for eighteen months: who tells the one stands beside who tells the other.
    """
    there = {each.place for each in group}
    for point in told:
        if len(point.sentences) == fronting.SENTENCES:
            continue
        for beside in (each for each in point.sentences if each.place in there):
            voice = fronting.voice_beneath(material, beside, group, printed)
            if voice:
                point.sentences.append(voice)
                point.more.append(voice)
                return [voice]
    return []


def _bears_out(material: Material, statement: Statement, sentences: Sequence[Statement]) -> bool:
    """Whether it says what one of *sentences* says, and every deed that all of them tell.

    That he was dismissed is no word for that he came back after five days.
    """
    deeds = material.done_once.intersection(*(each.anchors for each in sentences))
    return deeds <= statement.anchors and any(
        each.document != statement.document and agreement.agree(material, statement, each)
        for each in sentences
    )


def _with_all(material: Material, group: Sequence[Statement]) -> list[Statement]:
    """*group* with all who say what its head and another of it say: groups are found by their founders.

    Who agrees with the head alone may agree with the other half of its sentence.
    """
    there = {each.place for each in group}
    surely = not grouping.only_adds_up(material, group)
    more = [
        each
        for each in grouping.matches(material, group[0], by_deed=False)
        if each.place not in there
        and not (surely and grouping.only_adds_up(material, (group[0], each)))
        and choosing.form(each) >= LEAST_TOLD
        and any(agreement.agree(material, each, other) for other in group[1:])
    ]
    return _own_words([*group, *more])


def _who_tell_it(material: Material, group: Sequence[Statement]) -> list[Statement]:
    """Of *group* the head, those who tell its fact, and those who tell what one of these tells."""
    head, *others = group
    surely = [head, *(each for each in others if bearing.supports(material, head, each))]
    return [
        each
        for each in group
        if each in surely or any(bearing.supports(material, other, each) for other in surely[1:])
    ]


SAME_FACT = 0.5
"""Share of what two points rest on from which on they are one."""


def _same_fact(material: Material, mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether a point of those who have *mine* in common would tell what one of *theirs* tells.

    Voted down on the second, voted out on the fifth: what was done on another day is another fact.
    """
    on, then = ({anchor for anchor in told if weights.is_day(anchor)} for told in (mine, theirs))
    if on and then and on.isdisjoint(then):
        return False
    if any(anchor[0] == "q" for anchor in mine - theirs):
        return False  # nor is what has a number of its own
    if any(map(weights.once, mine & theirs)):
        return True
    both = weights.weigh(material, mine & theirs)
    return both >= SAME_FACT * min(weights.weigh(material, mine), weights.weigh(material, theirs))


HEADS = 3
"""Sentences of a group that are tried as the one in front."""


def _of_one_claim(material: Material, group: Sequence[Statement]) -> list[Statement]:
    """*group* with the sentence in front that says the claim best by itself, and those that say it, too."""
    common = fronting.shared(group)
    ranked = sorted(group, key=lambda each: fronting.headline(material, each, common), reverse=True)
    best: list[Statement] = []
    for head in dict.fromkeys((*ranked[:HEADS], group[0])):
        saying = [
            each
            for each in group
            if each is not head and (each.document == head.document or agreement.agree(material, head, each))
        ]
        if len({each.document for each in saying} | {head.document}) > len({each.document for each in best}):
            best = [head, *saying]
    return best if len({each.document for each in best}) > 1 else []


def _known(material: Material, group: Sequence[Statement]) -> bool:
    """The last issue told it, and no article has added to it."""
    return all(each.place in material.told for each in group)


def _own_words(group: Sequence[Statement]) -> list[Statement]:
    """*group* without those who copy the words of one before: a wire report printed twice is one witness."""
    kept: list[Statement] = []
    for statement in group:
        copied = any(each.document != statement.document and _copies(each, statement) for each in kept)
        if not copied:
            kept.append(statement)
    return kept


def _copies(one: Statement, other: Statement) -> bool:
    both = len(one.words & other.words)
    return both >= COPIED_WORDS and both >= COPIED * (len(one.words) + len(other.words) - both)


def _weight(material: Material, group: Sequence[Statement], about: Sequence[frozenset[str]]) -> float:
    """How many know it, and how much of it stands in the articles' own heads: background is no news."""
    witnesses, _ = independent(material, (each.document for each in group))
    best = max(choosing.worth(material, each) * (0.5 + material.relevance[each.place]) for each in group)
    common = fronting.shared(group)
    whole = weights.weigh(material, common)
    newest = [0.5 + material.recency.get(rank, 0.0) for rank in range(len(about))]
    told = [0.0 if common.isdisjoint(head) else weights.weigh(material, common & head) for head in about]
    in_heads = math.fsum(map(operator.mul, newest, told)) / math.fsum(newest)
    prominent = 0.25 + in_heads / (whole or 1.0)
    ago = _of_late(material, group)
    # What is shared makes a point sure, not important: an anecdote is retold with most of its words.
    done = DUE if outlook.is_due(group[0]) else 1.0
    return len(witnesses) * prominent * ago * done * (0.5 + best * math.sqrt(whole))


DUE = 0.6
"""What is left of a point that tells what was to come: what came of it is read first."""
OF_LATE = 4
"""Months before the newest article in which news is news."""


def _background(material: Material, group: Sequence[Statement]) -> bool:
    """It happened long before anybody told it here."""
    if choosing.is_long_ago(material, group[0]):
        return True
    told = [written for each in group if len(written := material.known[each.document]) >= MONTH]
    happened = _when(group)
    if not told or len(happened) < MONTH:
        return False
    ages = sorted(dates.months_between(happened, written) for written in told)
    return ages[len(ages) // 2] > FRESH


def _when(group: Sequence[Statement]) -> str:
    """The month that most of *group* share, else when the event of its head was; "" when nobody says."""
    months = [anchor[2:] for anchor in fronting.shared(group) if _MONTH.fullmatch(anchor)]
    shared = Counter({month: sum(f"d:{month}" in each.anchors for each in group) for month in months})
    if shared:
        return max(shared, key=lambda month: (shared[month], month))
    told = [moment.date for each in group if (moment := moments.event_moment(each))]
    head = moments.event_moment(group[0])
    return head.date if head else max(told, default="")


_MONTH = regex(r"d:\d{4}-\d\d")
FRESH = 2
"""Months after which what is told was no news when most of those who tell it wrote."""
OLD = 0.5


def _of_late(material: Material, group: Sequence[Statement]) -> float:
    """1 for news of the last months, `UNDATED` for what happened at no told time, less for the rest."""
    last = _when(group)
    now = max(material.known.values(), default="")
    if not last or len(now) < YEAR:
        return fronting.UNDATED
    if len(last) < MONTH or len(now) < MONTH:
        return 1.0 if last[:4] >= now[:4] else OLD
    return 1.0 if dates.months_between(last, now) <= OF_LATE else OLD


def _point(material: Material, told: _Told) -> Point:
    knowing = {each.document for each in (*told.group, *told.more)}
    witnesses, work = independent(material, knowing)
    sharing = ", ".join(sorted(map(_readable, told.common))[:6])
    counted = f"{len(knowing)} articles"
    if work:
        counted = f"{len(witnesses)} witnesses of {counted}, same upstream {work}"
    rule = f"points:{counted}, sharing {sharing}"
    sentences = tuple(material.excerpt(each, rule) for each in told.sentences)
    return Point(sentences, tuple(material.ids(witnesses)))


def _readable(anchor: str) -> str:
    return anchor[2:]
