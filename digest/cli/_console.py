"""How the command speaks: results on standard output, talk on standard error, no colour in a pipe."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NoReturn

from digest.errors import DigestError

if TYPE_CHECKING:
    from digest.config import Config


def result(text: str) -> None:
    """What was asked for."""
    status("")
    sys.stdout.write(text + "\n")


def as_json(value: object) -> None:
    """One JSON object on standard output and nothing else."""
    result(json.dumps(value, ensure_ascii=False, indent=2))


def say(text: str) -> None:
    """What a person may want to know meanwhile."""
    status("")
    sys.stderr.write(text + "\n")


def say_kinds(reasons: Iterable[str]) -> None:
    """Which kinds of file digest reads: once, when any of *reasons* is that a file is of another."""
    from digest import intake

    if any(reason.startswith(intake.UNKNOWN_KIND) for reason in reasons):
        say(f"digest reads {intake.readable()}")


class _StatusLine:
    def __init__(self) -> None:
        self._standing = ""

    def __call__(self, text: str) -> None:
        shown = text[: shutil.get_terminal_size().columns - 1]  # a line that wraps cannot be wiped away
        if shown != self._standing and interactive():
            self._standing = shown
            sys.stderr.write(f"\r\x1b[K{shown}")
            sys.stderr.flush()


status = _StatusLine()
"""How far it is: a line on a terminal that makes way for the next one and for what is said. Else nothing."""


def fail(error: DigestError) -> NoReturn:
    """One line for each thing that is wrong, then the error's own exit code."""
    say(f"digest: {error}")
    raise SystemExit(error.exit_code)


def existing_store(settings: Config) -> None:
    """Asking must not make a store. Raises `StoreError` where nothing has run yet."""
    from digest.config.folders import sqlite_path
    from digest.errors import StoreError

    path = sqlite_path(settings.store.address())
    if path and not path.exists():
        raise StoreError(str(path), "there is no store: nothing has run here yet", "`digest run` makes it")


def interactive() -> bool:
    """True on a terminal that is not told to be plain."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


WORTH_A_BAR = 20
"""Fewer steps than this are done before a bar can be read."""


def progress(steps: Sequence[object], label: str) -> Iterable[object]:
    """The steps; with a bar on a terminal when there are many, in silence elsewhere."""
    if not interactive() or len(steps) < WORTH_A_BAR:
        return steps
    from rich.console import Console
    from rich.progress import track

    return track(steps, description=label, console=Console(stderr=True), transient=True)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows in aligned columns, two spaces apart; Han characters count double, as terminals draw them."""
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    lines = []
    for row in rows:
        cells = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _width(text: str) -> int:
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
