"""A real SMTP server on loopback, in a thread, that can be told to misbehave."""

from __future__ import annotations

import asyncio
import re
import ssl
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

from tests.mailing.listening import Listening

HANG_UP = "hang up"
HANG_UP_AFTER = "hang up after accepting"

React = Callable[[str, str, int], str | None]
"""Verb (CONNECT, AUTH, MAIL, RCPT, DATA, DOT), recipient, how often so far: an answer, or None for yes."""


@dataclass
class Accepted:
    recipient: str
    data: bytes

    @property
    def message_id(self) -> str:
        found = re.search(rb"(?im)^Message-ID: (\S+)", self.data)
        return found[1].decode() if found else ""


@dataclass
class Server(Listening):
    """Use as a context manager; ``accepted`` holds what it took responsibility for."""

    react: React = lambda _verb, _who, _count: None
    extensions: tuple[str, ...] = ("PIPELINING", "SIZE 20000000", "8BITMIME")
    context: ssl.SSLContext | None = None
    implicit_tls: bool = False
    cut_at: int | None = None
    """The first connection dies when so many bytes have gone either way."""
    port: int = 0
    accepted: list[Accepted] = field(default_factory=list)
    connections: int = 0
    open_now: int = 0
    most_open: int = 0
    traffic: int = 0
    commands: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        self._counts: Counter[tuple[str, str]] = Counter()
        return super().__enter__()

    async def listen(self) -> asyncio.Server:
        tls = self.context if self.implicit_tls else None
        return await asyncio.start_server(self._serve, "127.0.0.1", self.port, ssl=tls, limit=1 << 22)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.open_now += 1
        self.most_open = max(self.most_open, self.open_now)
        session = Session(self, reader, writer, self.cut_at if self.connections == 1 else None)
        try:
            await session.talk()
        except (ConnectionError, asyncio.IncompleteReadError, Cut, asyncio.CancelledError):
            writer.transport.abort()
        finally:
            self.open_now -= 1
            writer.close()

    def answer(self, verb: str, who: str) -> str | None:
        self._counts[verb, who] += 1
        return self.react(verb, who, self._counts[verb, who])

    @property
    def copies(self) -> Counter[str]:
        return Counter(each.recipient for each in self.accepted)


class Cut(Exception):
    pass


class Session:
    def __init__(
        self, server: Server, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, cut_at: int | None
    ):
        self.server, self.reader, self.writer = server, reader, writer
        self.left = cut_at

    async def read(self) -> bytes:
        line = await self.reader.readline()
        if not line:
            raise Cut
        self._count(len(line))
        return line

    def _count(self, size: int) -> int:
        """How many of *size* bytes may still pass."""
        self.server.traffic += size
        if self.left is None:
            return size
        passing, self.left = min(size, self.left), self.left - size
        return passing

    async def say(self, text: str) -> None:
        data = text.encode() + b"\r\n"
        self.writer.write(data[: self._count(len(data))])
        await self.writer.drain()
        if self.left is not None and self.left <= 0:
            self.writer.close()  # what was written still arrives
            raise Cut

    async def talk(self) -> None:
        server, who = self.server, ""
        if not await self.may("CONNECT", who, "220 test ESMTP"):
            return
        while True:
            line = (await self.read()).decode("utf-8", "replace").rstrip("\r\n")
            if self.left is not None and self.left <= 0:
                raise Cut
            server.commands.append(line)
            verb = line.split(" ")[0].upper().partition(":")[0]
            if verb in ("EHLO", "HELO"):
                await self.say(
                    "\r\n".join(["250-test", *(f"250-{name}" for name in server.extensions), "250 HELP"])
                )
            elif verb == "STARTTLS":
                await self.say("220 go")
                await self.writer.start_tls(server.context)
            elif verb == "MAIL":
                who = ""
                await self.may("MAIL", who, "250 ok")
            elif verb == "RCPT":
                asked = re.search(r"<([^>]*)>", line)[1]  # type: ignore[index]
                if await self.may("RCPT", asked, "250 ok"):
                    who = asked
            elif verb == "DATA":
                await self.data(who)
                who = ""
            elif verb == "QUIT":
                await self.say("221 bye")
                return
            elif verb == "AUTH":
                await self.may("AUTH", line, "235 welcome")
            else:
                await self.say("250 ok")

    async def data(self, who: str) -> None:
        if not who:
            await self.say("554 5.5.1 no valid recipients")
            return
        if not await self.may("DATA", who, "354 go"):
            return
        content = b""
        while (line := await self.read()) != b".\r\n":
            content += line[1:] if line.startswith(b".") else line
        # A real server takes over at the dot, or, when the dot never came whole, not at all.
        if self.left is not None and self.left < 0:
            raise Cut
        said = self.server.answer("DOT", who)
        if said in (None, HANG_UP_AFTER):
            self.server.accepted.append(Accepted(who, content))
        if said in (HANG_UP, HANG_UP_AFTER):
            raise Cut
        await self.say(said or "250 2.0.0 queued")

    async def may(self, verb: str, who: str, yes: str) -> bool:
        said = self.server.answer(verb, who)
        if said == HANG_UP:
            raise Cut
        await self.say(said or yes)
        if said and said.startswith("421"):
            raise Cut
        return said is None
