# ruff: noqa: E501 - a sentence of a story stays on one line
"""An article goes to the themes it is about, and each decision can be explained."""

from digest import story
from digest.model import Theme
from tests.story import events

FERRY = Theme(
    "ferry", "Ferry", query=("海澜号", "客轮", "翻沉"), aliases=(("海澜号", "Hailan"), ("客轮", "ferry"))
)
STRIKE = Theme(
    "strike", "Strike", query=("晶衡科技", "罢工"), aliases=(("晶衡科技", "Jingheng"), ("罢工", "strike"))
)


def test_articles_of_an_event_come_together_in_both_scripts_and_in_english():
    ferry, strike = events.ferry(), events.strike()

    assigned = story.assign([*ferry, *strike, events.garden()], [FERRY, STRIKE])

    assert set(assigned.of("ferry")) == {each.id for each in ferry}
    assert set(assigned.of("strike")) == {each.id for each in strike}


def test_what_belongs_to_no_theme_is_listed_with_its_reason():
    assigned = story.assign([events.garden()], [FERRY, STRIKE])

    (row,) = assigned.unassigned
    assert row.path == "garden.txt"
    assert "no term found" in row.reason


def test_a_theme_without_a_query_takes_everything():
    documents = [*events.ferry(), events.garden()]

    assigned = story.assign(documents, [Theme("all", "All")])

    assert set(assigned.of("all")) == {each.id for each in documents}
    assert assigned.unassigned == ()


def test_an_article_may_belong_to_several_themes():
    both = events.document(
        "both",
        "客轮与罢工",
        "2025-06-20",
        "海澜号客轮翻沉后，晶衡科技的罢工工人为遇难者默哀。客轮事故与罢工同时登上头条。",
    )

    assigned = story.assign([both], [FERRY, STRIKE])

    assert assigned.of("ferry") == assigned.of("strike") == (both.id,)


def test_a_chinese_query_finds_an_english_article_by_what_its_terms_mean():
    resigned = events.document(
        "resigned",
        "Harbour master resigns",
        "2025-06-20",
        "The harbour master resigned on Monday. Two pilots resigned with her.\nThey say that safety was neglected.",
    )
    theme = Theme("t", "T", query=("辞职", "安全"))

    assigned = story.assign([resigned, events.garden()], [theme])

    assert assigned.of("t") == (resigned.id,)
    assert {(match.term, match.count) for row in assigned.relevances for match in row.matches} == {
        ("辞职", 5),
        ("安全", 1),
    }


def test_a_passing_mention_makes_no_subject():
    passing = events.document(
        "passing", "春游", "2025-04-01", "我们乘客轮去了对岸。" + "岸边的花开得正好，孩子们很高兴。" * 30
    )

    assert story.assign([passing], [FERRY]).of("ferry") == ()


def test_the_reason_names_the_terms_and_how_often_they_are_met():
    (document, *_) = events.ferry()

    (why,) = story.assign([document], [FERRY]).relevances

    assert {match.term for match in why.matches} == {"海澜号", "客轮", "翻沉"}
    assert all(match.count > 0 and match.weight > 0 for match in why.matches)
    assert "客轮 ×" in why.reason


def test_a_term_of_two_characters_is_found_as_a_word_not_inside_others():
    """海上 stands in 上海上空 by accident."""
    theme = Theme("sea", "Sea", query=("海上",))
    sky = events.document("sky", None, "2025-04-01", "上海上空出现彩虹，上海上班族纷纷拍照。上海上午有雨。")

    assert story.assign([sky], [theme]).of("sea") == ()


def test_the_order_of_the_articles_does_not_matter():
    documents = [*events.ferry(), *events.strike()]

    forwards, backwards = story.assign(documents, [FERRY]), story.assign(documents[::-1], [FERRY])

    assert forwards.of("ferry") == backwards.of("ferry")


INTEL = events.document(
    "intel",
    "英特尔换帅",
    "2024-12-03",
    "英特尔首席执行官帕特·基辛格（Pat Gelsinger）退休。英特尔董事会任命了两位临时首席执行官。基辛格在英特尔工作了三十多年。",
)
QUALCOMM = events.document(
    "qualcomm",
    "高通有意收购英特尔",
    "2024-09-21",
    "高通就收购接洽英特尔。收购须经反垄断审查，英特尔没有回应高通。",
)
DEPARTURE = Theme("departure", "D", query=("英特尔", "基辛格", "退休"))
TAKEOVER = Theme("takeover", "T", query=("高通", "英特尔", "收购"))


def test_two_events_around_one_firm_stay_apart():
    """英特尔 is in both; what tells them apart is the rest of their terms."""
    assigned = story.assign([INTEL, QUALCOMM], [DEPARTURE, TAKEOVER])

    assert assigned.of("departure") == (INTEL.id,)
    assert assigned.of("takeover") == (QUALCOMM.id,)
    (row,) = assigned.left_out([INTEL, QUALCOMM], "departure")
    assert row.path == "qualcomm.txt"
    assert "another theme: takeover" in row.reason


def test_an_english_article_is_found_by_the_spelling_that_a_chinese_one_puts_in_brackets():
    english = events.document(
        "english",
        "He is gone",
        "2024-12-04",
        "Gelsinger retired on Sunday. Intel did not say why Gelsinger left.",
    )

    assert english.id in story.assign([INTEL, english], [DEPARTURE]).of("departure")
