"""What the index, the feeds and the search keep of an issue, so that the issue itself can be let go. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.model import Issue
from digest.rendering.names import one_line
from digest.rendering.page import ArticleRow, Line, Page, PointRow
from digest.rendering.subject import strongest


@dataclass(frozen=True, slots=True)
class Entry:
    """One issue in a list. ``moment`` is its time as RFC 3339; ``said`` its lead and points, whole."""

    id: str
    theme: str
    theme_title: str
    number: str
    moment: str
    date: str
    headline: str
    said: tuple[str, ...]
    titles: tuple[str, ...]
    articles: int
    language: str
    look: str
    accent: str

    @property
    def path(self) -> str:
        """Of its page, below the site's folder."""
        return f"{self.id}/index.html"


_SLOT = re.compile(r"\d{4}-\d{2}-\d{2}T(\d{2}):?(\d{2})")


def entry(issue: Issue, page: Page) -> Entry:
    clock = _SLOT.fullmatch(page.number)
    time = f"{clock[1]}:{clock[2]}:00" if clock else "00:00:00"
    headlines = strongest(page)
    said = [line.text for line in page.rows("lead") if isinstance(line, Line)]
    said += [row.lines[0].text for row in page.rows("points") if isinstance(row, PointRow)]
    rows = page.rows("articles")
    return Entry(
        id=issue.id,
        theme=issue.theme.slug,
        theme_title=page.title,
        number=page.number,
        moment=f"{page.as_of}T{time}Z",
        date=page.date,
        headline=headlines[0] if headlines else page.title,
        said=tuple(dict.fromkeys(said)),
        titles=tuple(row.title for row in rows if isinstance(row, ArticleRow) and row.titled)
        or tuple(one_line(article.title) for article in issue.articles if article.title),
        articles=page.articles,
        language=page.lang,
        look=issue.theme.look,
        accent=issue.theme.accent,
    )
