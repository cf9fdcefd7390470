"""Simplified words in the sentences of a Traditional text: a program put them in, no author did. Pure.

Content farms take an article as it is, Traditional, and set the search terms of their customers, Simplified,
amid its sentences. A character that both scripts have proves nothing (台, 里, 于), nor does one slip.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from digest.language.lazy import regex
from digest.language.script import convert
from digest.model import Sentence

_RUN = regex("[sb]{4,}")
"""Four characters and more without one that only Traditional has.."""
_PUT_IN = regex("s[sb]{0,6}s")
"""..of which two near each other only Simplified has."""
_LEAST = 2
"""Characters that only Traditional has, in the same sentence."""


def mixed(sentences: Sequence[Sentence], text: str) -> dict[int, str]:
    """Those of the *sentences* of a Traditional *text*, by number, into which Simplified words were put, with
    the first of them.

    Of a text in which they are always the same none: it is a name, written as its bearer does.
    """
    found = {}
    for at, sentence in enumerate(sentences):
        written = text[sentence.start : sentence.end]
        kinds = written.translate(_kinds())
        if kinds.count("t") < _LEAST:
            continue
        runs = (_PUT_IN.search(kinds, *run.span()) for run in _RUN.finditer(kinds))
        put_in = next(filter(None, runs), None)
        if put_in:
            found[at] = written[slice(*put_in.span())]
    return found if len(set(found.values())) > 1 else {}


@cache
def _kinds() -> dict[int, str]:
    """``s`` for characters that only Simplified has, ``t`` for those of Traditional, ``b`` for those of
    both; all else stays as it is, and Latin letters are none of these."""
    # A line each: what two of them mean together is not asked.
    han = "\n".join(map(chr, range(0x4E00, 0x9FFF)))
    table = dict.fromkeys(range(ord("A"), ord("z") + 1), ".")
    scripts = convert(han, "simplified"), convert(han, "traditional")
    for char, simple, traditional in zip(han, *scripts, strict=True):
        if char == "\n":
            continue
        only = traditional != char and not _is_in_big5(char)
        table[ord(char)] = "s" if only else "t" if simple != char else "b"
    return table


def _is_in_big5(char: str) -> bool:
    """Whether those who write Traditional have the character at all."""
    try:
        char.encode("big5")
    except UnicodeEncodeError:
        return False
    return True
