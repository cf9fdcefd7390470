"""Do two spellings mean one person? Evidence, strongest first, and vetoes. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from digest.language import _name_data, names, nicknames
from digest.language._scan import part_of_speech
from digest.language.lazy import regex
from digest.language.transliteration import alike, block, likeness, pinyin

GIVEN_FITS, SURNAME_FITS, ALONE_FITS = 0.66, 0.74, 0.85
"""How well a sound must fit: a given name and a surname together, or a surname with other evidence."""
TYPO_LENGTH = 6
"""Surnames from so many letters on may differ by one letter and still be one."""


@dataclass(frozen=True)
class Spelling:
    """A full or short name as written; ``parts`` given name first, () for a name in one piece."""

    text: str
    parts: tuple[str, ...]

    @classmethod
    @lru_cache(maxsize=16_384)
    def of(cls, text: str) -> Spelling:
        return cls(text, names.parts(text))

    @cached_property
    def latin(self) -> bool:
        return _is_latin(self.text)

    @cached_property
    def letters(self) -> str:
        """The plain ones of a Latin name, in lower case and together: linguodong of Lin Guo-dong."""
        return re.sub("[^a-z]", "", self.text.lower().replace("ü", "v"))

    @property
    def surname(self) -> str:
        return self.parts[-1] if self.parts else self.text

    @property
    def given(self) -> str:
        return self.parts[0] if self.parts else ""

    @cached_property
    def middle(self) -> tuple[str, ...]:
        """What stands between the first part of a Latin name and the last, initials without their dot."""
        pieces = self.text.split()
        if self.given not in pieces:
            return ()
        return tuple(piece.rstrip(".") for piece in pieces[pieces.index(self.given) + 1 : -1])

    @cached_property
    def garbled(self) -> bool:
        """A Latin name with a hole in it (Mira M i): no evidence against anything."""
        return self.latin and any(len(piece) == 1 and piece.islower() for piece in self.text.split())


def _is_latin(text: str) -> bool:
    return text.isascii() or not _HAN.search(text)


_HAN = regex(r"[\u4e00-\u9fff]")


def native(text: str) -> bool:
    """Whether *text* has the shape of a Chinese person's name: 陆之衡, not 苏茨克维尔."""
    family = 2 if text[:2] in _name_data.COMPOUND_SURNAMES else 1
    known = family == 2 or text[:1] in _name_data.SURNAMES
    return known and family < len(text) <= family + 2 and _ALL_HAN.fullmatch(text) is not None


_ALL_HAN = regex(r"[\u4e00-\u9fff]+")


def abbreviates(short: str, long: str) -> bool:
    """Whether *short* is what an institution is called for short: 市监总局 of 国家市场监督管理总局.

    Its characters are those of the long name, in order, to the last; it is
    clearly shorter and starts where the long name or what follows its place does.
    """
    long = long.replace("委员会", "委")
    if len(short) < 3 or len(long) < len(short) + (not long.endswith(short)) or short[-1] != long[-1]:
        return False
    if short == long or len(long) == len(short) or _is_whole(short, long):
        return False
    rest = iter(long)
    return all(character in rest for character in short)


def _is_whole(short: str, long: str) -> bool:
    """Whether *short* is a body of its own, called by its place alone: 北京大学 beside 北京医科大学."""
    place, head = short[:-2], short[-2:]
    between = len(long) - len(short)
    return (
        head in _CALLED_BY_PLACE
        and between > 1
        and long.startswith(place)
        and long.endswith(head)
        and (place in _name_data.NATIONS_ZH or part_of_speech(place) == "ns")
    )


_CALLED_BY_PLACE = frozenset("大学 学院 医院 银行".split())


def ocr(text: str) -> str:
    """Lower case with the letters that scanners confuse made one: llya, Ilya, 1lya."""
    return text.lower().translate(_CONFUSED)


_CONFUSED = str.maketrans("i1|0", "lllo")


def same_latin(one: Spelling, other: Spelling) -> bool:
    """Equal but for scanning slips, a nickname, a middle name left out, or one letter of a long surname."""
    if one.garbled or other.garbled or not (one.parts and other.parts):
        return ocr(one.text) == ocr(other.text)
    if two_given(one, other):
        return False
    left, right = ocr(one.surname), ocr(other.surname)
    return left == right or (min(len(left), len(right)) >= TYPO_LENGTH and one_slip(left, right))


def two_given(one: Spelling, other: Spelling) -> bool:
    """Whether what stands before the surname of two whole Latin names is that of two people."""
    return not (_same_given(one.given, other.given) and _same_middle(one.middle, other.middle))


def _same_given(one: str, other: str) -> bool:
    if nicknames.same(one.lower(), other.lower()):
        return True
    short, long = sorted((ocr(one), ocr(other)), key=len)
    begun = len(short) >= SHORT_GIVEN and long.startswith(short)
    return short == long or (begun and long[len(short) :] not in _OF_A_WOMAN)


SHORT_GIVEN = 3
"""Letters of a given name from which on it may be the start of another: Dan, Daniel."""
_OF_A_WOMAN = frozenset(map(ocr, "a e ia ina ine ella elle ette la le na ne".split()))
"""What makes a man's name a woman's, and no longer form of it: Paula, Pauline, Danielle, Joanna of Joan."""


def _same_middle(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the fewer names are all among the more, in order: nobody has another middle name elsewhere.

    An initial is any name that starts with it.
    """
    fewer, more = sorted((one, other), key=len)
    rest = iter(more)
    return all(any(_may_be_middle(name, each) for each in rest) for name in fewer)


def _may_be_middle(one: str, other: str) -> bool:
    if min(len(one), len(other)) == 1:
        return one[0].lower() == other[0].lower()
    return _same_given(one, other)


def different_latin(one: Spelling, other: Spelling) -> bool:
    """Two whole Latin names that no slip explains: never one person."""
    if one.garbled or other.garbled or not (one.parts and other.parts):
        return False
    return not same_latin(one, other)


def one_slip(left: str, right: str) -> bool:
    """At most one letter changed, added, dropped or swapped with its neighbour (Damerau 1964)."""
    if abs(len(left) - len(right)) > 1 or left == right:
        return left == right
    start = next((at for at, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return True
    tails = (
        (left[start + 1 :], right[start + 1 :]),
        (left[start + 1 :], right[start:]),
        (left[start:], right[start + 1 :]),
    )
    swapped = (
        left[start : start + 2] == right[start : start + 2][::-1] and left[start + 2 :] == right[start + 2 :]
    )
    return swapped or any(one == other for one, other in tails)


def sound_alike(one: Spelling, other: Spelling) -> float:
    """0, or how well two whole names in Chinese, or one in each script, sound like one person's.

    Given name and surname must both fit; a short name never passes here.
    """
    if not (one.parts and other.parts) or (one.latin and other.latin):
        return 0.0
    if one.garbled or other.garbled:
        return 0.0
    surname = _fit(one.surname, other.surname)
    if surname < SURNAME_FITS:
        return 0.0
    given = _fit(one.given, other.given)
    return (given + surname) / 2 if given >= GIVEN_FITS else 0.0


def given_alike(one: Spelling, other: Spelling) -> float:
    """0, or how well two given names sound like one, whatever the surnames."""
    given = _fit(one.given, other.given)
    return given if given >= GIVEN_FITS else 0.0


def pinyin_alike(one: Spelling, other: Spelling) -> float:
    """0 or 1: the other is the one's Chinese name in Latin letters, syllable by syllable."""
    if one.latin == other.latin:
        return 0.0
    chinese, latin = (other, one) if one.latin else (one, other)
    if chinese.parts or not latin.parts or not 2 <= len(chinese.text) <= 4:
        return 0.0
    return float(latin.letters in pinyin(chinese.text))


def surname_alike(one: Spelling, other: Spelling) -> float:
    """0, or how well a short name sounds like the other's surname. Needs more evidence."""
    if bool(one.parts) == bool(other.parts) or (one.latin and other.latin):
        return 0.0
    fit = _fit(one.surname, other.surname)
    return fit if fit >= ALONE_FITS else 0.0


@lru_cache(maxsize=65_536)
def _fit(one: str, other: str) -> float:
    if one == other:
        return 1.0
    left, right = _is_latin(one), _is_latin(other)
    if left and right:
        return 1.0 if ocr(one) == ocr(other) else 0.0
    if left:
        return likeness(other, one)
    return likeness(one, other) if right else alike(one, other)


# --- whom to compare with whom ---------------------------------------------------------


def _keys(spelling: Spelling) -> tuple[str, ...]:
    """What two spellings must have in common to be compared at all."""
    if spelling.latin:
        return block(spelling.surname), spelling.letters
    return (block(spelling.surname), *(() if spelling.parts else pinyin(spelling.text)))


def all_latin(spellings: Iterable[Spelling]) -> bool:
    return all(spelling.latin for spelling in spellings)


def near_ones(spellings: Sequence[Spelling], blocks: Mapping[str, set[str]]) -> set[str]:
    """The keys of the *blocks* in which one of *spellings* stands."""
    return {other for one in spellings for key in _keys(one) for other in blocks.get(key, ())}


def blocks_of(groups: dict[str, list[Spelling]]) -> dict[str, set[str]]:
    """Of groups of spellings, by their root: those to be compared with each other, by what they share."""
    found: dict[str, set[str]] = defaultdict(set)
    for root, spellings in groups.items():
        for spelling in spellings:
            for key in _keys(spelling):
                found[key].add(root)
    return found
