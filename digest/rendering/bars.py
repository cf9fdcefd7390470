"""Numbers as pictures: a figure apart from its unit, and bars where the units agree. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

_VALUE = re.compile(
    r"(?P<before>[^\d]{0,8}?)(?P<figure>[+\-−]?\d+(?:[,，]\d{3})*(?:\.\d+)?)\s*"
    r"(?P<scale>万亿|亿|万|千|百|billion|million|thousand|trillion|bn|mn?(?![a-z])|k(?![a-z]))?\s*(?P<unit>.*)",
    re.DOTALL,
)
_SCALES = {
    "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000, "万亿": 1_000_000_000_000,
    "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000,
    "bn": 1_000_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
}  # fmt: skip
_SHORTEST = 2
"""A bar of fewer percent than this cannot be seen, and says nothing."""
_PERCENT = ("%", "％", "percent", "per cent")
_HUNDRED = Decimal(100)


def parts(value: str) -> tuple[str, str]:
    """Figure and unit: ``("58", "亿元")``, ``("20%", "")``, ``("半数", "")`` when there is no digit."""
    found = _VALUE.fullmatch(value)
    if not found:
        return value, ""
    unit = (
        (found["scale"] or "") + (" " if found["scale"] and found["scale"].isascii() else "") + found["unit"]
    )
    unit = unit.strip()
    figure = found["before"].lstrip() + found["figure"]
    return (figure + unit, "") if unit in ("%", "％", "‰", "°") else (figure, unit)


def shares(values: Sequence[str]) -> list[tuple[tuple[str, str], int]]:
    """For each value its parts and the length of its bar in percent of the longest of its unit.

    Percentages are of a hundred: 75 % as a full bar would be a lie.

    0, that is no bar, where nothing else has the same unit, where all are
    equal, or where the shortest could not be seen: such a picture says less
    than the figures.
    """
    kinds: dict[str, list[tuple[int, Decimal]]] = defaultdict(list)
    for index, value in enumerate(values):
        if measured := _amount(value):
            kinds[measured[0]].append((index, measured[1]))
    lengths = [0] * len(values)
    for unit, same in kinds.items():
        longest, shortest = max(amount for _, amount in same), min(amount for _, amount in same)
        if len(same) > 1 and longest > shortest and shortest * 100 >= longest * _SHORTEST:
            whole = max(longest, _HUNDRED) if unit in _PERCENT else longest
            for index, amount in same:
                lengths[index] = int(amount * 100 / whole)
    return [(parts(value), length) for value, length in zip(values, lengths, strict=True)]


def _amount(value: str) -> tuple[str, Decimal] | None:
    """Unit and amount; None for what is no single positive amount of something."""
    found = _VALUE.fullmatch(value)
    if (
        not found
        or re.search(r"\d", found["unit"])
        or found["before"].strip() not in ("", "$", "€", "£", "¥", "US$")
    ):
        return None
    unit = (found["before"] + found["unit"]).strip().casefold()
    amount = Decimal(re.sub("[,，]", "", found["figure"]).replace("−", "-")) * _SCALES.get(
        found["scale"] or "", 1
    )
    return (unit, amount) if unit and amount > 0 else None
