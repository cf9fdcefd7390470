"""Who wrote an article and who published it, from the lines around the body. Pure.

Editors, photographers and designers did not write it; a line that names both
is cut at the roles. What a page's head claims comes last: it is often the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.cleaning import leads, outlets
from digest.cleaning.rows import Row
from digest.language.script import simplify
from digest.model import Metadata

_WRITERS = (
    "文字?|作者|撰文|UP主|up主|楼主|整理|撰稿人?|采写|采访|编译|翻译|译者?"
    "|(?:本报|本刊|特约|见习|实习|首席|资深|高级)*记者"
)
_OTHERS = (
    "编辑|责编|责任编辑|值班编辑|执行编辑|实习编辑|图片编辑|审核|审校|审读|校对|校|来源|出处|出品|摄影?|摄像|制图|设计"
    "|视觉设计|美编|排版|策划|统筹|主编|总编|监制|运营|剪辑|供图|图|发布|发表|更新|时间|日期|点击|阅读|通讯员|电话|邮箱|浏览|人气|评论|热度|播放"
)
_CRAFTS = "采访|撰文|文字?|报道|报导|整理|撰稿|编译|翻译"
_WITH_OTHERS = (
    rf"(?:(?:{_CRAFTS}|图片?|摄影|口述|编辑)\s*[、·&＋+/／与和及]\s*)*(?:{_CRAFTS})"
    rf"(?:\s*[、·&＋+与和及]\s*(?:{_CRAFTS}|图片?|摄影|编辑))*"
)
"""采访、撰文; 图、文: crafts of one person."""
_CRAFT_NAME = re.compile(
    rf"^[\s(（【\[]*{_WITH_OTHERS}\s*(?:[】\])）]\s*)?(?:[:：／/∕|｜丨]|[\s\u3000])\s*(?:记者\s*)?"
    r"(?P<names>[\u4e00-\u9fff·]{2,4}(?:[、\s]+[\u4e00-\u9fff·]{2,4}){0,4})(?=$|[\s\u3000|｜/／)）】（(])"
)
_CITY = "报导|报道|综合|即时|电|专访|整理|编译|特稿"
_NAME_CITY = re.compile(
    rf"^[【(（\[]?(?P<names>[\u4e00-\u9fff]{{2,4}}(?:[、\s][\u4e00-\u9fff]{{2,4}}){{0,2}})"
    rf"\s*[／/∕]\s*[\u4e00-\u9fff]{{2,4}}(?:{_CITY})+[】)）\]]?$"
)
_OF_HOUSE = re.compile(
    r"^[【(（\[]?[\u4e00-\u9fffA-Za-z0-9]{1,10}?(?:首席|资深|见习|特约)?(?:记者|编译|特派员|主笔)[\s\u3000]*"
    r"(?P<names>(?!发自|综合)[\u4e00-\u9fff·]{2,4}?(?:、[\u4e00-\u9fff·]{2,4})?)(?=$|[\s\u3000]+(?:发自|综合|外电|报道|[\u4e00-\u9fff]{2,4}(?:$|\s)|\d))"
)
_NAME_POST = re.compile(
    r"^(?P<names>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})?)[\s，,]+(?:[\u4e00-\u9fffA-Za-z ]{2,10})?"
    r"(?:记者|主笔|专栏作家|特约撰稿人?|撰稿人|特派员|中文)$"
)
_POSTED = re.compile(
    r"^@?(?P<names>(?!\d|(?:修改|发布|编辑|发表|更新)于)[^\s@，。:：]{2,16})\s+(?:(?:修改|发布|编辑|发表)于|[^，。]{0,24}来自\s?\S{2})"
    r"|^来自\s*[:：]\s*(?P<from>[^\s，。:：()（）]{2,16})\s?[(（]"
    r"|^(?P<read>[\u4e00-\u9fff]{2,3})\s+(?:19|20)\d\d\s*[-/.年].*人气"
)
"""A post's author, when it was written, on what."""
_MARK = r"\s*[】\])）]?\s*(?:[|｜丨︱┃/／∕:：·•]+|—{1,2})\s*"
_KEYED = re.compile(
    rf"(?:^|[\s【\[(（/／丨|｜·，,。]|\u3000)(?:本文|[\u4e00-\u9fff]{{2,6}}(?=记者))?(?:{_WRITERS}){_MARK}(?P<names>.{{2,60}})"
)
_REPORTER = re.compile(
    r"(?:^|[\s(（【\[|｜])[\u4e00-\u9fff]{0,12}?记者(?:\s|\u3000|(?=[\u4e00-\u9fff]{2,4}\s*[／/∕|｜]))"
    r"(?P<names>[\u4e00-\u9fff·]{2,5}(?:[\s\u3000、]+[\u4e00-\u9fff·]{2,4}){0,4})"
)
_NAME_REPORTS = re.compile(
    r"^(?P<names>[\u4e00-\u9fff]{2,4}(?:[\s、][\u4e00-\u9fff]{2,4}){0,2})\s+(?:报道|撰文|采写|撰稿|编译|整理|综合报道|文)$"
)
_ORIGINAL = re.compile(
    r"^原创\s+(?P<names>[^\s\d:：|｜·•,，。]{2,5}|[A-Za-z]{2,16})\s+[^\s\d:：|｜·•,，。]{2,16}(?:\s+(?:19|20)\d\d|$)"
)
"""Original, writer, account, date: the head of an article on WeChat."""
_POSTER = re.compile(r"^作者\s*[:：]?\s*(?P<names>\w{2,14})\s?\([^()]{0,24}\)")
_SENT_FROM = re.compile(
    r"^(?:记者\s*)?(?P<names>[\u4e00-\u9fff]{2,4}(?:[\s、]+[\u4e00-\u9fff]{2,4}){0,3})\s+发自\s*\S{2,10}$"
)
_REPRINTED = re.compile(r"来源于[^，,。]{2,20}[，,]\s*作者\s*(?P<names>[^\s，。:：|｜]{2,10})")
_HELPERS = re.compile(r"\badditional (?:reporting|writing)\b|\bcontributed\b", re.I)
_WITH_POST = re.compile(
    r"(?P<name>(?!Senior|Chief|Staff|Deputy|Special)[A-Z][a-z'’-]+ [A-Z][\w'’-]+),?"
    r"(?P<post> (?:[A-Z]?[a-z]+ ){0,3}"
    r"(?i:correspondent|reporter|editor|columnist|writer)\b.{0,24})?"
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
    rf"[|｜丨:：()（）\[\]【】。；;<>]|\s*[／/∕](?!\s*[\u4e00-\u9fff]{{2,4}}$)|[\s\u3000]+(?:{_OTHERS}|发自|综合|外电)|[，,](?=\S{{2,6}}[:：])|[，,](?=[^，,。]{{0,16}}(?:授权|发布|转载))|\d{{4}}|[\s\u3000]{{2,}}(?=\S*[:：|｜])"
)
_ENGLISH = re.compile(
    r"^\W*(?:(?:written|reported|story|words|text|posted|compiled|translated|article) )?by:?\s+"
    r"(?P<names>[^|·•;–—\n]{3,120})"
    r"|^\W*(?:authors?|words)\s*:\s*(?P<named>[^|·•;–—\n]{3,120})",
    re.I,
)
_BY = re.compile(
    r"(?<![Pp]rovided )(?<!PROVIDED )\b[Bb][Yy]:?\s+(?P<names>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,3}"
    r"(?:(?:,| and| &) [A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,3})*)"
)
_ENDS_ENGLISH = re.compile(
    r"\s+\S+@\S+.*|,?\s+(?:staff|senior|special|contributing|associated|for|in|at|on|the|updated|published|posted|correspondent|reporter"
    r"|editor|editing|\d|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\b.*",
    re.I,
)
_FROM_CITY = re.compile(r"\s+in\s+[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)?(?=,|\s+and\b|\s*$)")
"""Jane Doe|in Berlin| and John Roe: where somebody reports from, before another."""
SIGNED = re.compile(
    r"[(（【\[]\s*(?P<house>[^()（）/／|｜:：\s]{2,14}?)(?:特约)?编译\s*[/／|｜:：]\s*(?P<name>[^()（）]{1,12})[)）】\]]\s*$"
)
HOST = re.compile(
    r"(?:这里是|欢迎(?:来到|收看|收听))(?P<house>[^，,。！!\s的]{2,14}?)(?=的[A-Za-z]*(?:频道|頻道|节目|節目|直播间)|[，,。！!\s]|$)|我是(?:主播|主持人|你们的)?(?P<name>[^，,。！!\s的]{1,6})"
)
_SPLIT = re.compile(
    r"\s*(?:、|,|，|&|\band\b|\bwith\b|\s{2,}|\u3000|／|/|和(?=[\u4e00-\u9fff]{2,4}$))\s*", re.I
)
_NO_NAME = re.compile(
    r"(?:新闻|网|日报|晚报|在线|资讯|频道|编辑部?|小编|综合|匿名|佚名|小助手|助手|客服|机器人|本站|本刊|管理员|报导|报道|staff|editors?|admin|team|desk|news)$|^[A-Z]{3,5}$",
    re.I,
)


def authors(rows: Sequence[Row], fates: Sequence[str], metadata: Metadata) -> tuple[str, ...]:
    """Those who wrote it, in the order named."""
    below = next((row.number for row, fate in zip(rows, fates, strict=True) if fate == "body"), len(rows))
    found = [name for _, row in _bylines(rows, fates) for name in _of_line(row, row.number < below)]
    found = found or _in_lead(rows, fates)
    found = found or _below_label(rows, fates) or _below_title(rows, fates)
    found = found or _above_follow(rows, fates) or _on_board(rows, fates)
    found = found or _above_date(rows, fates) or _signature(rows, fates) or _host(rows)
    found = found or [name for author in metadata.authors for name in _names(author)]
    return tuple(dict.fromkeys(name for name in found if not outlets.named(simplify(name).lower())))


def _bylines(rows: Sequence[Row], fates: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """The bylines, each with its place among *rows*."""
    for at, (row, fate) in enumerate(zip(rows, fates, strict=True)):
        if fate == "byline" and len(row.text) < _LONGEST_BYLINE:
            yield at, row


_LONGEST_BYLINE = 140


def _in_lead(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """The reporter in brackets in front of the first sentence."""
    first = next((row for row, fate in zip(rows, fates, strict=True) if fate == "body"), None)
    named = leads.names(first) if first else ""
    return _names(named) if named else []


def _of_line(row: Row, above: bool) -> list[str]:
    """The writers that a line names; below the text whoever posted is a reader who comments."""
    if _HELPERS.search(row.text):
        return []
    english = _ENGLISH.search(row.text)
    if english is None and not row.han:
        posted = _WITH_POST.fullmatch(row.text.strip())
        if posted:
            return [posted["name"]] if posted["post"] else []
        named = _BY.search(row.text)
        return _names(_ENDS_ENGLISH.sub("", named["names"])) if named else []
    if english:
        group = "names" if english["names"] else "named"
        return _names(_ENDS_ENGLISH.sub("", _FROM_CITY.sub("", english[group])))
    for pattern in _SHAPES if above else _SHAPES[:-1]:
        match = pattern.search(row.written)
        if match:
            start, end = match.span(match.lastgroup or "names")
            stop = _ENDS_NAMES.search(row.written, start, end)
            return _names(row.text[start : stop.start() if stop else end])
    return []


_SHAPES = (
    _CRAFT_NAME, _KEYED, _REPORTER, _OF_HOUSE, _NAME_CITY, _NAME_POST, _NAME_REPORTS, _ORIGINAL, _POSTER,
    _REPRINTED, _SENT_FROM, _POSTED,
)  # fmt: skip


_LATIN_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}")
_PAPER = re.compile(
    r"(?:The .+|(?:.+ )?(?:Gazette|Times|News|Post|Daily|Media|Press|Journal|Herald|Tribune|Chronicle"
    r"|Magazine|Review|Weekly|Observer|Standard|Wire|Today|Bulletin|Courier|Echo|Record|Register|Sentinel|Star|Sun|Telegraph))"
)


def is_paper(text: str) -> bool:
    """Whether capitalised words name a paper, not a person."""
    bare = text.strip()
    return len(bare) < 40 and _LATIN_NAME.fullmatch(bare) is not None and _PAPER.fullmatch(bare) is not None


_PLACED = re.compile(rf"(?P<name>{_LATIN_NAME.pattern}) in [A-Z][\w ’'-]{{2,30}}")
_BESIDE = re.compile(rf"(?P<name>{_LATIN_NAME.pattern})\s*[|｜]\s*[^|｜]{{3,40}}")
_NAME_AND_WHO = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4})\s?[（(][^（）()]{2,20}[)）]")
_NAME_AND_DATE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,3}(?=\s*[·•|｜])|[\u4e00-\u9fff]{2}(?![报网社刊台经闻讯号线家说])[\u4e00-\u9fff](?=\s))[\s·•|｜]+(?:19|20)\d\d"
)


def _above_date(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """A name alone on the line above the date, or in front of it."""
    for at, (row, fate) in enumerate(zip(rows[:HEAD], fates, strict=False)):
        posted = _WITH_POST.fullmatch(row.text.strip()) if fate == "removed" and not row.han else None
        below = rows[at + 1].text.strip() if posted and at + 1 < len(rows) else ""
        if posted and (posted["post"] or (len(below) < 50 and _POST.fullmatch(below))):
            return [posted["name"]]
        if fate != "byline" or not re.search(r"\d{4}", row.text):
            continue
        for up in (at - 1, at - 2):
            above = rows[up].text.strip() if up >= 0 and fates[up] == "removed" else ""
            shape = _PLACED.fullmatch(above) or _BESIDE.fullmatch(above)
            if any(other.text in (f"About {above}", f"SOURCE {above}") for other in rows):
                break  # who sends a press release
            if up and rows[up - 1].fold == "published in":
                break
            if shape or (_LATIN_NAME.fullmatch(above) and not is_paper(above)):
                return [shape["name"] if shape else above]
            if not is_paper(above):
                break
        over = rows[at - 1] if at and fates[at - 1] == "removed" else row
        shapes = (row, _NAME_AND_DATE.match(row.written)), (over, _NAME_AND_WHO.fullmatch(over.written))
        for line, match in shapes:
            if match and _is_name(match["name"]):
                return [line.text[slice(*match.span("name"))]]
    return []


def _is_name(text: str) -> bool:
    from digest.language import names  # which has much to load

    return any(found.text == text for found in names.find(f"记者{text}说"))


_LABEL = re.compile(r"(?:by|written by|作者|文|撰文|撰稿)\s*[-:：|｜]?")


def _below_title(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """A person's name and nothing else, on the line below the title."""
    for at, row in enumerate(rows[1:HEAD], 1):
        if fates[at] == "body":
            break
        if fates[at - 1] == "title" and 2 <= row.han == len(row.text) <= 4:
            return [row.text] if _is_name(row.written) else []
    return []


def _below_label(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """The name on the line below "By", or above the house its bearer works for."""
    for at, row in enumerate(rows[: 2 * HEAD]):
        if fates[at] == "body":
            break
        name = row.text.strip()
        if (
            at
            and _LABEL.fullmatch(rows[at - 1].fold)
            and (_LATIN_NAME.fullmatch(name) or (2 <= row.han == len(name) <= 4))
        ):
            return [name]
        below = rows[at + 1].fold.split(",")[0] if at + 1 < len(rows) and not row.han else ""
        if below and outlets.named(below) and _LATIN_NAME.fullmatch(name) and not is_paper(name):
            return [name] if not outlets.named(row.fold) else []
    return []


_FOLLOW = re.compile(r"[+＋]?\s?关注(?:ta|他|她)?|[\d,.]+\s?[万千k]?\s?人赞同了该(?:回答|文章)")
_NO_POSTER = re.compile(r"[\s，。,:：|｜>›/、！？!?]|^(?:推荐|热榜|首页|登录|关注|正文|订阅|已编辑|\d)")


def _above_follow(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """On a board of questions: a name, what its bearer says of himself, a button to follow."""
    for at, row in enumerate(rows[:_BELOW_QUESTION]):
        if fates[at] == "body":
            break
        if row.size > 16 or _FOLLOW.fullmatch(row.fold) is None or outlets.shown(rows, fates) not in _BOARDS:
            continue
        above = [up for up in (at - 2, at - 1) if up >= 0 and fates[up] == "removed"]
        for up in above:
            name = rows[up].text.strip()
            if (
                2 <= len(name) <= 14
                and not _NO_POSTER.search(rows[up].written)
                and not outlets.named(rows[up].fold)
            ):
                return [name]
    return []


_BELOW_QUESTION = 40
"""Rows: what a board says of a question stands above the answer."""
_TIME_AND_PLATFORM = re.compile(r"(?:修改于|发布于|编辑于|发表于)?\s?(?:\d|昨天|今天)[^，。]{0,20}来自\s?\S")
_POSTED_AT = re.compile(r"(?P<name>[^\s\d:：|｜·•,，。]{2,16})(?<!于)\s+(?:19|20)\d\d\s*[-/.年]")


def _on_board(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    """The account beside the date, where accounts are persons; the name twice above a post of a forum."""
    for at, row in _bylines(rows, fates):
        near_top = 0 < at < 2 * HEAD
        if near_top and row.written.startswith("发表于"):
            twice = [up for up in range(max(1, at - 6), at) if rows[up].text == rows[up - 1].text]
            return [rows[up].text.strip() for up in twice if 2 <= len(rows[up].text) <= 16][:1]
        if near_top and _TIME_AND_PLATFORM.match(row.written) and not _NO_POSTER.search(rows[at - 1].written):
            return [rows[at - 1].text.strip()]
        beside = _POSTED_AT.match(row.written)
        if beside and outlets.shown(rows, fates) in _BOARDS:
            return [row.text[slice(*beside.span("name"))]]
    return []


_BOARDS = frozenset({"知乎", "豆瓣", "雪球", "微博", "哔哩哔哩", "简书"})
"""Where those who write are persons; elsewhere an account publishes."""
HEAD = 14
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


def closing(rows: Sequence[Row], fates: Sequence[str]) -> list[Row]:
    return [row for row, fate in zip(rows, fates, strict=True) if fate in ("body", "byline")][-3:]


def _signature(rows: Sequence[Row], fates: Sequence[str]) -> list[str]:
    found = (SIGNED.search(row.text) for row in closing(rows, fates) if "编译" in row.text)
    return [match["name"].strip() for match in found if match][:1]


def spoken_first(rows: Sequence[Row]) -> list[Row]:
    """The lines with which a host begins, below those of the player."""
    return [row for row in rows[:HEAD] if row.role not in ("title", "aside", "byline")][:_GREETS]


_GREETS = 4


def _host(rows: Sequence[Row]) -> list[str]:
    for row in spoken_first(rows):
        greeting = row.written[:60]
        for match in HOST.finditer(greeting) if "我是" in greeting else ():
            if match["name"] and not _NO_NAME.search(match["name"]):
                return [row.text[slice(*match.span("name"))]]
    return []
