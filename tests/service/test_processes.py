"""Real processes: killed, doubled, stopped, with a real SMTP server on loopback."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from digest import config as configuration
from digest.store.database import Store
from tests.service.conftest import article
from tests.service.sink import Sink

ROOT = Path(__file__).resolve().parents[2]

SETTINGS = """
[seeds]
settle_seconds = 0
scan_seconds = 0.3
[output]
formats = ["json"]
[mail]
host = "127.0.0.1"
port = {port}
tls = "none"
backoff_seconds = 0.2
[[themes]]
slug = "trams"
schedule = "* * * * *"
to = [{to}]
"""

FASTER = """
import time
real, base, speed = time.time, {}, {}
time.time = lambda: base + (real() - base) * speed
"""
"""The wall clock of every process of a project, sped up: a slot every minute comes every few seconds."""


@pytest.fixture
def sink() -> Iterator[Sink]:
    with Sink() as running:
        yield running


class Project:
    """A folder with settings, and ``digest`` commands run in it as processes of their own."""

    def __init__(self, folder: Path, port: int, readers: int = 1, speed: int = 1) -> None:
        self.folder = folder
        (folder / "seeds").mkdir()
        to = ", ".join(f'"reader{number}@y.example"' for number in range(readers))
        (folder / "digest.toml").write_text(SETTINGS.format(port=port, to=to), "utf-8")
        self.environ = {**os.environ, "PYTHONPATH": f"{folder / 'site'}:{ROOT}"}
        if speed > 1:
            (folder / "site").mkdir()
            (folder / "site" / "sitecustomize.py").write_text(FASTER.format(time.time(), speed), "utf-8")

    def start(self, *arguments: str, **environ: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "digest", *arguments]
        return subprocess.Popen(
            command,
            cwd=self.folder,
            env={**self.environ, **environ},
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def drop(self, number: int) -> None:
        (self.folder / "seeds" / f"{number}.txt").write_text(article(number), "utf-8")

    def rows(self, query: str) -> list[tuple[object, ...]]:
        from sqlalchemy import text

        config = configuration.load(self.folder / "digest.toml", {})
        with Store.open(config.store.address()) as store, store.read() as connection:
            return [tuple(row) for row in connection.execute(text(query))]

    def pretend_slot(self, minutes: int = 2) -> None:
        """As if the service had run until *minutes* ago: the slots since then are due."""
        with sqlite3.connect(self.folder / "var" / "digest.db", timeout=30) as connection:
            connection.execute("UPDATE schedule SET since_at = since_at - ?", (60 * minutes,))


def until(true: Callable[[], object], seconds: float = 60) -> None:
    limit = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < limit, "it did not come"
        time.sleep(0.02)


def ended(process: subprocess.Popen[str], seconds: float = 30) -> tuple[int, str]:
    _, told = process.communicate(timeout=seconds)
    return process.returncode, told


def events(told: str) -> list[str]:
    return [json.loads(line)["event"] for line in told.splitlines() if line.startswith("{")]


def published_paths(project: Project) -> list[str]:
    """The files in all issues that were sent to everybody."""
    documents = project.rows("SELECT document FROM issue WHERE state = 'complete'")
    return sorted(row["path"] for (text,) in documents for row in json.loads(str(text))["articles"])


def test_the_service_starts_and_ends_on_sigterm_with_zero(tmp_path: Path) -> None:
    project = Project(tmp_path, port=9)
    process = project.start("run")
    assert process.stderr
    first = process.stderr.readline()

    process.send_signal(signal.SIGTERM)
    code, told = ended(process)

    assert (code, events(first + told)) == (0, ["service started", "service stopping", "service stopped"])


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


KILLS = int(os.environ.get("DIGEST_TEST_KILLS", "6"))
"""More of them take longer and find rarer things: CI may ask for 50."""


def trouble(project: Project, roles: tuple[str, ...], chance: random.Random) -> None:
    """Articles arrive while processes are killed at random moments, with an outage over several slots.

    Beside each arrival a one-shot run is started, as cron would.
    """
    running = [project.start(role) for role in roles]
    for number in range(KILLS):
        project.drop(number)
        timer = project.start("run", "--once")
        time.sleep(chance.uniform(0.2, 1.6))
        victim = chance.randrange(len(roles))
        running[victim].kill()
        running[victim].communicate()
        if number == KILLS // 2:
            for process in running:
                process.kill()
                process.communicate()
            timer.communicate(timeout=60)
            time.sleep(5)  # over three minutes of the project's time
            running = [project.start(role) for role in roles]
        else:
            running[victim] = project.start(roles[victim])
            timer.communicate(timeout=60)
    wanted = sorted(f"{number}.txt" for number in range(KILLS))
    until(lambda: published_paths(project) == wanted, 120)
    for process in running:
        process.send_signal(signal.SIGTERM)
    assert [ended(process)[0] for process in running] == [0] * len(roles)


def assert_it_adds_up(project: Project, sink: Sink, readers: int) -> None:
    """Every slot once, decided, with a reason if skipped; every reader once, but for what was in flight."""
    found = project.rows("SELECT theme, slot, state, reason FROM issue")
    assert len(found) == len({(theme, slot) for theme, slot, _, _ in found})
    assert {state for _, _, state, _ in found} <= {"complete", "skipped"}
    assert all(reason for _, _, state, reason in found if state == "skipped")
    sent = Counter((mail.recipient, mail.message_id) for mail in sink.accepted)
    published = sum(state == "complete" for _, _, state, _ in found)
    assert len(sent) == readers * published
    assert project.rows("SELECT DISTINCT state FROM delivery") == [("sent",)]
    # At most one extra copy for each connection in flight at an unclean death, never a second Message-ID.
    assert sum(sent.values()) - len(sent) <= KILLS * 8


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
        process.communicate()
        process = project.start("run")
    dropping.join()
    until(lambda: project.rows("SELECT count(*) FROM file WHERE state = 'ingested'") == [(count,)], 90)
    process.send_signal(signal.SIGTERM)

    assert ended(process)[0] == 0
    assert project.rows("SELECT count(*), count(DISTINCT path), max(revision) FROM article") == [
        (count, count, 1)
    ]
    assert project.rows("SELECT count(*) FROM prepared") == [(count,)]


@pytest.mark.slow
def test_a_stop_during_a_send_loses_and_repeats_nothing(tmp_path: Path) -> None:
    with Sink(delay_seconds=0.02) as slow:
        project = Project(tmp_path, slow.port, readers=60)
        project.drop(1)
        ended(project.start("run", "--once"))
        project.pretend_slot()
        process = project.start("run")
        until(lambda: len(slow.accepted) > 5)

        process.send_signal(signal.SIGTERM)
        code, told = ended(process)
        stopped_at = len(slow.accepted)
        ended(project.start("run", "--once"))

    assert code == 0, told
    assert stopped_at < 60
    assert Counter(mail.recipient for mail in slow.accepted) == {f"reader{n}@y.example": 1 for n in range(60)}


def test_a_second_signal_ends_at_once(tmp_path: Path) -> None:
    with Sink(delay_seconds=5) as slow:
        project = Project(tmp_path, slow.port)
        project.drop(1)
        ended(project.start("run", "--once"))
        project.pretend_slot()
        process = project.start("run")
        until(lambda: slow.connections)

        process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
        code, _ = ended(process, 3)

    assert code == 128 + signal.SIGTERM


def test_a_disk_that_fills_up_loses_nothing(tmp_path: Path, sink: Sink) -> None:
    """SQLite is told that its file may not grow: to it that is a full disk."""
    project = Project(tmp_path, sink.port)
    ended(project.start("run", "--once"))
    for number in range(30):
        project.drop(number)
    command = f"ulimit -f 100; exec {sys.executable} -m digest run --once"
    full = subprocess.run(
        command, check=False, shell=True, cwd=tmp_path, env=project.environ, capture_output=True, timeout=60
    )

    code, _ = ended(project.start("run", "--once"))

    assert full.returncode != 0
    assert code == 0
    assert project.rows("SELECT count(*) FROM file WHERE state = 'ingested'") == [(30,)]
