"""Somebody left of his own accord or was dismissed; and the reason that another rules out. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.language.cues import Cue, cue
from digest.language.lazy import regex
from digest.story.dates import background
from digest.story.differences.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.matching import grouping, weights
from digest.story.names.entities import Entity
from digest.story.statements import lexicon, slots
from digest.story.statements.material import Material, Statement

# --- of one's own accord -------------------------------------------------------------

_WILLING = cue(
    "|".join(rf"{freely}(?:[请提]?[出]?)(?:离职|辞职|离开|请辞|辞去)" for freely in ("主动", "自愿", "自行")),
    "of (?:his|her|their) own accord | resigned voluntarily | left voluntarily | quit voluntarily"
    " | voluntarily (?:resigned|left)",
)
_DISMISSED = regex(
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


# --- he resigned, he was dismissed ----------------------------------------------------

_RESIGNED = cue("辞职|辞去|请辞|辞任|引咎", "resign(?:ed|s) | stepped down", end=r"\b")
_REMOVED = cue(
    "(?:被|遭到?)[^，。；]{0,14}(?:开除|解雇|辞退|免职|解聘|撤换|罢免|撤职)"
    "|(?:宣布|决定|已经?)(?:开除|解雇|辞退|解聘|撤换|罢免|免去|解除)[^，。；]{2,30}",
    " | ".join(
        (
            *(rf"{was} (?:dismissed|fired|sacked|ousted|removed)\b" for was in ("was", "been", "were")),
            *(rf"{did} (?:its|the|their)\b" for did in ("fired", "dismissed", "sacked", "ousted")),
        )
    ),
)


def resignations(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """One article has it that somebody resigned, another that the same office was taken from him."""
    removed = [each for each in material.having(_REMOVED) if _is_told(_REMOVED, each)]
    if not removed:
        return
    gone = {(each.document, key) for each in removed for key in _people(material, each)}
    gone |= {
        (each.document, deed[2:].rpartition(">")[0])
        for each in material.statements
        for deed in each.told
        if deed.endswith(">dismiss")
    }
    resigned = [each for each in material.having(_RESIGNED) if _is_told(_RESIGNED, each)]
    for left in resigned[: grouping.POSTINGS]:
        mine = {key for key in _people(material, left) if f"x:{key}>leave" in left.told}
        for fired in removed[: grouping.POSTINGS]:
            # Who says both knows that he was made to resign.
            who = sorted(key for key in mine & _people(material, fired) if (left.document, key) not in gone)
            if not who or left.document == fired.document or not _of_one_day(material, left, fired):
                continue
            shared = frozenset(f"e:{key}" for key in who)
            weight = 1.5 * weight_of(material, shared & material.heft.keys(), left, fired) + SAME_SUBJECT
            about = shared | {"a:leave", "a:dismiss"}
            yield Clash("left-or-dismissed", f"parting {who}", (left, fired), about, weight)


def _is_told(words: Cue, statement: Statement) -> bool:
    """As a fact, in the author's words: neither hoped for, nor forced, nor of what came before or after."""
    found = words.search(statement.folded)
    if found is None or background.is_quoted(statement.text, found.start()):
        return False
    if lexicon.FORCED.search(statement.folded) or _ASIDE.match(statement.folded, found.end()):
        return False
    start, end = slots.clause_span(statement, found.start())
    clause = statement.folded[start:end]
    return not (lexicon.UNREAL.search(clause) or lexicon.NEGATION.search(clause))


_ASIDE = regex("[^，。；]{0,6}(?:后|前|时|期间|的(?:消息|传闻|要求|压力))")


def _people(material: Material, statement: Statement) -> frozenset[str]:
    """Whom it names; with two or more it may be of either."""
    return frozenset(key for key in statement.entities if key not in material.firms)


def _of_one_day(material: Material, one: Statement, other: Statement) -> bool:
    """Both give the day, and it is the same, and speak of the same office."""
    days = any(map(weights.is_day, one.anchors & other.anchors))
    return days and not material.offices.isdisjoint(one.anchors & other.anchors)


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
