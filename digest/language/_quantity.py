"""What a quantity is, and how the readers of `numbers` make one. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from digest.language.lazy import regex

Bound = Literal["", "over", "near", "about", "least", "most"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at ``text[start:end]``, value times unit.

    ``unit`` is an ISO 4217 code, ``percent``, ``person``, ``year`` and so on,
    a Simplified measure word, an English noun as written, or "". ``approximate``
    when the text says about, more than, 多, 近 and the like; ``bound`` says how:
    a little more (``over``), a little less (``near``), ``about``, or any number
    from there on (``least``) or up to there (``most``).
    """

    start: int
    end: int
    value: Decimal
    unit: str
    surface: str
    approximate: bool = False
    bound: Bound = ""


def quantity_of(
    found: re.Match[str], value: Decimal, unit: str, approximate: bool, bound: Bound = ""
) -> Quantity:
    surface = found.group().strip()
    start = found.start() + len(found.group()) - len(found.group().lstrip())
    return Quantity(start, start + len(surface), plain(value), unit, surface, approximate, bound)


def plain(value: Decimal) -> Decimal:
    """Without an exponent or trailing zeros, so that equal values look equal."""
    return value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()


_NAMED_BEFORE = regex(
    r"(?<![A-Za-z])(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|[Vv]ersion|[Cc]hapter|[Pp]age|No)\.?[ ]\Z"
)
"""March 12, version 3: a day and a name, no quantity."""


def is_named(text: str, start: int) -> bool:
    return _NAMED_BEFORE.search(text, max(0, start - 12), start) is not None


def looks_like_year(number: str) -> bool:
    return len(number) == 4 and number.isdecimal() and 1500 <= int(number) <= 2100
