"""``digest worker``: preparing and sending on any number of machines, driven by Procrastinate on PostgreSQL.

The engine only drives. Our own rows say what is to be done, and the same locks
and states as on one machine decide who does it; a ticket may be lost or come
twice. `Tickets` are deferred in the transaction that makes them necessary;
`sweep` finds what lost its ticket, or its worker, within seconds.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from digest.errors import ConfigError, LockHeld, MissingExtra
from digest.mailing.stopping import Stop
from digest.service import pickup, publishing
from digest.store import articles
from digest.store import slots as ledger

if TYPE_CHECKING:
    from procrastinate import App
    from sqlalchemy import Connection

    from digest.config import Config
    from digest.store.database import Store

log = logging.getLogger("digest.worker")

SWEEP_SECONDS = 5.0
"""With the server's keepalive of 11 s, a machine that vanished is replaced well within 30 s."""

OVERDUE_SECONDS = 30.0
"""An article that waits so long for a worker gets another ticket."""

POLL_SECONDS = 2.0
"""Between looks at the queue when no notification comes."""

QUEUE_LOCK = "digest queue schema"


def application(store: Store) -> App:
    """The Procrastinate application over the store's own database. Raises `MissingExtra`, `ConfigError`."""
    _possible(store)
    from procrastinate import App, PsycopgConnector

    url = store.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    return App(connector=PsycopgConnector(conninfo=url, min_size=1, max_size=4))


def _possible(store: Store) -> None:
    if store.is_sqlite:
        raise ConfigError("store.url", "workers need PostgreSQL", "set it to postgresql://...")
    if not find_spec("procrastinate"):
        raise MissingExtra("procrastinate", "not installed", "pip install 'article-digest[postgres]'")


class Tickets:
    """Defers jobs in the caller's own transaction; see `digest.service.publishing.Tickets`."""

    def __init__(self, store: Store) -> None:
        _possible(store)
        from procrastinate import App, SyncPsycopgConnector

        ensure_queue(store)
        # Never opened: each ticket goes over the connection of the transaction it belongs to.
        self.app = App(connector=SyncPsycopgConnector())

    def prepare(self, connection: Connection, keys: Sequence[int]) -> None:
        for key in keys:
            self._defer(connection, "prepare", f"prepare {key}", article=key)

    def send(self, connection: Connection, issue_id: str) -> None:
        self._defer(connection, "send", f"send {issue_id}", issue=issue_id)

    def _defer(self, connection: Connection, task: str, name: str, **arguments: Any) -> None:
        from procrastinate.exceptions import AlreadyEnqueued

        driver = connection.connection.driver_connection
        try:
            # A refused ticket must not take the caller's transaction with it.
            with connection.begin_nested():
                job = self.app.configure_task(f"digest.{task}", queueing_lock=name, connection=driver)
                job.defer(**arguments)
        except AlreadyEnqueued:
            return


def ensure_queue(store: Store) -> None:
    """Create the engine's tables where they are missing; safe for any number of processes at once."""
    from procrastinate.schema import SchemaManager
    from sqlalchemy import inspect, text

    with store.write() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": QUEUE_LOCK})
        if inspect(connection).has_table("procrastinate_jobs"):
            return
        driver: Any = connection.connection.driver_connection
        driver.execute(SchemaManager.get_schema())


class Worker:
    """One worker process: its two tasks, the sweep, and how it stops."""

    def __init__(self, config: Config, store: Store) -> None:
        self.config, self.store, self.stop = config, store, Stop()
        self.app = application(store)
        self.tickets = Tickets(store)
        self.engine: Any = None
        self.app.task(name="digest.prepare")(self.prepare)
        self.app.task(name="digest.send")(self.send)

    async def prepare(self, article: int) -> None:
        """Clean one article. Done twice, it gives the same row."""
        await asyncio.to_thread(self._prepare, article)

    def _prepare(self, key: int) -> None:
        with self.store.read() as connection:
            kept = articles.content_kept(connection, key)
        if kept is None:
            return
        made = pickup.prepared(kept[1], kept[0], self.config)
        articles.finish(self.store, key, made, time.time())
        log.info("article prepared", extra={"path": kept[0], "reason": made.rejected})

    async def send(self, issue: str) -> None:
        """Send one issue as far as it goes now; the sweep brings back what was deferred."""
        try:
            report = await asyncio.to_thread(publishing.send, self.store, self.config, issue, 0.0, self.stop)
        except LockHeld:
            return  # another worker has it
        if report.error:
            log.error("sending failed", extra={"issue": issue, "reason": str(report.error)})

    async def sweep_on(self) -> None:
        """Sweep for as long as this worker runs.

        Not a job of the engine's: a queue full of long sends, or a lock that died
        with its worker, would keep a job from the very work it is for.
        """
        while await self.stop.sleep(SWEEP_SECONDS):
            try:
                await asyncio.to_thread(self.sweep)
                for job in await self.app.job_manager.get_stalled_jobs(seconds_since_heartbeat=20):
                    await self.app.job_manager.finish_job(job, status=_failed(), delete_job=True)
                    facts = {"task": job.task_name, "job": job.id}
                    log.warning("ticket of a lost worker dropped", extra=facts)
            except Exception as error:  # the server may be away for a while; the next sweep asks again
                log.error("sweep failed", extra={"reason": f"{type(error).__name__}: {error}"})

    def sweep(self) -> None:
        """Give a ticket to whatever has none: its own was lost, deferred mail is due, a worker died."""
        now = time.time()
        with self.store.write() as connection:
            for issue_id in ledger.unfinished(connection, now):
                self.tickets.send(connection, issue_id)
            self.tickets.prepare(connection, articles.unprepared(connection, now - OVERDUE_SECONDS))

    async def run(self, concurrency: int) -> int:
        """Work until SIGTERM or SIGINT; what is in flight is finished, within the grace."""
        async with self.app.open_async():
            loop = asyncio.get_running_loop()
            # One thread more than jobs: with asyncio's own, as many as there are cores and four,
            # long sends would keep the sweep from taking over what another worker left.
            loop.set_default_executor(ThreadPoolExecutor(concurrency + 1, thread_name_prefix="work"))
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, self._stop)
            log.info("worker started", extra={"concurrency": concurrency})
            sweeping = asyncio.create_task(self.sweep_on())
            while not self.stop.requested:
                await self._work(concurrency)
            await sweeping
        log.info("worker stopped")
        return 0

    async def _work(self, concurrency: int) -> None:
        """Run the engine until a stop, or until it gives up; then wait a little.

        It gives up when the server is away for half a minute, and when another
        worker has taken it for dead: a machine that slept is such a one.
        """
        from procrastinate.worker import Worker as Engine

        self.engine = Engine(
            self.app,
            concurrency=concurrency,
            fetch_job_polling_interval=POLL_SECONDS,
            shutdown_graceful_timeout=self.config.service.grace_seconds,
            install_signal_handlers=False,
            delete_jobs="always",
            update_heartbeat_interval=5,
            stalled_worker_timeout=20,
        )
        reason = ""
        try:
            await self.engine.run()
        except Exception as error:
            reason = f"{type(error).__name__}: {error.__cause__ or error}"
        if not self.stop.requested:
            log.error("worker interrupted", extra={"reason": reason, "retry_seconds": POLL_SECONDS})
            await self.stop.sleep(POLL_SECONDS)

    def _stop(self) -> None:
        self.stop.request()
        if self.engine:
            self.engine.stop()


def _failed() -> Any:
    from procrastinate.jobs import Status

    return Status.FAILED


def run(config: Config, store: Store, concurrency: int = 4) -> int:
    """Serve the queue until a signal; the exit code."""
    return asyncio.run(Worker(config, store).run(concurrency))
