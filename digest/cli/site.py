"""``digest site build``: the archive on the web, from the issues that were built."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli import _console
from digest.cli._options import ConfigOption, JsonOption
from digest.counting import counted
from digest.errors import ConfigError

if TYPE_CHECKING:
    from digest.config import Config
    from digest.model import Issue

    Source = Callable[[], Issue]

MANIFEST = "site.files.json"
"""In the site's folder: what the last build wrote. What is listed and not made again is removed."""

IssuesArgument = Annotated[
    Path | None, typer.Argument(metavar="[DIR]", help="Issues that digest build wrote; else as configured.")
]
OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="SITE", help="Where to write; else DIR/site.")
]


def register(app: typer.Typer) -> None:
    site = typer.Typer(help="The static archive of all issues.", no_args_is_help=True)
    site.callback()(lambda: None)  # without it, a group of one command takes that command's place
    site.command("build")(build)
    app.add_typer(site, name="site")


def build(
    issues: IssuesArgument = None,
    output: OutputOption = None,
    config: ConfigOption = None,
    json_: JsonOption = False,
) -> None:
    """Write the archive: each issue, an index, feeds, a search. Touches no file that is right."""
    from digest import config as configuration
    from digest.rendering import site

    settings = configuration.load(config)
    source = issues or settings.output.dir
    if issues and not issues.is_dir():
        raise ConfigError(str(issues), "no such folder", "name the folder that digest build wrote to")
    # The store holds what was published; a file of the same id may have been built anew since.
    found = _in_files(source, settings) | ({} if issues else _in_store(settings))
    if not found:
        raise ConfigError(str(source), "holds no issue", "build one first: digest build")
    pages = site.build(
        (found[name]() for name in sorted(found)),
        settings.output.base_url,
        language=settings.language,
        templates=settings.templates,
    )
    folder = output or source / "site"
    written, unchanged, removed = _write(pages, folder)
    if json_:
        counts = {"issues": len(found), "written": written, "unchanged": unchanged, "removed": removed}
        _console.as_json({"site": str(folder), **counts})
    else:
        count = counted(len(found), "issue")
        done = f"{written} files written, {unchanged} unchanged, {removed} removed"
        _console.result(f"{count}: {done}, in {folder.as_posix()}")


def _in_files(folder: Path, settings: Config) -> dict[str, Source]:
    """The issues below *folder*, by id, each read when it is asked for."""
    from digest import issue_json

    def reader(file: Path) -> Source:
        theme = settings.configured(file.parent.parent.name)
        return lambda: issue_json.load(file.read_text("utf-8"), theme, str(file))

    files = folder.glob("*/*/index.json")
    return {f"{file.parent.parent.name}/{file.parent.name}": reader(file) for file in files}


def _in_store(settings: Config) -> dict[str, Source]:
    """The issues of the store, by id; none when there is no store yet."""
    from digest import issue_json
    from digest.store import issues as stored
    from digest.store import open_store

    address = settings.store.address()
    if address.startswith("sqlite:///") and not Path(address.removeprefix("sqlite:///")).is_file():
        return {}

    def loader(document: str, slug: str, place: str) -> Source:
        return lambda: issue_json.load(document, settings.configured(slug), place)

    with open_store(address) as store:
        rows = [(row, stored.document(store, row.key)) for row in stored.list_issues(store)]
    return {row.id: loader(document, row.theme, row.id) for row, document in rows if document}


def _write(pages: Iterable[tuple[str, bytes]], folder: Path) -> tuple[int, int, int]:
    """Files written, left as they were, and removed."""
    manifest = folder / MANIFEST
    before = set(json.loads(manifest.read_text("utf-8"))) if manifest.is_file() else set()
    written = unchanged = 0
    made = set()
    for name, content in pages:
        made.add(name)
        if _write_changed(folder / name, content):
            written += 1
        else:
            unchanged += 1
    removed = sum(_remove(folder, name) for name in sorted(before - made))
    listed = json.dumps(sorted(made), ensure_ascii=False, indent=0) + "\n"
    _write_changed(manifest, listed.encode())
    return written, unchanged, removed


def _write_changed(file: Path, content: bytes) -> bool:
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f".{file.name}.partial")
    partial.write_bytes(content)
    partial.replace(file)
    return True


def _remove(folder: Path, name: str) -> bool:
    file = folder / name
    if folder.resolve() not in file.resolve().parents or not file.is_file():
        return False
    file.unlink()
    for parent in file.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()
    return True
