"""One sentence that tells both sides: what one says, and that another says otherwise. Pure.

It is the whole difference by itself; where it tells two numbers, another article
that gives one of them as a fact stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.language.cues import cue
from digest.story import amounts, choosing, grouping, weights
from digest.story.clash import SAME_SUBJECT, Clash, matter, weight_of
from digest.story.entities import Entity
from digest.story.material import Material, Statement
from digest.story.measures import SIZE, Measure, measures, same_kind

_SAYS = re.compile(
    r"称(?!为|之|号|职|赞)|说(?!服)|表示|主张|指(?!标|数|出生|定|导)|坚持|强调|透露|报道|报导|传|归咎|归因|认定|报的是|控告|指控|爆料"
    r"|\b(?:sa(?:id|ys?)|claim(?:s|ed)?|insist(?:s|ed)?|accus(?:es|ed)|alleg(?:es|ed)|blam(?:es|ed)|told|report(?:s|ed)?"
    r"|maintain(?:s|ed)?)\b"
)
"""One side's word, before the other's."""
_DENIES = re.compile(
    r"[，；](?:但|不过|惟|而|可是)?(?!并|也|还|又|曾|且|亦|仍|同时|随后)(?:遭|被)?[^，。；：“「]{1,16}?(?:则|却|对此|一方|矢口|均|都|予以|坚决|随后|再次|已)*"
    r"(?:否认|坚称|反驳|驳斥|不承认|不认同|不同意)"
    r"|[；;] (?:the |both )?[\w'’ ]{2,30}? (?:den(?:y|ies|ied)|disput(?:es|ed)|reject(?:s|ed)"
    r"|insists? (?:otherwise|not)"
    r"|sa(?:ys?|id) (?:that )?(?:he|she|it|they) (?:did|does|do|was|were|had|has|have|is|are) not)\b"
    r"|, (?:which|a (?:claim|charge|charges|figure|version)(?: that)?|something|but|though) "
    r"(?:the |both |its |his |her )?[\w'’ ]{2,30}?"
    r" (?:den(?:y|ies|ied)|disput(?:es|ed)|reject(?:s|ed)|contest(?:s|ed))\b"
)
"""..says that it is not so."""
_REPORTED = re.compile(r"报道|报导|媒体|外界|传闻|坊间|爆料|指控|知情|消息人士|员工|业内|市场")
_REPLIES = re.compile(
    r"[，；](?:但|不过|惟|而)?[^，。；：“「]{1,16}?(?:则|却)(?:称|说|表示|回应|强调|指|认为)"
)
"""What is reported of somebody, and his own word for it."""
_CAUSES = re.compile(
    r"归咎|归因|归罪|起因|原因|缘于|源于|因为|由于|所致|有关|害在|(?<![成为])因(?![此而素])"
    r"|\b(?:because|due to|blam(?:e|es|ed)|caused?|down to)\b"
)
_OTHER_CAUSE = re.compile(
    r"[，；](?:但|不过|惟|而)?[^，。；：“「]{0,16}?(?:则|却|普遍|一般|也有|另有人)[^，。；]{0,6}?"
    r"(?:认为|称|说|指|归咎|归因|相信)|[；;] (?:others|but|while) "
)
_SAY_EACH = re.compile(
    r"(?:写|记|说)的(?:却|则)?是[“「][^”」]+[”」][，；][^，。“「]{2,14}(?:写|记|说)的(?:却|则)?是[“「]"
    r"|\bsays? (?:that )?[^;]{8,}; (?:the |its |his |her |but )?[\w'’ -]{3,40}? says? that\b"
)
"""One after the other in the same words: the log says.. the minutes say."""
_REALLY = re.compile(r"，?(?:但|而)?(?:其实|实际)上?(?:大约|约|只|仅)?(?:是|为|有)?")
"""Between two numbers: 那次著名的10813米，实际大约是10694米."""
_BETWEEN = re.compile(
    r"[；;]|，(?:但|不过|惟|而|可是)|却|, (?:but|while|whereas) "
    r"|，[^，。；：“「]{1,12}?(?:则|却)?(?:说|称|报|估计|统计|认为|坚持)，?[^，。；]{0,10}$"
)
_PUT = re.compile(
    r"(?:写|报|记|说|称|公布|显示|统计|估计|估算|认定|算出来|算下来|图上|账上|记录[上里]|文件[上里])，?[^，。；：“「]{0,14}$"
    r"|\b(?:puts?|sa(?:ys?|id)|counted|reported|estimates?|claims?|shows?|showed)\b[^,.;]{0,40}$"
)
_PUT_BEHIND = re.compile(
    r"[^，。；]{0,4}，[^，。；]{2,14}(?:说|称)[；，]"
    r"|[^.;]{0,60}, (?:according to [^,.;]{3,40}|(?:the )?[\w ]{3,30} sa(?:ys?|id))[;,]"
)
"""41分钟，评审委员会说；.."""
_TWO = re.compile(
    r"却|只有|仅|两个(?:数|版本|说法|口径)|两种(?:说法|算法|口径|版本)|算出来|图上|账上|记录[上里]|文件[上里]"
    r"|说法不一|口径不一|(?:说|称|估计|统计)(?:有|是|为|约|超过|不到|至少|最多)*\d[^；]{0,20}，[^，。；：“「]{1,12}(?:说|称|估计|统计)"
    r"|\bonly\b|\btwo (?:numbers|figures|versions)\b|\bputs? (?:the|it|its)\b|\bcloser to\b"
)
"""What else says that the two are of one thing."""
LEAST = 10
"""Characters that the first side needs to say something."""


def both_sides(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Sentences that tell both sides."""
    for statement in material.statements:
        if (
            _MAY_BE_BOTH.search(statement.folded)
            and choosing.form(statement) >= FORM
            and (_two_words(statement.folded) or _two_causes(statement.folded))
        ):
            yield _clash(material, statement)
        elif len(statement.quantities) > 1:
            yield from _two_numbers(material, statement)


FORM = 0.35


_MAY_BE_BOTH = cue(
    "[写记说]的[却则]?是|否认|坚称|反驳|驳斥|不承认|不认同|不同意|[则却]|普遍|一般|也有|另有人",
    "den | disput | reject | contest | insist | sa(?:ys?|id) | others | but | while",
)
"""Without one of these no sentence tells both sides: seldom have all patterns to be tried."""


def _two_words(folded: str) -> bool:
    if _SAY_EACH.search(folded):
        return True
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
    told = list(measures(material, statement))
    for place, one in enumerate(told):
        for other in told[place + 1 :]:
            if _two_of_one(statement, one, other):
                beside = _with_the_number(material, one)
                yield _clash(material, statement, f"{one.text} / {other.text}", beside)
                return


def _two_of_one(statement: Statement, one: Measure, other: Measure) -> bool:
    units = {one.quantity.unit, other.quantity.unit} - {""}
    ratio = one.quantity.value / (other.quantity.value or 1)
    if not same_kind(one, other) or len(units) > 1 or not 1 / SIZE < ratio < SIZE or ratio == 1 or other.part:
        return False
    between = statement.folded[one.quantity.end : other.quantity.start]
    if _REALLY.fullmatch(between):
        return True
    if not (_BETWEEN.search(between) and _TWO.search(statement.folded)):
        return False
    behind = _PUT_BEHIND.match(statement.folded, one.quantity.end)
    return bool(behind or _is_put(statement, one)) and _is_put(statement, other)


def _is_put(statement: Statement, measure: Measure) -> bool:
    before = statement.folded[max(0, measure.quantity.start - _BEFORE) : measure.quantity.start]
    return _PUT.search(before) is not None


_BEFORE = 30


def _clash(
    material: Material, statement: Statement, answers: str = "", beside: Statement | None = None
) -> Clash:
    claims = (beside, statement) if beside else (statement,)
    shared = frozenset(
        anchor for anchor in statement.anchors if anchor in material.heft and anchor[0] in "ewa"
    )
    if beside:
        shared &= beside.anchors
    weight = weight_of(material, shared, *claims) + SAME_SUBJECT
    about = matter(material, *claims)
    question = f"both {statement.place[0]}-{statement.place[1]}"
    return Clash("both-sides", question, claims, about, weight, answers)


def _with_the_number(material: Material, measure: Measure) -> Statement | None:
    """The best sentence of another article that gives the number as a fact."""
    mine = measure.statement
    anchors = (f"q:{amounts.amount(measure.quantity.value, '')}", amounts.quantity_key(measure.quantity))
    others = {
        statement.place: statement
        for anchor in anchors
        for statement in material.carriers.get(anchor, ())[: grouping.POSTINGS]
        for each in measures(material, statement)
        if statement.document != mine.document
        and amounts.same_value(each.quantity, measure.quantity)
        and not each.of_other_things(measure)
        and choosing.form(statement) >= STANDS
        and weights.latin(statement) == weights.latin(mine)
    }

    def rank(statement: Statement) -> tuple[float, ...]:
        numbers = frozenset(each for each in statement.anchors & mine.anchors if each[0] not in "qnr")
        return (weights.weigh(material, numbers), choosing.form(statement), *(-p for p in statement.place))

    return max(others.values(), key=rank, default=None)


STANDS = 0.7
