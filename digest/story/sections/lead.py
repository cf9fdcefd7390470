"""The opening: two or three sentences that say who did what and when, from several articles. Pure."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from digest.language import dates
from digest.language.cues import cue
from digest.language.lazy import regex
from digest.model import Excerpt
from digest.story.matching import outcomes, untold, weights
from digest.story.matching.spread import says_the_same
from digest.story.sections.lapsed import was_under_way
from digest.story.sections.why import says_meaning
from digest.story.statements import choosing, lexicon, moments, outlook, standing
from digest.story.statements.copies import once_for_copies
from digest.story.statements.material import DAY, MONTH, YEAR, Material, Moment, Statement
from digest.story.timeline.dating import newest, outdated
from digest.story.timeline.eventful import is_eventful
from digest.story.timeline.hollow import BRIEFING

LIMIT = 3
LEAST, LEAST_SECOND = 0.35, 0.2
"""Share of the best one's score that others must reach, and the second, or the first with how many died."""

OF_LATE = 4
"""Months before the newest article in which news is news."""
SHORTLIST = 60
"""Of the best news, held against the heads of all other articles."""

_SUMS_UP = cue(
    "相继|接连|根据统计|据统计|累计|迄今|截至|多名|数名|同日|至今已|一系列",
    "so far | in total | a series of | the latest | altogether",
    end=r"\b",
)
_ALSO = regex(r"^[^，。；]{2,40}?也(?!许|门)|\b(?:also|too)\b")
_ALSO_WORTH, _UNNAMED = 0.85, 0.75
"""Who also did something did so after another of whom nothing is said; two leaders who are not named."""
_THEREUPON = cue("其后|随后|随即|次日|同日|此前的", "later | then", end=r"\b")
_AFTER_ALL = 0.8
"""Of what follows on something else: that comes first."""
_INTRODUCES = regex(r"^[^，。]{1,14}\d岁，|出生于|毕业于|\bwas born in\b")
_INTRODUCED = 0.4
"""Who somebody is, told before what he did, is no news."""
_STATEMENT = regex(
    "^[^，。]{1,16}(?:声明|律师|发言人|代理人|公告)[^，。]{0,6}(?:说|称(?!为)|表示|坚称|重申)"
    "|^[^，。]{1,20}(?:表示|坚称|重申|回应)，|^[^，。]{1,20}(?:呼吁|敦促)"
    r"|^[^,.;]{4,80}\b(?:urged|called on|appealed to)\b"
)
_STATED, _FOREIGN, _NO_ACT, _HOLLOW, _NOBODY, _SAME_ARTICLE = 0.4, 0.8, 0.7, 0.4, 0.6, 0.65
"""What a side says of it is not what happened; news in the readers' language is read more gladly; what is
told in words that the story knows for no act is news less surely; that something was published or ruled
says not what; of whom and of when is not said; another article should have a word, too."""
_OVERTAKEN, _PICTURED = 0.25, 0.4
"""What was awaited and has come, or under way days before the newest article; what a picture showed."""
_ONLY_PUBLISHED = regex(
    "(?:发布|公布|发表|发出|贴出|刊登|提交)了?[^，。；：]{0,24}(?:通报|公告|声明|报告|消息|通知|结果|结论)[。！]?$"
    "|(?:作出|做出|公布|宣布)了?[^，。；：]{0,10}(?:裁决|判决|裁定|宣判|决定|结果)[。！]?$"
    f"|{BRIEFING}"
)


def tell(material: Material, about: Sequence[frozenset[str]]) -> tuple[Excerpt, ...]:
    """At most three sentences, of several articles if they are as good: the best, then what it follows on.

    Of one article alone, its best two; of one day, one. *about* are the articles' heads
    (`digest.story.heads`).
    """
    old = outdated(material, OF_LATE) | _spoken(material)
    now = newest(material)
    latest = [_latest(material, rank) for rank in range(len(material.documents))]
    news = [
        (_news(material, each, latest[each.document], now), each)
        for each in material.statements
        if each.document not in old
        and (each.actions or each.moments)
        and _possible(each)
        and (each.actions or (_age(each, latest[each.document]) > 1 and is_eventful(material, each)))
    ]
    news.sort(key=lambda row: (-row[0], row[1].place))
    found = [(score * noticed(material, each, about), each) for score, each in news[:SHORTLIST]]
    several = len({each.document for _, each in found}) > 1
    most, chosen = max((score for score, _ in found), default=0.0), list[Statement]()

    def worth(row: tuple[float, Statement]) -> tuple[float, list[int]]:
        again = several and any(each.document == row[1].document for each in chosen)
        return row[0] * (_SAME_ARTICLE if again else 1.0), [-part for part in row[1].place]

    while found and len(chosen) < (LIMIT if several else 2):
        best = max(found, key=worth)
        found.remove(best)
        counts = _counts_the_dead(best[1]) and not any(_counts_the_dead(each) for each in chosen)
        if worth(best)[0] < most * (LEAST_SECOND if len(chosen) == 1 or counts else LEAST):
            continue
        told = not counts and any(_told_by(material, best[1], each) for each in chosen)
        if not told and _adds(material, best[1], chosen):
            chosen.append(best[1])
    for each in tuple(chosen):  # a later one may tell all that the best does, and more
        others = [other for other in chosen if other is not each]
        alone_on_its_day = each.moment and not any(_on_one_day(each, other) for other in others)
        if others and not alone_on_its_day and not _adds(material, each, others):
            chosen = others
    # The news first, whatever came before it: a reader may stop there.
    chosen[1:] = sorted(chosen[1:], key=lambda each: (_date(material, each), each.place))
    return tuple(material.excerpt(each, f"lead:newest-central-fact, best of {len(news)}") for each in chosen)


def _counts_the_dead(statement: Statement) -> bool:
    """What a stranger asks first, whichever article says it best."""
    return "die" in statement.actions and _TOLL.search(statement.simple) is not None


_TOLL = regex(
    r"\d[\d,，]*(?:多|余)?[人名位例][^，。；]{0,10}(?:死|遇难|罹难|丧生|身亡|遇害)|(?:死亡?|遇难|罹难|丧生|身亡|遇害)[^，。；]{0,8}\d+(?:多|余)?[人名位例]"
    r"|\bkill(?:ed|ing|s) (?:[a-z]+ ){0,3}\d|\d (?:[a-z]+ ){0,5}(?:killed|died|dead|deaths)"
)


def _spoken(material: Material) -> frozenset[int]:
    """The transcripts, if there is anything else: a host tells in passing what others report."""
    spoken = frozenset(
        rank for rank, document in enumerate(material.documents) if document.kind == "transcript"
    )
    return spoken if len(spoken) < len(material.documents) else frozenset()


def _told_by(material: Material, statement: Statement, other: Statement) -> bool:
    """Whether a reader of *other* knows already what *statement* tells, or most of it: it is of that day."""
    days = {each.moment.date for each in (statement, other) if each.moment and len(each.moment.date) == DAY}
    if _on_one_day(statement, other):
        return True
    if len(days) > 1:  # two things, in however many of the same words
        return _retold(statement, other)
    return says_the_same(material, statement, other) or _retold(statement, other)


def _on_one_day(statement: Statement, other: Statement) -> bool:
    mine, theirs = moments.event_moment(statement), moments.event_moment(other)
    return mine is not None and theirs is not None and mine.date == theirs.date and len(mine.date) == DAY


def _adds(material: Material, statement: Statement, chosen: Sequence[Statement]) -> bool:
    """Whether it tells a reader of *chosen* an act or a number, or at least mostly something else."""
    mine = [anchor for anchor in statement.anchors if anchor[0] != "d"]
    if untold.anything(material, mine, chosen):
        return True
    return untold.share(material, mine, chosen) < MOSTLY_TOLD


MOSTLY_TOLD = 0.4
"""Share of a sentence, by weight, that the lead has told already, from which on it adds nothing to it."""


def _retold(statement: Statement, other: Statement) -> bool:
    """Whether *other* names whoever does something once in *statement*, and tells that act."""
    deeds = [deed[2:].rpartition(">") for deed in statement.told if weights.once(deed)]
    return any(who in other.entities and act in other.actions for who, _, act in deeds)


def _possible(statement: Statement) -> bool:
    return (
        statement.grade == standing.STANDS
        and choosing.form(statement) >= 0.8
        and not lexicon.HEDGE.search(statement.folded)
        and not choosing.quotes(statement)
        and not outlook.is_open(statement)
        and not choosing.is_personal(statement)
    )


def _news(material: Material, statement: Statement, latest: str, now: str) -> float:
    """Central in the story and to its question, near the article's head, of late, and about someone."""
    place = statement.place
    matter = 0.2 + material.central[place] + 0.8 * material.relevance[place]
    length = max(1, len(material.documents[statement.document].sentences))
    head = 1.0 - 0.4 * min(1.0, statement.index / length)
    recent = 0.5 + 0.5 * material.recency[statement.document]
    meaning, sums_up = _worded(material, statement)
    who = 1.0 + 0.08 * min(3, len(statement.entities))
    gone_by = outcomes.overtaken(material, statement) or was_under_way(material, statement, now)
    meaning *= _OVERTAKEN if gone_by else 1.0
    fresh = 0.5 * (statement.place not in material.told) + 0.5 * choosing.freshness(material, statement)
    brief = math.sqrt(min(1.0, READ_AT_A_GLANCE / choosing.length(statement.text)))
    return meaning * matter * head * recent * sums_up * who * fresh * brief * _age(statement, latest)


@once_for_copies
def _worded(material: Material, statement: Statement) -> tuple[float, float]:
    """What its words make of it: how much it is an event of its own, and whether it sums the story up."""
    meaning = 0.6 if says_meaning(statement) else 1.0
    meaning *= _ALSO_WORTH if _ALSO.search(statement.simple) else 1.0
    meaning *= _UNNAMED if choosing.counts_the_unnamed(material, statement) else 1.0
    meaning *= _AFTER_ALL if _THEREUPON.search(statement.simple) else 1.0
    meaning *= 1.0 if statement.actions else _NO_ACT
    meaning *= _STATED if _STATEMENT.search(statement.simple) else 1.0
    meaning *= _HOLLOW if _ONLY_PUBLISHED.search(statement.simple) else 1.0
    meaning *= 1.0 if statement.entities or statement.moments else _NOBODY
    meaning *= _FOREIGN if weights.latin(statement) == material.chinese else 1.0
    meaning *= _INTRODUCED if _INTRODUCES.search(statement.simple) else 1.0
    meaning *= _PICTURED if standing.is_caption(statement.simple) else 1.0
    return meaning, 1.35 if _SUMS_UP.search(statement.folded) else 1.0


def noticed(material: Material, statement: Statement, about: Sequence[frozenset[str]]) -> float:
    """How much of what it tells stands in the heads of other articles: what they open with is the story.

    Between its share, by which the shortest sentence would win, and its weight, by which the longest would.
    """
    whole = weights.heft(material, statement)
    others = (head for rank, head in enumerate(about) if rank != statement.document)
    told = sorted(weights.weigh(material, statement.anchors & head) for head in others)[-MOST_HEADS:]
    if not told or not whole:
        return UNNOTICED
    return UNNOTICED + math.fsum(told) / len(told) / math.sqrt(whole * OF_A_LEAD)


MOST_HEADS, UNNOTICED = 3, 0.25
"""Three articles that open with it are enough; what none opens with may still be the latest."""
READ_AT_A_GLANCE = 80
"""Length of a sentence, in Chinese characters, from which on a longer one is read less gladly."""
OF_A_LEAD = 20.0
"""Weight of the anchors of a sentence as leads have."""


def _age(statement: Statement, latest: str) -> float:
    """News is of its article's own weeks (*latest*); background is dated before or not at all."""
    dated = [moment for moment in statement.moments if not moment.since]
    if not dated:
        return 0.7
    if any(moment.date[:7] >= latest[:7] and len(moment.date) > 4 for moment in dated):
        return 1.5
    if any(_is_near(moment) for moment in dated):
        return 1.5
    of_late = len(latest) >= MONTH and any(
        len(each.date) >= MONTH and 0 <= dates.months_between(each.date, latest) <= 1 for each in dated
    )
    return 0.6 if of_late else 0.3


def _is_near(moment: Moment) -> bool:
    """上月底 in an article of which only the year is known."""
    return len(moment.date) == YEAR and _NEAR.match(moment.resolved.evidence) is not None


_NEAR = regex("[上本]个?[周月星礼]|昨|last (?:week|month)", re.IGNORECASE)


def _latest(material: Material, document: int) -> str:
    """The month an article speaks from: of its publication, or its latest date."""
    published = material.documents[document].published
    told = [moment.date for each in material.of(document) for moment in each.moments]
    if published and len(published.date) > YEAR:
        return published.date
    return max([*told, material.known[document]], default="") or "9999"


def _date(material: Material, statement: Statement) -> str:
    """When it happened; of 上月底 in an article of a known year, not before that article was written."""
    moment = moments.event_moment(statement)
    if moment is None:
        return "9999"
    known = material.known[statement.document]
    return max(moment.date, known) if _is_near(moment) and known[:YEAR] == moment.date else moment.date
