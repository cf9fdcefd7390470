"""Stage 2: an article as read becomes a document to trust, with a receipt. Pure.

Reading order: `document` (the way), `rows` and `wraps` (what is seen of a line),
`branches`, `rulebook` and ``rules/`` (what words say), `judge` with `boxes`, `markers`
and `posts` (what the page's shape says), `topic`, `heads`, `bylines`, `houses` and
`published` (what it is called, by whom, where and when), `spoken`, `transcript` with
`frame` and `breaks` (speech), `assemble` (sentences), `damage` and `calls`
(which of them may be printed), `splice` and `edits` (the way back). `letters`,
`strings` and `patterns` keep it quick.
"""

from __future__ import annotations

from digest.cleaning.document import clean
from digest.cleaning.duplicates import Group, group
from digest.cleaning.edits import trace

__all__ = ["Group", "clean", "group", "trace"]
