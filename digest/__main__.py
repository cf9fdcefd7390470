"""``python -m digest`` is the command ``digest``."""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """Entry point: the command, except for a one-shot run that has nothing to do, which ends at once."""
    if sys.argv[1:2] == ["run"]:
        # Nothing is in flight until the service takes over: a stop while it starts is a clean one.
        # Without this, process 1 of a container would not hear it at all.
        signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
        from digest import idle

        # Typer alone would take four times as long as finding out. Who sits at a terminal wants an answer.
        if not (sys.stderr and sys.stderr.isatty()) and idle.settled(sys.argv[2:]):
            return
    from digest.cli import main as command

    command()


if __name__ == "__main__":
    main()
