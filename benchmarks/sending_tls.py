"""Messages a second into a real Postfix with STARTTLS, as a ratio to aiosmtplib's own pool.

usage: python benchmarks/sending_tls.py [--messages N] [--connections N] [--kilobytes N] [--turns N]
    [--away MS ...]
(as root, on Linux, with Postfix and uvloop installed)

Both send messages of the same size over the same number of connections to the
same server, which drops what it accepted. aiosmtplib keeps each connection open
and sends with ``sendmail``, on uvloop: the quickest that it can do. Ours has the
ledger on (SQLite, ``synchronous=FULL``). They take turns; the best turn of each
counts, and the least and the greatest ratio of all turns stand in brackets.

A server on the same cores costs more CPU than any client, so that the second
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
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean

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
SENTENCE = "One sentence of a newsletter, and then one more.\n"


def frozen(size: int) -> Frozen:
    text = SENTENCE * (size // 2 // len(SENTENCE))
    return Frozen(ISSUE, "Bench", f"<p>{text}</p>", text, "en", "a@x.org", 1.8e9, "a@x.org", "", "", "")


async def pool(relay: Postfix, messages: int, connections: int, data: bytes) -> None:
    """aiosmtplib as its documentation uses it, one client a connection, the TLS context shared."""
    context = ssl.create_default_context(cafile=str(relay.certificate))
    left = iter(range(messages))

    async def lane() -> None:
        client = aiosmtplib.SMTP(hostname="127.0.0.1", port=relay.port, start_tls=True, tls_context=context)
        async with client:
            for number in left:
                await client.sendmail("a@x.org", [f"reader{number}@y.org"], data)

    await asyncio.gather(*(lane() for _ in range(connections)))


def theirs(relay: Postfix, messages: int, connections: int, size: int) -> float:
    import uvloop

    data = frozen(size).mailing().letter("b@y.org", "<1@x.org>").data
    start = time.perf_counter()
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(pool(relay, messages, connections, data))
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
        compare("here", relay, *amount, asked.turns)
        for round_trip in asked.away:
            with away(relay.port, round_trip) as port:
                compare(f"{round_trip:g} ms away", replace(relay, port=port), *amount, asked.turns)


def compare(where: str, relay: Postfix, messages: int, connections: int, size: int, turns: int) -> None:
    took = [
        [measured(send, relay, messages, connections, size) for send in (theirs, ours)] for _ in range(turns)
    ]
    pool, digest = (max(each, key=lambda cost: cost.rate) for each in zip(*took, strict=True))
    ratios = sorted(turn[1].rate / turn[0].rate for turn in took)
    print(
        f"{where}: aiosmtplib's pool {pool.rate:.0f}/s, digest {digest.rate:.0f}/s: "
        f"{digest.rate / pool.rate:.2f} times as fast [{ratios[0]:.2f}, {ratios[-1]:.2f}]"
    )
    pool, digest = (mean(each) for each in zip(*took, strict=True))
    print(
        f"  CPU, ms a message: the pool {pool.client:.2f} and its server {pool.server:.2f}, "
        f"digest {digest.client:.2f} and its server {digest.server:.2f}; where both share the cores, "
        f"that is {(pool.client + pool.server) / (digest.client + digest.server):.2f} times as fast, "
        f"and a client that costs nothing {(pool.client + pool.server) / digest.server:.2f}"
    )


@dataclass(frozen=True)
class Cost:
    """``rate`` in messages a second; ``client`` and ``server`` in milliseconds of CPU a message."""

    rate: float
    client: float
    server: float


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
