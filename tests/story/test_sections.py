"""The lead, what matters, numbers, quotes and what lies ahead: few sentences, each plainly in its place."""

from digest import story
from digest.model import SECTIONS, Theme
from tests.story.events import document, ferry, strike, summaries

THEME = Theme("ferry", "Ferry", query=("客轮", "翻沉", "ferry"), aliases=(("客轮", "ferry"),))


def tell(documents, theme=THEME):
    return story.tell(summaries(documents), theme, as_of="2025-12-31")


def test_the_lead_has_at_most_three_sentences_of_different_articles():
    lead = tell(ferry()).lead

    assert 1 < len(lead) <= 3
    assert len({sentence.article for sentence in lead}) == len(lead)


def test_the_lead_is_news_not_background_and_not_what_is_still_open():
    for sentence in tell(ferry()).lead:
        assert "2006" not in sentence.text
        assert "尚不清楚" not in sentence.text
        assert "有待" not in sentence.text


def test_the_lead_never_opens_with_a_pronoun():
    one = document(
        "one",
        None,
        "2025-03-09",
        "他3月8日辞职。这引发了争议。\n客轮公司总裁李明辉3月8日宣布辞职，董事会任命王海接任。",
    )

    (sentence, *_) = tell([one]).lead

    assert sentence.text.startswith("客轮公司总裁")


def test_why_it_matters_is_a_sentence_that_says_so():
    told = [sentence.text for sentence in tell(ferry()).why]

    assert told
    assert all("意味" in text or "标志" in text for text in told)


def test_what_lies_ahead_is_open_or_planned():
    told = [sentence.text for sentence in tell(ferry()).ahead]

    assert any("有待" in text or "unclear" in text for text in told)
    assert not any("已造成" in text for text in told)


def test_plans_of_an_article_that_is_months_old_have_become_history():
    old = document("old", None, "2024-01-05", "客轮公司计划增开3条航线，何时开航有待公布。")

    assert not any(sentence.article == old.id for sentence in tell([*ferry(), old]).ahead)


def test_a_day_to_come_lies_ahead_and_one_that_has_come_does_not():
    early = document(
        "early",
        None,
        "2025-03-09",
        "客轮公司的听证会3月20日在海事局举行。\n客轮翻沉案将在6月30日由海事法院开庭。\n客轮公司和家属的协商还在继续。",
    )
    late = document("late", None, "2025-04-02", "客轮公司总裁李明辉3月20日在听证会上道歉。")

    told = [sentence.text for sentence in tell([early, late]).ahead]

    assert "客轮翻沉案将在6月30日由海事法院开庭。" in told
    assert "客轮公司和家属的协商还在继续。" in told
    assert not any("3月20日" in text for text in told)


def test_a_quote_has_a_speaker_who_is_named_or_described_in_the_sentence():
    told = {quote.speaker: quote.sentence.text for quote in tell(ferry()).quotes}

    assert "我们接到求救信号时" in told["周慧敏"]
    assert "一名倖存者" in told


def test_a_quote_whose_speaker_is_only_a_pronoun_is_left_out():
    one = document(
        "one", None, "2025-03-09", "他说：“我们接到求救信号时，船体已经严重倾斜，时间只有几分钟。”"
    )

    assert tell([one]).quotes == ()


def test_a_quotation_that_is_a_sentence_has_its_speaker_in_the_next():
    one = document(
        "one",
        None,
        "2025-03-09",
        "“我们接到求救信号时，船体已经严重倾斜，时间只有几分钟。”局长周慧敏补充说，搜救还在继续。",
    )

    assert [quote.speaker for quote in tell([one]).quotes] == ["周慧敏"]


def test_he_who_speaks_is_the_one_person_named_just_before():
    one = document(
        "one",
        None,
        "2025-03-09",
        "局长周慧敏3月9日到了码头。她说：“求救信号传来的时候，船体已经严重倾斜，时间只有几分钟。”",
    )

    assert [quote.speaker for quote in tell([one]).quotes] == ["周慧敏"]


def test_a_spokesman_who_is_only_pointed_at_is_named_with_whom_he_speaks_for():
    one = document(
        "one",
        None,
        "2025-03-09",
        "海事局的发言人否认救援迟到。该发言人说：“我们接到求救信号时，船体已经严重倾斜，时间只有几分钟。”",
    )

    assert [quote.speaker for quote in tell([one]).quotes] == ["海事局的发言人"]


def test_what_somebody_on_the_net_says_is_no_quote():
    one = document("one", None, "2025-03-09", "有网友说：“这样的客轮早就应该停航检修，谁也不敢再坐了。”")

    assert tell([one]).quotes == ()


def test_numbers_carry_their_unit_and_the_articles_that_give_them():
    told = {number.value: number for number in tell(strike(), Theme("s", "S")).numbers}

    assert any(value.startswith("35") for value in told)
    assert all(number.value in number.sentence.text for number in told.values())


def test_a_section_with_nothing_good_is_empty():
    weather = document("weather", None, "2025-03-09", "多云。\n有风。")

    told = tell([weather])

    assert all(getattr(told, section) == () for section in SECTIONS)


def test_no_articles_tell_no_story():
    assert tell([]) == story.tell([], THEME, as_of="2025-12-31")


def test_each_sentence_says_which_rule_chose_it():
    told = tell(ferry())

    for section in ("lead", "why", "ahead"):
        assert all(sentence.rule.startswith(f"{section}:") for sentence in getattr(told, section))
    assert all(row.sentence.rule.startswith("timeline:fullest-of-") for row in told.timeline)
    assert all(person.sentence.rule.startswith("people:") for person in told.people)


def test_a_code_or_a_telephone_number_counts_nothing():
    one = (
        "客轮公司（09771）昨天在港口说明了翻沉的原因和赔偿的办法。\n"
        "客轮公司请乘客拨打热线12320，询问翻沉的赔偿和下一步的办法。\n"
        "客轮公司为翻沉赔偿了2.4亿元，乘客的家属昨天已经收到了通知。"
    )
    two = (
        "客轮公司（09771）说明了翻沉的原因。\n乘客可拨打热线12320询问翻沉的赔偿。\n"
        "客轮公司赔偿2.4亿元，家属收到了翻沉的通知。"
    )
    documents = [document("one", None, "2025-03-09", one), document("two", None, "2025-03-10", two)]

    assert [number.value for number in tell(documents).numbers] == ["2.4亿元"]
