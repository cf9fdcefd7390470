"""A count and its noun, for messages: ``1 recipient``, ``2 recipients``. Pure."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """*noun* in the singular, which takes an s in the plural."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
