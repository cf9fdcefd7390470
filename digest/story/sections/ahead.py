"""What is still open or planned as the story stands. Pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from digest.language import dates
from digest.language.cues import cue
from digest.language.dates import Mention, Resolved
from digest.language.lazy import regex
from digest.model import Excerpt
from digest.story.dates import background, chronology
from digest.story.matching import agreement, grouping, outcomes, weights
from digest.story.matching.spread import overlap, recent, says_the_same, spread
from digest.story.sections import lapsed
from digest.story.statements import choosing, moments, outlook, standing
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import DAY, MONTH, YEAR, Material, Moment, Statement
from digest.story.timeline import dating

LIMIT, PER_ARTICLE = 7, 4
RULE = "ahead:open-or-planned"
LEAST = 0.12
"""Share of the best one's score that all have."""
OF_LATE = 2
"""Months before the newest article in which plans without a day are plans; older ones have become history."""
LIVE_DAYS = 60
"""Days after its newest article up to which a story goes on: what was due by the issue's day is then past.

Later the issue looks back, and the newest article is the story's present."""
FORM, FORM_DATED = 0.6, 0.4
"""How well a plan must stand alone; with its day it may be short: 12月9日，股东将投票."""
CENTRAL = 0.15
"""Share of the most central statement's weight that a sentence has which names nobody of the story."""


def tell(material: Material, as_of: str) -> tuple[Excerpt, ...]:
    """What is open or planned, as the newest articles tell it, their last paragraphs before others.

    *as_of* is the day of the issue (``YYYY-MM-DD``).
    """
    old, now = dating.outdated(material, OF_LATE, surely=True), _present(material, as_of)
    done = frozenset(each.rank for each in material.having(outlook.DONE) if outlook.is_done(each))
    leads = grouping.leading_to(material, done)
    found = []
    for each in material.statements:
        if not (each.moments or each.signs & _MAY_LOOK_AHEAD) or choosing.form_of_plan(each) < FORM_DATED:
            continue
        unsettled, planned, timed = _looks_ahead(material, each)
        if not timed or not _of_the_story(material, each) or _is_heard(material, each):
            continue
        to_come = _to_come(material, each)
        dated = _dated(material, each, to_come, now, as_of, unsettled)
        if dated == "past" or not (planned or dated) or (each.document in old and dated != "ahead"):
            continue
        if dated != "ahead" and choosing.form_of_plan(each) < FORM:
            continue
        if dated != "ahead" and lapsed.is_of_its_day(material, each, now):
            continue
        if dated and not planned and not (_days(to_come) or _FALLS_DUE.search(each.simple)):
            continue  # 2027年 in passing
        if not (unsettled or dated) and (_is_vague(each) or _is_undated(each)):
            continue
        if _settled(material, each, unsettled, done, leads):
            continue
        exact = any(len(date.date) > YEAR for date in to_come)
        tail = 0.5 + 0.5 * each.index / (material.of(each.document)[-1].index or 1)
        known = (1.0 if unsettled or exact else 0.6) * tail
        score = known * recent(material, each) * _worth(material, each)
        found.append((score, each))
    chosen = spread(material, found, LIMIT, LEAST, RULE, per_document=PER_ARTICLE, same=_is_one_plan)
    return _with_tails(material, chosen)


def _with_tails(material: Material, chosen: Sequence[Excerpt]) -> tuple[Excerpt, ...]:
    """*chosen*, each article's last with the open question behind it that points back: 这些变化..有待观察.

    By itself such a sentence leaves open what it is about; beneath the plan it says what is open of that.
    """
    last = {each.article: each for each in chosen}
    rows: list[Excerpt] = []
    for excerpt in chosen:
        rows.append(excerpt)
        if len(chosen) < LIMIT and last[excerpt.article] is excerpt:
            rows += _tail(material, excerpt)
    return tuple(rows[:LIMIT])


def _tail(material: Material, plan: Excerpt) -> list[Excerpt]:
    """The first sentence behind *plan* that tells what is not known, and leans on what stands before it."""
    rank = next(place for place, document in enumerate(material.documents) if document.id == plan.article)
    for each in material.of(rank):
        if each.sentence.start > plan.source.start and outlook.is_unsettled(each):
            leans = choosing.form(each) < FORM_DATED <= FORM <= choosing.form_beneath(each)
            asked = standing.is_question(each.folded) or standing.is_chat(each.simple)
            if leans and not (asked or _PERSONAL.search(each.simple) or choosing.printed(material, each)):
                return [material.excerpt(each, RULE)]
    return []


def _is_heard(material: Material, statement: Statement) -> bool:
    """Whether it stands under the quotations already, which say whose plan it is."""
    return choosing.printed(material, statement) > 0 and choosing.quotes(statement)


def _worth(material: Material, statement: Statement) -> float:
    """As `choosing.worth`; a plan that several tell may be a point, too, and is a plan all the same."""
    central = 0.3 + material.central[statement.place]
    return choosing.form_of_plan(statement) * choosing.news_value(material, statement) * central


@once_for_copies
def _looks_ahead(material: Material, statement: Statement) -> tuple[bool, bool, bool]:
    """Whether it tells what is not known yet, or that or a plan; and whether it may be of a time to come."""
    unsettled = outlook.is_unsettled(statement)
    told = _LEARNED.sub("", statement.simple)
    planned = unsettled or _plans(told) or outlook.will_do(told)
    timed = planned or bool(statement.moments) or _TIMED.search(statement.simple) is not None
    aside = timed and (
        standing.is_question(statement.folded)
        or standing.is_chat(statement.simple)
        or statement.folded[:1] in '“"「'  # somebody's words are not the story's outlook
        or outlook.WAS_PLANNED.search(statement.folded)
        or _is_personal(statement.simple)
    )
    return unsettled, planned, timed and not aside


_LEARNED = regex("(?:得知|获悉|听说|听到|传出)[^，。；]*(?:消息)?(?:之?后|时)(?=，)")
"""在得知他将不回公司的消息后，..: the plan is what was known when something was done."""


def _is_one_plan(material: Material, one: Statement, other: Statement) -> bool:
    """Whether two tell one plan: what one article announces and sums up, or two languages of one day."""
    if one.document == other.document and overlap(one, other) >= TOLD_AGAIN:
        return True
    if weights.latin(one) != weights.latin(other):
        mine, theirs = (_days(_to_come(material, each)) for each in (one, other))
        if mine & theirs:
            return True
    return says_the_same(material, one, other)


TOLD_AGAIN = 0.4
"""Share of the shorter sentence's words in another of its own article, from which on that tells it again."""


@lru_cache(maxsize=16_384)
def _plans(simple: str) -> bool:
    """A plan that is told, not one given as the reason of something else, or as a thing: 原因是对手计划..."""
    return any(
        not _REASON_BEFORE.search(simple, 0, plan.start())
        and not (plan[0] == "plan to" and _OF_SOMEBODY.search(simple, 0, plan.start()))
        for plan in outlook.PLANS.finditer(simple)
    )


_TIMED = cue(r"将|20\d\d|明年|next |\d ?[日号]")
_MAY_LOOK_AHEAD = outlook.UNSETTLED.signs | outlook.PLANS.signs | _TIMED.signs


def _is_vague(statement: Statement) -> bool:
    """No more than an English will, of nothing that is done: the case will be watched."""
    if statement.actions or "will" not in statement.simple:
        return False
    return all(plan[0] == "will" for plan in outlook.PLANS.finditer(statement.simple))


def _is_undated(statement: Statement) -> bool:
    """It gives a day or month that may be any year's: what was planned then is history, it may be."""
    if not _NAMES_DAY.search(statement.simple):
        return False
    known = {moment.start for moment in statement.moments}
    return any(
        each.month and each.year is None and not each.relative and each.start not in known
        for each in chronology.mentions(statement.simple)
    )


_OF_SOMEBODY = regex(
    r"(?:\b(?:the|an?|its|their|his|her|our|this|that|any|no)|['’]s) (?:[a-z-]*[a-rt-z] ){0,2}$"
)
"""Before "plan to": the bank's aggressive plan to raise rates; not the officials plan to."""
_REASON_BEFORE = regex(r"(?:原因是|因为|由于|理由是|b(?<!\wb)ecause\b)[^，。；,;]*$")


def _present(material: Material, as_of: str) -> str:
    """The issue's day, or the newest article's where that is long ago."""
    newest = dating.newest(material)
    if len(newest) < len(as_of) or not newest:
        return newest
    days = (dt.date.fromisoformat(as_of) - dt.date.fromisoformat(newest)).days
    return as_of if days <= LIVE_DAYS else newest


def _dated(
    material: Material,
    statement: Statement,
    to_come: Sequence[Resolved],
    now: str,
    as_of: str,
    unsettled: bool,
) -> Literal["ahead", "past", ""]:
    """Whether the dates it gives, those *to_come* for its article, lie ahead of *now*, or one is over.

    今年第四季度 in an article of that year is neither; nor is the day of what is *unsettled* since
    (5日的表决结果仍有待公布), or the day on which the plan behind it was told (法务大臣5日表示，将..).
    """
    written = material.written(statement.document)
    if (last := lapsed.due_then(material, statement, written)) and moments.after(as_of, last):
        return "past"
    if any(moments.after(as_of if _COUNTED.match(each.evidence) else now, each.date) for each in to_come):
        return "past"
    if to_come:
        return "ahead"
    if unsettled and any(moments.after(now, day) for day in _days_awaited(statement, written)):
        return "past"
    for moment in statement.moments:
        if moment.date == now[:MONTH] and _LATER.match(statement.simple, moment.end):
            continue
        due_then = background.is_to_come(statement.simple, moment.start, moment.end)
        if not due_then and (unsettled or _is_told_on(statement, moment, written)):
            continue
        this_year = moment.date == now[:4] == written[:4] and _LATE.search(moment.resolved.evidence)
        if not this_year and (not moment.since or moment.resolved.precision == "year"):
            return "past"
    return ""


def _is_told_on(statement: Statement, moment: Moment, written: str) -> bool:
    """Whether a plan is told on that day, of the article's week: right behind it somebody speaks."""
    if len(written) < DAY or len(moment.date) < DAY or not _SPEAKS.match(statement.simple, moment.end):
        return False
    days = (dt.date.fromisoformat(written) - dt.date.fromisoformat(moment.date)).days
    return 0 <= days <= NEWS_DAYS


NEWS_DAYS = 7
_SPEAKS = regex("[^，。；]{0,16}(?:表示|宣布|透露|称|说|证实|强调|指出|公告|披露)|,? (?:said|announced|told)")


def _to_come(material: Material, statement: Statement) -> list[Resolved]:
    """The dates it gives that lie behind the day of writing, also those of no event.

    Of an article of which is only known since when it was written a day without a year is none.
    """
    written = material.written(statement.document)
    published = material.published(statement.document) != ""
    if not written:
        return []
    found = [moment.resolved for moment in statement.moments]
    known = {moment.start for moment in statement.moments}
    for mention in chronology.mentions(statement.simple) if _NAMES_DAY.search(statement.simple) else ():
        if mention.start not in known and (mention.year or mention.relative in _NEXT):
            resolved = dates.resolve(mention, written)
            found += [resolved] if resolved else []
        elif (
            published
            and mention.start not in known
            and mention.month
            and mention.day
            and not statement.simple.isascii()
        ):
            found += _next_day(statement, mention, written)
    return [each for each in found if moments.after(each.date, written)]


_NAMES_DAY = cue(
    r"\d|[年月]|明[天日晚]|下[一个個周週星礼禮]|omorrow|ext|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
"""Without one of these it gives no date but those that count from today or from what was told before."""


def _next_day(statement: Statement, mention: Mention, written: str) -> list[Resolved]:
    """12月15日开庭 in November: next month's, where nothing has come to pass."""
    if mention.relative or mention.ambiguous or len(written) < DAY or outlook.is_done(statement):
        return []
    resolved = dates.resolve(replace(mention, year=int(written[:4]) + (f"{mention.month:02}" < written[5:7])))
    near = resolved and 0 <= dates.months_between(written, resolved.date) <= NEAR_MONTHS
    return [resolved] if resolved and near else []


def _days_awaited(statement: Statement, written: str) -> Iterator[str]:
    """还要看7月5日的投票: the day that was awaited, in the year of an article that nothing dates exactly."""
    text = statement.simple
    if len(written) < MONTH or not _NAMES_DAY.search(text):
        return
    for mention in chronology.mentions(text):
        bare = mention.month and mention.day and mention.year is None and not mention.relative
        if bare and background.is_to_come(text, mention.start, mention.end):
            resolved = dates.resolve(replace(mention, year=int(written[:4])))
            if resolved and 0 <= dates.months_between(written, resolved.date) <= NEAR_MONTHS:
                yield resolved.date


NEAR_MONTHS = 2


_FALLS_DUE = regex("月[底初中末]?(?:结束|届满|期满|到期|生效|截止|开庭|宣判|举行|开幕|出狱|获释)")


def _days(dates_: Iterable[Resolved]) -> set[str]:
    return {each.date for each in dates_ if len(each.date) == DAY}


_NEXT = frozenset("tomorrow next-week next-month next-year".split())
_COUNTED = regex("明|下|next", re.IGNORECASE)
"""明年 of two years ago is no year to come, though an issue looks back."""
_LATER = regex("稍后|晚些|[内底末]|下旬")
"""本月|稍后, while that month lasts."""
_LATE = regex("季|半年|[底末]|quarter|end of")


def _of_the_story(material: Material, statement: Statement) -> bool:
    """It does not tell of years before; of a theme with a question it names or does something of it."""
    if choosing.is_long_ago(material, statement):
        return False
    if not material.has_question or _belongs(material, statement):
        return True
    # 重组完成之后..: right behind the plan to 重组.
    return any(
        statement.index - each.index <= ANSWER_REACH
        and _belongs(material, each)
        and each.words & statement.words
        and _plans(each.simple)
        for each in material.before(statement, ANSWER_REACH)
    )


def _belongs(material: Material, statement: Statement) -> bool:
    known = material.central[statement.place] >= CENTRAL or material.relevance[statement.place] > 0
    return known or bool(statement.entities)


def _settled(
    material: Material, statement: Statement, unsettled: bool, done: frozenset[int], leads: frozenset[str]
) -> bool:
    """The next sentences answer it, or a newer article tells that it has come to pass: one of *done*.

    The anchors *leads* lead to these.
    """
    if (
        unsettled
        and statement.actions
        and any(
            _answers(statement, each)
            for each in material.statements[statement.rank + 1 : statement.rank + 1 + ANSWER_REACH]
            if each.document == statement.document
        )
    ):
        return True
    if outcomes.overtaken(material, statement):
        return True
    if material.documents[statement.document].published is None:
        # What it tells of says only that it is no older: nobody knows which article is the newer.
        return False
    mine = material.recency[statement.document]
    planned = (f"x:{who}>{act}" for who in material.telling(statement.entities) for act in statement.actions)
    if any(
        deed in other.told and other.rank in done and material.recency[other.document] > mine
        for deed in planned
        for other in material.carriers.get(deed, ())
    ):
        return True
    if leads.isdisjoint(statement.anchors):
        return False
    return any(
        other.rank in done
        and material.recency[other.document] > mine
        and agreement.agree(material, statement, other, by_deed=True)
        for other in grouping.likely(material, statement)
    )


def _answers(question: Statement, other: Statement) -> bool:
    """Right behind it, of the same act: 尚不清楚谁接任。而他的职位将由舒宁担任."""
    behind = 0 < other.index - question.index <= ANSWER_REACH
    return behind and bool(question.actions & other.actions) and not outlook.is_unsettled(other)


ANSWER_REACH = 2
_PERSONAL = cue("[我咱](?![们国省市县区校院军方党台港馆局行])|你", "I | We | we | You | you | our", end=r"\b")
_QUOTES = regex('[“「"]|$')


def _is_personal(simple: str) -> bool:
    """The author's or a host's own plans, outside of what somebody is quoted with."""
    if not _PERSONAL.may(simple):
        return False
    quotes = _QUOTES.search(simple)
    return _PERSONAL.search(simple, 0, quotes.start() if quotes else len(simple)) is not None
