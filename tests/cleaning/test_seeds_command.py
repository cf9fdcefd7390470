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


BOX = "岸边的灯每天黄昏点亮，路过的人都可以进来喝一杯热茶。"
PAGES = (
    STORY,
    "镇上的邮递员组了一个合唱团，每个星期四在车站的候车室里排练。\n\n他们的指挥白天送信，晚上写谱子。",
    "旧船闸换上了新的闸门，每一扇都有一栋房子那么重。\n\n十一条驳船在天亮以前就排好了队，等着过闸。",
)


def folder_of_pages(folder: Path) -> Path:
    for number, story in enumerate(PAGES):
        (folder / f"{number}.txt").write_text(f"河湾手记\n渡口\n集市\n\n{story}\n\n{BOX}\n", "utf-8")
    return folder


def test_explain_sees_a_file_among_those_beside_it(digest: Run, tmp_path: Path) -> None:
    """As an issue of the folder does."""
    done = digest("seeds", "explain", folder_of_pages(tmp_path) / "1.txt", "--full")

    assert f"- [site-frame] {BOX}" in done.stdout
    assert "邮递员组了一个合唱团" in done.stdout


def test_explain_alone_sees_nothing_beside_it(digest: Run, tmp_path: Path) -> None:
    done = digest("seeds", "explain", folder_of_pages(tmp_path) / "1.txt", "--alone", "--json")

    (told,) = json.loads(done.stdout)["articles"]
    assert BOX in [each["text"] for each in told["sentences"]]


def test_explain_tells_in_how_many_articles_a_line_stands(digest: Run, tmp_path: Path) -> None:
    done = digest("seeds", "explain", folder_of_pages(tmp_path), "--json")

    told = json.loads(done.stdout)["articles"]
    assert [each["path"] for each in told] == ["0.txt", "1.txt", "2.txt"]
    for article in told:
        rows = [row for row in article["lines"] if row["reason"] == "site-frame"]
        assert {row["rule"] for row in rows} == {"in 3 articles of the folder"}
        assert BOX not in [each["text"] for each in article["sentences"]]
