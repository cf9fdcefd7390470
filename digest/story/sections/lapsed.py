"""When a plan falls due that gives no date, and how long an article can say how things stand. Pure."""

from __future__ import annotations

import datetime as dt

from digest.language.cues import cue
from digest.language.lazy import regex
from digest.story.dates.due import due
from digest.story.statements.material import DAY, Material, Statement


def is_of_its_day(material: Material, statement: Statement, now: str) -> bool:
    """目前尚不清楚, of an article of weeks before: how things stood then, in a story that went on."""
    day = material.written(statement.document)
    if len(day) < DAY or len(now) < DAY or not _AT_PRESENT.search(statement.simple):
        return False
    days = (dt.date.fromisoformat(now) - dt.date.fromisoformat(day)).days
    first = min(each.published.date for each in material.documents if each.published)
    told = (dt.date.fromisoformat(now) - dt.date.fromisoformat(first)).days if len(first) == DAY else 0
    return days > max(STANDS_DAYS, told / 2)


STANDS_DAYS = 10
"""Days for which an article can say how things stand, at least: half of those that the story has lasted."""
_AT_PRESENT = cue("目前|至今|当前|眼下|现在|正在|暂时|[Cc]urrently|at present|at the moment|so far|for now")


def due_then(material: Material, statement: Statement, written: str) -> str:
    """When it falls due; 届时 is when that does of which the sentence before it tells."""
    if last := due(statement.folded, written):
        return last
    if _THEN.match(statement.simple) is None:
        return ""
    return next((due(each.folded, written) for each in material.before(statement, 1)), "")


_THEN = regex("届时|到时候?")


def was_under_way(material: Material, statement: Statement, now: str) -> bool:
    """救援仍在继续, of an article of days before the newest (*now*): it went on since, or came to its end."""
    day = material.written(statement.document)
    if len(day) < DAY or len(now) < DAY or not _UNDER_WAY.search(statement.simple):
        return False
    return (dt.date.fromisoformat(now) - dt.date.fromisoformat(day)).days >= _GOES_ON_DAYS


_GOES_ON_DAYS = 2
_UNDER_WAY = cue(
    "(?:仍|还|正)在(?![^，。；]{0,12}的)|正(?:展开|进行|抢修|搜救)|持续[^，。；]{0,6}中|处于[^，。；]{0,8}(?:状态|之中)",
    "is still | are still | was still | were still | continue | continues | continued | continuing"
    " | under way | underway | is (?:trying|working|struggling) to | are (?:trying|working|struggling) to",
    end=r"\b",
)
