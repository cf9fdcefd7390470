"""Two sentences of two events: one names a place or a person that the other's article never does. Pure."""

from __future__ import annotations

from functools import lru_cache

from digest.language import datelines
from digest.language import words as language_words
from digest.language.lazy import regex
from digest.story.dates import chronology
from digest.story.matching import weights
from digest.story.statements.material import Material, Statement


def strangers(
    material: Material, one: Statement, other: Statement, parts: tuple[str, str] | None = None
) -> bool:
    """One names a place or a person that the other's article never does: two events.

    Of *parts* of the two only, in folded text, where they are told: the rest may be of something else.
    """
    mine, theirs = parts or (one.folded, other.folded)
    issuers = {issuer for each in (one, other) if (issuer := _issuer(each.simple))}
    return any(
        weights.latin(statement) == weights.latin(material.of(document)[0])
        and (len(issuers) > 1 or _unknown(material, statement, document, told))
        for statement, document, told in ((one, other.document, mine), (other, one.document, theirs))
    )


RISING = frozenset({"die", "injure", "missing", "rescue", "arrest", "evacuate"})
"""Acts of which there are more from day to day."""
_ISSUER = regex(r"([^，。：]{2,10}?)(?:今日|今晚|晚间|\d+日)?(?:公告|发布公告|披露)")
"""Who gives its own figures: 海岸股份公告, 天弓汽车公告."""


@lru_cache(maxsize=16_384)
def _issuer(simple: str) -> str:
    found = _ISSUER.match(simple)
    return found[1] if found else ""


def _unknown(material: Material, statement: Statement, document: int, told: str) -> bool:
    """Whether *told*, a part of the statement, names what a document never does; asked once for copies."""
    asked = statement.alike, document, told
    if asked not in material.unknown:
        material.unknown[asked] = _names_more(material, statement, document, told)
    return material.unknown[asked]


def _names_more(material: Material, statement: Statement, document: int, told: str) -> bool:
    there = material.named_in(document)
    told = _without_dateline(statement, told)
    for key in statement.entities:
        here = any(name.lower() in told for name in material.spellings.get(key, ()))
        if here and not _is_known(material, key, document):
            return True
    if weights.latin(statement):
        named = {each.lower() for each in _CAPITAL.findall(statement.text)}
        return any(word not in there for word in named if word in statement.words and word in told)
    return any(is_name(word) for word in statement.words - there if word in told)


def _without_dateline(statement: Statement, told: str) -> str:
    """*told* without 海岸网4月4日讯 before it: who reports it, and whence, is not where it was."""
    if not (statement.folded.startswith(told) and datelines.may_open(statement.simple)):
        return told
    return told[datelines.end(statement.simple, chronology.mentions(statement.simple)) :]


def _is_known(material: Material, key: str, document: int) -> bool:
    """Whether a document names *key* or who is called so and more: 卫健委 where 市卫健委 is."""
    there = material.entities_in(document)
    if key in there:
        return True
    if (key, document) not in material.known_there:
        names = material.spellings.get(key, ())
        longer = (name for other in there for name in material.spellings.get(other, ()))
        found = any(name in other for other in longer for name in names)
        material.known_there[key, document] = found
    return material.known_there[key, document]


_CAPITAL = regex(r"(?<=[a-z,] )[A-Z][a-z]{3,}")


@lru_cache(maxsize=16_384)
def is_name(word: str) -> bool:
    return not word.isascii() and language_words.part_of_speech(word) in ("ns", "nrt", "nt")
