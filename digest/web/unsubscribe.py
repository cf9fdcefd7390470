"""Where readers leave, and join when that is allowed: a few pages without cookies or scripts.

``/u/<theme>/<token>``: GET only asks, because mail scanners follow every link;
POST acts, whether it comes from the page's button or from a mail program's
one-click (RFC 8058). A token holds no address, and a valid one is never
refused for its number: a mail provider unsubscribes thousands from one machine.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from digest.delivery import address
from digest.mailing.sending import link_tokens
from digest.store import subscribers
from digest.store.database import Store
from digest.web._words import WORDS, button, page
from digest.web.limits import Allowance

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    from digest.config import Config

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",  # the address of the page is the reader's own
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
    ),
}


class Pages:
    """What the pages need: the store, the words, who may try how often."""

    def __init__(self, store: Store, config: Config, clock: Callable[[], float] = time.monotonic) -> None:
        self.store, self.config = store, config
        self.words, self.language = WORDS[config.language], config.language
        self.tokens = link_tokens(store, config)
        self.guesses = Allowance(burst=20, seconds=3.0, clock=clock)
        self.mail = config.mail.unsubscribe or address.sender(config.mail.sender).address

    def title(self, theme: str) -> str | None:
        return next((each.title for each in self.config.themes if each.slug == theme), None)

    def say(self, word: str, theme: str, form: str = "", status: int = 200) -> Response:
        from starlette.responses import HTMLResponse

        title = self.title(theme) or "digest"
        said = self.words[word].format(title=title, mail=self.mail)
        return HTMLResponse(page(self.language, title, said, form), status, HEADERS)

    # --- leaving

    async def leave(self, request: Request) -> Response:
        theme, token = request.path_params["theme"], request.path_params["token"]
        reader = self.tokens.read(theme, token)
        if reader is None:
            if not self.guesses.spend(visitor(request)):
                return self.say("slow", theme, status=429)
            return self.say("unknown", theme, status=404)
        if request.method != "POST":
            return self.say("ask", theme, button(self.words["leave"], "List-Unsubscribe", "One-Click"))
        if "back" in await fields(request):
            await in_thread(lambda: subscribers.confirm(self.store, theme, reader))
            return self.say("returned", theme)
        await in_thread(lambda: subscribers.suppress(self.store, theme, reader, "unsubscribed"))
        return self.say("left", theme, button(self.words["back"], "back", "yes"))

    async def how(self, request: Request) -> Response:
        """A link without a token, as in a file that was sent to nobody."""
        return self.say("how", request.path_params["theme"])


def visitor(request: Request) -> str:
    return request.client.host if request.client else ""


MAX_BODY = 4096
"""Bytes of a form; one that is longer is not ours and is not read."""


async def fields(request: Request) -> dict[str, str]:
    """The form's fields, last value of each; {} for a body that is too long or no form."""
    from urllib.parse import parse_qsl

    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > MAX_BODY:
            return {}
    if b'name="' in body:  # RFC 8058 allows multipart/form-data too
        return {"List-Unsubscribe": "One-Click"} if b"One-Click" in body else {}
    return dict(parse_qsl(body.decode("utf-8", "replace")))


async def in_thread(work: Callable[[], object]) -> object:
    """The store waits for disks and locks; the pages do not."""
    import asyncio

    return await asyncio.to_thread(work)


def routes(store: Store, config: Config) -> list[Route]:
    """For an application of your own; `application` is one with nothing else."""
    from starlette.routing import Route

    from digest.web import subscribe

    pages = Pages(store, config)
    Answer = Callable[["Request"], Awaitable["Response"]]
    leave: Answer = pages.leave
    found = [
        Route("/u/{theme}/{token}", leave, methods=["GET", "POST"]),
        Route("/u/{theme}/", pages.how, methods=["GET"]),
    ]
    return [*found, *subscribe.routes(pages)] if config.web.subscribe else found


def application(store: Store, config: Config) -> Starlette:
    from starlette.applications import Starlette

    return Starlette(routes=routes(store, config))
