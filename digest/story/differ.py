"""Where sources give different answers to one question, side by side and without a verdict. Pure.

Each finder looks at one kind of question (`digest.story.slots`) and is strict:
a reader who finds one false difference believes none. At most one difference
is shown of the same pair of sentences, and of one question the pair that
differs most plainly.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from digest.model import Difference
from digest.story import agreement, amounts, choosing, chronology, disputes, labels, lexicon, slots
from digest.story.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.denials import denials, partings, reasons
from digest.story.entities import Entity
from digest.story.material import Material, Moment, Stance, Statement
from digest.story.scopes import scopes

LIMIT = 8
LEAST_FORM = 0.28


def tell(material: Material, entities: Sequence[Entity]) -> tuple[Difference, ...]:
    """Most telling first; each sentence in one difference only."""
    finders: tuple[Callable[[Material, Sequence[Entity]], Iterator[Clash]], ...] = (
        _stances,
        disputes.measured,
        disputes.casualties,
        disputes.contrasted,
        _intervals,
        _outcomes,
        _days,
        _years,
        denials,
        partings,
        reasons,
        scopes,
    )
    found = [clash for finder in finders for clash in finder(material, entities)]
    found = [clash for clash in found if all(choosing.form(each) >= LEAST_FORM for each in clash.claims)]
    found.sort(key=lambda each: (-each.weight, each.question, tuple(claim.place for claim in each.claims)))
    chosen: list[Clash] = []
    for clash in found:
        taken = {claim.place for each in chosen for claim in each.claims}
        same = any(each.question == clash.question for each in chosen)
        if not same and not any(claim.place in taken for claim in clash.claims) and len(chosen) < LIMIT:
            chosen.append(clash)
    return tuple(_difference(material, clash, entities) for clash in chosen)


def _difference(material: Material, clash: Clash, entities: Sequence[Entity]) -> Difference:
    rule = f"differ:{clash.kind}, one of two answers to {clash.question}"
    material.disputed |= {claim.place for claim in clash.claims}
    return Difference(
        labels.label(material, clash, entities), tuple(material.excerpt(each, rule) for each in clash.claims)
    )


# --- one number: so it is, so it is not ------------------------------------------


def _stances(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """The same quantity of the same matter, as a fact (or a promise) here and denied there."""
    told: dict[tuple[str, str], list[tuple[Statement, Stance]]] = defaultdict(list)
    for statement in material.statements:
        for quantity in statement.quantities:
            key = amounts.quantity_key(quantity)
            if key.startswith("q:") and quantity.unit not in amounts.DURATIONS:
                told[key, quantity.unit].append((statement, slots.stance(statement, quantity.start)))
    for (key, _), rows in sorted(told.items()):
        denied = [statement for statement, stance in rows if stance == "denied"]
        # That it was promised and that it never came are both true: only where nobody says that it did.
        for wanted in ("fact", "promise"):
            claims = [statement for statement, stance in rows if stance == wanted]
            clashes = list(_denied_elsewhere(material, key, claims, denied))
            if clashes:
                yield from clashes
                break


def _denied_elsewhere(
    material: Material, key: str, claims: Sequence[Statement], denied: Sequence[Statement]
) -> Iterator[Clash]:
    for denial in denied[: agreement.POSTINGS]:
        for claim in claims[: agreement.POSTINGS]:
            shared = (denial.anchors & claim.anchors) - {key}
            if claim.document != denial.document and agreement.weigh(material, shared) >= SAME_SUBJECT:
                weight = weight_of(material, shared | {key}, claim, denial)
                yield Clash("so-and-not-so", f"stance {key[2:]}", (claim, denial), shared | {key}, weight)


# --- how long after ---------------------------------------------------------------


def _intervals(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """The same act of the same person, hours later here and days later there."""
    told: dict[tuple[str, str], list[slots.Interval]] = defaultdict(list)
    for statement in material.statements:
        interval = slots.interval(statement)
        if interval:
            for key in material.telling(statement.entities):
                for action in statement.actions:
                    told[key, action].append(interval)
    for (key, action), rows in sorted(told.items()):
        for place, one in enumerate(rows[: agreement.POSTINGS]):
            for other in rows[place + 1 : agreement.POSTINGS]:
                if one.excludes(other) and one.statement.document != other.statement.document:
                    before = [set(labels.doers_before(material, each.statement)) - {key} for each in (one, other)]
                    if all(before) and before[0].isdisjoint(before[1]):
                        continue  # after two different deeds
                    shared = frozenset({f"e:{key}", f"a:{action}"})
                    weight = 1.5 * weight_of(material, shared, one.statement, other.statement)
                    claims = (one.statement, other.statement)
                    if material.weights[f"e:{key}"] > 2.0:
                        answers = f"{one.surface} / {other.surface}"
                        question = f"interval {key} {action}"
                        yield Clash("how-long-after", question, claims, shared, weight, answers)


# --- what came of it --------------------------------------------------------------


def _outcomes(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """After one act of one person: dissolved here, a successor there."""
    spellings = {entity.key: entity.spellings for entity in entities}
    told: dict[tuple[str, str], list[slots.Outcome]] = defaultdict(list)
    for statement in material.statements:
        outcome = slots.outcome(statement, spellings)
        if outcome:
            for key in material.telling(sorted(outcome.entities)):
                for action in sorted(outcome.before):
                    told[key, action].append(outcome)
    for (key, action), rows in sorted(told.items()):
        for place, one in enumerate(rows[: agreement.POSTINGS]):
            for other in rows[place + 1 : agreement.POSTINGS]:
                opposed = {
                    frozenset((mine, theirs)) for mine in one.after for theirs in other.after
                } & lexicon.OPPOSED
                if opposed and one.statement.document != other.statement.document:
                    shared = frozenset({f"e:{key}", f"a:{action}"})
                    weight = 1.5 * weight_of(material, shared, one.statement, other.statement)
                    claims = (one.statement, other.statement)
                    answers = " / ".join(labels.acts(each, sorted(min(opposed, key=sorted))) for each in claims)
                    question = f"outcome {key} {action}"
                    yield Clash("what-came-of-it", question, claims, shared, weight, answers)


# --- on which day -------------------------------------------------------------------

_SUDDEN = frozenset({"sink", "collide", "burn", "explode", "collapse"})
_OF_SOMEBODY = frozenset({"arrest", "dismiss", "die", "leave"})
_ONE_DAY = {"a": _SUDDEN, "x": _OF_SOMEBODY}
_DAY_WRITTEN = re.compile(r"\d ?[日号]|[A-Z][a-z]+\.? \d|\d [A-Z][a-z]|\d{4}-\d\d-\d\d")
NEAR_DAYS = 7
"""Days apart at most: what is further apart may be two events."""


def _days(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """The ship sank on the 8th here and on the 9th there; both days written, neither counted."""
    told: dict[str, list[tuple[Statement, dt.date]]] = defaultdict(list)
    for statement in material.statements:
        for moment in statement.moments:
            if moment.direct and len(moment.date) == 10 and _DAY_WRITTEN.search(_as_written(moment)):
                for anchor in _happenings(statement, moment):
                    told[anchor].append((statement, dt.date.fromisoformat(moment.date)))
    for anchor, rows in sorted(told.items()):
        days: dict[int, set[dt.date]] = defaultdict(set)
        for statement, day in rows:
            days[statement.document].add(day)
        for place, (one, day) in enumerate(rows[: agreement.POSTINGS]):
            for other, another in rows[place + 1 : agreement.POSTINGS]:
                shared = frozenset(each for each in one.anchors & other.anchors if each[0] in "ew")
                apart_by = abs((day - another).days)
                same = anchor[0] == "x" or len(shared) > 1
                # An article that has both days tells of two events, or of two days of one.
                alone = another not in days[one.document] and day not in days[other.document]
                if one.document != other.document and same and alone and 0 < apart_by <= NEAR_DAYS:
                    weight = weight_of(material, shared | {anchor}, one, other)
                    answers = f"{day.isoformat()} / {another.isoformat()}"
                    about = shared | {f"a:{anchor.rpartition('>')[2].removeprefix('a:')}"}
                    yield Clash("when", f"day {anchor}", (one, other), about, weight, answers)


def _years(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """The same founder founded the same firm in 2020 here and in 2021 there; both years written."""
    told: dict[str, list[Statement]] = defaultdict(list)
    for statement in material.statements:
        moment = chronology.event_moment(statement)
        if moment and not moment.resolved.inferred:
            for anchor in statement.anchors:
                if anchor[0] == "x" and anchor.endswith(">found"):
                    told[anchor].append(statement)
    for anchor, rows in sorted(told.items()):
        for place, one in enumerate(rows[: agreement.POSTINGS]):
            for other in rows[place + 1 : agreement.POSTINGS]:
                years = [int(chronology.event_moment(each).date[:4]) for each in (one, other)]  # type: ignore[union-attr]
                named = frozenset(each for each in one.anchors & other.anchors if _is_proper(material, each))
                if one.document != other.document and named and 0 < abs(years[0] - years[1]) <= NEAR_YEARS:
                    founder = anchor[2:].rpartition(">")[0]
                    about = named | {f"e:{each}" for each in material.telling([founder])}
                    weight = weight_of(material, about, one, other)
                    answers = f"{years[0]} / {years[1]}"
                    yield Clash("when", f"year {anchor}", (one, other), about, weight, answers)


NEAR_YEARS = 2
"""Founders found more than once; what is further apart may be two foundings."""


def _is_proper(material: Material, anchor: str) -> bool:
    """A name that is nobody's: an organisation's, or Latin letters in Chinese."""
    if anchor[0] == "e":
        return anchor[2:] in material.firms
    return anchor[0] == "w" and anchor[2:].isascii() and anchor[2:].isalpha() and len(anchor) > 5


def _as_written(moment: Moment) -> str:
    """The date without what it was counted from: 昨天 of 昨天 (2025-03-10)."""
    return moment.resolved.evidence.partition(" (")[0]


def _happenings(statement: Statement, moment: Moment) -> list[str]:
    """What happens on one day only, in the clause of the date: a ship sinks, somebody is arrested."""
    once = [anchor for anchor in statement.anchors if _act(anchor) in _ONE_DAY.get(anchor[0], ())]
    if not once:
        return []
    if agreement.latin(statement):
        # The day is a clause of its own: resigned on Thursday, June 12.
        there = lexicon.actions(statement.folded[max(0, moment.start - _BEFORE_DAY) : moment.start])
    else:
        there = lexicon.actions(slots.clause_at(statement, moment.start))
    return sorted(anchor for anchor in once if _act(anchor) in there)


_BEFORE_DAY = 45


def _act(anchor: str) -> str:
    """Of a deed or an act."""
    return anchor[2:].rpartition(">")[2]
