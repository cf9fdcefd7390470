"""What can be told about a SQLite file before it is opened."""

from __future__ import annotations

import logging
from pathlib import Path

log = logging.getLogger("digest.store")

NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "ceph", "glusterfs", "afs"})
"""Where WAL's shared memory and locks do not work between machines, and fail silently."""

QUICKLY_CHECKED = 16 * 1024 * 1024
"""Bytes. Up to here checking takes a few hundredths of a second, so it is always done."""


def may_be_damaged(database: Path) -> bool:
    """Whether to check *database* first: it is small, or its last writer died and left a log."""
    log_file = database.with_name(database.name + "-wal")
    try:
        return database.stat().st_size <= QUICKLY_CHECKED or log_file.stat().st_size > 0
    except FileNotFoundError:
        return not database.exists()


def warn_of_network(database: Path, mounts: Path = Path("/proc/self/mounts")) -> bool:
    """Log a warning when the file lies on a network file system. False where that cannot be told."""
    kind = _file_system(database.resolve(), mounts)
    if kind in NETWORK:
        fact = f"{database} lies on {kind}: two machines could both send an issue"
        log.warning("network file system", extra={"reason": f"{fact}; use a local disk or PostgreSQL"})
    return kind in NETWORK


def _file_system(path: Path, mounts: Path) -> str:
    """Of the longest mount point that holds *path*, "" when unknown."""
    best = ("", "")
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    for line in lines:
        _, point, kind, *_ = [*line.split(" "), "", "", ""]
        point = point.replace("\\040", " ")
        if path.is_relative_to(point or "-") and len(point) >= len(best[0]):
            best = (point, kind)
    return best[1]
