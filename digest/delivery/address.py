"""Addresses: checked by us, written one way, and shown to logs and links under a key only. Pure.

The wire library silently truncates an address at CR LF, and two spellings of
one mailbox would get two copies: so an address is judged here, before anything
else sees it.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from email.utils import getaddresses

from digest.errors import DigestError

_ATOM = r"[^\s\x00-\x20\x7f\"(),:;<>@\[\\\]]+"
_MAILBOX = re.compile(rf"(?P<local>{_ATOM})@(?P<domain>[^\s@<>()\[\],;:\\\"]+)")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")


class AddressError(DigestError):
    """Not an address that mail can go to; ``place`` is the text, cut short."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who an issue comes from: a display name, which may be empty, and an address."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


def normalise(text: str) -> str:
    """The one way to write an address: ``local@domain``, the domain in lower case and IDNA.

    The local part is kept: only its server knows whether its case matters.
    Quoted local parts and address literals are refused: nobody subscribes with
    one, and they are where injections hide. Raises `AddressError`.
    """
    found = _MAILBOX.fullmatch(text.strip(" \t"))
    if not found:
        raise AddressError(_short(text), "not an e-mail address", "write it as name@example.org")
    local, domain = found["local"], _ascii_domain(found["domain"].rstrip("."), text)
    if local.startswith(".") or local.endswith(".") or ".." in local:
        raise AddressError(_short(text), "has a dot where none may be", "check its spelling")
    if len(local.encode()) > 64 or len(domain) > 253:
        raise AddressError(_short(text), "longer than mail allows (RFC 5321, 4.5.3.1)", "check its spelling")
    return f"{local}@{domain}"


def sender(text: str) -> Sender:
    """``Name <address>`` or an address alone. Raises `AddressError`."""
    if re.search(r"[\r\n]", text):
        raise AddressError(_short(text), "has a line break", "write the sender on one line")
    found = getaddresses([text])
    if len(found) != 1:
        raise AddressError(_short(text), "not one address", "write each address on its own")
    name, address = found[0]
    try:
        return Sender(name, normalise(address or text))
    except AddressError as error:
        raise AddressError(_short(text), error.fact, error.remedy) from None


def is_ascii(address: str) -> bool:
    """False for an address that only a server with SMTPUTF8 (RFC 6531) can take."""
    return address.isascii()


def reader_key(secret: str, address: str) -> str:
    """20 letters that stand for an address: the same for the same store, and useless without its secret."""
    folded = address.casefold()  # one who unsubscribed as Ann@x.org did so as ann@x.org too
    return hmac.new(secret.encode(), folded.encode(), hashlib.sha256).hexdigest()[:20]


def _ascii_domain(domain: str, text: str) -> str:
    try:
        lowered = domain.lower() if domain.isascii() else domain.encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise AddressError(_short(text), "its domain is no domain name", "check its spelling") from error
    if not all(_LABEL.fullmatch(label) for label in lowered.split(".")):
        raise AddressError(_short(text), "its domain is no domain name", "check its spelling")
    return lowered


def _short(text: str) -> str:
    shown = ascii(text)[1:-1]
    return shown if len(shown) <= 60 else shown[:57] + "..."
