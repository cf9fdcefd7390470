"""An issue that was frozen for some readers, and a way to deliver it to a server of the test's own."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from digest.config.settings import Config, MailSettings, StoreSettings, ThemeSettings, WebSettings
from digest.mailing.frozen import Frozen
from digest.mailing.recipients import reader_secret, recipients
from digest.mailing.sending import Report, deliver
from digest.mailing.stopping import Stop
from digest.store import deliveries, issues, open_store
from digest.store.database import Store
from digest.store.issues import StoredIssue

ISSUE = "trams/2026-11-22"


def frozen(issue_id: str = ISSUE) -> Frozen:
    return Frozen(
        issue_id,
        "Trams return",
        "<p>The trams are back.</p>",
        "The trams are back.\n",
        "en",
        "Trams <digest@example.org>",
        1.8e9,
        "leave@example.org",
        "",
        "",
        "",
    )


class Post:
    """A store with one frozen issue."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.store: Store = open_store(url)
        self.row: StoredIssue | None = None

    def freeze(self, *people: str, issue_id: str = ISSUE, content: Frozen | None = None) -> Post:
        row = issues.put_issue(self.store, issue_id)
        rows = recipients(
            self.store, issue_id, people, reader_secret(self.store), joined=False, domain="example.org"
        )
        deliveries.freeze(self.store, row.key, (content or frozen(issue_id)).dump(), rows)
        self.row = issues.find_issue(self.store, issue_id)
        return self

    def config(self, port: int, **mail: Any) -> Config:
        quick = {"backoff_seconds": 0.01, "backoff_cap_seconds": 0.05, "timeout_seconds": 60, "attempts": 4}
        settings = {"host": "127.0.0.1", "port": port, "tls": "none", "connections": 2, **quick, **mail}
        return Config(
            mail=MailSettings(sender="Trams <digest@example.org>", **settings),
            store=StoreSettings(url=self.url),
            web=WebSettings(),
            themes=(ThemeSettings(slug="trams", title="Trams"),),
        )

    def deliver(
        self, port: int, *, stop: Stop | None = None, patience: float = math.inf, **mail: Any
    ) -> Report:
        assert self.row
        return deliver(self.store, self.row, self.config(port, **mail), patience, stop or Stop())

    @property
    def states(self) -> dict[str, str]:
        assert self.row
        everything = ("suppressed", "pending", "claimed", "sending", "sent", "deferred", "failed", "in_doubt")
        return {row[0]: row[1] for row in deliveries.rows(self.store, self.row.key, everything)}


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Callable[..., Post]]:
    made: list[Post] = []

    def make(*people: str, **options: Any) -> Post:
        one = Post(f"sqlite:///{tmp_path}/{len(made)}.db")
        made.append(one)
        return one.freeze(*people, **options) if people else one

    yield make
    for one in made:
        one.store.close()
