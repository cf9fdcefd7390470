"""How Chinese characters are read, by the tables of pypinyin, which takes long to start. Pure.

It reads a file of 47,000 phrases, and nearly all of them as their characters
are read one by one. ``readings.toml`` has the others, and how Wade and Giles
(1892) write each syllable: where a text has none of these phrases pypinyin
itself is not loaded, and says the same. Written by `store`, held to it by a test;
another version of pypinyin may read a phrase otherwise, which then is read as in the file.
"""

from __future__ import annotations

import json
import textwrap
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

from digest.language.beside import beside
from digest.language.lazy import regex

_FILE = Path(__file__).with_name("readings.toml")
_HEAD = regex(r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])(?=.)")


def of(character: str) -> tuple[str, ...]:
    """All readings of one character in Hanyu Pinyin with their tones, the commonest first; () for none."""
    told = _table().get(str(ord(character)), "")
    return tuple(told.split(",")) if told else ()


@lru_cache(maxsize=4096)
def commonest(character: str) -> str:
    """The first of them without its tone, ü as v; the character itself where there is none."""
    return _toneless(next(iter(of(character)), character))


def syllables(text: str) -> list[str]:
    """The readings of *text*, a character each, without tones, ü as v; what is not Chinese stays together."""
    if _one_by_one(text):
        return list(map(commonest, text))
    from pypinyin import lazy_pinyin

    return [syllable.replace("ü", "v") for syllable in lazy_pinyin(text)]


def heads(text: str) -> list[str]:
    """The consonants with which those start, y and w among them, "" where none does."""
    if _one_by_one(text):
        return [_head(commonest(character)) for character in text]
    from pypinyin import Style, lazy_pinyin

    return list(lazy_pinyin(text, style=Style.INITIALS, strict=False))


def wade_giles(text: str) -> list[str]:
    """The same as `syllables`, as Wade and Giles write them: ch'iu, hsv."""
    if _one_by_one(text):
        table = _stored()["wade_giles"]
        return [table.get(reading, reading) for reading in map(commonest, text)]
    from pypinyin import Style, lazy_pinyin

    return list(lazy_pinyin(text, style=Style.WADEGILES))


def _one_by_one(text: str) -> bool:
    """Whether each character of *text* is read as it is alone."""
    phrases = _stored()["phrases"]
    return all(map(of, text)) and not any(
        text[start:end] in phrases for end in range(2, len(text) + 1) for start in range(end - 1)
    )


def _head(syllable: str) -> str:
    head = _HEAD.match(syllable)
    return head.group() if head else ""


def _toneless(reading: str) -> str:
    letters = unicodedata.normalize("NFD", reading).replace("u\N{COMBINING DIAERESIS}", "v")
    return "".join(each for each in letters if not unicodedata.combining(each))


@cache
def _table() -> Mapping[str, str]:
    """Readings by the number of the character, with commas between."""
    path = beside("pypinyin", "pinyin_dict.json")
    if path:
        table: dict[str, str] = json.loads(path.read_text("utf-8"))
        return table
    from pypinyin.constants import PINYIN_DICT

    return {str(code): told for code, told in PINYIN_DICT.items()}


@cache
def _stored() -> Mapping[str, Mapping[str, str]]:
    """``phrases`` that are read otherwise than one by one, of several none inside another; ``wade_giles``."""
    told = tomllib.loads(_FILE.read_text("utf-8"))
    return {
        "phrases": dict.fromkeys(told["phrases"].split(), ""),
        "wade_giles": dict(pair.split("=") for pair in told["wade_giles"].split()),
    }


# --- the file ----------------------------------------------------------------------


def store() -> None:
    """Write ``readings.toml`` anew, by the pypinyin that is installed."""
    _FILE.write_text(written(), "utf-8")


def written() -> str:
    """What it has to say."""
    from pypinyin import Style, lazy_pinyin
    from pypinyin.constants import PHRASES_DICT

    otherwise = {
        phrase
        for phrase, told in PHRASES_DICT.items()
        if [_toneless(each[0]) for each in told] != list(map(commonest, phrase))
    }
    phrases = sorted(
        phrase
        for phrase in otherwise
        if not any(
            phrase[start:end] in otherwise and phrase[start:end] != phrase
            for end in range(2, len(phrase) + 1)
            for start in range(end - 1)
        )
    )
    of_syllables = {commonest(chr(int(code))): chr(int(code)) for code in _table()}
    pairs = [
        f"{syllable}={lazy_pinyin(character, style=Style.WADEGILES)[0]}"
        for syllable, character in sorted(of_syllables.items())
    ]
    return f'pypinyin = "{version("pypinyin")}"\n' + "".join(
        f'{name} = """\n{textwrap.fill(" ".join(rows), width, break_on_hyphens=False)}\n"""\n'
        for name, rows, width in (("phrases", phrases, 60), ("wade_giles", pairs, 110))
    )
