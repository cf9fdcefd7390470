"""The engine of a PostgreSQL store: psycopg 3, and a dead peer noticed within seconds."""

from __future__ import annotations

from importlib.util import find_spec

from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import URL

from digest.errors import MissingExtra

KEEPALIVE = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3"
"""The server gives back the locks of a machine that vanished after 5 + 2 x 3 seconds, not after two hours."""


def require_driver() -> None:
    if not find_spec("psycopg"):
        raise MissingExtra("psycopg", "not installed", "pip install 'article-digest[postgres]'")


def engine(place: URL) -> Engine:
    require_driver()
    return create_engine(
        place.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        # Whoever holds a lock holds a connection and asks for another: with a limit, enough
        # of them side by side would wait for each other. Their threads are limit enough.
        max_overflow=-1,
        connect_args={"options": KEEPALIVE, "connect_timeout": 10},
    )
