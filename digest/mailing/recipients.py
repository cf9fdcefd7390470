"""Who gets an issue: the configuration's addresses, then the store's subscribers, each reader once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digest.counting import counted
from digest.delivery.address import AddressError, reader_key, sender
from digest.delivery.message import message_id
from digest.errors import ConfigError
from digest.store import deliveries, subscribers
from digest.store.database import Store
from digest.store.deliveries import Recipient
from digest.store.issues import StoredIssue


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


def check_recipients(store: Store, row: StoredIssue, to: Iterable[str]) -> None:
    """Raises `ConfigError` unless the frozen issue *row* goes to exactly *to*.

    Sending to more would change what was decided, and going on with the
    others would write to people whom the caller left out.
    """
    secret = reader_secret(store)
    readers = {_recipient(row.id, text, secret, "").reader for text in to}
    if len(readers) != row.recipients or deliveries.count_among(store, row.key, readers) != len(readers):
        raise ConfigError(
            row.id,
            f"was decided for {counted(row.recipients or 0, 'recipient')} when it was first sent, "
            "and these are others",
            f"without --to it goes on; one copy to anybody: digest send {row.id} --test ADDR",
        )


def _recipient(issue_id: str, text: str, secret: str, domain: str) -> Recipient:
    try:
        address = sender(text).address
    except AddressError as error:
        return Recipient(text, reader_key(secret, text), message_id(issue_id, text, domain), str(error))
    return Recipient(address, reader_key(secret, address), message_id(issue_id, address, domain))


def target(issue_id: str, secret: str, name: str, domain: str) -> Recipient:
    """A recipient that is no mail address: a chat room of a channel."""
    return Recipient(name, reader_key(secret, name), message_id(issue_id, name, domain))
