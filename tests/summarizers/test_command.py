"""``digest summarize`` as a tool on its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.conftest import ROOT
from tests.summarizers.texts import CHINESE, NEWS


def piped(text: str | bytes, *words: str) -> subprocess.CompletedProcess[str]:
    data = text.encode() if isinstance(text, str) else text
    done = subprocess.run(
        [sys.executable, "-m", "digest", "summarize", *words],
        input=data,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=600,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def test_a_file_gives_its_points_in_reading_order(digest, tmp_path):
    (tmp_path / "tram.txt").write_text(NEWS, encoding="utf-8")

    done = digest("summarize", tmp_path / "tram.txt", "--points", "2", "--title", "Trams")

    points = done.stdout.splitlines()
    assert done.returncode == 0
    assert len(points) == 2
    assert sorted(points, key=NEWS.find) == points


def test_standard_input_is_read_whatever_its_encoding():
    done = piped(CHINESE.encode("gb18030"), "-", "--points", "1")

    assert done.returncode == 0
    assert done.stdout.strip() in CHINESE


def test_html_from_a_pipe_is_read_as_html():
    text = NEWS.replace("\n", "</p><p>")
    page = f"<!doctype html><html><body><nav>Home</nav><article><p>{text}</p></article></body></html>"

    done = piped(page, "--points", "2")

    assert done.returncode == 0
    assert "<p>" not in done.stdout
    assert "31 to 4" in done.stdout


def test_an_empty_input_is_called_by_its_name():
    done = piped("", "-")

    assert done.returncode == 1
    assert done.stderr == "digest: standard input: empty; give it a text\n"


def test_two_words_are_a_text_too():
    done = piped("Trams return", "-")

    assert (done.returncode, done.stdout) == (0, "Trams return\n")


def test_why_shows_every_sentence_and_marks_the_chosen():
    done = piped(NEWS, "--points", "2", "--why")

    lines = done.stdout.splitlines()
    assert sum(line.startswith("*") for line in lines) == 2
    assert any("It was raining." in line for line in lines)
    assert "likeness" in done.stdout or "where it stands" in done.stdout


def test_json_is_one_object_that_leads_back_to_the_source():
    done = piped(NEWS, "--points", "2", "--why", "--json")

    told = json.loads(done.stdout)
    assert told["method"] == "salience"
    for point in told["points"]:
        assert point["reasons"]
        if not point["edits"]:
            assert NEWS[point["source"]["start"] : point["source"]["end"]] == point["text"]
    assert len(told["sentences"]) >= len(told["points"])


def test_an_unknown_method_ends_with_two_and_a_hint():
    done = piped(NEWS, "--method", "leed")

    assert done.returncode == 2
    assert "did you mean 'lead'" in done.stderr


def test_nothing_in_gives_an_error_and_no_point():
    done = piped("", "-")

    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_what_the_articles_beside_it_tell_too_is_among_the_reasons(digest, tmp_path):
    (tmp_path / "tram.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "other.txt").write_text(
        "Swiss builders hope for better years.\nOrders had fallen by a fifth since last summer.\n"
        "Anna Keller, mayor of Basel, told them that a tram for 410 million francs comes next.\n",
        encoding="utf-8",
    )
    reason = "what other articles of the issue tell, too"

    alone = digest("summarize", tmp_path / "tram.txt", "--why")
    beside = digest("summarize", tmp_path / "tram.txt", "--why", "--beside", tmp_path)

    assert reason not in alone.stdout
    assert reason in beside.stdout
