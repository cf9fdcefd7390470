"""Text whose bytes were read wrongly: repaired where that is certain, told apart where it is not. Pure."""

from __future__ import annotations

import re
from functools import cache

from digest.language.script import HAN

_LATIN_READ = re.compile(r"(?:[\u00c2-\u00f4\u0152-\u0178][\u0080-\u00ff\u0152-\u02dc\u2013-\u203a\u20ac\u2122]{1,3}){2,}")
_GBK_READ = re.compile(f"[{HAN}€•…]{{4,}}")
_LOST = re.compile(r"\ufffd|锟斤拷|锟|烫烫烫|屯屯屯|ï¿½|ï»¿")
_HAN = re.compile(f"[{HAN}]")

FEWEST_HAN = 8
SHARE_OF_COMMON = 0.72
"""Of the characters of running Chinese text, 95 % and more are among the 3,755 of GB 2312's first level;
of bytes read one off, about half."""


def repaired(text: str) -> str:
    """*text* with the right reading of its bytes; *text* itself where no reading is certain."""
    for wrong, right in (("cp1252", "utf-8"), ("latin-1", "utf-8"), ("gb18030", "utf-8"), ("latin-1", "gb18030")):
        try:
            read = _bytes(text, wrong).decode(right)
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if read != text and _better(read, text):
            return read
    return text


def _bytes(text: str, encoding: str) -> bytes:
    """Encode, giving the five holes of cp1252 their control codes, as browsers do."""
    if encoding != "cp1252":
        return text.encode(encoding)
    return b"".join(
        bytes([ord(letter)]) if "\x80" <= letter <= "\x9f" else letter.encode("cp1252") for letter in text
    )


def _better(read: str, text: str) -> bool:
    han = _HAN.findall(read)
    if han:
        return common_share(read) >= 0.9 and (len(_HAN.findall(text)) < 2 or common_share(text) < 0.8)
    letters = sum(letter.isalpha() or letter in " ’‘“”–—…é" for letter in read)
    return len(read) < len(text) and letters / len(read) > 0.7


def has_lost_bytes(text: str) -> bool:
    """Replacement characters, or what is left where they were read wrongly again."""
    return _LOST.search(text) is not None


def lost_bytes(text: str) -> int:
    return len(_LOST.findall(text))


def common_share(text: str) -> float:
    """Share of the Chinese characters of *text* that every paper uses; 1.0 when it has none."""
    from digest.language.script import simplify

    han = _HAN.findall(simplify(text))
    return sum(map(_is_common, han)) / len(han) if han else 1.0


def is_garbled(text: str) -> bool:
    """Whether a sentence is no language: lost bytes, or Chinese made of characters that nobody writes."""
    if has_lost_bytes(text):
        return True
    return len(_HAN.findall(text)) >= FEWEST_HAN and common_share(text) < SHARE_OF_COMMON


@cache
def _is_common(character: str) -> bool:
    try:
        return character.encode("gb2312")[0] < 0xD8
    except UnicodeEncodeError:
        return False
