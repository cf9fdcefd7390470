"""What several articles say: one point, its sources counted, a sentence of each. Pure."""

from __future__ import annotations

import math
import operator
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from digest.language import dates
from digest.language.cues import cue
from digest.model import Point
from digest.story.matching import agreement, grouping, weights
from digest.story.matching.witnesses import independent
from digest.story.statements import choosing, moments, standing
from digest.story.statements.material import MONTH, YEAR, Material, Statement

LIMIT, EACH, SENTENCES = 16, 2, 3
"""Points of an issue, and for each of its articles; sentences of a point."""
LEAST_FORM = 0.4
LEAST_TOLD = 0.25
"""Form from which on a sentence counts as its article's word, though it is not printed (他曾..)."""
COPIED, COPIED_WORDS = 0.7, 7
"""Share of all their words, and how many, that two statements have in common when one has copied."""


def tell(material: Material, about: Sequence[frozenset[str]]) -> tuple[Point, ...]:
    """What is new first, then what most witnesses tell and the articles' own heads (*about*) have."""
    telling = [each for each in material.statements if choosing.form(each) >= LEAST_TOLD]
    groups = [_own_words(group) for group in grouping.groups(material, telling)]
    found = [
        (_background(material, group), _weight(material, group, about), group)
        for group in (_of_one_claim(material, group) for group in groups if len(group) > 1)
        if len(group) > 1
    ]
    found.sort(key=lambda row: (_known(material, row[2]), row[0], -row[1], row[2][0].place))
    limit = min(LIMIT, EACH * len(material.documents))
    told: list[_Told] = []
    printed: set[tuple[int, int]] = set()
    for _, _, group in found:
        before = next((each for each in told if _same_fact(material, group, each.group)), None)
        if before:
            before.more += [each for each in group if _bears_out(material, each, before.sentences)]
            continue
        if len(told) == limit:
            continue
        whole = _with_all(material, group)
        if len(independent(material, (each.document for each in whole))[0]) > 1:
            sentences = _sentences(material, whole, printed)
            if sentences:
                told.append(_Told(whole, sentences))
                printed |= {each.place for each in sentences}
    return tuple(_point(material, each) for each in told)


@dataclass(slots=True)
class _Told:
    """A point: who says it, in which sentences, and who tells the same by *more* than they do."""

    group: Sequence[Statement]
    sentences: Sequence[Statement]
    more: list[Statement] = field(default_factory=list)


def _bears_out(material: Material, statement: Statement, sentences: Sequence[Statement]) -> bool:
    """Whether it says what one of *sentences* says, and every deed that all of them tell.

    That he was dismissed is no word for that he came back after five days.
    """
    deeds = material.done_once.intersection(*(each.anchors for each in sentences))
    return deeds <= statement.anchors and any(
        each.document != statement.document and agreement.agree(material, statement, each)
        for each in sentences
    )


def _with_all(material: Material, group: Sequence[Statement]) -> list[Statement]:
    """*group* with all who say what its head and another of it say: groups are found by their founders.

    Who agrees with the head alone may agree with the other half of its sentence.
    """
    there = {each.place for each in group}
    more = [
        each
        for each in grouping.matches(material, group[0], by_deed=False)
        if each.place not in there
        and choosing.form(each) >= LEAST_TOLD
        and any(agreement.agree(material, each, other) for other in group[1:])
    ]
    return _own_words([*group, *more])


SAME_FACT = 0.5
"""Share of what two points rest on from which on they are one."""


def _same_fact(material: Material, group: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """Whether a point of *group* would tell what one of *other* tells."""
    mine, theirs = _common(group), _common(other)
    if any(map(weights.once, mine & theirs)):
        return True
    both = weights.weigh(material, mine & theirs)
    return both >= SAME_FACT * min(weights.weigh(material, mine), weights.weigh(material, theirs))


HEADS = 3
"""Sentences of a group that are tried as the one in front."""


def _of_one_claim(material: Material, group: Sequence[Statement]) -> list[Statement]:
    """*group* with the sentence in front that says the claim best by itself, and those that say it, too."""
    common = _common(group)
    ranked = sorted(group, key=lambda each: _headline(material, each, common), reverse=True)
    best: list[Statement] = []
    for head in dict.fromkeys((*ranked[:HEADS], group[0])):
        saying = [
            each
            for each in group
            if each is not head and (each.document == head.document or agreement.agree(material, head, each))
        ]
        if len({each.document for each in saying} | {head.document}) > len({each.document for each in best}):
            best = [head, *saying]
    return best if len({each.document for each in best}) > 1 else []


def _headline(material: Material, statement: Statement, common: set[str]) -> tuple[float, ...]:
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
    fit = _fit(material, statement, common) * (1.0 if statement.moments else UNDATED)
    return (min(alone, 2), native, alone, fit, *(-p for p in statement.place))


_RELATIVE = re.compile(
    r"[去今昨]年|[上本]个?[周月]|昨[天日晚]|其后|随后|随即|此[前后]|当[时天日]|同[一]?[天日]|次日|这[位名]"
    r"|\b(?:last|this) (?:year|month|week)\b"
)
"""A time, or somebody, that only the rest of the article makes plain."""


def _alone(statement: Statement) -> int:
    """3 where a reader of nothing else knows whom and what it is about; less where it leans; 0 never."""
    if statement.grade != standing.STANDS or statement.opinion or choosing.form(statement) < LEAST_FORM:
        return 0
    told = choosing.outside_quotes(statement)
    if choosing.is_personal(statement) or not statement.text.rstrip().endswith(_ENDS):
        return 1
    if _RUBRIC.match(told) or choosing.length(statement.text) < choosing.SHORT:
        return 1
    return 2 if _RELATIVE.search(told) else 3


_RUBRIC = re.compile(r"[\d.,%万亿]+[：:]")
"""51：六十座..: a line of a list of numbers."""
_ENDS = tuple("。！？.!?”」’\"')）")


def _known(material: Material, group: Sequence[Statement]) -> bool:
    """The last issue told it, and no article has added to it."""
    return all(each.place in material.told for each in group)


def _own_words(group: Sequence[Statement]) -> list[Statement]:
    """*group* without those who copy the words of one before: a wire report printed twice is one witness."""
    kept: list[Statement] = []
    for statement in group:
        copied = any(each.document != statement.document and _copies(each, statement) for each in kept)
        if not copied:
            kept.append(statement)
    return kept


def _copies(one: Statement, other: Statement) -> bool:
    both, either = len(one.words & other.words), len(one.words | other.words)
    return both >= COPIED_WORDS and both >= COPIED * either


def _weight(material: Material, group: Sequence[Statement], about: Sequence[frozenset[str]]) -> float:
    """How many know it, and how much of it stands in the articles' own heads: background is no news."""
    witnesses, _ = independent(material, (each.document for each in group))
    best = max(choosing.worth(material, each) * (0.5 + material.relevance[each.place]) for each in group)
    common = _common(group)
    whole = weights.weigh(material, common)
    newest = [0.5 + material.recency.get(rank, 0.0) for rank in range(len(about))]
    told = [weights.weigh(material, common & head) for head in about]
    in_heads = math.fsum(map(operator.mul, newest, told)) / math.fsum(newest)
    prominent = 0.25 + in_heads / (whole or 1.0)
    ago = _of_late(material, group)
    # What is shared makes a point sure, not important: an anecdote is retold with most of its words.
    return len(witnesses) * prominent * ago * (0.5 + best * math.sqrt(whole))


OF_LATE = 4
"""Months before the newest article in which news is news."""


def _background(material: Material, group: Sequence[Statement]) -> bool:
    """It happened long before anybody told it here."""
    if choosing.is_long_ago(material, group[0]):
        return True
    told = [written for each in group if len(written := material.known[each.document]) >= MONTH]
    happened = _when(group)
    if not told or len(happened) < MONTH:
        return False
    ages = sorted(dates.months_between(happened, written) for written in told)
    return ages[len(ages) // 2] > FRESH


def _when(group: Sequence[Statement]) -> str:
    """The month that most of *group* share, else when the event of its head was; "" when nobody says."""
    months = [anchor[2:] for anchor in _common(group) if _MONTH.fullmatch(anchor)]
    shared = Counter({month: sum(f"d:{month}" in each.anchors for each in group) for month in months})
    if shared:
        return max(shared, key=lambda month: (shared[month], month))
    told = [moment.date for each in group if (moment := moments.event_moment(each))]
    head = moments.event_moment(group[0])
    return head.date if head else max(told, default="")


_MONTH = re.compile(r"d:\d{4}-\d\d")
FRESH = 2
"""Months after which what is told was no news when most of those who tell it wrote."""
UNDATED, OLD = 0.7, 0.5
_MEANS = cue(
    r"意味着|标志着|象征着?|反映出|折射出", r"mean(?:s|t) that | marks | marked | symboli[sz]es", end=r"\b"
)


def _of_late(material: Material, group: Sequence[Statement]) -> float:
    """1 for news of the last months, `UNDATED` for what happened at no told time, less for the rest."""
    last = _when(group)
    now = max(material.known.values(), default="")
    if not last or len(now) < YEAR:
        return UNDATED
    if len(last) < MONTH or len(now) < MONTH:
        return 1.0 if last[:4] >= now[:4] else OLD
    return 1.0 if dates.months_between(last, now) <= OF_LATE else OLD


def _common(group: Sequence[Statement]) -> set[str]:
    """Anchors of the founder that other articles share."""
    others = [each.anchors for each in group if each.document != group[0].document]
    return {anchor for anchor in group[0].anchors if any(anchor in anchors for anchors in others)}


def _sentences(
    material: Material, group: Sequence[Statement], printed: Collection[tuple[int, int]]
) -> list[Statement]:
    """The best of each article, of different witnesses, none *printed*; () when fewer than two are fit.

    A point of which every sentence stands among the differences is told there.
    """
    witnesses, _ = independent(material, (each.document for each in group))
    common = _common(group)
    fit = {
        document: mine
        for document in witnesses
        if (
            mine := [
                each
                for each in group
                if each.document == document
                and each.place not in printed
                and not choosing.worn(material, each)
                and (choosing.form(each) >= LEAST_FORM or _only_names_nobody(material, each))
            ]
        )
    }
    if len(fit) < 2:
        return []

    def headline(each: Statement) -> tuple[float, ...]:
        return _headline(material, each, common)

    head = max((max(mine, key=headline) for mine in fit.values()), key=headline)
    fit = {
        document: beneath
        for document, mine in fit.items()
        if (beneath := [each for each in mine if each is head or _is_clear_beneath(material, head, each)])
    }
    # The head is told by one article; of the others a reader wants what bears it out most.
    best = [
        head
        if document == head.document
        else max(mine, key=lambda each: _beside(material, head, each, common))
        for document, mine in fit.items()
    ]
    best.sort(key=headline, reverse=True)
    if len(best) < 2 or all(each.place in material.disputed for each in best):
        return []
    # What the lead prints is told again only where the point has no other second voice.
    for wanted in (
        lambda each: not choosing.printed(material, each) and _alone(each) > 1,
        lambda each: not choosing.printed(material, each),
    ):
        chosen = list(filter(wanted, best))
        if len(chosen) > 1:
            return _head_first(chosen[:SENTENCES])
    least = sorted(best, key=lambda each: choosing.printed(material, each))[:2]
    return _head_first(sorted(least, key=headline, reverse=True))


def _head_first(sentences: Sequence[Statement]) -> list[Statement]:
    """In that order, but for one that only the others make plain."""
    return sorted(sentences, key=lambda each: not standing.names_its_subject(each.simple))


def _is_clear_beneath(material: Material, head: Statement, statement: Statement) -> bool:
    """Whether it stands alone, or points at what *head* names, which tells the same: 他..把博物馆告上了法院."""
    if not _only_names_nobody(material, statement):
        return True
    named = any(key not in material.firms for key in head.entities)
    return _alone(head) > 0 and (named or _SOMEBODY.search(statement.simple, 0, _OPENING) is None)


def _only_names_nobody(material: Material, statement: Statement) -> bool:
    """Whether all that it lacks is a name where it has a pronoun."""
    if standing.names_its_subject(statement.simple) or choosing.form(statement) >= LEAST_FORM:
        return False
    written = material.documents[statement.document].kind != "transcript"
    return written and choosing.form_beside_name(statement) >= LEAST_FORM


_SOMEBODY = re.compile(r"[他她](?!们)|\b(?:he|she|his|her)\b", re.IGNORECASE)
_OPENING = 20
"""Characters in which a sentence says of whom it tells."""


def _beside(material: Material, head: Statement, statement: Statement, common: set[str]) -> tuple[float, ...]:
    """How good it is behind *head*: it stands, and has most in common with what that says."""
    shared = agreement.agree(material, head, statement)
    fresh = not choosing.printed(material, statement)
    return (fresh, min(_alone(statement), 2), shared, *_headline(material, statement, common))


def _fit(material: Material, statement: Statement, common: set[str]) -> float:
    """How well it tells what is *common*: all of that, and little else."""
    both = weights.weigh(material, statement.anchors & common)
    share = both / (weights.weigh(material, common) or 1.0)
    focus = both / (weights.heft(material, statement) or 1.0)
    fresh = 0.4 + 0.6 * choosing.freshness(material, statement)
    central = 0.7 + 0.3 * material.central[statement.place]
    return choosing.form(statement) * (0.3 + share) * (0.75 + focus) * fresh * central


def _point(material: Material, told: _Told) -> Point:
    knowing = {each.document for each in (*told.group, *told.more)}
    witnesses, work = independent(material, knowing)
    sharing = ", ".join(sorted(_readable(anchor) for anchor in _common(told.group))[:6])
    counted = f"{len(knowing)} articles"
    if work:
        counted = f"{len(witnesses)} witnesses of {counted}, same upstream {work}"
    rule = f"points:{counted}, sharing {sharing}"
    sentences = tuple(material.excerpt(each, rule) for each in told.sentences)
    return Point(sentences, tuple(material.ids(witnesses)))


def _readable(anchor: str) -> str:
    return anchor[2:]
