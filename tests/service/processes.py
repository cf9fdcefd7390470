"""``digest`` as processes of their own, and the trouble they are put to."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

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


ALIVE: list[Running] = []
"""Every process of the running test; whatever is left is killed at its end."""

LAST_LINES = 30
"""Of each process's log, in the message of a test that fails."""

BOOKS = {
    "issue": "SELECT number, state, reason, recipients FROM issue WHERE state <> 'skipped' ORDER BY slot",
    "window": "SELECT * FROM issue_window ORDER BY issue_id",
    "article": "SELECT id, path, revision, substr(sha256, 1, 8) FROM article ORDER BY id",
    "file": "SELECT path, signature, state, article_id, reason FROM file ORDER BY path",
    "delivery": "SELECT issue_id, state, attempts, doubts, reason FROM delivery ORDER BY id",
}
"""What the store knows, in the same message."""

SERVER_BOOKS = {
    "job": "SELECT id, task_name, queueing_lock, status, worker_id FROM procrastinate_jobs ORDER BY id",
    "session": "SELECT pid, state, wait_event, left(query, 80) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()",
    "lock": "SELECT pid, locktype, mode FROM pg_locks WHERE NOT granted",
}
"""What only PostgreSQL knows: who waits for whom."""


@dataclass(frozen=True, slots=True)
class Running:
    project: Project
    arguments: tuple[str, ...]
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def told(self) -> str:
        return self.log.read_text("utf-8")

    @property
    def testimony(self) -> str:
        """How it ended, if it has, and the last of what it said."""
        code = self.process.poll()
        ending = "runs" if code is None else f"ended with {code}"
        last = "\n".join(self.told.splitlines()[-LAST_LINES:])
        return f"--- {self.log.name}: digest {' '.join(self.arguments)}, {ending}\n{last}"

    def signal(self, number: int) -> None:
        self.process.send_signal(number)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


class Project:
    """A folder with settings, and ``digest`` commands run in it as processes of their own."""

    def __init__(self, folder: Path, port: int, readers: int = 1, speed: int = 1) -> None:
        self.folder, self.started = folder, 0
        (folder / "seeds").mkdir()
        to = ", ".join(f'"reader{number}@y.example"' for number in range(readers))
        (folder / "digest.toml").write_text(SETTINGS.format(port=port, to=to), "utf-8")
        self.environ = {**os.environ, "PYTHONPATH": f"{folder / 'site'}:{ROOT}"}
        if speed > 1:
            (folder / "site").mkdir()
            (folder / "site" / "sitecustomize.py").write_text(FASTER.format(time.time(), speed), "utf-8")

    def start(self, *arguments: str, **environ: str) -> Running:
        """A ``digest`` command. What it says goes to a file: a pipe that nobody reads would stop it."""
        self.started += 1
        log = self.folder / f"{self.started:03}.log"
        with log.open("w") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "digest", *arguments],
                cwd=self.folder,
                env={**self.environ, **environ},
                stderr=out,
                stdout=subprocess.DEVNULL,
            )
        running = Running(self, arguments, process, log)
        ALIVE.append(running)
        return running

    def drop(self, number: int) -> None:
        """Whole from its first moment: nothing settles here, so one half written would be an article too."""
        whole = self.folder / f"{number}.txt"
        whole.write_text(article(number), "utf-8")
        whole.rename(self.folder / "seeds" / whole.name)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        from sqlalchemy import text

        config = configuration.load(self.folder / "digest.toml", {})
        with Store.open(config.store.address()) as store, store.read() as connection:
            return [tuple(row) for row in connection.execute(text(query))]

    @property
    def books(self) -> str:
        """The rows of each table, as far as the store can be read."""
        books = BOOKS | (SERVER_BOOKS if "postgresql:" in (self.folder / "digest.toml").read_text() else {})
        try:
            found = {name: self.rows(query) for name, query in books.items()}
        except Exception as error:
            return f"--- the store: {error}"
        return "\n".join(f"--- {name}: {row}" for name, rows in found.items() for row in rows)

    def pretend_slot(self, minutes: int = 2) -> None:
        """As if the service had run until *minutes* ago: the slots since then are due."""
        with sqlite3.connect(self.folder / "var" / "digest.db", timeout=30) as connection:
            connection.execute("UPDATE schedule SET since_at = since_at - ?", (60 * minutes,))


PATIENCE_SECONDS = 300.0
"""What takes a few seconds on a quiet machine ends by then, or hangs: no promise of speed."""


def until(true: Callable[[], object], every_seconds: float = 0.02) -> None:
    limit = time.monotonic() + PATIENCE_SECONDS
    while not true():
        assert time.monotonic() < limit, f"it did not come\n{evidence()}"
        time.sleep(every_seconds)


def evidence() -> str:
    """What every process said at last and what is in the books: a rare failure must tell its cause."""
    projects = {id(running.project): running.project for running in ALIVE}.values()
    return "\n".join([*(each.books for each in projects), *(running.testimony for running in ALIVE)])


def ended(running: Running) -> tuple[int, str]:
    """Exit code, and what it said, once it has ended by itself."""
    try:
        return running.process.wait(PATIENCE_SECONDS), running.told
    except subprocess.TimeoutExpired:
        raise AssertionError(f"{running.log.name} did not end\n{evidence()}") from None


def events(told: str) -> list[str]:
    return [json.loads(line)["event"] for line in told.splitlines() if line.startswith("{")]


DEALT_WITH = """
(state = 'complete' OR state = 'partial' AND NOT EXISTS (
  SELECT 1 FROM delivery
  WHERE issue_id = issue.id AND NOT (state = 'sent' OR state = 'in_doubt' AND doubts > 1)
))
"""
"""Of an issue: all of it was sent, but for readers in whose very message the sender died twice."""


def published_paths(project: Project) -> list[str]:
    """The files in all issues that are dealt with, copies of an article among them, once for each issue."""
    documents = project.rows(f"SELECT document FROM issue WHERE {DEALT_WITH}")
    articles = [row for (text,) in documents for row in json.loads(str(text))["articles"]]
    return sorted(path for row in articles for path in (*row["paths"], *row["also_published_by"]))


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
        if number == KILLS // 2:
            for process in running:
                process.kill()
            ended(timer)
            time.sleep(5)  # over three minutes of the project's time
            running = [project.start(role) for role in roles]
        else:
            running[victim] = project.start(roles[victim])
            ended(timer)
    wanted = sorted(f"{number}.txt" for number in range(KILLS))

    def all_published() -> bool:
        assert [process.process.poll() for process in running] == [None] * len(roles), evidence()
        return published_paths(project) == wanted

    until(all_published, every_seconds=0.2)
    clocks = [process for process, role in zip(running, roles, strict=True) if role == "run"]
    workers = [process for process in running if process not in clocks]
    stopped_cleanly(clocks)
    # A slot may have come in the moment of the stop.
    assert ended(project.start("run", "--once"))[0] == 0
    until(lambda: project.rows(OPEN_ISSUES) == [(0,)])
    stopped_cleanly(workers)


OPEN_ISSUES = f"SELECT count(*) FROM issue WHERE state <> 'skipped' AND NOT {DEALT_WITH}"


def stopped_cleanly(processes: list[Running]) -> None:
    for process in processes:
        # The last was started a moment ago, and no Python program hears a signal before it runs.
        until(lambda process=process: " started" in process.told)  # type: ignore[misc]
        process.signal(signal.SIGTERM)
    assert [ended(process)[0] for process in processes] == [0] * len(processes), evidence()


def assert_it_adds_up(project: Project, sink: Sink, readers: int) -> None:
    """Every slot once, decided, with a reason if skipped; every reader once, but for what was in flight."""
    found = project.rows("SELECT theme, slot, state, reason FROM issue")
    assert len(found) == len({(theme, slot) for theme, slot, _, _ in found})
    assert all(reason for _, _, state, reason in found if state == "skipped")
    assert project.rows(OPEN_ISSUES) == [(0,)]
    sent = Counter((mail.recipient, mail.message_id) for mail in sink.accepted)
    published = sum(state != "skipped" for _, _, state, _ in found)
    ((doubtful,),) = project.rows("SELECT count(*) FROM delivery WHERE state = 'in_doubt'")
    assert readers * published - int(str(doubtful)) <= len(sent) <= readers * published
    # At most one extra copy for each connection in flight at an unclean death, never a second Message-ID.
    assert sum(sent.values()) - len(sent) <= KILLS * 8
