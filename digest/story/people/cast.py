"""Who the story is about: people and organisations, each with the sentence that says most. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from itertools import chain

from digest.language import script
from digest.language.lazy import regex
from digest.model import Person, Theme
from digest.story.names.entities import Entity
from digest.story.names.naming import aliases, display, naming
from digest.story.names.spellings import Spelling
from digest.story.people import about, firms, portraits, roles, speech
from digest.story.people.subjects import IN_IT, named_at, stand, subject
from digest.story.statements import choosing, past
from digest.story.statements.material import Material, Statement

LIMIT, ORGANISATIONS = 12, 8
"""Rows at most, of people and of organisations."""
FEWEST = 4
"""Rows up to which a sentence stands there that the page prints elsewhere, too, of whom one article names."""
OFTEN = 4
"""Mentions from which on a person whom only one article names is worth a row, whatever they do."""
_TWICE, _GOOD = 0.3, 0.1
"""What a sentence is worth for a second person or organisation; what one is worth that somebody says."""
_STANDS = 0.8
"""The form of what is told instead of a sentence that stands twice above."""
_OF_SEVERAL = 3
"""Articles that name a body which has a row though it does nothing, or a person though a quotation beside
tells his end."""
Place = tuple[int, int]
_MEDIUM = regex(
    r"(?:[日晚早周时商邮月]报|周刊|月刊|杂志|通讯社|新华社|美联社|法新社|路透社|彭博社?|新闻社?|电视台|广播公司|Times|Journal|Post|News"
    r"|Magazine|Atlantic|Reuters|Bloomberg|Press)$"
)
"""Who tells the story is not in it, unless.."""
_FIRST_TOLD = regex(
    r"(?:最早|率先|首先|首度|独家|第一个)[^，。；]{0,24}?(?:报[道导]|披露|曝光|爆出|揭露|刊[登出]|透露|发布|证实|公开|发表)"
    r"|first (?:reported|disclosed|revealed)"
)
"""..it was the first to tell, or brought to light what the story turns on."""


def tell(
    material: Material, entities: Sequence[Entity], theme: Theme, heard: Collection[str] = ()
) -> tuple[Person, ...]:
    """Those who move the story first: who leaves, joins, is named now; then who speaks; then who is told of.

    Whom several articles name has a place before whom one names. Of those whom
    one article alone names, only who acts, is named often, or is *heard*: printed as a speaker.
    """
    ranks: dict[str, tuple[int, bool]] = {}
    for entity in entities:
        if entity.kind == "person" and not _asked(entity, theme):
            part = _part(material, entity)
            part = min(part, _SPEAKS) if display(material, entity) in heard else part
            ranks[entity.key] = part, entity.mentions < OFTEN
    of_now = any(part < _TOLD_OF for part, _ in ranks.values())
    if of_now:  # else the story is one of long ago
        ranks = {key: rank for key, rank in ranks.items() if rank[0] < _NO_PART}
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

    def fits(material: Material, statement: Statement, entity: Entity) -> bool:
        """A story of now tells nobody by what he did years ago."""
        return (
            portraits.usable(material, statement, entity)
            and not (of_now and past.is_past(material, statement))
            and about.is_about(material, statement, entity)
        )

    heard_only = {key for key, rank in ranks.items() if rank[0] > _MOVES}
    return _rows(material, chosen, LIMIT, "people", fits, heard_only)


_MOVES, _SPEAKS, _TOLD_OF, _NO_PART = range(4)
"""The parts that people have in a story: none whom it only remembers."""


def _part(material: Material, entity: Entity) -> int:
    """`_MOVES` when a sentence tells of a change of theirs, now; `_SPEAKS` when they are on record now.

    `_TOLD_OF` when one is about them, and not about long ago.
    """
    told = [
        each
        for each in naming(material, entity)
        if portraits.usable(material, each, entity) and not past.is_past(material, each)
    ]
    if any(portraits.changed(material, each, entity) for each in told):
        return _MOVES
    if any(speech.speaks(material, each, entity) for each in told):
        return _SPEAKS
    in_it = (
        subject(material, each, entity) >= IN_IT or about.is_about(material, each, entity) for each in told
    )
    return _TOLD_OF if any(in_it) else _NO_PART


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
        and not _only_reports(material, entity)
        and (len(entity.documents) > 1 or _is_of_readers(material, entity))
    ]
    return _rows(material, known, ORGANISATIONS, "organisations", _tells_of)


def _only_reports(material: Material, entity: Entity) -> bool:
    """Whether all that is told of it is that it told: 据路透社报道, 综合《路透社》、《塔斯社》等报导."""
    told = naming(material, entity)
    return bool(told) and all(_reports(material, each, entity) for each in told)


def _reports(material: Material, statement: Statement, entity: Entity) -> bool:
    text, place = statement.simple, stand(material, statement, entity).place
    if place < 0 or _FIRST_TOLD.search(text) or firms.broke(material, statement, entity):
        return False
    behind = place + len(named_at(text, place, entity))
    return bool(_CITED.search(text, max(0, place - _NEAR), place) or _REPORTS.match(text, behind))


_NEAR = 24
_CITED = regex(
    "(?:^|[，。；：“「『])(?:另?据|综合|援引|引述|[^，。；]{0,12}援引)[《“「]?(?:[^，。；]{1,20}[、和及与][《“「]?)?$"
)
_REPORTS = regex(
    "[》”」]?[ ]?(?:[(（][^()（）]{1,30}[)）])?(?:等[\u4e00-\u9fff]{0,4})?[^，。；“「]{0,8}?"
    "(?:报[道导]|讯[，：\\s]|\\d日[^，。；]{0,4}[电讯])|, (?:according to|citing) "
)


def _is_of_readers(material: Material, entity: Entity) -> bool:
    return not material.chinese or any(not Spelling.of(text).latin for text in entity.spellings)


def _asked(entity: Entity, theme: Theme) -> bool:
    """Whether the theme asks for it, under all its names: who asks knows."""
    return {word.lower() for word in theme.query}.issuperset(map(str.lower, entity.spellings))


def _tells_of(material: Material, statement: Statement, entity: Entity) -> bool:
    if _is_only_told_by(entity):
        return portraits.usable(material, statement, entity) and (
            _FIRST_TOLD.search(statement.simple) is not None or firms.broke(material, statement, entity)
        )
    return firms.tells(material, statement, entity)


def _is_only_told_by(entity: Entity) -> bool:
    return entity.medium or _is_medium(entity.spellings)


@lru_cache(maxsize=4096)
def _is_medium(spellings: tuple[str, ...]) -> bool:
    return any(map(_MEDIUM.search, spellings))


def _rows(
    material: Material,
    known: Iterable[Entity],
    limit: int,
    section: str,
    fits: Callable[[Material, Statement, Entity], bool],
    still: Collection[str] = (),
) -> tuple[Person, ...]:
    """*still*: keys of those who do nothing but speak or be told of; a row of theirs repeats nothing.

    Unless there are fewer than `FEWEST`: who stands in one article is met where his sentence is printed.
    """
    rows: list[_Row] = []
    met: list[Entity] = []
    for entity in chain(known, met):
        if len(rows) == limit or (entity in met and len(rows) >= FEWEST):
            break
        # One by one: a row that is not printed must not count its sentence as used.
        # Nor has it what stands in a list beside: where somebody is quoted his name is read already.
        named = [each for each in naming(material, entity) if each.place not in material.beside]
        told = [each for each in named if fits(material, each, entity)]
        if not told and section == "people" and len(entity.documents) > 1:
            told = [each for each in named if about.was_in_it(material, each, entity)]
        if (
            not told
            and section == "organisations"
            and len(entity.documents) > 1
            and not _is_only_told_by(entity)
        ):
            # The matter of a long trial is old, and whom several articles name has a part in it.
            told = [each for each in named if firms.did(material, each, entity)]
            often = len(entity.documents) >= max(_OF_SEVERAL, len(material.documents) / 2)
            if not told and (often or len(rows) < FEWEST):
                # Whom half of the articles name has a part in it, if only as the one that is spoken of;
                # where there are few rows, two articles and its head have one.
                told = [each for each in named if firms.is_in(material, each, entity, by_its_head=not often)]
        row = _Row(material, entity, told)
        best = row.best({each.sentence.place for each in rows})
        if not best:
            continue
        if section == "people" and _met_in_a_list(material, best, entity):
            row = _Row(material, entity, [each for each in told if not choosing.worn(material, each)])
            best = row.best({each.sentence.place for each in rows})
            if not best:
                continue
        if (
            section == "people"
            and len(entity.documents) < _OF_SEVERAL
            and _met_beside(material, entity)
            and not portraits.changes(material, best, entity)
        ):
            continue
        repeats = choosing.printed(material, best) and len(entity.documents) == 1
        if entity.key in still and repeats and entity not in met:
            met.append(entity)
            continue
        row.take(best)
        holder = next((each for each in rows if each.sentence.place == best.place), None)
        if holder:
            _part_with(row, holder, {each.sentence.place for each in rows})
            shared = row.sentence.place == holder.sentence.place
            listed = entity.key in still and about.is_listed(material, best)
            if shared and (listed or section == "organisations"):
                row.leave()
                continue
        rows.append(row)
    if section == "people":
        _each_his_own(rows)
    return tuple(row.printed(section) for row in rows)


def _each_his_own(rows: Sequence[_Row]) -> None:
    """Of two who are named in the same two sentences, whoever comes first in both has the fuller one."""
    for place, one in enumerate(rows):
        for other in rows[place + 1 :]:
            if (
                one.sentence in other.told
                and other.sentence in one.told
                and one.sentence is not other.sentence
            ):
                both = one.sentence, other.sentence
                fuller = max(both, key=lambda each: len(each.text))
                leads = all(one.place_in(each) < other.place_in(each) for each in both)
                trails = all(one.place_in(each) > other.place_in(each) for each in both)
                if (leads and one.sentence is not fuller) or (trails and other.sentence is not fuller):
                    one.sentence, other.sentence = other.sentence, one.sentence


def _met_in_a_list(material: Material, best: Statement, entity: Entity) -> bool:
    """Whether readers have met him there twice, as one of several, and it is not where he is now."""
    if not (choosing.worn(material, best) and about.is_listed(material, best)):
        return False
    return not portraits.starts(material, best, entity)


def _met_beside(material: Material, entity: Entity) -> bool:
    """Whether a quotation tells how the person left, or was made to: what says less is no news of him."""
    return any(
        each.place in material.beside
        and portraits.ENDS & portraits.changes(material, each, entity)
        and subject(material, each, entity) >= IN_IT
        and not portraits.is_planned(each)
        for each in naming(material, entity)
    )


def _is_as_final(changes: Collection[str], others: Collection[str]) -> bool:
    """Who has left is told by a sentence that says so, not by one in which he was named to something."""
    if portraits.ENDS.intersection(others):
        return bool(portraits.ENDS.intersection(changes))
    return bool(changes or not others)


def _are_of_two_days(one: Statement, other: Statement) -> bool:
    return bool(one.moment and other.moment and one.moment.date != other.moment.date)


def _part_with(row: _Row, holder: _Row, taken: Collection[Place]) -> None:
    """Two rows of one sentence: whoever has a good one of his own takes that."""
    for each in (row, holder):
        if own := each.own(taken):
            each.take(own)
            return


class _Row:
    """An entity, the sentences that may be printed of it, and the one that is; a sentence counts as used."""

    def __init__(self, material: Material, entity: Entity, told: Sequence[Statement]) -> None:
        self.material, self.entity, self.told = material, entity, told
        self.ended = portraits.ended(material, told, entity)
        self.sentence: Statement

    def best(self, taken: Collection[Place]) -> Statement | None:
        """The one that says most and is not another's already."""
        material, entity = self.material, self.entity
        newest = [each for each in self.told if portraits.starts(material, each, entity)]

        def worth(statement: Statement) -> tuple[float, list[int]]:
            says = portraits.says(material, statement, entity, self.ended)
            # Where two went together is the newest of both: it is told twice before what it has overtaken is.
            again = statement.place in taken and statement not in newest
            return says * (_TWICE if again else 1.0), [-part for part in statement.place]

        best = max(self.told, key=worth, default=None)
        # Where somebody is quoted his name stands beside it: his row has another sentence, if it can.
        heard = best and choosing.printed(material, best) and choosing.quotes(best)
        often = best and (heard or choosing.worn(material, best))
        if best and often and entity.kind == "person" and best not in newest:
            # What readers have met twice tells nothing of anybody; the next best that stands alone does.
            fresh = [each for each in self.told if self._replaces(each, best) and worth(each)[0] >= _GOOD]
            return max(fresh, key=worth, default=best)
        return best

    def _replaces(self, statement: Statement, best: Statement) -> bool:
        """Whether it stands alone, is as new, and tells a change of theirs where *best* does."""
        material, entity = self.material, self.entity
        stands = choosing.form(statement) >= _STANDS and not choosing.leans(statement)
        told, instead = (portraits.changes(material, each, entity) for each in (best, statement))
        # Two tell one leaving, whichever is the newer.
        as_new = material.recency[statement.document] >= material.recency[best.document]
        as_new = as_new or bool(portraits.ENDS & told & instead and not _are_of_two_days(statement, best))
        return stands and not choosing.worn(material, statement) and as_new and _is_as_final(instead, told)

    def own(self, taken: Collection[Place]) -> Statement | None:
        """The best that nobody has, if it is a good one: what they say or do, and no state that is over.

        It is as good though a point prints it: the one that they would share is printed more often.
        """
        material, entity = self.material, self.entity
        worth = {
            each.place: portraits.says(material, each, entity, self.ended)
            for each in self.told
            if not (
                each.place in taken
                or choosing.worn(material, each)
                or portraits.changes(material, each, entity)
            )
        }
        best = max(self.told, key=lambda each: worth.get(each.place, 0.0), default=None)
        if best is None or best.place not in worth:
            return None
        return best if worth[best.place] >= _GOOD * portraits.fresh(material, best, entity) else None

    def place_in(self, sentence: Statement) -> int:
        return stand(self.material, sentence, self.entity).place

    def take(self, sentence: Statement) -> None:
        if hasattr(self, "sentence"):
            self.leave()
        self.sentence = sentence
        self.material.used[sentence.place] += 1

    def leave(self) -> None:
        self.material.used[self.sentence.place] -= 1

    def printed(self, section: str) -> Person:
        material, entity = self.material, self.entity
        self.leave()  # it is counted as it is printed
        material.beside.add(self.sentence.place)
        excerpt = material.excerpt(self.sentence, f"{section}:says-most-of-{len(self.told)}")
        name = display(material, entity)
        held = roles.role(material, entity) if entity.kind == "person" else None
        return Person(name, aliases(material, entity), material.ids(entity.documents), excerpt, held)
