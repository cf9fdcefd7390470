"""Messages a second into a real Postfix with STARTTLS, as a ratio to aiosmtplib's own pool, used in two ways.

usage: python benchmarks/sending_tls.py [--messages N] [--connections N] [--kilobytes N] [--turns N]
    [--away MS ...]
(as root, on Linux, with Postfix and uvloop installed)

All send messages of the same size over the same number of connections to the
same server, which drops what it accepted. The peers keep each connection open:

- *documented*: an ``EmailMessage`` for each recipient through ``send_message``,
  on asyncio's own loop, as aiosmtplib's documentation shows it;
- *tuned*: bytes prepared once through ``sendmail``, the same for everybody, on
  uvloop: the quickest that it can do, and not yet a newsletter.

Ours writes a message for each recipient and has the ledger on (SQLite,
``synchronous=FULL``), with uvloop (our extra ``speed``) and without. They take
turns; the best turn of each counts, and the least and the greatest ratio of all
turns stand in brackets.

A server on the same cores costs more CPU than any client, so that a further
line says how much faster a client that costs nothing could be. --away puts the
server a round trip of so many milliseconds from here, as servers are.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import resource
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from email.message import EmailMessage
from pathlib import Path
from statistics import fmean
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import aiosmtplib

from benchmarks.far_away import away
from benchmarks.sending import tool
from digest.config.settings import Config, MailSettings, StoreSettings
from digest.mailing.frozen import Frozen
from digest.mailing.recipients import reader_secret, recipients
from digest.mailing.sending import deliver
from digest.mailing.stopping import Stop
from digest.store import deliveries, issues, open_store
from tests.mailing.postfix import Postfix, missing, postfix

ISSUE = "bench/2026-01-01"
Send = Callable[[Postfix, int, int, int], float]
SendOne = Callable[[aiosmtplib.SMTP, str], Awaitable[None]]
SENTENCE = "One sentence of a newsletter, and then one more.\n"


def frozen(size: int) -> Frozen:
    text = SENTENCE * (size // 2 // len(SENTENCE))
    return Frozen(ISSUE, "Bench", f"<p>{text}</p>", text, "en", "a@x.org", 1.8e9, "a@x.org", "", "", "")


async def pool(relay: Postfix, messages: int, connections: int, send: SendOne) -> None:
    """One client a connection, each kept open; the TLS context is shared."""
    context = ssl.create_default_context(cafile=str(relay.certificate))
    left = iter(range(messages))

    async def lane() -> None:
        client = aiosmtplib.SMTP(hostname="127.0.0.1", port=relay.port, start_tls=True, tls_context=context)
        async with client:
            for number in left:
                await send(client, f"reader{number}@y.org")

    await asyncio.gather(*(lane() for _ in range(connections)))


def documented(relay: Postfix, messages: int, connections: int, size: int) -> float:
    content = frozen(size)

    async def send(client: aiosmtplib.SMTP, recipient: str) -> None:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = content.sender, recipient, content.subject
        message.set_content(content.text)
        message.add_alternative(content.html, subtype="html")
        await client.send_message(message)

    start = time.perf_counter()
    asyncio.run(pool(relay, messages, connections, send))
    return messages / (time.perf_counter() - start)


def tuned(relay: Postfix, messages: int, connections: int, size: int) -> float:
    import uvloop

    data = frozen(size).mailing().letter("b@y.org", "<1@x.org>").data

    async def send(client: aiosmtplib.SMTP, recipient: str) -> None:
        await client.sendmail("a@x.org", [recipient], data)

    start = time.perf_counter()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(pool(relay, messages, connections, send))
    return messages / (time.perf_counter() - start)


def ours(relay: Postfix, messages: int, connections: int, size: int) -> float:
    mail = MailSettings(
        host="127.0.0.1",
        port=relay.port,
        tls="starttls",
        ca_file=relay.certificate,
        connections=connections,
        messages_per_connection=10**6,
    )
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/digest.db"
        with open_store(url) as store:
            row = issues.put_issue(store, ISSUE)
            people = (f"reader{number}@y.org" for number in range(messages))
            rows = recipients(store, ISSUE, people, reader_secret(store), joined=False, domain="x.org")
            deliveries.freeze(store, row.key, frozen(size).dump(), rows)
            start = time.perf_counter()
            report = deliver(store, row, Config(mail=mail, store=StoreSettings(url=url)), math.inf, Stop())
            seconds = time.perf_counter() - start
    if report.balance.sent != messages:
        sys.exit(f"not all were sent: {report}")
    return messages / seconds


def without_uvloop(relay: Postfix, messages: int, connections: int, size: int) -> float:
    with mock.patch.dict(sys.modules, {"uvloop": None}):
        return ours(relay, messages, connections, size)


SENDERS: dict[str, Send] = {
    "documented": documented,
    "tuned": tuned,
    "digest": ours,
    "digest without uvloop": without_uvloop,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--messages", type=int, default=1500)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--kilobytes", type=int, default=30)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--away", type=float, nargs="*", default=[2.0, 10.0], metavar="MS")
    asked = parser.parse_args()
    if missing():
        sys.exit(missing())
    with postfix(Path(tempfile.mkdtemp(prefix="digest-pf-", dir="/var/tmp"))) as relay:
        amount = (asked.messages, asked.connections, asked.kilobytes * 1000)
        limits = sorted(ceiling(relay, *amount) for _ in range(asked.turns))
        print(f"this server takes {limits[-1]:.0f}/s [{limits[0]:.0f}] from smtp-source, without TLS")
        for send in SENDERS.values():
            send(
                relay, 50, asked.connections, asked.kilobytes * 1000
            )  # what is loaded once is no message's cost
        compare("here", relay, *amount, asked.turns)
        for round_trip in asked.away:
            with away(relay.port, round_trip) as port:
                compare(f"{round_trip:g} ms away", replace(relay, port=port), *amount, asked.turns)


def compare(where: str, relay: Postfix, messages: int, connections: int, size: int, turns: int) -> None:
    took: dict[str, list[Cost]] = {name: [] for name in SENDERS}
    for _ in range(turns):
        for name, send in SENDERS.items():
            took[name].append(measured(send, relay, messages, connections, size))
    print(f"{where}:")
    for name, costs in took.items():
        cost = mean(costs)
        print(
            f"  {name}: {best(costs):.0f}/s; "
            f"CPU, ms a message: client {cost.client:.2f}, server {cost.server:.2f}"
        )
    for name in ("digest", "digest without uvloop"):
        for peer in ("documented", "tuned"):
            ratios = sorted(
                mine.rate / theirs.rate for mine, theirs in zip(took[name], took[peer], strict=True)
            )
            print(
                f"  {name} is {best(took[name]) / best(took[peer]):.2f} times as fast as {peer} "
                f"[{ratios[0]:.2f}, {ratios[-1]:.2f}]"
            )
    digest = mean(took["digest"])
    for peer in ("documented", "tuned"):
        both = mean(took[peer]).both
        print(
            f"  where all share the cores, CPU says {both / digest.both:.2f} times as fast as {peer}, "
            f"and a client that costs nothing {both / digest.server:.2f}"
        )


def best(costs: Sequence[Cost]) -> float:
    return max(cost.rate for cost in costs)


@dataclass(frozen=True)
class Cost:
    """``rate`` in messages a second; ``client`` and ``server`` in milliseconds of CPU a message."""

    rate: float
    client: float
    server: float

    @property
    def both(self) -> float:
        return self.client + self.server


def measured(send: Send, relay: Postfix, messages: int, connections: int, size: int) -> Cost:
    client, server = cpu_seconds(), relay.cpu_seconds()
    rate = send(relay, messages, connections, size)
    client = cpu_seconds() - client
    time.sleep(1.5)  # the queue manager has yet to drop what was accepted last
    server = relay.cpu_seconds() - server
    return Cost(rate, client / messages * 1000, server / messages * 1000)


def mean(costs: Sequence[Cost]) -> Cost:
    return Cost(*(fmean(getattr(cost, name) for cost in costs) for name in ("rate", "client", "server")))


def ceiling(relay: Postfix, messages: int, connections: int, size: int) -> float:
    """Messages a second of Postfix's own smtp-source into the same server, without TLS: it has none."""
    counts = ["-s", str(connections), "-m", str(messages), "-l", str(size)]
    command = [tool("smtp-source"), *counts, "-f", "a@x.org", "-t", "b@y.org"]
    start = time.perf_counter()
    subprocess.run([*command, f"127.0.0.1:{relay.plain_port}"], check=True)
    return messages / (time.perf_counter() - start)


def cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
