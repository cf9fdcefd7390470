"""Writers where they sign, not named as such: in the lead, behind the last word, beside the day. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata.credits import names_in, writers_of
from digest.language.lazy import regex
from digest.language.months import MONTH_EN, WEEKDAY_EN
from digest.language.script import HAN

_LATIN = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2}?"
_NAMES = rf"[{HAN}]{{2,4}}(?:[、\s\u3000]+[{HAN}]{{2,4}}){{0,3}}"
_IN_LEAD = regex(
    rf"[（(][^（()）]{{0,10}}?(?:记者|通讯员)\s*(?P<names>{_NAMES}?)(?:[\s\u3000]*通讯员\s*(?P<more>{_NAMES}))?\s*[)）]"
)
"""In front of the first sentence: …电（记者 甲某 通讯员 乙某）."""
_AT_END = regex(rf"[。！？!?”’」』]\s*[（(](?P<names>{_NAMES})[)）]\s*$")
_BESIDE_DAY = regex(
    rf"(?P<name>{_LATIN}) (?:{WEEKDAY_EN}\.?,? )?(?:\d{{1,2}} )?{MONTH_EN} \d"
    rf"|{MONTH_EN} \d{{1,2}}, \d{{4}}\s*[|·•]\s*(?P<behind>{_LATIN})$"
    rf"|(?P<han>[{HAN}]{{2,3}})\s+\d\d-\d\d \d\d:\d\d"
)
_ABOUT = regex(r"(?:关于)?(?:本文)?作者(?:简介|介绍)?\s*[:：]?|about the authors?\s*:?")
_WHO_IS = regex(r" (?:is|was|are) (?:an?|the|our)\b")
_HANDLE = regex(r"@\w{2,24}")
_LATIN_NAMES = regex(rf"{_LATIN}(?: and {_LATIN})?")
_LEAD, _LONGEST, _NEAR = 60, 60, 4
"""Characters of the first sentence in which its writer stands; of a line of names; rows around the day."""


def of_lead(row: Row) -> list[str]:
    """Reporters and correspondents in brackets in front of the first sentence."""
    lead = _IN_LEAD.search(row.written[:_LEAD]) if "记者" in row.written or "通讯员" in row.written else None
    spans = [lead.span(group) for group in ("names", "more") if lead[group]] if lead else []
    return [name for span in spans for name in names_in(row.text[slice(*span)].replace("\u3000", " "))]


def signing(rows: Sequence[Row], fates: Sequence[str], is_name: Callable[[str], bool]) -> list[str]:
    """The first of these places that names somebody; *is_name* knows a person's."""
    body = [at for at, fate in enumerate(fates) if fate == "body"]
    if not body:
        return []
    return (
        _in_head(rows, fates, body[0], is_name)
        or _at_end(rows[body[-1]], is_name)
        or _below(rows, fates, body[-1])
    )


def _in_head(
    rows: Sequence[Row], fates: Sequence[str], first: int, is_name: Callable[[str], bool]
) -> list[str]:
    """Between the title and the text, on a line that the page's rules take for the site's."""
    title = next((at for at, fate in enumerate(fates) if fate == "title"), first)
    for at in range(title + 1, first):
        row, fate = rows[at], fates[at]
        if fate not in ("removed", "byline") or len(row.text) > _LONGEST:
            continue
        below = rows[at + 1].text.strip()
        if _LATIN_NAMES.fullmatch(row.text) and (below == row.text.strip() or _HANDLE.fullmatch(below)):
            return [row.text.strip()]
        beside = _BESIDE_DAY.match(row.text.strip())
        if beside:
            name = beside[beside.lastgroup or 0]
            return [name] if beside.lastgroup != "han" or is_name(name) else []
        named = [name for name in writers_of(row, True) if is_name(name)] if row.han else []
        if named:
            return named
    return []


def _at_end(row: Row, is_name: Callable[[str], bool]) -> list[str]:
    """…。（甲某、乙某）: all of them names, or it is a note."""
    found = _AT_END.search(row.written)
    named = names_in(row.text[slice(*found.span("names"))].replace("\u3000", " ")) if found else []
    return named if all(map(is_name, named)) else []


def _below(rows: Sequence[Row], fates: Sequence[str], last: int) -> list[str]:
    """Below "about the author", or a name alone that a later line says of who its bearer is."""
    for at, (label, row) in enumerate(pairwise(rows[last + 1 :]), last + 1):
        name = row.text.strip()
        if _ABOUT.fullmatch(label.fold) and 2 <= len(name) <= 24 and not row.stops:
            return names_in(name)
        alone = label.text.strip()
        if fates[at] == "removed" and _LATIN_NAMES.fullmatch(alone):
            told = (other.text for other in rows[at + 1 : at + 1 + _NEAR])
            if any(text.startswith(alone) and _WHO_IS.match(text, len(alone)) for text in told):
                return re.split(r" and ", alone)
    return []
