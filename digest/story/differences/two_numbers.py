"""Two numbers that an article sets against each other, in a sentence or in two. Pure.

工会说有47个镜头坏了；审计院数出来是39个. Two voices, each with a number of one kind,
and what is counted is the same or left out the second time; or a sentence that
says itself that a number was otherwise given. Each number is shown by the article
that tells it best.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from digest.language.cues import cue
from digest.language.lazy import regex
from digest.language.words import is_noun, tagged
from digest.story.differences.attributions import Said, attributions, other_speakers
from digest.story.differences.clash import SAME_SUBJECT, Clash, matter, weight_of
from digest.story.differences.opposed import ACCOUNTS_DIFFER
from digest.story.differences.tellers import best_tellers, with_the_number
from digest.story.differences.voices import BUT, FORM, LONG, NEXT
from digest.story.matching.strangers import RISING
from digest.story.names.entities import Entity
from digest.story.statements import amounts, choosing
from digest.story.statements.material import Material, Statement
from digest.story.statements.measures import CLOCK, Measure, measures, same_kind, told

_Pair = tuple[Measure, Measure]


def two_numbers(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Of each sentence, or of it and the one or two before it."""
    everything = told(material)
    for document in range(len(material.documents)):
        statements = material.of(document)
        for place, later in enumerate(statements):
            theirs = measures(material, later)
            if not theirs:
                continue
            inside = _in_one_sentence(later, theirs)
            if inside:
                yield _whole(material, inside, everything)
                continue
            disputed = _DISPUTES.search(later.folded) is not None
            for earlier in statements[max(0, place - (2 if disputed else 1)) : place]:
                if later.index - earlier.index > NEXT + disputed:
                    continue
                pair = _in_two_sentences(material, earlier, later, disputed=disputed)
                if pair:
                    yield _pair(material, pair, everything)


# --- in one sentence -----------------------------------------------------------------


def _in_one_sentence(statement: Statement, mine: Sequence[Measure]) -> _Pair | None:
    if len(mine) < 2 or choosing.form(statement) < FORM or choosing.length(statement.text) > LONG:
        return None
    said = attributions(statement.folded)
    found = [
        (one, other)
        for place, one in enumerate(mine)
        for other in mine[place + 1 :]
        if _comparable(one, other)
        and _set_apart(statement.folded, said, one, other)
        and all(each is other or each.kind != other.kind or _apart(each, other) for each in mine)
    ]
    return min(
        found,
        key=lambda pair: (pair[0].quantity.start - _told_from(said, pair[0]), _ratio(pair)),
        default=None,
    )


def _told_from(said: Sequence[Said], measure: Measure) -> int:
    """Where the content begins that has the number: the first number in it is the answer."""
    return max((each.start for each in said if each.start <= measure.quantity.start < each.end), default=0)


def _comparable(one: Measure, other: Measure) -> bool:
    """Of one kind, far enough apart and not too far, and not of two things."""
    units = {one.quantity.unit, other.quantity.unit} - {"", "个"}
    one_unit = len(units) < 2 or one.kind == "time"
    of_one_kind = same_kind(one, other) or (one.quantity.unit in amounts.MONEY and not other.quantity.unit)
    if not of_one_kind or not one_unit or other.part or other.known or one.of_other_things(other):
        return False
    if one.whole or other.whole:
        return False
    return one.of_one_order(other) and _apart(one, other)


def _apart(one: Measure, other: Measure) -> bool:
    """Two numbers; of times in one unit nobody has rounded three days to two."""
    if not one.kind == other.kind == "time":
        return one.apart(other)
    if one.quantity.unit == other.quantity.unit:
        return amounts.apart(one.quantity, other.quantity)
    return not 1 / ROUNDED_TIME < one.low / (other.low or 1) < ROUNDED_TIME


ROUNDED_TIME = 1.5
"""So many times as long a time may be in another unit: 90 minutes and an hour."""


def _ratio(pair: _Pair) -> float:
    """How far apart two numbers are: 47 of 142 and 39 of them, not 142 and 39."""
    one, other = (float(each.quantity.value) or 1.0 for each in pair)
    return abs(math.log(one / other))


_REALLY = regex(r"，?(?:但|而)?(?:其实|实际)上?(?:大约|约|只|仅)?(?:是|为|有)?")
"""Between two numbers: 那次著名的10813米，实际大约是10694米."""
_OR = regex("[，、]?(?:还是|或是?)(?:在|于)?| or ")
"""Between two numbers of which it is said that both are told."""
_BREAK = regex(r"[；;]|却|但|\b(?:but|while|whereas|though)\b")
"""Between what the author tells himself and another's word."""
_GIVEN = "公告|声明|公布|官方|通报|报道|宣布|公司|招股书|财报|警方|披露|坊间|外界|传闻|此前"
_THAN = regex(rf"(?:比|较|而不是|而非|不是)[^，。；]{{0,10}}(?:{_GIVEN})[^，。；\d]{{0,8}}$")
_THAN_EN = regex(r"\b(?:than|not|from|against) (?:the )?$")
_GIVEN_EN = regex(
    r" [^.,;]{0,40}\b(?:announced|reported|claimed|stated|said|given|disclosed|admitted|published|official)\b"
)
_BEFORE = 24


def _set_apart(text: str, said: Sequence[Said], one: Measure, other: Measure) -> bool:
    between = text[one.quantity.end : other.quantity.start]
    if _REALLY.fullmatch(between) or _set_right(text, other):
        return True
    if _OR.fullmatch(between) and ACCOUNTS_DIFFER.search(text):
        return True
    mine, theirs = (
        next((said_ for said_ in said if said_.start <= each.quantity.start < said_.end), None)
        for each in (one, other)
    )
    if not theirs or mine == theirs:
        return False
    alike = _is_bare(text, theirs, other) or not one.near.isdisjoint(other.near) or one.of_the_same(other)
    if mine:
        alike = alike or _same_verb(text, mine, one, theirs, other)
        return alike and other_speakers(mine, theirs)
    return _BREAK.search(between) is not None and alike


def _set_right(text: str, given: Measure) -> bool:
    """Its own sentence says that the number was otherwise given: 比公告里的182亿少了近一成."""
    before = text[max(0, given.quantity.start - _BEFORE) : given.quantity.start]
    if _THAN.search(before):
        return True
    return bool(_THAN_EN.search(before) and _GIVEN_EN.match(text, given.quantity.end))


def _whole(material: Material, pair: _Pair, everything: Sequence[Measure]) -> Clash:
    """The sentence, beside the best of another article that gives one of its numbers."""
    one, other = pair
    statement = other.statement
    beside = next((found for each in pair if (found := with_the_number(material, each, everything))), None)
    claims = (beside, statement) if beside else (statement,)
    about = frozenset(each for each in statement.anchors & material.heft.keys() if each[0] in "ewa")
    weight = weight_of(material, about, statement) + _AT_ONCE
    question = f"numbers {one.kind} {' '.join(sorted(str(each.quantity.value) for each in pair))}"
    answers = f"{one.text} / {other.text}"
    heard = " ".join(f"{said.who}{said.verb}" for said in attributions(statement.folded))
    near = (each for each in one.near | other.near if _names_it(each) and each[2:] not in heard)
    about = frozenset(near) | {each for each in matter(material, *claims) if each[2:] not in heard}
    return Clash("both-sides", question, claims, about, weight + SAME_SUBJECT, answers)


def _names_it(anchor: str) -> bool:
    """A noun near a number says what it is of."""
    return anchor[0] in "ca" or (anchor[0] == "w" and not anchor.isascii() and is_noun(anchor[2:]))


_AT_ONCE = 1.0
"""So much more a sentence tells with its two numbers than as two voices."""

# --- in two sentences -----------------------------------------------------------------

_DISPUTES = cue(
    "不(?:接受|认可|认同|同意|承认)[^，。]{0,6}(?:数字|数据|说法|算法|估算|比例|结果|结论)|对不上|说法不一|提出异议"
    r"|质疑[，：]|更正[，：]|(?:说|称|认为|坚持)[^，。]{0,2}(?:数目|数字|金额|总额|总数|人数|数额|比例)[^，。]{0,3}(?:是|为|只有)",
    r"reject(?:s|ed) the (?:figure|number|finding|result)s?"
    r" | disput(?:es|ed) the (?:figure|number|finding|result)s?"
    r" | question(?:s|ed) the (?:figure|number|count|total)s?"
    r" | puts? (?:the |its |that )?(?:sum|figure|number|total|toll|cost|count|share|amount|loss(?:es)?|it)"
    r"(?: of [^.,;]{3,40})? at",
    end=r"\b",
)
"""A number that is given is said to be wrong, and here is the right one."""
_NO_MORE = regex(
    r"(?:说|称|表示|认为|坚持|估[计算]|强调)，?[^，。；]{0,14}(?:只有|仅有?|不过是|不超过|不会超过|最多|不到|顶多)"
    r"|\b(?:sa(?:ys|id)|insist(?:s|ed)|estimate[sd]?|claim(?:s|ed)?)\b[^.;]{0,40}"
    r"\b(?:only|no more than|fewer than|closer to|nearer|at most)\b"
)
"""Another side's number is less, it says."""


def _in_two_sentences(
    material: Material, earlier: Statement, later: Statement, *, disputed: bool
) -> _Pair | None:
    """Another side's number; it insists, says less, disputes, or tells of the same thing or act."""
    mine, others = measures(material, earlier), measures(material, later)
    if not mine:
        return None
    answer, said = attributions(later.folded), attributions(earlier.folded)
    if not answer or any(not other_speakers(each, answer[0], one_sentence=False) for each in said):
        return None
    if any(not _apart(one, other) for one in mine for other in others if one.kind == other.kind):
        return None  # it knows the other's number
    against = disputed or answer[0].insists or bool(BUT.search(later.folded) or _NO_MORE.search(later.folded))
    pairs = [
        (one, other)
        for one in mine
        for other in others
        for theirs in answer
        if theirs.start <= other.quantity.start < theirs.end
        and (said or disputed or _SLOT.search(theirs.verb))
        and _comparable(one, other)
        and not (one.compared or other.compared or one.part)
        and (_is_all(later.folded, theirs, other) or _of_one_thing(one, other, against=against))
    ]
    return max(pairs, key=lambda pair: (len(pair[0].near & pair[1].near), -_ratio(pair)), default=None)


_SLOT = regex("(?:时间|日期|数字|数目|金额|人数|价格)(?:却|则)?是")
"""记录里的时间是4点: it answers by itself what the sentence before tells."""
_ENDS = regex(r"(?:左右|上下)?(?:\s*(?:[，。；,.;”]|--|and (?:about )?\d)|$)")


def _is_all(text: str, said: Said, measure: Measure) -> bool:
    """The number is all the answer there is: she measured 97 seconds."""
    return _is_bare(text, said, measure) and _ENDS.match(text, measure.quantity.end) is not None


_BARE = regex(
    r"[\s，：]*(?:其实|实际上?|一共|总共|大约|大概|至少|最多|不到|超过|只|仅|才|就|也|是|有|约|近|达|为|共|了|的)*"
    r"|\s*(?:that )?(?:it |there )?(?:(?:was|were|is|are|only|about|some|over|around|at|nearly|in fact) )*"
    r"|[^.,;]*\b(?:figure|number|toll|total|count|sum|cost|share|amount|it|losses) (?:of [a-z ]+ )?"
    r"(?:at|is|was) (?:about )?"
)


def _is_bare(text: str, said: Said, measure: Measure) -> bool:
    """Of what it is a number is left out: 他说40个; puts the figure at 1,800."""
    return _BARE.fullmatch(text, said.start, measure.quantity.start) is not None


def _same_verb(text: str, mine: Said, one: Measure, theirs: Said, other: Measure) -> bool:
    """学费涨了5%, 涨了12%: the verb again, without what it is of."""
    again = text[theirs.start : other.quantity.start].strip(" ，")
    if not (1 < len(again) <= _VERB and text[mine.start : one.quantity.start].endswith(again)):
        return False
    return not any(mark.startswith("n") for _, mark in tagged(again))


_VERB = 6


def _of_one_thing(one: Measure, other: Measure, *, against: bool) -> bool:
    """The same is counted or it is left out, or the same stands near both and one is against the other."""
    if one.kind in ("count", "person"):
        mine, theirs = _acts(one), _acts(other)
        if (mine or theirs) and mine.isdisjoint(theirs):
            return False  # who was rescued, and who was on board
        return one.counts(other) or (against and not other.things)
    near = one.kind == CLOCK or not one.near.isdisjoint(other.near)
    return against and near and (one.kind != "time" or one.elapsed == other.elapsed)


def _acts(measure: Measure) -> frozenset[str]:
    """What is done by or to those who are counted: they are dead, or missing."""
    return frozenset(each for each in measure.near if each[0] == "a" and each[2:] in RISING)


def _pair(material: Material, pair: _Pair, everything: Sequence[Measure]) -> Clash:
    one, other = pair
    near = (one.statement.anchors & other.statement.anchors) | (one.near & other.near)
    topic = frozenset(
        each for each in one.statement.anchors | other.statement.anchors if each[0] not in "qnrd"
    )
    first, second = best_tellers(material, one, other, topic, everything)
    shared = frozenset(near & material.heft.keys())
    weight = 1.5 * weight_of(material, shared, first.statement, second.statement) + SAME_SUBJECT
    question = f"numbers {one.kind} {' '.join(sorted(str(each.quantity.value) for each in pair))}"
    kind = "how-long" if one.kind == "time" else "how-many"
    about = (first.near & second.near) or shared or first.near | second.near
    about = about or matter(material, first.statement, second.statement)
    return Clash(
        kind, question, (first.statement, second.statement), about, weight, f"{first.text} / {second.text}"
    )
