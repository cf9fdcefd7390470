"""When was an article written that does not say so, and which of two is the newer? Pure.

What others date and it tells, too, proves something: an article that says
奥特曼去年被罢免 is of 2024 when all others that date that deed say 2023.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from digest.language import dates
from digest.story import lexicon
from digest.story.chronology import event_moment, mentions
from digest.story.material import Material, Statement

_OFFSETS = {"this-year": 0, "last-year": -1, "year-before-last": -2}


def years_by_others(material: Material) -> dict[int, str]:
    """Years of undated documents, by rank, that the dated ones prove.

    An article without a date that says 奥特曼去年被罢免 is of 2024 when all
    others that date that deed say 2023. Two proofs that disagree prove nothing.
    """
    dated: dict[str, set[str]] = defaultdict(set)
    for statement in material.statements:
        moment = event_moment(statement)
        if moment:
            for anchor in statement.anchors:
                if anchor[0] == "x":
                    dated[anchor].add(moment.date[:4])
    found: dict[int, str] = {}
    for rank, document in enumerate(material.documents):
        if document.published is None:
            years = {year for each in material.of(rank) for year in _proofs(each, dated)}
            if len(years) == 1:
                found[rank] = years.pop()
    return found


def _proofs(statement: Statement, dated: Mapping[str, set[str]]) -> Iterator[str]:
    if not any(word in statement.folded for word in ("去年", "前年", "今年", "last year", "this year")):
        return
    for mention in mentions(statement.simple):
        if mention.relative in _OFFSETS:
            for anchor in sorted(statement.anchors):
                years = dated.get(anchor, set())
                if len(years) == 1 and anchor.rpartition(">")[2] in lexicon.ONCE:
                    yield f"{int(min(years)) - _OFFSETS[mention.relative]:04}"


def rank_by_age(material: Material, years: Mapping[int, str]) -> None:
    """Fill `Material.recency`: by publication, else by the latest thing a document knows of.

    An undated article that tells a deed which others date to 15 May was not
    written before; that orders it, and dates nothing.
    """
    dated: dict[str, str] = {}
    for statement in material.statements:
        moment = event_moment(statement)
        for anchor in statement.anchors if moment else ():
            if anchor[0] == "x" and anchor.rpartition(">")[2] in lexicon.ONCE and moment:
                dated[anchor] = max(dated.get(anchor, ""), moment.date)
    latest = {rank: _known_to(material, rank, dated, years) for rank in range(len(material.documents))}
    material.known = latest
    order = sorted(latest, key=lambda rank: (_as_day(latest[rank]), -rank))
    material.recency = {rank: place / max(1, len(order) - 1) for place, rank in enumerate(order)}


def _known_to(material: Material, rank: int, dated: Mapping[str, str], years: Mapping[int, str]) -> str:
    """The latest date that a document proves about itself."""
    published = material.documents[rank].published
    if published and len(published.date) > 4:
        return published.date
    told = material.of(rank)
    known = [moment.date for each in told for moment in each.moments]
    if published:
        exact = [date for date in known if len(date) > 4 and date[:4] == published.date]
        return max(exact, default=published.date)
    known += [dated[anchor] for each in told for anchor in each.anchors if anchor in dated]
    return max([*known, years.get(rank, "")], key=_as_day)


def _as_day(date: str) -> str:
    """For ordering only: a bare year stands for its June, a month for its 15th."""
    return {0: "", 4: f"{date}-06-30", 7: f"{date}-15"}.get(len(date), date)


def newest(material: Material) -> str:
    """The date of the newest article; the story's present."""
    return max((document.published.date for document in material.documents if document.published), default="")


def outdated(material: Material) -> frozenset[int]:
    """News and plans of an article that is months older than the newest have become history."""
    written = [document.published.date if document.published else "" for document in material.documents]
    present = newest(material)
    return frozenset(rank for rank, date in enumerate(written) if _is_long_before(date, present))


def _is_long_before(mine: str, newest: str) -> bool:
    if len(mine) < 7 or len(newest) < 4:
        return False
    if len(newest) < 7:
        return mine[:4] < newest[:4]
    return dates.months_between(mine, newest) > 2
