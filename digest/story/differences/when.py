"""The same act, on another day, in another year, after another time: differences of when. Pure."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from digest.language.lazy import regex
from digest.story.differences import labels
from digest.story.differences.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.matching import anchors, grouping, weights
from digest.story.names.entities import Entity
from digest.story.statements import lexicon, moments, slots, soon
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import DAY, Material, Statement

# --- how long after ---------------------------------------------------------------


def intervals(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """The same act of the same person, hours later here and days later there."""
    told: dict[tuple[str, str], list[slots.Interval]] = defaultdict(list)
    for statement in material.having(slots.LATER):
        interval = slots.interval(statement)
        if interval:
            for key in material.telling(statement.entities):
                for action in statement.actions:
                    told[key, action].append(interval)
    for (key, action), rows in sorted(told.items()):
        if material.weights[f"e:{key}"] <= RARE:
            continue
        for place, one in enumerate(rows[: grouping.POSTINGS]):
            for other in rows[place + 1 : grouping.POSTINGS]:
                claims = one.statement, other.statement
                if one.excludes(other) and claims[0].document != claims[1].document:
                    before = [set(labels.doers_before(material, each)) - {key} for each in claims]
                    if all(before) and before[0].isdisjoint(before[1]):
                        continue  # after two different deeds
                    shared = frozenset({f"e:{key}", f"a:{action}"})
                    weight = 1.5 * weight_of(material, shared, *claims)
                    answers = f"{one.surface} / {other.surface}"
                    yield Clash("how-long-after", f"interval {key} {action}", claims, shared, weight, answers)


RARE = 2.0
"""Weight from which on a name tells of whom an interval is."""

# --- how soon, in no number ---------------------------------------------------------


def spans(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Seconds after take-off here, minutes after it there: one event, which both tell the same way."""
    told: dict[tuple[str, str], list[tuple[Statement, soon.Soon]]] = defaultdict(list)
    for statement in material.having(soon.MAY_BE_SOON):
        for event, found in soon.told(statement.folded).items():
            told[event].append((statement, found))
    for event, rows in sorted(told.items()):
        units: dict[int, set[str]] = defaultdict(set)
        for statement, found in rows:
            units[statement.document].add(found.unit)
        for place, (one, mine) in enumerate(rows[: grouping.POSTINGS]):
            for other, theirs in rows[place + 1 : grouping.POSTINGS]:
                alone = units[one.document] | units[other.document] == {mine.unit, theirs.unit}
                alone = alone and units[one.document].isdisjoint(units[other.document])
                acts = {anchor for anchor in one.anchors & other.anchors if anchor[0] == "a"}
                if not (alone and acts and material.akin(one.document, other.document)):
                    continue
                shared = frozenset(each for each in one.anchors & other.anchors if each[0] in "eaqw")
                weight = weight_of(material, shared, one, other)
                if weights.weigh(material, shared) >= SAME_SUBJECT:
                    words = (
                        each.text[found.start : found.end] for each, found in ((one, mine), (other, theirs))
                    )
                    answers = " / ".join(words)
                    yield Clash("how-soon", f"soon {' '.join(event)}", (one, other), shared, weight, answers)


# --- on which day -------------------------------------------------------------------

_SUDDEN = frozenset({"sink", "collide", "burn", "explode", "collapse", "crash", "attack", "quake", "erupt"})
_BEGUN = frozenset({"strike", "protest", "suspend"})
_BEGINS = regex(r"开始|爆发|发动|发起|举行|\b(?:beg[au]n|started|went on|walked out|broke out|held)\b")
"""What lasts many days begins on one."""
_OF_SOMEBODY = frozenset({"arrest", "dismiss", "die", "leave"})
_ONE_DAY = {"a": _SUDDEN, "x": _OF_SOMEBODY}
_DAY_WRITTEN = regex(r"\d ?[日号]|[A-Z][a-z]+\.? \d|\d [A-Z][a-z]|\d{4}-\d\d-\d\d")
NEAR_DAYS = 7
"""Days apart at most: what is further apart may be two events."""


def days(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """The ship sank on the 8th here and on the 9th there; both days written, neither counted."""
    told: dict[str, list[tuple[Statement, str]]] = defaultdict(list)
    for statement in material.statements:
        if not (statement.moments or statement.signs & anchors.MAY_BE_DAY.signs):
            continue
        for day, anchor in _dated(material, statement):
            told[anchor].append((statement, day))
    for anchor, rows in sorted(told.items()):
        known: dict[int, set[str]] = defaultdict(set)
        for statement, day in rows:
            known[statement.document].add(day[-_OF_YEAR:])
        for place, (one, day) in enumerate(rows[: grouping.POSTINGS]):
            for other, another in rows[place + 1 : grouping.POSTINGS]:
                # An article that has both days tells of two events, or of two days of one.
                mine, theirs = day[-_OF_YEAR:], another[-_OF_YEAR:]
                alone = theirs not in known[one.document] and mine not in known[other.document]
                if one.document == other.document or not alone:
                    continue
                shared = frozenset(each for each in one.anchors & other.anchors if each[0] in "ew")
                same = anchor[0] == "x" or len(shared) > 1
                if same and 0 < _apart(day, another) <= NEAR_DAYS:
                    about = shared | {f"a:{_act(anchor)}"}
                    if anchor[0] == "x":
                        about |= {f"e:{each}" for each in material.telling([anchor[2:].rpartition(">")[0]])}
                    weight = weight_of(material, (shared | {anchor}) & material.heft.keys(), one, other)
                    yield Clash("when", f"day {anchor}", (one, other), about, weight, f"{day} / {another}")


_OF_YEAR = len("03-08")
_LEAP = 2024
"""A year that has every day."""


def _apart(one: str, other: str) -> int:
    """Days between two days; of one year where a year is not told."""
    if len(one) == len(other) == DAY:
        first, second = dt.date.fromisoformat(one), dt.date.fromisoformat(other)
    else:
        first, second = (dt.date.fromisoformat(f"{_LEAP}-{each[-_OF_YEAR:]}") for each in (one, other))
    return abs((first - second).days)


@once_for_copies
def _dated(material: Material, statement: Statement) -> list[tuple[str, str]]:
    """The days that it writes, each with an act or a deed of one day that it tells there."""
    days_ = _written_days(statement)
    return [(day, anchor) for day, start in days_ for anchor in _happenings(statement, start)]


def _written_days(statement: Statement) -> Iterator[tuple[str, int]]:
    """Days that the sentence writes, with their place: ``2025-03-08``, or ``03-08`` of no known year."""
    known = {moment.start for moment in statement.moments if len(moment.date) == DAY}
    for moment in statement.moments:
        # Without what it was counted from: 昨天 of 昨天 (2025-03-10).
        written = moment.resolved.evidence.partition(" (")[0]
        if moment.direct and moment.start in known and _DAY_WRITTEN.search(written):
            yield moment.date, moment.start
    if not known:
        yield from anchors.days(statement.simple)


def _happenings(statement: Statement, start: int) -> list[str]:
    """What happens on one day only, in the clause of the date: a ship sinks, somebody is arrested."""
    if weights.latin(statement):
        # The day is a clause of its own: resigned on Thursday, June 12.
        there = lexicon.actions(statement.folded[max(0, start - _BEFORE_DAY) : start])
    else:
        there = lexicon.actions(slots.clause_at(statement, start))
    once = [anchor for anchor in statement.anchors if _act(anchor) in _ONE_DAY.get(anchor[0], ())]
    if not there.isdisjoint(_BEGUN) and _BEGINS.search(statement.folded):
        once += [f"a:{act}" for act in there & _BEGUN]
    return sorted(anchor for anchor in once if _act(anchor) in there)


_BEFORE_DAY = 45


def _act(anchor: str) -> str:
    """Of a deed or an act."""
    return anchor[2:].rpartition(">")[2]


# --- in which year -------------------------------------------------------------------


def years(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """The same founder founded the same firm in 2020 here and in 2021 there; both years written."""
    told: dict[str, list[tuple[Statement, int]]] = defaultdict(list)
    for statement in material.statements:
        moment = moments.event_moment(statement)
        if moment and not moment.resolved.inferred:
            for anchor in statement.anchors:
                if anchor[0] == "x" and anchor.endswith(">found"):
                    told[anchor].append((statement, int(moment.date[:4])))
    for anchor, rows in sorted(told.items()):
        for place, (one, year) in enumerate(rows[: grouping.POSTINGS]):
            for other, another in rows[place + 1 : grouping.POSTINGS]:
                named = frozenset(each for each in one.anchors & other.anchors if _is_proper(material, each))
                if one.document != other.document and named and 0 < abs(year - another) <= NEAR_YEARS:
                    founder = anchor[2:].rpartition(">")[0]
                    about = named | {f"e:{each}" for each in material.telling([founder])}
                    weight = weight_of(material, about, one, other)
                    yield Clash("when", f"year {anchor}", (one, other), about, weight, f"{year} / {another}")


def foundings(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """One firm founded in 2015 here and in 2016 there, whoever founded it; both years written."""
    told: dict[str, list[tuple[Statement, int]]] = defaultdict(list)
    for statement in material.statements:
        if "found" in statement.actions:
            for key, year in _founded(material, statement):
                told[key].append((statement, year))
    for key, rows in sorted(told.items()):
        for place, (one, year) in enumerate(rows[: grouping.POSTINGS]):
            for other, another in rows[place + 1 : grouping.POSTINGS]:
                if one.document != other.document and 0 < abs(year - another) <= NEAR_YEARS:
                    about = frozenset({f"e:{key}", "a:found"})
                    weight = weight_of(material, about & material.heft.keys(), one, other) + SAME_SUBJECT
                    yield Clash("when", f"founded {key}", (one, other), about, weight, f"{year} / {another}")


_YEAR = regex(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_WHOLE = regex(r"\s*(?:于|在|[，。,.]|in\b|by\b|$)")
"""Behind the act: nothing that was founded there is told; the firm itself was."""


def _founded(material: Material, statement: Statement) -> Iterator[tuple[str, int]]:
    """The firm that a sentence says was founded, and when: its name is behind the act, or alone before it."""
    text = statement.folded
    firms = [key for key in statement.entities if key in material.firms]
    years = list(_YEAR.finditer(text))
    if len(firms) != 1 or not years:
        return
    names = [name.lower() for name in material.spellings[firms[0]]]
    for _, end, act in lexicon.acts(text):
        behind = text[end:].removeprefix("了").lstrip()
        if act == "found" and (_WHOLE.match(text, end) or any(behind.startswith(name) for name in names)):
            yield firms[0], int(min(years, key=lambda each: abs(each.start() - end)).group())
            return


NEAR_YEARS = 2
"""Founders found more than once; what is further apart may be two foundings."""


def _is_proper(material: Material, anchor: str) -> bool:
    """A name that is nobody's: an organisation's, or Latin letters in Chinese."""
    if anchor[0] == "e":
        return anchor[2:] in material.firms
    return anchor[0] == "w" and anchor[2:].isascii() and anchor[2:].isalpha() and len(anchor) > 5
