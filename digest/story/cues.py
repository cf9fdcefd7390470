"""Patterns of the words by which a sentence gives away what kind it is. Pure.

Every sentence is asked for many of them and has few. `re` skips to the places
where a pattern can start when each of its alternatives opens with a plain
character. The edge of a word is none: with it in front of the English words,
all of them would be tried at every place of a Chinese sentence.
"""

from __future__ import annotations

import re


def cue(plain: str, english: str, end: str = "") -> re.Pattern[str]:
    """Finds *plain*, or one of the *english* alternatives (with `` | `` between them) as whole words.

    Each alternative of *plain* opens with a plain character, each English one
    with a letter; *end* is what all English ones end with.
    """
    words = [f"{word[0]}(?<!\\w{word[0]}){word[1:]}{end}" for word in english.split(" | ")]
    return re.compile("|".join((plain, *words)))
