"""Plain text and headlines: where a line ends, what a subject says, what a number shows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.rendering import render
from digest.rendering._sample import sample
from digest.rendering.bars import parts, shares
from digest.rendering.names import columns, one_line, shorten
from digest.rendering.wrapping import _NO_END, _NO_START, WIDTH, wrap
from tests.rendering.helpers import with_story

PROSE = st.text(
    alphabet=st.sampled_from("电车回来了，。、“”《》（）abcdefgh 12.5%-—…\u3000é"), min_size=60, max_size=200
)


@given(PROSE)
def test_wrapping_loses_no_character_but_blanks(text):
    assert "".join(wrap(text).split()) == "".join(text.split())


@given(PROSE)
def test_no_line_is_too_wide_unless_it_is_one_piece(text):
    for line in wrap(text, width=20).split("\n"):
        pieces = line.split()
        # What may not be cut: a word, and the marks that must not leave it.
        assert columns(line) <= 20 or len(pieces) == 1


@given(PROSE)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(text):
    lines = wrap(text, width=24).split("\n")
    for before, after in pairwise(lines):
        assert after.lstrip()[:1] not in _NO_START or not after.strip()
        assert before.rstrip()[-1:] not in _NO_END or not before.strip()


def test_an_address_and_a_short_note_in_brackets_are_never_cut():
    text = "一" * 34 + "〔港湾日报〕" + " https://news.example.org/a-long-address/" + "x" * 60

    lines = wrap(text).split("\n")

    assert "〔港湾日报〕" in lines[1]
    assert lines[2] == "https://news.example.org/a-long-address/" + "x" * 60


def test_a_word_with_an_apostrophe_is_not_cut_at_it():
    text = "“Let’s not jump to any conclusions,” she said. “They haven’t seen it.”"

    for width in range(12, 60):
        lines = wrap(text, width=width).splitlines()
        assert not any(line.endswith("’") or line.startswith(("s not", "t seen")) for line in lines)


def test_later_lines_are_indented_under_the_first():
    lines = wrap("电车" * 40, "1. ").split("\n")

    assert lines[0].startswith("1. 电")
    assert all(line.startswith("   电") for line in lines[1:])
    assert all(columns(line) <= WIDTH for line in lines)


def test_what_stands_under_a_number_is_indented_by_its_width():
    """Under 10. it stood a column to the left of the sentence it belongs to."""
    issue = sample()
    point = next(each for each in issue.story.points if len(each.articles) > 1)
    both = replace(point, sentences=(point.sentences[0], point.sentences[0]))

    text = render(with_story(issue, points=(both,) * 10)).text

    for number in ("9. ", "10. "):
        below = text.partition(f"\n{number}")[2].partition("\n\n")[0].split("\n")[1:]
        assert below
        assert all(line[: len(number)].isspace() and not line[len(number)].isspace() for line in below[-1:])
        assert any(line.startswith(" " * len(number) + "- ") for line in below)


def test_a_subject_is_the_theme_and_the_first_sentence_without_its_stop():
    assert render(sample()).subject == "港湾电车｜停运六十一年之后，港湾电车在周一早晨重新载客"


def test_a_sentence_too_long_for_a_subject_ends_at_a_clause():
    issue = sample()
    long = replace(
        issue.story.lead[0],
        text="停运六十一年之后，港湾电车在周一早晨重新载客，" + "站台上挤满了人" * 8 + "。",
    )

    subject = render(with_story(issue, lead=(long,), points=())).subject

    assert subject == "港湾电车｜停运六十一年之后，港湾电车在周一早晨重新载客…"


def test_a_long_english_sentence_ends_at_a_word():
    issue = sample("en")
    said = "The tram that nobody had expected to see again " + "came back and " * 9
    long = replace(issue.story.lead[0], text=said)

    subject = render(with_story(issue, lead=(long,), points=())).subject

    assert subject.startswith("Harbour trams | The tram that nobody had expected")
    assert subject.endswith("…")
    assert columns(subject) <= 78
    assert subject[:-1].split()[-1] in long.text.split()


def test_a_subject_prefers_a_sentence_in_the_readers_language():
    issue = sample()
    english = replace(issue.story.lead[0], text="Trams are back.", article=issue.articles[4].id)

    subject = render(with_story(issue, lead=(english, *issue.story.lead[1:]))).subject

    assert "Trams" not in subject


@pytest.mark.parametrize(
    ("value", "figure", "unit"),
    [("58 亿元", "58", "亿元"), ("20%", "20%", ""), ("1.2万", "1.2", "万"), ("半数", "半数", ""),
     ("9 天", "9", "天"),
     ("5.8 billion", "5.8", "billion"), ("$3m", "$3", "m"), ("48,000", "48,000", ""), ("", "", ""),
     ("约 300 人", "约 300", "人"), ("130亿美元", "130", "亿美元"), ("3 minutes", "3", "minutes")],
)  # fmt: skip
def test_a_number_is_set_as_figure_and_unit(value, figure, unit):
    assert parts(value) == (figure, unit)


def test_bars_compare_only_what_has_one_unit_and_is_not_all_the_same():
    def lengths(*values):
        return [share for _, share in shares(values)]

    assert lengths("58 亿元", "42 亿元", "9 天") == [100, 72, 0]
    assert lengths("4000 万元", "1 亿元") == [40, 100]
    assert lengths("20%", "95%") == [20, 95], "of a hundred, not of the longest"
    assert lengths("75 percent", "6 percent") == [75, 6]
    assert lengths("50%", "200%") == [25, 100]
    assert lengths("58 亿元", "9 天") == [0, 0]
    assert lengths("9 天", "9 天") == [0, 0]
    assert lengths("1 元", "900 元") == [0, 0], "a bar too short to be seen says nothing"
    assert lengths("-3%", "5%") == [0, 0]
    assert lengths("2015", "2016") == [0, 0], "numbers without a unit may be anything"


@given(st.lists(st.text(max_size=12), max_size=6))
def test_any_values_at_all_have_parts_and_lengths_between_0_and_100(values):
    found = shares(values)

    assert len(found) == len(values)
    assert all(0 <= share <= 100 for _, share in found)


@given(st.text(max_size=80), st.integers(min_value=1, max_value=40))
def test_a_shortened_text_fits_and_is_a_beginning_of_the_whole(text, limit):
    short = shorten(text, limit)

    assert columns(short) <= max(limit, 1)
    assert text.startswith(short.removesuffix("…").rstrip()) or short == text


@given(st.text(max_size=60))
def test_a_printed_text_is_one_line(text):
    line = one_line(text)

    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
