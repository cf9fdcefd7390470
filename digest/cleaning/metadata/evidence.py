"""How much each sign counts for a title, a publisher and a writer, as `weights.toml` says. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    return tomllib.loads((Path(__file__).parent / "weights.toml").read_text("utf-8"))


def weights(what: str) -> Mapping[str, float]:
    """What each sign counts for the candidates of *what*."""
    return _table()[what]


def least(what: str) -> float:
    """What a candidate of *what* must reach; below it, none is better than a wrong one."""
    return _table()[what]["least"]
