"""``digest seeds``: a person sees at a glance what was cut and why, a program gets it as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run

from .test_clean import STORY

HEAD = "首页 > 新闻 > 正文\n水库见底的春天\n2024-04-05 08:00 来源：河湾时报\n文|林小满"
PAGE = f"{HEAD}\n\n{STORY}\n\n扫码关注我们\n"


def written(folder: Path, text: str = PAGE) -> Path:
    path = folder / "水库.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_explain_shows_facts_then_every_line_with_its_fate(digest: Run, tmp_path: Path) -> None:
    done = digest("seeds", "explain", written(tmp_path))

    assert done.returncode == 0, done.stderr
    assert "title      水库见底的春天" in done.stdout
    assert "authors    林小满" in done.stdout
    assert "publisher  河湾时报" in done.stdout
    assert "2024-04-05   from: 2024-04-05 08:00" in done.stdout
    assert "- [navigation] 首页 > 新闻 > 正文" in done.stdout
    assert "- [follow-us] 扫码关注我们" in done.stdout
    assert "B [byline] 文|林小满" in done.stdout


def test_explain_takes_a_file_as_list_names_it(digest: Run, tmp_path: Path) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    written(folder)

    done = digest("seeds", "explain", "水库.txt", DIGEST_SEEDS__DIR=str(folder))

    assert done.returncode == 0, done.stderr
    assert "水库见底的春天" in done.stdout


def test_explain_as_json_accounts_for_every_line(digest: Run, tmp_path: Path) -> None:
    done = digest("seeds", "explain", written(tmp_path), "--json")
    (told,) = json.loads(done.stdout)["articles"]

    assert told["title"] == "水库见底的春天"
    assert told["published"]["date"] == "2024-04-05"
    assert [row["lines"][0] for row in told["lines"]] == [
        1,
        *(row["lines"][1] + 1 for row in told["lines"][:-1]),
    ]
    assert any(row["reason"] == "follow-us" for row in told["lines"])
    assert all(each["quotable"] for each in told["sentences"])


def test_a_refused_file_says_why_and_fails(digest: Run, tmp_path: Path) -> None:
    done = digest("seeds", "explain", written(tmp_path, "登录 | 注册\n"))

    assert done.returncode == 1
    assert "refused: no running text was found in it" in done.stdout


def test_list_names_every_file_with_its_date_or_the_reason(digest: Run, tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "menu.txt").write_text("登录 | 注册", encoding="utf-8")
    rows = {
        row["path"]: row for row in json.loads(digest("seeds", "list", tmp_path, "--json").stdout)["seeds"]
    }

    assert rows["水库.txt"]["date"] == "2024-04-05"
    assert "no running text" in rows["menu.txt"]["reason"]
