"""When was an article written that does not say so, and which of two is the newer? Pure.

What others date and it tells, too, proves something: an article that says
奥特曼去年被罢免 is of 2024 when all others that date that deed say 2023.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from digest.language import dates, numerals
from digest.language.cues import cue
from digest.language.dates import Mention
from digest.language.lazy import regex
from digest.language.months import MONTHS_SHORT
from digest.model import Published
from digest.story.dates import background
from digest.story.dates.chronology import YEAR_NAMED, mentions
from digest.story.matching import agreement, weights
from digest.story.statements.material import DAY, MONTH, YEAR, Material, Statement
from digest.story.statements.moments import after, event_moment
from digest.story.timeline import nearby
from digest.story.timeline.filed import by_dateline

_YEAR_WORDS = ("去年", "前年", "今年", "last year", "this year")
SAME_DAY = 2.0
"""Weight of what a sentence shares with a report of the same day: the day alone is a chance."""
_DAYS = 2
"""Days without a year, each known to others, from which on they prove the year."""
_LAST_MONTH = 10
"""Until this month a day without a year is of the year of writing: in January 12月 is last year's."""
SURELY_SAME = 5.0
"""Weight of what a sentence shares with a report of the same day, from which on that is no chance."""
SAME_ACT = 1.5
"""..and with each of several reports of that day."""
_SPAN = regex(r"过去的?(?P<months>\d{1,2}|[一二两三四五六七八九十]{1,2})个月.*?(?:始于|自从|起于)")
_COUNTED_MONTHS = cue("个月(?:之|以)?前|过去.{1,3}个月", "months ago")


@dataclass(frozen=True, slots=True)
class Written:
    """When an article was written, as others prove: in *year*, not before *since* (a day, a month or "")."""

    year: str
    since: str
    published: Published


@dataclass(frozen=True, slots=True)
class _Sign:
    """One hint at when an article was written: ``date`` is its year, or its month give or take one."""

    date: str
    surface: str
    by: str
    """The date that others give."""
    strong: bool
    late: bool = False
    """Whether the day is so late in the year that it proves no year, only that the article is no older."""

    @property
    def year(self) -> str:
        return self.date[:4]


_NONE: Mapping[int, Written] = MappingProxyType({})


class _Known:
    """What the articles of a story date: deeds done once, and reports by month."""

    def __init__(self, material: Material, written: Mapping[int, Written]) -> None:
        self.newest = newest(material)
        self.deeds: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.reports: dict[str, list[tuple[str, Statement]]] = defaultdict(list)
        for statement in material.statements:
            moment = event_moment(statement)
            for anchor in statement.anchors if moment else ():
                if anchor[0] == "x" and moment:
                    self.deeds[anchor][statement.document].add(moment.date)
            published = material.documents[statement.document].published
            for date in {each.date for each in statement.moments if len(each.date) > YEAR}:
                # What is planned for a month is no report of that month.
                if (len(date) == DAY and (statement.document in written or _is_stated(statement, date))) or (
                    published and (len(date) == DAY or not after(date, published.date))
                ):
                    self.reports[date[5:7]].append((date, statement))
        self.days = _days_of_several(self.reports)

    def year(self, deed: str) -> str:
        return self._of_most(deed, YEAR) if weights.once(deed) else ""

    def month(self, deed: str) -> str:
        return self._of_most(deed, MONTH) if self.year(deed) else ""

    def _of_most(self, deed: str, precision: int) -> str:
        """The year or month that all articles give the deed, or most of several; "" where they disagree.

        One of five may give the day on which it takes effect.
        """
        told = [
            {date[:precision] for date in dates_ if len(date) >= precision}
            for dates_ in self.deeds.get(deed, {}).values()
        ]
        counted = Counter(date for dates_ in told for date in dates_).most_common(2)
        sure = len(counted) == 1 or (len(counted) > 1 and counted[0][1] > 2 * counted[1][1])
        return counted[0][0] if sure else ""

    def latest(self, statements: Sequence[Statement]) -> str:
        """The latest date, to the month at least, of a deed that *statements* tell."""
        told = {deed for statement in statements for deed in statement.told}
        return max(filter(None, map(self.month, told)), default="")


def _is_stated(statement: Statement, date: str) -> bool:
    """Whether the sentence writes the year, too: whenever it was written, that is the day."""
    return any(each.date == date and not each.resolved.inferred for each in statement.moments)


def by_others(material: Material, proven: Mapping[int, Written] = _NONE) -> dict[int, Written]:
    """When undated documents were written, by rank, as far as those that date the same events prove it.

    Documents *proven* before, by a first round, are witnesses of the second.

    A dateline near the day of another article gives its own day. Else one sign is
    enough when it names a deed done once, or a day or month that another article
    surely dates and tells the same of; else two must agree. Signs that disagree
    prove nothing; where there is nothing else, the days that it names may (`nearby`).
    """
    undated = [
        rank for rank, each in enumerate(material.documents) if each.published is None and rank not in proven
    ]
    if not undated:
        return {}
    known = _Known(material, proven)
    found: dict[int, Written] = {}
    days = _days_of_writing(material, proven)
    near = nearby.Days(material, {rank: _latest_known(each) for rank, each in proven.items()})
    for rank in undated:
        if filed := by_dateline(material.documents[rank], days):
            found[rank] = Written(filed.date[:YEAR], filed.date[:MONTH], filed)
            continue
        signs = [sign for each in material.of(rank) for sign in _signs(material, known, each)]
        written = _judged(signs, known.latest(material.of(rank)))
        written = written or _by_its_days(near.since(rank), signs)
        if written:
            found[rank] = written
    return found


def _latest_known(written: Written) -> str:
    day = written.published.date
    return day if len(day) == DAY else written.since


def _by_its_days(found: nearby.Since | None, signs: Sequence[_Sign]) -> Written | None:
    """By the days that it names, where no sign speaks for another year."""
    if found is None or any(sign.year != found.published.date for sign in signs if not sign.late):
        return None
    return Written(found.published.date, found.day, found.published)


def _days_of_writing(material: Material, proven: Mapping[int, Written]) -> list[str]:
    """The days on which the other articles were written, ascending, as far as they are known to the day."""
    judged = [*(each.published for each in material.documents), *(each.published for each in proven.values())]
    return sorted({each.date for each in judged if each and len(each.date) == DAY})


def _judged(signs: Sequence[_Sign], latest: str) -> Written | None:
    early = [sign for sign in signs if not sign.late]
    years = {sign.year for sign in early}
    if len(years) != 1 or not (
        any(sign.strong for sign in early) or len({sign.surface for sign in early}) >= _DAYS
    ):
        return None
    year = years.pop()
    dated = [latest, *(sign.by for sign in signs if len(sign.by) > 4)]
    since = max((date[:7] for date in dated if date[:4] == year), default="")
    about = {sign.date for sign in early if len(sign.date) > 4}
    evidence = "; ".join(f"{sign.surface} ({sign.by})" for sign in _first_each(early)[:2])
    if about == {since}:
        return Written(year, since, Published(since, "month", True, evidence))
    since = max(since, *(dates.months_on(month, -1) for month in about)) if about else since
    return Written(year, since if since[:4] == year else "", Published(year, "year", True, evidence))


def _first_each(signs: Sequence[_Sign]) -> list[_Sign]:
    """The strong ones first, each wording once."""
    return list({sign.surface: sign for sign in sorted(signs, key=lambda sign: sign.strong)}.values())[::-1]


def _signs(material: Material, known: _Known, statement: Statement) -> Iterator[_Sign]:
    if any(word in statement.folded for word in _YEAR_WORDS) or _DAY.search(statement.folded):
        for mention in mentions(statement.simple):
            if mention.relative in YEAR_NAMED:
                yield from _by_deed(known, statement, mention)
            bare = mention.year is None and not mention.relative and mention.day
            bare = bare and not background.is_to_come(statement.simple, mention.start, mention.end)
            if mention.month and (mention.relative in YEAR_NAMED or bare):
                yield from _by_report(material, known, statement, mention)
            if mention.month and bare and mention.weekday is not None:
                yield from _by_weekday(known, mention)
    if _COUNTED_MONTHS.search(statement.folded):
        yield from _by_months(material, known, statement)


_DAY = cue(
    rf"月 ?(?:\d{{1,2}}|[一二三十]{{1,3}}) ?[日号]|\d(?:st|nd|rd|th)? (?:of )?(?:{'|'.join(MONTHS_SHORT)})",
    " | ".join(MONTHS_SHORT),
    end=r"[a-z]*\.? \d",
)


def _by_deed(known: _Known, statement: Statement, mention: Mention) -> Iterator[_Sign]:
    """奥特曼去年被罢免: his removal is dated by others."""
    for deed in sorted(statement.anchors):
        month = known.month(deed)
        if mention.month and month and int(month[5:7]) != mention.month:
            continue  # 去年3月起停飞，他因此被解雇: not when he was
        year = known.year(deed)
        if not year and mention.month:
            # Dismissed to one, resigned to another: in the same month he left once.
            who, _, act = deed.rpartition(">")
            ended = known.month(f"{who}>{_OTHER_END.get(act, '')}")
            year = ended[:YEAR] if ended and int(ended[5:7]) == mention.month else ""
        if year:
            yield _Sign(f"{int(year) - dates.YEARS[mention.relative]:04}", mention.surface, year, True)


_OTHER_END = {"leave": "dismiss", "dismiss": "leave"}


def _by_report(material: Material, known: _Known, statement: Statement, mention: Mention) -> Iterator[_Sign]:
    """去年10月的升级, 3月12号的公告: another article tells the same of that month, or of that day."""
    day = f"{mention.month:02}-{mention.day or 0:02}"
    offset = dates.YEARS.get(mention.relative, 0)
    late = not mention.relative and (mention.month or 0) > _LAST_MONTH
    same: list[tuple[float, str, int]] = []
    for date, other in known.reports.get(f"{mention.month:02}", ()):
        if other.document == statement.document:
            continue  # its own dates prove nothing of it
        exact = mention.day and len(date) == DAY
        if exact and date[5:] != day:
            continue
        shared = [anchor for anchor in statement.anchors & other.anchors if anchor[0] not in "dc"]
        weight = weights.weigh(material, shared)
        if exact:
            same.append((weight, date, other.document))
        if weight >= (SAME_DAY if exact else agreement.ENOUGH) or (exact and late):
            sure = bool(mention.relative) or (exact and weight >= SURELY_SAME)
            yield _Sign(f"{int(date[:4]) - offset:04}", mention.surface, date, bool(sure), late)
    if day in known.days and not late:
        date = known.days[day]
        several = len({document for weight, _, document in same if weight >= SAME_ACT}) > 1
        yield _Sign(f"{int(date[:4]) - offset:04}", mention.surface, date, bool(mention.relative) or several)


def _by_weekday(known: _Known, mention: Mention) -> Iterator[_Sign]:
    """星期六(7月12日) is of 2025 where the newest article is of that month: in years near it none is."""
    for year in range(int(known.newest[:4] or 0), int(known.newest[:4] or 0) - 2, -1):
        resolved = dates.resolve(replace(mention, year=year))
        if resolved is None or len(resolved.date) < DAY or len(known.newest) < MONTH:
            continue
        near = abs(dates.months_between(resolved.date, known.newest)) <= NEAR_MONTHS
        if near and dt.date.fromisoformat(resolved.date).weekday() == mention.weekday:
            yield _Sign(resolved.date[:4], mention.surface, known.newest, True)


NEAR_MONTHS = 2
"""Of the story's newest article: so far off a day whose weekday fits is the day meant."""


def _days_of_several(reports: Mapping[str, Sequence[tuple[str, Statement]]]) -> dict[str, str]:
    """Days, as ``05-08``, that several articles date, all in one year: with it."""
    told: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for month in reports.values():
        for date, statement in month:
            if len(date) == DAY:
                told[date[5:]].add((date, statement.document))
    return {
        day: min(dates_)
        for day, by in told.items()
        if len(by) > 1 and len(dates_ := {date for date, _ in by}) == 1
    }


def _by_months(material: Material, known: _Known, statement: Statement) -> Iterator[_Sign]:
    """6个月前他被开除: counted from a deed of a known month, give or take one."""
    counted = [
        (each.amount, each.surface)
        for each in mentions(statement.simple)
        if each.relative == "months-ago" and each.amount
    ]
    if span := _SPAN.search(statement.simple):
        counted.append((numerals.integer(span["months"]) or 0, span[0]))
    deeds = set(statement.anchors)
    if statement.folded.endswith(("：", ":")):  # what is announced stands in the next sentence
        deeds.update(
            *(each.anchors for each in material.of(statement.document) if each.index == statement.index + 1)
        )
    months = {month for deed in deeds if (month := known.month(deed))}
    for amount, surface in counted if len(months) == 1 else ():
        about = dates.months_on(min(months), amount)
        if 0 < amount <= 12 and dates.months_on(about, -1)[:4] == dates.months_on(about, 1)[:4]:
            yield _Sign(about, surface, min(months), True)


def rank_by_age(material: Material, written: Mapping[int, Written]) -> None:
    """Fill `Material.recency`: by publication, else by the latest thing a document knows of.

    An undated article that tells a deed which others date to 15 May was not
    written before; that orders it, and dates nothing.
    """
    dated: dict[str, str] = {}
    for statement in material.statements:
        moment = event_moment(statement)
        for anchor in statement.anchors if moment else ():
            if weights.once(anchor) and moment:
                dated[anchor] = max(dated.get(anchor, ""), moment.date)
    latest = {
        rank: _known_to(material, rank, dated, written.get(rank)) for rank in range(len(material.documents))
    }
    material.known = latest
    material.undated = frozenset(
        rank for rank, each in enumerate(material.documents) if not (each.published or rank in written)
    )
    order = sorted(latest, key=lambda rank: (_as_day(latest[rank]), -rank))
    material.recency = {rank: place / max(1, len(order) - 1) for place, rank in enumerate(order)}


def _known_to(material: Material, rank: int, dated: Mapping[str, str], proof: Written | None) -> str:
    """The latest date that a document proves about itself."""
    published = material.documents[rank].published
    if published and len(published.date) > 4:
        return published.date
    told = material.of(rank)
    known = [moment.date for each in told for moment in each.moments]
    if not published:
        known += [dated[anchor] for each in told for anchor in each.anchors if anchor in dated]
        # What it gives a day for that is still ahead of all others is a plan, it may be.
        known = [date for date in known if not after(date, newest(material))]
        known += [proof.since] if proof else []
    year = published.date if published else proof.year if proof else ""
    if year:
        return max((date for date in known if len(date) > 4 and date[:4] == year), default=year)
    # 2020 beside a day of that year is no later than that day.
    exact = {date[:YEAR] for date in known if len(date) > YEAR}
    return max((date for date in known if len(date) > YEAR or date not in exact), key=_as_day, default="")


def _as_day(date: str) -> str:
    """For ordering only: a bare year stands for its June, a month for its 15th."""
    return {0: "", 4: f"{date}-06-30", 7: f"{date}-15"}.get(len(date), date)


def newest(material: Material) -> str:
    """The date of the newest article that has one, the story's present; "" when none has."""
    return max((document.published.date for document in material.documents if document.published), default="")


def outdated(material: Material, months: int, *, surely: bool = False) -> frozenset[int]:
    """Articles written more than *months* before the newest, also those that only others date.

    Of one that nothing dates it is known only that it is no older than what it tells of: not *surely* so.
    """
    newest_known = max(material.known.values(), default="")
    return frozenset(
        rank
        for rank, date in material.known.items()
        if not (surely and rank in material.undated) and _is_long_before(date, newest_known, months)
    )


def _is_long_before(mine: str, newest: str, months: int) -> bool:
    """As far as both are known."""
    if len(mine) < MONTH or len(newest) < YEAR:
        return False
    newest = f"{newest}-01" if len(newest) < MONTH else newest  # December is not long before next year
    return dates.months_between(mine, newest) > months
