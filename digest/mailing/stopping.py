"""Ask a run to stop, from a signal handler or another thread: it finishes what is in flight."""

from __future__ import annotations

import asyncio


class Stop:
    """Requested once, for good. `sleep` ends early when it comes."""

    def __init__(self) -> None:
        self._requested = False
        self._sleepers: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    @property
    def requested(self) -> bool:
        return self._requested

    def request(self) -> None:
        # No lock: a signal handler may run while this very thread holds it.
        self._requested = True
        for loop, event in tuple(self._sleepers):
            if not loop.is_closed():
                loop.call_soon_threadsafe(event.set)

    async def sleep(self, seconds: float) -> bool:
        """Wait. False, at once, when the stop is or was requested."""
        if seconds <= 0:
            return not self._requested
        event = asyncio.Event()
        entry = (asyncio.get_running_loop(), event)
        self._sleepers.append(entry)
        try:
            if not self._requested:
                async with asyncio.timeout(seconds):
                    await event.wait()
        except TimeoutError:
            pass
        finally:
            self._sleepers.remove(entry)
        return not self._requested
