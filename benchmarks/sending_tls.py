"""Messages a second into a real Postfix with STARTTLS, as a ratio to aiosmtplib's own pool.

usage: python benchmarks/sending_tls.py [--messages N] [--connections N] [--kilobytes N]
(as root, with Postfix installed)

Both send messages of the same size over the same number of connections to the
same server, which drops what it accepted. aiosmtplib keeps each connection open
and sends with ``sendmail``; ours has the ledger on (SQLite, ``synchronous=FULL``).
They take turns, three times, and the best turn of each counts.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import ssl
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import aiosmtplib

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
    asked = parser.parse_args()
    if missing():
        sys.exit(missing())
    with postfix(Path(tempfile.mkdtemp(prefix="digest-pf-", dir="/var/tmp"))) as relay:
        amount = (relay, asked.messages, asked.connections, asked.kilobytes * 1000)
        turns = [(theirs(*amount), ours(*amount)) for _ in range(3)]
    pool_rate, rate = max(turn[0] for turn in turns), max(turn[1] for turn in turns)
    print(f"aiosmtplib's pool {pool_rate:.0f}/s, digest {rate:.0f}/s: {rate / pool_rate:.2f} times as fast")


if __name__ == "__main__":
    main()
