"""What a difference asks, as one noun phrase: 死亡人数, 马丁·凯勒被解雇的原因. Pure.

Whom and which act are the sources' words; what kind of question it is are ours, since
no source asks it. In the language, and the script, of the claims.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.language import script
from digest.language.lazy import regex
from digest.story.differences.clash import Clash
from digest.story.matching import weights
from digest.story.names.entities import Entity
from digest.story.names.naming import display
from digest.story.statements import lexicon, slots
from digest.story.statements.material import Material, Statement

_PEOPLE = {
    "die": ("死亡人数", "number of deaths"),
    "injure": ("受伤人数", "number of injured"),
    "missing": ("失踪人数", "number of missing"),
    "rescue": ("获救人数", "number of rescued"),
    "arrest": ("被捕人数", "number of arrests"),
    "cut": ("裁员人数", "number of job cuts"),
    "evacuate": ("疏散人数", "number of evacuated"),
}
"""By the act that is counted, in Chinese and in English."""
_ASKED = {
    "why": ("{told}的原因", "{told}: why"),
    "when": ("{told}的日期", "{told}: when"),
    "how-long-after": ("{told}的时间", "{told}: how soon"),
    "how-soon": ("发生的时间", "how soon it happened"),
    "what-came-of-it": ("{told}之后的安排", "{told}: what came of it"),
    "left-or-dismissed": ("{who}离职的方式", "{who}: resigned or dismissed"),
    "denied": ("{told}：说法与否认", "{told}: claim and denial"),
    "all-or-some": ("表决是否一致", "the vote: unanimous or not"),
    "some-or-all": ("{told}的范围", "{told}: how much of it"),
    "nobody-or-some": ("有无伤亡", "casualties"),
    "who-to-whom": ("谁向谁{told}", "who {told} whom"),
}
_MAGNITUDE = ("震级", "magnitude")
_YEAR = ("{told}成立的年份", "{told}: when it was founded")
_LONGEST = {True: 18, False: 40}
"""Characters of a phrase in the sources' own words, in Chinese and in English."""


@dataclass(frozen=True, slots=True)
class Words:
    """What there is to make a phrase of: whom it is of, the act, and what both tell, the nearest first."""

    who: str
    act: str
    told: Sequence[str]


def phrase(clash: Clash, claims: Sequence[Statement], words: Words) -> str:
    """The noun phrase; "" where nothing says what is asked. *claims* as a label prefers them."""
    english = weights.latin(claims[0])
    found = _form(clash)
    told = in_one(claims, words.told)
    if found is None:
        return told
    form = _ours(claims[0], found[english])
    if "{who}" in form:
        return form.format(who=words.who) if words.who else told
    if clash.kind == "who-to-whom":
        told = _as_written(claims[0], clash.question.split()[1])
    elif clash.kind != "some-or-all":
        told = _deed(words, english) or told
    return form.format(told=told) if told or "{told}" not in form else ""


def _form(clash: Clash) -> tuple[str, str] | None:
    """How the kind of question is put, in Chinese and in English; None where the words alone say it."""
    if clash.question.startswith("magnitude"):
        return _MAGNITUDE
    if clash.kind == "when" and not clash.question.startswith("day"):
        return _YEAR
    if clash.answers and clash.question.startswith("person"):
        acts = sorted(each[2:] for each in clash.shared if each[0] == "a")
        return next((_PEOPLE[act] for act in acts if act in _PEOPLE), None)
    return _ASKED.get(clash.kind)


def _as_written(claim: Statement, word: str) -> str:
    """A simplified *word* of the claim as it stands in its text."""
    place = claim.simple.find(word)
    return claim.text[place : place + len(word)]


def _ours(claim: Statement, text: str) -> str:
    """*text* in the script of the claim."""
    return script.convert(text, "traditional") if script.script_of(claim.text) == "Hant" else text


def _deed(words: Words, english: bool) -> str:
    """Who and what: 马丁·凯勒离职, 奥尔特曼被解雇."""
    if not (words.who and words.act):
        return ""
    if english:
        return f"{words.who}, {words.act}"
    action = lexicon.action_of(script.simplify(words.act))
    if action in _PEOPLE:  # of how many it happened to, and not to whom
        return ""
    passive = action in _DONE_TO and not words.act.startswith(("被", "遭"))
    space = " " if words.who[-1].isascii() else ""
    return f"{words.who}{space}{'被' if passive else ''}{words.act}"


_DONE_TO = lexicon.SUFFERED - {"appoint"}


def in_one(claims: Sequence[Statement], told: Sequence[str]) -> str:
    """The first words as they stand together in a claim, 20%计算资源的团队; else two side by side."""
    for count in (3, 2):
        for claim in claims if len(told) >= count else ():
            span = _together(claim, told[:count])
            if span:
                return span
    return ("、" if any(map(script.has_han, told)) else ", ").join(told[:2])


def _together(claim: Statement, words: Sequence[str]) -> str:
    """The run of one clause from the first of *words* to the last, where it is short and denies nothing."""
    places = [(place, place + len(word)) for word in words if (place := claim.text.find(word)) >= 0]
    if len(places) < len(words):
        return ""
    start, end = min(places)[0], max(end for _, end in places)
    one_clause = slots.clause_span(claim, start) == slots.clause_span(claim, end - 1)
    run = claim.text[start:end]
    if not one_clause or end - start > _LONGEST[not weights.latin(claim)]:
        return ""
    return "" if lexicon.NEGATION.search(claim.folded[start:end]) or _BROKEN.search(run) else run


_BROKEN = regex('[，。；：、“”「」"()（）是就把让说称]|\\b(?:is|was|were|are|said|says)\\b')
"""What ends a phrase, or makes a sentence of it."""


def whom(material: Material, clash: Clash, by_key: Mapping[str, Entity]) -> str:
    """The person that it is of, else the firm, by the name that the issue prints."""
    named = sorted(
        (each for each in clash.shared if each[0] == "e" and each[2:] in by_key),
        key=lambda each: (each[2:] in material.firms, -material.weights.get(each, 0.0), each),
    )
    return display(material, by_key[named[0][2:]]) if named else ""
