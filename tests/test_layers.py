"""The layers of pyproject.toml hold, checked by import-linter itself or, where it is missing, by ours."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
STAGES = next(each["modules"] for each in SETTINGS["contracts"] if each["type"] == "independence")


def _imports(path: Path) -> Iterator[str]:
    """Modules that the file imports: at the top, inside a function, or for types alone."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _package(name: str) -> list[Path]:
    base = ROOT / Path(*name.split("."))
    return sorted(base.rglob("*.py")) if base.is_dir() else [base.with_suffix(".py")]


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_no_other_stage(stage: str) -> None:
    others = [other for other in STAGES if other != stage]
    for path in _package(stage):
        for name in _imports(path):
            crossed = [other for other in others if name == other or name.startswith(f"{other}.")]
            assert not crossed, f"{path.relative_to(ROOT)} imports {name}: only the pipeline sees two stages"


def test_import_linter_keeps_every_contract(monkeypatch: pytest.MonkeyPatch) -> None:
    use_cases = pytest.importorskip("importlinter.application.use_cases")
    pytest.importorskip("importlinter.configuration").configure()
    monkeypatch.chdir(ROOT)
    assert use_cases.lint_imports(config_filename="pyproject.toml", cache_dir=None)


def test_every_stage_of_the_contract_exists() -> None:
    for stage in STAGES:
        assert all(path.is_file() for path in _package(stage)), f"{stage} is named in pyproject.toml only"


def test_no_module_is_past_400_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / "digest").rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 400
    }
    assert not long


def test_nothing_in_the_tree_names_a_machine() -> None:
    """No path of a home or a work folder in what is shipped."""
    shipped = [*(ROOT / "digest").rglob("*.py"), *(ROOT / "config").rglob("*.toml"), ROOT / "pyproject.toml"]
    for path in shipped:
        text = path.read_text("utf-8")
        assert not [folder for folder in ("/home/", "/root/") if folder in text], path
