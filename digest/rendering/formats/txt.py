"""The text version: UTF-8, lines of at most 72 columns."""

from __future__ import annotations

from digest.model import Issue, Rendering


class Txt:
    suffix = ".txt"

    def write(self, issue: Issue, rendering: Rendering) -> bytes:
        return rendering.text.encode()


WRITER = Txt()
