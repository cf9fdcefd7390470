"""How the command speaks: results on standard output, talk on standard error, no colour in a pipe."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn, TextIO

from digest.errors import DigestError
from digest.visible import in_lines, on_one_line

if TYPE_CHECKING:
    from digest.config import Config


def result(text: str) -> None:
    """What was asked for; nothing in it steers the terminal."""
    exactly(f"{in_lines(text)}\n")


def as_json(value: object) -> None:
    """One JSON object on standard output and nothing else."""
    exactly(f"{json.dumps(value, ensure_ascii=False, indent=2)}\n")


def exactly(text: str) -> None:
    """*text* as it is on standard output, for a program to read. Raises `DigestError` when it is full."""
    status("")
    if sys.stdout:  # closed (``>&-``), nobody wants to know
        with _writable():
            sys.stdout.write(text)


def finish() -> None:
    """What was written is with whoever reads it. Raises `DigestError` when it is full."""
    if sys.stdout:
        with _writable():
            sys.stdout.flush()


@contextmanager
def _writable() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        forget(
            sys.stdout
        )  # the reader (head, less) has what it wanted; the command ends as it would have ended
    except OSError as error:
        forget(sys.stdout)
        fact = f"cannot be written ({error.strerror})"
        raise DigestError("standard output", fact, "make room where it goes to") from error


def forget(stream: TextIO) -> None:
    """Nobody reads on: what is left in the buffer goes nowhere, and the interpreter's last flush succeeds."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(text: str) -> None:
    """What a person may want to know meanwhile. Where nobody can be told, nothing is said."""
    status("")
    if sys.stderr:
        try:
            sys.stderr.write(f"{in_lines(text)}\n")
            sys.stderr.flush()
        except OSError:
            forget(sys.stderr)


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
    return bool(sys.stderr) and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


WORTH_A_BAR = 20
"""Fewer steps than this are done before a bar can be read."""


def progress(steps: Sequence[object], label: str) -> Iterable[object]:
    """The steps; with a bar on a terminal when there are many, in silence elsewhere."""
    if not interactive() or len(steps) < WORTH_A_BAR:
        return steps
    from rich.console import Console
    from rich.progress import track

    return track(steps, description=label, console=Console(stderr=True), transient=True)


def table(cells: Sequence[Sequence[str]]) -> str:
    """Rows in aligned columns, two spaces apart; Han characters count double, as terminals draw them."""
    rows = [[on_one_line(cell) for cell in row] for row in cells]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    lines = []
    for row in rows:
        padded = [cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)]
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)


def _width(text: str) -> int:
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
