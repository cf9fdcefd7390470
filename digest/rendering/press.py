"""`render`: an issue into subject, HTML that survives mail programs, and text.

lay_out -> subject -> template -> styles written in -> small enough? else trim
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from digest.model import Issue, Rendering
from digest.rendering import look as looks
from digest.rendering.fitting import fitted
from digest.rendering.inline import inlined
from digest.rendering.layout import lay_out
from digest.rendering.links import Links
from digest.rendering.page import Page
from digest.rendering.stylesheet import Css
from digest.rendering.subject import preheader, subject
from digest.rendering.templating import fill
from digest.rendering.words import words

if TYPE_CHECKING:
    from markupsafe import Markup

BUDGET = 92_000
"""Bytes of HTML: Gmail clips a message at 102 KB, and senders add to it."""

_FILLER = "\u034f\u200c\u00a0" * 60
"""After the preheader, so that a list of mails does not run on into the page."""

_ROOT = """:root{color-scheme:light dark}
a[x-apple-data-detectors]{color:inherit!important;text-decoration:none!important}
"""


def render(
    issue: Issue,
    *,
    look: str | None = None,
    language: str | None = None,
    templates: Path | None = None,
    links: Links | None = None,
) -> Rendering:
    """The issue as a mail: ``html`` under 92 KB with its styles inlined, ``text`` whole.

    *look* and *language* are the theme's and the issue's when left out;
    *templates* is a folder of a user's own looks and templates, searched
    first. The same arguments give the same bytes. Raises `ConfigError` for an
    unknown look or language, `RenderError` when a template fails.
    """
    chosen = looks.load(look or issue.theme.look, templates, issue.theme.accent)
    page = laid_out(issue, language or issue.language)
    links = links or Links()
    css = chosen.css(page.lang)

    html = fitted(
        page,
        drafted=lambda shorter: styled(shorter, chosen, links, css),
        finished=lambda draft: inlined(draft, css.inline, chosen.name),
        budget=BUDGET,
    )
    return Rendering(page.subject, html, text(page, chosen, links), page.lang)


def laid_out(issue: Issue, language: str) -> Page:
    """The whole page with its subject and preheader."""
    page = lay_out(issue, words(language))
    headline = subject(page)
    return replace(page, subject=headline, preheader=preheader(page, headline))


def styled(page: Page, look: looks.Look, links: Links, css: Css | None = None) -> str:
    """The page with the styles that stay in its head; those for the elements are not in them yet."""
    css = css or look.css(page.lang)
    return web(page, look, links, style_elements(css.screen, css.dark, css.outlook))


def web(
    page: Page, look: looks.Look, links: Links, styles: Markup, name: str = "page.html", **more: object
) -> str:
    """The page as HTML whose elements carry classes and no styles yet; *more* is for other templates."""
    from markupsafe import Markup

    values = {
        "page": page,
        "links": links,
        "styles": styles,
        "filler": Markup(_FILLER),
        "tokens": look.tokens(page.lang),
        **more,
    }
    return fill(name, look.folders, page.lang, values)


def text(page: Page, look: looks.Look, links: Links, name: str = "page.txt") -> str:
    """The page as plain text, or by another template of text; one line end at its end."""
    filled = fill(name, look.folders, page.lang, {"page": page, "links": links})
    return filled.strip("\n") + "\n"


def style_elements(*sheets: str) -> Markup:
    """Each sheet in a ``<style>`` of its own in the head: a program that drops one keeps the others."""
    from markupsafe import Markup

    written = [_ROOT + sheets[0], *sheets[1:]]
    return Markup(
        "\n".join(f'<style data-premailer="ignore">\n{sheet}</style>' for sheet in written if sheet)
    )
