"""Is it done, planned, or open? What a sentence says of the time ahead of it. Pure."""

from __future__ import annotations

from functools import lru_cache

from digest.language._scan import is_word, part_of_speech
from digest.language.cues import Cue, cue
from digest.language.lazy import regex
from digest.story.statements.material import Statement

UNSETTLED = cue(
    r"有待(?:[^，。；]{0,6}(?:观察|确认|查明|揭晓|公布|检验|验证|关注|裁决)|时间|进一步)|尚不清楚|尚未(?:公[布开]|确定|明确|查明|决定|披露|得知|结束|宣判|开庭|审结|定案|批准|获批|签署|达成|[作做]出|找到|恢复|落网|归案|解决)"
    r"|仍未(?:公[布开]|确定|明确|查明|决定|结束|获批|达成|找到|恢复|落网|归案|解决)|取决于|下落不明|原因不明|没有定论|还没有?(?:公[布开]|确定|结束)|仍不清楚|尚无(?:定论|结论|结果)"
    r"|协商[还仍]在|调查[还仍]在|谈判[还仍]在|诉讼[还仍]在|磋商[还仍]在|审理[还仍]在"
    r"|仍在(?:协商|调查|谈判|磋商|审理)|还在(?:协商|调查|谈判|磋商|审理)"
    r"|正在(?:[与和跟同][^，。]{1,14})?(?:谈判|协商|磋商|商谈|接受调查)"
    r"|未知数|悬而未决|还需(?:要)?(?:等待|观察)|拭目以待|不得而知"
    r"|(?:[还仍正]在|尚在)(?:考虑|研究|讨论|商议|评估|斟酌)(?:是否|要不要|该不该|会不会)"
    r"|还没有?(?:定(?![期点时])|决定|查明|出炉|排期)"
    r"|不排除(?!是|有)|(?:目前|暂时|尚|仍|还)(?:暂时)?(?:未知|未明|不明朗)"
    # An inquiry, a search, anything that is under way; not 正在调查的记者, 正在调查时.
    r"|正(?:在)?(?:全力|加紧|抓紧|积极|着手|进一步)?(?:调查|侦办|侦查|追查|排查|核查|搜集|搜救|搜寻|抢修|抢通|清查"
    r"|鉴定|核实|交涉|筹备|撤离|整改)(?![的时员组局处过])|[正仍还]在进行(?:中|[，。]|$)"
    r"|[仍还尚][需待须](?:要)?[^，。；]{0,12}(?:验证|证实|确认|研究|调查|观察|分析|查明|核实|面临|面对|审议|批准|通过)"
    r"|[还仍]要(?:看|继续|进一步|面对|面临|等待)|(?:仍然?|尚|还|目前|暂时?)无法(?:确定|确认|证实|判断|断定|得知|解释)"
    r"|没有?人(?:敢|能)(?:回答|保证|断言)|还?没有说下一步|会不会[^，。？]{1,14}，?(?:还|仍|是摆在)",
    r"yet to (?:be|say|decide|announce) | not yet (?:been )?(?:known|clear|decided|published|released)"
    r" | remains? (?:to be seen|unclear|unknown|uncertain|under investigation)"
    r" | it(?: is| was|['’]s) (?:not (?:yet )?(?:clear|known)|unclear|too early)"
    r" | is still (?:pending|being|in talks)"
    r" | is (?:still )?(?:studying|considering|weighing|debating) whether"
    r" | are (?:still )?(?:studying|considering|weighing|debating) whether"
    r" | is (?:awaiting|waiting to hear) | are (?:awaiting|waiting to hear)"
    r" | ha(?:s|ve) not (?:yet )?(?:said|decided|announced) (?:whether|when|if|how)\b"
    r" | is investigating | are investigating | is being investigated | under investigation\b"
    r" | has yet to | have yet to | no decision has been | no date has been"
    r" | far from over | do not yet know | does not yet know | is (?:still )?(?:ongoing|under ?way)\b"
    r" | are (?:still )?(?:ongoing|under ?way)\b | don['’]t (?:yet )?know (?:whether|when|if|how|why)\b"
    r" | doesn['’]t (?:yet )?know (?:whether|when|if|how|why)\b",
)
_PLANNED = (
    "plans? to | planned to | expected (?:to|within|by|in|on|later) | scheduled (?:to|for) | is due to"
    " | are due to | next (?:week|month|year) | aims? to | intends? to | would seek to | expects? an?"
    " | before the end of | is set to | are set to | is set for | expects? to | vow(?:s|ed) to"
    " | pledge[sd]? to | promise[sd]? to | said (?:it|they|he|she) would"
).split(" | ")
"""So, as a title has them, and in capitals."""
PLANS = cue(
    r"计划(?<![按项个的该此一其]计划)(?<![^A-Za-z][A-Z]计划)(?<!(?:战略|训练|购买|工作|研究|行动|商业)计划)(?!被|经济|书|主管|部|要|是|里|已|会员|成员|号码|积分|参[与加]者|资金|资料|数据|名单|经费|细节|内容|将(?:造成|导致|带来|受到|会|成为|继续)|[之以]?后|期间|时|同步|中的|的|[，。、；）)“”」』》]|$)|预计|[定订]于|预定(?=[于在将本下明今\d]|[一二三四五六七八九十]月)|料[于将在]|要等?到[^，。；]{1,8}才|打算(?<!的打算)|拟(?:于|将|在|定)|有望|下一步|(?:下周|下月|下个月|明年)(?!的\D)|未来(?:几|数|两|三|\d)"
    # Not 将调查结果公布, where 将 only turns the object round.
    r"|计[画畫](?=[于在将])|将(?:(?:全面|全力|进一步|积极|逐步|彻底|依法|一同|共同|再度?|再次)[^，。；]{2}|(?:配合|检查|评估|调查|审查|审议)(?!结果|报告|组|人|员|书|后)"
    r"|加强|收紧|采取|展开|起诉|提起|上诉|出庭|受审|出席|出局|召回|停产|停止|退出|离职|卸任|前往|裁员|关闭|取消|实施|支付|赔偿"
    r"|失去|丧失|追究|彻查|无缘|重新|改由|交由"
    r"|会|于|在|继续|接替|推出|举行|公布|召开|开始|启动|恢复|进行|成为|不再|很快|向"
    r"|开庭|审理|讨论|表决|投票|决定|发布|提交|接受|面临|生效|上市|完成|组建|扩大|延长|陆续|分批|正式|尽快)"
    r"|(?:可以?|有权|准备|拟)[^，。；可]{0,18}?(?:提[起出])?上诉(?![人期])|上诉期(?!间|已|满后)"
    r"|将[对与](?=[^，。]{2,40}(?:展开|进行|提出|合作|会谈))|承诺[^，。]{0,4}[年月]底[之以]?前"
    r"|(?:表示|宣布|宣称|承诺|强调)，?(?:公司|集团|双方|[他她]们?|未来|今后)?将(?![其他她它此该这那各]|[^，。；]{1,10}(?:视为|作为|列为|归咎|归因|称为))"
    r"|准备(?<!没有准备)(?<!做好准备)[^，。；的]{0,8}(?:起诉|诉讼|召开|推出|发布|出售|收购|退出|关闭|提交|提出|启动|展开)"
    r"|承诺(?=[^，。；]{0,4}(?:再|额外|拨款|投入|支付|赔偿|恢复|公开|配合))|预料(?=[^，。；]{0,8}[将会])"
    r"|(?:最早|最快|最迟|预期)(?:可能|可望|将|会)?[在于]|届时(?=[^，。；]{0,8}[将会可]|[^。；]{0,20}(?:揭晓|决定|公布))"
    r"|年底[之以]?前(?=[^，。]{0,6}[出公完启给])|月底[之以]?前(?=[^，。]{0,6}[出公完启给])"
    r"|(?:[年月]底|春节|元旦|国庆|五一|中秋|圣诞节?)(?:假期)?[之以]?[前后](?:会|将|要)",
    " | ".join(
        (r"will\b", *(way(told) for told in _PLANNED for way in (str, str.capitalize, str.title, str.upper)))
    ),
)


def is_open(statement: Statement) -> bool:
    """It tells what is planned or not known yet."""
    return is_unsettled(statement) or is_planned(statement)


def is_unsettled(statement: Statement) -> bool:
    """It tells what is not known yet."""
    return _is_unsettled(statement.folded)


@lru_cache(maxsize=65_536)
def _is_unsettled(folded: str) -> bool:
    found = UNSETTLED.search(folded)
    return found is not None and _IF.search(folded, 0, found.start()) is None


_IF = regex(r"(?:[如假倘]若|如果|若[^干]|一旦|要是)[^，。；]{0,40}$|\bif [^,.;]{0,90}$")
"""若6月30日前|仍未获批: what would follow, and no news of where it stands."""


def is_done(statement: Statement) -> bool:
    """It tells what has come to pass."""
    return _is_found(DONE, statement.folded) and not is_open(statement)


def is_planned(statement: Statement) -> bool:
    """It tells what somebody means to do, or what is due."""
    return _is_found(PLANS, statement.simple)


def is_due(statement: Statement) -> bool:
    """It tells what is planned, or what somebody will do, in whatever words: 股东大会将讨论.."""
    return is_planned(statement) or will_do(statement.simple)


@lru_cache(maxsize=16_384)
def will_do(simple: str) -> bool:
    """Whether 将 stands before a verb: 公司将|下架该产品; not 将|结果公布, 将|判决书送达, 名将."""
    return any(_opens_with_a_verb(simple, found.end()) for found in _WILL.finditer(simple))


def _opens_with_a_verb(simple: str, place: int) -> bool:
    ends = range(place + _LONGEST_VERB, place + 1, -1)
    end = next((end for end in ends if is_word(simple[place:end])), place)
    if part_of_speech(simple[place:end]) != "v" or simple[place:end] in _HAPPENS:
        return False
    return _OF_A_NOUN.match(simple, end) is None


_WILL = regex(
    "将(?<![名大主上中少小老健干麻强虎勇猛宿武战女神飞]将)(?![近来军领士门帅相其他她它此该这那各])(?:[也还都只均再]|会)?"
)
_LONGEST_VERB = 4
_OF_A_NOUN = regex(
    "[书案者员所人金款品物权组额率费团队女男车船]|儿童|孩子|老人|学生|司机|乘客|患者|[^，。；]?的"
)
"""Behind a verb that is part of a noun or describes one: 将|受困的9人|救出, 将|被害女子|拖走."""
_HAPPENS = frozenset(
    "导致 影响 意味着 意味 造成 引发 带来 产生 有助于 有利于 决定 取决于 使得 表示 出现 面对 值得".split()
)
"""What comes of something is nobody's plan."""


@lru_cache(maxsize=65_536)
def _is_found(kind: Cue, text: str) -> bool:
    return kind.search(text) is not None


DONE = cue(r"已经?|了(?!解)|完成|ed\b(?<=\w\w\wed)", "has | have | was | were", end=r"\b")
WAS_PLANNED = regex(
    # Not 曾退出市场的游戏, which only says which game.
    "曾(?!(?!经?(?:表示|说|称|计划|宣布|承诺|打算))[^，。；]{1,12}的)|当时|原计划|原定|此前"
    "|原(?:本|先|来)[^，。；]{0,4}(?:计划|打算|预计|预定|定于|拟|要|准备)|(?:计划|打算|拟)原本"
    "|had planned|had been"
    "|w(?:as|ere) (?:originally |also )?(?:scheduled|due|expected|supposed|set|planned|meant)"
)
"""A plan of before, which came to nothing or has been told to the end: 原定, was scheduled."""
