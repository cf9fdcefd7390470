"""What an organisation does in a story, and which sentence is about it. Pure."""

from __future__ import annotations

import re

from digest.story import choosing, subjects
from digest.story.entities import Entity
from digest.story.material import Material, Statement

LEAST_FORM = 0.6
"""An organisation has a sentence that stands alone, or no row."""
_ANNOUNCES = re.compile(
    r"(?!内部)[^，。；]{0,14}?(?:宣布|公布|公告|通报|披露|声明|下令|叫停|不接受|承认|道歉|否认)"
    r"|[^.;]{0,30}?\b(?:said|announc|disclos|publish|order|open|blam|conced|set aside|den(?:y|ie))"
)
"""Behind a firm's name: it makes something known, or orders it."""
_SAYS = re.compile(
    r"[^，。；]{0,14}?(?:表示|表态|回应|强调|警告|呼吁|批评|拒绝|反对|要求|说(?![法服明话])|称(?!为|作|赞|号|呼))"
)
_IS_NOW = re.compile(r"(?:如今|现在|目前)?(?:已经?|是|已是)?(?:成为|成了|是)[^，。]{4,}")
_ROLE_OF = re.compile(
    r"(?:债权人|债务人|股东|供应商|开发商|承建商|运营商|承包商|母公司|子公司|收购方|投资方|合作方|买家|卖家|客户|对手|东家|赞助商"
    r")(?:就?是|为|叫)$"
)
"""Before a firm's name: what it is in the story."""
_BELONGS = re.compile(
    r"[ ]?(?:[、和与及的]|\d(?!\d{0,3}[年月日])|自己|'s|’s"
    r"|[^，。]{0,4}(?:教授|创始人|首席|总裁|研究员|科学家|员工|发言人|高管|CEO|主席|会长|主任|负责人|[队局院]长))",
    re.IGNORECASE,
)
"""Behind an organisation's name: the sentence is about somebody or something of it."""
_OPENS = re.compile(
    r"(?:而|但|不过|随后|目前|如今|and |but |the )?"
    r"(?:(?:初创|上市|民营|美国|中国|竞争)?(?:公司|集团|供应商|开发商|厂商|巨头|对手|平台|车企|股东))?[ ]?",
    re.IGNORECASE,
)
_STRANGER = re.compile(r"(?<![其吉])[他她](?!们|人|国|乡)|它(?=[，。；])|\b(?:he|she|him|her|his)\b")


def tells(material: Material, statement: Statement, entity: Entity) -> bool:
    """The organisation opens a clause that is not an aside, and does something there."""
    if choosing.form(statement) < LEAST_FORM or choosing.is_long_ago(material, statement):
        return False
    told = statement.alike, entity.key
    if told not in material.acting:
        material.acting[told] = _tells(material, statement, entity)
    return material.acting[told]


def _tells(material: Material, statement: Statement, entity: Entity) -> bool:
    """The same of all copies of a sentence, whenever their articles were written."""
    place, start, aside = subjects.stand(material, statement, entity)
    text = statement.simple
    name = subjects.named_at(text, place, entity)
    opens = _OPENS.fullmatch(text, start, place) or _ROLE_OF.search(text, start, place)
    return (
        opens is not None
        and not aside
        and not _BELONGS.match(text, place + len(name))
        and not choosing.leans(statement)
        and not _of_a_stranger(material, statement)
        and acts(material, statement, entity, place) > 0
    )


def _of_a_stranger(material: Material, statement: Statement) -> bool:
    """Whether 她 or a final 它 is somebody or something that the statement does not name."""
    who = _STRANGER.search(statement.simple)
    return who is not None and all(key in material.firms for key in statement.entities)


def acts(material: Material, statement: Statement, entity: Entity, place: int) -> float:
    """How much the firm named at *place* does there: 0 where a story could not turn on it, 1 for a deed."""
    if subjects.told_deeds(material, statement, entity):
        return 1.0
    behind = place + len(subjects.named_at(statement.simple, place, entity))
    if _ANNOUNCES.match(statement.simple, behind):
        return 0.9
    if _SAYS.match(statement.simple, behind):
        return 0.7
    if _IS_NOW.match(statement.simple, behind) or _ROLE_OF.search(statement.simple, 0, place):
        return 0.5
    return 0.6 if any(anchor.startswith("q:") for anchor in statement.anchors) else 0.0
