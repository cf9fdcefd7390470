"""``digest run``, ``worker`` and ``status``: the service, and how it is doing."""

from __future__ import annotations

import logging
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import _console, _logs
from digest.cli._options import ConfigOption, JsonOption

if TYPE_CHECKING:
    from digest.config import Config
    from digest.schedule import Answer
    from digest.store.database import Store
    from digest.worker import Tickets


def register(app: typer.Typer) -> None:
    app.command("run")(run)
    app.command("worker")(worker)
    app.command("status")(status)


def run(
    config: ConfigOption = None,
    once: Annotated[
        bool, typer.Option("--once", help="Do what is due now and stop: for cron, timers and CronJobs.")
    ] = False,
) -> None:
    """Publish and send each theme on its schedule, until SIGTERM. Picks up new files meanwhile."""
    from digest import config as configuration

    settings = configuration.load(config)
    _logs.configure(settings.service.log)
    _refuse_broken(settings)
    if once:
        raise SystemExit(_run_once(settings, config))
    from digest import schedule
    from digest.store import open_store

    with open_store(settings.store.address()) as store:
        answer = _answer(settings)
        raise SystemExit(schedule.run(settings, store, _tickets(settings, store), answer))


def worker(
    config: ConfigOption = None,
    concurrency: Annotated[
        int, typer.Option("--concurrency", min=1, max=64, help="Articles and issues side by side.")
    ] = 4,
) -> None:
    """Prepare and send for `digest run` on a further machine. Needs PostgreSQL; ends at SIGTERM."""
    from digest import config as configuration
    from digest import worker as workers
    from digest.store import open_store

    settings = configuration.load(config)
    _logs.configure(settings.service.log)
    _refuse_broken(settings)
    with open_store(settings.store.address()) as store:
        raise SystemExit(workers.run(settings, store, concurrency))


def _answer(settings: Config) -> Answer | None:
    """What serves HTTP beside the service, when a port is configured."""
    if not settings.service.port and not settings.web.public_url:
        return None
    from digest.web import app

    return app.serve


def _tickets(settings: Config, store: Store) -> Tickets | None:
    if not settings.service.workers:
        return None
    from digest import worker as workers

    return workers.Tickets(store)


def _run_once(settings: Config, path: Path | None) -> int:
    from digest import idle
    from digest.service import once
    from digest.store import open_store

    since = time.time()
    seeds = idle.listing(settings.seeds.dir)
    with open_store(settings.store.address()) as store:
        ending = once.run(settings, store, _tickets(settings, store))
    if ending.idle_until is not None:
        idle.remember(path, os.environ, seeds, since, ending.idle_until)
    if _console.interactive():
        from digest.service import reports

        _console.say(reports.coming(settings, time.time()))
    return ending.exit_code


def _refuse_broken(settings: Config) -> None:
    """A setting that can never work ends the start, with all that is wrong at once."""
    from digest import checks
    from digest.config import InvalidConfig

    if problems := tuple(checks.blocking(settings)):
        raise InvalidConfig(str(settings.file or ""), problems)  # type: ignore[arg-type]
    for doubt in checks.store_place(settings):
        logging.getLogger("digest.service").warning("store in a risky place", extra={"reason": str(doubt)})


def status(config: ConfigOption = None, json_: JsonOption = False) -> None:
    """Last and next run of each theme, files, deliveries. Each with its state and reason."""
    from digest import config as configuration
    from digest.service import reports
    from digest.store import open_store

    settings = configuration.load(config)
    _console.existing_store(settings)
    with open_store(settings.store.address()) as store:
        report = reports.status(settings, store)
    if json_:
        _console.as_json(report)
    else:
        _console.result(reports.as_text(report))
