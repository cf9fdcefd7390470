"""How a number is written in its row: with how exact it is, its measure word, and what it counts. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING

from digest.language.lazy import regex
from digest.story.statements.material import Material, Statement

if TYPE_CHECKING:
    from digest.language.numbers import Quantity

_LARGE_SUM, _OFTEN = 10_000, 3
_NOUN = regex("(?:(?![了的是在了和与及或也都就又还将被把对从向为而但则等多余以左上下])[\u4e00-\u9fff]){2}")
_MEASURE = regex("[颗枚艘架盏株棵匹幢桶罐瓶包袋箱盒幅枝支座尊具扇根把粒死伤]")
"""..or what has happened to so many: 1058伤."""
_HOW_EXACT = regex(
    "(?:超过?|逾|近|将近|约|大约|至少|最多|最高|高达|多达|不到|不足|仅)$"
    r"|\b(?:more than|nearly|about|around|at least|up to|over|almost|some|fewer than|less than) $",
)
_COUNTS = regex("[名位家所艘架辆]$")
"""Measure words behind which stands what is counted, and after a number nothing else."""
_COUNTED = regex(
    "(?:员工|职员|工人|乘客|旅客|游客|学生|居民|村民|患者|消费者|客户|用户|股东|被告|警员|士兵|儿童|遇难者(?:遗体|尸体)?|伤者|失踪者|家属|门店)"
    "|((?:(?![了的是在和与及或也都就又还将被把对从向为而但则等以左上下于由至有中内外正现已曾仍][\u4e00-\u9fff]?)[\u4e00-\u9fff]){2,5})"
    "(?=[的，。；：！？在于被将已把向和与及（(]|$)"
)
_FATE = regex("(?:死亡|遇难|罹难|丧生|身亡|失踪|失联|受伤|受困|被困|获救|受灾|住院|死|伤)(?!者|的人)")
"""What has happened to so many people, which is what the number tells."""
_AND_OTHERS = regex(r" and (?:crew(?: members)?|passengers|staff|[a-z]+s)\b")
"""241 passengers| and crew members."""


def label(statement: Statement, quantity: Quantity, measures: Collection[str]) -> str:
    """The number as its sentence writes it: 超500名员工, not 500名. *measures*: see `measures`."""
    before = _HOW_EXACT.search(statement.simple, max(0, quantity.start - _REACH), quantity.start)
    start = before.start() if before else quantity.start
    return statement.text[start : _end(statement, quantity, measures)].strip()


_REACH = 12


def measures(material: Material) -> Collection[str]:
    """What stands behind large numbers without a unit again and again: 塔勒 of 68亿塔勒, 40亿塔勒."""
    behind = Counter(
        statement.simple[quantity.end : quantity.end + 2]
        for statement in material.statements
        for quantity in statement.quantities
        if not quantity.unit and quantity.value >= _LARGE_SUM
    )
    return {word for word, count in behind.items() if count >= _OFTEN and _NOUN.fullmatch(word)}


def _end(statement: Statement, quantity: Quantity, measures: Collection[str]) -> int:
    """Where a number ends with its measure word and what it counts: 不到300颗, not 不到300."""
    text, end = statement.simple, quantity.end
    if quantity.unit == "person" and (fate := _FATE.match(text, end)):
        return fate.end()
    if _COUNTS.search(text, quantity.start, end):
        counted = _COUNTED.match(text, end)
        return counted.end() if counted else end
    if quantity.unit:
        others = _AND_OTHERS.match(text, end) if quantity.unit == "person" else None
        return others.end() if others else end
    if text[end : end + 2] in measures:
        return end + 2
    return end + 1 if _MEASURE.match(text, end) else end
