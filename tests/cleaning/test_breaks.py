"""Whether a sentence of speech ends at a line break is told by the two clauses beside it."""

from __future__ import annotations

import pytest

from digest.cleaning.speech.breaks import has_verb, odds

ENDS = [
    ("他把那条路修完了", "那么钱是从哪里来的呢"),
    ("那么钱是从哪里来的呢", "是他卖掉了两头牛"),
    ("水库里一共还有四百万吨水", "好"),
    ("这座桥最后还是没有修完", "接下来我们看看第二座桥"),
    ("他当了十一年的船长", "二〇一四年船厂宣布破产"),
    ("nobody in the town wanted the bridge", "so the county sold it to a farmer"),
    ("they never found the letter", "okay let's talk about the money"),
]
GOES_ON = [
    ("如果明年还是不下雨", "水库就要见底了"),
    ("到了二〇〇一年", "这条路终于通到了山口"),
    ("县里的工程师表示", "洞里有一条地下河"),
    ("当时负责修路的", "是一位退伍的工兵"),
    ("他用退伍费买了一台推土机", "并且请来了两个帮手"),
    ("the county sold the", "bridge to a farmer"),
    ("he used to work for", "the company that built it"),
    ("they paid four hundred", "million for the bridge"),
]


@pytest.mark.parametrize(("before", "after"), ENDS)
def test_a_sentence_ends_before_a_transition_a_question_or_a_new_subject(before: str, after: str) -> None:
    assert odds(before, after) > 0


@pytest.mark.parametrize(("before", "after"), GOES_ON)
def test_it_does_not_end_before_its_main_clause_its_predicate_or_its_object(before: str, after: str) -> None:
    assert odds(before, after) < 0


def test_of_a_line_with_marks_only_the_clause_beside_the_break_counts() -> None:
    """A condition that was answered on its own line waits for nothing."""
    answered = "如果明年不下雨，水库就要见底了"
    assert odds(answered, "那么鱼怎么办呢") == odds("水库就要见底了", "那么鱼怎么办呢")


def test_a_clause_without_a_predicate_is_known() -> None:
    assert has_verb("洞里有一条地下河")
    assert not has_verb("当时的县长")
