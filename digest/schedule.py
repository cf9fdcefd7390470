"""``digest run``: the alarm clock around `digest.service`, and a clean stop.

APScheduler wakes the service at each slot; it has no job store and remembers
nothing. A heartbeat on the monotonic clock wakes it every ``scan_seconds`` too,
so that a wall clock that jumps cannot put the service to sleep, and file events
bring the next listing forward where they come at all.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from digest import slots
from digest.service import Service

if TYPE_CHECKING:
    from digest.config import Config
    from digest.service.publishing import Tickets
    from digest.store.database import Store

log = logging.getLogger("digest.service")

SHARE_OF_TIME = 0.01
"""Listing the folder takes at most this share of one core: a huge folder is listed less often."""

EVENT_STEP_MS = 200
"""How often the watcher's thread looks up; its default of 50 ms would cost more than our listing."""


Answer = Callable[[Service], Coroutine[Any, Any, None]]


class SlotTrigger(BaseTrigger):  # type: ignore[misc]
    """Fires at the slots of a schedule, as cronsim counts them."""

    def __init__(self, schedule: slots.Schedule) -> None:
        self.schedule = schedule

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        return slots.upcoming(self.schedule, max(previous_fire_time or now, now))


def run(config: Config, store: Store, tickets: Tickets | None = None, answer: Answer | None = None) -> int:
    """Serve until SIGTERM or SIGINT; the exit code. A second signal ends the process at once.

    With *tickets*, workers prepare and send, and this process is the clock.
    *answer* serves what is asked over HTTP, and is cancelled at the end.
    """
    return asyncio.run(_Loop(config, store, tickets, answer).serve())


class _Loop:
    def __init__(self, config: Config, store: Store, tickets: Tickets | None, answer: Answer | None) -> None:
        self.config, self.answer = config, answer
        self.service = Service(config, store, tickets=tickets)
        self.wake = asyncio.Event()
        self.ended = threading.Event()

    async def serve(self) -> int:
        self._catch_signals()
        scheduler = self._alarm_clock()
        self._watch()
        answering = asyncio.ensure_future(self.answer(self.service)) if self.answer else None
        log.info(
            "service started", extra={"themes": len(self.config.themes), "seeds": str(self.config.seeds.dir)}
        )
        rounds = asyncio.create_task(self._rounds())
        stopped = asyncio.ensure_future(self.service.stopped.wait())
        await asyncio.wait({rounds, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if crash := rounds.exception() if rounds.done() else None:
            # A service that lives and does nothing is worse than one that its supervisor starts again.
            log.critical("service crashed", exc_info=crash)
            self.service.stop()
        self.ended.set()
        scheduler.shutdown(wait=False)
        finished = await self._finish(rounds)
        if answering:
            answering.cancel()
        log.info("service stopped", extra={"finished": finished})
        if not finished:
            # A thread that builds cannot be interrupted; the next start does what it did not commit.
            _leave(1 if crash else 0)
        return 1 if crash else 0

    async def _rounds(self) -> None:
        while not self.service.stopping.is_set():
            self.wake.clear()
            tick = await asyncio.to_thread(self.service.tick)
            self.service.send_due()
            wait = self._pause(tick.picked_up.settling > 0)
            with suppress(TimeoutError):
                await asyncio.wait_for(self.wake.wait(), wait)

    def _pause(self, settling: bool) -> float:
        seeds = self.config.seeds
        pause = max(seeds.scan_seconds, self.service.inbox.scan_seconds / SHARE_OF_TIME)
        return min(pause, max(seeds.settle_seconds, 0.1)) if settling else pause

    async def _finish(self, rounds: asyncio.Task[None]) -> bool:
        """Wait for what is in flight, at most ``grace_seconds``."""
        done = asyncio.gather(rounds, self.service.idle(), return_exceptions=True)
        try:
            await asyncio.wait_for(asyncio.shield(done), self.config.service.grace_seconds)
        except TimeoutError:
            return False
        return True

    # --- what wakes it -----------------------------------------------------------

    def _alarm_clock(self) -> AsyncIOScheduler:
        scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        for settings in self.config.themes:
            if schedule := self.config.schedule(settings):
                scheduler.add_job(self._alarm, SlotTrigger(schedule), name=settings.slug)
        scheduler.start()
        return scheduler

    async def _alarm(self) -> None:
        self.wake.set()

    def _watch(self) -> None:
        loop = asyncio.get_running_loop()
        settle = self.config.seeds.settle_seconds

        def hint() -> None:
            loop.call_later(settle, self.wake.set)

        def changed() -> None:
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(hint)

        threading.Thread(
            target=_hints, args=(str(self.config.seeds.dir), self.ended, changed), daemon=True
        ).start()

    def _catch_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop, number)

    def _stop(self, number: int) -> None:
        if self.service.stopping.is_set():
            _leave(128 + number)
        log.info("service stopping", extra={"signal": signal.Signals(number).name})
        self.service.stop()
        self.wake.set()


def _hints(folder: str, ended: threading.Event, changed: Callable[[], None]) -> None:
    """Call *changed* on file events until *ended*; without any (a network mount) the listing decides."""
    try:
        from watchfiles import watch

        for _ in watch(
            folder, stop_event=ended, step=EVENT_STEP_MS, watch_filter=None, raise_interrupt=False
        ):
            changed()
    except Exception as error:
        log.warning("no file events", extra={"seeds": folder, "reason": str(error)})


def _leave(code: int) -> None:
    """End at once: threads that are still working are not waited for."""
    logging.shutdown()
    if sys.stdout:
        sys.stdout.flush()
    os._exit(code)
