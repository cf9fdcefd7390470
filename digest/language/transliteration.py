"""How well a Chinese spelling fits a foreign name: 苏茨克维尔 and Sutskever, 穆拉蒂 and Murati. Pure.

Both are turned into rows of sounds, consonants in classes that Chinese can
hardly tell apart (r and l, b and p, ..) and vowels in four, and aligned (Needleman
and Wunsch 1970). What the tables of transliteration drop or add as a rule
costs little: an r after a vowel, a doubled letter, the vowel a bare consonant
gets in Chinese. Sound is evidence, not proof: the caller decides with more.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from digest.language import readings
from digest.language.lazy import regex
from digest.language.script import has_han

_LATIN = regex(
    r"sch|tsch|tch|sh|ch|zh|th|ph|kh|gh|ck|ts|tz|dz|dge|wh|qu|gn|wr|kn|x|[bcdfghjklmnpqrstvwyz]|[aeiou]+"
)
_LATIN_SOUNDS = {
    "sch": "S", "tsch": "C", "tch": "C", "sh": "S", "ch": "C", "zh": "J", "th": "T", "ph": "F",
    "kh": "H", "gh": "K", "ck": "K", "ts": "Z", "tz": "Z", "dz": "Z", "dge": "J", "wh": "W", "qu":
    "KW", "gn": "N", "wr": "L", "kn": "N", "x": "KZ", "b": "B", "p": "P", "c": "K", "k": "K", "q":
    "K", "g": "G", "d": "D", "t": "T", "f": "F", "v": "W", "w": "W", "h": "H", "j": "J", "l": "L",
    "r": "L", "m": "M", "n": "N", "s": "Z", "z": "Z", "y": "Y",
}  # fmt: skip
_PINYIN_SOUNDS = {
    "b": "B", "p": "P", "m": "M", "f": "F", "d": "D", "t": "T", "n": "N", "l": "L", "g": "G", "k":
    "K", "h": "H", "j": "J", "q": "C", "x": "S", "zh": "J", "ch": "C", "sh": "S", "r": "L", "z":
    "Z", "c": "Z", "s": "Z", "y": "Y", "w": "W",
}  # fmt: skip
_NEAR = {
    frozenset(pair)
    for pair in ("FW GH GJ DZ CG CD DJ HK JK JZ CZ SZ CK CJ SC SH TZ JY JS WV MN CT JT HW FH HZ JL").split()
}
_VOICED = {frozenset(pair) for pair in ("BP", "DT", "GK")}
_VOWELS = "aiue"
"""Open, front, back, and the neutral e of Chinese, which stands for any."""
_BARE = frozenset("尔克特德斯夫弗姆布普格勒茨兹赫什奇治思默")
"""Characters that often stand for a consonant without a vowel."""
_DROP = {**dict.fromkeys("aiu", 0.15), "e": 0.05, "L": 0.35, "H": 0.3, "Y": 0.2, "W": 0.45}
_GAP, _NEAR_COST, _VOICED_COST = 0.8, 0.3, 0.12


def likeness(chinese: str, latin: str) -> float:
    """0 to 1: how well *chinese* spells the sound of *latin*; 0.75 and more is a good fit.

    Both are single names (``苏茨克维尔``, ``Sutskever``), not a row of given
    name and surname.
    """
    return _likeness(chinese, latin.lower())


@lru_cache(maxsize=4096)
def _likeness(chinese: str, latin: str) -> float:
    left, right = _chinese_sounds(chinese), _latin_sounds(latin)
    consonants = min(sum(sound not in _VOWELS for sound in row) for row in (left, right))
    if not consonants:
        return 0.0
    weight = max(sum(_weight(sound) for sound in row) for row in (left, right))
    return max(0.0, 1.0 - _distance(left, right) / weight)


@lru_cache(maxsize=4096)
def alike(one: str, other: str) -> float:
    """0 to 1: how alike two Chinese spellings of one foreign name sound (莱克, 雷克)."""
    left, right = _chinese_sounds(one), _chinese_sounds(other)
    weight = max(sum(_weight(sound) for sound in row) for row in (left, right)) or 1.0
    return max(0.0, 1.0 - _distance(left, right) / weight)


@lru_cache(maxsize=4096)
def block(name: str) -> str:
    """A coarse class of the first firm sound; names of different classes do not sound alike."""
    sounds = _chinese_sounds(name) if has_han(name) else _latin_sounds(name.lower())
    firm = next((sound for sound in sounds if sound not in "aiueLYW"), "")
    return next((group for group in ("BP", "DT", "FW", "MN", "GKHJCSZ") if firm and firm in group), firm)


_OF_A_SURNAME = dict(
    zip(
        "翟单曾仇解查区朴乐缪覃薄召卜隗种阚尉",
        "zhai shan zeng qiu xie zha ou piao yue miao qin bo shao bu wei chong kan yu".split(),
        strict=True,
    )
)
"""Characters that a surname reads otherwise than their commonest reading (现代汉语词典)."""


@lru_cache(maxsize=4096)
def pinyin(name: str) -> tuple[str, ...]:
    """The readings of a Chinese name as it is written in Latin letters, given name first and last.

    In Hanyu Pinyin and as in Taiwan, in that of Wade and Giles (1892) without its marks.

    >>> pinyin("林国栋")
    ('linguodong', 'guodonglin', 'linkuotung', 'kuotunglin')
    >>> pinyin("翟月")[0]
    'zhaiyue'
    """
    here = readings.syllables(name)
    here[:1] = [_OF_A_SURNAME.get(name[:1], here[0])]
    taiwan = [syllable.replace("'", "").replace("v", "u") for syllable in readings.wade_giles(name)]
    family = 2 if len(here) > 3 else 1
    written = [order for read in (here, taiwan) for order in (read, read[family:] + read[:family])]
    return tuple(dict.fromkeys("".join(syllables) for syllables in written))


def _weight(sound: str) -> float:
    return 0.3 if sound in _VOWELS else 1.0


def _distance(left: str, right: str) -> float:
    steps = [(theirs, _DROP.get(theirs, _GAP)) for theirs in right]
    best = 0.0
    above = [best]
    for _, drop in steps:
        best += drop
        above.append(best)
    for mine in left:
        omitted = _DROP.get(mine, _GAP)
        diagonal = above[0]
        best = diagonal + omitted
        row = [best]
        # Plain comparisons: this is the innermost loop of all that compares names.
        for (theirs, drop), over in zip(steps, above[1:], strict=True):
            best += drop
            if over + omitted < best:
                best = over + omitted
            exchanged = diagonal + _exchange(mine, theirs)
            if exchanged < best:
                best = exchanged
            row.append(best)
            diagonal = over
        above = row
    return best


@cache
def _exchange(mine: str, theirs: str) -> float:
    if mine == theirs:
        return 0.0
    pair = frozenset((mine, theirs))
    if pair in _VOICED:
        return _VOICED_COST
    if pair in _NEAR:
        return _NEAR_COST
    vowels = (mine in _VOWELS) + (theirs in _VOWELS)
    if vowels == 2:
        return 0.05 if "e" in pair else 0.2
    return 0.25 if vowels and {"Y", "W"} & pair else 1.0


@lru_cache(maxsize=4096)
def _latin_sounds(latin: str) -> str:
    plain = "".join(
        each for each in unicodedata.normalize("NFKD", latin.lower()) if not unicodedata.combining(each)
    )
    plain = re.sub(r"([b-df-hj-np-tv-z])\1", r"\1", plain).removesuffix("e")
    plain = re.sub(r"c(?=[eiy])", "s", plain)
    return "".join(_LATIN_SOUNDS.get(part) or _vowel(part) for part in _LATIN.findall(plain))


def _vowel(letters: str) -> str:
    if letters in ("ea", "ee", "ei", "ie", "i", "e"):
        return "i"
    return "u" if letters[0] in "ou" or letters in ("au", "eu", "ew") else "i" if letters[0] in "ie" else "a"


@lru_cache(maxsize=4096)
def _chinese_sounds(chinese: str) -> str:
    heads, bodies = readings.heads(chinese), readings.syllables(chinese)
    sounds = []
    for character, head, body in zip(chinese, heads, bodies, strict=False):
        if character in "尔耳":
            sounds.append("L")
            continue
        if body.startswith(head) and head in _PINYIN_SOUNDS:
            sounds.append(_PINYIN_SOUNDS[head])
        if character not in _BARE:
            sounds.append(_final(body.removeprefix(head) or body))
        if body.endswith(("n", "ng")):
            sounds.append("N")
    return re.sub(r"([aiue])[aiue]+", r"\1", "".join(sounds))


def _final(body: str) -> str:
    core = body.rstrip("ng") or body
    if core in ("e", "er"):
        return "e"
    if core in ("i", "ie", "ei", "ui", "v", "ve"):
        return "i"
    return "a" if "a" in core and core != "ao" else "u" if core[-1] in "ou" else "i"
