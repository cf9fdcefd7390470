"""What is quoted is not the author's own, whichever marks a paper sets."""

import pytest

from digest.language.quotation import outside, spoken


@pytest.mark.parametrize(
    "text", ["他说“我们要走”。", "他说「我们要走」。", "他说『我们要走』。", '他说"我们要走"。']
)
def test_every_kind_of_marks_quotes(text):
    assert outside(text) == "他说。"
    assert spoken(text) == [text[2:-1]]


def test_a_mark_without_its_other_half_quotes_nothing():
    assert outside("他说“我们要走。") == "他说“我们要走。"
    assert spoken("他说“我们要走。") == []


def test_the_title_of_a_work_is_no_quotation():
    assert outside("他读了《我们》。") == "他读了《我们》。"
