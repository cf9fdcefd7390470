"""The weights can be learned again, and the benchmark measures what it says."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.summarizers.texts import CHINESE, NEWS

BENCHMARKS = ROOT / "benchmarks"


def run(script: str, *words: object) -> str:
    done = subprocess.run(
        [sys.executable, BENCHMARKS / script, *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def data(tmp_path):
    """Two small sets of articles with references, as the benchmark reads them."""
    folder = tmp_path / "data"
    folder.mkdir()
    english = {
        "id": "a",
        "lang": "en",
        "text": NEWS,
        "title": "Trams",
        "summary": ["Basel builds a tram line."],
    }
    chinese = {"id": "b", "lang": "zh", "text": CHINESE, "summary": ["海州市议会通过修建机场电车线路。"]}
    for name, row in (("news", english), ("news_headline", chinese)):
        with gzip.open(folder / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write((json.dumps(row, ensure_ascii=False) + "\n") * 6)
    return folder


def test_learning_again_gives_the_same_file(data, tmp_path):
    for name in ("one.json", "two.json"):
        run("learn_salience.py", "--data", data, "--out", tmp_path / name)

    once = (tmp_path / "one.json").read_bytes()
    assert once == (tmp_path / "two.json").read_bytes()
    assert json.loads(once)["sentence"]["hearsay"]["always"] < 0


def test_the_benchmark_prints_a_row_for_each_method(data):
    table = run("summaries.py", "--data", data, "--long", "20", "--methods", "salience,lead,random")

    assert "news_headline, 6 articles, 1 sentences each" in table
    assert table.count("| random |") == 2
    assert "A text of 20 sentences" in table


def test_rouge_is_one_hundred_for_the_reference_itself_and_zero_for_a_stranger(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import rouge

    made, stranger = rouge.units("电车 Line 4 returns"), rouge.units("bus")
    assert made == ["电", "车", "line", "4", "returns"]
    assert rouge.rouge_n(made, made, 2) == rouge.rouge_l(made, made) == 100
    assert rouge.rouge_n(made, stranger, 1) == rouge.rouge_l(made, stranger) == 0
    # Worked by hand: two of three units shared, in order: 2*2/(3+3).
    assert rouge.rouge_l(["a", "b", "c"], ["a", "x", "c"]) == pytest.approx(200 / 3)
