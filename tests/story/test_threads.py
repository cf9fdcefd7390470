# ruff: noqa: E501 - a sentence of a story stays on one line
"""Articles of one event come together, those of another do not, and each thread is told by itself."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest import story
from digest.model import SECTIONS, Story, Theme
from digest.story import threads, together
from tests.story.events import document, ferry, garden, strike, summaries

THEME = Theme("t", "T")
AS_OF = "2025-12-01"


def told(documents):
    return story.tell(summaries(documents), THEME, as_of=AS_OF)


def named(documents, found):
    """The threads by the names of their articles."""
    names = {each.id: each.article.path.partition(".")[0] for each in documents}
    return [{names[article] for article in thread.articles} for thread in found.threads]


def names(documents):
    return {each.article.path.partition(".")[0] for each in documents}


def test_two_events_and_an_article_of_neither_are_three_threads_the_largest_first():
    """Each event is told in both scripts and in English."""
    documents = [*ferry(), *strike(), garden()]

    found = named(documents, told(documents))

    assert found[-1] == {"garden"}
    assert sorted(found, key=min) == sorted([names(ferry()), names(strike()), {"garden"}], key=min)
    assert [len(each) for each in found] == sorted(map(len, found), reverse=True)


def test_no_row_is_made_of_two_events():
    documents = [*ferry(), *strike(), garden()]

    found = told(documents)

    thread = {article: at for at, each in enumerate(found.threads) for article in each.articles}
    rows = [row.articles for row in (*found.points, *found.timeline, *found.numbers)]
    rows += [tuple(claim.article for claim in row.claims) for row in found.differ]
    assert rows
    assert all(len({thread[article] for article in row}) == 1 for row in rows)


def test_an_article_of_another_matter_changes_nothing_of_the_story():
    alone, beside = told(ferry()), told([*ferry(), garden()])

    assert replace(beside, threads=()) == replace(alone, threads=())
    assert len(beside.threads) == 2


def grouped(alike):
    return sorted(
        sorted(part) for group in threads._joined(alike) for part in threads._borne_out(group, alike)
    )


def test_two_articles_that_only_share_a_subject_are_two_threads_unless_a_third_joins_them():
    def all_alike(count, likeness):
        return np.full((count, count), likeness) * (1 - np.eye(count))

    little = (threads.ALIKE + threads.PAIR) / 2

    assert grouped(all_alike(2, little)) == [[0], [1]]
    assert grouped(all_alike(3, little)) == [[0, 1, 2]]
    assert grouped(all_alike(2, threads.PAIR)) == [[0, 1]]


@pytest.mark.parametrize(
    ("between", "found"),
    [
        (0.9 * threads.APART, [[0, 1], [2, 3, 4]]),
        (1.1 * threads.APART, [[0, 1, 2, 3, 4]]),
    ],
)
def test_two_matters_of_one_man_are_two_threads_and_two_sides_of_one_event_are_one(between, found):
    """Each close in itself; what lies between them is measured by the looser of the two."""
    loose, close = 0.3, 0.6
    alike = np.full((5, 5), between * loose)
    alike[:2, :2], alike[2:, 2:] = close, loose
    np.fill_diagonal(alike, 0.0)

    assert grouped(alike) == found


def test_one_article_may_be_as_far_from_a_close_group_as_two_events_are():
    """A comment on an event says little of what its reports say."""
    alike = np.full((4, 4), 0.6)
    alike[3, :3] = alike[:3, 3] = 1.1 * threads.ALIKE
    np.fill_diagonal(alike, 0.0)

    assert grouped(alike) == [[0, 1, 2, 3]]


def test_a_talk_that_shares_a_little_with_each_report_goes_with_them_and_idle_talk_with_none():
    reports = [{f"w:a{report}-{at}": 1.0 for at in range(12)} for report in range(4)]
    talk = {f"w:a{report}-{at}": 1.0 for report in range(4) for at in range(1)}
    talk |= {f"w:talk-{at}": 1.0 for at in range(24)}
    idle = {f"w:idle-{at}": 1.0 for at in range(24)}

    groups = threads._with_the_lone([[0, 1, 2, 3], [4], [5]], [*reports, talk, idle], np.zeros((6, 6), bool))

    assert sorted(map(sorted, groups)) == [[0, 1, 2, 3, 4], [5]]
    assert all(
        sum(talk.get(trait, 0.0) for trait in report) / (12 * 28) ** 0.5 < threads.ALIKE for report in reports
    ), "it is like none of them"


def test_two_reports_are_too_few_for_a_talk_to_join():
    traits = [{"w:a": 1.0, "w:b": 1.0}, {"w:a": 1.0, "w:c": 1.0}, {"w:a": 1.0, "w:d": 3.0}]

    groups = threads._with_the_lone([[0, 1], [2]], traits, np.zeros((3, 3), bool))

    assert sorted(map(sorted, groups)) == [[0, 1], [2]]


def test_the_next_of_its_kind_years_later_is_another_event_unless_it_looks_back():
    """A launch is told with the words of the last one, and with its names."""
    of_2023 = [
        document(
            name,
            None,
            "2023-04-21",
            "4月20日，启航公司的长舟火箭从北港发射，四分钟后爆炸坠海。工程师林小满说原因不明。",
        )
        for name in ("one", "two", "three")
    ]
    again = "启航公司的长舟火箭今天再次从北港发射，三分钟后爆炸坠海。工程师林小满说原因不明。这是2025年的第三次失败。"
    looks_back = f"{again}2023年的首次发射也没有成功。"

    def threads_with(text):
        documents = [*of_2023, document("later", None, "2025-08-24", text)]
        return sorted(map(len, named(documents, told(documents))))

    assert threads_with(again) == [1, 3]
    assert threads_with(looks_back) == [4]
    assert threads_with(again.replace("2025年", "今年")) == [4], "its date may be wrong"


def test_an_english_report_goes_with_the_chinese_ones_though_they_share_no_name():
    """岳明轮 is no transliteration of Moonrise: what joins them is what their words mean."""
    told_of = {
        "ship-1": "渡轮岳明轮在海上沉没，潜水员还在寻找失踪的乘客。\n船长已经被捕。\n家属在码头等候救援。",
        "ship-2": "沉没的岳明轮上有许多学生，船长弃船逃生。\n海岸警卫队说，潜水员进入了船舱。\n救援因为潮水而中断。",
        "ship-en": "Divers kept looking for missing passengers of the ferry Moonrise, which sank on its way to the island.\n"
        "The captain was arrested after he abandoned ship.\nMost passengers were students, and families wait at the harbour.",
        "bank-en": "The bank was shut after customers withdrew their deposits.\n"
        "Regulators said that its bonds had lost their value.\nInvestors fear for other banks.",
        "bank": "银行因为储户挤兑而倒闭。\n监管机构说，它的债券贬值。\n投资者担心其他银行。",
    }
    documents = [document(name, None, "2025-05-01", body) for name, body in told_of.items()]

    assert named(documents, told(documents)) == [{"ship-1", "ship-2", "ship-en"}, {"bank", "bank-en"}]


def test_what_the_theme_asks_for_joins_nobody():
    """All articles of a theme about a firm name it; that makes them no one story."""
    told_of = {
        "ferry-1": "Veltara的渡轮翻沉。\nVeltara说，船长林国栋已经获救。\nVeltara派了三条船。",
        "ferry-2": "林国栋说，Veltara知道渡轮旧了。\nVeltara没有回应。\nVeltara的股价没有变。",
        "garden-1": "Veltara的植物园开园。\nVeltara请苏晓梅当园长。\nVeltara还要种兰花。",
        "garden-2": "苏晓梅说，Veltara给的温室太小。\nVeltara答应再建。\nVeltara的花匠不够。",
    }
    documents = [document(name, None, "2025-05-01", body) for name, body in told_of.items()]

    def threads_for(*query):
        found = story.tell(summaries(documents), replace(THEME, query=query), as_of=AS_OF)
        return sorted(map(len, named(documents, found)))

    assert threads_for("植树") == [4]
    assert threads_for("Veltara") == [2, 2]


def test_the_order_of_the_articles_does_not_matter():
    documents = [*ferry(), *strike(), garden()]
    other = list(documents)
    random.Random(3).shuffle(other)

    assert told(other) == told(documents)


def test_one_event_is_one_thread_and_told_as_ever():
    found = told(ferry())

    assert [len(each.articles) for each in found.threads] == [len(ferry())]


def test_articles_none_of_which_goes_with_another_are_told_together():
    one, other = ferry()[0], garden()

    found = told([one, other])

    assert [len(each.articles) for each in found.threads] == [1, 1]
    assert found.lead


def test_a_survey_of_two_events_does_not_chain_them_together():
    """It speaks of both, so it is as far from each; the others keep apart."""
    survey = document(
        "survey",
        "一周要闻",
        "2025-06-15",
        "\n".join(each.sentences[0].text for each in (ferry()[0], strike()[0]))
        + "\n天气转暖。\n图书馆周末开放。",
    )
    documents = [*ferry(), *strike(), survey]

    found = named(documents, told(documents))

    assert not any(each & names(ferry()) and each & names(strike()) for each in found)


@pytest.mark.parametrize("telling", range(3))
def test_a_thread_is_headed_by_the_title_that_says_most_of_it(telling):
    """Whichever article has it."""
    chinese = [each for each in ferry() if each.language == "zh"]
    titled = [
        replace(each, title="客轮“海澜号”翻沉，船长林国栋被拘留" if at == telling else "那一夜")
        for at, each in enumerate(chinese)
    ]

    found = told([*titled, garden()])

    assert found.threads[0].articles[0] == titled[telling].id


def test_several_threads_share_the_rows_of_one():
    """The issue of two events is not twice as long; the larger event has more of it."""
    alone, beside = told(ferry()), told([*ferry(), *strike()])

    for section in SECTIONS:
        both = len(alone.excerpts(section)) + len(told(strike()).excerpts(section))
        assert len(beside.excerpts(section)) <= both
    assert sum(len(beside.excerpts(each)) for each in SECTIONS) < sum(
        len(alone.excerpts(each)) + len(told(strike()).excerpts(each)) for each in SECTIONS
    )
    dates = [row.date for row in beside.timeline if row.sentence.article in {each.id for each in ferry()}]
    assert dates == sorted(dates)


def test_who_is_in_two_events_has_one_row():
    first, *_ = told(ferry()).people
    elsewhere = replace(first, aliases=("小周",), articles=(garden().id,))

    found = together.as_one([(Story(people=(first,)), 3), (Story(people=(elsewhere,)), 2)])

    (row,) = found.people
    assert row.sentence == first.sentence
    assert row.articles == (*first.articles, garden().id)
    assert row.aliases == (*first.aliases, "小周")


@pytest.mark.parametrize("sentences", ["", "。", "……"])
def test_an_article_without_a_printable_sentence_is_alone(sentences):
    documents = [*ferry(), document("empty", None, "2025-03-09", sentences or "\n")]

    assert {"empty"} in named(documents, told(documents))


@given(st.integers(2, 9), st.integers(0, 10_000))
def test_groups_are_those_of_joining_the_likest_two_first(count, seed):
    """Against group average taken at its word: join the two groups of greatest mean likeness, again and again."""
    chance = np.random.default_rng(seed)
    alike = chance.random((count, count)) * 3 * threads.ALIKE
    alike = (alike + alike.T) / 2
    np.fill_diagonal(alike, 0.0)

    groups = [[rank] for rank in range(count)]
    while len(groups) > 1:
        means = [
            (float(alike[np.ix_(one, other)].mean()), one, other)
            for at, one in enumerate(groups)
            for other in groups[at + 1 :]
        ]
        mean, one, other = max(means, key=lambda row: row[0])
        if mean < threads.ALIKE:
            break
        groups = [each for each in groups if each not in (one, other)] + [one + other]

    found = sorted(sorted(group.ranks) for group in threads._joined(alike))
    assert found == sorted(map(sorted, groups))
