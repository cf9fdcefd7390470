"""What an organisation does in a story, and which sentence is about it. Pure."""

from __future__ import annotations

import re

from digest.language._name_data import SAID
from digest.language.lazy import regex
from digest.story.names.entities import Entity
from digest.story.people import subjects
from digest.story.statements import choosing, lexicon, past
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import Material, Statement

LEAST_FORM = 0.6
"""An organisation has a sentence that stands alone, or no row."""
_ANNOUNCES = regex(
    r"(?!内部)[^，。；]{0,14}?(?:宣布|公布|公告|通报|披露|声明|下令|叫停|不接受|承认|道歉|否认)"
    r"|[^.;]{0,30}?\b(?:said|announc|disclos|publish|order|open|blam|conced|set aside|den(?:y|ie))"
)
"""Behind a firm's name: it makes something known, or orders it."""
_DEEDS = (
    "(?:立案|展开|启动|开展|审查|调查|裁定|判决|裁决|批准|核准|驳回|受理|起诉|查封|冻结|吊销|注销|罚款|处罚|约谈|责令|决定|认定"
    "|通过|否决|发布|发表|出具|寄出|致函|发出|召开|收购|出售|入股|投资|注资|出资|领投|签署|达成|推出|停牌|破产|裁员|关闭|停产|停运"
    "|停用|停飞|停航|召回|提告|喊冤|索赔|求偿|撤回|递交|提交|申请|接手|接管|承接|资助|买下|买进|购买|采购|流出|拆分|倒闭|发放|派出|成立"
    "|更正|赔偿|退款|寻找|正在找|持有|供应|承建|建造|下架|暂停|恢复|解雇|任命|聘请|派驻|取消|撤销|推迟|没收|扣押|搜查"
    "|谴责|[作做]出|判处|判令|宣判|改判|推翻|维持|禁赛|除名|传唤|通缉|逮捕|拘[捕留]|羁押|检控|突袭|扣留|提出|提起|派(?:[出遣人员]|[一两三四五六七八九十0-9多数]+名)"
    "|证实|救出|统计|收治|疏散)"
)
_DOES = regex(
    rf"[^，。；“「]{{0,16}}?(?<!没有|不会|不再){_DEEDS}"
    rf"|[^，。；]{{0,6}}(?:\d{{1,2}}月\d{{1,2}}[日号]|以[“「][^”」]{{2,40}}[”」]为由)，(?:决定|已经?|又|再)[^，。；]{{0,16}}?{_DEEDS}"
    rf"|，[^，。；]{{0,16}}?{_DEEDS}"
)
"""Behind a firm's name: it does what firms and authorities do, at once or after a date or a reason."""
_HAS_DONE = regex(
    "(?:已经?|曾经?|也|还|又|则|随后|当[天日])?(?:[将把][^，。；]{3,}"
    "|(?!门|前|后|内|外|里|上|下|旁|附近|周围)(?:(?![的为是有成到除不没])[\u4e00-\u9fff]){1,4}了(?![解吗呢吧]))"
)
"""Behind a firm's name: what is done to something, or is done by now (把.., 翻了凭证)."""
_SAYS = regex(
    r"[^，。；]{0,14}?(?:表示|表态|回应|强调|警告|呼吁|提醒|批评|拒绝|反对|不同意|质疑|要求"
    rf"|{SAID}(?![法服明话])|称(?!为|作|赞|号|呼))"
)
_ONLY_SAID = regex(r",? ?(?:said|says|reported|added)(?: in [^,.;]{3,30}| on [A-Z]\w+| \w+day)?[.”\"]*$")
""".., Harbour Air said: who tells it, and no more."""
_IS_NOW = regex(r"(?:如今|现在|目前)?(?:已经?|是|已是)?(?:成为|成了|是)[^，。]{4,}")
_DOES_EN = regex(
    r"(?:, (?:an?|the|its|which|whose)\b[^,.;]{3,60},)? (?:also |has |have |had |will |still )?"
    r"(?!(?:is|was|are|were|be|been|being|and|or|of|in|on|at|for|with|from|by|has|have|had)\b)[a-z]{3,}(?:ed|[^s]s|en)\b"
)
"""..or an English verb follows, perhaps behind a clause that explains the name."""
_ROLE_OF = regex(
    r"(?:(?:债权人|债务人|股东|供应商|开发商|承建商|运营商|承包商|母公司|子公司|收购方|投资方|领投方|合作方|买家|卖家|客户|对手|东家|赞助商"
    r"|牵线人|牵线者|中标者|借款人|领投的|接手的|承建的)(?:就?是|为|叫)"
    r"|(?:加入|加盟|入职|跳槽到|投奔|转投|创立|创办|创建|成立|组建|收购|并购|入股|投资|起诉|控告|接手|任职于|供职于|聘请|委托)了?"
    r"(?:(?:一家|另一家|新的?|初创|竞争|对手|竞争对手|名为|叫)*[^，。；的]{0,4}(?:公司|企业|对手|机构|团队|平台))?"
    r"|旗下的?[^，。；]{0,6}?|(?:名为|名叫|叫[做作]?|取名为?|定名为?))[“「《]?$"
)
"""Before a firm's name: what it is in the story, who went there or made it, or that it is called so."""
_BY = regex("[由被遭获](?:[^，。；由]{0,6}(?:公司|企业|集团|机构|银行|厂商|开发商))?[“「]?$")
_WORK = regex(
    "[”」]?[^，。；]{0,4}?(?:供应|承建|制造|生产|运营|经营|开发|出资|提供|领投|设计|管理|审计|维护|检测|承保|负责)"
    "|[”」]?，?[^，。；的]{0,8}?(?:判[处令决]|裁[定决]|起诉|控告|告上|告到|调查|处罚|罚款|禁赛|停赛|除名|解雇|开除|撤换|逮捕|拘[捕留]|通缉|驳回|批准|约谈|传唤"
    "|立案|吊销|警告|点名|列为|查封|扣押)"
    "|[^，。；]{0,16}?(?:接手|承接|收购|买下|主导|牵头)"
)
"""阀门由|衡川精密|供应; 他被|青屿法院|判处三年."""
_BELONGS = regex(
    r"[ ]?(?:[、和与及的]|大?门[前口外]|楼[下前]|附近|对面|\d(?!\d{0,3}[年月日])|自己|'s|’s"
    r"|(?:(?![宣任解免聘换撤罢起要称说让由告向对收派请])[^，。]){0,4}(?:教授|研究员|科学家|员工|高管|主任|委员(?!会)"
    r"|成员|合伙人|律师|[队局院司处]长)"
    r"|[^，。；、的]{0,6}的[\u4e00-\u9fff]{0,4}(?:学家|专家|教授|研究员|员工|负责人|学者)"
    r"|(?:[^，。]{0,5}[所部系院司处室组局])?(?:一[名位]|[多数两三][名位]|学者|专家|人士))",
    re.IGNORECASE,
)
"""Behind an organisation's name: the sentence is about somebody or something of it."""
_OFFICER = regex(
    "(?:[(（][^()（）]*[)）])?(?:联合|共同|现任|前)?(?:创[始办]人|首席[\u4e00-\u9fff]{1,3}官|总裁|总经理|董事长|执行长|发言人|CEO|主席|会长|负责人)(?!由|一职|人选|之?职)"
    "(?![\u4e00-\u9fff·]{2,8}的[^，。；]{0,4}(?:律师|代表|妻|家人|父|母|儿|女|助理|发言人))"
)
"""..or about who speaks for it, which is news of it when nothing else is."""
_OPENS = regex(
    r"(?:而|但|不过|随后|目前|如今|此前|早前|日前|近日|同日|and |but |the )?"
    r"(?:[A-Z](?-i:[a-z]+(?:an|ese|ish|ch)) )?"
    r"(?:美国|中国|英国|日本|韩国|台湾|国内|当地|[台陆港](?=[厂商]))?(?:初创|上市|民营|竞争|主要|第[一二三]大|最?大)?"
    r"(?:公司|集团|供应商|开发商|厂商|[厂商]|[\u4e00-\u9fff]{2}厂|业者|巨头|对手|平台|车企|股东"
    r"|银行|杂志)?[ ]?[“「《]?",
    re.IGNORECASE,
)
_DESCRIBES = regex(r"[^，。；：“”「」]{2,24}的[“「]?")
"""国资背景的|东海数星: what only describes an organisation may stand before it."""
_MARKS_BEHIND = regex(r"[”」》]?[ ]?(?:[(（][^()（）]{1,30}[)）])?")
_STRANGER = regex(
    r"(?<![其吉])[他她](?!们|人|国|乡)|它(?=[，。；])|[给把对向让为]它|\b(?:he|she|him|her|his)\b"
)


def tells(material: Material, statement: Statement, entity: Entity) -> bool:
    """The organisation opens a clause that is not an aside, and does something there."""
    return not past.is_past(material, statement) and _stands_and_tells(material, statement, entity)


def _stands_and_tells(material: Material, statement: Statement, entity: Entity) -> bool:
    return choosing.form(statement) >= LEAST_FORM and _tells(material, statement, entity)


def did(material: Material, statement: Statement, entity: Entity) -> bool:
    """Whether it tells what the organisation itself did or said, however long ago."""
    return _stands_and_tells(material, statement, entity) and acts(material, statement, entity) >= _DID


def is_in(material: Material, statement: Statement, entity: Entity, *, by_its_head: bool) -> bool:
    """Whether the organisation itself, or a head or scholar of its, stands in it: no product, no comparison.

    *by_its_head*: only with him.
    """
    place, _, aside = subjects.stand(material, statement, entity)
    text = statement.simple
    behind = place + len(subjects.named_at(text, place, entity))
    if choosing.form(statement) < LEAST_FORM or aside or choosing.leans(statement):
        return False
    of_its = _SCHOLAR.match(text, behind) or _OFFICER.match(text, behind)
    if by_its_head and (not of_its or subjects.subject(material, statement, entity) < subjects.SUBJECT):
        return False
    if _LISTED.search(text, 0, place) or _ASKS_FOR_WORD.search(text) or _ATTRIBUTED.search(text, 0, place):
        return False
    if text.startswith(("“", '"')):
        return False
    if (_BELONGS.match(text, behind) and not of_its) or _PRODUCT.match(text, behind):
        return False
    compared = _COMPARED.search(text, 0, place) is not None
    return not (compared or _of_a_stranger(material, statement) or past.is_past(material, statement))


_ASKS_FOR_WORD = regex(r"\bha(?:s|ve) contacted\b|reached out to|for (?:further )?comment|请求置评|寻求置评")
_LISTED = regex("[(（][^()（）]*$|(?:包括|成员有?|任命)[^，。；]{0,30}$")
"""An organisation that only says where somebody of a list works, or worked."""
_ATTRIBUTED = regex(r"\baccording to [^,.;]{0,60}$|据[^，。；]{0,12}$")
"""Who is only named for having told it."""
_PRODUCT = regex(r" (?:[A-Z][a-z]+ )?(?:[A-Z]?\d|[A-Z][a-z]+er\b|(?:plane|jet|flight|model|phone|car)s?\b)")
_SCHOLAR = regex("(?:[前原副]|现任|时任){0,2}(?:教授|研究员|院长|校长|主任)[^，。；的]{2,4}")
_COMPARED = regex(r"(?:仅次于|超过|超越|不及|不如|相比|类似|像)[^，。；]{0,8}$|\b(?:than|like|unlike) $")


_DID = 0.7
"""What `acts` gives for a deed, and not for whom somebody joined or dealt with."""


@once_for_copies
def _tells(material: Material, statement: Statement, entity: Entity) -> bool:
    """The same of all copies of a sentence, whenever their articles were written."""
    place, start, aside = subjects.stand(material, statement, entity)
    text = statement.simple
    name = subjects.named_at(text, place, entity)
    opens = (
        _OPENS.fullmatch(text, start, place)
        or _has_role(text, start, place)
        or _is_described(material, statement, entity, start, place)
        or _works(text, start, place, place + len(name))
        or (len(entity.documents) >= _WELL_KNOWN and _deals(text, place, place + len(name)))
    )
    return (
        bool(opens)
        and not aside
        and not (_BELONGS.match(text, place + len(name)) and not _OWN_DEED.match(text, place + len(name)))
        and not (choosing.leans(statement) and not _TURNS.match(text))
        and not _of_a_stranger(material, statement)
        and acts(material, statement, entity) > 0
    )


def _is_described(material: Material, statement: Statement, entity: Entity, start: int, place: int) -> bool:
    """Whether nothing but a description stands before the name: no other name, nothing that it governs."""
    if not _DESCRIBES.fullmatch(statement.simple, start, place):
        return False
    before = statement.simple[start:place]
    others = (key for key in statement.entities if key != entity.key)
    return not _GOVERNED.search(before) and (
        _WORKS_FOR.match(before) is not None
        or not any(name in before for key in others for name in material.spellings.get(key, ()))
    )


_WORKS_FOR = regex("[为替给受由][^，。；]{2,22}的[“「]?$")
"""替榫卯代工的|群岫: another's name says for whom."""


_TURNS = regex("至于")
"""Who turns to another matter leans on nothing."""
_GOVERNED = regex("[把被将对由我你他她它]|给(?!.*的[“「]?$)|当过|做过")


def _has_role(text: str, start: int, place: int) -> bool:
    """Whether the words before the name say what it is in the story, as a fact: not 如果不复职就转投微软."""
    return (
        _ROLE_OF.search(text, start, place) is not None
        and not lexicon.HEDGE.search(text, 0, place)
        and not _IF.search(text, 0, place)
    )


_IF = regex("如果|[假倘]若|若[是不]|要是|威胁|扬言|否认|打算|考虑|没有|未[曾能]|拒绝")


def _works(text: str, start: int, place: int, behind: int) -> bool:
    """Whether something is done by it: 阀门由衡川精密供应."""
    return _BY.search(text, start, place) is not None and _WORK.match(text, behind) is not None


_HANDED_IN, _COURT = regex("[”」]?[^，。；]{0,8}?提交"), regex("法[院庭]|[Cc]ourt")
"""向管理局|提交的文件显示: where a paper lies, and nothing of the authority; a court has a case by it."""
_DEALT = regex("[把将向给与跟同对和在][“「]?$")
_DEAL = regex(
    "[”」]?[^，。；]{0,8}?(?:交付|出售|卖[出给]|供应|供货|采购|购买|签[署订约下]|支付|赔偿|偿还|借[款出给]|贷款|转让|索赔|求偿|告上|合作|合并"
    "|融资|募资|租[用借]|订[购下]|提[交出起]|上诉|申诉|起诉|胜诉|败诉|受审|出庭|应诉|诉讼|[报通]告|告状|投诉|举报|备案|申请|申报|求助)"
)
"""榫卯|向|桦云|交付4800颗: with whom another dealt."""


_OWN_DEED = regex(
    r"(?:[(（][^()（）]{1,30}[)）])?(?:的|['’]s )[^，。；的]{0,6}?"
    "(?:判决|裁决|裁定|决定|命令|禁令|处罚|谴责|ruling|decision|order|verdict|ban)"
    "(?:结果|书|令)?(?!后|前|时|下|中|称)"
)
"""海岬最高法院|的判决结果为撤销..: of what it has decided or made known."""


def _deals(text: str, place: int, behind: int) -> bool:
    if marks := _MARKS_BEHIND.match(text, behind):
        behind = marks.end()
    if _HANDED_IN.match(text, behind) and not _COURT.search(text, place, behind):
        return False
    return _DEALT.search(text, 0, place) is not None and _DEAL.match(text, behind) is not None


_BROKE = regex(
    "[^，。；]{0,8}?(?:披露|登出|刊出|刊登了|曝光|揭露|踢爆|爆出|头版|独家|发表了?[^，。；]{0,4}调查)"
)


def broke(material: Material, statement: Statement, entity: Entity) -> bool:
    """Whether a medium is told of for what it brought to light: 7月22日，《..》披露..; not 据《..》报道."""
    place, start, aside = subjects.stand(material, statement, entity)
    text = statement.simple
    behind = place + len(subjects.named_at(text, place, entity))
    if marks := _MARKS_BEHIND.match(text, behind):
        behind = marks.end()
    opens = _OPENS.fullmatch(text, start, place) is not None
    return opens and not aside and not choosing.leans(statement) and bool(_BROKE.match(text, behind))


def _of_a_stranger(material: Material, statement: Statement) -> bool:
    """Whether 她 or a final 它 is somebody or something that the statement does not name."""
    who = _STRANGER.search(statement.simple)
    return who is not None and all(key in material.firms for key in statement.entities)


_OPENING, _WELL_KNOWN = 16, 2
"""Characters of a sentence that is about whom it names there; articles that name whose officer is news."""
_PREDICATE = regex("(?![的之、和与及])[^，。；]{4,}")


@once_for_copies
def acts(material: Material, statement: Statement, entity: Entity) -> float:
    """How much the firm does there: 0 where a story could not turn on it, 1 for a deed."""
    text, place = statement.simple, subjects.stand(material, statement, entity).place
    behind = place + len(subjects.named_at(text, place, entity))
    if marks := _MARKS_BEHIND.match(text, behind):
        behind = marks.end()
    if _OFFICER.match(text, behind):
        return 0.25 if len(entity.documents) >= _WELL_KNOWN else 0.0
    if _ONLY_SAID.match(text, behind) and not text.startswith(('"', "“")):
        return 0.0
    if statement.acts_of(entity.key):
        return 1.0
    if _ANNOUNCES.match(text, behind):
        return 0.9
    if _OWN_DEED.match(text, behind):
        return 0.7
    if _DOES.match(text, behind) or _works(text, 0, place, behind):
        return 0.8
    if _SAYS.match(text, behind) or _HAS_DONE.match(text, behind) or _DOES_EN.match(text, behind):
        return 0.7
    if any(anchor.startswith("q:") for anchor in statement.anchors):
        return 0.6
    if _IS_NOW.match(text, behind) or _has_role(text, 0, place):
        return 0.5
    if _deals(text, place, behind):
        return 0.4
    # Whom several articles name is somebody in the story, whatever the sentence says of it.
    opens = place < _OPENING and _PREDICATE.match(text, behind)
    return 0.3 if len(entity.documents) > 1 and opens else 0.0
