"""Read what mail servers send back: delivery status notifications (RFC 3464) and complaints (RFC 5965). Pure.

A bounce is believed only as far as the Message-ID it returns is one of ours;
anybody can write a message that says an address is dead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message


@dataclass(frozen=True, slots=True)
class Bounce:
    """What came back about one message. ``status`` is an enhanced code (RFC 3463), or ``complaint``."""

    message_id: str
    status: str
    text: str

    @property
    def permanent(self) -> bool:
        return self.status.startswith("5.")

    @property
    def gone(self) -> bool:
        """The mailbox does not exist, or not any more."""
        return self.status.startswith("5.1.") or self.status == "5.2.1"

    @property
    def complaint(self) -> bool:
        return self.status == "complaint"


def parse(message: Message) -> tuple[Bounce, ...]:
    """The bounces in a message; none for one that is no report, or returns no Message-ID."""
    if message.get_content_type() != "multipart/report":
        return ()
    returned = _returned_id(message)
    if not returned:
        return ()
    kind = str(message.get_param("report-type", "")).lower()
    if kind == "feedback-report":
        return (Bounce(returned, "complaint", "a reader called it spam"),)
    return tuple(_statuses(message, returned)) if kind == "delivery-status" else ()


def _statuses(message: Message, returned: str) -> Iterator[Bounce]:
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        # The parser makes a message of each group of fields; the first is about the whole report.
        for group in _groups(part):
            found = re.match(r"\s*([245]\.\d{1,3}\.\d{1,3})", str(group.get("Status", "")))
            if found and str(group.get("Action", "")).strip().lower() == "failed":
                said = str(group.get("Diagnostic-Code", "")).partition(";")[2]
                yield Bounce(returned, found[1], " ".join(said.split())[:300])


def _groups(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [group for group in payload if isinstance(group, Message)] if isinstance(payload, list) else []


def _returned_id(message: Message) -> str:
    """The Message-ID of the message that is returned, whole or by its headers."""
    for part in message.walk():
        text = ""
        if part.get_content_type() == "message/rfc822":
            text = "\n".join(f"{name}: {value}" for each in _groups(part) for name, value in each.items())
        elif part.get_content_type() == "text/rfc822-headers":
            text = str(part.get_payload())
        found = re.search(r"^Message-ID:\s*(<[^<>\s]+>)", text, re.IGNORECASE | re.MULTILINE)
        if found:
            return found[1]
    return ""
