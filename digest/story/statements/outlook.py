"""Is it done, planned, or open? What a sentence says of the time ahead of it. Pure."""

from __future__ import annotations

from functools import lru_cache

from digest.language.cues import Cue, cue
from digest.story.statements.material import Statement

UNSETTLED = cue(
    r"有待(?:观察|确认|查明|时间|进一步)|尚不清楚|尚未(?:公[布开]|确定|明确|查明|决定|披露|得知|结束)"
    r"|仍未(?:公[布开]|确定|明确|查明|决定|结束)|还没有?(?:公[布开]|确定|结束)|仍不清楚|尚无(?:定论|结论|结果)"
    r"|协商[还仍]在|调查[还仍]在|谈判[还仍]在|诉讼[还仍]在|磋商[还仍]在|审理[还仍]在"
    r"|仍在(?:协商|调查|谈判|磋商|审理)|还在(?:协商|调查|谈判|磋商|审理)"
    r"|正在(?:[与和跟同][^，。]{1,14})?(?:谈判|协商|磋商|商谈|接受调查)"
    r"|未知数|悬而未决|还需(?:要)?(?:等待|观察)|拭目以待|不得而知"
    r"|(?:[还仍正]在|尚在)(?:考虑|研究|讨论|商议|评估|斟酌)(?:是否|要不要|该不该|会不会)"
    r"|还没有?(?:定(?![期点时])|决定|查明|出炉|排期)"
    r"|不排除(?!是|有)|(?:目前|暂时|尚|仍|还)(?:暂时)?(?:未知|未明|不明朗)"
    r"|没有?人(?:敢|能)(?:回答|保证|断言)|还?没有说下一步|会不会[^，。？]{1,14}，?(?:还|仍|是摆在)",
    r"yet to (?:be|say|decide|announce) | not yet (?:been )?(?:known|clear|decided|published|released)"
    r" | remains? (?:to be seen|unclear|unknown|uncertain|under investigation)"
    r" | it(?: is| was|['’]s) (?:not (?:yet )?(?:clear|known)|unclear|too early)"
    r" | is still (?:pending|being|in talks)"
    r" | is (?:still )?(?:studying|considering|weighing|debating) whether"
    r" | are (?:still )?(?:studying|considering|weighing|debating) whether"
    r" | is (?:awaiting|waiting to hear) | are (?:awaiting|waiting to hear)"
    r" | ha(?:s|ve) not (?:yet )?(?:said|decided|announced) (?:whether|when|if|how)\b",
)
_PLANNED = (
    "plans? to | planned to | expected to | scheduled (?:to|for) | is due to | are due to"
    " | next (?:week|month|year) | aims? to | intends? to | would seek to | expects? an? | before the end of"
    " | is set to | are set to | is set for | expects? to"
).split(" | ")
"""So, as a title has them, and in capitals."""
PLANS = cue(
    r"计划(?<![按项个的该此一其]计划)(?<![^A-Za-z][A-Z]计划)(?<!(?:战略|训练|购买|工作|研究|行动|商业)计划)(?!被|经济|书|主管|部|要|是|里|已|[之以]?后|期间|时|同步|中的|的|[，。、；）)“”」』》]|$)|预计|[定订]于|预定[于在]?|料[于将在]|要等?到[^，。；]{1,8}才|打算(?<!的打算)|拟(?:于|将|在|定)|有望|下一步|(?:下周|下月|下个月|明年)(?!的\D)|未来(?:几|数|两|三|\d)"
    r"|将(?:会|于|在|继续|接替|推出|举行|公布|召开|开始|启动|恢复|进行|成为|不再|很快|向"
    r"|开庭|审理|表决|投票|决定|发布|提交|接受|面临|生效|上市|完成|组建|扩大|延长|陆续|分批|正式|尽快)"
    r"|(?:可以?|有权|准备|拟)[^，。；可]{0,18}?(?:提[起出])?上诉(?![人期])|上诉期(?!间|已|满后)"
    r"|将对(?=[^，。]{2,8}(?:展开|进行|提出))|承诺[^，。]{0,4}[年月]底[之以]?前"
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
    return _is_found(UNSETTLED, statement.folded)


def is_done(statement: Statement) -> bool:
    """It tells what has come to pass."""
    return _is_found(DONE, statement.folded) and not is_open(statement)


def is_planned(statement: Statement) -> bool:
    """It tells what somebody means to do, or what is due."""
    return _is_found(PLANS, statement.simple)


@lru_cache(maxsize=65_536)
def _is_found(kind: Cue, text: str) -> bool:
    return kind.search(text) is not None


DONE = cue(r"已经?|了(?!解)|完成|ed\b(?<=\w\w\wed)", "has | have | was | were", end=r"\b")
