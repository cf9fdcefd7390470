"""Whom a quotation's speaker is called after, further up in its article: 上述员工, 公告. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from digest.language.lazy import regex
from digest.story.names.entities import Entity
from digest.story.statements.material import Material, Statement

ANY_PAPER = regex("(?:一[封份则篇条])?(?:内部)?(?:声明|公告|通报|通告|备忘录|公开信|信件|(?:电子)?邮件)")
"""A paper that anybody may have written."""
TOLD_ABOVE = regex("(?:上述|前述)(?P<office>.+)")
_ISSUES = regex(
    "(?:[(（][^()（）]*[)）])?[^，。；]{0,24}?(?:公告|声明|通报|通告|备忘录|公开信|邮件|宣布|公布|披露|表示|称)"
)
_A_FEW, _FURTHER_UP = 4, 12
"""Statements above in which who issues a paper is named, and in which somebody is described."""


def described(material: Material, statement: Statement, office: str) -> str:
    """Whom 上述员工 means: 一位瑞舟员工, who is described further up; "" where nobody is."""
    pattern = re.compile(rf"(?:[一两][名位]|某|有)[^，。；：、“”的]{{0,14}}{re.escape(office)}")
    for each in reversed(material.before(statement, _FURTHER_UP)):
        if found := pattern.search(each.simple):
            return each.text[found.start() : found.end()]
    return ""


def issuer(material: Material, statement: Statement, known: Mapping[str, Entity]) -> Entity | None:
    """Whose 公告 or 声明 it is: the last body before that is said to have told something, or nobody's."""
    for each in reversed(material.before(statement, _A_FEW)):
        for key in reversed(each.entities):
            if key not in known or known[key].kind == "person" or known[key].medium:
                continue
            for name in known[key].spellings:
                place = each.simple.find(name)
                if place >= 0 and _ISSUES.match(each.simple, place + len(name)):
                    return known[key]
    return None
