"""The settings in force, for a person or a program to read. Secrets stay out of it. Pure."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from pydantic import BaseModel, SecretStr

from digest.config.settings import Config

HIDDEN = "(set, not shown)"
_USERINFO = re.compile(r"(?<=://)([^/@]*?):([^@]*)@")


def as_dict(config: Config) -> dict[str, Any]:
    """Every setting; a secret that is set becomes ``(set, not shown)``, an absent value ``None``."""
    return {"file": str(config.file) if config.file else None, **_table(config)}


def as_toml(config: Config) -> str:
    """The same as a TOML file that says the same, as far as secrets allow.

    Behind each setting stands what set it, a line of the file or a variable; behind a default nothing.
    """
    values = _table(config)
    source = config.file or "the built-in defaults (no file was found)"
    plain = {key: value for key, value in values.items() if not isinstance(value, dict) and key != "themes"}
    blocks = [f"# from {source}\n" + _lines(plain, config)]
    blocks += [
        f"[{name}]\n{_lines(table, config, name)}"
        for name, table in values.items()
        if isinstance(table, dict)
    ]
    blocks += [
        f"[[themes]]\n{_lines(theme, config, 'themes', number)}"
        for number, theme in enumerate(values["themes"])
    ]
    return "\n\n".join(blocks)


def redact(url: str) -> str:
    """A URL without its password, and without a query, where drivers accept one too."""
    return _USERINFO.sub(r"\1:***@", url.partition("?")[0])


def _table(model: BaseModel) -> dict[str, Any]:
    return {
        key: redact(value) if key == "url" else _value(value)
        for key in type(model).model_fields
        for value in [getattr(model, key)]
    }


def _value(value: Any) -> Any:
    if isinstance(value, SecretStr):
        return HIDDEN
    if isinstance(value, BaseModel):
        return _table(value)
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    return value


def _lines(table: dict[str, Any], config: Config, *path: str | int) -> str:
    rows = ((_line(key, value), config.origin(*path, key)) for key, value in table.items())
    return "\n".join(f"{line}  # {origin}" if origin else line for line, origin in rows)


def _line(key: str, value: Any) -> str:
    if value is None:
        return f"# {key} is not set"
    if value == HIDDEN:
        return f"# {key} {HIDDEN}"
    # JSON writes strings, numbers, booleans and lists of them as TOML does.
    return f"{key} = {json.dumps(value, ensure_ascii=False)}"
