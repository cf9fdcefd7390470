"""Chinese names that no dictionary knows, by the company they keep all over a collection. Pure.

One sentence seldom proves that two or three characters are a name; all texts
of a story together do. How likely they are a person's tells `people`; that
another article prints their reading as a Latin name helps. A firm is what
stands both alone and before the name of a trade (星澜, 星澜汽车), and does what
firms do, as no common word does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from digest.language import _firm_readings, _firms
from digest.language import _name_data as data
from digest.language import people as likely
from digest.language._scan import Scan
from digest.language.readings import commonest
from digest.language.script import has_han

head = _firm_readings.head


@dataclass(frozen=True, slots=True)
class Newcomers:
    """Names met, in simplified characters: people, and firms by their short name.

    ``firms`` gives the long names of each (星澜: 星澜汽车), longest first; one
    whose short name is a common word has its long name as the short one. ``read``
    pairs firms with the Latin names that are their reading (启明证券, Qiming Securities).
    """

    people: frozenset[str] = frozenset()
    firms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    read: tuple[tuple[str, str], ...] = ()


def find(texts: Iterable[str], latin: Collection[str] = (), bodies: Collection[str] = ()) -> Newcomers:
    """Newcomers in the simplified *texts* of one story; *latin* are Latin names met in them.

    *bodies* are those of them that organisations have.
    """
    # What agencies report stands in many articles word for word, and bears witness once.
    text = "\n".join(dict.fromkeys(texts))
    if not has_han(text):
        return Newcomers()
    scan = Scan(text)
    firms = dict(sorted(_firms.find(scan)))
    read = set(_firm_readings.readings(scan, firms, latin))
    for short, name, long in _firm_readings.read_as(scan, bodies):
        if not any(short == head(firm) for firm in firms):
            firms[short] = long or (short,)
            read.add((short, name))
    firms.update((name, (name,)) for name, _ in sorted(read) if name not in firms)
    people = {
        name
        for name in likely.find(text, _readings(text, latin))
        # 康岳 speaks as people do, but is a group; 康岳医 is no name, either.
        if not any(name.startswith(firm) or firm.startswith(name) for firm in firms)
    }
    return Newcomers(frozenset(people), firms, tuple(sorted(read)))


def _readings(text: str, latin: Iterable[str]) -> set[str]:
    """What a Latin name of the story may be the reading of: 贾鹏, Jia Peng."""
    found: set[str] = set()
    read: dict[str, dict[str, set[str]]] = {}
    for name in latin:
        pieces = name.lower().split()
        letters = re.sub("[^a-z]", "", name.lower().replace("ü", "v"))
        if not 2 <= len(pieces) <= 3 or not 4 <= len(letters) <= 18:
            continue
        for family in {pieces[0], pieces[-1]} & _families().keys():
            if family not in read:
                read[family] = _read_as(text, family)
            given = letters.removeprefix(family) if pieces[0] == family else letters.removesuffix(family)
            found |= read[family].get(given, set())
    return found


def _read_as(text: str, family: str) -> dict[str, set[str]]:
    """What may be a name with a surname read as *family*, by the reading of the rest."""
    found: dict[str, set[str]] = defaultdict(set)
    for surname in _families()[family]:
        for first, second in _behind(text, surname):
            reading = commonest(first)
            found[reading].add(surname + first)
            if second:
                found[reading + commonest(second)].add(surname + first + second)
    return found


def _behind(text: str, surname: str) -> Iterator[tuple[str, str]]:
    """The Chinese character behind each *surname*, and the one behind that, if it is one, or ""."""
    place = text.find(surname)
    while place >= 0:
        end = place + len(surname)
        first, second = text[end : end + 1], text[end + 1 : end + 2]
        if has_han(first):
            yield first, second if has_han(second) else ""
        place = text.find(surname, end)


@lru_cache(maxsize=1)
def _families() -> dict[str, list[str]]:
    """Surnames by their reading."""
    found: dict[str, list[str]] = {}
    for surname in sorted(data.SURNAMES):
        found.setdefault(commonest(surname), []).append(surname)
    return found
