"""Why it happened: two sides give two causes of one thing. Pure.

A cause counts only where its sentence says whose word it is (归咎于, blames, 通报的
结论是), and two of them differ when other sides speak, nothing of one cause is
in the other, and both sentences are about one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest.language.cues import cue
from digest.story.differences.attributions import Said, attributions, other_speakers
from digest.story.differences.clash import Clash, apart, weight_of
from digest.story.matching import grouping, weights
from digest.story.matching.strangers import strangers
from digest.story.names.entities import Entity
from digest.story.statements import choosing, concepts, lexicon
from digest.story.statements.material import Material, Statement

_MAY_TELL = cue(
    "压垮|害死|拖垮|酿成|导致|造成|真正的问题|归因|归咎|归结|归罪|源于|缘于|起因|主因|元凶|祸首|要害|根源"
    "|原因|为何|为什么|不当|不足|失误|故障|过失|疏忽",
    "blam(?:e|es|ed) | attribut(?:e|es|ed) | caused by | as the reason | down to",
    end=r"\b",
)
_CAUSE = re.compile(
    r"(?:归因于|归咎于|归结为|归罪于|源于|缘于|起因于)(?P<named>[^，。；]{2,40})"
    r"|(?:原因|起因|主因|元凶|祸首|要害|根源)(?:则|却|就|主要)?(?:是|在于|在)(?P<is>[^，。；]{2,40})"
    r"|(?P<before>[^，。；“「]{4,40}?)才是[^，。；“「]{0,6}(?:主因|起因|原因|元凶|祸首)"
    r"|(?:压垮|导致|造成|害死|拖垮|酿成)[^，。；]{1,14}的(?:就|正|才)?是(?P<felled>[^，。；]{2,40})"
    r"|真正的问题(?:是|在于|出在)(?P<problem>[^，。；]{2,40})"
    r"|(?:为何|为什么|原因)[^，。；]{0,20}，[^，。；]{0,14}(?:结论|说法|解释|认定)[^，。；]{0,3}(?:是|为)(?P<found>[^，。；]{4,40})"
    r"|因(?P<fault>[^，。；]{4,30}(?:不当|不足|失误|故障|过失|疏忽|超载|老化))"
    r"|\bblam(?:e|es|ed) (?P<blamed>[^.;]{4,80}?)(?: for |[.;]|$)"
    r"|\battribut(?:e|es|ed) [^.;]{3,60} to (?P<to>[^.;,]{4,60})"
    r"|\bcaused by (?P<by>[^.;,]{4,60})|\bgave (?P<gave>[^.;,]{4,40}) as the reason"
)


@dataclass(frozen=True, slots=True)
class Cause:
    """Whose word it is, and what it says the cause was: its words and concepts."""

    statement: Statement
    side: Said
    tokens: frozenset[str]


def causes(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """One thing, two causes, each the word of another side."""
    told = [cause for each in material.having(_MAY_TELL) if (cause := _cause(material, each))]
    for place, one in enumerate(told[: grouping.POSTINGS]):
        for other in told[place + 1 : grouping.POSTINGS]:
            if one.tokens & other.tokens or not other_speakers(one.side, other.side):
                continue
            if one.statement.document == other.statement.document or apart(one.statement, other.statement):
                continue
            about = _about(material, one) & _about(material, other)
            of_one = weights.weigh(material, about) >= OF_ONE and any(each[0] in "wca" for each in about)
            if of_one and not strangers(material, one.statement, other.statement):
                claims = one.statement, other.statement
                weight = weight_of(material, about, *claims) + OF_ONE
                named = (_speaker(material, one) | _speaker(material, other)) & material.heft.keys()
                yield Clash("cause", f"cause {sorted(about)}", claims, about | named, weight)


OF_ONE = 2.5
"""Weight of what both sentences, and those before them, are about."""


def _cause(material: Material, statement: Statement) -> Cause | None:
    folded = statement.folded
    found = _CAUSE.search(folded) if _MAY_TELL.search(folded) else None
    if not found or choosing.form(statement) < FORM or lexicon.HEDGE.search(found.group()):
        return None
    start, end = found.span(found.lastgroup or 0)
    text = folded[start:end]
    tokens = {word for word in statement.words if word in text and not lexicon.action_of(word)}
    tokens |= concepts.told(text).keys()
    said = attributions(folded)
    if not (tokens and said):
        return None
    who = re.split("[把将]", said[0].who, maxsplit=1)[0] or said[0].who  # 运营公司|把事故归咎于
    return Cause(statement, replace(said[0], who=who), frozenset(tokens))


FORM = 0.5


def _speaker(material: Material, cause: Cause) -> frozenset[str]:
    """Whose word it is, as anchors."""
    who = cause.side.who
    names = material.spellings
    return frozenset(
        f"e:{key}"
        for key in cause.statement.entities
        if any(name.lower() in who for name in names.get(key, ()))
    )


def _about(material: Material, cause: Cause) -> frozenset[str]:
    """Of what it is the cause: anchors of the sentence and of the one before, the cause apart."""
    told = material.of(cause.statement.document)
    place = told.index(cause.statement)
    anchors = frozenset().union(*(each.anchors for each in told[max(0, place - 1) : place + 1]))
    own = {f"w:{token}" for token in cause.tokens} | cause.tokens
    return frozenset(each for each in anchors - own if each[0] in "wcaxed")
