"""Group commits: a row for each message, and not a sync for each."""

from __future__ import annotations

import asyncio
import threading

import pytest

from digest.mailing.ledger import Ledger
from digest.store import deliveries
from digest.store.deliveries import Outcome
from tests.mailing.conftest import Post

LINES, MESSAGES = 8, 5


@pytest.fixture
def transactions(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows each transaction changed."""
    sizes: list[int] = []
    commit = deliveries.commit

    def counted(store, owner, starting, outcomes) -> None:
        sizes.append(len(starting) + len(outcomes))
        commit(store, owner, starting, outcomes)

    monkeypatch.setattr(deliveries, "commit", counted)
    return sizes


def test_lines_that_come_back_at_once_share_a_transaction(post, transactions: list[int]) -> None:
    """Else half of them always wait for the transaction of the other half."""
    desk: Post = post(*(f"reader{number}@x.org" for number in range(LINES * MESSAGES)))
    assert desk.row
    key = desk.row.key

    async def work() -> None:
        ledger = Ledger(desk.store, key, "me")
        claims = await ledger.claim(LINES * MESSAGES, 60.0)

        async def line(number: int) -> None:
            for claim in claims[number::LINES]:
                await ledger.write([], claim.key)
                await ledger.write([Outcome(claim.key, "sent")], None)

        await asyncio.gather(*(line(number) for number in range(LINES)))
        await ledger.close()

    asyncio.run(work())

    assert transactions == [LINES] * 2 * MESSAGES
    assert set(desk.states.values()) == {"sent"}


def test_a_line_alone_waits_for_nobody(post, transactions: list[int]) -> None:
    desk: Post = post("ann@x.org", "bob@x.org")
    assert desk.row
    key = desk.row.key

    async def work() -> int:
        ledger = Ledger(desk.store, key, "me")
        claims = await ledger.claim(2, 60.0)
        ledger._commit_seconds = 3600.0  # half of it would be noticed
        for claim in claims:
            await ledger.write([], claim.key)
        await ledger.close()
        return sum(thread.name == "ledger" for thread in threading.enumerate())

    assert asyncio.run(asyncio.wait_for(work(), 60)) == 0
    assert transactions == [1, 1]
