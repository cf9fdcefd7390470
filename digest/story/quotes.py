"""What people said: whole sentences whose speaker is named or described, understood alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from digest.language import _name_data, alternatives
from digest.model import Quote
from digest.story import choosing, lexicon, weights
from digest.story.entities import Entity
from digest.story.material import Material, Statement
from digest.story.speakers import Speaker, speaker
from digest.story.spread import SAME_WORDS, overlap

LIMIT, FEW = 6, 4
"""Quotations at most; of one speaker a second only where there are fewer than `FEW`."""
LEAST_OF_BEST = 0.2
"""Share of the best one's weight that the others must have."""
LEAST, MOST = 10, 130
"""Length of what is quoted, and of the whole sentence, in Chinese characters."""
LEAST_FORM = 0.22
"""Of 该发言人说 as well: the speaker is printed beside it."""
_FOREIGN = 0.7
"""What somebody's words are worth in another language than the readers'."""

_QUOTED = re.compile(r"“[^“”]{8,}”|「[^「」]{8,}」|『[^『』]{8,}』|\"[^\"]{24,}\"|(?<!\w)‘[^‘]{24,}?[.,?!]’")
_CLOSES = frozenset('“”「」『』"‘’')
_FIRST_PERSON = re.compile(r"我|咱|\b(?:I|we|my|our|us|me)\b", re.IGNORECASE)
_STAND = re.compile(
    r"不(?:是|能|会|该|应|再|敢|愿|配|可|想|要)|没(?:有|人)|从未|绝不|却|而是|本该|必须|应该|只有|只是|失去|为什么"
    r"|\b(?:never|not|nobody|no one|should|must|cannot|only|instead|wrong|lied?|failed?)\b|n['’]t\b"
)
"""Words of somebody who takes a stand: a reason, an accusation, a denial."""
_ONCE_SAID = re.compile(
    r"曾(?:经)?(?:[^，。“]{0,8}?)(?:表示|说|写|称|指出|评价|感叹|透露)"
    r"|\b(?:once|previously) (?:said|told|wrote)\b"
)
_SOMEBODY = re.compile(r"(?<![其吉])[他她](?!人|们|国|乡|日)|\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
_OTHERS = re.compile(r"(?<!其)[他她]们|\b(?:they|them|their)\b", re.IGNORECASE)
_ROLES = {*_name_data.ROLES_ZH, *_name_data.ROLES_MORE_ZH} - {*_name_data.CROWD_ZH}
_ROLE = re.compile(alternatives.pattern(sorted(_ROLES)) + "|[个位名]人")
_ROLE_EN = re.compile(
    r"\b(?:man|woman|person|boss|president|chief|doctor|father|mother|son|daughter)\b", re.IGNORECASE
)


def tell(material: Material, entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Best first; of different speakers, no two that say the same, none that is printed twice already."""
    people = {entity.key: entity for entity in entities if entity.kind == "person"}
    found: list[tuple[float, Statement, str]] = []
    for each in material.statements:
        quoted = parts(each)
        if quoted and _printable(each, quoted):
            who = speaker(material, each, quoted, people)
            if who.name and not _speaks_of_a_stranger(each, quoted, who, people):
                found.append((_weight(material, each, quoted), each, who.name))
    found.sort(key=lambda row: (-row[0], row[1].place))
    rule = f"quotes:speaker-in-sentence, best of {len(found)}"
    return tuple(Quote(who, material.excerpt(statement, rule)) for statement, who in _chosen(material, found))


def parts(statement: Statement) -> list[re.Match[str]]:
    """The parts of the sentence that are quoted: “..，”他说，“..” has two."""
    if _CLOSES.isdisjoint(statement.simple):
        return []
    return list(_QUOTED.finditer(statement.simple))


def _chosen(material: Material, found: Iterable[tuple[float, Statement, str]]) -> list[tuple[Statement, str]]:
    ranked = list(found)
    chosen: list[tuple[Statement, str]] = []
    for limit, again in ((LIMIT, False), (FEW, True)):
        for weight, statement, who in ranked:
            if len(chosen) >= limit or weight < LEAST_OF_BEST * ranked[0][0]:
                break
            heard = any(said == who for _, said in chosen)
            if heard != again or choosing.printed(material, statement) > 1:
                continue
            if again and _is_foreign(material, statement):  # it may be what is printed already
                continue
            if all(overlap(statement, other) <= SAME_WORDS for other, _ in chosen):
                chosen.append((statement, who))
    return chosen


def _is_foreign(material: Material, statement: Statement) -> bool:
    return material.chinese == weights.latin(statement)


def _printable(statement: Statement, quoted: Sequence[re.Match[str]]) -> bool:
    return (
        not statement.opinion
        and choosing.form_beside_name(statement) >= LEAST_FORM
        and choosing.length(statement.text) <= MOST
        and _length(quoted) >= LEAST
        and "heading" not in statement.sentence.traits
    )


def _length(quoted: Iterable[re.Match[str]]) -> float:
    return sum(choosing.length(part.group()[1:-1]) for part in quoted)


def _speaks_of_a_stranger(
    statement: Statement, quoted: Sequence[re.Match[str]], who: Speaker, people: Mapping[str, Entity]
) -> bool:
    """Whether 他 in the quotation is nobody whom it, its frame or the description of its speaker names."""
    for part in quoted:
        pronoun = _SOMEBODY.search(part.group())
        if pronoun is None:
            continue
        said = part.group()[: pronoun.start()]
        before = statement.simple[: part.start()] + said
        others = (people[key] for key in statement.entities if key in people and key != who.key)
        named = any(name in before for each in others for name in each.spellings)
        somebody_of = not who.key and any(
            name in who.name for each in people.values() for name in each.spellings
        )
        if not (named or somebody_of or _ROLE.search(said) or _ROLE_EN.search(said)):
            return True
    return False


def _weight(material: Material, statement: Statement, quoted: Sequence[re.Match[str]]) -> float:
    share = min(1.0, _length(quoted) / choosing.length(statement.text) + 0.3)
    about = 0.5 + material.relevance[statement.place]
    recent = 0.6 + 0.4 * material.recency[statement.document]
    form = choosing.form_beside_name(statement)
    central = 0.3 + material.central[statement.place]
    fresh = choosing.news_value(material, statement)
    own_language = _FOREIGN if _is_foreign(material, statement) else 1.0
    strength = _strength(material, statement, quoted)
    return about * share * recent * form * central * fresh * own_language * strength


def _strength(material: Material, statement: Statement, quoted: Sequence[re.Match[str]]) -> float:
    """More of who speaks for himself and takes a stand; less of what was once said of another matter."""
    words = " ".join(part.group() for part in quoted)
    own = 1.3 if _FIRST_PERSON.search(words) else 1.0
    stand = 1.25 if _STAND.search(words) or lexicon.DENIAL.search(words) else 1.0
    old = 0.35 if _ONCE_SAID.search(statement.simple) or choosing.is_long_ago(material, statement) else 1.0
    vague = 0.6 if _OTHERS.search(words) else 1.0
    return own * stand * old * vague
