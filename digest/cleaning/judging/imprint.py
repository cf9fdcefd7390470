"""What a page says under its own name and its writer's: a mission, how it is paid for, who Jane Doe is. Pure.

No list of words knows every house. But a house stands at the top of its page, on
a line of its own; a paragraph that begins with that name, which no other
paragraph speaks of, is about the house and not about the article's subject.
The same holds for the name of the byline below the last paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.cleaning.lines.around import any_of
from digest.cleaning.lines.rows import Row
from digest.cleaning.metadata.credits import writers_of
from digest.cleaning.metadata.signatures import REACHED
from digest.cleaning.rules.verdicts import Page
from digest.language.lazy import regex
from digest.language.script import simplify

_TOP, _CLOSING = 12, 3
"""Lines above the text in which a house is named; paragraphs at the end of it that may tell of the writer."""
_LONGEST_NAME, _LONGEST_IMPRINT = 40, 120
_PARTS = regex(r"\s*[|｜·•>›»_]\s*|\s+[-–—]\s+")
_LATIN = regex(
    r"(?:[A-Z][\w&'’.-]*|of|the|and|in|on|for|de|la)(?: (?:[A-Z][\w&'’.-]*|of|the|and|in|on|for|de|la)){1,4}"
)
_CHINESE = regex(r"[\u4e00-\u9fffA-Za-z]{3,10}")


def imprints(page: Page) -> None:
    """Removes from *page* the paragraphs in which its house or its writer is introduced."""
    opened = page.texts()
    prose = [at for at in opened if page.rows[at].is_prose]
    if len(prose) < _CLOSING:
        return
    closing = frozenset(opened[-_CLOSING:])
    last = page.rows[opened[-1]]
    if "@" in last.text and last.size <= _LONGEST_IMPRINT and REACHED.fullmatch(last.text.strip()):
        page.remove(opened[-1], "account-box", "imprint")
    title = page.title.fold if page.title else ""
    for names, tells, places in (
        (list(_houses(page, prose[0])), any_of("of_a_house"), opened),
        (list(_writers(page)), any_of("of_a_writer"), sorted(closing)),
    ):
        for name in names:
            spoken_of = [at for at in opened if name in page.rows[at].fold]
            if len(spoken_of) > 2 or name in title:
                continue
            for at in places:
                row = page.rows[at]
                if at in spoken_of and row.size <= _LONGEST_IMPRINT and _begins(row, name, tells):
                    page.remove(at, "account-box", "imprint")


def _begins(row: Row, name: str, tells: re.Pattern[str]) -> bool:
    return row.fold.startswith(name) and tells.match(row.fold, len(name)) is not None


def _houses(page: Page, first: int) -> Iterator[str]:
    """Names alone on a line above the text; a Chinese one stands on another line of the page's too."""
    for at in range(min(first, _TOP)):
        row = page.rows[at]
        verdict = page.verdicts.get(at)
        if row is page.title or len(row.text) > _LONGEST_NAME or (verdict and verdict.fate != "removed"):
            continue
        for part in _PARTS.split(row.text):
            name = part.strip(" .,:：")
            latin = _LATIN.fullmatch(name.title() if name.isupper() else name)
            if latin or (_CHINESE.fullmatch(name) and not name.isascii() and _again(page, at, name)):
                yield simplify(name).lower()


def _again(page: Page, at: int, name: str) -> bool:
    return any(
        name in other.text and not other.is_prose for number, other in enumerate(page.rows) if number != at
    )


def _writers(page: Page) -> Iterator[str]:
    for at, verdict in page.verdicts.items():
        if verdict.fate == "byline":
            for name in writers_of(page.rows[at], True):
                yield simplify(name).lower()
