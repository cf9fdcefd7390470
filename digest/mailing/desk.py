"""The desk of a run: hands out parcels, writes down what became of them, and keeps the pace."""

from __future__ import annotations

import asyncio
import logging
import re
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from digest.delivery import Attempt, Parcel
from digest.delivery.decisions import Fate, Step, Verdict, judge, wait_seconds
from digest.delivery.message import Letter
from digest.errors import DigestError, RunStopped
from digest.mailing.ledger import Ledger
from digest.mailing.policy import Policy, outcome
from digest.mailing.stopping import Stop
from digest.store.deliveries import Claim, Outcome

CLAIM_AT_ONCE = 200
"""Rows. A kill -9 costs none of them anything: what is only claimed is not in doubt."""

ADDRESS = re.compile(r"[^\s<>()\"']+@[^\s<>()\"']+")

SHRINK_SECONDS = 1.0
"""Refusals that arrive within this time are one throttling, not several."""

log = logging.getLogger("digest.mailing")
"""One event for each transition; recipients appear as their reader's key, never as an address."""


@dataclass
class Tally:
    """What this run did so far."""

    sent: int = 0
    failed: int = 0
    deferred: int = 0
    in_doubt: int = 0


@dataclass
class Desk:
    """See `digest.delivery.Desk`. ``lines`` is how many lines may be open now."""

    ledger: Ledger
    policy: Policy
    write: Callable[[Parcel], Letter]
    stop: Stop
    chance: Callable[[], float]
    lines: int = 8
    tally: Tally = field(default_factory=Tally)
    error: DigestError | None = None
    trouble: DigestError | None = None
    """The last reason why no line could be opened; told when nothing else stopped the run."""

    def __post_init__(self) -> None:
        self._ready: deque[Claim] = deque()
        self._out: dict[int, Claim] = {}
        self._filling = asyncio.Lock()
        self._permits = 0
        self._strikes: dict[int, float] = {}
        self._throttled, self._pause_until = 0, 0.0
        self.most_lines = self.lines
        self._open = self._opening = self._leaving = 0

    # --- lines

    @property
    def line_wanted(self) -> bool:
        """Whether one more line may be opened and would find a parcel."""
        return self._open < self.lines and len(self._ready) > self._opening

    @asynccontextmanager
    async def line(self) -> AsyncIterator[Callable[[], None]]:
        """A line for as long as the block lasts; call what it gives when the line stands."""
        opening = [1]

        def stands() -> None:
            self._opening -= opening.pop() if opening else 0

        self._open += 1
        self._opening += 1
        try:
            yield stands
        finally:
            stands()
            self._open -= 1
            self._leaving = max(0, self._leaving - 1)

    @property
    def _too_many(self) -> bool:
        return self._open - self._leaving > self.lines

    # --- parcels

    async def take(self) -> Parcel | None:
        while await self.has_work():
            if self._too_many:
                self._leaving += 1
                return None
            if await self._paced():
                parcel = self.take_now()
                if parcel:
                    return parcel
        return None

    def take_now(self) -> Parcel | None:
        if (
            self.stop.requested
            or self._too_many
            or not self._ready
            or (self.policy.rate and not self._permits)
        ):
            return None
        if self._pause_until > asyncio.get_running_loop().time():
            return None
        self._permits = max(0, self._permits - 1)
        claim = self._ready.popleft()
        self._out[claim.key] = claim
        return Parcel(claim.key, claim.address, claim.reader, claim.message_id)

    def give_back(self, parcel: Parcel) -> None:
        self._ready.appendleft(self._out.pop(parcel.key))

    def letter(self, parcel: Parcel) -> Letter:
        return self.write(parcel)

    async def has_work(self) -> bool:
        """Whether a parcel is at hand, claiming more when none is."""
        if self._ready or self.stop.requested:
            return not self.stop.requested
        async with self._filling:
            if not self._ready:
                self._ready += await self.ledger.claim(CLAIM_AT_ONCE, self.policy.horizon_seconds)
        return bool(self._ready) and not self.stop.requested

    # --- pace

    async def _paced(self) -> bool:
        """Wait for a throttled server and for the rate. False when the run stops meanwhile."""
        pause = self._pause_until - asyncio.get_running_loop().time()
        if pause > 0 and not await self.stop.sleep(pause):
            return False
        if not self.policy.rate or self._permits:
            return True
        # Booked a quarter of a second at a time: one row, not one transaction for each message.
        count = max(1, min(CLAIM_AT_ONCE, int(self.policy.rate / 4)))
        wait = await self.ledger.permit(self.policy.limit_name, self.policy.rate, count)
        if not await self.stop.sleep(wait):
            return False
        self._permits += count
        return True

    # --- what became of them

    async def settle(self, done: Sequence[Attempt] = (), starting: Parcel | None = None) -> None:
        outcomes = [self._judged(attempt) for attempt in done]
        if outcomes or starting:
            await self.ledger.write(outcomes, starting.key if starting else None)

    def _judged(self, attempt: Attempt) -> Outcome:
        claim = self._out.pop(attempt.parcel.key)
        verdict = judge(attempt.answer, served=attempt.served)
        result = outcome(
            claim, attempt.answer, verdict, self.policy, self.ledger.store.clock(), self.chance()
        )
        self._count(result)
        self._react(verdict, attempt)
        if log.isEnabledFor(logging.INFO):
            log.info("delivery", extra=_facts(claim, result, attempt.answer.step))
        return result

    def _count(self, result: Outcome) -> None:
        if result.state in ("sent", "failed", "deferred", "in_doubt"):
            setattr(self.tally, result.state, getattr(self.tally, result.state) + 1)

    def _react(self, verdict: Verdict, attempt: Attempt) -> None:
        if verdict.fate is Fate.SENT:
            self._strikes.clear()
            self._throttled = 0
            if self.tally.sent % (50 * self.lines) == 0:
                self.lines = min(self.most_lines, self.lines + 1)
        if verdict.slower:
            self.slow_down()
        if verdict.strike:
            self._strikes[attempt.parcel.key] = verdict.strike  # one recipient counts once
        if sum(self._strikes.values()) > 0.99:  # thirds do not add up to one
            said = f"{attempt.answer.code} {attempt.answer.text}"
            fact = f"the server refuses the sender, not the recipient: {said}"
            self.give_up(
                RunStopped("mail", fact, "correct the cause; the rest is kept and sent by the next run")
            )

    def slow_down(self) -> None:
        """The server has had enough for now: half the lines, and a pause that doubles."""
        now = asyncio.get_running_loop().time()
        if now < self._pause_until:
            return
        self._throttled += 1
        self.lines = max(1, self.lines // 2)
        base = min(SHRINK_SECONDS, self.policy.backoff_seconds)
        self._pause_until = now + wait_seconds(
            self._throttled, base, self.policy.backoff_cap_seconds, self.chance()
        )
        log.info("throttled", extra={"lines": self.lines})

    def give_up(self, error: DigestError) -> None:
        """Stop the run; the first reason is the one that is told."""
        self.error = self.error or error
        self.stop.request()


def _facts(claim: Claim, result: Outcome, step: Step) -> dict[str, object]:
    facts: dict[str, object] = {"reader": claim.reader, "state": result.state}
    if result.state != "sent":
        said = ADDRESS.sub("<address>", result.reason)  # servers like to repeat it
        facts |= {"step": str(step), "code": result.code, "reason": said}
    return facts
