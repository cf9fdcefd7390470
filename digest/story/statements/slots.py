"""Questions a sentence answers: how long after, what became of it; and where its clauses are. Pure.

A slot is a question that two sources may answer differently; its value is the
answer. A slot is filled only where the clause itself says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from digest.language.cues import cue
from digest.language.lazy import regex
from digest.story.statements import lexicon
from digest.story.statements.material import Stance, Statement

if TYPE_CHECKING:
    from digest.language.numbers import Quantity

_CLAUSE = regex(r"(?:[^，。；！？,;!?：:]+|(?<=\d)[,，:](?=\d))+")
_REACH = {"zh": 12, "en": 40}
"""Characters between a number and the act it is tied to."""
_HOURS = {"小时": 1, "钟头": 1, "天": 24, "日": 24, "周": 168, "星期": 168, "个月": 720, "年": 8760,
          "hour": 1, "day": 24, "week": 168, "month": 720, "year": 8760}  # fmt: skip
_LATER = regex(
    r"(?P<few>几|数|several|a few|some)?(?P<number>[0-9]+|[一二两三四五六七八九十半]+"
    r"|one|two|three|four|five|six|seven|eight|nine|ten)?[ ]?个?[ ]?"
    r"(?P<unit>小时|钟头|天|日|周|星期|月|年|hours?|days?|weeks?|months?|years?)(?:之?后| later\b| after\b)",
    re.IGNORECASE,
)
LATER = cue("后", "later | after")
"""Without one of these a sentence opens with no interval."""
_AFTERCLAUSE = regex(r"^(?P<before>[^，。,]{2,40}?(?:之后|以后|后))[，,](?P<main>.+)$")
_AFTERCLAUSE_EN = regex(r"^(?:after|following) (?P<before>[^,]{3,80}),(?P<main>.+)$", re.IGNORECASE)


def is_tied(statement: Statement, quantity: Quantity) -> bool:
    """Whether the clause ties a quantity to an act: 12人死亡, $10 billion invested."""
    reach = _REACH["en" if statement.folded.isascii() else "zh"]
    return any(
        start <= quantity.start < end
        and any(
            min(abs(first - quantity.end), abs(quantity.start - last)) <= reach
            for first, last, _ in lexicon.acts(statement.folded)
            if start <= first < end
        )
        for start, end in clauses(statement.folded)
    )


@dataclass(frozen=True, slots=True)
class Interval:
    """Something happened so many hours after what was told before: ``low`` to ``high``."""

    statement: Statement
    low: float
    high: float
    surface: str

    def excludes(self, other: Interval) -> bool:
        """Three times as long at least: people round."""
        return self.high * 3 <= other.low or other.high * 3 <= self.low


def interval(statement: Statement) -> Interval | None:
    """The interval a sentence opens with: 几个小时后, 3天后, Three days later."""
    match = _LATER.match(statement.folded) or _LATER.match(statement.folded.lstrip("而但，, "))
    if not match:
        return None
    unit = match["unit"].rstrip("s")
    hours = _HOURS.get(unit) or _HOURS.get(f"个{unit}")
    number = _small(match["number"])
    start = statement.folded.find(match.group())
    if hours is None or (number is None and not match["few"]):
        return None
    low, high = (number, number) if number else (2, 9)
    return Interval(statement, low * hours, high * hours, statement.text[start : start + len(match.group())])


_SMALL = {
    word: value
    for words in ("一 二 三 四 五 六 七 八 九 十", "one two three four five six seven eight nine ten")
    for value, word in enumerate(words.split(), 1)
} | {"两": 2, "半": 0.5}


def _small(word: str | None) -> float | None:
    if not word:
        return None
    return float(word) if word.isdigit() else _SMALL.get(word.lower())


@dataclass(frozen=True, slots=True)
class Outcome:
    """After an act (``before``: whom and what), something else came: ``after``, acts."""

    statement: Statement
    entities: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


def outcome(statement: Statement, spellings: dict[str, tuple[str, ...]]) -> Outcome | None:
    """What came after whose act: (雷克离职)后，(解散). None unless the sentence opens with the act."""
    simple = statement.simple
    match = ("后" in simple and _AFTERCLAUSE.match(simple)) or _AFTERCLAUSE_EN.match(simple)
    if not match:
        return None
    before, after = lexicon.actions(match["before"].lower()), lexicon.actions(match["main"].lower())
    who = frozenset(
        key for key in statement.entities if any(name in match["before"] for name in spellings.get(key, ()))
    )
    return Outcome(statement, who, before, after) if who and before and after else None


@lru_cache(maxsize=16_384)
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Where the clauses of a sentence, folded or not, begin and end."""
    return tuple(each.span() for each in _CLAUSE.finditer(text))


def clause_span(statement: Statement, place: int) -> tuple[int, int]:
    """Where the clause begins and ends in which *place* stands."""
    return _clause_span(statement.folded, place)


def _clause_span(folded: str, place: int) -> tuple[int, int]:
    return next((span for span in clauses(folded) if place < span[1]), (0, len(folded)))


def part_span(statement: Statement, place: int) -> tuple[int, int]:
    """Where the part of a sentence begins and ends that has *place*: between semicolons, behind a colon."""
    return next(span for span in _parts(statement.folded) if place < span[1])


_PART_ENDS = regex(r"[；;]|[：:](?!\d)")


@lru_cache(maxsize=16_384)
def _parts(folded: str) -> tuple[tuple[int, int], ...]:
    return tuple(pairwise((0, *(found.end() for found in _PART_ENDS.finditer(folded)), len(folded))))


def clause_at(statement: Statement, place: int) -> str:
    """The folded clause in which *place* stands."""
    start, end = clause_span(statement, place)
    return statement.folded[start:end]


def stance(statement: Statement, place: int) -> Stance:
    """How the words before *place*, in its clause, put it: as a fact, a promise, not so, or perhaps."""
    return _stance(statement.folded, place)


_GOES_ON = regex(r"\s*(?:并|同时|以及|and\b)")


@lru_cache(maxsize=16_384)
def _stance(folded: str, place: int) -> Stance:
    start, end = _clause_span(folded, place)
    clause = folded[start:end]
    reach = _GOVERNED["en" if folded.isascii() else "zh"]
    before = folded[max(start, place - reach) : place]
    negated = lexicon.NEGATION.search(before)
    if negated and not _OF_ANOTHER.search(before, negated.end()):
        return "denied"
    if _NEVER_CAME.search(folded, place, place + 2 * reach):
        return "denied"
    if lexicon.HEDGE.search(clause):
        return "maybe"
    if _GOES_ON.match(clause):  # 计划扩大团队，并投入20%: what is planned goes on
        clause = folded[: start + len(clause)]
    return "promise" if lexicon.PROMISE.search(clause) else "fact"


_NEVER_CAME = regex(
    r"(?:至今|一直|从来|始终|迟迟|仍然?|还|都|却)?(?:一分|分文)?(?:未|没有?|从未)"
    r"(?:发放|发给|发过|发(?![现生布表出])|兑现|支付|付清|到账|到位|拿到|收到|给过|见着)"
    r"|\b(?:never|not yet|has not|have not|had not) (?:been )?(?:paid|received|arrived|delivered|come)"
    r"|\bunpaid\b"
)
"""What was promised did not come: the 20 million of bonus that he promised, 至今一分未发."""
_OF_ANOTHER = regex("的[\u4e00-\u9fff]{4}")
"""还没有产品|的公司宣布拿到: what is denied is closed by 的, and something else is told of the number."""
_GOVERNED = {"zh": 16, "en": 30}
"""So near before a number a negation denies it: never received the promised 20 %."""
