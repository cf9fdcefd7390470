"""The parts of a container, a feed's entries or a scraper's records: an article each. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, replace

from digest.intake.kinds import is_whole_page
from digest.intake.page.blocks import blocks
from digest.intake.page.lines import fragment_lines
from digest.intake.page.whole import page_of
from digest.intake.plain import lines_of
from digest.intake.raw import Raw, article, from_rows
from digest.model import Article, Metadata

_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|[a-zA-Z]+);")


@dataclass(frozen=True, slots=True)
class Entry:
    """One part as its container gives it.

    ``content`` is HTML, or text when it has no markup, or else the ``cues`` are
    what is said in a transcript. A container that *is* one article needs no
    ``name`` for it.
    """

    name: str | None
    content: str
    metadata: Metadata = Metadata()  # noqa: RUF009 - frozen
    cues: tuple[str, ...] = ()


def articles(raw: Raw, form: str, entries: Iterable[Entry], encoding: str) -> tuple[Article, ...]:
    """An article for each of *entries*, in their order. Its text is the entry's content."""
    return tuple(_article(raw, form, entry, encoding) for entry in _named_apart(entries))


def _article(raw: Raw, form: str, entry: Entry, encoding: str) -> Article:
    text, claims = entry.content, entry.metadata
    if entry.cues:
        text, lines = from_rows((" ".join(said.split()), "cue") for said in entry.cues)
    elif is_whole_page(text):
        lines, read = page_of(text)
        claims = Metadata(*(own or its for own, its in zip(astuple(claims), astuple(read), strict=True)))
    else:
        lines = fragment_lines(blocks(text)) if _MARKUP.search(text) else lines_of(text)
    return article(raw, form, text, lines, encoding=encoding, entry=entry.name, metadata=claims)


def _named_apart(entries: Iterable[Entry]) -> Iterator[Entry]:
    """An entry is found again by its name: the second of a name gets a number."""
    seen: dict[str | None, int] = {}
    for entry in entries:
        seen[entry.name] = count = seen.get(entry.name, 0) + 1
        yield entry if count == 1 else replace(entry, name=f"{entry.name} ({count})")
