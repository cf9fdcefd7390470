"""Which sentence says most of a person or an organisation. Pure.

Best is the newest change of state of which the bearer is the subject: who
leaves, joins, founds, is named or dismissed, or what a firm does. A newer
article overrules an older one: that he stays is no news once he has left.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from digest.language import _name_data, alternatives, dates
from digest.story import choosing, lexicon, slots
from digest.story.deeds import deeds_of
from digest.story.entities import Entity
from digest.story.material import Material, Statement

LEAST_FORM, LEAST_FORM_OF_FIRM = 0.28, 0.6
"""A firm has a sentence that stands alone, or no row."""
_ENDS = frozenset({"leave", "die", "dismiss", "arrest"})
_STARTS = frozenset({"join", "found", "reinstate", "sue"})
_HOLDS = frozenset({"appoint", "promise"})
CHANGES = _ENDS | _STARTS | _HOLDS
_FLEETING = frozenset({"appoint", "promise", "reinstate", "join"})
"""What is over once the bearer has left."""
_STEPS_LETTER = re.compile("[代理任假停]")
_STEPS = re.compile(r"(?:暂代|代任|署理|代行)[^，。]{0,6}(?:职|总裁|主席|主任|长)|留任|停职|休长?假")
"""What is no leaving and no joining: who stands in for somebody, stays, is suspended or takes a leave."""
_STEPS_REACH = 12
_SPEECH = re.compile(r"[“「][^“”]{14,}[”」]|\"[^\"]{30,}\"")
_ON_RECORD = re.compile(
    r"[ ]?(?:[(（][^()（）]*[)）])?[^，。；“「曾听]{0,8}?(?!称赞|称为|说法|说服)"
    r"(?:表示|指出|宣布|透露|强调|称|说(?!话)|写道|告诉|回应|坦言|承认|否认|警告|呼吁|坚称|质疑|反驳|证实|重申|批评)"
    r"|,?[^.;,]{0,20} (?:said|told|says|wrote|argued|warned)\b"
)
_ANNOUNCES = re.compile(
    r"(?!内部)[^，。；]{0,14}?(?:宣布|公布|公告|通报|披露|声明|下令|叫停|不接受|承认|道歉|否认)"
    r"|[^.;]{0,30}?\b(?:said|announc|disclos|publish|order|open|blam|conced|set aside|den(?:y|ie))"
)
"""Behind a firm's name: it makes something known, or orders it."""
_SAYS = re.compile(r"[^，。；]{0,14}?(?:表示|回应|强调|警告|呼吁|批评|拒绝|反对|要求|说(?![法服明话]))")
_IS_NOW = re.compile(r"(?:如今|现在|目前)?(?:已经?|是|已是)?(?:成为|成了|是)[^，。]{4,}")
_ROLE_OF = re.compile(
    r"(?:债权人|债务人|股东|供应商|开发商|承建商|运营商|承包商|母公司|子公司|收购方|投资方|合作方|买家|卖家|客户|对手|东家|赞助商)"
    r"(?:就?是|为|叫)$"
)
"""Before a firm's name: what it is in the story."""
_LEANS = re.compile(
    r"^[^，]{0,12}对此|^(?:从那|那之后|此后|之后)|(?:^|，)(?:但|而)?(?:此举|此外|另外|最终)|讽刺|\b(?:this|these|such)\b"
)
_POINTS = re.compile(r"(?:(?<!应)该|这[一些种个位份次项场]|上述)(?!公司)(?P<what>[\u4e00-\u9fff]{2})")
"""The reader of a row has not read what came before."""
_BELONGS = re.compile(
    r"[ ]?(?:[、和与及的]|\d(?!\d{0,3}[年月日])|自己|[^，。]{0,4}(?:教授|创始人|首席|总裁|研究员|科学家|员工|发言人|高管|CEO)"
    r"|'s|’s)",
    re.IGNORECASE,
)
"""Behind an organisation's name: the sentence is about somebody or something of it."""
_OPENS = re.compile(
    r"(?:而|但|不过|随后|目前|如今|and |but |the )?"
    r"(?:(?:初创|上市|民营|美国|中国|竞争)?(?:公司|集团|供应商|开发商|厂商|巨头|对手|平台|车企|股东))?[ ]?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r".*(?:时|期间|之际|以来)$|(?:当|自|自从|在).*(?:后|前|下)[^，]{0,4}$|随着|根?据")
"""A clause that only says when: whom it names is not whom the sentence is about."""
_THEIRS = re.compile("[他她其]的?")
_STRANGER = re.compile(r"(?<![其吉])[他她](?!们|人|国|乡)|它(?=[，。；])|\b(?:he|she|him|her|his)\b")
_OF_THEIRS = re.compile(r"[ ]?(?:[(（][^()（）]*[)）])?(?:的|['’]s )")
"""Behind a name: the sentence is about somebody or something of the bearer's.."""
_THEIR_CHANGE = re.compile(
    r"[ ]?(?:[(（][^()（）]*[)）])?(?:的|['’]s )[^，。]{0,4}?"
    r"(?:离职|辞职|离开|出走|去世|复职|回归|加盟|任命|被捕|resignation|departure|exit|dismissal|return|death|arrest)"
)
"""..unless that is a change of the bearer's own state."""
_AND_BEFORE = re.compile(r"(?:[(（][^()（）]*[)）])?[ ]?(?:和|与|及|以及|、|and |, )[ ]?[^，。]{0,4}$")
_STALE, _LONG_AGO, _LEANING, _QUOTING = 0.45, 0.35, 0.6, 0.6
_STALE_MONTHS = 4
"""What happened so long before its article is what the article looks back to."""


def usable(material: Material, statement: Statement, entity: Entity) -> bool:
    return choosing.form(statement) >= LEAST_FORM


def tells_of_firm(material: Material, statement: Statement, entity: Entity) -> bool:
    """The organisation opens a clause that is not an aside, and does something there."""
    place, start, aside = _stand(material, statement, entity)
    text = statement.simple
    name = _named_at(text, place, entity)
    opens = _OPENS.fullmatch(text, start, place) or _ROLE_OF.search(text, start, place)
    opens = opens and not _BELONGS.match(text, place + len(name))
    return (
        choosing.form(statement) >= LEAST_FORM_OF_FIRM
        and bool(opens)
        and not aside
        and not _is_long_ago(material, statement)
        and not leans(statement)
        and not _of_a_stranger(material, statement)
        and _firm_acts(material, statement, entity, place) > 0
    )


def _of_a_stranger(material: Material, statement: Statement) -> bool:
    """Whether 她 or a final 它 is somebody or something that the statement does not name."""
    who = _STRANGER.search(statement.simple)
    return who is not None and all(key in material.firms for key in statement.entities)


def leans(statement: Statement) -> bool:
    """Whether it points at what the reader of a row has not read: 对此, 该团队 with no 团队 before it."""
    text = statement.simple
    pointed = any(each["what"] not in text[: each.start()] for each in _POINTS.finditer(text))
    return pointed or _LEANS.search(statement.folded) is not None


def on_record(statement: Statement, entity: Entity) -> bool:
    """Whether the entity speaks there: 发言人沈婧回应说."""
    text = statement.simple
    place = min((found for name in entity.spellings if (found := text.find(name)) >= 0), default=-1)
    return place >= 0 and _ON_RECORD.match(text, place + len(_named_at(text, place, entity))) is not None


def speaks(material: Material, statement: Statement, entity: Entity) -> bool:
    """Whether the entity is on record there, and not only whom something is known from."""
    return on_record(statement, entity) and _subject(material, statement, entity) >= _IN_IT


def changes(material: Material, statement: Statement, entity: Entity) -> frozenset[str]:
    """The changes of the bearer's own state that the statement tells."""
    if lexicon.DENIAL.search(statement.folded):
        return frozenset()
    found = CHANGES & told_deeds(material, statement, entity)
    steps = _STEPS.search(statement.simple) if _STEPS_LETTER.search(statement.simple) else None
    if steps:
        before = max(
            (statement.simple.rfind(name, 0, steps.start()) for name in entity.spellings), default=-1
        )
        if before >= 0 and steps.start() - before <= _STEPS_REACH:
            found |= {"appoint"}
    return frozenset(found)


def changed(material: Material, statement: Statement, entity: Entity) -> bool:
    """Whether the statement is about the entity and tells a change of its state."""
    return bool(changes(material, statement, entity)) and _subject(material, statement, entity) >= _SUBJECT


def told_deeds(material: Material, statement: Statement, entity: Entity) -> frozenset[str]:
    """Acts of the entity that the statement tells, not only mentions."""
    if entity.key in material.firms:  # their deeds are no anchors
        deeds = deeds_of(statement, material.spellings, material.firms)
        told: Collection[str] = [deed for deed, is_told in deeds.items() if is_told]
    else:
        told = [anchor[2:] for anchor in statement.told]
    return frozenset(deed.rpartition(">")[2] for deed in told if deed.startswith(f"{entity.key}>"))


def ended(material: Material, statements: Collection[Statement], entity: Entity) -> float:
    """The recency of the newest article that tells the bearer's leaving, and no return; or -1."""
    end = back = -1.0
    for each in statements:
        deeds = told_deeds(material, each, entity)
        if deeds and not _is_long_ago(material, each) and _subject(material, each, entity) >= _SUBJECT:
            recency = material.recency[each.document]
            end = max(end, recency if deeds & _ENDS else -1.0)
            back = max(back, recency if "reinstate" in deeds else -1.0)
    return end if end > back else -1.0


def says(material: Material, statement: Statement, entity: Entity, ended_at: float = -1.0) -> float:
    """Newest first, then: is the bearer what the sentence is about, and does it tell of a change?

    *ended_at*: since an article of that recency the bearer is known to have left.
    """
    subject = _subject(material, statement, entity)
    alone = 1.0 if len(material.telling(statement.entities)) < 4 else 0.5
    act = _act(material, statement, entity, subject)
    recency = material.recency[statement.document]
    newest = max(material.recency[rank] for rank in entity.documents)
    age = 1.0 - 0.6 * (newest - recency)
    act *= _QUOTING if _SPEECH.search(statement.text) else 1.0
    if _is_long_ago(material, statement):
        act *= _LONG_AGO
    elif _is_stale(material, statement):
        act *= _STALE
    act *= _outlived(changes(material, statement, entity), recency, ended_at)
    guess = 0.6 if lexicon.HEDGE.search(statement.folded) else 1.0
    form = min(_form(material, statement, entity), _LEANING if leans(statement) else 1.0)
    own_language = 0.85 if material.chinese and statement.folded.isascii() else 1.0
    fresh = 0.1 + 0.9 * choosing.news_value(material, statement)
    return subject * alone * act * age * guess * form * fresh * own_language


def _form(material: Material, statement: Statement, entity: Entity) -> float:
    """Who has left is told even by a sentence that opens with what it does not name: 这些压力导致她离职."""
    if changes(material, statement, entity) & (_ENDS | _STARTS):
        return choosing.form_beside_name(statement)
    return choosing.form(statement)


def _outlived(changed: frozenset[str], recency: float, ended_at: float) -> float:
    """What is left of a state once the bearer has left; who joins or founds something then is there now."""
    if recency > ended_at or changed & _ENDS:
        return 1.0
    if recency == ended_at:
        return 1.05 if changed & _STARTS else 0.15 if changed else 0.6
    return 0.3 if changed & _FLEETING else 0.7


_SUBJECT, _IN_IT = 0.65, 0.45
"""From so much on the bearer is the subject of the sentence; or has a clause in it."""


def _act(material: Material, statement: Statement, entity: Entity, subject: float) -> float:
    if entity.key in material.firms:
        central = material.central.get(statement.place, 0.0)
        return _firm_acts(material, statement, entity, _stand(material, statement, entity)[0]) * (
            0.5 + central
        )
    changed = changes(material, statement, entity) if subject >= _SUBJECT else frozenset()
    if changed:
        return (1.25 if changed & (_ENDS | _STARTS) else 1.1) + 0.1 * (len(changed) > 1)
    place, _, _ = _stand(material, statement, entity)
    # An English subject may be explained between commas before its verb.
    clause = statement.folded if statement.folded.isascii() else slots.clause_at(statement, place)
    if subject >= _SUBJECT and _TO_COME.search(clause) and not lexicon.DENIAL.search(clause):
        return 1.05
    plans = not leans(statement) and lexicon.PROMISE.search(clause)
    if subject >= _SUBJECT and (plans or told_deeds(material, statement, entity)):
        return 0.75
    if on_record(statement, entity):
        return 0.7
    return 0.2 if _TRAIT.search(statement.folded) else 0.3


_TO_COME = re.compile(
    r"将(?:于[^，。]{1,8})?(?:接替|接任|出任|担任|就任|加入|加盟|离开|离职|辞去|卸任|退休|复职|回归)"
    r"|\bwill (?:succeed|replace|join|leave|resign|step (?:down|aside)|return|take over|become)\b"
)
"""A change of state that is settled."""
_TRAIT = re.compile(r"\d岁|出生于|毕业于|年龄|性格|\baged? \d|\bborn in\b|years? old\b")
"""What somebody is like, or was before the story."""


def _firm_acts(material: Material, statement: Statement, entity: Entity, place: int) -> float:
    """0 where the firm does nothing that a story could turn on."""
    if told_deeds(material, statement, entity):
        return 1.0
    name = _named_at(statement.simple, place, entity)
    if _ANNOUNCES.match(statement.simple, place + len(name)):
        return 0.9
    if _SAYS.match(statement.simple, place + len(name)):
        return 0.7
    if _IS_NOW.match(statement.simple, place + len(name)) or _ROLE_OF.search(statement.simple, 0, place):
        return 0.5
    return 0.6 if any(anchor.startswith("q:") for anchor in statement.anchors) else 0.0


def _is_long_ago(material: Material, statement: Statement) -> bool:
    return choosing.is_long_ago(material, statement) and not _NOW.match(statement.folded)


_NOW = re.compile("如今|目前|现在|now |today |.*(?:迄今|至今|截至)")


def _is_stale(material: Material, statement: Statement) -> bool:
    now, told = material.known.get(statement.document, ""), choosing.last_told(statement)
    return len(now) > 6 and len(told) > 6 and dates.months_between(told, now) > _STALE_MONTHS


def _named_at(text: str, place: int, entity: Entity) -> str:
    return max((each for each in entity.spellings if text.startswith(each, place)), key=len, default="")


def _subject(material: Material, statement: Statement, entity: Entity) -> float:
    """1 when the sentence is about the entity: named first, at the start of a clause that is not an aside."""
    place, start, aside = _stand(material, statement, entity)
    text = statement.simple
    others = material.telling(statement.entities)
    named = statement.entities if entity.key in material.subjects else others
    # 由副总裁罗静怡暂代职务: whose clause it is.
    first = bool(named) and (entity.key == named[0] or text.startswith("由", start))
    together = 1.0
    if not first and (with_whom := _together(material, statement, entity, start, place)) >= 0:
        first, place_of_first, together = True, with_whom, 0.9
    else:
        place_of_first = place
    before = _without_office(text[start:place_of_first])
    opens = (
        1.0
        if choosing.length(before) < 6 and "于" not in before
        else 0.75
        if choosing.length(before) < 16
        else 0.5
    )
    later = 0.8 if start else 1.0
    name = _named_at(text, place, entity)
    behind = place + len(name)
    own = (
        0.6
        if _OF_THEIRS.match(text, behind) and not (opens == 1.0 and _THEIR_CHANGE.match(text, behind))
        else 1.0
    )
    return opens * later * (1.0 if first else 0.6) * (0.4 if aside else 1.0) * own * together


def _without_office(before: str) -> str:
    """What stands before a name, less what only describes its bearer: 备受尊敬的研究科学家|卡帕斯."""
    office = _OFFICES.search(before)
    describes = office and not (lexicon.ACTION_IN_TEXT.search(before.lower()) or _GOVERNS.search(before))
    return "" if describes else before


_OFFICES = re.compile(
    f"(?:{alternatives.pattern([*_name_data.ROLES_ZH, *_name_data.ROLES_MORE_ZH])}|[、兼及和])+ ?$"
)
_GOVERNS = re.compile("[把被将对向给让由据称说]|[在与同跟](?!线)|告诉|要求|指责|批评|联系|支持|反对|于")
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


def _stand(material: Material, statement: Statement, entity: Entity) -> tuple[int, int, bool]:
    """Where the entity is named first, where that clause starts, and whether it is an aside."""
    text = statement.simple
    place = min((found for name in entity.spellings if (found := text.find(name)) >= 0), default=len(text))
    start = max(text.rfind(mark, 0, place) for mark in "，。；：,;:") + 1
    start += len(text[start:place]) - len(text[start:place].lstrip())
    end = min((found for mark in "，。；,;" if (found := text.find(mark, place)) >= 0), default=len(text))
    clause = text[start:end]
    return (
        place,
        start,
        bool(_ASIDE.match(clause))
        or (clause.endswith("后") and _goes_on(material, statement, entity, end + 1)),
    )


def _goes_on(material: Material, statement: Statement, entity: Entity, place: int) -> bool:
    """Whether somebody else, or somebody of the entity's, is named at *place*."""
    others = (each for key in statement.entities if key != entity.key for each in material.spellings[key])
    return bool(_THEIRS.match(statement.simple, place)) or statement.simple.startswith(tuple(others), place)
