"""An issue that a person names: by the path of its ``index.json`` or of its folder, or by its id."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from digest.errors import ConfigError

if TYPE_CHECKING:
    from digest.model import Issue

REMEDY = "name an index.json that digest build wrote"


def file_of(named: str | Path, config: Path | None) -> Path:
    """The file meant; an id is looked for in the configured output folder. It need not be there."""
    path = Path(named)
    if path.is_dir():
        path = path / "index.json"
    if path.exists() or path.is_absolute():
        return path
    from digest.config import load

    built = load(config).output.dir / named / "index.json"
    return built if built.is_file() else path


def read(path: Path) -> Issue:
    """Raises `ConfigError` for what is no issue."""
    from digest import issue_json

    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise ConfigError(str(path), f"cannot be read ({error.strerror})", REMEDY) from error
    except UnicodeDecodeError as error:
        raise ConfigError(str(path), "not an issue: no UTF-8 text", REMEDY) from error
    return issue_json.load(text, place=str(path))
