"""How a vote went: 四比二, 七票对二票, 7票赞成、2票反对, voted 4-2, by seven to two. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from digest.language import numerals
from digest.language.cues import cue
from digest.language.lazy import regex

_ZH = rf"\d{{1,3}}|{numerals.ZH}{{1,3}}"
_EN = rf"\d{{1,3}}|{numerals.EN}(?:-{numerals.EN})?"
_RATIO = regex(
    rf"(?P<one>{_ZH})[ ]?票?[ ]?(?:比|对)[ ]?(?P<other>{_ZH})票?(?![\d.%个倍万亿:：例])"
    rf"|(?P<yes>{_ZH})[ ]?票?[ ]?(?:赞成|同意|支持)[^，。；\d]{{0,3}}[，、；和 ]?"
    rf"[ ]?(?P<no>{_ZH})[ ]?票?[ ]?(?:反对|不同意|否决)"
    rf"|(?<![\w.-])(?P<first>{_EN})(?:[-–]| to | votes? to | against )(?P<second>{_EN})(?![\w.%-])"
)
_OF_A_VOTE = cue(
    "投票|表决|票|否决|赞成|反对|弃权|董事会|理事会|委员会|议会|陪审",
    r"vot(?:e|es|ed|ing) | ballot | majority | panel | board | council | committee | directors | jury",
    end=r"\b",
)
_OF_A_MATCH = cue(
    "胜|击败|打败|负于|领先|落后|逆转|战平|比分|进球|球队|决赛|联赛|主场|客场",
    r"beat | beaten | won | win | lost | lead | goal | match | scored | drew | at home",
    end=r"\b",
)
_MAY_BE = cue("比|对|-|–|to|成|意|持|against")


@dataclass(frozen=True, slots=True)
class Ballot:
    """So many against so many at ``text[start:end]``, the larger number first."""

    start: int
    end: int
    most: int
    least: int


@lru_cache(maxsize=16_384)
def ratios(folded: str) -> tuple[Ballot, ...]:
    """All that one sentence puts as so many to so many, whatever of."""
    return tuple(_read(folded)) if _MAY_BE.search(folded) else ()


def is_vote(folded: str, before: str) -> bool:
    """Whether a sentence with a ratio, or the text *before* it, is of a vote, and not of a match."""
    return not _OF_A_MATCH.search(folded) and bool(_OF_A_VOTE.search(folded) or _OF_A_VOTE.search(before))


def _read(folded: str) -> Iterator[Ballot]:
    for match in _RATIO.finditer(folded):
        written = [each for each in match.groups() if each]
        one, other = (numerals.integer(each) for each in written)
        if one is not None and other is not None and one + other > 2:
            yield Ballot(match.start(), match.end(), max(one, other), min(one, other))
