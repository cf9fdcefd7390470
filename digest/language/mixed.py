"""Words of two languages, looked up in a text: Chinese ones anywhere, English ones as whole words. Pure.

A tree of thousands of words (`alternatives.pattern`) takes longer to compile than a short story to tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from digest.language.alternatives import Pairs


class Words:
    """Finds the longest of *words* at a place, none inside another.

    None is of both languages. An English one, which may be several words, starts
    where a *run* does, and ends where a word ends.
    """

    def __init__(self, words: Iterable[str], run: re.Pattern[str]) -> None:
        known = sorted(words, key=len, reverse=True)
        self._run = run
        self._english: dict[str, list[str]] = {}
        for word in filter(str.isascii, known):
            self._english.setdefault(run.findall(word)[0], []).append(word)
        chinese = [word for word in known if not word.isascii()]
        self._single = [word for word in chinese if len(word) == 1]
        self.chinese = Pairs(word for word in chinese if len(word) > 1)
        """The Chinese ones of two characters and more."""

    def only_chinese(self, text: str, latin: bool) -> bool:
        """Whether none but those of `chinese` can be in *text*, which may have *latin* letters."""
        english = latin and not self._english.keys().isdisjoint(self._run.findall(text))
        return not english and not self._has_single(text)

    def find(self, text: str) -> list[tuple[int, str]]:
        """Place and word, ascending."""
        found = self.chinese.find(text)
        if self._has_single(text):
            taken = {at for place, word in found for at in range(place, place + len(word))}
            found += [(at, each) for at, each in enumerate(text) if each in self._single and at not in taken]
        return sorted([*found, *self._found_english(text)])

    def _has_single(self, text: str) -> bool:
        return any(map(text.__contains__, self._single))

    def _found_english(self, text: str) -> Iterator[tuple[int, str]]:
        end = 0
        for run in self._run.finditer(text):
            place = run.start()
            for word in self._english.get(run.group(), ()) if place >= end else ():
                if text.startswith(word, place) and not _goes_on(text, place + len(word)):
                    end = place + len(word)
                    yield place, word
                    break


def _goes_on(text: str, end: int) -> bool:
    """Whether a word goes on at *end*."""
    behind = text[end : end + 1]
    return behind.isalnum() or behind == "_"
