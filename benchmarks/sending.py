"""Messages a second through the real ledger, as a ratio to Postfix's smtp-source into the same smtp-sink.

usage: python benchmarks/sending.py [--messages N] [--connections N] [--kilobytes N] [--turns N]
    [--memory RECIPIENTS]

Both send messages of the same size over the same number of connections to
``smtp-sink`` on 127.0.0.1, in plain text, taking turns. The best turn of each
counts, for on a busy machine single turns differ threefold; the least, the
middle and the greatest ratio of the turns stand in brackets, then what CPU ours
took of this process alone. Ours writes every transition to SQLite with
``synchronous=FULL``. Needs Postfix's two tools (Debian: postfix).
"""

from __future__ import annotations

import argparse
import math
import os
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from digest.config.settings import Config, MailSettings, StoreSettings
from digest.mailing.frozen import Frozen
from digest.mailing.recipients import reader_secret, recipients
from digest.mailing.sending import deliver
from digest.mailing.stopping import Stop
from digest.store import deliveries, issues, open_store

ISSUE = "bench/2026-01-01"


def tool(name: str) -> str:
    found = shutil.which(name) or shutil.which(f"/usr/sbin/{name}")
    if not found:
        sys.exit(f"{name} is missing: install postfix")
    return found


@contextmanager
def sink() -> Iterator[int]:
    """A fresh smtp-sink; its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    user = ["-u", "nobody"] if os.geteuid() == 0 else []
    server = subprocess.Popen([tool("smtp-sink"), *user, f"127.0.0.1:{port}", "500"])
    try:
        time.sleep(0.5)
        yield port
    finally:
        server.terminate()
        server.wait()


def theirs(messages: int, connections: int, size: int) -> float:
    """Messages a second of smtp-source."""
    with sink() as port:
        command = [tool("smtp-source"), "-s", str(connections), "-m", str(messages), "-l", str(size)]
        start = time.perf_counter()
        subprocess.run([*command, "-f", "a@x.org", "-t", "b@y.org", f"127.0.0.1:{port}"], check=True)
        return messages / (time.perf_counter() - start)


def ours(messages: int, connections: int, size: int) -> tuple[float, float]:
    """Messages a second of a whole delivery run, recipients frozen beforehand, and ms of CPU a message."""
    html = "<p>" + "One sentence of a newsletter, and then one more. " * (size // 100) + "</p>"
    text = "One sentence of a newsletter, and then one more.\n" * (size // 100)
    mail = {"host": "127.0.0.1", "tls": "none", "connections": connections, "messages_per_connection": 10**6}
    frozen = Frozen(ISSUE, "Bench", html, text, "en", "a@x.org", 1.8e9, "a@x.org", "", "", "")
    with tempfile.TemporaryDirectory() as folder, sink() as port:
        url = f"sqlite:///{folder}/digest.db"
        config = Config(mail=MailSettings(port=port, **mail), store=StoreSettings(url=url))
        with open_store(url) as store:
            row = issues.put_issue(store, ISSUE)
            people = (f"reader{number}@y.org" for number in range(messages))
            rows = recipients(store, ISSUE, people, reader_secret(store), joined=False, domain="x.org")
            deliveries.freeze(store, row.key, frozen.dump(), rows)
            start, used = time.perf_counter(), time.process_time()
            report = deliver(store, row, config, math.inf, Stop())
            seconds, used = time.perf_counter() - start, time.process_time() - used
        if report.balance.sent != messages:
            sys.exit(f"not all were sent: {report}")
    return messages / seconds, used / messages * 1000


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--messages", type=int, default=4000)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--kilobytes", type=int, default=30)
    parser.add_argument("--turns", type=int, default=4)
    parser.add_argument("--memory", type=int, metavar="RECIPIENTS", help="peak memory for so many instead")
    asked = parser.parse_args()
    if asked.memory:
        ours(1000, asked.connections, 3000)
        before = peak_mb()
        rate, _ = ours(asked.memory, asked.connections, 3000)
        print(
            f"peak {before:.0f} MB with 1000 recipients, "
            f"{peak_mb():.0f} MB with {asked.memory} ({rate:.0f}/s)"
        )
        return
    size = asked.kilobytes * 1000
    amount = (asked.messages, asked.connections, size)
    ours(100, asked.connections, size)  # what is loaded once is no message's cost
    turns = [(theirs(*amount), *ours(*amount)) for _ in range(asked.turns)]
    limit, rate = max(turn[0] for turn in turns), max(turn[1] for turn in turns)
    ratios = sorted(mine / limit for limit, mine, _ in turns)
    print(
        f"smtp-source {limit:.0f}/s, digest {rate:.0f}/s: {rate / limit:.2f} of the limit "
        f"[{ratios[0]:.2f}, {median(ratios):.2f}, {ratios[-1]:.2f}]; "
        f"{median(turn[2] for turn in turns):.2f} ms of CPU a message"
    )


if __name__ == "__main__":
    main()
