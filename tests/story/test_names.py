# ruff: noqa: E501 - a sentence of a story stays on one line
"""Which spellings are one person or one body, and which body has a row."""

import pytest

from digest import story
from digest.model import Theme
from digest.story.names import entities, pseudonyms
from digest.story.names.entities import Entity
from digest.story.people import portraits
from digest.story.statements import gathering
from tests.story.events import document, summaries

THEME = Theme("t", "T")


def tell(*texts):
    """The story of *texts*, each an article of its day."""
    documents = [document(f"a{day}", None, f"2025-03-0{day}", text) for day, text in enumerate(texts, 1)]
    return story.tell(summaries(documents), THEME, as_of="2025-12-31")


def rows(people):
    return [{each.name, *each.aliases} for each in people]


def test_a_nickname_and_its_full_name_are_one_mans():
    """Two articles gloss one director by what his passport and what his friends call him."""
    told = tell(
        "董事长劳伦斯·哈特曼(Lawrence W. Hartman)3月1日宣布辞职。哈特曼在公司工作了9年。",
        "董事長拉里·哈特曼(Larry Hartman)已經離職。哈特曼沒有說明去向。",
    )

    (row,) = rows(told.people)
    assert {"劳伦斯·哈特曼", "拉里·哈特曼", "Larry Hartman"} <= row


@pytest.mark.parametrize("other", ["Mary Hartman", "Leonard Hartman"])
def test_another_given_name_is_another_bearers(other):
    told = tell(
        "董事长劳伦斯·哈特曼(Lawrence Hartman)3月1日宣布辞职。",
        f"{other} left the company on March 2. {other} founded a new laboratory within a week.",
    )

    assert not any({"Lawrence Hartman", other} <= row for row in rows(told.people))


LATIN = "{0} left the company on March 1. {0} said he had worked there for nine years."


@pytest.mark.parametrize(
    "names",
    [
        ("Paul Hartman", "Paula Hartman"),
        ("Joan Hartman", "Joanna Hartman"),
        ("Daniel Hartman", "Danielle Hartman"),
        ("Henry B. Hartman", "Henry W. Hartman"),
        ("Henry B. Hartman", "Henry William Hartman"),
    ],
)
def test_two_people(names):
    told = tell(*map(LATIN.format, names))

    assert len(rows(told.people)) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("Dan Hartman", "Daniel Hartman"),
        ("Henry W. Hartman", "Henry William Hartman"),
        ("Henry Hartman", "Henry B. Hartman"),
    ],
)
def test_one_person(names):
    told = tell(*map(LATIN.format, names))

    assert {*names} in rows(told.people)


def test_two_chinese_spellings_of_one_foreign_name_do_not_make_it_ambiguous():
    told = tell(
        "船长米拉·科列娜3月1日离开了海澜航运。米拉·科列娜说，她在那里工作了九年。",
        "海澜航运的船长米拉·科利耶娜3月1日辞职。米拉·科利耶娜没有说明原因。",
        LATIN.format("Mira Koliena"),
    )

    assert {"米拉·科列娜", "米拉·科利耶娜", "Mira Koliena"} in rows(told.people)


@pytest.mark.parametrize(
    ("short", "full", "other"),
    [
        ("Chris Hartman", "Christopher Hartman", "Christine Hartman"),
        ("Ted Hartman", "Theodore Hartman", "Edward Hartman"),
    ],
)
def test_who_may_be_called_so_by_two_full_names_is_whoever_his_article_names(short, full, other):
    apart = tell(*map(LATIN.format, (short, full, other)))
    assert len(rows(apart.people)) == 3

    told = tell(LATIN.format(full) + " Friends of " + short + " gave a dinner.", LATIN.format(other))
    assert {short, full} in rows(told.people)


def test_a_name_that_breaks_off_where_its_text_does_is_nobody_elses():
    told = tell(
        "总裁奥列格·佩特罗夫3月1日宣布辞职。公司任命总监保罗·哈特曼担任该职务。哈特曼在公司工作了9年。",
        "公司任命现任总监保罗·哈特",
    )

    assert not any("保罗·哈特" in row for row in rows(told.people))


def bodies(*texts):
    return {each.name: each for each in tell(*texts).organisations}


def test_a_gloss_in_one_article_names_a_body_in_all():
    """国际海事仲裁法庭 is glossed by one author; another writes only its initials."""
    told = bodies(
        "国际海事仲裁法庭(CMA)3月1日宣布，船队被禁赛8年。",
        "CMA在裁决中指出，船队未能证明自己的清白，因此作出禁赛8年的处罚。",
    )

    assert told["国际海事仲裁法庭"].aliases == ("CMA",)
    assert len(told["国际海事仲裁法庭"].articles) == 2


def test_initials_are_proved_by_their_letters():
    """No author puts WOWA in brackets, but one writes the whole name of the only body that has these letters."""
    told = bodies(
        "The World Ocean Watch Agency ordered the fleet to stay in port on March 1.",
        "WOWA announced on March 2 that the fleet may sail again.",
    )

    assert {each for row in told.values() for each in (row.name, *row.aliases)} == {
        "World Ocean Watch Agency",
        "WOWA",
    }
    assert len(told) == 1


def test_initials_of_two_bodies_are_neithers():
    told = bodies(
        "The World Ocean Watch Agency ordered the fleet to stay in port on March 1.",
        "The West Oslo Water Authority announced new prices on March 2.",
        "WOWA announced on March 3 that the fleet may sail again.",
    )

    assert not any("WOWA" in row.aliases for row in told.values())


def test_two_translations_of_a_body_are_one_where_one_person_leads_it():
    told = bodies(
        "世界反走私机构3月1日宣布上诉。世界反走私机构的总干事保罗·哈特曼(Paul Hartman)表示满意。",
        "世界打私組織3月2日發聲明，歡迎裁決。世界打私組織總幹事哈特曼(Paul Hartman)說，正義得到彰顯。",
    )

    assert [{row.name, *row.aliases} for row in told.values()] == [{"世界反走私机构", "世界打私組織"}]


def test_two_bodies_that_one_person_leads_are_two_where_an_article_names_both():
    told = bodies(
        "世界反走私机构3月1日宣布上诉。世界反走私机构总干事保罗·哈特曼表示满意。",
        "世界渔业组织3月2日发表声明，欢迎裁决。世界渔业组织总干事保罗·哈特曼说，世界反走私机构做得对。",
    )

    assert not any({"世界反走私机构", "世界渔业组织"} <= {row.name, *row.aliases} for row in told.values())


def test_a_body_with_its_country_or_its_town_in_front_is_the_same():
    told = bodies(
        "中国南方海洋大学3月1日宣布解雇这名教授。",
        "杭州南方海洋大学3月2日发表声明，承认聘用了他。",
        "南方海洋大学3月3日宣布成立调查组。",
    )

    (row,) = told.values()
    assert {row.name, *row.aliases} == {"中国南方海洋大学", "杭州南方海洋大学", "南方海洋大学"}


def test_of_two_towns_each_has_its_own():
    told = bodies(
        "上海南方海洋大学3月1日宣布解雇这名教授。",
        "杭州南方海洋大学3月2日发表声明，承认聘用了他。",
        "南方海洋大学3月3日宣布成立调查组。",
    )

    assert not any(
        {"上海南方海洋大学", "杭州南方海洋大学"} <= {row.name, *row.aliases} for row in told.values()
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "工会周一在青屿州衡平法院提起诉讼，要求公司交出账本。",
        "公司的律师周一向青屿州衡平法院提交的文件显示，船队已经卖出。",
        "船长被青屿州衡平法院，判处三年监禁，罚款五十万元。",
        "青屿州衡平法院的判决结果为撤销公司此前的全部命令。",
        "此前青屿州衡平法院3月1日罕见地作出公开谴责，要求公司交出账本。",
        "受市政府委托的青屿州衡平法院派三名法官前往码头查看船只。",
    ],
)
def test_what_was_brought_before_a_body_or_done_by_it_is_told_of_it(sentence):
    """Two articles name it, and one says what part it has."""
    told = bodies(sentence, "目前还不清楚青屿州衡平法院什么时候开庭。")

    assert told["青屿州衡平法院"].sentence.text == sentence


def test_a_body_with_a_part_in_an_old_matter_has_a_row():
    sentence = "2018年9月，海岬检查管理公司(HIM)派三名检查员前往船队的住处，与保安发生冲突。"
    told = bodies(
        f"{sentence}3月1日，法庭宣布船队被禁赛8年。",
        "目前还不清楚海岬检查管理公司在哪里注册。3月2日，船队宣布上诉。",
    )

    assert told["海岬检查管理公司"].sentence.text == sentence


def test_a_spelling_that_is_hardly_ever_written_is_not_the_one_to_print():
    often = "青屿视频3月1日宣布收购海岬影业。" + "".join(
        f"青屿视频宣布第{count}部新片。" for count in range(2, 20)
    )
    told = bodies(often, "青屿视频(Qingyu Video)否认收购。青屿视频游戏的股价上涨。青屿视频股东表示满意。")

    assert "青屿视频游戏" not in told


def test_a_chinese_name_and_its_reading_are_one_even_in_one_article():
    """A caption has the Latin spelling of whom the text has in Chinese."""
    told = tell(
        "科学家贺一宁3月1日被判入狱三年。贺一宁没有上诉。\nChinese scientist He Yining leaves the court.",
        "He Yining was sentenced to three years in prison on March 1. He Yining did not appeal.",
    )

    assert [row for row in rows(told.people) if row & {"贺一宁", "He Yining"}] == [{"贺一宁", "He Yining"}]


LIN = Entity("林国栋", "person", ("林国栋", "Lin Guodong"), ("林国栋",), (0,), 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "科学家林国栋3月1日被判入狱三年，罚款五十万元。",
        "法庭3月1日判处被告人林国栋有期徒刑三年。",
        "船长林国栋被海岬航海协会处以终身禁赛的处罚。",
        "林国栋亦被青屿法院，判处罚款三百万元。",
        "Lin Guodong, the captain of the ferry, was sentenced to three years in prison.",
    ],
)
def test_a_verdict_changes_the_state_of_whom_it_is_passed_on(sentence):
    assert portraits.is_judged(sentence, LIN)


@pytest.mark.parametrize(
    "sentence",
    [
        "林国栋的弟弟3月1日被判入狱三年。",
        "被判入狱三年的船长由林国栋接替。",
        "林国栋说，判断这件事还太早。",
        "Lin Guodong's brother was sentenced to three years in prison.",
    ],
)
def test_a_verdict_on_another_changes_nothing_of_his(sentence):
    assert not portraits.is_judged(sentence, LIN)


def test_a_given_name_before_a_surname_without_a_dot_belongs_to_it():
    told = tell(
        "游戏业务负责人迈克斯彭斯(Mike Spence)3月1日宣布辞职。",
        "Mike Spence resigned on March 1, after 9 years with the company.",
    )

    assert rows(told.people) == [{"迈克斯彭斯", "Mike Spence"}]


TOLD = "{0}3月1日宣布解雇这名教授。{0}表示，他违反了规定。"


@pytest.mark.parametrize(
    "names",
    [
        ("加州最高法院", "美国最高法院", "最高法院"),
        ("中国人民银行", "中国银行"),
        ("北京大学", "北京医科大学"),
    ],
)
def test_bodies_of_their_own(names):
    told = bodies(*map(TOLD.format, names))

    assert not any(row.aliases for row in told.values())


@pytest.mark.parametrize("bodies_", [("中国奥委会", "中国足协"), ("中国医师协会", "中国游泳协会")])
def test_who_leads_two_bodies_of_a_country_does_not_make_them_one(bodies_):
    told = bodies(*(f"{each}3月1日宣布上诉。{each}主席胡立安表示满意。" for each in bodies_))

    assert not any({*bodies_} <= {row.name, *row.aliases} for row in told.values())


def test_a_surname_alone_is_the_one_whom_several_articles_name_in_full():
    """His wife is named once, in full, in an article of his: nobody calls her by the surname alone."""
    told = tell(
        "前董事长卡洛斯·本特纳(Carlos Bentner)3月1日逃离了海岬。本特纳说自己没有罪。",
        "前董事长卡洛斯·本特纳3月1日辞职后离开。本特纳的妻子卡罗尔·本特纳没有说话。",
        "卡洛斯·本特纳3月2日发表声明，宣布辞职。本特纳批评了法庭。",
        "本特纳3月1日宣布辞职。本特纳在记者会上说，他没有罪。",
    )

    (row,) = (each for each in told.people if "卡洛斯·本特纳" in {each.name, *each.aliases})
    assert len(row.articles) == 4
    assert "本特纳" in row.aliases
    assert not any("卡罗尔·本特纳" in each for each in rows(told.people) if "本特纳" in each)


def test_a_foreign_name_that_lost_its_dot_is_the_same():
    told = tell(
        "前董事长卡洛斯·本特(Carlos Bent)3月1日辞职，离开了海岬。",
        "前董事长卡洛斯本特3月1日辞职，离开了海岬。",
    )

    assert [len(each.articles) for each in told.people] == [2]


def test_a_surname_alone_is_nobodys_where_another_has_a_part_of_her_own():
    told = tell(
        "董事长卡洛斯·本特纳3月1日辞职。卡洛斯·本特纳离开了海岬。",
        "卡洛斯·本特纳3月2日辞职。律师卡罗尔·本特纳也辞职。卡罗尔·本特纳离开了海岬。",
        "卡洛斯·本特纳3月2日发表声明，宣布辞职。",
        "本特纳3月4日在记者会上说，自己没有罪。",
    )

    assert not any("本特纳" in each and len(each) > 1 for each in rows(told.people))


def test_a_name_that_ends_in_a_country_is_no_persons():
    told = tell(
        "Air Peru said on March 1 that the flight was cancelled. Air Peru said the captain was ill.",
        "Air Peru dismissed its captain on March 2. Air Peru announced that it would appeal.",
    )

    assert [each.name for each in told.people] == []
    assert [each.name for each in told.organisations] == ["Air Peru"]


def test_a_body_that_half_of_the_articles_name_has_a_row_though_it_does_nothing():
    told = tell(
        "The inquiry cleared Veltara Motors of immediate responsibility on March 1, the bureau said.",
        "On March 2 the report suggested no immediate action for Veltara Motors, the bureau said.",
        "The court put off the hearing about Veltara Motors on March 3, the bureau said.",
    )

    assert "Veltara Motors" in {each.name for each in told.organisations}


def test_a_body_that_two_articles_name_with_its_head_has_a_row_where_there_are_few():
    told = tell(
        "3月5日的股东大会将审议是否罢免董事，即国际海事仲裁法庭主席黎远辉。",
        "除董事长外，董事会有两名投资方的代表，其中有国际海事仲裁法庭主席黎远辉。",
    )

    assert "国际海事仲裁法庭" in {each.name for each in told.organisations}


POET = "诗人陆之衡3月1日辞去海岬文学社社长一职。陆之衡说，他想专心写作。"


@pytest.mark.parametrize(
    "tied",
    [
        "诗人闻秋桐(本名陆之衡)离开了海岬文学社。闻秋桐写过三十部诗集。",
        "笔名闻秋桐的著名诗人陆之衡离开了海岬文学社。闻秋桐写过三十部诗集。",
        "以笔名“闻秋桐”写作三十部诗集的著名诗人陆之衡离开了海岬文学社。闻秋桐没有说明去向。",
    ],
)
def test_two_names_that_an_author_ties_are_one_persons(tied):
    told = tell(POET, tied, "作家闻秋桐3月2日表示，他不会回来。闻秋桐宣布创办一家书店。")

    assert [row for row in rows(told.people) if {"陆之衡", "闻秋桐"} & row] == [{"陆之衡", "闻秋桐"}]


@pytest.mark.parametrize(
    "apart",
    [
        "笔名闻秋桐的诗人好友陆之衡离开了海岬文学社。闻秋桐写过三十部诗集。",
        "诗人陆之衡的妻子，原名闻秋桐，离开了海岬文学社。闻秋桐写过三十部诗集。",
    ],
)
def test_whose_name_it_is_that_is_told_beside_another(apart):
    told = tell(POET, apart, "作家闻秋桐3月2日表示，她不会回来。闻秋桐宣布创办一家书店。")

    assert not any({"陆之衡", "闻秋桐"} <= row for row in rows(told.people))


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("The poet Anna Quist, born Lena Marlow in Oslo, left.", "Lena Marlow"),
        ("The poet Anna Quist (born Lena Marlow) left.", "Lena Marlow"),
        ("Anna Quist, better known by her pen name Lena Marlow, left.", "Lena Marlow"),
        ("Anna Quist, known as the Iron Poet, left Oslo, where she was born.", ""),
    ],
)
def test_an_english_author_ties_two_names(told, other):
    assert next((tie.other for tie in pseudonyms.ties(told)), "") == other


def test_a_surname_that_ends_in_a_comparison_is_whole():
    told = tell("运河局局长奥马尔·拉比表示，船已脱险。奥马尔·拉比3月1日宣布辞职。")

    assert "奥马尔·拉比" in rows(told.people)[0]


def test_who_has_a_president_is_no_person():
    told = tell(
        "Norun Kaizen said in a statement that it will pay. Norun Kaizen said the ship is safe.",
        "Norun Kaizen President Anna Quist resigned on March 2. Norun Kaizen said it will name another.",
    )

    assert not any("Norun Kaizen" in row for row in rows(told.people))
    assert any("Anna Quist" in row for row in rows(told.people))


def test_whom_the_police_names_in_part_is_the_one_whom_another_names_in_full():
    veiled = document(
        "one", None, "2025-03-01", "警方通报，陈某志在港区餐馆打人后逃走。\n陈某志昨晚被捕，港区餐馆停业。"
    )
    named = document(
        "two", None, "2025-03-02", "打人者陈继志昨晚在邻省被捕。\n港区餐馆的老板说，陈继志常来。"
    )
    other = document(
        "three", None, "2025-03-02", "打人者陈立志昨晚在邻省被捕。\n港区餐馆的老板说，陈立志常来。"
    )

    def spelled(*documents):
        read = gathering.read(documents)
        return [set(each.spellings) for each in entities.find(read, Theme("t", "T")) if each.kind == "person"]

    assert {"陈某志", "陈继志"} in spelled(veiled, named)
    assert {"陈某志"} in spelled(veiled, named, other), "it may be either"
    told = story.tell(summaries([veiled, named]), THEME, as_of="2025-12-31").people
    assert [each.name for each in told][:1] == ["陈继志"]
