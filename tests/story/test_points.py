# ruff: noqa: E501 - a sentence of a story stays on one line
"""Agreement asks for more than one thing in common; each witness is counted once."""

from digest import story
from digest.model import Theme
from digest.story.matching import agreement, bearing, doers
from digest.story.sections import fronting
from digest.story.sections import points as points_of
from digest.story.statements.material import Material
from tests.story.events import document, ferry, strike, summaries

THEME = Theme("t", "T")
OTHERS = "市区的图书馆周末照常开放。\n气象台说，明天多云转晴。\n菜市场的价格与上周持平。\n铁路部门加开了列车。\n剧院公布了新的演出安排。"


def points(documents):
    return story.tell(summaries(documents), THEME, as_of="2025-12-31").points


def two(one, other, **retelling):
    return [
        document("one", None, "2025-03-01", f"{one}\n{OTHERS}", **retelling),
        document(
            "two",
            None,
            "2025-03-02",
            f"{other}\n学校下周开学。\n邮局延长了营业时间。\n公园的花开了。",
            **retelling,
        ),
    ]


def test_two_articles_that_tell_the_same_are_one_point_of_two_sources():
    (point,) = points(two("海岸集团3月1日投资20亿元建设新港口。", "海岸集團宣布投資20億元建港，3月1日動工。"))

    assert len(point.articles) == 2
    assert {sentence.article for sentence in point.sentences} <= set(point.articles)


def told(*texts):
    """What is worked out of articles that tell one of *texts* each, and their statements."""
    articles = [
        document(str(place), None, "2025-03-10", f"{text}\n{OTHERS}") for place, text in enumerate(texts)
    ]
    (part,) = story.read(articles, THEME, as_of="2025-12-31").parts
    found = {each.text: each for each in part.material.statements}
    return part.material, [found[text] for text in texts]


def agree(*texts):
    material, statements = told(*texts)
    return agreement.agree(material, *statements) > 0


def beneath(head, *others):
    """Which of *others*, each of an article of its own, are printed beneath *head*."""
    material, statements = told(head, *others)
    return [each.text for each in fronting.beneath(material, statements)[1:]]


def test_what_only_says_the_head_again_is_not_printed_beneath_it():
    head = "海岸集团3月1日投资20亿元建设新港口。"
    again = "海岸集團宣布投資20億元建港，3月1日動工。"
    more = "海岸集團宣布投資20億元建港，3月1日動工，招收1500名工人。"

    assert beneath(head, again) == []
    assert beneath(head, again, more) == [more]


def test_the_words_of_another_language_add_nothing():
    """None of them is in the head; no number, day, person or deed is new."""
    head = "2月25日，海岸集团总工程师林澈（Lin Che）宣布辞职，集团尚未说明由谁接任。"
    again = "The trouble at the yards grew worse on February 25, when the chief engineer Lin Che resigned amid angry rumours."
    more = "The chief engineer Lin Che resigned on February 25 and was paid 240 million yuan."

    assert beneath(head, again) == []
    assert beneath(head, more) == [more]


def test_a_deed_that_is_told_of_two_days_bears_out_nothing_of_one_of_them():
    """The motion of the second, on which the board voted, is not the meeting of the fifth."""
    motion = "3月2日，海岸集团于当晚21点在青屿岛灯塔旁边的旅馆举行了董事会会议，审计员、律师和两名观察员列席，对罢免马丁·凯勒的董事长职位进行审议。"
    meeting = "记者注意到，这场罢免董事长马丁·凯勒的会议实际上是由他自己发起的，码头的工人、船厂的供应商和岛上的居民事先都以为渡轮航线会停开，桥梁检修也要推迟。"
    second = "3月2日，罢免董事长马丁·凯勒的提议没有通过，他先回避了表决。"
    fifth = "3月5日，董事长马丁·凯勒被罢免，船厂的工人没有停工。"
    never = "董事长马丁·凯勒说，他遭到罢免也不会上诉。"

    for others, borne_out in (
        ((second, fifth, never), False),
        ((second, never, "董事长马丁·凯勒没有来。"), True),
    ):
        material, (one, other, *_) = told(motion, meeting, *others)

        assert agreement.agree(material, one, other)
        assert bearing.supports(material, one, other) is borne_out


def test_an_agenda_does_not_say_what_came_of_it():
    agenda = (
        "根据此前的公告，此次股东大会将讨论的事项包括解除董事长马丁·凯勒的职务，以及解除董事安娜·维尔的职务。"
    )
    outcome = "3月5日，海岸集团股东大会结果显示，马丁·凯勒的董事长职务被解除，董事安娜·维尔被解除了职务。"

    assert not agree(agenda, outcome)
    assert agree(agenda.replace("将讨论", "讨论"), outcome)


def test_what_was_due_is_read_behind_what_came_to_pass():
    material, (due, done) = told("海岸集团将在北岸码头拍卖30艘旧船。", "海岸集团已在北岸码头拍卖30艘旧船。")

    weighs = [points_of._weight(material, [each], [frozenset()]) for each in (due, done)]

    assert weighs[0] < weighs[1]


def test_a_point_whose_head_stands_among_the_differences_is_told_there():
    material, group = told(
        "海岸集团3月1日投资20亿元建设新港口，占用滩涂300公顷。",
        "海岸集團宣布投資20億元建港，3月1日動工，招收1500名工人。",
    )

    head, *_ = fronting.sentences(material, group, ())
    material.disputed.add(head.place)

    assert fronting.sentences(material, group, ()) == []


def test_who_reported_and_to_whom_it_was_reported_is_no_agreement():
    one = "公告称，前总裁马丁·凯勒和前主管安娜·维尔向公司汇报了若干员工的虚假订单。"
    other = "公告称，前总裁马丁·凯勒、前主管安娜·维尔和向他们汇报的若干员工参与了虚假订单。"
    same = "公告称，前总裁马丁·凯勒、前主管安娜·维尔就虚假订单向公司汇报，若干员工参与。"

    assert not agree(one, other)
    assert agree(one, same)


def crossed(*texts):
    """The verb of which two sentences have the roles the other way round."""
    material, statements = told(*texts)
    return doers.reversed_in(material, *statements)


def test_who_sued_whom_is_seen_by_the_order_of_the_names_and_by_the_passive():
    sues, sued = "马丁·凯勒3月2日起诉安娜·维尔，索赔2.4亿元。", "马丁·凯勒被安娜·维尔起诉，法院已经受理。"
    again = "法院说，马丁·凯勒正式起诉安娜·维尔。"
    english = "Haian Group sued Lumen Corporation on March 2 for 240 million yuan."
    passive = "Haian Group was sued by Lumen Corporation, which wants 240 million yuan."

    assert crossed(sues, sued) == crossed(english, passive) == "sue"
    assert crossed(sues, again) == crossed(english, english.replace("on March 2 ", "")) == ""


def test_seconds_after_and_minutes_after_are_no_agreement():
    one = "The ferry Hailan sank off Qingyu Island minutes after departure, killing 241 passengers and 19 people ashore."
    other = "Just {} after departure the ferry Hailan hit a pier on Qingyu Island and sank, which led to the deaths of 241 passengers and crew and 19 people ashore."

    assert not agree(one, other.format("seconds"))
    assert agree(one, other.format("minutes"))


def test_one_of_the_two_opens_no_point():
    """Who the other mate is stands in the sentence before it."""
    scrap = '"The other mate responded that he did not do so," the bureau said.'
    whole = "On the tape one man can be heard asking “why did he stop it,” while “the other mate responded that he did not do so.”"

    (point,) = points(two(scrap, whole))

    assert point.sentences[0].text == whole


def test_one_shared_number_is_no_agreement():
    assert points(two("港口去年的吞吐量增长了20%。", "今年参加考试的学生里，女生多出20%。")) == ()


def test_one_shared_date_is_no_agreement():
    assert points(two("3月1日，港口举行了开幕仪式。", "3月1日起，图书证可以在网上办理。")) == ()


def test_a_promise_and_its_denial_are_no_agreement():
    told = points(
        two("海岸集团承诺把20%的利润用于修缮码头。", "码头工人说，海岸集团从未把20%的利润用于修缮码头。")
    )

    assert told == ()


def test_two_articles_that_retell_one_work_are_one_witness():
    same = two(
        "海岸集团3月1日投资20亿元建设新港口。",
        "海岸集團宣布投資20億元建港，3月1日動工。",
        retells=("港城月刊",),
    )

    assert points(same) == ()


def test_a_third_article_beside_two_that_retell_one_work_makes_two_witnesses_and_says_so():
    same = two(
        "海岸集团3月1日投资20亿元建设新港口。",
        "海岸集團宣布投資20億元建港，3月1日動工。",
        retells=("港城月刊",),
    )
    third = document(
        "three", None, "2025-03-03", "海岸集团投资20亿元的新港口3月1日开工。\n渔民对此表示欢迎。\n天气转暖。"
    )

    (point,) = points([*same, third])

    assert len(point.articles) == 2
    assert "same upstream 港城月刊" in point.sentences[0].rule


def test_reports_in_chinese_and_english_agree_by_names_numbers_and_acts():
    told = points(ferry())

    assert any(len(point.articles) == 3 for point in told)
    assert any(
        "2 articles" in point.sentences[0].rule and "14person" in point.sentences[0].rule for point in told
    )


def test_points_of_one_event_never_draw_in_an_article_of_another():
    ferries = {each.id for each in ferry()}

    for point in points([*ferry(), *strike()]):
        assert set(point.articles) <= ferries or not set(point.articles) & ferries


def test_what_most_witnesses_tell_comes_first():
    counts = [len(point.articles) for point in points(ferry())]

    assert counts == sorted(counts, reverse=True)


def test_two_reports_that_give_the_minute_tell_one_event():
    (point,) = points(
        two(
            "花莲外海2月28日上午7时58分发生强震，全台有感。",
            "這次地震發生在2月28日早上7時58分，震源深度12公里。",
        )
    )

    assert "7:58" in point.sentences[0].rule


def test_an_office_behind_a_long_bracket_belongs_to_the_name_before_it():
    told = points(
        two(
            "业务负责人米歇尔·霍尔特豪斯（Michelle Johnston Holthaus）出任临时主席。",
            "執行副總裁米歇爾·霍爾特豪斯（Michelle Johnston Holthaus）擔任臨時主席。",
        )
    )

    assert len(told) == 1


def test_a_rounded_number_and_the_exact_one_tell_the_same():
    """An undated talk says 三月一号 and 三万八千多; a report has the year and 38,216."""
    (point,) = points(
        two("天弓汽车3月1日宣布召回38,216辆轿车。", "3月1号晚上天弓汽车发了公告，要召回三万八千多台轿车。")
    )

    assert len(point.articles) == 2


def test_concepts_join_reports_in_two_languages():
    (point,) = points(
        two(
            "A defect investigation into the L7 was opened on March 1 by the market regulator.",
            "监管部门3月1日宣布，就L7的缺陷启动调查。",
        )
    )

    assert len(point.articles) == 2


def test_a_month_and_two_words_in_common_are_two_events():
    told = points(
        two(
            "市卫健委提醒，2024年10月以来在总院做过胸部CT的市民可以凭证件申请复核，热线全天有人接听。",
            "2024年10月，退休教师宋女士在总院做了一次胸部CT，报告建议她一年以后再来随访，她松了口气。",
        )
    )

    assert told == ()


def test_a_point_opens_with_a_sentence_that_stands_alone():
    (point,) = points(
        two(
            "我听说主管保罗·哈特曼（Paul Hartman）3月1日辞职了。",
            "远帆航运主管保罗·哈特曼（Paul Hartman）3月1日宣布辞职。",
        )
    )

    assert point.sentences[0].text.startswith("远帆航运")


def test_what_the_articles_open_with_comes_before_what_they_share_as_background():
    one = "安娜·凯勒（Anna Keller）3月1日宣布辞职。\n白鹭医药将在3月9日召开股东大会，选举新的主管。\n"
    other = "医药公司主管安娜·凯勒（Anna Keller）3月1日递交辞呈。\n选举新主管的股东大会3月9日召开，白鹭医药正在准备。\n"
    shared = "2019年11月8日，白鹭医药收购了北原电力名下的217家诊所。"
    retold = "北原电力的217家诊所2019年11月8日由白鹭医药接手，收购价没有公开。"
    documents = [
        document("one", "白鹭医药选举新主管", "2025-03-01", one + OTHERS + "\n" + shared),
        document(
            "two", "股东大会选举新主管", "2025-03-02", f"{other}学校下周开学。\n公园的花开了。\n{retold}"
        ),
    ]

    told = [point.sentences[0].text for point in points(documents)]

    assert len(told) > 1
    assert "217" in told[-1]


def test_news_stands_before_what_happened_months_ago_however_often_that_is_told():
    third = "2024年6月1日，海岸集团动工建设港口，投资20亿元。\n博物馆换了馆长。"
    told = points(
        [
            *two(
                "海岸集团2024年6月1日投资20亿元建设新港口。\n客轮公司总裁李明辉2月20日在海事局宣布辞职。",
                "海岸集團宣布投資20億元建港，2024年6月1日動工。\n總裁李明輝2月20日宣布辭職，客輪公司沒有說明原因。",
            ),
            document("three", None, "2025-03-01", third),
        ]
    )

    assert ["李明" in point.sentences[0].text for point in told] == [True, False]


def test_one_fact_is_one_point():
    one = "海岸集团3月1日宣布召回38,216辆轿车，原因是电池的焊接。\n召回公告写的是38,216辆轿车。"
    other = "海岸集团3月1日公布，召回轿车38,216辆，并为车主换电池。\n监管部门说，这次召回38,216辆轿车是本市最大的一次。"

    assert len(points(two(one, other))) == 1


def test_an_article_counts_only_when_its_own_sentence_tells_it():
    """It shares the name and the month, and tells something else of her."""
    third = document(
        "three",
        None,
        "2025-03-03",
        "今年3月，安娜·凯勒（Anna Keller）在海边小城给孩子们上课。\n渔民修补渔网。",
    )
    same = two(
        "白鹭医药主管安娜·凯勒（Anna Keller）3月1日宣布辞职。",
        "安娜·凯勒（Anna Keller）3月1日递交辞呈，医药股下跌。",
    )

    (point,) = points([*same, third])

    assert len(point.articles) == 2


def test_who_left_another_house_to_come_is_not_who_leaves_this_one():
    third = document(
        "three",
        None,
        "2025-03-03",
        "白鹭医药成立十年。\n安娜·凯勒（Anna Keller）当年为此离开谷歌，来到白鹭医药。\n"
        "谷歌与白鹭医药曾是对手。",
    )
    same = two(
        "白鹭医药主管安娜·凯勒（Anna Keller）3月1日宣布辞职。",
        "白鹭医药的安娜·凯勒（Anna Keller）3月1日递交辞呈，医药股下跌。",
    )

    assert [len(point.articles) for point in points([*same, third])] == [2]


def test_what_an_event_means_comes_behind_what_happened():
    one = "安娜·凯勒（Anna Keller）的辞职，意味着稳健的一派已经彻底失势。"
    other = "3月1日，白鹭医药主管安娜·凯勒（Anna Keller）在董事会上宣布辞职。"
    third = document(
        "three", None, "2025-03-03", "安娜·凯勒（Anna Keller）3月1日递交辞呈，医药股下跌。\n渔民修补渔网。"
    )

    (point,) = points([*two(one, other), third])

    assert point.sentences[0].text == other


def test_what_happened_long_before_it_was_written_of_stands_behind_the_news_of_its_day():
    """Two articles of March tell of last summer; in an article of last summer it was news."""
    background = "2024年6月1日，海岸集团投资20亿元建设新港口。"
    news = "客轮公司总裁李明辉2月20日在海事局宣布辞职。"
    told = points(
        two(
            f"{background}\n{news}",
            "海岸集團宣布投資20億元建港，2024年6月1日動工。\n總裁李明輝2月20日宣布辭職，客輪公司沒有說明原因。",
        )
    )

    assert [("李明" in point.sentences[0].text) for point in told] == [True, False]


def test_beneath_a_sentence_that_names_them_a_pronoun_is_no_riddle():
    named = "收藏家仇明远（Qiu Mingyuan）2月6日在海港市起诉渔业博物馆，索赔640万元。"
    pronoun = "他二月六日把渔业博物馆告上了海港市的法院，要求赔偿640万元，另付律师费30万元。"

    for one, other in ((named, pronoun), (pronoun, named)):
        (point,) = points(two(one, other))

        assert [each.text for each in point.sentences] == [named, pronoun]


def test_a_line_of_a_list_of_numbers_opens_no_point():
    told = "检测中心查了六十座老桥，五十一座没有护栏。"
    (point,) = points(two("51：六十座老桥里，没有护栏的有这么多。", told))

    assert point.sentences[0].text == told


def test_what_leans_on_the_head_may_stand_beneath_it_and_never_in_front():
    told = points(
        two(
            "海岸集团2月2日起诉鹿门船坞，索赔2.4亿元，理由是检修拖了半年。",
            "十八天之后，海岸集团起诉鹿门船坞，索赔2.4亿元，先垫付了900万元。",
        )
    )

    assert [each.text[:4] for each in told[0].sentences] == ["海岸集团", "十八天之"]


def test_who_tells_the_other_half_of_a_printed_sentence_stands_beside_it():
    """A sentence is printed in one point; whoever bears out the rest of it is not lost."""
    both = "The port authority on March 4 fined Haian Group 46 million yuan and suspended the licence of its ferries for 18 months."
    (point,) = points(
        [
            *two("港务局3月4日对海岸集团（Haian Group）罚款4600万元，码头工人早有预料。", both),
            document(
                "three",
                None,
                "2025-03-03",
                f"海岸集团（Haian Group）渡轮的许可暂停十八个月，港务局说。\n{OTHERS}",
            ),
        ]
    )

    assert len(point.articles) == 3


def test_the_sentence_that_says_which_day_opens_the_point_though_a_vague_one_is_shorter():
    vague = "2月，负责检修的总工程师林澈（Lin Che）从公司辞职。"
    whole = "2月25日，海岸集团总工程师林澈（Lin Che）辞职，股价下跌4%。"
    third = document(
        "three",
        None,
        "2025-03-03",
        "2月25日，海岸集团总工程师林澈（Lin Che）在公司网站上宣布辞职。\n体育馆周末对外开放。\n花市开到晚上九点。",
    )

    (point,) = points([*two(vague, whole), third])

    assert point.sentences[0].text == whole
    assert len(point.articles) == 3


WHOM = frozenset({"e:何明远", "e:海岸集团", "w:董事会", "a:dismiss"})


def one_fact(mine, theirs):
    """Whether what two points rest on, every anchor weighing the same, is one fact."""
    material = Material((), [], True, ())
    material.heft = dict.fromkeys(WHOM | mine | theirs, 1.0)
    return points_of._same_fact(material, WHOM | mine, WHOM | theirs)


def test_most_of_what_two_points_rest_on_makes_them_one():
    assert one_fact({"w:议案"}, {"w:表决"})
    assert one_fact({"d:02-02", "w:议案"}, {"w:表决"})
    assert one_fact({"d:02-02"}, {"d:02-02", "q:37percent"})


def test_what_was_done_on_another_day_is_another_fact():
    assert not one_fact({"d:02-02"}, {"d:02-05"})


def test_what_has_a_number_of_its_own_is_another_fact():
    assert not one_fact({"d:02-02", "q:37percent"}, {"d:02-02"})


def test_what_all_articles_of_an_event_are_about_makes_no_point():
    """A ferry sank off Qingyu: two sentences that say no more in common say two things."""
    texts = (
        "据海岬社记者在北岛青屿的采访了解到，沉没客轮上可能有两名厨师。\n遇难者家属还在等消息。",
        "北岛青屿，救援人员准备潜入水中，进入沉没的客轮船体救援。\n天气还在变坏。",
        "客轮沉没以后，北岛的港口全部关闭。\n学校停课三天。",
        "沉没的客轮属于一家小公司，公司在青屿没有办公室。\n船东没有回应。",
        "客轮在青屿沉没的消息传来，北岛人彻夜不眠。\n教堂开着门。",
    )
    documents = [document(f"a{at}", None, f"2025-03-0{at}", text) for at, text in enumerate(texts, 1)]

    assert not any(
        {"两名厨师", "潜入水中"}
        <= {word for word in ("两名厨师", "潜入水中") for each in point.sentences if word in each.text}
        for point in points(documents)
    )


def test_how_old_somebody_is_makes_no_point():
    one = "卷入丑闻的17岁棋手林国栋，被青屿棋队除名。"
    other = "The ban of Lin Guodong, 17 years old, is a part of the scandal and begins in June."

    assert points(two(one, other)) == ()


def test_she_who_took_over_while_he_was_dismissed_stands_beneath_nobody_elses_return():
    """Of 她 the sentence before tells; beneath a head about him a reader takes her for him."""
    one = "哈特曼(Paul Hartman)11月17日被董事会解职，11月22日重返海澜客轮公司。"
    other = (
        "凯勒(Anna Keller)2018年加入海澜客轮公司。"
        "11月哈特曼被董事会解职时，她当了两天临时总裁，11月22日哈特曼重返海澜客轮公司。"
    )
    told = story.tell(
        summaries([document("a", None, "2025-11-25", one), document("b", None, "2025-11-26", other)]),
        Theme("t", "T"),
        as_of="2025-12-31",
    )
    printed = [each.text for point in told.points for each in point.sentences]
    assert not any("她当了两天" in text for text in printed)
