"""A store, on each database; and an issue with some recipients in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from digest.store import issues, open_store
from digest.store.database import Store
from digest.store.deliveries import Recipient, freeze
from tests.store.places import EACH_DATABASE, place


@pytest.fixture(params=EACH_DATABASE)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with place(request.param, tmp_path) as found:
        yield found


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened


def someone(name: str) -> Recipient:
    return Recipient(f"{name}@x.org", f"key-{name}", f"<{name}@example.org>")


@pytest.fixture
def issue(store: Store) -> Callable[..., int]:
    def make(*names: str, issue_id: str = "trams/2026-11-22") -> int:
        row = issues.put_issue(store, issue_id)
        freeze(store, row.key, b"frozen", map(someone, names))
        return row.key

    return make
