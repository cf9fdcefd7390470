"""Bring home what came back: a mailbox of reports, each matched with the delivery it is about."""

from __future__ import annotations

import mailbox
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

from digest.delivery.bounces import Bounce, parse
from digest.errors import ConfigError
from digest.store import deliveries
from digest.store.database import Store


def read_all(store: Store, source: Path) -> dict[str, int]:
    """Record every report in *source*, a maildir or an mbox. Reading it twice changes nothing more.

    Returns how many messages were ``failed`` (recorded), ``complaints``,
    ``temporary``, ``unknown`` (not about a message of ours) and ``other`` (no report).
    """
    counts = dict.fromkeys(("failed", "complaints", "temporary", "unknown", "other"), 0)
    for message in _messages(source):
        bounces = parse(message)
        if not bounces:
            counts["other"] += 1
        for bounce in bounces:
            counts[_record(store, bounce)] += 1
    return counts


def _record(store: Store, bounce: Bounce) -> str:
    if not bounce.permanent and not bounce.complaint:
        return "temporary"
    reason = bounce.text if bounce.complaint else f"bounced: {bounce.status} {bounce.text}".strip()
    suppression = "complaint" if bounce.complaint else "bounced" if bounce.gone else ""
    if not deliveries.returned(store, bounce.message_id, reason, suppression):
        return "unknown"
    return "complaints" if bounce.complaint else "failed"


def _messages(source: Path) -> Iterator[Message]:
    if not source.exists():
        raise ConfigError(str(source), "no such maildir or mbox")
    if source.is_dir() and not (source / "new").is_dir():
        raise ConfigError(str(source), "is a folder, but no maildir", "it has no folder new")
    box = mailbox.Maildir(source, create=False) if source.is_dir() else mailbox.mbox(source, create=False)
    yield from box
