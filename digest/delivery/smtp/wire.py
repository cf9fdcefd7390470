"""A connection after its greeting: bytes out, answers in, in order.

aiosmtplib runs two regular expressions over every message, twice, and waits for
each command's answer; over its own connection this protocol sends commands in
groups (RFC 2920) and three to four times as many messages.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable
from typing import cast

from digest.delivery.decisions import Answer, Step

MAX_ANSWER = 64 * 1024
"""Bytes of one answer. A server that says more is not speaking SMTP."""


class Lost(Exception):
    """The connection died, timed out, or stopped making sense; the text says which."""


class Unsent(Lost):
    """The connection was dead before a byte of this went out."""


class Wire(asyncio.Protocol):
    """Takes over *transport* from whoever opened it."""

    def __init__(self, transport: asyncio.Transport, timeout_seconds: float) -> None:
        self._transport, self._timeout = transport, timeout_seconds
        self._buffer = bytearray()
        self._text: list[str] = []
        self._answers: deque[tuple[int, str]] = deque()
        self._waiter: asyncio.Future[None] | None = None
        self._writable = asyncio.Event()
        self._writable.set()
        self._lost = ""
        transport.set_protocol(self)
        if transport.is_closing():
            self._lost = "the server closed the connection"

    # --- out

    def begin(self, data: bytes) -> None:
        """Hand *data* to the network without waiting for it; what `send` hands over later follows it."""
        if not self._lost:
            self._transport.write(data)

    async def send(self, data: bytes) -> None:
        """Hand *data* to the network; waits while the server does not read. Raises `Lost`, or `Unsent`."""
        if self._lost:
            raise Unsent(self._lost)
        self._transport.write(data)
        if not self._writable.is_set():
            await self._in_time(self._writable.wait())
        if self._lost:
            raise Lost(self._lost)

    # --- in

    async def answer(self, step: Step) -> Answer:
        """The next answer. Raises `Lost` when none came, or none will."""
        while not self._answers:
            if self._lost:
                raise Lost(self._lost)
            self._waiter = asyncio.get_running_loop().create_future()
            await self._in_time(self._waiter)
        code, text = self._answers.popleft()
        return Answer(step, code, text)

    async def _in_time(self, waiting: Awaitable[object]) -> None:
        try:
            async with asyncio.timeout(self._timeout):
                await waiting
        except TimeoutError:
            self.drop(f"no answer within {self._timeout:g} s")
            raise Lost(self._lost) from None

    def drop(self, why: str) -> None:
        """End the connection now, whatever is under way."""
        self._lost = self._lost or why
        self._transport.abort()

    def quit(self) -> None:
        """Say good-bye and close; what the server answers does not matter."""
        if self._lost:
            return
        self._transport.write(b"QUIT\r\n")
        self._transport.close()

    # --- asyncio.Protocol

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(b"\n")) >= 0:
            line = bytes(self._buffer[:end]).rstrip(b"\r").decode("utf-8", "replace")
            del self._buffer[: end + 1]
            self._line(line)
        if len(self._buffer) + sum(map(len, self._text)) > MAX_ANSWER:
            self.drop("an answer of more than 64 KB")
        self._wake()

    def _line(self, line: str) -> None:
        code, mark, text = line[:3], line[3:4], line[4:]
        if not (code.isascii() and code.isdigit()) or mark not in ("", " ", "-"):
            self.drop(f"not an answer of SMTP: {line[:60]!a}")
            return
        self._text.append(text)
        if mark != "-":
            self._answers.append((int(code), " ".join(self._text)))
            self._text = []

    def eof_received(self) -> bool:
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        self._lost = self._lost or (str(exc) if exc else "") or "the server closed the connection"
        self._writable.set()
        self._wake()

    def pause_writing(self) -> None:
        self._writable.clear()

    def resume_writing(self) -> None:
        self._writable.set()

    def _wake(self) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)


def wire_over(transport: asyncio.BaseTransport | None, timeout_seconds: float) -> Wire:
    """Raises `Lost` when the connection is gone already."""
    if transport is None:
        raise Lost("the server closed the connection")
    return Wire(cast(asyncio.Transport, transport), timeout_seconds)
