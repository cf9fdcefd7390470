"""Two sources measure one thing differently: how many, how much, how long, nobody or some. Pure.

A slot is a thing, what is measured of it, and a time. Two numbers answer one
question when the same words stand round them, when neither article knows the
other's number (what knows both tells of two things), and when no name stands
beside one that the other article never mentions. An article that sets two
accounts against each other itself (但, however) says that they differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache

from digest.language import words as language_words
from digest.story import agreement, amounts, choosing, lexicon, slots
from digest.story.clash import SAME_SUBJECT, Clash, apart, weight_of
from digest.story.cues import cue
from digest.story.entities import Entity
from digest.story.material import Material, Statement
from digest.story.measures import Measure, measures

ROUND_IT, ALONE = 5.0, 3.6
"""Weight of the words that stand round both numbers, where the things counted are not, or are, one."""


def told(material: Material) -> list[Measure]:
    return [each for statement in material.statements for each in measures(material, statement)]


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
        for place, one in enumerate(met[: agreement.POSTINGS]):
            for other in met[place + 1 : agreement.POSTINGS]:
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
    if measure.part or measure.compared or (measure.kind == "time" and not measure.elapsed):
        return False
    return not lexicon.HEDGE.search(measure.clause)


def _differ(material: Material, one: Measure, other: Measure) -> bool:
    """Both sentences measure one thing, at one time, and not alike."""
    mine, theirs = one.statement, other.statement
    if not one.apart(other) or apart(mine, theirs) or not _one_thing(material, one, other):
        return False
    return slots.stance(mine, one.quantity.start) == slots.stance(theirs, other.quantity.start)


def _of_two_things(material: Material, one: Measure, other: Measure, known: _Known) -> bool:
    """What else their articles say shows that they tell of two things, or of two days."""
    mine, theirs = one.statement, other.statement
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
    return Clash(kind, question, (one.statement, other.statement), near, weight, answers)


def _one_thing(material: Material, one: Measure, other: Measure) -> bool:
    """The same is counted, and the same words stand round it."""
    near = one.near & other.near
    weight = agreement.weigh(material, near & material.heft.keys())
    if one.kind in ("count", "person"):
        if not one.counts(other):
            return False
        acts = {anchor for anchor in near if anchor[0] == "a"}
        subject = ((one.statement.anchors & other.statement.anchors) | near) - acts
        named = {each for each in subject & material.heft.keys() if each[0] in "ewcd"}
        about = agreement.weigh(material, named)
        if one.total and other.total:
            return about >= SAME_SUBJECT
        return bool(acts) and len(subject) > 1 and about >= SAME_SUBJECT
    if one.kind == "time":
        # From what until what is told in several clauses; one of them has the time.
        both = near | (one.statement.anchors & other.statement.anchors)
        weight = agreement.weigh(material, both & material.heft.keys())
        return bool(near) and any(each[0] == "a" for each in both) and weight >= ROUND_IT
    deed = any(anchor[0] in "ac" for anchor in near)
    return deed and len(near) > 1 and weight >= ALONE


def _knows(known: _Known, document: int, measure: Measure) -> bool:
    """Whether an article has that number, too: what it gives beside it is of something else."""
    low, high, kind = measure.low, measure.high, measure.kind
    for anchor in measure.near:
        for least, most in known.get((document, kind, anchor), ()):
            if low <= most and least <= high:
                return True
    return False


_RISING = frozenset({"die", "injure", "missing", "rescue", "arrest", "evacuate"})


def _grows(material: Material, one: Measure, other: Measure) -> bool:
    """A toll of another day contradicts nobody."""
    if not any(anchor[2:] in _RISING for anchor in one.near & other.near if anchor[0] == "a"):
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
    if agreement.latin(statement) != agreement.latin(material.of(document)[0]):
        return False
    if not material.entities_in(document).issuperset(statement.entities):
        return True
    there = material.named_in(document)
    issuers = {issuer for each in (statement, other) if (issuer := _issuer(each.simple))}
    if len(issuers) > 1:
        return True
    if agreement.latin(statement):
        named = {each.lower() for each in _CAPITAL.findall(statement.text)}
        return any(word not in there for word in named if word in statement.words)
    return any(map(_is_name, statement.words - there))


_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")


@lru_cache(maxsize=16_384)
def _is_name(word: str) -> bool:
    return not word.isascii() and language_words.part_of_speech(word) in ("ns", "nrt", "nt")


# --- nobody, or some ------------------------------------------------------------------

_NOBODY = re.compile(
    r"(?:没有|未造成|未有|并无|暂无|无)(?:任何)?(?:人员)?(?:伤亡|受伤)|无人(?:受伤|伤亡)|没有人(?:受伤|伤亡)"
    r"|\b(?:no (?:one|injuries|casualties)|nobody|without (?:injuries|casualties))\b"
)
_NO_DEATHS = re.compile(
    r"(?:没有|未造成|未有|并无|暂无|无)(?:任何)?(?:人员)?(?:死亡|遇难)|无人(?:死亡|遇难)"
    r"|\bno (?:deaths|fatalities)\b"
)
_SPARED = cue(
    "伤亡|受伤|死亡|遇难",
    r"no(?:body| (?:one|injuries|casualties|deaths|fatalities)) | without (?:injuries|casualties)",
)
"""Without one of these neither of the two is there."""
_HURT = re.compile(
    r"受伤|轻伤|重伤|伤者|送医|送院|送(?:进|往|到|入)[^，。]{0,6}医院|住院"
    r"|\b(?:injured|hurt|wounded|hospitali[sz]ed|taken to hospital)\b"
)
_DEAD = re.compile(r"死亡|身亡|遇难|丧生|\b(?:died|killed|dead)\b")


def casualties(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Nobody hurt here, somebody in hospital there: one day, one place."""
    spared = (each for each in material.statements if _SPARED.search(each.folded))
    nobody = [(each, *found) for each in spared if (found := _harm(each, _NOBODY, _NO_DEATHS))]
    if not nobody:
        return
    some = [(each, *found) for each in material.statements if (found := _harm(each, _HURT, _DEAD))]
    for denied, of_death, without in nobody[: agreement.POSTINGS]:
        for claim, dead, clause in some:
            if claim.document == denied.document or (of_death and not dead):
                continue
            if _NOBODY.search(clause) or _NO_DEATHS.search(clause) or lexicon.HEDGE.search(clause):
                continue
            where = _where(material, claim, clause) & _where(material, denied, without)
            day = any(a[0] == "d" and len(a) == agreement.DAY for a in claim.anchors & denied.anchors)
            if not where or (not day and len(where) < 2) or apart(claim, denied):
                continue
            weight = 1.5 * weight_of(material, where, denied, claim)
            yield Clash("nobody-or-some", f"harm {sorted(where)}", (denied, claim), where, weight)


def _harm(statement: Statement, hurt: re.Pattern[str], dead: re.Pattern[str]) -> tuple[bool, str] | None:
    """Whether it is of death, and the clause with the place that is told of before it."""
    found = hurt.search(statement.folded) or dead.search(statement.folded)
    if not found:
        return None
    start = statement.folded.rfind("；", 0, found.start()) + 1
    end = statement.folded.find("；", found.end())
    clause = statement.folded[start : end if end >= 0 else len(statement.folded)]
    return not hurt.search(statement.folded), clause


def _where(material: Material, statement: Statement, clause: str) -> frozenset[str]:
    """What tells the event: places, things and acts of the part of the sentence."""
    return frozenset(
        anchor
        for anchor in statement.anchors
        if (anchor[0] == "w" and anchor in material.telling_words and anchor[2:] in clause)
        or (anchor[0] == "a" and anchor[2:] not in _RISING)
    )


# --- an article sets two accounts against each other -----------------------------------

_BUT = re.compile(
    r"^[“\"']?(?:但是?|可是|不过|然而|却|but|however|yet)(?![愿凡])|^[^，。]{2,14}?则(?=[称说表在])"
)
_SAYS = cue(
    "称|说|表示|公布|声明|公告|口径|写的是|显示|报告|报道|报导|据|强调|透露|估计",
    r"sa(?:id|ys) | told | according | claim\w* | statement | report\w* | shows? | showed | puts?",
    end=r"\b",
)
_DISPUTES = cue(
    "不(?:接受|认可|认同|承认)[^，。]{0,6}(?:数字|数据|说法|结果|结论)|对不上|说法不一",
    "reject(?:s|ed) the (?:figure|number|finding|result)s? | "
    "disput(?:es|ed) the (?:figure|number|finding|result)s?",
)


def contrasted(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Two numbers that one article sets against each other, each told by the article that says it best."""
    for document in range(len(material.documents)):
        statements = material.of(document)
        for place, later in enumerate(statements[1:], 1):
            if not _against(statements, place):
                continue
            earlier = statements[place - 1]
            if _WHY.search(earlier.folded) and _SAYS.search(earlier.folded) and _BUT.search(later.folded):
                yield _two_reasons(material, earlier, later)
            for earlier in statements[max(0, place - 2) : place]:
                disputed = _DISPUTES.search(later.folded)
                if later.quantities and earlier.quantities and (disputed or _SAYS.search(earlier.folded)):
                    yield from _pairs(material, earlier, later)


_WHY = re.compile(
    r"为什么|为何|缘由|(?:离职|辞职|离开|事故|失败|下跌|起火|停产)的?原因|\bwhy\b|\breasons? (?:for|behind)\b"
)


def _two_reasons(material: Material, earlier: Statement, later: Statement) -> Clash:
    about = frozenset(anchor for anchor in earlier.anchors if anchor[0] in "ew")
    weight = weight_of(material, earlier.anchors & later.anchors, earlier, later) + SAME_SUBJECT
    return Clash("why", f"why {earlier.place[0]}-{earlier.place[1]}", (earlier, later), about, weight)


def _against(statements: Sequence[Statement], place: int) -> bool:
    statement = statements[place]
    if not _SAYS.search(statement.folded):
        return False
    return bool(_BUT.search(statement.folded) or _DISPUTES.search(statement.folded))


def _pairs(material: Material, earlier: Statement, later: Statement) -> Iterator[Clash]:
    mine, theirs = list(measures(material, earlier)), list(measures(material, later))
    disputed = _DISPUTES.search(later.folded) is not None
    pairs = [
        (one, other)
        for one in mine
        for other in theirs
        if one.kind == other.kind
        and one.apart(other)
        and not (one.compared or other.compared)
        and (disputed or one.near & other.near or (one.thing and one.thing == other.thing))
        and (one.kind != "time" or (one.elapsed and other.elapsed))
        and (one.kind != "count" or one.quantity.unit == other.quantity.unit or one.counts(other))
    ]
    if not pairs or any(not one.apart(other) for one in mine for other in theirs if one.kind == other.kind):
        return
    one, other = max(
        pairs,
        key=lambda pair: (pair[0].quantity.unit == pair[1].quantity.unit, len(pair[0].near & pair[1].near)),
    )
    near = (earlier.anchors & later.anchors) | (one.near & other.near)
    first, second = _best_tellers(material, one, other, near)
    shared = frozenset(near & material.heft.keys())
    weight = 1.5 * weight_of(material, shared, first.statement, second.statement) + SAME_SUBJECT
    question = f"contrast {earlier.place[0]}-{earlier.place[1]}"
    kind = "how-long" if one.kind == "time" else "how-many"
    about = (first.near & second.near) or shared
    answers = f"{first.text} / {second.text}"
    yield Clash(kind, question, (first.statement, second.statement), about, weight, answers)


def _best_tellers(
    material: Material, one: Measure, other: Measure, near: frozenset[str]
) -> tuple[Measure, Measure]:
    """The same two numbers from two articles, where another has one of them for the same thing."""
    tellers = [_tellers(material, one, near), _tellers(material, other, near)]
    ranked = sorted(
        (
            (first.statement.document == second.statement.document) + (first.statement is second.statement),
            any(
                agreement.latin(each.statement) != agreement.latin(written.statement)
                for each, written in ((first, one), (second, other))
            ),
            -choosing.form(first.statement) - choosing.form(second.statement),
            first.statement.place,
            second.statement.place,
        )
        for first in tellers[0]
        for second in tellers[1]
    )
    best = ranked[0]
    first = next(each for each in tellers[0] if each.statement.place == best[3])
    second = next(each for each in tellers[1] if each.statement.place == best[4])
    return first, second


def _tellers(material: Material, measure: Measure, near: frozenset[str]) -> list[Measure]:
    key = amounts.quantity_key(measure.quantity)
    found = [measure]
    for statement in material.carriers.get(key, ())[: agreement.POSTINGS]:
        if statement is measure.statement or len(near & statement.anchors - {key}) < 1:
            continue
        same = [each for each in measures(material, statement) if amounts.quantity_key(each.quantity) == key]
        found += same[:1]
    return found
