"""Where a long sentence may be cut, where never, and that the cut can be replayed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.cleaning import trace
from digest.model import ArticleId, Edit, Excerpt, Sentence, Span
from digest.summarizers.clauses import MAX_UNITS, length, shortened, too_long
from tests.summarizers.texts import sentence

PART = "并且在随后的三年里为沿线每一户居民安装隔音窗户和地下储藏室以及其他补偿设施"
TAIL = PART * 3
HEAD = "海州市议会在周一的会议上通过了修建机场电车线路的议案"


def replayed(source: str, cut: Sentence) -> str:
    text, at = "", cut.start
    for edit in cut.edits:
        text += source[at : edit.start] + edit.text
        at = edit.end
    return text + source[at : cut.end]


def test_a_chinese_sentence_ends_before_a_clause_of_its_own():
    long = sentence(f"{HEAD}，{TAIL}。")

    cut = shortened(long)

    assert cut is not None
    assert cut.text == f"{HEAD}。"
    assert cut.edits == (Edit("clause", len(HEAD), len(long.text), "。"),)


def test_an_english_sentence_ends_at_a_semicolon():
    head = "The council voted 31 to 4 for the new tram line to the airport on Monday"
    long = sentence(f"{head}; " + "the buses will go on as they are for now and " * 8 + "that is that.")

    cut = shortened(long)

    assert cut is not None
    assert cut.text == f"{head}."


@pytest.mark.parametrize(
    "text",
    [
        f"随着海州市议会在周一的会议上通过修建机场电车线路的议案，{TAIL}。",
        f"据市长在周一的记者会上向到场的二十名记者介绍，{TAIL}。",
        f"海州市议会在周一的会议上通过了修建机场电车线路的议案，但{TAIL}。",
        f"市长说：“{HEAD}，{TAIL}。”",
        f"在海州市议会周一的会议结束之后，{TAIL}。",
        f"如果海州市议会在周一的会议上通过修建机场电车线路的议案；{TAIL}。",
        f"{HEAD}，市长说{TAIL}。",
        f"{HEAD}、{TAIL}。",
        f"海州市议会在周一的会议上作出以下安排：线路修到机场；{TAIL}。",
        "They thanked Anna Keller, mayor of the city of Basel; Ben Frei, "
        + "of the lake and " * 24
        + "; and all.",
        "The company, which " + "was founded by a very large number of people and " * 9 + "left, sold trams.",
        "Although the council voted for the new tram line on Monday, and they "
        + "all agreed on it " * 20
        + ".",
    ],
    ids=[
        "with",
        "according",
        "but",
        "in quotes",
        "after",
        "if",
        "said",
        "list",
        "announced",
        "items",
        "which",
        "although",
    ],
)
def test_a_cut_that_would_break_or_bend_the_sentence_is_not_made(text):
    assert too_long(text)
    assert shortened(sentence(text)) is None


def test_a_cut_keeps_the_edits_before_it_and_drops_those_behind():
    """The marks were widened and a blank removed by cleaning; the cut starts at the source's own mark."""
    source = f"{HEAD[:6]} {HEAD[6:]},{PART}, {TAIL}。"
    second = len(HEAD) + 2 + len(PART)
    edits = (
        Edit("spacing", 6, 7, ""),
        Edit("punctuation", len(HEAD) + 1, len(HEAD) + 2, "，"),
        Edit("punctuation", second, second + 2, "，"),
    )
    cleaned = Sentence(f"{HEAD}，{PART}，{TAIL}。", 0, len(source), edits, 0)
    assert replayed(source, cleaned) == cleaned.text

    cut = shortened(cleaned)

    assert cut is not None
    assert cut.text == f"{HEAD}，{PART}。"
    assert replayed(source, cut) == cut.text
    assert cut.edits == (*edits[:2], Edit("clause", second, len(source), "。"))


def test_verification_accepts_the_cut():
    long = sentence(f"{HEAD}，{TAIL}。")
    cut = shortened(long)
    assert cut is not None

    trace(Excerpt(cut.text, ArticleId("0" * 16), Span(cut.start, cut.end), cut.edits, "salience"), long.text)


def test_a_word_counts_twice_what_a_character_does():
    assert length("电车线路") == 4
    assert length("tram line") == 4
    assert length("Basel 的 tram") == 5


@given(st.text(st.sampled_from("电车议会通过并同时随着但，；。“”（）, ;ab")), st.integers(0, 40))
def test_whatever_is_cut_is_a_beginning_and_replays(filling, times):
    text = f"{HEAD}{filling}，{TAIL}{'同时电车开通，' * times}。"
    cut = shortened(sentence(text))
    if cut is not None:
        assert length(cut.text) <= MAX_UNITS
        assert text.startswith(cut.text[:-1])
        assert replayed(text, cut) == cut.text
        assert cut.text.count("“") == cut.text.count("”")
