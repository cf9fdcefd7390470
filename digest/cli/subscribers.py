"""``digest subscribers``: add, remove, list, import, export; and ``digest bounces import``."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import _console
from digest.cli._options import ConfigOption, JsonOption, ThemeOption
from digest.errors import ConfigError, IntakeError

if TYPE_CHECKING:
    from digest.config import Config
    from digest.store.database import Store


def register(app: typer.Typer) -> None:
    subscribers = typer.Typer(help="Who gets which theme.", no_args_is_help=True, rich_markup_mode=None)
    subscribers.command("add")(add)
    subscribers.command("remove")(remove)
    subscribers.command("list")(list_)
    subscribers.command("import")(import_)
    subscribers.command("export")(export)
    app.add_typer(subscribers, name="subscribers")
    bounces = typer.Typer(help="Messages that came back.", no_args_is_help=True, rich_markup_mode=None)
    bounces.command("import")(import_bounces)
    bounces.callback()(lambda: None)
    app.add_typer(bounces, name="bounces")


Addresses = Annotated[list[str], typer.Argument(metavar="ADDR...", help="name@example.org")]
Again = Annotated[
    bool, typer.Option("--again", help="Also those that unsubscribed or were refused: they asked you to.")
]


def add(
    addresses: Addresses, config: ConfigOption = None, theme: ThemeOption = None, again: Again = False
) -> None:
    """Subscribe addresses to a theme, else to the first one. One that is wrong keeps no other out."""
    from digest.delivery.address import AddressError
    from digest.mailing import readers

    settings, store = _open(config)
    results = []
    with store:
        for text in addresses:
            try:
                results.append(readers.subscribe(store, settings.theme(theme).slug, text, again=again))
            except AddressError as error:
                _console.say(f"digest: {error}")
                results.append("wrong")
            _console.result(f"{results[-1]}: {text}")
    if "suppressed" in results:
        _console.say("suppressed: they left, or their server refused them; --again overrides that")
    if {"suppressed", "wrong"}.intersection(results):
        raise typer.Exit(1)


def remove(addresses: Addresses, config: ConfigOption = None, theme: ThemeOption = None) -> None:
    """Unsubscribe addresses from a theme; no import brings them back."""
    from digest.mailing import readers

    settings, store = _open(config)
    with store:
        for text in addresses:
            fresh = readers.unsubscribe(store, settings.theme(theme).slug, text)
            _console.result(f"{'removed' if fresh else 'was not subscribed'}: {text}")


def list_(config: ConfigOption = None, theme: ThemeOption = None, json_: JsonOption = False) -> None:
    """Subscribers, and whoever must not be written to."""
    from digest.store import subscribers

    settings, store = _open(config, asking=True)
    slug = settings.theme(theme).slug if theme else None
    with store:
        rows = list(subscribers.listing(store, slug))
    if json_:
        fields = ("theme", "address", "state", "source", "suppressed")
        _console.as_json([{name: getattr(row, name) for name in fields} for row in rows])
        return
    table = [("theme", "address", "state", "why")]
    table += [
        (row.theme or "(every theme)", row.address, row.state, row.suppressed or row.source) for row in rows
    ]
    _console.result(_console.table(table) if rows else "nobody")


def import_(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.csv",
            help="With a header that has a column address (or email); - for standard input.",
        ),
    ],
    config: ConfigOption = None,
    theme: ThemeOption = None,
) -> None:
    """Subscribe everyone in a CSV file. Columns: address, theme (without --theme, of several), state.

    A row that is wrong is reported with its line, and the others are imported.
    Whoever unsubscribed stays unsubscribed.
    """
    from digest.mailing import readers

    settings, store = _open(config)
    known = {each.slug for each in settings.themes}
    only = settings.theme(None).slug if len(known) == 1 else ""
    counts: dict[str, int] = {}
    with store:
        for line, row in _rows(file):
            row["theme"] = row.get("theme") or only
            result = readers.import_row(store, row, settings.theme(theme).slug if theme else "", known)
            if result.startswith("wrong"):
                _console.say(f"{file}:{line}: {result.partition(': ')[2]}")
            counts[result.partition(":")[0]] = counts.get(result.partition(":")[0], 0) + 1
    _console.result(", ".join(f"{count} {name}" for name, count in sorted(counts.items())) or "no rows")
    if counts.get("wrong"):
        raise typer.Exit(1)


def export(config: ConfigOption = None, theme: ThemeOption = None) -> None:
    """Print subscribers and suppressed addresses as CSV."""
    from digest.store import subscribers

    settings, store = _open(config, asking=True)
    with store:
        for line in subscribers.write_csv(
            subscribers.listing(store, settings.theme(theme).slug if theme else None)
        ):
            _console.exactly(line)


def import_bounces(
    source: Annotated[
        Path, typer.Argument(metavar="MAILDIR|MBOX", help="Where returned messages are collected.")
    ],
    config: ConfigOption = None,
    json_: JsonOption = False,
) -> None:
    """Read delivery reports, write no more to who is gone.

    A report counts only when it returns the Message-ID of a message of ours.
    """
    from digest.mailing import bounces

    _, store = _open(config)
    with store:
        counts = bounces.read_all(store, source)
    if json_:
        _console.as_json(counts)
    else:
        _console.result(", ".join(f"{count} {name}" for name, count in counts.items()))
        if not any(counts.values()) and source.is_file() and source.stat().st_size:
            fact = "there is no message in it; an mbox begins each one with a line 'From '"
            _console.say(f"digest: {source}: {fact}, a folder of messages is a maildir")


def _open(config: Path | None, *, asking: bool = False) -> tuple[Config, Store]:
    from digest import config as configuration
    from digest.store import open_store

    settings = configuration.load(config)
    if asking:
        _console.existing_store(settings)
    return settings, open_store(settings.store.address())


_ADDRESS = ("email", "e-mail", "email address", "e-mail address", "mail", "邮箱", "电子邮件")
"""What other programs call the column."""


def _rows(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and columns of each row; names of columns in lower case.

    As a spreadsheet saves it: in a Chinese one that is GB 18030, in a European one with semicolons.
    """
    from digest.intake.decoding import decode

    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        text = decode(data, str(file)).text if data else ""
    except OSError as error:
        raise ConfigError(str(file), f"cannot be read: {error.strerror}", "name a CSV file") from error
    except IntakeError as error:
        raise ConfigError(error.place, error.fact, "name a CSV file in UTF-8") from error
    header = text.partition("\n")[0]
    reader = csv.DictReader(text.splitlines(keepends=True), delimiter=max(",;\t", key=header.count))
    names = [name.strip().lower() for name in reader.fieldnames or ()]
    names = ["address" if name in _ADDRESS and "address" not in names else name for name in names]
    reader.fieldnames = names
    if "address" not in names:
        raise ConfigError(f"{file}:1", "no column address", "begin with a line such as: address,theme")
    for row in reader:
        yield (
            reader.line_num,
            {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)},
        )
