"""By which name somebody is printed, of all that the articles write. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from digest.language._scan import is_word
from digest.story.names.entities import Entity
from digest.story.names.mentions import is_tail
from digest.story.names.spellings import Spelling, ocr
from digest.story.statements.material import Material, Statement


def display(material: Material, entity: Entity) -> str:
    """The user's spelling, else the fullest in the readers' script, as the articles print it."""
    if entity.key not in material.displayed:
        name = _fullest(material, entity)
        material.displayed[entity.key] = entity.listed or as_printed(material, entity)[name]
    return material.displayed[entity.key]


def aliases(material: Material, entity: Entity) -> tuple[str, ...]:
    """The other names, as printed: no debris of broken text, no given name whose full one stands."""
    name, printed = display(material, entity), as_printed(material, entity)
    spellings = _spellings(material, entity)
    given = {spelling.given for spelling in spellings if spelling.parts}
    whole = {
        ocr(part) for spelling in spellings for part in (spelling.text, *spelling.parts) if part[:1].isupper()
    }
    shown = [
        printed[spelling.text]
        for spelling in spellings
        if not spelling.garbled
        and spelling.text not in given
        and not is_tail(spelling.text)
        # llya beside Ilya: a slip of the scanner
        and not (spelling.text[:1].islower() and ocr(spelling.text) in whole)
    ]
    return tuple(dict.fromkeys(each for each in shown if each != name))


def _spellings(material: Material, entity: Entity) -> list[Spelling]:
    """Those of the entity, but for one to which the end of the word before it is glued."""
    return [
        Spelling.of(text)
        for text in entity.spellings
        if not (text[1:] in entity.spellings and _is_glued(material, entity, text))
    ]


def _is_glued(material: Material, entity: Entity, spelling: str) -> bool:
    """Whether its first character is the end of the word before it, wherever it stands: 经|历海岬银行."""
    found = [
        (each.simple, place)
        for each in naming(material, entity)
        if (place := each.simple.find(spelling)) >= 0
    ]
    return bool(found) and all(
        is_word(text[max(0, place - 1) : place + 1]) and place for text, place in found
    )


def as_printed(material: Material, entity: Entity) -> dict[str, str]:
    """Each spelling as the articles print it most often: 林國棟 of 林国栋, in a traditional issue."""
    told = naming(material, entity)
    if all(statement.text == statement.simple for statement in told):
        return dict(zip(entity.spellings, entity.spellings, strict=True))
    met: dict[str, Counter[str]] = {text: Counter() for text in entity.spellings}
    for statement in told:
        for text, counts in met.items():
            place = statement.simple.find(text)
            if place >= 0:
                counts[statement.text[place : place + len(text)]] += 1
    return {
        text: min(counts, key=lambda each: (-counts[each], each)) if counts else text
        for text, counts in met.items()
    }


def _fullest(material: Material, entity: Entity) -> str:
    spellings = _spellings(material, entity)
    often = _counts(material, entity)
    most = max((often[spelling.text] for spelling in spellings), default=0)

    def rank(spelling: Spelling) -> tuple[bool, bool, bool, bool, int, int, str]:
        wrong_script = spelling.latin == material.chinese
        wrong_script = wrong_script and any(other.latin != spelling.latin for other in spellings)
        if entity.kind == "organisation":  # 星澜汽车, neither 星澜 nor 星澜汽车有限公司
            legal = spelling.text.endswith(("公司", "Ltd", "Inc", "Inc."))
            # 星澜游戏, written once, may be a slip: what the articles write is 星澜.
            rare = often[spelling.text] * _SELDOM < most
            return spelling.garbled, wrong_script, legal, rare, 0, -len(spelling.text), spelling.text
        return (
            spelling.garbled,
            wrong_script or "某" in spelling.text,
            not spelling.parts,
            len(spelling.parts) > 3,
            -often[spelling.surname] - often[spelling.given],
            -len(spelling.text),
            spelling.text,
        )

    return min(spellings, key=rank).text


_SELDOM = 8
"""A name that another spelling is written more often than so many times is not the one to print."""


def _counts(material: Material, entity: Entity) -> Counter[str]:
    """How often each part is written: 奥特曼 and 奥尔特曼, 萨姆 and 山姆 of one man."""
    pieces = sorted({piece for text in entity.spellings for piece in (*Spelling.of(text).parts, text)})
    told = [each.simple for each in naming(material, entity)]
    return Counter({piece: sum(piece in text for text in told) for piece in pieces})


def naming(material: Material, entity: Entity) -> Sequence[Statement]:
    """The statements that name the entity, in reading order."""
    if entity.key in material.subjects:  # their names are no anchors
        return [each for each in material.statements if entity.key in each.entities]
    return material.carriers.get(f"e:{entity.key}", ())
