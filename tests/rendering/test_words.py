"""Interface words: complete, filled alike in every language; dates and plurals."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import digest
from digest import intake
from digest.cleaning import doorways, listings
from digest.intake import decoding
from digest.rendering import words as module
from digest.rendering.words import LANGUAGES, words
from digest.shipped import shipped

STUFFED = "it was written for search engines; leave it out"
CHINESE = ["zh-Hans", "zh-Hant"]
SINGLE = re.compile(r"""(?:\bt|words|self)\(\s*"((?:[^"\\]|\\.)*)\"""")
PLURAL = re.compile(r'(?:tn|words\.count)\(\s*"([^"]*)",\s*"([^"]*)"')


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
        if entry.id and entry.context != module.REASON
    }

    asked = messages()
    assert asked - set(known) == set()
    assert set(known) - asked == set()
    assert all(
        all(entry.string) if isinstance(entry.string, tuple) else entry.string for entry in known.values()
    )


def reasons():
    """Every reason that the program leaves a file out for, with VALUE for what it fills in."""
    home = Path(digest.__file__).parent
    for file in [*home.glob("intake/**/*.py"), *home.glob("cleaning/**/*.py")]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                said = [_said(each) for each in node.args[1:]]
                if node.func.id in ("IntakeError", "UnusableText", "Skipped") and None not in said:
                    yield "; ".join(filter(None, said))
            if isinstance(node, ast.Return) and file.name == "folder.py" and _said(node.value):
                yield _said(node.value)
            if (
                isinstance(node, ast.Return)
                and file.name == "listings.py"
                and isinstance(node.value, ast.Tuple)
            ):
                fact, remedy = node.value.elts
                if said := _said(fact):
                    yield f"{said}; {_said(remedy) or getattr(listings, remedy.id)}"
            returned = isinstance(node, ast.Return) and file.name in _REMEDIES
            if returned and isinstance(said := _said(node.value), str):
                yield f"{said}; {_REMEDIES[file.name]}"
    yield f"{doorways._ROUND}; {listings._SEARCHED}"
    yield from (f"{kind}, not text" + (remedy and f"; {remedy}") for _, kind, remedy in decoding._KINDS)


_REMEDIES = {"remnants.py": listings._SAVE, "fronts.py": listings._SAVE, "doorways.py": listings._SEARCHED}


def _said(node):
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_filled, node.values))
    if isinstance(node, ast.Name) and node.id in ("_SAVE", "_LEAVE"):
        return getattr(listings, node.id)
    return node.value if isinstance(node, ast.Constant) else None


def _filled(node):
    if isinstance(node, ast.Constant):
        return node.value
    value = getattr(intake, getattr(node.value, "id", ""), "VALUE")
    return repr(value) if node.conversion == ord("r") else value


@pytest.mark.parametrize("language", CHINESE)
def test_every_reason_a_file_is_left_out_for_is_said_in_the_languages_of_the_interface(language):
    asked = list(reasons())

    assert len(asked) > 25
    assert [each for each in asked if words(language).reason(each) == each] == []


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("a JPEG picture, not text", "是 JPEG 图片，不是文本"),
        ("hidden", "隐藏文件"),
        ("unknown kind of file (no suffix)", "不认识这种文件（没有后缀）"),
        ("unreadable folder (permission denied)", "文件夹读不出来（没有权限）"),
        (
            f"keyword stuffing: 'casino' is 40 of its 90 words; {STUFFED}",
            "堆砌关键词：90 个词里有 40 个是“casino”，是写给搜索引擎看的；不必收它",
        ),
        (
            f"keyword stuffing: '赌场 app' stands in it 40 times; {STUFFED}",
            "堆砌关键词：“赌场 app”出现了 40 次，是写给搜索引擎看的；不必收它",
        ),
        (
            f"a program replaced its words by others, as '举行' and '进行' show; {STUFFED}",
            "程序替换过它的用词，比如“举行”和“进行”，是写给搜索引擎看的；不必收它",
        ),
        (
            f"pieces of its title stand all over it, as '坝连' and '夜加' show; {STUFFED}",
            "标题被切碎撒在全文里，比如“坝连”和“夜加”，是写给搜索引擎看的；不必收它",
        ),
        (
            "too large (41.0 MB; the limit is 32.0 MB); split it",
            "太大（41.0 MB，上限 32.0 MB）；请拆成几份",
        ),
        ("读不出文字", "读不出文字"),
        ("hidden, and something that no entry says", "hidden, and something that no entry says"),
    ],
)
def test_a_reason_keeps_what_was_filled_into_it_and_one_of_no_known_form_stays(reason, said):
    assert words("zh-Hans").reason(reason) == said
    assert words("en").reason(reason) == reason


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
