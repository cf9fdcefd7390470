"""Who the story is about: people and organisations, each with the sentence that says most. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from digest.language import script
from digest.model import Person, Theme
from digest.story import choosing, lexicon, slots
from digest.story.entities import Entity
from digest.story.material import Material, Statement
from digest.story.spellings import Spelling

LIMIT, ORGANISATIONS = 10, 6
"""Rows at most, of people and of organisations."""
OFTEN = 4
"""Mentions from which on a person whom only one article names is worth a row."""
LEAST_FORM = 0.28
_MEDIUM = re.compile(
    r"(?:[日晚早周时商邮月]报|周刊|月刊|杂志|通讯社|路透社|彭博社?|新闻社?|电视台|广播公司|Times|Journal|Post|News"
    r"|Magazine|Atlantic|Reuters|Bloomberg|Press)$"
)
"""Who tells the story is not in it."""
_SPEECH = re.compile(r"[“「][^“”]{14,}[”」]|\"[^\"]{30,}\"")
_ASIDE = re.compile(r".*(?:时|期间|之际|以来)$|(?:当|自|自从|在).*(?:后|前|下)[^，]{0,4}$|随着|据")
"""A clause that only says when: whom it names is not whom the sentence is about."""
_THEIRS = re.compile("[他她其]的?")
_MOVES = frozenset(
    {"leave", "join", "found", "appoint", "dismiss", "reinstate", "die", "arrest", "promise", "sue"}
)


def tell(material: Material, entities: Sequence[Entity], theme: Theme) -> tuple[Person, ...]:
    """People whom several articles name, then those one article is about; most told first."""
    known = (
        entity
        for entity in entities
        if entity.kind == "person" and (len(entity.documents) > 1 or entity.mentions >= OFTEN)
    )
    return _rows(material, known, theme, LIMIT, "people", _usable)


def organisations(material: Material, entities: Sequence[Entity], theme: Theme) -> tuple[Person, ...]:
    """Organisations that several articles name and that do something, media apart; most told first."""
    published = {script.simplify(document.publisher or "") for document in material.documents}
    known = (
        entity
        for entity in entities
        if entity.kind == "organisation"
        and len(entity.documents) > 1
        and not any(_MEDIUM.search(spelling) or spelling in published for spelling in entity.spellings)
    )
    return _rows(material, known, theme, ORGANISATIONS, "organisations", _tells_of)


def _rows(
    material: Material,
    known: Iterable[Entity],
    theme: Theme,
    limit: int,
    section: str,
    fits: Callable[[Material, Statement, Entity], bool],
) -> tuple[Person, ...]:
    subject = {word.lower() for word in theme.query}
    told_of = (each for each in known if not subject.issuperset(map(str.lower, each.spellings)))
    # One by one: a row that is not printed must not count its sentence as used.
    rows = (_row(material, entity, section, fits) for entity in told_of)
    return tuple(islice(filter(None, rows), limit))


def _row(
    material: Material, entity: Entity, section: str, fits: Callable[[Material, Statement, Entity], bool]
) -> Person | None:
    """With the sentence that says most of those that fit, or None."""
    told = [each for each in _naming(material, entity) if fits(material, each, entity)]
    if not told:
        return None
    best = max(told, key=lambda each: (_says(material, each, entity), [-part for part in each.place]))
    name = display(material, entity)
    printed = as_printed(material, entity)
    aliases = tuple(dict.fromkeys(printed[each] for each in entity.spellings if printed[each] != name))
    rule = f"{section}:says-most-of-{len(told)}"
    return Person(name, aliases, material.ids(entity.documents), material.excerpt(best, rule))


def display(material: Material, entity: Entity) -> str:
    """The user's spelling, else the fullest in the readers' script, as the articles print it."""
    if entity.key not in material.displayed:
        name = _fullest(material, entity)
        material.displayed[entity.key] = entity.listed or as_printed(material, entity)[name]
    return material.displayed[entity.key]


def _fullest(material: Material, entity: Entity) -> str:
    spellings = [Spelling.of(text) for text in entity.spellings]
    often = _counts(material, entity)

    def rank(spelling: Spelling) -> tuple[bool, bool, bool, bool, int, int, str]:
        wrong_script = spelling.latin == material.chinese
        return (
            spelling.garbled,
            wrong_script and any(other.latin != spelling.latin for other in spellings),
            not spelling.parts,
            len(spelling.parts) > 3,
            -often[spelling.surname] - often[spelling.given],
            -len(spelling.text),
            spelling.text,
        )

    return min(spellings, key=rank).text


def _naming(material: Material, entity: Entity) -> Sequence[Statement]:
    if entity.key in material.subjects:  # their names are no anchors
        return [each for each in material.statements if entity.key in each.entities]
    return material.carriers.get(f"e:{entity.key}", ())


def as_printed(material: Material, entity: Entity) -> dict[str, str]:
    """Each spelling as the articles print it most often: 林國棟 of 林国栋, in a traditional issue."""
    met: dict[str, Counter[str]] = {text: Counter() for text in entity.spellings}
    for statement in _naming(material, entity):
        for text, counts in met.items():
            place = statement.simple.find(text)
            if place >= 0:
                counts[statement.text[place : place + len(text)]] += 1
    return {
        text: min(counts, key=lambda each: (-counts[each], each)) if counts else text
        for text, counts in met.items()
    }


def _counts(material: Material, entity: Entity) -> Counter[str]:
    """How often each part is written: 奥特曼 and 奥尔特曼, 萨姆 and 山姆 of one man."""
    pieces = sorted({piece for text in entity.spellings for piece in (*Spelling.of(text).parts, text)})
    told = [each.simple for each in _naming(material, entity)]
    return Counter({piece: sum(piece in text for text in told) for piece in pieces})


def _usable(material: Material, statement: Statement, entity: Entity) -> bool:
    return choosing.form(statement) >= LEAST_FORM


def _tells_of(material: Material, statement: Statement, entity: Entity) -> bool:
    """The organisation opens a clause that is not an aside: most are only named in passing."""
    place, start, aside = _stand(material, statement, entity)
    text = statement.simple
    name = next((each for each in entity.spellings if text.startswith(each, place)), "")
    opens = _OPENS.fullmatch(text, start, place) and not _BELONGS.match(text, place + len(name))
    return _usable(material, statement, entity) and bool(opens) and not aside


_OPENS = re.compile(r"(?:而|但|不过|随后|目前|如今|and |but |the )?", re.IGNORECASE)
_BELONGS = re.compile(
    r"[ ]?(?:[、和与及的\d]|自己|[^，。]{0,4}(?:教授|创始人|首席|总裁|研究员|科学家|员工|发言人|高管|CEO)"
    r"|'s|’s)",
    re.IGNORECASE,
)
"""Behind an organisation's name: the sentence is about somebody or something of it."""


def _deeds(material: Material, statement: Statement, entity: Entity) -> set[str]:
    if entity.key in material.firms:  # their deeds are no anchors
        told = set(slots.deeds(statement, material.spellings, material.firms))
    else:
        told = {anchor[2:] for anchor in statement.anchors if anchor[0] == "x"}
    return {deed.rpartition(">")[2] for deed in told if deed.startswith(f"{entity.key}>")}


def _says(material: Material, statement: Statement, entity: Entity) -> float:
    """Newest first, then: is the person what the sentence is about, and does it tell of an act?"""
    subject = _subject(material, statement, entity)
    alone = 1.0 if len(material.telling(statement.entities)) < 4 else 0.5
    done = _deeds(material, statement, entity)
    act = 0.4 + 0.6 * bool(done & _MOVES) + 0.25 * bool(done)
    newest = max(material.recency[rank] for rank in entity.documents)
    age = 1.0 - 0.6 * (newest - material.recency[statement.document])
    act *= 0.5 if _SPEECH.search(statement.text) else 1.0
    act *= 0.6 if choosing.is_long_ago(material, statement) else 1.0
    guess = 0.6 if lexicon.HEDGE.search(statement.folded) else 1.0
    fresh = choosing.freshness(material, statement)
    return subject * alone * act * age * guess * choosing.form(statement) * (0.3 + 0.7 * fresh)


def _subject(material: Material, statement: Statement, entity: Entity) -> float:
    """1 when the sentence is about the entity: named first, at the start of a clause that is not an aside."""
    place, start, aside = _stand(material, statement, entity)
    others = material.telling(statement.entities)
    first = entity.key == (statement.entities if entity.key in material.subjects else others)[0]
    opens = 1.0 if place - start < 6 else 0.75 if place - start < 16 else 0.5
    later = 0.8 if start else 1.0
    name = next((each for each in entity.spellings if statement.simple.startswith(each, place)), "")
    own = 0.6 if _OF_THEIRS.match(statement.simple, place + len(name)) else 1.0
    return opens * later * (1.0 if first else 0.6) * (0.4 if aside else 1.0) * own


_OF_THEIRS = re.compile(r"[ ]?(?:[(（][^()（）]*[)）])?(?:的|['’]s )")
"""Behind a name: the sentence is about somebody or something of the bearer's."""


def _stand(material: Material, statement: Statement, entity: Entity) -> tuple[int, int, bool]:
    """Where the entity is named first, where that clause starts, and whether it is an aside."""
    text = statement.simple
    place = min((found for name in entity.spellings if (found := text.find(name)) >= 0), default=len(text))
    start = max(text.rfind(mark, 0, place) for mark in "，。；：,;:") + 1
    start += len(text[start:place]) - len(text[start:place].lstrip())
    end = min((found for mark in "，。；,;" if (found := text.find(mark, place)) >= 0), default=len(text))
    clause = text[start:end]
    return (
        place,
        start,
        bool(_ASIDE.match(clause))
        or (clause.endswith("后") and _goes_on(material, statement, entity, end + 1)),
    )


def _goes_on(material: Material, statement: Statement, entity: Entity, place: int) -> bool:
    """Whether somebody else, or somebody of the entity's, is named at *place*."""
    others = (each for key in statement.entities if key != entity.key for each in material.spellings[key])
    return bool(_THEIRS.match(statement.simple, place)) or statement.simple.startswith(tuple(others), place)
