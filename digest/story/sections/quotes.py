"""What people said: whole sentences whose speaker is named or described, understood alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from digest.language import _name_data, alternatives
from digest.language.lazy import regex
from digest.language.quotation import OPENING, outside
from digest.model import Quote
from digest.story.matching import weights
from digest.story.matching.spread import says_the_same
from digest.story.names.entities import Entity
from digest.story.sections.quoted import is_whole, length, parts
from digest.story.sections.speakers import Speaker, speaker
from digest.story.statements import choosing, lexicon, standing
from digest.story.statements.material import Material, Statement

LIMIT, FEW, LEAST_ROWS = 8, 5, 4
"""Quotations at most; of one speaker more than two only where there are fewer than `FEW`, and one that
another section prints only where there are fewer than `LEAST_ROWS`."""
LEAST_OF_BEST, LEAST_OF_SECOND, LEAST_OF_FEW = 0.15, 0.3, 0.08
"""Share of the best one's weight that the others must have; that the second of a speaker must have; that
is enough for another voice where there are fewer than `LEAST_ROWS`."""
LEAST, LEAST_WHOLE, MOST = 8, 5, 150
"""Length in Chinese characters: of what is quoted, less of whole sentences; of the sentence around it."""
LEAST_TERM = 10
"""..of a piece that need not say anything by the look of it: what is shorter may be a term."""
LEAST_OF_BODY = 20
"""..of a piece in a sentence of the author's, where a body says it."""
LEAST_FORM = 0.22
"""Of 该发言人说 as well: the speaker is printed beside it."""
_FOREIGN = 0.7
"""What somebody's words are worth in another language than the readers'."""

_CLAUSES = regex("[，；,;]")
_SPOKESMAN = regex(r"发言人|公关|客服|\bspokes\w+", re.IGNORECASE)
_FIRST_PERSON = regex(r"我|咱|\b(?:I|we|my|our|us|me)\b", re.IGNORECASE)
_STAND = regex(
    r"不(?:是|能|会|该|应|再|敢|愿|配|可|想|要)|没(?:有|人)|从未|绝不|却|而是|本该|必须|应该|只有|只是|失去|为什么"
    r"|\b(?:never|not|nobody|no one|should|must|cannot|only|instead|wrong|lied?|failed?)\b|n['’]t\b"
)
"""Words of somebody who takes a stand: a reason, an accusation, a denial."""
_ONCE_SAID = regex(
    r"曾(?:经)?(?:[^，。“]{0,8}?)(?:表示|说|写|称|指出|评价|感叹|透露)"
    r"|\b(?:once|previously) (?:said|told|wrote)\b"
)
_SOMEBODY = regex(r"(?<![其吉])[他她](?!人|们|国|乡|日)|\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
_OTHERS = regex(r"(?<!其)[他她]们|\b(?:they|them|their)\b", re.IGNORECASE)
_ROLES = {*_name_data.ROLES_ZH, *_name_data.ROLES_MORE_ZH} - {*_name_data.CROWD_ZH}
_ROLE = regex(alternatives.pattern(sorted(_ROLES)) + "|[个位名]人|这[名位][^，。；]{2,6}")
_ROLE_EN = regex(
    r"\b(?:man|woman|person|boss|president|chief|doctor|father|mother|son|daughter)\b", re.IGNORECASE
)


def tell(material: Material, entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Best first; of different speakers, no two that say the same, none that is printed twice already."""
    known = {entity.key: entity for entity in entities if entity.kind != "unknown"}
    people = {key: entity for key, entity in known.items() if entity.kind == "person"}
    found: list[tuple[float, Statement, Speaker]] = []
    for each in material.having(OPENING):
        quoted = parts(each)
        if quoted and _printable(each, quoted):
            who = speaker(material, each, quoted, known)
            if who.body and not is_whole(quoted) and length(quoted) < LEAST_OF_BODY:
                continue  # a sign that an authority wants put up
            if who.name and not _speaks_of_a_stranger(each, quoted, who, people):
                found.append((_weight(material, each, quoted, who, people), each, who))
    found.sort(key=lambda row: (-row[0], row[1].place))
    rule = f"quotes:speaker-in-sentence, best of {len(found)}"
    chosen = _chosen(material, found)
    material.beside.update(statement.place for statement, _ in chosen)
    return tuple(Quote(who.name, material.excerpt(statement, rule)) for statement, who in chosen)


def _chosen(
    material: Material, found: Iterable[tuple[float, Statement, Speaker]]
) -> list[tuple[Statement, Speaker]]:
    """In rounds: one of each speaker; a second; more of those who speak alone; what stands elsewhere, too."""
    ranked = list(found)
    chosen: list[tuple[Statement, Speaker]] = []
    rounds = (
        (LIMIT, 0, LEAST_OF_BEST, 0),
        (LIMIT, 1, LEAST_OF_SECOND, 0),
        (FEW, LIMIT, LEAST_OF_BEST, 0),
        (LEAST_ROWS, 0, LEAST_OF_BEST, 1),
        (LEAST_ROWS, 0, LEAST_OF_FEW, 0),
    )
    for limit, heard, least, sections in rounds:
        for weight, statement, who in ranked:
            if len(chosen) >= limit or weight < least * ranked[0][0]:
                break
            said = [other for other, speaks in chosen if speaks.name == who.name]
            if said and not is_whole(parts(statement)):
                continue
            if len(said) > heard or choosing.printed(material, statement) > sections:
                continue
            # In another language it may be what is printed already.
            if any(_is_foreign(material, each) != _is_foreign(material, statement) for each in said):
                continue
            if (statement, who) in chosen or any(
                _is_heard(material, statement, who, *each) for each in chosen
            ):
                continue
            chosen.append((statement, who))
    return _in_order([row for row in chosen if not _is_scrap(row[0], chosen)])


def _is_scrap(statement: Statement, chosen: Iterable[tuple[Statement, Speaker]]) -> bool:
    """Whether it has but a few quoted words in what the author says, where somebody is quoted in whole."""
    quoted = parts(statement)
    scrap = not is_whole(quoted) and length(quoted) < _SCRAP * choosing.length(statement.text)
    return scrap and any(is_whole(parts(other)) for other, _ in chosen)


_SCRAP = 0.3
"""Share of a sentence that is quoted, below which its author speaks, not whom he quotes."""


def _in_order(chosen: list[tuple[Statement, Speaker]]) -> list[tuple[Statement, Speaker]]:
    """Whole sentences first; another expert after the first, and nowhere if there is none."""
    ranked = sorted(chosen, key=lambda row: not is_whole(parts(row[0])))
    others = [row for row in ranked if _ANOTHER.match(row[1].name)]
    first = [row for row in ranked if row not in others]
    for row in others:
        places = [
            at for at, (each, who) in enumerate(first) if not who.key and each.document == row[0].document
        ]
        if places:
            first.insert(places[-1] + 1, row)
    return first


_ANOTHER = regex("另[一外]|another\\b|a second\\b", re.IGNORECASE)


def _is_heard(
    material: Material, statement: Statement, who: Speaker, other: Statement, said: Speaker
) -> bool:
    """Whether a reader would meet one quotation twice: in like words, or in two translations.

    Sources without a name whom two articles quote in some of the same words may be one;
    what a body says is no source's.
    """
    if _shares_words(parts(statement), parts(other)):
        return True
    nameless = not (who.key or said.key or who.body or said.body)
    if nameless and statement.document != other.document:
        return len(statement.words & other.words) >= _WORDS_OF_ONE
    return says_the_same(material, statement, other)


_WORDS_OF_ONE = 3


def _shares_words(one: Iterable[re.Match[str]], other: Iterable[re.Match[str]]) -> bool:
    """Whether a part of one has all the words of a part of the other: who quotes less quotes the same."""
    mine, theirs = ([_MARKS.sub("", part.group()) for part in quoted] for quoted in (one, other))
    return any(a in b or b in a for a in mine for b in theirs)


_MARKS = regex(r"\W+")


def _is_foreign(material: Material, statement: Statement) -> bool:
    return material.chinese == weights.latin(statement)


def _printable(statement: Statement, quoted: Sequence[re.Match[str]]) -> bool:
    return (
        not statement.opinion
        and choosing.form_beside_name(statement) >= LEAST_FORM
        and choosing.length(statement.text) <= MOST
        and (length(quoted) >= LEAST_WHOLE if is_whole(quoted) else _tells(quoted))
    )


def _tells(quoted: Sequence[re.Match[str]]) -> bool:
    """Whether a piece says something, and is no term: “400多天非人道的折磨”, not “特别指定国民清单”."""
    said = length(quoted)
    return said >= LEAST_TERM or (said >= LEAST and any(_SAYS.search(part.group()) for part in quoted))


_SAYS = regex("[我你他她不没是的了吧吗很太应要会]")


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


def _weight(
    material: Material,
    statement: Statement,
    quoted: Sequence[re.Match[str]],
    who: Speaker,
    people: Mapping[str, Entity],
) -> float:
    share = min(1.0, length(quoted) / choosing.length(statement.text) + 0.3)
    about = 0.5 + material.relevance[statement.place]
    recent = 0.6 + 0.4 * material.recency[statement.document]
    form = choosing.form_beside_name(statement)
    central = 0.3 + material.central[statement.place]
    fresh = choosing.news_value(material, statement)
    own_language = _FOREIGN if _is_foreign(material, statement) else 1.0
    strength = _strength(material, statement, quoted)
    voice = _standing(statement, who, people)
    pointed = _POINTED if _POINTS.match(statement.simple) else 1.0
    return about * share * recent * form * central * fresh * own_language * strength * voice * pointed


_POINTS, _POINTED = regex(r"该|这[名位]|其|[他她](?!们)|(?:he|she)\b", re.IGNORECASE), 0.7
"""该发言人说.. is understood by the line beneath it only."""


def _standing(statement: Statement, who: Speaker, people: Mapping[str, Entity]) -> float:
    """More of those whom several articles name; less of who is paid to speak."""
    if _SPOKESMAN.search(outside(statement.simple)):
        return _PAID
    if who.key in people:
        return 1.0 + _TOLD_OF * min(3, len(people[who.key].documents) - 1)
    return _NAMELESS if who.key or who.body or _IN_IT.search(who.name) else _BYSTANDER


_TOLD_OF, _NAMELESS, _PAID, _BYSTANDER = 0.1, 0.85, 0.7, 0.5
_IN_IT = regex(
    "内部|员工|职员|知情|接近|高管|董事|成员|乘客|幸存|遇难|家属|家长|患者|消费者|受害|目击|居民|母亲|父亲|妻|律师|船员|司机|警|官员|发言人|学生|教师|专家|教授"
    "|employee|insider|executive|passenger|survivor|witness|resident|relative|victim|official|lawyer|mother|father"
    "|crew|staff|worker|expert|specialist|professor",
    re.IGNORECASE,
)
"""In the description of whom nobody names: he was there, belongs to what is told of, or knows the matter."""


def _strength(material: Material, statement: Statement, quoted: Sequence[re.Match[str]]) -> float:
    """More of who speaks for himself and takes a stand; less of what was once said of another matter."""
    words = " ".join(part.group() for part in quoted)
    own = 1.3 if _FIRST_PERSON.search(words) else 1.0
    stand = 1.25 if _STAND.search(words) or lexicon.DENIAL.search(words) else 1.0
    old = 0.1 if _ONCE_SAID.search(statement.simple) or choosing.is_long_ago(material, statement) else 1.0
    vague = 0.6 if _OTHERS.search(words) else 1.0
    piece = 1.0 if is_whole(quoted) else _CLAUSE if _CLAUSES.search(words) else _PIECE
    alone = not outside(statement.simple).strip(" ,.，。")
    leans = _LEANING[standing.grade(quoted[0].group()[1:-1].lower())] if alone else 1.0
    return own * stand * old * vague * piece * leans


_LEANING = {standing.STANDS: 1.0, standing.LEANS: 0.8, standing.ADRIFT: 1.0, standing.DANGLES: 0.6}
"""What words without a frame are worth: they go on with what was said before them: and.., this shows.."""
_CLAUSE, _PIECE = 0.6, 0.35
"""What a clause, and a phrase, in a sentence of the author's are worth: there the author chose the words."""
