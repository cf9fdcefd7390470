"""CommonMark, every mark of the authors' own escaped."""

from __future__ import annotations

import re

from digest.model import Issue, Rendering


class Markdown:
    suffix = ".md"

    def write(self, issue: Issue, rendering: Rendering) -> bytes:
        from digest.rendering import look, press
        from digest.rendering.links import Links

        page = press.laid_out(issue, rendering.language)
        plain = look.load(look.GROUND)
        written = press.text(page, plain, Links(), name="page.md")
        return re.sub(r"\n{3,}", "\n\n", written).encode()


WRITER = Markdown()
