"""A byline glued in front of the first sentence: 〔記者甲某／某地報導〕, 本报讯（记者 甲某）. Pure.

The sentence begins behind it, so nothing in it is edited; the names are kept.
"""

from __future__ import annotations

import re

from digest.cleaning.rows import Row
from digest.cleaning.splice import Patched

_LEAD = re.compile(
    r"[〔【（(\[]\s*(?:[\u4e00-\u9fff]{2,8}\s)?(?:[\u4e00-\u9fff]{0,6}记者|编译|实习记者|特派员)\s*"
    r"(?P<names>[\u4e00-\u9fff·]{2,5}(?:[、\s][\u4e00-\u9fff·]{2,4}){0,3})\s*"
    r"[／/∕|｜]\s*[^〔〕【】（）()\[\]。]{1,20}[〕】）)\]]\s*"
    r"|(?:本报|本网|本刊|晨报|晚报|日报)讯\s*[（(]\s*(?:[\u4e00-\u9fff]{0,6}记者)\s*"
    r"(?P<told>[\u4e00-\u9fff·]{2,4}(?:[、\s][\u4e00-\u9fff·]{2,4}){0,3})[^（）()。]{0,30}[)）]\s*"
)
_FEWEST = 8
"""Characters that must follow: alone, the line is a byline and no head of a sentence."""


def _match(row: Row) -> re.Match[str] | None:
    if row.written[:1] not in "〔【（([本晨晚日":
        return None
    found = _LEAD.match(row.written)
    return found if found and len(row.written) - found.end() >= _FEWEST else None


def without_lead(row: Row) -> Patched:
    """The row's text from the first word of its author."""
    found = _match(row)
    return row.patched.cut([(found.end(), len(row.text))])[0] if found else row.patched


def names(row: Row) -> str:
    """The reporters that the lead names, as written; "" where there is none."""
    found = _match(row)
    if found is None:
        return ""
    return row.text[slice(*found.span("names" if found["names"] else "told"))]
