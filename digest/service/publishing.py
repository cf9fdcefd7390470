"""From a slot that is due to an issue that is ready to send: once, whoever else tries."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, Protocol

from digest import issue_json, pipeline, slots
from digest.counting import counted
from digest.errors import DigestError, LockHeld, StoreError
from digest.model import Document, Issue, Skipped
from digest.service import pickup
from digest.store import articles, documents
from digest.store import issues as stored
from digest.store import slots as ledger

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from digest.config import Config, ThemeSettings
    from digest.mailing.sending import Report
    from digest.mailing.stopping import Stop
    from digest.slots import Schedule
    from digest.store.database import Store
    from digest.store.slots import SlotRow

log = logging.getLogger("digest.service")


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a slot; ``elsewhere`` when another process has decided it meanwhile."""

    issue: str
    state: Literal["ready", "skipped", "elsewhere"]
    reason: str = ""


class Tickets(Protocol):
    """Hands work to workers on other machines, inside the transaction that makes it necessary.

    A ticket may be lost or come twice: our rows say what is to be done.
    """

    def prepare(self, connection: Connection, keys: Sequence[int]) -> None:
        """Articles by their ids."""

    def send(self, connection: Connection, issue_id: str) -> None:
        """An issue that is ready."""


@dataclass(frozen=True, slots=True)
class Window:
    """The articles that an issue considers: ids in (``after``, ``upto``], and what is new in them."""

    after: int
    upto: int
    prepared: pipeline.Prepared


# --- which slots ---------------------------------------------------------------


def decide(store: Store, config: Config, settings: ThemeSettings, now: float) -> list[SlotRow]:
    """Give every slot up to *now* its row; the ones still to be built, oldest first."""
    schedule = config.schedule(settings)
    if schedule is None:
        return []
    slug = settings.slug
    with store.write() as connection:
        since = ledger.started(store, connection, slug, schedule.fields, str(schedule.zone), now)
        last = ledger.last_decided(connection, slug, now)
        after = _instant(since if last is None else max(since, last))
        due = slots.decide(schedule, after=after, now=_instant(now))
        decided = [(slot, "") for slot in due.publish] + [(each.slot, each.reason) for each in due.skip]
        for slot, reason in sorted(decided):
            _record(store, connection, slug, schedule, slot, now, reason)
        waiting = ledger.undecided(connection, slug)
    return _give_up(store, schedule, waiting, now)


def _give_up(store: Store, schedule: Schedule, waiting: list[SlotRow], now: float) -> list[SlotRow]:
    """Skip the slots that a later one has overtaken; the rest.

    Not while somebody builds: the slot under construction would be lost each
    time the next one came, and a slow machine with a fast schedule never publish.
    """
    late = {row: reason for row in waiting if (reason := _overtaken(schedule, row, waiting[-1], now))}
    if not late:
        return waiting
    try:
        with store.lock(_building(waiting[-1].theme)), store.write() as connection:
            for row, reason in late.items():
                found = ledger.find(connection, row.key)
                if found is None or found.state not in ledger.UNDECIDED:
                    continue  # made since we looked
                stored.set_state(connection, row.key, "skipped", now, reason)
                log.warning("slot skipped", extra={"issue": _id(row), "reason": reason})
    except LockHeld:
        return waiting
    return [row for row in waiting if row not in late]


def _record(
    store: Store,
    connection: Connection,
    theme: str,
    schedule: Schedule,
    slot: datetime,
    now: float,
    reason: str,
) -> None:
    """A number may be taken by an issue made by hand that day: then the slot's bears its time too."""
    for timed in (False, True):
        number = slots.number(schedule, slot, timed=timed)
        if ledger.record(store, connection, theme, number, slot.timestamp(), now, skipped=reason):
            event = "slot skipped" if reason else "slot due"
            log.info(event, extra={"issue": f"{theme}/{number}", "reason": reason})
            return
    log.error("slot lost: its number is taken twice", extra={"theme": theme, "slot": slot.isoformat()})


def _overtaken(schedule: Schedule, row: SlotRow, newest: SlotRow, now: float) -> str:
    """Why a slot whose issue could not be made until now is given up; "" to go on trying."""
    failed = f" ({row.reason})" if row.reason else ""
    if schedule.grace and now - row.slot > schedule.grace.total_seconds():
        return f"not made within its grace{failed}"
    if row.slot < newest.slot and schedule.catch_up != "all":
        return f"not made before the slot of {newest.number}{failed}"
    return ""


# --- one slot ------------------------------------------------------------------


def publish(
    store: Store,
    config: Config,
    settings: ThemeSettings,
    row: SlotRow,
    now: float,
    *,
    newest: bool = True,
    tickets: Tickets | None = None,
) -> Decision:
    """Build the issue of a slot, write it to the output folder and mark it ready to send.

    The *newest* slot takes every article there is; an earlier one only those
    that had arrived by then. Raises `LockHeld` while another process builds for
    the theme; any failure leaves the slot due, with the reason.
    """
    with store.lock(_building(settings.slug)):
        with store.write() as connection:
            found = ledger.find(connection, row.key)
            if found is None or found.state not in ledger.UNDECIDED:
                return Decision(_id(row), "elsewhere")
            stored.set_state(connection, row.key, "building", now)
        try:
            return _build(store, config, settings, row, now, newest, tickets)
        except Exception as error:
            reason = str(error) if isinstance(error, DigestError) else f"{type(error).__name__}: {error}"
            with store.write() as connection:
                stored.set_state(connection, row.key, "due", now, reason)
            raise


def _build(
    store: Store,
    config: Config,
    settings: ThemeSettings,
    row: SlotRow,
    now: float,
    newest: bool,
    tickets: Tickets | None,
) -> Decision:
    with store.read() as connection:
        before = ledger.previous(connection, settings.slug, row.slot)
    found = window(store, config, settings.slug, None if newest else row.slot, before[1] if before else 0.0)
    theme = settings.theme()
    issue = pipeline.assemble(
        found.prepared,
        theme,
        number=row.number,
        as_of=_instant(row.slot).astimezone(config.zone(settings)).date().isoformat(),
        language=config.language,
        previous=issue_json.load(before[0], place=f"the issue before {_id(row)}") if before else None,
        others=pipeline.other_themes(theme, config),
    )
    if len(issue.articles) < settings.min_new_articles:
        count = len(issue.articles)
        reason = f"{counted(count, 'new article')}, fewer than min_new_articles = {settings.min_new_articles}"
        return _close(store, row, now, "skipped", reason)
    complaint = _write(config, issue)
    return _close(store, row, now, "ready", complaint, issue=issue, window=found, tickets=tickets)


def _close(
    store: Store,
    row: SlotRow,
    now: float,
    state: Literal["ready", "skipped"],
    reason: str,
    *,
    issue: Issue | None = None,
    window: Window | None = None,
    tickets: Tickets | None = None,
) -> Decision:
    """The one transaction that decides a slot; it does nothing when the slot was given up meanwhile."""
    with store.write() as connection:
        found = ledger.find(connection, row.key)
        if found is None or found.state != "building":
            return Decision(_id(row), "elsewhere")
        columns = {"document": issue_json.dump(issue)} if issue else {}
        stored.set_state(connection, row.key, state, now, reason, **columns)
        if window:
            ledger.set_window(store, connection, row.key, window.after, window.upto)
        if tickets and state == "ready":
            tickets.send(connection, _id(row))
    articles_count = len(issue.articles) if issue else 0
    log.info(f"issue {state}", extra={"issue": _id(row), "articles": articles_count, "reason": reason})
    return Decision(_id(row), state, reason)


def _write(config: Config, issue: Issue) -> str:
    """Write the issue's files; why that failed, or "". A full disk must not keep the mail from going out."""
    rendering = pipeline.render(issue, templates=config.templates, links=pipeline.links(issue, config))
    try:
        pipeline.write(issue, rendering, config.output.dir, config.output.formats)
    except (OSError, DigestError) as error:
        reason = f"not written to {config.output.dir}: {error}"
        log.error("issue not written", extra={"issue": issue.id, "reason": reason})
        return reason
    return ""


# --- its readers ---------------------------------------------------------------


def send(store: Store, config: Config, issue_id: str, patience_seconds: float, stop: Stop) -> Report:
    """Send an issue that is ready, or go on where it stopped; see `digest.mailing.sending.send_issue`."""
    from digest.mailing.sending import send_issue

    row = stored.find_issue(store, issue_id)
    document = stored.document(store, row.key) if row else None
    if row is None or document is None:
        raise StoreError(issue_id, "was never built", "see: digest issues list")
    issue: Issue | str = issue_id
    if row.recipients is None:
        issue = issue_json.load(document, config.theme(row.theme).theme(), issue_id)
    report = send_issue(store, issue, config, patience_seconds=patience_seconds, stop=stop)
    facts = {name: getattr(report.balance, name) for name in report.balance.__dataclass_fields__}
    if row.recipients is None or any(vars(report.tally).values()):  # else there was nothing left to do
        log.info("issue sent", extra={"issue": issue_id, "interrupted": report.interrupted or None, **facts})
    return report


# --- its articles --------------------------------------------------------------


def window(store: Store, config: Config, theme: str, arrived_by: float | None, noted_after: float) -> Window:
    """What no published issue of *theme* has considered yet, prepared by the rules in force."""
    with store.read() as connection:
        after = ledger.covered(connection, theme)
        upto = articles.latest(connection, arrived_by=arrived_by, after=after)
        rows = articles.window(connection, after, upto)
        known = articles.outcomes(connection, sorted({row.id for row in rows}))
        refused = articles.noted(connection, ("rejected", "skipped", "retry"), noted_after, store.clock())
    outcomes = _refreshed(store, config, rows, known)
    whole = [each for row in rows for each in pickup.renamed(outcomes.get(row.id, ()), row.path)]
    kept = [each for each in whole if isinstance(each, Document)]
    kept, refused_now = _without_frames(store, config, kept, upto)
    whole += refused_now
    with store.read() as connection:
        met = articles.first_met(connection, sorted({pickup.text_hash(each) for each in kept}))
    new = tuple(each for each in kept if met.get(pickup.text_hash(each), upto) > after)
    skipped = {each.path: each for each in whole if isinstance(each, Skipped)}
    skipped |= {row.path: Skipped(row.path, row.reason) for row in refused}
    return Window(after, upto, pipeline.Prepared(new, tuple(skipped[path] for path in sorted(skipped))))


NEIGHBOURS = 500
"""The last articles that came, beside which those of a window are seen: they tell the frames of sites."""


def _without_frames(
    store: Store, config: Config, kept: list[Document], upto: int
) -> tuple[list[Document], list[Skipped]]:
    """*kept* without what the articles before and beside them have too; those of which nothing is left.

    Each was prepared when it came, alone; the store remembers its neighbours, and those that have lines in
    common with them are cleaned once more. The store keeps what was made of each alone.
    """
    from digest import cleaning

    with store.read() as connection:
        near = articles.outcomes(connection, articles.last_prepared(connection, upto, NEIGHBOURS))
    beside = [each.article for key in sorted(near) for each in _remembered(near[key][1])]
    known = {each.article.id for each in kept}
    frames = cleaning.common(
        [*(each.article for each in kept), *(each for each in beside if each.id not in known)]
    )
    outcomes = [pickup.without_frames(each, frames, config) for each in kept]
    return (
        [each for each in outcomes if isinstance(each, Document)],
        [each for each in outcomes if isinstance(each, Skipped)],
    )


def _remembered(data: bytes) -> list[Document]:
    try:
        return [each for each in documents.load(data) if isinstance(each, Document)]
    except ValueError:  # of an older version
        return []


def _refreshed(
    store: Store, config: Config, rows: list[articles.ArticleRow], known: dict[int, tuple[str, bytes]]
) -> dict[int, documents.Outcome]:
    """The outcome of each article; one made by other rules is made anew while its file is as it was."""
    rules = pickup.rules(config)
    outcomes: dict[int, documents.Outcome] = {}
    anew: dict[int, bytes] = {}
    for row in rows:
        if row.id in outcomes:
            continue
        if row.id not in known:
            outcomes[row.id] = _awaited(store, config, row)
            continue
        by, data = known[row.id]
        if by != rules and (content := pickup.content_of(config, row)) is not None:
            outcomes[row.id] = pickup.prepare(content, row.path, config)
            anew[row.id] = documents.dump(outcomes[row.id])
        else:
            outcomes[row.id] = _loaded(row, data)
    if anew:
        articles.keep_outcomes(store, rules, anew)
        log.info("articles prepared anew", extra={"articles": len(anew), "rules": rules})
    return outcomes


def _awaited(store: Store, config: Config, row: articles.ArticleRow) -> documents.Outcome:
    """An article that no worker has prepared yet, or whose cache was emptied: the slot does not wait."""
    with store.read() as connection:
        kept = articles.content_kept(connection, row.id)
        _, done = articles.outcomes(connection, [row.id]).get(row.id, ("", b""))
    content = kept[1] if kept else None if done else pickup.content_of(config, row)
    if content is None:
        return _loaded(row, done)
    made = pickup.prepared(content, row.path, config)
    articles.finish(store, row.id, made, store.clock())
    return documents.load(made.outcome)


def _loaded(row: articles.ArticleRow, data: bytes) -> documents.Outcome:
    try:
        return documents.load(data)
    except ValueError:
        fact = "was prepared by an older version, and its file is gone or has changed"
        return (Skipped(row.path, f"{fact}; put the file back"),)


def _instant(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _building(theme: str) -> str:
    """The name of the lock of whoever builds for a theme."""
    return f"build {theme}"


def _id(row: SlotRow) -> str:
    return f"{row.theme}/{row.number}"
