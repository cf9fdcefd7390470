"""``digest init``, ``check`` and ``config``: set up a project, and say what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import _console
from digest.cli._options import ConfigOption, JsonOption
from digest.errors import ConfigError, DigestError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.config import Config

FOLDERS = ("config", "templates", "seeds")
"""What `init` copies, in the order it says so."""


def register(app: typer.Typer) -> None:
    app.command("init")(init)
    app.command("check")(check)
    settings = typer.Typer(help="The configuration in force, and its JSON Schema.", no_args_is_help=True)
    settings.command("show")(show)
    settings.command("schema")(schema)
    app.add_typer(settings, name="config")


def init(
    directory: Annotated[Path, typer.Argument(metavar="DIR", help="New or existing folder.")] = Path(),
) -> None:
    """Write a working project into DIR; overwrite nothing.

    It gets a configuration, templates and sample articles.
    """
    written: list[Path] = []
    kept: list[Path] = []
    for source, target in _copies(directory):
        new = _write_new(source, target)
        (written if new else kept).append(target)
        if not new and _differs(source, target):
            _console.say(f"yours, kept as it is: {target.as_posix()}")
    _console.result(f"{len(written)} files written, {len(kept)} kept as they were, in {directory.as_posix()}")
    if written:
        where = "" if directory == Path() else f"cd {directory.as_posix()} && "
        _console.say(f"next: {where}digest check && digest build")


def check(config: ConfigOption = None, json_: JsonOption = False) -> None:
    """Name every problem of configuration, templates, folders. Sends and writes nothing."""
    from digest import config as configuration
    from digest.config import InvalidConfig

    problems: list[DigestError]
    try:
        settings = configuration.load(config)
        place = str(settings.file or "the built-in defaults")
        problems = list(_problems(settings))
    except InvalidConfig as error:
        place, problems = error.place, list(error.problems)
    if json_:
        rows = [{"place": each.place, "fact": each.fact, "remedy": each.remedy} for each in problems]
        _console.as_json({"config": place, "ok": not problems, "problems": rows})
    else:
        for each in problems:
            _console.say(f"digest: {each}")
        if not problems:
            _console.result(f"{place}: configuration, templates and folders are in order")
    if problems:
        raise SystemExit(ConfigError.exit_code)


def show(config: ConfigOption = None, json_: JsonOption = False) -> None:
    """Print every setting in force, and where it was set. Secrets are never printed."""
    from digest import config as configuration
    from digest.config import display

    settings = configuration.load(config)
    if json_:
        _console.as_json(display.as_dict(settings))
    else:
        _console.result(display.as_toml(settings))


def schema() -> None:
    """Print the JSON Schema of the configuration."""
    from digest import config as configuration

    _console.as_json(configuration.schema())


def _copies(directory: Path) -> Iterator[tuple[Path, Path]]:
    from digest.shipped import shipped

    for folder in FOLDERS:
        root = shipped(folder)
        for source in sorted(root.rglob("*")):
            hidden = any(part.startswith((".", "__")) for part in source.relative_to(root).parts)
            if source.is_file() and not hidden:
                yield source, directory / folder / source.relative_to(root)


def _write_new(source: Path, target: Path) -> bool:
    """Copy, unless something of that name is there; opened exclusively, so that nothing is lost to a race."""
    content = source.read_bytes()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            file.write(content)
    except FileExistsError:
        return False
    except OSError as error:
        fact = f"cannot be written: {error.strerror}"
        raise ConfigError(str(target), fact, "name a folder that you may write to") from error
    return True


def _differs(source: Path, target: Path) -> bool:
    """True for what the user has changed, and for what cannot be told."""
    try:
        return source.read_bytes() != target.read_bytes()
    except OSError:
        return True


def _problems(settings: Config) -> Iterator[DigestError]:
    from digest import checks

    yield from checks.problems(settings)
