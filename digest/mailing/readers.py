"""Subscribe, unsubscribe, import: addresses judged once, then kept under their reader's key."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from digest.delivery.address import AddressError, reader_key, sender
from digest.mailing.recipients import reader_secret
from digest.store import subscribers
from digest.store.database import Store


def subscribe(store: Store, theme: str, text: str, *, again: bool = False, source: str = "command") -> str:
    """``added``, ``known`` or ``suppressed``. *again* lifts what suppressed it. Raises `AddressError`."""
    address = sender(text).address
    reader = reader_key(reader_secret(store), address)
    if again:
        subscribers.restore(store, theme, reader)
    return subscribers.add(store, theme, address, reader, source=source)


def unsubscribe(store: Store, theme: str, text: str) -> bool:
    """Never write to this address about *theme* again. False when that stood already."""
    address = sender(text).address
    reader = reader_key(reader_secret(store), address)
    return subscribers.suppress(store, theme, reader, "removed", address=address)


def import_row(store: Store, row: Mapping[str, str], theme: str, known: Collection[str]) -> str:
    """One row of a CSV file: ``added``, ``known``, ``suppressed``, ``left``, or ``wrong: <why>``.

    A row that an export marked as left or suppressed stays so.
    """
    slug = theme or row.get("theme", "")
    if slug not in known:
        return f"wrong: there is no theme {slug!r}" if slug else "wrong: no theme; give --theme"
    try:
        address = sender(row["address"]).address
    except AddressError as error:
        return f"wrong: {error}"
    if row.get("suppressed") or row.get("state") == "left":
        subscribers.suppress(
            store,
            slug,
            reader_key(reader_secret(store), address),
            row.get("suppressed") or "unsubscribed",
            address=address,
        )
        return "left"
    return subscribe(store, slug, address, source="import")
