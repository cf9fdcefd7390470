"""Whether somebody speaks in a statement. Pure."""

from __future__ import annotations

from digest.language.lazy import regex
from digest.story.names.entities import Entity
from digest.story.people.subjects import IN_IT, first_place, named_at, subject
from digest.story.statements.material import Material, Statement

_SPEAKS = (
    r"(?!称赞|称为|说法|说服)(?:表示|指出|宣布|透露|强调|称|说(?!话)|写道|告诉|回应|坦言|承认|否认|警告|呼吁|坚称|坚持(?=自己|认为|说)|质疑|反驳|证实"
    r"|重申|批评)"
)
_ON_RECORD = regex(
    r"[ ]?(?:[(（][^()（）]*[)）])?(?:[^，。；“「曾听没未拒不]{0,8}?"
    rf"|(?:(?!的)[^，。；：“「曾听]){{2,12}}，(?:但|并|只|又|则|也|还|仅)?){_SPEAKS}"
    r"|(?:, [^.;,]{3,60},|,?[^.;,]{0,30}) "
    r"(?:said|told|says|wrote|argued|warned|urged|announced|insisted|acknowledged)\b"
)
_SAID = regex(r"[,?!.][”\"] (?:said|says|added|adds|wrote|recalled|explained) (?:[\w-]+ ){0,3}$")
"""“..,” said |Lin Mei."""
_QUOTES = "“", '"'


def on_record(statement: Statement, entity: Entity) -> bool:
    """Whether the entity speaks there: 发言人沈婧回应说."""
    text = statement.simple
    place = first_place(text, entity)
    if place < 0:
        return False
    behind = place + len(named_at(text, place, entity))
    return _ON_RECORD.match(text, behind) is not None or _SAID.search(text, 0, place) is not None


def speaks(material: Material, statement: Statement, entity: Entity) -> bool:
    """Whether the entity is on record there, and not only whom something is known from."""
    if not on_record(statement, entity):
        return False
    return subject(material, statement, entity) >= IN_IT or statement.simple.startswith(_QUOTES)
