"""More than one machine: clocks and workers on one PostgreSQL, killed and lost."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import threading
import uuid
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from digest.service import Service
from digest.store.database import Store
from digest.worker import Tickets, Worker
from tests.service.conftest import Newsroom
from tests.service.processes import Project, assert_it_adds_up, ended, events, trouble, until
from tests.service.sink import Sink

pytestmark = pytest.mark.postgres


@pytest.fixture
def database() -> Iterator[str]:
    """The URL of an empty database, dropped afterwards."""
    import psycopg
    from psycopg.sql import SQL, Identifier

    server = os.environ["DIGEST_TEST_POSTGRES"]
    name = f"digest_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(SQL("CREATE DATABASE {}").format(Identifier(name)))
        yield server.rpartition("/")[0] + "/" + name
        connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))


@pytest.fixture
def cluster(newsroom: Newsroom, database: str) -> Newsroom:
    newsroom.settings += f'[store]\nurl = "{database}"\n[service]\nworkers = true\n'
    return newsroom


def clock(cluster: Newsroom) -> Service:
    service = cluster.service()
    tickets = Tickets(service.store)
    return Service(
        service.config, service.store, clock=cluster.clock, monotonic=cluster.clock.monotonic, tickets=tickets
    )


def rows(store: Store, query: str) -> list[tuple[Any, ...]]:
    from sqlalchemy import text

    with store.read() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def jobs(store: Store) -> list[tuple[Any, ...]]:
    return rows(store, "SELECT task_name, args FROM procrastinate_jobs ORDER BY id")


async def worked_off(cluster: Newsroom, service: Service) -> None:
    """Run a worker until the queue is empty."""
    worker = Worker(service.config, service.store)
    async with worker.app.open_async():
        await worker.app.run_worker_async(wait=False, install_signal_handlers=False, delete_jobs="always")


def test_a_file_and_its_ticket_are_recorded_together_and_prepared_by_a_worker(cluster: Newsroom) -> None:
    service = clock(cluster)
    cluster.drop("one.txt")
    service.tick()

    assert jobs(service.store) == [("digest.prepare", {"article": 1})]
    assert rows(service.store, "SELECT count(*) FROM prepared") == [(0,)]

    asyncio.run(worked_off(cluster, service))

    assert rows(service.store, "SELECT count(*) FROM prepared") == [(1,)]
    assert rows(service.store, "SELECT count(*) FROM article_content") == [(0,)]


def test_a_file_that_changes_while_a_worker_prepares_it_is_what_it_became(cluster: Newsroom) -> None:
    """A worker that puts back what it read would hide the change from every clock that has seen it."""
    from sqlalchemy import event

    service = clock(cluster)
    cluster.drop("one.txt", text=" ")
    service.tick()
    worker = Worker(service.config, Store.open(cluster.config().store.address(), cluster.clock))
    cluster.stores.append(worker.store)

    @event.listens_for(worker.store.engine, "before_cursor_execute")
    def in_the_middle(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO prepared"):
            cluster.drop("one.txt", 1)
            service.tick()

    asyncio.run(worker.prepare(1))

    assert rows(service.store, "SELECT article_id, state FROM file") == [(2, "ingested")]


def test_a_ticket_is_lost_with_its_transaction(cluster: Newsroom) -> None:
    service = clock(cluster)

    def fail() -> None:
        assert service.tickets
        with service.store.write() as connection:
            service.tickets.send(connection, "trams/2026-11-21")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert jobs(service.store) == []


def test_the_same_work_has_one_ticket_at_a_time(cluster: Newsroom) -> None:
    service = clock(cluster)
    assert service.tickets
    for _ in range(2):
        with service.store.write() as connection:
            service.tickets.send(connection, "trams/2026-11-21")
            service.tickets.send(connection, "trams/2026-11-21")

    assert len(jobs(service.store)) == 1


def test_a_slot_does_not_wait_for_a_worker_that_is_late(cluster: Newsroom) -> None:
    service = clock(cluster)
    service.tick()
    cluster.drop("one.txt")
    cluster.clock.at("2026-11-21 07:00")

    tick = service.tick()

    assert [decision.state for decision in tick.decisions] == ["ready"]
    assert {task for task, _ in jobs(service.store)} == {"digest.prepare", "digest.send"}


def test_a_lost_ticket_is_replaced(cluster: Newsroom) -> None:
    from sqlalchemy import text

    service = clock(cluster)
    service.tick()
    cluster.drop("one.txt")
    cluster.clock.at("2026-11-21 07:00")
    service.tick()
    with service.store.write() as connection:
        connection.execute(text("DELETE FROM procrastinate_jobs"))

    Worker(service.config, service.store).sweep()

    assert ("digest.send", {"issue": "trams/2026-11-21"}) in jobs(service.store)


def test_two_clocks_publish_a_slot_once(cluster: Newsroom) -> None:
    one, other = clock(cluster), clock(cluster)
    one.tick(), other.tick()
    cluster.drop("one.txt")
    cluster.clock.at("2026-11-21 07:00")

    decisions = [*one.tick().decisions, *other.tick().decisions]

    assert [decision.state for decision in decisions] == ["ready"]


def test_a_worker_with_all_hands_full_sweeps_nevertheless(
    cluster: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However few cores there are: else nobody takes over from a worker that died beside a long send."""
    monkeypatch.setattr("digest.worker.SWEEP_SECONDS", 0.5)
    hands, swept = 40, threading.Event()
    begun: list[int] = []
    in_vain: list[int] = []

    class Busy(Worker):
        def _prepare(self, key: int) -> None:
            begun.append(key)
            if not swept.wait(30):
                in_vain.append(key)
                loop.call_soon_threadsafe(self._stop)

        def sweep(self) -> None:
            if len(begun) == hands:
                swept.set()
                loop.call_soon_threadsafe(self._stop)

    service = clock(cluster)
    for number in range(hands):
        cluster.drop(f"{number}.txt", number)
    service.tick()
    with asyncio.Runner() as runner:
        loop = runner.get_loop()
        runner.run(Busy(service.config, service.store).run(hands))

    assert (len(begun), in_vain) == (hands, [])


def test_a_worker_that_was_taken_for_dead_goes_on(tmp_path: Path, database: str) -> None:
    """Its machine slept, and another worker has struck it off the engine's list meanwhile."""
    with Sink() as sink:
        project = on_server(tmp_path, sink, database, readers=1)
        assert ended(project.start("run", "--once"))[0] == 0
        worker = project.start("worker")
        until(lambda: "worker started" in worker.told)
        with Store.open(database) as store, store.write() as connection:
            until(lambda: connection.exec_driver_sql("DELETE FROM procrastinate_workers").rowcount)
            connection.exec_driver_sql("UPDATE schedule SET since_at = since_at - 120")
        project.drop(1)
        assert ended(project.start("run", "--once"))[0] == 0
        until(lambda: sink.accepted)
        worker.signal(signal.SIGTERM)

        assert ended(worker)[0] == 0
    assert "worker interrupted" in events(worker.told)


@pytest.mark.slow
def test_when_one_of_two_workers_dies_for_ever_the_other_finishes(tmp_path: Path, database: str) -> None:
    readers = 150
    with Sink(delay_seconds=0.15) as sink:
        project = on_server(tmp_path, sink, database, readers=readers)
        assert ended(project.start("run", "--once"))[0] == 0
        workers = [project.start("worker", PGAPPNAME=f"worker{number}") for number in range(2)]
        store = Store.open(database)
        with store.write() as connection:
            connection.exec_driver_sql("UPDATE schedule SET since_at = since_at - 120")
        project.drop(1)
        assert ended(project.start("run", "--once"))[0] == 0
        until(lambda: len(sink.accepted) > 10)

        # Kill whichever is sending: its session is the one that holds the lock.
        holder = _sending(store)
        workers[holder].signal(signal.SIGKILL)
        until(lambda: rows(store, "SELECT count(*) FROM delivery WHERE state = 'sent'") == [(readers,)])
        workers[1 - holder].signal(signal.SIGTERM)
        code, told = ended(workers[1 - holder])
        store.close()

    sent = Counter(mail.recipient for mail in sink.accepted)
    assert code == 0, told
    assert set(sent) == {f"reader{number}@y.example" for number in range(readers)}
    assert sum(sent.values()) - readers <= 8  # at most one extra copy for each connection in flight
    assert len({mail.message_id for mail in sink.accepted}) == readers


@pytest.mark.slow
def test_two_clocks_and_two_workers_under_kills_add_up(tmp_path: Path, database: str) -> None:
    with Sink() as sink:
        project = on_server(tmp_path, sink, database, readers=2, speed=40)
        assert ended(project.start("run", "--once"))[0] == 0

        trouble(project, ("run", "run", "worker", "worker"), random.Random(5))

        assert_it_adds_up(project, sink, readers=2)


def on_server(folder: Path, sink: Sink, database: str, readers: int, speed: int = 1) -> Project:
    """A project whose store is *database*, and whose articles and issues go to workers."""
    project = Project(folder, sink.port, readers=readers, speed=speed)
    settings = folder / "digest.toml"
    added = f'[store]\nurl = "{database}"\n[service]\nworkers = true\n'
    settings.write_text(settings.read_text("utf-8") + added, "utf-8")
    return project


def _sending(store: Store) -> int:
    """Which worker the engine gave the send to: the one whose session holds the issue's lock."""
    query = (
        "SELECT a.application_name FROM pg_stat_activity a JOIN pg_locks l USING (pid) "
        "WHERE l.locktype = 'advisory' AND l.granted AND a.application_name LIKE 'worker%'"
    )
    return int(rows(store, query)[0][0].removeprefix("worker"))
