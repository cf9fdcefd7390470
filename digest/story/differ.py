"""Where sources give different answers to one question, side by side and without a verdict. Pure.

Each finder looks at one kind of question (`digest.story.slots`) and is strict:
a reader who finds one false difference believes none. At most one difference
is shown of the same pair of sentences, and of one question the pair that
differs most plainly.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from digest.model import Difference
from digest.story import agreement, anchors, choosing, chronology, lexicon, slots, standing
from digest.story.entities import Entity
from digest.story.material import Material, Statement
from digest.story.people import display

LIMIT = 8
SAME_SUBJECT = 3.0
"""Weight of shared anchors, besides the slot itself, that makes two answers answers to one question."""
REPLY_REACH = 8
"""A denial answers what stands at most so many sentences before it, unless it shares more with another."""
LEAST_FORM = 0.28


@dataclass(frozen=True, slots=True)
class Clash:
    """Two statements that cannot both be right; ``shared`` anchors say about what."""

    kind: str
    question: str
    claims: tuple[Statement, Statement]
    shared: frozenset[str]
    weight: float
    answers: str = ""
    """What the two say, in their words, where that is short: 几个小时后 / 3天后."""


def tell(material: Material, entities: Sequence[Entity]) -> tuple[Difference, ...]:
    """Most telling first; each sentence in one difference only."""
    finders: tuple[Callable[[Material, Sequence[Entity]], Iterator[Clash]], ...] = (
        _stances,
        _counts,
        _intervals,
        _outcomes,
        _denials,
        _reasons,
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
        label(material, clash, entities), tuple(material.excerpt(each, rule) for each in clash.claims)
    )


def _weight(material: Material, shared: frozenset[str], *claims: Statement) -> float:
    form = min(choosing.form(each) for each in claims)
    return agreement.weigh(material, shared) * (0.5 + form)


def _apart(one: Statement, other: Statement) -> bool:
    """Dated to different times: two events, no contradiction."""
    mine, theirs = chronology.event_moment(one), chronology.event_moment(other)
    if not (mine and theirs):
        return False
    shorter = min(len(mine.date), len(theirs.date))
    return mine.date[:shorter] != theirs.date[:shorter]


# --- one number: so it is, so it is not ------------------------------------------


def _stances(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """The same quantity of the same matter, as a fact (or a promise) here and denied there."""
    told: dict[str, list[tuple[Statement, slots.Stance]]] = defaultdict(list)
    for statement in material.statements:
        for quantity in statement.quantities:
            key = anchors.quantity_key(quantity)
            if key.startswith("q:") and quantity.unit not in anchors.DURATIONS:
                told[key].append((statement, slots.stance(statement, quantity.start)))
    for key, rows in sorted(told.items()):
        denials = [statement for statement, stance in rows if stance == "denied"]
        claims = [(statement, stance) for statement, stance in rows if stance in ("fact", "promise")]
        for denial in denials[: agreement.POSTINGS]:
            for claim, stance in claims[: agreement.POSTINGS]:
                shared = (denial.anchors & claim.anchors) - {key}
                if agreement.weigh(material, shared) < SAME_SUBJECT or claim.document == denial.document:
                    continue
                plain = 1.6 if stance == "fact" else 1.0
                weight = plain * _weight(material, shared | {key}, claim, denial)
                yield Clash("so-and-not-so", f"stance {key[2:]}", (claim, denial), shared | {key}, weight)


# --- how many ---------------------------------------------------------------------


def _counts(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """So many here, so many there: one act, one unit, one subject, other numbers."""
    told: dict[tuple[str, str], list[slots.Count]] = defaultdict(list)
    for statement in material.statements:
        if not lexicon.HEDGE.search(statement.folded):
            for count in slots.counts(statement):
                told[count.slot].append(count)
    for slot, rows in sorted(told.items()):
        if slot[1] in ("", "year", "month", "week", "day", "hour", "year-old", "time"):
            continue
        for place, one in enumerate(rows[: agreement.POSTINGS]):
            for other in rows[place + 1 : agreement.POSTINGS]:
                clash = _count_clash(material, one, other)
                if clash:
                    yield clash


def _count_clash(material: Material, one: slots.Count, other: slots.Count) -> Clash | None:
    if one.statement.document == other.statement.document or not one.excludes(other):
        return None
    if _apart(one.statement, other.statement) or _agree_elsewhere(one, other):
        return None
    if one.slot[0] in _RISING and _another_day(material, one.statement, other.statement):
        return None
    shared = one.statement.anchors & other.statement.anchors
    subject = frozenset(anchor for anchor in shared if anchor[0] in "ewd" or anchor[2:] in _RISING)
    # What people are counted for is plain; sums of money differ in what they are made of.
    least = 2 if one.slot[1] == "person" else 4
    if agreement.weigh(material, subject) < SAME_SUBJECT or len(subject) < least:
        return None
    kind, unit = one.slot
    weight = _weight(material, shared, one.statement, other.statement)
    about = subject | {f"a:{kind}"}
    answers = f"{one.text} / {other.text}"
    claims = (one.statement, other.statement)
    return Clash("how-many", f"count {kind} {unit}", claims, about, weight, answers)


_RISING = frozenset({"die", "injure", "missing", "rescue", "arrest", "evacuate"})
"""Counts that grow from day to day: a later report that says more contradicts nobody."""


def _another_day(material: Material, one: Statement, other: Statement) -> bool:
    days = [material.documents[each.document].published for each in (one, other)]
    return len({each.date if each else "" for each in days}) > 1


def _agree_elsewhere(one: slots.Count, other: slots.Count) -> bool:
    """Another number of the same unit is the same in both: the two differ in what they list, not in facts."""
    mine = {each.value for each in one.statement.quantities if each.unit == one.quantity.unit}
    theirs = {each.value for each in other.statement.quantities if each.unit == one.quantity.unit}
    return bool(mine & theirs)


# --- how long after ---------------------------------------------------------------


def _intervals(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """The same act of the same person, hours later here and days later there."""
    told: dict[tuple[str, str], list[slots.Interval]] = defaultdict(list)
    for statement in material.statements:
        interval = slots.interval(statement)
        if interval:
            for key in statement.entities:
                for action in statement.actions:
                    told[key, action].append(interval)
    for (key, action), rows in sorted(told.items()):
        for place, one in enumerate(rows):
            for other in rows[place + 1 :]:
                if one.excludes(other) and one.statement.document != other.statement.document:
                    shared = frozenset({f"e:{key}", f"a:{action}"})
                    weight = 1.5 * _weight(material, shared, one.statement, other.statement)
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
            for key in sorted(outcome.entities):
                for action in sorted(outcome.before):
                    told[key, action].append(outcome)
    for (key, action), rows in sorted(told.items()):
        for place, one in enumerate(rows):
            for other in rows[place + 1 :]:
                opposed = {
                    frozenset((mine, theirs)) for mine in one.after for theirs in other.after
                } & lexicon.OPPOSED
                if opposed and one.statement.document != other.statement.document:
                    shared = frozenset({f"e:{key}", f"a:{action}"})
                    weight = 1.5 * _weight(material, shared, one.statement, other.statement)
                    claims = (one.statement, other.statement)
                    answers = " / ".join(_acts(each, sorted(min(opposed, key=sorted))) for each in claims)
                    question = f"outcome {key} {action}"
                    yield Clash("what-came-of-it", question, claims, shared, weight, answers)


# --- claim and denial --------------------------------------------------------------


def _denials(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Somebody denies what somebody claims: in the lines before, or in another article."""
    denials = {statement.place for statement in material.statements if is_denial(statement)}
    for denial in material.statements:
        if denial.place not in denials:
            continue
        best: Clash | None = None
        for claim in _claims_before(material, denial):
            if claim.place in denials:
                continue
            clash = _denial_clash(material, claim, denial)
            if clash and (best is None or clash.weight > best.weight):
                best = clash
        if best:
            yield best


def is_denial(statement: Statement) -> bool:
    """Someone says that something is not so."""
    answer = lexicon.RESPONSE.search(statement.folded)
    return bool(
        lexicon.DENIAL.search(statement.folded)
        or (answer and lexicon.NOT_SO.search(statement.folded, answer.end()))
    )


def _same_voice(material: Material, claim: Statement, denial: Statement) -> bool:
    """Whoever answers says both: Trump insists, Trump complains."""
    answer = lexicon.RESPONSE.search(denial.folded)
    if lexicon.DENIAL.search(denial.folded) or not answer or not denial.entities:
        return False
    speaks = any(
        0 <= denial.simple.find(name) < answer.start()
        for name in material.spellings.get(denial.entities[0], ())
    )
    return speaks and claim.entities[:1] == denial.entities[:1]


def _answered(
    material: Material, claim: Statement, denial: Statement, shared: frozenset[str], weight: float
) -> bool:
    """Of one article: the denial points back, or is about the same deed, or about the same one and thing."""
    if claim.document != denial.document or _same_voice(material, claim, denial):
        return False
    near = denial.index - claim.index <= REPLY_REACH
    kinds = {anchor[0] for anchor in shared}
    if "x" in kinds and (claim.words & denial.words) - material.spelled:
        return weight >= SAME_SUBJECT
    if near and _POINTS_BACK.search(denial.folded):
        return weight >= SAME_SUBJECT
    rare = any(anchor[0] == "e" and material.weights[anchor] > SAME_SUBJECT for anchor in shared)
    return near and rare and "w" in kinds and weight >= 2 * SAME_SUBJECT


_ASKED = re.compile(r"问道|问及|追问|是否|\b(?:asked|asks|whether|questioned)\b")
_POINTS_BACK = re.compile(
    r"对此|这一说法|上述|该说法|有关说法|这些说法|\b(?:this|that|the (?:claim|report|accusation)s?)\b"
)


def _says_what_is_denied(claim: Statement, denial: Statement) -> bool:
    """The words behind 否认, nearly all: 公司否认|客轮超载 and 客轮当晚超载约30人."""
    match = lexicon.DENIAL.search(denial.folded)
    if not match:
        return False
    denied = re.split(r"[，。；,;.]", denial.folded[match.end() :], maxsplit=1)[0]
    words = [word for word in denial.words if word in denied]
    told = [word for word in words if word in claim.words]
    return len(words) > 1 and len(told) >= 0.6 * len(words) and len(told) > 1


def _claims_before(material: Material, denial: Statement) -> list[Statement]:
    near = {
        claim.place: claim
        for anchor in denial.anchors
        if len(material.carriers[anchor]) <= agreement.POSTINGS
        for claim in material.carriers[anchor]
        if claim.document != denial.document or claim.index < denial.index
    }
    return [near[place] for place in sorted(near)]


def _denial_clash(material: Material, claim: Statement, denial: Statement) -> Clash | None:
    shared = frozenset(anchor for anchor in claim.anchors & denial.anchors if anchor[0] != "d")
    if len(claim.words & denial.words) + len(shared) < 2 or lexicon.NEGATION.search(claim.folded):
        return None
    if standing.is_question(claim.folded) or _ASKED.search(claim.folded):
        return None
    weight = agreement.weigh(material, shared)
    if not _says_what_is_denied(claim, denial) and not _answered(material, claim, denial, shared, weight):
        return None
    question = f"denial {denial.place[0]}-{denial.place[1]}"
    words = {f"w:{word}" for word in (claim.words & denial.words) - material.spelled}
    acts = {f"w:{word}" for word in claim.words if lexicon.action_of(word)}
    about = shared | (words - acts)
    return Clash("denied", question, (claim, denial), about, _weight(material, shared, claim, denial))


# --- why ---------------------------------------------------------------------------


def _reasons(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """One source names a reason that another says it was not."""
    reasons = [each for each in material.statements if lexicon.REASON.search(each.folded)]
    for denial in reasons:
        excluded = lexicon.NOT_BECAUSE.search(denial.folded)
        if not excluded:
            continue
        for claim in reasons[: agreement.POSTINGS]:
            if claim.document == denial.document or lexicon.NOT_BECAUSE.search(claim.folded):
                continue
            shared = claim.anchors & denial.anchors
            named = [
                word
                for word in claim.words
                if len(word) > 1 and word in excluded.group() and not lexicon.action_of(word)
            ]
            people = frozenset(anchor for anchor in shared if anchor[0] == "e")
            if named and people:
                weight = _weight(material, shared, claim, denial) + 1.0
                question = f"reason {'-'.join(sorted(people))}"
                about = people | {f"w:{word}" for word in named}
                yield Clash("why", question, (claim, denial), about, weight)


# --- about what ----------------------------------------------------------------------


def label(material: Material, clash: Clash, entities: Sequence[Entity]) -> str:
    """A label of the sources' own words: whom, what, how much; at most three of them."""
    by_key = {entity.key: entity for entity in entities}
    ranked = sorted(
        clash.shared,
        key=lambda a: ("eqnwaxd".index(a[0]), not a[2:].isascii(), -material.weights.get(a, 0.0), a),
    )
    words: list[str] = []
    for anchor in ranked:
        word = _surface(material, anchor, clash.claims[0], by_key)
        if word and not any(word in other or other in word for other in words):
            words.append(word)
    parts = words[: 2 if clash.answers else 3]
    return " · ".join([*parts, clash.answers] if clash.answers else parts)


def _acts(statement: Statement, actions: Sequence[str]) -> str:
    """The word with which a statement tells one of *actions*."""
    return next(
        (
            statement.text[match.start() : match.end()]
            for match in lexicon.ACTION_IN_TEXT.finditer(statement.simple)
            if lexicon.action_of(match.group().lower()) in actions
        ),
        "",
    )


def _surface(material: Material, anchor: str, statement: Statement, by_key: dict[str, Entity]) -> str:
    kind, value = anchor[0], anchor[2:]
    if kind == "e":
        return display(material, by_key[value]) if value in by_key else ""
    if kind == "x":
        return ""
    if kind in "qn":
        return next(
            (
                statement.text[q.start : q.end].strip()
                for q in statement.quantities
                if f"{q.value.normalize()}{q.unit}" == value
            ),
            "",
        )
    if kind == "a":
        return _acts(statement, [value])
    place = statement.folded.find(value)
    return statement.text[place : place + len(value)] if kind == "w" and place >= 0 else ""
