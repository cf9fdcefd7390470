# ruff: noqa: E501 - a sentence of a story stays on one line
"""One person, however spelled; and never two in one."""

import pytest

from digest import story
from digest.language.script import simplify
from digest.model import Theme
from digest.story.dates import chronology
from digest.story.matching import anchors
from digest.story.names import entities
from digest.story.names.spellings import abbreviates
from digest.story.people import cast, portraits
from digest.story.statements import gathering
from digest.story.timeline import dating
from tests.story.events import document, ferry, strike, summaries

THEME = Theme("t", "T")


def told(documents, theme=THEME):
    return {
        person.name: person for person in story.tell(summaries(documents), theme, as_of="2025-12-31").people
    }


def spellings(person):
    """All spellings, in simplified characters."""
    return {simplify(spelling) for spelling in (person.name, *person.aliases)}


MAINLAND = document(
    "a",
    None,
    "2025-03-01",
    """
    首席科学家奥列格·佩特罗夫(Oleg Petrov)3月1日宣布离职。佩特罗夫在公司工作了9年。
    总裁卡洛斯·门德斯(Carlos Mendes)表示遗憾。门德斯说，佩特罗夫是公司的灵魂人物。
    """,
)
TAIWAN = document(
    "b",
    None,
    "2025-03-02",
    """
    首席科學家奧列格·彼得羅夫(Oleg Petrov)離職後創立了一家新公司。彼得羅夫沒有說明新公司的方向。
    總裁卡洛斯·門德斯將親自接任他的職務。
    """,
)
ENGLISH = document(
    "c",
    None,
    "2025-03-03",
    """
    Oleg Petrov left the company on March 1. Petrov founded a new laboratory within a week.
    Carlos Mendes said he would take over the research team himself.
    """,
)


def test_spellings_in_two_scripts_and_in_english_are_one_person():
    people = told([MAINLAND, TAIWAN, ENGLISH])

    petrov = next(person for person in people.values() if "Oleg Petrov" in spellings(person))
    assert {"奥列格·佩特罗夫", "奥列格·彼得罗夫", "佩特罗夫", "Petrov"} <= spellings(petrov)
    assert len(petrov.articles) == 3


def test_a_person_for_whom_there_is_no_place_uses_no_sentence(monkeypatch):
    """Other sections shunned sentences that nobody had printed."""
    monkeypatch.setattr(cast, "LIMIT", 1)
    read = gathering.read([MAINLAND, TAIWAN, ENGLISH])
    named = entities.find(read, THEME)
    chronology.mark(read, "2025-12-31")
    anchors.mark(read, named, THEME)
    dating.rank_by_age(read, {})
    before = read.used.copy()

    (row,) = cast.tell(read, named, THEME)

    assert row.name == "奥列格·佩特罗夫"
    assert (read.used - before).total() == 1


def test_a_sentence_about_somebody_of_hers_is_not_hers():
    one = document(
        "one",
        None,
        "2025-03-09",
        """
        局长周慧敏在1月被任命为临时主席，任期一年。周慧敏说，搜救还在继续。周慧敏没有出席听证会。
        周慧敏的发言人宣布，局里的两名副手已经离职。周慧敏对此没有回应。
        """,
    )

    assert told([one])["周慧敏"].sentence.text == "局长周慧敏在1月被任命为临时主席，任期一年。"


def test_two_people_stay_two():
    people = told([MAINLAND, TAIWAN, ENGLISH])

    assert not any({"Oleg Petrov", "Carlos Mendes"} <= spellings(person) for person in people.values())
    assert len(people) == 2


def test_a_scanned_l_for_i_is_still_the_same_name():
    slipped = document(
        "d",
        None,
        "2025-03-04",
        "Igor Petrenko 宣布离职。同事说，lgor 的离开让人意外。Igor 没有回应。Petrenko 曾是研究主管。",
    )
    other = document(
        "e", None, "2025-03-04", "研究主管 Igor Petrenko 离开了公司。Igor Petrenko 将去大学任教。"
    )

    (person,) = told([slipped, other]).values()

    assert len(person.articles) == 2
    assert person.aliases == ("Petrenko",), "a slip is not a name to print, nor is a given name alone"


def test_one_letter_left_out_of_a_long_surname_is_a_slip():
    one = document(
        "f", None, "2025-03-04", "研究主管 Igor Petrenkov 离开了公司。Igor Petrenkov 没有说明原因。"
    )
    two = document("g", None, "2025-03-05", "Igor Petrenko 离职的消息传出后，公司股价下跌。")

    (person,) = told([one, two]).values()

    assert {"Igor Petrenkov", "Igor Petrenko"} <= spellings(person)


def test_names_that_only_share_a_surname_are_not_merged():
    one = document("h", None, "2025-03-04", "董事长 Alice Harmon 宣布辞职。Alice Harmon 任职6年。")
    two = document("i", None, "2025-03-05", "工程师 Robert Harmon 加入了公司。Robert Harmon 来自波士顿。")

    people = story.tell(summaries([one, two]), THEME, as_of="2025-12-31").people

    assert not any({"Alice Harmon", "Robert Harmon"} <= spellings(person) for person in people)


def test_the_sound_alone_does_not_merge_two_people_of_one_article():
    """An author who names both means both."""
    both = document(
        "j",
        None,
        "2025-03-04",
        "埃文·莱尔德表示支持。埃文·莱尔德曾任顾问。Ewan Laird 离职了，Ewan Laird 反对这一决定。莱尔德没有回应。",
    )
    again = document("k", None, "2025-03-05", "Ewan Laird 加入了新公司。")

    people = story.tell(summaries([both, again]), THEME, as_of="2025-12-31").people

    assert not any({"埃文·莱尔德", "Ewan Laird"} <= spellings(person) for person in people)


def test_a_name_in_pinyin_is_the_name_in_characters():
    captain = told(ferry())["林国栋"]

    assert "Lin Guodong" in captain.aliases
    assert len(captain.articles) == 4


def test_the_users_spelling_is_printed_and_joins_what_nothing_else_would():
    theme = Theme("t", "T", aliases=(("陈淑芬主席", "陈淑芬", "Shufen C."),))

    assert "陈淑芬主席" in told(strike(), theme)


def test_each_person_has_a_sentence_that_names_them():
    for person in told([MAINLAND, TAIWAN, ENGLISH]).values():
        assert any(spelling in simplify(person.sentence.text) for spelling in spellings(person))


def test_a_short_form_that_two_people_share_names_neither():
    document_ = document(
        "l",
        None,
        "2025-03-04",
        "经理 Alice Harmon 和工程师 Robert Harmon 都已离职。Harmon 拒绝置评。Alice Harmon 没有回应。",
    )
    people = told(
        [document_, document("m", None, "2025-03-05", "Alice Harmon 加入大学。Robert Harmon 离开了。")]
    )

    assert not any("Harmon" in person.aliases for person in people.values())


def test_names_are_printed_in_the_script_of_the_articles():
    """An issue in traditional characters calls him 林國棟, as its sentences do."""
    one = document("n", None, "2025-03-10", "船長林國棟被警方拘留。林國棟沒有回應。")
    two = document("o", None, "2025-03-11", "船長林國棟3月10日被拘留後聘請了律師。")

    assert list(told([one, two])) == ["林國棟"]


def organisations(documents, theme=THEME):
    told = story.tell(summaries(documents), theme, as_of="2025-12-31").organisations
    return {each.name: each.sentence.text for each in told}


LAB = document(
    "lab",
    None,
    "2025-03-04",
    """
    3月3日，初创公司Halcyon宣布收购竞争对手Brightwell。Halcyon成立于2019年，总部在日内瓦。
    Brightwell的董事会一致同意。
    """,
)
MARKET = document(
    "market",
    None,
    "2025-03-05",
    """
    Halcyon的收购让同行感到意外。Brightwell去年推出了两款产品，今年裁掉了四十人。
    《日内瓦日报》最先报道了这笔交易，日内瓦日报说价格没有公布。
    """,
)


def test_a_latin_name_that_the_text_calls_a_company_is_an_organisation():
    told = organisations([LAB, MARKET])

    assert set(told) == {"Halcyon", "Brightwell"}
    assert told["Brightwell"].startswith("Brightwell去年推出了两款产品")


def test_what_the_theme_is_about_is_no_row_among_its_organisations():
    assert set(organisations([LAB, MARKET], Theme("t", "T", query=("Halcyon",)))) == {"Brightwell"}


def test_an_organisation_that_one_article_names_in_another_script_has_no_row():
    """The others may call it by its own name."""
    assert organisations([LAB]) == {}


def test_an_organisation_that_one_article_names_has_a_row_when_it_acts():
    one = document("one", None, "2025-03-04", "青屿市公安局3月3日宣布，已对客轮公司立案侦查，没有说明原因。")
    two = document("two", None, "2025-03-05", "客轮公司没有回应。青屿市人民法院门前聚集了家属。")

    assert set(organisations([one, two])) == {"青屿市公安局"}


def test_what_an_organisation_is_in_the_story_is_worth_a_row():
    one = document("one", None, "2025-03-04", "客轮已经抵押，借款有4700万元，债权人是远汇银行。")
    two = document("two", None, "2025-03-05", "在远汇银行的门口，储户一早就排起了长队。")

    assert organisations([one, two]) == {"远汇银行": one.sentences[0].text}


def test_a_sentence_about_her_whom_it_does_not_name_is_no_organisations():
    one = document(
        "one", None, "2025-03-04", "远汇银行宣布解雇她，没有说明原因。远汇银行宣布将关闭三家分行。"
    )
    two = document("two", None, "2025-03-05", "远汇银行的客户排起了长队。")

    assert organisations([one, two]) == {"远汇银行": one.sentences[1].text}


def test_the_shortest_name_of_an_institution_is_known_through_the_longer_ones():
    new = ["江州市卫生健康委员会", "市卫健委", "卫健委"]
    texts = "".join(f"{name}公布了调查结果，漏诊的有三百多人。" for name in new)

    assert len(organisations([document("one", None, "2025-03-04", texts)])) == 1


def test_a_name_written_as_in_taiwan_is_the_same_person():
    """Wu Chien-fu in an English report is 吳健富 in a Chinese one; no bracket says so."""
    one = document(
        "one",
        None,
        "2025-03-04",
        "地震測報中心主任吳健富說，這是二十五年來最強的一次。吳健富說，餘震會持續。",
    )
    other = document(
        "two",
        None,
        "2025-03-05",
        "Wu Chien-fu, the head of the seismological center, apologized on Friday. Wu Chien-fu said he regretted it.",
    )

    (person,) = told([one, other]).values()

    assert len(person.articles) == 2
    assert "Wu Chien-fu" in spellings(person)


def test_a_firm_that_every_sentence_names_has_a_row_unless_the_theme_asks_for_it():
    """A story about a merger is about both firms."""
    one = document(
        "one",
        None,
        "2025-03-04",
        "\n".join(f"高通第{n}次提出收购英特尔，董事会拒绝了。" for n in range(1, 30)),
    )
    other = document(
        "two", None, "2025-03-05", "\n".join(f"英特尔第{n}次回绝高通，股价下跌了。" for n in range(1, 30))
    )

    assert {"高通", "英特尔"} <= set(organisations([one, other]))
    assert "高通" not in organisations([one, other], Theme("t", "T", query=("高通",)))


FLASH = document(
    "flash",
    None,
    "2025-03-01",
    """
    澄屿汽车今日晚间公告，自即日起召回两万辆电动车，更换工作将在四月启动。
    首席工程师陆之衡去年曾向董事会示警。陆之衡没有回应。澄屿汽车由韦骁创办。
    据供应商柏能科技（Bonen）介绍，电芯出厂时没有质量问题。
    """,
)
COLUMN = document(
    "column",
    None,
    "2025-03-05",
    """
    澄屿宣布召回的四天之后，首席工程师陆之衡辞职。我认识老陆很多年，他不会为了家里的事离开。
    副总裁韦骁的朋友说，柏能的电芯早就有问题。柏能在声明里否认了澄屿的全部指控。
    """,
)
HARBOUR = document(
    "harbour",
    None,
    "2025-03-08",
    """
    Chengyu Motors said on Thursday it would set aside $120m to cover the recall of its electric cars.
    The recall was followed by the resignation of chief engineer Henry Lu (Lu Zhiheng), who had warned directors.
    Bonen, the sole supplier of the cells, denies that its products were defective. Wei Xiao declined to comment.
    Shares in Chengyu fell 14 per cent. Chengyu blamed its supplier. Wei Xiao founded Chengyu in 2017.
    """,
)


def test_people_are_one_across_scripts_readings_and_forms_of_address():
    people = told([FLASH, COLUMN, HARBOUR])

    assert {"陆之衡", "老陆", "Henry Lu", "Lu Zhiheng"} <= spellings(people["陆之衡"])
    assert {"韦骁", "Wei Xiao"} <= spellings(people["韦骁"])


def test_a_firms_long_short_and_latin_names_are_one():
    rows = story.tell(summaries([FLASH, COLUMN, HARBOUR]), THEME, as_of="2025-12-31").organisations
    firms = {row.name: spellings(row) for row in rows}

    assert {"澄屿汽车", "澄屿", "Chengyu Motors"} <= firms["澄屿汽车"]
    assert {"柏能科技", "柏能", "Bonen"} <= firms["柏能科技"]


def test_what_an_institution_is_called_for_short_is_the_one_it_can_mean():
    assert abbreviates("市监总局", "国家市场监督管理总局")
    assert abbreviates("卫健委", "江州市卫生健康委员会")
    assert not abbreviates("公安局", "江州市市场监督管理局")

    one = document("one", None, "2025-03-01", "江州市卫生健康委员会昨日通报了调查结果，共有九人受伤。")
    two = document("two", None, "2025-03-02", "据市卫健委通报，受伤的九人已经出院。市卫健委公布了名单。")
    (row,) = story.tell(summaries([one, two]), THEME, as_of="2025-12-31").organisations

    assert spellings(row) == {"江州市卫生健康委员会", "市卫健委"}


def test_that_somebody_was_named_is_no_news_once_they_have_left():
    early = document(
        "early", None, "2025-03-01", "周慧敏在2月被任命为海事局局长，任期一年。周慧敏说，搜救还在继续。"
    )
    late = document("late", None, "2025-03-09", "局长周慧敏3月8日宣布辞职，没有说明原因。周慧敏感谢了同事。")

    assert told([early, late])["周慧敏"].sentence.text == "局长周慧敏3月8日宣布辞职，没有说明原因。"


def test_two_who_leave_together_do_not_share_a_sentence_while_there_is_another():
    one = document(
        "one",
        None,
        "2025-03-09",
        """
        首席科学家奥列格·佩特罗夫(Oleg Petrov)和总裁卡洛斯·门德斯(Carlos Mendes)3月8日一同离开了公司。
        卡洛斯·门德斯3月9日加入了一家研究机构，担任顾问。佩特罗夫没有回应。门德斯也没有回应。
        """,
    )

    people = told([one, MAINLAND])

    assert people["奥列格·佩特罗夫"].sentence.text != people["卡洛斯·门德斯"].sentence.text


def test_who_shares_a_sentence_takes_one_of_his_own_though_a_point_prints_it():
    """Each row counted as good only what was good after the point had used it, so two kept one sentence."""
    joined = """
        首席科学家奥列格·佩特罗夫(Oleg Petrov)和总裁卡洛斯·门德斯(Carlos Mendes)也相继加入了北岸船厂，他们对公司忽视安全表达了担忧。
        门德斯没有回应。市区的图书馆周末照常开放。
        """
    said = "佩特罗夫据说公开表示，公司忽视安全，光鲜的产品才是重点。"
    before = f"{said}卡洛斯·门德斯（Carlos Mendes）的老师是一位工程师。奥列格·佩特罗夫（Oleg Petrov）的书人人都读。"
    issue = story.tell(
        summaries([document("one", None, "2025-03-09", joined), document("two", None, "2025-03-08", before)]),
        THEME,
        as_of="2025-12-31",
    )

    assert said in {each.text for point in issue.points for each in point.sentences}
    assert {person.name: person.sentence.text for person in issue.people}["奥列格·佩特罗夫"] == said


def test_who_acts_comes_before_who_is_only_mentioned():
    one = document(
        "one",
        None,
        "2025-03-09",
        """
        卡洛斯·门德斯的老师是奥列格·佩特罗夫。奥列格·佩特罗夫的书人人都读。人们常把奥列格·佩特罗夫挂在嘴边。
        卡洛斯·门德斯3月8日离开了公司，没有说明原因。
        """,
    )
    two = document(
        "two", None, "2025-03-08", "学生们都读过奥列格·佩特罗夫的书。卡洛斯·门德斯在会上没有发言。"
    )

    assert list(told([one, two])) == ["卡洛斯·门德斯", "奥列格·佩特罗夫"]


def test_who_moves_now_comes_before_who_is_remembered():
    """A teacher of twenty years ago is told of in two articles, and has no part in the story."""
    now = document(
        "now",
        None,
        "2025-03-09",
        """
        2005年，教授林海生在江州大学的办公室里第一次见到门德斯。教授林海生的书人人都读。
        首席科学家奥列格·佩特罗夫(Oleg Petrov)3月8日宣布离职。卡洛斯·门德斯(Carlos Mendes)3月9日加入了一家研究机构。
        """,
    )
    then = document("then", None, "2025-03-08", "教授林海生的学生很多，卡洛斯·门德斯是其中一个。")

    assert list(told([now, then]))[-1] == "林海生"


def test_what_only_describes_its_bearer_stands_in_nobodys_way():
    one = document(
        "one",
        None,
        "2025-03-09",
        "3月8日，备受尊敬的首席科学家奥列格·佩特罗夫(Oleg Petrov)也离开了公司。奥列格·佩特罗夫今年38岁，喜欢下棋。",
    )

    assert told([one, MAINLAND])["奥列格·佩特罗夫"].sentence.text.startswith("3月8日")


def test_a_post_to_come_is_where_somebody_is():
    one = document(
        "one",
        None,
        "2025-03-09",
        "公司的研究主管奥列格·佩特罗夫(Oleg Petrov)将接替门德斯担任总裁。奥列格·佩特罗夫住在日内瓦湖边的一座小镇上。",
    )

    assert "将接替" in told([one])["奥列格·佩特罗夫"].sentence.text


def test_who_took_over_moves_the_story():
    one = document(
        "one",
        None,
        "2025-03-09",
        """
        Mark Dunn has a house. Mark Dunn has a garden. Mark Dunn has a boat. Mark Dunn likes chess.
        Zhou Huimin, who took over as chief executive on Tuesday, will publish the repair records.
        """,
    )
    two = document(
        "two", None, "2025-03-10", "Captain Zhou Huimin and Mark Dunn met at the harbour on Monday."
    )

    assert next(iter(told([one, two]))) == "Zhou Huimin"


def test_a_row_shuns_what_other_sections_print_while_it_has_something_nearly_as_good():
    issue = story.tell(summaries([MAINLAND, TAIWAN, ENGLISH]), THEME, as_of="2025-12-31")

    opening = {sentence.text for sentence in issue.lead}
    assert any(person.sentence.text not in opening for person in issue.people)


def test_a_medium_has_a_row_only_when_it_told_first():
    one = document("one", None, "2025-03-01", "备忘录的存在最早由《经纬观察》在3月1日披露，董事会没有否认。")
    two = document(
        "two", None, "2025-03-02", "据《经纬观察》报道，备忘录共有十二页。据《海湾纪事》报道，董事会开过会。"
    )
    three = document("three", None, "2025-03-03", "据《海湾纪事》报道，董事会还会再开一次会。")

    assert set(organisations([one, two, three])) == {"经纬观察"}


def test_what_two_translators_made_of_one_name_is_one_organisation():
    one = document(
        "one",
        None,
        "2025-03-04",
        "最大的借款人叫哈尔顿海产。哈尔顿海产3月3日宣布停产。联合渔民银行宣布接手。",
    )
    two = document(
        "two",
        None,
        "2025-03-05",
        "养殖商哈顿海产宣布裁员一千人。渔民联合银行宣布将关闭三家分行，没有说明原因。",
    )

    assert len(organisations([one, two])) == 2


def test_the_last_word_of_a_bodys_name_names_it_where_no_other_ends_so():
    one = document(
        "one", None, "2025-03-04", "国家遥感数据管理局3月3日立案。管理局表示，处罚决定将在月底以前作出。"
    )
    two = document("two", None, "2025-03-05", "遥感数据管理局的结论还没有公布。江州市管理局没有回应。")

    (said,) = organisations([one, two]).values()

    assert said == one.sentences[1].text


def test_an_authority_that_decides_for_a_reason_has_a_row():
    one = document(
        "one",
        None,
        "2025-03-04",
        "国家市场监督管理总局日前以「需进一步评估影响」为由，决定对本案实施进一步审查。",
    )
    two = document("two", None, "2025-03-05", "市场监管总局的审查最长还可以再拖九十天。")

    assert list(organisations([one, two]).values()) == [one.sentences[0].text]


def test_what_only_describes_an_organisation_may_stand_before_it():
    one = document("one", None, "2025-03-04", "领投的磐度资本表示，正寻找买家，月底以前会提出方案。")
    two = document("two", None, "2025-03-05", "磐度资本的尽职调查报告厚达两百多页。")

    assert organisations([one, two]) == {"磐度资本": one.sentences[0].text}


def test_a_sentence_about_somebody_at_an_organisation_is_not_its_row():
    one = document(
        "one",
        None,
        "2025-03-04",
        "远汇银行一名柜员提醒，存款可能取不出来。远汇银行委员会委员王立国表示担心。",
    )
    two = document("two", None, "2025-03-05", "远汇银行的客户排起了长队。")

    assert organisations([one, two]) == {}


def test_a_medium_that_brought_it_to_light_has_a_row_and_one_that_is_only_quoted_has_none():
    one = document("one", None, "2025-03-04", "3月2日，《海岬观察》披露双方正在谈判，公司第二天否认。")
    two = document(
        "two", None, "2025-03-05", "据《海岬观察》，双方还在谈。据《青屿晚报》报道，价格没有谈拢。"
    )

    assert set(organisations([one, two])) == {"海岬观察"}


def test_where_two_went_together_is_told_of_both():
    """What has been overtaken is not told of the second only because the first one's row tells the rest."""
    one = document(
        "one",
        None,
        "2025-03-04",
        """
        首席科学家卡洛斯·门德斯和工程师奥列格·佩特罗夫宣布离职，公司失去了两位元老。
        卡洛斯·门德斯和奥列格·佩特罗夫随后加入了竞争对手远汇银行，没有说明原因。
        """,
    )
    two = document("two", None, "2025-03-05", "卡洛斯·门德斯没有回应。奥列格·佩特罗夫没有回应。")

    people_ = told([one, two])

    assert {each.sentence.text for each in people_.values()} == {one.sentences[1].text}


def test_a_month_that_only_the_sentence_before_gives_is_no_row():
    one = document(
        "one",
        None,
        "2025-03-04",
        "2月，船长林国栋离职。也是在这个月，工程师奥列格·佩特罗夫宣布离开公司。",
    )

    assert all("这个月" not in each.sentence.text for each in told([one]).values())


def test_who_says_who_they_are_comes_before_a_mere_remark():
    one = document(
        "one",
        None,
        "2025-03-04",
        "周慧敏说，天气很冷，不如早点回家。检查员周慧敏告诉我们，报告去年就写完了。",
    )
    two = document("two", None, "2025-03-05", "检查员周慧敏没有升职。")

    assert told([one, two])["周慧敏"].sentence.text == one.sentences[1].text


def test_two_capitals_that_nothing_shows_to_be_a_person_must_sound_very_like_one():
    one = document(
        "one", None, "2025-03-04", "高管菲尔·席勒3月3日宣布离职。菲尔·席勒没有回应，菲尔·席勒已经五十八岁。"
    )
    two = document("two", None, "2025-03-05", "Delivery Hero在财报里说，公司不会裁员。")

    assert spellings(told([one, two])["菲尔·席勒"]) == {"菲尔·席勒"}


def test_whom_they_threaten_to_join_is_nobody_in_the_story():
    one = document("one", None, "2025-03-04", "工程师们3月2日离职，加入竞争对手远汇科技，没有说明原因。")
    two = document(
        "two", None, "2025-03-05", "远汇科技没有回应。如果不恢复他的职务，三百人就集体转投青禾银行。"
    )
    three = document("three", None, "2025-03-06", "青禾银行的股价没有变动，远汇科技的股价上涨。")

    assert organisations([one, two, three]) == {"远汇科技": one.sentences[0].text}


def test_of_two_who_went_together_one_tells_what_he_said_himself():
    one = document(
        "one",
        None,
        "2025-03-04",
        """
        卡洛斯·门德斯和奥列格·佩特罗夫3月4日加入了竞争对手远汇银行。
        研究主管卡洛斯·门德斯公开表示，公司这几年不再把安全放在首位。
        """,
    )
    two = document("two", None, "2025-03-05", "卡洛斯·门德斯没有接受采访。奥列格·佩特罗夫没有接受采访。")

    rows = {name: each.sentence.text for name, each in told([one, two]).items()}

    assert rows["卡洛斯·门德斯"] == one.sentences[1].text
    assert rows["奥列格·佩特罗夫"] == one.sentences[0].text


def test_a_story_of_long_ago_is_no_row_while_there_is_another_sentence():
    """What stands between two dates of years ago is of those years, though it says 现在."""
    one = document(
        "one",
        None,
        "2025-03-04",
        """
        工程师奥列格·佩特罗夫是船长卡洛斯·门德斯的学生。

        2005年的一天，一个学生来敲门，说他现在更想来这里工作。

        卡洛斯·门德斯打算考考这个学生，给了他一份图纸。

        2010年，学生毕业了。
        """,
    )
    two = document("two", None, "2025-03-05", "奥列格·佩特罗夫3月5日辞职。卡洛斯·门德斯没有说话。")

    assert told([one, two])["卡洛斯·门德斯"].sentence.text != one.sentences[2].text


def test_a_sentence_that_says_he_before_any_name_is_no_row_while_there_is_another():
    one = document(
        "one",
        None,
        "2025-03-04",
        "据他的导师卡洛斯·门德斯透露，论文三年前就写完了。导师卡洛斯·门德斯透露，论文三年前就写完了。",
    )
    two = document("two", None, "2025-03-05", "卡洛斯·门德斯没有说话。")

    assert told([one, two])["卡洛斯·门德斯"].sentence.text == one.sentences[1].text


def test_who_did_not_answer_is_not_on_record():
    one = document(
        "one",
        None,
        "2025-03-04",
        "局长周慧敏昨日首次道歉，承认检修不足。船长林国栋会否被问责，局长周慧敏没有正面回应。",
    )

    assert told([one])["周慧敏"].sentence.text == one.sentences[0].text


@pytest.mark.parametrize(
    "told",
    [
        "替海岸航运担保的远汇银行上周坦言，订单已经减少了一半。",
        "主要股东远汇银行已将持股价值打了对折。",
        "远汇银行翻了三年的凭证，没有找到这笔钱。",
        "海岸航运已聘请远汇银行做独立审查，结果六月底公布。",
        "脚手架上月刚刚完工，由本地企业远汇银行承建。",
        "海岸航运分四批向远汇银行支付了4800万元。",
    ],
)
def test_what_an_organisation_does_or_has_done_with_it_is_its_row(told):
    one = document("one", None, "2025-03-04", told)
    two = document("two", None, "2025-03-05", "在远汇银行的门口，储户排起了长队。")

    assert organisations([one, two]).get("远汇银行") == told


@pytest.mark.parametrize(
    "told",
    [
        "3月3日，远汇银行给它发了合格证，有效期一年。",
        "远汇银行门前聚集了许多家属。",
        "记者把信交给了远汇银行的门卫。",
    ],
)
def test_what_happens_at_an_organisations_door_or_to_an_unnamed_thing_is_no_row(told):
    one = document("one", None, "2025-03-04", told)
    two = document("two", None, "2025-03-05", told)

    assert "远汇银行" not in organisations([one, two])


def test_a_speaker_named_behind_the_quotation_is_on_record():
    one = document(
        "one", None, "2025-03-04", "“Scale is the only argument left,” said Oliver Storvik, a media analyst."
    )

    (quote,) = story.tell(summaries([one]), THEME, as_of="2025-12-31").quotes
    assert quote.speaker == "Oliver Storvik"
    assert told([one]) == {}  # his name stands beside his words


RUAN = document("one", None, "2025-03-04", "首席执行官阮知薇3月4日离开了公司。阮知薇说，她没有写过辞职信。")


@pytest.mark.parametrize(
    ("english", "one"),
    [
        ("Vivian Ruan, the chief executive, left on March 4. Dr Ruan denied that she had resigned.", True),
        ("Vivian Yuen, the chief executive, left on March 4.", True),
        ("Vivian Ruan, a farmer, said the river had risen.", False),
        ("Vivian Lam, the chief executive, left on March 4.", False),
        ("Vivian Ruan, the chief executive, left. Peter Ruan, an analyst, said it was late.", False),
    ],
)
def test_an_english_given_name_is_hers_of_that_surname_who_holds_the_office(english, one):
    """Of one office and one surname, however its bearer spells it, there is one; of two there may be two."""
    people = told([RUAN, document("two", None, "2025-03-05", english)]).values()

    assert any(name.startswith("Vivian") for name in spellings(next(iter(people)))) is one


def test_two_of_one_surname_in_chinese_leave_the_english_one_alone():
    other = document("three", None, "2025-03-05", "董事长阮承宗表示遗憾。阮承宗说，公司会找到接替的人。")
    english = document("two", None, "2025-03-05", "Vivian Ruan, the chief executive, left on March 4.")

    people = told([RUAN, english, other]).values()

    assert not any({"Vivian Ruan", "阮知薇"} <= spellings(each) for each in people)


def test_a_house_and_its_owner_are_two_and_each_is_one_in_two_translations():
    one = document(
        "one",
        None,
        "2025-03-04",
        """
        设备来自瑞士的哈尔迪曼公司。厂主乌尔斯·哈尔迪曼没有回应。

        3月4日，哈尔迪曼向二十七家客户发出了一份通告。
        """,
    )
    two = document(
        "two",
        None,
        "2025-03-05",
        "瑞士生产商夏迪文（Haldimann）行政总裁乌斯·夏迪文昨日会见传媒，向家属鞠躬。",
    )
    three = document(
        "three",
        None,
        "2025-03-06",
        "“We take no comfort from that,” said Urs Haldimann, its chief executive.",
    )

    (owner,) = told([one, two, three]).values()

    assert spellings(owner) == {"乌尔斯·哈尔迪曼", "乌斯·夏迪文", "Urs Haldimann"}
    assert organisations([one, two, three]) == {"哈尔迪曼": one.sentences[2].text}


@pytest.mark.parametrize(
    "leaning", ["Mr Storvik told him to leave.", "Ms Storvik has said that he was asleep."]
)
def test_an_english_sentence_about_another_whom_it_does_not_name_gives_way(leaning):
    first = "Vera Storvik, a captain, said the ferry was safe."
    one = document("one", None, "2025-03-04", f"{first} {leaning}")

    assert told([one])["Vera Storvik"].sentence.text == first


def test_what_a_transcript_lets_somebody_say_is_no_row_of_theirs():
    label = "许骏：这座桥的检修记录从去年三月起就没有人签过字。"
    one = document("one", None, "2025-03-04", f"{label}\n\n工程师许骏3月4日辞职，没有说明原因。")

    assert told([one])["许骏"].sentence.text != label
    assert told([document("two", None, "2025-03-04", f"{label}\n\n许骏：没有人签过字，也没有人问过。")]) == {}


def test_whoever_is_quoted_has_a_row_and_whoever_is_only_remembered_has_none():
    one = document(
        "one",
        None,
        "2025-03-09",
        """
        质检科长冉佩兰从柜子里取出四十只圈，一只没裂。她说：“圈是我们的，扳手是他们的，没有人能赖掉。”
        这座钟1771年由钟表匠若斯·奥布拉克制成。
        """,
    )
    two = document("two", None, "2025-03-10", "1771年，钟表匠若斯·奥布拉克制成了这座钟，圈却是新的。")

    rows = told([one, two])

    assert "冉佩兰" in rows
    assert "若斯·奥布拉克" not in rows


def test_a_known_organisation_is_called_as_the_articles_call_it():
    """The table that joins its names is no source: no reader of English meets 谷歌."""
    english = [
        document(name, None, f"2025-03-0{day}", text)
        for day, (name, text) in enumerate(
            {
                "one": "Google announced on March 1 that it would close its harbour office. Google has 90 people there.",
                "two": "Google will close the harbour office in spring, the company said. Google bought it in 2019.",
            }.items(),
            start=1,
        )
    ]

    found = story.tell(summaries(english), THEME, as_of="2025-12-31").organisations

    assert [each.name for each in found] == ["Google"]
    assert not any("谷歌" in each.aliases for each in found)


def test_two_institutions_that_share_their_first_and_last_word_are_two():
    """A false merge: only of people may a middle name be left out."""
    one = document(
        "one",
        None,
        "2025-03-04",
        """
        The Harbour Retail Merchants Association sued the county on March 3.
        The Harbour Restaurant Association called the tax unfair on March 3.
        The Harbour Business Restaurant Association opposed it on March 2.
        """,
    )

    named = entities.find(gathering.read([one]), THEME)
    bodies = [each.spellings for each in named if each.kind == "organisation"]
    assert len(bodies) == 3
    assert all(len(spelled) == 1 for spelled in bodies)


def test_nobody_has_another_middle_name_elsewhere():
    one = document(
        "one", None, "2025-03-04", "Lena Marie Hofer resigned on March 3. Lena Marie Hofer led the yard."
    )
    two = document(
        "two", None, "2025-03-05", "Lena Ruth Hofer joined the yard on March 4. Lena Hofer is a welder."
    )

    assert not any(
        {"Lena Marie Hofer", "Lena Ruth Hofer"} <= spellings(row) for row in told([one, two]).values()
    )


def test_whom_one_article_quotes_is_met_where_the_quotation_stands():
    lines = [
        f"检查员{name}说：“{word}我们没有收到过任何警告。”"
        for name, word in [
            ("林海生", "在事故以前，"),
            ("何以宁", "整整一年里"),
            ("许卫国", "直到昨天"),
            ("冯若兰", "当天夜里"),
        ]
    ]
    movers = [
        "总裁卡洛斯·门德斯3月9日宣布辞职。",
        "首席科学家奥列格·佩特罗夫3月8日离职后加入了一家研究机构。",
        "董事长阮知微3月7日辞去职务。",
        "副总裁罗静怡3月6日被任命为代理总裁。",
    ]
    one = document("one", None, "2025-03-10", "\n".join([*movers, *lines]))

    issue = story.tell(summaries([one]), THEME, as_of="2025-12-31")

    quoted = {each.sentence.text for each in issue.quotes}
    assert quoted
    assert quoted.isdisjoint(person.sentence.text for person in issue.people)
    assert len(issue.people) >= 4


def test_who_asked_for_a_dismissal_in_front_of_a_quotation_was_not_dismissed():
    """Else the quotation would tell how he left, and what says less be no news of him."""
    one = document(
        "one",
        None,
        "2025-03-10",
        """
        据透露，对董事长陆闻的罢免正是何以宁、沈婧等人提出，一位不愿具名的董事说：“陆闻参与造假，并且干扰调查，足以被追究刑事责任。”
        何以宁是澄屿资本创始人，最早投资了陆闻的公司。
        """,
    )
    two = document("two", None, "2025-03-11", "何以宁对陆闻的公司提出了三项要求，公司没有回应。")

    issue = story.tell(summaries([one, two]), THEME, as_of="2025-12-31")

    assert any("何以宁" in quote.sentence.text for quote in issue.quotes)
    assert "何以宁" in {person.name for person in issue.people}


@pytest.mark.parametrize(
    "heard",
    [
        "何以宁在侦讯时听到死亡人数不断攀升，情绪非常低落，最后掩面痛哭。",
        "何以宁被依过失致死、肇事逃逸等八项罪名起诉，除肇事逃逸外全部认罪。",
    ],
)
def test_who_hears_of_deaths_or_is_tried_for_one_did_not_die(heard):
    """Else his sentence, of a newer article, would come after his end and count for little."""
    one = document(
        "one", None, "2025-03-10", f"{heard}\n工程车司机何以宁接受检察官问话，获准以五十万元保释。"
    )
    sentence = "客轮翻沉案历经一年多审理，青屿地方法院3月9日宣判，被告何以宁因过失致死罪等罪被判刑7年10月。"
    two = document("two", None, "2026-03-10", f"{sentence}\n{heard}")

    assert told([one, two])["何以宁"].sentence.text == sentence


@pytest.mark.parametrize(
    ("told", "died"),
    [
        ("船长何以宁3月9日在医院去世。", True),
        ("何以宁在事故中死亡，遇难者家属已经到达。", True),
        ("何以宁听到死亡人数不断攀升，情绪低落。", False),
        ("何以宁因过失致死罪受审。", False),
    ],
)
def test_whose_death_it_is(told, died):
    read = gathering.read([document("one", None, "2025-03-10", f"{told}\n何以宁是船长。")])
    (who,) = [each for each in entities.find(read, THEME) if "何以宁" in each.spellings]
    chronology.mark(read, "2025-12-31")
    anchors.mark(read, (who,), THEME)

    assert ("die" in portraits.changes(read, read.statements[0], who)) is died


def test_a_firm_has_the_name_that_it_is_called_by_and_not_the_fullest_met():
    """青岭电池汽车 in one sentence of ten is half a name and half what it makes."""
    often = "\n".join(f"青岭电池3月{day}日宣布收购第{day}家工厂。" for day in range(1, 20))
    one = document("one", None, "2025-03-20", f"{often}\n青岭电池汽车股价上涨。")
    two = document(
        "two", None, "2025-03-21", "青岭电池的员工表示担心。\n青岭公布了财报。\n青岭电池汽车员工有八百人。"
    )

    assert [name for name in organisations([one, two]) if name.startswith("青岭")] == ["青岭电池"]


@pytest.mark.parametrize("articles", [2, 3])
def test_whom_many_articles_name_has_a_row_though_a_quotation_tells_that_he_was_dismissed(articles):
    """Of whom two name the quotation, which stands beside, says more than his row could."""
    documents = [
        document(
            "one",
            None,
            "2025-03-10",
            """
            公告表示：“根据调查委员会的建议，董事会解雇了何以宁，理由是有证据表明他参与了捏造的交易，公司将追究责任。”
            澄屿资本称，前首席执行官何以宁向董事会隐瞒了亏损。
            """,
        ),
        document("two", None, "2025-03-11", "澄屿资本的投资者要求何以宁归还奖金。"),
        document("three", None, "2025-03-12", "澄屿资本的员工说，何以宁从未出现在门店。"),
    ]

    issue = story.tell(summaries(documents[:articles]), THEME, as_of="2025-12-31")

    assert any("何以宁" in quote.sentence.text for quote in issue.quotes)
    assert ("何以宁" in {person.name for person in issue.people}) is (articles == 3)
