"""What comes back by mail."""

from __future__ import annotations

from email import message_from_string

import pytest

from digest.delivery.bounces import parse

DSN = """\
From: MAILER-DAEMON@mx.example
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type={kind}; boundary="b"

--b
Content-Type: text/plain

Sorry.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ann@x.org
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} User
  unknown

--b
Content-Type: {returned}

Message-ID: <abc@example.org>
Subject: Trams

--b--
"""


def report(**changes: str):
    fields = {"kind": "delivery-status", "action": "failed", "status": "5.1.1", "returned": "message/rfc822"}
    return parse(message_from_string(DSN.format(**{**fields, **changes})))


@pytest.mark.parametrize("returned", ["message/rfc822", "text/rfc822-headers"])
def test_a_failed_delivery_names_its_message_and_its_status(returned: str) -> None:
    (bounce,) = report(returned=returned)
    assert (bounce.message_id, bounce.status, bounce.gone, bounce.permanent) == (
        "<abc@example.org>",
        "5.1.1",
        True,
        True,
    )
    assert bounce.text == "550 5.1.1 User unknown"


@pytest.mark.parametrize(("status", "gone", "permanent"), [("5.2.1", 1, 1), ("5.2.2", 0, 1), ("4.4.1", 0, 0)])
def test_only_a_missing_mailbox_is_gone(status: str, gone: bool, permanent: bool) -> None:
    (bounce,) = report(status=status)
    assert (bounce.gone, bounce.permanent) == (gone, permanent)


def test_a_report_that_is_not_about_a_failure_is_none() -> None:
    assert not report(action="delayed")
    assert not report(kind="disposition-notification")
    assert not report(returned="text/plain")
    assert not parse(message_from_string("Subject: Re: Trams\n\nThank you!\n"))


def test_a_complaint_is_told_from_a_bounce() -> None:
    (bounce,) = report(kind="feedback-report")
    assert bounce.complaint
    assert not bounce.permanent
