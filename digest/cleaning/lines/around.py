"""What stands around a text, from ``around.toml``. Pure."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from digest.language.lazy import regex


@cache
def _lists() -> dict[str, list[str]]:
    return tomllib.loads((Path(__file__).parent / "around.toml").read_text("utf-8"))


@cache
def alternatives(name: str) -> str:
    """The alternatives of the list *name*, lists that they name (``{month}``) put in."""
    joined = "|".join(_lists()[name])
    for other, entries in _lists().items():
        joined = joined.replace(f"{{{other}}}", f"(?:{'|'.join(entries)})")
    return f"(?:{joined})"


@cache
def any_of(name: str, before: str = "", behind: str = "") -> re.Pattern[str]:
    """One of the list *name*, between two patterns."""
    return regex(before + alternatives(name) + behind)


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of the list *name*, none of which is a pattern."""
    return frozenset(" ".join(_lists()[name]).split())
