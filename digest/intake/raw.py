"""What a format gets, and what it must be."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from digest.model import Article, ArticleId, Edit, Line, Metadata


@dataclass(frozen=True, slots=True)
class Raw:
    """A file's content with the name it has in the issue."""

    path: str
    data: bytes

    @property
    def suffix(self) -> str:
        """Lower case, with its dot; "" for none."""
        name = self.path.rpartition("/")[2]
        stem, dot, suffix = name.rpartition(".")
        return f".{suffix.lower()}" if dot and stem else ""


class Format(Protocol):
    """A kind of file. ``name`` is the plug-in's, ``suffixes`` are lower case with their dot."""

    @property
    def name(self) -> str: ...

    @property
    def suffixes(self) -> tuple[str, ...]: ...

    def read(self, raw: Raw) -> tuple[Article, ...]:
        """The articles of the file, in its order. Raises `IntakeError` when there is none."""
        ...


def edited(text: str, start: int, end: int, edits: Iterable[Edit]) -> str:
    """``text[start:end]`` with *edits* made, whose places count from the start of *text*."""
    out: list[str] = []
    at = start
    for edit in edits:
        out += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join((*out, text[at:end]))


def from_rows(rows: Iterable[tuple[str, str]]) -> tuple[str, tuple[Line, ...]]:
    """A source text of one row a line, and its lines; a row is a text without line ends, and a role."""
    lines: list[Line] = []
    at = 0
    for text, role in rows:
        lines.append(Line(text, at, at + len(text), role=role))
        at += len(text) + 1
    return "\n".join(line.text for line in lines), tuple(lines)


def article(
    raw: Raw,
    form: str,
    text: str,
    lines: tuple[Line, ...],
    *,
    encoding: str,
    entry: str | None = None,
    metadata: Metadata = Metadata(),  # noqa: B008 - frozen
) -> Article:
    """An article with its identity: of the file's bytes, and of the entry's name inside a container."""
    whole = hashlib.sha256(raw.data)
    sha256 = whole.hexdigest()
    identity = sha256
    if entry is not None:
        whole.update(b"\0" + entry.encode())
        identity = whole.hexdigest()
        sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        id=ArticleId(identity[:16]),
        path=raw.path,
        format=form,
        encoding=encoding,
        sha256=sha256,
        text=text,
        lines=lines,
        entry=entry,
        metadata=metadata,
    )
