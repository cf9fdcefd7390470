# ruff: noqa: E501 - a sentence of a story stays on one line
"""Two numbers of two tellers: of one thing they differ, of two things they do not."""

import pytest

from tests.story.test_disputes import claims, differences, told

ELSEWHERE = "城北开了一家书店。"
APART = {
    "two counts": "文物工会说有47个镜头坏了；审计院去数了一遍，是39个。",
    "a side and its number": "工会说有3000人参加罢工，资方的数字是1800人。",
    "a figure that is put": "The union says that 3,000 workers walked out; the company puts the figure at 1,800.",
    "two times of one call": "The museum says that its guard rang the police at 3.54am; the police log has the call at 4.07am.",
    "what he says, and the log": "警方说他十点一刻离开大楼，监控记录的时间是十一点二十。",
    "the verb again": "校方说学费涨了5%，家长委员会说涨了12%。",
    "the answer comes first": "当晚的风，公司说是每秒11米，上限是12米；平台的风速仪记的是14.2米。",
    "the number as it was given": "Gusts reached 17 metres, not the 24 metres that the company had claimed.",
}


@pytest.mark.parametrize("sides", APART)
def test_two_numbers_in_one_sentence(sides):
    assert claims(told(APART[sides], ELSEWHERE)) == [(APART[sides],)]


TWO_THINGS = {
    "rent and deposit": "房东说房租是3000元，租客说押金是6000元。",
    "two firms": "甲公司表示利润增长5%，乙公司表示利润增长9%。",
    "on board, and rescued": "The ferry company said 120 people were on board, and the coast guard said it rescued 97 people.",
    "rescued, and on board": "下午，海防部公布有368人获救，之后承认统计出错，改为164人获救。而搭载人数从477人变为459人，但船公司表示船上共有462人，因此海防部确定乘船人数为462人。",
    "a whole and its part": "工会说142个镜头里有47个坏了，审计院说142个镜头都是新的。",
    "one teller": "交易所对五名分析师的调查显示，公司估值为1540亿元，他们认为上市后市值将达1980亿元。",
}


@pytest.mark.parametrize("sides", TWO_THINGS)
def test_numbers_of_two_things_do_not_differ(sides):
    assert claims(told(TWO_THINGS[sides], ELSEWHERE)) == []


AFTER = {
    "she measured": (
        "The rocket broke up 83 seconds later, according to the company.",
        "Mary Quist, an independent tracker, measured 97 seconds and 27 kilometres.",
    ),
    "the toll is put": (
        "According to the ministry, 12 people died.",
        "Opposition groups put the toll at 30.",
    ),
    "it is not more": ("工会说，周一有3200名工人走上街头。", "公司说，参加罢工的只有1800人。"),
    "what the report has": ("最后一个人落地，时间是5点10分。", "官方通报里的时间是凌晨3点50分。"),
}


@pytest.mark.parametrize("sides", AFTER)
def test_two_numbers_in_two_sentences(sides):
    assert claims(told("\n".join(AFTER[sides]), ELSEWHERE)) == [AFTER[sides]]


NONE = {
    "two ages": (
        "Jeffrey Babb, 62, was beaten by a man, according to the police.",
        "Witnesses said the suspect, named as Martin Redd, 40, struck him.",
    ),
    "two terms": (
        "He was behind bars for 13 years, said his attorney, Philip Horn.",
        "But he still has three years of probation to serve, said Neil Robb, a spokesman.",
    ),
    "the same ones again": (
        "He was charged with three counts of assault, the attorney said.",
        "The latter four counts reflect shots at a car, Conley said.",
    ),
    "a class and the school": ("老师说班里有45个学生。", "校长说全校有900个学生。"),
    "what others expect": ("分析师说收入会增长5%。", "公司说利润会增长9%。"),
}


@pytest.mark.parametrize("sides", NONE)
def test_numbers_one_after_the_other_that_do_not_differ(sides):
    assert claims(told("\n".join(NONE[sides]), ELSEWHERE)) == []


def test_minutes_and_seconds_are_one_time():
    one = "手机视频里，从第一块玻璃落地到最后一个人离开，警方数出来是六分四十秒。"
    other = "值班员自己的日志写的却是十四分钟。"

    (difference,) = differences(told(f"{one}\n{other}", ELSEWHERE))

    assert "六分四十秒 / 十四分钟" in difference.about


def test_young_girls_are_no_young_children_and_the_six_are_known():
    one = "The mother put her three young children in the car that night."
    other = "She was a mother to two young girls that night, in the car."
    board = "Two board members did not sign the statement of the firm that night."
    again = "The talks on the statement of the firm were long, the six board members said that night."

    assert claims(told(one, other)) == []
    assert claims(told(board, again)) == []


def test_what_something_was_and_became_is_no_measure_of_it():
    one = "出航前一周，潜水器触发抛载的深度从9500米改到了9900米。"
    other = "潜水器在海沟失联，最后的深度是9760米。"

    assert claims(told(one, other)) == []


def test_a_balance_of_one_month_and_of_another():
    one = "3月末，海岸集团的存款余额为103亿元。"
    other = "去年末，海岸集团的存款余额达97亿元。"

    assert claims(told(one, other)) == []


def test_all_for_it_here_and_two_against_there():
    one = "发射前的最后一次表决，全体岗位一致放行。"
    other = "放行表决时，十一个岗位里有两个投了反对票。"

    assert claims(told(one, other)) == [(one, other)]
