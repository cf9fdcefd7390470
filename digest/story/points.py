"""What several articles say: one point, its sources counted, a sentence of each. Pure."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Sequence

from digest.language import dates, script, words
from digest.model import Point
from digest.story import agreement, choosing, chronology, lexicon, standing
from digest.story.concepts import concepts
from digest.story.material import Material, Statement
from digest.story.witnesses import independent

LIMIT = 9
SENTENCES = 3
LEAST_FORM = 0.4
LEAST_TOLD = 0.25
"""Form from which on a sentence counts as its article's word, though it is not printed (他曾..)."""
COPIED, COPIED_WORDS = 0.7, 7
"""Share of all their words, and how many, that two statements have in common when one has copied."""


def tell(material: Material) -> tuple[Point, ...]:
    """What is new first, then what most witnesses tell and the articles' own heads are about."""
    telling = [each for each in material.statements if choosing.form(each) >= LEAST_TOLD]
    groups = [_own_words(group) for group in agreement.groups(material, telling)]
    heads = _heads(material)
    found = [
        (_weight(material, group, heads), group)
        for group in (_of_one_claim(material, group) for group in groups if len(group) > 1)
        if len(group) > 1
    ]
    found.sort(key=lambda row: (_known(material, row[1]), -row[0], row[1][0].place))
    points: list[Point] = []
    deeds: set[str] = set()
    for _, group in found:
        mine = set(filter(agreement.once, _common(group)))
        if mine & deeds:
            continue  # one event, told once
        if len(independent(material, (each.document for each in group))[0]) > 1 and len(points) < LIMIT:
            sentences = _sentences(material, group)
            if sentences:
                deeds |= mine
                points.append(_point(material, group, sentences))
    return tuple(points)


def _of_one_claim(material: Material, group: Sequence[Statement]) -> list[Statement]:
    """*group* with the sentence in front that says the claim best by itself, and those that say it, too."""
    common = _common(group)
    best = max(group, key=lambda each: (_alone(each), _fit(material, each, common), [-p for p in each.place]))
    for head in (best, group[0]):
        saying = [
            each
            for each in group
            if each is head or each.document == head.document or agreement.agree(material, head, each)
        ]
        if len({each.document for each in saying}) > 1:
            return [head, *(each for each in saying if each is not head)]
    return []


_RELATIVE = re.compile(r"[去今昨]年|[上本]个?[周月]|昨[天日晚]|其后|\b(?:last|this) (?:year|month|week)\b")
"""A time that only the day of the article makes plain."""
_I = re.compile(r"[我咱](?!国|市|省|县|军)|听说|据说|\b(?:I|we|our|my)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\"[^\"]*\"")


def _alone(statement: Statement) -> int:
    """3 where a reader of nothing else knows whom and what it is about; less where it leans; 0 never."""
    if statement.grade != standing.STANDS or statement.opinion or choosing.form(statement) < LEAST_FORM:
        return 0
    told = _QUOTED.sub("", statement.folded)
    if _I.search(told) or not statement.text.rstrip().endswith(_ENDS):
        return 1
    return 2 if _RELATIVE.search(told) else 3


_ENDS = tuple("。！？.!?”」’\"')）")


def _heads(material: Material) -> list[frozenset[str]]:
    """The anchors of each article's head: its title and first sentences, what it is itself about."""
    heads = []
    for rank, document in enumerate(material.documents):
        found: set[str] = set()
        for statement in material.of(rank)[:OPENING]:
            found |= statement.anchors
        title = script.simplify(document.title or "")
        folded = title.lower()
        found |= {f"a:{action}" for action in lexicon.actions(folded)}
        found |= {f"c:{concept}" for concept in concepts(folded)}
        found |= {f"w:{word}" for word in words.content_stems(folded, document.language)}
        found |= {f"e:{key}" for key in material.named(document.id, title)}
        heads.append(frozenset(found))
    return heads


OPENING = 3
"""Sentences of an article that are its head, besides the title."""


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


def _weight(material: Material, group: Sequence[Statement], heads: Sequence[frozenset[str]]) -> float:
    """How many know it, and how much of it stands in the articles' own heads: background is no news."""
    witnesses, _ = independent(material, (each.document for each in group))
    best = max(choosing.worth(material, each) * (0.5 + material.relevance[each.place]) for each in group)
    common = _common(group)
    whole = agreement.weigh(material, common)
    newest = [0.5 + material.recency.get(rank, 0.0) for rank in range(len(heads))]
    told = [agreement.weigh(material, common & head) for head in heads]
    in_heads = math.fsum(map(operator.mul, newest, told)) / math.fsum(newest)
    prominent = 0.25 + in_heads / (whole or 1.0)
    ago = 0.6 if choosing.is_long_ago(material, group[0]) else _of_late(material, group)
    # What is shared makes a point sure, not important: an anecdote is retold with most of its words.
    return len(witnesses) * prominent * ago * (0.5 + best * math.sqrt(whole))


OF_LATE, UNDATED = 4, 0.85
"""Months before the newest article in which news is news."""


def _of_late(material: Material, group: Sequence[Statement]) -> float:
    """1 for news of the last months, less for what happened earlier or at no told time."""
    moments = [moment for each in group if (moment := chronology.event_moment(each))]
    now = max(material.known.values(), default="")
    if not moments or len(now) < 4:
        return UNDATED
    last = max(moment.date for moment in moments)
    if len(last) < 7 or len(now) < 7:
        return 1.0 if last[:4] >= now[:4] else 0.5
    months = dates.months_between(last, now)
    return 1.0 if months <= OF_LATE else 0.55 if months <= 12 else 0.45


def _common(group: Sequence[Statement]) -> set[str]:
    """Anchors of the founder that other articles share."""
    others = [each.anchors for each in group if each.document != group[0].document]
    return {anchor for anchor in group[0].anchors if any(anchor in anchors for anchors in others)}


def _sentences(material: Material, group: Sequence[Statement]) -> list[Statement]:
    """The best of each article, of different witnesses; () when fewer than two are fit.

    A point of which every sentence stands among the differences is told there.
    """
    witnesses, _ = independent(material, (each.document for each in group))
    common = _common(group)
    best: list[Statement] = []
    for document in witnesses:
        mine = [
            each
            for each in group
            if each.document == document
            and material.used[each.place] < 2
            and choosing.form(each) >= LEAST_FORM
        ]
        if mine:
            best.append(max(mine, key=lambda each: (_fit(material, each, common), [-p for p in each.place])))
    best.sort(key=lambda each: (-_alone(each), -_fit(material, each, common), each.place))
    told = all(each.place in material.disputed for each in best)
    return best[:SENTENCES] if len(best) > 1 and not told else []


def _fit(material: Material, statement: Statement, common: set[str]) -> float:
    share = agreement.weigh(material, statement.anchors & common) / (agreement.weigh(material, common) or 1.0)
    fresh = 0.4 + 0.6 * choosing.freshness(material, statement)
    central = 0.7 + 0.3 * material.central[statement.place]
    return choosing.form(statement) * (0.3 + share) * fresh * central


def _point(material: Material, group: Sequence[Statement], sentences: Sequence[Statement]) -> Point:
    witnesses, work = independent(material, (each.document for each in group))
    sharing = ", ".join(sorted(_readable(anchor) for anchor in _common(group))[:6])
    told = len({each.document for each in group})
    counted = (
        f"{len(witnesses)} witnesses of {told} articles, same upstream {work}" if work else f"{told} articles"
    )
    rule = f"points:{counted}, sharing {sharing}"
    return Point(tuple(material.excerpt(each, rule) for each in sentences), tuple(material.ids(witnesses)))


def _readable(anchor: str) -> str:
    return anchor[2:]
