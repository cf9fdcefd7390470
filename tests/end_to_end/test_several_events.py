"""A folder of two events, as a reader of the files meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.story.events import ferry, strike


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    seeds = tmp_path / "both"
    seeds.mkdir()
    for each in (*ferry(), *strike()):
        date = each.published.date if each.published else ""
        (seeds / each.article.path).write_text(f"{each.title}\n\n{date}\n\n{each.article.text}\n", "utf-8")
    return seeds


def test_two_events_in_a_folder_are_told_one_after_another(digest: Run, folder: Path, tmp_path: Path) -> None:
    done = digest("build", folder, "-o", tmp_path / "out", "--as-of", "2025-12-01", "--strict")

    assert (done.returncode, done.stderr) == (0, "")
    (page,) = (tmp_path / "out").rglob("index.html")
    issue = json.loads((page.parent / "index.json").read_text("utf-8"))
    paths = {article["id"]: Path(article["path"]).stem for article in issue["articles"]}
    threads = [{paths[article] for article in thread["articles"]} for thread in issue["threads"]]
    events = [{each.article.path.partition(".")[0] for each in event} for event in (ferry(), strike())]
    assert sorted(threads, key=min) == sorted(events, key=min)
    assert page.read_text("utf-8").count("，共 2 件") == 2


def test_issues_show_says_which_articles_go_together(digest: Run, folder: Path, tmp_path: Path) -> None:
    digest("build", folder, "-o", tmp_path / "out", "--as-of", "2025-12-01")
    (issue,) = (tmp_path / "out").rglob("index.json")

    shown = digest("issues", "show", issue).stdout

    first, second = shown.partition("\nthreads\n")[2].splitlines()[:2]
    assert {first.count(".txt"), second.count(".txt")} == {len(ferry()), len(strike())}
