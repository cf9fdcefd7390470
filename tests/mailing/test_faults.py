"""Servers that are away, certificates that are wrong, full disks, locked files, clocks that jump."""

from __future__ import annotations

import os
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from digest.errors import LockHeld, StoreError
from digest.mailing.sending import send_issue
from digest.mailing.stopping import Stop
from digest.store import deliveries
from tests.mailing.certificates import self_signed
from tests.mailing.conftest import ISSUE, Post
from tests.mailing.server import HANG_UP_AFTER, Server

READERS = tuple(f"reader{number}@x.org" for number in range(12))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# --- the server


def test_a_server_that_is_down_leaves_everyone_waiting(post) -> None:
    desk, port = post(*READERS), free_port()
    report = desk.deliver(port, attempts=2)

    assert report.exit_code == 1
    assert str(port) in str(report.error)
    assert report.balance.waiting == 12
    with Server(port=port) as server:
        assert desk.deliver(server.port).balance.sent == 12


def test_a_server_that_comes_back_is_waited_for(post) -> None:
    desk, port = post(*READERS), free_port()
    server = Server(port=port)
    returning = threading.Timer(0.5, server.__enter__)
    returning.start()
    try:
        report = desk.deliver(port, attempts=100)
    finally:
        returning.join()
        server.__exit__()

    assert report.balance.sent == 12


@pytest.mark.slow
def test_a_server_that_is_down_for_a_minute_is_waited_for(post) -> None:
    desk, port = post(*READERS), free_port()
    server = Server(port=port)
    returning = threading.Timer(60, server.__enter__)
    returning.start()
    try:
        report = desk.deliver(port, attempts=40, backoff_seconds=1, backoff_cap_seconds=10)
    finally:
        returning.join()
        server.__exit__()

    assert report.balance.sent == 12
    assert set(server.copies.values()) == {1}


def test_a_server_that_never_answers_is_given_up_in_time(post) -> None:
    desk = post("ann@x.org")
    with Server(lambda verb, _who, count: time.sleep(3) if verb == "RCPT" and count == 1 else None) as server:
        report = desk.deliver(server.port, timeout_seconds=1, on_doubt="park")

    assert report.balance.sent == 1


# --- its certificate


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ssl.SSLContext]:
    """A certificate for 127.0.0.1 that signs itself: its PEM file, and a server's context."""

    pem = self_signed(tmp_path_factory.mktemp("tls"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem, pem.with_name("key.pem"))
    return pem, context


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_mail_goes_through_a_verified_channel(post, certificate, tls: str) -> None:
    pem, context = certificate
    extensions = ("PIPELINING", "STARTTLS", "AUTH PLAIN")
    with Server(context=context, implicit_tls=tls == "tls", extensions=extensions) as server:
        desk = post(*READERS)
        report = desk.deliver(server.port, tls=tls, ca_file=pem, user="ann", password="secret")

    assert report.balance.sent == 12
    assert ("STARTTLS" in server.commands) == (tls == "starttls")
    assert any(command.startswith("AUTH") for command in server.commands)


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_a_wrong_certificate_stops_the_run_and_says_so(post, certificate, tls: str) -> None:
    _, context = certificate
    with Server(context=context, implicit_tls=tls == "tls", extensions=("STARTTLS",)) as server:
        report = post(*READERS).deliver(server.port, tls=tls)

    assert report.exit_code == 1
    assert "certificate" in str(report.error)
    assert "mail.ca_file" in str(report.error)
    assert report.balance.waiting == 12
    assert not server.accepted


def test_a_server_without_starttls_gets_nothing_unless_it_is_this_machine(post, monkeypatch) -> None:
    from digest.delivery.smtp import connection

    with Server() as server:
        assert post("ann@x.org").deliver(server.port, tls="starttls").balance.sent == 1
        monkeypatch.setattr(connection, "is_loopback", lambda _host: False)
        report = post(*READERS).deliver(server.port, tls="starttls")

    assert "STARTTLS" in str(report.error)
    assert report.balance.waiting == 12


def test_plain_text_to_another_machine_is_refused(post) -> None:
    from digest.delivery.smtp.connection import is_loopback

    assert [is_loopback(host) for host in ("127.0.0.1", "localhost", "::1", "mail.example.org")] == [
        1,
        1,
        1,
        0,
    ]


def test_a_wrong_password_is_tried_once_and_never_printed(post, caplog: pytest.LogCaptureFixture) -> None:
    """Eight connections that try in vain lock an account."""

    def react(verb: str, _who: str, _count: int) -> str | None:
        return "535 5.7.8 authentication failed" if verb == "AUTH" else None

    with Server(react, extensions=("AUTH PLAIN",)) as server:
        report = post(*READERS).deliver(server.port, user="ann", password="swordfish", connections=8)

    assert report.exit_code == 1
    assert "535" in str(report.error)
    assert sum(command.startswith("AUTH") for command in server.commands) == 1
    assert "swordfish" not in f"{report.error} {caplog.text}"
    assert report.balance.waiting == 12


def test_xoauth2_sends_the_token_of_its_file(post, tmp_path: Path) -> None:
    (tmp_path / "token").write_text("ya29.token\n")
    with Server(extensions=("AUTH XOAUTH2",)) as server:
        report = post("ann@x.org").deliver(
            server.port, user="ann@x.org", auth="xoauth2", token_file=tmp_path / "token"
        )

    import base64

    (said,) = [command for command in server.commands if command.startswith("AUTH XOAUTH2 ")]
    assert base64.b64decode(said.split()[2]) == b"user=ann@x.org\x01auth=Bearer ya29.token\x01\x01"
    assert report.balance.sent == 1


# --- the store


def test_a_full_disk_stops_the_run_and_loses_nobody(post, monkeypatch) -> None:
    """SQLite's own limit of pages stands in for the disk: the error is the same one."""
    monkeypatch.setattr("digest.mailing.ledger.TRIES", 1)
    desk, full = post(*READERS, *(f"slow{number}@x.org" for number in range(300))), [True]

    @event.listens_for(desk.store.engine, "checkout")
    def limited(connection, _record, _proxy) -> None:  # type: ignore[no-untyped-def]
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages if full[0] else 1 << 30}")

    long = "451 4.2.0 " + "the mailbox is being moved " * 10

    def react(verb: str, who: str, count: int) -> str | None:
        return long if verb == "RCPT" and who.startswith("slow") and count == 1 else None

    with Server(react) as server:
        report = desk.deliver(server.port)
        assert "free some space" in str(report.error)
        assert report.exit_code == 1
        full[0] = False
        assert desk.deliver(server.port).balance.sent == 312
    assert sum(server.copies.values()) <= 312 + 2  # one for each of two connections


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 8 MB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "digest", str(folder)]
    root = sys.platform == "linux" and os.geteuid() == 0
    if not root or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_file_system_that_is_full_stops_the_run_and_loses_nobody(small_disk: Path, monkeypatch) -> None:
    monkeypatch.setattr("digest.mailing.ledger.TRIES", 1)
    desk = Post(f"sqlite:///{small_disk}/digest.db").freeze(*READERS, *(f"r{n}@x.org" for n in range(400)))
    ballast = small_disk / "ballast"

    def react(verb: str, _who: str, _count: int) -> str | None:
        if verb == "DATA" and not ballast.exists() and len(server.accepted) == 5:
            free = os.statvfs(small_disk)
            ballast.write_bytes(bytes(free.f_bavail * free.f_bsize))
        return None

    with Server(react) as server:
        report = desk.deliver(server.port)
        assert report.exit_code == 1
        assert "free some space" in str(report.error)
        assert len(server.accepted) < 412
        ballast.write_bytes(b"")
        assert desk.deliver(server.port).balance.sent == 412
    desk.store.close()
    assert sum(server.copies.values()) <= 412 + 2  # one for each of two connections


def test_a_store_that_cannot_be_written_sends_nothing_more(post, monkeypatch) -> None:
    """`sending` comes before the message; without it the message stays here."""
    desk = post(*READERS)
    monkeypatch.setattr("digest.mailing.ledger.TRIES", 1)
    commit, calls = deliveries.commit, [0]

    def failing(store, owner, starting, outcomes):  # type: ignore[no-untyped-def]
        calls[0] += 1
        if calls[0] in (3, 4):
            raise StoreError("store", "disk full", "free some space")
        return commit(store, owner, starting, outcomes)

    monkeypatch.setattr(deliveries, "commit", failing)
    with Server() as server:
        report = desk.deliver(server.port, connections=1)
        assert "disk full" in str(report.error)
        assert len(server.accepted) < 12

        second = desk.deliver(server.port)
    assert second.balance.sent == 12
    assert sum(server.copies.values()) <= 13


HOLD = """
import sqlite3, sys, time
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(0.7)
other.execute("COMMIT")
"""


def test_a_store_that_another_process_writes_to_is_waited_for(post) -> None:
    desk = post(*READERS)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(desk.store.path)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with Server() as server:
            report = desk.deliver(server.port)

    assert report.balance.sent == 12
    assert set(server.copies.values()) == {1}


def test_two_senders_of_one_issue_cannot_run_at_once(post) -> None:
    desk = post(*READERS)
    with desk.store.lock(f"send {ISSUE}"), pytest.raises(LockHeld) as held:
        send_issue(desk.store, ISSUE, desk.config(1))
    assert held.value.exit_code == 5


def test_a_sender_that_was_taken_over_stops(post) -> None:
    """It lost its lock without noticing, as behind a broken network; its rows belong to another."""
    desk = post(*READERS)

    def taken(verb: str, _who: str, _count: int) -> str | None:
        if verb == "DATA":
            deliveries.recover(desk.store, desk.row.key, "park")
        return None

    with Server(taken) as server:
        report = desk.deliver(server.port, connections=1)
    assert "took these deliveries over" in str(report.error)
    assert not server.accepted


# --- stopping and clocks


def test_a_stop_finishes_what_is_in_flight_and_keeps_the_rest(post) -> None:
    desk, stop = post(*READERS), Stop()

    def react(verb: str, _who: str, _count: int) -> str | None:
        if verb == "DATA" and len(server.accepted) == 4:
            stop.request()
        return None

    with Server(react) as server:
        report = desk.deliver(server.port, stop=stop)
        assert report.interrupted
        assert report.exit_code == 0
        assert report.balance.sent == len(server.accepted) < 12
        assert set(desk.states.values()) == {"sent", "pending"}
        assert desk.deliver(server.port).balance.sent == 12
    assert set(server.copies.values()) == {1}


def test_a_stop_does_not_wait_for_a_back_off(post) -> None:
    desk, stop = post("ann@x.org"), Stop()
    threading.Timer(0.3, stop.request).start()
    report = desk.deliver(free_port(), stop=stop, backoff_seconds=3600, backoff_cap_seconds=3600)

    assert report.interrupted


@pytest.mark.parametrize("jump", [-7 * 86400.0, 7 * 86400.0])
def test_a_clock_that_jumps_delays_nothing_and_doubles_nothing(post, jump: float) -> None:
    desk = post("slow@x.org", *READERS)
    off = [0.0]
    desk.store.clock = lambda: time.time() + off[0]

    def react(verb: str, who: str, count: int) -> str | None:
        if verb == "RCPT" and who.startswith("slow") and count == 1:
            off[0] = jump
            return "451 4.2.0 later"
        return None

    with Server(react) as server:
        assert desk.deliver(server.port, rate=500).balance.sent == 13
        off[0] = 0.0
        desk.freeze("bob@x.org", issue_id="trams/2")
        assert desk.deliver(server.port, rate=500).balance.sent == 1
    assert set(server.copies.values()) == {1}


def test_a_sender_that_died_leaves_in_doubt_only_what_was_being_sent(post) -> None:
    desk = post(*READERS)
    claims = deliveries.claim(desk.store, desk.row.key, "dead", 8)
    deliveries.commit(desk.store, "dead", [claims[0].key, claims[1].key], [])

    assert deliveries.recover(desk.store, desk.row.key, "park") == 2
    assert sorted(desk.states.values()) == ["in_doubt"] * 2 + ["pending"] * 10


def test_a_doubt_is_resent_once_even_over_two_deaths(post) -> None:
    desk = post("ann@x.org")
    for doubts in (1, 2):
        (claim,) = deliveries.claim(desk.store, desk.row.key, "dead", 8)
        deliveries.commit(desk.store, "dead", [claim.key], [])
        assert deliveries.recover(desk.store, desk.row.key, "resend") == 1
        assert desk.states["ann@x.org"] == ("deferred" if doubts == 1 else "in_doubt")


def test_nothing_is_lost_when_every_connection_dies_after_accepting(post) -> None:
    with Server(lambda verb, _who, count: HANG_UP_AFTER if verb == "DOT" and count == 1 else None) as server:
        report = post(*READERS).deliver(server.port)

    assert report.balance.sent == 12
    assert set(server.copies.values()) == {2}


def test_a_stop_does_not_wait_for_a_server_that_says_nothing(post) -> None:
    desk, stop = post("ann@x.org"), Stop()
    threading.Timer(0.3, stop.request).start()
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        # Were it to wait, the limit on every test would end it.
        report = desk.deliver(silent.getsockname()[1], stop=stop, timeout_seconds=3600)

    assert report.interrupted
    assert report.balance.waiting == 1
