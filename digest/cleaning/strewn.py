"""A title cut to pieces and strewn over its text: what a content farm does to look new. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from digest.language.script import has_han, simplify
from digest.language.words import words

_FEWEST_PIECES, _FEWEST_TIMES = 3, 2
"""Different pieces, and how often each stands alone: of 450 texts none but a strewn one had two."""
_SHORTEST_TITLE = 8


def strewn(text: str, title: str) -> tuple[str, ...]:
    """The pieces of *title* that stand in *text* where no author has put them, in the title's order; () if
    they are too few to prove anything.

    A program that cuts without a dictionary cuts through words: of 大坝连夜加固 it puts 坝连 and 夜加 into
    the clauses. So what is looked for is the end of one word with the beginning of the next, and counted is
    where neither the rest of the one nor of the other stands around it, as it does where the author says
    again what the title says. *title* is folded (`simplify`, lower case).
    """
    if len(title) < _SHORTEST_TITLE or not has_han(title):
        return ()
    folded = simplify(text).lower()
    found = [piece for piece, around in _joints(title) if _alone(piece, around, folded) >= _FEWEST_TIMES]
    return tuple(dict.fromkeys(found)) if len(set(found)) >= _FEWEST_PIECES else ()


def _joints(title: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each pair of Chinese characters between two words, and the characters around it."""
    at = 0
    for word in words(title):
        start = title.find(word, at)
        if start < 0:
            continue  # folded further than the title was
        piece = title[start - 1 : start + 1]
        if 0 < start == at and all(map(has_han, piece)):
            yield piece, (title[start - 2 : start - 1], title[start + 1 : start + 2])
        at = start + len(word)


def _alone(piece: str, around: tuple[str, str], text: str) -> int:
    """How often *piece* stands in *text* without what stands before and behind it in the title."""
    count, at = 0, text.find(piece)
    while at >= 0:
        before, behind = text[max(0, at - 1) : at], text[at + 2 : at + 3]
        count += before != around[0] and behind != around[1]
        at = text.find(piece, at + 2)
    return count
