"""The year in which an article was written, where only its own dates tell it. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.cleaning.lines.rows import Row
from digest.language.lazy import regex
from digest.language.months import MONTHS
from digest.model import Published

THIS = frozenset(("今年", "本年", "this year"))
"""In lower case: who has none of them says nothing of his own year."""
_AHEAD = regex(
    r"(?:预计|计划|将|拟|有望|预期|展望|预测|目标)(?:于|在|到|至)?\s*$|(?:到|至)\s*$|\b(?:by|until)\s*$", re.I
)
_YEAR_MONTH = regex(
    r"(?P<year>20\d\d)\s?[年/.-]\s?(?P<month>1[0-2]|0?[1-9])(?!\d)(?:\s?月(?:\s?\d{1,2}\s?日)?)?"
    rf"|\b(?P<name>{'|'.join(MONTHS)})(?: \d{{1,2}},)? (?P<of>20\d\d)"
)
_TAKES_EFFECT = regex(r"[日号]?\s?起?(?:正式)?(?:生效|施行|实施)")
"""Behind a day that may still be to come."""
_LONG_SINCE = regex(r"[^，,。；;]{0,8}?(?:以来|至今|首次|首度|成立|创立|创办|创建|出生|毕业)")
"""..or with which something began that has lasted since."""
_NEXT_YEAR, _EARLY = regex(r"[明n](?:(?<=明)年|(?<=\bn)ext year\b)"), 3
"""Who speaks of next year may write its early months, up to this one, in full."""
_THIS_YEAR = regex(r"今年|本年|\bthis year\b")
_LAST_YEAR = regex(r"\blast year\b")


def of_the_latest_date(rows: Sequence[Row], fates: Sequence[str]) -> Published | None:
    """The year of the latest date in full, where "this year" stands beside it and "last year" nowhere.

    Who writes a year later calls the dates of that year "last year's"; in
    November and December "this year" may already be the next.
    """
    body = [row for row, fate in zip(rows, fates, strict=True) if fate in ("body", "highlight")]
    whole = "\n".join([row.fold for row in body])
    if not any(map(whole.__contains__, THIS)):
        return None
    if "去年" in whole or ("last year" in whole and _LAST_YEAR.search(whole)):
        return None
    now = next((row for row in body if _THIS_YEAR.search(row.fold)), None)
    if now is None:
        return None
    # Asked once: a text may have as many dates as lines.
    early = _EARLY if _NEXT_YEAR.search(whole) else 0
    latest, evidence = (0, 0), ""
    for row in body:
        # English names no year of the month of a year that is not over, unless beside what it says of it.
        near = row.han or _THIS_YEAR.search(row.fold)
        for found in _YEAR_MONTH.finditer(row.fold) if near and "20" in row.fold else ():
            year = int(found["year"] or found["of"])
            month = int(found["month"]) if found["month"] else MONTHS.index(found["name"]) + 1
            before = row.fold[max(0, found.start() - _CONDITION) : found.start()]
            ahead = (
                _AHEAD.search(before[-8:])
                or _IF.search(re.split("[。；;]", before)[-1])
                or _TAKES_EFFECT.match(row.fold, found.end())
                or _LONG_SINCE.match(row.fold, found.end())
                or month <= early
            )
            if not ahead and (year, month) > latest:
                latest, evidence = (year, month), row.text[found.start() : found.end()]
    said = _THIS_YEAR.search(now.fold)
    if not latest[0] or latest[1] >= 11 or said is None or _knows_of(body, latest[0] + 1):
        return None
    this = now.text[said.start() : said.end() + 6]
    return Published(str(latest[0]), "year", True, f"{evidence}; {this}")


_CONDITION = 40
_IF = regex(r"如果|倘若|假如|假若|若(?!干)|一旦|\b(?:if|unless)\b")
"""若在2023年4月18日之前通知: a day in a contract may be far ahead."""


def _knows_of(body: Sequence[Row], year: int) -> bool:
    """Whether *year* is spoken of, not as one to come: the latest date in full was then of another year."""
    return any(
        not _AHEAD.search(row.fold[max(0, found.start() - 8) : found.start()])
        for row in body
        if str(year) in row.fold
        for found in re.finditer(rf"(?<!\d){year}(?= ?年|\b)", row.fold)
    )
