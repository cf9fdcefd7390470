"""The page as sent: one HTML file that needs nothing beside it."""

from __future__ import annotations

from digest.model import Issue, Rendering


class Html:
    suffix = ".html"

    def write(self, issue: Issue, rendering: Rendering) -> bytes:
        return rendering.html.encode()


WRITER = Html()
