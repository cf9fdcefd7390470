"""Mail an issue to its readers and say truthfully what became of each: `send`.

Reading order: `sending` (freeze, then deliver), `run` (lines opened and closed),
`desk` (parcels out, outcomes in, the pace), `policy` (an answer becomes a row),
`ledger` (group commits), `thread`, `frozen`, `recipients`, `stopping`.

The promise: nobody is forgotten. At most one extra copy for each connection in
flight when a sender dies uncleanly, none when it is stopped, and never one with
``on_doubt = "park"``, which lists the doubtful recipients instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.config import Config
    from digest.mailing.sending import Report
    from digest.model import Issue

__all__ = ["send"]


def send(issue: Issue, to: Iterable[str] | None = None, *, config: Config | None = None) -> Report:
    """Send *issue* to its theme's recipients, or to the addresses in *to*.

    Sent twice, it goes on where it stopped; whoever has it gets no second one.
    """
    from digest import config as configuration
    from digest.mailing.sending import send_issue
    from digest.store import open_store

    settings = config or configuration.load()
    with open_store(settings.store.address()) as store:
        return send_issue(store, issue, settings, to=to)
