"""Messages as files: one ``.eml`` for each reader, or a maildir that mail programs open.

Written beside its place, synced, and moved there: a reader of the folder never
meets half a message, and the same message written again replaces itself, so
that a doubt costs no second copy.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from digest.delivery import Attempt, Desk, Ending, Parcel
from digest.delivery.decisions import Answer, Step
from digest.errors import ConfigError, RunStopped

if TYPE_CHECKING:
    from digest.config import MailSettings
    from digest.delivery.message import Mailing


class FileLine:
    """Writes to *folder*: ``<reader>.eml``, or ``tmp`` and ``new`` of a maildir."""

    def __init__(self, folder: Path, maildir: bool) -> None:
        self._folder, self._maildir = folder, maildir
        self.served = 0

    async def work(self, desk: Desk) -> Ending:
        while parcel := await desk.take():
            data = desk.letter(parcel).data
            await desk.settle(starting=parcel)
            try:
                self._write(parcel, data)
            except OSError as error:
                refused = Answer(Step.BODY, 452, f"4.3.1 {error.strerror or error}")
                await desk.settle([Attempt(parcel, refused)])
                raise RunStopped(
                    str(self._folder), error.strerror or str(error), "free or name another"
                ) from error
            self.served += 1
            await desk.settle([Attempt(parcel, Answer(Step.DOT, 250, "written"))])
        return Ending.IDLE

    def _write(self, parcel: Parcel, data: bytes) -> None:
        name = hashlib.sha256(parcel.message_id.encode()).hexdigest()[:20]
        if self._maildir:
            # The time is left out on purpose: the same message has the same name.
            seen = next(self._folder.glob(f"cur/{name}.digest*"), None)
            if not seen:
                _replace(
                    self._folder / "tmp" / f"{name}.digest", self._folder / "new" / f"{name}.digest", data
                )
            return
        _replace(self._folder / f".{name}.partial", self._folder / f"{parcel.reader}.eml", data)


def _replace(partial: Path, place: Path, data: bytes) -> None:
    with partial.open("wb") as file:
        os.fchmod(file.fileno(), 0o600)  # it names a reader
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(place)


class FileChannel:
    """A line is a folder: ``mail.folder/<theme>/<number>``, or ``mail.folder`` itself as a maildir."""

    def __init__(self, settings: MailSettings, mailing: Mailing) -> None:
        if settings.folder is None:
            raise ConfigError("mail.folder", "not set", "name the folder for messages")
        self._maildir = settings.layout == "maildir"
        self._folder = settings.folder if self._maildir else settings.folder / mailing.issue_id

    def targets(self) -> None:
        return None

    @asynccontextmanager
    async def open(self) -> AsyncIterator[FileLine]:
        try:
            for name in ("cur", "new", "tmp") if self._maildir else (".",):
                (self._folder / name).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise RunStopped(
                str(self._folder), error.strerror or str(error), "name another mail.folder"
            ) from error
        yield FileLine(self._folder, self._maildir)


CHANNEL = FileChannel
