"""The numbers of a story: those that several articles give, or that are large in themselves. Pure."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from digest.model import Number
from digest.story import choosing, lexicon
from digest.story.anchors import DURATIONS, telling_quantity
from digest.story.material import Material, Statement

if TYPE_CHECKING:
    from digest.language.numbers import Quantity

LIMIT = 6
_MONEY = frozenset({"USD", "CNY", "EUR", "GBP", "HKD", "TWD", "JPY", "KRW"})
_AGES = frozenset({"year-old"})


def tell(material: Material) -> tuple[Number, ...]:
    """Most telling first, each number once, each sentence once."""
    told: dict[str, list[tuple[Statement, Quantity]]] = defaultdict(list)
    for statement in material.statements:
        if choosing.form(statement) < 0.4:
            continue
        for quantity in statement.quantities:
            if quantity.unit not in _AGES and telling_quantity(quantity) and len(quantity.surface) > 1:
                told[f"{quantity.value.normalize()}{quantity.unit}"].append((statement, quantity))
    rows = sorted(
        ((_weight(material, met), key) for key, met in told.items()), key=lambda row: (-row[0], row[1])
    )
    chosen: list[Number] = []
    taken: set[tuple[int, int]] = set()
    for weight, key in rows:
        statement, quantity = max(
            told[key], key=lambda row: (_fits(material, *row), [-part for part in row[0].place])
        )
        if statement.place in taken or material.used[statement.place] > 1 or weight < 0.3:
            continue
        taken.add(statement.place)
        sources = material.ids(each.document for each, _ in told[key])
        rule = f"numbers:told-by-{len(sources)}"
        chosen.append(Number(quantity.surface.strip(), material.excerpt(statement, rule), sources))
        if len(chosen) == LIMIT:
            break
    return tuple(chosen)


def _weight(material: Material, met: list[tuple[Statement, Quantity]]) -> float:
    sources = len({statement.document for statement, _ in met})
    best = max(_fits(material, statement, quantity) for statement, quantity in met)
    return best * (1 + math.log(sources) * 1.5)


def _fits(material: Material, statement: Statement, quantity: Quantity) -> float:
    kind = 1.0 if quantity.unit == "percent" or quantity.unit in _MONEY else 0.8
    if quantity.unit in DURATIONS:
        kind = 0.45
    size = 1.0 + min(0.5, math.log10(max(1.0, float(quantity.value))) / 20)
    act = 1.2 if statement.actions else 1.0
    guess = 0.7 if lexicon.HEDGE.search(statement.folded) else 1.0
    return kind * size * act * guess * choosing.worth(material, statement)
