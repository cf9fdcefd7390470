"""One message in SMTP commands (RFC 5321), grouped when the server allows it (RFC 2920)."""

from __future__ import annotations

from digest.delivery.address import is_ascii
from digest.delivery.decisions import Answer, Step
from digest.delivery.message import Letter
from digest.delivery.smtp.connection import Connection
from digest.delivery.smtp.wire import Lost, Unsent

END = b".\r\n"
ENVELOPE = (Step.MAIL, Step.RCPT, Step.DATA)
NO_SMTPUTF8 = Answer(Step.RCPT, 553, "5.6.7 the server takes ASCII addresses only")


class Exchange:
    """Knows where the session stands; every answer it returns says which step it answers."""

    def __init__(self, connection: Connection) -> None:
        self._connection, self._wire = connection, connection.wire
        self._open = False
        """Whether the server holds an envelope that came to nothing: MAIL would be refused as nested."""

    def commands(self, letter: Letter) -> tuple[bytes, bytes, bytes]:
        options = f" SIZE={len(letter.data)}" if self._connection.size else ""
        if not is_ascii(letter.recipient):
            options += " SMTPUTF8"
        return (
            f"MAIL FROM:<{letter.sender}>{options}\r\n".encode(),
            f"RCPT TO:<{letter.recipient}>\r\n".encode(),
            b"DATA\r\n",
        )

    def may_carry(self, recipient: str) -> bool:
        return self._connection.smtputf8 or is_ascii(recipient)

    async def envelope(self, letter: Letter, announced: bool) -> Answer | None:
        """Get as far as 354. Returns the refusal, or None when the content may follow.

        *announced*: the commands left already, behind the message before.
        """
        if not self.may_carry(letter.recipient):
            return NO_SMTPUTF8
        step = Step.MAIL
        grouped = self._connection.pipelining
        try:
            await self._clear()
            if grouped and not announced:
                await self._wire.send(b"".join(self.commands(letter)))
            commands = () if grouped else self.commands(letter)
            refused: Answer | None = None
            for place, step in enumerate(ENVELOPE):
                if not grouped:
                    if refused:
                        break
                    await self._wire.send(commands[place])
                answer = await self._wire.answer(step)
                if refused and step is Step.DATA and answer.code == 354:
                    await self._nothing()
                refused = refused or (None if _accepts(answer) else answer)
                if answer.code == 421:
                    break
            self._open = refused is not None
            return refused
        except Lost as lost:
            return Answer(step, None, str(lost))

    def begin(self, letter: Letter) -> None:
        """Send the message without its final dot: until that comes, no server takes it for a message."""
        self._wire.begin(letter.data)

    async def finish(self, following: Letter | None) -> Answer:
        """Send the final dot, and behind it the commands of the next. Returns the answer to the dot."""
        try:
            await self._wire.send(b"".join((END, *(self.commands(following) if following else ()))))
            return await self._wire.answer(Step.DOT)
        except Unsent as lost:
            return Answer(Step.BODY, None, str(lost))
        except Lost as lost:
            return Answer(Step.DOT, None, str(lost))

    async def _clear(self) -> None:
        if self._open:
            await self._wire.send(b"RSET\r\n")
            await self._wire.answer(Step.MAIL)
            self._open = False

    async def _nothing(self) -> None:
        """The server wants the content of a message that has no recipient: there is none (RFC 2920, 3.1)."""
        await self._wire.send(END)
        await self._wire.answer(Step.DOT)


def _accepts(answer: Answer) -> bool:
    if answer.step is Step.DATA:
        return answer.code == 354
    return answer.code is not None and 200 <= answer.code < 300
