"""Where sources give different answers to one question, side by side and without a verdict. Pure.

Each finder looks at one kind of question (`digest.story.statements.slots`) and is strict:
a reader who finds one false difference believes none. At most one difference
is shown of the same pair of sentences, and of one question the pair that
differs most plainly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from digest.model import Difference
from digest.story.differences import (
    casualties,
    crossed,
    joined,
    labels,
    magnitudes,
    partings,
    rivals,
    two_numbers,
    voices,
    when,
)
from digest.story.differences.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.differences.denials import denials
from digest.story.differences.scopes import scopes, unanimity
from digest.story.matching import grouping, weights
from digest.story.names.entities import Entity
from digest.story.statements import amounts, choosing, lexicon, slots
from digest.story.statements.material import Material, Stance, Statement

LEAST_FORM, BESIDE, BEHIND = 0.28, 0.2, 0.1
"""Of a sentence alone, beside one of its article, and right behind it: he denies it."""


def tell(material: Material, entities: Sequence[Entity]) -> tuple[Difference, ...]:
    """Most telling first; each sentence, and each matter (`joined`), in one difference."""
    finders: tuple[Callable[[Material, Sequence[Entity]], Iterator[Clash]], ...] = (
        _stances,
        rivals.rivals,
        casualties.casualties,
        magnitudes.magnitudes,
        two_numbers.two_numbers,
        voices.voices,
        when.intervals,
        when.spans,
        crossed.crossed,
        _outcomes,
        when.days,
        when.years,
        when.foundings,
        denials,
        partings.partings,
        partings.resignations,
        partings.reasons,
        scopes,
        unanimity,
    )
    found = [clash for finder in finders for clash in finder(material, entities)]
    found = [clash for clash in found if _stand(clash.claims)]
    found.sort(key=lambda each: (-each.weight, each.question, tuple(claim.place for claim in each.claims)))
    return tuple(_difference(material, clash, entities) for clash in joined.one_each(material, found))


def _stand(claims: Sequence[Statement]) -> bool:
    """All can be read alone; or one leans on the one before, which stands beside it (the number was less)."""
    return choosing.form(claims[0]) >= LEAST_FORM and all(
        choosing.form(each) >= _least(before, each) for before, each in pairwise(claims)
    )


def _least(before: Statement, each: Statement) -> float:
    if each.document != before.document:
        return LEAST_FORM
    return BEHIND if each.index - before.index == 1 else BESIDE


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
            if key.startswith("q:") and quantity.unit not in _NO_CLAIMS:
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


_NO_CLAIMS = amounts.DURATIONS | {"year-old"}
"""Who has not been charged is no less eighteen."""


def _denied_elsewhere(
    material: Material, key: str, claims: Sequence[Statement], denied: Sequence[Statement]
) -> Iterator[Clash]:
    for denial in denied[: grouping.POSTINGS]:
        for claim in claims[: grouping.POSTINGS]:
            if claim.document == denial.document:
                continue
            # An amount has several anchors: of what it is must be told by others.
            shared = frozenset(each for each in denial.anchors & claim.anchors if each[0] not in "qrn")
            if weights.weigh(material, shared) >= SAME_SUBJECT:
                weight = weight_of(material, shared | {key}, claim, denial)
                # What can be read alone first: beside it the other one is less of a riddle.
                claims = tuple(sorted((claim, denial), key=lambda each: choosing.form(each) <= RIDDLE))
                yield Clash("so-and-not-so", f"stance {key[2:]}", claims, shared | {key}, weight)


RIDDLE = 0.3

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
                    yield Clash("what-came-of-it", f"outcome {key} {action}", claims, shared, weight)
