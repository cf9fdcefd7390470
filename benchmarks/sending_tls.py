"""Messages a second into a real Postfix with STARTTLS, as a ratio to aiosmtplib's own pool.

usage: python benchmarks/sending_tls.py [--messages N] [--connections N] [--kilobytes N] [--away MS ...]
(as root, with Postfix and uvloop installed)

Both send messages of the same size over the same number of connections to the
same server, which drops what it accepted. aiosmtplib keeps each connection open
and sends with ``sendmail``; ours has the ledger on (SQLite, ``synchronous=FULL``).
They take turns, three times, and the best turn of each counts; the ratios of
all turns are printed. A server on the same two cores costs more than any client
(2 ms a message to 0.7 and 1.0), so that there both come near to what it can do;
--away puts it a round trip of so many milliseconds from here, as servers are.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import resource
import ssl
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import aiosmtplib

from benchmarks.far_away import away
from digest.config.settings import Config, MailSettings, StoreSettings
from digest.mailing.frozen import Frozen
from digest.mailing.recipients import reader_secret, recipients
from digest.mailing.sending import deliver
from digest.mailing.stopping import Stop
from digest.store import deliveries, issues, open_store
from tests.mailing.postfix import Postfix, missing, postfix

ISSUE = "bench/2026-01-01"
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
    parser.add_argument("--away", type=float, nargs="*", default=[2.0, 10.0], metavar="MS")
    asked = parser.parse_args()
    if missing():
        sys.exit(missing())
    with postfix(Path(tempfile.mkdtemp(prefix="digest-pf-", dir="/var/tmp"))) as relay:
        amount = (asked.messages, asked.connections, asked.kilobytes * 1000)
        compare("here", relay, *amount)
        for round_trip in asked.away:
            with away(relay.port, round_trip) as port:
                compare(f"{round_trip:g} ms away", replace(relay, port=port), *amount)


def compare(where: str, relay: Postfix, messages: int, connections: int, size: int) -> None:
    turns = []
    cpu = [0.0, 0.0]
    for _ in range(3):
        rates = []
        for place, send in enumerate((theirs, ours)):
            before = cpu_seconds()
            rates.append(send(relay, messages, connections, size))
            cpu[place] += cpu_seconds() - before
        turns.append(rates)
    pool_rate, rate = (max(turn[place] for turn in turns) for place in (0, 1))
    ratios = sorted(turn[1] / turn[0] for turn in turns)
    of_client = " and ".join(f"{seconds / 3 / messages * 1000:.2f}" for seconds in cpu)
    print(
        f"{where}: aiosmtplib's pool {pool_rate:.0f}/s, digest {rate:.0f}/s: "
        f"{rate / pool_rate:.2f} times as fast [{ratios[0]:.2f}, {ratios[-1]:.2f}]; "
        f"of the client's CPU {of_client} ms a message"
    )


def cpu_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
