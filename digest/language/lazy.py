"""Regular expressions that are compiled when they are first tried.

Compiling hundreds of them takes longer than cleaning an article, and an article
tries a part of them. Pure.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Tried:
    """Has the methods of the compiled pattern."""


class _Untried(_Tried):
    """Becomes one that is tried when it is first asked for a method."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        # A class with `__getattr__` is asked slowly, even for what an object of it has.
        self.__class__ = _Tried  # type: ignore[assignment]
        return getattr(compiled, name)


_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn")


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`; an error in *source* shows at first use."""
    return cast("re.Pattern[str]", _Untried(source, flags))


def begun(letters: str, source: str) -> re.Pattern[str]:
    """The same for what begins with one of *letters*, the inside of a class: all other text is passed over.

    `re` finds that out by itself only where each alternative begins with a letter of its own. A pattern of
    ten that begin with classes and with what must stand in front of them takes six times as long.
    """
    return regex(f"(?=[{letters}])(?:{source})")
