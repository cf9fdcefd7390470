"""Sentences that lost words, or were never language: marked, so that none is printed. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.cleaning import garble
from digest.language import alternatives
from digest.language.script import HAN
from digest.model import Sentence

# A pattern that begins with a class of rare signs skips all other text at once; what
# must stand before the sign is looked at only then.
_GAP = re.compile(rf"[ \u3000](?<=[{HAN}][ \u3000])[ \u3000]*(?=[{HAN}])")
_HOLES = re.compile(
    r"[ \u3000*（(“《□■●×xX](?:"
    rf"(?<=[{HAN}][ \u3000])[ \u3000]*(?=[。，；、：](?!\S{{0,80}}[A-Za-z]))"  # 更加 。
    rf"|(?<=[{HAN}]\*)\*{{0,3}}(?=[{HAN}])|(?<=[{HAN}]\s\*)\*{{0,3}}(?=[{HAN}])"  # *员会, 门*店
    r"|(?<=[A-Z] )(?<![A-Za-z][A-Z] )(?=[a-z]{1,2}(?![A-Za-z]| [A-Za-z]))"  # M i
    rf"|(?:(?<=（)\s*）|(?<=\()\s*\)|(?<=“)\s*”|(?<=《)\s*》)(?=.{{0,80}}[{HAN}])"
    rf"|(?<=[{HAN}][□■●])"
    r"|(?<=[×xX])[×xX]{2,})"
)
_QUOTED = re.compile(
    r"^(?:本报讯|.{0,12}讯)?[ （(]*(?:(?:本报|见习|实习)?记者|通讯员|全媒体记者).{2,40}?[ ）)](?=[^ ]{6})"
    r"|“[^”]*”|《[^》]*》|「[^」]*」|‘[^’]*’|（[^）]*）"
)
"""Slogans and titles in two halves have a blank of their own."""
_EN_HOLES = re.compile(
    r"\b(?:the|a|an|of|to|with|by) [.,;](?![.\d])|\(\s*\)|“\s*”|\[(?:redacted|removed|censored)\]", re.I
)

_EN_HINTS = (" .", " ,", " ;", "()", "( )", "[")

_SPAM_WORD = r"\b(?:viagra|cialis|xxx|porn|sex|casino|free spins|no deposit|payday|replica|slots?)\b"
_SMUGGLED = re.compile(
    rf"\[/?url\b|<a\s+href|{_SPAM_WORD}[ a-z-]{{0,30}}{_SPAM_WORD}(?=[ a-z-]{{0,40}}[{HAN}])"
    rf"|(?<=[{HAN}])[ a-z-]{{0,40}}{_SPAM_WORD}[ a-z-]{{0,30}}{_SPAM_WORD}",
    re.IGNORECASE,
)
"""A link of a board, or Latin spam glued to Chinese: somebody put it into the sentence."""
_MAY_SMUGGLE = re.compile(
    alternatives.pattern(
        (
            "[url", "[/url", "<a", "viagra", "cialis", "xxx", "porn", "sex", "casino", "free spins",
            "no deposit", "payday", "replica", "slot",
        )
    )
)  # fmt: skip
"""What it begins with, in lower case."""

SHARE_OF_GAPS = 0.25
"""Where more sentences than this have blanks between Chinese characters, blanks are the author's habit."""


def marked(sentences: Sequence[Sentence], source: str, spoken: bool, sound: bool) -> list[Sentence]:
    """*sentences* of an article's *source* with ``deleted-words`` and ``garble`` where they are.

    What was smuggled into a sentence makes it garble: it is no longer the author's.
    """
    texts = [sentence.text for sentence in sentences]
    edited = (source[sentence.start : sentence.end] for sentence in sentences if sentence.edits)
    wide = "\n".join(text for text in (*texts, *edited) if not text.isascii())
    narrow = "\n".join(filter(str.isascii, texts))
    gapped = (" " in wide or "\u3000" in wide) and _GAP.search(wide) is not None
    holed = _HOLES.search(wide) is not None or any(hint in narrow for hint in _EN_HINTS)
    smuggled = _MAY_SMUGGLE.search(wide.casefold()) is not None and _SMUGGLED.search(wide) is not None
    smuggled = smuggled or "[url" in narrow or "<a " in narrow
    if sound and not gapped and not holed and not smuggled:
        return list(sentences)
    gaps = [gapped and _has_gap(sentence.text) for sentence in sentences]
    habit = spoken or sum(gaps) > max(2, SHARE_OF_GAPS * len(sentences))
    result = []
    for sentence, gap in zip(sentences, gaps, strict=True):
        traits = set(sentence.traits)
        if (gap and not habit) or (holed and _has_hole(sentence, source)):
            traits.add("deleted-words")
        if (not sound and garble.is_garbled(sentence.text)) or (smuggled and _SMUGGLED.search(sentence.text)):
            traits.add("garble")
        result.append(replace(sentence, traits=frozenset(traits)) if traits != sentence.traits else sentence)
    return result


def _has_gap(text: str) -> bool:
    return (
        not text.isascii()
        and _GAP.search(text) is not None
        and _GAP.search(_QUOTED.sub("“”", text)) is not None
    )


def _has_hole(sentence: Sentence, source: str) -> bool:
    text = sentence.text
    if text.isascii():
        return _EN_HOLES.search(text) is not None
    return any(_HOLES.search(each) for each in (source[sentence.start : sentence.end], text))
