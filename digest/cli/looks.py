"""``digest themes``: list the looks there are, start one of your own, check that one is fit to be sent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import _console
from digest.cli._options import ConfigOption, JsonOption
from digest.counting import counted
from digest.errors import ConfigError, RenderError

if TYPE_CHECKING:
    from digest.rendering.look import Look

TemplatesOption = Annotated[
    Path | None,
    typer.Option("--templates", metavar="DIR", help="Your folder of looks; else as configured."),
]


def register(app: typer.Typer) -> None:
    themes = typer.Typer(help="Looks of the page: list, start, check.", no_args_is_help=True)
    themes.command("list")(list_)
    themes.command("new")(new)
    themes.command("check")(check)
    app.add_typer(themes, name="themes")


def list_(config: ConfigOption = None, templates: TemplatesOption = None, json_: JsonOption = False) -> None:
    """The shipped looks and your own, with the chain each is based on."""
    from digest.rendering import look

    folder = _folder(templates, config)
    loaded = [look.load(name, folder) for name in look.names(folder)]
    rows = [(each.name, each.title, each.bases, "yours" if each.of(folder) else "shipped") for each in loaded]
    if json_:
        keys = ("name", "title", "bases", "from")
        found = [dict(zip(keys, row, strict=True)) for row in rows]
        _console.as_json({"looks": found, "templates": str(folder) if folder else None})
    else:
        table = [("look", "title", "based on", "from")]
        table += [(name, title, _chain(name, bases), whose) for name, title, bases, whose in rows]
        _console.result(_console.table(table))


def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Small letters, digits and hyphens.")],
    base: Annotated[str, typer.Option("--base", metavar="LOOK", help="The look to start from.")] = "paper",
    blocks: Annotated[
        list[str] | None,
        typer.Option("--block", metavar="NAME", help="Copy this block too, to change it; repeatable."),
    ] = None,
    config: ConfigOption = None,
    templates: TemplatesOption = None,
) -> None:
    """Start a look of your own: a folder with the tokens to change. Overwrites nothing."""
    from digest.rendering import look

    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", name):
        raise ConfigError(f"look {name!r}", "not a usable name", "use small letters, digits and hyphens")
    configured = None if templates else _folder(None, config)
    home = templates or configured or Path("templates")
    folder = home / name
    if folder.exists():
        raise ConfigError(folder.as_posix(), "exists already", "choose another name, or remove it first")
    found = look.load(base, home.resolve() if home.is_dir() else None)
    copies = {block: _block(block, found) for block in blocks or ()}
    (folder / "blocks").mkdir(parents=True)
    (folder / "look.toml").write_text(look.starter(name, found), "utf-8", newline="\n")
    for block, content in copies.items():
        (folder / "blocks" / f"{block}.html").write_text(content, "utf-8", newline="\n")
    _console.result(f"{folder.as_posix()} written; change its look.toml")
    _console.say(_next_steps(name, home, configured is not None))


def check(
    names: Annotated[list[str] | None, typer.Argument(metavar="[LOOK]...", help="Else all.")] = None,
    config: ConfigOption = None,
    templates: TemplatesOption = None,
    json_: JsonOption = False,
) -> None:
    """Measure contrast, type and size of a sample. In every language; ends with 1 on a fault."""
    from digest.rendering import checking, look

    folder = _folder(templates, config)
    faults: dict[str, list[tuple[str, str, str]]] = {}
    for name in names or look.names(folder):
        try:
            faults[name] = [(each.scheme, each.where, each.fact) for each in checking.check(name, folder)]
        except RenderError as error:
            faults[name] = [("", error.place, error.reason)]
    if json_:
        keys = ("scheme", "where", "fact")
        rows = [
            {"name": name, "ok": not found, "faults": [dict(zip(keys, row, strict=True)) for row in found]}
            for name, found in faults.items()
        ]
        _console.as_json({"looks": rows})
    else:
        for name, found in faults.items():
            _console.result(f"{name}: {counted(len(found), 'fault') if found else 'fit to be sent'}")
            for scheme, where, fact in found:
                _console.result(f"  {scheme + ', ' if scheme else ''}{where}: {fact}")
    if faulty := [name for name, found in faults.items() if found]:
        raise RenderError(
            ", ".join(faulty), "not fit to be sent", "change its look.toml, style.css or blocks"
        )


def _chain(name: str, bases: Sequence[str]) -> str:
    """``paper > plain``; a base of the same name as what is based on it is the shipped one."""
    steps = pairwise((name, *bases))
    return " > ".join(f"{base} (shipped)" if base == above else base for above, base in steps) or "-"


def _folder(templates: Path | None, config: Path | None) -> Path | None:
    if templates:
        if not templates.is_dir():
            raise ConfigError(templates.as_posix(), "no such folder", "name a folder of looks")
        return templates.resolve()
    from digest import config as configuration

    return configuration.load(config).templates


def _block(name: str, found: Look) -> str:
    for folder in found.folders:
        file = folder / "blocks" / f"{name}.html"
        if file.is_file():
            return file.read_text("utf-8")
    known = sorted({file.stem for folder in found.folders for file in (folder / "blocks").glob("*.html")})
    raise ConfigError(f"block {name!r}", "there is none of that name", f"use one of {', '.join(known)}")


def _next_steps(name: str, home: Path, configured: bool) -> str:
    # In the configuration a path is relative to that file, not to where the command runs.
    where = "" if configured else f'set templates = "{home.resolve().as_posix()}" under [output] and '
    option = "" if configured else f" --templates {home.as_posix()}"
    named = f'look = "{name}" under [[themes]], without accent'
    return f"next: digest themes check {name}{option}; then {where}{named}"
