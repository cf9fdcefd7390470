"""Which counts of people are numbers to know, and who tells them."""

import pytest

from digest import story
from digest.language import numbers
from digest.model import Theme
from digest.story.sections import tolls
from digest.story.statements import gathering
from tests.story.events import document, summaries

THEME = Theme("t", "T")


def counts(*texts):
    """The material of *texts*, each an article of its day, and every count in it with its statement."""
    documents = [document(f"a{day}", None, f"2025-03-0{day}", text) for day, text in enumerate(texts, 1)]
    material = gathering.read(documents)
    told = [(each, quantity) for each in material.statements for quantity in each.quantities]
    return material, sorted(told, key=lambda row: texts.index(_article(material, row[0], texts)))


def _article(material, statement, texts):
    return next(text for text in texts if statement.text in text)


def tellers(material, row, told):
    """The articles that give the number of *row*, from 1 on."""
    return {int(material.documents[rank].published.date[-2:]) for rank in tolls.who_tell(*row, told)}


@pytest.mark.parametrize(
    ("sentence", "fates"),
    [
        ("事故造成12人死亡、31人受伤，另有15人失踪。", ["dead", "hurt", "missing"]),
        ("客轮上载有146人。", ["aboard"]),
        ("消防员陆续救出40人，仍有22人受困。", ["rescued", "trapped"]),
        ("At least 14 people were killed and 38 people injured.", ["dead", "hurt"]),
        ("调查组询问了26名员工。", [""]),
    ],
)
def test_what_happened_to_so_many(sentence, fates):
    material = gathering.read([document("a", None, "2025-03-01", sentence)])
    statement = material.statements[0]

    assert [tolls.fate(statement, each) for each in numbers.find(statement.folded)] == fates


def test_a_later_count_takes_the_place_of_the_one_before():
    material, told = counts(
        "翻沉事故已造成112人死亡。", "翻沉事故已造成146人死亡。救援人员又发现20名遇难者。"
    )
    fates = tolls.newest(material, told)

    assert fates == {"dead": "2025-03-02"}
    assert [tolls.is_overtaken(material, *each, fates) for each in told] == [True, False, True]


def test_who_counts_something_else_does_not_tell_the_number():
    material, told = counts(
        "事故已造成110人死亡。", "公司派出110人协助搜救。", "至今有110人遇难。", "医院又收治了110名伤者。"
    )

    assert tellers(material, told[0], told) == {1, 3}


def test_a_round_number_of_people_is_told_of_many_things():
    material, told = counts("船公司派出400人协助调查。", "调查组询问了400名员工。", "公司共派出412人。")

    assert tellers(material, told[0], told[:2]) == {1}


@pytest.mark.parametrize(
    "told",
    [
        ("海澜612次列车3月1日在青屿站外脱轨。", "脱轨的海澜612次列车由海澜铁路公司运营，公司已展开调查。"),
        ("海澜铁路公司的员工开了一个赌池，猜赔偿金最多会有20亿元。", "公司员工打赌，赔偿金会有20亿元。"),
    ],
)
def test_what_numbers_a_train_or_is_bet_on_is_no_number(told):
    documents = [document(f"a{day}", None, f"2025-03-0{day}", text) for day, text in enumerate(told, 1)]

    assert story.tell(summaries(documents), THEME, as_of="2025-12-31").numbers == ()
