"""What a text looks back to: no news of those it names, however well it tells of them. Pure."""

from __future__ import annotations

from bisect import bisect_left

from digest.story.statements import choosing
from digest.story.statements.material import Material, Statement

_REACH = 24
"""Statements at most between two dates of one story."""


def is_past(material: Material, statement: Statement) -> bool:
    """Whether it tells of years before its article, or stands between two dates of years before.

    2005年.. a student knocked at his door; he gave him a paper; .. 2010年: what
    stands between is of those years, whatever it says of "now".
    """
    if statement.past is None:
        statement.past = choosing.is_long_ago(material, statement) or _is_between(material, statement)
    return statement.past


def _is_between(material: Material, statement: Statement) -> bool:
    now = material.known.get(statement.document, "")
    if statement.moments or not now or choosing.tells_now(statement):
        return False
    dated = _dated(material, statement.document)
    behind = bisect_left(dated, (statement.index, ""))
    if not 0 < behind < len(dated):
        return False
    (start, told), (end, next_told) = dated[behind - 1], dated[behind]
    long_ago = int(next_told[:4]) + 1 < int(now[:4])
    return long_ago and told <= next_told and end - start <= _REACH


def _dated(material: Material, document: int) -> list[tuple[int, str]]:
    """The statements of a document that tell a date, by their place in it, each with its latest."""
    if document not in material.dated:
        found = []
        for each in material.of(document):
            dates = [moment.date for moment in each.moments if not moment.since]
            if dates:
                found.append((each.index, max(dates)))
        material.dated[document] = found
    return material.dated[document]
