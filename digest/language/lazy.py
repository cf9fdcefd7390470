"""Regular expressions that are compiled when they are first tried.

Compiling hundreds of them takes longer than cleaning an article, and an article
tries a part of them. Pure.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Regex:
    """Becomes the compiled pattern, method by method, when it is first asked for one."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        # Found on the object itself from now on: as quick as the pattern's own.
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn")


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`; an error in *source* shows at first use."""
    return cast("re.Pattern[str]", _Regex(source, flags))
