"""Articles whose printed day is not when they were written, as the others of their story show. Pure.

A page that a crawler saved says so at its head: March 18, 2024, over a report of 2021 that speaks of
"Tuesday". By itself it cannot be told from an honest day. Beside the other reports it can: all of them are
of one month, and the one that claims to be years younger tells nothing of those years.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from digest.language.lazy import regex
from digest.model import Document, Published
from digest.story.statements.material import DAY, MONTH, YEAR, Material
from digest.story.timeline.dating import Written
from digest.story.timeline.filed import by_dateline

_FEWEST, _SPAN, _LATER = 3, 60, 300
"""Other articles that have their day, the days in which they lie, and how many later a false day is."""
_NEWS = regex(
    r"(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|[昨今明]天|[昨今]日|昨晚"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yesterday|today|tonight)\b"
)
"""Who speaks so writes in the week of what he tells."""
_LOOKS_BACK = regex(r"[周週]年|年[前后後]|anniversary|years? (?:ago|later|on)\b")
_YEARS = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def misdated(material: Material) -> dict[int, Written]:
    """By rank, when articles of a story were written that claim to be years younger than all others.

    The day of their dateline, or the year of the others; inferred.
    """
    days = {
        rank: each.published.date
        for rank, each in enumerate(material.documents)
        if each.published and len(each.published.date) == DAY
    }
    others = _first_of_one_month(sorted(days.values()))
    if len(others) < _FEWEST:
        return {}
    newest = others[-1]
    late = [rank for rank, day in days.items() if day > newest]
    if len(late) >= len(others):
        return {}
    return {
        rank: _written(material.documents[rank], days[rank], others)
        for rank in late
        if _tells_of_those_days(material.documents[rank], newest[:YEAR])
    }


def _first_of_one_month(days: Sequence[str]) -> Sequence[str]:
    """The oldest of *days*, ascending, where they lie together and all others far behind; else none."""
    there = [dt.date.fromisoformat(day) for day in days]
    for at, (day, following) in enumerate(pairwise(there), 1):
        if (following - day).days >= _LATER:
            return days[:at] if (day - there[0]).days <= _SPAN else ()
    return ()


def _written(document: Document, day: str, others: Sequence[str]) -> Written:
    year = others[-1][:YEAR]
    claimed = f"{day}, later than all that it tells ({others[-1]})"
    published = by_dateline(document, others) or Published(year, "year", True, claimed)
    return Written(published.date[:YEAR], others[0][:MONTH], published)


def _tells_of_those_days(document: Document, year: str) -> bool:
    """Whether it speaks as news does, and of nothing after *year*."""
    text = "\n".join([sentence.text for sentence in document.sentences]).lower()
    if _NEWS.search(text) is None or _LOOKS_BACK.search(text):
        return False
    return all(each <= year for each in _YEARS.findall(text))
