"""What a running service answers: readers who leave or join, and operators who ask how it is.

Two ports, because their users differ: ``[web]`` is for a reverse proxy to show to
the world, ``[service]`` for this machine's probes and Prometheus.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from digest.config import Config
    from digest.service import Service
    from digest.store.database import Store

log = logging.getLogger("digest.web")


async def serve(service: Service) -> None:
    """Answer on the ports that are configured until cancelled. The service goes on when one is taken."""
    config = service.config
    listening = []
    if config.service.port:
        from digest.web import health

        listening.append(listen(health.application(service), config.service.host, config.service.port))
    if config.web.public_url:
        listening.append(listen(for_readers(service.store, config), config.web.host, config.web.port))
    await asyncio.gather(*listening)


def for_readers(store: Store, config: Config) -> Starlette:
    """The pages behind the links in a mail, and those to subscribe on where that is allowed."""
    from starlette.applications import Starlette

    from digest.web import subscribe, unsubscribe
    from digest.web.pages import Pages

    pages = Pages(store, config)
    routes = unsubscribe.routes(pages)
    return Starlette(routes=[*routes, *subscribe.routes(pages)] if config.web.subscribe else routes)


async def listen(application: Starlette, host: str, port: int) -> None:
    """Serve one application; signals stay the caller's."""
    import uvicorn

    class Server(uvicorn.Server):
        @contextlib.contextmanager
        def capture_signals(self) -> Iterator[None]:
            yield

    config = uvicorn.Config(
        application, host, port, log_config=None, access_log=False, lifespan="off", server_header=False
    )
    try:
        await Server(config).serve()
    except (OSError, SystemExit) as error:  # uvicorn ends the process when it cannot bind
        log.error("port not opened", extra={"host": host, "port": port, "reason": str(error)})
