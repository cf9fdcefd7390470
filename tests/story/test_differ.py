"""Two answers to one question stand side by side; what is compatible does not."""

import pytest

from digest import story
from digest.model import Theme
from digest.story.differences import asked, labels
from digest.story.differences.clash import Clash
from digest.story.statements import gathering
from tests.story.events import document, ferry, strike, summaries

THEME = Theme("t", "T")


def differences(documents, theme=THEME):
    return story.tell(summaries(documents), theme, as_of="2025-12-31").differ


def two(one, other, days=("2025-03-01", "2025-03-01")):
    return [
        document(
            "one", None, days[0], f"{one}\n图书馆周末照常开放。\n气象台说明天多云。\n铁路部门加开列车。"
        ),
        document("two", None, days[1], f"{other}\n学校下周开学。\n邮局延长营业时间。\n公园的花开了。"),
    ]


def claims(documents):
    return [tuple(claim.text for claim in difference.claims) for difference in differences(documents)]


def test_two_counts_of_one_thing_differ():
    (difference,) = [each for each in differences(strike()) if "3100" in each.about]

    assert "2400" in difference.about
    assert len({claim.article for claim in difference.claims}) == 2


def test_a_toll_that_rises_from_day_to_day_contradicts_nobody():
    assert not any("死亡" in each.about for each in differences(ferry()))


def test_two_tolls_of_one_day_do_differ():
    told = claims(two("海澜号客轮事故已造成12人死亡。", "海澜号客轮事故已造成19人死亡。"))

    assert told == [("海澜号客轮事故已造成12人死亡。", "海澜号客轮事故已造成19人死亡。")]


def test_a_toll_as_of_a_later_day_contradicts_nobody():
    """Neither article says when it was written; the sentences do."""
    one = "海澜号客轮3月8日翻沉，已造成12人死亡。"
    other = "海澜号客轮翻沉，截至3月10日晚，事故已造成19人死亡。"

    assert claims(two(one, other, (None, None))) == []


def test_at_least_twelve_and_nineteen_are_compatible():
    assert claims(two("海澜号客轮事故已造成至少12人死亡。", "海澜号客轮事故已造成19人死亡。")) == []


def test_counts_of_two_years_are_two_events():
    one = "2019年，海澜号客轮事故造成12人死亡。"
    other = "2024年，海澜号客轮事故造成19人死亡。"

    assert claims(two(one, other)) == []


def test_hours_after_and_days_after_differ():
    one = "几个小时后，研究主管保罗·哈特曼(Paul Hartman)也宣布离职。"
    other = "4天后，研究主管保罗·哈特曼也宣布离开公司。"

    (difference,) = differences(two(one, other))

    assert "几个小时后 / 4天后" in difference.about


def test_five_days_after_and_four_days_after_are_within_what_people_round():
    one = "5天后，研究主管保罗·哈特曼(Paul Hartman)宣布离职。"
    other = "4天后，研究主管保罗·哈特曼也宣布离开公司。"

    assert claims(two(one, other)) == []


def test_a_share_that_one_source_says_was_given_and_another_says_never_was():
    one = "拥有公司20%算力资源的对齐小组由两位科学家领导。"
    other = "据媒体报道，对齐小组从未分配到公司承诺的20%算力资源。"

    assert claims(two(one, other)) == [(one, other)]


def test_dissolved_here_and_led_by_a_successor_there():
    one = "保罗·哈特曼离职后，公司解散了对齐小组。"
    other = "保罗·哈特曼离职后，他的职位将由副主管安娜·林德奎斯特担任。"

    assert claims(two(one, other)) == [(one, other)]


def test_a_claim_stands_with_the_denial_of_another_article():
    told = claims(ferry())

    assert any("超載約30人" in claim and "否认客轮超载" in denial for claim, denial in told)


def test_a_claim_stands_with_the_denial_of_the_same_article():
    one = document(
        "one",
        None,
        "2025-03-01",
        "内部人士透露，新模型Aurora的安全评估只用了九天，安全团队不得不加班。\n公司对此予以否认，称Aurora经过了完整的安全评估。\n天气转晴。\n市场平稳。",
    )

    assert len(differences([one])) == 1


def test_a_denial_of_something_else_is_no_difference():
    one = document(
        "one",
        None,
        "2025-03-01",
        "市长出席了大桥的通车仪式。\n天气转晴。\n饭店老板否认使用过期食材。\n学校开学。",
    )

    assert differences([one]) == ()


def test_a_reason_that_another_source_rules_out():
    one = "据报道，保罗·哈特曼被解雇的原因是他为了利润牺牲安全。"
    other = "公司说，保罗·哈特曼被解雇的原因是沟通不畅，而非安全问题。"

    assert claims(two(one, other)) == [(one, other)]


def test_events_of_two_stories_never_contradict_each_other():
    ferries = {each.id for each in ferry()}

    for difference in differences([*ferry(), *strike()]):
        articles = {claim.article for claim in difference.claims}
        assert articles <= ferries or not articles & ferries


def test_two_days_of_one_sinking_differ():
    one = "客轮海澜号3月8日深夜在青屿岛附近沉没。"
    other = "客轮海澜号3月9日凌晨在青屿岛东侧沉没。"

    (difference,) = differences(two(one, other, days=("2025-03-10", "2025-03-10")))

    assert "2025-03-08 / 2025-03-09" in difference.about


def test_two_sinkings_a_year_apart_do_not():
    one = "客轮海澜号2024年3月8日在青屿岛附近沉没。"
    other = "客轮海澜号2025年3月9日在青屿岛东侧沉没。"

    assert claims(two(one, other, days=("2025-03-10", "2025-03-10"))) == []


def test_a_day_that_is_only_counted_back_is_no_second_answer():
    """昨天 of an article printed after midnight may be the day before."""
    one = "客轮海澜号3月8日深夜在青屿岛附近沉没。"
    other = "客轮海澜号昨天在青屿岛东侧沉没。"

    assert claims(two(one, other, days=("2025-03-10", "2025-03-10"))) == []


def test_one_firm_founded_by_one_founder_in_two_years():
    one = "2021年，首席研究员保罗·哈特曼（Paul Hartman）带着几位同事离开，创办了Lumenic。"
    other = "Paul Hartman left at the end of 2020 and founded Lumenic with four of his colleagues."

    (difference,) = differences(two(one, other))

    assert "2021 / 2020" in difference.about
    assert "Lumenic" in difference.about.replace("lumenic", "Lumenic")


def test_a_plan_is_set_against_its_denial_only_where_nobody_tells_it_as_a_fact():
    """公司计划扩大小组，并投入20%: the plan goes on behind the comma."""
    plan = "公司计划扩大对齐小组的研究，并专门投入20%的算力资源给对齐小组。"
    fact = "值得注意的是，拥有公司20%算力资源的对齐小组是由上面两个人领导的。"
    denial = "据媒体报道，对齐小组从未分配到公司承诺的20%算力资源。"
    third = document("three", None, "2025-03-01", f"{fact}\n博物馆换了馆长。\n河边的步道修好了。")

    assert set(claims(two(plan, denial))[0]) == {plan, denial}
    assert set(claims([*two(plan, denial), third])[0]) == {fact, denial}


# --- what a label says ----------------------------------------------------------------


def test_how_long_after_says_after_whom():
    one = (
        "3月1日，首席科学家安娜·维尔(Anna Weil)宣布离职。\n"
        "几个小时后，研究主管马丁·凯勒(Martin Keller)也宣布离职。"
    )
    other = "4天后，研究主管马丁·凯勒也宣布离开公司。"

    (difference,) = differences(two(one, other))

    assert difference.about.startswith("安娜·维尔之后马丁·凯勒离职的时间：")


def test_hours_after_one_and_days_after_another_are_compatible():
    one = (
        "3月1日，首席科学家安娜·维尔(Anna Weil)宣布离职。\n"
        "几个小时后，研究主管马丁·凯勒(Martin Keller)也宣布离职。"
    )
    other = "2月26日，财务主管罗莎·贝克(Rosa Beck)宣布离职。\n4天后，研究主管马丁·凯勒也宣布离开公司。"

    assert claims(two(one, other)) == []


def test_a_label_of_two_reasons_names_what_was_done():
    one = "据报道，董事会解雇主管马丁·凯勒(Martin Keller)，焦点是他牺牲质量来赶工期。"
    other = "内部信说，解雇马丁·凯勒(Martin Keller)的原因是沟通不畅，而非与质量或财务有关的任何问题。"

    (difference,) = differences(two(one, other))

    assert difference.about == "马丁·凯勒被解雇的原因"


# --- on which day -----------------------------------------------------------------------


def test_the_day_on_which_an_officer_left_whom_one_report_does_not_name():
    one = "海澜航运公司总裁林国栋(Lin Guodong)3月5日宣布请辞。"
    other = "The president of Hailan Shipping Company (海澜航运公司), a ferry operator, resigned on March 4."

    (difference,) = differences(two(one, other, ("2025-03-07", "2025-03-07")))

    assert "2025-03-05 / 2025-03-04" in difference.about


def test_a_vice_president_is_another_officer():
    one = "海澜航运公司总裁林国栋(Lin Guodong)3月5日宣布请辞。"
    other = (
        "The vice president of Hailan Shipping Company (海澜航运公司), a ferry operator, resigned on March 4."
    )

    assert claims(two(one, other, ("2025-03-07", "2025-03-07"))) == []


# --- some, or all -----------------------------------------------------------------------


def test_only_one_batch_here_and_all_of_them_there():
    one = "公司在公告中强调，本次召回仅涉及编号为K7的一个批次。"
    other = "店长收到的通知是，在售的轿车全部召回，不分批次。"

    assert claims(two(one, other)) == [(one, other)]


def test_only_one_batch_and_all_of_something_else_are_compatible():
    one = "公司在公告中强调，本次召回仅涉及编号为K7的一个批次。"
    other = "编号为K7的批次召回后，公司在公告中强调，全部免费更换电池。"

    assert claims(two(one, other)) == []


# --- it was not so ----------------------------------------------------------------------


def test_somebody_says_that_he_did_not_leave():
    one = (
        "俱乐部的公告说，教练马丁·凯勒(Martin Keller)因家庭原因主动请辞。\n"
        "马丁·凯勒对记者说：“我没有辞职，是他们换了门锁。”"
    )

    assert len(claims(two(one, "天气转晴。"))) == 1


def test_who_has_not_left_yet_denies_nothing():
    one = (
        "俱乐部的公告说，教练马丁·凯勒(Martin Keller)将在夏天主动请辞。\n"
        "马丁·凯勒对记者说，他还没有辞职，要等到夏天。"
    )

    assert claims(two(one, "天气转晴。")) == []


def test_whoever_tells_it_the_other_way_round_answers_the_sentence_before():
    one = (
        "经理马丁·凯勒(Martin Keller)承认看过那些表，但他说，让他补齐的是母公司的财务总监。\n"
        "母公司的说法正好相反：它对伪造签字毫不知情。"
    )

    ((claim, answer),) = claims(two(one, "天气转晴。"))

    assert "财务总监" in claim
    assert "正好相反" in answer


def test_what_was_promised_and_never_came_contradicts_no_one_who_never_got_it():
    one = "海港杯夺冠那晚老板承诺的2000万元奖金，球员至今一分未发。"
    other = "球员一直没有收到海港杯的2,000万元奖金。"

    assert claims(two(one, other)) == []


def test_an_english_label_has_whole_words():
    """Words are compared by their stems (charg), and printed as they stand."""
    text = "Harbour inspectors charged the ferry operator over missing lifeboats."
    (statement,) = gathering.read([document("one", None, None, text)]).statements

    printed = {labels._word(statement, stem) for stem in statement.words}

    assert {"charged", "inspectors", "lifeboats"} <= printed <= set(text.strip(".").split())


EVENT = "“海澜号”客轮3月8日在青屿岛翻沉，船东海澜航运公司3月9日宣布停航，总裁何明远（He Mingyuan）致歉。"
"""What makes two articles articles on one event."""


def of_one_event(one, other):
    return two(f"{EVENT}\n{one}", f"{EVENT}\n{other}", ("2025-03-10", "2025-03-10"))


def test_who_reported_to_whom_differs():
    one = "公告称，前总裁马丁·凯勒和前主管安娜·维尔向公司汇报了若干员工的虚假订单。"
    other = "公告称，前总裁马丁·凯勒、前主管安娜·维尔和向他们汇报的若干员工参与了虚假订单。"

    (difference,) = differences(of_one_event(one, other))

    assert difference.about == "谁向谁汇报"
    assert {claim.text for claim in difference.claims} == {one, other}


def test_of_one_person_whom_both_name_something_else_may_be_told():
    one = "前主管安娜·维尔向公司汇报了若干员工的虚假订单。"
    other = "前主管安娜·维尔说，向她汇报的员工参与了虚假订单。"

    assert claims(of_one_event(one, other)) == []


def test_seconds_after_and_minutes_after_one_thing_differ():
    one = "“海澜号”客轮在离港几分钟后翻沉，船上有241人。"
    other = "“海澜号”客轮在离港后几秒翻沉，船东称船况良好。"
    counted = "“海澜号”客轮在离港30秒后翻沉，船东称船况良好。"

    (difference,) = differences(of_one_event(one, other))

    assert difference.about.startswith("发生的时间：离港")
    assert {claim.text for claim in difference.claims} == {one, other}
    assert claims(of_one_event(one, counted)) == []
    assert claims(of_one_event(f"{one}\n{other}", other)) == []


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (
            "A total of 260 people were killed when the ferry Hailan of Hailan Shipping sank last month.",
            "Doors were open when the ferry of Hailan Shipping sank and killed 261 people last month.",
            "number of deaths: 260 people / 261 people",
        ),
        (
            "马丁·凯勒离职后，公司解散了对齐小组。",
            "马丁·凯勒离职后，他的职位将由副主管安娜·维尔担任。",
            "马丁·凯勒离职之后的安排",
        ),
        (
            "3月1日，首席科学家马丁·凯勒(Martin Keller)主动请辞，没有说明理由。",
            "3月1日，首席科学家马丁·凯勒被公司解雇，没有说明理由。",
            "马丁·凯勒离职的方式",
        ),
    ],
)
def test_a_label_is_one_noun_phrase_that_says_what_is_asked(one, other, about):
    (difference,) = differences(of_one_event(one, other))

    assert difference.about == about


def test_a_label_takes_no_run_of_words_that_denies():
    """It would say what one side says."""
    material = gathering.read(
        [document("one", None, None, "对齐团队从未分配到20%计算资源，也没有新的芯片。")]
    )
    (claim,) = material.statements

    assert asked.in_one([claim], ["对齐团队", "计算资源"]) == "对齐团队、计算资源"
    assert asked.in_one([claim], ["20%", "计算资源"]) == "20%计算资源"


def test_a_label_of_traditional_claims_has_no_simplified_word():
    one = "公告稱，前總裁馬丁·凱勒和前主管安娜·維爾向公司匯報了若干員工的虛假訂單。"
    other = "公告稱，前總裁馬丁·凱勒、前主管安娜·維爾和向他們匯報的若干員工參與了虛假訂單。"

    (difference,) = differences(of_one_event(one, other))

    assert difference.about == "誰向誰匯報"


def test_two_magnitudes_of_one_earthquake_differ():
    one = "3月1日上午7时58分，青屿岛以东海域发生规模7.2的地震，岛上停电。"
    other = "青屿岛以东海域3月1日上午7时58分发生7.3级地震，渡轮停航。"

    (difference,) = differences(two(one, other))

    assert {claim.text for claim in difference.claims} == {one, other}
    assert difference.about == "震级：7.2 / 7.3"


def test_the_magnitude_of_an_aftershock_or_of_another_day_contradicts_nobody():
    one = "3月1日上午7时58分，青屿岛以东海域发生规模7.2的地震，岛上停电。"
    after = "青屿岛以东海域3月1日晚间的余震里，规模7.0的一次最强，渡轮停航。"
    before = "青屿岛以东海域2018年6月2日发生7.3级地震，渡轮停航。"

    assert claims(two(one, after)) == []
    assert claims(two(one, before)) == []


def test_who_has_not_been_charged_is_no_less_eighteen():
    one = "警方说，没有起诉与何明远同行的18岁朋友林澈。"
    other = "何明远和18岁的朋友林澈从屋顶的脚手架上往下爬。"

    assert claims(two(one, other)) == []


def test_what_has_not_gone_through_a_test_is_not_denied():
    told = "报道称，会场里人潮拥挤，大家对这一结果很有兴趣。"
    doubted = "一些学者评价称，这一结果没有经过验证，因此仍然无法确定它是否有用。"

    assert claims(two(f"{told}\n{doubted}", "港口照常开放。")) == []


def test_two_numbers_that_both_sides_tell_together_are_no_words_of_the_label():
    """A folder of a thousand articles was not built for one such pair."""
    for one, other in (
        (
            "海澜航运公司承诺为60艘客轮和51艘货轮投入20%的利润。",
            "海澜航运公司从未为60艘客轮和51艘货轮投入20%的利润。",
        ),
        ("海澜航运公司说，60艘客轮和51艘货轮都有保险。", "海澜航运公司否认60艘客轮和51艘货轮都有保险。"),
    ):
        assert claims(two(one, other))


def test_no_label_says_of_a_living_person_that_he_died():
    """A foreman accused of negligent killing was headed as dead: 甲某死亡."""
    words = asked.Words("李义明", "死亡", ["滑落", "轨道"])
    claims = gathering.read(
        two("李义明操作不慎，吊车滑落轨道，造成49人死亡。", "李义明否认吊车滑落轨道是他的错。")
    ).statements
    clash = Clash("denied", "denied", tuple(claims[:2]), frozenset(), 9.0)
    assert "死亡" not in asked.phrase(clash, claims, words)
