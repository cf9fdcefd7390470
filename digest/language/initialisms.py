"""Bodies and their initials: World Ocean Watch Agency (WOWA), Office of Harbour Safety, OHS. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from digest.language import _name_data as data
from digest.language.lazy import regex

LEAST, MOST = 3, 8
"""Letters of an initialism that is told by them alone: two are those of many."""
_LINKS = frozenset("of for the and on in to a an & de des du la le".split())
_GLOSS = regex(r"[A-Za-z][ ]?\((?:the )?(?P<initials>[A-Z]{2,8})\)")
_WORDS_BEFORE = regex(r"(?:(?:[A-Z][A-Za-z’'.-]*|of|for|the|and|on|in|to|&)[ ]){1,9}\Z")


class Initialism(NamedTuple):
    """A body's name at ``[start, end)`` and its initials in the brackets behind it."""

    start: int
    end: int
    name: str
    initials: str


def initials(name: str) -> frozenset[str]:
    """What a body of that Latin *name* may be called for short: DOJ and DJ of Department of Justice."""
    words = [word for word in re.split("[ -]", name) if word]
    all_ = "".join(word[0] for word in words).upper()
    strong = "".join(word[0] for word in words if word.lower() not in _LINKS).upper()
    return frozenset({all_, strong})


def is_body(name: str) -> bool:
    """Whether one of the words of a Latin *name* is what bodies are called."""
    return not _HEADS.isdisjoint(name.lower().split())


_HEADS = data.HEADS_EN | data.ORGANISATIONS_EN


def glossed(text: str) -> Iterator[Initialism]:
    """The bodies whose initials stand in brackets behind them."""
    for match in _GLOSS.finditer(text):
        end = match.start() + 1
        before = _WORDS_BEFORE.search(text[max(0, end - 120) : end] + " ")
        if not before:
            continue
        words = before.group().split()
        for first, word in enumerate(words):
            name = " ".join(words[first:])
            if word[0].isupper() and word != "The" and match["initials"] in initials(name) and is_body(name):
                yield Initialism(end - len(name), end, name, match["initials"])
                break
