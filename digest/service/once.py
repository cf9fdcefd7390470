"""``digest run --once``: what is due now, and stop. For cron, systemd timers and Kubernetes CronJobs."""

from __future__ import annotations

import asyncio
import logging
import math
import signal
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from digest import slots
from digest.service import Service, Tick
from digest.store import articles
from digest.store import slots as ledger

if TYPE_CHECKING:
    from digest.config import Config
    from digest.service.publishing import Tickets
    from digest.store.database import Store

log = logging.getLogger("digest.service")

PATIENCE_SECONDS = 120.0
"""A run stays so long for deliveries that the server deferred; the next run goes on with the rest."""


@dataclass(frozen=True, slots=True)
class Ending:
    """``exit_code``: 0 done, or nothing to do; 1 a theme or the folder failed; 4 some recipients failed.

    ``idle_until``: nothing comes due before then, in seconds since 1970; ``None``
    when something is left to do.
    """

    exit_code: int
    idle_until: float | None


def run(config: Config, store: Store, tickets: Tickets | None = None) -> Ending:
    """One round, and all that is due sent, or handed to workers as *tickets*."""
    return asyncio.run(_run(Service(config, store, tickets=tickets)))


async def _run(service: Service) -> Ending:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, service.stop)
    tick = await asyncio.to_thread(service.tick)
    if tick.picked_up.settling and not service.stopping.is_set():
        tick = await _settled(service)
    service.send_due(PATIENCE_SECONDS)
    await service.idle()
    return Ending(_exit_code(service, tick), _idle_until(service, tick))


async def _settled(service: Service) -> Tick:
    """Files are being written just now: wait once, for the next run may be a day away."""
    pause = service.config.seeds.settle_seconds
    log.info("files are settling", extra={"seconds": pause})
    try:
        await asyncio.wait_for(service.stopped.wait(), pause)
    except TimeoutError:
        return await asyncio.to_thread(service.tick)
    return Tick()


def _exit_code(service: Service, tick: Tick) -> int:
    if tick.failures or service.failures:
        return 1
    return max((report.exit_code for report in service.reports.values()), default=0)


def _idle_until(service: Service, tick: Tick) -> float | None:
    if tick.failures or service.failures or tick.picked_up.settling or service.stopping.is_set():
        return None
    now = service.clock()
    config = service.config
    with service.store.read() as connection:
        if ledger.unfinished(connection, now):
            return None
        if any(ledger.undecided(connection, theme.slug) for theme in config.themes):
            return None
        waits = [ledger.next_attempt(connection), articles.next_attempt(connection)]
    schedules = [schedule for theme in config.themes if (schedule := config.schedule(theme))]
    instant = datetime.fromtimestamp(now, UTC)
    waits += [slots.upcoming(schedule, instant).timestamp() for schedule in schedules]
    return min((wait for wait in waits if wait is not None), default=math.inf)
