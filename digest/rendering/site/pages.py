"""The archive's pages: one for an issue, the index, a theme's index, and their style sheet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from digest import issue_json
from digest.model import Issue, Theme
from digest.rendering import look as looks
from digest.rendering import press
from digest.rendering.links import Links
from digest.rendering.page import Page
from digest.rendering.site.entries import Entry
from digest.rendering.templating import fill
from digest.rendering.words import Words

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True)
class Wardrobe:
    """Looks and their style sheets, read once for all the pages that wear them."""

    templates: Path | None
    worn: dict[tuple[str, str], looks.Look] = field(default_factory=dict)
    styles: dict[tuple[str, str, str], Markup] = field(default_factory=dict)

    def look(self, theme: Theme) -> looks.Look:
        key = (theme.look, theme.accent)
        if key not in self.worn:
            self.worn[key] = looks.load(theme.look, self.templates, theme.accent)
        return self.worn[key]

    def style(self, theme: Theme, language: str) -> Markup:
        """On the web a style sheet is safe: nothing needs to be written into the elements."""
        key = (theme.look, theme.accent, language)
        if key not in self.styles:
            css = self.look(theme).css(language)
            self.styles[key] = press.style_elements(css.inline, css.screen, css.dark)
        return self.styles[key]


def issue_files(issue: Issue, page: Page, base_url: str, clothes: Wardrobe) -> Iterator[tuple[str, bytes]]:
    """The whole issue as a page, its text, and the ``issue.json`` it is made from."""
    look, styles = clothes.look(issue.theme), clothes.style(issue.theme, page.lang)
    address = f"{base_url}{issue.id}/" if base_url else ""
    html = press.web(page, look, Links(), styles, "site/issue.html", address=address)
    yield f"{issue.id}/index.html", html.encode()
    yield f"{issue.id}/index.txt", press.text(page, look, Links()).encode()
    # On one line: half the size, and a tenth of the time, of one that is set for reading.
    written = json.dumps(issue_json.as_dict(issue), ensure_ascii=False, separators=(",", ":"))
    yield f"{issue.id}/issue.json", f"{written}\n".encode()


def index(
    entries: Sequence[Entry],
    themes: Mapping[str, Sequence[Entry]],
    title: str,
    look: looks.Look,
    words: Words,
) -> bytes:
    """The first page: a search, the themes when there are several, and all issues by month."""
    others = (
        [(slug, some[0].theme_title, len(some)) for slug, some in themes.items()] if len(themes) > 1 else []
    )
    return _list(entries, title, others, "", look, words)


def theme_index(entries: Sequence[Entry], look: looks.Look, words: Words) -> bytes:
    """All issues of one theme, one folder below the first page."""
    return _list(entries, entries[0].theme_title, [], "../", look, words)


def stylesheet(look: looks.Look, language: str) -> bytes:
    """The list pages' own, with the look's tokens as custom properties in both schemes."""
    light, dark = look.tokens(language), look.tokens(language, night=True)
    values = {
        "light": light,
        "dark": {name: value for name, value in dark.items() if value != light[name]},
    }
    return fill("site/style.txt", look.folders, language, values).encode()


def _list(
    entries: Sequence[Entry],
    title: str,
    themes: Sequence[tuple[str, str, int]],
    up: str,
    look: looks.Look,
    words: Words,
) -> bytes:
    months = [
        (words.date(month, "month", long=True), list(some))
        for month, some in groupby(entries, key=lambda each: each.moment[:7])
    ]
    values = {
        "title": title,
        "themes": themes,
        "months": months,
        "up": up,
        "lang": words.language,
        "total": len(entries),
        "several": len(themes) > 1,
    }
    return fill("site/index.html", look.folders, words.language, values).encode()
