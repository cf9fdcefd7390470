"""Where sources give different answers to one question, side by side and without a verdict. Pure.

Each finder looks at one kind of question (`digest.story.slots`) and is strict:
a reader who finds one false difference believes none. At most one difference
is shown of the same pair of sentences, and of one question the pair that
differs most plainly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from digest.model import Difference
from digest.story import (
    accounts,
    agreement,
    amounts,
    both_sides,
    casualties,
    causes,
    choosing,
    contrasts,
    corrections,
    disputes,
    grouping,
    labels,
    lexicon,
    partings,
    slots,
    weights,
    when,
)
from digest.story.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.denials import denials
from digest.story.entities import Entity
from digest.story.material import Material, Stance, Statement
from digest.story.scopes import scopes

LIMIT = 12
LEAST_FORM, BESIDE = 0.28, 0.2


def tell(material: Material, entities: Sequence[Entity]) -> tuple[Difference, ...]:
    """Most telling first; each sentence in one difference only."""
    finders: tuple[Callable[[Material, Sequence[Entity]], Iterator[Clash]], ...] = (
        _stances,
        disputes.measured,
        casualties.casualties,
        contrasts.contrasted,
        corrections.corrected,
        corrections.delivered,
        corrections.unmatched,
        accounts.accounts,
        both_sides.both_sides,
        causes.causes,
        when.intervals,
        _outcomes,
        when.days,
        when.years,
        when.foundings,
        denials,
        partings.partings,
        partings.undone,
        partings.reasons,
        scopes,
    )
    found = [clash for finder in finders for clash in finder(material, entities)]
    found = [clash for clash in found if _stand(clash.claims)]
    found.sort(key=lambda each: (-each.weight, each.question, tuple(claim.place for claim in each.claims)))
    chosen: list[Clash] = []
    for clash in found:
        taken = {claim.place for each in chosen for claim in each.claims}
        if clash.kind == "both-sides" and any(claim.place in taken for claim in clash.claims):
            clash = replace(clash, claims=clash.claims[-1:])  # it tells both by itself
        if any(each.question == clash.question for each in chosen):
            continue
        if any(claim.place in taken for claim in clash.claims):
            chosen = [_with_the_third(each, clash) for each in chosen]
        elif len(chosen) < LIMIT:
            chosen.append(clash)
    return tuple(_difference(material, clash, entities) for clash in _one_each(material, chosen))


def _stand(claims: Sequence[Statement]) -> bool:
    """All can be read alone; or one leans on the one before, which stands beside it (the number was less)."""
    first, *others = claims
    return choosing.form(first) >= LEAST_FORM and all(
        choosing.form(each) >= (BESIDE if each.document == first.document else LEAST_FORM) for each in others
    )


_SAID = frozenset({"two-accounts", "denied", "why", "done-or-not"})
"""Kinds of differences in which somebody answers somebody."""


def _with_the_third(chosen: Clash, clash: Clash) -> Clash:
    """The chosen one with the answer that another of its article gives to one of its claims."""
    places = [each.place for each in chosen.claims]
    more = [each for each in clash.claims if each.place not in places]
    answers = {chosen.kind, clash.kind} <= _SAID and len(chosen.claims) == len(clash.claims) == 2
    if not answers or len(more) != 1 or len({each.document for each in (*chosen.claims, *more)}) > 1:
        return chosen
    claims = sorted((*chosen.claims, *more), key=lambda each: each.place)
    return replace(chosen, claims=tuple(claims))


def _one_each(material: Material, chosen: Sequence[Clash]) -> Iterator[Clash]:
    """A sentence that tells both sides joins the two that tell the same matter side by side."""
    whole = [each for each in chosen if len(each.claims) == 1]
    joined: dict[str, Clash] = {}
    for clash in chosen:
        same = (each for each in whole if each not in joined.values() and len(clash.claims) > 1)
        found = next((each for each in same if _one_matter(material, each, clash)), None)
        if found:
            joined[clash.question] = found
    rows: list[Clash] = []
    for clash in chosen:
        if clash.question in joined:
            clash = replace(clash, claims=(*clash.claims, *joined[clash.question].claims))
        elif clash in joined.values():
            continue
        place = next((place for place, each in enumerate(rows) if _same_dispute(material, each, clash)), None)
        if place is None:
            rows.append(clash)
        elif len(rows[place].claims) < MOST:
            first, second = sorted((rows[place], clash), key=lambda each: _foreign(material, each))
            rows[place] = replace(first, claims=(*first.claims, second.claims[-1]))
    yield from rows


MOST = 4
"""Claims that one difference shows."""


def _foreign(material: Material, clash: Clash) -> bool:
    """Not in the language of most articles."""
    return weights.latin(clash.claims[0]) == material.chinese


def _same_dispute(material: Material, one: Clash, other: Clash) -> bool:
    """Two articles tell of one dispute: who left and how, who denies what to whom, or the same sentences."""
    if not {one.kind, other.kind} <= _SAID or len(other.claims) < 2:
        return False
    if not {each.document for each in one.claims}.isdisjoint(each.document for each in other.claims):
        return False
    mine, theirs = (
        frozenset().union(*(_people(material, each) for each in clash.claims)) for clash in (one, other)
    )
    if mine & theirs and _once(one) & _once(other):
        return True
    if one.kind == other.kind == "denied":
        denies = _people(material, one.claims[-1]) & _people(material, other.claims[-1])
        return bool(
            denies and frozenset(one.claims[0].entities) & frozenset(other.claims[0].entities) - denies
        )
    return any(agreement.agree(material, each, told) for each in one.claims for told in other.claims)


def _once(clash: Clash) -> frozenset[str]:
    return frozenset().union(*(each.actions for each in clash.claims)) & lexicon.ONCE


def _one_matter(material: Material, whole: Clash, clash: Clash) -> bool:
    """The sentence that tells both sides speaks of their act, or of somebody's there, and of much else."""
    (told,) = whole.claims
    if any(each.document == told.document for each in clash.claims):
        return False
    anchors = frozenset().union(*(each.anchors for each in clash.claims))
    shared = weights.weigh(material, told.anchors & anchors)
    mine = _people(material, told)
    theirs = frozenset().union(*(_people(material, each) for each in clash.claims))
    acts = [told.actions & each.actions for each in clash.claims]
    if mine & theirs:
        return any(acts) and shared >= SAME_SUBJECT
    if mine and theirs:
        return False
    once = all(each & lexicon.ONCE for each in acts)
    return all(acts) and shared >= (ONE_ACT if once else SAME_SUBJECT)


ONE_ACT = 2.0
"""Weight enough where all tell of one thing that is done once: that somebody left."""


def _people(material: Material, statement: Statement) -> frozenset[str]:
    return frozenset(statement.entities) - material.firms


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
    for denial in denied[: grouping.POSTINGS]:
        for claim in claims[: grouping.POSTINGS]:
            # An amount has several anchors: of what it is must be told by others.
            shared = frozenset(each for each in denial.anchors & claim.anchors if each[0] not in "qrn")
            if claim.document != denial.document and weights.weigh(material, shared) >= SAME_SUBJECT:
                weight = weight_of(material, shared | {key}, claim, denial)
                yield Clash("so-and-not-so", f"stance {key[2:]}", (claim, denial), shared | {key}, weight)


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
        for place, one in enumerate(rows[: grouping.POSTINGS]):
            for other in rows[place + 1 : grouping.POSTINGS]:
                opposed = {
                    frozenset((mine, theirs)) for mine in one.after for theirs in other.after
                } & lexicon.OPPOSED
                if opposed and one.statement.document != other.statement.document:
                    shared = frozenset({f"e:{key}", f"a:{action}"})
                    weight = 1.5 * weight_of(material, shared, one.statement, other.statement)
                    claims = (one.statement, other.statement)
                    answers = " / ".join(
                        labels.acts(each, sorted(min(opposed, key=sorted))) for each in claims
                    )
                    question = f"outcome {key} {action}"
                    yield Clash("what-came-of-it", question, claims, shared, weight, answers)
