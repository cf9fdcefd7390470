"""Whether a sentence calls upon its reader, or tells of others who scan, follow and download. Pure.

"扫码关注我们" and "潜水者扫码登记之后才能下水，每天限四十人。" have the same word. The
second has somebody of its own who does it, ends as sentences do, and speaks
neither of us nor to you: it is the author's.
"""

from __future__ import annotations

import re

from digest.language.lazy import regex

_STOPPED = regex(r"[。.；;！？!?…][”’」』\"')）]*$")
_CLAUSE_BEFORE = regex(r"[，,：:；;。.！!？?、“”\"「」（(]|(?<=[\u4e00-\u9fff])\s")
_WELCOME = (
    r"欢迎(?!(?:[全本][市县区校国]|各[地界])?(?:广大)?(?:民众|市民|居民|村民|群众|游客|旅客|乘客|家长|学生|师生|校友|企业|顾客|参观者|访客"
    r"|球迷|乡亲|老人|孩子|年轻人)(?!.*(?:关注|公众号|下载|订阅)))"
)
"""An office is told to ask the public; a page asks its reader."""
_SPEAKS = regex(
    r"您|我们|本号|本公?众?号|小编|[下上]方|文末|图中|以下|本[站网报刊]|请(?!求|教|假|客|愿|示|来|到|他|她|人|了)|快来|赶紧|立即|速戳"
    rf"|{_WELCOME}"
    r"|[~～]|\b(?:you|your|our|us|we|my|me|please|here)\b",
    re.I,
)
"""Words of one who speaks to a reader, or of a page about itself."""
_ASKS = regex(
    r"(?:listen|watch|read|follow|download|sign up|click|subscribe|join|check out|find out)\b", re.I
)
_CALLS = regex(
    r"(?:微信|手机|长按|点击|(?:^|读者|用户|大家|网友|粉丝|你们?|[均都也还即就])可以?|就|来|先|再|别忘了?|记得|喜欢的?(?:话|朋友)?|觉得.{0,4}|大家|朋友们?|读者|用户|更多.{0,8}"
    r"|然后|现在|马上|戳|和|或|并|一起)$"
)
_ENGLISH_CALLS = regex(r"\s*\b(?:to|and|or|then|just|simply|also|now|don'?t forget to)\s*$", re.I)
"""What may stand between the start of a clause and the call, and is nobody who does it."""
_REPORTED = regex(
    r"^(?!.{0,10}(?:小编|我们|本[号刊站网报]))[^，。：:？！\s]{2,24}(?:说|称|表示|要求|提醒|写着|写道|告诉[^，]{0,6}|呼吁|建议)[，,：:]"
)
_OF_US = regex(r"我们(?!的)|本[号刊站网报]|公众号|小编|[下上]方|文末|蓝字|读者群|福利")
"""Somebody in the article asks somebody else to do it."""
_NAMES = regex(r"(?:的[人者]|[量数率者]|人[数次])")
"""Behind the word: it only says which people, or how many times."""
_DONE = regex(r"[了过着](?!解)|某[个些位]")
"""It happened: nobody is asked to do it."""
_QUOTED = regex(
    r"(?:写[着道的了]?|印[着有了]?|贴[着有了]?|标[着有了]?|刻[着有了]?|挂[着有了]?|喊[着道了]?|[说问答称叫]|提示|显示|弹出|跳出|字样|一[行句张块][^，。“「\"]{0,6}|reads?|reading|said|says?"
    r"|wrote|shouted|sign)[^，。“”「」\"]{0,4}[：:，,]?\s*[“「『\"‘](?P<inside>[^”」』\"’]*)$"
)
"""What a board, a screen or a person says in the story; up to the words of the call."""
_SHORTEST = 12


def tells(sentence: str, found: re.Match[str]) -> bool:
    """Whether *sentence*, in which a rule *found* the words of a call, only tells of such a thing."""
    if len(sentence) < _SHORTEST or _STOPPED.search(sentence) is None:
        return False
    if _REPORTED.match(sentence) and not _OF_US.search(sentence):
        return True
    if _QUOTED.search(sentence[: found.start()]):
        return True
    if _SPEAKS.search(sentence) or _ASKS.match(sentence):
        return False
    if _NAMES.match(sentence, found.end()) or _DONE.search(sentence, found.start(), found.end() + 1):
        return True
    clause = _CLAUSE_BEFORE.split(sentence[: found.start()])[-1]
    if not clause.isascii():
        return len(clause) >= 2 and _CALLS.search(clause) is None
    return len(_ENGLISH_CALLS.sub("", clause).split()) >= 2
