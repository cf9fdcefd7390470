"""Carry parcels over one connection.

The end of one message and the envelope of the next leave in one write, and
their four answers come back in one read. Between them stands the ledger: the
final dot of a message goes out only when it is written down that it is being
sent, together with what became of the one before. So a connection never has
more than one message whose fate is unknown; and while the disk writes, the
message itself is on its way.
"""

from __future__ import annotations

from digest.delivery import Attempt, Desk, Ending, Parcel
from digest.delivery.decisions import judge
from digest.delivery.message import Letter
from digest.delivery.smtp.connection import Connection
from digest.delivery.smtp.exchange import Exchange


class SmtpLine:
    """``messages``: after so many it ends; some servers count them, and some balance their load."""

    def __init__(self, connection: Connection, messages: int) -> None:
        self._exchange = Exchange(connection)
        self._pipelining, self._limit = connection.pipelining, messages
        self.served = 0

    async def work(self, desk: Desk) -> Ending:
        unsettled: list[Attempt] = []
        parcel, announced = await desk.take(), False
        next_letter: Letter | None = None
        while parcel:
            letter = next_letter or desk.letter(parcel)
            answer = await self._exchange.envelope(letter, announced)
            following = next_letter = None
            if answer is None:
                self._exchange.begin(letter)
                await desk.settle(unsettled, starting=parcel)
                unsettled, following = [], self._following(desk)
                next_letter = desk.letter(following) if following else None
                answer = await self._exchange.finish(next_letter)
            unsettled.append(Attempt(parcel, answer, self.served))
            self.served += answer.code == 250
            if judge(answer, served=self.served).hang_up:
                if following:
                    desk.give_back(following)
                await desk.settle(unsettled)
                return Ending.BROKEN
            if following:
                parcel, announced = following, True
                continue
            await desk.settle(unsettled)
            unsettled = []
            if self.served >= self._limit:
                return Ending.RECYCLED
            parcel, announced = await desk.take(), False
        return Ending.IDLE

    def _following(self, desk: Desk) -> Parcel | None:
        """The parcel whose envelope may leave with this message."""
        if not self._pipelining or self.served + 1 >= self._limit:
            return None
        following = desk.take_now()
        if following and not self._exchange.may_carry(following.recipient):
            desk.give_back(following)
            return None
        return following
