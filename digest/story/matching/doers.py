"""Who does it, and to whom? Two sentences of the same people and act may have it the other way. Pure.

A 向公司汇报 makes A the one who reports; of 向他们汇报的员工, with A named before, A is who is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from digest.language.lazy import regex
from digest.story.statements import lexicon, slots
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import Material, Statement


def reversed_in(material: Material, one: Statement, other: Statement) -> str:
    """The verb of which who did it to whom is the other way round in the two; "" where there is none."""
    people = [key for key in one.entities if key in other.entities]
    if not people:
        return ""
    return _told_to_them(material, people, one, other) or _the_other_way(material, one, other)


_TO_THEM = regex("[向对](?:他们|她们|他|她|其)(?P<verb>[\u4e00-\u9fff]{2})")
_TO = regex("[向对][^，。；：]{1,12}$")


def tells_of_them(simple: str) -> bool:
    """Whether something is done to those whom a sentence named before: 向他们汇报."""
    return _TO_THEM.search(simple) is not None


def _told_to_them(material: Material, people: list[str], one: Statement, other: Statement) -> str:
    for mine, theirs in ((one, other), (other, one)):
        for found in _TO_THEM.finditer(mine.simple):
            verb = found["verb"]
            if verb not in mine.words & theirs.words or _TO_THEM.search(theirs.simple):
                continue
            place = theirs.simple.find(verb)
            start, _ = slots.clause_span(theirs, place)
            for key in people:
                to_whom = _stands(material, key, mine.simple, 0, found.start())
                who = _stands(material, key, theirs.simple, start, place)
                if to_whom >= 0 and who >= 0 and not _TO.search(theirs.simple, start, who):
                    return verb
    return ""


def _stands(material: Material, key: str, simple: str, start: int, end: int) -> int:
    """Where the entity is named in ``simple[start:end]``; -1 where it is not."""
    places = (simple.find(name, start, end) for name in material.spellings.get(key, ()))
    return max(places, default=-1)


_TO_SOMEBODY = frozenset(
    {"dismiss", "sue", "acquire", "attack", "arrest", "reject", "charge", "appoint", "report"}
)
"""Acts that somebody does to somebody who does not do them, too."""


def _the_other_way(material: Material, one: Statement, other: Statement) -> str:
    mine, theirs = _roles(material, one), _roles(material, other)
    for who, act, whom in sorted(mine):
        if (whom, act, who) in theirs and (who, act, whom) not in theirs and (whom, act, who) not in mine:
            return act
    return ""


@once_for_copies
def _roles(material: Material, statement: Statement) -> frozenset[tuple[str, str, str]]:
    """Who does which act to whom, where both are named right beside it."""
    return frozenset(_found(material, statement)) if len(statement.entities) > 1 else frozenset()


def _found(material: Material, statement: Statement) -> Iterator[tuple[str, str, str]]:
    folded = statement.folded
    named = sorted(
        (place, place + len(name), key)
        for key in statement.entities
        for name in map(str.lower, material.spellings.get(key, ()))
        for place in _places(folded, name)
    )
    for start, end, act in lexicon.acts(folded) if named else ():
        before = [each for each in named if each[1] <= start]
        if act not in _TO_SOMEBODY or not before:
            continue
        _, last, nearest = before[-1]
        behind = next((each for each in named if each[0] >= end), (-1, -1, ""))
        if behind[2] and _BY_EN.fullmatch(folded, end, behind[0]):
            yield behind[2], act, nearest
        elif not _BESIDE.fullmatch(folded, last, start):
            continue
        elif len(before) > 1 and _SUFFERS.fullmatch(folded, before[-2][1], before[-1][0]):
            yield nearest, act, before[-2][2]
        elif behind[2] and _NEXT.fullmatch(folded, end, behind[0]):
            yield nearest, act, behind[2]


_BY_EN = regex(r" by (?:the )?")
_SUFFERS = regex("[)）]?[^，。；]{0,2}(?:被|遭到?)")
_BESIDE = regex(r"[)）]?(?:[^，。；：的a-z]{0,8}|\s?(?:(?:has|have|had) )?(?:formally )?)")
"""Between who does it and the act: a day, 正式, nothing more."""
_NEXT = regex(r"了?\s*(?:the )?")


def _places(folded: str, name: str) -> Iterator[int]:
    place = folded.find(name)
    while place >= 0:
        yield place
        place = folded.find(name, place + 1)
