"""A way to the server that dies at a chosen byte of one direction, TLS records and all."""

from __future__ import annotations

import asyncio
from typing import Literal

from tests.mailing.listening import Listening

Direction = Literal["client", "server"]


class Cutting(Listening):
    """Passes connections on to *target*; the first one dies after byte *at* of what *speaker* says.

    Cut between two reads or within one: what came before the byte is still
    passed on, so that the other side holds exactly that much.
    """

    def __init__(self, target: int, speaker: Direction = "client", at: int | None = None) -> None:
        self._target, self._speaker, self._left = target, speaker, at
        self.said = {"client": 0, "server": 0}

    async def listen(self) -> asyncio.Server:
        return await asyncio.start_server(self._connected, "127.0.0.1", 0)

    async def _connected(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        left, self._left = self._left, None
        far, onward = await asyncio.open_connection("127.0.0.1", self._target)
        limits = {self._speaker: left}
        ways = [
            asyncio.ensure_future(self._pass(near, onward, "client", limits.get("client"))),
            asyncio.ensure_future(self._pass(far, back, "server", limits.get("server"))),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            for writer in (onward, back):
                writer.close()  # what was written still arrives

    async def _pass(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, speaker: Direction, left: int | None
    ) -> None:
        try:
            while (left is None or left > 0) and (data := await reader.read(1 << 16)):
                self.said[speaker] += len(data)
                writer.write(data[:left])
                await writer.drain()
                left = None if left is None else left - len(data)
        except ConnectionError:
            pass
