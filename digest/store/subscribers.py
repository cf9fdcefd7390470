"""Statements about subscribers and about who must not be written to."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, func, select, update

from digest.store.database import Store
from digest.store.schema import delivery, subscriber, suppression

EVERY_THEME = ""


@dataclass(frozen=True, slots=True)
class Subscriber:
    theme: str
    address: str
    reader: str
    state: str
    source: str
    suppressed: str = ""
    """Why no mail goes there, or "" when it does."""


def add(store: Store, theme: str, address: str, reader: str, *, source: str = "command") -> str:
    """Subscribe a normalised address. Returns ``added``, ``known`` or ``suppressed``.

    A suppressed address is left alone: only `restore` brings it back, so that
    no import undoes an unsubscribe silently.
    """
    now = store.clock()
    with store.write() as connection:
        if suppressed_among(connection, theme, [reader]):
            return "suppressed"
        row = {"theme": theme, "address": address, "reader": reader, "state": "active", "source": source}
        if _inserted(connection, store, subscriber, {**row, "created_at": now, "updated_at": now}):
            return "added"
        changed = connection.execute(
            update(subscriber)
            .where(
                subscriber.c.theme == theme, subscriber.c.address == address, subscriber.c.state != "active"
            )
            .values(state="active", updated_at=now)
        ).rowcount
        return "added" if changed else "known"


def confirm(store: Store, theme: str, reader: str) -> bool:
    """Make a reader active on their own word: a confirmed form, or an unsubscription undone.

    It lifts what the reader did, not what servers or operators said: a mailbox
    that is gone stays suppressed. False when there was nothing to change.
    """
    with store.write() as connection:
        joined = connection.execute(
            update(subscriber)
            .where(subscriber.c.theme == theme, subscriber.c.reader == reader)
            .values(state="active", updated_at=store.clock())
        ).rowcount
        lifted = connection.execute(
            delete(suppression).where(
                suppression.c.theme == theme,
                suppression.c.reader == reader,
                suppression.c.reason == "unsubscribed",
            )
        ).rowcount
        return bool(joined or lifted)


def ask(store: Store, theme: str, address: str, reader: str) -> None:
    """Remember that someone asked to subscribe; nothing is sent to them until they confirm."""
    now = store.clock()
    row = {"theme": theme, "address": address, "reader": reader, "state": "asked", "source": "form"}
    with store.write() as connection:
        connection.execute(
            store.insert(subscriber).values(**row, created_at=now, updated_at=now).on_conflict_do_nothing()
        )


def restore(store: Store, theme: str, reader: str) -> bool:
    """Lift every suppression of this reader for this theme, on an operator's explicit word."""
    with store.write() as connection:
        return bool(
            connection.execute(
                delete(suppression).where(
                    suppression.c.reader == reader, suppression.c.theme.in_((theme, EVERY_THEME))
                )
            ).rowcount
        )


def suppress(store: Store, theme: str, reader: str, reason: str, *, address: str | None = None) -> bool:
    """Never write to this reader again, for *theme* or for `EVERY_THEME`. False when that stood already."""
    with store.write() as connection:
        return suppress_within(connection, store, theme, reader, reason, address=address)


def suppress_within(
    connection: Connection,
    store: Store,
    theme: str,
    reader: str,
    reason: str,
    *,
    address: str | None = None,
    detail: str = "",
) -> bool:
    """`suppress` as a part of the caller's transaction."""
    now, address = store.clock(), address or _address_of(connection, reader)
    row = {"theme": theme, "reader": reader, "address": address, "reason": reason, "detail": detail}
    fresh = _inserted(connection, store, suppression, {**row, "created_at": now})
    left = update(subscriber).where(subscriber.c.reader == reader, subscriber.c.state != "left")
    if theme:
        left = left.where(subscriber.c.theme == theme)
    connection.execute(left.values(state="left", updated_at=now))
    return fresh


def _inserted(connection: Connection, store: Store, table: Table, row: dict[str, object]) -> bool:
    """Insert unless it is there. psycopg counts -1 rows for an INSERT, so the new id is what tells."""
    statement = store.insert(table).values(**row).on_conflict_do_nothing().returning(table.c.id)
    return connection.execute(statement).first() is not None


def _address_of(connection: Connection, reader: str) -> str | None:
    for table, column in ((subscriber, subscriber.c.address), (delivery, delivery.c.recipient)):
        found = connection.execute(
            select(column).where(table.c.reader == reader).limit(1)
        ).scalar_one_or_none()
        if found:
            return str(found)
    return None


def suppressed_among(connection: Connection, theme: str, readers: Sequence[str]) -> dict[str, str]:
    """Which of these readers must not get *theme*, with the reason."""
    query = select(suppression.c.reader, suppression.c.reason).where(
        suppression.c.reader.in_(readers), suppression.c.theme.in_((theme, EVERY_THEME))
    )
    return {row.reader: row.reason for row in connection.execute(query)}


def addresses(store: Store, theme: str, batch: int = 1000) -> Iterator[tuple[str, str]]:
    """Address and reader of the theme's active subscribers, in the order they came."""
    last = 0
    while True:
        query = (
            select(subscriber.c.id, subscriber.c.address, subscriber.c.reader)
            .where(subscriber.c.theme == theme, subscriber.c.state == "active", subscriber.c.id > last)
            .order_by(subscriber.c.id)
            .limit(batch)
        )
        with store.read() as connection:
            found = connection.execute(query).all()
        if not found:
            return
        last = found[-1].id
        yield from ((row.address, row.reader) for row in found)


def listing(store: Store, theme: str | None = None) -> Iterator[Subscriber]:
    """Subscribers and suppressed readers by theme and address; a reader without an address shows its key."""
    known = (
        select(
            subscriber.c.theme,
            subscriber.c.address,
            subscriber.c.reader,
            subscriber.c.state,
            subscriber.c.source,
            func.coalesce(func.max(suppression.c.reason), ""),
        )
        .outerjoin(
            suppression,
            (suppression.c.reader == subscriber.c.reader)
            & ((suppression.c.theme == subscriber.c.theme) | (suppression.c.theme == EVERY_THEME)),
        )
        .group_by(subscriber.c.id)
        .order_by(subscriber.c.theme, subscriber.c.address)
    )
    others = select(
        suppression.c.theme, suppression.c.address, suppression.c.reader, suppression.c.reason
    ).where(~suppression.c.reader.in_(select(subscriber.c.reader)))
    if theme:
        known = known.where(subscriber.c.theme == theme)
        others = others.where(suppression.c.theme.in_((theme, EVERY_THEME)))
    with store.read() as connection:
        for row in connection.execute(known):
            yield Subscriber(*row)
        for slug, address, reader, reason in connection.execute(others.order_by(suppression.c.id)):
            yield Subscriber(slug, address or f"reader {reader}", reader, "left", "", reason)


def write_csv(subscribers: Iterable[Subscriber]) -> Iterator[str]:
    """Lines of CSV (RFC 4180 with ``\\n``), a header first."""

    class Line:
        def write(self, text: str) -> str:
            return text

    writer = csv.writer(Line(), lineterminator="\n")
    yield writer.writerow(("theme", "address", "state", "source", "suppressed"))
    for one in subscribers:
        yield writer.writerow((one.theme, one.address, one.state, one.source, one.suppressed))
