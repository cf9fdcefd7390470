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
    r"(?:离职|辞职|离开|出走|去世|复职|回归|加盟|任命|被捕|resignation|departure|exit|dismissal|return|death|arrest)"
)
"""..unless that is a change of the bearer's own state."""
_AND_BEFORE = regex(r"(?:[(（][^()（）]*[)）])?[ ]?(?:和|与|及|以及|、|and |, )[ ]?[^，。]{0,4}$")


class Stand(NamedTuple):
    """Where a name stands: at ``place``, in the clause from ``start``, which is an ``aside`` or not."""

    place: int
    start: int
    aside: bool


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
    if not first and (with_whom := _together(material, statement, entity, start, place)) >= 0:
        first, begins, together = True, with_whom, 0.9
    opens = _opens(_without_office(text[start:begins]))
    behind = place + len(named_at(text, place, entity))
    of_theirs = _OF_THEIRS.match(text, behind) and not (opens == 1.0 and _THEIR_CHANGE.match(text, behind))
    clause = (0.8 if start else 1.0) * (0.4 if aside else 1.0)
    return opens * clause * (1.0 if first else 0.6) * (0.6 if of_theirs else 1.0) * together


def _opens(before: str) -> float:
    if _CLEFT.search(before):
        return 0.5
    if before.endswith("、"):
        return 0.6  # 从资金、|何以宁的引进..: one of several, and not the subject
    length = choosing.length(before)
    return 1.0 if length < 6 and "于" not in before else 0.75 if length < 16 else 0.5


_CLEFT = regex("(?:正|就|才)是$")
"""签字的制度，正是|何以宁不能接受的: about the system."""


def _without_office(before: str) -> str:
    """What stands before a name, less what only describes its bearer: 备受尊敬的研究科学家|卡帕斯."""
    office = _OFFICES.search(before)
    describes = office and not (lexicon.acts(before.lower()) or _GOVERNS.search(before))
    return "" if describes else before


_ROLE = alternatives.pattern([*_name_data.ROLES_ZH, *_name_data.ROLES_MORE_ZH])
_OFFICES = regex(f"{_ROLE}(?:{_ROLE}|[、兼及和])* ?$")
_GOVERNS = regex("[把被将对向给让由据称说]|[在与同跟](?!线)|告诉|要求|指责|批评|联系|支持|反对|于")
"""Who stands behind one of these is no subject."""


def _together(material: Material, statement: Statement, entity: Entity, start: int, place: int) -> int:
    """Where the first of those stands with whom the entity is named in one breath (莱克和舒尔曼), or -1."""
    text = statement.simple
    for key in statement.entities:
        if key == entity.key:
            continue
        for spelling in material.spellings.get(key, ()):
            at = text.find(spelling, start, place)
            if at >= 0 and _AND_BEFORE.fullmatch(text, at + len(spelling), place):
                return at
    return -1


@once_for_copies
def stand(material: Material, statement: Statement, entity: Entity) -> Stand:
    """Where the entity is named first."""
    text = statement.simple
    place = min((found for name in entity.spellings if (found := text.find(name)) >= 0), default=len(text))
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
