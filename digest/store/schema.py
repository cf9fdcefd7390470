"""The tables: one schema and one set of statements for SQLite and PostgreSQL.

``issue(theme, number)`` and ``issue(theme, slot)`` are unique: a number is
decided once. ``delivery(issue, recipient)`` is unique: a reader has one row,
one Message-ID and one final state for each issue.

Columns that end in ``_at`` are seconds since 1970 in UTC, with fractions.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

ISSUE_STATES = ("due", "building", "ready", "sending", "complete", "partial", "skipped")
DELIVERY_STATES = ("suppressed", "pending", "claimed", "sending", "sent", "deferred", "failed", "in_doubt")
SUBSCRIBER_STATES = ("asked", "active", "left")


def _state_in(states: tuple[str, ...]) -> CheckConstraint:
    allowed = ", ".join(f"'{state}'" for state in states)
    return CheckConstraint(f"state IN ({allowed})")


meta = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

migration = Table(
    "migration",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("title", Text, nullable=False),
    Column("applied_at", Double, nullable=False),
)

issue = Table(
    "issue",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("theme", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("slot", Double),  # when the schedule wanted it; NULL for one made by hand
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False, default=""),
    Column("owner", Text),  # who builds or sends it; proves nothing without the lock
    Column("document", Text),  # issue.json
    Column("rendering", LargeBinary),  # what is sent, frozen before the first message
    Column("recipients", Integer),  # counted when they are frozen, in the same transaction
    Column("created_at", Double, nullable=False),
    Column("updated_at", Double, nullable=False),
    UniqueConstraint("theme", "number"),
    UniqueConstraint("theme", "slot"),
    _state_in(ISSUE_STATES),
)

delivery = Table(
    "delivery",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("issue_id", Integer, ForeignKey("issue.id", ondelete="CASCADE"), nullable=False),
    Column("recipient", Text, nullable=False),
    Column("reader", Text, nullable=False),  # the address under a keyed hash: what logs and links show
    Column("state", Text, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("doubts", Integer, nullable=False, default=0),  # times it was sent again after a doubt
    Column("next_attempt_at", Double, nullable=False, default=0.0),
    Column("owner", Text),
    Column("code", Integer),  # the server's last refusal
    Column("reason", Text, nullable=False, default=""),
    Column("updated_at", Double, nullable=False),
    UniqueConstraint("issue_id", "recipient"),
    UniqueConstraint("issue_id", "reader"),  # Ann@x.org and ann@x.org are one reader
    Index("delivery_by_state", "issue_id", "state"),
    Index("delivery_by_message", "message_id"),  # bounces name nothing else
    _state_in(DELIVERY_STATES),
)

subscriber = Table(
    "subscriber",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("theme", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("reader", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("source", Text, nullable=False, default=""),  # form, import, command
    Column("created_at", Double, nullable=False),
    Column("updated_at", Double, nullable=False),
    UniqueConstraint("theme", "address"),
    UniqueConstraint("theme", "reader"),
    Index("subscriber_by_reader", "reader"),
    _state_in(SUBSCRIBER_STATES),
)

suppression = Table(
    "suppression",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("theme", Text, nullable=False),  # "" for every theme: the mailbox itself is gone
    Column("reader", Text, nullable=False),
    Column("address", Text),  # NULL when a link was used by a reader we hold no address of
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False, default=""),
    Column("created_at", Double, nullable=False),
    UniqueConstraint("theme", "reader"),
)

rate_limit = Table(
    "rate_limit",
    metadata,
    Column("name", Text, primary_key=True),
    Column("next_at", Double, nullable=False),
)
