"""Chat services by way of Apprise (extra ``apprise``): WeCom, DingTalk, Feishu, Telegram, ntfy, ...

Each line of ``mail.urls_file`` is one recipient. A chat gets the short form of
the issue: its subject, the first lines of its text, and a link when it has one.
The ledger keeps a hash of the address, never the address: it holds the token.
"""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from digest.delivery import Attempt, Desk, Ending
from digest.delivery.decisions import Answer, Step
from digest.errors import ConfigError, MissingExtra

if TYPE_CHECKING:
    from digest.config import MailSettings
    from digest.delivery.message import Mailing

SHORT = 1000
"""Characters; the least that the services take without cutting is about 2000 bytes."""


class AppriseLine:
    def __init__(self, services: dict[str, str], subject: str, text: str) -> None:
        self._services, self._subject, self._text = services, subject, text
        self.served = 0

    async def work(self, desk: Desk) -> Ending:
        while parcel := await desk.take():
            await desk.settle(starting=parcel)
            answer = await self._notify(self._services.get(parcel.recipient))
            self.served += answer.code == 250
            await desk.settle([Attempt(parcel, answer)])
        return Ending.IDLE

    async def _notify(self, url: str | None) -> Answer:
        """Apprise says only yes or no; a no may pass, so it is tried again."""
        import apprise

        if url is None:
            return Answer(Step.RCPT, 550, "5.3.0 no longer in mail.urls_file")
        service = apprise.Apprise()
        if not service.add(url):
            return Answer(Step.RCPT, 550, "5.3.0 not an address that Apprise knows")
        told = await asyncio.to_thread(service.notify, title=self._subject, body=self._text)
        return Answer(Step.DOT, 250, "told") if told else Answer(Step.RCPT, 450, "4.2.0 the service said no")


class AppriseChannel:
    """Recipients are the services themselves, under names that reveal no token."""

    def __init__(self, settings: MailSettings, mailing: Mailing) -> None:
        from importlib.util import find_spec

        if not find_spec("apprise"):
            raise MissingExtra("apprise", "not installed", "pip install 'article-digest[apprise]'")
        self._services = {_name(url): url for url in settings.urls()}
        if not self._services:
            raise ConfigError("mail.urls_file", "names no service", "write one Apprise URL a line")
        self._mailing = mailing

    def targets(self) -> tuple[str, ...]:
        return tuple(self._services)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[AppriseLine]:
        rendering = self._mailing.rendering
        yield AppriseLine(self._services, rendering.subject, short(rendering.text))


def _name(url: str) -> str:
    scheme = url.partition(":")[0].lower()
    return f"{scheme}:{hashlib.sha256(url.encode()).hexdigest()[:12]}"


def short(text: str) -> str:
    """Whole paragraphs from the top, as many as fit into `SHORT` characters; never half a sentence of one."""
    kept: list[str] = []
    for paragraph in re.split(r"\n{2,}", text.strip()):
        if sum(map(len, kept)) + 2 * len(kept) + len(paragraph) > SHORT:
            break
        kept.append(paragraph)
    return "\n\n".join(kept)


CHANNEL = AppriseChannel
