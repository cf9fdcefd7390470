"""A number that its own sentence sets right, and the article that gives the other. Pure.

比公告里的182亿少了近一成 says that two numbers answer one question; the article
that gives the other one as a fact stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.language.cues import cue
from digest.story.differences.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.matching import weights
from digest.story.names.entities import Entity
from digest.story.statements import amounts, choosing, lexicon, slots
from digest.story.statements.material import Material, Statement
from digest.story.statements.measures import Measure, measures, told

_GIVEN = "公告|声明|公布|官方|通报|报道|宣布|公司|招股书|财报|警方|披露|坊间|外界|传闻|此前"
_THAN = re.compile(rf"(?:比|较|而不是|而非|不是)[^，。；]{{0,10}}(?:{_GIVEN})[^，。；\d]{{0,8}}$")
_MAY_CORRECT = cue(
    "比|较|而非|不是|坊间|外界|市场|网上|业内|此前|之前|一度", "than | not | from | against", end=r"\b"
)
"""Without one of these a sentence sets no number right."""
_LESS = re.compile(r"[^，。；]{0,3}(?:少|多|低|高|差|缩水|相差|，)|。|$")
_THAN_EN = re.compile(r"\b(?:than|not|from|against) (?:the )?$")
_GIVEN_EN = re.compile(
    r" [^.,;]{0,40}\b(?:announced|reported|claimed|stated|said|given|disclosed|admitted|published|official)\b"
)
_RUMOUR = re.compile(
    r"(?:坊间|外界|市场|网上|业内|此前|之前|一度)[^，。；]{0,3}(?:传|称|猜)[^，。；\d]{0,8}$"
)
_PROVES = re.compile(
    r"(?:协议|合同|文件|档案|账目|记录|判决书|报告|工商)[^。]{0,20}(?:写着|写的是|写明|显示|载明|记载)"
    r"|\b(?:documents?|contract|filing|records?|agreement) [^.]{0,30}(?:shows?|showed|states?|puts?|says?)\b"
)


def corrected(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """The sentence that sets a number right, and another article's that gives that number."""
    everything = told(material)
    for statement in material.having(_MAY_CORRECT):
        for given in measures(material, statement) if statement.quantities else ():
            if _is_set_right(statement, given):
                yield from _beside(material, given, everything)


def _is_set_right(statement: Statement, given: Measure) -> bool:
    text, quantity = statement.folded, given.quantity
    before = text[max(0, quantity.start - _BEFORE) : quantity.start]
    if _THAN.search(before):
        return bool(_LESS.match(text, quantity.end)) and len(statement.quantities) > 1
    if _THAN_EN.search(before):
        return bool(_GIVEN_EN.match(text, quantity.end)) and len(statement.quantities) > 1
    return bool(_RUMOUR.search(before) and _PROVES.search(text, quantity.end))


_BEFORE = 24


def _beside(material: Material, given: Measure, everything: Sequence[Measure]) -> Iterator[Clash]:
    """The best sentence of another article that has the number *given*, as a fact."""
    mine = given.statement
    found = [
        each
        for each in everything
        if each.statement.document != mine.document
        and amounts.same_value(each.quantity, given.quantity)
        and slots.stance(each.statement, each.quantity.start) == "fact"
        and not lexicon.HEDGE.search(each.clause)
    ]
    if not found:
        return
    best = max(
        found,
        key=lambda each: (
            weights.latin(each.statement) == weights.latin(mine),
            choosing.form(each.statement),
            [-p for p in each.statement.place],
        ),
    )
    own = next((each for each in measures(material, mine) if each.quantity is not given.quantity), None)
    shared = frozenset(each for each in best.statement.anchors & mine.anchors if each in material.heft)
    about = best.near & material.heft.keys()
    answers = f"{best.text} / {own.text}" if own and own.kind == best.kind else ""
    weight = weight_of(material, shared, best.statement, mine) + SAME_SUBJECT
    question = f"corrected {best.kind} {given.quantity.value}"
    yield Clash("how-many", question, (best.statement, mine), about | shared, weight, answers)


# --- a number that does not match ---------------------------------------------------

_NO_MATCH = cue(
    "对不上|有出入|数字并?不(?:准确|属实)|不(?:一致|相符|吻合)",
    "does not match | do not match | did not match | at odds with",
    end=r"\b",
)


def unmatched(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """A number of which its sentence says that it does not match another, and the other."""
    everything = told(material)
    for statement in material.having(_NO_MATCH):
        cue_of_it = _NO_MATCH.search(statement.folded) if statement.quantities else None
        if not cue_of_it:
            continue
        mine = [each for each in measures(material, statement) if each.quantity.end <= cue_of_it.start()]
        found = [
            (weights.weigh(material, near), one, each)
            for one in mine
            if one.kind != "time"
            for each in everything
            if each.statement.document != statement.document
            and (each.kind, each.quantity.unit) == (one.kind, one.quantity.unit)
            and one.differs(each)
            and not (each.part or each.compared)
            and (near := one.near & each.near & material.heft.keys())
            and any(anchor[0] in "wc" for anchor in near)
        ]
        if not found:
            continue
        _, own, other = max(
            found,
            key=lambda row: (row[0], choosing.form(row[2].statement), [-p for p in row[2].statement.place]),
        )
        near = own.near & other.near
        weight = weight_of(material, near & material.heft.keys(), other.statement, statement) + SAME_SUBJECT
        question = f"unmatched {own.kind} {own.quantity.value}"
        answers = f"{other.text} / {own.text}"
        yield Clash("how-many", question, (other.statement, statement), near, weight, answers)


# --- announced, and what it really was ---------------------------------------------

_ANNOUNCED = cue("宣布|宣称|号称|声称|公告|对外称", "announced | claimed | said it had | boasted", end=r"\b")
_REALLY = re.compile(
    r"(?:实际|真正|最终)(?:上)?[^，。；]{0,14}?(?:只有|仅有?|不到|不足)$"
    r"|\b(?:actually|really|in fact)\b[^.,;]{0,40}$|\bonly $"
)
"""Right before a number: 实际进入账户的只有|7.5亿元."""
_MAY_BE_REAL = cue("实际|真正|最终", "actually | really | in fact | only", end=r"\b")
_REALLY_EN = re.compile(r"\b(?:actually|in fact|in reality)\b")
BACK = 5
"""Sentences before, at most, in which the number was announced."""


def delivered(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """So much was announced, and so much less it really was: told of one sum by one article."""
    everything = told(material)
    for statement in material.having(_MAY_BE_REAL):
        if not statement.quantities:
            continue
        for real in measures(material, statement):
            if real.kind not in amounts.MONEY | {"person", "percent"} or not _is_real(statement, real):
                continue
            announced = _announced(material, real)
            if announced:
                yield _as_clash(material, announced, real, everything)


def _is_real(statement: Statement, real: Measure) -> bool:
    before = statement.folded[max(0, real.quantity.start - 2 * _BEFORE) : real.quantity.start]
    return bool(_REALLY.search(before)) and (
        not statement.folded.isascii() or bool(_REALLY_EN.search(before))
    )


def _announced(material: Material, real: Measure) -> Measure | None:
    """The last larger number of the same unit that was announced not long before."""
    for each in reversed(material.of(real.statement.document)):
        if not 0 < real.statement.index - each.index <= BACK or not _ANNOUNCED.search(each.folded):
            continue
        for one in measures(material, each):
            if one.kind == real.kind and one.quantity.value > real.quantity.value and one.differs(real):
                return one
    return None


def _as_clash(material: Material, announced: Measure, real: Measure, everything: Sequence[Measure]) -> Clash:
    """The announcement in the words of another article, where one has it of the same."""
    topic = announced.statement.anchors
    others = [
        each
        for each in everything
        if each.statement.document != real.statement.document
        and each.kind == announced.kind
        and amounts.same_value(each.quantity, announced.quantity)
        and weights.weigh(material, each.statement.anchors & topic) >= SAME_SUBJECT
        and weights.latin(each.statement) == weights.latin(real.statement)
    ]
    first = max(
        others,
        key=lambda each: (choosing.form(each.statement), [-p for p in each.statement.place]),
        default=announced,
    )
    shared = first.statement.anchors & (real.statement.anchors | announced.statement.anchors)
    weight = weight_of(material, shared, first.statement, real.statement) + SAME_SUBJECT
    question = f"delivered {real.kind} {announced.quantity.value}"
    answers = f"{first.text} / {real.text}"
    return Clash(
        "how-many", question, (first.statement, real.statement), first.near | real.near, weight, answers
    )
