"""Dated statements that tell one event, together: what stands for all, what is no row of its own. Pure."""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from operator import itemgetter

from digest.language import quotation
from digest.language.lazy import regex
from digest.story.dates import background
from digest.story.matching import agreement, grouping, outcomes, weights
from digest.story.statements import choosing, lexicon, moments, standing
from digest.story.statements.material import DAY, MONTH, YEAR, Material, Moment, Statement
from digest.story.timeline import asides, hollow
from digest.story.timeline.eventful import CENTRAL, is_due, is_eventful

SAME_EVENT = 5.0
"""Weight of shared anchors from which on two reports of one day are of one event."""
RARE_THING = 2.9
"""Weight from which on one thing besides the day makes reports of two articles one event."""
LEAST_PRINTED, WELL = 0.4, 0.7
"""Form of the sentence that is printed for all (not 他今年4月辞职), and of a good one."""
EARLY = 12
"""Characters before a date that still governs what its sentence tells."""
HEADLINE = 1.0
"""What being the news of its article adds to the score of a row."""
ASIDE, OFF_THEME = 0.12, 0.25
"""Less central than the one, with less to do with the theme's question than the other, and told by one
article: an aside."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event: ``best`` is printed, ``told`` are the documents that report it, with its date or without."""

    score: float
    group: tuple[Statement, ...]
    told: frozenset[int]
    best: Statement
    moment: Moment
    headline: bool = False
    """Whether the title of its article announces it; it has no better date, or no better sentence."""

    @property
    def date(self) -> str:
        return self.moment.date


def rows(material: Material) -> list[Row]:
    """All events that the documents date, in no order; what one row tells no other repeats."""
    dated = [statement for statement in material.statements if is_eventful(material, statement)]
    dated += _second_dates(material, dated)
    days = {_date(each) for each in dated}
    # What was to come on a day is a row where nobody tells that it came.
    dated += [each for each in material.statements if _date(each) not in days and is_due(material, each)]
    found = [row for bucket in _buckets(dated).values() for row in _grouped(material, bucket)]
    printable = [
        row
        for row in found
        if choosing.form_beside_date(row.best) >= LEAST_PRINTED or _is_of(material, row.best)
    ]
    printable = [
        replace(row, headline=True, score=row.score + HEADLINE)
        if len(row.date) == YEAR and _announced(material, row, set())
        else row
        for row in printable
    ]
    told = {deed for row in printable for each in row.group for deed in each.told}
    announced = [
        replace(row, headline=True, score=row.score + HEADLINE)
        for row in found
        if row not in printable and _announced(material, row, told)
    ]
    printable = [row for row in printable if not _is_older(material, row) and not _is_aside(material, row)]
    printable = [row for row in printable if not _sums_up(row, printable)]
    return _without_vague(material, printable) + announced


# --- together -----------------------------------------------------------------


def _buckets(dated: Sequence[Statement]) -> dict[str, list[Statement]]:
    """By month; what is known to the year alone has a bucket of its own."""
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in dated:
        found[_date(statement)[:7]].append(statement)
    return found


def _second_dates(material: Material, dated: Sequence[Statement]) -> list[Statement]:
    """Copies of those of *dated* that go on to what was done in a month of which nobody else tells.

    于3月提出上诉，到11月法庭举行听证会: dated with the second.
    """
    told = {date[:7] for each in dated for date in (_date(each),)}
    found = []
    for each in dated:
        for moment in each.moments:
            if len(moment.date) < MONTH or moment.since or not moment.direct or moment.date[:7] in told:
                continue
            if moment.start > 0 and _goes_on(each, moment):
                second = copy.copy(each)
                second.moment, second.alike = moment, -1
                found += [second] if is_eventful(material, second) else []
    return found


def _goes_on(statement: Statement, moment: Moment) -> bool:
    """The date opens a clause, behind its commas, that tells an act."""
    opens = _NEXT_CLAUSE.search(statement.simple, 0, moment.start)
    end = _CLAUSE_END.search(statement.simple, moment.end)
    clause = statement.folded[moment.end : end.start() if end else None]
    return opens is not None and bool(lexicon.actions(clause) or _HELD.search(clause))


_NEXT_CLAUSE = regex("[，；](?:而|并|又|然后|随后)?(?:到|在|于)?$|; (?:and |then )?(?:in|on) $")
_CLAUSE_END = regex("[，。；;]")
_HELD = regex("举行|召开|开庭|宣布|公布")


def _grouped(material: Material, bucket: Sequence[Statement]) -> list[Row]:
    """Statements of one event together; each is held against the groups it shares most with.

    Exact dates first: a report that gives only the month joins the day it
    agrees with best, and cannot tie two days together.
    """
    groups: list[list[Statement]] = []
    days: list[str] = []
    posted: dict[str, dict[int, None]] = defaultdict(dict)
    for statement in sorted(bucket, key=lambda each: (-len(_date(each)), each.place)):
        date = _date(statement)
        posts = [anchor for anchor in grouping.signposts(material, statement) if anchor[0] != "d"]
        near = grouping.nearest(chain.from_iterable(map(posted.__getitem__, posts)), grouping.MATCHES, 1)
        # Two reports of one day may share none of what is rarest in either.
        same_day = islice(posted[date], grouping.CANDIDATES)
        fitting = [rank for rank in {*near, *same_day} if moments.compatible(date, days[rank])]
        home = _home(material, statement, groups, sorted(fitting))
        if home is None:
            home = len(groups)
            groups.append([])
            days.append(date)
        groups[home].append(statement)
        for anchor in (*posts, date):
            posted[anchor][home] = None
    return [_row(material, group) for group in groups]


def _home(
    material: Material, statement: Statement, groups: Sequence[Sequence[Statement]], near: Sequence[int]
) -> int | None:
    """The group of those *near*, by rank, with whose first members *statement* shares most."""
    fitting = [
        (weights.shared(material, statement, each), -rank, each) for rank in near for each in groups[rank][:3]
    ]
    fitting.sort(key=itemgetter(0, 1), reverse=True)
    return next((-rank for _, rank, each in fitting if _same(material, statement, each)), None)


def _date(statement: Statement) -> str:
    return statement.moment.date if statement.moment else ""


def _same(material: Material, one: Statement, other: Statement) -> bool:
    mine, theirs = _date(one), _date(other)
    held = moments.holds(one, other) if len(mine) < len(theirs) else moments.holds(other, one)
    if not moments.compatible(mine, theirs) or held is False:
        return False
    if agreement.agree(material, one, other, by_deed=True) or agreement.agree(material, one, other):
        return True
    shared = [anchor for anchor in one.anchors & other.anchors if anchor[0] != "d"]
    # An inquiry and an inquiry may be two; a rare thing on one day is one, in two articles.
    rare = any(material.heft[anchor] >= RARE_THING for anchor in shared if anchor[0] not in "ae")
    if rare and mine == theirs and len(mine) == DAY and one.document != other.document:
        return True
    if len(shared) < 2:
        return False
    if held and one.document != other.document:
        return weights.weigh(material, shared) >= SAME_EVENT
    if mine != theirs or len(mine) < 7:
        return False
    if len(mine) == 7 and not _alike(one, other, shared):
        return False
    return weights.weigh(material, shared) >= (SAME_EVENT if len(mine) > 7 else agreement.ENOUGH)


def _alike(one: Statement, other: Statement, shared: Iterable[str]) -> bool:
    """In one month: of one person, and not two acts."""
    return shared_acts(one, other) and any(anchor[0] in "ex" for anchor in shared)


def shared_acts(one: Statement, other: Statement) -> bool:
    """Both tell one act, or one of them tells none."""
    return bool(not one.actions or not other.actions or one.actions & other.actions)


# --- what stands for all ------------------------------------------------------


def _row(material: Material, group: Sequence[Statement]) -> Row:
    """The fullest sentence stands for all, with the date that it gives itself."""
    exact = max(len(_date(each)) for each in group)
    # Who gives the day says more than who gives the month, if it can stand alone and be read.
    well = [
        each
        for each in group
        if len(_date(each)) == exact and choosing.form_beside_date(each) >= WELL and _readable(material, each)
    ]
    best = max(well or group, key=lambda each: (_fullness(material, each), [-part for part in each.place]))
    moment = moments.event_moment(best)
    assert moment
    told = {each.document for each in group}
    precise = {"day": 1.0, "month": 0.8, "year": -0.4}[moment.resolved.precision]
    score = len(told) + precise + material.central[best.place] + material.relevance[best.place]
    score -= 0.0 if moment.direct else 0.6
    score -= 0.6 if _describes(best, moment) else 0.0
    score -= 0.4 if _tells_of_two(best, moment) else 0.0
    score += 0.2 if moment.start < EARLY else 0.0
    score -= 0.3 if _SAID_THEN.match(best.simple, moment.end) else 0.0
    score += choosing.form_beside_date(best) + 0.3 * bool(best.actions)
    return Row(score, tuple(group), frozenset(told), best, moment)


def fresh(material: Material, row: Row) -> Row:
    """*row* with another sentence of its day where the issue prints its own as often as it may."""
    if not choosing.worn(material, row.best):
        return row
    others = [
        each
        for each in row.group
        if _date(each) == row.date
        and choosing.form_beside_date(each) >= WELL
        and not choosing.worn(material, each)
        and _fullness(material, each) >= _fullness(material, row.best)
        and _readable(material, each) >= _readable(material, row.best)
    ]
    best = max(
        others, key=lambda each: (_fullness(material, each), [-part for part in each.place]), default=row.best
    )
    moment = moments.event_moment(best)
    assert moment
    return replace(row, best=best, moment=moment)


def _fullness(material: Material, statement: Statement) -> float:
    moment = moments.event_moment(statement)
    assert moment
    exact = {"day": 0.5, "month": 0.2, "year": 0.0}[moment.resolved.precision] if moment.direct else -0.2
    told = 0.12 * min(5, len(statement.anchors)) + 0.3 * bool(statement.actions)
    early = 0.3 if moment.start < EARLY else 0.0
    single = 0.7 if moment.last or _tells_of_two(statement, moment) or _describes(statement, moment) else 1.0
    fresh = choosing.news_value(material, statement)
    single *= 0.7 if material.documents[statement.document].kind == "transcript" else 1.0
    own = 1.0 if _readable(material, statement) else 0.75
    own *= 0.8 if _LABEL.match(statement.simple) else 1.0
    own *= HOLLOW if hollow.is_hollow(statement.simple) or hollow.is_agenda(statement.simple) else 1.0
    own *= OVERTAKEN if outcomes.overtaken(material, statement) else 1.0
    own *= 0.8 if _TODAY.search(quotation.outside(statement.simple)) else 1.0
    whole = own * single * choosing.form_beside_date(statement)
    # Of reports that share a day and little else, the one that tells what most articles tell.
    central = 0.6 + 0.4 * material.central[statement.place]
    return whole * (0.5 + exact + told + early) * (0.7 + 0.3 * fresh) * central


_LABEL = regex("[^，。：“”「」]{2,8}：")
"""两句话：, 简单补个课：: addressed to the readers of its article."""


HOLLOW, OVERTAKEN = 0.5, 0.7
"""What is left of what says that something happened, and not what; of what another tells the end of."""


_TODAY = regex("今[天日早晚晨]|昨[天日晚]|前[天日](?![后前])|明[天日]|本月|上月|本周(?!刊)|上周")
"""Of the article's day, not of the reader's: beside a date it is no riddle, and reads ill."""


def _readable(material: Material, statement: Statement) -> bool:
    """In the language that a reader of the issue likes best to read."""
    return (material.documents[statement.document].language == "zh") == material.chinese


def _describes(statement: Statement, moment: Moment) -> bool:
    """The date belongs to a thing, not to what is told: 剩下的只有|9月才改制的|委员会."""
    before = statement.simple[: moment.start]
    return bool(before) and before[-1] not in "，；：,;: " and bool(_OF.match(statement.simple, moment.end))


_SAID_THEN = regex("[^，。；]{0,12}(?:表示|回应|说|称)[，：:]")
"""On that day somebody spoke: less than what was done."""
_OF = regex("(?!的)[^，。；]{1,14}的(?!时|是)")


def _tells_of_two(statement: Statement, moment: Moment) -> bool:
    """Half of it is of another time: 成立于2015年，2023年以来声名大噪; not what was promised for another."""
    return any(
        not moments.could_be(moment.date, each.date)
        and not lexicon.PROMISE.search(statement.folded, moment.end, max(moment.end, each.start))
        for each in statement.moments
    )


# --- which are no rows of their own -------------------------------------------


def _announced(material: Material, row: Row, told: set[str]) -> bool:
    """The article's title tells of it, and no other row does: a sentence that leans is better than none."""
    title = material.documents[row.best.document].title or ""
    deeds = {deed for deed in row.best.told - told if weights.once(deed)}
    acts = {deed.rpartition(">")[2] for deed in deeds} & lexicon.actions(title.lower())
    return bool(acts) and standing.names_its_subject(row.best.simple)


def _is_of(material: Material, statement: Statement) -> bool:
    """9月30日，它缴清了罚款: the story's firm, of which the sentence before tells, is no riddle."""
    if not material.leading or not _IT.match(statement.simple):
        return False
    before = next(
        (each for each in material.of(statement.document) if each.index == statement.index - 1), None
    )
    return before is not None and before.entities[:1] == (material.leading,)


_IT = regex("[^，。；他她]{2,14}，(?:它|该公司|这家公司)(?!们)")


def _is_older(material: Material, row: Row) -> bool:
    """He left once before, years ago: a reader takes it for the leaving that this story tells."""
    if len(row.date) > 4:
        return False
    return any(
        other.moments and _date(other)[:4] > row.date
        for deed in row.best.told
        for other in material.carriers.get(deed, ())
        if deed in other.told
    )


def _is_aside(material: Material, row: Row) -> bool:
    """One article's remark on something else: neither what others tell nor what the theme asks for."""
    if len(row.told) > 1:
        return False
    if len(row.date) == 4 and background.in_relative_clause(row.best.simple, row.moment):
        return True  # the repair that took three weeks last year was..
    if len(row.date) == 4 and asides.tells_of_now_first(row.best, row.moment):
        return True
    if asides.is_of_a_life(material, row.best, row.moment):
        return True
    if not material.has_question:
        return False
    if material.relevance[row.best.place] >= OFF_THEME or row.best.key_point:
        return False
    least = ASIDE if len(row.date) > 4 else CENTRAL
    return material.central[row.best.place] < least or _looks_back(row.best, row.moment)


def _looks_back(statement: Statement, moment: Moment) -> bool:
    """约翰逊公开表示，公司在9月就曾联系她: told on an occasion that is the news."""
    return bool(_SAID.search(statement.simple, 0, moment.start)) and bool(
        _ONCE_BEFORE.match(statement.simple, moment.end)
    )


_SAID, _ONCE_BEFORE = regex("(?:表示|说|称|透露|指出|回忆)[，：:]"), regex("[^，。；]{0,6}曾")


def _sums_up(row: Row, others: Sequence[Row]) -> bool:
    """5月15日至17日两人离职: both days have rows that say who."""
    last = row.moment.last
    return row.date <= last and {row.date, last} <= {each.date for each in others if each is not row}


def _without_vague(material: Material, found: Sequence[Row]) -> list[Row]:
    """Rows of a bare year that another row tells with its month are counted there."""
    exact = [row for row in found if row.moment.resolved.precision != "year"]
    kept: dict[int, Row] = dict(enumerate(exact))
    for row in found:
        if row.moment.resolved.precision != "year":
            continue
        home = next(
            (
                place
                for place, each in kept.items()
                if each.date[:4] == row.date
                and any(agreement.agree(material, one, row.best, by_deed=True) for one in each.group)
            ),
            None,
        )
        if home is None:
            kept[len(kept)] = row
        else:
            kept[home] = replace(kept[home], told=kept[home].told | row.told, score=kept[home].score + 0.5)
    return list(kept.values())
