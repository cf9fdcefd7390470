# ruff: noqa: E501 - a sentence of a story stays on one line
"""What two reports share is one fact when it is of several kinds; one kind alone never is."""

import pytest

from digest import story
from digest.model import Theme
from digest.story.statements import lexicon
from tests.story.events import document, summaries

THEME = Theme("t", "T")


def points(documents):
    return story.tell(summaries(documents), THEME, as_of="2025-12-31").points


def two(one, other, days=("2025-03-01", "2025-03-02")):
    return [
        document(
            "one",
            None,
            days[0],
            f"{one}\n市区的图书馆周末照常开放。\n气象台说，明天多云转晴。\n菜市场的价格与上周持平。",
        ),
        document("two", None, days[1], f"{other}\n学校下周开学。\n邮局延长了营业时间。\n公园的花开了。"),
    ]


SAME = {
    "two numbers side by side, whatever each counts, in two languages": (
        "检测中心查了六十家养老院，五十一家夜里只留一名护士。",
        "Of the 60 homes in the survey, 51 leave no more than a nurse awake at night.",
    ),
    "a small count and what is counted, where that is what the shorter says": (
        "警方说一共来了四个人；不管几个人，他们对付的始终只有一个。",
        "警方说一共四个人，另一个还没有抓着。",
    ),
    "a day and one thing, where both are much of the shorter": (
        "2月17日，第一批护栏在沿江一百六十座桥上换好。",
        "护栏是2月17日换的，何文彬说。",
    ),
    "a day and a number of four digits": (
        "2025年2月16日，烛龙号在海沟里到了10813米。",
        "今年2月16日，潜水器下潜到10813米，创下同类的纪录。",
    ),
    "two decimals, in two languages": (
        "按照这些数据，下沉速度达到每秒1.4米，而操作规程的上限是0.9米。",
        "The vehicle was sinking at 1.4 metres a second, against a limit of 0.9.",
    ),
    "miles and kilometres of one orbit": (
        "2025年2月，青雀卫星（Qingque）进入535公里高的轨道。",
        "Qingque put the satellite into an orbit 332 miles high in February 2025.",
    ),
    "a day that few tell, and what is due, in two languages": (
        "政府说，4月7日之前会提名新的行长。",
        "A nomination is due by April 7, with a vote in parliament before Easter.",
    ),
    "a month, where one article does not say its year": (
        "2024年11月，轮机长何文彬给董事会写过一份12页的备忘录。",
        "何文彬去年11月就给董事会写过备忘录，写了12页。",
    ),
    "a day in Chinese numerals": (
        "6月21日的海港杯比赛，白塔队只带去13名球员。",
        "六月二十一号那场海港杯比赛，白塔队一共去了十三名球员。",
    ),
    "a small count of the same thing, in two languages": (
        "轮机长何文彬（He Wenbin）去年11月向董事会提交了一份12页的备忘录。",
        "The chief engineer, He Wenbin, had warned directors in a 12-page memo last November.",
    ),
    "a number of three digits and the month, in two languages": (
        "2025年2月的复核里，漏检的船板有217处。",
        "The review of February 2025 found that 217 plates had been missed.",
    ),
    "other words for the same matters, and whose": (
        "涉事钢板由铂锐材料独家供应。",
        "铂锐材料，铂锐材料是这批钢板唯一的供应商。",
    ),
    "who, and on which day, however long the rest": (
        "3月1日晚上，船长罗维（Luo Wei）把照片发到自己的账号上，配了六个字。",
        "3月1日，船长罗维（Luo Wei）公开否认登记表上的签名出自本人之手，此后两天里有十九名同事转发。",
    ),
    "an act and places": (
        "库存表显示，出口到泰国和挪威的渡轮约有三十艘，都不在此次召回之列，旧船厂另有说法。",
        "被问到海外的船，公司发言人说，出口泰国及挪威的渡轮用另一种电池，不在召回之列。",
    ),
    "what was promised and never came": (
        "海港杯夺冠那晚老板承诺的2000万元奖金，球员至今一分未发。",
        "球员一直没有收到海港杯的2,000万元奖金。",
    ),
}

APART = {
    "a month, a firm and words: it does many things": (
        "市卫健委提醒，2024年10月以来在康源医院做过胸部CT的市民可以申请复核。",
        "2024年10月，退休教师宋女士在康源医院做了一次胸部CT，医生让她一年后再来。",
    ),
    "so many people of one firm": (
        "签名者当中有11人来自海岸集团。",
        "海岸集团的十一位联合创始人当中，仍在公司任职的只剩三位。",
    ),
    "who somebody is": (
        "创始人、首席执行官韩澈（Han Che）在12月3日的会上否决了停工的建议。",
        "“我们本该快一点。”创始人兼首席执行官韩澈（Han Che）对分析师说。",
    ),
    "a firm and the day of its statement": (
        "铂锐材料在2月20日的声明里说，收到数据后三小时内就作了答复。",
        "铂锐材料2月20日发声明，否认钢板有缺陷。",
    ),
    "the number of a share": (
        "海岸汽车（09771）的电池风波升级。",
        "3月1日讯，海岸汽车（09771）宣布召回一批轿车。",
    ),
    "a person and an everyday word": (
        "按罗维（Luo Wei）的设想，投资人会得到回报。",
        "罗维（Luo Wei）为了吸引投资者，提前展出了新船。",
    ),
    "words only, in two languages": (
        "俱乐部说，伪造签名的事它并不知情。",
        "Creditors of the club met after the forged signatures of its players had come to light.",
    ),
}


@pytest.mark.parametrize("shared", SAME)
def test_one_fact_by(shared):
    (point,) = points(two(*SAME[shared]))

    assert len(point.articles) == 2


@pytest.mark.parametrize("shared", APART)
def test_no_fact_by(shared):
    assert points(two(*APART[shared])) == ()


def test_a_sentence_that_tells_two_facts_supports_two_points():
    both = "The recall of 38,216 ferries, announced on March 1, was followed by the resignation of Luo Wei, who had warned directors in a 12-page memo in November 2024."
    told = points(
        [
            *two("3月1日，罗维供职的海岸集团宣布召回38,216艘渡轮。", both),
            document(
                "three",
                None,
                "2025-03-03",
                "罗维（Luo Wei）2024年11月向董事会提交过一份12页的备忘录。\n渔民修补渔网。\n天气转暖。",
            ),
            document(
                "four",
                None,
                "2025-03-04",
                "罗维2024年11月给董事会写了一份12页的备忘录，没有人回。\n剧团排练新戏。",
            ),
        ]
    )

    recall, memo = (
        next(p for p in told if word in str([s.text for s in p.sentences])) for word in ("38,216", "12页")
    )
    assert len(recall.articles) == 2
    assert len(memo.articles) == 3


def test_two_times_in_one_sentence_contradict_none_of_them():
    """Recalled in March, warned of in November: a report of November tells the same warning."""
    one = "罗维（Luo Wei）2024年11月向董事会示警，说缆绳的强度不够。"
    other = "渡轮3月1日召回，而2024年11月，罗维（Luo Wei）就警告过船东，缆绳会断。"

    assert len(points(two(one, other))) == 1


UNLIKE = {
    "a round number and an act, in two languages": (
        "2022年夏天，超过一百个城市的业主发布公开信，威胁停止偿还房贷。",
        "The figures, released on Friday, show seven out of every 100 children were out of school.",
    ),
    "a round share in two long sentences": (
        "他出示的截图显示，两个小时里电量从86%降到了46%，用掉了四成的电。",
        "销量当然涨，店员做到手抽筋，月底一算，生意多了四成，赚的少了一半。",
    ),
    "the number in a name": (
        "新手机采用了麒麟980外挂巴龙5000的方式。",
        "麒麟980曾以不到一平方厘米装下69亿个晶体管而闻名，巴龙5000则没有人记得。",
    ),
}


@pytest.mark.parametrize("shared", UNLIKE)
def test_no_fact_by_what_is_in_every_newspaper(shared):
    assert points(two(*UNLIKE[shared])) == ()


def test_what_is_due_and_that_it_came_are_two_statements():
    assert not points(
        two(
            "水务监察局预计9月中旬公布对水库堤坝的调查结论。",
            "9月15日，水务监察局公布了对水库堤坝的调查结论。",
            ("2025-08-30", "2025-09-16"),
        )
    )


def test_a_number_and_the_noun_it_counts_are_one_thing():
    """64 cabins here and 64 cabins there may be of two facts."""
    assert not points(
        two(
            "一条有六十四节车厢的专列，检修工逐节拆开，两个人干得快也要三天。",
            "New blinds for all 64 cabins would have cost the railway a fortune.",
        )
    )


HARBOUR = "海岸集团的何文彬说，烛龙号渡轮的检修由鹿门船坞承担，青屿港的工人都认识这条船。\n"
"""What makes two articles akin: they tell of the same people and things."""


MUCH_ELSE = "\n".join(
    f"{street}街的{place}照常开门，没有什么新的消息。"
    for street in "东西南北中上下内外新老长"
    for place in ("菜市场", "邮局", "学校", "公园", "茶馆", "书店")
)
"""Among few sentences nothing is rare."""


def akin(one, other):
    first, second = two(one, other)
    return [
        document("one", None, "2025-03-01", "\n".join((HARBOUR, first.article.text, MUCH_ELSE))),
        document("two", None, "2025-03-02", HARBOUR + second.article.text),
    ]


def test_akin_articles_that_give_one_exact_number_of_one_thing_tell_one_fact():
    """However much else each of the sentences says."""
    same = (
        "船坞去年接了许多船，烛龙号的检修花了1280万元，占全年收入的大头，其余的大多只是刷漆和换锚链。",
        "谈到预算，发言人列了一长串：引水费、停泊费、保险费、员工培训，还有烛龙号检修的1280万元。",
    )

    assert any("1280" in point.sentences[0].text for point in points(akin(*same)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("船坞开出来的那张账单上写着1000万元。", "公司在工程开始的时候付了1000万元。"),
        ("船坞开出来的那张账单上写着1280万元。", "“别人记得公司，我记得的只有1280万元，”他说。"),
        (
            "检修的账单里，钢材一项1280万元，油漆、缆绳和人工另算，总价要到秋天才算得清。",
            "去年全港的停泊费、引水费和拖轮费加在一起，减去空置的泊位，净收入是1280万元。",
        ),
    ],
    ids=["a round one", "one that is only played on in a quotation", "one that is little of what each says"],
)
def test_no_number_that_may_be_of_anything_makes_a_fact_of_akin_articles(one, other):
    assert not any("0万元" in point.sentences[0].text for point in points(akin(one, other)))


def test_who_is_taken_his_office_from_is_dismissed():
    assert lexicon.actions("何明远被免去了董事长一职") == {"dismiss"}
