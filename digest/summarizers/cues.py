"""What the surface of one sentence tells an editor: facts in it, and reasons not to print it alone.

Every cue is a number from 0 to 1. Those made of words are listed in
``cues.toml``; those made of marks are here. A cue reads the simplified text of
one sentence and must hold for any article.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

Cue = Callable[[str], float]

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_OPENERS = r"^[\s“\"‘'「『（(【\[—–-]*"

# A quantity, not any digit: neither a year nor the 4 of a model's name.
_QUANTITY = re.compile(
    r"\d[\d,.]*\s*(?:[%％万亿千百倍人名位家个天周岁票次项款起张台辆股席吨元]|小时|分钟|美[元金]|公里|年(?:内|间|多|来|后))"
    r"|百分之[一二三四五六七八九十百零点]+|[一二两三四五六七八九十百千万亿半]+(?:[名位天周倍万亿成]|个月|小时|年(?:内|间|多|来|后))"
    r"|[$€£¥]\s?\d|\b\d[\d,.]*\s*(?:%|(?:percent|[mb]illion|thousand|people|days?|hours?|weeks?|months?|years|miles|times)\b)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|[mb]illions?|half)\b",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?<![.!?:“\"'] )(?<!^)\b[A-Z][\w’'-]*")
_LATIN = re.compile(r"[A-Za-z][\w.+-]*")
_CHINESE_NAMES = re.compile(
    r"·|《[^》]+》|“[^”]{2,12}”|公司|集团|大学|委员会|部门|董事会|研究院|法院|政府"
    r"|局长|部长|总统|主席|总裁|创始人|首席|教授|记者"
)
_LEAD_IN = re.compile(
    r"[:：—]\s*$|(?:如下|以下几点)[。.]?$"
    # A transcript breaks off before what is said: "the board then told the staff".
    r"|(?:表示|认为|透露|指出|[说称]|宣布|告知[^，。]{0,4}|发现|强调|相信|包括|例如|以及|[和或但与对在把被]|因为|如果"
    r"|时候|期间|过程中|之[后前际]|以来|同时|[后前]的几天|情况下|方面看?|有关[^，。]{2,20}的报道)$"
)
_FINISHED = re.compile(r"[。！？!?….;；:：][”’\"'」』）)\]]*$")
_TRAILS_OFF = re.compile(r"(?:…|\.\.\.)[”’\"'」』）)]*$")
_OPEN_QUOTE = re.compile(r"^[\s—–-]*[“\"‘「『]|^'\s")
_CLOSE_QUOTE = re.compile(r"[”\"’」』][。.！!？?，,]?$|'$")
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|『[^』]*』|\"[^\"]*\"")
_SAYS = re.compile(r"[说道称问写答示](?:[:：，,]|$)|\b(?:said|says|told|wrote|asked|added)\b", re.IGNORECASE)


def is_chinese(text: str) -> bool:
    """Whether the Chinese cues are to be looked for, rather than the English ones."""
    return _HAN.search(text) is not None


@cache
def cues(chinese: bool) -> dict[str, Cue]:
    """Every cue by its name, for sentences with Han characters or for those without."""
    listed = tomllib.loads(files("digest.summarizers").joinpath("cues.toml").read_text("utf-8"))
    of_words = {name: _count(_pattern(entry, chinese), entry["full"]) for name, entry in listed.items()}
    return {**of_words, **_OF_MARKS}


def _pattern(entry: dict[str, Any], chinese: bool) -> re.Pattern[str]:
    start = _OPENERS if entry["where"] == "start" else ""
    if chinese:
        return re.compile(f"{start}(?:{'|'.join(entry['zh'])})")
    word = "" if start else r"\b"
    return re.compile(rf"{start}{word}(?:{'|'.join(entry['en'])})\b", re.IGNORECASE)


def _count(pattern: re.Pattern[str], full: int) -> Cue:
    search = pattern.search
    if full == 1:
        return lambda text: 1.0 if search(text) else 0.0

    def cue(text: str) -> float:
        found, place = 0, search(text)
        while place and found < full:
            found, place = found + 1, search(text, max(place.end(), place.start() + 1))
        return found / full

    return cue


def _names(text: str) -> float:
    patterns = (_LATIN, _CHINESE_NAMES) if _HAN.search(text) else (_CAPITALS,)
    return min(1.0, sum(len(pattern.findall(text)) for pattern in patterns) / 5)


def _quote_share(text: str) -> float:
    return min(1.0, sum(len(found) for found in _QUOTED.findall(text)) / max(1, len(text)))


def _bare_quote(text: str) -> float:
    """A quotation without its speaker, or a piece of one."""
    if text.count("“") != text.count("”") or text.count('"') % 2 == 1:
        return 1.0
    if not (_OPEN_QUOTE.search(text) and _CLOSE_QUOTE.search(text)):
        return 0.0
    return 0.0 if _SAYS.search(_QUOTED.sub("", text)) else 1.0


_OF_MARKS: dict[str, Cue] = {
    "numbers": _count(_QUANTITY, 2),
    "names": _names,
    "question": _count(re.compile(r"[?？][”’\"'」』）)]*$"), 1),
    "exclamation": _count(re.compile(r"[!！][”’\"'」』）)]*$"), 1),
    "lead_in": _count(_LEAD_IN, 1),
    "unfinished": lambda text: 0.0 if _FINISHED.search(text) else 1.0,
    "trails_off": _count(_TRAILS_OFF, 1),
    "spoken": _count(re.compile(r"[呢吧啊嘛呀哦啦哎](?=[，。！？,!?]|$)|啥|咋|挺"), 1),
    "aside": _count(re.compile(r"[（(][^）)]{3,}[）)]"), 1),
    "bare_quote": _bare_quote,
    "quote_share": _quote_share,
    "opens_quote": _count(_OPEN_QUOTE, 1),
}
