"""What people said, whole sentences in which the speaker is named or described. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.language import script
from digest.model import Quote
from digest.story import choosing
from digest.story.entities import Entity
from digest.story.material import Material, Statement
from digest.story.people import display

LIMIT = 4
LEAST, MOST = 12, 130
"""Length of what is quoted, and of the whole sentence, in Chinese characters."""
LEAST_FORM = 0.22
"""Of 该发言人说 as well: the speaker is printed beside it."""

_QUOTED = re.compile(r"“[^“”「」]{8,}[”」]|「[^“”「」]{8,}[”」]|\"[^\"]{24,}\"")
_VERB = re.compile(
    r"(?:表示|说道|说到|说|写道|指出|回应|坦言|强调|补充|评价|认为|透露|告诉[^，：]{1,10}|宣布|直言|问道|反问|解释|警告|呼吁|称(?!为|之|作|赞|号|道|职)|发文|感叹|喊|回忆)"
    r"|\b(?:said|says|told|wrote|writes|added|announced|warned|argued|insisted|posted|tweeted|explained|recalled)\b"
)
_CLAUSE_END = re.compile(r"[，。；！？：,;!?:]")
_OFFICES = (
    "员工|雇员|发言人|知情人士|人士|专家|分析师|负责人|居民|乘客|船员|工人|幸存者|目击者|律师|教授|官员|创始人|总裁|主席|会长|部长|"
    "董事长|家属|代表|主任|船长|司机|医生|研究员|工程师|队长|局长|首席执行官|总监|经理|科学家|学者|员|长"
)
_DESCRIBED = re.compile(
    rf"(?:一[名位]|该|这[名位]|[一-龥A-Za-z·]{{1,12}}(?:的"
    rf"|之)?)?[一-龥A-Za-z ]{{0,10}}(?:{_OFFICES})(?=$|[对在向于还也则曾就随])"
)
_DESCRIBED_EN = re.compile(
    r"\b(?:an?|the|one|another|[A-Z][\w'’]+(?:'s|’s)?)(?: [\w'’-]+){0,4} (?:employee"
    r"|spokes\w+|official|analyst|resident|passenger|"
    r"worker|survivor|witness|lawyer|professor|minister|founder|chief|officer|director|chair\w*|captain|engineer|scientist)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"网友|有人|人们|大家|很多人|不少人|^[ ]*(?:他们|她们|they|it)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"[ ]*(?:他(?!们|人)|她(?!们)|(?:he|she)\b)", re.IGNORECASE)


def tell(material: Material, entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Best first; of different speakers, no sentence that the issue prints twice already."""
    people = {entity.key: entity for entity in entities if entity.kind == "person"}
    found: list[tuple[float, Statement, str]] = []
    for each in material.statements:
        quoted = _QUOTED.search(each.simple)
        if quoted and _printable(each, quoted):
            who = speaker(material, each, quoted, people)
            if who:
                found.append((_weight(material, each, quoted), each, who))
    found.sort(key=lambda row: (-row[0], row[1].place))
    chosen: list[tuple[Statement, str]] = []
    for _, statement, who in found:
        if (
            len(chosen) < LIMIT
            and who not in {said for _, said in chosen}
            and material.used[statement.place] < 2
        ):
            chosen.append((statement, who))
    rule = f"quotes:speaker-in-sentence, best of {len(found)}"
    return tuple(Quote(who, material.excerpt(statement, rule)) for statement, who in chosen)


def _printable(statement: Statement, quoted: re.Match[str]) -> bool:
    return (
        not statement.opinion
        and choosing.form(statement) >= LEAST_FORM
        and choosing.length(statement.text) <= MOST
        and choosing.length(quoted.group()) >= LEAST
        and "heading" not in statement.sentence.traits
    )


def _weight(material: Material, statement: Statement, quoted: re.Match[str]) -> float:
    share = min(1.0, choosing.length(quoted.group()) / choosing.length(statement.text) + 0.3)
    about = 0.5 + material.relevance[statement.place]
    return (
        about
        * share
        * (0.6 + 0.4 * material.recency[statement.document])
        * choosing.worth(material, statement)
    )


def speaker(
    material: Material, statement: Statement, quoted: re.Match[str], people: dict[str, Entity]
) -> str:
    """Who says what is quoted: a name as it is printed elsewhere, or the words that describe them; or "".

    A quotation that is a sentence of its own has its speaker in the next; he
    or she is the one person named in the sentence before.
    """
    text, named = statement.simple, statement.entities
    clauses = _clauses(text, quoted)
    if not "".join(clauses).strip():
        text = _beside(material, statement, 1)
        named = material.named(material.id(statement), text)
        clauses = ["", _CLAUSE_END.split(text, maxsplit=1)[0]]
    for place, clause in enumerate(clauses):
        verb = _VERB.search(clause)
        if verb and _PRONOUN.match(clause):
            return _named_before(material, statement, people)
        if not verb or _NOBODY.search(clause):
            continue
        before, behind = clause[: verb.start()], clause[verb.end() :]
        who = _who(material, named, before, people) or (
            _who(material, named, behind, people) if place and verb.group().isascii() else ""
        )
        if who:
            who = _whose(material, statement, who)
            start = statement.simple.find(who)
            return statement.text[start : start + len(who)] if start >= 0 else who
    return ""


def _named_before(material: Material, statement: Statement, people: dict[str, Entity]) -> str:
    """Whom 他 means: the one person that the sentence before names, or ""."""
    before = _beside(material, statement, -1)
    named = [key for key in material.named(material.id(statement), before) if key in people]
    return display(material, people[named[0]]) if len(named) == 1 else ""


def _beside(material: Material, statement: Statement, step: int) -> str:
    """The simplified sentence *step* places after *statement*, or before it; "" outside its paragraph."""
    sentences = material.documents[statement.document].sentences
    place = statement.index + step
    if not 0 <= place < len(sentences) or sentences[place].paragraph != statement.sentence.paragraph:
        return ""
    return script.simplify(sentences[place].text)


def _whose(material: Material, statement: Statement, who: str) -> str:
    """穆拉蒂的发言人 for 该发言人, when the sentence before says whose; else *who* itself."""
    match = re.fullmatch(r"(?:该|这[名位])(?P<office>.+)", who)
    if not match:
        return who
    before = _beside(material, statement, -1)
    full = re.findall(rf"[^，。；：、“”]{{1,14}}?(?:的|之)?{re.escape(match['office'])}", before)
    return str(full[-1]).strip() if full else who


def _clauses(text: str, quoted: re.Match[str]) -> list[str]:
    """The clause that leads to the quotation and the one that follows it."""
    before = text[: quoted.start()].rstrip(" ，,：:")
    after = text[quoted.end() :].lstrip(" ，,")
    ends = [match.end() for match in _CLAUSE_END.finditer(before)]
    lead = before[ends[-1] :] if ends else before
    tail = _CLAUSE_END.split(after, maxsplit=1)[0]
    return [lead, tail]


def _who(material: Material, entities: Sequence[str], words: str, people: dict[str, Entity]) -> str:
    described = (_DESCRIBED_EN if words.isascii() else _DESCRIBED).search(words)
    named = [
        (words.find(spelling), key)
        for key in entities
        if key in people
        for spelling in people[key].spellings
        if spelling in words
    ]
    keys = {key for _, key in named}
    if len(keys) == 1 and not re.search(r"的(?:发言人|律师|代表|同事|家属|妻子|丈夫)|(?:'s|’s) \w+", words):
        return display(material, people[keys.pop()])
    if described and (len(described.group().strip()) > 2 and not (keys and len(keys) > 1)):
        return described.group().strip()
    return ""
