"""The one statement that every message needs twice: what became of rows of the ledger.

SQLAlchemy takes three times as long to put it together and to check its values
as SQLite takes to run it, so it is compiled once for each number of rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Dialect, Integer, bindparam, update
from sqlalchemy.sql.compiler import SQLCompiler

from digest.store.schema import delivery


class Change(NamedTuple):
    """What is written to a row. Most rows of a transaction get the same, and share one statement."""

    to: str
    told: int | None = None
    because: str = ""
    due: float = 0.0
    tries: int = 1
    doubted: int = 0


@lru_cache
def changing(dialect: Dialect, rows: int) -> SQLCompiler:
    """The statement for so many rows; counts only those that are the owner's."""
    keys = [bindparam(f"key{place}", type_=Integer) for place in range(rows)]
    statement = (
        update(delivery)
        .where(delivery.c.id.in_(keys), delivery.c.owner == bindparam("ours"))
        .values(
            state=bindparam("to"),
            owner=bindparam("holder"),
            code=bindparam("told"),
            reason=bindparam("because"),
            next_attempt_at=bindparam("due"),
            attempts=delivery.c.attempts + bindparam("tries"),
            doubts=delivery.c.doubts + bindparam("doubted"),
            updated_at=bindparam("now"),
        )
    )
    return statement.compile(dialect=dialect)


def bound(
    statement: SQLCompiler, change: Change, keys: Sequence[int], owner: str, now: float
) -> tuple[str, Any]:
    """The text of *statement* and its values, as the driver takes them."""
    values = change._asdict()
    values |= {"ours": owner, "holder": owner if change.to == "sending" else None, "now": now}
    values |= {f"key{place}": key for place, key in enumerate(keys)}
    names = statement.positiontup  # None where the driver takes values by name
    return str(statement), values if names is None else tuple(values[name] for name in names)
