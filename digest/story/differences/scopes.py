"""Only some here, all of them there: of one act, or of those who voted. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.language.cues import Cue, cue
from digest.story.differences.clash import SAME_SUBJECT, Clash, apart, matter, weight_of
from digest.story.matching import grouping, weights
from digest.story.matching.strangers import strangers
from digest.story.names.entities import Entity
from digest.story.statements import lexicon, slots
from digest.story.statements.material import Material, Statement
from digest.story.statements.measures import BALLOT, measures

_ONLY = cue(
    r"仅(?:仅)?(?=涉及|限|包括|影响|针对|适用|有|是|占)|只(?=涉及|限于|包括|影响|针对|适用|有|是)|局限于|限于",
    r"only | limited to | confined to | restricted to",
    end=r"\b",
)
_ALL = cue(
    r"全部|所有|一律|全体|不分|不限于|无一例外|悉数|不止",
    r"all | every | regardless of | whole | entire | not limited to",
    end=r"\b",
)
_REACH = {"zh": 24, "en": 60}
"""Characters behind the mark in which stands what is limited."""


def scopes(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """只涉及一个批次 here, 全部召回、不分批次 there: one act, and one thing that both marks speak of."""
    limited = [(each, within) for each in material.having(_ONLY) if (within := _within(each, _ONLY))]
    if not limited:
        return
    whole = [(each, within) for each in material.having(_ALL) if (within := _within(each, _ALL))]
    for part, some in limited[: grouping.POSTINGS]:
        for full, every in whole[: grouping.POSTINGS]:
            things = some & every
            if part.document == full.document or not things or not part.actions & full.actions:
                continue
            shared = part.anchors & full.anchors
            if weights.weigh(material, shared) >= SAME_SUBJECT and not apart(part, full):
                about = shared | {f"w:{thing}" for thing in things}
                weight = weight_of(material, shared, part, full) + SAME_SUBJECT
                yield Clash("some-or-all", f"scope {sorted(things)}", (part, full), about, weight)


_AS_ONE = cue(
    "一致(?:通过|同意|放行|赞成|决定|表决|批准|支持|投)|全票|全数(?:通过|赞成)|无人反对",
    "unanimous | unanimously | without dissent",
    end=r"\b",
)
_AGAINST = cue(
    "反对票|投(?:了|下)?反对|表决反对|(?:说|答)(?:了|的)?[“「]不[”」]|弃权",
    "voted against | dissent | dissented | dissenting | abstained | abstentions?",
    end=r"\b",
)


def unanimity(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """一致通过 here, two votes against there: one vote."""
    as_one = [each for each in material.having(_AS_ONE) if _AS_ONE.search(each.folded)]
    if not as_one:
        return
    divided = [each for each in material.statements if _is_divided(material, each)]
    for one in as_one[: grouping.POSTINGS]:
        for other in divided[: grouping.POSTINGS]:
            if one.document == other.document or apart(one, other) or strangers(material, one, other):
                continue
            shared = frozenset(each for each in one.anchors & other.anchors if each[0] not in "qnrd")
            around = frozenset.intersection(
                *(
                    frozenset().union(each.anchors, *(b.anchors for b in material.before(each, 2)))
                    for each in (one, other)
                )
            )
            about = weights.weigh(material, shared)
            if about and about + weights.weigh(material, around - shared) / 2 >= SAME_SUBJECT:
                weight = weight_of(material, shared, one, other) + SAME_SUBJECT
                yield Clash(
                    "all-or-some",
                    f"vote {sorted(shared)}",
                    (one, other),
                    matter(material, one, other),
                    weight,
                )


def _is_divided(material: Material, statement: Statement) -> bool:
    """Somebody voted otherwise."""
    if _AS_ONE.search(statement.folded):
        return False
    if _AGAINST.search(statement.folded):
        return not lexicon.NEGATION.search(statement.folded)
    return any(each.kind == BALLOT and each.quantity.value % 1000 for each in measures(material, statement))


def _within(statement: Statement, mark: Cue) -> frozenset[str]:
    """The telling words behind the mark, in its clause, where that states a fact."""
    found: set[str] = set()
    folded = statement.folded
    reach = _REACH["en" if folded.isascii() else "zh"]
    for match in mark.finditer(folded):
        _, end = slots.clause_span(statement, match.start())
        if lexicon.HEDGE.search(folded) or slots.stance(statement, match.start()) != "fact":
            continue
        behind = folded[match.end() : min(end, match.end() + reach)]
        found.update(
            anchor[2:]
            for anchor in statement.anchors
            if anchor[0] == "w" and anchor[2:] in behind and not lexicon.action_of(anchor[2:])
        )
    return frozenset(found)
