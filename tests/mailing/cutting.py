"""A way to the server that dies at a chosen byte of one direction, TLS records and all."""

from __future__ import annotations

import asyncio
import threading
from typing import Literal

Direction = Literal["client", "server"]


class Cutting:
    """Passes connections on to *target*; the first one dies after byte *at* of what *speaker* says.

    Cut between two reads or within one: what came before the byte is still
    passed on, so that the other side holds exactly that much.
    """

    def __init__(self, target: int, speaker: Direction = "client", at: int | None = None) -> None:
        self._target, self._speaker, self._left = target, speaker, at
        self.port, self.said = 0, {"client": 0, "server": 0}

    def __enter__(self) -> Cutting:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._listening = self._run(asyncio.start_server(self._connected, "127.0.0.1", 0))
        self.port = self._listening.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_: object) -> None:
        self._run(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _run(self, work):  # type: ignore[no-untyped-def]
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _stop(self) -> None:
        self._listening.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await asyncio.sleep(0)

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
