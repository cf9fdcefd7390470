"""Nobody was hurt here, somebody was there: one event, two reports. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.language.cues import Cue, cue
from digest.language.lazy import regex
from digest.story.differences.clash import Clash, apart, weight_of
from digest.story.matching import grouping, weights
from digest.story.matching.strangers import RISING
from digest.story.names.entities import Entity
from digest.story.statements import lexicon
from digest.story.statements.material import Material, Statement

_NOBODY = regex(
    r"(?:没有|未造成|未有|并无|暂无|无)(?:任何)?(?:人员)?(?:伤亡|受伤)|无人(?:受伤|伤亡)|没有人(?:受伤|伤亡)"
    r"|\b(?:no (?:one|injuries|casualties)|nobody|without (?:injuries|casualties))\b"
)
_NO_DEATHS = regex(
    r"(?:没有|未造成|未有|并无|暂无|无)(?:任何)?(?:人员)?(?:死亡|遇难)|无人(?:死亡|遇难)"
    r"|\bno (?:deaths|fatalities)\b"
)
_SPARED = cue(
    "伤亡|受伤|死亡|遇难",
    r"no(?:body| (?:one|injuries|casualties|deaths|fatalities)) | without (?:injuries|casualties)",
)
"""Without one of these neither of the two is there."""
_HURT = cue(
    "受伤|轻伤|重伤|伤者|送医|送院|送(?:进|往|到|入)[^，。]{0,6}医院|住院",
    "injured | hurt | wounded | hospitali[sz]ed | taken to hospital",
    end=r"\b",
)
_DEAD = cue("死亡|身亡|遇难|丧生", "died | killed | dead", end=r"\b")
_Words = Cue | re.Pattern[str]


def casualties(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Nobody hurt here, somebody in hospital there: one day, one place."""
    spared = material.having(_SPARED)
    nobody = [(each, *found) for each in spared if (found := _harm(each, _NOBODY, _NO_DEATHS))]
    if not nobody:
        return
    some = [(each, *found) for each in material.having(_HURT, _DEAD) if (found := _harm(each, _HURT, _DEAD))]
    for denied, of_death, without in nobody[: grouping.POSTINGS]:
        for claim, dead, clause in some:
            if claim.document == denied.document or (of_death and not dead):
                continue
            if _NOBODY.search(clause) or _NO_DEATHS.search(clause) or lexicon.HEDGE.search(clause):
                continue
            where = _where(material, claim, clause) & _where(material, denied, without)
            day = any(map(weights.is_day, claim.anchors & denied.anchors))
            if not where or (not day and len(where) < 2) or apart(claim, denied):
                continue
            weight = 1.5 * weight_of(material, where, denied, claim)
            answers = f"{_harm_in(denied, _NOBODY, _NO_DEATHS)} / {_harm_in(claim, _HURT, _DEAD)}"
            yield Clash("nobody-or-some", f"harm {sorted(where)}", (denied, claim), where, weight, answers)


def _harm(statement: Statement, hurt: _Words, dead: _Words) -> tuple[bool, str] | None:
    """Whether it is of death, and the clause with the place that is told of before it."""
    found = hurt.search(statement.folded) or dead.search(statement.folded)
    if not found:
        return None
    start = statement.folded.rfind("；", 0, found.start()) + 1
    end = statement.folded.find("；", found.end())
    clause = statement.folded[start : end if end >= 0 else len(statement.folded)]
    return not hurt.search(statement.folded), clause


def _harm_in(statement: Statement, hurt: _Words, dead: _Words) -> str:
    """The words that tell of harm, or of none."""
    found = hurt.search(statement.folded) or dead.search(statement.folded)
    return statement.text[found.start() : found.end()] if found else ""


def _where(material: Material, statement: Statement, clause: str) -> frozenset[str]:
    """What tells the event: places, things and acts of the part of the sentence."""
    return frozenset(
        anchor
        for anchor in statement.anchors
        if (anchor[0] == "w" and anchor in material.telling_words and anchor[2:] in clause)
        or (anchor[0] == "a" and anchor[2:] not in RISING)
    )
