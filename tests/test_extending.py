"""The examples of docs/extending.md are plug-ins: each is run as it stands, as one file of its stage."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from types import ModuleType

import pytest

from digest import pipeline, plugins
from digest.model import Issue
from digest.plugins import Stage
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "extending.md").read_text("utf-8")
EXAMPLES = dict(re.findall(r"```python\n# (digest/\S+\.py)\n(.*?)```", TEXT, re.DOTALL))
PACKAGES = re.findall(r"^\| [^|]+ \| `(digest/[a-z/]+)` \| `([A-Z]+)` \|", TEXT, re.MULTILINE)


@pytest.fixture
def plugged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, ModuleType]:
    """Each example in the package it names, for the length of one test."""
    modules = {}
    for path, code in EXAMPLES.items():
        folder = tmp_path / Path(path).parent
        folder.mkdir(parents=True, exist_ok=True)
        (folder / Path(path).name).write_text(code, "utf-8")
        package = importlib.import_module(".".join(Path(path).parent.parts))
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])
        modules[path] = package
    return modules


@pytest.mark.parametrize(("folder", "attribute"), PACKAGES)
def test_every_plug_in_of_every_stage_has_its_object(folder: str, attribute: str) -> None:
    stage: Stage[object] = Stage(folder.strip("/").replace("/", "."), attribute, "plug-in")
    assert stage.names()
    for name in stage.names():
        try:
            assert stage.get(name) is not None
        except ImportError as error:  # an extra that is not installed
            pytest.skip(str(error))


def test_the_example_of_a_method_is_found_by_its_name_and_ranks(plugged: dict[str, ModuleType]) -> None:
    from digest.summarizers import METHODS, plain, summarize

    assert "densest" in METHODS.names()
    document = plain("It rained all day. The council voted 31 to 4 in 2024. Nobody was surprised.")
    (point,) = summarize(document, method="densest", limit=1).points
    assert point.text == "The council voted 31 to 4 in 2024."


def test_the_example_of_a_writer_is_found_by_its_name_and_writes(
    plugged: dict[str, ModuleType], seeds: Path, tmp_path: Path
) -> None:
    issue: Issue = pipeline.build([seeds / "01-beian.txt"], as_of="2024-11-22")
    (path,) = pipeline.write(issue, pipeline.render(issue), tmp_path / "out", ["titles"])
    assert path.name == "index.titles"
    date, title, _ = path.read_text("utf-8").rstrip("\n").split("\t")
    assert date == "2024-05-20"
    assert title.startswith("OpenAI安全团队")


def test_a_package_installed_beside_digest_adds_a_plug_in_by_an_entry_point(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The group and the name are those that the document gives."""
    from digest.summarizers import METHODS

    (declared,) = re.findall(r"```toml\n\[project\.entry-points\.\"(\S+)\"\]\n(.*?)```", TEXT, re.DOTALL)
    group, points = declared
    (example,) = (code for path, code in EXAMPLES.items() if path.endswith("/densest.py"))
    (tmp_path / "my_package").mkdir()
    (tmp_path / "my_package" / "__init__.py").touch()
    (tmp_path / "my_package" / "densest.py").write_text(example, "utf-8")
    told = tmp_path / "my_package-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: my_package\nVersion: 1.0\n", "utf-8")
    (told / "entry_points.txt").write_text(f"[{group}]\n{points.replace(chr(34), '')}", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    plugins.installed.cache_clear()
    try:
        assert "densest" in METHODS.names()
        assert METHODS.get("densest").rank.__module__ == "my_package.densest"
    finally:
        plugins.installed.cache_clear()
