"""E-mail through a server that speaks SMTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from digest.delivery.smtp.connection import Server
from digest.delivery.smtp.line import SmtpLine

if TYPE_CHECKING:
    from digest.config import MailSettings
    from digest.delivery.message import Mailing


class SmtpChannel:
    """A line is a connection to ``mail.host``."""

    def __init__(self, settings: MailSettings, _mailing: Mailing) -> None:
        self._settings, self._server = settings, Server(settings)

    def targets(self) -> None:
        return None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[SmtpLine]:
        connection = await self._server.connect()
        try:
            yield SmtpLine(connection, self._settings.messages_per_connection)
        except BaseException:
            # In the middle of a message, only a connection that dies tells the server to forget it.
            connection.wire.drop("stopped")
            raise
        connection.wire.quit()


CHANNEL = SmtpChannel
