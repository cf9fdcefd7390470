"""What the command must not do: reach the network, or load what it does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

# pydantic is not among them: Typer itself loads it to read the options of a command.
HEAVY = set(
    "apscheduler babel jieba jinja2 lxml nltk numpy opencc premailer pypinyin readability rich "
    "rjieba scipy sqlalchemy starlette sumy trafilatura uvicorn".split()
)

CUT_OFF = """
import socket

def refuse(*arguments, **options):
    raise SystemExit(f"the network was asked for: {arguments}")

socket.getaddrinfo = socket.create_connection = refuse
socket.socket.connect = socket.socket.connect_ex = refuse
"""


def _loaded(*lines: str) -> set[str]:
    """The top-level modules that are loaded after a fresh Python has run these lines."""
    show = "print(); print(*{name.partition('.')[0] for name in sys.modules})"
    command = [sys.executable, "-c", "\n".join(["import sys", *lines, show])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("words", [["--help"], ["build", "--help"], ["send", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    lines = ["from digest.cli import main", f"sys.argv = ['digest', *{words!r}]"]
    assert not _loaded(*lines, "try: main()", "except SystemExit: pass") & HEAVY


def test_a_build_asks_the_network_for_nothing(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(CUT_OFF, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "digest", "build", str(seeds), "-o", str(tmp_path / "out")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr + done.stdout


def test_the_guard_itself_would_notice(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(CUT_OFF, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "the network was asked for" in done.stderr


def test_building_loads_no_model_and_no_downloader(tmp_path: Path) -> None:
    """nltk would want a download, scipy costs a quarter of a second, jieba's own dictionary two."""
    article = tmp_path / "a.txt"
    article.write_text("议会周一以31票对4票通过决议，电车将重返老城。工程定于2027年5月开工。", "utf-8")
    lines = ["import digest", f"digest.render(digest.build([{str(article)!r}], as_of='2026-11-22'))"]
    assert not _loaded(*lines) & {"nltk", "scipy", "torch"}
