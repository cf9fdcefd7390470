"""Undo text that was decoded with the wrong encoding, where the undoing is beyond doubt. Pure.

Two accidents are common in scraped Chinese: UTF-8 read as Latin-1 or
Windows-1252 (å…¬å¸ for 公司), which ftfy knows, and UTF-8 read as GBK
(鍏徃), which it does not; a third, GBK read as Latin-1 (¹«Ë¾), is as simple.
"""

from __future__ import annotations

import re
from functools import cache

from digest.language.lazy import regex
from digest.language.script import HAN, is_common

# Where UTF-8's lead bytes of Chinese (E4 to E9) land, each with a continuation byte behind it.
_LATIN_TRACES = regex(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
)
_HIGH_LATIN = regex("[\u0080-\u00ff]")
_HAN = regex(f"[{HAN}]")

_FEWEST = 8  # high Latin letters that cannot be a foreign name


def repair(text: str) -> str:
    """*text* as it was before it was decoded wrongly, or *text* itself when it was not, or in doubt.

    For one line or paragraph at a time: a page may be right in one place and
    wrong in another. The length may change. A character lost on the way is U+FFFD.
    """
    if text.isascii():
        return text
    high = len(_HIGH_LATIN.findall(text))
    if high >= _FEWEST and high > 0.4 * len(text):
        other = _better(text, "latin-1", ("gb18030", "big5"))
        if other != text:
            return other
    if high and _LATIN_TRACES.search(text):
        return _from_latin(text)
    if len(_gbk_traces().findall(text)) > 0.25 * len(_HAN.findall(text)) > 0.5:
        return _better(text, "gb18030", ("utf-8",))
    return text


def _from_latin(text: str) -> str:
    import ftfy

    # fix_encoding alone: ftfy's other fixes turn full-width marks and curly quotes into ASCII.
    fixed: str = ftfy.fix_encoding(text)
    return fixed


def _better(text: str, wrong: str, rights: tuple[str, ...]) -> str:
    """The best other reading, when nearly all of it exists and it is common Chinese."""
    try:
        # What the first decoder could not read it marked; the mark must not become bytes again.
        raw = b"\xff".join(piece.encode(wrong) for piece in text.split("\ufffd"))
    except UnicodeEncodeError:
        return text
    readings = [re.sub("\ufffd+", "\ufffd", raw.decode(right, "replace")) for right in rights]
    best = max(readings, key=_likeness)
    return best if _likeness(best) > 0.8 else text


def _likeness(text: str) -> float:
    """The share of common characters among those that are Chinese, lost, or of nobody's (0 to 1)."""
    han = _HAN.findall(text)
    strange = text.count("\ufffd") + len(re.findall("[\ue000-\uf8ff\x80-\x9f]", text))
    return sum(map(is_common, han)) / (len(han) + strange) if han else 0.0


@cache
def _gbk_traces() -> re.Pattern[str]:
    """The characters that UTF-8's lead bytes of Chinese become in GBK."""
    pairs = (
        bytes((lead, trail)) for lead in range(0xE4, 0xEA) for trail in range(0x80, 0xC0) if trail != 0x7F
    )
    characters = (pair.decode("gbk", "ignore") for pair in pairs)
    return re.compile("[" + "".join(sorted({c for c in characters if len(c) == 1})) + "]")
