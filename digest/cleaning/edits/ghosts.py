"""Ghost pinyin: readings in brackets that mirror sites put behind characters, as in 網(wǎng)易. Pure.

A bracket is a ghost when a dictionary lists its content as a reading of the
character before it: with tones, without, or doubled (臺(tai)(tai)). So
``(AGI)`` and ``(open source)`` stay. Readings of whole words without brackets
(冰川 bīng chuān) are ghosts when each syllable reads its own character.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from digest.cleaning.text.splice import Splice
from digest.language import readings
from digest.language.lazy import regex
from digest.language.script import HAN

_LETTERS = "a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿɑɡ\u0300\u0301\u0304\u0308\u030c"
BRACKET = regex(
    f"[(（](?<=[{HAN}][(（])[{_LETTERS}]{{1,7}}[0-5]?[)）](?:[(（][{_LETTERS}]{{1,7}}[0-5]?[)）])*"
)
MAY_BE_READ = regex(f"[(（ \u3000][{_LETTERS}]")
"""No reading is without it."""
_ONE = regex(r"[(（]([^()（）]*)[)）]")

_SYLLABLE = (
    "(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    "[aeiouvüāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜɑ]{1,4}(?:ng|[nrɡ])?[1-5]?(?![^\\W\\d_])"
)
SPACED = regex(
    f"[ \u3000](?<=[{HAN}][ \u3000]){_SYLLABLE}(?:[ '’]{_SYLLABLE}){{1,11}}(?:[ \u3000](?=[{HAN}]))?"
)
"""Two syllables or more behind Chinese characters."""

FEWEST = 2
"""A single reading is an author's gloss on a rare character, not the disease."""


def ghosts(text: str) -> list[Splice]:
    """The ghost readings of *text*, each to be taken out; none when there are fewer than `FEWEST`."""
    runs, words = list(BRACKET.finditer(text)), list(SPACED.finditer(text))
    if len(runs) < FEWEST and len(words) < FEWEST:
        return []
    found = [
        Splice(run.start() + one.start(), run.start() + one.end(), "", "ghost-pinyin")
        for run in runs
        for one in _ONE.finditer(run[0])
        if is_reading(one[1], text[run.start() - 1])
    ]
    found += [
        Splice(*word.span(), "", "ghost-pinyin")
        for word in words
        if reads(word[0], text[max(0, word.start() - _LONGEST_WORD) : word.start()])
    ]
    return sorted(found) if len(found) >= FEWEST else []


_LONGEST_WORD = 12


def reads(syllables: str, before: str) -> bool:
    """Whether *syllables*, apart by blanks, read the last characters of *before*, one each."""
    each = re.split(r"[\s'’]+", syllables.strip())
    return 1 < len(each) <= len(before) and all(map(is_reading, each, before[-len(each) :]))


def is_reading(syllable: str, character: str) -> bool:
    """Whether *syllable*, with tone marks or without, is a reading of *character*."""
    return _plain(syllable) in _readings(character)


@cache
def _readings(character: str) -> frozenset[str]:
    return frozenset(map(_plain, readings.of(character)))


@lru_cache(maxsize=4096)
def _plain(syllable: str) -> str:
    """Lower case, no tone; ü and v and u are one, as mirrors mix them."""
    letters = unicodedata.normalize("NFD", syllable.lower().replace("ɑ", "a").replace("ɡ", "g"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return bare.rstrip("012345").replace("v", "u")
