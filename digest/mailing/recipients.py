"""Who gets an issue: the configuration's addresses, then the store's subscribers, each reader once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digest.delivery.address import AddressError, reader_key, sender
from digest.delivery.message import message_id
from digest.store import subscribers
from digest.store.database import Store
from digest.store.deliveries import Recipient


def reader_secret(store: Store) -> str:
    """What keys readers in this store. Never changed: unsubscriptions are kept under it."""
    import secrets

    return store.meta("reader-secret", lambda: secrets.token_urlsafe(32))


def recipients(
    store: Store, issue_id: str, given: Iterable[str], secret: str, *, joined: bool, domain: str
) -> Iterator[Recipient]:
    """Recipients in a stable order, not yet freed of doubles; *joined*: with the theme's subscribers.

    An address that is none becomes a recipient that has failed already: it is
    counted and shown with its reason, and the others still get their issue.
    """
    for text in given:
        yield _recipient(issue_id, text, secret, domain)
    if joined:
        theme = issue_id.partition("/")[0]
        for address, reader in subscribers.addresses(store, theme):
            yield Recipient(address, reader, message_id(issue_id, address, domain))


def _recipient(issue_id: str, text: str, secret: str, domain: str) -> Recipient:
    try:
        address = sender(text).address
    except AddressError as error:
        return Recipient(text, reader_key(secret, text), message_id(issue_id, text, domain), str(error))
    return Recipient(address, reader_key(secret, address), message_id(issue_id, address, domain))


def target(issue_id: str, secret: str, name: str, domain: str) -> Recipient:
    """A recipient that is no mail address: a chat room of a channel."""
    return Recipient(name, reader_key(secret, name), message_id(issue_id, name, domain))
