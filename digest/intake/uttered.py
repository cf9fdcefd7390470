"""Speech written down without marks: a recogniser's paragraphs into clauses, a line each. Pure.

What a program heard has no full stop, in English hardly a capital, in Chinese a
blank between two clauses. Cut where a clause can begin, it is a transcript, whose
clauses cleaning joins to sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.language.lazy import regex

# --- Chinese -------------------------------------------------------------------

# Begun with a class, so that other text is passed over at once.
_BETWEEN = regex(r"[ \u3000](?<=[\u4e00-\u9fff][ \u3000])[ \u3000]*(?=[\u4e00-\u9fff])")
_STOPS = regex("[。！？；，]")
_SPEECH, _FEWEST_CLAUSES = 300, 20
"""Characters of a line without a mark, and its clauses, that are speech and no list of words."""
_CLAUSE_SIZES = range(5, 25)
"""Mean characters of a clause: the words of a menu are shorter."""
_FEWEST_IN_ALL, _TO_A_MARK = 10, 120
"""Clauses of a text that is nothing but speech; characters of it to a mark."""


def is_chinese(text: str) -> bool:
    """Whether *text*, all of it, is Chinese speech that was written down without marks."""
    size = len(text)
    if sum(map(text.count, "。！？；，.,!?;")) * _TO_A_MARK > size:
        return False
    blanks = len(_BETWEEN.findall(text))
    return blanks >= _FEWEST_IN_ALL and size // blanks in _CLAUSE_SIZES


def chinese(text: str, start: int, end: int, spoken: bool) -> list[tuple[int, int]]:
    """The blanks of a line of speech that was written down without marks: each parts two clauses.

    *spoken*: the whole text is known to be speech.
    """
    if spoken:
        return [blank.span() for blank in _BETWEEN.finditer(text, start, end)]
    if end - start < _SPEECH or len(_STOPS.findall(text, start, end)) * _SPEECH > end - start:
        return []
    blanks = [blank.span() for blank in _BETWEEN.finditer(text, start, end)]
    many = len(blanks) >= _FEWEST_CLAUSES and (end - start) // len(blanks) in _CLAUSE_SIZES
    return blanks if many else []


# --- English -------------------------------------------------------------------

SHORTEST = 90
"""Characters of a line that is more than a clause."""
_LEAST, _WITHOUT_MARK = 300, 250
"""Characters of a text that can be told, and for each of its marks at least."""
_MARK = regex(r"[.,!?;:…](?!\d)")
_CAPITAL = regex(r"\b(?!I\b)[A-Z]")
_FUNCTION = regex(
    r"\b(?:the|and|of|to|in|a|is|that|it|i|you|we|was|for|so|they|this|but|on|with|have|are|what|like|just|at)\b",
    re.I,
)
_FUNCTIONS, _CAPITALS = 0.32, 0.12
"""Share of words that speech is full of, at least, and of words with a capital at most."""
_OPENS = regex(
    r" (?=(?:and|but|so|because|which|who|when|where|while|if|that|then|or|as|until|although|though"
    r"|since|after|before"
    r"|what|how|why|well|now|okay|let's|i|we|you|he|she|they|it's|there's|in|on|with)\b)",
    re.I,
)
_SHORTEST_CLAUSE, _LONGEST_CLAUSE = 16, 46
"""Characters, as captions have them."""
_CLOCK = regex(r" (?=(?:\d{1,2}:)?\d{1,2}:\d\d [A-Za-z])")
_FEWEST_CLOCKS = 6


def is_english(text: str) -> bool:
    """Whether *text* is English speech, from its first word to its last written without marks."""
    if len(text) < _LEAST or not text[:80].isascii():
        return False
    # The cheap question first: of most texts the beginning has its marks.
    if len(_MARK.findall(text[:_LEAST])) > 1 or len(_MARK.findall(text)) * _WITHOUT_MARK > len(text):
        return False
    words = len(text.split())
    spoken = len(_FUNCTION.findall(text)) >= _FUNCTIONS * words
    return spoken and len(_CAPITAL.findall(text)) <= _CAPITALS * words


def english(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The blanks of such a text's line, ``text[start:end]``, that part two clauses."""
    line = text[start:end]
    clocks = [clock.span() for clock in _CLOCK.finditer(line)]
    if len(clocks) >= _FEWEST_CLOCKS:
        yield from ((start + first, start + last) for first, last in clocks)
        return
    at = 0
    while len(line) - at > _LONGEST_CLAUSE:
        opens = _OPENS.search(line, at + _SHORTEST_CLAUSE, at + _LONGEST_CLAUSE)
        place = opens.start() if opens else line.rfind(" ", at + _SHORTEST_CLAUSE, at + _LONGEST_CLAUSE)
        if place < 0:
            return
        yield start + place, start + place + 1
        at = place + 1
