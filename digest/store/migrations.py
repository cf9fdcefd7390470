"""Bring a database to this program's schema: each step once, together with the record that it was done."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, func, inspect, select

from digest.errors import StoreError
from digest.store.schema import metadata, migration

TABLE_MODULES = ("digest.store.schema", "digest.store.articles", "digest.store.slots")


@dataclass(frozen=True, slots=True)
class Migration:
    version: int
    title: str
    apply: Callable[[Connection], None]


def _create(connection: Connection) -> None:
    for module in TABLE_MODULES:
        if importlib.util.find_spec(module):
            importlib.import_module(module)
    metadata.create_all(connection)


MIGRATIONS = (Migration(1, "the first tables", _create),)
"""In ascending order. Never edit one that was released: add the next."""


def version(connection: Connection) -> int:
    """The schema's version, 0 for an empty database."""
    if not inspect(connection).has_table(migration.name):
        return 0
    return int(connection.execute(select(func.coalesce(func.max(migration.c.version), 0))).scalar_one())


def migrate(connection: Connection, now: float, migrations: tuple[Migration, ...] = MIGRATIONS) -> int:
    """Apply what is missing, inside the caller's transaction. Returns how many steps were applied.

    Raises `StoreError` when the database was written by a newer program:
    guessing at its columns could send an issue twice.
    """
    found, ours = version(connection), migrations[-1].version
    if found > ours:
        raise StoreError(
            "store",
            f"its schema is version {found}, this program knows {ours}",
            "upgrade digest, or restore the backup made before the upgrade",
        )
    missing = [step for step in migrations if step.version > found]
    for step in missing:
        step.apply(connection)
        connection.execute(migration.insert().values(version=step.version, title=step.title, applied_at=now))
    return len(missing)
