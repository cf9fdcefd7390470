"""Somebody denies what somebody claims, or names a reason that another rules out. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.story import agreement, lexicon, standing
from digest.story.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.entities import Entity
from digest.story.material import Material, Statement

REPLY_REACH = 8
"""A denial answers what stands at most so many sentences before it, unless it shares more with another."""


# --- claim and denial --------------------------------------------------------------


def denials(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Somebody denies what somebody claims: in the lines before, or in another article."""
    denying = {statement.place for statement in material.statements if is_denial(statement)}
    for denial in material.statements:
        if denial.place not in denying:
            continue
        best: Clash | None = None
        for claim in _claims_before(material, denial):
            if claim.place in denying:
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
    if len(claim.words & denial.words) + len(shared) < 2:
        return None
    weight = agreement.weigh(material, shared)
    if not _says_what_is_denied(claim, denial) and not _answered(material, claim, denial, shared, weight):
        return None
    if lexicon.NEGATION.search(claim.folded) or _ASKED.search(claim.folded):
        return None
    if standing.is_question(claim.folded):
        return None
    question = f"denial {denial.place[0]}-{denial.place[1]}"
    words = {f"w:{word}" for word in (claim.words & denial.words) - material.spelled}
    acts = {f"w:{word}" for word in claim.words if lexicon.action_of(word)}
    about = shared | (words - acts)
    return Clash("denied", question, (claim, denial), about, weight_of(material, shared, claim, denial))


# --- why ---------------------------------------------------------------------------


def reasons(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """One source names a reason that another says it was not."""
    given = [each for each in material.statements if lexicon.REASON.search(each.folded)]
    for denial in given:
        excluded = lexicon.NOT_BECAUSE.search(denial.folded)
        if not excluded:
            continue
        for claim in given[: agreement.POSTINGS]:
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
                weight = weight_of(material, shared, claim, denial) + 1.0
                question = f"reason {'-'.join(sorted(people))}"
                about = people | {f"w:{word}" for word in named}
                yield Clash("why", question, (claim, denial), about, weight)
