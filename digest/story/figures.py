"""The numbers of a story: those that several articles give, or that are large in themselves. Pure."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from digest.model import Number
from digest.story import choosing, lexicon, slots
from digest.story.amounts import DURATIONS, MONEY, quantity_key
from digest.story.material import Material, Statement

if TYPE_CHECKING:
    from digest.language.numbers import Quantity

LIMIT = 6
_AGES = frozenset({"year-old"})
_CODE = re.compile(r"0\d|1\d{4}$")
"""A share's code (09771), a telephone number (12320): nothing is counted."""


def tell(material: Material) -> tuple[Number, ...]:
    """Most telling first, each number once, each sentence once."""
    told: dict[str, list[tuple[Statement, Quantity]]] = defaultdict(list)
    for statement in material.statements:
        if choosing.form(statement) < 0.6:
            continue
        for quantity in statement.quantities:
            key = quantity_key(quantity)
            large = key.startswith("q:") or (key and _is_news_of_time(statement, quantity))
            counts = quantity.unit not in _AGES and not _CODE.match(quantity.surface)
            if large and counts and len(quantity.surface) > 1:
                told[key].append((statement, quantity))
    rows = sorted(
        ((_weight(material, met), key) for key, met in told.items()), key=lambda row: (-row[0], row[1])
    )
    chosen: list[Number] = []
    taken: set[tuple[int, int]] = set()
    for weight, key in rows:
        free = [row for row in told[key] if row[0].place not in taken and material.used[row[0].place] < 2]
        if not free or weight < 0.2:
            continue
        statement, quantity = max(
            free, key=lambda row: (_fits(material, *row), [-part for part in row[0].place])
        )
        taken.add(statement.place)
        sources = material.ids(each.document for each, _ in told[key])
        rule = f"numbers:told-by-{len(sources)}"
        chosen.append(
            Number(
                statement.text[quantity.start : quantity.end].strip(),
                material.excerpt(statement, rule),
                sources,
            )
        )
        if len(chosen) == LIMIT:
            break
    return tuple(chosen)


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
        tied = any(count.quantity == quantity for count in slots.counts(statement))
        kind = 0.9 if tied and quantity.value >= 5 else 0.8 if quantity.value >= 100 else 0.25
    size = 1.0 + min(0.5, math.log10(max(1.0, float(quantity.value))) / 20)
    guess = 0.5 if lexicon.HEDGE.search(statement.folded) or _ASKS.search(statement.folded) else 1.0
    matter = 0.6 + material.relevance[statement.place]
    matter *= 0.5 if choosing.is_long_ago(material, statement) else 1.0
    # A number that stands elsewhere, too, is still a number to know; one beside the story is not.
    fresh = 0.3 + 0.7 * choosing.news_value(material, statement)
    central = 0.15 + material.central[statement.place]
    return kind * size * guess * matter * choosing.form(statement) * fresh * central


_ASKS = re.compile(r"是否|究竟|到底|\bwhether\b")
_NEWS_OF_TIME = re.compile(r"仅用?|只用|短短|历时|长达|不到|only|just|within|as long as")
EXACT_HOURS = 24
"""Nobody counts more hours than these in passing: 106 hours later is a number."""


def _is_news_of_time(statement: Statement, quantity: Quantity) -> bool:
    if quantity.unit not in DURATIONS:
        return False
    told = statement.folded[max(0, quantity.start - 8) : quantity.end]
    return bool(_NEWS_OF_TIME.search(told)) or (quantity.unit == "hour" and quantity.value > EXACT_HOURS)
