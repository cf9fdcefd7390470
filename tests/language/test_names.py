"""Names are found by their shape and company; a shape without company is no name."""

import itertools

import pytest

from digest.language import names
from digest.language.transliteration import alike, likeness, pinyin


def people(text):
    return [name.text for name in names.find(text) if name.kind == "person"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工程师卡洛斯·门德斯(Carlos Mendes)上周离职。", ["卡洛斯·门德斯", "Carlos Mendes"]),
        ("总经理理查德·霍尔表示，工厂不会关闭。", ["理查德·霍尔"]),
        ("研究主管保罗·哈特曼辞职。", ["保罗·哈特曼"]),
        ("创始人铁木尔·萨迪否认此事。", ["铁木尔·萨迪"]),
        ("签字的是副行长托马斯·莱因霍尔特。", ["托马斯·莱因霍尔特"]),
        ("“Nobody asked,” said Elin Storvik, an economist at the university.", ["Elin Storvik"]),
        ("研究员 Olga Petrova 离开了公司。", ["Olga Petrova"]),
        ("财务长辛斯纳与执行副总裁霍特豪斯共同担任临时执行长。", ["辛斯纳", "霍特豪斯"]),
        ("On Monday Captain Maria Keller said the ship was safe.", ["Maria Keller"]),
        ("Anna Lindqvist, a spokeswoman, declined to comment.", ["Anna Lindqvist"]),
        ("The report clears Qi Dayong, who had spent 76 days in a cell.", ["Qi Dayong"]),
        ("Anna Lindqvist, 58, left the museum on Monday.", ["Anna Lindqvist"]),
        ("CNN's Anna Lindqvist said so.", ["Anna Lindqvist"]),
        ("亿万富翁保罗·哈特曼买下了球队。", ["保罗·哈特曼"]),
        ("外长安德烈·莫雷尔今天到访。", ["安德烈·莫雷尔"]),
        ("选手玛琳娜·科夫列娃退赛。", ["玛琳娜·科夫列娃"]),
        ("教练芭芭拉·摩尔退赛。", ["芭芭拉·摩尔"]),
        ("Billionaire Anna Lindqvist called off the deal.", ["Anna Lindqvist"]),
        ("He Yining was convicted on Monday.", ["He Yining"]),
        ("On Monday He Yining left.", ["He Yining"]),
    ],
)
def test_a_name_is_found_whole(text, expected):
    assert sorted(people(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "他用的是 Stable Diffusion 模型。",
        "纽约(New York)的秋天很美。",
        "On Monday The Company said so.",
        "感受AGI的到来。",
        "教授的意见不软：曲线只告诉你谁先碎。",
        "托马斯因病辞职。",
        "The concert was held in the Roy Thomson Hall.",
        "She moved into Will County last year.",
    ],
)
def test_what_only_looks_like_a_name_is_none(text):
    assert people(text) == []


def test_a_latin_name_in_brackets_belongs_to_the_spelling_before_it():
    """..and the office before the spelling does not."""
    (name, *_) = names.find("首席执行官哈特曼(Paul Hartman)辞职")

    assert (name.text, name.gloss, name.kind) == ("哈特曼", "Paul Hartman", "person")


def test_the_word_behind_a_name_is_not_drawn_into_it():
    assert people("卡洛斯·门德斯加入了新公司。") == ["卡洛斯·门德斯"]
    assert people("卡洛斯·门德斯希望继续。") == ["卡洛斯·门德斯"]


def test_a_name_knows_the_parts_by_which_it_is_called_again():
    assert names.parts("卡洛斯·门德斯") == ("卡洛斯", "门德斯")
    assert names.parts("Daniel J. Whitcombe") == ("Daniel", "Whitcombe")
    assert names.parts("林国栋") == ()


def test_positions_are_those_of_the_text():
    text = "据工程师卡洛斯·门德斯(Carlos Mendes)介绍，船长林国栋当时在甲板上。"

    for name in names.find(text):
        assert text[name.start : name.end] == name.text


def test_names_ascend_and_do_not_overlap():
    found = names.find("谷歌的 Anna Lindqvist 和卡洛斯·门德斯(Carlos Mendes)、船长辛斯纳都在。")

    assert all(left.end <= right.start for left, right in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("chinese", "latin"),
    [
        ("哈特曼", "Hartman"),
        ("门德斯", "Mendes"),
        ("霍尔", "Hall"),
        ("佩特罗娃", "Petrova"),
        ("林德奎斯特", "Lindqvist"),
    ],
)
def test_a_spelling_sounds_like_the_name_it_spells(chinese, latin):
    assert likeness(chinese, latin) >= 0.74


@pytest.mark.parametrize(
    ("chinese", "latin"),
    [("哈特曼", "Mendes"), ("门德斯", "Hall"), ("霍尔", "Petrova"), ("佩特罗娃", "Hartman")],
)
def test_a_spelling_does_not_sound_like_another_name(chinese, latin):
    assert likeness(chinese, latin) < 0.7


def test_two_spellings_of_one_name_sound_alike():
    assert alike("莱因", "雷因") > 0.85
    assert alike("门德斯", "霍尔") < 0.7


def test_a_chinese_name_is_read_in_both_orders():
    assert pinyin("林国栋") == ("linguodong", "guodonglin", "linkuotung", "kuotunglin")
    assert pinyin("欧阳明月")[:2] == ("ouyangmingyue", "mingyueouyang")
    assert pinyin("翟明月")[:2] == ("zhaimingyue", "mingyuezhai")


def test_a_body_with_its_short_name_in_brackets_is_an_organisation():
    (name,) = names.find("机构于9月向国际体育仲裁法庭（CAS）提起上诉。")

    assert (name.text, name.kind, name.gloss) == ("国际体育仲裁法庭", "organisation", "CAS")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("He teaches at the University of Pavia.", "University of Pavia"),
        ("The Court of Audit's report came out.", "Court of Audit"),
        ("The Iowa Board of Fisheries met.", "Iowa Board of Fisheries"),
        ("A report by Norland's Launch Oversight Centre says so.", "Launch Oversight Centre"),
        ("It belongs to Fishermen's Union Bank.", "Fishermen's Union Bank"),
        ("The Attorney General's Office said no.", "Attorney General's Office"),
        ("发射监督中心昨天公布了报告。", "发射监督中心"),
        ("官方发射监督中心的报告预计下月出炉。", "发射监督中心"),
        ("牵头的赫维亚再保险（Helvia Re）昨日表示要等。", "赫维亚再保险"),
        ("卫星通讯商海燕网络（Petrel Networks）宣布终止合约。", "海燕网络"),
    ],
)
def test_a_body_has_its_whole_name(text, body):
    assert [name.text for name in names.find(text) if name.kind == "organisation" and name.text == body]


@pytest.mark.parametrize(
    "text",
    [
        "House Speaker Anna Lindqvist met reporters.",
        "It was Teacher Anna Lindqvist who opened the door.",
        "Norland Middle School Principal Anna Lindqvist met parents.",
        "Secretary of State Anna Lindqvist met reporters.",
        "Director of National Intelligence Anna Lindqvist met reporters.",
        "The Norland Sheriff's Office Anna Lindqvist worked for has closed.",
        "The Norland Museum of Natural History Anna Lindqvist worked for has closed.",
    ],
)
def test_neither_an_office_nor_an_employer_is_part_of_a_name(text):
    assert people(text) == ["Anna Lindqvist"]


@pytest.mark.parametrize("name", ["Larry King", "Paul Farmer", "Martin Luther King"])
def test_behind_a_given_name_a_role_is_a_surname(name):
    assert people(f"{name} spoke in Norland.") == [name]


@pytest.mark.parametrize("text", ["The Technology of Hope is a book.", "Duncan Steel of Norland wrote it."])
def test_only_a_body_has_behind_of_what_it_does(text):
    assert not [name for name in names.find(text) if name.evidence == "headed"]


def test_a_body_is_found_by_its_for_alone_and_is_nobody_who_speaks():
    (name,) = names.find("The Center for Disease Control said so.")

    assert (name.text, name.kind) == ("Center for Disease Control", "organisation")


def test_who_governs_a_body_is_none():
    assert [name.text for name in names.find("The Board of Directors met on Monday.")] == []


def test_capitals_in_brackets_behind_a_thing_are_no_organisation():
    assert names.find("通用人工智能（AGI）还很远。") == []


@pytest.mark.parametrize(
    ("text", "name", "gloss"),
    [
        ("It was made public by Anna Wu (Wu Meiling), a radiologist.", "Anna Wu", "Wu Meiling"),
        ("Veltara Motors, the carmaker known at home as Weituo, fell.", "Veltara Motors", "Weituo"),
    ],
)
def test_two_latin_names_of_one_bearer_are_tied_by_the_author(text, name, gloss):
    assert (name, gloss) in {(each.text, each.gloss) for each in names.find(text)}


def test_what_was_not_received_from_a_body_is_no_part_of_its_name():
    found = names.find("因为检测文件迟迟未获海澜拳击联盟(Halan Boxing League, HBL)回复，她退赛了。")

    assert "海澜拳击联盟" in {each.text for each in found}
    assert not any("迟迟" in each.text for each in found)


def test_departments_of_a_kind_are_not_the_ministry():
    assert names.find("公安部门通过排查找到了三个人。") == []
    assert [each.text for each in names.find("公安部公布了名单。")] == ["公安部"]


def test_what_is_done_in_haste_is_no_part_of_a_bodys_name():
    found = names.find("省里连夜开会，迅速成立港区抢险指挥部，全力开展救援。")

    assert [each.text for each in found] == ["港区抢险指挥部"]


def test_an_office_is_no_part_of_the_name_behind_it():
    assert "马斯特" in {each.text for each in names.find("亿万富豪马斯特（Elon Maste）没有回应。")}


@pytest.mark.parametrize(
    "text", ["船停在加州波拉奇卡(Bola Chika)的码头。", "基地位于波拉奇卡（Bola Chika）。"]
)
def test_a_town_with_its_foreign_name_is_nobody(text):
    assert [(each.text, each.kind) for each in names.find(text) if each.gloss] == [("波拉奇卡", "unknown")]


def test_brackets_behind_a_latin_name_that_hold_another_persons_tie_nothing():
    assert not any(each.gloss for each in names.find("Anna Wu (Lin Mei was away) signed."))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bonara, the sole supplier of the cells, denies it.", "Bonara"),
        ("The scans were read by ReadX, a start-up from Harbin.", "ReadX"),
        ("The market regulator, CMRA, opened an investigation.", "CMRA"),
        ("Shares in Veltara fell 14 per cent.", "Veltara"),
        ("江州市卫健委昨日通报了结果。", "江州市卫健委"),
        ("6月2日，职业棋手理事会宣布调查。", "职业棋手理事会"),
        ("江州海鸥足球俱乐部今晚解散。", "江州海鸥足球俱乐部"),
        ("Amber Works, a ferry operator known at home as Hupo, was sold.", "Amber Works"),
        ("备忘录最早由《经纬观察》披露。", "经纬观察"),
        ("据《经纬观察》，董事会收到了备忘录。", "经纬观察"),
        ("经纬周刊发了一篇，说拿到了材料。", "经纬周刊"),
        ("她在挪威的诺德维互保协会干了十八年。", "诺德维互保协会"),
        ("他去年加入编剧联盟。", "编剧联盟"),
        ("财政部不同意这个算法。", "财政部"),
        ("上周二，海洋观测专项办公室发文冻结预算。", "海洋观测专项办公室"),
        ("合并后的公司暂定名“双帆海运”，总部设在青屿。", "双帆海运"),
        ("她上周官宣了自己的新公司，叫远渡，第一笔钱来自银行。", "远渡"),
        ("一家名为“橙幕”的公司买下了片库。", "橙幕"),
        ("海岸旗下的「纸舟」动画在欧洲播出。", "纸舟"),
        ("国资背景的东澜数星宣布，愿意出价两亿元。", "东澜数星"),
        ("公司已聘请卓岚律师行做独立审查。", "卓岚律师行"),
        ("省政府已决定成立事故调查组。", "事故调查组"),
        ("她现在在沅江计量院上班。", "沅江计量院"),
        ("球场由市属的沅江城投出资建造。", "沅江城投"),
        ("他在卡斯维脚手架公司当过班长。", "卡斯维脚手架公司"),
        ("设备来自瑞士的哈尔维曼公司。", "哈尔维曼"),
    ],
)
def test_what_a_text_explains_as_an_organisation_is_one(text, name):
    assert name in {each.text for each in names.find(text) if each.kind == "organisation"}


@pytest.mark.parametrize(
    "text",
    [
        "Lin Mei, the company chief, left.",
        "Lin Mei, an analyst at the bank, said so.",
        "他读过《三体》。",
        "两年后，再去仲裁庭的人少了。",
        "在会上，解除非营利基金会的控制。",
        "大家已经学会了下棋。",
        "研究型大学不要你，还有社区学院和外地法院。",
        "台南一间艺术大学愿意接收。",
        "公司的通稿写得很漂亮，叫“岗位优化”。",
        "公司叫停了合作，",
        "他受雇于一家叫“配送商”的公司。",
        "这是供应商会遇到的难题。",
        "新公司的整合办公室传达了方案。",
        "奥尔特曼重返公司，奥尔特曼成为公司的董事。",
        "他在马来西亚公司做过会计。",
        "The Fan Zone and the Long Beach pier were closed.",
    ],
)
def test_who_works_for_an_organisation_is_none_nor_is_a_book(text):
    assert not any(each.kind == "organisation" for each in names.find(text))


def bodies(text):
    return [(name.text, name.gloss) for name in names.find(text) if name.kind == "organisation"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the court is part of its case
        ("案件在青屿市北岸区人民法院一审宣判。", ("青屿市北岸区人民法院", "")),
        ("瑞典联邦最高法院的判决结果为撤销。", ("瑞典联邦最高法院", "")),
        ("他向挪威高院提起上诉。", ("挪威高院", "")),
        # bodies of many countries
        ("国际棋联认为他没有违规。", ("国际棋联", "")),
        ("挪威足球总会公布了名单。", ("挪威足球总会", "")),
        ("科夫列娃帮助挪威奥委会代表团夺冠。", ("挪威奥委会", "")),
        ("世界海洋保护组织发声明，欢迎裁决。", ("世界海洋保护组织", "")),
        # what stands before a name is no part of it
        ("并指国际海事仲裁法庭彰显正义。", ("国际海事仲裁法庭", "")),
        ("法庭支持了世界反走私机构(WASA)的上诉。", ("世界反走私机构", "WASA")),
        ("显然是指美国联邦渡轮管理局(FFA)。", ("美国联邦渡轮管理局", "FFA")),
        ("原中国海洋教育研究所所长发了文。", ("中国海洋教育研究所", "")),
        ("根据中央灾害应变中心最新数据，有9人受困。", ("中央灾害应变中心", "")),
        ("师从于挪威海岬大学(Cape University)的教授。", ("挪威海岬大学", "Cape University")),
        ("2016年以来，南方海洋大学没有回应。", ("南方海洋大学", "")),
        # a name in brackets that has "of" in it
        ("我们在瓦萨州法院(Vasa Court of Chancery)获得胜诉。", ("瓦萨州法院", "Vasa Court of Chancery")),
        ("The World Ocean Watch Agency (WOWA) said so.", ("World Ocean Watch Agency", "WOWA")),
        # a well-known name inside another's
        ("She left City University of Hong Kong.", ("City University of Hong Kong", "")),
        ("Utopia State Department of Health said so.", ("Utopia State Department of Health", "")),
        ("The U.S. Federal Reserve said so.", ("Federal Reserve", "")),
        ("The Harbours and Ferries Authority said so.", ("Harbours and Ferries Authority", "")),
    ],
)  # fmt: skip
def test_a_body_is_found_from_its_first_word_on(text, expected):
    assert expected in bodies(text)


@pytest.mark.parametrize(
    "text",
    [
        "国际评级机构下调了评级。",
        "一些国际人权组织表示担忧。",
        "世界各地的组织都在观望。",
        "新型储能平台(ESP)已经上线。",
        "Our Chief Executive Officer (CEO) said so.",
        # who always will
        "正确的球员总会做出正确的选择。",
    ],
)
def test_what_there_are_many_of_is_no_body(text):
    assert bodies(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("首相岸田文雄表示，必须查明原因。", "岸田文雄"),
        ("该公司社长小林章浩再次向公众道歉。", "小林章浩"),
        ("他的律师弘中惇一郎对媒体说了话。", "弘中惇一郎"),
    ],
)
def test_a_japanese_name_behind_an_office_is_whole(text, name):
    assert [found.text for found in names.find(text)] == [name]


def test_a_surname_alone_and_a_firm_behind_an_office_are_no_japanese_name():
    assert names.find("首相岸田与来宾会谈。") == []
    assert [found.text for found in names.find("总裁松下电器的股票。") if found.kind == "person"] == []
