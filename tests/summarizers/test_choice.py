"""From a ranking to points: reading order, length, budget, never nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from digest.model import UNQUOTABLE
from digest.summarizers import METHODS, plain, summarize
from digest.summarizers.clauses import MAX_UNITS, length
from tests.summarizers.texts import NEWS, chinese, having, news


def texts(summary):
    return [point.text for point in summary.points]


def test_points_come_in_reading_order():
    summary = summarize(news(), limit=4)

    indices = [point.index for point in summary.points]
    assert indices == sorted(indices)
    assert len(indices) == 4


def test_a_point_leads_back_to_its_place_in_the_text():
    for point in summarize(news(), limit=3).points:
        assert NEWS[point.sentence.start : point.sentence.end] == point.text


def test_a_sentence_that_may_not_be_quoted_is_never_a_point():
    document = news()
    for trait in sorted(UNQUOTABLE):
        points = summarize(having(document, 0, trait), limit=20).points
        assert 0 not in [point.index for point in points]


def test_a_text_of_sentences_that_may_not_be_quoted_gives_no_point():
    document = having(plain("Only a heading", language="en"), 0, "heading")

    assert summarize(document).points == ()


def test_the_points_fit_the_budget():
    for budget in range(60, 400, 20):
        points = summarize(news(), limit=5, budget=budget).points
        assert len(points) == 1 or sum(len(point.text) for point in points) <= budget


def test_a_budget_smaller_than_any_sentence_still_gives_one_point():
    assert len(summarize(news(), budget=3).points) == 1


def test_a_long_sentence_gives_way_to_a_shorter_one():
    endless = "The council of the city " + "of the lake and the river and the hill " * 12 + "voted for trams."
    document = plain(f"{endless} Work on the tram line starts in March 2027.", "Trams", "en")

    assert texts(summarize(document, limit=2)) == ["Work on the tram line starts in March 2027."]


def test_a_long_sentence_is_given_when_there_is_no_other():
    endless = "The council of the city " + "of the lake and the river and the hill " * 12 + "voted for trams."

    assert texts(summarize(plain(endless, language="en"))) == [endless]


def test_a_sentence_that_is_the_title_gives_way_to_all_others():
    """The title stands above the points, with other marks or with none."""
    titled = "The council voted for trams"
    text = f"“{titled}!”\nThe vote was 31 to 4.\nWork starts in March.\n"
    document = plain(text, title=titled)

    assert texts(summarize(document, limit=2)) == ["The vote was 31 to 4.", "Work starts in March."]
    assert len(summarize(document, limit=3).points) == 3


def test_near_duplicates_are_chosen_once():
    twice = (
        "海州市议会周一通过了修建机场电车线路的议案。反对者宣布将把规划告上法庭。"
        "海州市议会周一已通过修建机场电车线路的议案。工程预计耗资41亿元。"
    )

    chosen = texts(summarize(plain(twice, language="zh"), limit=3))

    assert len([text for text in chosen if "通过" in text]) == 1


def test_the_terms_of_a_theme_lean_the_choice():
    document = chinese()

    towards = texts(summarize(document, limit=2, query=["签名", "法庭"]))

    assert any("法庭" in text for text in towards)
    assert not any("法庭" in text for text in texts(summarize(document, limit=1, query=["电车"])))


@given(
    st.lists(
        st.text(st.sampled_from("电车议会投票通过，。！？“”；ab 1%"), max_size=160), min_size=1, max_size=8
    ),
    st.integers(1, 6),
    st.one_of(st.none(), st.integers(1, 300)),
    st.sampled_from(sorted(METHODS.names())),
)
def test_whatever_the_text_points_are_whole_ordered_and_never_missing(lines, limit, budget, name):
    document = plain("\n".join(lines), language="zh")

    points = summarize(document, method=name, limit=limit, budget=budget).points

    assert bool(points) == bool(document.sentences)
    assert len(points) <= limit
    assert [point.index for point in points] == sorted({point.index for point in points})
    shortest = min((length(each.text) for each in document.sentences), default=0)
    if shortest <= MAX_UNITS:
        assert all(length(point.text) <= MAX_UNITS for point in points)


def test_a_document_without_sentences_has_no_points():
    assert summarize(replace(news(), sentences=())).points == ()
