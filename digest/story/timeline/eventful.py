"""Which dated statements tell an event: something that someone did, and that had happened by then. Pure."""

from __future__ import annotations

from digest.language import quotation
from digest.language.lazy import regex
from digest.story.dates import background
from digest.story.matching import weights
from digest.story.statements import choosing, lexicon, moments, outlook, standing
from digest.story.statements.material import DAY, YEAR, Material, Moment, Statement
from digest.story.timeline import dating

LEAST_FORM = 0.28
"""Form of a sentence that reports an event: it counts as a report, if it is not printed."""
CENTRAL = 0.35
"""Share of the most central statement's weight that makes a statement part of the story."""


def is_eventful(material: Material, statement: Statement) -> bool:
    """Something that someone did and that had happened when the article was written."""
    moment = moments.event_moment(statement)
    return _is_event(material, statement) and not (moment and _to_come(material, statement, moment))


def is_due(material: Material, statement: Statement) -> bool:
    """Something to come on a day when the article was written, as it says itself: 将于1月13日接任."""
    moment = moments.event_moment(statement)
    if moment is None or len(moment.date) < DAY or not moment.direct:
        return False
    planned = outlook.is_planned(statement) and not (
        lexicon.HEDGE.search(statement.folded) or outlook.WAS_PLANNED.search(statement.folded)
    )
    return planned and _is_event(material, statement) and _to_come(material, statement, moment)


def _is_event(material: Material, statement: Statement) -> bool:
    """Something that someone did, or does, on a day that it gives."""
    moment = moments.event_moment(statement)
    if moment is None or choosing.form_beside_date(statement) < LEAST_FORM:
        return False
    if standing.is_chat(statement.simple) or _breaks_off(statement, moment):
        return False
    if statement.simple.startswith(("（", "(")) or _is_personal(statement):  # scenery, what I saw
        return False
    if standing.is_caption(statement.simple) or _has_a_day_of_now(statement, moment):
        return False
    if moment.start < OPENS and _WEEKDAY.match(statement.simple, moment.end):
        return False
    if background.ends_at(statement.simple, moment.start, _AS_IT_WAS):
        return False
    if _of_nobody(statement) or background.is_quoted(statement.text, moment.start):
        return False  # what somebody says of a day is no report of it
    if lexicon.HEDGE.search(statement.folded[:12]) or not _tells(material, statement, moment):
        return False
    return _of_the_story(material, statement, moment)


def _has_a_day_of_now(statement: Statement, moment: Moment) -> bool:
    """2018年地震后被列为危楼的大楼|昨日|倾斜: the year says which house."""
    return len(moment.date) == YEAR and any(
        not each.since and len(each.date) == DAY and each.date[:YEAR] != moment.date
        for each in statement.moments
    )


def _is_personal(statement: Statement) -> bool:
    """The author's or the host's own: 上个月我去看他, 你看2004年的时候."""
    if _ME.search(statement.simple) is None:
        return False
    return _ME.search(_WORK.sub("", quotation.outside(statement.simple))) is not None


_WORK = regex("《[^》]*》")
_ME = regex(r"[我咱](?![们国省市县区校院军方党台港馆局行])|你|今天是|\b(?:I|we|you|my|our)\b")


def _of_nobody(statement: Statement) -> bool:
    """九月里执照还给了他, 有人看见他: it names nobody, and whom it speaks of stands elsewhere."""
    return not statement.entities and _TO_HIM.search(statement.simple) is not None


_POINTS = regex('^[“「"][^”」"]{8}|[他她它]')
_TO_HIM = regex(
    "^(?:有|没|无|别|谁)人?[^，。；“「员者师长生手家工户民]{0,14}[他她]"
    "|^[^，。；“「员者师长生手家工户民人]{0,14}(?:给了?|对|把|让|被|向|找|由)[他她](?!们?的|们?[员者师长生手家人])"
)


def _breaks_off(statement: Statement, moment: Moment) -> bool:
    """首席工程师陈立，3月15号半夜: what he did then stands in the next line of the transcript."""
    behind = statement.simple[moment.end :].rstrip("。！；，、.!;, ")
    return not statement.simple.isascii() and len(behind) < BEHIND and not statement.actions


def _to_come(material: Material, statement: Statement, moment: Moment) -> bool:
    """Its date lies after its article, or is told to; without one, after all articles that have one."""
    if background.is_to_come(statement.simple, moment.start, moment.end):
        return True
    rank = statement.document
    written = material.published(rank) or max(dating.newest(material), material.known[rank])
    return bool(written) and moments.after(moment.date, written)


def _tells(material: Material, statement: Statement, moment: Moment) -> bool:
    """It names an act or somebody, gives a day and tells what others tell, or opens with its date.

    That is one to the month at least, and the sentence gives a number.
    """
    if statement.actions or statement.entities:
        return True
    exact = moment.direct and len(moment.date) == DAY and not _POINTS.search(statement.simple)
    if exact and material.central[statement.place] >= CENTRAL:
        return choosing.form_beside_date(statement) >= TOLD
    preface = _PREFACE.match(statement.simple)
    start = moment.start - (preface.end() if preface else 0)
    opens = moment.direct and len(moment.date) > 4 and start < OPENS
    told = opens and len(statement.words) >= WORDS and choosing.form_beside_date(statement) >= TOLD
    return told and not _ONLY_WHEN.match(statement.simple)


_WEEKDAY = regex("(?:那天)?[是，]?(?:一?个)?(?:星期|周|礼拜)[一二三四五六日天](?:[，。]|$)")
"""8月14日是星期五，..: which day it was, and what the scene was like."""
_AS_IT_WAS = regex("(?:由于|因为?|正好|恰好|恰|适|正值|又)[是逢]?$")
"""由于是|周日，大楼里没有员工: what day it was."""
_ONLY_WHEN = regex("那一?[天年月]是|.{0,24}(?:(?:另有|别有)(?:波折|内情|隐情|玄机|原因)|是[另两一]?一?回事)")
"""那天是3月7日: when what was told before happened."""
_PREFACE = regex("[^，。；]{2,14}(?:透露|表示|称|介绍)，")
OPENS, WORDS, TOLD, BEHIND = 6, 3, 0.6, 3
"""A date so near the start is what the sentence tells of; so many telling words, in such a form, are a
fact, not a mood; so many characters behind the date are none."""


def _of_the_story(material: Material, statement: Statement, moment: Moment) -> bool:
    """It touches the theme's question or what most tell, or has a number, or a deed done once."""
    if not material.has_question:
        return True
    exact = len(moment.date) > 4
    relevant = material.relevance[statement.place] > 0 or (
        exact and material.central[statement.place] >= CENTRAL
    )
    return relevant or any(anchor[0] == "q" or weights.once(anchor) for anchor in statement.anchors)
