"""A connection after its greeting: bytes out, answers in, in order.

aiosmtplib runs two regular expressions over every message, twice, and waits for
each command's answer; over its own connection this protocol sends commands in
groups (RFC 2920) and three to four times as many messages.
"""

from __future__ import annotations

import asyncio
from collections import deque
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
        self._rest = b""
        self._text: list[str] = []
        self._answers: deque[tuple[int, str]] = deque()
        self._waiter: asyncio.Future[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._deadline = 0.0
        self._writable = True
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
        if not self._writable:
            deadline = self._from_now()  # answers wake it too, and must not make it wait for ever
            while not self._writable and not self._lost:
                await self._more(deadline)
        if self._lost:
            raise Lost(self._lost)

    # --- in

    async def answer(self, step: Step) -> Answer:
        """The next answer. Raises `Lost` when none came, or none will."""
        while not self._answers:
            if self._lost:
                raise Lost(self._lost)
            await self._more(self._from_now())
        code, text = self._answers.popleft()
        return Answer(step, code, text)

    def _from_now(self) -> float:
        return asyncio.get_running_loop().time() + self._timeout

    async def _more(self, deadline: float) -> None:
        """Wait for news: an answer, room to write, or the end, which comes at the *deadline*."""
        loop = asyncio.get_running_loop()
        self._waiter, self._deadline = loop.create_future(), deadline
        if self._timer is None:
            self._timer = loop.call_at(deadline, self._look_at_clock)
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _look_at_clock(self) -> None:
        # One timer for all waits, set again when it finds a later deadline: there are two
        # waits a message, and a timer for each would cost as much as what is waited for.
        self._timer = None
        if self._waiter is None or self._waiter.done():
            return
        loop = asyncio.get_running_loop()
        if loop.time() < self._deadline:
            self._timer = loop.call_at(self._deadline, self._look_at_clock)
        else:
            self.drop(f"no answer within {self._timeout:g} s")

    def drop(self, why: str) -> None:
        """End the connection now, whatever is under way."""
        self._lost = self._lost or why
        self._transport.abort()
        self._wake()

    def quit(self) -> None:
        """Say good-bye and close; what the server answers does not matter."""
        if self._lost:
            return
        self._transport.write(b"QUIT\r\n")
        self._transport.close()

    # --- asyncio.Protocol

    def data_received(self, data: bytes) -> None:
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._line(line.rstrip(b"\r"))
        if len(self._rest) + sum(map(len, self._text)) > MAX_ANSWER:
            self.drop("an answer of more than 64 KB")
        self._wake()

    def _line(self, line: bytes) -> None:
        code, mark, text = line[:3], line[3:4], line[4:].decode("utf-8", "replace")
        if not code.isdigit() or mark not in (b"", b" ", b"-"):
            self.drop(f"not an answer of SMTP: {line[:60].decode('utf-8', 'replace')!a}")
            return
        self._text.append(text)
        if mark != b"-":
            self._answers.append((int(code), " ".join(self._text)))
            self._text = []

    def eof_received(self) -> bool:
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        self._lost = self._lost or (str(exc) if exc else "") or "the server closed the connection"
        if self._timer:
            self._timer.cancel()
        self._wake()

    def pause_writing(self) -> None:
        self._writable = False

    def resume_writing(self) -> None:
        self._writable = True
        self._wake()

    def _wake(self) -> None:
        if self._waiter and not self._waiter.done():
            self._waiter.set_result(None)


def wire_over(transport: asyncio.BaseTransport | None, timeout_seconds: float) -> Wire:
    """Raises `Lost` when the connection is gone already."""
    if transport is None:
        raise Lost("the server closed the connection")
    return Wire(cast(asyncio.Transport, transport), timeout_seconds)
