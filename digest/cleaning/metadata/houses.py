"""Who published an article, from the lines around the body. Pure.

A line that says it comes first, then the account above the text, the page's own
claim, a well-known outlet's address or marks, the masthead. A domain is nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata import accounts, bylines, outlets
from digest.cleaning.metadata.bylines import HEAD, HOST, SIGNED, closing, spoken_first
from digest.cleaning.metadata.twice import said_again
from digest.language.lazy import regex
from digest.language.months import MONTH_EN, WEEKDAY_EN
from digest.language.script import simplify
from digest.model import Metadata

_SOURCE = regex(
    r"(?:^|[\s(（【\[|｜]|\u3000)(?:本文|文章|稿件|信息|内容|新闻)?"
    r"(?:来\s?源|稿源|出处|来自|转自|转载自|首发于?|原载于?|source|via)\s*"
    r"(?:[:：|｜丨/]|于[:：])\s*"
    r"(?P<name>[^|｜丨\s:：,，。()（）\[\]【】]{2,24}(?: [A-Za-z][^|｜丨:：,，。()（）]{0,30})?)",
    re.I,
)
_ACCOUNT_DATE = regex(
    r"^(?P<name>[^\s\d:：|｜·•,，。]{2,16})[\s|｜·•\u3000]+(?:发布于|发表于)?\s*(?:19|20)\d\d\s*[-/.年]"
)
_DATE_PAPER = regex(
    r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*星期.)?[\s|｜·•\u3000]+"
    r"(?P<name>[\u4e00-\u9fffA-Za-z]{1,12}(?:[报報网網社台刊]|新闻|新聞|财经|財經|在线|在線|周刊|杂志|观察|频道|中文))(?=$|[\s|｜])"
)
"""Behind a date alone only what calls itself a paper, a station, a site."""
_NAMED = r"[“\"「『《【‘]?(?P<name>[^\s“”\"「」『』《》【】‘’（）()\[\]，,。；;:：|｜/]{2,16})[”\"」』》】’]?"
_FROM = r"(?:来自|来源于?|转自|转载[自于]|首发[自于在]?|原载于?|原?刊[载发登]?于|源自|出自|摘自)"
_REPRINTED = regex(
    rf"{_FROM}\s*[:：]?\s*(?:(?:微信)?(?:公众号|订阅号|服务号)|头条号|百家号|知乎专栏)\s*[:：]?\s*{_NAMED}"
    rf"|以下(?:文章|内容){_FROM}\s*{_NAMED.replace('name', 'above')}\s*[，,]\s*作者"
)
"""本文转载自微信公众号“某某”: an account, which has no page but this."""
_FIRST_IN = regex(
    rf"(?:本文|此文|原文|该文|文章|全文|本篇)(?:最初|首先)?{_FROM}\s*[:：]?\s*(?:网站|杂志|媒体)?\s*{_NAMED}"
    r"(?=\s*(?:[（(，,。；;|｜~]|$))"
)
"""本文首发于《某某》, on a page that does not say whose it is."""
_DATE_HOUSE = regex(
    r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\s|｜·•\u3000]+(?:来自\s?)?(?P<name>[\u4e00-\u9fffA-Za-z][^\s:：|｜·•,，。()（）]{1,15})(?=$|[\s|｜\u3000])"
)
_PAPER_DATE = regex(
    r"^(?!(?:By|Written|Posted|Published|Updated|On|In|Last)\b)"
    r"(?!(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b)"
    r"(?P<name>[A-Z][A-Za-z.&'’-]*(?:\s+[A-Za-z.&'’-]+){0,4})\s*[|·•,—–]\s*"
    rf"(?:{WEEKDAY_EN},?\s+)?"
    rf"(?:\d{{1,2}}\s+)?{MONTH_EN}\s+(?:\d{{1,2}},?\s+)?(?:19|20)\d\d"
)
_PAPER_LAST = regex(r"(?:19|20)\d\d\s*[|·•]\s*(?P<name>(?:The )?[A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*){0,4})$")
_BY_HOUSE = regex(r"^[Bb]y [A-Z][^,|]{3,40}, (?P<name>[A-Z]{3,5})$")
_DIGIT = regex(r"\d")
_STATISTICS = regex(r"文章数|关注度|粉丝|篇文章|followers", re.I)
_HOLDER = regex(
    r"(?:©|\(c\)|copyright|版权所有)[\s©(c)]*(?:by\s+)?(?:(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)?\d\d|present))?)?"
    r"[\s,.:：]*(?:by\s+)?"
    r"(?P<name>[A-Za-z\u4e00-\u9fff][^|｜©,，。.\d]{1,40}?)"
    r"\s*(?=$|[|｜,，。]|\.(?!\w)"
    r"|[\s\u3000]+(?:技术|主办|承办|地址|电话|邮编|备案|[京沪粤浙苏鲁川渝津冀豫鄂湘闽皖赣陕辽吉黑]icp)"
    r"|版权|all rights|保留|未经|授权|\s[\w-]+\.(?:com|cn|net|org|example)|(?:ltd|inc|llc|co)\b)",
    re.I,
)
_HOLDER_FIRST = regex(r"\s*(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,16}?)\s*版权所有")
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|中国|海外|美国|日本|英国"
)
"""Where a platform says that the author is; it publishes nothing."""
_NO_HOUSE = regex(
    r"^本|^(?:原创|互联网|综合|本站|未知|其他|(?i:百度|baidu).{0,30}|微博视频号|微博.{0,4}|超话.{0,10}|.{1,8}客户端|整理|举报|发布|编辑|作者|reserved|rights)$|^网络.{0,4}$|^\d|责任|编辑|记者|^(?i:iphone|ipad|android|安卓|手机|网页|电脑|华为|小米|红米|oppo|vivo|荣耀|pc|hd)"
    rf"|^(?:{_PROVINCES})$|著作权|授权|转载|所有|时间|日期|未经|不得|禁止|推荐文章|只看|楼主|创作者|人气|赞同|关注"
    r"|[于於]$|公司.{0,4}$|^(?:www|https?)$|^\W*$|星期|上午|下午|[年月日]$"
    r"|^(?i:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?|you|back to .*|uhr"
    r"|horas?|heures?"
    r"|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|sat|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)$"
    # What stands behind a time beside a publisher: a counter, or the rest of the time itself.
    r"|^\+|^字[级号体]|^(?:阅读|浏览|点击|观看|播放)[数量次]?$|^(?:阅读|浏览|点击|评论|人气|热度|字号|(?i:views?|reads?|comments?|[ap]\.?m\.?)|[ECMP][SD]?T|GMT|UTC|BST|CEST)$"
)


def publisher(
    rows: Sequence[Row], fates: Sequence[str], metadata: Metadata, wrote: Iterable[str] = ()
) -> str | None:
    """Who published it: a source line, the account's name, the signature, the page's claim, its masthead."""
    wrote = set(wrote)
    if (signed := accounts.signed(rows, metadata.publisher)) is not None:
        return signed.account
    named = (
        _stated(rows, fates, wrote)
        or _below_label(rows, wrote)
        or metadata.publisher
        or _creator(rows, fates)
    )
    if named:
        # 每经 for 每日经济新闻: two characters are a house's short name for itself.
        return (outlets.named(simplify(named)) if len(named) <= _SHORT else None) or named
    return (
        _account_box(rows)
        or (outlets.at_address(metadata.url) if metadata.url else None)
        or outlets.shown(rows, fates)
        or _first_in(rows, fates)
        or _beside_name(rows, fates, wrote)
        or _behind_title(rows)
        or _masthead(rows, fates, wrote)
        or _channel(rows)
        or _thanked(rows)
        or _of_its_reporters(rows, fates)
        or _in_lead(rows, fates)
        or _beside_day(rows, fates, wrote)
    )


_PRESS = r"(?:[日晚时早晨周商导学工法市]报|新闻[网台]?|社|网|电视台|电台|周刊|在线|财经|娱乐|体育|科技)"
"""How papers, stations and sites end their names."""
_OF_LEAD = regex(
    rf"[【〔（(]\s*(?P<name>[\u4e00-\u9fffA-Za-z]{{1,8}}?{_PRESS})\s*[】〕）)]"
    r"|[【〔（(]\s*(?P<dated>[\u4e00-\u9fffA-Za-z]{2,8}?)(?:(?:19|20)\d\d年)?"
    r"\d{1,2}月\d{1,2}日专?讯\s*[】〕）)]"
    rf"|(?P<bare>[\u4e00-\u9fffA-Za-z]{{1,6}}{_PRESS})(?:\d{{1,2}}月\d{{1,2}}日)?讯(?=[\s（(，,])"
)
_PRESS_ALONE = regex(rf"(?P<name>[\u4e00-\u9fffA-Za-z]{{1,10}}{_PRESS})")


def _in_lead(rows: Sequence[Row], fates: Sequence[str]) -> str | None:
    """【某某新闻台】, 某某网3月4日讯: in front of the first sentence a house names itself."""
    first = next((row for row, fate in zip(rows, fates, strict=True) if fate == "body"), None)
    found = _OF_LEAD.match(first.written) if first else None
    if first is None or found is None or _NO_HOUSE.search(found[found.lastgroup or 0]):
        return None
    return first.text[slice(*found.span(found.lastgroup or 0))]


def _beside_day(rows: Sequence[Row], fates: Sequence[str], wrote: set[str]) -> str | None:
    """A name alone above the text that ends as those of papers do, beside the line of its day."""
    body = next((at for at, fate in enumerate(fates) if fate == "body"), 0)
    for at in range(1, body):
        row = rows[at]
        beside = "byline" in fates[at - 1 : at + 2 : 2] and fates[at] == "removed"
        short = beside and row.size <= _LONGEST_PRESS
        found = _PRESS_ALONE.fullmatch(row.written.strip()) if short else None
        if found and row.text.strip() not in wrote and not _NO_HOUSE.search(row.written):
            return row.text.strip()
    return None


_LONGEST_PRESS = 12


_TOLD_REPORTER = regex(
    r"(?:告诉|告知|接受|对|向|[，。“])(?P<name>[\u4e00-\u9fff]{1,6}(?:报|社|网|周刊|新闻|时报|日报|晚报|电视台)|财新|澎湃|界面)"
    r"(?:首席|见习|实习)?记者"
)
"""A paper calls its own reporter by its own name, where he asks and is told."""
_OFTEN = 2


def _of_its_reporters(rows: Sequence[Row], fates: Sequence[str]) -> str | None:
    """The paper whose reporters were told, when more than once and no other's."""
    body = [row for row, fate in zip(rows, fates, strict=True) if fate == "body" and "记者" in row.written]
    told = [
        row.text[slice(*found.span("name"))] for row in body for found in _TOLD_REPORTER.finditer(row.written)
    ]
    return told[0] if len(told) >= _OFTEN and len(set(told)) == 1 else None


_LABEL = regex(
    r"(?:\d\.\s?)?(?:(?:媒体|新闻|文章|稿件|信息|本文)?来源|(?:来源|首发)媒体|published (?:by|in)|source)"
    r"\s*[:：]"
)


_IS_NAME = regex(r"[^|｜:：，,。；;\d]{2,40}")


def _below_label(rows: Sequence[Row], wrote: set[str]) -> str | None:
    """The house on the line below "1.媒体来源:", as a board wants it named."""
    for label, row in pairwise(rows[: 2 * HEAD]):
        if label.fold[-1:] not in ":：" or len(row.text) > _LONGEST_HOUSE or row.stops:
            continue
        if _LABEL.fullmatch(label.fold) and _IS_NAME.fullmatch(row.text.strip()):
            name = row.text.strip()
            return None if name in wrote or _NO_HOUSE.search(row.written) else name
    return None


def _stated(rows: Sequence[Row], fates: Sequence[str], wrote: set[str]) -> str | None:
    bylines = [row for row, fate in zip(rows, fates, strict=True) if fate == "byline"]
    for pattern in _STATED if bylines else ():
        for row in bylines:
            found = pattern.search(row.written)
            if found is None:
                continue
            group = found.lastgroup or "name"
            name = row.text[slice(*found.span(group))].strip(" /／∕|｜-")
            if name and name not in wrote and not _NO_HOUSE.search(found[group].strip()):
                return _HOUSE_END.sub("", name)
    for row in closing(rows, fates):
        signed = SIGNED.search(row.text) if "编译" in row.text else None
        if signed:
            return signed["house"]
    return None


def _first_in(rows: Sequence[Row], fates: Sequence[str]) -> str | None:
    """Where a reprint says that the text stood first."""
    for row, fate in zip(rows, fates, strict=True) if "byline" in fates else ():
        found = _FIRST_IN.search(row.written) if fate == "byline" else None
        if found and not _NO_HOUSE.search(found["name"]):
            return row.text[slice(*found.span("name"))]
    return None


_HOUSE_END = regex(
    r"(?<=[\u4e00-\u9fff]{2})[\s]*(?:综合(?:报道|报导|整理)?|綜合(?:報道|報導|整理)?|整理|编译组|编译部"
    r"|编译团队|编辑部|网页版|手机版|客户端|and (?:news )?agencies|官方[账帐][号户]|官方帳號)$"
)
"""How the house put it together is no part of its name."""
_ACCOUNT = regex(
    r"(?:公众号|视频号|头条号)\s*[:：]?\s*[“「《]?(?P<name>[^\s“”「」《》（）(),，:：；;。|｜]{2,16})[”」》]?\s*[（(]id",
    re.I,
)
_REPORTERS_OF = regex(
    r"(?:^|[\s【（(])(?P<name>[\u4e00-\u9fffA-Za-z0-9]{1,8}[报網网社刊台闻讯经新聞周刊末]{1,2}|[A-Z]{2,6}\s?中文|财新|澎湃|界面)"
    r"\s*(?:首席|资深|见习|特约|驻.{2,4})?(?:记者|编译|特派员)"
)
_STATED = (
    _SOURCE, _ACCOUNT, _REPORTERS_OF, _ACCOUNT_DATE, _DATE_HOUSE, _DATE_PAPER, _PAPER_DATE, _REPRINTED,
    _BY_HOUSE,
)  # fmt: skip
"""How a byline names its house, the surest first."""
_CREATED = regex(r"(?:创作者|官方账号|认证作者|头条号作者)\s+(?P<name>[^\s|｜·:：，。]{2,16})$")
_IS_CREATOR = regex(r"(?:创作者|官方账号|认证作者)$")
_OWN_ACCOUNT = regex(r"(?P<name>[^\s|｜·:：，。]{2,16}?)(?:官方账号|官方帐号|的?账号)")
"""太行晚报官方账号, below the name itself."""
_AGE = regex(r"\s*(?:\d{1,3}|刚)\s*个?(?:分钟|小时|天|周|月|年)?(?:之?前|刚)")


def _creator(rows: Sequence[Row], fates: Sequence[str]) -> str | None:
    """The account that a platform shows above the text, with what it is known for."""
    for at, (row, fate) in enumerate(zip(rows[:HEAD], fates, strict=False)):
        if fate == "body":
            break
        if "创作者" not in row.written and "官方账号" not in row.written and "认证作者" not in row.written:
            continue
        behind = _CREATED.search(row.written)
        if behind and not _NO_HOUSE.search(behind["name"]):
            return row.text[slice(*behind.span("name"))]
        own = _OWN_ACCOUNT.fullmatch(row.written)
        if own and any(other.written.strip() == own["name"] for other in rows[:at]):
            return row.text[slice(*own.span("name"))]
        if _IS_CREATOR.search(row.written) and at and fates[at - 1] == "removed":
            above = _AGE.split(rows[at - 1].text)[0].strip()
            if 2 <= len(above) <= 14 and not re.search(r"[\s，。:：|｜]", above):
                return above
    return None


_NAME_AND_HOUSE = regex(r"(?P<author>[^|｜]{2,30}?)\s*[|｜]\s*(?P<name>(?:The )?[A-Z][^|｜]{2,40})")


def _beside_name(rows: Sequence[Row], fates: Sequence[str], wrote: set[str]) -> str | None:
    """Jane Doe | The Daily Harbor; or the paper on the line below its writer."""
    for at, row in enumerate(rows[:HEAD]):
        beside = _NAME_AND_HOUSE.fullmatch(row.text.strip()) if not row.han else None
        if beside and beside["author"] in wrote:
            return beside["name"].strip()
        last = _PAPER_LAST.search(row.text) if fates[at] == "byline" and not row.han else None
        if last and bylines.is_paper(last["name"]):
            return last["name"]
        above = rows[at - 1] if at and len(row.text) <= _LONGEST_HOUSE else None
        if above is None:
            continue
        if row.words and above.fold.strip() == "published in":
            return row.text.strip()
        if fates[at] == "removed" and above.text.strip() in wrote and bylines.is_paper(row.text):
            return row.text.strip()
    return None


def _behind_title(rows: Sequence[Row]) -> str | None:
    """Title – The Daily Harbor, where the page has the title alone further down."""
    heading = said_again(rows)
    return re.split(r"\s+[-–—|·•/»]+\s+", heading.site)[-1] if heading and heading.site else None


_SHORT, _LONGEST_HOUSE = 2, 40


def _account_box(rows: Sequence[Row]) -> str | None:
    """The name that stands above an account's statistics."""
    for at, row in enumerate(rows):
        if row.size < 24 and _DIGIT.search(row.text) and _STATISTICS.search(row.written):
            above = rows[max(0, at - 3) : at]
            for name in above:
                bare = name.text.split()[0]
                if 2 <= len(bare) <= 14 and sum(bare in other.text for other in above) > 1:
                    return bare
    return None


_NOT_OF_PAGE = regex(r"(?:the|its) authors?\b|powered by|software|^\W*本文|著作权归", re.I)
"""Who holds the rights to the program, or to the text alone."""
_THANKED = regex(r"\b[Tt]hanks for reading (?P<name>[^!.]{2,40})[!.]")


def _thanked(rows: Sequence[Row]) -> str | None:
    """A newsletter calls itself by its name where it thanks its readers."""
    found = (_THANKED.search(row.text) for row in rows if not row.han and len(row.text) < 200)
    return next((match["name"] for match in found if match), None)


def _masthead(rows: Sequence[Row], fates: Sequence[str], wrote: set[str]) -> str | None:
    """The holder of the copyright; better its short form at the top of the page."""
    if "removed" not in fates:
        return None
    holder = None
    for row, fate in zip(reversed(rows), reversed(fates), strict=True):
        rights = fate == "removed" and len(row.text) < 160
        found = (_HOLDER_FIRST.match(row.written) or _HOLDER.search(row.written)) if rights else None
        if found and not _NOT_OF_PAGE.search(row.written):
            holder = _LEGAL_FORM.sub("", row.text[slice(*found.span("name"))].strip(" -–—·"))
            break
    if holder in wrote:
        holder = _thanked(rows)
    if not holder or _NO_HOUSE.search(simplify(holder)) or len(holder.split()) > 6:
        return None
    if (outlet := outlets.named(simplify(holder).lower())) is not None:
        return outlet
    for row in rows[:_MASTHEAD]:
        top = re.split(r"\s*[>›»|·]\s*|\s*首[页頁]", row.text)[0].strip()
        if 2 <= len(top) <= 40 and (simplify(top) in simplify(holder) or holder in top):
            return top
    return holder


_LEGAL_FORM = regex(r"(?<=[报報网網社刊台志誌])(?:股份)?有限(?:责任|責任)?公司$|(?<=[报報])社$")
"""Behind a paper's name: no reader calls it so."""
_MASTHEAD = 4
"""Rows from the top in which a site's name may stand."""


_SHOW = regex(r"\b(?:[Ee]pisode of (?:the )?(?P<house>[A-Z][\w’'&]*(?: [A-Z][\w’'&]*){0,4})(?=[!.,]|$))")
"""Hello to a new episode of Tide Party!"""


def _channel(rows: Sequence[Row]) -> str | None:
    for row in spoken_first(rows):
        greeting = row.written[:60]
        for match in HOST.finditer(greeting) if "这里是" in greeting or "欢迎" in greeting else ():
            if match["house"]:
                return row.text[slice(*match.span("house"))]
        show = _SHOW.search(row.text[:120]) if not row.han else None
        if show:
            return show["house"]
    return None
