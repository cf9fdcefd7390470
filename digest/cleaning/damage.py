"""Sentences that lost words, or were never language: marked, so that none is printed. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.cleaning import garble
from digest.language.script import HAN
from digest.model import Sentence

_GAP = re.compile(rf"(?<=[{HAN}])[ \u3000]+(?=[{HAN}])")
_HOLES = re.compile(
    rf"(?<=[{HAN}])[ \u3000]+(?=[。，；、：])(?![。，；、：]\S*[A-Za-z])"  # 更加 。
    rf"|(?<=[{HAN}])\s?\*{{1,4}}(?=[{HAN}])|(?<=[{HAN}]\s)\*{{1,4}}(?=[{HAN}])"  # *员会, 门*店
    r"|(?<=[A-Z]) (?=[a-z]{1,2}(?![A-Za-z]| [A-Za-z]))(?<![A-Za-z][A-Z] )"  # M i
    rf"|(?:（\s*）|\(\s*\)|“\s*”|《\s*》)(?=.*[{HAN}])"
    rf"|[□■●]{{1,4}}(?<=[{HAN}][□■●])"
    r"|[×xX]{3,}"
)
_QUOTED = re.compile(
    r"^(?:本报讯|.{0,12}讯)?[ （(]*(?:(?:本报|见习|实习)?记者|通讯员|全媒体记者).{2,40}?[ ）)](?=[^ ]{6})"
    r"|“[^”]*”|《[^》]*》|「[^」]*」|‘[^’]*’|（[^）]*）"
)
"""Slogans and titles in two halves have a blank of their own."""
_EN_HOLES = re.compile(
    r"\b(?:the|a|an|of|to|with|by) [.,;](?![.\d])|\(\s*\)|“\s*”|\[(?:redacted|removed|censored)\]", re.I
)

SHARE_OF_GAPS = 0.25
"""Where more sentences than this have blanks between Chinese characters, blanks are the author's habit."""


def marked(
    sentences: Sequence[Sentence], sources: Sequence[str], spoken: bool, sound: bool
) -> list[Sentence]:
    """*sentences* with ``deleted-words`` and ``garble`` where they are; *sources* are their source ranges."""
    whole = "\n".join((*sources, *(sentence.text for sentence in sentences)))
    gapped = _GAP.search(whole) is not None
    holed = _HOLES.search(whole) is not None or _EN_HOLES.search(whole) is not None
    if sound and not gapped and not holed:
        return list(sentences)
    gaps = [gapped and _has_gap(sentence.text) for sentence in sentences]
    habit = spoken or sum(gaps) > max(2, SHARE_OF_GAPS * len(sentences))
    result = []
    for sentence, source, gap in zip(sentences, sources, gaps, strict=True):
        traits = set(sentence.traits)
        if (gap and not habit) or (holed and _has_hole(sentence.text, source)):
            traits.add("deleted-words")
        if not sound and garble.is_garbled(sentence.text):
            traits.add("garble")
        result.append(replace(sentence, traits=frozenset(traits)) if traits != sentence.traits else sentence)
    return result


def _has_gap(text: str) -> bool:
    return (
        not text.isascii()
        and _GAP.search(text) is not None
        and _GAP.search(_QUOTED.sub("“”", text)) is not None
    )


def _has_hole(text: str, source: str) -> bool:
    if text.isascii():
        return _EN_HOLES.search(text) is not None
    return _HOLES.search(source) is not None or _HOLES.search(text) is not None
