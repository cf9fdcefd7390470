"""A form to subscribe with, off by default: nothing begins before the address itself has confirmed it.

``/subscribe/<theme>`` takes an address and mails it a link; the answer never
says whether the address was known. ``/confirm/<theme>/<token>``: GET asks,
POST subscribes. Mails are limited for each visitor and for each address, or
the form could be used to flood somebody's mailbox.
"""

from __future__ import annotations

import hashlib
import logging
import time
from typing import TYPE_CHECKING

from digest.delivery.address import AddressError, normalise, reader_key
from digest.errors import DigestError
from digest.mailing.recipients import reader_secret
from digest.store import rates, subscribers
from digest.web._words import button, question
from digest.web.limits import Allowance
from digest.web.pages import Pages, fields, in_thread, visitor

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

log = logging.getLogger("digest.web")

LINK_SECONDS = 3 * 24 * 3600
MAILS_SECONDS = 3600.0
"""Between two confirmation mails to one address."""


class Joining:
    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.tries = Allowance(burst=5, seconds=60.0, clock=time.monotonic)

    async def form(self, request: Request) -> Response:
        pages, theme = self.pages, request.path_params["theme"]
        if pages.title(theme) is None:
            return pages.say("unknown", theme, status=404)
        asking = question(pages.words["address"], pages.words["join"])
        if request.method != "POST":
            return pages.say("asked", theme, asking)
        if not self.tries.spend(visitor(request)):
            return pages.say("slow", theme, status=429)
        try:
            address = normalise((await fields(request)).get("address", ""))
        except AddressError:
            return pages.say("wrong", theme, asking, status=400)
        await in_thread(lambda: self._ask(theme, address))
        return pages.say("sent", theme)

    def _ask(self, theme: str, address: str) -> None:
        pages = self.pages
        reader = reader_key(reader_secret(pages.store), address)
        # A booking, not a wait: whoever would have to wait gets no second mail.
        if rates.reserve(pages.store, f"confirm {theme} {reader}", 1 / MAILS_SECONDS):
            return
        subscribers.ask(pages.store, theme, address, reader)
        from digest.mailing.confirming import send_confirmation

        link = f"{pages.config.web.public_url}confirm/{theme}/{self._signer(theme).dumps(reader)}"
        try:
            send_confirmation(pages.config, theme, address, link)
        except DigestError as error:
            log.error("confirmation not sent", extra={"reader": reader, "reason": error.fact})

    async def confirm(self, request: Request) -> Response:
        from itsdangerous import BadData

        pages, theme = self.pages, request.path_params["theme"]
        try:
            reader = str(self._signer(theme).loads(request.path_params["token"], max_age=LINK_SECONDS))
        except BadData:
            if not pages.guesses.spend(visitor(request)):
                return pages.say("slow", theme, status=429)
            return pages.say("expired", theme, status=404)
        if request.method != "POST":
            return pages.say("asked", theme, button(pages.words["confirm"], "confirm", "yes"))
        joined = await in_thread(lambda: subscribers.confirm(pages.store, theme, reader))
        return pages.say("joined" if joined else "expired", theme)

    def _signer(self, theme: str):  # type: ignore[no-untyped-def]
        from itsdangerous import URLSafeTimedSerializer

        return URLSafeTimedSerializer(
            self.pages.tokens.secret,
            salt=f"digest confirm {theme}",
            signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256},
        )


def routes(pages: Pages) -> list[Route]:
    from starlette.routing import Route

    joining = Joining(pages)
    return [
        Route("/subscribe/{theme}", joining.form, methods=["GET", "POST"]),
        Route("/confirm/{theme}/{token}", joining.confirm, methods=["GET", "POST"]),
    ]
