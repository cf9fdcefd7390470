"""A long line without a full stop is no text, where the text has them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from digest.cleaning.lines.rows import Row
from digest.cleaning.lines.running import is_running
from digest.cleaning.rules.verdicts import Page
from digest.language.lazy import regex
from digest.language.script import HAN

_LONGEST_UNSTOPPED, _FEWEST_STOPS = 120, 4
"""Size of a Chinese line without a full stop, and full stops of a text that has them."""
_LONG, _THINNEST = 400, 250
"""Size of a long line, and what each of its full stops stands for at most."""
_FEWEST_OF_A_FRONT = 60
"""Lines of a page of headlines."""


def unstopped(page: Page) -> None:
    """Where the text has full stops, a long line without is no text: headlines, remarks and menus glued."""
    if not all(row.han for row in page.rows):
        _unstopped_latin(page)
        _run_on(page)
        _in_capitals(page)
    chinese = [(at, row) for at, row in enumerate(page.rows) if row.han and page.open(at)]
    bare = [at for at, row in chinese if row.size >= _LONGEST_UNSTOPPED and _is_bare(row)]
    if bare and sum(_full_stops(row) for _, row in chinese) >= _FEWEST_STOPS:
        for at in bare:
            page.remove(at, "link-list", "no full stop")


def _is_bare(row: Row) -> bool:
    count = _full_stops(row)
    if not count and row.ends and row.commas >= _COMMAS_TO_A_QUESTION * row.stops:
        return False
    return not count or (row.size >= _LONG and count * _THINNEST < row.size)


_COMMAS_TO_A_QUESTION = 3
"""Of a paragraph that asks or calls and tells why; headlines that do have one or none."""


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
        and row.text[-1] != ":"
        and row.stops * _THINNEST_LATIN < row.size
        and page.open(at)
        and not (row.stops and is_running(row))
    ]
    if bare and sum(row.stops for row in page.rows) >= _FEWEST_STOPS:
        for at in bare:
            page.remove(at, "link-list", "no full stop")


_LONGEST_RUN_ON = 34
"""Size of a heading that a page of one line may have between its paragraphs."""


def _run_on(page: Page) -> None:
    """Where a page was put in one line, its paragraphs end with their stops: what has none is the page's."""
    for at, row in enumerate(page.rows):
        bare = row.runs_on and not row.ends and not row.han and row.text[-1] not in ":,;—–-"
        if not bare or row.size <= _LONGEST_RUN_ON or row is page.title or not page.open(at):
            continue
        if len(_STOP.findall(row.text)) * _THINNEST_LATIN < row.size and not is_running(row):
            page.remove(at, "link-list", "no full stop")


_CAPITAL, _STOP = regex(r"[A-ZÄÖÜÉ](?<![\w’'-].)"), regex(r"[a-z\d)”\"’][.!?…]+(?=[\s”\"’)]|$)")
_FULL = regex(r"[a-z\d)”\"’](?<!\bInc)(?<!\bCo)(?<!\bCorp)(?<!\bLtd)\.$")
_WORDS_TO_A_COMMA = 8
"""Fewer stand in a list of names."""
_FEWEST_WORDS, _WORDS_OF_A_SENTENCE, _FEWEST_OF_A_SENTENCE = 12, 30, 12
"""Words of a line that can be told; for each of its stops more than a paragraph has, ended or not."""
_STOPPED, _STOPPED_WITH_CAPITALS = 45, 25
"""The same for a line that ends with a full stop, which headlines and menus do not: offices, firms and names
may be most of what a sentence has."""
_IN_CAPITALS, _IN_MOST, _ABOVE_USUAL, _SAMPLE = 0.5, 0.7, 0.27, 6
"""Share of words with a capital, and how much above that of so many paragraphs: German has one in three."""


def _in_capitals(page: Page) -> None:
    """Menus, headlines and names side by side: no paragraph has a capital on every other word."""
    shares = {at: _capitals(page, at) for at in range(len(page.rows))}
    suspects = {at: share for at, share in shares.items() if share >= _IN_CAPITALS}
    if not suspects:
        return
    others = (row for at, row in enumerate(page.rows) if at not in suspects)
    prose = (row for row in others if row.is_prose and row.ends and row.words)
    usual = sorted(_share(row) for row in islice(prose, _SAMPLE))
    least = max(_IN_CAPITALS, usual[len(usual) // 2] + _ABOVE_USUAL if usual else 0.0)
    for at, share in suspects.items():
        if share >= least:
            page.remove(at, "link-list", "words in capitals")


def _capitals(page: Page, at: int) -> float:
    """The share of the line's words with a capital; 0 where stops or commas make it a paragraph or names."""
    row = page.rows[at]
    if row.han or row.words < _FEWEST_WORDS or row is page.title or not page.open(at):
        return 0.0
    if row.text[-1] in ":“" or row.text.isupper() or (share := _share(row)) < _IN_CAPITALS:
        return 0.0
    if row.text[-1] == "." and _FULL.search(row.text):
        of_a_sentence = _STOPPED_WITH_CAPITALS if share >= _IN_MOST else _STOPPED
    else:
        of_a_sentence = _FEWEST_OF_A_SENTENCE if not row.ends or share >= _IN_MOST else _WORDS_OF_A_SENTENCE
    stops = len(_STOP.findall(row.text))
    return 0.0 if max(stops * of_a_sentence, row.commas * _WORDS_TO_A_COMMA) > row.words else share


def _share(row: Row) -> float:
    return len(_CAPITAL.findall(row.text)) / row.words


_FULL_STOP = regex(rf"[。；｡]|[？！?!](?=[”」’』])|;(?<=[{HAN}”」’』）];)")
"""What ends a sentence of running text: a headline asks and calls, too, but not in somebody's words."""


def _full_stops(row: Row) -> int:
    return len(_FULL_STOP.findall(row.text))


def is_front(sentences: Sequence[Row], lines: int) -> bool:
    """Whether the *sentences* of a page of so many *lines* are headlines, every one."""
    return lines >= _FEWEST_OF_A_FRONT and all(map(_is_headline, sentences))


def _is_headline(row: Row) -> bool:
    """A Chinese line that asks, calls or breaks off, without one full stop."""
    return row.han > 0 and row.text.rstrip('”’」』"')[-1:] in "？！?!…." and "。" not in row.text
