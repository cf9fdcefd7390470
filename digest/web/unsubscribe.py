"""Where readers leave: pages without cookies or scripts.

``/u/<theme>/<token>``: GET only asks, because mail scanners follow every link;
POST acts, whether it comes from the page's button or from a mail program's
one-click (RFC 8058). A token holds no address, and a valid one is never
refused for its number: a mail provider unsubscribes thousands from one machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.store import subscribers
from digest.web._words import button
from digest.web.pages import Pages, fields, in_thread, visitor

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route


class Leaving:
    def __init__(self, pages: Pages) -> None:
        self.pages = pages

    async def leave(self, request: Request) -> Response:
        pages, theme = self.pages, request.path_params["theme"]
        reader = pages.tokens.read(theme, request.path_params["token"])
        if reader is None:
            if not pages.guesses.spend(visitor(request)):
                return pages.say("slow", theme, status=429)
            return pages.say("unknown", theme, status=404)
        if request.method != "POST":
            return pages.say("ask", theme, button(pages.words["leave"], "List-Unsubscribe", "One-Click"))
        if "back" in await fields(request):
            await in_thread(lambda: subscribers.confirm(pages.store, theme, reader))
            return pages.say("returned", theme)
        await in_thread(lambda: subscribers.suppress(pages.store, theme, reader, "unsubscribed"))
        return pages.say("left", theme, button(pages.words["back"], "back", "yes"))

    async def how(self, request: Request) -> Response:
        """A link without a token, as in a file that was sent to nobody."""
        return self.pages.say("how", request.path_params["theme"])


def routes(pages: Pages) -> list[Route]:
    from starlette.routing import Route

    leaving = Leaving(pages)
    return [
        Route("/u/{theme}/{token}", leaving.leave, methods=["GET", "POST"]),
        Route("/u/{theme}/", leaving.how, methods=["GET"]),
    ]
