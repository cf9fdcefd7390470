"""Issue -> subject, HTML with inlined CSS, text: `render`; and to files: `WRITERS`.

Reading order: `page` (what templates see), `look` and `stylesheet` (a look's
folder), `templating`, `inline`, `fitting`, then `press`, which uses them all.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from digest.model import Issue, Rendering
from digest.plugins import Stage
from digest.rendering.links import Links

__all__ = ["WRITERS", "Links", "Writer", "render"]


class Writer(Protocol):
    """A format of file. ``suffix`` begins with a dot."""

    suffix: str

    def write(self, issue: Issue, rendering: Rendering) -> bytes: ...


WRITERS: Stage[Writer] = Stage("digest.rendering.formats", "WRITER", "format")


def render(
    issue: Issue,
    *,
    look: str | None = None,
    language: str | None = None,
    templates: Path | None = None,
    links: Links | None = None,
) -> Rendering:
    """The issue as a mail; see `digest.rendering.press.render`."""
    # Looks, templates and dates load only when a page is made.
    from digest.rendering import press

    return press.render(issue, look=look, language=language, templates=templates, links=links)
