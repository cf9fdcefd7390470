"""What is sent, frozen in the store before the first message: every later run says the same. Pure."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from digest.delivery import address
from digest.delivery.dkim import Signer
from digest.delivery.message import Mailing
from digest.model import Rendering


@dataclass(frozen=True, slots=True)
class Frozen:
    """An issue's content and envelope. ``when`` is the Date of every copy, in seconds since 1970."""

    issue_id: str
    subject: str
    html: str
    text: str
    language: str
    sender: str
    when: float
    unsubscribe_mail: str
    unsubscribe_url: str
    reply_to: str
    list_id: str

    def dump(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True).encode()

    @classmethod
    def load(cls, data: bytes) -> Frozen:
        fields: dict[str, Any] = json.loads(data)
        return cls(**fields)

    def mailing(self, signer: Signer | None = None) -> Mailing:
        """Ready to make letters. Raises `AddressError` when the sender's address is none."""
        return Mailing(
            Rendering(self.subject, self.html, self.text, self.language),
            self.issue_id,
            address.sender(self.sender),
            self.when,
            self.unsubscribe_mail,
            self.unsubscribe_url,
            self.reply_to,
            self.list_id,
            signer,
        )
