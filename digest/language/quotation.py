"""What stands between quotation marks: said by somebody else than the author. Pure."""

from __future__ import annotations

from digest.language.cues import cue
from digest.language.lazy import regex

_SPOKEN = regex('“[^”]*”|「[^」]*」|『[^』]*』|"[^"]*"')
_OPENS = regex('[“「『"]')
"""A cheap look ahead: most sentences quote nobody."""
OPENING = cue('[“「『"‘]')
"""The same, with the inner mark, for all sentences of a story together."""


def spoken(text: str) -> list[str]:
    """What *text* quotes, with its marks, in order; a mark without its other half opens nothing."""
    return _SPOKEN.findall(text) if _OPENS.search(text) else []


def outside(text: str) -> str:
    """*text* without what it quotes."""
    return _SPOKEN.sub("", text) if _OPENS.search(text) else text
