# ruff: noqa: E501 - a sentence of a story stays on one line
"""One sentence that tells two sides is a difference; one that adds a second voice is none."""

import pytest

from tests.story.test_disputes import claims, told

ELSEWHERE = "城北开了一家书店。"
BOTH = {
    "one denies what the other says": "馆方说夜班的保安睡着了，保安说没有。",
    "one insists": "船东称船长是自己请辞的，船长一方则坚称是被赶走的。",
    "each says what it is": "她说离开是自己的决定；部长对议会说，是他请她走的。",
    "two numbers of one kind": "文物工会说有47个镜头坏了；审计院去数了一遍，是39个。",
    "two times of one call": "The museum says that its guard rang the police at 3.54am; the police log has the call at 4.07am.",
    "two causes": "公司称他因家庭原因辞职，市场普遍认为与去年的事故有关。",
    "whom the first speaks of answers": "She left in April; the company says that she resigned, she says that she was locked out.",
}


@pytest.mark.parametrize("sides", BOTH)
def test_both_sides_in_one_sentence(sides):
    assert claims(told(BOTH[sides], ELSEWHERE)) == [(BOTH[sides],)]


NONE = {
    "one side goes on": "公司说船已经修好，并表示下周开航。",
    "another side adds": "船东说船已经修好，保险公司表示正在研究报告。",
    "a part of the whole": "工会说142个镜头里有47个坏了。",
    "what the author tells, and a share of something else": "新店的销量只有老店的六成；而基金对记者说想要20%的股份。",
}


@pytest.mark.parametrize("sides", NONE)
def test_two_voices_and_no_difference(sides):
    assert claims(told(NONE[sides], ELSEWHERE)) == []
