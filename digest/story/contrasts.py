"""An article sets two accounts against each other: but, however, tells it the other way round. Pure.

It says itself that they differ; each is shown by the article that tells it best.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.story import agreement, amounts, choosing, grouping, weights
from digest.story.accounts import BUT
from digest.story.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.cues import cue
from digest.story.entities import Entity
from digest.story.material import Material, Statement
from digest.story.measures import Measure, measures

_SAYS = cue(
    "称|说|表示|公布|声明|公告|口径|写的是|显示|报告|报道|报导|据|强调|透露|估计",
    r"sa(?:id|ys) | told | according | claim\w* | statement | report\w* | shows? | showed | puts?",
    end=r"\b",
)
_DISPUTES = cue(
    "不(?:接受|认可|认同|承认)[^，。]{0,6}(?:数字|数据|说法|结果|结论)|对不上|说法不一",
    "reject(?:s|ed) the (?:figure|number|finding|result)s? | "
    "disput(?:es|ed) the (?:figure|number|finding|result)s?",
)


def contrasted(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Two numbers that one article sets against each other, each told by the article that says it best."""
    for document in range(len(material.documents)):
        statements = material.of(document)
        for place, later in enumerate(statements[1:], 1):
            earlier = statements[place - 1]
            if not _against(statements, place):
                continue
            if _WHY.search(earlier.folded) and _SAYS.search(earlier.folded) and BUT.search(later.folded):
                yield _two_reasons(material, earlier, later)
            for earlier in statements[max(0, place - 2) : place]:
                disputed = _DISPUTES.search(later.folded)
                if later.quantities and earlier.quantities and (disputed or _SAYS.search(earlier.folded)):
                    yield from _pairs(material, earlier, later)


_WHY = re.compile(
    r"为什么|为何|缘由|(?:离职|辞职|离开|事故|失败|下跌|起火|停产)的?原因|\bwhy\b|\breasons? (?:for|behind)\b"
)


def _two_reasons(material: Material, earlier: Statement, later: Statement) -> Clash:
    about = frozenset(anchor for anchor in earlier.anchors if anchor[0] in "ew")
    weight = weight_of(material, earlier.anchors & later.anchors, earlier, later) + SAME_SUBJECT
    return Clash("why", f"why {earlier.place[0]}-{earlier.place[1]}", (earlier, later), about, weight)


def _against(statements: Sequence[Statement], place: int) -> bool:
    statement = statements[place]
    if not _SAYS.search(statement.folded):
        return False
    return bool(BUT.search(statement.folded) or _DISPUTES.search(statement.folded))


def _pairs(material: Material, earlier: Statement, later: Statement) -> Iterator[Clash]:
    mine, theirs = list(measures(material, earlier)), list(measures(material, later))
    disputed = _DISPUTES.search(later.folded) is not None
    pairs = [
        (one, other)
        for one in mine
        for other in theirs
        if one.kind == other.kind
        and one.differs(other)
        and not (one.compared or other.compared)
        and (disputed or one.near & other.near or (one.thing and one.thing == other.thing))
        and (one.kind != "time" or (one.elapsed and other.elapsed))
        and (one.kind != "count" or one.quantity.unit == other.quantity.unit or one.counts(other))
    ]
    if not pairs or any(not one.apart(other) for one in mine for other in theirs if one.kind == other.kind):
        return
    one, other = max(
        pairs,
        key=lambda pair: (pair[0].quantity.unit == pair[1].quantity.unit, len(pair[0].near & pair[1].near)),
    )
    near = (earlier.anchors & later.anchors) | (one.near & other.near)
    first, second = _best_tellers(material, one, other)
    shared = frozenset(near & material.heft.keys())
    weight = 1.5 * weight_of(material, shared, first.statement, second.statement) + SAME_SUBJECT
    question = f"contrast {earlier.place[0]}-{earlier.place[1]}"
    kind = "how-long" if one.kind == "time" else "how-many"
    about = (first.near & second.near) or shared or first.near | second.near
    answers = f"{first.text} / {second.text}"
    yield Clash(kind, question, (first.statement, second.statement), about, weight, answers)


def _best_tellers(material: Material, one: Measure, other: Measure) -> tuple[Measure, Measure]:
    """The same two numbers from two articles, where another has one of them for the same thing."""
    tellers = [_tellers(material, one), _tellers(material, other)]
    ranked = sorted(
        (
            (first.statement.document == second.statement.document) + (first.statement is second.statement),
            any(
                weights.latin(each.statement) != weights.latin(written.statement)
                for each, written in ((first, one), (second, other))
            ),
            -choosing.form(first.statement) - choosing.form(second.statement),
            first.statement.place,
            second.statement.place,
        )
        for first in tellers[0]
        for second in tellers[1]
    )
    best = ranked[0]
    first = next(each for each in tellers[0] if each.statement.place == best[3])
    second = next(each for each in tellers[1] if each.statement.place == best[4])
    return first, second


def _tellers(material: Material, measure: Measure) -> list[Measure]:
    """*measure*, and others of the same number that measure the same: words near both, or one statement."""
    key = amounts.quantity_key(measure.quantity)
    found = [measure]
    for statement in material.carriers.get(key, ())[: grouping.POSTINGS]:
        if statement is measure.statement:
            continue
        same = [each for each in measures(material, statement) if amounts.quantity_key(each.quantity) == key]
        if same and (same[0].near & measure.near or agreement.agree(material, measure.statement, statement)):
            found.append(same[0])
    return found
