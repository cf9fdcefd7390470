"""Pages in front of an article: downloads, walls, templates. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.language.lazy import regex

_FETCHING = (
    "下载积分 积分下载 下载资源 资源id 资源大小 全文页数 文档页数 资源格式 文档格式 文件格式"
    " 登录下载 免费下载 一键下载 下载文档 文档下载 立即下载 下载券 下载币 金币 文库 上传者"
    " 微信扫一扫登录 加入vip 开通vip vip免费 支付方式"
).split()
_FEWEST_FETCHING = 5
_OF_FETCHING = regex("下载|账号|密码|文库|vip|会员|充值|浏览器|金币|积分|上传|登录|预览|水印|本站|资源|支付")
_LEAST_BESIDE = 200
"""Characters, beside what is said of a download, that are a text."""


def is_download(text: str, read: Sequence[str]) -> bool:
    if "下载" not in text or sum(map(text.__contains__, _FETCHING)) < _FEWEST_FETCHING:
        return False
    told = [len(sentence) for sentence in read if not _OF_FETCHING.search(sentence.lower())]
    return sum(told) < _LEAST_BESIDE


_WALL = regex(
    r"(?:^|[。！？!?，,；;….\n>》】])[\s\u3000]*(?:请|可|点击|立即|马上|长按|微信|打开|使用|手机|用|或|扫描|[（(【\[]){0,3}(?:"
    r"(?:扫码|扫描.{0,4}二维码|扫一扫|关注[^。\n]{0,12}公众号|订阅|开通会员|付费|(?:下载|打开)[^。\n]{0,10}(?:app|客户端))"
    r"[^。\n]{0,16}(?:继续(?:阅读|看|观看)|(?:阅读|看|观看)(?:后续|剩余)|后续(?:内容|章节|剧情)"
    r"|(?:更多|全部|完整|免费)章节|解锁|剩余(?:内容|\d))"
    r"|(?:扫码|二维码|扫一扫)[^。\n]{0,16}(?:免费)?(?:阅读|看)(?:全文|全本|本章|下一章|完整|小说)"
    r"|(?:订阅|(?:开通|加入|成为)?会员|付费|购买|登录|解锁)[^。，\n]{0,6}(?:后|即可|方可|才[能可])(?:继续)?(?:阅读|查看|看)(?:全[文部]|完整|剩余)"
    r"|(?:继续阅读|阅读全[文本]|后续(?:内容|章节)|下一章|未完)[^。\n]{0,20}(?:扫码|扫描|扫一扫|二维码|公众号))"
)
"""A code to photograph, an account or a programme, and behind it how the text goes on: where one may
read all of it elsewhere too, it is no wall. It asks the reader: where somebody else is the one who pays, in
front of these words, it is news."""
_LEAST_BEFORE_WALL = 200
"""Characters before a wall that are a text: less is its first sentences."""
_LEAST_BROKEN_OFF = 500
"""The same where the last of them breaks off at the wall, and of Latin text."""
_BREAKS_OFF = regex(r"(?:\.{3,}|…)[\s\u3000]*$")


def is_walled(text: str, size: int, chinese: bool) -> bool:
    """*size*: characters of the page's *text* that may be printed."""
    if size >= _LEAST_BROKEN_OFF or not (found := (_WALL if chinese else _LATIN_WALL).search(text)):
        return False
    # It may begin with the last of the dots.
    before = text[max(0, found.start() - 8) : found.start() + 1]
    return not chinese or size < _LEAST_BEFORE_WALL or _BREAKS_OFF.search(before) is not None


_LATIN_WALL = regex(
    r"(?:^|[.!?] )to (?:continue|keep) reading\b[^.!?\n]{0,30}"
    r"\b(?:subscribe|log ?in|sign|register|join|become|create)\b|"
    r"(?:^|[.!?]) ?(?:please |already .{0,40}\? |or )?(?:subscribe|log ?in|sign ?(?:in|up)|register|join"
    r"|become a (?:member|subscriber)|create an? (?:free )?account|upgrade|pay)\b[^.!?\n]{0,50}?"
    r" to (?:(?:continue|keep|finish|unlock)\b[^.!?\n]{0,12}(?:reading|this|article|story|content)"
    r"|(?:read|view|see|access|get) (?:the )?(?:full|rest|whole|complete|entire|content|article|story))"
    r"|(?:^|[.!?] )(?:the rest of )?(?:this|premium|exclusive) (?:article|content|story|post|page) is "
    r"(?:only |exclusively )?"
    r"(?:available|reserved|for|exclusive)\b[^.!?\n]{0,12}(?:subscribers|members|registered)"
    r"|(?:^|[.!?] )you(?:'ve|’ve| have) (?:reached|used|read) (?:your|all|the)\b[^.!?\n]{0,30}"
    r"(?:limit|free articles)",
    re.M,
)
"""The same in English: it tells the reader to, at the beginning of a sentence."""

_SLOT = regex(
    r"(?<![a-z])x{1,4}(?P<behind>[\u4e00-\u9fff]{1,2})|(?<=20)xx(?=年)"
    r"|[×〇○]{2,4}(?P<crossed>[\u4e00-\u9fff]{1,2})"
)
_FEWEST_SLOTS, _SLOT_DENSITY = 6, 1 / 80
"""Different things that a template leaves open, and how many of a character: who hides a name hides few."""


_FILLER = regex(
    r"lorem ipsum|dolor sit amet|ut enim ad minim|duis aute irure|excepteur sint|consectetur adipisc"
)


def is_filler(text: str, read: Sequence[str]) -> bool:
    """Most of what is read is the Latin that a template is sold with."""
    if "dolor" not in text:
        return False
    filled = [len(sentence) for sentence in read if _FILLER.search(sentence.lower())]
    return 2 * sum(filled) > sum(map(len, read))


def is_template(text: str) -> bool:
    """XX路XX号: what should have been filled in, of one kind after the other."""
    if text.count("xx") + text.count("××") + text.count("○○") < _FEWEST_SLOTS:
        return False
    slots: list[str] = []
    end = -1
    for found in _SLOT.finditer(text):
        if found.start() > end:  # XX省XX市XX区 hides one place
            slots.append(found["behind"] or found["crossed"] or "")
        end = found.end()
    return len(set(slots)) >= _FEWEST_SLOTS and len(slots) > _SLOT_DENSITY * len(text)
