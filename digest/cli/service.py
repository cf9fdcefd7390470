"""``digest run``, ``worker`` and ``status``: the service, and how it is doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import _console, _logs
from digest.cli._options import ConfigOption, JsonOption

if TYPE_CHECKING:
    from digest.config import Config


def register(app: typer.Typer) -> None:
    app.command("run")(run)
    app.command("status")(status)


def run(
    config: ConfigOption = None,
    once: Annotated[
        bool, typer.Option("--once", help="Do what is due now and stop: for cron, timers and CronJobs.")
    ] = False,
) -> None:
    """Watch the folder of seeds; publish and send each theme on its schedule, until SIGTERM."""
    from digest import config as configuration

    settings = configuration.load(config)
    _logs.configure(settings.service.log)
    _refuse_broken(settings)
    from digest.store import open_store

    with open_store(settings.store.address()) as store:
        if once:
            from digest.service import once as single

            raise SystemExit(single.run(settings, store))
        from digest import schedule

        raise SystemExit(schedule.run(settings, store))


def _refuse_broken(settings: Config) -> None:
    """A setting that can never work ends the start, with all that is wrong at once."""
    from digest import checks
    from digest.config import InvalidConfig

    if problems := tuple(checks.blocking(settings)):
        raise InvalidConfig(str(settings.file or ""), problems)  # type: ignore[arg-type]


def status(config: ConfigOption = None, json_: JsonOption = False) -> None:
    """Last and next run of each theme, files with reasons, issues and deliveries by state."""
    from digest import config as configuration
    from digest.service import reports
    from digest.store import open_store

    settings = configuration.load(config)
    with open_store(settings.store.address()) as store:
        report = reports.status(settings, store)
    if json_:
        _console.as_json(report)
    else:
        _console.result(reports.as_text(report))
