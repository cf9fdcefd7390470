"""Locks that die with their holder.

A lease in a table needs a clock that never jumps and makes the next run wait
until it ran out; a lock held by the kernel or by a server session needs neither.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, text

from digest.errors import LockHeld

REMEDY = "wait until the other run is done, or stop it"


@contextmanager
def file_lock(database: Path, name: str) -> Iterator[None]:
    """Hold an flock(2) on a file beside *database*, and remove the file afterwards."""
    path = database.with_name(f"{database.name}.{_slug(name)}.lock")
    handle = _locked(path, name)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)  # while it is still locked: whoever waits on it sees that it is gone
        os.close(handle)


def _locked(path: Path, name: str) -> int:
    import fcntl

    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_still(path, handle):
                return handle
        except BlockingIOError:
            os.close(handle)
            raise LockHeld(name, "another run holds its lock", REMEDY) from None
        os.close(handle)


def _is_still(path: Path, handle: int) -> bool:
    """Whether the file behind *handle* is the one at *path*: its last holder may have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


@contextmanager
def server_lock(engine: Engine, name: str) -> Iterator[None]:
    """Hold an advisory lock of a PostgreSQL session of its own, outside any transaction."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        key = {"key": int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], signed=True)}
        if not connection.execute(text("SELECT pg_try_advisory_lock(:key)"), key).scalar_one():
            raise LockHeld(name, "another run holds its lock", REMEDY)
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), key)


def _slug(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]
