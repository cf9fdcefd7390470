"""A real mail server: STARTTLS, pipelining, refusals, and a maildir that a real client reads."""

from __future__ import annotations

import mailbox
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mailing.postfix import Postfix, missing, postfix

pytestmark = [pytest.mark.postfix, pytest.mark.skipif(bool(missing()), reason=missing() or "there")]


@pytest.fixture(scope="module")
def relay() -> Iterator[Postfix]:
    with postfix(Path(tempfile.mkdtemp(prefix="digest-pf-", dir="/var/tmp"))) as running:
        yield running


def test_a_real_relay_takes_everything_over_a_verified_channel(post, relay: Postfix) -> None:
    desk = post(*(f"reader{number}@x.org" for number in range(200)))
    report = desk.deliver(relay.port, tls="starttls", ca_file=relay.certificate, connections=8)
    assert (report.error, report.balance.sent) == (None, 200)


def test_its_refusal_is_one_recipients_and_the_others_read_their_mail(post, relay: Postfix) -> None:
    people = [f"reader{number}@kept.example" for number in range(5)]
    desk = post("gone@kept.example", *people)
    report = desk.deliver(relay.port, tls="starttls", ca_file=relay.certificate, connections=2)
    assert (report.balance.sent, report.balance.failed) == (5, 1)

    for _ in range(3000):
        box = mailbox.Maildir(relay.inbox, create=False) if relay.inbox.exists() else ()
        if len(box) == 5:
            break
        time.sleep(0.1)
    assert sorted(message["To"] for message in box) == people
    for message in box:
        plain, html = message.get_payload()
        assert plain.get_payload(decode=True) == b"The trams are back.\r\n".replace(b"\r\n", b"\n")
        assert html.get_payload(decode=True) == b"<p>The trams are back.</p>"
        assert message["List-Unsubscribe"]


def test_a_relay_with_an_unknown_certificate_gets_nothing(post, relay: Postfix) -> None:
    report = post("ann@x.org").deliver(relay.port, tls="starttls")
    assert "certificate" in str(report.error)
    assert report.balance.waiting == 1
