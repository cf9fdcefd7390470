"""Names that no dictionary knows: what all texts of a story show together, and what they do not."""

import pytest

from digest.language import newcomers
from digest.language._scan import Scan

FLASH = [
    "澄屿汽车今日晚间公告，自即日起召回两万辆电动车。",
    "澄屿创始人、首席执行官韦骁在会上否决了停产的建议。",
    "车主周敏告诉我们，她的车在车库里起火。",
    "据供应商柏能科技介绍，电芯没有质量问题。柏能在声明里否认了指控。",
]
FEATURE = ["韦骁没有回应。", "贾鹏已经搬进了三楼的办公室。", "澄屿随后把目标下调了三成，柏能没有回应。"]


def test_an_office_before_and_a_word_behind_give_a_name_away():
    assert {"韦骁", "周敏"} <= newcomers.find(FLASH + FEATURE).people


def test_a_reading_proves_a_name_with_a_word_in_it():
    assert "祁大有" in newcomers.find(["没有人打电话叫祁大有回去上班。"], ["Qi Dayou"]).people
    assert newcomers.find(["没有人打电话叫祁大有回去上班。"]).people == frozenset()


def test_a_firm_stands_alone_and_before_its_trade():
    firms = newcomers.find(FLASH + FEATURE).firms

    assert firms["澄屿"] == ("澄屿汽车",)
    assert firms["柏能"] == ("柏能科技",)


def test_a_firm_is_no_person_though_it_speaks():
    texts = ["康岳医疗集团成立了调查组。", "康岳发表声明，称内容失实。", "副总裁康岳发来邮件。"]

    found = newcomers.find(texts)

    assert "康岳" in found.firms
    assert not any(name.startswith("康岳") for name in found.people)


def test_a_firm_without_a_trade_is_known_by_what_only_firms_have_and_do():
    texts = ["橙幕宣布与对手合并。", "橙幕创始人没有到场。", "会员可以继续在橙幕的平台看剧。"]

    assert "橙幕" in newcomers.find(texts).firms


@pytest.mark.parametrize(
    "texts",
    [
        ["电动汽车公司宣布降价。", "电动汽车的股价上涨。", "电动汽车越来越多。"],
        ["江州大学宣布停课。", "江州市今天下雨。", "江州医院的员工表示理解。"],
        ["人工智能平台宣布升级。", "人工智能股东会今日召开。", "人工智能正在改变生活。"],
    ],
    ids=["a kind of thing", "a place", "a field"],
)
def test_a_word_before_a_trade_is_no_firm(texts):
    assert newcomers.find(texts).firms == {}


def test_a_firm_named_with_a_word_has_its_long_name_only():
    """The rainbow over the town is no company."""
    texts = ["彩虹影业宣布推迟上映。", "雨后出现了彩虹。", "彩虹影业董事长没有回应。"]

    assert newcomers.find(texts).firms == {"彩虹影业": ("彩虹影业",)}


def test_a_word_that_speaks_and_has_shareholders_is_the_firm_of_its_long_name():
    texts = ["琥珀视频宣布降价。", "琥珀的最大股东没有回应。", "琥珀说三年内不涨价。"]

    assert newcomers.find(texts).firms == {"琥珀": ("琥珀视频",)}


def test_a_reading_ties_a_latin_firm_to_a_chinese_one():
    texts = [*FLASH, "启明证券分析员把目标价下调。"]

    read = newcomers.find(texts, ["Chengyu Motors", "Qiming Securities"]).read

    assert read == (("启明证券", "Qiming Securities"), ("澄屿", "Chengyu Motors"))


def test_a_text_without_chinese_has_no_newcomers():
    assert newcomers.find(["Lin Mei left the firm."], ["Lin Mei"]) == newcomers.Newcomers()


def test_what_can_be_bought_a_share_of_is_named_without_the_word_share():
    texts = ["每股罗澜娱乐股份可换一股。", "罗澜娱乐宣布合并。", "罗澜没有回应。"]

    assert newcomers.find(texts).firms == {"罗澜": ("罗澜娱乐",)}


def test_who_calls_it_a_firm_need_not_be_a_word():
    texts = ["最大的借款人叫哈尔顿海产。", "陆商沧礁水产的存款被冻结。", "他的公司叫沧礁水产，往青岛发货。"]

    assert set(newcomers.find([*texts, "哈尔顿海产申请破产。"]).firms) == {"哈尔顿海产", "沧礁水产"}


def test_a_name_that_no_dictionary_has_needs_one_thing_that_only_firms_have():
    texts = [
        "芯衢昨晚停产。",
        "芯衢的工程师在门口集合。",
        "工会与芯衢谈了三次。",
        "没有人知道芯衢还剩多少钱。",
    ]

    assert "芯衢" in newcomers.find(texts).firms


def test_a_man_who_has_firms_and_speaks_is_none():
    texts = ["马斯特宣布离开。", "马斯特旗下的公司很多。", "马斯特说他累了。", "马斯特的员工没有回应。"]

    assert newcomers.find(texts).firms == {}


def test_a_latin_name_in_a_chinese_text_is_a_firm_when_it_has_a_founder_and_speaks():
    texts = ["Halcyon宣布裁员。", "Halcyon创始人没有回应。", "Altmark宣布离开。"]

    assert set(newcomers.find(texts).firms) == {"Halcyon"}


def test_a_firm_spelled_by_its_sound_is_tied_to_its_latin_name():
    texts = ["保险业者诺德维克互保公布了报告。", "诺德维克互保随后起诉。"]

    assert newcomers.find(texts, ["Nordvik Mutual", "Lena Nordvik"]).read == (
        ("诺德维克互保", "Nordvik Mutual"),
    )


def test_an_office_that_no_list_has_is_known_by_its_end_and_by_what_it_does_over_and_over():
    texts = [
        "审计院查了六十座博物馆。审计院认为，钱花在了别处。",
        "六月，审计院公布了报告。馆长说审计院的数字不对。",
    ]

    assert "审计院" in newcomers.find(texts).firms


def test_a_hall_or_a_ward_that_only_stands_there_is_no_office():
    texts = ["住院院很旧。", "游客去了旧戏院，旧戏院没有灯。旧戏院的门关着，旧戏院还在。"]

    assert newcomers.find(texts).firms == {}


def test_a_name_that_ends_in_a_trade_of_one_character_may_have_no_trade_at_all():
    texts = [
        "客户桦云没有回应。桦云的创始人否认了指控。",
        "海岸航运把芯片卖给了桦云，桦云退回了一批。",
        "业者桦云拒绝评论。",
    ]

    assert "桦云" in newcomers.find(texts).firms


def test_a_firm_of_no_known_trade_is_known_by_its_reading_in_another_text():
    """No list of trades has 流体."""
    text = "密封圈是恒锐流体的产品。恒锐说圈没有问题。供货的恒锐流体没有回应，恒锐在慈溪有六十个工人。"

    found = newcomers.find([text], ["Hengrui Fluid"], ["Hengrui Fluid"])

    assert found.firms["恒锐"] == ("恒锐流体",)
    assert ("恒锐", "Hengrui Fluid") in found.read
    assert "恒锐" not in newcomers.find([text], ["Hengrui Fluid"]).firms


def test_words_are_found_in_a_story_by_their_first_two_characters():
    scan = Scan("船员王舟说，船厂里的船员不多，TV台来了")

    assert scan.standing(["船员", "船厂里", "船厂长", "TV"]) == [0, 6, 10, 15]


def test_a_verb_that_no_dictionary_has_is_no_firm_though_clients_suffer_it():
    texts = [
        "资料曾被不当取览。",
        "受到未获授权取览的客户已经收到通知。",
        "另有三十张卡曾被取览。",
        "这些号码被未获授权取览，公司道歉。",
    ]

    assert newcomers.find(texts).firms == {}


def test_a_thing_with_its_foreign_name_in_brackets_is_no_firm():
    texts = [
        "“浪舟”（Waveboat）是全球最大的渡轮。",
        "浪舟（Waveboat）昨天沉没。",
        "浪舟高四十米。",
        "工程师登上了浪舟。",
        "没有人知道浪舟还能不能浮起来。",
    ]

    assert newcomers.find(texts).firms == {}
    assert "浪舟" in newcomers.find([*texts, "浪舟发表声明。"]).firms


def test_a_name_that_may_be_an_adverb_and_a_word_opens_sentences_and_has_an_office():
    """曾承诺 does neither."""
    texts = [
        "教练曾自强今天到场。",
        "曾自强补充说，资料已经交齐。",
        "记者问曾自强何时出发。",
        "“等结果。”曾自强提到。",
    ]
    promised = ["公司曾承诺赔偿。", "船长曾承诺减速。", "港务局曾承诺换灯。", "他曾承诺回来。"]

    assert newcomers.find([*texts, *promised]).people == {"曾自强"}
