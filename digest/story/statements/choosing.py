"""Of several sentences that would do, which one a reader wants. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.language import quotation
from digest.language.announcing import announces
from digest.language.cues import cue
from digest.language.lazy import regex
from digest.story.statements import standing
from digest.story.statements.material import Material, Statement

_NET = cue(r"https?://|pic\.twitter|www\.|#\w{3,}|@\w{3,}")
"""What a page shows around a text, or a message on the net."""
_HOST = regex(
    "先说|先来|再来说|接下来(?!，?[^，。；我咱你]{0,12}(?:将|会|[还仍]需|面临))|话说|说回|那[^，。]{1,8}呢，"
)
"""A host on the way to the matter: 先说背景，去年7月.."""
SHORT, GOOD_FROM, GOOD_TO, LONG = 12, 22, 90, 170
"""Lengths in Chinese characters; a Latin letter counts as a third of one."""
_OF_GRADE = {standing.STANDS: 1.0, standing.LEANS: 0.72, standing.ADRIFT: 0.38, standing.DANGLES: 0.3}


def length(text: str) -> float:
    """In Chinese characters; three Latin letters tell about as much as one."""
    # In UTF-8 a Chinese character has three bytes and a Latin letter one.
    narrow = (3 * len(text) - len(text.encode("utf-8", "replace"))) / 2
    return len(text) - narrow * 2 / 3


def form(statement: Statement) -> float:
    """0 to 1: does it stand alone, is it neither a scrap nor an essay, told, not asked, and the author's?"""
    if statement.form is None:
        leads_in = "lead-in" in statement.sentence.traits or statement.folded.rstrip().endswith(("：", ":"))
        leads_in = leads_in or announces(statement.simple)
        wording = statement.text, statement.simple, statement.folded
        score = _of_wording(*wording, statement.grade, statement.opinion)
        statement.form = score * (0.3 if leads_in else 1.0) * (1 - statement.sentence.doubt)
    return statement.form


def form_beside_date(statement: Statement) -> float:
    """`form` where the date is printed beside the sentence: 一个月后 and 也是在这个月 are no riddle there."""
    if statement.grade <= standing.LEANS:
        return form(statement)
    told = _OPENING_TIME.match(statement.simple)
    grade = max(standing.LEANS, standing.grade(statement.folded[told.end() :])) if told else statement.grade
    if statement.grade == standing.ADRIFT:
        grade = standing.LEANS
    return form(statement) / _OF_GRADE[statement.grade] * _OF_GRADE[grade]


_OPENING_TIME = regex("(?:也|就|正)?是?在?(?:这个|同一?|当|那个?)(?:月|天|年|日)，")


def form_of_plan(statement: Statement) -> float:
    """`form` where what lies ahead is told: 对此，大臣表示，将.. is understood without what it answers."""
    if statement.grade <= standing.LEANS:
        return form(statement)
    opening = _ANSWERS.match(statement.simple)
    if opening is None:
        return form(statement)
    grade = max(standing.LEANS, standing.grade(statement.folded[opening.end() :]))
    return form(statement) / _OF_GRADE[statement.grade] * _OF_GRADE[grade]


_ANSWERS = regex(
    "(?:但|而|不过|同时)?(?:对此|为此|因此|与此同时|当[天日晚]|同[天日]|随后|此后|之后|另一方面)，"
)


def form_beside_name(statement: Statement) -> float:
    """`form` where the name is printed beside the sentence: 他说 is no riddle there."""
    if statement.grade != standing.DANGLES or standing.is_broken(statement.simple):
        return form(statement)
    return form(statement) / _OF_GRADE[standing.DANGLES] * _OF_GRADE[standing.LEANS]


def form_beneath(statement: Statement) -> float:
    """`form` where the sentence before it tells the same: what it points at, and when, stands there."""
    if statement.grade <= standing.LEANS or standing.is_broken(statement.simple):
        return form(statement)
    return form(statement) / _OF_GRADE[statement.grade] * _OF_GRADE[standing.LEANS]


@lru_cache(maxsize=16_384)
def _of_wording(text: str, simple: str, folded: str, grade: int, opinion: bool) -> float:
    size, score = length(text), _OF_GRADE[grade]
    if size < SHORT or size > LONG:
        score *= 0.4
    elif not GOOD_FROM <= size <= GOOD_TO:
        score *= 0.85
    if standing.is_question(folded):
        score *= 0.3
    if opinion or standing.is_chat(folded):
        score *= 0.35
    if _NET.search(text):
        score *= 0.3
    if _HOST.match(simple):
        score *= 0.7
    return score


def quotes(statement: Statement) -> bool:
    """Whether it prints somebody's words, more than a few of them."""
    return _SPEECH.search(statement.text) is not None


_SPEECH = regex(r"“[^“”]{14,}”|「[^「」]{14,}」|\"[^\"]{30,}\"")


def freshness(material: Material, statement: Statement) -> float:
    """1 when neither this issue prints it yet nor the last one told it; falls with every use.

    Being a key point of its article is a use.
    """
    known = 0.3 if statement.place in material.told else 1.0
    return known * (1.0, 0.6, 0.15, 0.02)[min(3, material.used[statement.place])]


def news_value(material: Material, statement: Statement) -> float:
    """`freshness` for what stands above the list of articles, which leaves out what is printed already.

    A sentence that another section has must be clearly the better one to be printed again.
    """
    known = 0.3 if statement.place in material.told else 1.0
    return known * (1.0, 0.55, 0.25, 0.1)[min(3, printed(material, statement))]


RETOLD = 0.5
"""What is left of the news in a sentence with each other one that has told it."""


def untold(material: Material, statement: Statement) -> float:
    """`news_value`, less where other sentences have told the same (`digest.story.matching.retold`)."""
    return news_value(material, statement) * RETOLD ** min(2, material.retold[statement.place])


def printed(material: Material, statement: Statement) -> int:
    """How many sections print the statement so far, the list of articles apart."""
    uses = material.used[statement.place]
    return uses - 1 if uses and statement.key_point else uses


TWICE = 2
"""Nobody reads a sentence more often: once where it is news, once in the row that needs it."""


def worn(material: Material, statement: Statement) -> bool:
    """Whether the issue prints it as often as it may."""
    return printed(material, statement) >= TWICE


def worth(material: Material, statement: Statement) -> float:
    """Form, freshness, how central it is and how near the theme's question: where no better reason is."""
    return (
        form(statement) * freshness(material, statement) * (0.3 + material.central.get(statement.place, 0.0))
    )


_COUNTED = regex(
    r"(?:[两二三四五六七八九]|\d)[位名][^，。；]{0,6}?"
    r"(?:负责人|高层|高管|管理人员|创始人|创办人|董事|总裁|主管|领导|科学家|研究员|部长|教练|当事人)"
    r"|\b(?:two|three|four|five|both) (?:\w+ ){0,2}(?:leaders|executives|founders|directors|chiefs)\b"
)


_MAY_COUNT = cue("[位名]", "two | three | four | five | both", end=r"\b")


def counts_the_unnamed(material: Material, statement: Statement) -> bool:
    """三位高管同日离职 with none of them named: a reader takes them for those of the sentence above."""
    if not (_MAY_COUNT.search(statement.folded) and _COUNTED.search(statement.folded)):
        return False
    return all(key in material.firms or key in material.subjects for key in statement.entities)


def is_long_ago(material: Material, statement: Statement) -> bool:
    """It tells of years before its article and of nothing now, or stands where the text has gone back there.

    Whence somebody came, not where they are; nor what lasted until something ended it.
    """
    if statement.long_ago is None:
        statement.long_ago = _is_long_ago(material, statement)
    return statement.long_ago


def _is_long_ago(material: Material, statement: Statement) -> bool:
    if _is_revoked(material, statement):
        return True
    if tells_now(statement):
        return False
    now, told = material.known.get(statement.document, ""), last_told(statement)
    return bool(told and now) and int(told[:4]) + 1 < int(now[:4])


def _is_revoked(material: Material, statement: Statement) -> bool:
    """他仍努力维持平衡。|直到新模型发布。"""
    if not statement.signs & _STILL.signs or _STILL.search(statement.simple) is None:
        return False
    told = material.simplified[statement.document]
    behind = statement.index + 1
    return behind < len(told) and _UNTIL.match(told[behind]) is not None


def tells_now(statement: Statement) -> bool:
    """Whether it says itself that it tells how things are: 如今.., 至今.."""
    return _tells_now(statement.folded)


_STILL = cue("[仍还]|一直|始终|依然", "still | kept", end=r"\b")
_UNTIL = regex("(?:但|可)?(?:直到|直至)|until ", re.IGNORECASE)


@lru_cache(maxsize=16_384)
def _tells_now(folded: str) -> bool:
    return folded.startswith(_NOW) or any(map(folded.__contains__, _UNTIL_NOW))


_NOW, _UNTIL_NOW = ("如今", "目前", "现在", "now ", "today "), ("迄今", "至今", "截至")


def leans(statement: Statement) -> bool:
    """Whether the reader of a row, who has not read what came before, misses it: 对此, 最终, 该团队."""
    if statement.grade == standing.STANDS or tells_now(statement):
        may = statement.signs & _MAY_POINT.signs
        return bool(may) and _TO_THIS.search(statement.folded) is not None
    return True


_TO_THIS = regex(r"^[^，]{0,12}对此|(?:^|，)(?:但|而)?(?:此举|此外|另外|最终)|讽刺|\b(?:this|these|such)\b")
_MAY_POINT = cue("对此|此举|此外|另外|最终|讽刺", "this | these | such", end=r"\b")
"""Without one of these it does not."""


def last_told(statement: Statement) -> str:
    """The latest date that it tells of, else the one that the story around it has reached."""
    dates = [moment.date for moment in statement.moments if not moment.since]
    return max(dates) if dates else statement.led


def outside_quotes(statement: Statement) -> str:
    """What the author says himself, in simplified script and lower case."""
    return quotation.outside(statement.folded)


def is_personal(statement: Statement) -> bool:
    """Whether its author speaks of himself or to the reader."""
    return _I.search(outside_quotes(statement)) is not None


_I = cue(
    r"[我咱](?<![向跟对诉给].)(?!国|市|省|县|军)|听说|据说|你们|大家|诸位|注意[啊了，]|有意思的"
    r"|请(?:按时|记住|注意|各位|大家|放心)",
    "i | we | our | my | you | your",
    end=r"\b",
)
