"""Stage 2: an article as read becomes a document to trust, with a receipt. Pure.

Reading order: `document` (the way), `rows` (what is seen of a line), `rulebook`
and ``rules/`` (what words say), `judge` (what the page's shape says), `topic`,
`transcript` with `frame` and `breaks` (speech), `assemble` (sentences), `splice` and
`edits` (the way back).
"""

from __future__ import annotations

from digest.cleaning.document import clean
from digest.cleaning.duplicates import Group, group
from digest.cleaning.edits import trace

__all__ = ["Group", "clean", "group", "trace"]
