"""Where things lie that the file does not name, and what a relative URL means. No pydantic here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from digest.config import environment


def parse(text: str) -> dict[str, Any]:
    """The file as plain data. Raises `tomllib.TOMLDecodeError`."""
    return tomllib.loads(text)


def fill_in(data: dict[str, Any], base: Path) -> None:
    """Folders that the file does not name lie beside it (or beside its ``config/``); in place."""
    home = base.parent if base.name == "config" else base
    for section, folder in (("seeds", "seeds"), ("output", "out")):
        table = data.setdefault(section, {})
        if isinstance(table, dict):
            table.setdefault("dir", str(home / folder))
    store = data.setdefault("store", {})
    if isinstance(store, dict):
        store.setdefault("url", f"sqlite:///{home / 'var' / 'digest.db'}")


def absolute_url(url: str, base: Path) -> str:
    """``sqlite:///var/digest.db`` is relative to the file, as any path; other URLs stay."""
    scheme, mark, rest = url.partition(":///")
    if not mark or not scheme.startswith("sqlite") or not rest or rest.startswith(("/", ":memory:")):
        return url
    path, question, query = rest.partition("?")
    return f"{scheme}:///{Path(base, path).resolve()}{question}{query}"


def sqlite_path(url: str) -> Path | None:
    """The file of a SQLite URL, or ``None`` for a server."""
    scheme, mark, rest = url.partition(":///")
    return Path(rest.partition("?")[0]) if mark and scheme.startswith("sqlite") else None


def places(file: Path | None, environ: Mapping[str, str]) -> tuple[Path, Path] | None:
    """The folder of seeds and the file of the store, unchecked; ``None`` when there is no such file.

    For a quick look before the settings are read in earnest, which reports every mistake.
    """
    base = file.parent if file else Path.cwd()
    try:
        data = parse(file.read_text("utf-8-sig")) if file else {}
        fill_in(data, base)
        for path, (_, value) in environment.overrides(environ).items():
            environment.apply(data, path, value)
        seeds, url = Path(base, data["seeds"]["dir"]).resolve(), absolute_url(data["store"]["url"], base)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
    if data["store"].get("url_file"):
        return None
    store = sqlite_path(url)
    return (seeds, store) if store else None
