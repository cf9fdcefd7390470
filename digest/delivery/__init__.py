"""Ways out: a channel carries letters to recipients and says truthfully what became of each.

A channel opens lines (`Line`, a connection, a folder); a line takes parcels
from a desk, and settles each one there: *before* a message may be out the desk
must know that it is being sent, and afterwards what was answered. The desk
belongs to `digest.mailing`, which writes both down; what an answer means is
decided in `digest.delivery.decisions`, for all channels alike.

A new channel is one new module in ``digest.delivery.channels`` with a
``CHANNEL``: a callable that takes the settings and gives a `Channel`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from digest.plugins import Stage

if TYPE_CHECKING:
    from digest.config import MailSettings
    from digest.delivery.decisions import Answer
    from digest.delivery.message import Letter, Mailing

__all__ = ["CHANNELS", "Attempt", "Channel", "Desk", "Ending", "Line", "Parcel"]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One issue for one recipient. ``key`` is the desk's; ``reader`` stands for the address in logs."""

    key: int
    recipient: str
    reader: str
    message_id: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was answered about a parcel. ``served`` counts the messages its line had carried before."""

    parcel: Parcel
    answer: Answer
    served: int = 0


class Ending(StrEnum):
    """Why a line came to its end."""

    IDLE = "idle"  # nothing to send for now
    RECYCLED = "recycled"  # it carried enough; open another
    BROKEN = "broken"  # lost, timed out or told to go away


class Desk(Protocol):
    async def take(self) -> Parcel | None:
        """The next parcel, or None when the line should close: nothing to do, or the run is stopping."""

    def take_now(self) -> Parcel | None:
        """A parcel that is at hand; never waits."""

    def give_back(self, parcel: Parcel) -> None:
        """A parcel that was taken and not begun."""

    def letter(self, parcel: Parcel) -> Letter:
        """The bytes to send. Raises what building them raises."""

    async def settle(self, done: Sequence[Attempt] = (), starting: Parcel | None = None) -> None:
        """Write down, durably and together, what was answered and what may now go out.

        Raises when that cannot be written: then nothing may go out.
        """


class Line(Protocol):
    served: int
    """Messages accepted so far."""

    async def work(self, desk: Desk) -> Ending:
        """Carry parcels until the desk has none or the line ends; each is settled, unless this raises."""


class Channel(Protocol):
    def open(self) -> AbstractAsyncContextManager[Line]:
        """A new line. Entering raises `DeliveryError` (try later) or `RunStopped` (it would never do)."""

    def targets(self) -> tuple[str, ...] | None:
        """Recipients the channel knows itself (chat rooms), or None when it delivers to mail addresses."""


CHANNELS: Stage[Callable[[MailSettings, Mailing], Channel]] = Stage(
    "digest.delivery.channels", "CHANNEL", "channel"
)
