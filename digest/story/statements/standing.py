"""Can a sentence stand alone? A reader of a newsletter has not read the one before it. Pure."""

from __future__ import annotations

from functools import lru_cache

from digest.language import quotation
from digest.language.cues import cue
from digest.language.lazy import regex
from digest.language.standing import Leaning, leaning

STANDS, LEANS, ADRIFT, DANGLES = 0, 1, 2, 3
"""Grades of `grade`: says who and what; opens with a connective; tells when only from another event; points
at something not in it, or is broken."""

_OF_LEANING = {
    Leaning.NONE: STANDS,
    Leaning.CONNECTIVE: LEANS,
    Leaning.TIME: ADRIFT,
    Leaning.POINTING: DANGLES,
    Leaning.PRONOUN: DANGLES,
}

_QUESTION = regex(r"[?？][”」’\"]?$")
_OPENS_BROKEN, _ENDS_BROKEN = tuple("）)]】》」』”’,，、。；;：:"), tuple("（([【《「『“‘")
_PAIRS = (("“", "”"), ("「", "」"), ("『", "』"), ("《", "》"), ("（", "）"), ("(", ")"))
_PAIRED = regex("[“”「」『』《》（）()]")
_CHAT_EN = regex(r"I\b")
_LETTERS = ("you are receiving", "subscrib", "newsletter")
"""What a newsletter says of itself, in lower case."""
_CHAT = cue(
    r"网友|有人(?:推测|认为|说|觉得|猜)|给大家|大家分享|今天给|我们(?<![向跟对诉]我们)|咱们|你们|大家好|感谢|本期|下期|小编|笔者"
    r"|想必|诸位|注意[啊了，]|请(?:记住|记得|按时|关注|注意|点击)"
)


@lru_cache(maxsize=16_384)
def grade(folded: str) -> int:
    """`STANDS`, `LEANS`, `ADRIFT` or `DANGLES` for a folded (simplified) sentence."""
    return DANGLES if is_broken(folded) else _OF_LEANING[leaning(folded)]


def is_broken(text: str) -> bool:
    """It opens or ends within something, or a bracket or quotation mark lacks its other half."""
    return text.startswith(_OPENS_BROKEN) or text.endswith(_ENDS_BROKEN) or _unbalanced(text)


def names_its_subject(simple: str) -> bool:
    """Whether a sentence opens with more than a pronoun for whom it tells of."""
    return leaning(simple) != Leaning.PRONOUN


def is_question(folded: str) -> bool:
    return bool(_QUESTION.search(folded, max(0, len(folded) - 3)))


@lru_cache(maxsize=16_384)
def is_chat(text: str) -> bool:
    """Talk between an author and the readers, or what unnamed people on the net say."""
    # Whoever is quoted may say 我们 to whom he likes.
    chats = _CHAT_EN.match(text) or (_CHAT.may(text) and _CHAT.search(quotation.outside(text)))
    return bool(chats) or any(map(text.lower().__contains__, _LETTERS))


def is_caption(simple: str) -> bool:
    """The day, the place and then the scene: 2014年4月19日，韩国珍岛，救援人员准备潜入水中."""
    return _CAPTION.match(simple) is not None


_CAPTION = regex(
    r"(?:当地时间|北京时间)?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下中]午|晚间?|凌晨)?，在?[\u4e00-\u9fff]{1,8}[国省市县区州镇乡村岛港湾府京]，(?!因|由于)"
)


_STRAIGHT = regex(r'(?<!\d)"|"(?=[\u4e00-\u9fff])')
"""Straight quotation marks; behind a digit one may stand for inches."""


def _unbalanced(text: str) -> bool:
    if '"' in text and len(_STRAIGHT.findall(text)) % 2:
        return True
    marks = _PAIRED.findall(text)
    return bool(marks) and any(marks.count(opening) != marks.count(closing) for opening, closing in _PAIRS)
