# ruff: noqa: E501 - a sentence of a story stays on one line
"""What holds for any story: verbatim sentences, the same bytes, nothing unquotable, nothing thrice."""

import os
import random
import subprocess
import sys
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from digest import story
from digest.model import SECTIONS, UNQUOTABLE, Issue, IssueId, Story, Theme
from tests.story.events import FERRY, document, ferry, garden, strike, summaries

THEME = Theme("t", "T", query=("客轮", "罢工"))


def excerpts(told: Story):
    return Issue(IssueId("t/1"), THEME, "zh-Hans", "2025-12-31", None, (), (), (), told).excerpts


def assert_verbatim(told, documents):
    sentences = {(each.id, sentence.start): sentence for each in documents for sentence in each.sentences}
    for excerpt in excerpts(told):
        sentence = sentences[excerpt.article, excerpt.source.start]
        assert (excerpt.text, excerpt.source.end, excerpt.edits) == (
            sentence.text,
            sentence.end,
            sentence.edits,
        )
        assert sentence.quotable


def test_every_sentence_is_one_of_its_article():
    documents = [*ferry(), *strike(), garden()]

    assert_verbatim(story.tell(summaries(documents), THEME, as_of="2025-12-31"), documents)


def test_the_order_of_the_articles_changes_nothing():
    documents = [*ferry(), *strike()]
    shuffled = documents[:]
    random.Random(7).shuffle(shuffled)

    assert story.tell(summaries(documents), THEME, as_of="2025-12-31") == story.tell(
        summaries(shuffled), THEME, as_of="2025-12-31"
    )


def test_every_process_tells_the_same_story():
    """Python hashes strings anew in every process; no set's order may show."""
    script = (
        "from digest import story; from digest.model import Theme; from tests.story.events import ferry, strike, summaries;"
        "print(story.tell(summaries([*ferry(), *strike()]), Theme('t', 'T', query=('客轮',)), as_of='2025-12-31'))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(told) == 1


def test_a_sentence_with_deleted_words_is_never_printed():
    body = "客轮海澜号3月8日翻沉，造成12人死亡。"
    damaged = document("d", None, "2025-03-09", body, traits={body: frozenset({"deleted-words"})})

    assert excerpts(story.tell(summaries([damaged]), THEME, as_of="2025-12-31")) == ()


def test_no_sentence_is_printed_more_than_three_times():
    documents = [*ferry(), *strike()]
    told = story.tell(summaries(documents, points=1), THEME, as_of="2025-12-31")

    counts = Counter((excerpt.article, excerpt.source.start) for excerpt in excerpts(told))

    assert max(counts.values()) <= 3


def test_limits_hold_when_one_event_is_told_by_very_many():
    many = [
        document(f"n{i}", title, published, body)
        for i in range(12)
        for title, published, body in [tuple(_FERRY[i % len(_FERRY)])]
    ]

    told = story.tell(summaries(many), THEME, as_of="2025-12-31")

    assert len(told.timeline) <= 28
    assert len(told.points) <= 6
    assert len(told.people) <= 10


_FERRY = list(FERRY.values())

WORDS = st.sampled_from(
    [
        "客轮", "3月8日", "2024年", "去年", "林国栋", "卡洛斯·门德斯(Carlos Mendes)", "Anna Lindqvist", "辞职", "解雇", "12人", "死亡", "20%",
        "10亿元", "没有", "从未", "否认", "表示：“我们不会离开这里，永远不会。”", "几个小时后", "，", "，", "。", "。", "\n", "计划", "标志着", "said", "(", "·",
        "On March 10", "尚不清楚", "他", "这", "因为", "而非",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=30).map("".join), min_size=1, max_size=3))
def test_whatever_the_articles_say_the_story_is_verbatim(bodies):
    documents = [
        document(f"d{i}", None, "2025-03-09" if i % 2 else None, body) for i, body in enumerate(bodies)
    ]

    told = story.tell(summaries(documents), THEME, as_of="2025-12-31")

    assert_verbatim(told, documents)
    assert all(row.date <= "2025-12-31" for row in told.timeline)
    assert all(isinstance(getattr(told, section), tuple) for section in SECTIONS)
    assert UNQUOTABLE  # the set that the sentences above were held against
