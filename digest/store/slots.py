"""Statements about slots: each is decided once, by whoever comes first.

A slot is a row of ``issue`` with its instant, unique by theme: that row, not a
scheduler's memory, keeps two processes from publishing it twice. ``window``
says which articles an issue considered, ``schedule`` since when a theme has run
on its schedule.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Column, Connection, Double, ForeignKey, Integer, Table, Text, func, or_, select

from digest.store.articles import article  # noqa: F401  # the tables are made together
from digest.store.database import Store
from digest.store.schema import delivery, issue, metadata

UNDECIDED = ("due", "building")
PUBLISHED = ("ready", "sending", "complete", "partial")

schedule = Table(
    "schedule",
    metadata,
    Column("theme", Text, primary_key=True),
    Column("cron", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("since_at", Double, nullable=False),
)

window = Table(
    "issue_window",
    metadata,
    Column("issue_id", Integer, ForeignKey("issue.id", ondelete="CASCADE"), primary_key=True),
    Column("after_article", Integer, nullable=False),  # exclusive
    Column("upto_article", Integer, nullable=False),  # inclusive
)


@dataclass(frozen=True, slots=True)
class SlotRow:
    """An issue that a schedule wants: ``slot`` in seconds since 1970."""

    key: int
    theme: str
    number: str
    slot: float
    state: str
    reason: str


_COLUMNS = (issue.c.id, issue.c.theme, issue.c.number, issue.c.slot, issue.c.state, issue.c.reason)


def started(store: Store, connection: Connection, theme: str, cron: str, zone: str, now: float) -> float:
    """Since when *theme* runs on this schedule. A new or changed one begins now: nothing is back-filled.

    A time in the future was written by a clock that has gone back since; it counts as now.
    """
    row = connection.execute(select(schedule).where(schedule.c.theme == theme)).one_or_none()
    if row and (row.cron, row.zone) == (cron, zone) and row.since_at <= now:
        return float(row.since_at)
    values = {"cron": cron, "zone": zone, "since_at": now}
    statement = store.insert(schedule).values(theme=theme, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["theme"], set_=values))
    return now


def last_decided(connection: Connection, theme: str, now: float) -> float | None:
    """The newest slot up to *now* that has a row. Later ones are of a clock that has gone back."""
    query = select(func.max(issue.c.slot)).where(issue.c.theme == theme, issue.c.slot <= now)
    found = connection.execute(query).scalar_one()
    return None if found is None else float(found)


def record(
    store: Store,
    connection: Connection,
    theme: str,
    number: str,
    slot: float,
    now: float,
    *,
    skipped: str = "",
) -> bool:
    """Give a slot its row, ``due`` or ``skipped`` with a reason. False when *number* is taken.

    A slot that has its row already stays as it is.
    """
    if connection.execute(select(issue.c.id).where(issue.c.theme == theme, issue.c.slot == slot)).first():
        return True
    values = {
        "theme": theme,
        "number": number,
        "slot": slot,
        "state": "skipped" if skipped else "due",
        "reason": skipped,
        "created_at": now,
        "updated_at": now,
    }
    statement = store.insert(issue).values(**values).on_conflict_do_nothing().returning(issue.c.id)
    made = connection.execute(statement).first()
    if made:
        return True
    query = select(issue.c.id).where(issue.c.theme == theme, issue.c.slot == slot)
    return connection.execute(query).first() is not None


def undecided(connection: Connection, theme: str) -> list[SlotRow]:
    """Slots that are still to be built, oldest first."""
    query = select(*_COLUMNS).where(
        issue.c.theme == theme, issue.c.slot.is_not(None), issue.c.state.in_(UNDECIDED)
    )
    return [SlotRow(*row) for row in connection.execute(query.order_by(issue.c.slot))]


def find(connection: Connection, key: int) -> SlotRow | None:
    row = connection.execute(select(*_COLUMNS).where(issue.c.id == key)).one_or_none()
    return SlotRow(*row) if row else None


def covered(connection: Connection, theme: str) -> int:
    """The last article that a published issue of *theme* has considered; 0 before the first."""
    query = (
        select(func.coalesce(func.max(window.c.upto_article), 0))
        .join(issue, issue.c.id == window.c.issue_id)
        .where(issue.c.theme == theme, issue.c.state.in_(PUBLISHED))
    )
    return int(connection.execute(query).scalar_one())


def previous(connection: Connection, theme: str, slot: float) -> tuple[str, float] | None:
    """``issue.json`` of the last issue published before *slot*, and when it was made."""
    when = func.coalesce(issue.c.slot, issue.c.created_at)
    query = select(issue.c.document, issue.c.updated_at).where(
        issue.c.theme == theme,
        issue.c.state.in_(PUBLISHED),
        issue.c.document.is_not(None),
        when < slot,
    )
    row = connection.execute(query.order_by(when.desc()).limit(1)).one_or_none()
    return (str(row.document), float(row.updated_at)) if row else None


def set_window(store: Store, connection: Connection, key: int, after: int, upto: int) -> None:
    values = {"after_article": after, "upto_article": upto}
    statement = store.insert(window).values(issue_id=key, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["issue_id"], set_=values))


def unfinished(connection: Connection, now: float) -> list[str]:
    """Ids of the issues with something to send now, oldest first."""
    waiting = select(delivery.c.id).where(
        delivery.c.issue_id == issue.c.id,
        or_(
            delivery.c.state.in_(("pending", "claimed", "sending")),
            (delivery.c.state == "deferred") & (delivery.c.next_attempt_at <= now),
        ),
    )
    query = (
        select(issue.c.theme, issue.c.number)
        .where(or_(issue.c.state.in_(("ready", "sending")), (issue.c.state == "partial") & waiting.exists()))
        .order_by(issue.c.id)
    )
    return [f"{theme}/{number}" for theme, number in connection.execute(query)]


def next_attempt(connection: Connection) -> float | None:
    """When the earliest deferred message may be tried again."""
    found = connection.execute(
        select(func.min(delivery.c.next_attempt_at)).where(delivery.c.state == "deferred")
    ).scalar_one()
    return None if found is None else float(found)


def deliveries(connection: Connection) -> dict[str, int]:
    """How many deliveries of all issues are in each state."""
    query = select(delivery.c.state, func.count()).group_by(delivery.c.state)
    return {str(state): int(count) for state, count in connection.execute(query)}


def in_doubt(connection: Connection) -> list[dict[str, str]]:
    """Issue, and reader under the keyed hash, of each delivery that may or may not have arrived."""
    query = (
        select(issue.c.theme, issue.c.number, delivery.c.reader)
        .join(issue, issue.c.id == delivery.c.issue_id)
        .where(delivery.c.state == "in_doubt")
        .order_by(delivery.c.id)
    )
    return [
        {"issue": f"{theme}/{number}", "reader": reader}
        for theme, number, reader in connection.execute(query)
    ]


def last_success(connection: Connection) -> dict[str, float]:
    """For each theme, when its last issue was made ready or sent."""
    query = (
        select(issue.c.theme, func.max(issue.c.updated_at))
        .where(issue.c.state.in_(("ready", "complete")))
        .group_by(issue.c.theme)
    )
    return {str(theme): float(at) for theme, at in connection.execute(query)}
