"""Is what two statements share enough to be one fact? By its kinds, whatever it weighs. Pure.

One shared number, name or date is a coincidence; what two reporters share of
one fact is of several kinds: who, did what, how much, when.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from digest.language import words as language_words
from digest.language.lazy import regex
from digest.story.matching import weights
from digest.story.statements import amounts, lexicon
from digest.story.statements.concepts import BODIES
from digest.story.statements.material import Material, Statement


def plain_words(material: Material, shared: frozenset[str]) -> int:
    """How many words tell, firms apart."""
    return sum(anchor[0] == "w" for anchor in shared & material.telling_words)


MOST = 0.6


def is_all(kinds: Collection[str], told: int, share: float) -> bool:
    """Whether three words, or two and a name, are most of what the shorter of two statements says."""
    return share >= MOST and told + ("e" in kinds) > 2


MUCH = 0.4
"""Share of the shorter of two statements that is much of it."""


def is_much(shared: frozenset[str], kinds: Collection[str], words: int) -> bool:
    """A number, or a date to the month, and what it is of: where that is `MUCH`, the rest may be anything.

    *words* tell, or are concepts that do. Three men and a name may be told of other days.
    """
    dated = any(
        anchor[0] == "d" and len(anchor) != _A_YEAR and not anchor.startswith(weights.SOME_MONTH)
        for anchor in shared
    )
    exact = any(anchor[0] in "qr" for anchor in shared)
    if words or ("a" in kinds and (exact or dated)):
        return exact or dated or "n" in kinds
    return "e" in kinds and (exact or any(map(weights.is_day, shared)))


_A_YEAR = len("d:2026")


def only_a_day(shared: frozenset[str], kinds: frozenset[str] | set[str], akin: bool) -> bool:
    """When, and an act: in another language what was done on that day may be another thing.

    Not in articles that are *akin*, where the act is of the kind done once.
    """
    if not kinds <= {"d", "n", "a"}:
        return False
    once = akin and any(anchor[0] == "a" and anchor[2:] in lexicon.ONCE for anchor in shared)
    return not (once and any(map(weights.is_day, shared)))


def is_exact(material: Material, shared: frozenset[str], kinds: Collection[str], words: int) -> bool:
    """A number that is no round one, or the day, of the same act or thing: the rest may be anything."""
    if "p" in kinds:
        return True
    numbers = [anchor for anchor in shared if anchor[0] in "qr" and not anchor.endswith("person")]
    plain = [anchor for anchor in numbers if not weights.is_round(anchor)]
    exact = max((2 if weights.is_rare_number(each) else 1 for each in plain), default=0)
    day = any(map(weights.is_day, shared))
    exact += day
    if day and names_somebody(material, shared):
        return True  # who, and on which day
    exact += sum(bool(_COUNTED.match(anchor)) for anchor in shared) if exact else 0
    beside = ("a" in kinds) + ("e" in kinds) + ("c" in kinds) + ("d" in kinds and not day)
    return exact > 0 and exact + beside + min(words, 2) > 2


_TIMES = tuple(amounts.DURATIONS)
_COUNTED = regex(r"q:\d{2,}person")
"""39 people beside another exact number: two counts of one event."""


def is_telling(
    material: Material,
    shared: frozenset[str],
    kinds: Collection[str],
    words: int,
    things: int = 0,
    foreign: bool = False,
) -> bool:
    """Enough of different *kinds* to be one fact, whatever it weighs.

    *words* of them are telling, *things* are concepts that tell.
    """
    if "p" in kinds or ("c" in kinds and "e" in kinds and things + plain_words(material, shared) > 2):
        return True
    if not foreign:  # 长文 and 文章: a concept that is left is a word in other words
        words += things
    if words >= 4 or ("a" in kinds and words >= 2 and ("e" in kinds or any(map(_is_place, shared)))):
        return True
    deeds = sum(anchor[0] == "x" for anchor in shared) if "x" in kinds else 0
    if deeds > 1 or (deeds and (words or "q" in kinds or "d" in kinds or "n" in kinds)):
        return True
    # A small count (三名) is in every article: it must be a count of the same act.
    counted = any(anchor[0] == "n" and not anchor.endswith(_TIMES) for anchor in shared)
    if "n" in kinds and "a" in kinds and (words or "e" in kinds or (counted and "d" in kinds)):
        return True
    # A number needs an act or a word (one of people, two), a date two of act, name and word.
    if "q" in kinds or "r" in kinds:
        numbers = [anchor for anchor in shared if anchor[0] in "qr"]
        plain = [anchor for anchor in numbers if not weights.is_round(anchor)]
        least = 1 if any(not anchor.endswith("person") for anchor in plain) else 2
        of_rare = "c" in kinds and bool(plain)
        person = names_somebody(material, shared)
        if "d" in kinds and any(map(weights.is_rare_number, plain)):
            return True
        # So many people of one firm may be other people: 11 signers, 11 founders.
        of_whom = "a" in kinds or person or ("e" in kinds and least == 1)
        only_rounded = not plain and all(anchor[0] == "r" for anchor in numbers)
        if only_rounded:
            return words > 1 or (of_whom and words > 0)
        if foreign and not plain:
            of_whom = False
        if not plain and len(numbers) == 1 and numbers[0].endswith(_TIMES):  # 20 years of anybody who left
            of_whom = of_whom and (words > 0 or "d" in kinds or person)
        if len(numbers) > 1 or of_whom or words + of_rare >= least:
            return True
    if "d" not in kinds:
        return False
    beside = ("a" in kinds) + ("e" in kinds) + bool(words)
    person = names_somebody(material, shared)
    # A firm does many things: whose act, or what somebody has to do with; else two words, of a month three.
    if any(map(weights.is_day, shared)):
        return "a" in kinds or person or plain_words(material, shared) > 1
    return beside > 1 and ("a" in kinds or person or words > 2)


def _is_place(anchor: str) -> bool:
    return anchor[0] == "w" and not anchor.isascii() and language_words.part_of_speech(anchor[2:]) == "ns"


def across_languages(material: Material, shared: frozenset[str]) -> bool:
    """No word is common to Chinese and English reports: numbers, days, acts, names and concepts must do."""
    kinds = Counter(anchor[0] for anchor in shared)
    if kinds["p"]:
        return True
    told = [len(material.carriers[anchor]) for anchor in shared if anchor[0] == "d"]
    names = sum(anchor[0] == "e" and anchor[2:] not in material.firms for anchor in shared)
    beside = kinds["c"] + kinds["a"] + kinds["e"] + kinds["w"]
    act = kinds["a"] and beside > 1
    if any((act and carriers < RARE) or (names > 1 and carriers < 2 * RARE) for carriers in told):
        return True
    numbers = [anchor for anchor in shared if anchor[0] in "qr" and not anchor.endswith("person")]
    # A round one may be of anything: whose is it, or what else is told of it?
    number = bool(numbers) and (names > 0 or beside > 2 or not all(map(weights.is_round, numbers)))
    day = any(map(weights.is_day, shared))
    whose = sum(anchor in BODIES for anchor in shared)  # who it was is not what they did
    if kinds["d"] and (any(map(weights.is_rare_number, shared)) or (number and day)):
        return True
    told_on = [len(material.carriers[anchor]) for anchor in shared if weights.is_day(anchor)]
    if told_on and min(told_on) < RARE and beside > whose:
        return True
    sure = kinds["d"] + kinds["e"] + kinds["x"] + number > 0  # three words alone are a subject, no fact
    return (
        (number and beside > 0)
        or (day and beside > 1 and beside > whose)
        or (sure and kinds["c"] > 2 and beside + kinds["d"] > 3)
    )


RARE = 5
"""Statements that carry a date that is rare enough to tell an event by."""


def names_somebody(material: Material, shared: frozenset[str]) -> bool:
    """Whether a person is among them; a firm does too many things."""
    return any(anchor[0] == "e" and anchor[2:] not in material.firms for anchor in shared)


def things(material: Material, one: Statement, other: Statement, shared: frozenset[str]) -> frozenset[str]:
    """Those of *shared* that are none of the others again, and no deed that one of them only mentions.

    Who does what is a name and an act; that somebody left says 在他离职后, too.
    """
    told = {deed.rpartition(">")[2] for deed in one.told & other.told}
    return frozenset(
        anchor
        for anchor in shared
        if anchor[0] not in "xvp"
        and anchor[2:] not in weights.EMPTY
        and not (anchor[0] == "a" and anchor[2:] in lexicon.ONCE - told)
    )


def is_deed(material: Material, shared: frozenset[str]) -> bool:
    """Whether an act, a number or two telling words are among them: more than who, where and when."""
    words = len(shared & material.telling_words)
    return (
        words > 1 or any(anchor[0] in "aq" for anchor in shared) or (words > 0 and is_dated(material, shared))
    )


def is_dated(material: Material, shared: frozenset[str]) -> bool:
    """Whether a person and the month are among them."""
    month = any(anchor[0] == "d" and not anchor.startswith(weights.SOME_MONTH) for anchor in shared)
    return month and names_somebody(material, shared)
