"""Lines made of nothing but the words of buttons and calls: 加入會員 看更多新聞, 點擊收聽本文. Pure.

No list holds all that pages tell their readers to do; but they say it in few words. A short line between two
paragraphs is a heading, unless all of it is made of these (``interface.toml``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.verdicts import Page
from digest.language.lazy import regex
from digest.language.script import HAN

_LONGEST, _LONGEST_CALL = 24, 40
"""Size of a line without a stop, and of one sentence."""
_SHARE_OF_STRONG, _OF_A_SENTENCE = 0.25, 0.2
"""Of its letters, the least that are of what a page is used with: 更多的人 has none of them."""
_RUN = regex(rf"[{HAN}]+|[a-z]+")


def interface(page: Page) -> None:
    """Removes from *page* the lines that are made of its own words alone."""
    for at, row in enumerate(page.rows):
        if row.size > _LONGEST_CALL or not row.han or row is page.title:
            continue
        if (page.open(at) or page.verdicts[at].fate == "heading") and is_interface(row):
            page.remove(at, "navigation", "words of the interface")


def is_interface(row: Row) -> bool:
    """Whether every letter belongs to a word of the interface, and enough of them to a strong one."""
    if row.size > (_LONGEST_CALL if row.ends else _LONGEST):
        return False
    strong = size = 0
    for run in _RUN.findall(row.fold):
        found = _strong_in(run)
        if found is None:
            return False
        strong, size = strong + found, size + len(run)
    return strong > 0 and strong >= (_OF_A_SENTENCE if row.ends else _SHARE_OF_STRONG) * size


def _strong_in(run: str) -> int | None:
    """How many letters of *run*, cut into words of the interface, are at most strong; None: not all are."""
    words, longest = _words()
    if run.isascii():
        return words[run] and len(run) if run in words else None
    best: list[int | None] = [0, *[None] * len(run)]
    for start in range(len(run)):
        so_far = best[start]
        if so_far is None:
            continue
        for end in range(start + 1, min(len(run), start + longest) + 1):
            kind = words.get(run[start:end])
            if kind is not None:
                best[end] = max(best[end] or 0, so_far + kind * (end - start))
    return best[-1]


def strong_words() -> list[str]:
    """Those of what a page is used with."""
    return [word for word, kind in _words()[0].items() if kind]


@cache
def _words() -> tuple[Mapping[str, int], int]:
    """The words, 1 for a strong one and 0 for a weak one, and the length of the longest."""
    lists = tomllib.loads((Path(__file__).parent / "interface.toml").read_text("utf-8"))
    found = {**dict.fromkeys(lists["weak"].split(), 0), **dict.fromkeys(lists["strong"].split(), 1)}
    return found, max(map(len, found))
