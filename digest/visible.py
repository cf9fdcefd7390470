"""Text from outside, made fit for a terminal: what would steer it is shown instead. Pure."""

from __future__ import annotations

# Controls have pictures, U+2400 and on. Those of C1 have none, nor have the marks that turn text round.
_SHOWN = {code: chr(0x2400 + code) for code in range(32)} | {0x7F: "\u2421"}
_SHOWN |= dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
_SHOWN_IN_LINES = {code: shown for code, shown in _SHOWN.items() if chr(code) not in "\n\t"}


def on_one_line(text: str) -> str:
    """*text* without any character that a terminal obeys: ``a\\n`` as ``a␊``."""
    return text if text.isprintable() else text.translate(_SHOWN)


def in_lines(text: str) -> str:
    """The same, with its line ends and tabs."""
    return text.translate(_SHOWN_IN_LINES)
