"""``digest preview``: the page as it will be, in a browser, built again at every change."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import _console
from digest.cli._options import ConfigOption, SeedsArgument
from digest.errors import ConfigError

if TYPE_CHECKING:
    import socket

HOST = "127.0.0.1"
"""Fixed: a preview shows unpublished articles to whoever can reach it."""


def register(app: typer.Typer) -> None:
    app.command("preview")(preview)


def preview(
    seeds: SeedsArgument = None,
    config: ConfigOption = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes any free one.")] = 8765,
    look: Annotated[str | None, typer.Option("--look", metavar="LOOK", help="Show this look first.")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="The issue's day; else today.")
    ] = None,
) -> None:
    """Serve a preview on this machine that follows every change.

    Mail, phone, dark, text, size, and each sentence with its source.
    """
    import uvicorn

    from digest.web.preview import Desk
    from digest.web.preview_server import application

    missing = next((str(seed) for seed in seeds or () if not Path(seed).exists()), None)
    if missing:
        raise ConfigError(missing, "no such file or folder", "name files or folders that exist")
    desk = Desk(config, tuple(seeds or ()), as_of)
    _ = desk.settings  # a configuration that cannot be read ends the command, not the first page
    listener = _listen(port)
    query = f"?look={look}" if look else ""
    _console.result(f"http://{HOST}:{listener.getsockname()[1]}/{query}")
    sys.stdout.flush()  # a program that reads the address must not wait for the end
    _console.say("Ctrl-C ends it; pages load again when seeds, configuration or templates change")
    server = uvicorn.Server(
        uvicorn.Config(application(desk), log_level="warning", access_log=False, timeout_graceful_shutdown=1)
    )
    server.run(sockets=[listener])


def _listen(port: int) -> socket.socket:
    import socket

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
        listener.listen()  # whoever reads the address may ask before the server runs
    except OSError as error:
        listener.close()
        raise ConfigError(
            f"port {port}", error.strerror or "cannot be used", "choose another: --port 0"
        ) from error
    return listener
