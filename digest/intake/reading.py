"""One file into its articles: size, kind, format. The only place of the stage that opens files."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from digest.errors import ConfigError, IntakeError
from digest.intake.raw import Format, Raw
from digest.model import Article
from digest.plugins import Stage
from digest.visible import on_one_line

MAX_BYTES = 32 * 1024 * 1024
"""A text past this is a log or a dump, not an article."""

UNKNOWN_KIND = "unknown kind of file"
"""Begins the reason why a file of no format is passed over; `readable` says once which there are."""

FORMATS: Stage[Format] = Stage("digest.intake.formats", "FORMAT", "format")


def read(path: str | Path, name: str | None = None, *, max_bytes: int = MAX_BYTES) -> tuple[Article, ...]:
    """The articles of the file at *path*, called *name* in what is printed (else the file's name).

    One for most files, one an entry for feeds. Raises `IntakeError` with the
    reason: unreadable, empty, too large, binary, undecodable, of no known
    format, of a format whose package is not installed.
    """
    path = Path(path)
    name = name or printed_name(path.name)
    try:
        if not path.is_file():
            fact = "is a folder" if path.is_dir() else "no such file"
            raise IntakeError(name, fact, "name a file that exists")
        size = path.stat().st_size
        if size > max_bytes:
            raise IntakeError(name, f"too large ({_size(size)}; the limit is {_size(max_bytes)})", "split it")
        data = path.read_bytes()
    except OSError as error:
        why = (error.strerror or "cannot be read").lower()
        raise IntakeError(name, f"unreadable ({why})", "check its permissions") from error
    return read_bytes(data, name)


def printed_name(name: str) -> str:
    """A file's name as it is printed: what no text may hold, or a terminal would obey, is shown instead.

    Names that are not valid UTF-8 reach Python as lone surrogates, which cannot be written again.
    """
    return on_one_line(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def read_bytes(data: bytes, name: str) -> tuple[Article, ...]:
    """The same for content in memory; the suffix of *name* says the format."""
    raw = Raw(name.replace("\\", "/"), data)
    if not data.strip(b"\0 \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise IntakeError(name, "empty", "remove it or fetch it again")
    return _format(raw).read(raw)


@cache
def known_suffixes() -> dict[str, str]:
    """Suffix -> name of its format."""
    return {suffix: name for name in FORMATS.names() for suffix in _get(name).suffixes}


@cache
def _get(name: str) -> Format:
    return FORMATS.get(name)


@cache
def format_of(suffix: str) -> str | None:
    """The name of the format of files with *suffix*, None where nobody reads them."""
    named = suffix.removeprefix(".")
    # Most formats are called as their files are, and the others need not be loaded.
    if named in FORMATS.names() and suffix in _get(named).suffixes:
        return named
    return known_suffixes().get(suffix)


def _format(raw: Raw) -> Format:
    name = format_of(raw.suffix)
    if name is None:
        shown = raw.suffix or "no suffix"
        raise IntakeError(raw.path, f"{UNKNOWN_KIND} ({shown})", f"digest reads {readable()}")
    try:
        return _get(name)
    except ConfigError as error:  # a plug-in that is installed but broken
        raise IntakeError(raw.path, str(error)) from error


def readable() -> str:
    """The suffixes of all formats, for a person to read."""
    return ", ".join(sorted(known_suffixes()))


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MB" if count >= 1024 * 1024 else f"{count / 1024:.1f} kB"
