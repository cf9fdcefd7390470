"""Who sent a mail, and what a newsletter calls itself. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata.no_house import NO_HOUSE
from digest.language.hosts import is_of_house
from digest.language.lazy import regex
from digest.language.script import HAN, simplify

_FROM = regex(r"from:\s*[\"“]?(?P<name>[^\"”<>@]{2,60}?)[\"”]?\s*<(?P<address>\S+@[\w.-]+)>\s*")
_HEAD = 14
"""Rows from the top among which a mail that was saved as text has its fields."""
_TAKES_PART = regex(r"\s(?:via|on behalf of)\s")
_KIND = r"(?:Newsletter|Weekly|Digest|Dispatch|Briefing|Bulletin|Round-?[Uu]p|Monthly|Gazette)"
_CAPITALS = r"[A-Z0-9][\w.'’&-]*(?: [A-Z0-9&][\w.'’&-]*){0,4}?"
_CALLED = regex(
    r"\b(?:[Ww]elcome (?:back )?to|(?:issue|edition|reader|number|instalment) (?:\#?\d+ )?of"
    r"|subscri(?:ber|bed|ption|bing|be) (?:to|of)"
    r"|signed up (?:for|to)|reading|this is|the last|sent (?:to you )?by) (?:the |our )?"
    rf"(?P<name>{_CAPITALS} {_KIND})\b"
    rf"|(?:欢迎(?:来到|阅读|收看|订阅)|上一?[期次])(?:本期|新一期|第\s?\d+\s?期)?的?\s?"
    rf"(?P<han>[A-Za-z0-9]{{0,12}}\s?[{HAN}]{{0,8}}?(?:周报|周刊|电子报|月报|双周报))"
)
_OF_CALLED = frozenset(
    "newsletter weekly digest dispatch briefing bulletin round monthly gazette 周报 周刊 电子报 月报".split()
)
_SUBJECT = "subject:"
SENDING = _OF_CALLED | {_SUBJECT}
"""A mail has the second, a letter that says what it is called one of the first, in lower case."""
_KIND_ALONE = regex(r" Newsletter$")
"""What kind of thing it is, and no part of its name."""
_OFTEN = 2
_LONGEST = 400


def sender(rows: Sequence[Row], told: AbstractSet[str]) -> tuple[str, bool] | None:
    """The name in the field From of a mail's head, and whether it is a house's, as its address says.

    *told*: what the page has of `SENDING`, and more.
    """
    if _SUBJECT not in told:
        return None
    for row in rows[:_HEAD] if any(row.fold.startswith(_SUBJECT) for row in rows[:_HEAD]) else ():
        found = _FROM.fullmatch(row.fold)
        if found:
            name = _TAKES_PART.split(row.text[slice(*found.span("name"))].strip())[0]
            return name, is_of_house(name, found["address"])
    return None


def newsletter(rows: Sequence[Row], fates: Sequence[str], told: AbstractSet[str]) -> str | None:
    """The name by which a letter greets or says whose subscriber one is; in its text, more than once.

    *told*: what the page has of `SENDING`, and more.
    """
    hints = _OF_CALLED & told
    names: Counter[str] = Counter()
    for row, fate in zip(rows, fates, strict=True) if hints else ():
        if len(row.text) > _LONGEST or not any(map(row.fold.__contains__, hints)):
            continue
        for found in _CALLED.finditer(row.written):
            name = row.text[slice(*found.span(found.lastgroup or 0))].strip()
            if not NO_HOUSE.search(simplify(name)):
                names[_KIND_ALONE.sub("", name)] += 1 if fate == "body" else _OFTEN
    best = max(names, key=lambda name: names[name], default=None)
    return best if best and names[best] >= _OFTEN else None
