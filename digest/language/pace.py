"""How long a text takes to read. Pure."""

from __future__ import annotations

HAN_PER_MINUTE = 500
"""Chinese news on a screen: silent reading of prose lies between 400 and 600 characters a minute."""
WORDS_PER_MINUTE = 238
"""English non-fiction, silently (Brysbaert 2019)."""
CHARACTERS_PER_WORD = 6


def minutes(characters: int, language: str) -> float:
    """*language* is a BCP 47 tag."""
    han = language.partition("-")[0] in ("zh", "ja")
    return characters / (HAN_PER_MINUTE if han else WORDS_PER_MINUTE * CHARACTERS_PER_WORD)
