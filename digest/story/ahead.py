"""What is still open or planned as the story stands. Pure."""

from __future__ import annotations

import re
from typing import Literal

from digest.model import Excerpt
from digest.story import choosing, chronology, dating, standing
from digest.story.cues import cue
from digest.story.material import Material, Statement
from digest.story.voices import recent, spread

LIMIT, PER_ARTICLE = 5, 3

_OPEN = cue(
    r"有待(?:观察|确认|查明|时间|进一步)|尚不清楚|尚未(?:公[布开]|确定|明确|查明|决定|披露|得知|结束)"
    r"|仍未(?:公[布开]|确定|明确|查明|决定|结束)|还没有?(?:公[布开]|确定|结束)|仍不清楚"
    r"|协商[还仍]在|调查[还仍]在|谈判[还仍]在|诉讼[还仍]在|磋商[还仍]在"
    r"|未知数|悬而未决|还需(?:要)?(?:等待|观察)|拭目以待|不得而知"
    r"|yet to (?:be|say|decide|announce)|not yet (?:been )?(?:known|clear|decided|published|released)",
    r"remains? (?:to be seen|unclear|unknown|uncertain)"
    r" | it (?:is|was) (?:not (?:yet )?(?:clear|known)|unclear|too early)",
)
_PLANNED = (
    "plans? to | planned to | expected to | scheduled (?:to|for) | is due to | are due to"
    " | next (?:week|month|year) | aims? to | intends? to | would seek to | expects? an? | before the end of"
).split(" | ")
"""In letters of any case."""
_PLANS = cue(
    r"计划(?!被|经济|书|中的|的|[，。、；）)]|$)|预计|打算|拟(?:于|将|在|定)|有望|下一步|下周|下月|下个月|明年|未来(?:几|数|两|三|\d)|可能会"
    r"|将(?:会|于|在|继续|接替|推出|举行|公布|召开|开始|启动|恢复|进行|成为|不再|很快|向)"
    r"|将对(?=[^，。]{2,8}(?:展开|进行|提出))|承诺[^，。]{0,4}[年月]底[之以]?前"
    r"|年底[之以]?前(?=[^，。]{0,6}[出公完启给])|月底[之以]?前(?=[^，。]{0,6}[出公完启给])",
    " | ".join(
        (r"will\b", *(f"{first}(?i:{told[1:]})" for told in _PLANNED for first in (told[0], told[0].upper())))
    ),
)


def is_open(statement: Statement) -> bool:
    """It tells what is planned or not known yet."""
    return bool(_OPEN.search(statement.folded) or _PLANS.search(statement.simple))


def tell(material: Material) -> tuple[Excerpt, ...]:
    """What is open or planned, as the newest articles tell it, their last paragraphs before others."""
    old, now = dating.outdated(material), dating.newest(material)
    found = []
    for each in material.statements:
        unsettled = _OPEN.search(each.folded) is not None
        planned = unsettled or _PLANS.search(each.simple) is not None
        if each.document in old or not (planned or each.moments):
            continue
        if choosing.form(each) < 0.6 or standing.is_question(each.folded):
            continue
        if each.folded[:1] in '“"「':  # somebody's words are not the story's outlook
            continue
        dated = _dated(material, each, now)
        if dated == "past" or not (planned or dated):
            continue
        if not _PAST.search(each.folded):
            tail = 0.5 + 0.5 * each.index / (material.of(each.document)[-1].index or 1)
            score = (
                (1.0 if unsettled else 0.6) * tail * recent(material, each) * choosing.worth(material, each)
            )
            found.append((score, each))
    return spread(material, found, LIMIT, 0.12, "ahead:open-or-planned", per_document=PER_ARTICLE)


def _dated(material: Material, statement: Statement, now: str) -> Literal["ahead", "past", ""]:
    """Whether the dates it gives lie ahead of its article and of the newest (*now*), or some in the past."""
    published = material.documents[statement.document].published
    written = published.date if published else ""
    ahead = False
    for moment in statement.moments:
        if written and chronology.after(moment.date, written) and not chronology.after(now, moment.date):
            ahead = True
        elif not moment.since or moment.resolved.precision == "year":
            return "past"
    return "ahead" if ahead else ""


_PAST = re.compile("曾|当时|原计划|原定|此前|had planned|had been")
