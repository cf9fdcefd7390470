"""How a Chinese surname may be written in Latin letters: Hanyu Pinyin, Wade-Giles, and in the south. Pure."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from digest.language import _name_data as data
from digest.language.transliteration import pinyin


def surname(name: str) -> str:
    """That of a Chinese person's name: 陆 of 陆之衡, 欧阳 of 欧阳冶."""
    return name[:2] if name[:2] in data.COMPOUND_SURNAMES else name[:1]


@lru_cache(maxsize=4096)
def latin(family: str) -> frozenset[str]:
    """The Latin spellings of a surname, in lower case: ruan, yuen, .. of 阮.

    >>> sorted(latin("柯") & {"ke", "ko", "gao"})
    ['ke', 'ko']
    """
    return frozenset(pinyin(family)) | frozenset(_southern().get(family, "").split())


@cache
def in_pinyin() -> tuple[frozenset[str], frozenset[str]]:
    """How surnames are read, and the characters that spell foreign names."""
    families, syllables = (frozenset(_data()["pinyin"][kind].split()) for kind in ("families", "syllables"))
    return families, syllables


def _southern() -> dict[str, str]:
    return _data()["readings"]


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("digest.language").joinpath("surnames.toml").read_text("utf-8"))
