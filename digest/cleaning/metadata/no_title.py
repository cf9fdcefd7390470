"""What stands where a title does and is none: a button, a credit, a label, who wrote it. Pure."""

from __future__ import annotations

from collections import Counter

from digest.cleaning.lines.topic import units
from digest.language.lazy import regex

NO_TITLE = regex(r"[×✕]|\(.*\)$|(?:getty images|ap photo|shutterstock|istock|afp|reuters)(?= )")
"""How a button, a note and a picture's credit begin; an agency that the text tells of may be in its title."""
NONE = regex(
    r"^by [a-z].*\d{4}|^by [a-z][^.:?!]{3,60}\s[•·|]$|^[a-z]+_[a-z_]+:\s"
    r"|^(?:@?keywords?|@?tags?|关键词|关键字|标签|主题词|编译自|译自|来源|链接|原文|索\s*引\s*号|文\s*号"
    r"|发布(?:单位|机构)|发文\S{0,2})\s*[:：]"
    r"|^(?:[一二三四五六七八九十]{1,3}|\d{1,2})、|^感谢|^(?P<name>.{2,16})\s(?:(?:icon|logo)\s?)?(?P=name)$|(?:[:：].*){3}[:：]"
    r"|^[a-z]0\d版?\s?[:：]|^第?[a-z]\d{1,3}版(?!的)(?:[\s:：|｜·,，/]|.{0,4}$)|^第\d{1,3}版(?:[\s:：|｜·,，/]|.{0,4}$)"
    r"|[(（](?:路透|法新|美联|欧新|中央|彭博|新华|中新)社?\s?[／/][^（）()]{1,16}[)）]$"
    r"|。\s*[(（][^（）()]{2,24}[)）]$|[。\s]图\s?[／/:：][^。]{1,20}$"
    r"|[(（][^（）()]{0,8}(?:翻摄|画面|资料[照图]|档案[照图]|示意图|传真)[^（）()]{0,12}[)）]$"
    r"|^[(（].*[)）]$|^(?:illustration|image|photo|file photo)\b|[(（].{2,12}(?:提供|供图|[摄攝])[)）]$"
    r"|[\d,.]\s?[万千k]?\s?人赞同了该|\S[/／]?摄$|[(（]网络图片"
    r"|[(（](?:file|handout|stock|representat(?:ive|ional)) (?:photo|image|picture)s?[)）]$"
    r"|\bfile (?:photo|picture)$"
    r"|[-–—/]\s?(?:google|wiki(?:media|pedia)|pixabay|unsplash)(?: commons)?(?: (?:image|photo|picture)s?)?$"
    r"|^[^:：]{2,6}(?:费用|票价|人数|天数|评分|电话|地址|时间|类型|级别|面积|单价)\s*[:：]"
    r"|我是广告|请继续往下阅读|^打开.{2,12}(?:查看|看|阅读).{0,6}(?:更多|全文|图片|高清)"
    r"|^\S{0,8}记者\s?[\u4e00-\u9fff]{2,4}\s?[／/]\s?\S{2,5}报[导道]$"
    r"|(?:时间|日期|作者|人气|浏览|阅读|点击)\s*[:：].{1,24}(?:时间|日期|作者|人气|浏览|阅读|点击)\s*[:：]"
    r"|(?:手机|扫码|客户端|下载|app).{0,8}更(?:方便|精彩|流畅|便捷)[！!]?$"
    r"|^(?:back|return) to (?:the )?(?:\w+ ){0,2}(?:page|home|top|list|index|blog|articles?|news)$"
    r"|^you can (?:also )?(?:find|follow|reach|contact) .*\b(?:on|at|via)$"
    r"|\bshare (?:this|on)\b|\d shares\b|\b(?:sign|log) in\b|\bclick here\b"
    r"|\b(?:previous|next) (?:page|post|article|episode)\b|[上下]一[章页頁篇回]"
)
"""Who wrote it and when, a program's field, its key words and its source, one of its parts, thanks, a name
twice, many labels, the page of a paper, an agency's picture, a sentence with its credit, a note in
brackets, a picture's, or what it was taken for, a field of a form; between what an advertisement stands; a
reporter with his place, two labels of a line of account; what visitors are offered, and what buttons
say."""


def are_keywords(fold: str) -> bool:
    """For machines that search, one word in ever new company: 渔村图书馆,石螺岛图书馆,船长图书馆.

    Of many parts, which no title has, any three may share it.
    """
    parts = [set(units(part)) for part in _APART.split(fold) if part]
    if len(parts) >= _FEWEST_KEYWORDS and set.intersection(*parts[:_FEWEST_KEYWORDS]):
        return True
    listed = [part for part in fold.split("_") if part]
    times = Counter(unit for part in listed for unit in set(units(part)))
    return len(listed) >= _MANY_KEYWORDS and max(times.values(), default=0) >= _FEWEST_KEYWORDS


_APART, _FEWEST_KEYWORDS, _MANY_KEYWORDS = regex(r"[,，_、|｜\s]+"), 3, 5
