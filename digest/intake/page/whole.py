"""A whole page: the lines of its article, and what its head claims of that. Pure."""

from __future__ import annotations

from dataclasses import replace

from digest.intake.page.blocks import blocks
from digest.intake.page.checks import site_in_title
from digest.intake.page.head import read_head
from digest.intake.page.lines import page_lines
from digest.model import Line, Metadata


def page_of(text: str) -> tuple[tuple[Line, ...], Metadata]:
    """The lines of a whole page, and what it claims of its article."""
    head = read_head(text)
    claims = head.metadata
    dated = claims.published is not None
    lines = page_lines(text, blocks(text), claims.title or "", head.body, dated=dated)
    shown = next((line.text for line in lines if line.role == "title"), "")
    if shown and claims.title and claims.title.startswith(shown):
        site = site_in_title(claims.title, shown)
        claims = replace(claims, title=shown, publisher=claims.publisher or site or None)
    return lines, claims
