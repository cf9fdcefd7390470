"""An article sets two accounts against each other: but, however, tells it the other way round. Pure.

It says itself that they differ; each is shown by the article that tells it best.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from digest.language.cues import cue
from digest.story.differences.accounts import BUT
from digest.story.differences.attributions import attributions, other_speakers
from digest.story.differences.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.matching import agreement, weights
from digest.story.names.entities import Entity
from digest.story.statements import choosing
from digest.story.statements.material import Material, Statement
from digest.story.statements.measures import CLOCK, Measure, measures, same_kind, told

_SAYS = cue(
    "称|说|表示|公布|声明|公告|口径|写的是|显示|报告|报道|报导|据|强调|透露|估计",
    r"sa(?:id|ys) | told | according | claim\w* | statement | report\w* | shows? | showed | puts?",
    end=r"\b",
)
DISPUTES = cue(
    "不(?:接受|认可|认同|同意|承认)[^，。]{0,6}(?:数字|数据|说法|算法|估算|比例|结果|结论)|对不上|说法不一|提出异议"
    r"|质疑[，：]|更正[，：]|(?:说|称|认为|坚持)[^，。]{0,2}(?:数目|数字|金额|总额|总数|人数|数额|比例)[^，。]{0,3}(?:是|为|只有)",
    r"reject(?:s|ed) the (?:figure|number|finding|result)s?"
    r" | disput(?:es|ed) the (?:figure|number|finding|result)s?"
    r" | question(?:s|ed) the (?:figure|number|count|total)s?"
    r" | puts? (?:the |its |that )?(?:sum|figure|number|total|toll|cost|count|share|amount|loss(?:es)?|it)"
    r"(?: of [^.,;]{3,40})? at",
    end=r"\b",
)
"""A number that is given is said to be wrong, and here is the right one."""
_NO_MORE = re.compile(
    r"(?:说|称|表示|认为|坚持|估[计算]|强调)，?[^，。；]{0,14}(?:只有|仅有?|不过是|不超过|不会超过|最多|不到|顶多)"
    r"|\b(?:sa(?:ys|id)|insist(?:s|ed)|estimate[sd]?|claim(?:s|ed)?)\b[^.;]{0,40}"
    r"\b(?:only|no more than|fewer than|closer to|nearer|at most)\b"
)
"""Another side's number is less, it says."""
_REALLY = cue("实际|真正|真实", "actual | real", end=r"\b")
"""Behind a but the author's own count."""


def contrasted(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Two numbers that one article sets against each other, each told by the article that says it best."""
    everything = told(material)
    for document in range(len(material.documents)):
        statements = material.of(document)
        for place, later in enumerate(statements[1:], 1):
            earlier = statements[place - 1]
            if _counts_otherwise(material, earlier, later):
                yield from _pairs(material, earlier, later, everything)
            if not _against(statements, place):
                continue
            if _WHY.search(earlier.folded) and _SAYS.search(earlier.folded) and BUT.search(later.folded):
                yield _two_reasons(material, earlier, later)
            for earlier in statements[max(0, place - 2) : place]:
                disputed = DISPUTES.search(later.folded)
                if later.quantities and earlier.quantities and (disputed or _SAYS.search(earlier.folded)):
                    yield from _pairs(material, earlier, later, everything)


_WHY = re.compile(
    r"为什么|为何|缘由|(?:离职|辞职|离开|事故|失败|下跌|起火|停产)的?原因|\bwhy\b|\breasons? (?:for|behind)\b"
)


def _two_reasons(material: Material, earlier: Statement, later: Statement) -> Clash:
    about = frozenset(anchor for anchor in earlier.anchors if anchor[0] in "ew")
    weight = weight_of(material, earlier.anchors & later.anchors, earlier, later) + SAME_SUBJECT
    return Clash("why", f"why {earlier.place[0]}-{earlier.place[1]}", (earlier, later), about, weight)


def _counts_otherwise(material: Material, earlier: Statement, later: Statement) -> bool:
    """工会说3200人罢工。公司说只有1800人: another side, and less, or the same act, or it insists."""
    theirs = (
        next(iter(attributions(later.folded)), None)
        if later.quantities or _TIME.search(later.folded)
        else None
    )
    if theirs is None:
        return False
    said = attributions(earlier.folded)
    against = theirs.insists or "却" in later.folded[: theirs.start]
    if not said or not other_speakers(said[-1], theirs):
        return not said and against
    acts = earlier.actions & later.actions - _GENERAL
    return against or bool(_NO_MORE.search(later.folded)) or bool(acts)


_TIME = re.compile(r"[点时:]")


_GENERAL = frozenset(
    {"rise", "fall", "agree", "promise", "disclose", "investigate", "launch", "allot", "invest"}
)
"""Acts of which there are many in one report."""


def _against(statements: Sequence[Statement], place: int) -> bool:
    statement = statements[place]
    but = BUT.match(statement.folded)
    if but and _REALLY.search(statement.folded):
        return True
    if not _SAYS.search(statement.folded):
        return False
    return bool(but or _THEN.match(statement.folded) or DISPUTES.search(statement.folded))


_THEN = re.compile(r"[^，。]{2,14}?则")
"""Another side's turn: 铂能则说."""


def _pairs(
    material: Material, earlier: Statement, later: Statement, everything: Sequence[Measure]
) -> Iterator[Clash]:
    mine, theirs = list(measures(material, earlier)), list(measures(material, later))
    disputed = DISPUTES.search(later.folded) is not None
    pairs = [
        (one, other)
        for one in mine
        for other in theirs
        if same_kind(one, other)
        and one.differs(other)
        and not (one.compared or other.compared)
        and (
            disputed or one.kind == CLOCK or one.near & other.near or one.counts(other) or _people(one, other)
        )
        and (one.kind != "time" or (one.elapsed and other.elapsed))
        and (
            "count" not in (one.kind, other.kind) or one.kind != other.kind or not one.of_other_things(other)
        )
    ]
    if not pairs or any(not one.apart(other) for one in mine for other in theirs if one.kind == other.kind):
        return
    one, other = max(
        pairs,
        key=lambda pair: (
            pair[0].quantity.unit == pair[1].quantity.unit,
            len(pair[0].near & pair[1].near),
            -abs(math.log(pair[0].quantity.value / (pair[1].quantity.value or 1) or 1)),
        ),
    )
    near = (earlier.anchors & later.anchors) | (one.near & other.near)
    topic = frozenset(each for each in earlier.anchors | later.anchors if each[0] not in "qnrd")
    first, second = _best_tellers(material, one, other, topic, everything)
    shared = frozenset(near & material.heft.keys())
    weight = 1.5 * weight_of(material, shared, first.statement, second.statement) + SAME_SUBJECT
    question = f"contrast {one.kind} {' '.join(sorted(str(each.quantity.value) for each in (one, other)))}"
    kind = "how-long" if one.kind == "time" else "how-many"
    about = (first.near & second.near) or shared or first.near | second.near
    answers = f"{first.text} / {second.text}"
    yield Clash(kind, question, (first.statement, second.statement), about, weight, answers)


def _best_tellers(
    material: Material,
    one: Measure,
    other: Measure,
    topic: frozenset[str],
    everything: Sequence[Measure],
) -> tuple[Measure, Measure]:
    """The same two numbers from two articles, where another has one of them for the same thing."""
    pairs = [
        (first, second)
        for first in tellers(material, one, topic, everything)
        for second in tellers(material, other, topic, everything)
    ]

    def rank(pair: tuple[Measure, Measure]) -> tuple[float, ...]:
        first, second = pair[0].statement, pair[1].statement
        abroad = any(
            weights.latin(each) != weights.latin(written.statement)
            for each, written in ((first, one), (second, other))
        )
        together = (first.document == second.document) + (first is second)
        rounded = sum(
            float(abs(each.quantity.value - written.quantity.value) / (written.quantity.value or 1))
            for each, written in zip(pair, (one, other), strict=True)
        )
        return (
            together,
            abroad,
            rounded > EXACT,
            -choosing.form(first) - choosing.form(second),
            *first.place,
            *second.place,
        )

    return min(pairs, key=rank)


def _people(one: Measure, other: Measure) -> bool:
    """3200人, and behind it 1800人: of nobody else."""
    return "person" in (one.kind, other.kind) and not (one.things and other.things)


EXACT = 0.05
"""So far apart two tellers of one number may be, as a share of it, and neither is the vaguer."""


def tellers(
    material: Material, measure: Measure, topic: frozenset[str], everything: Sequence[Measure]
) -> list[Measure]:
    """*measure*, and others of the same number that measure the same.

    Words stand near both, or both say the same, or they have a good part of the
    *topic* in common: what else the article says where it gives the number.
    """
    found = [measure]
    for each in _alike(measure, everything):
        if each.statement.document == measure.statement.document:
            continue
        near = each.near & measure.near
        about = weights.weigh(material, each.statement.anchors & topic & material.heft.keys())
        if near or about >= SAME_SUBJECT or agreement.agree(material, measure.statement, each.statement):
            found.append(each)
    return found


def _alike(measure: Measure, everything: Sequence[Measure]) -> Iterator[Measure]:
    """Other measures of its kind that may be the same number, written otherwise."""
    value = measure.quantity.value
    for each in everything:
        close = each.kind == measure.kind and abs(each.quantity.value - value) <= NEARLY * value
        if close and each.statement is not measure.statement and not each.apart(measure):
            yield each


NEARLY = Decimal("0.08")
"""So much of a number may be rounded away: 31 % is over 30 %."""
