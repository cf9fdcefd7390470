"""The numbers of a story: those that several articles give, or that are large in themselves. Pure."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from digest.language.lazy import regex
from digest.language.quotation import OPENING
from digest.model import ArticleId, Number
from digest.story.sections import labelled, tolls
from digest.story.statements import choosing, lexicon, slots
from digest.story.statements.amounts import DURATIONS, MONEY, quantity_key
from digest.story.statements.material import Material, Statement

if TYPE_CHECKING:
    from digest.language.numbers import Quantity

LIMIT, LEAST = 6, 0.2
_AGES = frozenset({"year-old"})
_LEAST_OF_BEST = 0.2
"""Share of the second number's weight that the others must have: the first is often the story's own."""
_CODE = regex(r"0\d")
"""A share's code, a telephone number with its area: 09771."""
_CALLED_BEFORE = regex(
    r"(?:热线|电话|拨打|致电|专线|邮编|代码|编号|股号|\b(?:call|dial|hotline|phone|code))[^，。；]{0,6}$"
)
"""Before a number that is called, not counted: 复核热线12320."""

_NUMBERED = regex(r"[“「『\"][^”」』\"\d，。]{1,10}(\d{3,})[”」』\"]")
"""“浙岱渔6028”: a ship, a train, a model, which is then called by its number alone."""


_Told = Mapping[str, list[tuple[Statement, "Quantity"]]]
"""The statements that give a number, each with the quantity, by the number's key."""


def tell(material: Material) -> tuple[Number, ...]:
    """Most telling first, each number once, each sentence once, none that stands in a list beside them."""
    return tuple(
        Number(surface, material.excerpt(statement, f"numbers:told-by-{len(sources)}"), sources)
        for surface, statement, sources in islice(_chosen(material, _told(material)), LIMIT)
    )


def _told(material: Material) -> _Told:
    """The numbers worth a row: large, or news of a time; no code, no age and no conversion of another."""
    told: dict[str, list[tuple[Statement, Quantity]]] = defaultdict(list)
    named = material.having(OPENING)
    numbered = {name[1] for statement in named for name in _NUMBERED.finditer(statement.simple)}
    for statement in material.statements:
        if not statement.quantities or choosing.form(statement) < _LEAST_FORM:
            continue
        for quantity in statement.quantities:
            key = quantity_key(quantity)
            large = key.startswith("q:") or (key and _is_news_of_time(statement, quantity))
            counts = quantity.unit not in _AGES and not _is_code(statement, quantity)
            counts = counts and quantity.surface not in numbered and not _is_conversion(statement, quantity)
            counts = counts and not _GUESSED.search(statement.simple, 0, quantity.start)
            if large and counts and len(quantity.surface) > 1:
                told[key].append((statement, quantity))
    return told


_LEAST_FORM = 0.6


def _chosen(material: Material, told: _Told) -> Iterator[tuple[str, Statement, tuple[ArticleId, ...]]]:
    """The numbers in the order of the section, as written, with their statement and who else gives them."""
    fates = tolls.newest(material, chain.from_iterable(told.values()))
    last = {
        key: [row for row in met if not tolls.is_overtaken(material, *row, fates)]
        for key, met in told.items()
    }
    rows = sorted(
        ((_weight(material, met, told[key]), key) for key, met in last.items() if met),
        key=lambda row: (-row[0], row[1]),
    )
    # One number that every article gives must not leave the section to itself.
    best = rows[min(1, len(rows) - 1)][0] if rows else 0.0
    measures = labelled.measures(material)
    taken: set[tuple[int, int]] = set()
    shown: list[Quantity] = []
    fates_shown: set[str] = set()
    for weight, key in rows:
        free = [
            row
            for row in last[key]
            if not (
                row[0].place in taken or row[0].place in material.beside or choosing.worn(material, row[0])
            )
        ]
        if not free or weight < max(LEAST, _LEAST_OF_BEST * best):
            continue
        statement, quantity = _best(material, free)
        what = tolls.fate(statement, quantity)
        if any(_is_one(quantity, other) for other in shown) or what in fates_shown:
            continue
        if what:
            fates_shown.add(what)
        shown.append(quantity)
        taken.add(statement.place)
        sources = material.ids(tolls.who_tell(statement, quantity, told[key]))
        yield labelled.label(statement, quantity, measures), statement, sources


def _best(material: Material, rows: Sequence[tuple[Statement, Quantity]]) -> tuple[Statement, Quantity]:
    """The sentence that fits best; one that stands nowhere yet, if it is nearly as good."""

    def worth(row: tuple[Statement, Quantity]) -> tuple[float, list[int]]:
        return _fits(material, *row), [-part for part in row[0].place]

    best = max(rows, key=worth)
    # What a transcript has without a stop is talk, and no better for being new.
    new = [row for row in rows if not choosing.printed(material, row[0]) and _STOPS.search(row[0].text)]
    other = max(new, key=worth, default=best)
    return other if worth(other)[0] >= _NEARLY * worth(best)[0] else best


_NEARLY = 0.8
_STOPS = regex(r"[。！？.!?][”」’\"]?$")


def _is_conversion(statement: Statement, quantity: Quantity) -> bool:
    """Whether it only says, in brackets or aside, what an amount before it is in another currency."""
    if quantity.unit not in MONEY:
        return False
    bracket = _BRACKET.search(statement.simple, 0, quantity.start)
    return bracket is not None and any(
        other.unit in MONEY and 0 <= bracket.start() - other.end <= _CURRENCY
        for other in statement.quantities
    )


_CURRENCY = 3
"""Characters of a currency behind its unit: 元|人民币."""
_BRACKET = regex("(?:[（(](?:约合?|折合|相当于|[^（）()]{0,3})|，(?:约合|折合|相当于)(?:人民币|新台币)?)$")


def _is_one(one: Quantity, other: Quantity) -> bool:
    """Whether two counts are one, put roughly and exactly: 三万八千多台, 38216辆."""
    least, most = sorted((float(one.value), float(other.value)))
    if "" in (one.unit, other.unit) and least == most:
        return True  # 50万, 50万元
    if one.unit == other.unit and one.unit in MONEY:
        rough = _ROUGH.search(one.surface) or _ROUGH.search(other.surface)
        return bool(rough) and most <= _ROUGH_SUM * least
    if one.unit in MONEY or other.unit in MONEY or "percent" in (one.unit, other.unit):
        return False
    return least >= _LARGE and most - least <= _ROUGHLY * most


_LARGE, _ROUGHLY, _ROUGH_SUM = 100, 0.01, 1.1
"""..or of two sums one roughly: 六千多万美元, 六千两百万美元."""
_IS_A_NAME = regex(
    r"次?(?:列车|车次|航班|班机|专列|动车|高铁|快车)|[自仰蛙蝶混][由泳合]|(?:短|长|赛|接力)跑|[栏级型款号路](?![\u4e00-\u9fff]?[元人])"
    r"| ?(?:freestyle|hurdles|relay|metres? (?:freestyle|race))"
)
"""200米|自由泳, 612|次列车: a race, a train, a model, a road."""
_GUESSED = regex(r"猜测?|打赌|赌[注池局]|押注|下注|\b(?:bet|betting|guess(?:ed|es)?)\b")
"""Before a number that somebody bet on: it never was one."""
_CUT, _PARTS = regex("[十百千万几数]$"), regex("[百千万]分之")
_NOT_THIS = regex(r"(?:不是|并非|而非|而不是)[^，。；]{0,3}$|\bnot $")
"""Before a number that the sentence only denies: 记住的不是68亿."""


def _is_code(statement: Statement, quantity: Quantity) -> bool:
    """Whether it counts nothing: called, or only the end of a number (十|万分之一)."""
    before = statement.folded[max(0, quantity.start - 12) : quantity.start]
    if _CUT.search(before) and _PARTS.match(quantity.surface):
        return True
    if _IS_A_NAME.match(statement.folded, quantity.end) or quantity.surface.endswith("-ton"):
        return True
    return bool(_CODE.match(quantity.surface) or (quantity.unit == "" and _CALLED_BEFORE.search(before)))


def _weight(
    material: Material, met: Sequence[tuple[Statement, Quantity]], told: Sequence[tuple[Statement, Quantity]]
) -> float:
    best, statement, quantity = max(
        ((_fits(material, *row), *row) for row in met),
        key=lambda row: (row[0], *(-part for part in row[1].place)),
    )
    sources = len(tolls.who_tell(statement, quantity, told))
    return best * (1 + math.log(sources) * 1.5)


def _fits(material: Material, statement: Statement, quantity: Quantity) -> float:
    """Money and shares first; people with what happened to them; time only when it is the news."""
    if quantity.unit == "percent" or quantity.unit in MONEY:
        kind = 1.0 if quantity.unit in MONEY else 1.15
    elif quantity.unit in DURATIONS:
        kind = 0.9 if _is_news_of_time(statement, quantity) else 0.1
    elif _sizes(statement, quantity, _DEATH):
        running = _SO_FAR.search(slots.clause_at(statement, quantity.start))
        kind = 1.5 if running and tolls.fate(statement, quantity) == "dead" else 1.2
    elif quantity.value >= 5 and slots.is_tied(statement, quantity):
        kind = 0.9
    else:
        kind = 0.8 if quantity.value >= 100 else 0.25
    size = 1.0 + min(0.5, math.log10(max(1.0, float(quantity.value))) / 20)
    rough = 0.8 if _ROUGH.search(quantity.surface) else 1.0
    guess = rough * 0.5 if lexicon.HEDGE.search(statement.folded) or _ASKS.search(statement.folded) else rough
    if _NOT_THIS.search(statement.folded, 0, quantity.start):
        guess *= 0.3
    sizes = _sizes(statement, quantity)
    guess *= _THRESHOLD if _OF_VOTES.search(statement.simple, quantity.start) else 1.0
    matter = 0.6 + material.relevance[statement.place]
    matter *= 0.5 if choosing.is_long_ago(material, statement) else 1.0
    # A number that stands elsewhere, too, is still a number to know; one beside the story is not.
    news = choosing.news_value(material, statement)
    fresh = (0.3 + 0.7 * news) if sizes else (0.15 + 0.85 * news)
    central = 0.15 + max(material.central[statement.place], _SIZING if sizes else 0.0)
    if not sizes and central < _BESIDE and len(material.documents) >= _SEVERAL:
        matter *= 0.5
    if sizes and quantity.unit == "person":
        # Of the dead and missing each day's count is overtaken by the next.
        matter *= 0.5 + 0.5 * material.recency[statement.document]
    whose = statement.entities and not _OF_WHAT.match(statement.simple)
    central *= 1.0 if whose else _NOBODYS
    central *= _FOREIGN if material.chinese and statement.simple.isascii() else 1.0
    return (
        kind * size * (_SIZES if sizes else 1.0) * guess * matter * choosing.form(statement) * fresh * central
    )


def _sizes(statement: Statement, quantity: Quantity, deeds: re.Pattern[str] | None = None) -> bool:
    """Whether it says how large the deed or the harm is that its clause tells: 夸大了|21亿, |346人罹难.

    *deeds*: which; any if left out.
    """
    if quantity.unit in DURATIONS:
        return False
    start, end = slots.clause_span(statement, quantity.start)
    near = slice(max(start, quantity.start - _NEAR), min(end, quantity.end + _NEAR_BEHIND))
    reach = statement.simple[near] if not statement.simple.isascii() else statement.folded[start:end]
    return (deeds or _DEEDS).search(reach) is not None


_NEAR, _NEAR_BEHIND = 20, 10
"""Characters before and behind a number in which the verb stands that it sizes."""
_DEEDS = regex(
    "夸大|虚[增构报]|伪造|造假|挪用|侵吞|骗取|诈骗|贪污|行贿|受贿|亏损|损失|蒸发|罚[款金没]|赔偿|索赔|召回|裁[减员撤]"
    "|遇难|死亡|丧生|罹难|身亡|受伤|失踪|失联|受困|被困|住院|撤离|疏散|收购(?!之?前|后)|赎回|挤兑|提款|取款|融资|募资|筹集|支付|领取|获得"
    r"|\b(?:inflated|fabricated|embezzled|overstated|stole\w*|lost|loss(?:es)?|kill(?:s|ed)|died|dead|deaths?|injured|missing"
    r"|fined?|laid off|layoffs|recalled|evacuated|raised?|withdr[ae]w\w*|bought|pa(?:y|ys|id)|rewarded)\b"
)
_SO_FAR = regex(r"截[至止]|已(?:经|造成|导致|有)|至今|\b(?:so far|as of|confirmed dead|confirmed deaths)\b")
"""How the dead of the event itself are counted, not those of the one before it."""
_DEATH = regex(r"遇难|死亡|丧生|罹难|身亡|\b(?:kill(?:s|ed)|died|dead|deaths?)\b")
_SIZES, _SIZING = 1.5, 0.3
"""What a number is worth more that sizes the event; how central it is at least, whoever else tells it."""
_BESIDE, _SEVERAL = 0.4, 3
"""Centrality (0.15 added) below which a number that sizes nothing is beside a story that so many tell."""
_OF_VOTES, _THRESHOLD = regex("[^，。；]{0,6}(?:以上|多数|董事|票)[^，。；]{0,8}(?:通过|支持|同意|批准)"), 0.5
"""三分之二|以上的董事支持: a rule of the house."""
_NOBODYS = 0.85
"""What a number is worth in a sentence that names nobody: whose is it?"""
_OF_WHAT = regex("[^，。：“]{2,14}(?<![说道示称写出])：")
"""工作内容很简单：.. leaves open whose work it is."""
_ROUGH = regex("多|约|近|余|左右|上下|about|some|around|nearly|almost|roughly")
_FOREIGN = 0.6
"""..and in another language than the readers'."""
_ASKS = regex(r"是否|究竟|到底|猜|赌[注池]|\bwhether\b")
_NEWS_OF_TIME = regex(r"仅用?|只用|短短|历时|长达|不到|only|just|within|as long as")
EXACT_HOURS = 24
"""Nobody counts more hours than these in passing: 106 hours later is a number."""


def _is_news_of_time(statement: Statement, quantity: Quantity) -> bool:
    if quantity.unit not in DURATIONS:
        return False
    told = statement.folded[max(0, quantity.start - 8) : quantity.end]
    if _EXPERIENCE.match(statement.folded, quantity.end):
        return False
    return bool(_NEWS_OF_TIME.search(told)) or (quantity.unit == "hour" and quantity.value > EXACT_HOURS)


_EXPERIENCE = regex(r" ?(?:of )?(?:flying|flight|experience)|的?(?:飞行|工作|驾驶|从业)")
"""15,638 hours| of experience: what somebody has behind him."""
