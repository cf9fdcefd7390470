# ruff: noqa: E501 - a sentence of a story stays on one line
"""One row an event, rightly dated, with all that report it."""

import pytest

from digest import story
from digest.model import Theme
from digest.story.timeline.hollow import is_hollow
from tests.story.events import document, ferry, strike, summaries

THEME = Theme("t", "T")


def rows(documents, as_of="2025-12-31"):
    return story.tell(summaries(documents), THEME, as_of=as_of).timeline


def dates(*bodies, published="2024-05-23", **options):
    documents = [document(f"d{i}", None, published, body, **options) for i, body in enumerate(bodies)]
    return [row.date for row in rows(documents)]


def test_a_month_without_a_year_is_the_latest_before_publication():
    assert dates("今年2月，李明辉离开了公司。\n3月，研究员周文涛也宣布辞职。") == ["2024-02", "2024-03"]


def test_this_month_too_counts_from_the_month_just_told():
    assert dates("今年2月，主管李明辉离开了公司。\n同月，研究员周文涛也宣布辞职。") == ["2024-02", "2024-02"]


def test_a_story_told_forward_carries_its_year_with_it():
    """A transcript of November 2023 that has reached autumn 2022 means November 2022."""
    body = "在2022年秋季，公司开始训练新模型。\n到了11月，公司要求员工推出聊天机器人。\n公司在11月30日推出了产品。\n2月，公司发布了付费版本。"

    assert dates(body, published="2023-11-21", kind="transcript") == [
        "2022",
        "2022-11",
        "2022-11-30",
        "2023-02",
    ] or dates(body, published="2023-11-21", kind="transcript") == ["2022-11", "2022-11-30", "2023-02"]


def test_a_year_inside_a_phrase_does_not_carry_on():
    """员工 of 2020 say nothing of the November that follows."""
    body = "在2022年秋季，公司开始训练新模型。\n对手公司由2020年离开的员工创立。\n11月30日，公司推出了产品。"

    assert "2020-11-30" not in dates(body, published="2023-11-21", kind="transcript")


def test_what_two_readings_disagree_about_gets_no_date():
    """In an article of May 2024 that tells of 2022, 11月 is neither 2022 nor 2023 for certain."""
    assert dates("2022年，公司成立了实验室，11月发布了模型。2019年曾投资10亿美元，8月公司收购了对手。") in (
        ["2019", "2022"],
        ["2022"],
    )


def test_days_counted_in_a_quotation_are_counted_from_when_it_was_said():
    """That may be weeks before the article, and nobody says."""
    assert dates("检验员李明辉看过名单，他指出“王海十九天前就辞职了”。") == []
    assert dates("检验员李明辉看过名单，他指出王海十九天前就辞职了。") == ["2024-05-04"]


def test_how_things_are_today_is_no_event():
    assert dates("今天，船往哪里开越来越取决于一张没有人核对的图，公司也宣布依靠它。") == []
    assert dates("今天，公司宣布解雇李明辉。") == ["2024-05-23"]


def test_an_article_cited_in_brackets_is_no_event():
    assert dates("公司解雇了李明辉。（详见2023年11月20日文章《三天三次反转》）") == []


@pytest.mark.parametrize("text", ["2021年以来，安全团队的多名主管离职。", "截至2023年6月，公司已裁员300人。"])
def test_a_span_up_to_now_is_no_event(text):
    assert dates(text) == []


def test_nothing_later_than_its_article_is_an_event():
    assert dates("公司计划2025年1月推出新产品，主管李明辉明年加入。") == []


def test_reports_of_one_event_are_one_row_with_all_their_sources():
    arrests = [row for row in rows(ferry()) if row.date == "2025-03-10"]

    (arrest,) = arrests
    assert len(arrest.articles) == 3


@pytest.mark.parametrize("event", [ferry, strike])
def test_rows_ascend_by_date(event):
    told = [row.date for row in rows(event())]

    assert told == sorted(told)


def test_a_written_year_is_not_marked_as_inferred_and_a_missing_one_is():
    told = {row.date: row.inferred for row in rows(strike())}

    assert told["2024-11"] is False
    assert told["2025-06-09"] is True


def test_an_undated_article_is_dated_by_what_others_say_of_the_same_deed():
    dated = document(
        "a",
        None,
        "2024-05-23",
        "2023年11月，董事会解雇了首席执行官保罗·哈特曼(Paul Hartman)。哈特曼5天后复职。",
    )
    undated = document(
        "b", None, None, "哈特曼去年被解雇时，保罗·哈特曼的助理接任。今年3月，保罗·哈特曼收购了一家对手公司。"
    )

    assert "2024-03" in [row.date for row in rows([dated, undated])]


def test_without_such_proof_an_undated_article_dates_nothing_by_last_year():
    undated = document("b", None, None, "保罗·哈特曼去年被解雇。今年3月，保罗·哈特曼收购了一家对手公司。")

    assert rows([undated]) == ()


def test_a_report_of_the_month_does_not_tie_two_days_together():
    """Dismissed on the 17th, back on the 22nd; who gives only November may mean either."""
    one = document(
        "a",
        None,
        "2023-12-01",
        "2023年11月17日，董事会解雇了首席执行官保罗·哈特曼。11月22日，保罗·哈特曼复职。",
    )
    two = document(
        "b", None, "2023-12-02", "2023年11月，董事会解雇了首席执行官保罗·哈特曼，五天以后保罗·哈特曼复职。"
    )

    told = [row.date for row in rows([one, two])]

    assert {"2023-11-17", "2023-11-22"} <= set(told)


def test_an_article_does_not_report_what_came_after_it():
    early = document("a", None, "2024-01-05", "保罗·哈特曼迟早会离职。保罗·哈特曼已经离职的传闻不断。")
    late = document("b", None, "2024-05-20", "5月15日，保罗·哈特曼离职。")

    (row,) = rows([early, late])

    assert row.articles == (late.id,)


def test_five_days_later_counts_only_from_what_was_just_told():
    body = "2023年7月5日，公司成立了对齐小组。\n小组有12名研究员。\n他们在4楼办公。\n办公室很小。\n五天后，保罗·哈特曼辞职。"

    assert "2023-07-10" not in dates(body)


def test_what_was_told_before_five_days_later_is_not_of_that_day():
    """It dismissed him and took him back five days later: no dismissal on the 22nd."""
    one = "董事会上一次开会是在2023年11月17日。它罢免了总裁卡洛斯·门德斯，五天之后又请他回来。"
    other = "2023年11月，董事会罢免了总裁卡洛斯·门德斯，五天以后他又回来了。"
    third = "2023年11月17日，董事会罢免了总裁卡洛斯·门德斯。"

    assert "2023-11-22" not in dates(one, other, third)


def test_an_event_of_which_one_report_gives_the_month_and_one_the_day_is_one_row():
    one = "2023年7月5日，奥列格·佩特罗夫(Oleg Petrov)与卡洛斯·门德斯(Carlos Mendes)在实验室成立了安全小组。"
    other = "2023年7月，奥列格·佩特罗夫与卡洛斯·门德斯成立安全小组，公司答应拨款。"

    (row,) = rows([document("one", None, "2024-05-23", one), document("two", None, "2024-05-24", other)])

    assert row.date == "2023-07-05"
    assert len(row.articles) == 2


def test_two_names_and_a_date_tie_reports_in_two_languages_together():
    one = (
        "2023年7月，奥列格·佩特罗夫(Oleg Petrov)与卡洛斯·门德斯(Carlos Mendes)牵头成立了安全小组，为期四年。"
    )
    other = "On July 5, 2023, the laboratory announced a safety group led by Oleg Petrov and Carlos Mendes, to work for four years."

    (row,) = rows([document("one", None, "2024-05-23", one), document("two", None, "2024-05-24", other)])

    assert len(row.articles) == 2
    assert row.sentence.text == one  # of a Chinese issue the Chinese one


def test_who_is_only_he_has_no_row():
    """As a sentence on its own, 他今年4月辞职 leaves a reader asking who."""
    assert dates("研究员周文涛批评了公司。\n他今年4月辞职，放弃了价值170万元的股权。") == []


def test_the_day_of_an_announcement_gives_way_to_that_of_the_event():
    assert dates("公司5月20日公告，总裁李明辉已在5月18日退休。") == ["2024-05-18"]


def test_the_year_of_what_was_announced_is_not_when_it_happened():
    """去年11月宣布，.. 2023年的奖金: which bonus, and the month stays the announcement's."""
    body = "公司去年11月宣布，总裁李明辉放弃领取2023年的奖金。"

    assert dates(body, published="2024-10-20") == ["2023-11"]
    assert dates("公司去年11月宣布，总裁李明辉已在2022年退休。", published="2024-10-20") == ["2022"]


def test_when_somebody_said_it_is_not_when_it_happened():
    """Two reports of one toll on two days would exclude each other."""
    assert dates("总裁李明辉22日表示，公司已经解雇了两名主管。") == []
    assert dates("研究员周文涛今年1月曾对我们表示，公司离职的人很多。") == []


def test_a_month_after_a_paragraph_about_another_year_is_left_open():
    """九月 may be of the year just told or of the article's own."""
    body = "2018年3月，总统否决了对李明辉公司的收购。\n有董事在9月的会议上主张拆分公司。"

    assert "2018-09" not in dates(body, published="2024-10-20")
    assert "2024-09" not in dates(body, published="2024-10-20")


def test_a_month_that_both_readings_agree_on_is_dated():
    body = "2024年3月，球员李明辉药检呈阳性。\n反兴奋剂机构于9月向法庭上诉。"

    assert dates(body, published="2025-02-16") == ["2024-03", "2024-09"]


def test_what_is_awaited_for_a_year_did_not_happen_in_it():
    assert dates("Mendes resigned; the board would not wait for 2025.", published="2024-12-04") == []


@pytest.mark.parametrize(
    "body",
    [
        "新华社北京5月20日电，李明辉的公司已在5月18日宣布裁员。",
        "JIANGZHOU, May 20, 2024 (Wire) — Oleg Petrov resigned on May 18 after a dispute with the board.",
    ],
)
def test_when_a_report_was_filed_is_not_when_it_happened(body):
    assert dates(body) == ["2024-05-18"]


def test_a_fact_that_opens_with_its_day_is_an_event_without_a_verb_of_news():
    told = "去年8月，城北工厂的一台抽检机连续三天报警，检测员把数据交到总工程师手里。"

    assert dates(told) == ["2023-08"]
    assert dates("去年8月，天气很好。") == []


def test_a_story_of_few_weeks_has_more_rows_of_its_month():
    days = [f"5月{day}日，主管{name}宣布离开公司，理由是{why}。" for day, name, why in (
        (2, "李明辉", "预算"), (4, "周文涛", "家庭"), (6, "陈慧敏", "安全"), (8, "王志远", "薪酬"),
        (10, "赵国栋", "迁址"), (12, "孙丽华", "健康"), (14, "何建军", "合并"),
    )]  # fmt: skip

    assert dates("\n".join(days)) == [f"2024-05-{day:02}" for day in (2, 4, 6, 8, 10, 12, 14)]


def test_a_sentence_that_counts_from_the_one_before_has_its_date_beside_it():
    (row,) = rows(
        [document("d", None, "2024-05-23", "2024年3月5日，李明辉离职。三天后，研究员周文涛宣布离开公司。")]
    )[1:]

    assert (row.date, row.sentence.text) == ("2024-03-08", "三天后，研究员周文涛宣布离开公司。")


def test_so_many_days_after_something_that_the_sentence_itself_tells_count_from_that():
    """The findings were published on a day of their own, not on the last that was told."""
    body = "系统直到5月17日才下线，运营方随后道歉。\n调查结果公布两天后，总裁冯以麟辞职。\n公司把数据发给供应商之后，三天后才收到回信，总裁冯以麟没有回应。"

    assert "2024-05-19" not in dates(body)
    assert "2024-05-20" not in dates(body)


def test_two_days_later_behind_two_dates_counts_from_neither():
    body = (
        "5月12日，教育局通报称，总务主任冯以麟4月28日打伤了学生。\n两天后，市里成立了调查组，由副市长牵头。"
    )

    assert "2024-04-30" not in dates(body)
    assert "2024-05-14" not in dates(body)


def test_until_then_is_no_event_but_only_then_is():
    assert dates("旧系统一直用到5月3日，公司已暂停服务。") == []
    assert dates("旧系统直到5月3日才停用，比公司说的晚了三天。") == ["2024-05-03"]


@pytest.mark.parametrize(
    "text",
    [
        "2023年10月至2024年2月期间加入公司的员工可以领取补偿。",
        "公司2023年10月编制的内部库存表显示，仓库里有4万件产品被召回。",
        "外界认为，总裁冯以麟的辞职与其去年11月向董事会示警有关。",
        "2023年12月，媒体报道称公司正在收购一家对手。",
        "至于去年年底是否收到过总裁冯以麟的辞呈，公司没有回答。",
        "营业额较2022年上升了一倍，公司收购了两家对手。",
        "主管冯以麟今年四十四岁，曾在一家对手公司任职，后来加入公司。",
    ],
)
def test_a_date_that_says_something_else_is_no_event(text):
    """Whom, which document, why, whether, against what, how old."""
    assert dates(text) == []


def test_a_date_still_to_come_is_not_the_last_one_of_its_name():
    """In November, players who may sign on January 10 may do so next year."""
    english = (
        "The council has released all players, who may join other clubs when the window opens on January 10."
    )

    assert dates(english, published="2026-11-16") == []
    assert dates("预计总裁冯以麟将在5月辞职。") == []


def test_that_friday_is_not_the_last_one():
    assert dates("总裁冯以麟辞职的那个星期五，公司关闭了两家门店。") == []


def test_today_is_a_day_only_where_something_happened_on_it():
    assert dates("今天公司有足够的信心收购一家对手，总裁冯以麟这样认为。") == []
    assert dates("公司今天下午宣布，总裁冯以麟辞职。") == ["2024-05-23"]


def test_the_day_whose_number_stands_in_brackets_is_that_day():
    """昨（22）日 in an article of the 23rd, or of the 24th, which was printed a day later; and not of June."""
    body = "主管机关昨（22）日宣布，总裁冯以麟被免职。"

    assert dates(body, published="2024-05-23") == dates(body, published="2024-05-24") == ["2024-05-22"]
    assert dates(body, published="2024-06-03") == []


def test_a_transcript_that_has_come_back_to_the_present_is_of_its_own_year():
    """The share price of now is no more of 2021; nor is a day that comes a dozen lines behind that year."""
    past = "2021年9月，李明辉公司在香港上市，发行价58块"
    decision = "监管局10月15号已经把李明辉公司的案子转进第二阶段审查"
    between = "\n".join(f"第{n}排的股东站起来问了主持人一个问题" for n in "一二三四五六七八九十")

    for body in (f"{past}\n现在呢，40块出头\n{decision}", f"{past}\n{between}\n{decision}"):
        assert "2021-10-15" not in dates(body, published="2025-12-01", kind="transcript")
    assert "2021-10-15" in dates(f"{past}\n{decision}", published="2025-12-01", kind="transcript")


def test_how_it_is_now_in_somebodys_words_does_not_end_a_story_of_the_past():
    body = "在2022年秋季，公司开始训练新模型\n李明辉说：“以前是人检查。现在是机器检查。”\n到了11月，公司推出了聊天机器人"

    assert "2022-11" in dates(body, published="2023-11-21", kind="transcript")


def test_a_day_of_the_week_in_a_story_of_months_ago_is_not_of_this_week():
    """Wednesday at two in the morning of the week of the run, not the one before the article."""
    body = "3月6日，北湾银行宣布收购一家对手。\n周末，客户在群里传一张截图。\n星期三凌晨，央行批准了北湾银行的紧急贷款。"

    assert dates(body, published="2025-11-20") == ["2025-03-06"]
    assert dates("星期三凌晨，央行批准了北湾银行的紧急贷款。", published="2025-11-20") == ["2025-11-19"]


def test_what_an_english_sentence_opens_with_in_passing_is_not_what_it_tells():
    assert dates("Founded in 2016, Baylink appointed Oleg Petrov in September 2021.") == ["2021-09"]
    assert dates("Oleg Petrov founded Baylink in 2016.") == ["2016"]


def test_a_relative_clause_has_a_date_of_its_own():
    """What the club was told last year is not when it lodged its claim; what the council said is."""
    clause = "The club that folded in March lodged a claim against Oleg Petrov in April."
    report = (
        "The council said that the club in March fired Oleg Petrov, who had lodged a claim in April 2023."
    )

    assert dates(clause) == ["2024-04"]
    assert dates(report) == ["2024-03"]


def test_the_day_in_brackets_is_the_day():
    """An article is printed on the morning after."""
    assert dates("今天（5月22日）下午，公司宣布总裁冯以麟辞职。") == ["2024-05-22"]


def test_a_month_later_counts_from_a_month():
    body = "2019年2月，公司公布了第一个模型。\n一个月后，公司成立了营利部门，并接受了10亿元投资。"

    assert dates(body) == ["2019-02", "2019-03"]


def test_this_month_counts_from_the_month_told_even_behind_an_aside():
    body = "今年2月，主管李明辉离开了公司。\n自2021年以来，李明辉一直在安全小组工作。\n也是在这个月，研究员周文涛宣布离开公司。"

    assert dates(body) == ["2024-02", "2024-02"]


def test_an_article_without_the_day_is_no_witness_of_it():
    """A few hours later is not the 17th."""
    one = document("a", None, "2024-05-23", "5月17日，研究主管奥列格·佩特罗夫(Oleg Petrov)宣布辞职。")
    other = document("b", None, "2024-05-24", "几个小时后，研究主管奥列格·佩特罗夫也宣布辞职，没有说明理由。")
    third = document("c", None, "2024-05-24", "研究主管奥列格·佩特罗夫在5月17日辞职，同事感到意外。")

    (row,) = rows([one, other, third])

    assert set(row.articles) == {one.id, third.id}


def test_a_span_whose_days_have_rows_of_their_own_is_not_told_again():
    body = "5月15日至17日，安全小组两名主管辞职。\n5月15日，主管李明辉辞职。\n5月17日，主管周文涛辞职。"

    assert dates(body) == ["2024-05-15", "2024-05-17"]


def test_who_left_once_before_is_told_by_the_leaving_of_this_story():
    body = "研究员周文涛(Zhou Wentao)最初于2017年离开公司。\n今年2月，研究员周文涛再次离开公司。"

    assert dates(body) == ["2024-02"]


def test_the_sentence_whose_only_date_it_is_stands_for_the_event():
    one = "公司创立于2015年，2023年以来因推出对话机器人出名。"
    other = "公司创立于2015年，原本是一家非营利的研究组织。"

    (row,) = rows([document("a", None, "2024-05-23", f"{one}\n{other}")])

    assert row.sentence.text == other


def test_the_news_of_a_title_has_a_row_though_its_sentence_leans():
    body = "这些压力最终影响了卡洛斯·门德斯(Carlos Mendes)，他在5月3日突然辞职。"
    told = rows([document("a", "财务主管辞职的内情", "2024-05-23", body)])

    assert [row.date for row in told] == ["2024-05-03"]
    assert rows([document("a", "公司的内情", "2024-05-23", body)]) == ()


def test_scenery_and_what_the_author_did_are_no_events():
    assert dates("（5月的临川已经热起来，公司关闭了空调。）") == []
    assert dates("上个月我去看总裁冯以麟，他已经辞职。") == []


def test_one_night_told_in_two_languages_is_one_row_in_the_readers():
    """The second would tell the same once more."""
    one = "5月20日，研究主管奥列格·佩特罗夫(Oleg Petrov)在发布会上宣布辞职，公司股价下跌。"
    other = "Oleg Petrov resigned on May 20 after a dispute over the launch of the new model."
    third = "5月18日，公司推出新模型。"

    documents = [document(f"d{n}", None, "2024-05-23", body) for n, body in enumerate((one, other, third))]
    told = [row.sentence.text for row in rows(documents)]

    assert one in told
    assert other not in told


def test_a_day_by_the_clock_of_the_world_is_no_day_beside_the_local_one():
    here = "5月21日凌晨，公司宣布解雇研究主管奥列格·佩特罗夫(Oleg Petrov)。"
    there = "The company fired Oleg Petrov on May 20 (UTC), hours before a launch that he had opposed."
    documents = [document("a", None, "2024-05-23", here), document("b", None, "2024-05-24", there)]
    chinese = document("c", None, "2024-05-23", "公司没有回应。")

    assert [row.date for row in rows([*documents, chinese])] == ["2024-05-21"]


def test_what_others_tell_too_is_an_event_though_it_names_nobody():
    """A launch that a lexicon of acts has no word for."""
    one = "“海鸥”星座于5月2日凌晨搭乘火箭入轨，主打海冰监测。"
    other = "5月2日凌晨，“海鸥”星座搭乘火箭入轨，负责海冰监测。"

    documents = [document("a", None, "2024-05-23", one), document("b", None, "2024-05-24", other)]

    assert [row.date for row in rows(documents)][:1] == ["2024-05-02"]


@pytest.mark.parametrize(
    "text", ["九月里执照还给了他，却没有船东再找他。", "据悉，5月20日的交易其实另有波折。"]
)
def test_a_row_says_whom_and_what(text):
    assert dates(text) == []


def test_a_day_that_somebody_speaks_of_is_no_event():
    """What the chairman wants of a week is not what happened in it."""
    documents = [
        document(
            "one",
            None,
            "2025-10-09",
            "董事长骆海生在内部会上说：“10月1日到7日，天上掉刀子缆车也要转。”\n10月3日，缆车公司的3号吊厢坠落，骆海生10月5日被拘留。\n搜救持续了一夜。",
        ),
        document("two", None, "2025-10-10", "缆车公司董事长骆海生10月5日被拘留。\n10月3日，3号吊厢坠落。"),
    ]

    told = {row.date for row in rows(documents)}

    assert "2025-10-01" not in told
    assert {"2025-10-03", "2025-10-05"} & told


def test_what_a_colon_opens_does_not_move_the_story():
    """The ruling of September tells of deliveries of last autumn; the fine was paid after it."""
    body = (
        "9月15日，海事局公布裁定：2024年10月，公司向船厂交付了40套救生筏。\n9月30日，总裁李明辉支付了罚款。"
    )

    assert dates(body, published="2025-10-25") == ["2025-09-15", "2025-09-30"]


def test_a_month_after_a_look_back_is_of_the_article_s_own_year_where_both_readings_agree():
    body = "2018年春天，李明辉创办了公司。\n王海的辞职信写于2024年3月11日。\n1月29日，李明辉约王海见面。"

    assert "2025-01-29" in dates(body, published="2025-10-25")


def test_a_part_of_a_month_holds_the_day_that_another_article_gives():
    """3月初 and 3月3日 are one meeting where both tell of it; 3月底 is none of it."""
    early = "3月初，海事局搜查了客轮公司在东港的总部大楼。"
    day = "3月3日上午，海事局的官员走进客轮公司在东港的总部大楼，带走了一台服务器。"

    assert dates(early, day) == ["2024-03-03"]
    assert dates(early.replace("3月初", "3月底"), day) == ["2024-03", "2024-03-03"]


def test_the_firm_that_all_articles_name_is_no_riddle_in_its_row():
    named, paid = "晶衡科技没有上诉。", "3月30日，它支付了罚款，同一天撤回了上市申请。"
    others = "3月2日，海事局调查了晶衡科技。", "晶衡科技宣布解雇总裁李明辉，由王海接任。"

    assert dates(named + paid, *others) == ["2024-03-02", "2024-03-30"]
    assert dates("案子结束了。" + paid, *others) == ["2024-03-02"]


def test_who_is_seen_by_somebody_must_be_named():
    assert dates("有人5月15日在东港看见他，在父亲的船厂里修船。") == []


def test_one_rare_thing_on_one_day_makes_two_reports_one_row():
    one = "9月3日，轮机日志出现在网上。"
    other = "9月3日，一份由轮机长何文彬写的航行记录在网上疯传，里面提到换用新的阀门以后主机振动异常。"
    documents = [document(f"d{n}", None, "2025-09-10", body) for n, body in enumerate((one, other))]

    assert [len(row.articles) for row in rows(documents)] == [2]


def test_which_day_of_the_week_it_was_is_no_event():
    body = "8月14日是星期五，晚上九点多，何文彬的船停在灯塔东南边，五个人在甲板上分拣鱿鱼。"

    assert dates(body, published="2025-09-10") == []


def test_the_day_on_which_something_takes_effect_is_not_when_it_was_done():
    assert dates("公司宣布总裁李明辉遭到撤换，2024年5月20日正式生效，董事会没有说明原因。") == []
    assert dates("公司总裁李明辉2024年5月20日遭到撤换，即时生效。") == ["2024-05-20"]


def test_in_january_a_day_of_december_is_last_months():
    body = "据海岬社1月6日披露，警方找到了一只黑色箱子。\n12月29日晚，主管李明辉带着箱子离开了公司。"

    assert dates(body, published="2020-01-07") == ["2019-12-29", "2020-01-06"]
    assert "2023-12-29" not in dates(body, published="2024-05-23")


def test_the_one_before_is_no_day_before_yesterday():
    """前|日本首相 is no 前日|本首相."""
    assert dates("前日本首相岸田文雄辞去了公司的职务。", published="2024-05-23") == []
    assert dates("主管李明辉前日辞去了公司的职务。", published="2024-05-23") == ["2024-05-21"]


def test_the_day_on_which_a_source_was_drawn_up_is_no_events():
    body = "根据海岬社6日依照监控还原的逃亡路线，主管李明辉其实先是在5月3日下午离开了公司。"

    assert dates(body, published="2024-05-07") == ["2024-05-03"]


def test_who_had_come_by_a_day_came_on_it_and_not_when_it_was_confirmed():
    body = "外交部5月13日确认，在海岬被取保候审、禁止离境的前主管李明辉，已经于当地时间12日入境。"

    assert dates(body, published="2024-05-14") == ["2024-05-12"]


def test_what_is_recommended_for_a_day_has_not_happened_on_it():
    advice = "董事会建议股东在5月25日的股东大会上罢免主管李明辉。"

    assert dates(advice, published="2024-05-26") == []


def test_the_day_of_an_interview_or_of_a_report_dates_nothing():
    told = "5月20日，一位公司员工告诉记者，公司开始解雇主管李明辉的下属。"
    wrote = "The bureau said in the 20 May report that pilot Li Minghui had left the ferry."

    assert dates(told) == []
    assert dates(told.replace("一位公司员工告诉记者，", "")) == ["2024-05-20"]
    assert dates(wrote) == []


def test_the_scene_of_a_picture_is_no_event():
    assert dates("当地时间2024年5月20日，海晴岛，李明辉准备离开公司的客轮。") == []
    assert dates("当地时间2024年5月20日，李明辉离开了公司的客轮。") == ["2024-05-20"]


def test_what_day_it_was_is_no_event():
    assert dates("由于是周日，公司的大楼里没有主管李明辉的下属出现。") == []


def test_that_a_meeting_is_held_says_nothing_beside_its_result():
    held = "晶衡科技股东大会于5月20日下午在海晴码头举行，主管李明辉到场。"
    result = "5月20日，晶衡科技股东大会结果显示，总裁王海的职位被罢免，由周文涛接任。"
    one, two = document("one", None, "2024-05-20", held), document("two", None, "2024-05-22", result)

    assert [row.sentence.text for row in rows([one])] == [held]
    assert [row.sentence.text for row in rows([one, two])] == [result]


def test_that_something_came_to_its_end_gives_way_to_what_it_was():
    hollow = "晶衡科技的总裁之争5月20日迎来大结局。"
    what = "被解雇的总裁李明辉已与晶衡科技达成协议，重返公司任职。"

    (row,) = rows([document("one", None, "2024-05-21", f"{hollow}\n{what}")])
    assert (row.date, row.sentence.text, row.inferred) == ("2024-05-20", what, True)

    of_its_own_day = "5月18日，李明辉离开了晶衡科技。"
    told = rows([document("one", None, "2024-05-21", f"{hollow}\n{of_its_own_day}")])
    assert [row.sentence.text for row in told] == [of_its_own_day, hollow]


def test_a_slip_of_a_year_is_no_second_event():
    """去年9月 in an article that means the year before, when two others write the year."""
    sure = "2018年9月，晶衡科技总裁李明辉(Li Minghui)拒绝了海事局的检查，并砸碎了样本。"
    slip = "李明辉(Li Minghui)去年9月拒绝了检查，海事局为此起诉了他。"
    documents = [document(f"d{i}", None, "2020-02-28", sure) for i in range(2)]

    found = [row.date for row in rows([*documents, document("slip", None, "2020-02-28", slip)])]
    assert found == ["2018-09"]


def test_who_was_dismissed_in_a_month_and_left_on_a_day_of_it_left_once():
    left = "晶衡科技5月20日发表声明称，李明辉(Li Minghui)已辞去总裁一职。"
    dismissed = "两艘渡轮相继翻沉，公司在海事局的声誉一落千丈，李明辉(Li Minghui)去年5月因此遭解雇。"
    day, month = document("one", None, "2024-05-21", left), document("two", None, "2025-01-10", dismissed)

    assert [row.date for row in rows([day, month])] == ["2024-05-20"]


def test_when_something_began_is_its_date():
    assert dates("调查组发现，晶衡科技伪造交易从2023年4月便已开始，总裁李明辉因此被解雇。") == ["2023-04"]
    assert dates("调查组发现，晶衡科技从2023年4月的交易被夸大。") == []


def test_a_life_told_before_the_story_is_no_row_of_it():
    body = "现年55岁的李明辉毕业于青屿大学，2013年被任命为晶衡科技总裁。\n5月20日，晶衡科技解雇了李明辉。"

    assert dates(body) == ["2024-05-20"]


def test_a_year_that_only_says_which_house_is_not_when_it_fell():
    body = "在2018年台风后被列为危房的“海晴”大楼，昨日被海事局拆除，晶衡科技的主管李明辉因此离职。"

    assert "2018" not in dates(body)


def test_a_year_behind_the_news_only_sets_it_off():
    body = (
        "报道指出，晶衡科技的无人渡轮试航失败突显造船业多年来的衰落，1957年，青屿船厂成功推出了第一艘渡轮。"
    )

    assert dates(body) == []


@pytest.mark.parametrize(
    ("text", "hollow"),
    [
        ("港务局30日举行新闻发布会，通报渡轮沉没事故相关情况。", True),
        ("指挥部召开记者会，介绍救援和人员被困等情况。", True),
        ("港务局30日举行新闻发布会，通报已有九人获救。", False),
    ],
)
def test_a_briefing_on_how_things_are_says_nothing(text, hollow):
    assert is_hollow(text) is hollow


def test_a_life_is_told_in_its_years_where_there_is_room():
    """Of a story that has its months four bare years are background enough."""
    life = "\n".join(
        f"{year}年，作家李明辉在{place}出版了长篇小说《{title}》。"
        for year, place, title in [
            (1955, "青屿", "海岬往事"),
            (1961, "临川", "石螺夜航"),
            (1967, "北岭", "雪山旧信"),
            (1972, "海岬", "铁桥十年"),
            (1980, "澄州", "空城日记"),
            (1991, "江州", "归途有灯"),
        ]
    )

    assert len([date for date in dates(life, published="2024-10-20") if len(date) == 4]) == 6
