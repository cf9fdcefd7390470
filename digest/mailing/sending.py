"""Send an issue: freeze what is said and to whom, then deliver until every recipient is accounted for."""

from __future__ import annotations

import asyncio
import math
import random
import uuid
from collections.abc import Callable, Coroutine, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from digest.delivery import CHANNELS, Channel, Parcel, address
from digest.delivery.dkim import Signer
from digest.delivery.message import PLACEHOLDER, Letter, Mailing
from digest.delivery.tokens import Tokens
from digest.errors import ConfigError, DigestError, StoreError
from digest.mailing.desk import Desk, Tally
from digest.mailing.frozen import Frozen
from digest.mailing.ledger import Ledger
from digest.mailing.policy import Policy
from digest.mailing.recipients import check_recipients, reader_secret, recipients, target
from digest.mailing.run import run
from digest.mailing.stopping import Stop
from digest.model import Issue
from digest.store import deliveries, issues
from digest.store.database import Store
from digest.store.deliveries import Balance, Recipient
from digest.store.issues import StoredIssue

if TYPE_CHECKING:
    from digest.config import Config, MailSettings

Watch = Callable[[Tally, Balance], None]


@dataclass(frozen=True, slots=True)
class Report:
    """How a run ended. ``error`` stopped it; ``interrupted``: someone asked it to stop."""

    issue_id: str
    balance: Balance
    tally: Tally
    error: DigestError | None = None
    interrupted: bool = False

    @property
    def exit_code(self) -> int:
        """0 all is well; 4 some recipients failed or are in doubt; else the error's own."""
        if self.error:
            return self.error.exit_code
        return 4 if self.balance.failed or self.balance.in_doubt else 0


def send_issue(
    store: Store,
    issue: Issue | str,
    config: Config,
    *,
    to: Iterable[str] | None = None,
    nobody: bool = True,
    patience_seconds: float = math.inf,
    stop: Stop | None = None,
    watch: Watch | None = None,
) -> Report:
    """Deliver an issue, from where an earlier run left it to the end.

    *issue* is one to freeze now, or the id of one that was frozen before. *to*
    replaces the theme's recipients, when the issue is frozen; later only the
    same ones are accepted. For *nobody* see `freeze`. Deliveries that a server
    deferred are waited for, if they come due within *patience_seconds*.
    Raises `LockHeld` when another run is sending it, `ConfigError` for
    settings with which nothing can be sent.
    """
    issue_id = issue if isinstance(issue, str) else issue.id
    stop = stop or Stop()
    with store.lock(f"send {issue_id}"):
        row = issues.find_issue(store, issue_id)
        if row is None or row.recipients is None:
            if isinstance(issue, str):
                raise ConfigError(issue_id, "was never sent", "name its index.json")
            row = freeze(store, issue, config, to, nobody=nobody)
        elif to is not None:
            check_recipients(store, row, to)
        return deliver(store, row, config, patience_seconds, stop, watch)


def freeze(
    store: Store, issue: Issue, config: Config, to: Iterable[str] | None = None, *, nobody: bool = True
) -> StoredIssue:
    """Decide what the issue says and who gets it. The caller holds its lock.

    An issue for nobody is one that is only published; without *nobody* it is a
    `ConfigError`, so that recipients who are named too late still get it.
    """
    from digest import issue_json

    frozen = frozen_content(issue, config, store.clock())
    mailing = frozen.mailing()
    channel = open_channel(config, mailing)
    targets, secret = channel.targets(), reader_secret(store)
    wanted: Iterator[Recipient]
    if targets is not None and to is not None:
        raise ConfigError(
            "mail.channel", f"{config.mail.channel} has recipients of its own", "leave the addresses out"
        )
    if targets is None:
        given = config.theme(issue.theme.slug).recipients() if to is None else to
        wanted = recipients(store, issue.id, given, secret, joined=to is None, domain=mailing.sender.domain)
    else:
        wanted = (target(issue.id, secret, name, mailing.sender.domain) for name in targets)
    first = next(wanted, None)
    if first is None and not nobody:
        remedy = "name somebody in `to` of the theme, or: digest subscribers add ADDR"
        raise ConfigError(issue.id, "there is nobody to send it to", remedy)
    wanted = chain([first] if first else [], wanted)
    row = issues.put_issue(store, issue.id, document=issue_json.dump(issue))
    deliveries.freeze(store, row.key, frozen.dump(), wanted)
    return issues.find_issue(store, issue.id) or row


def frozen_content(issue: Issue, config: Config, when: float) -> Frozen:
    """The rendering and the envelope of *issue*; *when* is its Date, in seconds since 1970."""
    from digest import pipeline

    mail = config.mail
    sender = address.sender(mail.sender)
    to_leave = address.normalise(mail.unsubscribe) if mail.unsubscribe else sender.address
    page = unsubscribe_url(config, issue.theme.slug)
    link = page or f"mailto:{to_leave}?subject=unsubscribe%20{issue.theme.slug}"
    rendering = pipeline.render(
        issue,
        templates=config.templates,
        links=pipeline.links(issue, config, unsubscribe_url=link),
    )
    return Frozen(
        issue.id,
        rendering.subject,
        rendering.html,
        rendering.text,
        rendering.language,
        mail.sender,
        math.floor(when),
        to_leave,
        page,
        mail.reply_to,
        mail.list_id,
    )


def unsubscribe_url(config: Config, theme: str) -> str:
    """The link with `PLACEHOLDER` in it; "" without an https ``web.public_url`` (RFC 8058 wants https)."""
    public = config.web.public_url
    return f"{public}u/{theme}/{PLACEHOLDER}" if public.startswith("https:") else ""


def deliver(
    store: Store,
    row: StoredIssue,
    config: Config,
    patience_seconds: float,
    stop: Stop,
    watch: Watch | None = None,
) -> Report:
    """Deliver a frozen issue. The caller holds its lock."""
    mail = config.mail
    content = issues.rendering(store, row.key)
    if content is None:
        raise ConfigError(row.id, "was never frozen", "name its index.json")
    mailing = Frozen.load(content).mailing(signer(mail))
    deliveries.recover(store, row.key, mail.on_doubt)
    owner = uuid.uuid4().hex
    policy = Policy(
        mail.attempts,
        mail.backoff_seconds,
        mail.backoff_cap_seconds,
        mail.on_doubt,
        mail.rate,
        f"mail {mail.host}",
    )
    write = letter_writer(mailing, link_tokens(store, config))
    channel = open_channel(config, mailing)

    async def work() -> Desk:
        desk = Desk(
            Ledger(store, row.key, owner),
            policy,
            write,
            Stop(stop),  # what stops this run must not stop the others of a service
            random.random,
            lines=mail.connections,
        )
        watching = asyncio.create_task(_watched(desk, watch, deliveries.balance(store, row.key)))
        try:
            await run(desk, channel, patience_seconds)
        finally:
            watching.cancel()
        return desk

    desk = _loop(work)
    balance, error = _balance(store, row.key)
    return Report(row.id, balance, desk.tally, desk.error or error, stop.requested)


def _balance(store: Store, key: int) -> tuple[Balance, DigestError | None]:
    """Where the issue stands, also when the store can be read but not written any more."""
    try:
        return deliveries.close(store, key), None
    except StoreError as error:
        return deliveries.balance(store, key), error


async def _watched(desk: Desk, watch: Watch | None, before: Balance) -> None:
    while watch:
        watch(desk.tally, before)
        await asyncio.sleep(0.1)


def _loop(work: Callable[[], Coroutine[None, None, Desk]]) -> Desk:
    """Run on uvloop where it is installed: a third more messages a second."""
    try:
        from uvloop import new_event_loop
    except ImportError:
        return asyncio.run(work())
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        return runner.run(work())


def letter_writer(mailing: Mailing, tokens: Tokens) -> Callable[[Parcel], Letter]:
    theme, personal = mailing.theme, bool(mailing.unsubscribe_url)

    def write(parcel: Parcel) -> Letter:
        token = tokens.make(theme, parcel.reader) if personal else PLACEHOLDER
        return mailing.letter(parcel.recipient, parcel.message_id, token)

    return write


def link_tokens(store: Store, config: Config) -> Tokens:
    """Of unsubscribe links: signed with the configured key, else with one kept in the store."""
    import secrets

    return Tokens(config.web.signing_key() or store.meta("link-secret", lambda: secrets.token_urlsafe(32)))


def signer(mail: MailSettings) -> Signer | None:
    """Of DKIM signatures, when a key is configured. Raises `ConfigError` for half a configuration."""
    if not mail.dkim_key_file:
        return None
    if not mail.dkim_selector:
        raise ConfigError("mail.dkim_selector", "missing beside dkim_key_file", "name the key's DNS selector")
    domain = mail.dkim_domain or address.sender(mail.sender).domain
    return Signer.load(mail.dkim_key_file, domain, mail.dkim_selector)


def open_channel(config: Config, mailing: Mailing) -> Channel:
    """The configured way out; messages as files go beside the issues unless told otherwise."""
    folder = config.mail.folder or config.output.dir / "mail"
    mail = config.mail.model_copy(update={"folder": folder})
    return CHANNELS.get(mail.channel)(mail, mailing)
