"""Two sides of one matter stand side by side: told by one article, by two, or by one sentence."""

from tests.story.test_disputes import claims, differences, told

ELSEWHERE = "城北开了一家书店。"


def differ(article, other=ELSEWHERE, **days):
    return claims(told(article, other, **days))


# --- one side's version, and another's ---------------------------------------------


def test_an_official_explanation_and_somebody_who_was_there():
    one = "俱乐部的解释是队内流感蔓延。"
    other = "不过，当地一家酒店的经理告诉我们，球队在那里还有38万元的旧账，酒店扣下了两车行李。"

    assert differ(f"{one}\n{other}") == [(one, other)]


def test_the_same_side_that_goes_on_is_no_second_account():
    one = "公司的解释是设备老化。"
    other = "不过公司也表示，会在年底以前全部更换。"

    assert differ(f"{one}\n{other}") == []


def test_what_analysts_make_of_an_announcement_is_no_second_account():
    one = "公司公告说，净利润增长了20%。"
    other = "但两名分析师认为，股价已经反映了这一点。"

    assert differ(f"{one}\n{other}") == []


def test_what_somebody_does_shows_something_and_says_nothing():
    one = "信中指责董事会，你们解雇他的行为，已经危害到了我们的工作。"
    other = "董事会的行为表明没有能力监管公司。"

    assert differ(f"{one}\n{other}") == []


def test_another_version_is_told_in_so_many_words():
    one = "人事给了她一份解除劳动合同的通知。"
    other = "公司对外说的是另一个版本：合同3月底到期，双方没有续约。"

    assert differ(f"{one}\n{other}") == [(one, other)]


def test_papers_that_say_otherwise():
    one = "何明远对委员会说，他直到去年10月才读到一份两页的摘要。"
    other = "会议记录却显示，7月3日的例会由他主持，第四项议程就是这份报告。"

    assert differ(f"{one}\n{other}") == [(one, other)]


def test_who_insists_answers_the_other_side():
    one = "张敏的同事说，是公司要她辞职的。"
    other = "公司则坚称她是自愿离开。"

    assert differ(f"{one}\n{other}") == [(one, other)]


def test_who_speaks_is_not_whom_he_speaks_to():
    """他曾接受河南电视台采访称 is no word of the station's."""
    one = "他曾接受河南电视台采访称，事发时没有老师在场，也不知道具体经过。"
    other = "王尚普还说，“七八岁的孩子在一块就是玩呢。”"

    assert differ(f"{one}\n{other}") == []


def test_a_third_answer_joins_the_two_it_answers():
    one = "何明远的声明说，离开是他自己的意愿。"
    other = "可是两位当晚在部里的官员说，部长把一张纸推到桌子中间，请他想好。"
    third = "部长否认有过这张纸。"

    assert differ(f"{one}\n{other}\n{third}") == [(one, other, third)]


# --- one sentence that tells both ----------------------------------------------------


def test_one_sentence_that_tells_both_sides_is_a_difference():
    english = "The institute says that his term had ended; friends say that it had two years to run."
    chinese = "当地媒体报道，买方原本要政府倒贴6亿元，谈到凌晨才让步；部长则说，“从头到尾只有一个价格”。"

    assert differ(english) == [(english,)]
    assert differ(chinese) == [(chinese,)]


def test_one_side_that_says_two_things_is_none():
    assert differ("公司称事故与自己无关，并曾坚称设备完好。") == []
    assert differ("公司说今年的销量增长了3%，明年会增长5%。") == []


def test_two_numbers_for_one_thing_in_one_sentence_stand_beside_the_article_that_gives_one():
    both = "央行报的是68亿元；银行的破产管理人算出来只有51亿元。"
    given = "三天之内，储户从北岸银行取走了68亿元。"

    assert differ(both, given) == [(given, both)]


def test_a_number_and_what_it_really_was():
    both = "一位同行替我算了一下，去年那次著名的10813米，实际大约是10694米。"

    assert differ(both) == [(both,)]


# --- numbers that are set right -----------------------------------------------------


def test_a_number_that_is_less_than_the_announced_one():
    right = "多位投行人士认为，新公司只值165亿美元左右，比公告里的182亿少了近一成。"
    given = "合并后的公司总部设在新加坡，估值约为182亿美元。"

    assert differ(right, given) == [(given, right)]


# --- what a number is of ------------------------------------------------------------


def test_the_same_is_nearest_to_both_numbers():
    one = "事发时青石山顶的风速达到每秒21米。"
    other = "气象台说，青石山顶当时的风速只有每秒17米。"

    assert differ(one, other) == [(one, other)]


def test_shares_of_two_holders_are_two_shares():
    one = "金穗资本持有潮汐公司15%的股权。"
    other = "金穗资本也持有罗盘公司7%的股权。"

    assert differ(one, other) == []


def test_how_long_a_state_lasted():
    one = "青石山缆车的乘客在半空被困11个小时。"
    other = "青石山缆车的乘客被困14个小时后获救。"

    assert differ(one, other) == [(one, other)]


def test_a_day_and_a_year_are_no_shares_of_one_thing():
    one = "晶衡科技的停工每天造成2.4亿元损失。"
    other = "晶衡科技的停工一共造成的损失为7.2亿元。"

    assert differ(one, other) == []


# --- it was not so --------------------------------------------------------------------


def test_who_never_got_the_call():
    one = "船东说，船方在接到岸上的电话提醒之后没有减速。"
    other = "马纳洛说，他没有接到过那个电话。"

    assert differ(f"{one}\n{other}") == [(one, other)]


def test_the_council_says_that_nothing_reached_it():
    one = "A finance manager had sent the council bank records last December."
    other = "The council says nothing reached it before April."

    assert differ(f"{one}\n{other}") == [(one, other)]


def test_a_denial_of_another_story_answers_nobody():
    """收回 and 股份 are everybody's words."""
    one = "北湖积木把百分之七十的股份卖给了黑石资本，后来又收回了。"
    other = "奥特曼公开道歉，说公司从未收回过任何人的股份。"

    assert differ(one, other) == []


def test_the_label_says_what_it_is_about():
    one = "何明远对委员会说，他直到去年10月才读到一份摘要。"
    other = "会议记录却显示，7月3日的例会由何明远主持，第四项议程就是这份报告。"

    (difference,) = differences(told(f"{one}\n{other}", ELSEWHERE))

    assert difference.about == "议程、报告：何明远 / 会议记录"
