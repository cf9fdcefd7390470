"""Which issue is meant: an id, a path, or the newest one there is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from digest import issue_json
from digest.errors import ConfigError
from digest.model import Issue
from digest.store import issues
from digest.store.database import Store

if TYPE_CHECKING:
    from digest.config import Config


def find(store: Store | None, config: Config, named: str | None) -> Issue:
    """The issue *named*: a path of ``index.json`` or its folder, an id, or None for the newest built.

    An id is looked for in the output folder first and in the store next.
    Raises `ConfigError` when there is no such issue.
    """
    if named is None:
        return _newest(config)
    path = Path(named)
    if path.is_dir():
        path = path / "index.json"
    if path.is_file():
        return _read(path, config)
    built = config.output.dir / named / "index.json"
    if built.is_file():
        return _read(built, config)
    row = issues.find_issue(store, named) if store else None
    document = issues.document(store, row.key) if store and row else None
    if document is None:
        raise ConfigError(
            named, "there is no such issue", f"name one of {config.output.dir}, or its index.json"
        )
    return issue_json.load(document, config.configured(named.partition("/")[0]), named)


def _newest(config: Config) -> Issue:
    built = sorted(
        (path for theme in config.themes for path in (config.output.dir / theme.slug).glob("*/index.json")),
        key=lambda path: (path.parent.name, path.stat().st_mtime),
    )
    if not built:
        raise ConfigError(str(config.output.dir), "no issue was built there", "run: digest build")
    return _read(built[-1], config)


def _read(path: Path, config: Config) -> Issue:
    issue = issue_json.load(path.read_text("utf-8"), place=str(path))
    return issue_json.load(path.read_text("utf-8"), config.configured(issue.theme.slug), str(path))
