"""What every page of readers is made of: the words, the store, who may try how often, a form's fields."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from digest.delivery import address
from digest.mailing.sending import link_tokens
from digest.store.database import Store
from digest.web._words import WORDS, page
from digest.web.limits import Allowance

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

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
        return self.config.titles().get(theme)

    def say(self, word: str, theme: str, form: str = "", status: int = 200) -> Response:
        from starlette.responses import HTMLResponse

        title = self.title(theme) or "digest"
        said = self.words[word].format(title=title, mail=self.mail)
        return HTMLResponse(page(self.language, title, said, form), status, HEADERS)


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
