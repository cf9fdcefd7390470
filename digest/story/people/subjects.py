"""Whether a statement is about somebody: where they stand in it, and what it tells of them. Pure."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from digest.language import _name_data, alternatives
from digest.language.lazy import regex
from digest.story.names.entities import Entity
from digest.story.statements import choosing, lexicon
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import Material, Statement

SUBJECT, IN_IT = 0.65, 0.45
"""From so much on the bearer is the subject of the sentence; or has a clause in it."""

_WHILE = "时", "期间", "之际", "以来"
_ASIDE = regex(r"(?:当|自|自从|在).*(?:后|前|下)[^，]{0,4}$|随着|根?据")
"""A clause that only says when: whom it names is not whom the sentence is about."""
_THEIRS = regex("[他她其]的?")
_OF_THEIRS = regex(r"[ ]?(?:[(（][^()（）]*[)）])?(?:的|['’]s )")
"""Behind a name: the sentence is about somebody or something of the bearer's.."""
_THEIR_CHANGE = regex(
    r"[ ]?(?:[(（][^()（）]*[)）])?(?:的|['’]s )[^，。]{0,4}?"
    r"(?:离职|辞职|离开|出走|去世|禁赛期|刑期|复职|回归|加盟|任命|被捕|resignation|departure|exit|dismissal|return|death|arrest)"
)
"""..unless that is a change of the bearer's own state."""
_AND_BEFORE = regex(r"(?:[(（][^()（）]*[)）])?[ ]?(?:和|与|及|以及|、|and |, )[ ]?[^，。]{0,4}$")


class Stand(NamedTuple):
    """Where a name stands: at ``place``, in the clause from ``start``, which is an ``aside`` or not."""

    place: int
    start: int
    aside: bool


def first_place(text: str, entity: Entity) -> int:
    """Where the entity is named first in the simplified *text*; -1 where it is not."""
    return min((found for name in entity.spellings if (found := text.find(name)) >= 0), default=-1)


def named_at(text: str, place: int, entity: Entity) -> str:
    """The longest spelling of the entity that stands at *place*, or ""."""
    return max((each for each in entity.spellings if text.startswith(each, place)), key=len, default="")


@once_for_copies
def subject(material: Material, statement: Statement, entity: Entity) -> float:
    """1 when the sentence is about the entity: named first, at the start of a clause that is not an aside."""
    place, start, aside = stand(material, statement, entity)
    text = statement.simple
    named = statement.entities if entity.key in material.subjects else material.telling(statement.entities)
    # 由副总裁罗静怡暂代职务: whose clause it is.
    first = bool(named) and (entity.key == named[0] or text.startswith("由", start))
    begins, together = place, 1.0
    if not first and (named_with := _together(material, statement, entity, start, place)) >= 0:
        first, begins, together = True, named_with, 0.9
    before = _without_office(text[start:begins])
    first = first or (
        entity.kind == "person" and not before
    )  # 榫卯公司总裁|何以宁: no matter whose president
    opens = _opens(before)
    behind = place + len(named_at(text, place, entity))
    of_theirs = _OF_THEIRS.match(text, behind) and not (opens == 1.0 and _THEIR_CHANGE.match(text, behind))
    clause = (0.8 if start else 1.0) * (0.4 if aside else 1.0)
    about = opens * clause * (1.0 if first else 0.6) * (0.6 if of_theirs else 1.0) * together
    suffers = entity.kind == "person" and not of_theirs and _suffers(text, start, place, behind)
    return max(about, _SUFFERS * (0.4 if aside else 1.0)) if suffers else about


def _suffers(text: str, start: int, place: int, behind: int) -> bool:
    """董事会宣布重新聘请|何以宁; not 员工批评解雇|何以宁的过程."""
    if _DONE_TO.search(text, start, place) is None or _IN_A_NOUN.match(text, behind):
        return False
    return _AT_ODDS.search(text, start, place) is None


_SUFFERS = 0.75
_DONE_TO = regex(
    "(?:(?:重新)?(?:聘请|聘用|请回|任命|委任|推选|解雇|罢免|开除|辞退|撤换|逮捕|拘捕|起诉|判处)了?)"
    "(?:[\u4e00-\u9fffA-Za-z]{0,8}(?:官|长|裁|席|事|人))?[“「]?$"
    r"|\b(?:fired|ousted|dismissed|sacked|reinstated|rehired|appointed|named"
    r"|arrested|sentenced|banned|indicted) $"
)
"""董事会宣布重新聘请|何以宁: what the sentence tells is done to the bearer."""


_IN_A_NOUN = regex(r"[^，。；]{0,12}的(?!职|同时)|[^，。；]{0,8}(?:后|前|时|期间|一事)")
_AT_ODDS = regex(
    "批评|反对|支持|质疑|抗议|谴责|要求|呼吁|考虑|计划|因|对|关于|是否|否认|未|没|不|"
    r"\b(?:not|never|whether|if|after|before|when|while|for|over|since)\b"
)


def _opens(before: str) -> float:
    if _CLEFT.search(before) or _OBJECT.search(before):
        return 0.5
    if before.endswith("、"):
        return 0.6  # 从资金、|何以宁的引进..: one of several, and not the subject
    length = choosing.length(before)
    return 1.0 if length < 6 and "于" not in before else 0.75 if length < 16 else 0.5


_OBJECT = regex(
    "(?:[对向给就因为与跟同替]|关于|对于|针对|有关|围绕|回顾|称赞|赞扬|支持|反对|批评|指责|相信|追随|反制)[“「]?$"
)
"""员工对|何以宁被解雇一事感到沮丧: about those who feel so."""
_CLEFT = regex("(?:正|就|才)是$")
"""签字的制度，正是|何以宁不能接受的: about the system."""


def _without_office(before: str) -> str:
    """What stands before a name, less what only describes its bearer: 备受尊敬的研究科学家|卡帕斯."""
    if before.isascii() and before.endswith(" ") and before.split()[-1:]:
        held = before.split()[-1].lower() in _name_data.ROLES_EN and len(before.split()) <= _WORDS_OF_OFFICE
        return "" if held else before
    if _PARTY.fullmatch(before):
        return ""
    office = _OFFICES.search(before)
    describes = office and not (lexicon.acts(before.lower()) or _GOVERNS.search(before))
    return "" if describes else before


_PARTY = regex("被告人?|原告|(?:犯罪)?嫌疑人|嫌犯|被害人|证人")
"""What somebody is before a court: 被告|何以宁因..被判刑."""
_WORDS_OF_OFFICE = 5
"""Words before an English name that may be its bearer's office: Air Asia chief executive|Lin Mei."""
_ROLE = alternatives.pattern([*_name_data.ROLES_ZH, *_name_data.ROLES_MORE_ZH])
_OFFICES = regex(f"{_ROLE}(?:{_ROLE}|[、兼及和])* ?$")
_GOVERNS = regex(
    "解除|免去|撤销|[把被将对向给让由据称说]|[在与同跟](?!线)|告诉|要求|指责|批评|联系|支持|反对|于"
)
"""Who stands behind one of these is no subject."""


def _together(material: Material, statement: Statement, entity: Entity, start: int, place: int) -> int:
    """Where the first of those stands with whom the entity is named in one breath (莱克和舒尔曼), or -1."""
    others = (key for key in statement.entities if key != entity.key)
    found = (with_whom(material, statement, key, start, place) for key in others)
    return next((at for at in found if at >= 0), -1)


def with_whom(material: Material, statement: Statement, key: str, start: int, place: int) -> int:
    """Where *key* stands, if whoever is named at *place* is named with it in one breath, or -1."""
    text = statement.simple
    for spelling in material.spellings.get(key, ()):
        at = text.find(spelling, start, place)
        if at >= 0 and _AND_BEFORE.fullmatch(text, at + len(spelling), place):
            return at
    return -1


@once_for_copies
def stand(material: Material, statement: Statement, entity: Entity) -> Stand:
    """Where the entity is named first."""
    text = statement.simple
    found = first_place(text, entity)
    place = found if found >= 0 else len(text)
    marks = _marks(text)
    behind = bisect_left(marks, place)
    start = marks[behind - 1] + 1 if behind else _behind_dateline(text, place)
    start += len(text[start:place]) - len(text[start:place].lstrip())
    end = next((mark for mark in marks[behind:] if text[mark] not in "：:"), len(text))
    clause = text[start:end]
    left = clause.endswith("后") and _goes_on(material, statement, entity, end + 1)
    return Stand(place, start, clause.endswith(_WHILE) or bool(_ASIDE.match(clause)) or left)


_DATELINE = regex(r"[^，。；]{0,20}?\d日(?:[电讯]|消息)[）)】]? *")


def _behind_dateline(text: str, place: int) -> int:
    """Where the first clause starts: 海岬社9月29日电 |管理局公布了结果."""
    dateline = _DATELINE.match(text) if "日" in text[:24] else None
    return dateline.end() if dateline and dateline.end() <= place else 0


@lru_cache(maxsize=16_384)
def _marks(text: str) -> tuple[int, ...]:
    """Where clauses may end."""
    return tuple(mark.start() for mark in _MARK.finditer(text))


_MARK = regex("[，。；：,;:]")


def _goes_on(material: Material, statement: Statement, entity: Entity, place: int) -> bool:
    """Whether somebody else, or somebody of the entity's, is named at *place*."""
    others = (each for key in statement.entities if key != entity.key for each in material.spellings[key])
    return bool(_THEIRS.match(statement.simple, place)) or statement.simple.startswith(tuple(others), place)
