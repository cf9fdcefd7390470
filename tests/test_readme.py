"""The README tells the truth: its code runs, its commands exist, its links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from digest.config import load

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


# Typer's commands are Any here: it brings its own copy of click in some versions and uses click's in others.
def _commands(command: Any, path: str = "digest") -> Iterator[str]:
    below = getattr(command, "commands", None)
    if below is None:
        yield path
    else:
        for name in below:
            yield from _commands(below[name], f"{path} {name}")


def _application() -> Any:
    from digest.cli import application

    return typer.main.get_command(application())


def test_the_readme_lists_every_command_and_no_other() -> None:
    listed = re.findall(r"^\| `(digest [a-z -]+)` \|", README, re.MULTILINE)
    assert sorted(listed) == sorted(_commands(_application()))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_options_in_the_documents_exist(document: Path) -> None:
    """``digest send --dry-run`` in a code block or in backticks: the command has the option."""
    application = _application()
    known = {command: _options(application, command.split()[1:]) for command in _commands(application)}
    text = document.read_text("utf-8")
    for line in [
        *re.findall(r"`(digest [^`\n]+)`", text),
        *re.findall(r"^(?:\$ )?(digest .*)$", text, re.MULTILINE),
    ]:
        words = line.split()
        command = next((c for c in (" ".join(words[:3]), " ".join(words[:2])) if c in known), None)
        if command is None:
            continue
        for option in re.findall(r"(?<= )--[a-z][a-z-]*", line):
            assert option in known[command] | {"--help", "--version"}, f"{document.name}: {line}"


def _options(command: Any, path: list[str]) -> set[str]:
    for name in path:
        command = command.commands[name]
    return {option for each in command.params for option in (*each.opts, *each.secondary_opts)}


def test_the_python_block_runs_as_it_stands(tmp_path: Path) -> None:
    (block,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len([line for line in block.splitlines() if line]) == 6
    done = subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning:digest", "-c", block],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.rstrip().endswith("()"), "a sentence was not found again in its source"
    assert done.stderr == ""


def test_the_configuration_shown_is_one(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "digest.toml").write_text(block, "utf-8")
    config = load(tmp_path / "digest.toml", {})
    assert [theme.slug for theme in config.themes] == ["openai-safety-exodus"]
    assert config.mail.host == "smtp.example.org"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_inside_the_documents_lead_to_files(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", document.read_text("utf-8")):
        if not re.match(r"[a-z]+:", target):
            assert (document.parent / target).exists(), f"{document.name} points to {target}"


def test_the_readme_leads_to_every_document() -> None:
    """Nobody finds a page that no page points to."""
    led_to = {(ROOT / target).resolve() for target in re.findall(r"\]\(([^)#\s]+)\)", README)}
    assert [str(page) for page in DOCUMENTS[1:] if page.resolve() not in led_to] == []


def test_the_two_commands_are_there_for_ci_to_run() -> None:
    """`.ci/run` takes them from the README by this shape."""
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert len(lines) == 2
    assert "digest build seeds" in lines[0]
    assert ".venv/bin/pytest" in lines[1]
