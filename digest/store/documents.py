"""A document as bytes and back, so that a prepared article need not be cleaned again. Pure.

Written as JSON of plain lists in the order of the fields, compressed: unlike a
pickle, reading it can do nothing but make the nouns of `digest.model`.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import Field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from digest.model import Document, Skipped

Outcome = tuple[Document | Skipped, ...]
"""What became of a file: its documents, and what in it is no use."""

LEVEL = 3
"""Of zlib: four fifths of what level 9 saves, for a quarter of the time."""


def dump(outcome: Outcome) -> bytes:
    rows = [[type(each).__name__, _plain(each)] for each in outcome]
    return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), LEVEL)


def load(data: bytes) -> Outcome:
    """Raises `ValueError` when *data* is damaged, or of another `shape`."""
    try:
        rows = json.loads(zlib.decompress(data))
        return tuple(_reader(_KINDS[kind])(value) for kind, value in rows)
    except (zlib.error, KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError(f"not a prepared article: {error!r}") from error


@cache
def shape() -> str:
    """Eight hex digits that change when a field of a document is added, renamed or retyped."""
    seen: dict[str, str] = {}
    _describe(Document, seen)
    _describe(Skipped, seen)
    return f"{zlib.crc32(repr(sorted(seen.items())).encode()):08x}"


_ATOMS = frozenset({str, int, float, bool})

_KINDS: dict[str, type] = {"Document": Document, "Skipped": Skipped}


def _describe(kind: Any, seen: dict[str, str]) -> None:
    if is_dataclass(kind) and isinstance(kind, type) and kind.__name__ not in seen:
        hints = get_type_hints(kind)
        seen[kind.__name__] = repr([(each.name, str(hints[each.name])) for each in fields(kind)])
        for hint in hints.values():
            _describe(hint, seen)
    for argument in get_args(kind):
        _describe(argument, seen)


def _plain(value: Any) -> Any:
    if value is None or type(value) in _ATOMS:  # most values are, and asking what else they are costs
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, each.name)) for each in _fields(type(value))]
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value


@cache
def _fields(kind: Any) -> tuple[Field[Any], ...]:
    return fields(kind)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What turns plain JSON back into *kind*."""
    origin = get_origin(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_reader(kind)
    if origin is tuple:
        return _sequence_reader(get_args(kind))
    if origin is frozenset:
        return frozenset
    if origin in (Union, types.UnionType):
        inner = [each for each in get_args(kind) if each is not type(None)]
        read = _reader(inner[0])
        return lambda value: None if value is None else read(value)
    if origin is Literal or not hasattr(origin, "__mro__"):
        return _same
    return dict if issubclass(origin, Mapping) else _same


def _dataclass_reader(kind: type) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = [_reader(hints[each.name]) for each in _fields(kind)]

    def read(values: Sequence[Any]) -> Any:
        return kind(*[reader(value) for reader, value in zip(readers, values, strict=True)])

    return read


def _sequence_reader(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        read = _reader(arguments[0])
        return lambda values: tuple([read(value) for value in values])
    readers = [_reader(argument) for argument in arguments]
    return lambda values: tuple(reader(value) for reader, value in zip(readers, values, strict=True))


def _same(value: Any) -> Any:
    return value
