"""A sponsor's words, read out amid speech: from "a word from our sponsor" to "back to the story". Pure."""

from __future__ import annotations

from collections.abc import Sequence

from digest.cleaning.rows import Row
from digest.language.lazy import regex

_BEGINS = regex(
    r"\b(?:word|message|break) from (?:our|today's|this (?:week|episode|video)'s) sponsors?\b|\b(?:this|today's) (?:video|episode|show|podcast) is"
    r" (?:sponsored|brought to you|supported) by\b|\bthanks? (?:you )?to \w+ for sponsoring\b|\bright back after (?:this|the|a)(?: short| quick)? (?:break|message)"
    r"|感谢.{0,10}本(?:期|集|节目|视频|频道).{0,8}(?:赞助|金主)|感谢.{1,12}对本(?:期|集|节目|视频|频道).{0,8}(?:赞助|支持)|本(?:期|集)(?:视频|节目|播客)?.{0,4}由.{1,14}(?:赞助|冠名)|恰(?:个|一?下|口)饭"
)
_HINTS = (
    "sponsor", "brought to you", "supported by", "right back after", "赞助", "金主", "冠名", "对本", "恰",
)  # fmt: skip
"""Of which whatever begins so has one."""
_RETURNS = regex(
    r"\b(?:back to (?:the|our|gull|my)|welcome back|(?:okay|ok|alright|all right|anyway|now),? (?:so )?(?:back|let's get)|and we're back|with that said|on with the)\b"
    r"|说?回(?:到)?(?:正题|主题|我们|今天|视频|节目|这)|^好了?[，,]?\s?(?:我们|咱们)?(?:说|继续|回)|言归正传|接着(?:说|讲|聊)|书归正传|说回"
)
_SELLS = regex(
    r"\b(?:use|with|promo|discount) (?:my |the |our )?code\b|\bdot com\b|\.com\b|\bfree trial\b|\bper ?cent off\b|\d+ ?% off|\blink in (?:the|my) (?:description|bio)\b"
    r"|\b(?:visit|go to|head (?:over )?to) \S+ dot\b|\bsign up (?:today|now)\b|\bare you tired of\b|\bkeeps your\b|\bmoney-back\b"
    r"|下载|链接|优惠|折扣|领(?:取|券|个|三|一)|会员|点击|评论区?置顶|置顶评论|专属|立减|免费(?:试|领)|扫码|新用户|这款|一款"
)
_FARTHEST, _LEAST = 14, 1


def reads(rows: Sequence[Row]) -> frozenset[int]:
    """Places of the lines of *rows* in which a sponsor is thanked, praised and offered."""
    found: set[int] = set()
    whole = "\n".join([row.fold for row in rows])
    if not any(map(whole.__contains__, _HINTS)):
        return frozenset()
    at = 0
    while at < len(rows):
        if at in found or _BEGINS.search(rows[at].fold) is None:
            at += 1
            continue
        reach = range(at + 1, min(len(rows), at + 1 + _FARTHEST))
        back = next((n for n in reach if _RETURNS.search(rows[n].fold)), None)
        selling = [n for n in reach if _SELLS.search(rows[n].fold) and (back is None or n < back)]
        if selling:
            # Without a word of return the offer ends with the last line that sells, where these stand close.
            end = back if back is not None else _last_of(selling, at) + 1
            found.update(range(at, end))
            at = end
        else:
            at += 1
    return frozenset(found)


def _last_of(selling: Sequence[int], start: int) -> int:
    last = start
    for number in selling:
        if number - last > _LEAST + 2:
            break
        last = number
    return last
