"""What a number counts: the noun phrase behind number and measure word, or the noun before it. Pure.

Chinese grammar puts the thing behind the classifier (两名 + 共同创办人) or before a
copula (人数是 + 23个); English puts it behind the number (4,800 Dovetail-3
accelerators) as far as the next function word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from digest.language import words as language_words
from digest.language.lazy import regex
from digest.story.statements import amounts, lexicon
from digest.story.statements.concepts import concepts
from digest.story.statements.material import Statement

if TYPE_CHECKING:
    from digest.language.numbers import Quantity

_BEHIND = regex(r"[”」』》]?的?([\u4e00-\u9fff“「《·]{1,12})")
_COPULA = (
    "(?:是|为|有|达到|达|共|至|到|升至|降至|增至|减至|约|只|仅|就|已经?|一共|总共|总计|合计|共计|大约|目前|现在"
    "|却|则|都|:|：|“|「)"
)
_BEFORE = regex(rf"([\u4e00-\u9fff]{{2,10}}?)[0-9a-z-]{{0,4}}{_COPULA}{{1,4}}$")
_BETWEEN = frozenset({"b", "a", "uj", "m", "q", "ns", "nr", "nrt", "nt", "x", "j", "s", "f", "nz"})
"""Parts of speech (ICTCLAS) that stand between a classifier and its noun."""
_EVERYBODY = frozenset(
    "人 人员 人数 个人 人士 people person persons 名 位 总数 数量 数字 数目 总额 金额 部分".split()
)
"""Nouns that do not say which people, or which number."""
_FUNCTION = frozenset(
    "of in on at from to and or with by for after before as than that which who whom whose when where while "
    "was were is are be been being had has have having did do does will would could can may might must "
    "the a an this these those their its his her our not no but so if then only just already still also over "
    "into onto out off up down through during between about around against per each more less fewer others "
    "should said says told it he she they we you i there".split()
)
"""Closed classes of English: a noun phrase ends before any of them."""
_LAST_WORD = regex(r"[a-z][a-z-]*$")
_REACH = 48
_VERBAL = regex(r"[a-z]{2,}(?:ed|ing)$")


def is_of_people(folded: str, quantity: Quantity) -> bool:
    """Whether it says how many people: its unit does, or the noun before it (走的人数是23个)."""
    if quantity.unit == "person":
        return True
    before = _BEFORE.search(folded, max(0, quantity.start - 16), quantity.start)
    named = before[1] if before else ""
    return quantity.unit in ("", "个") and named.endswith(("人数", "人"))


def things(folded: str, quantity: Quantity) -> tuple[str, ...]:
    """The nouns of what is counted, as concepts where they have one; the head last; () where none is told."""
    written = quantity.surface.lower()
    if written.isascii():
        noun = _LAST_WORD.search(written) if quantity.unit not in amounts.PLAIN else None
        start = quantity.start + noun.start() if noun else quantity.end
        return _english(folded[start : start + _REACH].lstrip())
    found = _BEHIND.match(folded, quantity.end)
    behind = _chinese(found[1]) if found else ()
    if found and not behind and quantity.unit not in amounts.PLAIN | {"person", "个"}:
        word, mark = next(iter(language_words.tagged(found[1])), ("", ""))
        behind = (word,) if mark.startswith("n") and len(word) > 1 else ()  # 颗 counts whatever is called so
    own = tuple(dict.fromkeys(concepts(written)))
    if behind or own:
        return own + behind
    before = _BEFORE.search(folded, max(0, quantity.start - 16), quantity.start)
    return _chinese(before[1], before=True) if before else ()


@lru_cache(maxsize=16_384)
def _chinese(run: str, *, before: bool = False) -> tuple[str, ...]:
    """The nouns of a noun phrase that opens, or where it stands *before* a copula ends, *run*."""
    found: list[str] = []
    told = language_words.tagged(run)
    for place, (word, mark) in enumerate(told):
        last = before and place == len(told) - 1 and mark.startswith("n") and len(word) > 1
        if last or _is_noun(word, mark):
            found.append(word)
        elif mark not in _BETWEEN and not (mark == "d" and len(word) > 1 and not found):
            if not before:
                break
            found.clear()
    return _named(found[-1:] if before else found)


def _is_noun(word: str, mark: str) -> bool:
    return (
        mark in ("n", "vn", "an", "ng", "l") or (mark == "nz" and len(word) > 1)
    ) and word not in "月日年时"


@lru_cache(maxsize=16_384)
def _english(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for match in re.finditer(r"([a-z][a-z'’]+)|([^a-z0-9 -])", text):
        word = match[1]
        if word is None or word in _FUNCTION or (found and _VERBAL.match(word)) or len(found) == _LONGEST:
            break
        if _WHEN.match(text, match.start()):
            break
        found.append(word)
    return _named(found)


_WHEN = regex(
    r"(?:last|next) (?:night|week|month|year|spring|summer|autumn|fall|winter)\b|(?:yester|to)day\b"
)
"""261 people | last month: a time is no noun of theirs."""
_LONGEST = 4


def _named(found: list[str]) -> tuple[str, ...]:
    rows = []
    for word in found:
        if word not in _EVERYBODY and not lexicon.action_of(word):  # 伤者 are those who are hurt
            rows += sorted(concepts(word)) or [language_words.stem(word) if word.isascii() else word]
    return tuple(dict.fromkeys(rows))


def counted(statement: Statement) -> Iterator[str]:
    """Anchors of counts from three to ninety-nine by what is counted: ``q:14hospital`` in both languages."""
    for quantity in statement.quantities:
        if 2 < quantity.value < _TELLS_ALONE and quantity.unit not in amounts.MEASURES:
            nouns = things(statement.folded, quantity)
            thing = _OF_CLASSIFIER.get(quantity.unit) or next(iter(nouns), "")
            if thing.isascii() and thing.isalpha():
                kind = "q" if quantity.value >= amounts.SMALL else "n"
                yield f"{kind}:{amounts.amount(quantity.value, thing)}"


_TELLS_ALONE = 100
"""From here on an amount tells without what it counts."""
_OF_CLASSIFIER = {
    "页": "page", "轮": "round", "票": "vote", "席": "seat", "集": "episode", "艘": "ship", "层": "floor",
    "例": "case", "起": "case", "宗": "case", "首": "song", "枚": "missile", "辆": "vehicle",
}  # fmt: skip
"""What a classifier that is said of one thing only counts, where no noun stands behind it."""
