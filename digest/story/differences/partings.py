"""Somebody left of his own accord or was dismissed; and the reason that another rules out. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.language.cues import cue
from digest.story.differences.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.matching import grouping
from digest.story.names.entities import Entity
from digest.story.statements import lexicon
from digest.story.statements.material import Material, Statement

# --- of one's own accord -------------------------------------------------------------

_WILLING = cue(
    "|".join(rf"{freely}(?:[请提]?[出]?)(?:离职|辞职|离开|请辞|辞去)" for freely in ("主动", "自愿", "自行")),
    "of (?:his|her|their) own accord | resigned voluntarily | left voluntarily | quit voluntarily"
    " | voluntarily (?:resigned|left)",
)
_DISMISSED = re.compile(
    r"被[^，。]{0,14}(?:开除|解雇|辞退|免职|解聘|赶走|逼走|扫地出门)|遭(?:开除|解雇|辞退)|解除劳动合同"
    r"|\b(?:was|been|were) (?:dismissed|fired|sacked|ousted|(?:driven|forced) out)\b"
    r"|\bfired (?:him|her|them)\b"
)


def partings(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Somebody left of their own accord here and was dismissed there."""
    willing = [each for each in material.having(_WILLING) if _WILLING.search(each.folded)]
    dismissed = [each for each in material.statements if _DISMISSED.search(each.folded)] if willing else []
    for left in willing[: grouping.POSTINGS]:
        if _DISMISSED.search(left.folded):
            continue
        for fired in dismissed[: grouping.POSTINGS]:
            who = _whom(material, left) & _whom(material, fired)
            if who and fired.document != left.document and not lexicon.UNREAL.search(fired.folded):
                shared = frozenset(f"e:{key}" for key in who)
                weight = 1.5 * weight_of(material, shared & material.heft.keys(), left, fired) + SAME_SUBJECT
                about = shared | {"a:leave", "a:dismiss"}
                yield Clash("left-or-dismissed", f"parting {sorted(who)}", (left, fired), about, weight)


def _whom(material: Material, statement: Statement) -> frozenset[str]:
    """The people of a sentence; where it has a pronoun only, those of the last sentence that has some."""
    for each in (statement, *reversed(material.before(statement, WHOM_REACH))):
        people = frozenset(key for key in each.entities if key not in material.firms)
        if people:
            return people if each is statement or len(people) == 1 else frozenset()
    return frozenset()


WHOM_REACH = 3
"""Sentences before a pronoun that may name whom it is of."""

# --- why ---------------------------------------------------------------------------


def reasons(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """One source names a reason that another says it was not."""
    given = [each for each in material.having(lexicon.REASON) if lexicon.REASON.search(each.folded)]
    for denial in given:
        excluded = lexicon.NOT_BECAUSE.search(denial.folded)
        if not excluded:
            continue
        for claim in given[: grouping.POSTINGS]:
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
