"""The alarm clock around the service."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from digest import idle, schedule
from digest.schedule import SlotTrigger
from digest.service import Service, Tick
from digest.slots import Schedule
from tests.service.conftest import Newsroom


def test_the_alarm_rings_at_the_slots_that_the_ledger_counts() -> None:
    """APScheduler's own trigger skips a midnight that does not exist: Beirut, 29 March 2026."""
    trigger = SlotTrigger(Schedule("0 0 * * *", ZoneInfo("Asia/Beirut")))
    now = datetime(2026, 3, 28, 12, tzinfo=UTC)

    rings = [ring := trigger.get_next_fire_time(None, now)]
    rings += [trigger.get_next_fire_time(ring, now)]

    assert [each.astimezone(ZoneInfo("Asia/Beirut")).date().day for each in rings] == [29, 30]


def test_an_alarm_that_was_slept_through_rings_next_time_only() -> None:
    trigger = SlotTrigger(Schedule("* * * * *", ZoneInfo("UTC")))
    now = datetime(2026, 3, 28, 12, tzinfo=UTC)

    assert trigger.get_next_fire_time(now - timedelta(days=2), now) == now + timedelta(minutes=1)


def test_a_service_whose_loop_breaks_ends_with_one(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Its supervisor starts it again; alive and idle, nobody would notice."""

    def broken(_service: Service) -> Tick:
        raise RuntimeError("a bug in the round itself")

    monkeypatch.setattr(Service, "tick", broken)
    service = newsroom.service()

    code = schedule.run(service.config, service.store)

    assert code == 1
    assert "service crashed" in [record.message for record in caplog.records]


def test_a_huge_folder_is_listed_less_often(newsroom: Newsroom) -> None:
    service = newsroom.service()
    loop = schedule._Loop(service.config, service.store, None, None)
    loop.service.inbox.scan_seconds = 2.0

    assert loop._pause(settling=False) == 200.0


def test_a_run_that_may_not_look_everywhere_is_a_run_nevertheless(tmp_path: Path, closed: set[Path]) -> None:
    """What decides whether there is work must not end it; what was closed and opens is a change."""
    (tmp_path / "private").mkdir()
    (tmp_path / "one.txt").write_text("text", "utf-8")
    opened = idle.listing(tmp_path)

    closed.add(tmp_path / "private")
    shut = idle.listing(tmp_path)

    assert shut != opened
    assert idle.listing(tmp_path / "not there") == idle.listing(tmp_path / "not there")
