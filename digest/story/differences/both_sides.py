"""One sentence that tells both sides: what one says, and that another says otherwise. Pure.

Two speakers in one sentence differ when the second denies or insists, when one
content is negated and the other is not, when both give a number of one kind,
when both say what it *is* (是..的), when a but stands between, or when the second
is whom the first speaks of. It is the whole difference by itself; another
article that gives one of the two stands beside it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from digest.story.differences.attributions import Said, attributions, other_speakers
from digest.story.differences.clash import SAME_SUBJECT, Clash, matter, weight_of
from digest.story.matching import weights
from digest.story.names.entities import Entity
from digest.story.statements import amounts, choosing, lexicon
from digest.story.statements.material import Material, Statement
from digest.story.statements.measures import SIZE, Measure, measures, same_kind, told

FORM, LONG = 0.3, 100
"""What is told at length is a story, not two words side by side."""


def both_sides(material: Material, entities: Sequence[Entity]) -> Iterator[Clash]:
    """Sentences that tell both sides."""
    everything = told(material)
    for statement in material.statements:
        if choosing.form(statement) < FORM or choosing.length(statement.text) > LONG:
            continue
        numbers = _two_numbers(material, statement)
        if numbers:
            one, other = numbers
            beside = next(
                (found for each in numbers if (found := _with_the_number(material, each, everything))), None
            )
            yield _clash(material, statement, f"{one.text} / {other.text}", beside)
        elif any(opposed(statement.folded, *pair) for pair in two_speakers(statement.folded)):
            yield _clash(material, statement)


def two_speakers(folded: str) -> Iterator[tuple[Said, Said]]:
    """Two speakers of a sentence, one right behind the other."""
    said = attributions(folded)
    for one, other in pairwise(said):
        if (
            one.end <= other.start
            and other_speakers(one, other)
            and len(folded[one.start : one.end].strip(_MARKS)) > 1
        ):
            yield one, other


_MARKS = " ，；：。、“”「」,;:."


def opposed(folded: str, one: Said, other: Said) -> str:
    """Why the two words are two answers to one question; "" where they may well be one after the other."""
    mine, theirs = folded[one.start : one.end].strip(_MARKS), folded[other.start : other.end].strip(_MARKS)
    if other.denies:
        return "denies"
    if other.insists:
        return "insists"
    if not theirs:
        return ""
    negated = bool(lexicon.NOT_SO.search(mine)), bool(lexicon.NOT_SO.search(theirs))
    shares = _shares(mine, theirs)
    if negated[0] != negated[1] and (shares or len(theirs) <= ELLIPSIS):
        return "so-and-not-so"
    if all(each.verb.endswith("是") for each in (one, other)) or (_IS.search(mine) and _IS.search(theirs)):
        return "is-and-is"
    if _CAUSES.search(mine) and _CAUSES.search(theirs):
        return "causes"
    between = folded[max(one.end - 4, 0) : other.start]
    if _BUT.search(between) and (shares or _spoken_of(mine, other) or _ACCUSES.search(one.verb)):
        return "but"
    if _spoken_of(mine, other) or _spoken_of(theirs, one):
        return "answers"
    if folded.isascii() and ";" in folded[one.end - 2 : one.end + 2] and one.verb[:3] == other.verb[:3]:
        return "side-by-side"
    return ""


ELLIPSIS = 4
"""他说没有: an answer that leaves out what it is about."""
_IS = re.compile(
    r"^(?:那|这|此事|事情|原因|责任)?(?:就)?(?:是(?!否|不是)|系)|^[^，。；]{0,12}是[^，。；]{1,16}的$"
)
_BUT = re.compile(r"却|则|但|而|不过|惟|\b(?:but|while|whereas|though|although)\b")
_ACCUSES = re.compile(r"报道|报导|爆料|指控|指责|传|质疑|\b(?:alleg\w+|report\w*)$")
"""What is reported of somebody asks for his own word."""
_CAUSES = re.compile(
    r"归咎|归因|归罪|起因|原因|缘于|源于|因为|由于|所致|有关|害在|(?<![成为])因(?![此而素])"
    r"|\b(?:because|due to|blam(?:e|es|ed)|caused?|down to)\b"
)


def _shares(mine: str, theirs: str) -> bool:
    """Whether the two contents have a word in common: two Chinese characters, five letters."""
    if mine.isascii():
        words = set(re.findall("[a-z]{5,}", mine))
        return not words.isdisjoint(re.findall("[a-z]{5,}", theirs))
    return any(mine[at : at + 2] in theirs for at in range(len(mine) - 1) if _HAN_PAIR.match(mine, at))


_HAN_PAIR = re.compile("[\u4e00-\u9fff]{2}")


def _spoken_of(content: str, speaker: Said) -> bool:
    """Whether the one who answers is whom the other speaks of: 馆方说他睡着了，他说.."""
    if speaker.who.isascii():
        return re.search(rf"\b{re.escape(speaker.who)}\b", content) is not None
    return speaker.who in content


# --- two numbers -----------------------------------------------------------------------


def _two_numbers(material: Material, statement: Statement) -> tuple[Measure, Measure] | None:
    """报的是68亿；算出来是51亿: two numbers of one kind, each with its own teller."""
    mine = list(measures(material, statement))
    if len(mine) < 2:
        return None
    found = [
        (one, other)
        for place, one in enumerate(mine)
        for other in mine[place + 1 :]
        if _two_of_one(statement, one, other)
    ]
    return min(found, key=_ratio, default=None)


def _ratio(pair: tuple[Measure, Measure]) -> float:
    """How far apart two numbers are: 47 of 142 and 39 of them, not 142 and 39."""
    one, other = (float(each.quantity.value) or 1.0 for each in pair)
    return abs(math.log(one / other))


_REALLY = re.compile(r"，?(?:但|而)?(?:其实|实际)上?(?:大约|约|只|仅)?(?:是|为|有)?")
"""Between two numbers: 那次著名的10813米，实际大约是10694米."""


def _two_of_one(statement: Statement, one: Measure, other: Measure) -> bool:
    units = {one.quantity.unit, other.quantity.unit} - {""}
    ratio = one.quantity.value / (other.quantity.value or 1)
    if not same_kind(one, other) or len(units) > 1 or other.part or one.of_other_things(other):
        return False
    if one.kind == other.kind == "time":
        if not amounts.apart(one.quantity, other.quantity):
            return False
    elif not one.apart(other):
        return False
    if one.quantity.unit not in ("clock", "ballot") and not 1 / SIZE < ratio < SIZE:
        return False
    text = statement.folded
    between = text[one.quantity.end : other.quantity.start]
    if _REALLY.fullmatch(between):
        return True
    said = attributions(text)
    mine, theirs = (_teller(text, said, each) for each in (one, other))
    if not theirs or mine == theirs:
        return False
    if mine:
        return other_speakers(mine, theirs)
    # What the author tells himself, and another's word: of the same, or too short to be of anything else.
    rest = text[theirs.start : theirs.end].replace(other.quantity.surface.lower(), "").strip(_MARKS)
    return _BREAK.search(between) is not None and (
        len(rest) <= ELLIPSIS or not one.near.isdisjoint(other.near)
    )


_BREAK = re.compile(r"[；;]|却|但|\b(?:but|while|whereas|though)\b")
"""Between what the author tells himself and another's word."""


def _teller(text: str, said: Sequence[Said], measure: Measure) -> Said | None:
    """Whose content has the number; None where nobody's word has it before another speaks."""
    return next((each for each in said if each.start <= measure.quantity.start < each.end), None)


# --- what stands beside it ---------------------------------------------------------------


def _clash(
    material: Material, statement: Statement, answers: str = "", beside: Statement | None = None
) -> Clash:
    claims = (beside, statement) if beside else (statement,)
    shared = frozenset(
        anchor for anchor in statement.anchors if anchor in material.heft and anchor[0] in "ewa"
    )
    if beside:
        shared &= beside.anchors
    weight = weight_of(material, shared, *claims) + SAME_SUBJECT
    about = matter(material, *claims)
    question = f"both {statement.place[0]}-{statement.place[1]}"
    return Clash("both-sides", question, claims, about, weight, answers)


def _with_the_number(material: Material, measure: Measure, everything: Sequence[Measure]) -> Statement | None:
    """The best sentence of another article that gives the number as a fact, and of the same."""
    mine = measure.statement

    def rank(other: Measure) -> tuple[float, ...]:
        about = frozenset(each for each in other.statement.anchors & mine.anchors if each[0] not in "qnr")
        return (
            weights.latin(other.statement) == weights.latin(mine),
            weights.weigh(material, about),
            choosing.form(other.statement),
            *(-p for p in other.statement.place),
        )

    found = [
        each
        for each in everything
        if each.statement.document != mine.document
        and each.kind == measure.kind
        and amounts.same_value(each.quantity, measure.quantity)
        and not each.of_other_things(measure)
        and choosing.form(each.statement) >= STANDS
        and _of_the_same(material, each, measure)
    ]
    return max(found, key=rank).statement if found else None


def _of_the_same(material: Material, one: Measure, other: Measure) -> bool:
    """A number of three digits or a time to the minute tells by itself; any other, by what else is shared."""
    shared = one.statement.anchors & other.statement.anchors
    if any(map(weights.is_rare_number, shared)):
        return True
    about = weights.weigh(material, (each for each in shared if each[0] not in "qnrd"))
    return about >= SAME_SUBJECT or (
        one.kind == other.kind != "time" and not weights.latin(one.statement) and about >= 1
    )


STANDS = 0.6
