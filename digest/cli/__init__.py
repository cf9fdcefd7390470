"""The command: each module parses, calls the library, prints, and chooses the exit code.

``digest --help`` must answer at once: modules here import nothing heavy at the
top, and Typer is used without its rich formatting (0.11 s against 0.26 s).
"""

from __future__ import annotations

import importlib
import sys
from typing import Annotated

import typer

from digest import __version__
from digest.cli import _console
from digest.errors import DigestError

_MODULES = (
    "project",
    "build",
    "summarize",
    "preview",
    "service",
    "mail",
    "seeds",
    "issues",
    "subscribers",
    "site",
    "looks",
)
"""In the order ``digest --help`` lists their commands."""


def application() -> typer.Typer:
    """The whole tree of commands."""
    app = typer.Typer(
        name="digest",
        help="A folder of articles in, a themed newsletter out. Every sentence is the author's own.",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for name in _MODULES:
        importlib.import_module(f"digest.cli.{name}").register(app)
    return app


def _version(asked: bool) -> None:
    if asked:
        _console.result(f"digest {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    pass


def main() -> None:
    """Entry point. A `DigestError` becomes one line and its exit code; anything else is a bug."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            application()()
        finally:
            _console.finish()
    except DigestError as error:
        _console.fail(error)
