"""A server further away: passes connections on, each way half a round trip later.

usage: python benchmarks/far_away.py PORT TARGET_PORT ROUND_TRIP_MILLISECONDS

Used by `sending_tls.py`, as a process of its own. Only on 127.0.0.1; runs until it is ended.
"""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

PIECE = 1 << 16


async def pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, seconds: float) -> None:
    """Bytes in order, each read *seconds* later: delayed, never slowed down."""

    def write(data: bytes) -> None:
        if not writer.is_closing():
            writer.write(data)

    loop = asyncio.get_running_loop()
    try:
        while data := await reader.read(PIECE):
            loop.call_later(seconds, write, data)
    except ConnectionError:
        pass
    loop.call_later(seconds, writer.close)


async def serve(port: int, target: int, seconds: float) -> None:
    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", target)
        await asyncio.gather(pump(reader, far_writer, seconds), pump(far_reader, writer, seconds))

    server = await asyncio.start_server(connected, "127.0.0.1", port)
    await server.serve_forever()


@contextmanager
def away(target: int, round_trip_ms: float) -> Iterator[int]:
    """A port of this machine through which *target* is that far away."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen([sys.executable, __file__, str(port), str(target), str(round_trip_ms)])
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]) / 2000))
