"""Whether a sentence is of somebody: he does, says or suffers what it tells. Pure."""

from __future__ import annotations

from digest.language.lazy import regex
from digest.story.names.entities import Entity
from digest.story.people import portraits, speech
from digest.story.people.subjects import IN_IT, SUBJECT, named_at, stand, subject
from digest.story.statements import choosing
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import Material, Statement

LISTED = 3
"""People from so many on whom one sentence names are listed: it tells nothing of any by himself."""
LEAST_FORM = 0.5
"""Of what tells no change: there a reader misses what stood before, or the end."""
_OPENS_ON = regex(
    "(?:[他她它]们|这(?![次场一])|那(?![次场一])|其中|其(?!他)|该)|(?:they|these|those|such)\\b"
)
"""Opens on what stood before: its subject is nobody whom it names."""
_JUDGES_ANOTHER = regex(
    "(?:[(（][^()（）]*[)）])?(?:[也还都又曾经这那样如此公开]){0,6}(?:称赞|赞扬|赞赏|评价|形容|夸赞|感谢|致敬)(?!自己)"
)
_OF_HIS_SIDE = regex(
    "(?:[(（][^()（）]*[)）])?(?:等人)?(?:一派|阵营|一方|派(?=[和与的及、])|系(?=[和与的及、]))"
)


@once_for_copies
def is_about(material: Material, statement: Statement, entity: Entity) -> bool:
    """Whether the person is its subject, speaks, or it tells his change of state; not his side, nor a list.

    One whom several articles name may have one that says who he is, where his office stands beside him.
    """
    if choosing.form(statement) < LEAST_FORM and not portraits.changes(material, statement, entity):
        return False
    opens_on = _OPENS_ON.match(statement.folded) is not None
    if _tells_of_another(material, statement, entity) or (
        opens_on and not _is_fate(material, statement, entity)
    ):
        return False
    about, listed = subject(material, statement, entity), is_listed(material, statement)
    planned = portraits.is_planned(statement)
    if about >= SUBJECT and not (listed and planned):
        return True
    if about >= IN_IT and not planned and portraits.changes(material, statement, entity):
        return True
    if listed:
        return False
    if speech.speaks(material, statement, entity):
        return True
    return len(entity.documents) > 1 and portraits.says_who(statement, entity)


def was_in_it(material: Material, statement: Statement, entity: Entity) -> bool:
    """Whether it tells a change of his own, years ago: what a story remembers of one whom several name."""
    return (
        portraits.usable(material, statement, entity)
        and is_about(material, statement, entity)
        and subject(material, statement, entity) >= SUBJECT
        and bool(portraits.changes(material, statement, entity))
        and not choosing.leans(statement)
    )


def is_listed(material: Material, statement: Statement) -> bool:
    return sum(key not in material.firms for key in statement.entities) >= LISTED


def _is_fate(material: Material, statement: Statement, entity: Entity) -> bool:
    """这些压力导致|何以宁离职: what happened to him, whatever it opens on; 他们要求|何以宁离职 is of them."""
    if statement.folded.startswith(("他们", "她们", "they ")):
        return False
    return subject(material, statement, entity) >= IN_IT and bool(
        portraits.changes(material, statement, entity)
    )


def _tells_of_another(material: Material, statement: Statement, entity: Entity) -> bool:
    """何以宁|也曾这样称赞陆闻: about whom he praises; 何以宁|派和投资人..: about a camp."""
    text, place = statement.simple, stand(material, statement, entity).place
    behind = place + len(named_at(text, place, entity))
    if _OF_HIS_SIDE.match(text, behind):
        return True
    found = _JUDGES_ANOTHER.match(text, behind)
    others = (key for key in statement.entities if key != entity.key)
    return found is not None and any(
        text.find(name, found.end()) >= 0 for key in others for name in material.spellings.get(key, ())
    )
