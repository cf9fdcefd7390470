"""The service: what lies in the folder is picked up, what is due is published, what is unsent is sent.

`Service.tick` does one round and may be called by anything that knows the time:
``digest run`` (`digest.schedule`), ``digest run --once`` under cron, several
replicas at once. The store decides each slot and each delivery once; nothing
here remembers anything that a crash could lose.

Reading order: `pickup` (the folder), `publishing` (slots), this module (the round).
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from digest.errors import DigestError, LockHeld, StoreError
from digest.mailing.stopping import Stop
from digest.service import publishing
from digest.service.pickup import Inbox, PickedUp
from digest.store import slots as ledger

if TYPE_CHECKING:
    from digest.config import Config, ThemeSettings
    from digest.mailing.sending import Report
    from digest.service.publishing import Decision, Tickets
    from digest.store.database import Store

__all__ = ["Service", "Tick"]

log = logging.getLogger("digest.service")

FIRST_WAIT_SECONDS = 30.0
LONGEST_WAIT_SECONDS = 1800.0

SENDERS = 8
"""Most issues that are sent side by side; each has ``mail.connections`` of its own."""


@dataclass(slots=True)
class Tick:
    """What one round did. ``failures`` are of single themes or of the folder; the others went on."""

    picked_up: PickedUp = field(default_factory=PickedUp)
    decisions: list[Decision] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)


class Backoff:
    """After a failure wait, and longer after each further one: a broken template must not spin a core."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self.monotonic = monotonic
        self.waits: dict[str, tuple[int, float]] = {}

    def ready(self, name: str) -> bool:
        return self.monotonic() >= self.waits.get(name, (0, 0.0))[1]

    def failed(self, name: str) -> float:
        count = self.waits.get(name, (0, 0.0))[0]
        wait = min(FIRST_WAIT_SECONDS * 2.0**count, LONGEST_WAIT_SECONDS)
        self.waits[name] = (count + 1, self.monotonic() + wait)
        return wait

    def succeeded(self, name: str) -> None:
        self.waits.pop(name, None)


class Service:
    """One process of the service. `tick` belongs in a thread, all else in the event loop."""

    def __init__(
        self,
        config: Config,
        store: Store,
        *,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
        tickets: Tickets | None = None,
    ) -> None:
        self.config, self.store, self.clock, self.monotonic = config, store, clock, monotonic
        self.tickets = tickets
        hand_over = tickets.prepare if tickets else None
        self.inbox = Inbox(config, store, clock=clock, monotonic=monotonic, hand_over=hand_over)
        self.backoff = Backoff(monotonic)
        self.stopping = threading.Event()
        self.stopped = asyncio.Event()
        self.mail_stop = Stop()
        self.senders = ThreadPoolExecutor(SENDERS, thread_name_prefix="send")
        self.sending: dict[str, asyncio.Future[None]] = {}
        self.reports: dict[str, Report] = {}
        self.failures: dict[str, str] = {}
        """What is wrong now, by theme, issue or ``seeds``."""
        self.last_tick: Tick | None = None
        self.last_tick_at: float | None = None

    def stop(self) -> None:
        """Begin nothing new; what is in flight is finished. Call it in the event loop."""
        self.stopping.set()
        self.stopped.set()
        self.mail_stop.request()

    # --- one round -------------------------------------------------------------

    def tick(self) -> Tick:
        """Pick up, decide, publish. Never raises for one folder or theme: see `Tick.failures`."""
        tick = Tick()
        self._guarded("seeds", tick, lambda: self._pick_up(tick))
        for settings in self.config.themes:
            if not self.stopping.is_set() and self.backoff.ready(settings.slug):
                self._guarded(settings.slug, tick, lambda each=settings: self._publish(each, tick))  # type: ignore[misc]
        self.last_tick, self.last_tick_at = tick, self.monotonic()
        return tick

    def _pick_up(self, tick: Tick) -> None:
        tick.picked_up = self.inbox.pick_up(self.stopping.is_set)

    def _publish(self, settings: ThemeSettings, tick: Tick) -> None:
        rows = publishing.decide(self.store, self.config, settings, self.clock())
        for row in rows:
            if self.stopping.is_set():
                return
            newest = row is rows[-1]
            decision = publishing.publish(
                self.store, self.config, settings, row, self.clock(), newest=newest, tickets=self.tickets
            )
            tick.decisions.append(decision)

    def _guarded(self, name: str, tick: Tick, work: Callable[[], None]) -> None:
        try:
            work()
        except LockHeld:
            # Another process builds for this theme; the row says who was first.
            return
        except Exception as error:
            told = tick.failures[name] = _told(error)
            wait = self.backoff.failed(name)
            if self.failures.get(name) != told:  # the same trouble is told once, not every round
                facts = {"part": name, "reason": told, "retry_seconds": wait}
                log.error("round failed", extra=facts, exc_info=_unexpected(error))
            self.failures[name] = told
        else:
            self.backoff.succeeded(name)
            if self.failures.pop(name, None):
                log.info("works again", extra={"part": name})

    # --- sending ---------------------------------------------------------------

    def send_due(self, patience_seconds: float = 0.0) -> None:
        """Start sending every issue that has something to send and is not being sent by us already.

        Deferred deliveries are waited for when they come due within
        *patience_seconds*, else left to a later round. Call it in the event loop.
        """
        if self.tickets:
            return  # workers send
        try:
            with self.store.read() as connection:
                waiting = ledger.unfinished(connection, self.clock())
        except StoreError as error:  # a server that is away for a while; the next round asks again
            self._sending_failed("store", error)
            return
        self.failures.pop("store", None)
        loop = asyncio.get_running_loop()
        for issue_id in waiting:
            if issue_id in self.sending or self.stopping.is_set() or not self.backoff.ready(issue_id):
                continue
            # A thread and an event loop for each issue: the folder and the slots go on meanwhile.
            work = loop.run_in_executor(self.senders, self._send, issue_id, patience_seconds)
            self.sending[issue_id] = work
            work.add_done_callback(lambda _, each=issue_id: self.sending.pop(each, None))  # type: ignore[misc]

    def _send(self, issue_id: str, patience_seconds: float) -> None:
        """Send one issue as far as it goes now. A failure waits for its next try; it never raises."""
        try:
            report = publishing.send(self.store, self.config, issue_id, patience_seconds, self.mail_stop)
        except LockHeld:
            return
        except Exception as error:
            self._sending_failed(issue_id, error)
            return
        if report.error:
            self._sending_failed(issue_id, report.error)
        else:
            self.backoff.succeeded(issue_id)
            self.failures.pop(issue_id, None)
        self.reports[issue_id] = report

    def _sending_failed(self, issue_id: str, error: Exception) -> None:
        told = self.failures[issue_id] = _told(error)
        facts = {"issue": issue_id, "reason": told, "retry_seconds": self.backoff.failed(issue_id)}
        log.error("sending failed", extra=facts, exc_info=_unexpected(error))

    async def idle(self) -> None:
        """Return when nothing is being sent any more."""
        while self.sending:
            await asyncio.wait(list(self.sending.values()))


def _told(error: Exception) -> str:
    return str(error) if isinstance(error, DigestError) else f"{type(error).__name__}: {error}"


def _unexpected(error: Exception) -> Exception | None:
    """The error when it is a bug: then its traceback belongs into the log."""
    return None if isinstance(error, DigestError) else error
