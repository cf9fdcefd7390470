"""What kinds of characters stand where in a text: looked up for all its places at once. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate
from typing import Any

from digest.language.script import BEYOND, HAN, convertible

(
    HAN_SIGN, STOP, COMMA, LETTER, BLANK, OPENING, DOT, BEHIND_DOT, RARE, TRACE, WIDE, HALF, STRAY, NOTE,
    CONVERTIBLE, ASIDE,
) = (1 << bit for bit in range(16))  # fmt: skip
"""The kinds, each a bit; a character may be of several.

`RARE` are those that are not `common`, `HALF` marks of which Chinese has wide
ones, `STRAY` blanks but the line break, `NOTE` signs that begin a citation mark,
`CONVERTIBLE` what may be another character in Simplified, `ASIDE` signs with
which something begins that was put between the words.
"""
_TRACES = frozenset(map(chr, range(0x80, 0x100))) - set("·°×±«»§") | set("\ufffd锟烫屯ŒœŠšŸŽžƒˆ˜€™")
"""What right text hardly has and bytes read wrongly become."""

BLANKS = r"\s\u200b-\u200f\u2028\u2029\u2060\ue000-\uf8ff\ufeff\u00ad"
"""Blanks, seen and unseen, as the inside of a character class."""
WIDE_LETTER = "[０-９Ａ-Ｚａ-ｚ％]"
_LAST = 0x33FFF
"""Of the characters that are told apart; those beyond are of no kind."""


@cache
def common() -> frozenset[str]:
    """The 3,755 characters of GB 2312's first level, and the marks and letters beside them."""
    rows = bytes(byte for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF) for byte in (high, low))
    ascii_and_marks = map(
        chr, (*range(0x80), *range(0x2010, 0x2030), *range(0x3000, 0x3020), *range(0xFF00, 0xFF66))
    )
    # The last row has five places to spare.
    return frozenset(rows[:-10].decode("gb2312")) | frozenset(ascii_and_marks)


@cache
def _table() -> Any:
    import numpy as np

    table = np.zeros(_LAST + 2, np.uint16)
    everything = np.arange(_LAST + 1, dtype=np.uint32).tobytes().decode("utf-32-le", "surrogatepass")
    # `re` is quick in the basic plane alone.
    plane, beyond = everything[: 1 << 16], everything[ord(BEYOND[0]) : ord(BEYOND[-1]) + 1]
    blanks = "".join(re.findall(f"[{BLANKS}]+", plane))
    for kind, members in (
        (HAN_SIGN, "".join(re.findall(f"[{HAN}]+", plane)) + beyond),
        (STOP, "。！？!?；;"),
        (COMMA, "，、,;：:"),
        (LETTER, "".join(_alphabetic(everything))),
        (BLANK, "".join(filter(str.isspace, blanks))),
        (OPENING, "\"'“‘("),
        (DOT, "."),
        (BEHIND_DOT, ' ”"'),
        (TRACE, "".join(_TRACES)),
        (HALF, ",;:?!."),
        (STRAY, blanks.replace("\n", "")),
        (NOTE, "[［【⁰¹²³" + "".join(map(chr, (*range(0x2074, 0x207A), *range(0x2460, 0x2474))))),
        (WIDE, "".join(re.findall(WIDE_LETTER, plane))),
        (ASIDE, "(（[【/"),
        (CONVERTIBLE, convertible() + beyond),
    ):
        table[codes(members)] |= kind
    table |= RARE
    table[codes("".join(common()))] ^= RARE
    return table


def _alphabetic(text: str) -> Iterator[str]:
    """Its letters, in runs: of most runs one look tells that they are nothing else."""
    for run in re.findall(r"[^\W_]+", text):
        yield run if run.isalpha() else "".join(filter(str.isalpha, run))


def codes(text: str) -> Any:
    """The numbers of its characters, as an array."""
    import numpy as np

    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def kinds(numbers: Any) -> Any:
    """The kinds of each of some characters, given by number."""
    return _table().take(numbers, mode="clip")


class Characters:
    """A text, each of its characters looked up once.

    One look at all of them tells what need not be looked for: most articles
    have no bracket, no wide letter and no lost byte.
    """

    def __init__(self, text: str, starts: Sequence[int] = ()) -> None:
        import numpy as np

        self.text, self.starts = text, starts
        self._codes = codes(text)
        self.kinds = kinds(self._codes)
        self._present = int(np.bitwise_or.reduce(self.kinds)) if text else 0

    def has(self, kind: int) -> bool:
        """Whether one of the characters is of that kind."""
        return self._present & kind != 0

    @classmethod
    def of_lines(cls, lines: Sequence[str]) -> Characters:
        """*lines*, joined by breaks; ``starts`` are where they begin."""
        return cls("\n".join(lines), list(accumulate([len(line) + 1 for line in lines[:-1]], initial=0)))

    def in_lines(self) -> list[int]:
        """The kinds that each line has among its characters."""
        import numpy as np

        return np.bitwise_or.reduceat(self.kinds, self.starts).tolist() if self.text else []

    def rarely(self, share: int) -> bool:
        """Whether less than one in *share* of its different characters is one that is not `common`."""
        wanted = self._different_rare * share
        # Most texts have enough of them at their beginning.
        return wanted < _different(self._codes[:_BEGINNING]) or wanted < _different(self._codes)

    @cached_property
    def _different_rare(self) -> int:
        return _different(self._codes[(self.kinds & RARE).nonzero()[0]]) if self.has(RARE) else 0

    def shares(self) -> tuple[int, int]:
        """How many Chinese characters the text has, and how many of them are not common."""
        import numpy as np

        han = self.kinds[(self.kinds & HAN_SIGN).nonzero()[0]]
        return len(han), int(np.count_nonzero(han & RARE))

    def shares_in_lines(self) -> list[tuple[int, int]]:
        """The same of each line."""
        han = self.kinds & HAN_SIGN != 0
        rare = han & (self.kinds & RARE != 0)
        return [*zip(*(_sums(marks.astype("int64"), self.starts) for marks in (han, rare)), strict=True)]

    def pairs(self) -> tuple[int, int]:
        """How many different pairs of neighbours the text has, and how often the commonest occurs."""
        import numpy as np

        letters = self._codes
        if len(letters) < 2:
            return 0, 0
        bits = 16 if np.maximum.reduce(letters) < 1 << 16 else 32
        letters = letters.astype(np.uint64) if bits == 32 else letters
        found = (letters[:-1] << bits) | letters[1:]
        found.sort()
        last = (found[1:] != found[:-1]).nonzero()[0]
        # Where the run of each pair ends; the first begins behind -1.
        ends = np.empty(len(last) + 2, np.int64)
        ends[0], ends[1:-1], ends[-1] = -1, last, len(found) - 1
        return len(last) + 1, int((ends[1:] - ends[:-1]).max())


_STOP_UNIT, _COMMA_UNIT = 1 << 24, 1 << 44
_CHARACTERS, _MARKS = (1 << 24) - 1, (1 << 20) - 1
"""What a sum holds: characters in its lowest 24 bits, stops in the next 20, commas in the last."""


@cache
def _tallies() -> Any:
    """What a character adds to the sum of its line, by its kinds."""
    import numpy as np

    every = np.arange(1 << 16, dtype=np.uint64)
    units = ((HAN_SIGN, 1), (STOP, _STOP_UNIT), (COMMA, _COMMA_UNIT))
    return np.sum([(every & kind != 0) * np.uint64(unit) for kind, unit in units], axis=0, dtype=np.uint64)


def counts(whole: Characters) -> list[tuple[int, int, int]]:
    """For each line: Chinese characters, stops, commas; a dot is a stop before a blank or a closing quote.

    Right for lines of less than a million marks.
    """
    if not whole.text:
        return []
    kinds = whole.kinds
    tallies = _tallies().take(kinds)
    if whole.has(DOT):
        behind = (kinds[:-1] & DOT).nonzero()[0]
        tallies[behind[kinds[behind + 1] & BEHIND_DOT != 0]] += _STOP_UNIT
    return [
        (total & _CHARACTERS, total >> 24 & _MARKS, total >> 44) for total in _sums(tallies, whole.starts)
    ]


def words(whole: Characters) -> list[int]:
    """How many words each line has: told by a letter at their start, behind an opening quote or bracket."""
    if not whole.text:
        return []
    found = whole.kinds
    first = found & LETTER != 0
    first[:-1] |= (found[:-1] & OPENING != 0) & (found[1:] & LETTER != 0)
    first[1:] &= found[:-1] & BLANK != 0
    return _sums((first & (found & BLANK == 0)).astype("int64"), whole.starts)


def _sums(marks: Any, starts: Sequence[int]) -> list[int]:
    """The sums of *marks* from each of *starts* on to the next."""
    import numpy as np

    found: list[int] = np.add.reduceat(marks, starts).tolist()
    return found


def _different(letters: Any) -> int:
    """How many different ones there are among characters, given by number."""
    import numpy as np

    letters = np.sort(letters)
    return min(len(letters), 1 + int(np.count_nonzero(letters[1:] != letters[:-1])))


_BEGINNING = 400
"""Characters."""
