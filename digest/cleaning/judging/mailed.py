"""A mail that was saved as text: its fields, what it quotes of another's, its signature. Pure."""

from __future__ import annotations

from digest.cleaning.rules.verdicts import Page
from digest.language.lazy import regex

_FIELD = regex(r"[a-z][a-z-]{1,30}:\s")
_OF_A_MAIL = ("from:", "subject:")
_FEWEST_FIELDS, _HIGHEST = 3, 60
"""Fields of a head, and rows among which it ends."""
_ATTRIBUTIONS = frozenset({"mail-attribution", "mail-attribution-chinese"})
_SIGNATURE = "--"
_LONGEST_SIGNATURE = 12
"""Rows; a signature of more is a text below a rule."""


def mailed(page: Page) -> None:
    """Removes from *page* what is not the sender's own; who is answered is told by a rule, or by a head."""
    end = _head(page)
    answers = [at for at, rule in page.rules.items() if rule.name in _ATTRIBUTIONS]
    if not end and not answers:
        return
    rows = page.rows
    for at in range(end):
        if page.open(at) and not rows[at].is_prose and rows[at] is not page.title:
            page.remove(at, "mail-head", "fields")
    # Markdown takes the sign in front of what is quoted for its own.
    asked = min(answers, default=len(rows))
    quoted = {at for at in range(asked, len(rows)) if rows[at].role == "quote"}
    own = [at for at in range(end, len(rows)) if at not in quoted and not rows[at].text.startswith(">")]
    if any(rows[at].is_prose and page.open(at) for at in own):
        for at in set(range(end, len(rows))).difference(own):
            page.remove(at, "mail-quoted", "what is answered")
    signed = next(
        (at for at in range(len(rows) - 1, end, -1) if rows[at].text.strip() == _SIGNATURE), len(rows)
    )
    if any(page.open(at) for at in range(end, signed)):
        for at in range(signed, min(len(rows), signed + _LONGEST_SIGNATURE)):
            if page.open(at):
                page.remove(at, "mail-signature", "below the dashes")


def _head(page: Page) -> int:
    """How many rows at the top are its fields and what they go on with; 0 where the page is no mail."""
    rows = page.rows[:_HIGHEST]
    if not rows or not _FIELD.match(rows[0].fold):
        return 0
    end = next((at for at, row in enumerate(rows) if at and row.gap), len(rows))
    fields = [row.fold for row in rows[:end] if _FIELD.match(row.fold)]
    known = all(any(fold.startswith(name) for fold in fields) for name in _OF_A_MAIL)
    return end if known and len(fields) >= _FEWEST_FIELDS else 0
