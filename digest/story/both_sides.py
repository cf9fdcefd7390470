"""One sentence that tells both sides: what one says, and that another says otherwise. Pure.

It is the whole difference by itself; where it tells two numbers, another article
that gives one of them as a fact stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.story import amounts, choosing, grouping, weights
from digest.story.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.entities import Entity
from digest.story.material import Material, Statement
from digest.story.measures import Measure, measures

_SAYS = re.compile(
    r"称(?!为|之|号|职|赞)|说(?!服)|表示|主张|指(?!标|数|出生|定|导)|坚持|强调|透露|报道|报导|传|归咎|归因|认定|报的是|控告|指控|爆料"
    r"|\b(?:sa(?:id|ys?)|claim(?:s|ed)?|insist(?:s|ed)?|accus(?:es|ed)|alleg(?:es|ed)|blam(?:es|ed)|told|report(?:s|ed)?"
    r"|maintain(?:s|ed)?)\b"
)
"""One side's word, before the other's."""
_DENIES = re.compile(
    r"[，；](?:但|不过|惟|而|可是)?(?!并|也|还|又|曾|且|亦|仍|同时|随后)(?:遭|被)?[^，。；：“「]{1,16}?(?:则|却|对此|一方|矢口|均|都|予以|坚决|随后|再次|已)*"
    r"(?:否认|坚称|反驳|驳斥|不承认|不认同|不同意)"
    r"|[；;] (?:the |both )?[\w'’ ]{2,30}? (?:den(?:y|ies|ied)|disput(?:es|ed)|reject(?:s|ed)|insists? (?:otherwise|not)"
    r"|sa(?:ys?|id) (?:that )?(?:he|she|it|they) (?:did|does|do|was|were|had|has|have|is|are) not)\b"
    r"|, (?:which|a (?:claim|charge|charges|figure|version)(?: that)?|something|but|though) "
    r"(?:the |both |its |his |her )?[\w'’ ]{2,30}? (?:den(?:y|ies|ied)|disput(?:es|ed)|reject(?:s|ed)|contest(?:s|ed))\b"
)
"""..says that it is not so."""
_REPORTED = re.compile(r"报道|报导|媒体|外界|传闻|坊间|爆料|指控|知情|消息人士|员工|业内|市场")
_REPLIES = re.compile(r"[，；](?:但|不过|惟|而)?[^，。；：“「]{1,16}?(?:则|却)(?:称|说|表示|回应|强调|指|认为)")
"""What is reported of somebody, and his own word for it."""
_CAUSES = re.compile(
    r"归咎|归因|归罪|起因|原因|缘于|源于|因为|由于|所致|有关|害在|(?<![成为])因(?![此而素])"
    r"|\b(?:because|due to|blam(?:e|es|ed)|caused?|down to)\b"
)
_OTHER_CAUSE = re.compile(
    r"[，；](?:但|不过|惟|而)?[^，。；：“「]{0,16}?(?:则|却|普遍|一般|也有|另有人)[^，。；]{0,6}?"
    r"(?:认为|称|说|指|归咎|归因|相信)|[；;] (?:others|but|while) "
)
_BETWEEN = re.compile(r"[；;]|，(?:但|不过|惟|而|可是)|, (?:but|while|whereas) ")
_PUTS = re.compile(
    r"(?:报的是|算出来是|算下来是|统计(?:是|为)?|公布(?:的是|为)?|说是|说法是|估计(?:是|为)?|称|认定(?:是|为)?|给出的?[^，。；]{0,4}是|数字是)"
    r"(?:约|大约|近|超过|至少|仅|只有)?$"
    r"|\b(?:puts? (?:it|the \w+) at|sa(?:ys?|id)|counted|reported|estimates?|claims?|answer is|figure is|'s is) (?:it was |about |some )?$"
)
LEAST = 10
"""Characters that the first side needs to say something."""


def both_sides(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Sentences that tell both sides."""
    for statement in material.statements:
        if choosing.form(statement) >= FORM and (_two_words(statement.folded) or _two_causes(statement.folded)):
            yield _clash(material, statement)
        elif len(statement.quantities) > 1:
            yield from _two_numbers(material, statement)


FORM = 0.5


def _two_words(folded: str) -> bool:
    for pattern, first in ((_DENIES, _SAYS), (_REPLIES, _REPORTED)):
        found = pattern.search(folded)
        if found and found.start() >= LEAST and first.search(folded, 0, found.start()):
            return True
    return False


def _two_causes(folded: str) -> bool:
    """因家庭原因辞职，惟市场认为与..有关; 归咎于谣言；部长归咎于利率."""
    found = _OTHER_CAUSE.search(folded)
    return bool(
        found
        and found.start() >= LEAST
        and _SAYS.search(folded, 0, found.start())
        and _CAUSES.search(folded, 0, found.start())
        and _CAUSES.search(folded, found.start())
    )


def _two_numbers(material: Material, statement: Statement) -> Iterator[Clash]:
    """报的是68亿；算出来是51亿: two numbers of one kind, each with its own teller."""
    told = [each for each in measures(material, statement) if _is_put(statement, each)]
    for one, other in zip(told, told[1:], strict=False):
        between = statement.folded[one.quantity.end : other.quantity.start]
        if one.kind == other.kind and one.differs(other) and _BETWEEN.search(between):
            beside = _with_the_number(material, one)
            yield _clash(material, statement, f"{one.text} / {other.text}", beside)


def _is_put(statement: Statement, measure: Measure) -> bool:
    before = statement.folded[max(0, measure.quantity.start - _BEFORE) : measure.quantity.start]
    return _PUTS.search(before) is not None


_BEFORE = 30


def _clash(
    material: Material, statement: Statement, answers: str = "", beside: Statement | None = None
) -> Clash:
    claims = (beside, statement) if beside else (statement,)
    shared = frozenset(anchor for anchor in statement.anchors if anchor in material.heft and anchor[0] in "ewa")
    if beside:
        shared &= beside.anchors
    weight = weight_of(material, shared, *claims) + SAME_SUBJECT
    telling = sorted(statement.anchors & material.telling_words, key=lambda each: (-material.heft[each], each))
    about = shared if len(shared) > 1 else shared | frozenset(telling[:2])
    question = f"both {statement.place[0]}-{statement.place[1]}"
    return Clash("both-sides", question, claims, about, weight, answers)


def _with_the_number(material: Material, measure: Measure) -> Statement | None:
    """The best sentence of another article that gives the number as a fact."""
    mine = measure.statement
    others = [
        each.statement
        for anchor in (f"q:{amounts.amount(measure.quantity.value, '')}", amounts.quantity_key(measure.quantity))
        for statement in material.carriers.get(anchor, ())[: grouping.POSTINGS]
        for each in measures(material, statement)
        if statement.document != mine.document
        and amounts.same_value(each.quantity, measure.quantity)
        and each.thing == measure.thing
        and choosing.form(statement) >= FORM
        and weights.latin(statement) == weights.latin(mine)
    ]
    return max(others, key=lambda each: (choosing.form(each), [-p for p in each.place]), default=None)
