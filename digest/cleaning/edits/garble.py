"""Text whose bytes were read wrongly: repaired where that is certain, told apart where it is not. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from digest.cleaning.text.letters import TRACE, Characters, common
from digest.cleaning.text.splice import Splice
from digest.language import mojibake
from digest.language.lazy import regex
from digest.language.script import HAN, convert, simplify

_LOST = regex(r"\ufffd|(?:锟斤拷)+|锟|烫烫烫|屯屯屯|ï¿½|ï»¿")
_LOST_SIGNS = "\ufffd锟烫屯ï"
# Begun with a class, so that other text is passed over at once.
_HIGH = regex(r"[\u0080-\u00ff](?:[\u0080-\u00ff]|(?<=[\u00c2-\u00f4])[\u0152-\u20ac\u2122])")
_PIECE = regex(r".+?(?:[。！？!?；;，,、\s]+|$)", re.S)

_SYMBOLS = regex(
    "[\u0080-\u00a9\u00ac-\u00b6\u00b8-\u00ba\u00bc-\u00bf\u0152\u0153\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2020-\u2022\u2030\u2039\u203a\u20ac\u2122]"
)
_TORN = regex(rf"[?？](?<=[{HAN}][?？])[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]{{1,7}}[)）](?=[^\W\d])")
"""他們?yōu)榭粘: a mirror set a reading amid a character's bytes, and what stands behind was read one off."""
_TORN_STOP = regex(r"[?？][?？!！]+$")
"""..and what became of a stop there: 責任？！？"""
SHARE_OF_SYMBOLS = 0.08
"""Of signs that no language writes often, and that the bytes of UTF-8 become when read one by one."""
FEWEST_HAN = 8
SHARE_OF_COMMON = 0.72
"""Of the characters of running Chinese text, 95 % and more are among the 3,755 of GB 2312's first level;
of bytes read one off, about half."""


def misread(texts: Sequence[str], whole: Characters) -> list[list[Splice]]:
    """For each line the splices that give its bytes their right reading; [] when no line needs any.

    *whole* is all lines joined by breaks.
    """
    suspicious = whole.has(TRACE) and _HIGH.search(whole.text) is not None
    if not suspicious and (whole.rarely(3) or common_share(whole.text) > 0.9):
        return []
    return [_splices(text) for text in texts]


def _splices(text: str) -> list[Splice]:
    fixed = mojibake.repair(text)
    if fixed == text:
        return []
    return _aligned(text, fixed) or [Splice(0, len(text), fixed, "mojibake")]


_ACCIDENTS = (
    ("cp1252", "utf-8"),
    ("latin-1", "utf-8"),
    ("gb18030", "utf-8"),
    ("latin-1", "gb18030"),
    ("latin-1", "big5"),
)


def _aligned(text: str, fixed: str) -> list[Splice]:
    """*text* to *fixed* clause by clause, so that sentences can be cut apart; [] if it does not work out."""
    for wrong, right in _ACCIDENTS:
        at, pending, splices = 0, "", []
        start = 0
        for piece in _PIECE.findall(fixed):
            broken = _broken(piece, wrong, right)
            if broken is None or not text.startswith(broken, at):
                break
            at += len(broken)
            pending += piece
            old = text[start:at]
            if old == pending or mojibake.repair(old) == pending:
                if old != pending:
                    splices.append(Splice(start, at, pending, "mojibake"))
                start, pending = at, ""
        else:
            if at == len(text) and not pending:
                return splices
    return []


def _broken(piece: str, wrong: str, right: str) -> str | None:
    """*piece* as it comes out when bytes of the encoding *right* are read as *wrong*."""
    try:
        raw = piece.encode(right)
        if wrong != "cp1252":
            return raw.decode(wrong)
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    # Browsers give the five holes of cp1252 their control codes.
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in raw)


def has_lost_bytes(text: str) -> bool:
    """Replacement characters, or what is left where they were read wrongly again."""
    return any(map(text.__contains__, _LOST_SIGNS)) and _LOST.search(text) is not None


def is_torn(text: str) -> bool:
    """Whether a reading closes a bracket that nothing opened, behind a character that was lost."""
    return any(
        not _is_open(text[max(0, found.start() - _ASIDE) : found.start()]) for found in _TORN.finditer(text)
    )


def _is_open(before: str) -> bool:
    opened = max(before.rfind("("), before.rfind("（"))
    return opened > max(before.rfind(")"), before.rfind("）"))


_ASIDE = 40
"""Characters in front of a bracket's end among which its beginning stands."""


def lost_bytes(text: str) -> int:
    return sum(map(len, _LOST.findall(text)))


_HOLE = regex(rf"(?<=[{HAN}])[?？]+(?=[{HAN}])")
_ASKS = regex(
    "[吗呢么吧啊嘛呀啦谁哪何几怎否岂啥咋]|多[少久大远高长]|为什|是不|有没|难道|不成|可以|不能|真的|会不|行不|好不|对不"
)
"""What a clause has that asks; a few ask without."""
_CLAUSE = 40
_ENDS_CLAUSE = regex(r"[，,。；;：:！!？?\n]")
_FEWEST_HOLES, _SHARE_OF_HOLES = 4, 1 / 200
"""Of 592 Chinese texts none had more than 1 in 500 of its characters; where one character in thirty was lost,
one in 60 is the middle."""
_HOLES_ALONE = 0.2
"""Of the characters: nothing else is left of the Chinese."""


def has_holes(text: str) -> bool:
    """Whether question marks stand where characters were lost: amid Chinese, in clauses that ask nothing."""
    least = max(_FEWEST_HOLES, _SHARE_OF_HOLES * len(text))
    marks = text.count("?") + text.count("？")
    if marks < least:
        return False
    if marks > _HOLES_ALONE * len(text):
        return True
    found = 0
    for mark in _HOLE.finditer(text):
        clause = _ENDS_CLAUSE.split(text[max(0, mark.start() - _CLAUSE) : mark.start()])[-1]
        found += _ASKS.search(clause) is None
    return found >= least


_OF_ONE_SCRIPT = "们这为来国个时会说对发学过与后经还进动种长无现实点关"
"""Characters that every text has and each script writes in its own way."""
_SHORTEST_DROPPED, _LONGEST_DROPPED, _FEWEST_KINDS = 150, 2000, 80
"""Chinese characters that tell, and of a text that are looked at; different ones, where it says enough."""
_FEWEST_OF_ONE, _SHARE_OF_ONE_SCRIPT = 0.02, 0.09
"""Of those above, and of all that the two scripts write differently: of 708 Chinese texts none had fewer than
17 in 100 of its characters; where a program knew one script alone, fewer than 5 were left."""


_OPENING = 600
"""Characters in which those are counted first."""


def has_dropped(text: str) -> bool:
    """Whether nearly all characters are gone that the two scripts write differently: 台中市社局廖手情宣.

    *text* in Simplified. Whoever wrote it out in an encoding of one script lost those of the other.
    """
    opening = text[:_OPENING]
    # Nearly all texts end here, and after a few of the signs.
    if any(count >= _FEWEST_OF_ONE * _OPENING for count in accumulate(map(opening.count, _OF_ONE_SCRIPT))):
        return False
    told = "".join(_OF_CHINESE.findall(text[: 2 * _LONGEST_DROPPED]))[:_LONGEST_DROPPED]
    if (
        len(told) < _SHORTEST_DROPPED
        or len(set(told)) < _FEWEST_KINDS
        or 2 * len(told) < len(text[: 2 * _LONGEST_DROPPED])
    ):
        return False
    if sum(map(told.count, _OF_ONE_SCRIPT)) >= _FEWEST_OF_ONE * len(told):
        return False
    other = convert(told, "traditional")
    differ = sum(one != two for one, two in zip(told, other, strict=True))
    return differ < _SHARE_OF_ONE_SCRIPT * len(told)


_OF_CHINESE = regex(rf"[{HAN}]+")


def common_share(text: str) -> float:
    """Share of the Chinese characters of *text* that every paper uses; 1.0 when it has none."""
    han, rare = (0, 0) if text.isascii() else Characters(simplify(text)).shares()
    return 1 - rare / han if rare else 1.0


def is_sound(whole: Characters) -> bool:
    """Of an article so common in its characters, without a lost byte, no line needs a second look."""
    if whole.has(TRACE) and (has_lost_bytes(whole.text) or _HIGH.search(whole.text)):
        return False
    if is_torn(whole.text):
        return False
    return whole.rarely(8) or common_share(whole.text) > 0.97


def garbled(texts: Sequence[str], simple: Sequence[str]) -> list[bool]:
    """Of each line or sentence whether it is no language: lost bytes, or characters that nobody writes.

    *simple* are *texts* in Simplified. What no text has is not looked for in each.
    """
    if not texts:
        return []
    whole = "\n".join(texts)
    lost, torn = has_lost_bytes(whole), is_torn(whole)
    signs = _SYMBOLS.search(whole) is not None
    return [
        (lost and has_lost_bytes(text))
        or (torn and (is_torn(text) or _TORN_STOP.search(text) is not None))
        or _is_strange(text, han, rare, signs)
        for text, (han, rare) in zip(texts, Characters.of_lines(simple).shares_in_lines(), strict=True)
    ]


def _is_strange(text: str, han: int, rare: int, signs: bool) -> bool:
    """Whether nobody writes so; it has *han* Chinese characters, *rare* of them not common."""
    if (han < FEWEST_HAN or 1 - rare / han >= SHARE_OF_COMMON) and not (
        signs and len(_SYMBOLS.findall(text)) > SHARE_OF_SYMBOLS * len(text)
    ):
        return False
    letters = set(text)
    return len(letters - common()) * 5 >= len(letters)
