"""The folder of seeds: listed again and again, each file read once it is quiet, each with a row and a reason.

The listing is the truth; file events only bring it forward, for across some
mounts none ever come. Files are opened without following links, never moved
and never changed.
"""

from __future__ import annotations

import hashlib
import logging
import os
import stat
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from digest import intake, pipeline
from digest.errors import ConfigError
from digest.model import Document, Skipped
from digest.store import articles, documents
from digest.store.articles import Arrival, FileRow, HandOver, Prepared

if TYPE_CHECKING:
    from digest.cleaning import Frames
    from digest.config import Config
    from digest.store.database import Store

log = logging.getLogger("digest.service")

BATCH_FILES = 100
BATCH_BYTES = 32_000_000
FIRST_RETRY_SECONDS = 60.0
LONGEST_RETRY_SECONDS = 3600.0


class Changed(Exception):
    """The file changed while it was read; it will be settled another time."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that is not known as it is now."""

    path: Path
    name: str
    signature: str
    size: int
    arrived_at: float
    attempts: int = 0


@dataclass(slots=True)
class PickedUp:
    """How many files of this listing became what; ``settling`` are still too fresh to read."""

    counts: dict[str, int] = field(default_factory=dict)
    settling: int = 0

    @property
    def total(self) -> int:
        return sum(self.counts.values())


class Inbox:
    """The folder as this process knows it. One at a time may call `pick_up`."""

    def __init__(
        self,
        config: Config,
        store: Store,
        *,
        clock: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
        hand_over: HandOver | None = None,
    ) -> None:
        self.config, self.store, self.clock, self.monotonic = config, store, clock, monotonic
        self.hand_over = hand_over
        self.known: dict[str, FileRow] | None = None
        self.watched: dict[str, tuple[str, float]] = {}
        self.scan_seconds = 0.0
        """CPU that the last listing took."""

    def pick_up(self, stop: Callable[[], bool] = lambda: False) -> PickedUp:
        """List the folder and take in what is quiet, about a hundred files a commit, until *stop* says so.

        Raises `ConfigError` when the folder cannot be listed; what is in the store stays.
        """
        found = PickedUp()
        pending: list[Arrival] = []
        notes: list[FileRow] = []
        size = 0
        for each in self._listing(found, stop):
            if stop():
                break
            if isinstance(each, FileRow):
                notes.append(each)
            elif row := self._read(each):
                (pending if isinstance(row, Arrival) else notes).append(row)  # type: ignore[arg-type]
                size += each.size
            if len(pending) + len(notes) >= BATCH_FILES or size >= BATCH_BYTES:
                self._commit(pending, notes, found)
                pending, notes, size = [], [], 0
        self._commit(pending, notes, found)
        return found

    def waiting(self) -> list[str]:
        """Names of the files that are not known as they are now; nothing is read or recorded."""
        found = PickedUp()
        self.watched.clear()
        fresh = [each.name for each in self._listing(found) if isinstance(each, Candidate)]
        return sorted({*fresh, *self.watched})

    def _commit(self, arrivals: list[Arrival], notes: list[FileRow], found: PickedUp) -> None:
        if not arrivals and not notes:
            return
        rows = articles.ingest(self.store, arrivals, notes, self.clock(), self.hand_over, self._unchanged)
        for row in rows:
            self._rows()[row.path] = row
            self.watched.pop(row.path, None)
            found.counts[row.state] = found.counts.get(row.state, 0) + 1
            if row.state not in ("ingested", "skipped"):
                log.info("file " + row.state, extra={"path": row.path, "reason": row.reason})
        log.info("files picked up", extra={"files": len(arrivals), "noted": len(notes)})

    def _rows(self) -> dict[str, FileRow]:
        if self.known is None:
            with self.store.read() as connection:
                self.known = {row.path: row for row in articles.files(connection)}
        return self.known

    def _listing(
        self, found: PickedUp, stop: Callable[[], bool] = lambda: False
    ) -> Iterator[Candidate | FileRow]:
        """What is new or changed, oldest first, so that ids follow the order of arrival."""
        folder = self.config.seeds.dir
        if not intake.is_folder(folder):
            raise ConfigError(f"seeds.dir {folder}", "there is no such folder", "make it, or mount it")
        if not os.access(folder, os.R_OK | os.X_OK):
            raise ConfigError(f"seeds.dir {folder}", "it may not be read", "give read access to this user")
        started = time.thread_time()
        fresh: list[Candidate] = []
        notes: list[FileRow] = []
        for each in intake.walk([folder]):
            if stop():
                return
            if isinstance(each, Skipped):
                notes += self._skipped(each.path, each.reason)
            else:
                judged = self._judge(each.path, each.name, found)
                if isinstance(judged, Candidate):
                    fresh.append(judged)
                elif judged:
                    notes.append(judged)
        self.scan_seconds = time.thread_time() - started
        fresh.sort(key=lambda candidate: (candidate.arrived_at, candidate.name))
        yield from notes
        yield from fresh

    def _skipped(self, name: str, reason: str) -> Iterator[FileRow]:
        known = self._rows().get(name)
        if known is None or (known.state, known.reason) != ("skipped", reason):
            yield FileRow(name, "", "skipped", reason)

    def _judge(self, path: Path, name: str, found: PickedUp) -> Candidate | FileRow | None:
        try:
            status = path.lstat()
        except OSError:
            return None  # gone between the listing and now
        signature = signature_of(status)
        known = self._rows().get(name)
        if known and known.signature == signature and not self._again(known):
            return None
        if not self._quiet(name, signature, status):
            found.settling += 1
            return None
        limit = self.config.seeds.max_bytes
        if status.st_size > limit:
            reason = f"{status.st_size:,} bytes, more than seeds.max_bytes ({limit:,})"
            return FileRow(name, signature, "rejected", reason, rules=rules(self.config))
        attempts = known.attempts if known and known.state == "retry" else 0
        arrived = min(max(status.st_mtime, status.st_ctime), self.clock())
        return Candidate(path, name, signature, status.st_size, arrived, attempts)

    def _again(self, known: FileRow) -> bool:
        """Whether an unchanged file deserves another look: it was unreadable, or the rules have changed."""
        if known.state == "retry":
            return known.next_attempt_at <= self.clock()
        return known.state == "rejected" and known.rules != rules(self.config)

    def _quiet(self, name: str, signature: str, status: os.stat_result) -> bool:
        """Unchanged for `settle_seconds`, by the file's own times or by having been watched so long.

        The second counts where a server's clock runs ahead of ours.
        """
        settle = self.config.seeds.settle_seconds
        age = self.clock() - max(status.st_mtime, status.st_ctime)
        seen, since = self.watched.get(name, ("", 0.0))
        if seen != signature:
            self.watched[name] = (signature, since := self.monotonic())
        return age >= settle or self.monotonic() - since >= settle

    def _read(self, candidate: Candidate) -> Arrival | FileRow | None:
        try:
            data = read_quiet(candidate.path, candidate.signature)
        except (Changed, FileNotFoundError):
            return None
        except OSError as error:
            return self._unreadable(candidate, error.strerror or str(error))
        return Arrival(
            path=candidate.name,
            signature=candidate.signature,
            sha256=hashlib.sha256(data).hexdigest(),
            arrived_at=candidate.arrived_at,
            prepared=None if self.hand_over else prepared(data, candidate.name, self.config),
            content=data if self.hand_over else b"",
        )

    def _unchanged(self, arrival: Arrival) -> bool:
        try:
            return signature_of((self.config.seeds.dir / arrival.path).lstat()) == arrival.signature
        except OSError:
            return True  # gone: it was read in time, and nobody can read anything newer

    def _unreadable(self, candidate: Candidate, fact: str) -> FileRow:
        wait = min(FIRST_RETRY_SECONDS * 2**candidate.attempts, LONGEST_RETRY_SECONDS)
        return FileRow(
            candidate.name,
            candidate.signature,
            "retry",
            f"cannot be read: {fact}; give read access to this user",
            attempts=candidate.attempts + 1,
            next_attempt_at=self.clock() + wait,
        )


def signature_of(status: os.stat_result) -> str:
    """What changes when a file does: inode, size, times of content and of inode."""
    return f"{status.st_ino}:{status.st_size}:{status.st_mtime_ns}:{status.st_ctime_ns}"


def read_quiet(path: Path, signature: str) -> bytes:
    """The bytes of a regular file that is as *signature* says. Raises `Changed`, `OSError`."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        before = os.fstat(handle)
        if not stat.S_ISREG(before.st_mode) or signature_of(before) != signature:
            raise Changed
        data = file.read()
        if signature_of(os.fstat(handle)) != signature or len(data) != before.st_size:
            raise Changed
    return data


def prepare(data: bytes, name: str, config: Config) -> documents.Outcome:
    """The documents in a file's bytes. A bug in a rule costs this file, not the service."""
    try:
        return pipeline.prepare_bytes(data, name, script=config.script)
    except Exception as error:
        log.exception("file could not be prepared", extra={"path": name})
        return (Skipped(name, f"could not be prepared: {type(error).__name__}: {error}"),)


def without_frames(document: Document, frames: Frames, config: Config) -> Document | Skipped:
    """*document* cleaned once more where a line of it is of one of the *frames*; a bug costs no more."""
    from digest import cleaning

    if not cleaning.is_framed(document.article, frames):
        return document
    try:
        return pipeline.clean_or_skip(document.article, config.script, frames)
    except Exception:
        log.exception("frame could not be removed", extra={"path": document.article.path})
        return document


def prepared(data: bytes, name: str, config: Config) -> Prepared:
    """The same, as it is kept in the store."""
    outcome = prepare(data, name, config)
    kept = [each for each in outcome if isinstance(each, Document)]
    return Prepared(
        rules=rules(config),
        outcome=documents.dump(outcome),
        texts=tuple(dict.fromkeys(text_hash(document) for document in kept)),
        rejected="" if kept else "; ".join(each.reason for each in outcome if isinstance(each, Skipped)),
    )


def rules(config: Config) -> str:
    """By what articles are prepared: when it changes, so may every outcome."""
    return f"{fingerprint()}:{config.script}:{documents.shape()}"


@cache
def fingerprint() -> str:
    """Of the code and the rules that read and clean an article.

    Taken from the files themselves: a number that people must raise is one that they forget.
    """
    package = Path(__file__).resolve().parents[1]
    files = (path for stage in ("cleaning", "intake", "language") for path in (package / stage).rglob("*"))
    seen = hashlib.sha256()
    for path in sorted(path for path in files if path.suffix in (".py", ".toml", ".txt")):
        seen.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return seen.hexdigest()[:16]


def text_hash(document: Document) -> str:
    return hashlib.sha256(document.article.text.encode("utf-8", "surrogatepass")).hexdigest()


def renamed(outcome: documents.Outcome, path: str) -> documents.Outcome:
    """The same documents, found under another name: a copy of the file."""
    return tuple(
        replace(each, article=replace(each.article, path=path))
        if isinstance(each, Document)
        else replace(each, path=path)
        for each in outcome
    )


def content_of(config: Config, row: articles.ArticleRow) -> bytes | None:
    """The bytes of an article that was picked up; ``None`` when its file is gone or another by now."""
    try:
        path = config.seeds.dir / row.path
        data = read_quiet(path, signature_of(path.lstat()))
    except (OSError, Changed):
        return None
    return data if hashlib.sha256(data).hexdigest() == row.sha256 else None
