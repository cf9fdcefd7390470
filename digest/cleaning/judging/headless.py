"""Headings and lead-ins of which nothing that stood below them is left. Pure."""

from __future__ import annotations

from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.verdicts import BODY, Page


def headless(page: Page) -> None:
    """A heading of which all that stood below it is the site's was the site's: 推荐阅读, above its links.

    So was a lead-in: Related stories on Channel 9:
    """
    rows = page.rows
    pending: list[int] = []
    gone = False
    for at in range(len(rows)):
        verdict = page.verdicts.get(at, BODY)
        if verdict.fate == "heading" or (verdict == BODY and _leads_in(rows[at])):
            if gone:
                # Of those above it one may be a chapter's, which goes on.
                page.remove(pending.pop(), "heading", "nothing below it")
            pending.append(at)
            gone = False
        elif verdict.fate in ("body", "highlight"):
            pending, gone = [], False
        elif pending and verdict.reason not in _PICTURES:
            gone = True
    for at in pending:
        # With what markup calls a heading no text ends: below the last line it was the site's.
        if gone or rows[at].role == "heading":
            page.remove(at, "heading", "nothing below it")


def _leads_in(row: Row) -> bool:
    return row.text.rstrip()[-1:] in (":", "：") and not (row.is_prose or row.stops or row.commas > 1)


_PICTURES = frozenset({"caption", "placeholder", "code"})
"""What may be all that a part of an article has below its heading."""
