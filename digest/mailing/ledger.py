"""The store's ledger for a run on one event loop: group commits, in a thread of their own.

A row for each message must not cost a sync for each message: whoever settles
while a transaction is being written waits for the next one, which takes
everything that has gathered.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import sleep
from typing import TypeVar

from digest.errors import StoreError
from digest.mailing.thread import OwnThread
from digest.store import deliveries, rates
from digest.store.database import Store
from digest.store.deliveries import Claim, Outcome

T = TypeVar("T")

BURST_SECONDS = 0.25
"""Of the rate that may be caught up, or every late wake-up would lower it for good."""

TRIES = 3
"""Of a transaction that found the database locked or the disk full, a second apart."""


class Ledger:
    """Deliveries of the issue *key*, as *owner*. The caller holds the issue's lock."""

    def __init__(self, store: Store, key: int, owner: str) -> None:
        self.store, self.key, self.owner = store, key, owner
        self._thread = OwnThread("ledger")
        self._waiting: list[tuple[list[Outcome], int | None, asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None
        self._gathered: asyncio.Future[None] | None = None
        self._expected, self._commit_seconds = 1, 0.0
        self.unwritten: list[Outcome] = []
        """What is known and could not be written down; `close` tries once more."""

    async def claim(self, limit: int, horizon_seconds: float) -> list[Claim]:
        return await self._do(
            lambda: deliveries.claim(self.store, self.key, self.owner, limit, horizon_seconds)
        )

    async def permit(self, name: str, per_second: float, count: int) -> float:
        return await self._do(
            lambda: rates.reserve(self.store, name, per_second, count, burst_seconds=BURST_SECONDS)
        )

    async def next_due(self) -> float | None:
        return await self._do(lambda: deliveries.next_due(self.store, self.key))

    async def write(self, outcomes: list[Outcome], starting: int | None) -> None:
        """Returns when both are on the disk. Raises `StoreError` when that is impossible."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((outcomes, starting, written))
        if self._gathered and len(self._waiting) == self._expected:
            _resolve(self._gathered)
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_all())
        await written

    async def _write_all(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            await self._gather(loop)
            entries, self._waiting = self._waiting, []
            starting = [key for _, key, _ in entries if key is not None]
            outcomes = [outcome for several, _, _ in entries for outcome in several]
            error: Exception | None = None
            began = loop.time()
            try:
                await self._do(lambda o=outcomes, s=starting: self._commit(s, o))  # type: ignore[misc]
            except Exception as caught:
                error = caught
                self.unwritten += outcomes
            self._commit_seconds += (loop.time() - began - self._commit_seconds) / 8
            self._expected = len(entries) + len(self._waiting)
            for *_, written in entries:
                if written.cancelled():
                    continue
                written.set_exception(error) if error else written.set_result(None)

    async def _gather(self, loop: asyncio.AbstractEventLoop) -> None:
        """Wait for those who waited last time, for half as long as a transaction takes.

        They come back at once when the server is near: without the wait they
        miss this transaction, and half of them always wait for the other half's.
        PostgreSQL's ``commit_delay`` is the same bargain.
        """
        if len(self._waiting) >= self._expected:
            return
        self._gathered = loop.create_future()
        timer = loop.call_later(self._commit_seconds / 2, _resolve, self._gathered)
        try:
            await self._gathered
        finally:
            timer.cancel()
            self._gathered = None

    def _commit(self, starting: list[int], outcomes: list[Outcome]) -> None:
        for further in reversed(range(TRIES)):
            try:
                return deliveries.commit(self.store, self.owner, starting, outcomes)
            except deliveries.TakenOver:
                raise
            except StoreError:
                if not further:
                    raise
                sleep(1.0)
        return None

    async def _do(self, work: Callable[[], T]) -> T:
        return await self._thread.do(work)

    async def close(self) -> None:
        """Write down what could not be written before, and give back what was not begun."""
        try:
            if self._writer:
                await self._writer
            if self.unwritten:
                outcomes, self.unwritten = self.unwritten, []
                await self._do(lambda: self._commit([], outcomes))
            await self._do(lambda: deliveries.release(self.store, self.key, self.owner))
        finally:
            self._thread.close()


def _resolve(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
