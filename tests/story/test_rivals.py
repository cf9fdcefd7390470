"""Two numbers rival when they are of one thing, at one time: votes, times of the day and counts, too."""

from digest.language import clock, numbers
from digest.story.statements import ballots, counting
from tests.story.test_disputes import claims, told


def counted(text):
    return [counting.things(text, each) for each in numbers.find(text)]


def test_a_noun_behind_number_and_classifier_is_counted():
    assert counted("两名共同创办人出走") == [("founder",)]
    assert counted("仓库运走了4800颗螺丝") == [("bolt",)]
    assert counted("fewer than 300 chips were affected") == [("chip",)]


def test_a_noun_before_a_copula_is_counted():
    assert counted("工人有3100名") == [("worker",)]


def test_who_does_something_is_no_noun():
    assert counted("共有14人离开") == [()]


def test_how_a_vote_went_in_many_words():
    votes = ["四比二", "7票对2票", "七票赞成、两票反对", "by 7-2", "seven votes to two"]

    assert [(each.most, each.least) for text in votes for each in ballots.ratios(text)] == [
        (4, 2),
        (7, 2),
        (7, 2),
        (7, 2),
        (7, 2),
    ]


def test_times_of_the_day_in_many_words():
    times = ["下午两点四十", "14:40", "at 2.40 p.m.", "下午2时40分"]

    assert {each.text for text in times for each in clock.find(text)} == {"2:40"}
    assert clock.find("有三点意见，增长2.5点") == ()


def test_a_time_of_a_named_zone_is_marked():
    zoned = ["at 13:06 UTC", "北京时间8月14日21时06分", "9:15 a.m. EST", "美东时间上午九点半"]
    local = ["当地时间14:20", "at 2.40 p.m. local time", "晚上9点06分，时间紧", "at 2.40 p.m. on Monday"]

    assert all(each.zoned for text in zoned for each in clock.find(text))
    assert not any(each.zoned for text in local for each in clock.find(text))


def test_two_times_of_two_clocks_do_not_differ():
    one = "海澜航运的渡轮3月2日下午2时40分沉没，十二人失踪。"
    other = "海澜航运的渡轮沉没于3月2日下午4时10分，失踪者十二人。"

    assert claims(told(one, other)) == [(one, other)]
    assert claims(told(one, other.replace("下午", "北京时间下午"))) == []


def test_two_counts_of_one_vote_differ():
    one = "海澜航运的董事会3月2日以四票对二票否决了检修的提议。"
    other = "海澜航运的检修提议，董事会3月2日以五比一否决。"

    assert claims(told(one, other)) == [(one, other)]


def test_two_votes_of_boards_of_another_size_do_not():
    one = "海澜航运的董事会3月2日以四票对二票否决了检修的提议。"
    other = "海澜航运的检修提议，议会3月2日以31比12否决。"

    assert claims(told(one, other)) == []


def test_a_score_is_no_vote():
    one = "海澜队3月2日在主场以4比2击败青屿队，董事会到场观看。"
    other = "海澜队3月2日主场5比1获胜，董事会到场观看。"

    assert claims(told(one, other)) == []


def test_two_founders_are_no_rivals_of_fourteen_who_left():
    one = "海澜航运的两名创办人3月出走，公司没有挽留。"
    other = "海澜航运3月共有7人出走，公司没有挽留。"

    assert claims(told(one, other)) == []


def test_what_is_denied_in_a_clause_of_its_own_is_not_the_number():
    one = "海澜航运在6月拿到8500万美元融资。"
    other = "这家还没有船的公司宣布拿到8500万美元融资，领投的是海澜航运。"

    assert claims(told(one, other)) == []


def test_people_who_were_counted_last_month_are_no_months():
    assert counted("the crash that killed 261 people last month") == [()]


def test_more_of_them_are_no_count_of_all():
    one = "至今有5人服用海澜药厂的颗粒后死亡，工厂停工。"
    other = "海澜药厂说，又有2人服用它的颗粒后死亡，工厂停工。"

    assert claims(told(one, other)) == []
    one, other = one.replace("至今", ""), other.replace("又有", "有")
    assert claims(told(one, other)) == [(one, other)]


def test_a_toll_that_is_told_while_it_grows_contradicts_none():
    one = "海澜号沉没，死亡人数增至最少6人，当局通宵搜索。"
    other = "海澜号沉没，截至今晚7时，已有4人死亡，当局还在搜索。"

    assert claims(told(one, other)) == []


def test_in_a_list_a_number_is_of_its_own_item():
    """Five pupils who died and fourteen teachers on board were both counted near the school."""
    one = "已确认身份的有5名青屿高中学生、2名教师和1名女职员。"
    other = "船上有一般乘客107人、船员29人、青屿高中学生324名、教师14名、导游1人。"

    assert claims(told(one, other)) == []


def test_those_who_are_left_without_somebody_are_no_count_of_all():
    one = "目前，海澜航运的董事会共有8名董事，任期三年。"
    other = "海澜航运的董事会在何明远回避后，7名董事全部投票同意开会。"

    assert claims(told(one, other)) == []


def test_who_reports_it_is_not_where_it_was():
    one = "青屿岛地震3月2日早上7时58分发生，震源深度15.5公里。"
    other = "中国海岸网3月3日讯 青屿岛地震3月2日早上7时58分发生，震源深度12公里。"

    assert claims(told(one, other)) == [(one, other)]
