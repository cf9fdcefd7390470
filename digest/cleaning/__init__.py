"""Stage 2: an article as read becomes a document to trust, with a receipt. Pure.

Reading order: `document` (the way), `rows` (what is seen of a line), `rulebook`
and ``rules/`` (what words say), `judge` (what the page's shape says), `topic`,
`transcript`, `assemble` (sentences), `splice` and `edits` (the way back).
"""

from __future__ import annotations

from digest.cleaning.document import clean
from digest.cleaning.duplicates import Group, group
from digest.cleaning.edits import trace

RULES_VERSION = "1"
"""Goes up when the same article may come out differently."""

__all__ = ["RULES_VERSION", "Group", "clean", "group", "trace"]
