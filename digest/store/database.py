"""The connection to the database: how it is opened, locked, checked and backed up."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import sqlite as sqlite_dialect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from digest.errors import ConfigError, StoreError
from digest.store import _locks, _places
from digest.store.migrations import migrate
from digest.store.schema import meta

BUSY_SECONDS = 10.0
"""How long a statement waits for another process that is writing."""


class Store:
    """A database of our tables. Thread-safe: each transaction takes a connection of its own.

    ``clock`` gives seconds since 1970; tests hand in their own.
    """

    def __init__(self, engine: Engine, clock: Callable[[], float] = time.time) -> None:
        self.engine, self.clock = engine, clock
        self._meta: dict[str, str] = {}

    @classmethod
    def open(
        cls, url: str, clock: Callable[[], float] = time.time, *, busy_seconds: float = BUSY_SECONDS
    ) -> Store:
        place = _place(url)
        engine = _sqlite(place, busy_seconds) if place.get_backend_name() == "sqlite" else _postgresql(place)
        store = cls(engine, clock)
        try:
            store._prepare()
        except BaseException:
            engine.dispose()
            raise
        return store

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @property
    def path(self) -> Path | None:
        """The database's file, or None when it is a server."""
        return Path(str(self.engine.url.database)) if self.is_sqlite else None

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """One transaction: all of it is on the disk when the block ends, or none of it.

        On SQLite it is the only writer from its first moment (BEGIN IMMEDIATE),
        so that what it reads cannot change before it writes.
        """
        with self._told(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with self._told(), self.engine.connect().execution_options(digest_read=True) as connection:
            yield connection

    def insert(self, table: Table) -> Any:
        """An INSERT of this database's dialect, which has ``on_conflict_do_nothing`` and ``.._do_update``."""
        return sqlite_dialect.insert(table) if self.is_sqlite else postgresql.insert(table)

    def lock(self, name: str) -> AbstractContextManager[None]:
        """Hold the lock *name* for the block. Raises `LockHeld` at once when someone else does.

        The operating system (SQLite) or the server (PostgreSQL) gives it back
        when its holder dies, so no clock and no waiting are involved.
        """
        return _locks.file_lock(self.path, name) if self.path else _locks.server_lock(self.engine, name)

    def meta(self, key: str, make: Callable[[], str]) -> str:
        """The value kept under *key*; the first to ask makes it."""
        if key not in self._meta:
            with self.write() as connection:
                connection.execute(self.insert(meta).values(key=key, value=make()).on_conflict_do_nothing())
                kept = connection.execute(select(meta.c.value).where(meta.c.key == key)).scalar_one()
            self._meta[key] = str(kept)
        return self._meta[key]

    def backup(self, target: Path) -> None:
        """Write a consistent copy to *target*, which must not exist, while others may be writing."""
        if not self.path:
            raise StoreError(self._name, "only a SQLite store can be copied", "use pg_dump")
        if target.exists():
            raise StoreError(str(target), "exists already", "name a new file")
        _private(target).unlink()
        with (
            self._told(str(target)),
            self.engine.connect().execution_options(digest_autocommit=True) as connection,
        ):
            connection.execute(text("VACUUM INTO :target"), {"target": str(target)})
        target.chmod(0o600)

    @property
    def _name(self) -> str:
        return str(self.path or self.engine.url.render_as_string(hide_password=True))

    @contextmanager
    def _told(self, name: str = "") -> Iterator[None]:
        """Say which database failed and what to do, instead of a driver's words alone."""
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            said = str(error.orig if isinstance(error, DBAPIError) and error.orig else error)
            fact = said.strip().splitlines()[0]
            raise StoreError(name or self._name, fact, _remedy(fact)) from error

    def _prepare(self) -> None:
        suspect = self.path is not None and _places.may_be_damaged(self.path)
        with self.write() as connection:
            if suspect:
                verdict = connection.execute(text("PRAGMA quick_check(1)")).scalar_one()
                if verdict != "ok":
                    raise StoreError(self._name, f"the database is damaged ({verdict})", "restore a backup")
            if not self.is_sqlite:
                # Two processes that start together would both create the tables.
                connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('digest migrate'))"))
            migrate(connection, self.clock())


def check_address(url: str) -> None:
    """Raises `ConfigError` when no store can be opened by *url*, and `MissingExtra`; nothing is opened."""
    if _place(url).get_backend_name() == "postgresql":
        from digest.store import _postgres

        _postgres.require_driver()


def _place(url: str) -> URL:
    try:
        place = make_url(url)
    except ArgumentError as error:
        raise ConfigError(
            "store.url", "not a database URL", "write sqlite:///path or postgresql://.."
        ) from error
    if place.get_backend_name() not in ("sqlite", "postgresql"):
        raise ConfigError("store.url", f"{place.drivername} is not supported", "use sqlite or postgresql")
    if place.get_backend_name() == "sqlite" and not place.database:
        raise ConfigError("store.url", "names no file", "write sqlite:///path/to/digest.db")
    return place


def _private(path: Path) -> Path:
    """Create *path*, readable by its owner alone: it holds addresses."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(
            str(path), error.strerror or "cannot be created", "name a folder you may write to"
        ) from error
    return path


def _sqlite(place: URL, busy_seconds: float) -> Engine:
    _places.warn_of_network(_private(Path(str(place.database))))
    engine = create_engine(place, connect_args={"timeout": busy_seconds, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver must not begin on its own: we begin IMMEDIATE
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        options = connection.get_execution_options()
        if not options.get("digest_autocommit"):
            # Past SQLAlchemy, whose bookkeeping would take longer than the statement.
            driver: Any = connection.connection.driver_connection
            driver.execute("BEGIN" if options.get("digest_read") else "BEGIN IMMEDIATE")

    return engine


def _postgresql(place: URL) -> Engine:
    from digest.store._postgres import engine

    return engine(place)


def _remedy(fact: str) -> str:
    told = {
        "locked": "another process is writing; try again",
        "full": "free some space; nothing was lost",
        "malformed": "restore a backup",
        "not a database": "restore a backup, or name another file",
        "readonly": "make the file and its folder writable",
    }
    return next((remedy for word, remedy in told.items() if word in fact), "")
