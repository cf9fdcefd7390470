"""Whom 他 or *she* means where nobody is named: the person whom the sentences before go on about. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from digest.language import _name_data, alternatives, script
from digest.language.lazy import regex
from digest.language.quotation import outside
from digest.model import Sentence
from digest.story.names.entities import Entity
from digest.story.statements.material import Material, Statement

CLAUSE_END = regex(r"[，。；！？：,;!?:]")
PRONOUN = regex(
    r"[ ]*(?:[他她](?!们|人|的|家|手|父|母|丈夫|妻|儿|女儿|公司|律师|助理|经纪)"
    r"|它的[^，]{0,4}句|(?:he|she)\b)",
    re.IGNORECASE,
)
"""它的最后一句是: so ends what somebody wrote."""
_REPORTERS = frozenset("记者 编辑 主播 主持人 作者 总编辑 总编 网友".split())
OFFICES = "|".join(
    (
        alternatives.pattern(
            sorted({*_name_data.ROLES_ZH, *_name_data.ROLES_MORE_ZH, "知情人士", "雇员", "船员"} - _REPORTERS)
        ),
        "人士|家属|代表|员|长|(?<![记作笔编读或二前后两再])者",
    )
)
"""Words for somebody by what he is."""
INTRODUCED = regex(
    r"(?:[^，。；“”]{0,8}，)?(?P<who>一(?:[名位]|家[^，。；的]{1,10}的)[一-龥A-Za-z·]{0,12}?"
    rf"(?:{OFFICES}))(?![一-龥]*(?:[一两三几][名位]|他们))"
)
"""A sentence that brings in somebody without a name: 一位物流公司的经理在电话里笑了."""
_ONE_OF_THEM = regex(
    r"(?:[^，。；“”]{0,8}，)?有(?:一[名位])?(?P<who>[^，。；“”的]{2,8}?)(?:[对向在][^，。；“”]{1,12})?(?:表示|告诉|透露|坦言|回忆|认为|说|称)"
)
"""One of many, who speaks in all of the sentence, whoever else is named in it: 有书迷对记者表示，.."""
_LOOK_BACK = 6
"""Sentences over which 他 may reach back."""
_OBJECT = regex(
    r"[对向把被将给让由跟与和找请见]|告诉|[了过着][^，]*的$|\b(?:to|by|with|of|for|told|asked|and)\b",
    re.IGNORECASE,
)
"""Before a name: its bearer is not the subject."""
_OFFICE_LENGTH = 24
_SAME = {
    "他": re.compile("他(?!们|人)"),
    "她": re.compile("她(?!们)"),
    "它": re.compile("它"),
    "h": re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE),
    "s": re.compile(r"\b(?:she|her)\b", re.IGNORECASE),
}
"""What goes on about the person of a pronoun.."""
_OTHER = {"他": _SAME["她"], "她": _SAME["他"], "它": _SAME["它"], "h": _SAME["s"], "s": _SAME["h"]}
"""..and what does not."""
_SOMEBODY_NEW = regex(r"[一两三几][名位]|一个(?:人|同事|朋友)|\b(?:a|an|one|another) \w+ (?:who|said)\b")
_SOMEBODY = regex(
    rf"{OFFICES}|(?<!无)人(?!口|民币|工|次|均|行|力|气)|[父母妻夫]亲?|儿子|女儿|孩子|们|谁"
    r"|[a-z]{3}"
)
"""A Chinese sentence with nobody in it lets 他 look on to the one before."""
Described = Callable[[str], str]
"""Who speaks in a clause without a name, as it describes him, or ""."""


def before(entity: Entity, told: str) -> str:
    """What stands before the person's name in its clause of *told*."""
    places = [told.find(name) for name in entity.spellings if name in told]
    return CLAUSE_END.split(told[: min(places, default=0)])[-1]


def _behind(entity: Entity, told: str) -> str:
    """What stands behind the person's name: Lin drove |his car."""
    return told[min((told.find(name) for name in entity.spellings if name in told), default=0) :]


def is_subject(entity: Entity, told: str) -> bool:
    """Whether nothing but an office stands before the person in a clause of *told*."""
    clause = before(entity, told)
    return len(clause) <= _OFFICE_LENGTH and not _OBJECT.search(clause)


def subject_so_far(
    material: Material,
    statement: Statement,
    people: Mapping[str, Entity],
    pronoun: str,
    described: Described,
) -> tuple[str, str]:
    """Key or description of the person with whom a sentence before *statement* opens; ("", "") if none.

    All since then goes on about him, or about nobody. That a paragraph says 她 and
    no name means who stands in the one before.
    """
    article = material.id(statement)
    for sentence in _before(material, statement):
        told = outside(script.simplify(sentence.text))
        if new := _ONE_OF_THEM.match(told):
            return "", new["who"]
        named = material.named(article, told)
        keys = [key for key in named if key in people]
        same, other = _SAME[pronoun].search(told), _OTHER[pronoun].search(told)
        if keys and not _goes_on(people[keys[0]], pronoun, told):
            fits = len(keys) == 1 and is_subject(people[keys[0]], told)
            fits = fits and not (
                other and not same and _OTHER[pronoun].search(_behind(people[keys[0]], told))
            )
            return (keys[0], "") if fits else ("", "")
        if new := INTRODUCED.match(told):
            return "", new["who"]
        opening = CLAUSE_END.split(told, maxsplit=1)[0]
        if not PRONOUN.match(opening) and (who := described(opening)):
            return "", who
        new = _SOMEBODY_NEW.search(told)
        # 她一个人来爬山: who stands before somebody new stays the subject.
        if new and not (same and same.start() < new.start() and PRONOUN.match(opening)):
            break
        if not (same or _is_of_nobody(told, named, other is not None)):
            break
        if _opens_with_a_stranger(told, set(named) - people.keys() - material.firms):
            break
    return "", ""


def _before(material: Material, statement: Statement) -> Iterator[Sentence]:
    """The sentences before *statement*, the nearest first: of the paragraph and of the one before it.

    The paragraph is that of the nearest: a quotation may open one of its own.
    """
    sentences, last = material.documents[statement.document].sentences, statement.index - 1
    paragraphs: set[int] = set()
    for place in range(last, max(-1, last - _LOOK_BACK), -1):
        paragraphs.add(sentences[place].paragraph)
        if len(paragraphs) > 2:
            return
        yield sentences[place]


def _is_of_nobody(told: str, named: Collection[str], other: bool) -> bool:
    """Whether a sentence tells of no person who could be meant: 广播响过一次."""
    return not (other or named or _SOMEBODY.search(told))


def _opens_with_a_stranger(told: str, strangers: Collection[str]) -> bool:
    """Whether it is about somebody of whom it is not known what he is: Hilda Scott said that she.."""
    return told.startswith(tuple(strangers)) if strangers else False


def _goes_on(entity: Entity, pronoun: str, told: str) -> bool:
    """Whether 他 stands before the name in its clause: 他告了哈尔迪曼 is about him."""
    return _SAME[pronoun].search(before(entity, told)) is not None
