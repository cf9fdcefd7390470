"""What all tests share: no network, one way to run the command, skips that say what is missing."""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("digest", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("digest")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate-golden",
        action="store_true",
        help="write the files in tests/golden anew from what the program gives today; then read the diff",
    )


def _missing(name: str) -> str | None:
    """Why tests marked *name* cannot run here, or None."""
    if name == "postgres" and not os.environ.get("DIGEST_TEST_POSTGRES"):
        return "DIGEST_TEST_POSTGRES names no server"
    if name == "chromium" and not (shutil.which("chromium") or shutil.which("google-chrome")):
        return "no Chromium on this machine"
    if name == "postfix" and not shutil.which("postfix", path=f"{os.environ.get('PATH', '')}:/usr/sbin"):
        return "no Postfix on this machine"
    return None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for mark in item.iter_markers():
            if reason := _missing(mark.name):
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in digest may reach out: a connection to anywhere but this machine fails the test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if isinstance(host, str) and host and host not in ("127.0.0.1", "::1", "localhost"):
            pytest.fail(f"a connection to {host} was attempted")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def seeds() -> Path:
    """The sample articles that are shipped."""
    return ROOT / "seeds"


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """Files and folders that this process may not open or enter, whoever runs it: add to the set.

    Root may enter anything, so the refusal is made where the system is asked.
    """
    refused: set[Path] = set()

    def guard(module: ModuleType, name: str, *, entering: bool) -> None:
        asked = getattr(module, name)

        def guarded(path: Any, *rest: Any, **options: Any) -> Any:
            if isinstance(path, str | os.PathLike):
                # To be asked about by its name, a folder need not be entered; "folder/." enters it.
                own = [Path(path)] if entering or str(path).endswith("/.") else []
                if refused.intersection([*own, *Path(path).parents]):
                    raise PermissionError(13, "Permission denied", str(path))
            return asked(path, *rest, **options)

        monkeypatch.setattr(module, name, guarded)

    for module, name in ((os, "scandir"), (os, "open"), (io, "open")):
        guard(module, name, entering=True)
    for name in ("stat", "lstat"):
        guard(os, name, entering=False)
    return refused


Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]


@pytest.fixture
def digest(tmp_path: Path) -> Run:
    """Run the real command in an empty folder (or *cwd*), as a user would: ``digest("build", "a.txt")``."""
    home = tmp_path / "empty"
    home.mkdir()

    def run(
        *words: str | Path, cwd: Path | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("DIGEST_")}
        return subprocess.run(
            [sys.executable, "-m", "digest", *map(str, words)],
            cwd=cwd or home,
            env={**inherited, "PYTHONPATH": str(ROOT), **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=600,
            check=False,
        )

    return run
