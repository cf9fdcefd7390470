"""The ledger: one row for each recipient of an issue, and the only ways its state may change.

::

    suppressed            decided before sending: at the freezing, or when its turn comes
    pending -> claimed -> sending -> sent
                             |-> deferred    refused for now, or no connection before the final dot
                             |-> failed      refused for good, or attempts used up
                             |-> in_doubt    the connection or the sender died after the final dot

``claimed`` and ``sending`` are two states on purpose: a sender that dies with
a hundred rows claimed leaves in doubt only those whose message may be out.
A row that is claimed or sending names its ``owner``; whoever holds the issue's
lock knows that every other owner is dead (`recover`), and an owner that lost
the lock without noticing can change nothing any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, case, func, or_, select, update

from digest.errors import StoreError
from digest.store._changes import Change, bound, changing
from digest.store.database import Store
from digest.store.issues import set_state
from digest.store.schema import delivery, issue
from digest.store.subscribers import EVERY_THEME, suppress_within, suppressed_among

BATCH = 1000
"""Rows handled at once: memory stays flat however many recipients there are."""

OnDoubt = Literal["resend", "park"]


class TakenOver(StoreError):
    """This sender lost the issue's lock without noticing, and another one works on it."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets an issue. ``reader`` is the address under a keyed hash: what logs and links show."""

    address: str
    reader: str
    message_id: str
    refused: str = ""
    """Why nothing can be sent there; the delivery has failed from the start."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A row that this sender, and nobody else, may now send."""

    key: int
    address: str
    reader: str
    message_id: str
    attempts: int
    doubts: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an attempt. ``state``: ``sent``, ``deferred``, ``failed``, ``in_doubt``, ``pending``."""

    key: int
    state: str
    code: int | None = None
    reason: str = ""
    next_attempt_at: float = 0.0
    attempts: int = 1
    """Added to the row's; 0 when the connection, not the recipient, was at fault."""
    doubts: int = 0
    gone: bool = False
    """The mailbox does not exist: nothing is sent there again, whatever the theme."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Where the recipients of an issue stand. ``waiting`` have not been tried; they count as deferred."""

    sent: int = 0
    failed: int = 0
    suppressed: int = 0
    deferred: int = 0
    in_doubt: int = 0
    waiting: int = 0

    @property
    def recipients(self) -> int:
        return self.sent + self.failed + self.suppressed + self.deferred + self.in_doubt + self.waiting

    @property
    def state(self) -> str:
        """The issue's: complete when every recipient is in a final state."""
        return "partial" if self.deferred or self.in_doubt or self.waiting else "complete"


def freeze(store: Store, key: int, rendering: bytes, recipients: Iterable[Recipient]) -> int:
    """Decide, once and for all, what the issue *key* says and who gets it. Returns the number of recipients.

    All rows appear in one transaction, together with the content. An address
    met twice is one recipient; a suppressed one gets its row and no message.
    Raises `StoreError` when it was frozen before.
    """
    now, rest = store.clock(), iter(recipients)
    with store.write() as connection:
        row = connection.execute(
            select(issue.c.theme, issue.c.recipients).where(issue.c.id == key).with_for_update()
        ).one()
        if row.recipients is not None:
            raise StoreError(row.theme, "its recipients are frozen already", "see: digest status")
        while batch := list(islice(rest, BATCH)):
            _add(store, connection, key, row.theme, batch, now)
        count = connection.execute(
            select(func.count()).select_from(delivery).where(delivery.c.issue_id == key)
        ).scalar_one()
        set_state(connection, key, "sending", now, rendering=rendering, recipients=count)
    return int(count)


def _add(
    store: Store, connection: Connection, key: int, theme: str, batch: Sequence[Recipient], now: float
) -> None:
    suppressed = suppressed_among(connection, theme, [recipient.reader for recipient in batch])
    rows = [_row(key, recipient, suppressed.get(recipient.reader, ""), now) for recipient in batch]
    connection.execute(store.insert(delivery).on_conflict_do_nothing(), rows)


def _row(key: int, recipient: Recipient, suppressed: str, now: float) -> dict[str, Any]:
    state = "failed" if recipient.refused else "suppressed" if suppressed else "pending"
    return {
        "issue_id": key,
        "recipient": recipient.address,
        "reader": recipient.reader,
        "message_id": recipient.message_id,
        "state": state,
        "reason": recipient.refused or suppressed,
        "attempts": 0,
        "doubts": 0,
        "next_attempt_at": 0.0,
        "updated_at": now,
    }


def claim(store: Store, key: int, owner: str, limit: int, horizon_seconds: float = 1800.0) -> list[Claim]:
    """Up to *limit* rows that are due, now *owner*'s, in the order of freezing.

    A row deferred further ahead than *horizon_seconds* is due as well: no
    back-off is that long, so the clock was set back since. Readers who left
    after the freezing are suppressed here, and the issue is not sent to them.
    """
    now = store.clock()
    with store.write() as connection:
        theme = connection.execute(select(issue.c.theme).where(issue.c.id == key)).scalar_one()
        while due := _due(connection, key, limit, now, horizon_seconds):
            gone = suppressed_among(connection, theme, [row.reader for row in due])
            for row in due:
                if row.reader in gone:
                    _leave(connection, row.key, gone[row.reader], now)
            ours = [row for row in due if row.reader not in gone]
            if ours:
                connection.execute(_CLAIM, {"keys": [row.key for row in ours], "ours": owner, "now": now})
                return ours
    return []


_CLAIMED = (
    delivery.c.id,
    delivery.c.recipient,
    delivery.c.reader,
    delivery.c.message_id,
    delivery.c.attempts,
    delivery.c.doubts,
)


def _due(connection: Connection, key: int, limit: int, now: float, horizon_seconds: float) -> list[Claim]:
    """Rows never tried, then those whose time has come."""
    fresh = select(*_CLAIMED).where(delivery.c.issue_id == key, delivery.c.state == "pending")
    due = [Claim(*row) for row in connection.execute(fresh.order_by(delivery.c.id).limit(limit))]
    if len(due) < limit:
        late = or_(delivery.c.next_attempt_at <= now, delivery.c.next_attempt_at > now + horizon_seconds)
        again = select(*_CLAIMED).where(delivery.c.issue_id == key, delivery.c.state == "deferred", late)
        order = again.order_by(delivery.c.next_attempt_at, delivery.c.id).limit(limit - len(due))
        due += [Claim(*row) for row in connection.execute(order)]
    return due


def _leave(connection: Connection, row: int, reason: str, now: float) -> None:
    values = {"state": "suppressed", "reason": reason, "updated_at": now}
    connection.execute(update(delivery).where(delivery.c.id == row).values(**values))


_CLAIM = (
    update(delivery)
    .where(delivery.c.id.in_(bindparam("keys", expanding=True)))
    .values(state="claimed", owner=bindparam("ours"), updated_at=bindparam("now"))
)


def commit(store: Store, owner: str, starting: Sequence[int], outcomes: Sequence[Outcome]) -> None:
    """Record in one transaction which rows may now be sent and what became of others.

    Raises `TakenOver` when one of them is no longer *owner*'s: going on would
    send the issue twice.
    """
    now = store.clock()
    alike: dict[Change, list[int]] = {}
    if starting:
        alike[Change("sending", tries=0)] = list(starting)
    for outcome in outcomes:
        alike.setdefault(_change(outcome), []).append(outcome.key)
    with store.write() as connection:
        for change, keys in alike.items():
            statement = changing(connection.dialect, len(keys))
            text, values = bound(statement, change, keys, owner, now)
            if connection.exec_driver_sql(text, values).rowcount != len(keys):
                raise TakenOver("store", "another sender took these deliveries over", "stop one of the two")
        for outcome in outcomes:
            if outcome.gone:
                _suppress(store, connection, outcome)


def _change(outcome: Outcome) -> Change:
    return Change(
        outcome.state,
        outcome.code,
        outcome.reason,
        outcome.next_attempt_at,
        outcome.attempts,
        outcome.doubts,
    )


def _suppress(store: Store, connection: Connection, outcome: Outcome) -> None:
    row = connection.execute(
        select(delivery.c.recipient, delivery.c.reader).where(delivery.c.id == outcome.key)
    ).one()
    suppress_within(
        connection, store, EVERY_THEME, row.reader, "refused", address=row.recipient, detail=outcome.reason
    )


def recover(store: Store, key: int, on_doubt: OnDoubt) -> int:
    """Take over from a sender that died. The caller holds the issue's lock. Returns how many are in doubt.

    What was only claimed is pending again. What was being sent is in doubt:
    parked, or sent again under the same Message-ID, but once only.
    """
    now, mine = store.clock(), delivery.c.issue_id == key
    again = delivery.c.doubts == 0 if on_doubt == "resend" else delivery.c.doubts < 0
    with store.write() as connection:
        connection.execute(
            update(delivery)
            .where(mine, delivery.c.state == "claimed")
            .values(state="pending", owner=None, updated_at=now)
        )
        doubted = connection.execute(
            update(delivery)
            .where(mine, delivery.c.state == "sending")
            .values(
                # Deferred until now, not pending: the others go first, so that a sender that
                # dies again and again does not doubt the same readers each time.
                state=case((again, "deferred"), else_="in_doubt"),
                next_attempt_at=now,
                doubts=delivery.c.doubts + 1,
                owner=None,
                reason="the sender stopped between the message and its receipt",
                updated_at=now,
            )
        )
        return doubted.rowcount


def release(store: Store, key: int, owner: str) -> None:
    """Give back what was claimed and not begun."""
    with store.write() as connection:
        connection.execute(
            update(delivery)
            .where(delivery.c.issue_id == key, delivery.c.state == "claimed", delivery.c.owner == owner)
            .values(state="pending", owner=None, updated_at=store.clock())
        )


def retry(store: Store, key: int, state: Literal["failed", "in_doubt"]) -> int:
    """Make every failed (or doubtful) delivery pending again, with fresh attempts. Returns how many."""
    now = store.clock()
    with store.write() as connection:
        moved = connection.execute(
            update(delivery)
            .where(delivery.c.issue_id == key, delivery.c.state == state)
            .values(state="pending", attempts=0, doubts=0, next_attempt_at=0.0, updated_at=now)
        ).rowcount
        if moved:
            set_state(connection, key, "sending", now)
    return moved


def returned(store: Store, message_id: str, reason: str, suppression: str) -> bool:
    """A message that was accepted came back. False when no message of ours has that id.

    With a *suppression* (``bounced``, ``complaint``) nothing is sent there
    again; a complaint leaves the delivery sent, as it was.
    """
    with store.write() as connection:
        row = connection.execute(select(delivery).where(delivery.c.message_id == message_id)).first()
        if row is None:
            return False
        if suppression != "complaint" and row.state != "failed":
            connection.execute(
                update(delivery)
                .where(delivery.c.id == row.id)
                .values(state="failed", reason=reason, updated_at=store.clock())
            )
        if suppression:
            suppress_within(
                connection, store, EVERY_THEME, row.reader, suppression, address=row.recipient, detail=reason
            )
        return True


def balance(store: Store, key: int) -> Balance:
    with store.read() as connection:
        return _balance(connection, key)


def close(store: Store, key: int) -> Balance:
    """Set the issue's state from its deliveries, in one transaction with counting them."""
    with store.write() as connection:
        counted = _balance(connection, key)
        set_state(connection, key, counted.state, store.clock())
    return counted


def next_due(store: Store, key: int) -> float | None:
    """When the first deferred delivery may be tried, or None when there is none."""
    with store.read() as connection:
        query = select(func.min(delivery.c.next_attempt_at)).where(
            delivery.c.issue_id == key, delivery.c.state == "deferred"
        )
        due: float | None = connection.execute(query).scalar_one()
        return due


def count_among(store: Store, key: int, readers: Iterable[str]) -> int:
    """How many of *readers*, distinct keys, are recipients of the issue."""
    rest, found = iter(readers), 0
    with store.read() as connection:
        while batch := list(islice(rest, BATCH)):
            query = select(func.count()).where(delivery.c.issue_id == key, delivery.c.reader.in_(batch))
            found += connection.execute(query).scalar_one()
    return found


def rows(
    store: Store, key: int, states: Sequence[str], limit: int | None = None
) -> list[tuple[str, str, int | None, str]]:
    """Address, state, code and reason of the deliveries in *states*, in the order of freezing."""
    columns = (delivery.c.recipient, delivery.c.state, delivery.c.code, delivery.c.reason)
    with store.read() as connection:
        query = select(*columns).where(delivery.c.issue_id == key, delivery.c.state.in_(states))
        return [tuple(row) for row in connection.execute(query.order_by(delivery.c.id).limit(limit))]


def _balance(connection: Connection, key: int) -> Balance:
    counts: dict[str, int] = {}
    query = (
        select(delivery.c.state, func.count()).where(delivery.c.issue_id == key).group_by(delivery.c.state)
    )
    for state, count in connection.execute(query):
        name = "waiting" if state in ("pending", "claimed", "sending") else state
        counts[name] = counts.get(name, 0) + count
    return Balance(**counts)
