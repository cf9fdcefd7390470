"""``DIGEST_SECTION__KEY`` over the file: ``DIGEST_MAIL__HOST``, ``DIGEST_THEMES__0__SCHEDULE``. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

PREFIX = "DIGEST_"
Path = tuple[str | int, ...]
_TOP = frozenset({"language", "script", "timezone"})


def overrides(environ: Mapping[str, str]) -> dict[Path, tuple[str, Any]]:
    """Path into the settings -> (name of the variable, value), in the order of the names.

    Only names with ``__`` and the keys outside any section are ours: others
    (``DIGEST_CONFIG``) belong to somebody else and are left alone.
    """
    found: dict[Path, tuple[str, Any]] = {}
    for name in sorted(environ):
        if not name.startswith(PREFIX):
            continue
        words = name[len(PREFIX) :].lower().split("__")
        if len(words) > 1 or words[0] in _TOP:
            path = tuple(int(word) if word.isdigit() else word for word in words)
            found[path] = (name, _value(environ[name]))
    return found


def apply(data: dict[str, Any], path: Path, value: Any) -> Path:
    """Set *value* at *path* of the parsed file, making tables on the way, in place; the path in numbers.

    A theme may be named by its slug, with ``_`` for ``-``, as well as by its number from 0.
    Raises `LookupError` when the number or slug is of no theme, or a key lies inside a plain value.
    """
    here: Any = data
    taken: Path = ()
    for step, following in pairwise(path):
        if isinstance(here, list):
            index = _index(here, step)
            if index == len(here):
                here.append({})
            taken, here = (*taken, index), here[index]
        elif isinstance(here, dict):
            empty: Any = {} if isinstance(following, str) and step != "themes" else []
            taken, here = (*taken, step), here.setdefault(step, empty)
        else:
            raise LookupError
    if not isinstance(here, dict) or not isinstance(path[-1], str):
        raise LookupError
    here[path[-1]] = value
    return (*taken, path[-1])


def _index(rows: list[Any], step: str | int) -> int:
    """The place of a theme among *rows*; one past the last makes a new one."""
    slugs = [str(row.get("slug", "")).replace("-", "_") if isinstance(row, dict) else "" for row in rows]
    index = step if isinstance(step, int) else slugs.index(step) if step in slugs else -1
    if not 0 <= index <= len(rows):
        raise LookupError
    return index


def _value(text: str) -> Any:
    """A list or table is written as in TOML; all else is text that its setting reads."""
    if text[:1] in ("[", "{"):
        try:
            return tomllib.loads(f"value = {text}")["value"]
        except tomllib.TOMLDecodeError:
            return text
    return text
