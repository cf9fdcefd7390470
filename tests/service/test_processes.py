"""Real processes: killed, doubled, stopped, with a real SMTP server on loopback."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.service.processes import (
    Project,
    Running,
    assert_it_adds_up,
    ended,
    events,
    published_paths,
    trouble,
    until,
)
from tests.service.sink import Sink


@pytest.fixture
def sink() -> Iterator[Sink]:
    with Sink() as running:
        yield running


def test_the_service_starts_and_ends_on_sigterm_with_zero(tmp_path: Path) -> None:
    project = Project(tmp_path, port=9)
    process = project.start("run")
    until(lambda: "service started" in process.told)

    process.signal(signal.SIGTERM)
    code, told = ended(process)

    assert (code, events(told)) == (0, ["service started", "service stopping", "service stopped"])


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc whether a signal is caught")
def test_a_stop_that_comes_while_it_starts_is_a_clean_one(tmp_path: Path) -> None:
    process = Project(tmp_path, port=9).start("run")
    until(lambda: catches(process, signal.SIGTERM))

    process.signal(signal.SIGTERM)

    assert ended(process) == (0, "")  # it had not come to say anything


def catches(running: Running, number: int) -> bool:
    (caught,) = (
        line.split()[1]
        for line in Path(f"/proc/{running.process.pid}/status").read_text().splitlines()
        if line.startswith("SigCgt:")
    )
    return bool(int(caught, 16) >> (number - 1) & 1)


def test_a_wrong_configuration_stops_the_start_with_every_error(tmp_path: Path) -> None:
    project = Project(tmp_path, port=9)
    text = (tmp_path / "digest.toml").read_text()
    (tmp_path / "digest.toml").write_text(text + 'method = "magic"\nrecipients_file = "gone.txt"\n', "utf-8")

    code, told = ended(project.start("run"))

    assert code == 2
    assert "magic" in told
    assert "gone.txt" in told
    assert not (tmp_path / "var").exists()


def test_once_publishes_and_sends_what_is_due_and_then_nothing(tmp_path: Path, sink: Sink) -> None:
    project = Project(tmp_path, sink.port, readers=3)
    project.drop(1)
    assert ended(project.start("run", "--once"))[0] == 0
    project.pretend_slot()

    code, told = ended(project.start("run", "--once"))
    again, _ = ended(project.start("run", "--once"))

    assert (code, again) == (0, 0), told
    assert Counter(mail.recipient for mail in sink.accepted) == {f"reader{n}@y.example": 1 for n in range(3)}
    assert "y.example" not in told


def test_articles_that_are_told_as_copies_of_one_are_published(tmp_path: Path, sink: Sink) -> None:
    """What `trouble` waits for must come whichever articles share an issue: 4 and 5 are much like 0 and 1."""
    project = Project(tmp_path, sink.port)
    ended(project.start("run", "--once"))
    for number in range(6):
        project.drop(number)
    project.pretend_slot()
    ended(project.start("run", "--once"))

    assert project.rows("SELECT count(*) FROM issue WHERE state = 'complete'") == [(1,)]
    assert published_paths(project) == [f"{number}.txt" for number in range(6)]


def test_a_reader_whose_sender_died_twice_is_left_in_doubt(tmp_path: Path) -> None:
    with Sink(delay_seconds=15) as slow:
        project = Project(tmp_path, slow.port)
        project.drop(1)
        ended(project.start("run", "--once"))
        project.pretend_slot()
        for copies in (1, 2):
            process = project.start("run")
            until(lambda copies=copies: slow.held == copies)  # type: ignore[misc]
            process.kill()

        code, _ = ended(project.start("run", "--once"))

    assert code == 4
    assert project.rows("SELECT state, doubts FROM delivery") == [("in_doubt", 2)]
    assert published_paths(project) == ["1.txt"]
    assert slow.held == 2


@pytest.mark.slow
def test_two_services_a_timer_and_kills_publish_each_slot_once(tmp_path: Path, sink: Sink) -> None:
    project = Project(tmp_path, sink.port, readers=2, speed=40)
    ended(project.start("run", "--once"))

    trouble(project, ("run", "run"), random.Random(8))

    assert_it_adds_up(project, sink, readers=2)


@pytest.mark.slow
def test_files_dropped_while_it_is_killed_are_taken_once(tmp_path: Path) -> None:
    project = Project(tmp_path, port=9)
    (tmp_path / "digest.toml").write_text(
        (tmp_path / "digest.toml").read_text().replace("* * * * *", ""), "utf-8"
    )
    count, chance = 600, random.Random(3)

    def drop() -> None:
        for number in range(count):
            project.drop(number)

    dropping = threading.Thread(target=drop)
    process = project.start("run")
    dropping.start()
    for _ in range(4):
        time.sleep(chance.uniform(0.7, 1.5))
        process.kill()
        process = project.start("run")
    dropping.join()
    until(lambda: project.rows("SELECT count(*) FROM file WHERE state = 'ingested'") == [(count,)])
    # The one before may have taken the last of them, and no Python program hears a signal before it runs.
    until(lambda: "service started" in process.told)
    process.signal(signal.SIGTERM)

    assert ended(process)[0] == 0
    assert project.rows("SELECT count(*), count(DISTINCT path), max(revision) FROM article") == [
        (count, count, 1)
    ]
    assert project.rows("SELECT count(*) FROM prepared") == [(count,)]


@pytest.mark.slow
def test_a_stop_during_a_send_loses_and_repeats_nothing(tmp_path: Path) -> None:
    with Sink(delay_seconds=0.2) as slow:
        project = Project(tmp_path, slow.port, readers=60)
        project.drop(1)
        ended(project.start("run", "--once"))
        project.pretend_slot()
        process = project.start("run")
        until(lambda: len(slow.accepted) > 5)

        process.signal(signal.SIGTERM)
        code, told = ended(process)
        stopped_at = len(slow.accepted)
        ended(project.start("run", "--once"))

    assert code == 0, told
    assert stopped_at < 60
    assert Counter(mail.recipient for mail in slow.accepted) == {f"reader{n}@y.example": 1 for n in range(60)}


def test_a_second_signal_ends_at_once(tmp_path: Path) -> None:
    with Sink(delay_seconds=15) as slow:
        project = Project(tmp_path, slow.port)
        project.drop(1)
        ended(project.start("run", "--once"))
        project.pretend_slot()
        process = project.start("run")
        until(lambda: slow.held)

        process.signal(signal.SIGTERM)
        until(lambda: "service stopping" in process.told)  # two at once would be one to the system
        process.signal(signal.SIGTERM)
        code, _ = ended(process)

    assert code == 128 + signal.SIGTERM


def test_a_disk_that_fills_up_loses_nothing(tmp_path: Path, sink: Sink) -> None:
    """SQLite is told that its file may not grow: to it that is a full disk."""
    project = Project(tmp_path, sink.port)
    ended(project.start("run", "--once"))
    for number in range(30):
        project.drop(number)
    command = f"ulimit -f 100; exec {sys.executable} -m digest run --once"
    full = subprocess.run(
        command, check=False, shell=True, cwd=tmp_path, env=project.environ, capture_output=True, timeout=600
    )

    code, _ = ended(project.start("run", "--once"))

    assert full.returncode != 0
    assert code == 0
    assert project.rows("SELECT count(*) FROM file WHERE state = 'ingested'") == [(30,)]
