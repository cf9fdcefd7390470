"""The wire beneath a session: answers out of bytes, and waits that end."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from digest.delivery.decisions import Answer, Step
from digest.delivery.smtp.wire import Lost, Wire

SAID = b"250-mx.example\r\n250 SIZE\r\n250 2.1.0 Ok\n354 go on\r\n421 4.3.2 \xe5\xbf\x99\r\n"
ANSWERS = [(250, "mx.example SIZE"), (250, "2.1.0 Ok"), (354, "go on"), (421, "4.3.2 忙")]


class Line(asyncio.Transport):
    """A transport that takes everything."""

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None: ...

    def is_closing(self) -> bool:
        return False

    def write(self, data: bytes | bytearray | memoryview) -> None: ...

    def abort(self) -> None: ...


def wire(timeout_seconds: float = 60.0) -> Wire:
    return Wire(Line(), timeout_seconds)


def run(work: Coroutine[Any, Any, float]) -> float:
    return asyncio.run(asyncio.wait_for(work, 30))


def test_answers_are_the_same_in_whatever_pieces_they_come() -> None:
    async def read(piece: int) -> list[Answer]:
        held = wire()
        for start in range(0, len(SAID), piece):
            held.data_received(SAID[start : start + piece])
        return [await held.answer(Step.MAIL) for _ in ANSWERS]

    for piece in range(1, len(SAID) + 1):
        assert [(answer.code, answer.text) for answer in asyncio.run(read(piece))] == ANSWERS


@pytest.mark.parametrize("said", [b"hello\r\n", b"25x no\r\n", b"250=no\r\n", b"250-" + b"x" * 70_000])
def test_what_is_no_answer_ends_the_connection(said: bytes) -> None:
    async def read() -> float:
        held = wire()
        held.data_received(said)
        with pytest.raises(Lost, match="answer"):
            await held.answer(Step.MAIL)
        return 0.0

    run(read())


def test_each_answer_has_the_whole_time_limit_and_none_has_more() -> None:
    """One timer serves all waits: an early answer must neither shorten nor lengthen the next wait."""

    async def read() -> float:
        held, loop = wire(0.4), asyncio.get_running_loop()
        loop.call_later(0.3, held.data_received, b"250 Ok\r\n")
        await held.answer(Step.MAIL)
        began = loop.time()
        with pytest.raises(Lost, match="within"):
            await held.answer(Step.RCPT)
        return loop.time() - began

    assert run(read()) >= 0.39


def test_a_server_that_talks_and_does_not_read_is_given_up_in_time() -> None:
    async def write() -> float:
        held, loop = wire(0.4), asyncio.get_running_loop()

        def talk() -> None:
            held.data_received(b"250 Ok\r\n")
            loop.call_later(0.05, talk)

        held.pause_writing()
        talk()
        began = loop.time()
        with pytest.raises(Lost, match="within"):
            await held.send(b"DATA\r\n")
        return loop.time() - began

    assert run(write()) >= 0.39


def test_whoever_waits_to_write_goes_on_when_the_server_reads_again() -> None:
    async def write() -> float:
        held, loop = wire(), asyncio.get_running_loop()
        held.pause_writing()
        loop.call_later(0.01, held.resume_writing)
        began = loop.time()
        await held.send(b"DATA\r\n")
        return loop.time() - began

    assert run(write()) < 30
