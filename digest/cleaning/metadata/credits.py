"""Whom a line names as the writers: 文／记者 陈明, By Jane Doe and John Roe. Pure.

Editors, photographers and designers did not write it; a line that names both
is cut at the roles.
"""

from __future__ import annotations

import re

from digest.cleaning.lines.leads import NAMED_FROM, PLACES
from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata import outlets
from digest.language.lazy import regex
from digest.language.months import MONTH_EN, MONTHS, MONTHS_SHORT, WEEKDAY_EN
from digest.language.script import simplify

_WRITERS = (
    "文字?|图文|作者|撰文者?|供稿人?|投稿人?|UP主|up主|楼主|整理|撰稿人?|采写|采访|编译|翻译|译者?"
    "|(?:本报|本刊|特约|见习|实习|首席|资深|高级)*记者"
)
_OTHERS = (
    "视频|音频|航拍|海报|动画|录音|编辑|责编|责任编辑|值班编辑|执行编辑|实习编辑|图片编辑|审核|审校|审读|校对|校|来源|出处|出品|摄影?|摄像|制图|设计"
    "|视觉设计|美编|排版|策划|统筹|主编|总编|监制|运营|剪辑|供图|图|发布|发表|更新|时间|日期|点击|阅读|听全文|收听|朗读|收藏|点赞|分享|通讯员|电话|邮箱|浏览|人气|评论|热度|播放"
)
_CRAFTS = "采访|撰文|文字?|报道|报导|整理|撰稿|编译|翻译"
_WITH_OTHERS = (
    rf"(?:(?:{_CRAFTS}|图片?|摄影?|口述|编辑)\s*[、·&＋+/／与和及]\s*)*(?:{_CRAFTS})"
    rf"(?:\s*[、·&＋+与和及]\s*(?:{_CRAFTS}|图片?|摄影?|编辑))*"
)
"""采访、撰文; 图、文: crafts of one person."""
_CRAFT_NAME = regex(
    rf"^[\s(（【\[]*{_WITH_OTHERS}\s*(?:[】\])）]\s*)?(?:[:：／/∕|｜丨]|[\s\u3000])\s*(?:记者\s*)?"
    r"(?P<names>[\u4e00-\u9fff·]{2,4}(?:[、\s]+[\u4e00-\u9fff·]{2,4}){0,4}"
    r"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2})"
    r"(?=$|[\s\u3000|｜/／)）】（(])"
)
_CITY = "报导|报道|综合|即时|电|专访|整理|编译|特稿"
_NAME_CITY = regex(
    rf"^[【(（\[]?(?P<names>[\u4e00-\u9fff]{{2,4}}(?:[、\s][\u4e00-\u9fff]{{2,4}}){{0,2}})(?<!中心)"
    rf"\s*[／/∕]\s*[\u4e00-\u9fff]{{2,4}}(?:{_CITY})+[】)）\]]?$"
)
_OF_HOUSE = regex(
    r"^[【(（\[]?[\u4e00-\u9fffA-Za-z0-9]{1,10}?(?:首席|资深|见习|特约)?(?:记者|编译|特派员|主笔)[\s\u3000]*"
    r"(?P<names>(?!发自|综合)[\u4e00-\u9fff·]{2,4}?(?:、[\u4e00-\u9fff·]{2,4})?)(?=$|[\s\u3000]+(?:发自|综合|外电|报道|[\u4e00-\u9fff]{2,4}(?:$|\s)|\d))"
)
_DESK_NAME = regex(
    rf"^[【(（\[]?[\u4e00-\u9fff]{{1,6}}(?:中心|[组台室])\s*[／/∕]\s*(?!{PLACES})(?P<names>[\u4e00-\u9fff]{{2,3}}(?:[、\s][\u4e00-\u9fff]{{2,3}}){{0,2}})"
    rf"(?:{_CITY})+[】)）\]]?$"
)
"""国际中心／甲某报道: a desk, and who works there."""
_REPORTER_REPORTS = regex(
    r"^[(（【\[]?(?:本[报刊网台社][^，,]{0,24}[讯电][，,]\s*)?[\u4e00-\u9fff]{0,6}记者[\s\u3000:：]*(?P<names>[\u4e00-\u9fff·]{2,4}?(?:[、\s][\u4e00-\u9fff·]{2,4}?){0,3})"
    rf"[\s\u3000]*(?:{_CITY}|摄影)+[)）】\]]?$"
)
"""记者甲某报道, without a blank between."""
_NAMED_FROM = regex(rf"^[〔(（【\[]?[\u4e00-\u9fff]{{0,8}}\s?{NAMED_FROM % 'names'}[〕)）】\]]?$")
_NAME_POST = regex(
    r"^(?P<names>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4})?)[\s，,]+(?:[\u4e00-\u9fffA-Za-z ]{2,10})?"
    r"(?:记者|主笔|专栏作家|特约撰稿人?|撰稿人|特派员|中文)$"
)
_POSTED = regex(
    r"^@?(?P<names>(?!\d|(?:修改|发布|编辑|发表|更新)于)[^\s@，。:：]{2,16})\s+(?:(?:修改|发布|编辑|发表)于|[^，。]{0,24}来自\s?\S{2})"
    r"|^(?P<rated>[^\s@，。:：]{2,16})\s+(?:评论|评价|看过|读过|听过|玩过|回答了?|写了)\s.{0,40}?(?:19|20)\d\d\s*[-/.年]"
    r"|^来自\s*[:：]\s*(?P<from>[^\s，。:：()（）]{2,16})\s?[(（]"
    r"|^(?P<read>[\u4e00-\u9fff]{2,3})\s+(?:19|20)\d\d\s*[-/.年].*人气"
)
"""A post's author, when it was written, on what."""
_MARK = r"\s*[】\])）]?\s*(?:[|｜丨︱┃/／∕:：·•]+|—{1,2})\s*"
_KEYED = regex(
    rf"(?:^|[\s【\[(（/／丨|｜·，,。]|\u3000)(?:本文|[\u4e00-\u9fff]{{2,6}}(?=记者))?(?:{_WRITERS}){_MARK}(?P<names>.{{2,60}})"
)
_REPORTER = regex(
    r"(?:^|[\s(（【\[|｜□◎■●])[\u4e00-\u9fff]{0,12}?记者(?:[\s\u3000]+|(?=[\u4e00-\u9fff]{2,4}\s*[／/∕|｜]))"
    r"(?P<names>[\u4e00-\u9fff·]{2,5}(?:[\s\u3000、]+[\u4e00-\u9fff·]{2,4}){0,4})"
)
_NAME_REPORTS = regex(
    r"^(?P<names>[\u4e00-\u9fff]{2,4}(?:[\s、][\u4e00-\u9fff]{2,4}){0,2})\s+(?:报道|撰文|采写|撰稿|编译|整理|综合报道|文)$"
)
_POSTER = regex(r"^作者\s*[:：]?\s*(?P<names>\w{2,14})\s?\([^()]{0,24}\)")
_AUTHOR_ALONE = regex(
    r"^作者[\s\u3000]+(?P<names>[\u4e00-\u9fff·]{2,4}(?:[\s、\u3000]+[\u4e00-\u9fff·]{2,4}){0,3})$"
)
_SENT = regex(
    r"^[（(]?\s*(?:发稿|编译|撰文|采写)\s*[:：]?\s*(?P<names>[\u4e00-\u9fff·]{2,4}(?:[、/／\s]+[\u4e00-\u9fff·]{2,4}){0,3})\s*[;；]"
)
"""发稿 甲某; 审校 乙某: how an agency signs, who went over it behind the semicolon."""
_DOCTOR = regex(
    r"^(?P<names>[\u4e00-\u9fff]{2,4}?)[\s\u3000]*(?:(?:副?主任|主治|住院|执业|主管)(?:中?医师|药师|护师|技师)|营养师|心理咨询师)"
    r"[\s\u3000]+[\u4e00-\u9fff]{2,20}(?:医院|中心|诊所|学院|大学)(?:[\s\u3000]+[\u4e00-\u9fff]{2,10})?$"
)
"""甲某 副主任医师 某某医院 内科: whose advice a page of health gives."""
_SENT_FROM = regex(
    r"^(?:记者\s*)?(?P<names>[\u4e00-\u9fff]{2,4}(?:[\s、]+[\u4e00-\u9fff]{2,4}){0,3})\s+发自\s*\S{2,10}$"
)
_POSTED_AT = regex(
    r"^posted @ ?(?:19|20)\d\d-\d\d-\d\d \d\d:\d\d\s+(?P<names>[^\s|｜()（）]{2,20})(?=\s)", re.I
)
"""posted @ 2024-03-05 10:20 甲某 阅读(123): below a post of a blog."""
_POSTED_BY = regex(
    r"^(?:由|作者)\s*(?P<names>[^\s，。:：]{2,16}?)\s*(?:[,，]\s*)?(?:发表|发布|张贴|撰写)?[于在]\s*(?:19|20)\d\d\s?[-/.年]"
)
"""由甲某发表于2024年3月5日: as WordPress says it."""
_REPRINTED = regex(
    r"(?:来自|来源于?|转自|转载[自于]|首发[自于在]|原载于?|刊[于发载]|源自|出自)[^。]{2,60}?[，,；;]\s*(?:原)?作者\s*(?:[:：]|为|是)?\s*"
    r"(?P<names>[^\s，,。:：；;|｜（()）]{2,12})"
)
"""本文来自微信公众号某某（ID：xx），作者王小明."""
_LATIN = r"[A-Z][\w.'’-]+(?:(?: (?:de|la|der|den|van|von|di|da))* [A-Z][\w.'’-]*){1,2}"
_HELPERS = regex(r"\badditional (?:reporting|writing)\b|\bcontributed\b", re.I)
_BEFORE_DATE = regex(
    r"^(?P<name>(?!The )[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2})\s*[|·•]\s*"
    rf"(?:{WEEKDAY_EN}\.?,?\s+)?"
    rf"(?:\d{{1,2}} )?{MONTH_EN} \d"
)
"""Jane Doe | Sep. 21, 2011, 3:03 PM."""
_BEFORE_HOUSE = regex(
    rf"^(?P<names>{_LATIN}(?: and {_LATIN})?), [A-Z][\w .&’'-]{{1,30}}? \d{{1,2}}:\d\d [ap]\.?m\b"
)
"""Jane Doe, THE TRAM 3:53 p.m."""
WITH_POST = regex(
    r"(?P<name>(?!Senior|Chief|Staff|Deputy|Special)[A-Z][a-z'’-]+ [A-Z][\w'’-]+),?"
    r"(?P<post> (?:[A-Z]?[a-z]+ ){0,3}"
    r"(?i:correspondent|reporter|editor|columnist|writer)\b.{0,24})?"
)
"""A name, alone or with its bearer's post."""
_DESCRIBES = regex(
    r"关注|自由|撰稿人$|作家$|教授$|研究员$|毕业|长期|专栏|博主|学者$|创始人|主任$|现任|资深|从事|爱好者"
)
"""What stands behind a name and says who that is."""
_ENDS_NAMES = regex(
    rf"[|｜丨:：()（）\[\]【】。；;<>]|\s*[／/∕](?!\s*[\u4e00-\u9fff]{{2,4}}$)|[\s\u3000]+(?:{_OTHERS}|发自|综合|外电)|[，,](?=\S{{2,6}}[:：])|[，,](?=[^，,。]{{0,16}}(?:授权|发布|转载))|(?<![A-Za-z\d])\d{{4}}|[\s\u3000]{{2,}}(?=\S*[:：|｜])"
)
_ENGLISH = regex(
    r"^\W*(?:(?:written|analysis|opinion|reported|story|words|text|posted|compiled|translated|article) )?"
    r"(?:by:?\s+|(?-i:By)(?=(?-i:[A-Z][a-z]+ [A-Z])))"
    r"(?P<names>[^|·•;–—\n]{3,120})"
    r"|^\W*(?:authors?|words)\s*:\s*(?P<named>[^|·•;–—\n]{3,120})",
    re.I,
)
_READER = regex(r"\W*posted by\b")
_ABROAD = regex(
    rf"\W*(?:[Vv]on|[Pp]ar|[Pp]or|Di|Door|Autori?(?:in)?:)\s+"
    rf"(?P<names>{_LATIN}(?:(?:,| und| et| y) {_LATIN})*)"
    r"(?=$|\s*[|(•·,]|\s(?:am|le|el|vom)\s)"
)
"""Von Jane Doe und John Roe, Par Jane Doe."""
_AND_ABROAD = regex(r" (?:und|et|y) (?=[A-Z])")
_BY = regex(
    r"(?<![Pp]rovided )(?<!PROVIDED )\b[Bb][Yy]:?\s+(?P<names>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,3}"
    r"(?:(?:,| and| &) [A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,3})*)"
)
_MONTH = rf"(?:{'|'.join([*MONTHS, *MONTHS_SHORT, 'sept'])})"
_ENDS_ENGLISH = regex(
    r"\s+\S+@\S+\.\S+.*|\s+(?:19|20)\d\d\s?[-/.年].*"
    r"|\s*,\s+(?-i:The [A-Z]|[A-Z][\w-]+\.(?:org|com|net|news)\b).*"
    r"|,\s+(?-i:[A-Z]{2,5})\b.*|,\s+(?-i:[a-z][\w-]*) (?:[\w-]+ ){0,2}(?:reporter"
    r"|correspondent|editor|writer|columnist|analyst)\b.*"
    r"|,?\s+(?:staff|senior|special|contributing|associated|for|in|at|on|the|updated|published|posted|veröffentlicht|publié|follow|correspondent"
    r"|reporter|editor|editing|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    rf"|{_MONTH}(?=\.?\s\d)|(?:mon|tue|wed|thu|fri|sat|sun)(?=\.?,?\s(?:\d|{_MONTH}\.?\s\d)))\b.*|@\w.*",
    re.I,
)
_FROM_CITY = regex(r"\s+in\s+[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)?(?=,|\s+and\b|\s*$)")
"""Jane Doe|in Berlin| and John Roe: where somebody reports from, before another."""
_OF_PAPER = regex(
    r"\b(?:News|Times|Post|Daily|Gazette|Ledger|Standard|Observer|Star|Sun|Globe|Record|Register|Courier|Today|Journal|Herald|Tribune|Chronicle|Review|Weekly|Magazine|Media|Press"
    r"|Radio|TV|Blog|Team|Wire|Politics|Business|World|Sports?|Tech|Science|Health|Opinion)\b"
)
_SPLIT = regex(
    r"\s*(?:、|,|，|&|\band\b|\bwith\b|\s{2,}|\u3000|／|/|和(?=[\u4e00-\u9fff]{2,4}$)|(?<=[\u4e00-\u9fff]{2})实习生)\s*",
    re.I,
)
_WORKS_FOR = regex(
    r"^(?:[\u4e00-\u9fff]{0,8}(?:记者|专栏作[者家]|评论员|撰稿人)\s+(?=\S)|.{1,30}(?:部门?|团队|公司|集团|中心|学院|大学|研究[院所]|实验室|工作室|小组)\s+(?=\S{2,12}$))"
)
"""In front of a name its bearer's house, apart by a blank."""
_BEHIND_NAME = regex(r"(?<=[A-Za-z])(?:\s+[-–—|]\s?.*|(?:19|20)\d\d-.*)$")
"""Jane Doe - AP Technology Writers, Jane Doe2014-01-26."""
_SEVERAL = regex(r"[\u4e00-\u9fff]{2,4}(?:\s+[\u4e00-\u9fff]{2,4})+")
NO_NAME = regex(
    r"(?:新闻|网|[日晚时周早]报|在线|资讯|频道|编辑部?|编译|小编|[综整]合|匿名|佚名|未知|不详|小助手|助手|客服|机器人|本站|本刊|管理员|报导|报道|电视台"
    r"|[\u4e00-\u9fff]{2,}(?:学校|[小中大]学|医院|公司|集团|协会)|[\u4e00-\u9fff]{3,}(?:部|中心|办公室|融媒|委员会|教委|支部|政府)"
    r"|[页机脑]版|^[\u4e00-\u9fff]{2,3}[市县]|客户端|公众号|编辑室|专栏作[者家]|staff|editors?|admin|team|desk|news|wire|newsroom|reporters|correspondents?|agency|agencies|network|writers|redaktion.*|记者)$"
    r"|^(?-i:[A-Z]{3,6})$|^(?:广告|网络|原创|转载|更新|发布|发表|来源|作者|编辑|记者|责编)|时间|日期|注明",
    re.I,
)
"""What is a house, a post or a label of the page, in Simplified."""


def writers_of(row: Row, above: bool) -> list[str]:
    """The writers that a line names; below the text whoever posted is a reader who comments."""
    return said(row, above)[1]


def said(row: Row, above: bool) -> tuple[str, list[str]]:
    """How a line names its writers (`labelled`, as a `translator`, as who `posted` it), and them."""
    if _HELPERS.search(row.text):
        return "", []
    if not row.han or _ENGLISH.search(row.text):
        return "labelled", _in_english(row, above)
    for hints, pattern in _SHAPES if above else _SHAPES[:-1]:
        match = pattern.search(row.written) if any(map(row.written.__contains__, hints)) else None
        if match:
            start, end = match.span(match.lastgroup or "names")
            stop = _ENDS_NAMES.search(row.written, start, end)
            named, label = (
                names_in(row.text[start : stop.start() if stop else end]),
                row.written[match.start() : start],
            )
            if "记者" in label:
                # What follows may be what he was told, or cried at.
                named = [name for name in named if not _NO_REPORTER.fullmatch(name)]
            return _how(pattern, label), named
    return "", []


def _how(pattern: re.Pattern[str], label: str) -> str:
    if pattern is _POSTED:
        return "posted"
    return "translator" if _TRANSLATED.search(label) else "labelled"


_NO_REPORTER = regex(r"[\u4e00-\u9fff\s]{5,}")
_TRANSLATED = regex(r"(?:翻译|译者|(?<!编)译)\W*$")


def _in_english(row: Row, above: bool) -> list[str]:
    if not above and _READER.match(row.fold):
        return []
    english = _ENGLISH.search(row.text)
    if english:
        group = "names" if english["names"] else "named"
        return names_in(_without_house(_ENDS_ENGLISH.sub("", _FROM_CITY.sub("", english[group]))))
    abroad = _ABROAD.match(row.text)
    if abroad:
        return names_in(_AND_ABROAD.sub(", ", abroad["names"]))
    posted = WITH_POST.fullmatch(row.text.strip()) if above else None
    if posted:
        return [posted["name"]] if posted["post"] else []
    before = _BEFORE_DATE.match(row.text)
    if before and not _OF_PAPER.search(before["name"]):
        return [before["name"]]
    housed = _BEFORE_HOUSE.match(row.text)
    if housed:
        return names_in(housed["names"])
    named = _BY.search(row.text)
    return names_in(_ENDS_ENGLISH.sub("", named["names"])) if named else []


_SHAPES = (
    (("记者", "特派员", "编译"), _NAMED_FROM),
    (("访", "文", "报", "整理", "撰", "编", "翻译"), _CRAFT_NAME),
    (("文", "作者", "撰", "主", "整理", "采", "编译", "译", "记者", "稿"), _KEYED),
    (("记者",), _REPORTER),
    (("记者", "编译", "特派员", "主笔"), _OF_HOUSE),
    (("记者",), _REPORTER_REPORTS),
    (("中心", "组", "台", "室"), _DESK_NAME),
    (("／", "/", "∕"), _NAME_CITY),
    (("记者", "主笔", "作家", "撰稿", "特派员", "中文"), _NAME_POST),
    (("报道", "文", "采写", "撰稿", "编译", "整理"), _NAME_REPORTS),
    (("作者",), _POSTER),
    (("作者",), _AUTHOR_ALONE),
    (("发稿", "编译", "撰文", "采写"), _SENT),
    (("师",), _DOCTOR),
    (("作者",), _REPRINTED),
    (("由", "作者"), _POSTED_BY),
    (("发自",), _SENT_FROM),
    (("posted", "Posted"), _POSTED_AT),
    (("于", "来自", "人气", "评", "过", "回答", "写了"), _POSTED),
)
"""Each behind strings of which its finds have one."""


def _without_house(text: str) -> str:
    """By Jane Doe Fox News: without the outlet behind the last name."""
    words = text.split()
    for size in (3, 2, 1):
        if len(words) >= size + 2 and outlets.named(" ".join(words[-size:]).lower()):
            return " ".join(words[:-size])
    return text


def names_in(text: str) -> list[str]:
    """The names of a list of them, up to what says who the last one is."""
    named: list[str] = []
    for part in _SPLIT.split(text.strip()):
        part = _BEHIND_NAME.sub("", part).strip(" ·|｜/-—.,，。")  # noqa: PLW2901 - the same part, bare
        part = _WORKS_FOR.sub("", part)  # noqa: PLW2901
        if named and _DESCRIBES.search(part):
            break
        several = _SEVERAL.fullmatch(part)
        named += part.split() if several else [part]
    return [
        name
        for name in named
        if 1 < len(name) <= 40 and not NO_NAME.search(simplify(name)) and not name.isdigit()
    ]
