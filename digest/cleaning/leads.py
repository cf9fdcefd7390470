"""A byline glued in front of the first sentence: 〔記者甲某／某地報導〕, 【某報訊】. Pure.

The sentence begins behind it, so nothing in it is edited; the names are kept.
"""

from __future__ import annotations

import re

from digest.cleaning.rows import Row
from digest.cleaning.splice import Patched

_PLACES = (
    "台北|新北|桃园|台中|台南|高雄|基隆|新竹|嘉义|苗栗|彰化|南投|云林|屏东|宜兰|花莲|台东|澎湖|金门|马祖|香港|澳门|北京|上海"
    "|东京|首尔|华盛顿|纽约|旧金山|洛杉矶|伦敦|巴黎|柏林|布鲁塞尔|日内瓦|罗马|曼谷|新加坡|河内|雅加达|吉隆坡|马尼拉|悉尼|莫斯科|基辅"
)
"""Where agencies write from: the name in front of it ends there."""
_LEAD = re.compile(
    r"[〔【（(\[]\s*(?:[\u4e00-\u9fff]{2,8}\s)?(?:[\u4e00-\u9fff]{0,6}记者|编译|实习记者|特派员)\s*"
    r"(?P<names>[\u4e00-\u9fff·]{2,5}(?:[、\s][\u4e00-\u9fff·]{2,4}){0,3})\s*"
    r"[／/∕|｜]\s*[^〔〕【】（）()\[\]。]{1,20}[〕】）)\]]\s*"
    r"|[（(]\s*(?:[\u4e00-\u9fff]{2,3}社)\s*(?:(?:记者|特派员)\s*(?P<wired>[\u4e00-\u9fff]{2,4}?))?"
    r"(?:"
    + _PLACES
    + r"|[\u4e00-\u9fff]{2})(?:"
    + _PLACES
    + r")?\s*\d{1,2}\s*日?(?:综合)?(?:外电|专)?(?:报导|报道|电)[)）]\s*"
    r"|【[^】]{2,10}(?:专?讯|报道|电)】\s*"
    r"|(?:本报|本网|本刊|晨报|晚报|日报)讯\s*[（(]\s*(?:[\u4e00-\u9fff]{0,6}记者)\s*"
    r"(?P<told>[\u4e00-\u9fff·]{2,4}(?:[、\s][\u4e00-\u9fff·]{2,4}){0,3})[^（）()。]{0,30}[)）]\s*"
)
_FEWEST = 8
"""Characters that must follow: alone, the line is a byline and no head of a sentence."""


def _match(row: Row) -> re.Match[str] | None:
    if row.written[:1] not in "〔【（([本晨晚日":
        return None
    found = _LEAD.match(row.written)
    return found if found and len(row.written) - found.end() >= _FEWEST else None


def without_lead(row: Row) -> Patched:
    """The row's text from the first word of its author."""
    found = _match(row)
    return row.patched.cut([(found.end(), len(row.text))])[0] if found else row.patched


def names(row: Row) -> str:
    """The reporters that the lead names, as written; "" where there is none."""
    found = _match(row)
    if found is None:
        return ""
    group = next((name for name in ("names", "wired", "told") if found[name]), None)
    return row.text[slice(*found.span(group))] if group else ""
