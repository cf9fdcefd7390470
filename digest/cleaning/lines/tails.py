"""What a site glues behind the last sentence of a line: an end mark, a way back, an address. Pure.

西安。（完）, 一成。返回某站，查看更多, 2026年。www.example.org, 一只。1130312, flights.&nbsp;, 成。[ 打印 ] —
without it the line ends as sentences do, and is judged by what its author wrote.
"""

from __future__ import annotations

import re

from digest.cleaning.text.splice import Patched
from digest.language.lazy import regex
from digest.language.script import HAN

_PICTURES = "\u203c\u2049\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff"
_STOP = "。！？!?…”」』"
_GLUED = regex(
    rf"(?<=[{_STOP}.\"])\s*(?:"
    r"[（(【\[［]\s*(?:全文)?(?:完|終|终|END|end|End|完结|完結|图片来自网络|…+|\.{3}|&#8230;)\s*[)）】\]］]"
    r"|-?\s?[Aa]dvertisement(?:\s*[-·|—–]+\s*(?:[Ss]croll|[Ss]tory|[Aa]rticle|[Cc]ontinue)[\w ]{0,30})?"
    r"|1[01]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=$)"
    r"|\(View Highlight\)|[■□◆◇●▲△♦█▍]+|\bEND\b|-+\s?END\s?-+|#{2,3}"
    r"|(?:返回|回到).{1,10}[，,]?\s*(?:查看|看|阅读|閱讀)更多.{0,4}|(?:点击)?(?:查看|显示|放大)(?:大图|原图|图片|图集)[>»›]*|点击图片(?:放大|查看).{0,4}|[>»›]*\s*(?:查看|阅读|閱讀|点击|點擊|展开|展開|收起)(?:全文|原文|更多|详情)[>»›…]*"
    r"|(?:收起|展开|展開|全文)[cdＣＤ]?(?=$)"
    rf"|(?:\s*\[ [{HAN}]{{2,6}} \])+(?=$)"
    r"|(?:https?://|www\.)[\w./?=&%#~+:@-]+"
    r"|(?:\s*[#＃][^\s#＃]{1,24}[#＃]?){1,12}"
    r"|(?:\s*(?:O|o)?网页链接|\s*L[^\s。，]{1,16}的微博视频)+"
    r"|(?:&(?:amp;)*(?:nbsp|ensp|emsp|thinsp|#160|#12288|zwnj);?\s*)+"
    rf"|(?:\s*[{_PICTURES}])+"
    r")+$"
)
_MAY_END = frozenset("图大)）】]］■□◆◇●▲△♦█▍D#＃多…>»›文情cd开展収起接频頻;；/")
_FIRST_PICTURE = "\ufe0f"
"""Behind the letters of all scripts but a few."""
_REACH = 160


def without_tail(part: Patched) -> Patched:
    """*part*, a line, up to the last mark of its last sentence."""
    text = part.text
    if not text or not (
        text[-1] in _MAY_END or text[-1] >= _FIRST_PICTURE or (text[-1].isascii() and text[-1].isalnum())
    ):
        return part
    found = _GLUED.search(text, max(0, len(text) - _REACH))
    return part.cut([(0, found.start())])[0] if found else part


_TAG = regex(rf"(?<=[{HAN}）)”」][。！？：:])(?:(?P<latin>[A-Za-z][A-Za-z0-9.+#-]{{1,14}})|[{HAN}]{{2,4}})$")
_FEWEST_TAGS, _SHORTEST_TAGGED = 3, 12


def without_tags(parts: list[Patched]) -> list[Patched]:
    """*parts* without the words, another each time, that a copy set behind the last stop of its paragraphs.

    编码问题等。java, 255 个。mysql, 可以显示出来。数据库: known by those in Latin, which nobody sets there.
    """
    found = [_tag(part.text) for part in parts]
    latin = {
        tag["latin"] for tag in found if tag and tag["latin"] and tag.string[tag.start() - 1] not in ":："
    }
    if len(latin) < _FEWEST_TAGS:
        return parts
    return [part.cut([(0, tag.start())])[0] if tag else part for part, tag in zip(parts, found, strict=True)]


def _tag(text: str) -> re.Match[str] | None:
    if len(text) < _SHORTEST_TAGGED or not text[-1].isalnum():
        return None
    return _TAG.search(text, len(text) - _LONGEST_TAG)


_LONGEST_TAG = 18
