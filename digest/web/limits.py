"""How often a visitor may try: remembered in this process, forgotten when it is over."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

REMEMBERED = 10_000
"""Visitors. The one that came longest ago is forgotten first, so memory stays flat."""


class Allowance:
    """*burst* tries at once, then one every *seconds*. The rule of `digest.store.rates`, in memory."""

    def __init__(self, burst: int, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds, self._ahead, self._clock = seconds, burst * seconds, clock
        self._next: OrderedDict[str, float] = OrderedDict()

    def spend(self, visitor: str) -> bool:
        """One try. False when this visitor has to wait."""
        now = self._clock()
        due = max(self._next.pop(visitor, now), now) + self._seconds
        allowed = due - now <= self._ahead
        self._next[visitor] = due if allowed else due - self._seconds
        if len(self._next) > REMEMBERED:
            self._next.popitem(last=False)
        return allowed
