"""Options that several commands share, so that they read the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ConfigOption = Annotated[
    Path | None,
    typer.Option(
        "-c", "--config", help="Configuration; else $DIGEST_CONFIG, config/digest.toml, the defaults."
    ),
]
ThemeOption = Annotated[str | None, typer.Option("--theme", metavar="SLUG", help="Only this theme.")]
JsonOption = Annotated[bool, typer.Option("--json", help="One JSON object on standard output, nothing else.")]
SeedsArgument = Annotated[
    list[Path] | None,
    # One that may not be read is a row of the result, as any bad file: it does not keep the others out.
    typer.Argument(metavar="SEEDS", readable=False, help="Files or folders; else the configured folder."),
]
