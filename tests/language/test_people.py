"""A Chinese name of a person is known by its characters and by what stands around it; a word is none."""

import pytest

from digest.language import people


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("船长林国栋被救起。", "林国栋"),
        ("工会主席陈淑芬说，谈判已经破裂。", "陈淑芬"),
        ("所长裴立群至今认为没有不妥。", "裴立群"),
        ("首席内容官邱国栋昨天离职。", "邱国栋"),
        ("董事长骆承远已被刑拘。", "骆承远"),
        ("车主周敏告诉我们，她的车在车库里起火。", "周敏"),
        ("贾鹏已经搬进了三楼的办公室。", "贾鹏"),
        ("“没有人问过我，”柳青禾笑着说。", "柳青禾"),
        ("柳青禾在电话里说：“没有人问过我。”", "柳青禾"),
        ("暂时主持公司的柳青禾说，十二月会有结果。", "柳青禾"),
        ("其后港人柳青禾（58岁）在医院留医。", "柳青禾"),
        ("柳青禾的母亲是从视频里知道的。", "柳青禾"),
        ("欧阳晓云没有回应。", "欧阳晓云"),
    ],
)
def test_a_name_is_found_by_its_characters_and_its_company(text, name):
    assert people.find(text) == {name}


def test_what_one_sentence_leaves_open_a_second_one_settles():
    once, again = "后来颜阿水去了南方。", "颜阿水说，他不去。颜阿水的儿子没有回应。"

    assert people.find(once) == frozenset()
    assert people.find(f"{once}\n{again}") == {"颜阿水"}


def test_where_two_may_be_meant_the_likelier_one_is():
    """..and the word behind a name is not drawn into it."""
    assert people.find("主任医师关凯曾遇到这样的病人。关凯没有回应。") == {"关凯"}


@pytest.mark.parametrize(
    "text",
    [
        "员工高呼口号，走上街头。",
        "学生时期的他很安静。",
        "首席工程师向全体员工发了邮件。",
        "体育老师王老师在办公室。",
        "原告丁小姐没有到庭。",
        "嫌疑人韩某、李某已被拘留。",
        "董事长金融危机时上任。",
        "楼下是一间面馆，房东说租金没有涨过。",
        "“各个舞台都有她们，”华熙生物科技的董事长说。",
        "“没有人问过我，”程序员笑着说。",
        "许多人在会上说：“没有人问过我。”",
        "白名单公布了，他不在上面。\n白名单很长。白名单没有他。",
        "洪梅镇起了雾。他在洪梅镇住了三年。\n洪梅镇没有人，他说。",
        "陈老师说，书写完了。\n陈老师笑了。陈老师走到门口。",
        "供应商衡川科技没有回应。\n他们于凌晨到达。",
        "",
    ],
)
def test_words_places_and_forms_of_address_are_no_names(text):
    assert people.find(text) == frozenset()


def test_a_name_alone_is_told_by_its_characters():
    assert all(map(people.is_name, ("林国栋", "陈淑芬", "欧阳晓云")))
    assert not any(map(people.is_name, ("关系", "方案", "成立", "人工智能", "林国栋说", "Lin Mei", "")))


def test_who_is_left_out_before_the_dictionary_is_asked_could_not_have_been_a_name():
    """..nor one that is the reading of a Latin name, which needs less."""
    text = "船长林国栋被救起。\n后来颜阿水去了南方，车主周敏说时间不早了。\n欧阳晓云没有回应，马路边常有人。"
    table = people.shipped()
    everybody = list(people.candidates(text, table))

    for read in ((), ("颜阿水", "常有人")):
        asked = {each.name for each in people.candidates(text, table, people.LEAST, read)}
        left_out = [each for each in everybody if each.name not in asked]
        assert {"林国栋", "周敏"} <= asked
        assert left_out
        for each in left_out:
            least = people.LEAST - people.READ if each.name in read else people.LEAST
            assert people._odds(people.traits(text, each), table) < least
