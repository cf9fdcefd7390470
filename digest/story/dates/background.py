"""Which dates in a sentence are not of what it tells: since when, until when, of which report. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from digest.language import datelines
from digest.language.dates import Mention
from digest.language.lazy import regex
from digest.story.statements import lexicon
from digest.story.statements.material import Moment

_QUOTED_WORK = regex(
    r"（[^（）]*(?:详见|参见|原文|报道|文章)[^（）]*）|\([^()]*(?:详见|参见)[^()]*\)|《[^《》]*》"
)


def without_sources(text: str, told: tuple[Mention, ...]) -> list[Mention]:
    """*told* without the dates of works that *text* cites and of the line that says where it was filed.

    Of 今天（9月7日） the day in brackets stands: the article may be printed a day later.
    """
    told = tuple(
        each
        for each, behind in zip_longest(told, told[1:])
        if behind is None
        or not behind.month
        or each.month
        or text[each.end : behind.start].strip() not in ("（", "(")
    )
    spans = [match.span() for match in _QUOTED_WORK.finditer(text)]
    spans.append((0, datelines.end(text, told)))
    return [each for each in told if not any(start <= each.start < end for start, end in spans)]


_SINCE_AFTER = regex(
    r"^[初底末]?(?:以来|至今|算起|开始|起(?!火|诉|飞|来|床|义)|之前|前(?!往|后|任|来)|以前|年代|之?后(?!来)"
    r"|同期|相比|[^，。；]{0,3}岁|[^，。；的]{2,8}以来)"
)
_SINCE_BEFORE = regex(
    r"(?:自|从|自从|截至|截至今[天日]|截止|直到|早在|到|至|迄|[较比]于?)[ ]?$"
    r"|\b(?:since|until|till|by|before|after|from|as of|for)[ ]$",
    re.I,
)
_START_BEFORE = regex(r"(?:到了|早在)[ ]?$")


_THEN_AT = regex("[，；]到[ ]?$")
_HELD = regex("份?[初底中]?[^，。；]{0,14}(?:举行|召开|开庭|宣布|公布|发布|提出|作出|宣判|签署)")
"""..提出上诉，到|11月|法庭举行听证会: told forward, not until when."""
_FROM, _BEGAN = regex("(?:从|自从?|早在)$"), regex("份?[初中底]?(?:便|就|即)(?:已经?)?(?:开始|起步|启动)")
"""伪造从|2019年4月|便已开始: when it began, and no mere since."""
_EFFECT = regex("起?(?:正式)?生效")


def is_background(text: str, mention: Mention) -> bool:
    """Whether the date says since when, until when or of which report: not when what is told happened."""
    behind = text[mention.end : mention.end + 24]
    if ends_at(text, mention.start, _FROM) and _BEGAN.match(behind):
        return False
    if _SINCE_AFTER.match(behind) or _PERIOD.match(behind) or _DOCUMENT.match(behind):
        return True
    if mention.until and _OF_PERIOD.match(behind):
        return True
    if _ASKED.match(behind):
        return True
    if _EFFECT.match(behind) and text[: mention.start].rstrip().endswith("，"):
        return True  # 宣布他遭到撤换，1月13日正式生效: he was removed before
    if mention.relative.endswith("-later") and behind.startswith("的"):
        return True  # 五个月后的处罚
    if ends_at(text, mention.start, _THEN_AT) and _HELD.match(text, mention.end):
        return False
    if ends_at(text, mention.start, _SINCE_BEFORE) and not ends_at(text, mention.start, _START_BEFORE):
        # 直到5月17日才下线: that is when it happened.
        return not (ends_at(text, mention.start, _UNTIL) and _ONLY_THEN.match(behind))
    if mention.relative.endswith("-later") and _goes_on(text, mention.start):
        return True
    if ends_at(text, mention.start, _DRAWN_FROM) and _WHAT_IS_DRAWN_FROM.match(text, mention.end):
        return True
    if ends_at(text, mention.start, _REASON_BEFORE) and _REASON_AFTER.match(text, mention.end):
        return True
    if mention.start == 0 and mention.month is None and _SAYS_WHICH.match(text, mention.end):
        return True
    return _of_saying(text, mention) or _SPAN_EN.match(mention.surface) is not None


_SAYS_WHICH = regex("[^，。；]{2,24}的[^，。；的]{1,14}(?<![上中里内时后前间场会期天日月年])，")
"""2024年夺冠的林小满，周一没有到场: the year says which one, and its sentence is of another time."""


def is_to_come(text: str, start: int, end: int) -> bool:
    """Whether the clause around a date says that it has not come yet: 将在12月8日拍卖, may sign on May 10."""
    if ends_at(text, start, _PLANNED) or _PLANNED_AFTER.match(text, end):
        return True
    if _BY_THEN.match(text, end) and ends_at(text, start, _PLANNED_BEFORE):
        return True
    return _PLANNED_EN.search(text, 0, start) is not None


_PLANNED = regex(
    "(?:将|拟|[定订]|预计|预定|计划|有望|料)(?:于|在|到)?[^，。；]{0,3}$"
    "|(?:[要得]看|(?:建议|呼吁|敦促)[^，。；]{0,6}[在于])$"
)
_PLANNED_AFTER = regex(
    "，?[^，。；宣布告称说示]{0,14}(?:预计|有望|拟[于将在]|将(?:[在于会]|投票|表决|开[庭始幕业放]|举行|召开"
    "|公布|宣布|提交|作出|启动|恢复|生效|到期|决定|审理|发布|推出|完成|进行|接任|卸任|离任|上市|拍卖|停[止业产]))"
    "|[底初中末]?旬?[之以]?前[^，。；了已曾]{0,3}(?:会|将|要|须|需|应|可望|可以)"
)
_PLANNED_BEFORE = regex(
    "(?:承诺|答应|保证|力争|争取|预计|要求|必须|须|应|(?<![董事工协商理监大议机委布国])会)[^，。；]{0,8}$"
)
_BY_THEN = regex("[底初中末]?旬?[之以]?前")
"""承诺|9月|底前复检."""
_PLANNED_EN = regex(
    r"\b(?:will|may|due|expect(?:ed|s)?|plan(?:s|ned)?|hope[ds]?|intend(?:s|ed)?|aim(?:s|ed)?|scheduled"
    r"|set (?:to|for)) [^,;.]{0,70}$"
    r"|\b(?:lapses|expires|(?:re)?opens|begins|starts|ends|closes|resumes|takes effect|runs out)"
    r"(?: [\w'’-]+){0,4}? (?:on )?$"
)


def is_loose(text: str, mention: Mention) -> bool:
    """Whether 今天 means nowadays or the speaker's day, not the day of what is told: 今天的年轻人, 今天5G."""
    if mention.surface not in ("今天", "今日"):
        return False
    return _TODAY.match(text, mention.end) is None or _OF_LATE.search(text, mention.end) is not None


_TODAY = regex(
    "，(?!再|谁|我|你)|[上下]午|凌晨|晚间?|[(（]|[^，。；我你]{0,12}(?:宣布|公布|公告|发布|通知|通报|召开|举行|开幕|启用|开通"
    "|揭晓|成立|签署|裁定|判决|宣判|抵达|获批|证实|回应)"
)
"""Behind a 今天 that is a day: what happened on it."""
_OF_LATE = regex("越来越|日益|依然|仍然|早已|随处|不再是")
"""今天，.. tells how things are, not what happened."""


def is_quoted(text: str, start: int) -> bool:
    """Whether *start* lies between quotation marks: 十天前 there is counted from when it was said."""
    before = text[:start]
    return before.count('"') % 2 == 1 or any(
        before.count(left) > before.count(right) for left, right in ("“”", "「」", "『』")
    )


def counts_from_its_own(text: str, mention: Mention) -> bool:
    """调查公布|两天后, 发布会|当天, 发给他之后，|三天后: from what the sentence itself tells."""
    if text.isascii():
        return False
    before = text[: mention.start]
    return not _OPENS.search(before) or _AFTER.search(before) is not None


_OPENS = regex(
    "(?:^|[，；。：:“,;])[“ ]?(?:但|而|可|不过|然而|只|仅|于是|结果|随后|他们?|她们?|公司|双方|两人)?[，, ]?"
    "(?:(?:也|正|就|才|又|都)?是?在|到了|直到|仅仅?|短短|不到|过了?)?[ ]?$"
)
_AFTER = regex("后[，,]")

_SPAN_EN = regex(r"(?:for|since|until|from|by) ", re.IGNORECASE)
"""Of English the preposition is part of the date."""
_PERIOD = regex(r" ?(?:至|到|[-–—~～－]) ?[^，。；]{1,12}?[年月日号](?:期间|之间|间|[之以]?内|的)")
"""2024年10月|至2025年5月期间做过检查的患者: which patients, not when."""
_OF_PERIOD = regex("期间|之间|间|[之以]?内|[^，。；]{0,8}的")
_DOCUMENT = regex("[^，。；]{0,6}的[^，。；]{1,24}(?:显示|表明)|[^，。；]{0,4}的[那这](?:场|次|起)")
"""一份2月|的内部库存表显示: when it was drawn up; 1月17日凌晨|的那场火: known from before."""
_ASKED = regex("[^，。；]{0,6}(?:是否|能否|有没有)")
"""去年底|是否收到过举报: whether it happened is the question."""
_UNTIL, _ONLY_THEN = regex("直?到 ?$"), regex("[^，。；]{0,6}才")
_REASON_BEFORE = regex("(?:与|和|跟|因|由于|源于)(?:其|他|她|公司)? ?$")
_REASON_AFTER = regex("[^，。；]{2,24}(?:有关|无关|所致|而(?!且|是))")
"""与其|去年11月|向董事会示警不果有关: what came before."""


_SAYS_AFTER = regex(r"[上下]?[午晚早]?间?(?:在[^，。]{1,8})?(?:表示|说(?!服)|称(?!为)|指出|透露|强调|回应)")
_SAYS_BEFORE = regex(r"\b(?:said|says|told|added|wrote|reported)\b(?: \w+){0,3}(?: on)? $", re.I)


_REPORT_BEFORE = regex(r"[据按照][^，。；]{0,10}$")
_DRAWN_FROM = regex("(?:^|[，。；])(?:根据|依据|按照|依照)[^，。；称说]{1,10}$")
_WHAT_IS_DRAWN_FROM = regex("[^，。；]{2,30}的[^，。；的]{1,12}，")
"""根据海岬社|6日|依照监控还原的路线，他..: when the source was drawn up, not when he did it."""
_REPORT_AFTER = regex(r"[^，。；]{0,4}的?(?:报道|消息|报告|统计|说法|数据)")
_ANNOUNCED = regex(
    r"宣布|公告|宣告|发布(?:公告|声明)|声明|介绍|通报称|表示|透露|回忆|确认|证实|\bannounced\b|\bsaid\b"
    r"|\bconfirmed\b",
    re.IGNORECASE,
)
_HAD_BY_THEN = regex("已经?[于在](?:当地时间)?$")
"""31日确认，..他|已于|30日抵达: the day in question, however much stands between."""


_RELATIVE = regex(r"\b(?P<noun>\w+) (?:that|which|who) [^,;.]{2,40} $")
_CONJUNCTION = regex(
    r"(?:sa(?:id|ys?)|t(?:old|ells?)|add(?:ed|s)|wr(?:ote|ites)|announce[ds]?|report(?:ed|s)|confirm(?:ed|s)"
    r"|f(?:ound|inds)|show(?:ed|s)|claim(?:ed|s)|argue[ds]?|insist(?:ed|s)|warn(?:ed|s)|den(?:ied|ies)|rule[ds]"
    r"|reveal(?:ed|s)|conclude[ds]|\w+day|it|them|him|her|us|me)$",
    re.IGNORECASE,
)
"""said that, on Thursday that: what follows is what the sentence tells."""


def in_relative_clause(text: str, moment: Moment) -> bool:
    """the club that folded |last month| lodged..: behind it the sentence itself goes on."""
    opened = _RELATIVE.search(text, 0, moment.start)
    if opened is None or _CONJUNCTION.match(opened["noun"]):
        return False
    return text[moment.end : moment.end + 1] in (" ", ",")


_PARTICIPLE = regex(r"[A-Z][a-z]+(?:ed|un|uilt|ade|orn)(?: [a-z]+){0,2} ?$|Set up ?$")
"""Founded |in 2016|, Tide went public: what came before it all."""


def of_the_event(moments: list[Moment], text: str) -> list[Moment]:
    """公司昨日公告，他已在12月1日退休: the event has a day of its own, not the announcement's."""
    dated = [moment for moment in moments if not moment.since]
    if len(dated) < 2:
        return moments
    first, second = dated[:2]
    if _PARTICIPLE.match(text, 0, first.start) and text[first.end : first.end + 1] == ",":
        return [replace(moment, since=True) if moment is first else moment for moment in moments]
    between = text[first.end : second.start]
    if in_relative_clause(text, first):
        return [replace(moment, since=True) if moment is first else moment for moment in moments]
    had_by_then = _HAD_BY_THEN.search(between)
    if len(second.date) < len(first.date) and _OF_A_YEAR.match(text, second.end) and not had_by_then:
        return moments  # 公司去年11月宣布，他放弃2019年的奖金: which, not when
    if between.count("，") > 1 and not had_by_then:
        return moments  # 公司昨日发声明，称产品合格，又指4月12日..: what it said is the event
    if not _ANNOUNCED.search(between) or (lexicon.acts(between) and not had_by_then):
        return moments
    return [replace(moment, since=True) if moment is first else moment for moment in moments]


_OF_A_YEAR = regex("度?的[^，。；]{1,12}(?:[，。；]|$)")


_LONGEST_BEFORE = 14
"""Characters that what is looked for before a date can have at most."""


def ends_at(text: str, place: int, pattern: re.Pattern[str]) -> bool:
    """Whether something of *pattern*, which ends in ``$``, stands right before *place*."""
    return pattern.search(text, max(0, place - _LONGEST_BEFORE), place) is not None


_TOLD_US = regex("[^，。]{0,4}(?:[对向]|告诉)我们")
_REPORTED = regex("，?有?(?:媒体|外媒|消息)[^，。据]{0,4}(?:报道|透露|称)")
"""2023年12月，|媒体报道称: the day of the report."""
_INTERVIEWED = regex(
    "[，,]?(?:有|某|[一两三多几数]+[名位])[^，。；]{0,14}(?:员工|人士|网友|居民|市民|村民|乘客|旅客|店员|客服|顾客|消费者|学生|家长|家属|患者|司机|店主)[^，。；]{0,4}"
    "(?:告诉|[对向][^，。；]{2,14}?(?:表示|透露|称|说|爆料|介绍))"
    "|[，,]?[^，。；]{0,12}(?:告诉|回复|答复)[^，。；]{0,10}(?:记者|本[报刊网台]|资本局|日报|晚报|早报|时报|周刊|新闻|财经)"
)
"""7月5日，|一位在职员工告诉记者，..: the day of the interview."""
_REPORT_EN = regex(
    r" (?:preliminary |interim |final |official |initial )?report\b(?! (?:was|is|came|has|had|will|by) )"
)
"""in the |11 July| report: when it was drawn up, not when the crew spoke."""
_ANNOUNCES = regex(r",? (?:that )?(?:it|they|he|she|the company) (?:would|will)\b|，?(?:将|决定|拟)")
"""said on Thursday |it would set aside: the announcement is the event."""


def _of_saying(text: str, mention: Mention) -> bool:
    """朱凤莲3日表示, said on Tuesday: when it was said, not when what is said happened."""
    if ends_at(text, mention.start, _REPORT_BEFORE) and _REPORT_AFTER.match(text, mention.end):
        return True
    if _TOLD_US.match(text, mention.end) or _REPORTED.match(text, mention.end):
        return True
    if _INTERVIEWED.match(text, mention.end) or _REPORT_EN.match(text, mention.end):
        return True
    if mention.month or mention.year or mention.relative not in ("", "latest"):
        return False
    said = _SAYS_AFTER.match(text, mention.end)
    if said is None and _SAYS_BEFORE.search(text[: mention.start]) is None:
        return False
    return _ANNOUNCES.match(text, said.end() if said else mention.end) is None


def _goes_on(text: str, place: int) -> bool:
    """What is told before *place* happened earlier: 它罢免了他，|五天之后又请他回来."""
    comma = max(text.rfind(mark, 0, place) for mark in "，,；;")
    return comma > 0 and bool(lexicon.acts(text[:comma]))
