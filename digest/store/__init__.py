"""What was seen, built and sent: SQLite in a file, or PostgreSQL by its URL.

The store is the one truth about deliveries; whatever drives them may die at
any moment. `open_store` gives a `Store`; the modules beside it hold the
statements: ``issues``, ``deliveries``, ``subscribers``, ``rates``, ``articles``,
``slots``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.store.database import Store

__all__ = ["open_store"]


def open_store(url: str) -> Store:
    """Open (and create or migrate) the store at ``sqlite:///path`` or ``postgresql://...``.

    Raises `StoreError` when the file is damaged, newer than this program or out of reach.
    """
    # SQLAlchemy takes longer to import than most commands take to run.
    from digest.store.database import Store

    return Store.open(url)
