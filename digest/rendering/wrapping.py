"""Plain text in lines of 72 columns, Chinese and Latin, by the rules of where a line may end. Pure.

Follows the common core of JLREQ and the Chinese requirements (CLREQ, "line
composition"): no closing mark begins a line, no opening mark ends one, and a
Latin word, a number with its unit, or an address is never cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.rendering.names import columns

WIDTH = 72
"""36 Han characters: what a phone shows at arm's length, and half a screen."""

_NO_START = "。，、；：？！）】」』》〉”’…—·％〕.,;:?!)]}%"
_NO_END = "（【「『《〈“‘〔([{"
_PIECE = re.compile(
    r"〔[^〔〕]{1,40}〕|\[[^\[\]]{1,40}\]|\s+"
    r"|(?:[^\s\u2e80-\ua4ff\uf900-\ufaff\uff00-\uffef“”‘’…—]|(?<=[a-zA-Z])’(?=[a-zA-Z]))+|.",
    re.DOTALL,
)


def wrap(text: str, first: str = "", rest: str | None = None, width: int = WIDTH) -> str:
    """*text* in lines of at most *width* columns; *first* begins the first line, *rest* the others.

    Only a single word or address longer than a line goes past *width*.
    """
    if columns(first) + columns(text) <= width:
        return (first + text).rstrip()
    rest = " " * columns(first) if rest is None else rest
    lines, line, used = [], first, columns(first)
    for piece in _pieces(text):
        bare = piece.rstrip()
        if line not in (first, rest) and used + columns(bare) > width:
            lines.append(line.rstrip())
            line, used = rest, columns(rest)
        line += piece
        used += columns(piece)
    return "\n".join([*lines, line.rstrip()])


def _pieces(text: str) -> Iterator[str]:
    """Runs between which a line may end, blanks with the run before them."""
    held = ""
    for found in _PIECE.finditer(text):
        piece = found[0]
        sticks = held and (piece.isspace() or piece[0] in _NO_START or held.rstrip()[-1:] in _NO_END)
        if held and not sticks:
            yield held
            held = ""
        held += piece
    if held:
        yield held
