"""What an article's key points gain from the other articles of its issue."""

from __future__ import annotations

from dataclasses import replace

from digest import story
from digest.model import Document, Theme
from digest.summarizers import summarize
from tests.story.events import document

THEME = Theme("ferry", "Ferry")

RESIGNED = "3月8日，海鸥客轮公司总裁李明辉因隐瞒17次制动故障辞职。"
CANTEEN = "公司食堂在同一周换了菜单，员工对新的红烧茄子评价不高。"
ALONE = f"船厂的早晨总是很吵。\n{CANTEEN}\n{RESIGNED}\n码头上的风一直没有停。"


def others(text: str) -> list[Document]:
    return [document(name, None, "2025-03-09", text) for name in ("two", "three")]


def shared(one: Document, *beside: Document, theme: Theme = THEME) -> dict[str, float]:
    values = story.read([one, *beside], theme, as_of="2025-12-31").shared[one.id]
    return {each.text: value for each, value in zip(one.sentences, values, strict=True)}


def test_what_other_articles_tell_in_their_own_words_is_shared():
    one = document("one", None, "2025-03-09", ALONE)

    told = shared(one, *others("李明辉在3月8日离开了海鸥客轮公司。他承认隐瞒了17次制动故障。"))

    assert told[RESIGNED] > 0
    assert max(told.values()) == told[RESIGNED]
    assert told[CANTEEN] < told[RESIGNED] / 3


def test_an_article_in_another_language_is_a_witness_too():
    one = document(
        "one", None, "2025-03-09", "3月8日，总裁李明辉(Li Minghui)因隐瞒17次故障辞职。\n食堂换了菜单。"
    )
    english = document("two", None, "2025-03-09", "Li Minghui resigned on March 8 after hiding 17 failures.")

    told = shared(one, english)

    assert max(told, key=told.__getitem__) == one.sentences[0].text


def test_two_that_tell_it_are_as_good_as_all():
    """A large folder tells many things, each in few articles."""
    one = document("one", None, "2025-03-09", ALONE)
    two, three = others("李明辉在3月8日辞职。")
    four = document("four", None, "2025-03-09", "今年的芒果比往年甜，价钱也便宜。")
    five = document("five", None, "2025-03-09", "市立图书馆周日延长开放到晚上九点。")

    assert shared(one, two, three, four, five)[RESIGNED] >= 0.9 * shared(one, two, three)[RESIGNED] > 0


def test_articles_that_have_nothing_to_do_with_each_other_share_next_to_nothing():
    one = document("one", None, "2025-03-09", ALONE)

    told = shared(one, document("two", None, "2025-03-09", "今年的芒果比往年甜，果农说雨水来得正是时候。"))

    assert max(told.values()) < 0.05


def test_an_article_alone_shares_nothing():
    one = document("one", None, "2025-03-09", ALONE)

    assert set(shared(one).values()) == {0.0}


def test_an_article_keeps_its_own_news_and_then_tells_what_others_tell_too():
    """Its first two points it would have anyway: its own news may be nobody else's."""
    own = "3月9日，海鸥客轮公司宣布出售最老的3艘渡轮，售价共计4200万元。"
    deal = "3月9日，买主海山集团承诺保留全部186名船员，为期五年。"
    rest = "丰禾超市3月10日租下码头，27个泊位每年租金190万元，租期十年。"
    body = f"{own}{deal}{rest}\n{CANTEEN}\n{RESIGNED}\n码头上的风一直没有停。"
    title = "海鸥客轮公司出售3艘渡轮，保留186名船员，码头租给丰禾超市"
    one = document("one", title, "2025-03-09", body)
    values = story.read([one, *others("李明辉在3月8日辞职。")], THEME, as_of="2025-12-31").shared[one.id]

    alone = summarize(one, limit=3).points
    beside = summarize(one, limit=3, shared=values).points

    assert [point.text for point in beside] == [own, deal, RESIGNED]
    assert RESIGNED not in [point.text for point in alone]
    assert "what other articles of the issue tell, too" in {each.feature for each in beside[2].reasons}


def test_a_story_is_the_same_whether_its_articles_were_read_before_or_not():
    documents = [document("one", None, "2025-03-09", ALONE), *others("李明辉在3月8日辞职。")]
    summaries = [summarize(each, limit=2) for each in documents]
    theme = replace(THEME, query=("客轮",))

    reading = story.read(documents, theme, as_of="2025-12-31")
    told = story.tell(summaries, theme, as_of="2025-12-31", reading=reading)

    assert told == story.tell(summaries, theme, as_of="2025-12-31")
