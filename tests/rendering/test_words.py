"""Interface words: complete, filled alike in every language; dates and plurals."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from digest.rendering import words as module
from digest.rendering.words import LANGUAGES, words
from digest.shipped import shipped

CHINESE = ["zh-Hans", "zh-Hant"]
SINGLE = re.compile(r"""(?:\bt|words|self)\(\s*"((?:[^"\\]|\\.)*)\"""")
PLURAL = re.compile(r'tn\(\s*"([^"]*)",\s*"([^"]*)"')


def messages():
    """Every text that a template or the program asks for."""
    home, suffixes = shipped("templates"), (".html", ".txt", ".md", ".xhtml")
    sources = [file for file in home.rglob("*.*") if file.suffix in suffixes and file.name != "README.md"]
    sources += Path(module.__file__).parent.rglob("*.py")
    found = set(module._SECTIONS.values())
    for file in sources:
        text = file.read_text("utf-8")
        found |= set(SINGLE.findall(text)) | {one for one, _ in PLURAL.findall(text)}
    return found


def catalogue(language):
    with (module._CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=LANGUAGES[language])


@pytest.mark.parametrize("language", CHINESE)
def test_every_text_is_translated_and_no_translation_is_left_over(language):
    known = {
        entry.id if isinstance(entry.id, str) else entry.id[0]: entry
        for entry in catalogue(language)
        if entry.id
    }

    asked = messages()
    assert asked - set(known) == set()
    assert set(known) - asked == set()
    assert all(
        all(entry.string) if isinstance(entry.string, tuple) else entry.string for entry in known.values()
    )


@pytest.mark.parametrize("language", CHINESE)
def test_a_translation_fills_the_same_places_as_the_english_text(language):
    for entry in catalogue(language):
        if entry.id:
            one, many = (entry.id, entry.id) if isinstance(entry.id, str) else entry.id
            said = entry.string if isinstance(entry.string, str) else entry.string[0]
            assert set(re.findall(r"\{\w+\}", said)) == set(re.findall(r"\{\w+\}", many)), one


def test_the_traditional_catalogue_has_no_simplified_word():
    from digest.language.script import convert

    for entry in catalogue("zh-Hant"):
        for said in [entry.string] if isinstance(entry.string, str) else entry.string:
            assert convert(said, "traditional") == said


def test_english_has_two_plurals_and_chinese_one():
    assert words("en").count("{n} article", "{n} articles", 1) == "1 article"
    assert words("en").count("{n} article", "{n} articles", 2) == "2 articles"
    assert words("zh-Hans").count("{n} article", "{n} articles", 2) == "2 篇原文"
    assert words("en").count("{n} article", "{n} articles", 12000) == "12,000 articles"


@pytest.mark.parametrize(
    ("language", "day", "precision", "short"),
    [
        ("zh-Hans", "2026-06-08", "day", "2026.06.08"),
        ("zh-Hans", "2026-06", "month", "2026.06"),
        ("zh-Hans", "2026", "year", "2026"),
        ("zh-Hans", "2026-06-08", "month", "2026.06"),
        ("zh-Hant", "2026-06-08", "day", "2026.06.08"),
        ("en", "2026-06-08", "day", "8 Jun 2026"),
        ("en", "2026-06", "month", "Jun 2026"),
        ("en", "2026", "year", "2026"),
        ("en", "yesterday", "day", ""),
        ("en", "2026-02-31", "day", ""),
    ],
)
def test_a_date_is_written_as_exactly_as_it_is_known(language, day, precision, short):
    assert words(language).date(day, precision) == short


def test_a_long_date_names_the_day_of_the_week():
    assert words("zh-Hans").date("2026-06-14", "day", long=True) == "2026年6月14日 星期日"
    assert words("en").date("2026-06-14", "day", long=True) == "Sunday, 14 June 2026"


def test_a_span_says_how_many_articles_lie_outside_it_for_all_that_is_known():
    days = ("2026-05-20", "2026-06-08")

    assert words("zh-Hans").span(days) == "2026.05.20 至 2026.06.08"
    assert words("zh-Hans").span(days, 2) == "2026.05.20 至 2026.06.08（另有 2 篇日期不详）"
    assert words("en").span(days, 1) == "20 May 2026 to 8 Jun 2026 (undated: 1)"
    assert words("en").span((), 1) == ""


def test_a_span_ends_with_the_year_where_that_is_all_that_is_known_of_the_last_article():
    assert words("zh-Hans").span(("2023-11-21", "2024", "2024-05-23")) == "2023.11.21 至 2024"
    assert words("zh-Hans").span(("2024", "2024-05-23")) == "2024"
    assert words("zh-Hans").span(("2023", "2024-05-23")) == "2023 至 2024.05.23"
