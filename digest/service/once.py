"""``digest run --once``: what is due now, and stop. For cron, systemd timers and Kubernetes CronJobs."""

from __future__ import annotations

import asyncio
import logging
import signal
from typing import TYPE_CHECKING

from digest.service import Service, Tick

if TYPE_CHECKING:
    from digest.config import Config
    from digest.store.database import Store

log = logging.getLogger("digest.service")

PATIENCE_SECONDS = 120.0
"""A run stays so long for deliveries that the server deferred; the next run goes on with the rest."""


def run(config: Config, store: Store) -> int:
    """The exit code: 0 done, or nothing to do; 1 a theme or the folder failed; 4 some recipients failed."""
    return asyncio.run(_run(Service(config, store)))


async def _run(service: Service) -> int:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, service.stop)
    tick = await asyncio.to_thread(service.tick)
    if tick.picked_up.settling and not service.stopping.is_set():
        tick = await _settled(service)
    service.send_due(PATIENCE_SECONDS)
    await service.idle()
    return _exit_code(service, tick)


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
