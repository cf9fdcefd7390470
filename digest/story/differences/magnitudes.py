"""One earthquake, two magnitudes: two observatories measured it. Pure.

A magnitude is a number of no unit (规模7.2, 7.3级地震), and two that differ by a
tenth are two measurements: nobody rounds a magnitude, or turns it into miles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.language.cues import cue
from digest.language.lazy import regex
from digest.story.differences.clash import SAME_SUBJECT, Clash, weight_of
from digest.story.matching import grouping, weights
from digest.story.matching.strangers import strangers
from digest.story.names.entities import Entity
from digest.story.statements import lexicon, slots
from digest.story.statements.material import Material, Statement

_MAGNITUDE = regex(
    r"(?:[里芮矩]氏)?规模(?:为|是|达到?|约)?\s?(?P<of>\d\.\d)(?!\d)"
    r"|(?<![\d.])(?P<level>\d\.\d)级(?:的)?(?:[强大浅]?(?:地震|烈?震))"
    r"|[里芮]氏\s?(?P<scale>\d\.\d)级"
    r"|\b(?P<before>\d\.\d)[- ]magnitude\b|\bmagnitude[- ](?:of )?(?P<behind>\d\.\d)(?!\d)"
)
_QUAKE = cue("震", "quake | earthquake | tremor", end="s?\\b")
_ANOTHER = regex(r"余震|前震|预计|或有|\b(?:after|fore)shocks?\b|expected")
"""Before it, or in its clause: no magnitude of the main shock."""
MEASURED = 0.6
"""Two magnitudes of one earthquake are no further apart: what is, is another earthquake."""


@dataclass(frozen=True, slots=True)
class _Reading:
    statement: Statement
    value: float
    written: str


def magnitudes(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """The main shock of two articles, at one minute or on one day, in two magnitudes."""
    found: dict[int, list[_Reading]] = defaultdict(list)
    for statement in material.having(_QUAKE):
        for reading in _readings(statement):
            found[statement.document].append(reading)
    main: list[_Reading] = []
    for told in found.values():
        largest = max(each.value for each in told)
        main += [each for each in told if each.value == largest]
    for place, one in enumerate(main[: grouping.POSTINGS]):
        for other in main[place + 1 : grouping.POSTINGS]:
            mine, theirs = one.statement, other.statement
            if mine.document == theirs.document or not 0 < abs(one.value - other.value) <= MEASURED:
                continue
            shared = mine.anchors & theirs.anchors
            if not _at_one_time(shared) or strangers(material, mine, theirs):
                continue
            weight = weight_of(material, shared, mine, theirs) + SAME_SUBJECT
            answers = f"{one.written} / {other.written}"
            yield Clash("how-many", "magnitude", (mine, theirs), shared, weight, answers)


def _at_one_time(shared: frozenset[str]) -> bool:
    return any(weights.is_day(each) or (each[0] == "q" and ":" in each[2:]) for each in shared)


def _readings(statement: Statement) -> Iterator[_Reading]:
    if not _QUAKE.search(statement.folded):
        return
    for match in _MAGNITUDE.finditer(statement.folded):
        start, _ = slots.part_span(statement, match.start())
        _, end = slots.clause_span(statement, match.start())
        told = statement.folded[start:end]
        written = next(filter(None, match.groups()))
        if not (_ANOTHER.search(told) or lexicon.HEDGE.search(told)):
            yield _Reading(statement, float(written), written)
