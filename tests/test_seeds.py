"""The sample articles keep their diseases: to clean up `seeds/` would make every other test easier."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


def _text(seeds: Path, name: str, encoding: str = "utf-8") -> str:
    (path,) = seeds.glob(f"{name}-*")
    return path.read_bytes().decode(encoding)


def test_there_are_ten_in_two_languages_two_scripts_three_formats_and_three_encodings(seeds: Path) -> None:
    files = sorted(seeds.iterdir())
    assert len(files) == 10
    assert {path.suffix for path in files} == {".txt", ".html", ".md"}
    for name, encoding in (("07", "gb18030"), ("10", "big5hkscs")):
        with pytest.raises(UnicodeDecodeError):
            _text(seeds, name)
        assert "OpenAI" in _text(seeds, name, encoding)


def test_a_news_page_has_its_title_twice_and_its_related_headlines_glued(seeds: Path) -> None:
    lines = _text(seeds, "01").splitlines()
    title = "OpenAI安全团队失去两位掌舵人，超级对齐计划提前散场"
    assert lines.count(title) == 2
    assert len(lines[lines.index("相关阅读") + 1]) > 100


def test_a_mirror_has_ghost_pinyin_a_casino_line_and_references(seeds: Path) -> None:
    text = _text(seeds, "02")
    assert len(re.findall(r"[\u4e00-\u9fff]\([a-zǎàāèéěīìǐōòǒúùūǔ]+\)", text)) > 15
    assert "(tai)(tai)" in text
    assert text.startswith("金沙")
    assert "\n[1] " in text


def test_a_transcript_has_one_clause_a_line_and_no_full_stop(seeds: Path) -> None:
    text = _text(seeds, "03")
    assert len(text.splitlines()) > 120
    assert not re.search("[。！？，]", text)


def test_words_were_deleted_and_phone_prices_put_where_the_lead_should_be(seeds: Path) -> None:
    text = _text(seeds, "04")
    assert "内部划定的 线" in text
    assert text.splitlines()[2].startswith("松果X9 Pro")


def test_one_article_is_a_reprint_of_another_in_a_frame_of_its_own(seeds: Path) -> None:
    original, reprint = _text(seeds, "01").splitlines(), _text(seeds, "08").splitlines()
    shared = {line for line in original if len(line) > 60} & set(reprint)
    assert len(shared) >= 6
    assert not set(original[:4]) & set(reprint[:4])


def test_the_articles_disagree_so_that_a_story_has_something_to_show(seeds: Path) -> None:
    assert "几个小时后" in _text(seeds, "01")
    assert "三天后" in _text(seeds, "02")
    assert "11人" in _text(seeds, "06")
    assert "Thirteen" in _text(seeds, "05")
