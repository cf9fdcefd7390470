# ruff: noqa: E501 - a sentence of a story stays on one line
"""Which spellings are one person or one body, and which body has a row."""

import pytest

from digest import story
from digest.model import Theme
from tests.story.events import document, summaries

THEME = Theme("t", "T")


def tell(*texts):
    """The story of *texts*, each an article of its day."""
    documents = [document(f"a{day}", None, f"2025-03-0{day}", text) for day, text in enumerate(texts, 1)]
    return story.tell(summaries(documents), THEME, as_of="2025-12-31")


def rows(people):
    return [{each.name, *each.aliases} for each in people]


def test_a_nickname_and_its_full_name_are_one_mans():
    """Two articles gloss one director by what his passport and what his friends call him."""
    told = tell(
        "董事长劳伦斯·哈特曼(Lawrence W. Hartman)3月1日宣布辞职。哈特曼在公司工作了9年。",
        "董事長拉里·哈特曼(Larry Hartman)已經離職。哈特曼沒有說明去向。",
    )

    (row,) = rows(told.people)
    assert {"劳伦斯·哈特曼", "拉里·哈特曼", "Larry Hartman"} <= row


@pytest.mark.parametrize("other", ["Mary Hartman", "Leonard Hartman"])
def test_another_given_name_is_another_bearers(other):
    told = tell(
        "董事长劳伦斯·哈特曼(Lawrence Hartman)3月1日宣布辞职。",
        f"{other} left the company on March 2. {other} founded a new laboratory within a week.",
    )

    assert not any({"Lawrence Hartman", other} <= row for row in rows(told.people))


def test_a_name_that_breaks_off_where_its_text_does_is_nobody_elses():
    told = tell(
        "总裁奥列格·佩特罗夫3月1日宣布辞职。公司任命总监保罗·哈特曼担任该职务。哈特曼在公司工作了9年。",
        "公司任命现任总监保罗·哈特",
    )

    assert not any("保罗·哈特" in row for row in rows(told.people))
