"""Pages of a few lines, and what of them is read as the article."""

from __future__ import annotations

from collections.abc import Iterable

from digest.intake import read_bytes


def paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def body_of(page: str) -> list[str]:
    (article,) = read_bytes(page.encode(), "page.html")
    outside = ("aside", "navigation", "title", "byline", "caption")
    return [line.text for line in article.lines if line.role not in outside]
