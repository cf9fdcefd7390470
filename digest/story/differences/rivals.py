"""Two sources answer one question with two numbers: how many, how much, how long, at what time. Pure.

The question is a thing, what is measured of it, and a time. Two numbers answer
one when what is counted is one thing, when the same stands round them (the
nearest act or noun most of all), when their sentences are about one subject,
and nothing sets them apart: a part and the whole, another day, a place or a
person that the other article never names, an article that knows both.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import permutations

from digest.language.lazy import regex
from digest.story.differences.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.differences.nearest import LASTING, head
from digest.story.matching import anchors, grouping, weights
from digest.story.matching.strangers import RISING, strangers
from digest.story.names.entities import Entity
from digest.story.statements import amounts, lexicon, slots
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import DAY, MONTH, Material, Statement
from digest.story.statements.measures import BALLOT, CLOCK, Measure, measures, told


def rivals(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Two articles, one question, two numbers."""
    rows: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    everything = told(material)
    knowing = _knowing(everything)
    answers: dict[_Voice, bool] = {}
    for each in everything:
        if each.voice not in answers:
            answers[each.voice] = _is_answer(each)
        if answers[each.voice]:
            for anchor in each.near if each.kind not in (BALLOT, CLOCK) else ("",):
                rows[each.kind, anchor].append(each)
    seen: set[tuple[int, int]] = set()
    differ: dict[_Voices, _Question | None] = {}
    for _, met in sorted(rows.items()):
        for voices, one, other in _pairs(met[: grouping.POSTINGS], differ):
            pair = (id(one), id(other))
            if pair in seen:
                continue
            seen.add(pair)
            if voices not in differ:
                differ[voices] = _question(material, one, other) if _differ(material, one, other) else None
            question = differ[voices]
            if question and not _of_two_things(material, question, one, other, knowing):
                yield _as_clash(material, question, one, other)


_Voice = tuple[int, int]
_Voices = tuple[_Voice, _Voice]


@dataclass(frozen=True, slots=True)
class _Question:
    """What two voices answer otherwise; ``shared`` anchors of both say about what.

    ``parts`` of their sentences have the answers; it may be how long something
    ``lasts``, or a toll that ``grows``.
    """

    kind: str
    text: str
    shared: frozenset[str]
    about: frozenset[str]
    parts: tuple[str, str]
    lasts: bool
    grows: bool


def _pairs(
    met: Sequence[Measure], differ: Mapping[_Voices, _Question | None]
) -> Iterator[tuple[_Voices, Measure, Measure]]:
    """Those of different articles, the earlier first, with their voices.

    Of two sentences that stand in many articles, and do not differ, one pair is enough.
    """
    copies: dict[_Voice, list[tuple[int, Measure]]] = defaultdict(list)
    for place, each in enumerate(met):
        copies[each.voice].append((place, each))
    for voices in permutations(copies, 2):
        if not differ.get(voices, True):
            continue
        mine, theirs = (copies[voice] for voice in voices)
        for place, one in mine:
            for behind, other in theirs:
                if behind > place and one.statement.document != other.statement.document:
                    if not differ.get(voices, True):
                        break
                    yield voices, one, other


# --- one question ----------------------------------------------------------------------


def _is_answer(measure: Measure) -> bool:
    """It says how much of the whole, as a fact."""
    if measure.part or measure.compared or measure.known or measure.changes:
        return False
    return not lexicon.HEDGE.search(measure.clause)


def _differ(material: Material, one: Measure, other: Measure) -> bool:
    """Both sentences measure one thing, at one time, and not alike."""
    mine, theirs = one.statement, other.statement
    # How long it took until.. ends on two days; what is told of two months is two events.
    lasting = _lasts(one, other)
    if not _of_one_size(one, other):
        return False
    if not (one.differs(other) or (lasting and amounts.apart(one.quantity, other.quantity))):
        return False
    if one.per != other.per or (not lasting and _at_two_times(material, one, other)):
        return False
    if slots.stance(mine, one.quantity.start) != slots.stance(theirs, other.quantity.start):
        return False
    return _one_question(material, one, other)


def _lasts(one: Measure, other: Measure) -> bool:
    return one.kind == "time" and head(one, other) in LASTING


def _of_one_size(one: Measure, other: Measure) -> bool:
    if one.kind in (BALLOT, CLOCK, "time"):
        return True
    ratio = float(one.quantity.value / (other.quantity.value or 1))
    if not 1 / SPREAD < ratio < SPREAD:
        return False
    if abs(ratio - 1) >= ROUNDED or one.kind == "person":
        return True
    return min(amounts.digits(each.quantity.value) for each in (one, other)) >= EXACT


EXACT = 4
"""Digits of a number that nobody has rounded."""
ROUNDED = 0.02
"""So near two measures are one that was taken, or turned into miles, twice."""
SPREAD = 4
"""Two answers to one question are seldom further apart than so many times."""


def _at_two_times(material: Material, one: Measure, other: Measure) -> bool:
    """Dated apart, each in the part of its sentence that has the number: 9月15日公布：.. dates the news."""
    mine, theirs = (_moment(material, each.statement, each.quantity.start) for each in (one, other))
    shorter = min(len(mine), len(theirs), MONTH if one.kind == "time" else DAY)
    return mine[:shorter] != theirs[:shorter]


@once_for_copies
def _moment(material: Material, statement: Statement, place: int) -> str:
    start, end = slots.part_span(statement, place)
    moments = statement.moments
    return next((each.date for each in moments if start <= each.start < end and not each.since), "")


def _part(measure: Measure) -> str:
    return measure.statement.folded[slice(*slots.part_span(measure.statement, measure.quantity.start))]


def _one_question(material: Material, one: Measure, other: Measure) -> bool:
    near = one.near & other.near
    # 深度 is a word and a concept, and one thing to have in common.
    near -= frozenset().union(*(weights.covered(material, anchor) for anchor in near if anchor[0] in "we"))
    if one.kind == BALLOT:
        return _one_vote(material, one, other)
    if one.kind == "percent" and (_names(one) != _names(other) or (near & _OF_SOMEBODY and not _names(one))):
        return False  # 潮汐的57%, 金穗所持潮汐的15%: shares of two holders
    if not _at_one_time(material, one, other):
        return False
    nearest = head(one, other)
    if one.kind in ("count", "person"):
        counted = one.counts(other)
        things = frozenset(one.things) & frozenset(other.things)
        if not counted or not (things or nearest):
            return False
        if things and one.total and other.total and _names_one(one.statement, other.statement):
            return True
        about = {f"{kind}:{thing}" for thing in things for kind in "cw"} | ({nearest} if nearest else set())
        known = max((material.heft.get(each, 0.0) for each in about), default=0.0)
        beside = _about(material, one, other, frozenset(about))
        return beside >= BESIDE and beside + min(known, weights.TELLING_WORD) >= COUNTED
    if one.kind == CLOCK:
        acts = frozenset(each for each in near if each[0] in "ac")
        return bool(acts) and _about(material, one, other, acts) >= SAME_SUBJECT
    return bool(nearest) and _about(material, one, other, frozenset({nearest})) >= SUBJECT


def _one_vote(material: Material, one: Measure, other: Measure) -> bool:
    """As many voted, but for who stays away; one subject, or it is the only vote that either article has."""
    cast = [sum(divmod(int(each.quantity.value), 1000)) for each in (one, other)]
    if abs(cast[0] - cast[1]) > AWAY:
        return False
    single = all(
        len(
            {
                m.quantity.value
                for row in material.of(each.statement.document)
                for m in measures(material, row)
                if m.kind == BALLOT
            }
        )
        == 1
        for each in (one, other)
    )
    return _about(material, one, other, frozenset()) >= (SAME_SUBJECT * (0.33 if single else 1.0))


_OF_SOMEBODY = frozenset({"c:stake", "c:shareholder", "c:share"})
"""A share of a firm is nothing without whose and of what."""
AWAY = 1
"""Votes of those who stay away, or hand theirs in later."""
SUBJECT = 2.2
BESIDE, COUNTED = 1.5, 4.0
"""What is told beside the thing that is counted, and with it: a rare thing needs less beside it."""


def _about(material: Material, one: Measure, other: Measure, told: frozenset[str]) -> float:
    """Weight of what both sentences have in common besides what is *told* of the number, the rest half."""
    own = {amounts.quantity_key(each.quantity) for each in (one, other)}
    apart_ = told | own | frozenset().union(*(weights.covered(material, each) for each in told))
    mine, theirs = one.statement, other.statement
    here = (mine.anchors & theirs.anchors) - apart_
    there = (_context(material, one) & _context(material, other)) - apart_ - here
    return (
        weights.weigh(material, filter(_says_what, here))
        + weights.weigh(material, filter(_says_what, there)) / 2
    )


def _says_what(anchor: str) -> bool:
    """No small or rounded number, and no bare month, tells what a sentence is about."""
    return anchor[0] not in "nr" and not anchor.startswith(weights.SOME_MONTH)


def _context(material: Material, measure: Measure) -> frozenset[str]:
    """Names, words and days of the sentence and of the two before it; concepts go with any subject."""
    reach = 4 if measure.kind == BALLOT else 2
    kept: dict[tuple[int, int], frozenset[str]] = material.answers[_context]
    asked = measure.statement.rank, reach
    if asked not in kept:
        rows = (*material.before(measure.statement, reach), measure.statement)
        kept[asked] = frozenset(each for row in rows for each in row.anchors if each[0] != "c")
    return kept[asked]


def _names_one(one: Statement, other: Statement) -> bool:
    return not set(one.entities).isdisjoint(other.entities)


def _names(measure: Measure) -> set[str]:
    return {anchor for anchor in measure.near if anchor[0] == "e"}


# --- two things ------------------------------------------------------------------------

DAYS_APART = 45
"""Articles further apart tell of two states of one thing."""


def _at_one_time(material: Material, one: Measure, other: Measure) -> bool:
    days = [material.documents[each.statement.document].published for each in (one, other)]
    told_ = [each.date for each in days if each and len(each.date) == DAY]
    if len(told_) < 2:
        return True
    first, second = map(dt.date.fromisoformat, told_)
    return abs((first - second).days) <= DAYS_APART


def _knowing(everything: Sequence[Measure]) -> Callable[[Measure], Set[int]]:
    """Which documents have a number, too, of its kind and with a word round it in common."""
    told: dict[tuple[str, str], dict[tuple[float, float], set[int]]] = defaultdict(lambda: defaultdict(set))
    for each in everything:
        for anchor in each.near:
            told[each.kind, anchor][each.low, each.high].add(each.statement.document)
    found: dict[_Voice, set[int]] = {}

    def knowing(measure: Measure) -> set[int]:
        if measure.voice not in found:
            rows = (row for anchor in measure.near for row in told[measure.kind, anchor].items())
            there = (where for (low, high), where in rows if measure.low <= high and low <= measure.high)
            found[measure.voice] = set().union(*there)
        return found[measure.voice]

    return knowing


def _of_two_things(
    material: Material,
    question: _Question,
    one: Measure,
    other: Measure,
    knowing: Callable[[Measure], Set[int]],
) -> bool:
    """What else their articles say shows that they tell of two things, or of two days."""
    mine, theirs = one.statement, other.statement
    if not question.lasts:
        # Who has that number, too, gives the other of something else.
        if mine.document in knowing(other) or theirs.document in knowing(one):
            return True
        # A toll of another day contradicts nobody, nor one that is told while it grows.
        over = all(_LONG_OVER.search(each.folded) for each in (mine, theirs))
        if (
            question.grows
            and not over
            and (
                not material.published(one.statement.document)
                or material.published(one.statement.document) != material.published(other.statement.document)
                or len({_as_of(one), _as_of(other)} - {""}) > 1
                or any(_GROWING.search(part) for part in question.parts)
            )
        ):
            return True
    return strangers(material, mine, theirs, question.parts)


_GROWING = regex(
    "截[至止]|目前|现在|至今|仍|还有|已[有经]|[至最]少|增[至加]|升至|上升|累计|[再又]有|最新"
    r"|\b(?:at least|so far|(?:rose|risen|climbed|increased) to|now|still|as of|latest)\b"
)
"""How a toll is told that is not the last."""
_LONG_OVER = regex(r"去年|前年|上个?月|\blast (?:month|year)\b")


def _as_of(measure: Measure) -> str:
    """The last day (``03-08``) that the part of its sentence gives, be it 截至; "" where none."""
    start, end = slots.part_span(measure.statement, measure.quantity.start)
    told_ = [(each.date[5:], each.start) for each in measure.statement.moments if len(each.date) == DAY]
    told_ += anchors.days(measure.statement.simple)  # in an article that nobody dated a day has no year
    return max((day for day, place in told_ if start <= place < end), default="")


def _question(material: Material, one: Measure, other: Measure) -> _Question:
    near = one.near & other.near
    shared = near | (one.statement.anchors & other.statement.anchors)
    kind = "how-long" if one.kind == "time" else "how-many"
    text = f"{one.kind} {' '.join(one.things)} {' '.join(sorted(near))}"
    if one.kind == BALLOT:
        text = f"vote {' '.join(sorted(str(each.quantity.value) for each in (one, other)))}"
    about = (
        near | {anchor for anchor in shared if anchor[0] in "ae"} if kind == "how-long" else near or shared
    )
    return _Question(
        kind,
        text,
        frozenset(shared & material.heft.keys()),
        about,
        (_part(one), _part(other)),
        _lasts(one, other),
        any(anchor[2:] in RISING for anchor in near if anchor[0] == "a"),
    )


def _as_clash(material: Material, question: _Question, one: Measure, other: Measure) -> Clash:
    claims = one.statement, other.statement
    weight = weight_of(material, question.shared, *claims)
    answers = f"{one.text} / {other.text}"
    return Clash(question.kind, question.text, claims, question.about, weight, answers)
