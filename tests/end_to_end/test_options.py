"""What the options and settings of a build change, and what they leave alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from digest import cleaning
from digest.cli import main
from digest.errors import VerificationError
from tests.conftest import ROOT, Run

DAY = ("--as-of", "2024-11-22")


def _issue(folder: Path) -> dict[str, Any]:
    (path,) = folder.rglob("index.json")
    return json.loads(path.read_text("utf-8"))  # type: ignore[no-any-return]


def test_points_limits_the_key_points_of_each_article(digest: Run, seeds: Path, tmp_path: Path) -> None:
    assert digest("build", seeds, "-o", tmp_path, "--points", "1", *DAY).returncode == 0
    counts = [len(article["key_points"]) for article in _issue(tmp_path)["articles"]]
    assert counts
    assert set(counts) == {1}


def test_since_names_a_file_that_is_no_issue(digest: Run, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "picture.json").write_bytes(b"\x89PNG\xff")
    for name in ("gone.json", "picture.json", "."):
        done = digest("build", seeds, "-o", tmp_path / "out", "--since", tmp_path / name, *DAY)
        assert done.returncode == 2
        assert "name an index.json" in done.stderr
        assert "Traceback" not in done.stderr


def test_since_tells_new_articles_from_those_of_the_issue_before(
    digest: Run, seeds: Path, tmp_path: Path
) -> None:
    files = sorted(seeds.iterdir())
    digest("build", *files[:4], "-o", tmp_path / "old", "--as-of", "2024-11-15")
    (old,) = (tmp_path / "old").rglob("index.json")
    done = digest("build", *files[:6], "-o", tmp_path / "new", "--since", old, *DAY)
    assert done.returncode == 0, done.stderr
    issue = _issue(tmp_path / "new")
    assert issue["since"] == _issue(tmp_path / "old")["id"]
    assert {article["path"] for article in issue["articles"] if article["new"]} == {
        file.name for file in files[4:6]
    }


def test_one_theme_can_be_asked_for(digest: Run, tmp_path: Path) -> None:
    digest("init", tmp_path / "site")
    config = tmp_path / "site" / "config" / "digest.toml"
    other = '\n[[themes]]\nslug = "trams"\ntitle = "Trams"\nquery = ["tram"]\n'
    config.write_text(config.read_text("utf-8") + other, "utf-8")
    done = digest("build", "--theme", "openai-safety-exodus", *DAY, cwd=tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (tmp_path / "site" / "out").iterdir() if path.is_dir()] == [
        "openai-safety-exodus"
    ]


@pytest.mark.parametrize(("script", "printed", "not_printed"), [
    ("simplified", "超级对齐团队", "超級對齊團隊"),
    ("traditional", "超級對齊團隊", "超级对齐团队"),
])  # fmt: skip
def test_the_script_of_the_printed_sentences_is_a_setting_and_each_stays_traceable(
    digest: Run, seeds: Path, tmp_path: Path, script: str, printed: str, not_printed: str
) -> None:
    done = digest("build", seeds, "-o", tmp_path, "--strict", *DAY, DIGEST_SCRIPT=script)
    assert done.returncode == 0, done.stderr
    points = json.dumps(_issue(tmp_path)["sections"]["points"], ensure_ascii=False)
    assert printed in points
    assert not_printed not in points.replace('"edits"', "")


@pytest.mark.parametrize(
    ("language", "words"), [("zh-Hans", "时间线"), ("zh-Hant", "時間線"), ("en", "Timeline")]
)
def test_the_interface_speaks_three_languages(
    digest: Run, seeds: Path, tmp_path: Path, language: str, words: str
) -> None:
    assert digest("build", seeds, "-o", tmp_path, *DAY, DIGEST_LANGUAGE=language).returncode == 0
    (page,) = tmp_path.rglob("index.txt")
    assert words.lower() in page.read_text("utf-8").lower()


def _in_process(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.argv", ["digest", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.mark.parametrize(("options", "code"), [((), 0), (("--strict",), 3)])
def test_a_sentence_that_is_not_found_again_is_told_and_ends_a_strict_build_with_3(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    options: tuple[str, ...],
    code: int,
) -> None:
    """No real article can bring this about, so the check itself is made to fail here."""

    def fails(*_: object) -> None:
        raise VerificationError("", "it is not there")

    monkeypatch.setattr(cleaning, "trace", fails)
    article = str(ROOT / "seeds" / "01-beian.txt")
    assert _in_process(monkeypatch, "build", article, "-o", str(tmp_path), *DAY, *options) == code
    assert "not traced" in capsys.readouterr().err
