"""Ask a run to stop, from a signal handler or another thread: it finishes what is in flight."""

from __future__ import annotations

import asyncio


class Stop:
    """Requested once, for good. `sleep` ends early when it comes. What stops *whole* stops this too."""

    def __init__(self, whole: Stop | None = None) -> None:
        self._requested, self._whole = False, whole
        self._sleepers: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    @property
    def requested(self) -> bool:
        return self._requested or (self._whole is not None and self._whole.requested)

    def request(self) -> None:
        # No lock: a signal handler may run while this very thread holds it.
        self._requested = True
        for loop, event in tuple(self._sleepers):
            if not loop.is_closed():
                loop.call_soon_threadsafe(event.set)

    async def sleep(self, seconds: float | None) -> bool:
        """Wait, for ever with None. False, at once, when the stop is or was requested."""
        if seconds is not None and seconds <= 0:
            return not self.requested
        event = asyncio.Event()
        self._wake(event, True)
        try:
            if not self.requested:
                async with asyncio.timeout(seconds):
                    await event.wait()
        except TimeoutError:
            pass
        finally:
            self._wake(event, False)
        return not self.requested

    def _wake(self, event: asyncio.Event, wanted: bool) -> None:
        """Whether *event* is to be set when the stop comes."""
        entry = (asyncio.get_running_loop(), event)
        if wanted:
            self._sleepers.append(entry)
        else:
            self._sleepers.remove(entry)
        if self._whole:
            self._whole._wake(event, wanted)
