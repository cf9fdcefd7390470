"""One run: lines opened, kept busy, closed and opened again until nothing is left to do now."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from typing import Any

from digest.delivery import Channel, Ending, Line
from digest.delivery.decisions import wait_seconds
from digest.errors import DeliveryError, DigestError
from digest.mailing.desk import Desk, log

LOOK_AGAIN_SECONDS = 5.0
"""A wait is cut into pieces of this length, so that a clock that jumps is noticed."""

LINE_SECONDS = 0.1
"""Between two looks whether one more line is of use."""

GOES_ON = "the next run goes on where this one stopped"
"""The remedy of a run that reached no server; a single message, which keeps no state, has another."""


async def run(desk: Desk, channel: Channel, patience_seconds: float) -> None:
    """Deliver what is due, and wait for what comes due within *patience_seconds* of a round's end.

    Ends when everything is final, the patience is too short, or a stop was
    requested; what is in flight is finished first. A reason to stop is left in ``desk.error``.
    """
    try:
        while await _round(desk, channel) and await _more_comes(desk, patience_seconds):
            pass
    except DigestError as error:
        desk.give_up(error)
    finally:
        try:
            await desk.ledger.close()
        except DigestError as error:
            desk.give_up(error)


async def _round(desk: Desk, channel: Channel) -> bool:
    """Lines side by side until no parcel is due. False when the run should end."""
    reached, over = asyncio.Event(), asyncio.Event()
    lanes = [_lane(desk, channel, bool(number), reached, over) for number in range(desk.most_lines)]
    results = await asyncio.gather(*lanes, return_exceptions=True)
    for result in results:
        if isinstance(result, DigestError):
            desk.give_up(result)
        elif isinstance(result, BaseException):
            raise result
    if not any(results) and desk.trouble:
        desk.give_up(desk.trouble)
    return not desk.stop.requested


async def _more_comes(desk: Desk, patience_seconds: float) -> bool:
    """Wait for the next deferred delivery. False when there is none, or none soon enough."""
    while (due := await desk.ledger.next_due()) is not None:
        wait = due - desk.ledger.store.clock()
        if wait <= 0 or wait > desk.policy.horizon_seconds:
            return True
        if wait > patience_seconds:
            return False
        if not await desk.stop.sleep(min(wait, LOOK_AGAIN_SECONDS)):
            return False
    return False


async def _lane(
    desk: Desk, channel: Channel, follows: bool, reached: asyncio.Event, over: asyncio.Event
) -> bool:
    """Open a line, work, and again. False when it gave up after so many fruitless attempts.

    All but the first follow: they wait until the server has been reached once.
    """
    try:
        if follows and not await _go_ahead(reached, over):
            return False
        failures = 0
        while await desk.has_work():
            if not desk.line_wanted:
                await desk.stop.sleep(LINE_SECONDS)
                continue
            served = await _line(desk, channel, reached)
            failures = 0 if served else failures + 1
            if failures >= desk.policy.attempts:
                return False
            if failures:
                await desk.stop.sleep(_wait(desk, failures))
        return True
    finally:
        if not follows:
            over.set()


async def _go_ahead(reached: asyncio.Event, over: asyncio.Event) -> bool:
    waits = [asyncio.ensure_future(reached.wait()), asyncio.ensure_future(over.wait())]
    await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
    return reached.is_set()


async def _line(desk: Desk, channel: Channel, reached: asyncio.Event) -> bool:
    """Work on one line to its end. False when it came to nothing."""
    try:
        async with AsyncExitStack() as stack:
            stands = await stack.enter_async_context(desk.line())
            line = await _unless_stopped(desk, stack.enter_async_context(channel.open()))
            if line is None:
                return True
            reached.set()
            stands()
            ending = await line.work(desk)
            return bool(line.served) or ending is not Ending.BROKEN
    except DigestError as error:
        if isinstance(error, DeliveryError) and not error.permanent:
            desk.trouble = DeliveryError(error.place, error.fact, GOES_ON)
            log.warning("not connected", extra={"reason": str(error)})
        else:
            desk.give_up(error)
    return False


async def _unless_stopped(desk: Desk, opening: Coroutine[Any, Any, Line]) -> Line | None:
    """What *opening* gives. None when a stop comes first: nobody waits a minute for a dead server."""
    opened = asyncio.ensure_future(opening)
    stopped = asyncio.ensure_future(desk.stop.sleep(None))
    try:
        await asyncio.wait((opened, stopped), return_when=asyncio.FIRST_COMPLETED)
        return await opened if opened.done() else None
    finally:
        for task in (opened, stopped):
            task.cancel()
        await asyncio.gather(opened, stopped, return_exceptions=True)


def _wait(desk: Desk, failures: int) -> float:
    policy = desk.policy
    return wait_seconds(failures, policy.backoff_seconds, policy.backoff_cap_seconds, desk.chance())
