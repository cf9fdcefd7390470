"""What was awaited and has come: talks and their end, a meeting and its result, a deal, a trial. Pure.

Two articles rarely say it in the same words (谈判正在进行中; 双方已原则上达成协议), and
many have no date. But an outcome cannot come before what it is the outcome of, so who tells
one is the newer, unless both are dated and say otherwise.
"""

from __future__ import annotations

import functools
import operator
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digest.language.cues import Cue, cue
from digest.language.lazy import regex
from digest.story.statements import outlook
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import DAY, Material, Statement

_UNDATED, _ANY = "9999", "0"
"""The age of an outcome, and of what awaits one, in an article without a date: each may be the newer."""


@dataclass(frozen=True, slots=True)
class _Course:
    """What a sentence says while the end is *awaited*, and what one says once it *came*."""

    awaited: Cue
    came: Cue
    by_day: bool = False
    """Whether the day makes it one: of two meetings of a firm each has its own result."""
    of_people: bool = False
    """Whether it is of a person: a court sentences one of several."""


_MEETING = "(?:股东大?会|董事会(?:会议)?|理事会|会议|大会|峰会|听证会|表决|投票|选举|公投)"
_RESULT = (
    f"{_MEETING}[^，。；]{{0,6}}结果(?!将|有待|尚|仍|还)|(?:会|会议|大会)上?，?[^，。；]{{0,20}}被(?:罢免|免去|免职|解除|解任|选为|推选)"
    f"|{_MEETING}[^，。；]{{0,16}}(?:通过了|否决了?|未能?通过|罢免了|选出了?)"
)
_DEAL = "(?:收购|合并|并购|交易|acquisition|merger|takeover|deal)"
_VERDICT = "(?:裁决|判决|裁定|原判|刑期|禁赛期?|处罚)"
_COURSES = (
    _Course(
        cue(
            "(?:谈判|协商|磋商|商谈|洽谈)[^，。；]{0,8}(?:正在|[仍还]在|继续|尚未|陷入僵局)|正在[^，。；]{0,16}(?:谈判|协商|磋商|商谈|洽谈)"
            r"|(?:talks|negotiations) (?:are|were) (?:still |now )?(?:ongoing|under ?way|continuing)"
            r"|(?:is|are) (?:still )?in talks"
        ),
        cue(
            "达成了?[^，。；]{0,8}(?:协议|一致|和解|共识)|(?:谈判|协商|磋商)[^，。；]{0,6}(?:破裂|失败|告吹|无果)"
            r"|(?:reached|struck|signed) an? (?:\w+ ){0,2}(?:agreement|deal)"
            r"|talks (?:failed|collapsed|broke down)"
        ),
    ),
    _Course(
        cue(
            rf"{_MEETING}[^，。；]{{0,10}}结果[^，。；]{{0,8}}(?:有待|尚未|仍未|未知|揭晓|公布)|(?:此次|本次|这次|今[天日]的?)[^，。；]{{0,8}}{_MEETING}上?[^，。；]{{0,6}}(?:讨论|审议|表决)"
            rf"|(?:将|要|会|还)在?[^，。；]{{0,8}}{_MEETING}上(?:讨论|审议|表决)|如果[^，。；]{{0,8}}(?:计划|议案|提案|动议)[^，。；]{{0,6}}(?:实施|通过|得逞|成功)"
        ),
        cue(_RESULT),
        by_day=True,
    ),
    _Course(
        cue(
            rf"{_DEAL}[^，。；]{{0,24}}(?:[仍尚]未|[仍还][需待]|有待|需要)[^，。；]{{0,8}}(?:批准|完成|审查|获批|通过)|(?:[仍尚]未|[仍还][需待])[^，。；]{{0,4}}(?:批准|完成)[^，。；]{{0,12}}{_DEAL}"
            rf"|{_DEAL}[^，。；]{{0,8}}(?:要到|预计|预期|有望|将于|定于)[^，。；]{{0,16}}(?:完成|批准|获批)"
            "|(?:走完|完成|通过)[^，。；]{0,8}(?:程序|审批|审查)(?:之?[前后])"
        ),
        cue(
            rf"(?<![将能才未待要到会])完成(?!之?[后前])[^，。；]{{0,24}}{_DEAL}(?!之?[后前]|需|必须)|{_DEAL}[^，。；]{{0,6}}(?:已经?|正式|宣告)完成"
            rf"|(?:completed|closed) (?:its|the|their) [^,.;]{{0,40}}{_DEAL}"
            rf"|{_DEAL} was (?:completed|consummated|closed)"
        ),
    ),
    _Course(
        cue(
            r"(?:如果|[假倘]?若|一旦)[^，。；]{0,8}成功(?!率)|\bif (?:\w+ ){0,3}successful"
            "|失去(?:了)?联[系络]|失联|异常情况|lost contact|emergency situation"
        ),
        cue(r"失败(?:告终)?|坠毁|撞毁|相撞|不复存在|告吹|\b(?:crashed|collided|failed|ended in failure)\b"),
    ),
    _Course(
        cue(
            "(?:[仍还][需待]|有待)[^，。；]{0,16}(?:验证|证实|检验)|(?:重复|复制|验证)(?:实验|研究)[^，。；]{0,4}(?:正在|[仍还]在)|无法(?:确定|证实)"
        ),
        cue(
            "盖棺论定|证伪|最后一击|谜团的答案|解开[^，。；]{0,12}之谜|(?:明确|证实|证明|确认|表明)[^，。；]{0,20}(?:并非|不是|不具|没有)"
        ),
    ),
    _Course(
        cue("(?:准备|计划|打算|将|拟|威胁)[^，。；]{0,16}(?:起诉|提起诉讼|提告|告上法|(?<!何种)法律行动)"),
        cue(
            "(?:已经?|正式|[于在]|周[一二三四五六日])[^，。；]{0,30}(?:提起(?:了)?诉讼|起诉了?[^，。；]{2}|提告|告上法)"
        ),
    ),
    _Course(
        cue(
            "将(?:被|会)?[^，。；上]{0,6}(?:移送|移交)[^，。；]{0,8}|(?:等待|等候|有待|面临)[^，。；上]{0,8}(?:宣判|判决|开庭)"
        ),
        cue(r"被[^，。；、]{0,20}?，?判(?:处|刑|监|囚|入狱|有期|无期|死)|获刑|\b(?:was|were) sentenced|判刑"),
        of_people=True,
    ),
    _Course(
        cue(
            # Not 将上诉: what was set aside may be the judgement before the one that is appealed against.
            "上诉[^，。；]{0,12}(?:尚未|仍未|有待|未知)"
        ),
        cue(
            f"(?:驳回|撤销|推翻|维持|改判)[^。；]{{0,24}}(?:上诉|{_VERDICT})|{_VERDICT}[^。；]{{0,16}}(?:减至|减为|缩短)"
            "|上诉[^，。；]{0,6}(?:失败|成功|胜诉|败诉|被驳回)"
        ),
        of_people=True,
    ),
    _Course(
        cue("(?:将会?|即将)(?:担任|出任|暂任)?[^，。；]{0,4}(?:临时|代理)(?:CEO|首席执行官|行政总裁|总裁)"),
        cue("(?:重新聘请|重返|复职|重新担任|让他?重新)[^，。；]{0,24}(?:CEO|首席执行官|行政总裁|总裁)"),
    ),
)
_MAY_AWAIT = functools.reduce(operator.or_, (course.awaited.signs for course in _COURSES))
_AGAIN = regex("二审|再审|重审")
"""After a verdict there is another."""


def overtaken(material: Material, statement: Statement) -> bool:
    """Whether an article, its own or one that is no older, tells the outcome of what *statement* awaits."""
    if not statement.signs & _MAY_AWAIT:
        return False
    for rank in _awaited(material, statement):
        course, came = _COURSES[rank], _came(material, rank)
        keys = _days_of(material, statement) if course.by_day else _bearers(material, statement, course)
        mine = _age(material, statement, _ANY)
        if any(came.get(key, "") >= mine for key in keys):
            return True
    return False


@once_for_copies
def _awaited(material: Material, statement: Statement) -> tuple[int, ...]:
    """The courses whose outcome it awaits."""
    text = statement.simple
    return tuple(
        rank
        for rank, course in enumerate(_COURSES)
        if course.awaited.search(text)
        and not course.came.search(text)
        and not (course.of_people and _AGAIN.search(text))
    )


def _came(material: Material, rank: int) -> Mapping[str, str]:
    """The age of the newest outcome of a course, by who or what day it is of."""
    known: dict[int, dict[str, str]] = material.answers[_came]
    if rank not in known:
        course, found = _COURSES[rank], defaultdict[str, str](str)
        for each in material.statements:
            if _tells(material, each, rank):
                for key in _own_day(each) if course.by_day else _bearers(material, each, course):
                    found[key] = max(found[key], _age(material, each, _UNDATED))
        known[rank] = dict(found)
    return known[rank]


@once_for_copies
def _tells(material: Material, statement: Statement, rank: int) -> bool:
    """Whether it tells the outcome of the course of that *rank*."""
    return _COURSES[rank].came.search(statement.simple) is not None and not outlook.is_open(statement)


def _age(material: Material, statement: Statement, undated: str) -> str:
    return material.published(statement.document) or undated


def _bearers(material: Material, statement: Statement, course: _Course) -> Iterable[str]:
    """Whom and what it tells of; of nobody and nothing (这种材料..): what the last that names any does."""
    if course.of_people:
        return [key for key in statement.entities if key not in material.firms]
    for each in (statement, *reversed(material.before(statement, REACH))):
        if named := (*each.entities, *_things(each.simple)):
            return named
    return ()


REACH = 3
"""Sentences back at which 这种材料 is named."""


def _things(simple: str) -> list[str]:
    """What is no person and no firm but has a name: “海燕-7”号, 海燕7, XK-12."""
    named = (found[1] or found[2] for found in _THING.finditer(simple))
    return [_DASH.sub("", name).lower() for name in named]


_THING = regex('[“「"]([^”」"，。；]{2,10})[”」"]|((?<![A-Za-z0-9])[A-Z][A-Za-z]{1,9}-?[0-9]{1,4}(?![0-9]))')
_DASH = regex(r"[-‐–\s号]")


def _own_day(statement: Statement) -> Iterable[str]:
    return [statement.moment.date] if statement.moment and len(statement.moment.date) == DAY else []


def _days_of(material: Material, statement: Statement) -> frozenset[str]:
    """The days that its article tells of."""
    told = material.of(statement.document)
    return frozenset(moment.date for each in told for moment in each.moments if len(moment.date) == DAY)
