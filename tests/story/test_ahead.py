"""What is open or planned as the story stands: not answered, not overtaken, not somebody's own."""

import datetime as dt

import pytest

from digest import story
from digest.model import Theme
from digest.story.dates.due import due
from tests.story.events import document, summaries


def ahead(*lines, published="2025-03-11", others=(), as_of="2025-12-31"):
    one = document("one", None, published, "\n".join(lines))
    theme = Theme("t", "T")
    return [each.text for each in story.tell(summaries([one, *others]), theme, as_of=as_of).ahead]


def test_a_plan_that_is_given_as_a_reason_is_not_ahead():
    line = "客轮公司坚持按计划开航，原因是对手海晴航运计划在4月增开航线。"

    assert ahead(line) == []


def test_a_question_that_the_next_sentence_answers_is_not_open():
    asked = "目前尚不清楚谁会接任客轮公司总裁一职。"
    answered = "总裁一职将由副总裁李明辉担任，客轮公司在声明里宣布。"

    assert asked in ahead(asked, "海晴航运没有回应。", "客轮公司的股价下跌。")
    assert asked not in ahead(asked, answered)


def test_a_plan_that_a_newer_article_tells_as_done_is_not_ahead():
    plan = "客轮公司计划任命李明辉(Li Minghui)为总裁。"
    done = document("two", None, "2025-03-20", "客轮公司已任命李明辉(Li Minghui)为总裁，任期三年。")

    assert plan in ahead(plan)
    assert plan not in ahead(plan, others=[done])


def test_what_was_due_by_the_day_of_the_issue_is_past_while_the_story_lives():
    """Months later the issue looks back, and its newest article is the present."""
    line = "客轮翻沉案将在3月20日由海事法院开庭。"

    assert ahead(line, as_of="2025-03-15") == [line]
    assert ahead(line, as_of="2025-03-25") == []
    assert ahead(line, as_of="2026-03-25") == [line]


def test_members_and_data_of_a_plan_are_no_plan():
    line = "客轮公司说，常客计划资料和计划会员号码都还在，服务器当晚就关了。"

    assert ahead(line, "海晴航运没有回应。", "客轮公司的股价下跌。") == []


def test_of_an_article_that_says_only_since_when_it_was_written_no_day_is_to_come():
    """It was written after February; whether before or after 29 April nobody knows."""
    since = "2025年2月20日，客轮公司换了总裁。"
    line = "四十名乘客，葬身于4月29日的客轮翻沉事故中。"

    assert ahead(since, line, "海晴航运没有回应。", published=None) == []


def test_whom_somebody_dragged_away_is_no_plan():
    line = "监控显示，客轮公司的几名员工将被害女子拖到码头外继续殴打。"

    assert ahead(line, "海晴航运没有回应。", "客轮公司的股价下跌。") == []


def test_what_was_planned_is_no_plan():
    line = "The ferry's first trip was planned to be a two-hour cruise around the island."

    assert ahead(line, "Nobody was hurt in the harbour town.") == []


def test_a_plan_of_the_authors_own_is_not_the_storys():
    plan = "客轮公司计划任命李明辉(Li Minghui)为总裁，{}打算采访他。"

    assert ahead(plan.format("电视台")) == [plan.format("电视台")]
    assert ahead(plan.format("我")) == []


def test_it_remains_unclear_needs_no_sentence_before_it():
    line = "It remains unclear whether the captain Lin Guodong will testify before the board of inquiry."

    assert ahead(line) == [line]


def test_a_deadline_is_a_day_to_come_until_it_is_past():
    line = "海事局负责人说，调查组会在4月20日之前公布结果。"

    assert ahead(line, as_of="2025-04-15") == [line]
    assert ahead(line, as_of="2025-04-25") == []


def test_what_was_announced_for_the_end_of_that_year_is_past_in_the_next():
    """Also where the issue looks back: a reader of next November takes it for next month."""
    line = "海晴航运的发言人表示，总裁李明辉休假之后将在年底返回公司。"

    assert ahead(line, as_of="2025-12-01") == [line]
    assert ahead(line, as_of="2026-11-30") == []


def test_what_was_to_come_behind_a_holiday_is_past_behind_it():
    line = "海事局表示，对海晴航运的处罚决定将在国庆假期后作出。"

    assert ahead(line, published="2025-09-20", as_of="2025-09-25") == [line]
    assert ahead(line, published="2025-09-20", as_of="2025-11-25") == []


def test_a_plan_with_its_day_may_be_short():
    assert ahead("3月20日，股东们将投票。", as_of="2025-03-12") == ["3月20日，股东们将投票。"]


def test_an_old_plan_counts_only_with_a_day_that_is_still_to_come():
    later = document("later", None, "2025-09-20", "9月18日，海晴航运的股东批准了合并。")
    dated = "若2026年6月30日前仍未获批，海晴航运的合并协议将自动终止。"
    undated = "海晴航运的总裁李明辉计划在合并之后关闭三条航线。"

    assert ahead(dated, undated, others=[later], as_of="2025-09-25") == [dated]


def test_one_plan_told_twice_by_one_article_is_ahead_once():
    first = "海晴航运计划重组目前错综复杂的公司架构，吸引更多投资者。"
    again = "总裁李明辉计划对海晴航运的公司架构进行改革，取消对投资者收益的限制。"

    assert len(ahead(first, "员工没有收到通知。", again)) == 1


def test_a_day_of_a_year_that_nobody_tells_is_not_ahead():
    """In an article without a date 4月1日 may be two years ago."""
    line = "4月1日，海晴航运向交易所递交了申请，计划募资20亿元。"

    assert ahead(line, published=None) == []


def test_the_case_will_be_watched_is_no_plan():
    assert ahead("The case will be watched well beyond the islands of Qingyu.") == []


def test_whether_it_comes_to_pass_is_open():
    line = "监管会不会放行，是摆在海晴航运面前的最后一道题。"

    assert ahead(line) == [line]


def test_a_quarter_of_next_year_is_past_when_it_is_over():
    line = "海事局宣布，客轮翻沉案的最终报告将延至明年第一季公布。"

    assert ahead(line, as_of="2025-12-01") == [line]
    assert ahead(line, as_of="2026-11-30") == []


def test_an_open_question_that_points_back_stands_behind_its_plan():
    """By itself it leaves open what it is about, and is not printed."""
    plan = "客轮公司计划在年底前重组全部航线，并把总部迁往北港。"
    open_ = "这些变化是否能够让客轮公司重新盈利，还有待观察。"

    assert ahead(plan, "海晴航运没有回应。", open_) == [plan, open_]
    assert open_ not in ahead("海晴航运没有回应。", open_)


@pytest.mark.parametrize(
    "line",
    [
        "检方还在考虑是否追究船长何文彬的责任。",
        "海岸集团一案的开庭时间，法院还没定。",
        "何文彬对员工承诺，年底之前会请第三方把渡轮重新查一遍。",
        "Prosecutors are studying whether to charge the Haian Group.",
        "Arbitration over the ferry deposit opens in Qingyu on May 9.",
    ],
)
def test_what_is_weighed_or_set_for_a_day_is_ahead(line):
    assert ahead(line) == [line]


def test_what_opened_on_a_day_or_is_being_studied_is_not_ahead():
    for line in (
        "Arbitration over the ferry deposit opened in Qingyu on January 9.",
        "研究所还在研究渡轮的新电池。",
        "海岸集团还没定期检修渡轮。",
    ):
        assert ahead(line) == []


def test_two_thirds_of_the_votes_are_no_day_to_come():
    """The whole issue failed: 2/3 may be a day of February or of March."""
    line = "罢免董事长须获得不少于2/3的赞成票，股东大会将在3月20日表决。"

    assert ahead(line) == [line]


@pytest.mark.parametrize(
    "told",
    [
        "船长林国栋是公司作为“百人计划”引进的，没有船东的支持他办不到。",
        "客轮公司的股价在公布收购计划后一直下跌，投资人在抛售。",
    ],
)
def test_a_plan_that_is_a_name_or_lies_behind_is_not_ahead(told):
    assert ahead(told) == []


def test_a_plan_that_stands_under_the_quotations_is_not_printed_again():
    said = "董事长林国栋(Lin Guodong)写道：“董事会计划在海事法院采取法律行动，并且有信心在一年之内胜诉。”"

    issue = story.tell(
        summaries([document("one", None, "2025-03-11", said)]), Theme("t", "T"), as_of="2025-03-12"
    )

    assert [each.sentence.text for each in issue.quotes] == [said]
    assert issue.ahead == ()


def test_nobody_knows_whether_a_plan_of_an_undated_article_is_overtaken():
    plan = document(
        "plan",
        None,
        None,
        "客轮公司与船长林国栋(Lin Guodong)的诉讼仍定于今年10月17日审理。早在2016年，海事局就发现了裂纹。",
    )
    sued = document("sued", None, "2025-07-12", "客轮公司已起诉船长林国栋(Lin Guodong)，索赔三百万元。")

    told = story.tell(summaries([plan, sued]), Theme("t", "T"), as_of="2025-09-12")

    assert plan.sentences[0].text in [each.text for each in told.ahead]


@pytest.mark.parametrize(
    "told",
    [
        "客轮公司总裁李明辉现在可基于程序理由向最高法院提起上诉。",
        "客轮公司总裁李明辉有15日上诉期，公司没有说明他的打算。",
        "目前暂时未知客轮公司总裁李明辉的刑期是否包括被拘留的时间。",
        "专家不排除客轮公司与海晴航运达成新协议、以较低价格收购的可能性。",
        "It's not clear if the other officers of the Harbour Ferry Company will face penalties.",
    ],
)
def test_an_appeal_that_is_left_and_what_nobody_knows_yet_lie_ahead(told):
    assert ahead(told) == [told]


def test_an_appeal_that_was_heard_does_not_lie_ahead():
    assert ahead("客轮公司总裁李明辉的上诉人身份已获确认，上诉期间公司没有任何表态。") == []


@pytest.mark.parametrize(
    "told",
    [
        "客轮公司股东大会的最终结果有待大会秘书处届时揭晓。",
        "接下来，客轮公司总裁李明辉还需面临海事法院的宣判。",
        "客轮公司的两艘船沉没，海事局正加紧调查沉没的原因。",
        "反对声音指出，客轮公司的新船是否安全，仍需进一步的检验和试航来证实。",
        "一些船长评价称，客轮公司的检修没有人复核，因此仍然无法确定船体是否完好。",
        "客轮公司的更多试航正在进行中，或许能够揭开沉没之谜。",
        "据悉，海晴航运聘请了一家大型律师事务所，准备起诉客轮公司总裁李明辉。",
        "客轮公司还预料，本月稍后还将对青屿岛的两个码头进行“较小规模裁员”。",
        "客轮公司负责人在现场接受访问时说，将全面配合海事局的检查。",
        "客轮公司在新总裁的带动下，将与海事局、各码头以及旅客进行有效和积极的沟通。",
        "A final report on the Harbour Ferry Company is expected within a year.",
        "客轮公司董事会将选出新总裁，人选来自海事局。",
        "海晴航运与客轮公司的合并至今仍未获批，两家公司都在等。",
        "The inquiry into the Harbour Ferry Company is far from over, the bureau said.",
        "The bureau is investigating how the Harbour Ferry Company lost two ships.",
        "The Harbour Ferry Company has yet to find one of its two ships.",
        "The Harbour Ferry Company said it would appeal against the ruling of the bureau.",
    ],
)
def test_what_is_under_way_promised_or_not_yet_known_lies_ahead(told):
    assert ahead(told) == [told]


@pytest.mark.parametrize(
    "told",
    [
        "客轮公司请来了正在调查的记者，记者与总裁李明辉谈了一个小时。",
        "客轮公司昨晚将调查结果公布在码头的墙上，总裁李明辉没有到场。",
        "救难人员徒步走到客轮公司的码头，将受困的九人全数救出。",
        "客轮公司的一位名将参加了大会，总裁李明辉没有到场。",
        "客轮公司将罢免案列入议程，总裁李明辉没有到场。",
    ],
)
def test_who_looks_into_it_and_what_was_put_on_the_wall_do_not_lie_ahead(told):
    assert ahead(told) == []


def test_what_a_plan_answers_need_not_be_known():
    """A minister's answer says what he means to do; his 对此 is understood."""
    told = "对此，海事大臣李明辉3月10日表示，将加强码头管理，并收紧离港程序。"

    assert ahead("客轮公司的一艘船沉没。", told) == [told]


def test_the_day_on_which_a_plan_is_told_does_not_make_it_past():
    told = "客轮公司的一艘船沉没，海事局说船上有146人。"
    said = "海事局的一名官员3月10日表示，将加强所有码头的管理。"

    assert ahead(told, said, "客轮公司3月11日停航。") == [said]
    assert ahead(told, said.replace("3月", "2024年3月"), "客轮公司3月11日停航。") == []


def test_a_day_that_was_awaited_is_past_once_it_has_come():
    """Nothing dates the article but what it tells."""
    awaited = document(
        "awaited",
        None,
        None,
        "2025年3月5日，客轮公司的董事会开了会。但李明辉能否在客轮公司中说了算，还要看3月5日举行的股东大会。",
    )

    def hangs(day):
        later = document("later", None, day, "客轮公司的船继续停在码头，总裁李明辉没有露面。")
        told = story.tell(summaries([awaited, later]), Theme("t", "T"), as_of=day)
        return any("3月5日" in each.text for each in told.ahead)

    assert hangs("2025-03-05")
    assert not hangs("2025-03-08")


def test_the_month_in_which_a_ban_ends_lies_ahead():
    told = "客轮公司船长李明辉的禁航期减至四年又三个月，自2024年2月28日起执行，2027年5月底结束。"

    assert ahead(told) == [told]
    assert ahead("客轮公司船长李明辉的新船自2024年2月28日起停航，这艘船叫做2027年5月号。") == []


def test_an_article_that_nothing_dates_is_no_history_for_telling_of_long_ago():
    """It is only known to be no older than 2018."""
    undated = document(
        "undated",
        None,
        None,
        "2018年11月，客轮公司总裁李明辉被捕。目前暂时未知客轮公司总裁李明辉的刑期是否包括被拘留的时间。",
    )
    later = document("later", None, "2025-03-08", "3月8日，客轮公司的船继续停在码头，总裁李明辉没有露面。")

    told = story.tell(summaries([undated, later]), Theme("t", "T"), as_of="2025-03-10")

    assert [each.text for each in told.ahead] == [undated.sentences[1].text]


@pytest.mark.parametrize(
    "told",
    [
        "客轮公司原本计划在3月为“海晴号”更换救生艇，后来没有换。",
        "海晴航运的客轮偏离预定航线四海里，船长林国栋没有报告。",
        "The ferry was scheduled to call at Qingyu before it capsized, the Haian Group said.",
        "The Haian Group was hurt by the ministry's costly plan to renew the ferries of the strait.",
        "海事局认为，海晴航运的停航计划将造成运力不足。",
    ],
)
def test_what_was_to_be_and_what_only_is_called_a_plan_are_not_ahead(told):
    assert ahead(told) == []


def test_whoever_plans_to_do_something_does_it_ahead():
    line = "Officials of the Haian Group plan to renew the ferries of the strait."

    assert ahead(line) == [line]


def test_what_an_undated_article_awaits_is_not_ahead_once_another_tells_the_outcome():
    """No outcome comes before what it is the outcome of, whatever day the article is of."""
    talks = "客轮公司与总裁李明辉(Li Minghui)的谈判正在进行中，双方都没有透露条件。"
    agreed = document("two", None, None, "客轮公司已与李明辉(Li Minghui)原则上达成协议，条件没有公开。")

    assert talks in ahead(talks)
    assert talks not in ahead(talks, others=[agreed])


def test_a_meeting_has_a_result_of_its_own_day():
    asked = "3月9日，客轮公司股东大会在海晴码头举行。\n客轮公司股东大会的最终结果有待大会秘书处届时揭晓。"
    result = "3月{}日，客轮公司股东大会结果显示，总裁李明辉被罢免。"
    open_ = asked.partition("\n")[2]

    assert open_ in ahead(asked, others=[document("two", None, "2025-03-12", result.format(2))])
    assert open_ not in ahead(asked, others=[document("two", None, "2025-03-12", result.format(9))])


def test_what_a_thing_would_be_if_it_succeeded_is_over_once_it_failed():
    hope = "如果成功，“海燕-7”号将成为首艘横渡青屿海峡的无人渡轮。"
    lost = document("two", None, None, "「海燕7」在青屿岛以东坠毁，试航以失败告终。")

    assert hope in ahead(hope)
    assert hope not in ahead(hope, others=[lost])


def test_how_things_stand_at_present_is_told_for_days_not_for_weeks():
    line = "目前尚不清楚客轮公司的停航会对码头的工人产生何种影响。"
    later = "客轮公司在{}宣布与海晴航运签约，两家的航线照旧。"

    assert line in ahead(line, others=[document("two", None, "2025-03-18", later.format("3月18日"))])
    assert line not in ahead(line, others=[document("two", None, "2025-03-28", later.format("3月28日"))])


def test_what_is_due_on_a_weekday_or_within_the_next_week_is_past_after_it():
    weekday = "客轮公司表示，乘客最迟将在周五获得退款。"
    then = "届时客轮公司的售票处，也将在海事局的监督下重新开放。"

    assert sorted(ahead(weekday, then, as_of="2025-03-12")) == sorted([weekday, then])
    assert ahead(weekday, then, as_of="2025-03-20") == []
    assert ahead("客轮公司表示，将在下周内向乘客支付退款。", as_of="2025-03-28") == []


def test_what_somebody_learned_before_he_acted_is_no_plan():
    assert ahead("在得知李明辉将不回客轮公司的消息后，客轮公司的一些船员彻夜未眠，讨论行动方案。") == []


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("客轮公司表示，如能清除泥沙，客轮有望在两天内起浮。", 2),
        ("救援公司表示，客轮公司不排除救援需要几周时间。", 63),
        ("The ferry company said the ferry may be refloated within three days.", 3),
    ],
)
def test_what_is_due_within_a_span_is_past_after_it(line, days):
    written = dt.date(2025, 3, 11)

    assert due(line.lower(), written.isoformat()) == (written + dt.timedelta(days)).isoformat()
    assert line not in ahead(line, as_of=(written + dt.timedelta(days + 1)).isoformat())


@pytest.mark.parametrize("line", ["过去两天内有九人受伤。", "3月5日内部会议决定停航。", "两天后客轮起浮。"])
def test_a_span_that_is_over_announces_nothing(line):
    assert due(line, "2025-03-11") == ""
