"""What a page's JSON-LD says of its article: who, when, and often the whole text. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

# A page describes itself, its site and its videos beside its article: the first row that matches counts.
_TYPES = tuple(
    map(
        re.compile,
        ("Article|Posting|Report|Review|Recipe", "VideoObject|Episode", "WebPage"),
    )
)


@dataclass(frozen=True, slots=True)
class Described:
    """The claims of one article, unchecked; "" and () for what it does not say."""

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    body: str = ""
    """The article's text, perhaps with markup, perhaps only its beginning."""


def described(scripts: Sequence[str]) -> Described:
    """The article that the page's JSON-LD describes: of several, the first of the best type."""
    things = [thing for script in scripts for thing in _things(_parsed(script))]
    named = {str(thing["@id"]): thing for thing in things if "@id" in thing and "name" in thing}
    for kind in _TYPES:
        for thing in things:
            if not kind.search(str(thing.get("@type", ""))):
                continue
            if thing.get("headline") or thing.get("datePublished"):
                return _described(thing, named)
    return Described()


def _described(thing: dict[str, Any], named: dict[str, dict[str, Any]]) -> Described:
    body = thing.get("articleBody")
    return Described(
        title=str(thing.get("headline") or ""),
        authors=tuple(_names(thing.get("author"), named)),
        publisher=next(_names(thing.get("publisher"), named, organizations=True), ""),
        published=str(thing.get("datePublished") or ""),
        body=unescape(body) if isinstance(body, str) else "",
    )


def _parsed(script: str) -> Any:
    # Publishers put raw line ends into strings and comments around the whole.
    script = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|/\*.{0,50}?\*/)|(?:-->|//\]\]>)\s*$", "", script.strip())
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 5:
        return
    if isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(value.get(key), depth + 1)
    elif isinstance(value, list):
        for each in value[:200]:
            yield from _things(each, depth + 1)


def _names(
    value: Any, named: dict[str, dict[str, Any]], *, organizations: bool = False, depth: int = 0
) -> Iterator[str]:
    """Names in *value*: strings, things with a name, or references to such a thing (``{"@id": ..}``)."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < 3:
        for each in value[:20]:
            yield from _names(each, named, organizations=organizations, depth=depth + 1)
    elif isinstance(value, dict) and depth < 3:
        thing = value if "name" in value else named.get(str(value.get("@id", "")), {})
        if organizations or "Organization" not in str(thing.get("@type", "")):
            yield from _names(thing.get("name"), named, organizations=organizations, depth=depth + 1)
