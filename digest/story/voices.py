"""Sentences that a reader looks for by their kind: why it matters, and what is still open. Pure."""

from __future__ import annotations

import re
from typing import Literal

from digest.language import dates
from digest.model import Excerpt
from digest.story import agreement, choosing, chronology, standing
from digest.story.cues import cue
from digest.story.material import Material, Statement

WHY_LIMIT, AHEAD_LIMIT = 4, 5
LEAST_LENGTH = 16
"""Of a sentence that says why, in Chinese characters: shorter ones only announce it."""

_ALARM = r"了?[^，。]{0,12}(?:担忧|质疑|危机|震动|连锁)"
_WHY = cue(
    rf"标志着|意味着|表明(?!的|解)|凸显|预示|象征着|前所未有|引[发起]{_ALARM}|加剧{_ALARM}|影响深远|敲响|"
    r"关键在于|至关重要|重塑|改写|让[^，。]{2,20}面临|转折点|分水岭",
    r"signal(?:s|led|ling)? | mean(?:s|t) that | marks? (?:a|the) | marked (?:a|the) | "
    r"underscor | highlight(?:s|ed) | raise[sd]? (?:questions|concerns) (?:about|over|that) | "
    r"turning point | at stake | unprecedented | a sign (?:of|that) | shows that | "
    r"could reshape",
)
_AT_ODDS = cue(
    r"矛盾|分歧(?!意见书)|对立|裂痕|派别|派系|斗争|转变|变质|根本原因|重心|本质",
    r"rift | tensions? | divided | power struggle | at odds | shift(?:ed)? (?:in|from|to) | "
    r"root cause",
    end=r"\b",
)
"""What lies beneath the events: who is at odds over what, what has changed."""
_HEARSAY = re.compile(r"(?:据)?(?:知情人士|有人|有观点|有分析|据说|据悉|传闻)|reportedly|sources say")
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


_MEANING = cue(
    r"标志着|意味着|前所未有|转折点|分水岭",
    r"signal | marks?\b | marked | means that | turning point",
)


def says_meaning(statement: Statement) -> bool:
    return bool(_MEANING.search(statement.folded))


def is_open(statement: Statement) -> bool:
    """It tells what is planned or not known yet."""
    return bool(_OPEN.search(statement.folded) or _PLANS.search(statement.simple))


def why(material: Material) -> tuple[Excerpt, ...]:
    """Sentences in which an author says what it all means, or what lies beneath; of different articles."""
    found = [
        (_why_score(material, each), each)
        for each in material.statements
        if each.grade == standing.STANDS
        and (_WHY.search(each.folded) or _AT_ODDS.search(each.folded))
        and choosing.form(each) >= 0.6
        and choosing.length(each.text) >= LEAST_LENGTH
    ]
    return _spread(material, found, WHY_LIMIT, 0.25, "why:says-what-it-means")


_PERHAPS = re.compile(r"如果|假如|一旦|可能|\bif\b")


def _why_score(material: Material, statement: Statement) -> float:
    strong = 2.4 if says_meaning(statement) else 1.0
    strong *= 0.5 if _HEARSAY.match(statement.folded) else 1.0
    guess = 0.7 if _PERHAPS.search(statement.folded) else 1.0
    return strong * guess * _recent(material, statement) * choosing.worth(material, statement)


def ahead(material: Material) -> tuple[Excerpt, ...]:
    """What is open or planned, as the newest articles tell it, their last paragraphs before others."""
    old, now = outdated(material), _newest(material)
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
                (1.0 if unsettled else 0.6) * tail * _recent(material, each) * choosing.worth(material, each)
            )
            found.append((score, each))
    return _spread(material, found, AHEAD_LIMIT, 0.12, "ahead:open-or-planned", per_document=3)


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


def _newest(material: Material) -> str:
    """The date of the newest article; the story's present."""
    return max((document.published.date for document in material.documents if document.published), default="")


_PAST = re.compile("曾|当时|原计划|原定|此前|had planned|had been")


def outdated(material: Material) -> frozenset[int]:
    """News and plans of an article that is months older than the newest have become history."""
    written = [document.published.date if document.published else "" for document in material.documents]
    newest = _newest(material)
    return frozenset(rank for rank, date in enumerate(written) if _is_long_before(date, newest))


def _is_long_before(mine: str, newest: str) -> bool:
    if len(mine) < 7 or len(newest) < 4:
        return False
    if len(newest) < 7:
        return mine[:4] < newest[:4]
    return dates.months_between(mine, newest) > 2


def _recent(material: Material, statement: Statement) -> float:
    return 0.45 + 0.55 * material.recency[statement.document]


def _spread(
    material: Material,
    found: list[tuple[float, Statement]],
    limit: int,
    least: float,
    rule: str,
    per_document: int = 1,
) -> tuple[Excerpt, ...]:
    """The best, no more than *per_document* of one article, nothing under *least* of the best's score."""
    found.sort(key=lambda row: (-row[0], row[1].place))
    chosen: list[Statement] = []
    for score, statement in found:
        if score < least * found[0][0] or material.used[statement.place] > 1:
            continue
        if sum(each.document == statement.document for each in chosen) >= per_document:
            continue
        if any(
            overlap(statement, each) > 0.5 or agreement.agree(material, statement, each) for each in chosen
        ):
            continue
        chosen.append(statement)
        if len(chosen) == limit:
            break
    return tuple(material.excerpt(statement, f"{rule}, best of {len(found)}") for statement in chosen)


def overlap(one: Statement, other: Statement) -> float:
    """Share of the shorter's words that the other has, too."""
    shorter = min(len(one.words), len(other.words))
    return len(one.words & other.words) / shorter if shorter else 0.0
