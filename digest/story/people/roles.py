"""Who somebody is, in the words of an author: the office that stands beside the name. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from digest.language import _name_data, alternatives
from digest.language.lazy import regex
from digest.model import Edit, Excerpt, Span
from digest.story.names.entities import Entity
from digest.story.names.naming import naming
from digest.story.people.subjects import first_place, named_at
from digest.story.statements.material import Material, Statement

LONGEST, LONGEST_EN = 20, 60
"""Characters of an office with its body; of an English one."""
_NO_OFFICE = {*_name_data.CROWD_ZH} | {
    *(
        "先生 女士 小姐 前妻 妻子 丈夫 儿子 女儿 父亲 母亲 哥哥 弟弟 姐姐 妹妹 老板 目击者 幸存者 首富 富翁"
        " 富豪 大亨 元老 原告 被告 受害人 受害者 嫌疑人 死者 伤者 前夫 岳父 养父 外婆 奶奶 爷爷 舅舅 侄子"
        " 外甥 孙子 孙女 老伴 遗孀 室友 老乡 徒弟 师傅 外号 车主 业主 店主 监护人 代言人 组织者"
    ).split()
}
_ROLE = alternatives.pattern(sorted({*_name_data.ROLES_ZH, *_name_data.ROLES_MORE_ZH} - _NO_OFFICE))
_HELD = regex(
    rf"(?:(?:[前原]|前任|时任|现任|新任|临时|代理|联合|共同) ?)*(?:{_ROLE})"
    rf"(?: ?[、兼及和暨]? ?(?:联合|共同|前)?(?:{_ROLE}))* ?$"
)
"""An office, or several, right before a name."""
_OF_WHAT = regex(
    "(?:^|[，。；：、“「])(?P<what>(?!公司|集团|[该其此这那某每各他她]|一|两)"
    "(?:(?![在于对向与和将把被是说称日月年由据让给为从当也还又至因及以包便]"
    "|宣布|表示|加入|离开|成为|担任|迫使|接到|[0-9]岁)[A-Za-z0-9·“”「」 \u4e00-\u9fff]){2,16})$"
)
"""What stands before an office from its clause's start, with no time, no deed: 克里姆林宫|发言人."""
_CLASS = regex(
    "(?:公司|集团|大学|学院|系|银行|委员会|协会|联合会|基金会|董事会|理事会|工会|俱乐部|政府|法院|宫|[部厅局署院所厂社队]|号|[团小]组|团队|业务|中心|实验室|医院"
    "|机构|项目|舰队|舰|州|省|市|县)[”」]?的? ?$"
)
"""The class of what somebody holds an office in."""
_VAGUE = frozenset(
    (
        "负责人 主管 主席 发言人 律师 教授 副教授 研究员 经理 主任 总监 顾问 领导 专员 会长 社长 院长 局长"
        " 部长 合伙人 学者 院士 董事"
    ).split()
)
"""Offices that tell nothing without their body."""
_HELD_BEHIND = regex(
    rf"[ ]?[，,(（][ ]?(?P<office>(?:(?![他她其该])[^，。；、()（）“”：\d]){{0,14}}(?:{_ROLE}))(?=[，,)）])"
)
"""..or between commas or in brackets behind it."""
_TITLES_EN = frozenset("mr mrs ms miss dr sir lord lady king queen doctor prof".split())
_ROLES_EN = _name_data.ROLES_EN - _TITLES_EN
_BEFORE_EN = regex(
    r"(?<![\w’'-])((?:(?:[A-Z][\w&.’'-]*|former|acting|then|interim|vice|chief|of|and) ){0,5}[\w-]+) $"
)
_BEHIND_EN = regex(
    rf", (?:an? |the |its |his |her )?(?P<office>(?:[\w’'-]+ ){{0,4}}?(?:{'|'.join(sorted(_ROLES_EN))})"
    r"(?: (?:of|for|at) [^,.;:“”\"]{3,40})?)(?=[,.])"
)


class _Found(NamedTuple):
    statement: Statement
    start: int
    end: int
    whose: bool
    """Whether it says of what: OpenAI首席科学家, not 首席科学家."""


def role(material: Material, entity: Entity) -> Excerpt | None:
    """The office to print beside a name: of the newest article in the readers' language that says of what."""
    best = sorted(_all(material, entity), key=lambda found: _rank(material, found))
    made = (_piece(material, each) for each in best)
    return next((each for each in made if each is not None), None)


def _rank(material: Material, found: _Found) -> tuple[bool, bool, float, int, list[int]]:
    foreign = material.chinese == found.statement.simple.isascii()
    newest = -material.recency[found.statement.document]
    return foreign, not found.whose, newest, found.end - found.start, list(found.statement.place)


def _all(material: Material, entity: Entity) -> Iterator[_Found]:
    for each in naming(material, entity):
        text = each.simple
        place = first_place(text, entity)
        if place < 0:
            continue
        behind = place + len(named_at(text, place, entity))
        found = (
            _english(each, place, behind)
            if text.isascii()
            else _chinese(material, each, entity, place, behind)
        )
        if found is not None and found.end > found.start:
            yield found


def _chinese(
    material: Material, statement: Statement, entity: Entity, place: int, behind: int
) -> _Found | None:
    text = statement.simple
    if held := _HELD.search(text, max(0, place - LONGEST), place):
        start = _with_body(material, statement, entity, held.start())
        end = held.start() + len(held.group().rstrip())
        if start == held.start() and text[start:end] in _VAGUE:
            return None
        return _Found(statement, start, end, start < held.start()) if end - start <= LONGEST else None
    if explained := _HELD_BEHIND.match(text, behind):
        start, end = explained.span("office")
        return _Found(statement, start, end, end - start > len("副董事长"))
    return None


def _with_body(material: Material, statement: Statement, entity: Entity, end: int) -> int:
    """Where the name of the body starts that stands right before an office, else *end*."""
    text = statement.simple
    before = text[max(0, end - LONGEST) : end].rstrip(" 的")
    keys = [key for key in statement.entities if key in material.firms and key != entity.key]
    names = [name for key in keys for name in material.spellings.get(key, ()) if before.endswith(name)]
    if names:
        return max(0, end - LONGEST) + len(before) - max(map(len, names))
    described = _OF_WHAT.search(text, max(0, end - LONGEST - 1), end)
    if described is None:
        return end
    what = described["what"]
    others = (key for key in statement.entities if key != entity.key)
    known = (name for key in others for name in material.spellings.get(key, ()) if what.startswith(name))
    held = _CLASS.search(what) or any(_OF_ITS.fullmatch(what, len(name)) for name in known)
    return described.start("what") if held else end


_OF_ITS = regex("(?: ?的[\u4e00-\u9fff]{0,4}?)? ?")
"""OpenAI| 的关键|研究员; not OpenAI|刚刚失去|首席科学家."""


def _english(statement: Statement, place: int, behind: int) -> _Found | None:
    text = statement.text
    before = _BEFORE_EN.search(text, max(0, place - LONGEST_EN), place)
    if before:
        words = before[1].split(" ")
        while words and words[0].lower() in _LEADS:
            words.pop(0)
        office = " ".join(words)
        if words and words[-1].lower() in _ROLES_EN and len(office) <= LONGEST_EN:
            end = before.end(1)
            return _Found(statement, end - len(office), end, len(words) > 1)
    if explained := _BEHIND_EN.match(text, behind):
        return _Found(statement, *explained.span("office"), " " in explained["office"])
    return None


_LEADS = frozenset(
    "the a an and of but on in when while as if after before that said by with for from".split()
)


def _piece(material: Material, found: _Found) -> Excerpt | None:
    """The words as a piece of their sentence with its own way back; None where an edit crosses its ends."""
    sentence = found.statement.sentence
    places = _sources(sentence.start, sentence.end, sentence.edits)
    if not (found.start in places and found.end in places):
        return None
    start, end = places[found.start], places[found.end]
    if sentence.end < end or end <= start:
        return None
    edits = tuple(part for edit in sentence.edits for part in _within(edit, start, end))
    text = sentence.text[found.start : found.end]
    return Excerpt(text, material.id(found.statement), Span(start, end), edits, "people:office-beside-name")


def _within(edit: Edit, start: int, end: int) -> Iterator[Edit]:
    """What of *edit* lies in a stretch of the source: of signs replaced one by one a part may."""
    if start <= edit.start and edit.end <= end and (edit.start < edit.end or start < edit.start < end):
        yield edit
    elif _is_sign_by_sign(edit) and edit.start < end and start < edit.end:
        first, last = max(start, edit.start), min(end, edit.end)
        yield Edit(edit.kind, first, last, edit.text[first - edit.start : last - edit.start])


def _is_sign_by_sign(edit: Edit) -> bool:
    return edit.kind in ("t2s", "s2t") and len(edit.text) == edit.end - edit.start


def _sources(start: int, end: int, edits: Sequence[Edit]) -> dict[int, int]:
    """Where in the source each place of the text stands, but for those inside what an edit put there."""
    places: dict[int, int] = {}
    at, out = start, 0
    for edit in edits:
        for offset in range(edit.start - at + 1):
            places.setdefault(out + offset, at + offset)
        out += edit.start - at
        if _is_sign_by_sign(edit):
            for offset in range(len(edit.text)):
                places.setdefault(out + offset, edit.start + offset)
        out += len(edit.text)
        at = edit.end
        places[out] = at
    for offset in range(end - at + 1):
        places.setdefault(out + offset, at + offset)
    return places
