"""Where a test's store lives: a SQLite file, or a database of its own on the server that was named."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

EACH_DATABASE = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]
"""For ``parametrize``: PostgreSQL is skipped, with its reason, unless DIGEST_TEST_POSTGRES names a server."""


@contextmanager
def place(kind: str, folder: object) -> Iterator[str]:
    """The URL of an empty store."""
    if kind == "sqlite":
        yield f"sqlite:///{folder}/{uuid.uuid4().hex[:8]}.db"
        return
    server = make_url(os.environ["DIGEST_TEST_POSTGRES"])
    name = f"digest_test_{uuid.uuid4().hex[:12]}"
    engine = create_engine(server.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        try:
            yield server.set(database=name).render_as_string(hide_password=False)
        finally:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()
