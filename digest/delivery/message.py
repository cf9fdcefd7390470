"""From a rendering to the bytes of a message: built once for an issue, personal at the cost of a join. Pure.

`Mailing` holds what is the same for every reader; `Mailing.letter` adds the
header fields and the token of one. With the same date the same bytes come out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from digest.delivery import _body, _headers
from digest.delivery._body import PLACEHOLDER, TOKEN_LENGTH
from digest.delivery.address import Sender
from digest.delivery.address import sender as parse_sender
from digest.delivery.dkim import Signer
from digest.model import Rendering

__all__ = ["PLACEHOLDER", "TOKEN_LENGTH", "Letter", "Mailing", "eml", "message_id", "morning"]


@dataclass(frozen=True, slots=True)
class Letter:
    """One message as it goes over the wire, without the final dot; no line starts with one."""

    sender: str
    recipient: str
    data: bytes


@dataclass(frozen=True)
class Mailing:
    """What every copy of an issue shares. ``when`` is its Date, in seconds since 1970.

    ``unsubscribe_url`` holds `PLACEHOLDER` where a reader's token goes;
    without one, readers can only write to ``unsubscribe_mail``.
    """

    rendering: Rendering
    issue_id: str
    sender: Sender
    when: float
    unsubscribe_mail: str
    unsubscribe_url: str = ""
    reply_to: str = ""
    list_id: str = ""
    signer: Signer | None = None

    @property
    def theme(self) -> str:
        return self.issue_id.partition("/")[0]

    @cached_property
    def body(self) -> _body.Body:
        return _body.build(self.rendering.text, self.rendering.html)

    def letter(self, recipient: str, message_id: str, token: str = PLACEHOLDER) -> Letter:
        """The copy for a normalised address."""
        own = [("To", recipient), ("Message-ID", message_id), *self._unsubscribe(token)]
        body = self.body.filled(token)
        signature = self.signer.sign([*own, *self._shared], body, int(self.when)) if self.signer else b""
        data = b"".join((signature, _headers.block(own), self._shared_block, b"\r\n", body))
        return Letter(self.sender.address, recipient, data)

    @cached_property
    def _shared_block(self) -> bytes:
        return _headers.block(self._shared)

    @cached_property
    def _shared(self) -> list[tuple[str, str]]:
        number = self.issue_id.partition("/")[2]
        slug = f"{self.theme}.{self.sender.domain}"
        return [
            ("From", _headers.mailbox(self.sender)),
            ("Date", _headers.date(self.when)),
            ("Subject", _headers.words("Subject", self.rendering.subject)),
            ("MIME-Version", "1.0"),
            ("Reply-To", self.reply_to or self.sender.address),
            ("List-Id", f"<{self.list_id or slug}>"),
            ("Auto-Submitted", "auto-generated"),
            ("Feedback-ID", f"{number.replace(':', '')}:{self.theme}:digest:{self.sender.domain}"),
            ("Content-Language", self.rendering.language),
            ("Content-Type", f'multipart/alternative;\r\n boundary="{self.body.boundary}"'),
        ]

    def _unsubscribe(self, token: str) -> list[tuple[str, str]]:
        """List-Unsubscribe (RFC 2369), and one-click when there is a page to post to (RFC 8058)."""
        if not self.unsubscribe_url:
            return [("List-Unsubscribe", _headers.urls(self._mail_to_leave))]
        own = self.unsubscribe_url.replace(PLACEHOLDER, token)
        return [
            ("List-Unsubscribe", _headers.urls(own, self._mail_to_leave)),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ]

    @cached_property
    def _mail_to_leave(self) -> str:
        return f"mailto:{self.unsubscribe_mail}?subject=unsubscribe%20{self.theme}"


def message_id(issue_id: str, recipient: str, domain: str) -> str:
    """The same for the same issue and recipient, for ever: a second copy can be told from another message."""
    digest = hashlib.sha256(f"{issue_id}\0{recipient}".encode()).hexdigest()[:40]
    # RFC 5322 allows a bare host name here; spam filters do not.
    return f"<{digest}@{domain if '.' in domain else domain + '.localdomain'}>"


def eml(rendering: Rendering, *, issue_id: str, as_of: str) -> bytes:
    """The issue as one ``.eml`` file, from nobody to nobody, on the morning of *as_of* in UTC."""
    nobody = parse_sender("digest <digest@localhost.localdomain>")
    mailing = Mailing(rendering, issue_id, nobody, morning(as_of), nobody.address)
    return mailing.letter(nobody.address, message_id(issue_id, nobody.address, nobody.domain)).data


def morning(as_of: str) -> float:
    """06:00 UTC of a date of the form YYYY-MM-DD."""
    return datetime.fromisoformat(as_of[:10]).replace(hour=6, tzinfo=UTC).timestamp()
