"""Menus and bars of buttons, known by their words and by how those stand side by side. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata.paths import sections
from digest.cleaning.rules.branches import menu_words
from digest.language.lazy import regex
from digest.language.script import HAN

_FEWEST_OF_MENU = 4
_FEWEST_BUTTONS, _LONGEST_BUTTON, _LONGEST_LATIN_BUTTON = 3, 8, 16
"""Buttons of a bar, and characters of one of them."""
_HAN_WORD = regex(rf"[{HAN}]{{2,5}}")


def is_menu(fold: str) -> bool:
    """Every other word of it is one of a menu's, side by side without marks."""
    words = [word for word in fold.split() if word != "&"]
    known = sum(sections().fullmatch(word + " ") is not None for word in words)
    return len(words) >= _FEWEST_OF_MENU and known * 2 >= len(words)


def is_glued_menu(fold: str) -> bool:
    """Most of it are the words of a menu, with nothing between them: 首页时政国际财经."""
    known = _glued_sections().findall(fold)
    return len(known) >= _FEWEST_OF_MENU and 2 * sum(map(len, known)) > len(fold)


@cache
def _glued_sections() -> re.Pattern[str]:
    words = sorted((word for word in menu_words() if _HAN_WORD.fullmatch(word)), key=len, reverse=True)
    return re.compile("|".join(words))


def is_bar(text: str) -> bool:
    """Three buttons or more side by side, whatever is written on them: a title has at most one bar."""
    buttons = re.split(r"[|｜]", text)
    longest = _LONGEST_LATIN_BUTTON if text.isascii() else _LONGEST_BUTTON
    return len(buttons) >= _FEWEST_BUTTONS and all(len(each.strip()) <= longest for each in buttons)


def below_frame(rows: Sequence[Row]) -> int:
    """The place of the first line that only this page has, below some that others have too; -1: none is.

    Where that is a sentence the page has no title.
    """
    own = next((at for at, row in enumerate(rows) if not row.is_frame), 0)
    return own if own and (not rows[own].ends or rows[own].text[-1] in "?？!！") else -1
