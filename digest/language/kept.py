"""Compiled patterns, kept from one process to the next as Python keeps its bytecode: in ``__pycache__``.

A fresh build asks for seven hundred patterns, and compiling them is a quarter of
it. What `re` makes of one is a list of numbers, the same for each version of
Python. A file that is not there, or of another version, is made when a process
that compiled many patterns ends; one that may not be written is done without,
and so is all this in a Python whose `re` is made otherwise.
``PYTHONDONTWRITEBYTECODE`` and ``PYTHONPYCACHEPREFIX`` hold for it, too.
"""

from __future__ import annotations

import atexit
import marshal
import os
import re
import sys
from array import array
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, Final

_Key = tuple[str, int]
"""A pattern and its flags."""
_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""What `_sre.compile` makes a pattern of: all flags, the code, how many groups, and their names."""
_NUMBER: Final = "I"
"""Type of the numbers of a code, as `array` calls it."""

MANY = 20
"""Patterns that a process has to compile before it writes the file again."""
MOST = 4096
"""Patterns in the file, at the most: with more, those of other processes are left out."""

_new: dict[_Key, _Made] = {}


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`."""
    try:
        return _compiled(source, int(flags))
    except Exception:
        return re.compile(source, flags)  # which says what is wrong, if anything is


def _compiled(source: str, flags: int) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    key = source, flags
    made = _kept().get(key)
    if made is None:
        if not _new:
            atexit.register(_write)
        made = _new[key] = _make(source, flags)
    all_flags, code, groups, names, by_number = made
    numbers = memoryview(code).cast(_NUMBER).tolist()
    pattern: re.Pattern[str] = _sre.compile(source, all_flags, numbers, groups, names, by_number)
    return pattern


def _make(source: str, flags: int) -> _Made:
    """What `re.compile` does, but for the last step."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    code = _compiler._code(parsed, flags)
    names: dict[str, int] = parsed.state.groupdict
    by_number: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        by_number[number] = name
    numbers = array(_NUMBER, code).tobytes()
    return flags | parsed.state.flags, numbers, parsed.state.groups - 1, names, tuple(by_number)


def file() -> Path:
    return Path(cache_from_source(__file__)).with_suffix(".patterns")


@cache
def _kept() -> dict[_Key, _Made]:
    return _read()


def _read() -> dict[_Key, _Made]:
    try:
        version, patterns = marshal.loads(file().read_bytes())
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return patterns if version == sys.version else {}


def _write() -> None:
    if len(_new) < MANY or sys.dont_write_bytecode:
        return
    patterns: dict[_Key, Any] = {**_read(), **_new}
    if len(patterns) > MOST:
        patterns = {**_kept(), **_new} if len(_kept()) + len(_new) <= MOST else _new
    ours = file().with_suffix(f".{os.getpid()}")
    try:
        ours.write_bytes(marshal.dumps((sys.version, patterns)))
        ours.replace(file())
    except OSError:
        ours.unlink(missing_ok=True)
