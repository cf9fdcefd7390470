"""Who the story is about: people and organisations, each with the sentence that says most. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from digest.language import script
from digest.model import Person, Theme
from digest.story import choosing, firms, portraits
from digest.story.entities import Entity
from digest.story.material import Material, Statement
from digest.story.naming import aliases, display, naming
from digest.story.spellings import Spelling

LIMIT, ORGANISATIONS = 12, 8
"""Rows at most, of people and of organisations."""
OFTEN = 4
"""Mentions from which on a person whom only one article names is worth a row, whatever they do."""
_TWICE = 0.3
"""What a sentence is worth for a second person or organisation."""
_MEDIUM = re.compile(
    r"(?:[日晚早周时商邮月]报|周刊|月刊|杂志|通讯社|路透社|彭博社?|新闻社?|电视台|广播公司|Times|Journal|Post|News"
    r"|Magazine|Atlantic|Reuters|Bloomberg|Press)$"
)
"""Who tells the story is not in it, unless.."""
_FIRST_TOLD = re.compile(r"最早|率先|首先|首度|独家|第一个|first (?:reported|disclosed|revealed)")
"""..it was the first to tell, or brought to light what the story turns on."""


def tell(material: Material, entities: Sequence[Entity], theme: Theme) -> tuple[Person, ...]:
    """Those who move the story first: who leaves, joins, is named now; then who speaks; then who is told of.

    Whom several articles name has a place before whom one names. Of those whom
    one article alone names, only who acts, or is named often.
    """
    ranks: dict[str, tuple[int, bool]] = {}
    for entity in entities:
        if entity.kind == "person" and not _asked(entity, theme):
            ranks[entity.key] = _part(material, entity), entity.mentions < OFTEN
    known = [
        entity
        for entity in entities
        if entity.key in ranks
        and (len(entity.documents) > 1 or entity.mentions >= OFTEN or ranks[entity.key][0] < _TOLD_OF)
    ]
    told = [entity for entity in known if len(entity.documents) > 1]
    several = [entity for entity in told if ranks[entity.key][0] < _TOLD_OF]
    movers = [entity for entity in known if entity not in told and ranks[entity.key][0] == _MOVES]
    others = [entity for entity in known if entity not in told and entity not in movers]
    others.sort(key=lambda entity: ranks[entity.key])
    room = LIMIT - len(told)
    background = [entity for entity in told if entity not in several]
    chosen = [*several, *[*movers, *others][: max(0, room)], *background]
    return _rows(material, chosen, LIMIT, "people", portraits.usable)


_MOVES, _SPEAKS, _TOLD_OF = range(3)
"""The parts that people have in a story."""


def _part(material: Material, entity: Entity) -> int:
    """`_MOVES` when a sentence tells of a change of theirs, now; `_SPEAKS` when they are on record now."""
    told = [
        each
        for each in naming(material, entity)
        if portraits.usable(material, each, entity) and not choosing.is_long_ago(material, each)
    ]
    if any(portraits.changed(material, each, entity) for each in told):
        return _MOVES
    return _SPEAKS if any(portraits.speaks(material, each, entity) for each in told) else _TOLD_OF


def organisations(material: Material, entities: Sequence[Entity], theme: Theme) -> tuple[Person, ...]:
    """Organisations that do something, media apart: those of several articles, most told first, then others.

    One that a single article names is known by its name in the readers'
    script: in another it may be one that the others call by its own.
    """
    published = {script.simplify(document.publisher or "") for document in material.documents}
    known = [
        entity
        for entity in entities
        if entity.kind == "organisation"
        and not _asked(entity, theme)
        and not any(spelling in published for spelling in entity.spellings)
        and (len(entity.documents) > 1 or _is_of_readers(material, entity))
    ]
    return _rows(material, known, ORGANISATIONS, "organisations", _tells_of)


def _is_of_readers(material: Material, entity: Entity) -> bool:
    return not material.chinese or any(not Spelling.of(text).latin for text in entity.spellings)


def _asked(entity: Entity, theme: Theme) -> bool:
    """Whether the theme asks for it, under all its names: who asks knows."""
    return {word.lower() for word in theme.query}.issuperset(map(str.lower, entity.spellings))


def _tells_of(material: Material, statement: Statement, entity: Entity) -> bool:
    if entity.medium or _is_medium(entity.spellings):
        return portraits.usable(material, statement, entity) and (
            _FIRST_TOLD.search(statement.simple) is not None or firms.broke(material, statement, entity)
        )
    return firms.tells(material, statement, entity)


@lru_cache(maxsize=4096)
def _is_medium(spellings: tuple[str, ...]) -> bool:
    return any(map(_MEDIUM.search, spellings))


def _rows(
    material: Material,
    known: Iterable[Entity],
    limit: int,
    section: str,
    fits: Callable[[Material, Statement, Entity], bool],
) -> tuple[Person, ...]:
    rows: list[Person] = []
    taken: set[tuple[int, int]] = set()
    for entity in known:
        if len(rows) == limit:
            break
        # One by one: a row that is not printed must not count its sentence as used.
        best = _best(
            [each for each in naming(material, entity) if fits(material, each, entity)],
            material,
            entity,
            taken,
        )
        if best:
            taken.add(best[0].place)
            excerpt = material.excerpt(best[0], f"{section}:says-most-of-{best[1]}")
            name = display(material, entity)
            rows.append(Person(name, aliases(material, entity), material.ids(entity.documents), excerpt))
    return tuple(rows)


def _best(
    told: Sequence[Statement], material: Material, entity: Entity, taken: set[tuple[int, int]]
) -> tuple[Statement, int] | None:
    """The one of *told* that says most and is not another's already, and of how many."""
    ended = portraits.ended(material, told, entity)
    newest = [each for each in told if portraits.starts(material, each, entity)]

    def worth(statement: Statement) -> tuple[float, list[int]]:
        says = portraits.says(material, statement, entity, ended)
        # Where two went together is the newest of both: it is told twice before what it has overtaken is.
        again = statement.place in taken and statement not in newest
        return says * (_TWICE if again else 1.0), [-part for part in statement.place]

    return (max(told, key=worth), len(told)) if told else None
