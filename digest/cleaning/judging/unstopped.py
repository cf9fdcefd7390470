"""A long line without a full stop is no text, where the text has them. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from digest.cleaning.lines.rows import Row
from digest.cleaning.rules.verdicts import Page

_LONGEST_UNSTOPPED, _FEWEST_STOPS = 120, 4
"""Size of a Chinese line without a full stop, and full stops of a text that has them."""
_LONG, _THINNEST = 400, 250
"""Size of a long line, and what each of its full stops stands for at most."""
_FEWEST_OF_A_FRONT = 60
"""Lines of a page of headlines."""


def unstopped(page: Page) -> None:
    """Where the text has full stops, a long line without is no text: headlines, remarks and menus glued."""
    _unstopped_latin(page)
    stops = {at: _full_stops(row) for at, row in enumerate(page.rows) if row.han and page.open(at)}
    if sum(stops.values()) < _FEWEST_STOPS:
        return
    for at, count in stops.items():
        row = page.rows[at]
        bare = row.size >= _LONGEST_UNSTOPPED and not count
        if bare or (row.size >= _LONG and count * _THINNEST < row.size):
            page.remove(at, "link-list", "no full stop")


_THINNEST_LATIN = 100
"""Size of a Latin line for each of its stops: fifty words."""


def _unstopped_latin(page: Page) -> None:
    """The same in Latin letters, where the stop of an abbreviation ends nothing."""
    bare = [
        at
        for at, row in enumerate(page.rows)
        if row.size >= _LONGEST_UNSTOPPED
        and not row.han
        and not row.ends
        and row.stops * _THINNEST_LATIN < row.size
        and page.open(at)
    ]
    if bare and sum(row.stops for row in page.rows) >= _FEWEST_STOPS:
        for at in bare:
            page.remove(at, "link-list", "no full stop")


def _full_stops(row: Row) -> int:
    return row.text.count("。") + row.text.count("；") + row.text.count("｡")


def is_front(sentences: Sequence[Row], lines: int) -> bool:
    """Whether the *sentences* of a page of so many *lines* are headlines, every one."""
    return lines >= _FEWEST_OF_A_FRONT and all(map(_is_headline, sentences))


def _is_headline(row: Row) -> bool:
    """A Chinese line that asks, calls or breaks off, without one full stop."""
    return row.han > 0 and row.text.rstrip('”’」』"')[-1:] in "？！?!…." and "。" not in row.text
