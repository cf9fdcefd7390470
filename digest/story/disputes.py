"""Two sources measure one thing differently: how many, how much, how long. Pure.

A slot is a thing, what is measured of it, and a time. Two numbers answer one
question when the same words stand round them, when neither article knows the
other's number (what knows both tells of two things), and when no name stands
beside one that the other article never mentions.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from digest.language import words as language_words
from digest.story import amounts, grouping, lexicon, slots, weights
from digest.story.attributes import OF_SOMEBODY, lasts, one_attribute
from digest.story.clash import SAME_SUBJECT, Clash, apart, weight_of
from digest.story.entities import Entity
from digest.story.material import DAY, MONTH, Material, Statement
from digest.story.measures import Measure, told

COUNTING = frozenset(f"w:{word}" for word in ("一共", "总共", "共有", "合计", "总计", "全部"))
"""Words that only say that it is counted."""
ROUND_IT, ALONE = 5.0, 3.6
"""Weight of the words that stand round both numbers, where the things counted are not, or are, one."""


def measured(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Two articles, one measure, two numbers."""
    rows: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    everything = told(material)
    known = _known(everything)
    for each in everything:
        if _is_answer(each):
            for anchor in sorted(each.near):
                rows[each.kind, anchor].append(each)
    seen: set[tuple[int, int]] = set()
    differ: dict[tuple[tuple[int, int], tuple[int, int]], bool] = {}
    for _, met in sorted(rows.items()):
        for place, one in enumerate(met[: grouping.POSTINGS]):
            for other in met[place + 1 : grouping.POSTINGS]:
                pair = (id(one), id(other))
                if one.statement.document == other.statement.document or pair in seen:
                    continue
                seen.add(pair)
                # Of two sentences that stand in many articles the articles alone are asked again.
                voices = one.voice, other.voice
                if voices not in differ:
                    differ[voices] = _differ(material, one, other)
                if differ[voices] and not _of_two_things(material, one, other, known):
                    yield _as_clash(material, one, other)


_Known = Mapping[tuple[int, str, str], Set[tuple[float, float]]]
"""What the numbers of each article may be, by their kind and the words round them."""


def _known(everything: Sequence[Measure]) -> _Known:
    found: dict[tuple[int, str, str], set[tuple[float, float]]] = defaultdict(set)
    for each in everything:
        for anchor in each.near:
            found[each.statement.document, each.kind, anchor].add((each.low, each.high))
    return found


def _is_answer(measure: Measure) -> bool:
    """It says how much of the whole, as a fact; a time is one that passes until something is done."""
    if measure.part or measure.compared:
        return False
    if measure.kind == "time" and not measure.elapsed and not lasts(measure):
        return False
    return not lexicon.HEDGE.search(measure.clause)


def _differ(material: Material, one: Measure, other: Measure) -> bool:
    """Both sentences measure one thing, at one time, and not alike."""
    mine, theirs = one.statement, other.statement
    # How long it took until.. ends on two days; what is told of two months is two events.
    lasting = one.kind == "time" and lasts(one) and lasts(other)
    if not (one.differs(other) or (lasting and amounts.apart(one.quantity, other.quantity))):
        return False
    if one.per != other.per or apart(mine, theirs, MONTH if one.kind == "time" else DAY):
        return False
    if lasting:
        return one_attribute(material, one, other)
    if not _one_thing(material, one, other):
        return False
    return slots.stance(mine, one.quantity.start) == slots.stance(theirs, other.quantity.start)


def _of_two_things(material: Material, one: Measure, other: Measure, known: _Known) -> bool:
    """What else their articles say shows that they tell of two things, or of two days."""
    mine, theirs = one.statement, other.statement
    if one.kind == "time" and lasts(one):
        return strangers(material, mine, theirs)
    if _knows(known, mine.document, other) or _knows(known, theirs.document, one):
        return True
    return strangers(material, mine, theirs) or _grows(material, one, other)


def _as_clash(material: Material, one: Measure, other: Measure) -> Clash:
    near = one.near & other.near
    shared = near | (one.statement.anchors & other.statement.anchors)
    weight = weight_of(material, frozenset(shared & material.heft.keys()), one.statement, other.statement)
    kind = "how-long" if one.kind == "time" else "how-many"
    question = f"{one.kind} {one.thing} {' '.join(sorted(near))}"
    answers = f"{one.text} / {other.text}"
    about = near | {anchor for anchor in shared if anchor[0] in "ae"} if kind == "how-long" else near
    return Clash(kind, question, (one.statement, other.statement), about, weight, answers)


def _one_thing(material: Material, one: Measure, other: Measure) -> bool:
    """The same is counted, and the same words stand round it, or the same is told beside it."""
    near = one.near & other.near
    # 深度 is a word and a concept, and one thing to have in common.
    near -= frozenset().union(*(weights.covered(material, anchor) for anchor in near if anchor[0] in "we"))
    if one.kind == "percent" and (_names(one) != _names(other) or (near & OF_SOMEBODY and not _names(one))):
        return False  # 潮汐的57%, 金穗所持潮汐的15%: shares of two holders
    if one.kind != "time" and _beside_the_same(material, one, other):
        return True
    if one_attribute(material, one, other):
        return True
    weight = weights.weigh(material, near & material.heft.keys())
    if one.kind in ("count", "person"):
        if not one.counts(other):
            return False
        acts = {each for each in one.near & other.near if each[0] == "a" or each in BESIDE_A_COUNT}
        subject = ((one.statement.anchors & other.statement.anchors) | near) - acts
        named = {each for each in subject & material.heft.keys() if each[0] in "ewcd"} - COUNTING
        about = weights.weigh(material, named)
        if _is_whole(material, one) and _is_whole(material, other):
            abroad = weights.latin(one.statement) != weights.latin(other.statement)
            return about >= SAME_SUBJECT and (not abroad or _one_owner(material, one, other))
        return bool(acts) and len(subject) > 1 and about >= SAME_SUBJECT
    if one.kind == "time":
        # From what until what is told in several clauses; one of them has the time.
        both = near | (one.statement.anchors & other.statement.anchors)
        weight = weights.weigh(material, both & material.heft.keys())
        return bool(near) and any(each[0] == "a" for each in both) and weight >= ROUND_IT
    deed = any(anchor[0] in "ac" for anchor in near)
    return deed and len(near) > 1 and weight >= ALONE


BESIDE_A_COUNT = frozenset(
    f"c:{each}" for each in ("trapped", "queue", "defect", "forge", "signature", "deposit")
)
"""Concepts that say what became of those who are counted, as an act does."""
BESIDE = 6.0
"""Weight of what the sentences, and those before them, have in common besides what is measured."""


def _beside_the_same(material: Material, one: Measure, other: Measure) -> bool:
    """One rare thing is measured, and of one event: 燃油 of 340吨, of the ship whose 22 were rescued."""
    things = {anchor for anchor in one.near & other.near if anchor[0] in "wc"}
    if one.kind in ("count", "person"):
        if not (one.thing and one.thing == other.thing):
            return False
        things |= {f"{kind}:{one.thing}" for kind in "wc"} & material.heft.keys()
    if max((material.heft.get(anchor, 0.0) for anchor in things), default=0.0) < weights.TELLING_WORD:
        return False
    told = _context(material, one.statement) & _context(material, other.statement)
    return weights.weigh(material, told - things) >= BESIDE


def _context(material: Material, statement: Statement) -> frozenset[str]:
    """Anchors of the sentence and of the one before; no concepts and sums, which go with any subject."""
    told = material.of(statement.document)
    place = told.index(statement)
    anchors = frozenset().union(*(each.anchors for each in told[max(0, place - 1) : place + 1]))
    return frozenset(
        each
        for each in anchors
        if each[0] not in "crn"
        and not each.startswith(weights.SOME_MONTH)
        and (each[0] != "q" or each.endswith("person"))
    )


def _names(measure: Measure) -> set[str]:
    return {anchor for anchor in measure.near if anchor[0] == "e"}


def _is_whole(material: Material, measure: Measure) -> bool:
    """All of them: it says so, or the number stands right behind whose they are (北岸41家网点)."""
    if measure.total:
        return True
    before = measure.statement.simple[: measure.quantity.start].removesuffix("的").rstrip()
    owners = (key for key in measure.statement.entities if key in material.firms)
    return any(before.endswith(name) for key in owners for name in material.spellings.get(key, ()))


def _one_owner(material: Material, one: Measure, other: Measure) -> bool:
    """Whose they are is named where the other tells of its own: two languages have no word to tell by."""
    owners = [
        _is_known(material, key, there.document)
        for here, there in ((one.statement, other.statement), (other.statement, one.statement))
        for key in here.entities
        if key in material.firms
    ]
    return any(owners)


def _knows(known: _Known, document: int, measure: Measure) -> bool:
    """Whether an article has that number, too: what it gives beside it is of something else."""
    low, high, kind = measure.low, measure.high, measure.kind
    for anchor in measure.near:
        for least, most in known.get((document, kind, anchor), ()):
            if low <= most and least <= high:
                return True
    return False


RISING = frozenset({"die", "injure", "missing", "rescue", "arrest", "evacuate"})


def _grows(material: Material, one: Measure, other: Measure) -> bool:
    """A toll of another day contradicts nobody."""
    if not any(anchor[2:] in RISING for anchor in one.near & other.near if anchor[0] == "a"):
        return False
    days = [material.documents[each.statement.document].published for each in (one, other)]
    return len({each.date if each else "" for each in days}) > 1


def strangers(material: Material, one: Statement, other: Statement) -> bool:
    """One names a place or a person that the other's article never does: two events."""
    return _unknown(material, one, other) or _unknown(material, other, one)


_ISSUER = re.compile(r"([^，。：]{2,10}?)(?:今日|今晚|晚间|\d+日)?(?:公告|发布公告|披露)")
"""Who gives its own figures: 海岸股份公告, 天弓汽车公告."""


@lru_cache(maxsize=16_384)
def _issuer(simple: str) -> str:
    found = _ISSUER.match(simple)
    return found[1] if found else ""


def _unknown(material: Material, statement: Statement, other: Statement) -> bool:
    document = other.document
    if weights.latin(statement) != weights.latin(material.of(document)[0]):
        return False
    there = material.named_in(document)
    issuers = {issuer for each in (statement, other) if (issuer := _issuer(each.simple))}
    if len(issuers) > 1:
        return True
    if not all(_is_known(material, key, document) for key in statement.entities):
        return True
    if weights.latin(statement):
        named = {each.lower() for each in _CAPITAL.findall(statement.text)}
        return any(word not in there for word in named if word in statement.words)
    return any(map(is_name, statement.words - there))


def _is_known(material: Material, key: str, document: int) -> bool:
    """Whether a document names *key* or who is called so and more: 卫健委 where 市卫健委 is."""
    there = material.entities_in(document)
    if key in there:
        return True
    if (key, document) not in material.known_there:
        names = material.spellings.get(key, ())
        longer = (name for other in there for name in material.spellings.get(other, ()))
        found = any(name in other for other in longer for name in names)
        material.known_there[key, document] = found
    return material.known_there[key, document]


_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")


@lru_cache(maxsize=16_384)
def is_name(word: str) -> bool:
    return not word.isascii() and language_words.part_of_speech(word) in ("ns", "nrt", "nt")
