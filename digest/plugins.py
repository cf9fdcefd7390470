"""Stages with several implementations: one public module of a package is one plug-in.

A new format, method or channel is one new file. Modules whose name starts with
an underscore are not plug-ins. Packages installed beside digest can add more
through an entry point in the group ``digest.<stage>``.
"""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.metadata import entry_points
from typing import Any, Generic, TypeVar

from digest.errors import ConfigError

T = TypeVar("T")


@dataclass(frozen=True)
class Stage(Generic[T]):
    """The plug-ins of one stage. ``package`` holds them; each has one object called ``attribute``.

    >>> from digest.summarizers import METHODS
    >>> "lead" in METHODS.names()
    True
    """

    package: str
    attribute: str
    noun: str

    def names(self) -> tuple[str, ...]:
        """Names in alphabetical order, without importing any plug-in."""
        path = importlib.import_module(self.package).__path__
        ours = {module.name for module in pkgutil.iter_modules(path) if not module.name.startswith("_")}
        return tuple(sorted(ours | {point.name for point in installed().select(group=self.package)}))

    def get(self, name: str) -> T:
        """Import one plug-in. Raises `ConfigError` that lists the names there are."""
        for point in installed().select(group=self.package):
            if point.name == name:
                return point.load()  # type: ignore[no-any-return]
        if name not in self.names():
            near = get_close_matches(name, self.names(), 1)
            hint = f"did you mean {near[0]!r}?" if near else "use one of " + ", ".join(self.names())
            raise ConfigError(f"{self.noun} {name!r}", "there is none of that name", hint)
        return getattr(importlib.import_module(f"{self.package}.{name}"), self.attribute)  # type: ignore[no-any-return]


@cache
def installed() -> Any:  # which class it is changes with the version of Python
    """The entry points of all groups: whichever is asked for, all packages are looked through."""
    return entry_points()
