"""Chinese names of people that no dictionary has, by how likely their characters and company are. Pure.

Two to four characters are a name when a surname is seldom anything else, when
the characters behind it are those of given names, when what stands before and
behind them is what stands around names, and when all that is so over and over.
How much each of these tells was counted in a month of a newspaper whose names
are marked (``benchmarks/learn_people.py``, which wrote `people.toml`); one
logistic regression weighs them against each other.
"""

from __future__ import annotations

import math
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from digest.language import _name_data as data
from digest.language import alternatives
from digest.language._scan import is_word, word_ends, word_starts
from digest.language.words import tagged

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST = 0.0
"""Log odds from which on it is a name."""
READ = 4.0
"""What a Latin name that is its reading, in the same story, adds to them."""
_LEAST_ALONE = -8.0
"""Log odds of its own characters under which nothing around it makes a name of them."""
_TELLING = 20
"""Places of a name that are looked at: more tell no more."""
_HAN = range(0x4E00, 0xA000)
_CODES = 0x10000
REST = "*"
"""In a table: all characters that it does not list."""
TRAITS = (
    "always",
    "surname",
    "given",
    "long",
    "before",
    "behind",
    "varied",
    "starts",
    "ends",
    "office",
    "tagged",
)
"""Of a candidate: 1; the log odds of its surname, of its given name; whether that has two characters;
the best of what stands before it, the mean of what stands behind it; the logarithm of how many different
characters do; at how many of its places more a word ends before it, and starts behind it, than goes on;
whether an office does before it; and whether jieba takes it for a person's name when it stands alone."""


@dataclass(frozen=True)
class Table:
    """Log odds by the code point of a character: as a surname (-inf for what is none), as the only, the first
    and the second character of a given name, in front of a name and behind it; and what a trait weighs."""

    surname: NDArray[np.float32]
    only: NDArray[np.float32]
    first: NDArray[np.float32]
    second: NDArray[np.float32]
    before: NDArray[np.float32]
    behind: NDArray[np.float32]
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a name, and where it stands: ascending."""

    name: str
    surname: float
    given: float
    before: float
    behind: float
    places: Sequence[int]


def find(text: str, read: Collection[str] = ()) -> frozenset[str]:
    """The names in *text*, in simplified characters: all sentences of a story, one a line, each once.

    *read* are those that some Latin name of the story is the reading of.
    """
    table = shipped()
    likely = []
    # The dictionary is asked last, and only where it may turn the scale.
    for each in candidates(text, table, LEAST, read):
        if may_be(each.name) or _opens_and_has_an_office(text, each):
            odds = _odds(traits(text, each), table)
            if odds >= (LEAST - READ if each.name in read else LEAST):
                likely.append((odds, each))
    likely.sort(key=lambda row: (-row[0], row[1].name))
    return frozenset(_apart([each for _, each in likely]))


def is_name(text: str) -> bool:
    """Whether *text*, in simplified characters and nothing else, is more likely a name than not."""
    return any(
        each.name == text and each.surname + each.given > 0
        for each in candidates(text, shipped())
        if text not in data.PLACES and not is_word(text)
    )


def candidates(
    text: str, table: Table, least: float = -math.inf, read: Collection[str] = ()
) -> Iterator[Candidate]:
    """All that may be a name by its own characters, and have *least* log odds, or those that are *read* less.

    That is if all that is asked later says all that it can say for a name.
    """
    import numpy as np

    codes = np.frombuffer(f"\n{text}\n\n\n\n".encode("utf-32-le", "surrogatepass"), dtype="<u4")
    codes = np.minimum(codes, _CODES - 1)
    places: dict[str, list[int]] = defaultdict(list)
    own: dict[str, tuple[float, float]] = {}
    for name, place, surname, given in _named(text, codes, table):
        places[name].append(place)
        own[name] = surname, given
    # Those of one length that stand at as many places, together: numpy is slow to look at one.
    alike: dict[tuple[int, int], list[str]] = defaultdict(list)
    for name in own:
        alike[len(name), min(len(places[name]), _TELLING)].append(name)
    for (length, count), names in alike.items():
        starts = np.array([places[name][:count] for name in names]) + 1
        before = table.before[codes[starts - 1]].max(axis=1).astype(float)
        behind = table.behind[codes[starts + length]].mean(axis=1).astype(float)
        surname, given = np.array([own[name] for name in names]).T
        long = np.array([len(given_name(name)) > 1 for name in names])
        most = _at_most(table, surname, given, long, before, behind, count)
        wanted = np.array([least - READ if name in read else least for name in names])
        for at in np.flatnonzero(most >= wanted).tolist():
            name = names[at]
            yield Candidate(name, *own[name], float(before[at]), float(behind[at]), places[name])


def _named(text: str, codes: NDArray[np.uint32], table: Table) -> Iterator[tuple[str, int, float, float]]:
    """A surname with one or two characters behind it, its place in *text*, and the log odds of both."""
    import numpy as np

    han = (codes >= _HAN.start) & (codes < _HAN.stop)
    for family in (1, 2):
        starts = (
            np.flatnonzero(table.surname[codes[:-4]] > -np.inf) if family == 1 else _compounds(text, codes)
        )
        surname = table.surname[codes[starts]] if family == 1 else np.zeros(len(starts), np.float32)
        ends = starts + family
        for long in (1, 2):
            first, last = codes[ends], codes[ends + long - 1]
            given = table.only[first] if long == 1 else table.first[first] + table.second[last]
            may = (surname + given > _LEAST_ALONE) & han[ends] & han[ends + long - 1]
            rows = (column[may].tolist() for column in (starts, surname, given))
            for start, *odds in zip(*rows, strict=True):
                yield text[start - 1 : start - 1 + family + long], start - 1, *odds


def _compounds(text: str, codes: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Where surnames of two characters start: places in *codes*, one behind those in *text*."""
    import numpy as np

    surnames, opens = frozenset(data.COMPOUND_SURNAMES), np.zeros(_CODES, bool)
    opens[[ord(surname[0]) for surname in surnames]] = True
    starts = np.flatnonzero(opens[codes]).tolist()
    return np.array([at for at in starts if text[at - 1 : at + 1] in surnames], np.int64)


def given_name(name: str) -> str:
    """王 of 王一|; what stands behind the surname."""
    return name[2 if name[:2] in data.COMPOUND_SURNAMES and len(name) > 2 else 1 :]


def _at_most(
    table: Table,
    surname: NDArray[np.float64],
    given: NDArray[np.float64],
    long: NDArray[np.bool_],
    before: NDArray[np.float64],
    behind: NDArray[np.float64],
    places: int,
) -> NDArray[np.float64]:
    """The log odds of candidates with so many *places*, at the most."""
    import numpy as np

    weights = table.weights
    asked = sum(weights[name] for name in ("always", "starts", "ends", "office", "tagged"))
    own = weights["surname"] * surname + weights["given"] * given
    beside = weights["before"] * np.maximum(0.0, before) + weights["behind"] * behind
    most: NDArray[np.float64] = (
        asked + own + weights["long"] * long + beside + weights["varied"] * math.log(places)
    )
    return most


def traits(text: str, candidate: Candidate) -> dict[str, float]:
    """`TRAITS` of a candidate in *text*."""
    places, length = candidate.places[:_TELLING], len(candidate.name)
    office = any(_in_office(text, place) for place in places)
    behind = {text[place + length : place + length + 1] for place in places}
    return {
        "always": 1.0,
        "surname": candidate.surname,
        "given": candidate.given,
        "long": float(len(given_name(candidate.name)) > 1),
        # 主 says that a word goes on (主席), unless it ends one: 车主|.
        "before": max(0.0, candidate.before) if office else candidate.before,
        "behind": candidate.behind,
        "varied": math.log(len(behind)),
        "starts": sum(_starts(text, place) for place in places) / len(places),
        "ends": sum(_ends(text, place + length) for place in places) / len(places),
        "office": float(office),
        "tagged": float(_is_tagged(candidate.name)),
    }


def _is_tagged(name: str) -> bool:
    """Whether jieba takes it for a person's name: by its dictionary or its model, good for a hint only."""
    return [mark[:2] for _, mark in tagged(name)] == ["nr"]


def _starts(text: str, place: int) -> int:
    """1 where a word ends before *place*, -1 where one goes on over it, 0 where both or neither may be."""
    if not is_han(text[max(0, place - 1) : place]):
        return 1
    goes_on = is_word(text[place - 1 : place + 1]) or is_word(text[max(0, place - 2) : place + 1])
    return word_ends(text, place) - goes_on


def _ends(text: str, end: int) -> int:
    """The same, where a word starts at *end*."""
    if not is_han(text[end : end + 1]):
        return int(word_starts(text, end))
    # 笑着, 走了: a verb.
    starts = word_starts(text, end) or text[end + 1 : end + 2] in ("着", "了", "过")
    return starts - is_word(text[end - 1 : end + 1])


_OFFICES = frozenset(role for role in (*data.ROLES_ZH, *data.ROLES_MORE_ZH) if len(role) in (2, 3))
_in_office = alternatives.Endings(_OFFICES).at
"""Whether what somebody is stands before a place: 船长|, 妻子|."""


def is_han(character: str) -> bool:
    return character != "" and ord(character) in _HAN


def _odds(traits: Mapping[str, float], table: Table) -> float:
    return sum(table.weights[name] * value for name, value in traits.items())


def _apart(likely: Sequence[Candidate]) -> Iterator[str]:
    """Of candidates, the likeliest first, those that stand mostly where no likelier one does."""
    taken: set[int] = set()
    for each in likely:
        free = [place for place in each.places if taken.isdisjoint(range(place, place + len(each.name)))]
        if 2 * len(free) > len(each.places):
            taken.update(at for place in free for at in range(place, place + len(each.name)))
            yield each.name


def may_be(name: str) -> bool:
    """Whether it is neither a place (洪梅镇) nor a form of address (陈老师), nor a word or two (曾承诺)."""
    if name in data.PLACES or (len(name) > 2 and name[-1] in _UNITS):
        return False
    given = given_name(name)
    if given in data.ADDRESSES_ZH or given in _OFFICES or (name[0] in _ADVERBS and is_word(given)):
        return False
    # Of three characters, a word is somebody whom everybody knows, or it is tagged as what it is.
    return not is_word(name) or (len(name) > 2 and _is_tagged(name))


def _opens_and_has_an_office(text: str, candidate: Candidate) -> bool:
    """曾自强 is an adverb and a verb as well: a name where an office stands before it here (教练|曾自强), and
    a sentence opens with it there, which 曾 alone seldom does, without who has done it."""
    name, places = candidate.name, candidate.places
    if name[0] not in _ADVERBS or len(places) < _SURELY or name in data.PLACES or is_word(name):
        return False
    opens = any(text[max(0, place - 1) : place] in _OPENING for place in places)
    return opens and any(_in_office(text, place) for place in places)


_SURELY = 4
"""Places of a name that may be two words."""
_OPENING = frozenset(("", *"\n。！？”」』"))
_ADVERBS = frozenset("曾向于从时应常单连全乐")
"""Surnames that are adverbs or prepositions, too: 公司|曾承诺."""


_UNITS = frozenset("省市县区乡镇村路街")
"""What ends the names of administrative units."""


@cache
def shipped() -> Table:
    told = tomllib.loads(files("digest.language").joinpath("people.toml").read_text("utf-8"))
    return table(told)


def table(told: Mapping[str, Mapping[str, object]]) -> Table:
    """As in `people.toml`: log odds, and the characters that have them."""
    import numpy as np

    columns = {}
    for name in ("surname", "only", "first", "second", "before", "behind"):
        rest = next((float(odds) for odds, letters in told[name].items() if letters == REST), 0.0)
        column = np.full(_CODES, -np.inf if name == "surname" else rest, np.float32)
        for odds, letters in told[name].items():
            column[[ord(letter) for letter in str(letters)]] = float(odds)
        columns[name] = column
    return Table(**columns, weights={name: float(str(weight)) for name, weight in told["weights"].items()})
