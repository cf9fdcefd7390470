"""Whether ``digest run --once`` has anything to do, told without importing what would do it.

A run that leaves nothing undone writes a mark beside the store: a fingerprint
of everything that could give the next run work (settings, environment, the
folder's listing, the store's file), and until when it holds. While the mark
holds, a run costs little more than starting Python. The mark is only ever a
reason not to look: without it, or when anything differs, the run does its round.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from digest import __version__
from digest import config as configuration
from digest.config import folders
from digest.errors import DigestError

HOLDS_SECONDS = 3600.0
"""At most: whatever a fingerprint could miss is found within the hour."""


def settled(arguments: Sequence[str]) -> bool:
    """The same for the arguments of ``digest run``, as typed; only of the plain forms of ``--once``."""
    words = list(arguments)
    if "--once" not in words:
        return False
    words.remove("--once")
    if len(words) == 2 and words[0] in ("-c", "--config"):
        return nothing_to_do(Path(words[1]), os.environ, time.time())
    return not words and nothing_to_do(None, os.environ, time.time())


def nothing_to_do(path: Path | None, environ: Mapping[str, str], now: float) -> bool:
    """True when the last run's mark holds. Never raises: mistakes are for the run itself to report."""
    try:
        found = _places(path, environ)
        if found is None:
            return False
        file, seeds, store = found
        mark = json.loads(_mark(store).read_text("utf-8"))
        holds = mark["since"] <= now < mark["until"]
        return bool(holds and mark["seeds"] == listing(seeds) and mark["rest"] == _rest(file, environ, store))
    except (OSError, ValueError, KeyError, TypeError, DigestError):
        return False


def remember(path: Path | None, environ: Mapping[str, str], seeds: str, since: float, until: float) -> None:
    """Leave the mark. *seeds* is the `listing` from before the round, so that later changes differ."""
    found = _places(path, environ)
    if found is None:
        return
    file, _, store = found
    until = min(until, since + HOLDS_SECONDS)
    mark = {"since": since, "until": until, "seeds": seeds, "rest": _rest(file, environ, store)}
    target = _mark(store)
    partial = target.with_name(target.name + ".partial")
    try:
        partial.write_text(json.dumps(mark), "utf-8")
        partial.replace(target)
    except OSError:
        return  # a disk that is full: the next run looks again


def listing(seeds: Path) -> str:
    """A hash over every name, inode, size and time below *seeds*; what may not be read is hashed as that."""
    digest = hashlib.sha256()
    for row in _rows(str(seeds)):
        digest.update(row.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _rows(folder: str) -> Iterator[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda each: each.name)
    except OSError as error:
        yield f"{folder}\0{error.errno}\n"
        return
    for entry in entries:
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError as error:
            yield f"{entry.path}\0{error.errno}\n"
            continue
        facts = (status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_mode)
        yield f"{entry.path}\0{facts}\n"
        if entry.is_dir(follow_symlinks=False):
            yield from _rows(entry.path)


def _places(path: Path | None, environ: Mapping[str, str]) -> tuple[Path | None, Path, Path] | None:
    file = configuration.find(path, environ)
    found = folders.places(file, environ)
    return (file, *found) if found else None


def _mark(store: Path) -> Path:
    return store.with_name(store.name + ".idle")


def _rest(file: Path | None, environ: Mapping[str, str], store: Path) -> str:
    """A hash over the program's version, the settings, and the store's file."""
    digest = hashlib.sha256(__version__.encode())
    digest.update(file.read_bytes() if file else b"")
    ours = sorted((name, value) for name, value in environ.items() if name.startswith("DIGEST_"))
    digest.update(repr(ours).encode("utf-8", "surrogateescape"))
    for part in (store, store.with_name(store.name + "-wal")):
        if part.exists():
            status = part.stat()
            digest.update(f"{part}{status.st_ino} {status.st_size} {status.st_mtime_ns}".encode())
    return digest.hexdigest()
