"""How a byline states its house, and how the text itself says where it stood first. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata.no_house import NO_HOUSE
from digest.cleaning.metadata.places import HEAD
from digest.cleaning.metadata.signatures import COMPILED, closing
from digest.language.lazy import regex
from digest.language.months import MONTH_EN, WEEKDAY_EN

_SOURCE = regex(
    r"(?:^|[\s(（【\[|｜]|\u3000)(?:本文|文章|稿件|信息|内容|新闻)?"
    r"(?:来\s?源|稿源|出处|来自|转自|转载自|首发于?|原载于?|source|via)\s*"
    r"(?:[:：|｜丨/]|于[:：])\s*"
    r"(?:《\s*(?P<paper>[^《》|｜丨\s:：,，。()（）]{2,16})\s*》"
    r"|(?P<name>[^|｜丨\s:：,，。()（）\[\]【】]{2,24}(?: [A-Za-z][^|｜丨:：,，。()（）]{0,30})?))",
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
_FROM = r"(?:来自于?|来源于?|转自|转载[自于]|首发[自于在]?|原载于?|原?刊[载发登]?于|源自|出自|摘自)"
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
_HOUSE_CLOCK = regex(
    r"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2}(?: and [A-Z][\w .'’-]{3,40}?)?, "
    r"(?P<name>[A-Z][\w .&’'-]{1,30}?) \d{1,2}:\d\d [ap]\.?m\.?,? "
    rf"(?:[A-Z]{{2,4}},? )?{MONTH_EN} \d{{1,2}}, (?:19|20)\d\d"
)
"""Jane Doe, THE TRAM 3:53 p.m. EST January 25, 2014."""
_HOUSE_END = regex(
    r"(?<=[\u4e00-\u9fff]{2})[\s]*(?:综合(?:报道|报导|整理)?|綜合(?:報道|報導|整理)?|整理|编译组|编译部"
    r"|编译团队|编辑部|网页版|手机版|客户端|and (?:news )?agencies|官方[账帐][号户]|官方帳號)$"
    r"|[\[【(（](?:综合|整理|编译|转载|原创)[\])）】]$"
)
"""How the house put it together is no part of its name."""
_REPORTERS_OF = regex(
    r"(?:^|[\s【（(])(?P<name>[\u4e00-\u9fffA-Za-z0-9]{1,8}[报網网社刊台闻讯经新聞周刊末]{1,2}|[A-Z]{2,6}\s?中文|财新|澎湃|界面)"
    r"\s*(?:全媒体|融媒体?|首席|资深|见习|特约|驻.{2,4})?(?:记者|编译|特派员)"
    r"|(?:^|\s)文\s*[／/|｜:：]\s*(?P<desk>[\u4e00-\u9fffA-Za-z]{2,8}?)编辑部(?=\s)"
    r"|^(?P<agency>[\u4e00-\u9fff]{1,5}[社网])[\u4e00-\u9fff·]{2,8}?\d{1,2}月\d{1,2}日电"
)
"""某某全媒体记者, 文／某某编辑部 甲某, 某某社某地5月6日电 题：…."""
_ENDED = regex(
    r"[。！？!?”」』][\s(（【\[]*(?:本文|文章|稿件|信息|内容|新闻)?来源\s*[:：]\s*(?P<name>[^\s:：,，。;；()（）【】\[\]]{2,16})[\s)）】\]]*$"
)
_OF_DESK = regex(
    r"(?:^|[\s|｜(（])(?:作者|编辑|责任编辑|文|供稿|发布)\s*[:：／/|｜]\s*(?P<name>[\u4e00-\u9fff]{2,10}?[报网社台刊])"
    r"(?:要闻|新闻|编辑|采编|采访|综合|宣传|总编|专题|社会|时政|融媒体?)(?:部|中心|[组室])"
)
"""作者：某某网要闻部: a desk of the house stands where a writer would."""
_SIGNED_FOR = regex(
    r"[（(]\s*(?P<name>[\u4e00-\u9fff]{2,8}?[报网台])(?:讯|消息)?\s*[-—－/／]?\s*(?:见习|实习|首席)?(?:记者|通讯员)\s*[\u4e00-\u9fff]{2,4}[^（()）]{0,20}[)）]\s*$"
)
"""Behind the last sentence: （某某网讯-记者 甲某）."""
_ENDING = 40
"""Characters behind the last sentence of a text in which it may say so."""
_STATED = (
    _SOURCE,
    _REPORTERS_OF,
    _OF_DESK,
    _ACCOUNT_DATE,
    _DATE_HOUSE,
    _DATE_PAPER,
    _PAPER_DATE,
    _HOUSE_CLOCK,
    _REPRINTED,
)
"""How a byline names its house, the surest first."""


def stated(rows: Sequence[Row], fates: Sequence[str], wrote: set[str]) -> str | None:
    credits = [row for row, fate in zip(rows, fates, strict=True) if fate == "byline"]
    # In brackets, between the paragraphs, a picture or a film says where it is from.
    credits.sort(key=lambda row: row.text[0] in "（(")
    for pattern in _STATED if credits else ():
        for row in credits:
            found = pattern.search(row.written)
            if found is None:
                continue
            if pattern is _ACCOUNT_DATE and _is_board(rows):
                continue
            if pattern is _SOURCE and not row.han and _is_inside(row, rows, fates):
                continue
            group = found.lastgroup or "name"
            name = row.text[slice(*found.span(group))].strip(" /／∕|｜-")
            if name and name not in wrote and not NO_HOUSE.search(found[group].strip()):
                return _HOUSE_END.sub("", name)
    last = next(
        (row for row, fate in zip(reversed(rows), reversed(fates), strict=True) if fate == "body"), None
    )
    ended = _ENDED.search(last.written) if last and "来源" in last.written[-_ENDING:] else None
    signed_for = _SIGNED_FOR.search(last.written, max(0, len(last.written) - _ENDING)) if last else None
    for found in (ended, signed_for):
        if last and found and not NO_HOUSE.search(found["name"]):
            return last.text[slice(*found.span("name"))]
    for row in closing(rows, fates):
        signed = COMPILED.search(row.text) if "编译" in row.text else None
        if signed:
            return signed["house"]
    return None


def _is_inside(row: Row, rows: Sequence[Row], fates: Sequence[str]) -> bool:
    """Whether it stands between two paragraphs: there a picture says whose it is."""
    body = [other.number for other, fate in zip(rows, fates, strict=True) if fate == "body"]
    return bool(body) and body[0] < row.number < body[-1]


_OF_BOARD = frozenset({"使用道具", "只看该作者", "回复使用道具", "显示全部楼层"})
"""What the program of Chinese boards sets beside each post."""


def _is_board(rows: Sequence[Row]) -> bool:
    """Whether beside a day stands who posted, or what he may, and no house."""
    return any(len(row.fold) <= _LONGEST_BUTTON and "".join(row.fold.split()) in _OF_BOARD for row in rows)


_LONGEST_BUTTON = 10


def first_in(rows: Sequence[Row], fates: Sequence[str]) -> str | None:
    """Where a reprint says that the text stood first."""
    for row, fate in zip(rows, fates, strict=True) if "byline" in fates else ():
        found = _FIRST_IN.search(row.written) if fate == "byline" else None
        if found and not NO_HOUSE.search(found["name"]):
            return row.text[slice(*found.span("name"))]
    return None


_ON_TERMS = regex(
    r"(?:转载(?:时)?(?:请|须|务必)?注明|原创文章)[^。]{0,12}?[:：，,]\s*(?:本?文章?)?(?:转载自|转自|来自|出自)\s*(?P<name>[^\s，。:：；;\[\]()（）《》]{2,16})"
    r"|版权(?:属于|归属?于?)\s*[:：]\s*(?P<own>[^\s，。:：；;\[\]()（）《》]{2,16})"
)
"""How programs of blogs close: 转载请注明：转载自某某, 版权属于：某某."""


def on_terms(rows: Sequence[Row], fates: Sequence[str], wrote: set[str]) -> str | None:
    """Whom to name where the text is printed again, in a line of the site's."""
    for row, fate in zip(rows, fates, strict=True):
        may = fate == "removed" and row.han and ("转" in row.fold or "版权" in row.fold)
        found = _ON_TERMS.search(row.written) if may else None
        name = row.text[slice(*found.span(found.lastgroup or 0))] if found else ""
        if found and name not in wrote and not NO_HOUSE.search(found[found.lastgroup or 0]):
            return name
    return None


_LABEL = regex(
    r"(?:\d\.\s?)?(?:(?:媒体|新闻|文章|稿件|信息|本文)?来源|(?:来源|首发)媒体|published (?:by|in)|source)"
    r"\s*[:：]|(?:[·•]\s*)?来源\s*[·•]"
)


_IS_NAME = regex(r"[^|｜:：，,。；;\d]{2,40}")
_LONGEST_HOUSE = 40


def below_label(rows: Sequence[Row], fates: Sequence[str], wrote: set[str]) -> str | None:
    """The house on the line below "1.媒体来源:", as a board wants it named, above the text."""
    body = fates.index("body") if "body" in fates else 0
    for label, row in pairwise(rows[: max(2 * HEAD, body)]):
        if label.fold[-1:] not in ":：·•" or len(row.text) > _LONGEST_HOUSE or row.stops:
            continue
        if _LABEL.fullmatch(label.fold) and _IS_NAME.fullmatch(row.text.strip()):
            name = row.text.strip()
            return None if name in wrote or NO_HOUSE.search(row.written) else name
    return None
