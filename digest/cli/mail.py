"""``digest send``, ``digest retry`` and ``digest backup``: parse, call `digest.mailing`, print."""

from __future__ import annotations

import signal
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import _console
from digest.cli._options import ConfigOption, JsonOption
from digest.counting import counted
from digest.errors import ConfigError

if TYPE_CHECKING:
    from digest.config import Config
    from digest.mailing.desk import Tally
    from digest.mailing.sending import Report
    from digest.mailing.stopping import Stop
    from digest.model import Issue
    from digest.store.database import Store
    from digest.store.deliveries import Balance


def register(app: typer.Typer) -> None:
    app.command("send")(send)
    app.command("retry")(retry)
    app.command("backup")(backup)


IssueArgument = Annotated[
    str | None,
    typer.Argument(metavar="ISSUE", help="An id, or a path of index.json; else the newest built."),
]


def send(
    issue: IssueArgument = None,
    config: ConfigOption = None,
    to: Annotated[
        list[str] | None,
        typer.Option(
            "--to", metavar="ADDR", help="Send to these only, not to the theme's recipients; repeatable."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print what would happen; send nothing.")
    ] = False,
    test: Annotated[
        str | None, typer.Option("--test", metavar="ADDR", help="Send one message there; keep no state.")
    ] = None,
    patience: Annotated[
        float | None,
        typer.Option(
            "--patience",
            metavar="SECONDS",
            min=0,
            help="Seconds to wait for deferred deliveries; else until all are final.",
        ),
    ] = None,
    json_: JsonOption = False,
) -> None:
    """Send an issue, or go on where an earlier run stopped.

    Ends with 0 when all is well, 4 when some recipients failed or are in
    doubt, 5 when another run is sending this issue.
    """
    from digest import config as configuration
    from digest.mailing import finding, sending
    from digest.store import open_store

    settings = configuration.load(config)
    _check_addresses([*(to or ()), *([test] if test else ())], settings)
    if test:
        _test(finding.find(None, settings, issue), settings, test, json_)
        return
    with open_store(settings.store.address()) as store:
        found = _found(store, settings, issue)
        if dry_run:
            _dry_run(store, found, settings, to, json_)
            return
        stop = _stop_on_signals()
        _tell_troubles()
        report = sending.send_issue(
            store,
            found,
            settings,
            to=to,
            nobody=False,
            patience_seconds=float("inf") if patience is None else patience,
            stop=stop,
            watch=_watch,
        )
        _tell(store, report, json_)


def retry(
    issue: Annotated[str, typer.Argument(metavar="ISSUE", help="The id of an issue that was sent.")],
    config: ConfigOption = None,
    failed: Annotated[bool, typer.Option("--failed", help="Those that a server refused for good.")] = False,
    in_doubt: Annotated[
        bool, typer.Option("--in-doubt", help="Those that may have got it; they may get a second copy.")
    ] = False,
    json_: JsonOption = False,
) -> None:
    """Send an issue again where it failed or is in doubt."""
    from digest import config as configuration
    from digest.mailing import sending
    from digest.store import deliveries, issues, open_store

    if failed == in_doubt:
        raise ConfigError("retry", "say which", "give either --failed or --in-doubt")
    settings = configuration.load(config)
    with open_store(settings.store.address()) as store:
        row = issues.find_issue(store, issue)
        if row is None or row.recipients is None:
            raise ConfigError(issue, "was never sent", "see: digest status")
        with store.lock(f"send {row.id}"):
            count = deliveries.retry(store, row.key, "failed" if failed else "in_doubt")
        _console.say(f"{count} to try again")
        _tell_troubles()
        report = sending.send_issue(store, row.id, settings, stop=_stop_on_signals(), watch=_watch)
        _tell(store, report, json_)


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="A file that does not exist yet.")],
    config: ConfigOption = None,
) -> None:
    """Copy the store, consistent while it is in use (SQLite)."""
    from digest import config as configuration
    from digest.store import open_store

    settings = configuration.load(config)
    _console.existing_store(settings)
    with open_store(settings.store.address()) as store:
        store.backup(target)
    _console.result(target.as_posix())


def _found(store: Store, settings: Config, named: str | None) -> Issue | str:
    """The issue, or its id alone when it was frozen before and its file is gone."""
    from digest.mailing import finding
    from digest.store import issues

    row = issues.find_issue(store, named) if named else None
    return row.id if row and row.recipients is not None else finding.find(store, settings, named)


def _check_addresses(typed: list[str], settings: Config) -> None:
    """A slip at the prompt must not be frozen as the issue's recipients. A chat's are no addresses."""
    from digest.delivery.address import AddressError, sender

    for text in typed if settings.mail.channel != "apprise" else ():
        try:
            sender(text)
        except AddressError as error:
            raise ConfigError(error.place, error.fact, error.remedy) from error


def _stop_on_signals() -> Stop:
    """SIGTERM and SIGINT finish what is in flight; a second one stops at once."""
    from digest.mailing.stopping import Stop

    stop = Stop()

    def stopped(number: int, _frame: FrameType | None) -> None:
        if stop.requested:
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)
        _console.say("stopping: finishing what is in flight; once more stops at once")
        stop.request()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stopped)
    return stop


def _tell_troubles() -> None:
    """Why a run waits: a warning of the library becomes a line."""
    import logging

    class Line(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            _console.say(f"{record.getMessage()}: {getattr(record, 'reason', '')}".rstrip(": "))

    log = logging.getLogger("digest")
    if not log.handlers:
        log.addHandler(Line(logging.WARNING))
        log.propagate = False


def _watch(tally: Tally, before: Balance) -> None:
    """A line whose numbers add up, like the balance at the end."""
    sent, failed, doubtful = before.sent + tally.sent, tally.failed, tally.in_doubt
    left = before.waiting + before.deferred - tally.sent - failed - doubtful
    parts = [f"sent {sent} of {sent + left + failed + doubtful}", f"{left} left"]
    parts += [f"{failed} failed"] if failed else []
    parts += [f"{doubtful} in doubt"] if doubtful else []
    _console.status(", ".join(parts))


def _tell(store: Store, report: Report, json_: bool) -> None:
    from digest.store import deliveries, issues

    balance, tally, row = report.balance, report.tally, issues.find_issue(store, report.issue_id)
    limit = None if json_ else SHOWN
    told = deliveries.rows(store, row.key, ("failed", "in_doubt"), limit=limit) if row else []
    if json_:
        fields = ("recipient", "state", "code", "reason")
        _console.as_json(
            {
                "issue": report.issue_id,
                "state": balance.state,
                **_counts(balance),
                "not_sent": [dict(zip(fields, each, strict=True)) for each in told],
                "stopped": str(report.error) if report.error else None,
            }
        )
    else:
        _console.result(f"{report.issue_id}: {_words(balance)}")
        for recipient, state, code, reason in told:
            _console.say(f"  {state.replace('_', ' ')}: {recipient}: {f'{code} ' if code else ''}{reason}")
        more = balance.failed + balance.in_doubt - len(told)
        if more > 0:
            _console.say(f"  and {more} more: digest send {report.issue_id} --json")
    if report.error:
        _console.fail(report.error)
    elif balance.sent and not (report.interrupted or tally.sent or tally.failed or tally.in_doubt):
        _console.say("nothing was sent now; who gets an issue is decided when it is first sent")
    raise typer.Exit(report.exit_code)


SHOWN = 20
"""Failures printed one by one; more of them scroll the balance away."""


def _counts(balance: Balance) -> dict[str, int]:
    return {
        "recipients": balance.recipients,
        "sent": balance.sent,
        "failed": balance.failed,
        "suppressed": balance.suppressed,
        "deferred": balance.deferred + balance.waiting,
        "in_doubt": balance.in_doubt,
    }


def _words(balance: Balance) -> str:
    """A sum that adds up."""
    counts = _counts(balance)
    parts = [f"{count} {name.replace('_', ' ')}" for name, count in counts.items() if name != "recipients"]
    return f"{counted(balance.recipients, 'recipient')} = {' + '.join(parts)}"


def _dry_run(store: Store, issue: Issue | str, settings: Config, to: list[str] | None, json_: bool) -> None:
    from digest.mailing import preview

    told = preview.of(store, issue, settings, to)
    if json_:
        named = issue if isinstance(issue, str) else issue.id
        _console.as_json({"issue": named, "dry_run": told.splitlines()})
    else:
        _console.result(told)


def _test(issue: Issue, settings: Config, recipient: str, json_: bool) -> None:
    from digest.mailing import preview

    message_id = preview.test(issue, settings, recipient)
    if json_:
        _console.as_json({"issue": issue.id, "recipient": recipient, "message_id": message_id})
        return
    _console.result(f"{issue.id}: one message to {recipient}, {message_id}")
