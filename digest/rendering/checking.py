"""Is a look fit to be sent? Renders the sample issue and measures it, without a browser.

Measured: contrast of every text on its ground in both schemes (WCAG 2.2,
1.4.3: 4.5), the least size of type (13 px), the size of the page and of each
style sheet, and that tables which only place things say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from digest.rendering import look as looks
from digest.rendering._sample import sample
from digest.rendering.colour import READABLE, colour, contrast
from digest.rendering.inline import inlined
from digest.rendering.links import Links, safe
from digest.rendering.press import BUDGET, laid_out, styled
from digest.rendering.stylesheet import compiled
from digest.rendering.words import LANGUAGES

if TYPE_CHECKING:
    from lxml.etree import _Element

LEAST_TYPE = 13
"""Pixels."""

MOST_STYLE = 16_000
"""Bytes: Gmail drops a ``<style>`` longer than 16 KB, and all that follow it."""

_LINKS = Links("https://example.org/issue/", "https://example.org/unsubscribe", "https://example.org/")


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong: where, what was measured, and what it should be."""

    scheme: str
    where: str
    fact: str


def check(name: str, templates: Path | None = None, accent: str = "") -> tuple[Finding, ...]:
    """What is wrong with the look *name*; nothing when it is fit to be sent.

    Raises `ConfigError` or `RenderError` when it cannot be rendered at all.
    """
    chosen = looks.load(name, templates, accent)
    found: list[Finding] = []
    for language in LANGUAGES:
        page = laid_out(sample(language), language)
        place = f"{name}/style.css"
        for scheme in ("light", "dark"):
            tokens = chosen.tokens(language, night=scheme == "dark")
            css = compiled(chosen.sheet, tokens, tokens, place)
            html = inlined(styled(page, chosen, _LINKS), css.inline, place)
            found += (replace(each, scheme=scheme) for each in _measured(html))
    # A fault that all languages share is one fault.
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Paint:
    ink: str = "#000000"
    ground: str = "#ffffff"
    size: float = 16


def _measured(html: str) -> Iterator[Finding]:
    from lxml import html as parser

    size = len(html.encode())
    if size > BUDGET:
        yield Finding("", "page", f"{size} bytes for the sample; at most {BUDGET}")
    root = parser.document_fromstring(html)
    for sheet in root.iter("style"):
        if (length := len((sheet.text or "").encode())) > MOST_STYLE:
            yield Finding("", "style sheet", f"{length} bytes; at most {MOST_STYLE}")
    for table in root.iter("table"):
        if table.get("role") != "presentation":
            yield Finding("", _where(table), 'a table without role="presentation"')
    for link in root.iter("a"):
        if not safe(link.get("href") or ""):
            yield Finding(
                "", _where(link), f"a link to {link.get('href')!r}; only https: and mailto: addresses"
            )
    body = root.find("body")
    if body is not None:
        yield from _texts(body, _Paint())


def _texts(element: _Element, around: _Paint) -> Iterator[Finding]:
    """Faults of the texts in *element*, which stands on what its ancestors painted."""
    if not isinstance(element.tag, str):  # a comment
        return
    style = _style(element)
    if style.get("display") == "none":
        return
    size = style.get("font-size", "")
    paint = _Paint(
        ink=style.get("color", around.ink),
        ground=style.get("background-color", around.ground),
        size=float(size[:-2]) if size.endswith("px") else around.size,
    )
    own = [element.text, *(child.tail for child in element)]
    said = next((text.strip() for text in own if text and text.strip()), "")
    if said:
        yield from _legible(said, paint, _where(element))
    for child in element:
        yield from _texts(child, paint)


def _legible(said: str, paint: _Paint, where: str) -> Iterator[Finding]:
    if paint.size < LEAST_TYPE and len(said) > 1:
        yield Finding("", where, f"type of {paint.size:g} px; at least {LEAST_TYPE}")
    if paint.ink.startswith("#") and paint.ground.startswith("#"):
        seen = contrast(colour(paint.ink, where), colour(paint.ground, where))
        if seen < READABLE:
            fact = f"contrast {seen:.2f} of {paint.ink} on {paint.ground}; at least {READABLE}"
            yield Finding("", where, fact)


def _style(element: _Element) -> Mapping[str, str]:
    pairs = (part.partition(":") for part in (element.get("style") or "").split(";") if ":" in part)
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def _where(element: _Element) -> str:
    kind = element.get("class")
    return f"{element.tag}.{'.'.join(kind.split())}" if kind else str(element.tag)
