"""Simplified words in the sentences of a Traditional text: a program put them in, no author did. Pure.

Content farms take an article as it is, Traditional, and set the search terms of their customers, Simplified,
amid its sentences. A character that both scripts have proves nothing (台, 里, 于), nor does one slip.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from digest.language.lazy import regex
from digest.language.script import convert
from digest.model import Sentence

_RUN = regex("(?<![sb])[sb]{4,12}(?![sb])")
"""As many characters as a term has, without one that only Traditional has.."""
_PUT_IN = regex("s[sb]{0,6}s")
"""..of which two near each other only Simplified has."""
_LEAST, _MOST = 2, 8
"""Characters that only Traditional has, in the same sentence; of those that only Simplified has: where there
are more, a whole sentence in the other script lost its stop."""


def mixed(sentences: Sequence[Sentence], text: str) -> dict[int, str]:
    """Those of the *sentences* of a Traditional *text*, by number, into which Simplified words were put, with
    the first of them.

    Of a text in which they are always the same none: it is a name, written as its bearer does.
    """
    simplified, traditional = _letters()
    found = {}
    for at, sentence in enumerate(sentences):
        written = text[sentence.start : sentence.end]
        # Nearly every sentence is in one script.
        if simplified.search(written) is None or traditional.search(written) is None:
            continue
        kinds = written.translate(_kinds())
        few = kinds.count("s") <= min(_MOST, kinds.count("t"))
        if kinds.count("t") < _LEAST or not few:
            continue
        runs = (_PUT_IN.search(kinds, *run.span()) for run in _RUN.finditer(kinds))
        put_in = list(filter(None, runs))
        if len(put_in) == 1:
            found[at] = written[slice(*put_in[0].span())]
    return found if len(set(found.values())) > 1 else {}


@cache
def _letters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A character that only Simplified has, and one that only Traditional has."""
    only, other = ("".join(map(chr, (code for code, kind in _kinds().items() if kind == of))) for of in "st")
    return re.compile(f"[{only}]"), re.compile(f"[{other}]")


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
