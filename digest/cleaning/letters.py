"""What kinds of characters stand where in a text: looked up for all its places at once. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import Any

from digest.language.script import HAN

HAN_SIGN, STOP, COMMA, LETTER, BLANK, OPENING, DOT, BEHIND_DOT, COMMON, TRACE = (1 << bit for bit in range(10))
"""The kinds, each a bit; a character may be of several."""

_LAST = 0x33FFF
"""Of the characters that are told apart; those beyond are of no kind."""

TRACES = frozenset(map(chr, range(0x80, 0x100))) - set("·°×±«»§") | set("\ufffd锟烫屯ŒœŠšŸŽžƒˆ˜€™")
"""What right text hardly has and bytes read wrongly become."""


@cache
def common() -> frozenset[str]:
    """The 3,755 characters of GB 2312's first level, and the marks and letters beside them."""
    rows = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    ascii_and_marks = map(
        chr, (*range(0x80), *range(0x2010, 0x2030), *range(0x3000, 0x3020), *range(0xFF00, 0xFF66))
    )
    return frozenset("".join(row.decode("gb2312", "ignore") for row in rows)) | frozenset(ascii_and_marks)


@cache
def _table() -> Any:
    import numpy as np

    table = np.zeros(_LAST + 2, np.uint16)
    everything = np.arange(_LAST + 1, dtype=np.uint32).tobytes().decode("utf-32-le", "surrogatepass")
    for kind, members in (
        (HAN_SIGN, "".join(re.findall(f"[{HAN}]+", everything))),
        (STOP, "。！？!?；;"),
        (COMMA, "，、,;：:"),
        (LETTER, "".join(filter(str.isalpha, everything))),
        (BLANK, "".join(filter(str.isspace, everything))),
        (OPENING, "\"'“‘("),
        (DOT, "."),
        (BEHIND_DOT, ' ”"'),
        (COMMON, "".join(common())),
        (TRACE, "".join(TRACES)),
    ):
        table[codes(members)] |= kind
    return table


def codes(text: str) -> Any:
    """The numbers of its characters, as an array."""
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def kinds(numbers: Any) -> Any:
    """The kinds of each of some characters, given by number."""
    return _table().take(numbers, mode="clip")


def counts(lines: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """For each line: Chinese characters, other words, stops, commas.

    A word is of letters when its first sign is one, behind an opening quote or
    bracket; a dot is a stop where a blank or a closing quote follows.
    """
    import numpy as np

    if not lines:
        return []
    around = kinds(codes("\n" + "\n".join(lines) + "\n"))
    before, found, after = around[:-2], around[1:-1], around[2:]
    # The break behind a line counts as its last sign.
    starts = np.fromiter(accumulate((len(line) + 1 for line in lines[:-1]), initial=0), np.int64, len(lines))
    first = (found & LETTER) | ((found & OPENING != 0) * (after & LETTER))
    marks = (
        found & HAN_SIGN,
        (before & BLANK) * (found & BLANK == 0) * first,
        found & STOP | (found & DOT != 0) * (after & BEHIND_DOT),
        found & COMMA,
    )
    columns = (np.add.reduceat(mark != 0, starts, dtype=np.int32).tolist() for mark in marks)
    return list(zip(*columns, strict=True))


def survey(text: str) -> tuple[int, int, bool]:
    """How many different characters *text* has, how many of them are not common, whether one is a trace."""
    import numpy as np

    letters = np.sort(codes(text))
    first = np.ones(len(letters), np.bool_)
    np.not_equal(letters[1:], letters[:-1], out=first[1:])
    found = kinds(letters[first])
    return len(found), int(np.count_nonzero(found & COMMON == 0)), bool((found & TRACE).any())


def shares(text: str) -> tuple[int, int]:
    """How many Chinese characters *text* has, and how many of them are not common."""
    import numpy as np

    found = kinds(codes(text)) & (HAN_SIGN | COMMON)
    rare = int(np.count_nonzero(found == HAN_SIGN))
    return rare + int(np.count_nonzero(found == HAN_SIGN | COMMON)), rare



def pairs(text: str) -> tuple[int, int]:
    """How many different pairs of neighbours *text* has, and how often the commonest occurs."""
    import numpy as np

    letters = codes(text)
    if len(letters) < 2:
        return 0, 0
    narrow = letters.max() < 1 << 16
    letters = letters.astype(np.uint32 if narrow else np.uint64)
    found = np.sort((letters[:-1] << (16 if narrow else 32)) | letters[1:])
    ends = np.append((found[1:] != found[:-1]).nonzero()[0], len(found) - 1)
    return len(ends), int(np.diff(ends, prepend=-1).max())
