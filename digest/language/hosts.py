"""Whether the address of a mail is that of a house called as its sender is. Pure."""

from __future__ import annotations

import re


def is_of_house(name: str, address: str) -> bool:
    """Tide Weekly <post@tideweekly.example>; not Ben Dale <ben@bendale.example>, who writes from his own."""
    local, _, host = address.lower().rpartition("@")
    key = _bare(name).removeprefix("the")
    if len(key) < _SHORTEST or not local or _bare(local) in _HIMSELF or (_bare(local) or key) in key:
        return False
    return any(key in label or (len(label) >= _SHORTEST and key.startswith(label)) for label in _labels(host))


def _labels(host: str) -> list[str]:
    return [_bare(label) for label in host.split(".")[:-1]]


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())


_SHORTEST = 4
_HIMSELF = frozenset({"me", "i", "my", "mail"})
