"""A small archive: two themes, some days, one issue of a later hour."""

from __future__ import annotations

from dataclasses import replace

from digest.model import IssueId
from digest.rendering._sample import sample


def issue(theme="harbour-trams", number="2026-06-14", title=None, language="zh-Hans"):
    made = sample(language)
    return replace(
        made,
        id=IssueId(f"{theme}/{number}"),
        as_of=number[:10],
        theme=replace(made.theme, slug=theme, title=title or made.theme.title),
    )


def archive():
    return [
        issue("harbour-trams", "2026-05-31"),
        issue("harbour-trams", "2026-06-14"),
        issue("harbour-trams", "2026-06-14T1800"),
        issue("night-markets", "2026-06-13", "夜市"),
        issue("night-markets", "2026-06-14", "夜市", "en"),
    ]
