"""On which line of a TOML file a key stands: `tomllib` does not say. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

Path = tuple[str | int, ...]
"""A way into the parsed file: table and key names, and indices into arrays of tables."""

_KEY = r"(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')"
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]\]?")
_ASSIGNMENT = re.compile(rf"\s*({_DOTTED})\s*=")
_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}]",
    re.DOTALL,
)


def lines(text: str) -> dict[Path, int]:
    """The line (from 1) of every table header and key of *text*, which must be valid TOML.

    A key inside an inline table or an array has no entry; `line_of` then gives
    the line of the key that holds it.
    """
    found: dict[Path, int] = {}
    table: Path = ()
    tables: dict[Path, int] = {}
    for number, line in _statements(text):
        if header := _HEADER.match(line):
            name = _resolve(_names(header[2]), tables)
            if header[1] == "[[":
                tables[name] = tables.get(name, -1) + 1
                name = (*name, tables[name])
            table = name
            found.setdefault(table, number)
        elif assignment := _ASSIGNMENT.match(line):
            found.setdefault((*table, *_names(assignment[1])), number)
    return found


def line_of(path: Path, found: Mapping[Path, int]) -> int | None:
    """The line of *path*, or of the nearest thing around it; ``None`` when it is not in the file."""
    while path:
        # An array of tables has no line of its own: it begins with its first.
        for known in (path, (*path, 0)):
            if known in found:
                return found[known]
        path = path[:-1]
    return None


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The lines that begin a statement: not those inside a multi-line string or array."""
    inside = _continued(text)
    position = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not any(start < position <= end for start, end in inside):
            yield number, line
        position += len(line) + 1


def _continued(text: str) -> list[tuple[int, int]]:
    """Ranges of multi-line strings, and of arrays and inline tables that hold a line break."""
    ranges: list[tuple[int, int]] = []
    opened: list[int] = []
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in "[{":
            opened.append(token.start())
        elif mark in "]}" and opened:
            start = opened.pop()
            if not opened and "\n" in text[start : token.end()]:
                ranges.append((start, token.end()))
        elif "\n" in mark:
            ranges.append((token.start(), token.end()))
    return ranges


def _names(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_KEY, dotted))


def _resolve(names: Path, tables: Mapping[Path, int]) -> Path:
    """Put the index of the current element after each name of an array of tables but the last."""
    path: Path = ()
    for position, name in enumerate(names):
        path = (*path, name)
        if position < len(names) - 1 and path in tables:
            path = (*path, tables[path])
    return path
