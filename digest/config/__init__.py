"""Settings: one TOML file and the environment, checked whole, frozen.

`load` finds the file (``-c``, ``$DIGEST_CONFIG``, ``./config/digest.toml``,
``./digest.toml``, else the built-in defaults), lays ``DIGEST_SECTION__KEY`` over
it, and either returns a `Config` or raises one `InvalidConfig` that holds every
problem with its file, line and a suggestion. Nobody else reads the environment.

pydantic is imported by `load`, not by this module: ``digest --help`` must not pay for it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest.errors import ConfigError

if TYPE_CHECKING:
    from digest.config.settings import Config, MailSettings, ThemeSettings

__all__ = ["Config", "InvalidConfig", "MailSettings", "ThemeSettings", "find", "load", "schema"]

LOOKED_FOR = (Path("config/digest.toml"), Path("digest.toml"))
"""Where a configuration is looked for when neither ``-c`` nor ``$DIGEST_CONFIG`` names one."""


class InvalidConfig(ConfigError):
    """Everything that is wrong with a configuration; ``problems`` in the order of the file."""

    def __init__(self, place: str, problems: tuple[ConfigError, ...]) -> None:
        self.problems = problems
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__(place, f"{count} in the configuration")

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def find(path: Path | None = None, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The configuration file that `load` would read; ``None`` for the built-in defaults.

    Raises `ConfigError` when a file that was named does not exist.
    """
    named = path or (Path(environ["DIGEST_CONFIG"]) if environ.get("DIGEST_CONFIG") else None)
    if named is None:
        return next((candidate.absolute() for candidate in LOOKED_FOR if candidate.is_file()), None)
    if named.is_dir():
        named = named / "digest.toml"
    if not named.is_file():
        raise ConfigError(str(named), "there is no such configuration file", "`digest init .` writes one")
    return named.absolute()


def load(path: Path | None = None, environ: Mapping[str, str] = os.environ) -> Config:
    """The settings, whole and frozen; paths absolute. Raises `InvalidConfig` with all problems at once."""
    from digest.config import reading

    return reading.read(find(path, environ), environ)


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the file, for editors and for checks outside this program.

    Secrets are not in it: they are refused in the file.
    """
    from digest.config.settings import Config

    found = Config.model_json_schema()
    for section in found["$defs"].values():
        section["properties"] = {
            key: value for key, value in section["properties"].items() if "writeOnly" not in str(value)
        }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def __getattr__(name: str) -> object:
    if name in ("Config", "MailSettings", "ThemeSettings"):
        from digest.config import settings

        return getattr(settings, name)
    raise AttributeError(f"module 'digest.config' has no attribute {name!r}")
