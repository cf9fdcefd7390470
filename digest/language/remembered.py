"""What is known of texts that were read before. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

V = TypeVar("V")

MOST = 65_536
"""Texts that are remembered, at the most."""


class Remembered(dict[str, V]):
    """*read* of each text, once; what was found out of many texts together can be put in beforehand."""

    def __init__(self, read: Callable[[str], V]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> V:
        if len(self) >= MOST:
            self.clear()
        found = self[text] = self._read(text)
        return found
