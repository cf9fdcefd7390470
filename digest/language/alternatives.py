"""A regular expression for any of many words. Pure.

`re` tries alternatives one by one, at every place of a text. Here they are a
tree, in which words share their beginnings, and every branch opens with a
plain letter, so that `re` skips the places where none of them can start.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from digest.language import pairs

if TYPE_CHECKING:
    from digest.language.pairs import Texts

_Tree = dict[str, "_Tree"]
_END = ""
"""The key under which a tree says that a word ends here."""
_NEVER = "(?!)"


def pattern(
    words: Iterable[str],
    starts: Callable[[str], str] = lambda letter: "",
    ends: Callable[[str], str] = lambda word: "",
) -> str:
    """Matches the longest of *words* at a place that holds there; nothing, when there are none.

    *starts* gives, for a first letter, what else must hold: an expression that
    stands behind that letter, and looks back over it. *ends* gives the same
    for a whole word.
    """
    tree: _Tree = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    branches = [
        re.escape(letter) + starts(letter) + _grouped(_alternatives(tree[letter], letter, ends))
        for letter in sorted(tree)
    ]
    return _grouped(branches) if branches else _NEVER


class Pairs:
    """Finds what `pattern` of the same words does, of two characters at least, where there are hundreds.

    A tree with hundreds of branches at its root tries them one by one, and in
    Chinese nearly every character opens one. Two characters say at once which
    few words can start there.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_pair: dict[str, list[str]] = {}
        for word in sorted(words, key=len, reverse=True):
            self._by_pair.setdefault(word[:2], []).append(word)
        first, second = ("".join(sorted({pair[place] for pair in self._by_pair})) for place in (0, 1))
        self._opens = re.compile(f"[{re.escape(first)}](?=[{re.escape(second)}])")
        self._table: pairs.Pairs | None = None

    def find_in_each(self, texts: Texts) -> list[list[tuple[int, str]]]:
        """`find` of many texts at once, in a fifth of the time."""
        if self._table is None:
            self._table = pairs.Pairs(self._by_pair)
        found: list[list[tuple[int, str]]] = [[] for _ in texts]
        by_pair, read, last = self._by_pair, 0, -1
        for rank, place, pair in self._table.find(texts):
            if rank != last:
                read, last = 0, rank
            if place >= read:
                for word in by_pair[pair]:
                    if word == pair or texts[rank].startswith(word, place):
                        found[rank].append((place, word))
                        read = place + len(word)
                        break
        return found

    def find(self, text: str) -> list[tuple[int, str]]:
        """The longest word at a place, with the place; ascending, none inside another."""
        found: list[tuple[int, str]] = []
        read = 0
        for match in self._opens.finditer(text):
            place = match.start()
            if place < read:
                continue
            for word in self._by_pair.get(text[place : place + 2], ()):
                if text.startswith(word, place):
                    found.append((place, word))
                    read = place + len(word)
                    break
        return found


def _alternatives(tree: _Tree, begun: str, ends: Callable[[str], str]) -> list[str]:
    """What may follow *begun*: longer words before the word that is whole already."""
    longer = [
        re.escape(letter) + _grouped(_alternatives(tree[letter], begun + letter, ends))
        for letter in sorted(tree)
        if letter != _END
    ]
    return [*longer, ends(begun)] if _END in tree else longer


def _grouped(branches: list[str]) -> str:
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
