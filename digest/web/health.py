"""``/healthz``, ``/readyz`` and ``/metrics`` of a running service, on a loopback port.

Alive: the process answers. Ready: the folder is there, the last round was on
time, and no slot is overdue past its grace.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from digest import intake
from digest.errors import MissingExtra
from digest.service import reports
from digest.store import articles
from digest.store import slots as ledger

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

    from digest.service import Service

ROUNDS_MISSED = 3
"""A service whose last round is so many pauses ago hangs."""


def problems(service: Service) -> list[str]:
    """Why the service is not ready; empty when it is."""
    found = []
    seeds = service.config.seeds
    if not intake.is_folder(seeds.dir):
        found.append(f"there is no folder {seeds.dir}")
    pause = max(seeds.scan_seconds, service.inbox.scan_seconds * 100)
    # Asked on the monotonic clock: a wall clock that was set must not look like a hang.
    if (
        service.last_tick_at is None
        or service.monotonic() - service.last_tick_at > ROUNDS_MISSED * pause + 60
    ):
        found.append("no round has been finished in time")
    found += [f"{issue} is overdue" for issue in reports.overdue(service.config, service.store)]
    found += [
        f"{part}: {reason}"
        for part, reason in (service.last_tick.failures if service.last_tick else {}).items()
    ]
    return found


def metrics(service: Service) -> bytes:
    """Prometheus text. Raises `MissingExtra` without prometheus_client."""
    try:
        from prometheus_client import CollectorRegistry, Gauge, generate_latest
    except ImportError as error:
        raise MissingExtra(
            "prometheus-client", "not installed", "pip install 'article-digest[metrics]'"
        ) from error
    registry = CollectorRegistry()
    now = service.clock()
    with service.store.read() as connection:
        files, sent = articles.counts(connection), ledger.deliveries(connection)
        success = ledger.last_success(connection)
    age = Gauge(
        "digest_last_success_age_seconds", "Age of a theme's last issue.", ["theme"], registry=registry
    )
    for theme, at in success.items():
        age.labels(theme).set(max(0.0, now - at))
    for name, help_text, values in (
        ("digest_files", "Files of the folder by what became of them.", files),
        ("digest_deliveries", "Deliveries of all issues by state.", sent),
    ):
        gauge = Gauge(name, help_text, ["state"], registry=registry)
        for state, count in values.items():
            gauge.labels(state).set(count)
    overdue = Gauge("digest_overdue_slots", "Slots past their grace that are not made.", registry=registry)
    overdue.set(len(reports.overdue(service.config, service.store)))
    Gauge("digest_ready", "1 when /readyz says so.", registry=registry).set(not problems(service))
    scan = Gauge("digest_scan_seconds", "How long the last listing of the folder took.", registry=registry)
    scan.set(service.inbox.scan_seconds)
    return generate_latest(registry)


def application(service: Service) -> Starlette:
    from starlette.applications import Starlette
    from starlette.responses import JSONResponse, Response
    from starlette.routing import Route

    async def healthz(_: Request) -> Response:
        return JSONResponse({"ok": True})

    async def readyz(_: Request) -> Response:
        found = await asyncio.to_thread(problems, service)
        return JSONResponse({"ready": not found, "problems": found}, 503 if found else 200)

    async def scraped(_: Request) -> Response:
        try:
            body = await asyncio.to_thread(metrics, service)
        except MissingExtra as error:
            return Response(f"{error}\n", 501, media_type="text/plain")
        return Response(body, media_type="text/plain; version=0.0.4; charset=utf-8")

    return Starlette(
        routes=[Route("/healthz", healthz), Route("/readyz", readyz), Route("/metrics", scraped)]
    )
