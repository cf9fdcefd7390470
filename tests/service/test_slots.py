"""When issues are due, and what happens to slots that were missed."""

from __future__ import annotations

import zoneinfo
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest import slots
from digest.slots import Schedule

ZONES = (
    "Asia/Shanghai",
    "Asia/Tehran",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Kathmandu",
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Asuncion",
    "America/Havana",
    "America/Los_Angeles",
    "America/New_York",
    "America/Santiago",
    "America/Scoresbysund",
    "America/St_Johns",
    "Antarctica/Troll",
    "Atlantic/Azores",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Pacific/Apia",
    "Pacific/Chatham",
)
TIMES = ("0 0 * * *", "30 2 * * *", "0 7 * * *")


@pytest.mark.parametrize("zone", ZONES)
def test_a_daily_issue_comes_once_on_each_local_day_of_a_year(zone: str) -> None:
    """Daylight saving removes some midnights and doubles some 02:30s; readers count days."""
    for cron in TIMES:
        schedule = Schedule(cron, ZoneInfo(zone))
        now = datetime(2025, 12, 30, tzinfo=UTC)
        published: list[date] = []
        while now < datetime(2027, 1, 2, tzinfo=UTC):
            after, now = now, now + timedelta(hours=7)
            due = slots.decide(schedule, after=after, now=now)
            published += [slot.astimezone(schedule.zone).date() for slot in due.publish]
            assert not due.skip

        first = date(2026, 1, 1)
        wanted = [first + timedelta(days=day) for day in range(365)]
        assert [day for day in published if day.year == 2026] == wanted


@given(
    zone=st.sampled_from(sorted(zoneinfo.available_timezones())),
    cron=st.sampled_from((*TIMES, "*/20 1-3 * * *", "0 * * * *", "15 6 * * 1", "0 9 1 * *")),
    start=st.integers(0, 1000),
    days=st.integers(1, 40),
)
def test_counting_back_from_now_finds_the_slots_that_counting_on_finds(
    zone: str, cron: str, start: int, days: int
) -> None:
    schedule = Schedule(cron, ZoneInfo(zone))
    after = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=start, hours=start % 24)
    until = after + timedelta(days=days)

    forward, slot = [], slots.upcoming(schedule, after)
    while slot <= until:
        forward.append(slot)
        slot = slots.upcoming(schedule, slot)

    assert list(slots.between(schedule, after, until))[::-1] == forward
    assert all(one < other for one, other in pairwise(forward))


SHANGHAI = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 11, 16, 12, tzinfo=UTC)
THURSDAY = datetime(2026, 11, 19, 12, tzinfo=UTC)


def days(found: tuple[datetime, ...]) -> list[int]:
    return [slot.astimezone(SHANGHAI).day for slot in found]


def test_after_an_outage_the_latest_slot_is_published_and_the_others_say_why_not() -> None:
    due = slots.decide(Schedule("0 7 * * *", SHANGHAI), after=MONDAY, now=THURSDAY)

    assert days(due.publish) == [19]
    assert days(tuple(missed.slot for missed in due.skip)) == [17, 18]
    assert all("2026-11-19 07:00 holds its articles" in missed.reason for missed in due.skip)


def test_catching_up_all_publishes_each_in_order() -> None:
    due = slots.decide(Schedule("0 7 * * *", SHANGHAI, "all"), after=MONDAY, now=THURSDAY)

    assert (days(due.publish), due.skip) == ([17, 18, 19], ())


def test_catching_up_none_skips_what_is_late() -> None:
    schedule = Schedule("0 7 * * *", SHANGHAI, "none")
    slot = slots.upcoming(schedule, MONDAY)

    punctual = slots.decide(schedule, after=MONDAY, now=slot + timedelta(minutes=2))
    late = slots.decide(schedule, after=MONDAY, now=slot + timedelta(hours=2))

    assert punctual.publish == (slot,)
    assert "catch_up is none" in late.skip[0].reason


def test_a_slot_past_its_grace_is_skipped_with_both_lengths() -> None:
    schedule = Schedule("0 7 * * *", SHANGHAI, grace=timedelta(hours=3))
    slot = slots.upcoming(schedule, MONDAY)

    (missed,) = slots.decide(schedule, after=MONDAY, now=slot + timedelta(hours=5)).skip

    assert missed.reason == "5 h late, more than the grace of 3 h"


def test_a_year_away_with_a_slot_a_minute_is_decided_at_once() -> None:
    due = slots.decide(Schedule("* * * * *", SHANGHAI), after=MONDAY - timedelta(days=365), now=MONDAY)

    assert len(due.publish) == 1
    assert len(due.skip) == slots.MOST_MISSED - 1
    assert "so were all slots before it since 2025-11-16" in due.skip[0].reason


def test_an_issue_is_numbered_by_its_local_day_and_by_time_when_there_are_several() -> None:
    slot = datetime(2026, 11, 21, 23, 0, tzinfo=UTC)

    assert slots.number(Schedule("0 7 * * *", SHANGHAI), slot) == "2026-11-22"
    assert slots.number(Schedule("0 7,19 * * *", SHANGHAI), slot) == "2026-11-22T0700"


def test_an_hour_that_comes_twice_gives_two_numbers() -> None:
    """Clocks in Berlin went back from 03:00 to 02:00 on 25 October 2026."""
    schedule = Schedule("0 * * * *", ZoneInfo("Europe/Berlin"))
    around = datetime(2026, 10, 24, 23, 30, tzinfo=UTC), datetime(2026, 10, 25, 2, 30, tzinfo=UTC)

    found = list(slots.between(schedule, *around))[::-1]

    assert [slots.number(schedule, slot)[-5:] for slot in found] == ["T0200", "0200b", "T0300"]


@pytest.mark.parametrize("cron", ["@daily", "@weekly", "0 7 * * 7", "0 7 * * 0", "*/5 * * * MON-FRI"])
def test_the_expressions_that_users_write_are_understood(cron: str) -> None:
    slots.check(cron)


@pytest.mark.parametrize("cron", ["", "daily", "0 7 * *", "0 0 7 * * *", "61 7 * * *", "0 0 31 2 *"])
def test_other_expressions_are_refused_with_what_was_written(cron: str) -> None:
    with pytest.raises(ValueError, match="cron expression"):
        slots.check(cron)
