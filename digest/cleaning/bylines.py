"""Who wrote an article and who published it, from the lines around the body. Pure.

Editors, photographers and designers did not write it; a line that names both
is cut at the roles. What a page's head claims comes last: it is often the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from digest.cleaning import leads
from digest.cleaning.rows import Row
from digest.model import Metadata

_WRITERS = (
    "文字?|作者|撰文|撰稿人?|采写|采访|编译|翻译|译者?|(?:本报|本刊|特约|见习|实习|首席|资深|高级)*记者"
)
_OTHERS = (
    "编辑|责编|责任编辑|值班编辑|执行编辑|实习编辑|图片编辑|审核|审校|审读|校对|校|来源|出处|出品|摄影?|摄像|制图|设计"
    "|视觉设计|美编|排版|策划|统筹|主编|总编|监制|运营|剪辑|供图|图|发布|发表|更新|时间|日期|点击|阅读|通讯员|电话|邮箱"
)
_MARK = r"\s*[】\])）]?\s*(?:[|｜丨︱┃/／∕:：·•]+|—{1,2})\s*"
_KEYED = re.compile(rf"(?:^|[\s【\[(（/／丨|｜·]|\u3000)(?:本文)?(?:{_WRITERS}){_MARK}(?P<names>.{{2,60}})")
_REPORTER = re.compile(
    r"(?:^|[\s(（【\[|｜])[\u4e00-\u9fff]{0,12}?记者(?:\s|\u3000|(?=[\u4e00-\u9fff]{2,4}\s*[／/∕|｜]))"
    r"(?P<names>[\u4e00-\u9fff·]{2,5}(?:[\s\u3000、]+[\u4e00-\u9fff·]{2,4}){0,4})"
)
_NAME_REPORTS = re.compile(
    r"^(?P<names>[\u4e00-\u9fff]{2,4}(?:[\s、][\u4e00-\u9fff]{2,4}){0,2})\s+(?:报道|撰文|采写|撰稿|编译|整理|综合报道|文)$"
)
_ORIGINAL = re.compile(
    r"^原创\s+(?P<names>[^\s\d:：|｜·•,，。]{2,8})\s+[^\s\d:：|｜·•,，。]{2,16}\s+(?:19|20)\d\d"
)
"""Original, writer, account, date: the head of an article on WeChat."""
_POSTER = re.compile(r"^作者\s*[:：]?\s*(?P<names>\w{2,14})\s?\([^()]{0,24}\)")
_HELPERS = re.compile(r"\badditional (?:reporting|writing)\b|\bcontributed\b", re.I)
_WITH_POST = re.compile(
    r"(?P<name>(?!Senior|Chief|Staff|Deputy|Special)[A-Z][a-z'’-]+ [A-Z][\w'’-]+),?"
    r"(?P<post> (?:[A-Z]?[a-z]+ ){0,3}"
    r"(?:correspondent|reporter|editor|columnist|writer)\b.{0,24})?"
)
"""A name, alone or with its bearer's post."""
_POST = re.compile(
    r"(?:[A-Z]?[a-z]+ ){0,3}(?:correspondent|reporter|editor|columnist|writer)\b[\w, ]{0,24}", re.I
)
_DESCRIBES = re.compile(
    r"关注|自由|撰稿人$|作家$|教授$|研究员$|毕业|长期|专栏|博主|学者$|创始人|主任$|现任|资深|从事|爱好者"
)
"""What stands behind a name and says who that is."""
_ENDS_NAMES = re.compile(
    rf"[|｜丨:：()（）\[\]【】。；;<>]|\s*[／/∕](?!\s*[\u4e00-\u9fff]{{2,4}}$)|[\s\u3000]+(?:{_OTHERS})|\d{{4}}|[\s\u3000]{{2,}}(?=\S*[:：|｜])"
)
_ENGLISH = re.compile(
    r"^\W*(?:(?:written|reported|story|words|text|posted|compiled|translated|article) )?by:?\s+"
    r"(?P<names>[^|·•;–—\n]{3,120})"
    r"|^\W*(?:authors?|words)\s*:\s*(?P<named>[^|·•;–—\n]{3,120})",
    re.I,
)
_BY = re.compile(
    r"\bby:?\s+(?P<names>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,3}"
    r"(?:(?:,| and| &) [A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,3})*)"
)
_ENDS_ENGLISH = re.compile(
    r",?\s+(?:staff|senior|special|contributing|associated|for|in|at|on|the|updated|published|posted|correspondent|reporter"
    r"|editor|editing|\d|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\b.*",
    re.I,
)
_SIGNED = re.compile(
    r"[(（【\[]\s*(?P<house>[^()（）/／|｜:：\s]{2,14}?)(?:特约)?编译\s*[/／|｜:：]\s*(?P<name>[^()（）]{1,12})[)）】\]]\s*$"
)
_HOST = re.compile(
    r"(?:这里是|欢迎(?:来到|收看|收听))(?P<house>[^，,。！!\s]{2,14})|我是(?:主播|主持人|你们的)?(?P<name>[^，,。！!\s的]{1,6})"
)
_SPLIT = re.compile(
    r"\s*(?:、|,|，|&|\band\b|\bwith\b|\s{2,}|\u3000|／|/|和(?=[\u4e00-\u9fff]{2,4}$))\s*", re.I
)
_NO_NAME = re.compile(
    r"(?:新闻|网|日报|晚报|在线|资讯|频道|编辑部?|小编|综合|匿名|佚名|本站|本刊|管理员|报导|报道|staff|editors?|admin|team|desk|news)$",
    re.I,
)


def authors(rows: Sequence[Row], fates: Sequence[str], metadata: Metadata) -> tuple[str, ...]:
    """Those who wrote it, in the order named."""
    bylines = [row for row, fate in zip(rows, fates, strict=True) if fate == "byline" and len(row.text) < 140]
    found = [name for row in bylines for name in _of_line(row)]
    found = found or _in_lead(rows, fates)
    found = found or _above_date(rows, fates) or _signature(rows, fates) or _host(rows)
    found = found or [name for author in metadata.authors for name in _names(author)]
    return tuple(dict.fromkeys(found))


def _in_lead(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """The reporter in brackets in front of the first sentence."""
    first = next((row for row, fate in zip(rows, fates, strict=True) if fate == "body"), None)
    return _names(leads.names(first)) if first else []


def _of_line(row: Row) -> list[str]:
    if _HELPERS.search(row.text):
        return []
    english = _ENGLISH.search(row.text)
    if english is None and not row.han:
        named = _BY.search(row.text)
        return _names(_ENDS_ENGLISH.sub("", named["names"])) if named else []
    if english:
        group = "names" if english["names"] else "named"
        return _names(_ENDS_ENGLISH.sub("", english[group]))
    for pattern in (_KEYED, _REPORTER, _NAME_REPORTS, _ORIGINAL, _POSTER):
        match = pattern.search(row.written)
        if match:
            start, end = match.span("names")
            stop = _ENDS_NAMES.search(row.written, start, end)
            return _names(row.text[start : stop.start() if stop else end])
    return []


_LATIN_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}")
_NAME_AND_DATE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,3})\s*[·•|｜]\s*(?:19|20)\d\d")


def _above_date(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """A name alone on the line above the date, or in front of it."""
    from digest.language import names

    for at, (row, fate) in enumerate(zip(rows[:_HEAD], fates, strict=False)):
        posted = _WITH_POST.fullmatch(row.text.strip()) if fate == "removed" and not row.han else None
        below = rows[at + 1].text.strip() if posted and at + 1 < len(rows) else ""
        if posted and (posted["post"] or (len(below) < 50 and _POST.fullmatch(below))):
            return [posted["name"]]
        if fate != "byline" or not re.search(r"\d{4}", row.text):
            continue
        above = rows[at - 1].text.strip() if at and fates[at - 1] == "removed" else ""
        if _LATIN_NAME.fullmatch(above):
            return [above]
        beside = _NAME_AND_DATE.match(row.written)
        if beside and any(each.text == beside["name"] for each in names.find(f"记者{beside['name']}说")):
            return [row.text[slice(*beside.span("name"))]]
    return []


_HEAD = 14
"""Rows from the top in which a name may stand above the date."""


def _names(text: str) -> list[str]:
    named: list[str] = []
    for part in _SPLIT.split(text.strip()):
        part = part.strip(" ·|｜/-—.,，。")  # noqa: PLW2901 - the same part, bare
        part = re.sub(r"^[\u4e00-\u9fff]{0,8}记者\s+(?=\S)", "", part)  # noqa: PLW2901
        if named and _DESCRIBES.search(part):
            break
        several = re.fullmatch(r"[\u4e00-\u9fff]{2,4}(?:\s+[\u4e00-\u9fff]{2,4})+", part)
        named += part.split() if several else [part]
    return [
        name for name in named if 1 < len(name) <= 40 and not _NO_NAME.search(name) and not name.isdigit()
    ]


def _closing(rows: Sequence[Row], fates: Sequence[str]) -> list[Row]:
    return [row for row, fate in zip(rows, fates, strict=True) if fate in ("body", "byline")][-3:]


def _signature(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    found = (_SIGNED.search(row.text) for row in _closing(rows, fates))
    return [match["name"].strip() for match in found if match][:1]


def _host(rows: Sequence[Row]) -> list[str]:
    for row in rows[:3]:
        for match in _HOST.finditer(row.written[:60]):
            if match["name"]:
                return [row.text[slice(*match.span("name"))]]
    return []


# --- who published it ----------------------------------------------------------

_SOURCE = re.compile(
    r"(?:^|[\s(（【\[|｜]|\u3000)(?:本文|文章|稿件|消息|信息|内容|新闻)?"
    r"(?:来\s?源|出处|来自|转自|转载自|首发于?|原载于?|source|via)\s*"
    r"(?:[:：|｜丨/]|于[:：])\s*"
    r"(?P<name>[^|｜丨\s:：,，。()（）\[\]【】]{2,24}(?: [A-Za-z][^|｜丨:：,，。()（）]{0,30})?)",
    re.I,
)
_ACCOUNT_DATE = re.compile(
    r"^(?:原创\s+(?:[^\s\d:：|｜·•,，。]{2,8}\s+)?)?(?P<name>[^\s\d:：|｜·•,，。]{2,16})[\s|｜·•\u3000]+(?:发布于|发表于)?\s*(?:19|20)\d\d\s*[-/.年]"
)
_DATE_HOUSE = re.compile(
    r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[\s|｜·•\u3000]+(?P<name>[\u4e00-\u9fffA-Za-z][^\s:：|｜·•,，。()（）]{1,15})(?=$|[\s|｜\u3000])"
)
_STATISTICS = re.compile(r"文章数|关注度|粉丝|篇文章|followers", re.I)
_HOLDER = re.compile(
    r"(?:©|\(c\)|copyright|版权所有)[\s©(c)]*(?:by\s+)?(?:(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)?\d\d|present))?)?"
    r"[\s,.:：]*(?:by\s+)?"
    r"(?P<name>[A-Za-z\u4e00-\u9fff][^|｜©,，。.\d]{1,40}?)"
    r"\s*(?=$|[|｜,，。.]|版权|all rights|保留|未经|授权"
    r"|[\w-]+\.(?:com|cn|net|org|example)|(?:ltd|inc|llc|co)\b)",
    re.I,
)
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
    "|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|中国|海外|美国|日本|英国"
)
"""Where a platform says that the author is; it publishes nothing."""
_NO_HOUSE = re.compile(
    r"^(?:原创|互联网|综合|本站|未知|其他|整理|举报|发布|编辑|作者|reserved|rights)$|^网络.{0,4}$|^\d|责任|编辑|记者"
    rf"|^(?:{_PROVINCES})$|著作权|授权|转载|所有|推荐文章"
    # What stands behind a time beside a publisher: a counter, or the rest of the time itself.
    r"|^(?:阅读|浏览|点击|评论|人气|热度|字号|(?i:views?|reads?|comments?|[ap]\.?m\.?)|[ECMP][SD]?T|GMT|UTC|BST|CEST)$"
)


def publisher(
    rows: Sequence[Row], fates: Sequence[str], metadata: Metadata, wrote: Iterable[str] = ()
) -> str | None:
    """Who published it: a source line, the account's name, the signature, the page's claim, its masthead."""
    bylines = [row for row, fate in zip(rows, fates, strict=True) if fate == "byline"]
    wrote = set(wrote)
    for pattern in (_SOURCE, _ACCOUNT_DATE, _DATE_HOUSE):
        for row in bylines:
            found = pattern.search(row.written)
            name = row.text[slice(*found.span("name"))].strip(" /／∕|｜-") if found else ""
            if name and name not in wrote and not _NO_HOUSE.search(name):
                return name
    for row in _closing(rows, fates):
        signed = _SIGNED.search(row.text)
        if signed:
            return signed["house"]
    return metadata.publisher or _account_box(rows) or _masthead(rows, fates, wrote) or _channel(rows)


def _account_box(rows: Sequence[Row]) -> str | None:
    """The name that stands above an account's statistics."""
    for at, row in enumerate(rows):
        if row.size < 24 and _STATISTICS.search(row.written) and re.search(r"\d", row.text):
            above = rows[max(0, at - 3) : at]
            for name in above:
                bare = name.text.split()[0]
                if 2 <= len(bare) <= 14 and sum(bare in other.text for other in above) > 1:
                    return bare
    return None


_NOT_OF_PAGE = re.compile(r"powered by|software|^\W*本文|著作权归", re.I)
"""Who holds the rights to the program, or to the text alone."""
_THANKED = re.compile(r"\b[Tt]hanks for reading (?P<name>[^!.]{2,40})[!.]")


def _thanked(rows: Sequence[Row]) -> str | None:
    """A newsletter calls itself by its name where it thanks its readers."""
    found = (_THANKED.search(row.text) for row in rows if not row.han and len(row.text) < 200)
    return next((match["name"] for match in found if match), None)


def _masthead(rows: Sequence[Row], fates: Sequence[str], wrote: set[str]) -> str | None:
    """The holder of the copyright; better its short form at the top of the page."""
    holder = None
    for row, fate in zip(reversed(rows), reversed(fates), strict=True):
        found = _HOLDER.search(row.written) if fate == "removed" and len(row.text) < 160 else None
        if found and not _NOT_OF_PAGE.search(row.written):
            holder = row.text[slice(*found.span("name"))].strip(" -–—·")
            break
    if holder in wrote:
        holder = _thanked(rows)
    if not holder or _NO_HOUSE.search(holder) or len(holder.split()) > 6:
        return None
    for row in rows[:3]:
        top = re.split(r"\s*[>›»|·]\s*|\s*首[页頁]", row.text)[0].strip()
        if 2 <= len(top) <= 40 and (top in holder or holder in top):
            return top
    return holder


def _channel(rows: Sequence[Row]) -> str | None:
    for row in [row for row in rows[:_HEAD] if row.role not in ("title", "aside")][:3]:
        for match in _HOST.finditer(row.written[:60]):
            if match["house"]:
                return row.text[slice(*match.span("house"))]
    return None
