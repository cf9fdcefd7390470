"""Every way out keeps the same promises; a new plug-in is covered without an edit here."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Sequence
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

import pytest

from digest.config.settings import MailSettings
from digest.delivery import CHANNELS, Attempt, Ending, Parcel
from digest.delivery.decisions import Fate, judge
from digest.delivery.message import Letter
from tests.mailing.conftest import frozen
from tests.mailing.server import Server


class Journal:
    """A desk that hands out parcels and writes down, in order, what it is told."""

    def __init__(self, recipients: Sequence[str]) -> None:
        self.left = [Parcel(n, name, f"reader{n}", f"<{n}@example.org>") for n, name in enumerate(recipients)]
        self.events: list[tuple[str, int]] = []
        self.attempts: list[Attempt] = []

    async def take(self) -> Parcel | None:
        return self.take_now()

    def take_now(self) -> Parcel | None:
        return self.left.pop(0) if self.left else None

    def give_back(self, parcel: Parcel) -> None:
        self.left.insert(0, parcel)

    def letter(self, parcel: Parcel) -> Letter:
        return frozen().mailing().letter(parcel.recipient, parcel.message_id)

    async def settle(self, done: Sequence[Attempt] = (), starting: Parcel | None = None) -> None:
        for attempt in done:
            self.events.append(("done", attempt.parcel.key))
            self.attempts.append(attempt)
        if starting:
            self.events.append(("start", starting.key))


@pytest.fixture
def web() -> Iterator[str]:
    class Chat(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Chat)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"json://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("name", CHANNELS.names())
def test_a_channel_announces_each_message_before_it_may_be_out_and_settles_it(
    name: str, tmp_path: Path, web: str
) -> None:
    if name == "apprise" and not find_spec("apprise"):
        pytest.skip("the extra apprise is not installed")
    (tmp_path / "urls").write_text(f"{web}one\n{web}two\n{web}three\n")
    with Server() as server:
        settings = MailSettings(
            host="127.0.0.1",
            port=server.port,
            tls="none",
            folder=tmp_path / "mail",
            urls_file=tmp_path / "urls",
        )
        channel = CHANNELS.get(name)(settings, frozen().mailing())
        journal = Journal(channel.targets() or ("ann@x.org", "bob@x.org", "cho@x.org"))

        async def work() -> tuple[Ending, int]:
            async with channel.open() as line:
                return await line.work(journal), line.served

        ending, served = asyncio.run(work())

    assert (ending, served) == (Ending.IDLE, 3)
    assert {judge(attempt.answer).fate for attempt in journal.attempts} == {Fate.SENT}
    for key in range(3):
        assert journal.events.index(("start", key)) < journal.events.index(("done", key))
        assert journal.events.count(("done", key)) == 1


@pytest.mark.parametrize("name", CHANNELS.names())
def test_a_channel_sends_nothing_that_could_not_be_written_down(name: str, tmp_path: Path, web: str) -> None:
    if name == "apprise" and not find_spec("apprise"):
        pytest.skip("the extra apprise is not installed")
    (tmp_path / "urls").write_text(f"{web}one\n")

    class Broken(Journal):
        async def settle(self, done: Sequence[Attempt] = (), starting: Parcel | None = None) -> None:
            raise OSError("disk full")

    with Server() as server:
        settings = MailSettings(
            host="127.0.0.1",
            port=server.port,
            tls="none",
            folder=tmp_path / "mail",
            urls_file=tmp_path / "urls",
        )
        channel = CHANNELS.get(name)(settings, frozen().mailing())

        async def work() -> None:
            async with channel.open() as line:
                await line.work(Broken(channel.targets() or ("ann@x.org",)))

        with pytest.raises(OSError, match="disk full"):
            asyncio.run(work())
        assert not server.accepted
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "urls"]
