"""The archive on the web: issues in, files out. Pure, and its memory does not grow with the pages.

    for path, content in build(issues, "https://news.example.org/"): ...

One page for each issue at its permanent address, an index, a page for each
theme, Atom and JSON Feed, a search that needs no server, a sitemap. Links
between pages are relative, so the files work under any address and from a
folder. A page links back, never forward: a new issue changes no older page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

from digest.errors import ConfigError
from digest.model import Issue
from digest.rendering import look as looks
from digest.rendering import press
from digest.rendering.site import feeds, pages, search
from digest.rendering.site.entries import Entry, entry
from digest.rendering.words import words

__all__ = ["Entry", "build"]


def build(
    issues: Iterable[Issue],
    base_url: str = "",
    *,
    language: str = "zh-Hans",
    templates: Path | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Every file of the archive: its path below the site's folder, with forward slashes, and its bytes.

    *issues* come in any order within a theme, one theme after the other, and
    are read one by one. *base_url* is the site's address, "" when it has
    none: then there is no sitemap, and feeds point to pages relatively.
    *language* is that of the index. Raises `ConfigError` for a theme's look
    that does not exist, or for an issue whose id is no path.
    """
    kept: dict[str, Entry] = {}
    clothes = pages.Wardrobe(templates)
    for issue in issues:
        if _checked(issue).id in kept:
            raise ConfigError(issue.id, "is there twice", "leave one of them out")
        page = press.laid_out(issue, issue.language)
        kept[issue.id] = entry(issue, page)
        yield from pages.issue_files(issue, page, base_url, clothes)
    entries = sorted(kept.values(), key=lambda each: (each.number, each.theme), reverse=True)
    if not entries:
        return
    yield from _indexes(entries, base_url, language, templates)


def _indexes(
    entries: list[Entry], base_url: str, language: str, templates: Path | None
) -> Iterator[tuple[str, bytes]]:
    """What changes with each issue: index, themes, feeds, search, sitemap."""
    tongue = words(language)
    look = looks.load(entries[0].look, templates, entries[0].accent)
    themes = _by_theme(entries)
    title = " · ".join(each[0].theme_title for each in themes.values())
    yield "style.css", pages.stylesheet(look, language)
    yield "index.html", pages.index(entries, themes, title, look, tongue)
    for slug, some in themes.items():
        if len(themes) > 1:
            yield f"{slug}/index.html", pages.theme_index(some, look, tongue)
            yield from feeds.files(some, some[0].theme_title, base_url, f"{slug}/", language)
    yield from feeds.files(entries, title, base_url, "", language)
    yield "search.js", search.script()
    yield "search-index.js", search.index(entries)
    if base_url:
        yield "sitemap.xml", feeds.sitemap(entries, base_url)


def _by_theme(entries: list[Entry]) -> Mapping[str, list[Entry]]:
    """Entries of each theme, newest first; themes by their slugs."""
    ordered = sorted(entries, key=lambda each: each.theme)
    return {slug: list(some) for slug, some in groupby(ordered, key=lambda each: each.theme)}


def _checked(issue: Issue) -> Issue:
    parts = issue.id.split("/")
    usable = len(parts) == 2 and all(part and part.strip(".") and _plain(part) for part in parts)
    if not usable:
        raise ConfigError(f"issue {issue.id!r}", "its id is no path of a page", "theme/number is expected")
    return issue


def _plain(part: str) -> bool:
    return not any(each in part for each in "\\:?#%\"'<>|*") and part.isprintable() and part == part.strip()
