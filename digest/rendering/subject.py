"""The subject line and the preheader: the theme, and the strongest words of the issue. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.language.script import has_han
from digest.rendering.names import columns, one_line, shorten
from digest.rendering.page import DifferenceRow, Line, Page, PersonRow, lines

LONGEST_SUBJECT = 78
"""Columns, a Han character taking two: what a list of mails shows, and RFC 5322's preferred line."""

LONGEST_PREHEADER = 120
"""Characters."""

_STRONGEST = ("lead", "points", "timeline", "ahead", "articles")

_PAUSE = re.compile(r"[，,；;：:、]|——")
_BLANK = re.compile(r" +")
_FINAL = "。.．｡ "
_LEAST = 12
"""Columns; a shorter piece of a sentence says nothing."""


def subject(page: Page) -> str:
    """``Theme｜sentence``: the strongest or the second, whole if one fits, else the strongest's beginning."""
    prefix = shorten(_visible(page.title), LONGEST_SUBJECT // 2)
    divider = "｜" if page.lang.startswith("zh") else " | "
    candidates = [_visible(text) for text in strongest(page, ("lead", "points")) or strongest(page)]
    room = LONGEST_SUBJECT - columns(prefix + divider)
    if not any(candidates):
        return shorten(f"{prefix}{divider}{_visible(page.date)}", LONGEST_SUBJECT)
    whole = next((text for text in candidates[:2] if text and columns(text) <= room), None)
    return prefix + divider + (whole or _beginning(candidates[0], room))


def _visible(text: str) -> str:
    """*text* without what a header does not show: joiners, marks of direction, odd blanks."""
    return "".join(each if each.isprintable() else " " * each.isspace() for each in text).strip()


def preheader(page: Page, subject: str) -> str:
    """What a list of mails shows behind the subject: the next sentences, not the subject again."""
    said = [text for text in strongest(page) if text not in subject]
    text = (" · " if page.lang == "en" else "；").join(said[:3]) or f"{page.title} · {page.date}"
    if len(text) > LONGEST_PREHEADER:
        text = text[: LONGEST_PREHEADER - 1].rstrip() + "…"
    # A preheader of a word or two lets the program show the page's first links instead.
    return text if len(text) >= 20 else f"{text} · {page.title} · {page.date} · {page.number}"


def strongest(page: Page, kinds: Sequence[str] = _STRONGEST) -> list[str]:
    """Sentences of *kinds* for a headline, without final stop: the page's language first, then best first."""
    found: list[Line] = []
    for kind in kinds:
        for row in page.rows(kind):
            if not isinstance(row, DifferenceRow | PersonRow):
                found += lines(row)[:1]
    found.sort(key=lambda line: bool(line.lang) and line.lang[:2] != page.lang[:2])
    return list(
        dict.fromkeys(one_line(line.text).rstrip(_FINAL) for line in found if line.text.strip(_FINAL))
    )


def _beginning(text: str, room: int) -> str:
    """As many clauses of Chinese, or words of English, as fit, and an ellipsis; else as many characters."""
    ends = [pause.start() for pause in (_PAUSE if has_han(text) else _BLANK).finditer(text)]
    fitting = [end for end in ends if _LEAST <= columns(text[:end]) <= room - 1]
    return text[: fitting[-1]].rstrip(",;: ") + "…" if fitting else shorten(text, room)
