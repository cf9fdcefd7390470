"""Statements about issues: kept once by theme and number, with what is sent frozen beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select, update

from digest.errors import StoreError
from digest.model import IssueId
from digest.store.database import Store
from digest.store.schema import issue


@dataclass(frozen=True, slots=True)
class StoredIssue:
    """A row of ``issue`` without its contents. ``recipients`` is None until they are frozen."""

    key: int
    theme: str
    number: str
    slot: float | None
    state: str
    reason: str
    recipients: int | None
    created_at: float
    updated_at: float

    @property
    def id(self) -> IssueId:
        return IssueId(f"{self.theme}/{self.number}")


_COLUMNS = (
    issue.c.id,
    issue.c.theme,
    issue.c.number,
    issue.c.slot,
    issue.c.state,
    issue.c.reason,
    issue.c.recipients,
    issue.c.created_at,
    issue.c.updated_at,
)


def put_issue(store: Store, issue_id: str, *, document: str | None = None) -> StoredIssue:
    """Keep an issue under its id; one that is there already stays as it is, and is returned."""
    theme, _, number = issue_id.partition("/")
    if not number:
        raise StoreError(issue_id, "is not the id of an issue", "write theme/number")
    now = store.clock()
    row = {"theme": theme, "number": number, "state": "ready", "document": document}
    with store.write() as connection:
        connection.execute(
            store.insert(issue).values(**row, created_at=now, updated_at=now).on_conflict_do_nothing()
        )
        query = select(*_COLUMNS).where(issue.c.theme == theme, issue.c.number == number)
        return StoredIssue(*connection.execute(query).one())


def find_issue(store: Store, issue_id: str) -> StoredIssue | None:
    theme, _, number = issue_id.partition("/")
    with store.read() as connection:
        return _one(connection, select(*_COLUMNS).where(issue.c.theme == theme, issue.c.number == number))


def list_issues(store: Store, *, theme: str | None = None) -> tuple[StoredIssue, ...]:
    """The issues, newest first."""
    query = select(*_COLUMNS).order_by(issue.c.created_at.desc(), issue.c.id.desc())
    if theme:
        query = query.where(issue.c.theme == theme)
    with store.read() as connection:
        return tuple(StoredIssue(*row) for row in connection.execute(query))


def document(store: Store, key: int) -> str | None:
    """The issue's ``issue.json``, or None before it is built."""
    return _content(store, select(issue.c.document).where(issue.c.id == key))  # type: ignore[no-any-return]


def rendering(store: Store, key: int) -> bytes | None:
    """What is being sent, as it was frozen, or None before the first send."""
    found = _content(store, select(issue.c.rendering).where(issue.c.id == key))
    return None if found is None else bytes(found)


def set_state(
    connection: Connection, key: int, state: str, now: float, reason: str = "", **columns: Any
) -> None:
    changes = {"state": state, "reason": reason, "updated_at": now, **columns}
    connection.execute(update(issue).where(issue.c.id == key).values(**changes))


def _one(connection: Connection, query: Select[Any]) -> StoredIssue | None:
    row = connection.execute(query).one_or_none()
    return StoredIssue(*row) if row is not None else None


def _content(store: Store, query: Select[Any]) -> Any:
    with store.read() as connection:
        return connection.execute(query).scalar_one_or_none()
