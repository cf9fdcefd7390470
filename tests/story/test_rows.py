# ruff: noqa: E501 - a sentence of a story stays on one line
"""Whom a row is about, who he is, who speaks, and what a number counts."""

import pytest

from digest import cleaning, story
from digest.model import Theme
from digest.story.dates import chronology
from digest.story.matching import anchors
from digest.story.names import entities
from digest.story.people import portraits
from digest.story.sections import labelled
from digest.story.statements import gathering
from tests.story.events import document, summaries

THEME = Theme("t", "T")


def tell(*documents):
    return story.tell(summaries(documents), THEME, as_of="2025-12-31")


def people(*documents):
    return {person.name: person for person in tell(*documents).people}


def sentence(name, *documents):
    """What is told of *name*, or None."""
    row = people(*documents).get(name)
    return row and row.sentence.text


FATE = "客轮公司3月9日宣布解雇总裁李明辉(Li Minghui)，原因没有公布。"


@pytest.mark.parametrize(
    "about_others",
    [
        "许多员工对李明辉被解雇一事感到沮丧，有人当场落泪。",
        "他们不仅支持董事会，还要求总裁李明辉下台，甚至愿意为此集体辞职。",
        "这已经是李明辉派和投资人争夺客轮公司控制权的第二回合。",
        "李明辉也曾这样称赞船长王立国：王立国是客轮公司成功的关键。",
    ],
)
def test_a_sentence_about_others_is_not_about_whom_it_only_names(about_others):
    """Readers look for what became of somebody, not for where his name stands."""
    both = document("one", None, "2025-03-09", FATE), document("two", None, "2025-03-10", about_others)

    assert sentence("李明辉", *both) == FATE


def test_one_of_three_in_a_list_has_no_row_of_an_agenda():
    agenda = "股东大会将讨论解除总裁李明辉的任命，解除王立国、周慧敏的任命，客轮公司没有说明原因。"
    both = document("one", None, "2025-03-09", agenda), document("two", None, "2025-03-09", agenda)

    assert {"王立国", "周慧敏"}.isdisjoint(people(*both))


def test_what_was_done_to_somebody_is_told_and_not_what_was_planned():
    planned = "为了反制李明辉，客轮公司的董事决定在3月2日举行会议，罢免李明辉的职务。"
    done = "在3月5日的会议上，李明辉被免去了总裁一职，客轮公司没有说明原因。"

    told = sentence(
        "李明辉", document("one", None, "2025-03-02", planned), document("two", None, "2025-03-05", done)
    )
    assert told == done


def test_whoever_is_engaged_again_is_told_by_that():
    again = "海事局3月9日宣布，董事会重新聘请李明辉担任客轮公司总裁。"
    before = "李明辉喜欢在客轮公司的码头上散步，常常一走就是三个小时。"

    assert sentence("李明辉", document("one", None, "2025-03-09", f"{before}{again}")) == again


def test_who_tells_of_a_crash_that_killed_others_was_not_killed():
    memo = "In a memo, Mark Dunn said the inquiry into the crash, which killed 26 people, was far from over."
    read = gathering.read([document("one", None, "2025-03-10", memo)])
    named = entities.find(read, THEME)
    chronology.mark(read, "2025-12-31")
    anchors.mark(read, named, THEME)
    (dunn,) = (each for each in named if "Mark Dunn" in each.spellings)

    assert "die" in read.statements[0].acts_of(dunn.key)
    assert portraits.changes(read, read.statements[0], dunn) == frozenset()


def test_the_newest_verdict_is_told():
    first = "李明辉被禁赛八年，即日生效。"
    second = "游泳运动员李明辉的禁赛期，从八年减至四年，2025年5月结束。"

    told = sentence(
        "李明辉", document("one", None, "2024-03-09", first), document("two", None, "2024-12-22", second)
    )
    assert told == second


def test_two_who_are_named_in_the_same_sentences_have_each_his_own():
    full = "The ferry was under the command of 56-year-old Captain Mark Dunn, who had sailed for eleven years, with 32-year-old Peter Hale serving as mate."
    short = "The ferry was steered by Captain Mark Dunn and assisted by Engineer Peter Hale."
    rows = people(document("one", None, "2025-03-09", short), document("two", None, "2025-03-10", full))

    assert {name: row.sentence.text for name, row in rows.items()} == {"Mark Dunn": full, "Peter Hale": short}


@pytest.mark.parametrize(
    ("said", "name", "office"),
    [
        ("客轮公司总裁李明辉3月9日宣布离职，原因没有公布。", "李明辉", "总裁"),
        ("青屿大学物理系教授李明辉3月9日宣布离职，原因没有公布。", "李明辉", "青屿大学物理系教授"),
        ("3月9日，前首席财务官李明辉宣布离职，原因没有公布。", "李明辉", "前首席财务官"),
        ("Harbour Air CEO Mark Dunn resigned on Monday.", "Mark Dunn", "Harbour Air CEO"),
        ("Mark Dunn, minister for transport, resigned on Monday.", "Mark Dunn", "minister for transport"),
    ],
)
def test_who_somebody_is_stands_beside_the_name(said, name, office):
    role = people(document("one", None, "2025-03-09", said))[name].role

    assert role is not None
    assert role.text.endswith(office)


@pytest.mark.parametrize(
    "said",
    [
        "李明辉3月9日宣布离职。",
        "负责人李明辉3月9日宣布离职。",
        "远汇银行刚刚失去负责人李明辉，李明辉3月9日宣布离职。",
        "乘客李明辉3月9日宣布离职。",
    ],
)
def test_what_does_not_say_of_what_is_no_office(said):
    assert people(document("one", None, "2025-03-09", said))["李明辉"].role is None


def test_an_office_is_found_again_in_its_source():
    """It is an author's word like the sentences, with the edits that lie in it and no other."""
    text = "港口报道。\n青嶼大學(daxue)的首席財務官李明輝3月9日宣布離職，原因沒有公布。\n"
    one = document("one", None, "2025-03-09", text)
    (person,) = tell(one).people

    assert person.role is not None
    cleaning.trace(person.role, one.article.text)
    assert person.role.source.end - person.role.source.start < len(text) / 2


@pytest.mark.parametrize(
    ("told", "none"),
    [
        ("远汇银行的化学家王立国说，他不相信这个结果，也没有算过。", "远汇银行"),
        ("客轮公司向远汇银行提交的文件显示，王立国将继续担任总裁。", "远汇银行"),
        ("The crew commander had more than 10,000 hours of flying time, Harbour Air said.", "Harbour Air"),
    ],
)
def test_an_organisation_that_is_only_mentioned_has_no_row(told, none):
    both = document("one", None, "2025-03-09", told), document("two", None, "2025-03-10", told)

    assert none not in {row.name for row in tell(*both).organisations}


def test_a_notice_is_said_by_whoever_issued_it():
    notice = "远汇银行发布了一份公告。公告写道：“公司对此深表遗憾，将承担全部的责任，并且向家属道歉。”"

    (quote,) = tell(document("one", None, "2025-03-09", notice)).quotes
    assert quote.speaker == "远汇银行"


@pytest.mark.parametrize(
    ("first", "who"), [("一位码头员工在岸边等船。", "一位码头员工"), ("码头上没有人。", None)]
)
def test_the_above_mentioned_is_who_was_described_above(first, who):
    said = f"{first}上述员工告诉记者：“我们已经三个月没有拿到工资了，谁也不肯说为什么。”"

    quotes = tell(document("one", None, "2025-03-09", said)).quotes
    assert [quote.speaker for quote in quotes] == ([who] if who else [])


def test_another_expert_speaks_after_the_first():
    another = 'Another expert noted few reasons: "This suggests either a human error or an intentional action by the crew."'
    one = '"You cannot accidentally bump the ferry\'s levers into motion, whatever you do," stated one engine specialist.'

    speakers = [
        quote.speaker for quote in tell(document("one", None, "2025-03-09", f"{another} {one}")).quotes
    ]
    assert speakers == ["one engine specialist", "Another expert"]
    assert tell(document("one", None, "2025-03-09", another)).quotes == ()


def test_whole_sentences_stand_before_pieces():
    piece = "王立国表示，船体的状况“比我们所有人以前想象的都要糟糕得多”。"
    whole = "李明辉说：“我们已经把客轮公司的三艘船都停了下来。”"

    quotes = tell(document("one", None, "2025-03-09", f"{piece}{whole}")).quotes
    assert [quote.speaker for quote in quotes] == ["李明辉", "王立国"]


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("客轮公司超500名员工联名要求总裁下台。", "超500名员工"),
        ("客轮公司沉船事故造成346人罹难，公司道歉。", "346人罹难"),
        ("客轮公司的净收入被夸大了约21.2亿元人民币，公司道歉。", "约21.2亿元"),
        (
            "The wreck of the Harbour ferry killed 241 passengers and crew members on board.",
            "241 passengers and crew members",
        ),
    ],
)
def test_a_number_says_how_exact_it_is_and_what_it_counts(told, value):
    (statement,) = gathering.read([document("one", None, "2025-03-09", told)]).statements

    assert labelled.label(statement, statement.quantities[0], ()) == value


def test_the_number_that_sizes_the_deed_comes_first():
    """How much was faked, before what the firm is worth."""
    worth = "客轮公司的市值约为980亿元，股东没有说什么。"
    faked = "客轮公司的净收入被夸大了约21.2亿元，股东没有说什么。"
    numbers = tell(
        document("one", None, "2025-03-09", worth), document("two", None, "2025-03-09", faked)
    ).numbers

    assert [number.value for number in numbers] == ["约21.2亿元", "约为980亿元"]


@pytest.mark.parametrize(
    "told", ["卫冕200米自由泳冠军的李明辉一直有争议。", "机长李明辉有15638小时的飞行经验。"]
)
def test_a_race_and_what_somebody_has_behind_him_are_no_numbers(told):
    assert tell(document("one", None, "2025-03-09", told)).numbers == ()


def test_a_sentence_with_half_a_pair_of_straight_marks_is_broken():
    told = '8月8日，远汇银行公布了三艘客轮的状况。"'
    whole = "8月9日，远汇银行公布了三艘客轮的价格。"

    rows = tell(
        document("one", None, "2025-03-09", f"{told}\n\n{whole}"), document("two", None, "2025-03-09", whole)
    )
    assert {row.name: row.sentence.text for row in rows.organisations} == {"远汇银行": whole}


# --- who speaks ---------------------------------------------------------------------


def test_he_is_the_reader_who_has_just_spoken_and_not_the_writer_whom_he_names():
    """A reader's farewell was printed as the dead writer's own words."""
    told = _told(
        "作家陈禾(Chen He)3月1日去世。\n有书迷对海岬社记者表示，自己从小读了许多陈禾先生的小说，听到消息十分震惊。\n"
        "“渔夫、灯塔和三只猫，这些名字对我来说太熟悉了，我们心中的海就该是陈禾先生笔下的样子。”他说，自己今晚来到医院，也想给自己一个交待。\n"
        "陈禾的家人没有露面。"
    )
    assert [each.speaker for each in told.quotes if "渔夫" in each.sentence.text] in ([], ["书迷"])


def test_what_stands_in_novels_nobody_says():
    """小说 ends with the verb of saying."""
    told = _told(
        "作家陈禾(Chen He)3月1日去世。\n“渔夫数星，三只猫守灯塔，老船长醉卧沙滩上。”这些都是陈禾小说中，读者十分熟悉的章节名称。\n陈禾的家人没有露面。"
    )
    assert [each for each in told.quotes if "渔夫" in each.sentence.text] == []


def _told(text):
    return story.tell(summaries([document("a", None, "2025-03-02", text)]), THEME, as_of="2025-12-31")


def test_how_many_died_comes_before_how_many_were_hurt_in_english_too():
    """The pattern of English deaths had a backspace where a word should end."""
    told = (
        "The ferry Lobelia sank off Gull Point on 1 March and 240 people were injured.\n"
        "The harbour office said that when the ferry Lobelia sank 12 people died.\n"
        "The weather had been calm for a week.\nIts owner has other ferries."
    )
    owned = (
        "The ferry Lobelia, which belongs to the harbour office, sank off Gull Point on 1 March.\n"
        "Schools open on Monday.\nThe post office stays open."
    )
    numbers = tell(document("a", None, "2025-03-02", told), document("b", None, "2025-03-02", owned)).numbers
    assert [each.value for each in numbers] == ["12 people", "240 people"]
