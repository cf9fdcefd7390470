"""Serves a preview on this machine: pages, and the news that one of them has changed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from digest.errors import DigestError
from digest.web.preview import VIEWS, Desk, Proof, viewed

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

HOSTS = ["127.0.0.1", "localhost"]
"""A page elsewhere on the web can give its own name this machine's address: other names get no answer."""

HEARTBEAT_SECONDS = 15
"""How often a silent stream says that it lives; a closed tab is noticed then."""


def application(desk: Desk, *, watch: bool = True) -> Starlette:
    """The preview as an ASGI application; *watch* builds again whenever a file changes."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.routing import Route

    pages = _Pages(desk)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        watching = asyncio.create_task(pages.watch()) if watch else None
        yield
        if watching:
            watching.cancel()

    return Starlette(
        routes=[Route("/", pages.frame), Route("/view/{view}", pages.view), Route("/events", pages.events)],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)],
        lifespan=lifespan,
    )


@dataclass
class _Pages:
    desk: Desk
    news: asyncio.Condition = field(default_factory=asyncio.Condition)
    building: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Frame and view ask at the same time; the second must not build what the first is building."""

    async def frame(self, request: Request) -> Response:
        """Subject, size and views, and the sentences beside the page; or what is wrong, to be mended."""
        from starlette.responses import HTMLResponse

        proof, error = None, ""
        try:
            proof = await self._proof(request)
        except DigestError as problem:
            error = str(problem)
        return HTMLResponse(_framed(self.desk, proof, error, request), 500 if error else 200)

    async def view(self, request: Request) -> Response:
        """The page itself, as one of the `VIEWS`."""
        from starlette.responses import HTMLResponse, PlainTextResponse

        view = request.path_params["view"]
        if view not in VIEWS:
            return PlainTextResponse(f"there is no view {view!r}; use one of {', '.join(VIEWS)}\n", 404)
        try:
            rendering = (await self._proof(request)).rendering
        except DigestError as problem:
            return PlainTextResponse(f"{problem}\n", 500)
        if view == "text":
            return PlainTextResponse(rendering.text)
        return HTMLResponse(viewed(rendering.html, view))

    async def events(self, request: Request) -> Response:
        """Server-sent events: the version, at once and whenever it changes."""
        from starlette.responses import StreamingResponse

        async def versions() -> AsyncIterator[str]:
            yield f"retry: 500\ndata: {self.desk.version}\n\n"
            while not await request.is_disconnected():
                try:
                    async with self.news:
                        await asyncio.wait_for(self.news.wait(), HEARTBEAT_SECONDS)
                    yield f"data: {self.desk.version}\n\n"
                except TimeoutError:
                    yield ":\n\n"

        return StreamingResponse(versions(), media_type="text/event-stream")

    async def watch(self) -> None:
        """Wait for changes, and tell every open page."""
        from watchfiles import awatch

        async for changes in awatch(*self.desk.watched(), debounce=200, step=50):
            async with self.building:
                self.desk.changed({Path(path) for _, path in changes})
            async with self.news:
                self.news.notify_all()

    async def _proof(self, request: Request) -> Proof:
        query = request.query_params
        async with self.building:
            return await asyncio.to_thread(self.desk.proof, query.get("theme"), query.get("look"))


def _framed(desk: Desk, proof: Proof | None, error: str, request: Request) -> str:
    from digest.rendering import look as looks
    from digest.rendering.press import BUDGET
    from digest.rendering.templating import fill

    query = request.query_params
    view = query.get("view", "mail")
    values = {
        "proof": proof,
        "error": error,
        "view": view if view in VIEWS else "mail",
        "views": VIEWS,
        "query": {name: query[name] for name in ("theme", "look") if name in query},
        "themes": [] if error else list(desk.settings.titles().items()),
        "looks": [] if error else looks.names(desk.settings.templates),
        "size": len(proof.rendering.html.encode()) if proof else 0,
        "budget": BUDGET,
        "version": desk.version,
    }
    return fill("preview/frame.html", looks.load(looks.GROUND).folders, "en", values)
