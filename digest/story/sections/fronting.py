"""Which sentences tell a point: the one in front, which stands alone, and those beneath it. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence, Set

from digest.language.cues import cue
from digest.language.lazy import regex
from digest.story.matching import agreement, bearing, weights
from digest.story.matching.witnesses import independent
from digest.story.statements import choosing, standing
from digest.story.statements.material import DAY, MONTH, Material, Statement

SENTENCES = 3
"""Of a point, at most."""
LEAST_FORM, SCRAP = 0.4, 16
UNDATED, ROUGHLY = 0.7, 0.85
"""What is left of a sentence, or a point, that says not when; and of a sentence that says not which day."""
MATTER = 1 / 3
"""Share of what a sentence tells from which on it is about what is common; who and where may be the rest."""
RELATIVE = 0.85
"""What is left of one that says when, or of whom, by the rest of its article only."""


def shared(group: Sequence[Statement]) -> frozenset[str]:
    """Anchors of the founder that other articles share."""
    others = {each.anchors for each in group if each.document != group[0].document}
    return group[0].anchors & frozenset().union(*others)


def headline(material: Material, statement: Statement, common: Set[str]) -> tuple[float, ...]:
    """How good it is in front: a sentence that stands, in the language of most, that tells it best."""
    native = weights.latin(statement) != material.chinese
    alone = _alone(statement)
    done = statement.told & material.done_once
    deeds = [deed for deed in done if f"e:{deed[2:].rpartition('>')[0]}" not in common]
    if common.isdisjoint(statement.told) and (deeds or any(map(weights.once, common))):
        # It says only when this was (在奥特曼被罢免期间), or tells another deed and this besides.
        alone = min(alone, 1)
    if _MEANS.search(statement.folded):
        alone = min(alone, 1)  # 他的离开意味着..: what it means comes behind what happened
    fit = _fit(material, statement, common) * _says_when(statement, common)
    fit *= 1.0 if alone > 2 else RELATIVE
    return (min(alone, 2), native, fit, *(-p for p in statement.place))


_RELATIVE = regex(
    r"[去今昨]年|[上本]个?[周月]|昨[天日晚]|其后|随后|随即|此[前后]|当[时天日]|同[一]?[天日]|次日|这[位名]"
    r"|\b(?:last|this) (?:year|month|week)\b"
)
"""A time, or somebody, that only the rest of the article makes plain."""


def _says_when(statement: Statement, common: Set[str]) -> float:
    """1 where it tells the day of what is *common*, less where the month or the year only, or nothing."""
    of_it = [each.date for each in statement.moments if f"d:{each.date[:MONTH]}" in common]
    exact = max(map(len, of_it or [each.date for each in statement.moments]), default=0)
    return 1.0 if exact == DAY else ROUGHLY if exact else UNDATED


def _alone(statement: Statement) -> int:
    """3 where a reader of nothing else knows whom and what it is about; less where it leans; 0 never."""
    if statement.grade != standing.STANDS or statement.opinion or choosing.form(statement) < LEAST_FORM:
        return 0
    told = choosing.outside_quotes(statement)
    if choosing.is_personal(statement) or not statement.text.rstrip().endswith(_ENDS):
        return 1
    if _RUBRIC.match(told) or _ASIDE.match(statement.folded):
        return 1
    if choosing.length(statement.text) < choosing.SHORT:
        return 1
    return 2 if _RELATIVE.search(told) else 3


_RUBRIC = regex(r"[\d.,%万亿]+[：:]")
"""51：六十座..: a line of a list of numbers."""
_ASIDE = regex(
    "(?:但|而|不过)?只?(?:可惜|遗憾)的?是?，|其中|另外?一?[名位个]"
    '|[“"]?(?:the other|another|one of them) (?!hand)'
)
"""It opens with what its author feels, or with one of those whom the text before it counts."""
_ENDS = tuple("。！？.!?”」’\"')）")


_MEANS = cue(
    r"意味着|标志着|象征着?|反映出|折射出", r"mean(?:s|t) that | marks | marked | symboli[sz]es", end=r"\b"
)


def sentences(
    material: Material, group: Sequence[Statement], printed: Collection[tuple[int, int]]
) -> list[Statement]:
    """The best of each article, of different witnesses, none *printed*; () when fewer than two are fit.

    A point of which every sentence stands among the differences is told there.
    """
    common = shared(group)

    def in_front(each: Statement) -> tuple[float, ...]:
        return headline(material, each, common)

    fit = _printable(material, group, printed)
    if len(fit) < 2:
        return []
    head = max((max(mine, key=in_front) for mine in fit.values()), key=in_front)
    best = sorted(_of_each(material, head, fit, common), key=in_front, reverse=True)
    if head.place in material.disputed or all(each.place in material.disputed for each in best):
        return []
    # What the lead prints is told again only where nobody else tells it as well.
    new = [each for each in best if not choosing.printed(material, each)]
    alone = [each for each in new if _alone(each) > 1]
    if not alone and _alone(head) > 1:
        return beneath(material, [head, *new])
    if not _alone((alone or new or best)[0]):
        return []
    told = beneath(material, _head_first(alone)) if alone else []
    return told if len(told) > 1 else beneath(material, _head_first(new or best[:1]))


def beneath(material: Material, ranked: Sequence[Statement]) -> list[Statement]:
    """The first of *ranked*, and of the others those that tell the fact of it and something more."""
    chosen = [ranked[0]]
    for each in ranked[1:]:
        if len(chosen) == SENTENCES:
            break
        if bearing.supports(material, chosen[0], each) and bearing.adds(material, each, chosen):
            chosen.append(each)
    return chosen


def _printable(
    material: Material, group: Sequence[Statement], printed: Collection[tuple[int, int]]
) -> dict[int, list[Statement]]:
    """Of each witness what may be printed in a point; witnesses that have nothing are left out."""
    witnesses, _ = independent(material, (each.document for each in group))
    mine = {document: [each for each in group if each.document == document] for document in witnesses}
    fit = {
        document: [each for each in told if each.place not in printed and _may_stand(material, each)]
        for document, told in mine.items()
    }
    return {document: told for document, told in fit.items() if told}


def _of_each(
    material: Material, head: Statement, fit: Mapping[int, Sequence[Statement]], common: frozenset[str]
) -> Iterator[Statement]:
    """The head, and of each other article what bears it out most: the head is told by one article."""
    for document, mine in fit.items():
        clear = [each for each in mine if _is_clear_beneath(material, head, each)]
        if document == head.document:
            yield head
        elif clear:
            yield max(clear, key=lambda each: _beside(material, head, each, common))


def _may_stand(material: Material, statement: Statement) -> bool:
    """Whether it may be printed in a point, be it beneath another sentence only."""
    fit = choosing.form(statement) >= LEAST_FORM or _leans(material, statement)
    return fit and not (
        choosing.worn(material, statement) or _is_scrap(statement) or _means_another(material, statement)
    )


def _means_another(material: Material, statement: Statement) -> bool:
    """Whether 她 is not the one whom its sentence names: 甲某被解职时，她当了两天首席."""
    if _WHILE.match(statement.simple) is None:
        return False
    before = (key for each in material.before(statement, _LOOK_BACK) for key in each.entities)
    return any(key not in statement.entities and key not in material.firms for key in before)


_WHILE = regex(r"[^，。；“”]{2,40}被[^，。；“”]{1,20}(?:时|期间|之际)，[他她](?!们)")
_LOOK_BACK = 2
"""Sentences in front of one that say of whom it goes on to tell."""


def voice_beneath(
    material: Material, above: Statement, group: Sequence[Statement], printed: Collection[tuple[int, int]]
) -> Statement | None:
    """The one of *group* that, of another article, best bears out *above*; none *printed*."""
    found = [
        each
        for each in group
        if each.document != above.document
        and each.place not in printed
        and not choosing.printed(material, each)
        and _may_stand(material, each)
        and _is_clear_beneath(material, above, each)
        and agreement.agree(material, above, each)
    ]
    common = shared(group)
    return max(found, key=lambda each: _beside(material, above, each, common), default=None)


def _head_first(sentences: Sequence[Statement]) -> list[Statement]:
    """In that order, but for one that only the others make plain."""
    return sorted(sentences, key=lambda each: not standing.names_its_subject(each.simple))


def _is_scrap(statement: Statement) -> bool:
    """A short line of a transcript: it breaks off, or goes on in the next."""
    ended = statement.text.rstrip().endswith(_ENDS)
    return not ended and choosing.length(statement.text) < SCRAP


def _is_clear_beneath(material: Material, head: Statement, statement: Statement) -> bool:
    """Whether it stands alone, or leans on what *head* tells, which says the same: 他..告上了法院."""
    if not _leans(material, statement):
        return True
    if _alone(head) == 0 or (statement.grade == standing.ADRIFT and not head.moments):
        return False
    named = any(key not in material.firms for key in head.entities)
    return named or _SOMEBODY.search(statement.simple, 0, _OPENING) is None


def _leans(material: Material, statement: Statement) -> bool:
    """Whether all that it lacks stands in a sentence before it that tells the same: who, what, when."""
    if choosing.form(statement) >= LEAST_FORM:
        return False
    written = material.documents[statement.document].kind != "transcript"
    return written and choosing.form_beneath(statement) >= LEAST_FORM


_SOMEBODY = regex(r"[他她](?!们)|\b(?:he|she|his|her)\b", re.IGNORECASE)
_OPENING = 20
"""Characters in which a sentence says of whom it tells."""


def _beside(material: Material, head: Statement, statement: Statement, common: Set[str]) -> tuple[float, ...]:
    """How good it is behind *head*: it stands, and has most in common with what that says."""
    both = agreement.agree(material, head, statement)
    fresh = not choosing.printed(material, statement)
    return (fresh, min(_alone(statement), 2), both, *headline(material, statement, common))


def _fit(material: Material, statement: Statement, common: Set[str]) -> float:
    """How well it tells what is *common*: all of that, and not among much else."""
    both = weights.weigh(material, statement.anchors & common)
    share = both / (weights.weigh(material, common) or 1.0)
    focus = min(1.0, both / (MATTER * (weights.heft(material, statement) or 1.0)))
    fresh = 0.4 + 0.6 * choosing.news_value(material, statement)
    central = 0.7 + 0.3 * material.central[statement.place]
    return choosing.form(statement) * (0.3 + share) * (0.75 + focus) * fresh * central
