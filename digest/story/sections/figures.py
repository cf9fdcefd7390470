"""The numbers of a story: those that several articles give, or that are large in themselves. Pure."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from digest.language.lazy import regex
from digest.language.quotation import OPENING
from digest.model import ArticleId, Number
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
            if large and counts and len(quantity.surface) > 1:
                told[key].append((statement, quantity))
    return told


_LEAST_FORM = 0.6


def _chosen(material: Material, told: _Told) -> Iterator[tuple[str, Statement, tuple[ArticleId, ...]]]:
    """The numbers in the order of the section, as written, with their statement and who else gives them."""
    rows = sorted(
        ((_weight(material, met), key) for key, met in told.items()), key=lambda row: (-row[0], row[1])
    )
    # One number that every article gives must not leave the section to itself.
    best = rows[min(1, len(rows) - 1)][0] if rows else 0.0
    measures = _measures(material)
    taken: set[tuple[int, int]] = set()
    shown: list[Quantity] = []
    for weight, key in rows:
        free = [
            row
            for row in told[key]
            if not (
                row[0].place in taken or row[0].place in material.beside or choosing.worn(material, row[0])
            )
        ]
        if not free or weight < max(LEAST, _LEAST_OF_BEST * best):
            continue
        statement, quantity = _best(material, free)
        if any(_is_one(quantity, other) for other in shown):
            continue
        shown.append(quantity)
        taken.add(statement.place)
        sources = material.ids(each.document for each, _ in told[key])
        surface = statement.text[quantity.start : _end(statement, quantity, measures)].strip()
        yield surface, statement, sources


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


def _end(statement: Statement, quantity: Quantity, measures: Collection[str]) -> int:
    """Where a number ends with its measure word: 不到300颗, not 不到300."""
    end = quantity.end
    if quantity.unit:
        return end
    if statement.simple[end : end + 2] in measures:
        return end + 2
    return end + 1 if _MEASURE.match(statement.simple, end) else end


def _measures(material: Material) -> Collection[str]:
    """What stands behind large numbers without a unit again and again: 塔勒 of 68亿塔勒, 40亿塔勒."""
    behind = Counter(
        statement.simple[quantity.end : quantity.end + 2]
        for statement in material.statements
        for quantity in statement.quantities
        if not quantity.unit and quantity.value >= _LARGE_SUM
    )
    return {word for word, count in behind.items() if count >= _OFTEN and _NOUN.fullmatch(word)}


_LARGE_SUM, _OFTEN = 10_000, 3
_NOUN = regex("(?:(?![的了是在和与及或也都就又还将被把对从向为而但则等多余以左上下])[\u4e00-\u9fff]){2}")


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


_MEASURE = regex("[颗枚艘架盏株棵匹幢桶罐瓶包袋箱盒幅枝支座尊具扇根把粒死伤]")
"""..or what has happened to so many: 1058伤."""


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
_CUT, _PARTS = regex("[十百千万几数]$"), regex("[百千万]分之")
_NOT_THIS = regex(r"(?:不是|并非|而非|而不是)[^，。；]{0,3}$|\bnot $")
"""Before a number that the sentence only denies: 记住的不是68亿."""


def _is_code(statement: Statement, quantity: Quantity) -> bool:
    """Whether it counts nothing: called, or only the end of a number (十|万分之一)."""
    before = statement.folded[max(0, quantity.start - 12) : quantity.start]
    if _CUT.search(before) and _PARTS.match(quantity.surface):
        return True
    return bool(_CODE.match(quantity.surface) or (quantity.unit == "" and _CALLED_BEFORE.search(before)))


def _weight(material: Material, met: list[tuple[Statement, Quantity]]) -> float:
    sources = len({statement.document for statement, _ in met})
    best = max(_fits(material, statement, quantity) for statement, quantity in met)
    return best * (1 + math.log(sources) * 1.5)


def _fits(material: Material, statement: Statement, quantity: Quantity) -> float:
    """Money and shares first; people with what happened to them; time only when it is the news."""
    if quantity.unit == "percent" or quantity.unit in MONEY:
        kind = 1.0 if quantity.unit in MONEY else 1.15
    elif quantity.unit in DURATIONS:
        kind = 0.9 if _is_news_of_time(statement, quantity) else 0.1
    else:
        tied = quantity.value >= 5 and slots.is_tied(statement, quantity)
        kind = 0.9 if tied else 0.8 if quantity.value >= 100 else 0.25
    size = 1.0 + min(0.5, math.log10(max(1.0, float(quantity.value))) / 20)
    rough = 0.8 if _ROUGH.search(quantity.surface) else 1.0
    guess = rough * 0.5 if lexicon.HEDGE.search(statement.folded) or _ASKS.search(statement.folded) else rough
    if _NOT_THIS.search(statement.folded, 0, quantity.start):
        guess *= 0.3
    matter = 0.6 + material.relevance[statement.place]
    matter *= 0.5 if choosing.is_long_ago(material, statement) else 1.0
    # A number that stands elsewhere, too, is still a number to know; one beside the story is not.
    fresh = 0.3 + 0.7 * choosing.news_value(material, statement)
    central = 0.15 + material.central[statement.place]
    whose = statement.entities and not _OF_WHAT.match(statement.simple)
    central *= 1.0 if whose else _NOBODYS
    central *= _FOREIGN if material.chinese and statement.simple.isascii() else 1.0
    return kind * size * guess * matter * choosing.form(statement) * fresh * central


_NOBODYS = 0.85
"""What a number is worth in a sentence that names nobody: whose is it?"""
_OF_WHAT = regex("[^，。：“]{2,14}(?<![说道示称写出])：")
"""工作内容很简单：.. leaves open whose work it is."""
_ROUGH = regex("多|约|近|余|左右|上下|about|some|around|nearly|almost|roughly")
_FOREIGN = 0.6
"""..and in another language than the readers'."""
_ASKS = regex(r"是否|究竟|到底|\bwhether\b")
_NEWS_OF_TIME = regex(r"仅用?|只用|短短|历时|长达|不到|only|just|within|as long as")
EXACT_HOURS = 24
"""Nobody counts more hours than these in passing: 106 hours later is a number."""


def _is_news_of_time(statement: Statement, quantity: Quantity) -> bool:
    if quantity.unit not in DURATIONS:
        return False
    told = statement.folded[max(0, quantity.start - 8) : quantity.end]
    return bool(_NEWS_OF_TIME.search(told)) or (quantity.unit == "hour" and quantity.value > EXACT_HOURS)
