"""Running text that nobody closed with a stop: known by its small words, which a menu has not. Pure.

Somebody types what was said, or breaks a text into clauses, a line each, as accounts on phones do:
一群家长 / 在送孩子进校园后 / 纷纷靠着墙向里“窥探”. No line ends as sentences do; but 的, 了, 在, 就 stand
in one character of seven, and the lines begin with what goes on: 又, 在, 其中, 但. Of headlines, which
have a few small words, hardly one begins so, and of the entries of a menu none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.cleaning.lines.rows import Row
from digest.language.lazy import regex
from digest.language.words import stop_words

_FLUENT = 0.14
"""Share of small words in Chinese characters that no list of headlines has."""
_SHARE_OF_SMALL_WORDS = 0.38
"""Articles, pronouns and their like among the words of running text in English, with or without its stop."""
_SHORTEST, _FEWEST_WORDS = 30, 12
"""Chinese characters and English words of a line that tells it by itself."""
_SMALL = regex(r"[的了是在和也都把被让从将着们我你您他她它这那就又还]")
_GOES_ON = regex(
    r"[在从到对向由但却也又还都就才再并而将把被让使令已正仍另更很最竟我你您他她它这那不没遂]"
    r"|因[为此]?|不论|无论|不管|一边|一面|如今|为了|随着|随后|随即|通过|经过|如果|虽然|尽管|即使|只[要有是能好]|可[是以]|所以|于是|然后|接着|后来|其[中实他]"
    r"|有[的人些]|一些|大家|纷纷|居然|原来|终于|当(?!地|前|代|日)|今天|昨天|明天|今早|昨晚|近日|是(?!否)|能(?!源)|要(?!闻|点)|会(?!议|员|展|计)"
    r"|此[时后外刻]|直[到至接]|立[即刻马]|马上|及时|赶[忙紧快]|顿时|得知|无法|如何|以后|突然|连忙|疑似|接到|紧接|逐渐|渐渐|忽然|幸好|幸亏"
)
_LEADS_ON = frozenset("称说道后时")
"""With what a clause ends that another follows."""
FEWEST_CLAUSES, _SHARE_THAT_GOES_ON, _FEWEST_THAT_GO_ON = 3, 0.35, 3
"""Lines of a text in clauses; how many of them begin with what goes on."""
_MANY, _SHARE_OF_MANY, _FLUENT_OF_MANY = 8, 0.2, 0.05
"""Lines of which less of both is enough."""
_SHORTEST_CLAUSE, _LONGEST_CLAUSE, _OF_A_PIECE = 2, 34, 5
"""Size of one, and characters of each piece between its blanks, with one of those."""


def is_running(row: Row) -> bool:
    """Whether a long line is told by its small words, whatever stops it has."""
    if row.han:
        return row.han >= _SHORTEST and len(_SMALL.findall(row.fold)) >= _FLUENT * row.size
    if row.words < _FEWEST_WORDS:
        return False
    small = stop_words("en")
    return sum(word in small for word in row.fold.split()) >= _SHARE_OF_SMALL_WORDS * row.words


def is_clause(row: Row) -> bool:
    """Whether it may be one of a text in clauses."""
    short = row.han > 0 and row.size <= _LONGEST_CLAUSE
    if (
        not short
        or (row.size < _SHORTEST_CLAUSE and not _YEAR.fullmatch(row.fold))
        or row.bullet
        or row.role
        or row.link_share
        or _APART.search(row.fold)
    ):
        return False
    # Buttons side by side: 最热 最早 最新.
    return " " not in row.fold or len(row.fold) >= _OF_A_PIECE * len(row.fold.split())


_YEAR = regex(r"(?:19|20)\d\d年")
"""The shortest line that opens a sentence."""
_APART = regex(r"[|｜丨#＃>»_@/]|\d{1,2}:\d\d|\d{4}-\d")
"""What no clause has, and many a line of a page."""


def is_broken_text(lines: Sequence[Row]) -> bool:
    """Whether short Chinese lines are sentences that somebody broke into clauses."""
    return all(row.han for row in lines) and bool(lines) and list(_are_broken(lines))[-1]


def broken_part(lines: Sequence[Row]) -> int:
    """How many of *lines*, from the first on, are such a text at most; the last of them has a sign of it."""
    found = [
        number
        for number, (row, broken) in enumerate(zip(lines, _are_broken(lines), strict=True), 1)
        if broken and is_told(row)
    ]
    return found[-1] if found else 0


def _are_broken(lines: Sequence[Row]) -> Iterator[bool]:
    """Whether the lines up to each are such a text: the counts are kept, and none is read twice."""
    size = small = having = on = 0
    for number, row in enumerate(lines, 1):
        own = len(_SMALL.findall(row.fold))
        size, small, having, on = size + row.size, small + own, having + (own > 0), on + goes_on(row)
        fluent = small >= _FLUENT * size and 2 * having > number
        follows = on >= _FEWEST_THAT_GO_ON and on >= _SHARE_THAT_GOES_ON * number
        both = number >= _MANY and on >= _SHARE_OF_MANY * number and small >= _FLUENT_OF_MANY * size
        yield number >= FEWEST_CLAUSES and (fluent or follows or both)


def may_be_broken(lines: Sequence[Row]) -> bool:
    """Whether short lines have some signs of such a text: beside others that are one they are part of it."""
    return 4 * sum(map(goes_on, lines)) >= len(lines) or 2 * sum(map(is_told, lines)) > len(lines)


def is_told(row: Row) -> bool:
    """Whether a line by itself has a sign of running text."""
    return goes_on(row) or _SMALL.search(row.fold) is not None or row.fold[-1] in _LEADS_ON


def goes_on(row: Row) -> bool:
    """Whether a line begins with a word that few headlines and no entries of a menu begin with."""
    return _GOES_ON.match(row.fold) is not None


_BEGUN = 5
"""Clauses in a row: so many a menu has not."""


def follows_clauses(rows: Sequence[Row], at: int) -> bool:
    """Whether a text in clauses began some lines above a place: what stands there is no title."""
    return at >= _BEGUN and all(map(is_clause, rows[at - _BEGUN : at]))
