"""Before the real thing: what a send would do, and one message to oneself. Neither changes any state."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from digest.counting import counted
from digest.delivery import Attempt, Parcel
from digest.delivery.address import AddressError, normalise, reader_key, sender
from digest.delivery.decisions import Fate, judge
from digest.delivery.message import Letter, Mailing, message_id, morning
from digest.delivery.tokens import Tokens
from digest.errors import DeliveryError
from digest.mailing.recipients import check_recipients, reader_secret
from digest.mailing.sending import frozen_content, letter_writer, open_channel, signer
from digest.model import Issue
from digest.store import deliveries, issues, subscribers
from digest.store.database import Store

if TYPE_CHECKING:
    from digest.config import Config


def of(store: Store, issue: Issue | str, config: Config, to: Sequence[str] | None) -> str:
    """A few lines: what would be sent, to how many, through which server."""
    issue_id = issue if isinstance(issue, str) else issue.id
    row, mail = issues.find_issue(store, issue_id), config.mail
    lines = [f"issue {issue_id}: nothing is sent, this is a dry run"]
    if not isinstance(issue, str):
        mailing = frozen_content(issue, config, store.clock()).mailing(signer(mail))
        size = len(mailing.letter("someone@example.org", "<dry-run@example.org>").data)
        lines += [
            f"from     {mail.sender}",
            f"subject  {mailing.rendering.subject}",
            f"size     {size / 1000:.1f} kB each",
        ]
    lines.append(f"through  {_way(config)}")
    if row and row.recipients is not None:
        if to is not None:
            check_recipients(store, row, to)
        balance = deliveries.balance(store, row.key)
        left = balance.waiting + balance.deferred
        lines.append(
            f"frozen   {counted(balance.recipients, 'recipient')}: "
            f"{balance.sent} got it already, {left} to get it now"
        )
        return "\n".join(lines)
    theme = issue_id.partition("/")[0]
    given = config.theme(theme).recipients() if to is None else tuple(to)
    joined = [] if to is not None else [reader for _, reader in subscribers.addresses(store, theme)]
    return "\n".join([*lines, *_recipients(store, theme, given, joined)])


def _way(config: Config) -> str:
    mail = config.mail
    if mail.channel != "smtp":
        return f"channel {mail.channel}"
    rate = f", at most {mail.rate:g} a second" if mail.rate else ""
    return f"{mail.host}:{mail.port} ({mail.tls}), {mail.connections} connections{rate}"


def _recipients(store: Store, theme: str, given: Sequence[str], joined: Sequence[str]) -> list[str]:
    secret = reader_secret(store)
    readers, wrong = set(joined), []
    for text in given:
        try:
            readers.add(reader_key(secret, sender(text).address))
        except AddressError as error:
            wrong.append(str(error))
    with store.read() as connection:
        suppressed = subscribers.suppressed_among(connection, theme, sorted(readers))
    return [
        f"to       {counted(len(readers) - len(suppressed), 'recipient')}, {len(suppressed)} more suppressed",
        *(f"failed   {reason}" for reason in wrong),
    ]


def sample(issue: Issue, config: Config) -> bytes:
    """The message as it would be sent, to the sender itself; the bytes depend on the arguments alone.

    Its unsubscribe link holds a placeholder, and nothing signs it: both need
    secrets, and a file may go anywhere.
    """
    mailing = frozen_content(issue, config, morning(issue.as_of)).mailing()
    own = message_id(issue.id, mailing.sender.address, mailing.sender.domain)
    return mailing.letter(mailing.sender.address, own).data


class OneDesk:
    """A desk with a single parcel and no ledger."""

    def __init__(self, parcel: Parcel, letter: Letter) -> None:
        self._parcel: Parcel | None = parcel
        self._letter = letter
        self.attempt: Attempt | None = None

    async def take(self) -> Parcel | None:
        return self.take_now()

    def take_now(self) -> Parcel | None:
        parcel, self._parcel = self._parcel, None
        return parcel

    def give_back(self, parcel: Parcel) -> None:
        self._parcel = parcel

    def letter(self, _parcel: Parcel) -> Letter:
        return self._letter

    async def settle(self, done: Sequence[Attempt] = (), starting: Parcel | None = None) -> None:
        for attempt in done:
            self.attempt = attempt


def test(issue: Issue, config: Config, recipient: str) -> str:
    """Send one message now and keep nothing. Returns its Message-ID.

    Raises `DeliveryError` when the server refused it.

    Its unsubscribe link is signed with a key that is thrown away: following it does nothing.
    """
    mailing = frozen_content(issue, config, time.time()).mailing(signer(config.mail))
    return send_now(config, mailing, normalise(recipient))


def send_now(config: Config, mailing: Mailing, recipient: str) -> str:
    """Send one message outside any ledger. Raises `DeliveryError` when it was refused."""
    # A Message-ID of its own: it is no copy of the issue.
    own = message_id(f"{mailing.issue_id} {secrets.token_hex(8)}", recipient, mailing.sender.domain)
    parcel = Parcel(0, recipient, reader_key("test", recipient), own)
    desk = OneDesk(parcel, letter_writer(mailing, Tokens(secrets.token_hex(16)))(parcel))
    channel = open_channel(config, mailing)

    async def work() -> None:
        async with channel.open() as line:
            await line.work(desk)

    asyncio.run(work())
    if desk.attempt and judge(desk.attempt.answer).fate is not Fate.SENT:
        answer = desk.attempt.answer
        raise DeliveryError(recipient, f"at {answer.step}: {answer.code or 'no answer'} {answer.text}")
    return own
