"""When a theme's issues are due: slots of a cron schedule in a time zone. Pure.

Slots come from cronsim, which runs a daily job once on each local day in every
zone; APScheduler's own cron trigger skips a midnight that daylight saving
removes and repeats a 02:30 that it doubles. Instants are aware datetimes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Literal
from zoneinfo import ZoneInfo

CatchUp = Literal["latest", "all", "none"]

MOST_MISSED = 100
"""So many missed slots are decided one by one; those before them are named in the oldest one's reason."""

PUNCTUAL = timedelta(minutes=5)
"""With ``catch_up = "none"``, a slot this late counts as met: cron starts late as well."""

_NICKNAMES = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
}


@dataclass(frozen=True, slots=True)
class Schedule:
    """Five cron fields (or ``@daily``, ..) read in a zone, and what to do about slots that were missed."""

    cron: str
    zone: ZoneInfo
    catch_up: CatchUp = "latest"
    grace: timedelta = timedelta(0)
    """A slot later than this is skipped; zero for no limit."""

    @property
    def fields(self) -> str:
        return _NICKNAMES.get(self.cron.strip().lower(), self.cron.strip())


@dataclass(frozen=True, slots=True)
class Missed:
    """A slot that will not be published, and why."""

    slot: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Due:
    """Every slot that needs deciding: oldest first."""

    publish: tuple[datetime, ...] = ()
    skip: tuple[Missed, ...] = ()


def check(cron: str) -> None:
    """Raises `ValueError` saying what is wrong with the expression."""
    from cronsim import CronSim, CronSimError

    fields = _NICKNAMES.get(cron.strip().lower(), cron.strip())
    if len(fields.split()) != 5:
        raise ValueError(f"{cron!r} is not a cron expression of five fields such as '0 7 * * *'")
    try:
        next(CronSim(fields, datetime(2000, 1, 1, tzinfo=UTC)))
    except CronSimError as error:
        raise ValueError(f"{cron!r} is not a cron expression: {error}") from error


def upcoming(schedule: Schedule, after: datetime) -> datetime:
    """The first slot later than *after*."""
    return next(_simulated(schedule, after))


def between(schedule: Schedule, after: datetime, until: datetime) -> Iterator[datetime]:
    """The slots in (*after*, *until*], newest first."""
    for slot in _simulated(schedule, until + timedelta(seconds=1), reverse=True):
        if slot <= after:
            return
        if slot <= until:
            yield slot


def decide(schedule: Schedule, *, after: datetime, now: datetime) -> Due:
    """What to do about each slot in (*after*, *now*], where *after* is the last one decided."""
    found = list(islice(between(schedule, after, now), MOST_MISSED + 1))
    if not found:
        return Due()
    older, missed = found[MOST_MISSED:], found[:MOST_MISSED][::-1]
    judged = [(slot, _reason(schedule, slot, missed[-1], now)) for slot in missed]
    skip = [Missed(slot, reason) for slot, reason in judged if reason]
    if older and skip and skip[0].slot == missed[0]:
        skip[0] = Missed(
            missed[0], f"{skip[0].reason}; so were all slots before it since {after:%Y-%m-%d %H:%M}Z"
        )
    return Due(tuple(slot for slot, reason in judged if not reason), tuple(skip))


def number(schedule: Schedule, slot: datetime, *, timed: bool = False) -> str:
    """An issue's number: its local date, with ``T`` and the time if there are several a day, or *timed*."""
    local = slot.astimezone(schedule.zone)
    day = local.date().isoformat()
    if not timed and not several_a_day(schedule):
        return day
    # When clocks go back an hour comes twice; the second one is told apart.
    return f"{day}T{local:%H%M}" + ("b" if local.fold else "")


def several_a_day(schedule: Schedule) -> bool:
    start = datetime(2000, 1, 1, tzinfo=UTC) - timedelta(seconds=1)
    first, second = islice(_simulated(Schedule(schedule.cron, ZoneInfo("UTC")), start), 2)
    return first.date() == second.date()


def _reason(schedule: Schedule, slot: datetime, newest: datetime, now: datetime) -> str:
    """Why a slot is skipped; "" when it is to be published."""
    late = now - slot
    if schedule.grace and late > schedule.grace:
        return f"{spoken(late)} late, more than the grace of {spoken(schedule.grace)}"
    if schedule.catch_up == "all":
        return ""
    if slot != newest:
        return f"missed; the issue of {newest.astimezone(schedule.zone):%Y-%m-%d %H:%M} holds its articles"
    if schedule.catch_up == "none" and late > max(schedule.grace, PUNCTUAL):
        return f"missed by {spoken(late)}, and catch_up is none"
    return ""


def spoken(length: timedelta) -> str:
    """A length of time for a person: ``2 d 5 h``, to the minute."""
    minutes = round(length.total_seconds() / 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = [f"{count} {unit}" for count, unit in ((days, "d"), (hours, "h"), (minutes, "min")) if count]
    return " ".join(parts) or "0 min"


def _simulated(schedule: Schedule, start: datetime, *, reverse: bool = False) -> Iterator[datetime]:
    from cronsim import CronSim

    local = start.astimezone(schedule.zone)
    return (slot.astimezone(UTC) for slot in CronSim(schedule.fields, local, reverse=reverse))
