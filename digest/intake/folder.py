"""What is in a folder of seeds: the files to read, and the ones passed over with the reason.

Sorted by name, so that the same folder gives the same order on every system.
Links are not followed: one that points upwards would never end, and one that
points out of the folder would read what nobody put there.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from digest.intake.reading import UNKNOWN_KIND, format_of, printed_name
from digest.model import Skipped


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. ``name`` is relative to the folder given; its parts as `printed_name` has them."""

    path: Path
    name: str


_TEMPORARY = (
    ".part",
    ".partial",
    ".crdownload",
    ".download",
    ".tmp",
    ".temp",
    ".swp",
    ".swx",
    ".bak",
    ".lock",
)
WRITTEN = ".sources.json"
"""Stands beside the issues of a theme and says where their seeds are. None of them is a seed of the next."""
UNREADABLE_FOLDER = "unreadable folder"
"""Begins the reason why a folder is passed over; what lies in it is known by nobody."""
_FURNITURE = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db"})


def is_folder(path: Path) -> bool:
    """Also false where this user may not even ask."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises there


def walk(paths: Iterable[str | Path]) -> Iterator[Found | Skipped]:
    """Every file under *paths* (files or folders), once: as `Found`, or as `Skipped` with the reason.

    A file named by itself is taken also when it is hidden, temporary or a link.
    A path that does not exist is a `Skipped` too. Only what digest wrote itself is
    not mentioned (`WRITTEN`): it is no input, and would tell two equal builds apart.
    """
    roots = [Path(path) for path in paths]
    seen: set[Path] = set()
    for path in roots:
        for each in _under(path) if is_folder(path) else [_alone(path)]:
            # Under one root no file is met twice, and resolving each costs more than listing it.
            if isinstance(each, Skipped) or len(roots) == 1:
                yield each
            elif (real := each.path.resolve()) not in seen:
                seen.add(real)
                yield each


def _alone(path: Path) -> Found | Skipped:
    name = printed_name(path.name)
    try:
        mode = path.stat().st_mode
    except OSError as error:
        return Skipped(name, f"unreadable ({(error.strerror or 'no such file').lower()})")
    reason = _unknown(path.name.lower()) if stat.S_ISREG(mode) else "not a regular file"
    return Skipped(name, reason) if reason else Found(path, name)


def _under(folder: Path, prefix: str = "") -> Iterator[Found | Skipped]:
    """A folder inside that digest wrote itself gives nothing, and one that may not be entered is a row."""
    try:
        os.stat(f"{folder}/.")  # noqa: PTH116 - names may be listed where nothing may be opened
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Skipped(
            prefix or printed_name(folder.name),
            f"{UNREADABLE_FOLDER} ({(error.strerror or 'error').lower()})",
        )
        return
    if prefix and any(entry.name == WRITTEN for entry in entries):
        return
    for entry in entries:
        name = prefix + printed_name(entry.name)
        reason = _passed_over(entry)
        if reason:
            yield Skipped(name, reason)
        elif entry.is_dir(follow_symlinks=False):
            yield from _under(Path(entry.path), f"{name}/")
        else:
            yield Found(Path(entry.path), name)


def _passed_over(entry: os.DirEntry[str]) -> str:
    """Why the entry is not read; "" when it is."""
    name = entry.name.lower()
    if name.startswith("."):
        return "hidden"
    if entry.is_symlink():
        return "a link; put the file itself into the folder"
    if entry.is_dir(follow_symlinks=False):
        return ""
    if not entry.is_file(follow_symlinks=False):
        return "not a regular file"
    if name.endswith("~") or name.startswith("~$") or name.endswith(_TEMPORARY):
        return "temporary"
    if name in _FURNITURE:
        return "made by the operating system"
    return _unknown(name)


def _unknown(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    suffix = f".{suffix}" if dot and stem else ""
    return "" if format_of(suffix) is not None else f"{UNKNOWN_KIND} ({suffix or 'no suffix'})"
