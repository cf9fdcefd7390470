"""Dates of years before that only set off what is told, or who somebody is. Pure."""

from __future__ import annotations

from digest.language.lazy import regex
from digest.story.statements.material import YEAR, Material, Moment, Statement


def tells_of_now_first(statement: Statement, moment: Moment) -> bool:
    """试航失败显示造船业的衰落，|1957年|，..: what is told stands before the year, which sets it off."""
    before = statement.simple[: moment.start].rstrip(" ")
    return moment.start > NOW_FIRST and before.endswith(("，", "；"))


NOW_FIRST = 20
"""Characters that are more than an opening."""


def is_of_a_life(material: Material, statement: Statement, moment: Moment) -> bool:
    """现年55岁的李明辉2015年升任总裁: who somebody is, of years before the article."""
    known = material.known.get(statement.document, "")
    if not known or int(moment.date[:YEAR]) + 1 >= int(known[:YEAR]):
        return False
    return _LIFE.search(statement.simple, 0, moment.start) is not None


_LIFE = regex(r"\d岁的|出生[于在]|毕业于|\baged? \d|\bborn in\b")
