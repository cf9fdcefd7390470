"""What a sentence needs of the one before it."""

import pytest

from digest.language.standing import Leaning, leaning


@pytest.mark.parametrize(
    "text",
    [
        "他们去年离开了公司。",
        "这导致工程停工。",
        "该工程停工。",
        "但该公司没有回应。",
        "上述人士没有透露细节。",
        "两人存在分歧。",
        "12月，他们发表了一篇论文。",
        "三个月前，正是他接手了工作。",
        "和其他人一样，他越来越担心。",
        "虽然他没有回应，工程还是停了。",
        "They left on Monday.",
        "But the company refused.",
        "On the last Friday of January she opened it.",
        "after the race he went home",
    ],
)
def test_who_or_what_it_opens_with_is_named_in_the_sentence_before(text):
    assert leaning(text) >= Leaning.POINTING


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("他们去年离开了公司。", True),
        ("12月，他们发表了一篇论文。", True),
        ("But she refused.", True),
        ("该工程停工。", False),
        ("两人存在分歧。", False),
    ],
)
def test_a_bare_pronoun_says_least(text, bare):
    assert (leaning(text) is Leaning.PRONOUN) is bare


@pytest.mark.parametrize("text", ["— about 17% of the oil — that was caught.", " -- said the council."])
def test_what_follows_a_dash_in_small_letters_is_the_rest_of_a_sentence(text):
    assert leaning(text) is Leaning.POINTING


@pytest.mark.parametrize("text", ["— The council has resigned.", "——张海宁去年辞职。", "-5 degrees is cold."])
def test_a_dash_before_a_sentence_of_its_own_is_a_mark_of_speech(text):
    assert leaning(text) is Leaning.NONE


@pytest.mark.parametrize(
    "text",
    [
        "市政府在该团队成立时承诺拨款。",
        "一些员工认为，该模型尚未准备好。",
        "值得注意的是，电车公司是由上面两个人领导的。",
        "何静说，两人与局长存在分歧。",
        "作为局长，何静处于这场拉锯战的中心。",
        "如果严格按照这个定义，电车算是铁路。",
        "Keller 的同事将担任该公司的总工程师。",
        "停航让那些乘客的家属改走大桥。",
    ],
)
def test_so_is_what_it_points_at_further_on(text):
    assert leaning(text) is Leaning.POINTING


@pytest.mark.parametrize(
    "text",
    [
        "公司发布新模型，该模型已经上线。",
        "何静和陈明离职，两人没有说明原因。",
        "局长宣布停工，这一消息震动全城。",
        "在东山这个小山村，还有三十五名青年。",
        "OpenAI这家公司成立于2015年。",
        "Tramway 的总工程师何静将担任该公司的首席执行官。",
        "停航让那些每天坐船上班的乘客改走大桥。",
        "何静说，她接手了工作。",
        "电车公司应该道歉。",
        "其他城市也在停工。",
        "他国的电车照常运行。",
        "才华出众的何静当上局长。",
        "二人组乐队在城里演出。",
        "2000年以前的电车没有空调。",
        "三月，电车公司发表声明。",
        "On Monday Anna Keller said she agreed.",
        "Keller said he would go home",
        "The engineers left on Monday.",
    ],
)
def test_what_is_said_in_the_sentence_itself_needs_nothing(text):
    assert leaning(text) is Leaning.NONE


@pytest.mark.parametrize(
    "text",
    [
        "一个月后，电车公司成立了子公司。",
        "但几个小时后，局长辞职。",
        "那一年，市政府花了四百万。",
        "第二天，电车恢复运行。",
        "过了三天，电车恢复运行",
        "当天傍晚，电车停运。",
        "Three days later the trams returned.",
        "The next morning the trams returned.",
    ],
)
def test_a_time_counted_from_elsewhere_is_told_apart(text):
    assert leaning(text) is Leaning.TIME


@pytest.mark.parametrize(
    "text",
    [
        "但电车公司没有回应。",
        "十天前，电车公司宣布停运。",
        "此次停工持续三天。",
        "此外，工程停工。",
        "However, the work goes on.",
    ],
)
def test_a_connective_is_the_least_of_it(text):
    assert leaning(text) is Leaning.CONNECTIVE


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("何静：她后来去了海州。", Leaning.PRONOUN),
        ("Keller: They closed the line.", Leaning.PRONOUN),
        ("例如：电车公司没有回应。", Leaning.CONNECTIVE),
        ("何静：电车公司去年停运了三条线。", Leaning.NONE),
        ("Keller: The depot closed in May.", Leaning.NONE),
    ],
)
def test_who_speaks_is_not_who_is_spoken_of(text, needs):
    """A transcript puts the speaker's name before what he says; "she" is somebody else."""
    assert leaning(text) is needs
