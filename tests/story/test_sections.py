"""The lead, what matters, numbers, quotes and what lies ahead: few sentences, each plainly in its place."""

from dataclasses import replace

import pytest

from digest import story
from digest.model import SECTIONS, Theme
from digest.story import heads
from digest.story.dates import chronology
from digest.story.matching import anchors
from digest.story.names import entities
from digest.story.sections import lead
from digest.story.statements import gathering, lexicon
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


def test_what_a_text_says_it_will_tell_is_nothing_that_lies_ahead():
    announced = "接下来将介绍客轮公司停运的根本原因；恢复运行的几个条件；沿线居民的看法。"
    body = f"客轮“海澜号”3月8日翻沉，12人死亡。\n{announced}\n船长林国栋被救起。"

    told = story.tell(summaries([document("one", None, "2025-03-09", body)]), THEME, as_of="2025-03-10")

    assert told.ahead == ()


def test_what_may_be_the_site_s_own_words_is_no_lead_where_there_is_another():
    whole = ferry()[:1]
    (first, *_) = tell(whole).lead
    doubted = [replace(each, doubt=0.5) if each.text == first.text else each for each in whole[0].sentences]

    assert first.text != tell([replace(whole[0], sentences=tuple(doubted))]).lead[0].text


def test_what_other_articles_open_with_weighs_more_in_the_lead():
    """One article's liveliest sentence may be an aside; what the others have in their heads is the story."""
    aside, news = "3月8日，客轮公司解雇了厨师王海。", "3月8日，客轮公司解雇了总裁李明辉。"
    one = document("one", None, "2025-03-09", f"{aside}\n{news}")
    two = document("two", "总裁李明辉被解雇之后", "2025-03-09", "李明辉去了哪里？")
    read = gathering.read([one, two])
    chronology.mark(read, "2025-12-31")
    anchors.mark(read, entities.find(read, THEME), THEME)

    about = heads.anchors_of(read)
    weight = {each.text: lead.noticed(read, each, about) for each in read.statements}

    assert weight[news] > weight[aside]


def test_of_what_others_open_with_the_lead_tells_more_than_the_shortest_sentence():
    """Its share of it would make the barest sentence win: 李明辉的解雇立即生效."""
    bare = "客轮公司解雇了李明辉。"
    whole = "客轮公司董事会3月8日解雇了总裁李明辉，船长林国栋代理总裁，公司股价下跌百分之九。"
    one = document("one", None, "2025-03-09", f"{bare}\n{whole}")
    two = document("two", "总裁李明辉被解雇，林国栋代理", "2025-03-09", "客轮公司的股价下跌百分之九。")
    read = gathering.read([one, two])
    chronology.mark(read, "2025-12-31")
    anchors.mark(read, entities.find(read, THEME), THEME)

    about = heads.anchors_of(read)
    weight = {each.text: lead.noticed(read, each, about) for each in read.statements}

    assert weight[whole] > weight[bare]


def test_who_somebody_is_leaves_room_for_news_in_the_lead():
    body = "总裁李明辉39岁，加入客轮公司以前任命过两位船长。\n工会主席陈淑芬起诉了船厂，要求赔偿。"

    told = [sentence.text for sentence in tell([document("one", None, "2025-03-09", body)]).lead]

    assert "工会主席陈淑芬起诉了船厂，要求赔偿。" in told


def test_the_lead_does_not_speak_to_the_reader():
    aside = "我3月8日问了两家客轮公司的店长，他们都说李明辉已经辞职了。"
    news = "客轮公司总裁李明辉3月8日宣布辞职，由王海接任。"

    told = [each.text for each in tell([document("one", None, "2025-03-09", f"{aside}\n{news}")]).lead]

    assert told == [news]


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


def test_the_lead_tells_no_event_twice():
    one = document(
        "one", None, "2025-03-09", "3月8日，首席科学家奥列格·佩特罗夫(Oleg Petrov)宣布从公司离职。"
    )
    two = document(
        "two",
        None,
        "2025-03-10",
        """
        3月8日，奥列格·佩特罗夫(Oleg Petrov)宣布离职，没有说明原因。
        3月10日，总裁卡洛斯·门德斯(Carlos Mendes)解散了他的实验室。
        """,
    )

    told = [sentence.text for sentence in tell([one, two]).lead]

    assert sum("离职" in text for text in told) == 1


def test_a_count_of_leaders_of_whom_none_is_named_does_not_say_why_it_matters():
    """A reader takes them for those of the sentence above."""
    one = document(
        "one",
        None,
        "2025-03-09",
        """
        客轮公司船长林国栋3月8日被警方逮捕，海澜航运公司的股价下跌百分之九。
        三位高管的同日离职让这家航运公司面临前所未有的挑战，乘客也在流失。
        船长林国栋的被捕让海澜航运公司面临前所未有的质疑，股东要求换人。
        """,
    )

    told = [sentence.text for sentence in tell([one]).why]

    assert told == ["船长林国栋的被捕让海澜航运公司面临前所未有的质疑，股东要求换人。"]


def test_what_has_no_precedent_says_why_it_matters():
    said = (
        "这起事故之所以牵动人心，是因为全国有两千多艘客轮在跑同样的航线，却没有一条规定说清楚谁来清点人数。"
    )

    news = "海澜航运公司的客轮3月8日翻沉，公司总裁李明辉当天宣布辞职。"
    told = tell([document("one", None, "2025-03-09", f"{news}\n{said}")])

    assert [sentence.text for sentence in told.why] == [said]


@pytest.mark.parametrize(
    "said",
    [
        "调查组收集的证据表明，海澜航运公司的船长林国栋当晚没有值班，也没有报告航线。",
        "海澜航运公司的客轮突然转变航向，船上的货物向左舷移动，船身随即倾斜。",
        "海事仲裁庭本质上是航运公司之间的最高法院，海澜航运公司向它提出申诉。",
        "公布全国首例客轮保险纠纷的海澜航运公司总裁李明辉被判入狱三年，罚款二百万元。",
    ],
)
def test_what_proves_a_fact_turns_a_ship_or_defines_a_court_does_not_say_why_it_matters(said):
    news = "海澜航运公司的客轮3月8日翻沉，公司总裁李明辉当天宣布辞职。"

    assert tell([document("one", None, "2025-03-09", f"{news}\n{said}")]).why == ()


def test_why_it_matters_does_not_say_the_lead_again():
    """It stands right above."""
    news = "客轮公司总裁李明辉3月8日宣布辞职，这标志着海澜航运公司三十年的家族经营结束了。"
    told = tell([document("one", None, "2025-03-09", news)])

    assert [each.text for each in told.lead] == [news]
    assert told.why == ()


def numbers_of(*told: str) -> list[str]:
    """Of a story that two articles tell in other words, too."""
    frame = "海澜航运公司的客轮3月8日翻沉，乘客要求退票，海澜航运公司的股价下跌。"
    documents = [
        document(f"article{day}", None, f"2025-03-1{day}", frame + text) for day, text in enumerate(told)
    ]
    return [number.value for number in tell(documents).numbers]


def test_a_count_put_roughly_and_exactly_is_one_number():
    roughly, exactly = (
        "海澜航运公司3月9日退了三万八千多张船票，海澜航运公司的股价下跌。",
        "海澜航运公司宣布，乘客退票38216张，海澜航运公司的股价下跌。",
    )

    assert len(numbers_of(roughly, exactly)) == 1


def test_a_number_that_is_dialled_counts_nothing_and_one_of_five_digits_may_count():
    dialled = "海澜航运公司公布了给乘客退票的电话12320，没有说明期限，海澜航运公司的股价下跌。"
    counted = "海澜航运公司给乘客退了12320张船票，没有说明期限，海澜航运公司的股价下跌。"

    assert numbers_of(dialled, "乘客在等。") == []
    assert numbers_of(counted, "乘客在等。") == ["12320张"]


def test_a_number_has_its_measure_word():
    told = "海澜航运公司给乘客退了12320颗螺丝的钱，海澜航运公司的股价下跌。"

    assert numbers_of(told, "乘客在等。") == ["12320颗"]


def test_a_number_that_a_ship_is_called_by_counts_nothing():
    ship = "海澜航运公司说，他的船“闽岱渔6028”停在岛的东南边。"
    called = "海澜航运公司说，6028越过了禁航线，乘客对海澜航运公司的处理不满。"

    assert numbers_of(ship, called) == []
    assert numbers_of("海澜航运公司说，他的船停在岛的东南边。", called) == ["6028"]


@pytest.mark.parametrize("model", ["737 Max", "Max 737", "787-9"])
def test_the_number_of_a_model_counts_nothing(model):
    told = (
        f"海澜航运公司最畅销的{model}机型先后发生两次坠机，让海澜航运公司陷入动荡。",
        f"海澜航运公司昨日停飞了{model}机型，海澜航运公司的股价下跌。",
        f"海澜航运公司说，{model}机型没有问题。",
    )

    assert numbers_of(*told) == []


def test_how_many_are_hurt_is_said_beside_their_number():
    assert numbers_of("海澜航运公司的客轮昨晨翻沉，至少造成9死、1058伤和143人被困。", "乘客在等。") == [
        "1058伤"
    ]


def test_what_an_amount_comes_to_in_another_currency_is_no_number_either():
    told = "海澜航运公司宣布收购船厂，交易额高达687亿美元，{}，成为最贵的并购案。"

    for aside in ("约合4364亿元", "相当于人民币4364亿元", "折合新台币4364亿元"):
        assert numbers_of(told.format(aside), "乘客在等。") == ["高达687亿美元"]
    assert "4364亿元" in numbers_of(told.format("海晴航运只出4364亿元"), "乘客在等。")


def test_a_number_that_is_only_denied_comes_behind_one_that_is_told():
    told = "海澜航运公司三天里退了68亿元的票款。"
    denied = "读完海澜航运公司的报告，我记住的数字不是96亿元。"

    assert numbers_of(denied, told) == ["68亿元"]


def test_the_end_of_a_number_is_no_number():
    told = "海澜航运公司说，浮筒失效的概率小于十万分之一。"

    assert numbers_of(told, told) == []


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


@pytest.mark.parametrize(
    "told",
    [
        "“{}。”面对镜头，周慧敏说。",
        "按照周慧敏的说法，“{}。”",
        "“{}。”周慧敏总结道。",
        "周慧敏的看法是：“{}。”",
        "“不。”周慧敏说。“{}。”",
    ],
)
def test_the_speaker_is_found_in_whatever_frames_the_words(told):
    body = f"局长周慧敏昨天批评了公司。\n{told.format('我们接到求救信号时，船体已经严重倾斜')}"

    (quote,) = tell([document("one", None, "2025-03-09", body)]).quotes

    assert quote.speaker == "周慧敏"


@pytest.mark.parametrize(
    "told",
    [
        '"{}," Keller continued.',
        '"{}," according to Keller.',
        'According to Keller, "{}."',
        'As Keller put it: "{}."',
        '"No," Keller said. "{}."',
    ],
)
def test_english_verbs_of_saying_and_a_short_word_before_tell_the_speaker(told):
    words = "We will keep looking until somebody gives us an answer"
    body = f"Mayor Maria Keller criticised the company on Monday.\n\n{told.format(words)}"

    (quote,) = tell([document("one", None, "2025-03-09", body)]).quotes

    assert quote.speaker == "Maria Keller"


def test_who_looks_at_words_has_not_said_them():
    body = "局长周慧敏昨天批评了公司。\n周慧敏看到墙上写着：“我们接到求救信号时，船体已经严重倾斜。”"

    assert tell([document("one", None, "2025-03-09", body)]).quotes == ()


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


def quoted(*sentences: str) -> list[tuple[str, str]]:
    one = document("one", None, "2025-03-09", "".join(sentences))
    return [(quote.speaker, quote.sentence.text) for quote in tell([one]).quotes]


def test_a_clause_without_a_subject_speaks_for_the_one_person_named_before_it():
    said = "海事局局长周慧敏下令所有客轮停航，认为「超载的船多开一天，就多一天没有人能担保的危险」。"

    assert quoted(said) == [("周慧敏", said)]


def test_words_at_the_end_of_a_sentence_are_of_whom_its_first_clause_lets_speak():
    said = "一位不愿具名的船长受访指出，客轮大多超载，「说了也没有人听，你不开就换别人开」。"

    assert quoted(said) == [("一位不愿具名的船长", said)]


def test_he_reaches_back_over_what_goes_on_about_him():
    said = "“冰图很漂亮，”他说，“我见过的最漂亮的冰图，一点噪点都没有。”"

    assert quoted("船长林国栋在海上二十六年。", "他在家里等消息，墙上贴着奖状。", said) == [("林国栋", said)]


def test_he_is_nobody_when_another_has_come_between():
    said = "“我见过的最漂亮的冰图，一点噪点都没有。”他说。"

    assert quoted("船长林国栋在海上二十六年。", "一名机工断了两根肋骨，他还在住院。", said) == []
    assert quoted("船长林国栋在海上二十六年。", "她没有再打电话来。", said) == []
    assert quoted("记者把信寄给了船长林国栋。", said) == []


def test_what_his_agent_says_he_does_not_say():
    said = "前锋林国栋已经解约，他的经纪人说，球员“从去年圣诞节起就没有收到过一分钱”。"

    assert quoted(said) == []


def test_who_speaks_is_named_before_what_is_told_ahead_of_the_quotation():
    told = "船长林国栋告诉我，两份记录都对，也都不对：“我把岸上的话传给了船上，现场就成了我说的。”"
    said = "局长周慧敏在论坛上表示，公司「从来没有想过靠涨价赚钱，也不会这样做」，并承诺两年内不调价。"

    assert quoted(told) == [("林国栋", told)]
    assert quoted(said) == [("周慧敏", said)]


def test_a_quotation_that_stands_alone_goes_on_with_who_spoke_just_before():
    assert quoted(
        "船长林国栋说，他三次要求停航都没有结果。", "“公司告诉我，你不开，自然会有别人来开这条船。”"
    ) == [("林国栋", "“公司告诉我，你不开，自然会有别人来开这条船。”")]


def test_an_english_speaker_may_be_explained_before_the_verb():
    said = (
        "“We told them the pump would fail, and they told us to sail,” one of them, Mark Dunn, said in May."
    )
    one = document("one", None, "2025-05-09", f"Three engineers had warned of the pump. {said}")

    assert [quote.speaker for quote in tell([one]).quotes] == ["Mark Dunn"]


def test_what_somebody_wrote_is_theirs():
    said = "他只回了一条短信：“先把落水的人找到，别的事情以后再说。”"

    assert quoted("船长林国栋没有接受采访。", said) == [("林国栋", said)]


def test_a_quotation_about_him_whom_nobody_names_is_none():
    """Alone it would say that the speaker talks of himself."""
    assert (
        quoted("船长林国栋被拘留。", "局长周慧敏说：“没有他，这条航线根本不会开到今天，我们也不会在这里。”")
        == []
    )


def test_a_quotation_about_somebody_it_names_itself_may_say_he():
    said = "局长周慧敏说：“船长是最后一个离船的人，没有他，获救的乘客不会有这么多。”"

    assert quoted(said) == [("周慧敏", said)]


def test_who_takes_a_stand_comes_before_who_describes():
    told = quoted(
        "律师方文静说：“当天傍晚的风从东南方向吹来，海面上能看到白色的浪花。”",
        "船长林国栋说：“我拒绝过三次，公司没有一次听我的，责任不该由我一个人负。”",
    )

    assert [who for who, _ in told] == ["林国栋", "方文静"]


def test_a_speaker_speaks_twice_and_behind_all_others():
    alone = (
        "船长林国栋说：“检修记录上的日期全是后来补写的，没有人真的检查过发动机。”",
        "船长林国栋说：“救生衣一半不能用，我向公司要了两年，从未等到一件。”",
    )
    others = [
        f"{who}说：“{what}。”"
        for who, what in (
            ("乘客李晓红", "我们每天只睡四个小时，没有谁问过能不能开船"),
            ("局长周慧敏", "超载的船不应该离港，这是写在规章里的"),
            ("律师方文静", "家属要的不是钱，而是一个能负责的名字"),
            ("机长赵永刚", "从空中我只看到翻过来的船底"),
        )
    ]

    assert [who for who, _ in quoted(*alone)] == ["林国栋", "林国栋"]

    heard = [who for who, _ in quoted(*alone, *others)]
    assert heard.count("林国栋") == 2
    assert heard[-1] == "林国栋"


def test_what_one_says_at_the_start_goes_on_until_somebody_else_speaks():
    said = "船长林国栋分析，渡轮不是慢，而是停了，在业内「没有人愿意第一个把它讲出来，也没有人敢」。"
    another = "船长林国栋分析，渡轮停了，局长周慧敏表示遗憾，「没有人愿意第一个把它讲出来，也没有人敢」。"

    assert quoted(said) == [("林国栋", said)]
    assert quoted(another) == [("周慧敏", another)]


def test_he_is_nobody_whom_only_the_quotation_names_or_who_stands_in_for_an_unknown():
    """Whoever is talked of does not talk, and a name that nothing shows to be one may be his."""
    about = "“没有人比林国栋更懂这条航线，我们都听他的，”他告诉港务公司。"
    unknown = "对此，海洋大学专业的滨田有相似体会，他说：“没有人愿意第一个把它讲出来，也没有人敢。”"

    assert ("林国栋", about) not in quoted("船长林国栋到了码头，也看了船。", about)
    assert quoted("船长林国栋到了码头。", unknown) == []


def test_who_acts_between_two_parts_of_a_quotation_speaks():
    said = "“是这儿，”她用脚尖点了点，“我是第一个到的，这辈子还是头一回。”"

    assert quoted("船长李晓红在码头等我，台阶每天冲洗。", said) == [("李晓红", said)]


def test_a_sentence_with_nobody_in_it_lets_him_reach_further_back():
    said = "“黑了半年了，没有人来修，”他告诉我，“我给每一盏灯都起了名字。”"

    assert quoted("船长林国栋在海上二十六年。", "那天是星期一，停航日。", said) == [("林国栋", said)]


def test_a_body_speaks_in_whole_sentences_and_what_it_puts_on_a_sign_is_none():
    said = "海澜航运公司昨日回应：“我们为乘客难过，但不会为没有签过的字付钱。”"
    sign = "海澜航运公司昨日强调，各船必须张贴“禁止乘客携带易燃易爆物品登船”的标志。"

    assert [who for who, _ in quoted(said, "海澜航运公司没有再说什么。")] == ["海澜航运"]
    assert quoted(sign, "海澜航运公司没有再说什么。") == []


def test_words_without_a_frame_are_of_whom_the_sentence_before_quotes():
    one = document(
        "one",
        None,
        "2025-05-09",
        '"We told them the pump would fail within a year," said Mark Dunn, an engineer. '
        '"An email is not a phone call, and nobody called."',
    )

    assert [quote.speaker for quote in tell([one]).quotes] == ["Mark Dunn", "Mark Dunn"]


@pytest.mark.parametrize(
    "told",
    [
        'In "Forgetting What We Never Knew Before," Mark Dunn also writes about the pump.',
        '"I inherited a mess of pumps, to be honest," Rourke said, blaming the engineer Mark Dunn for it.',
        'As Mark Dunn hinted, at the bottom of the list the note reads: "Nobody is to touch the pump again."',
    ],
)
def test_a_title_and_what_another_says_or_a_note_reads_is_nothing_that_he_said(told):
    one = document("one", None, "2025-05-09", f"Mark Dunn, an engineer, said so in May. {told}")

    assert [quote.speaker for quote in tell([one]).quotes if quote.speaker == "Mark Dunn"] == []


def test_what_an_amount_is_in_another_currency_is_no_number_of_its_own():
    told = "海澜航运公司借了15亿元人民币（约16.5亿港元），银行要求它更换管理层。"

    assert numbers_of(told, told) == ["15亿元"]


def test_a_currency_that_no_list_has_is_learned_from_the_numbers():
    one = "海澜航运公司向央行借了40亿塔勒，储户提走了68亿塔勒。"
    two = "渡轮的乘客要求赔偿24亿塔勒，海澜航运公司没有回应。"

    assert numbers_of(one, two) == ["24亿塔勒", "68亿塔勒"]


def test_a_short_sentence_is_a_quotation_and_a_short_phrase_is_none():
    said = "船长林国栋只回了一句：“我没有辞职。”"

    assert quoted(said) == [("林国栋", said)]
    assert quoted("船长林国栋称这次停航是“常规检修”。") == []


def test_a_colon_lets_the_subject_of_all_before_it_speak_but_not_who_is_told_or_reads():
    laughed = "船长林国栋听到这个数字时笑了起来：“我们带走的东西，海关都看得见。”"

    assert quoted(laughed) == [("林国栋", laughed)]
    assert quoted("船长林国栋收到一条短信：“明天的船照开，不用再问了。”") == []
    assert quoted("船长林国栋的信封里只有一张纸：“明天的船照开，不用再问了。”") == []


def test_she_reaches_back_into_the_paragraph_before_when_this_one_names_nobody():
    said = "“匿名的话，他们要怎么打电话来问我细节呢。”她说。"
    told = "工程师方文静说自己不在那份名单上，她还没有走。\n\n3月5日，她请了半天假，把材料交给了海事局。"

    assert quoted(told, said) == [("方文静", said)]


def test_somebody_brought_in_without_a_name_is_who_she_is():
    said = "“大家不是怕贼，是怕贼走了以后没人接电话，”她说。"
    told = "一位物流公司的经理在电话里笑了。"

    assert quoted(told, said) == [("一位物流公司的经理", said)]


def test_whom_he_sues_does_not_speak_for_him():
    said = "“我不是要钱，”他说，“我想听他们在法庭上说，那根弹簧能用几年。”"
    told = "船长林国栋签了字，但没有撤诉。他同另外两家一起在海事法院告了局长周慧敏，四月立的案。"

    assert quoted(told, said) == [("林国栋", said)]


def test_whole_sentences_of_a_speaker_come_before_a_piece_in_one_of_the_authors():
    told = quoted(
        "局长周慧敏强调，检修记录“从来没有被任何人修改过的痕迹”。",
        "船长林国栋说：“检修记录上的日期，没有人真的核对过。”",
    )

    assert [who for who, _ in told] == ["林国栋", "周慧敏"]


def test_two_nameless_sources_who_say_the_same_in_two_articles_are_heard_once():
    one = document(
        "one",
        None,
        "2025-03-09",
        "一位内部员工说：“客轮停航以后，公司只剩下货运的收入，没有人再提服务乘客的理想。”",
    )
    two = document(
        "two",
        None,
        "2025-03-10",
        "一位知情人士透露：“客轮已经停航，收入只靠货运，再谈为乘客服务就没有意义了。”",
    )

    assert len(tell([one, two]).quotes) == 1


def test_words_that_another_article_quotes_a_part_of_are_heard_once():
    news = "客轮公司总裁李明辉3月8日宣布辞职，董事会任命王海接任。\n海事局3月8日逮捕了船长林国栋。"
    whole = "律师王海在法院门口对记者说：“非常意外，太吃惊了。这完全是意料之外的事。”"
    part = "船厂的律师陈淑芬表示“非常意外、太吃惊了”，有船员形容这是总裁对乘客的蔑视。"
    one = document("one", None, "2025-03-09", f"{news}\n{whole}")
    two = document("two", None, "2025-03-09", f"3月8日，客轮公司解雇了厨师林国栋。\n{part}")

    assert [each.sentence.text for each in tell([one, two]).quotes] == [whole]
    assert [each.sentence.text for each in tell([two]).quotes] == [part]


def test_what_somebody_on_the_net_says_is_no_quote():
    one = document("one", None, "2025-03-09", "有网友说：“这样的客轮早就应该停航检修，谁也不敢再坐了。”")

    assert tell([one]).quotes == ()


def test_numbers_carry_their_unit_and_the_articles_that_give_them():
    told = {number.value: number for number in tell(strike(), Theme("s", "S")).numbers}

    assert "8 percent" in told
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


def test_the_lead_does_not_tell_again_who_left():
    one = document(
        "one",
        "两人离职",
        "2025-05-20",
        "根据统计，今年以来离开客轮公司的人有李明辉(Li Minghui)、王海(Wang Hai)和周文涛(Zhou Wentao)。",
    )
    two = document(
        "two", "李明辉离职", "2025-05-20", "李明辉(Li Minghui)离开客轮公司之后，创办了一家造船公司。"
    )

    assert len(tell([one, two]).lead) == 1


def test_what_a_side_says_of_it_opens_no_issue():
    body = "客轮公司的声明说，总裁李明辉辞职是他自己的意愿。\n3月9日，检察官起诉了客轮公司总裁李明辉。"

    (first, *_) = tell([document("one", None, "2025-03-10", body)]).lead

    assert "起诉" in first.text


def test_what_stands_between_two_dates_of_the_past_does_not_say_why_it_matters():
    """From 2015年，.. to 2017年3月，.. a feature tells forward; today's quarrel is another."""
    body = "\n".join(
        (
            "2015年，客轮公司的创始人在酒店里聚会。",
            "这一年的争吵意味着客轮公司的两派从此对立。",
            "客轮公司的分歧意味着两派人从此不再说话，翻沉的危险没有人再提。",
            "2017年3月，客轮公司的总裁换了人。",
        )
    )

    assert tell([document("one", None, "2025-03-10", body)]).why == ()


def test_what_lasted_until_something_ended_it_is_no_state():
    said = "客轮公司的两派意味着两种前途，总裁李明辉仍努力维持它们之间的平衡。"

    assert tell([document("one", None, "2025-03-10", f"{said}\n直到客轮翻沉。")]).why == ()
    assert tell([document("one", None, "2025-03-10", f"{said}\n客轮翻沉以后没有人再谈论此事。")]).why != ()


@pytest.mark.parametrize(
    "hollow",
    [
        "3月8日，调查组发布了客轮事故的调查报告。",
        "3月8日，海事法院就家属起诉客轮公司船长林国栋一案作出最终裁决。",
    ],
)
def test_the_lead_tells_what_was_found_not_only_that_something_was_published(hollow):
    found = "3月7日，船长林国栋承认客轮当晚超载，随后被海事局逮捕。"
    documents = [document("one", None, "2025-03-09", f"{hollow}\n{found}")]

    assert found in [each.text for each in tell(documents).lead]
    assert tell(documents).lead[0].text != hollow


def test_a_host_opens_no_issue_that_reporters_can_open():
    told = "3月8日，客轮公司总裁李明辉辞职，董事会任命王海接任。"
    host = document("host", None, "2025-03-10", "今天讲客轮公司总裁李明辉辞职的后续。", kind="transcript")
    news = document("news", None, "2025-03-09", told)

    assert [each.text for each in tell([host, news]).lead] == [told]
    assert tell([host]).lead, "a host alone may"


def test_of_one_day_the_lead_tells_one_thing():
    one = document("one", None, "2025-03-09", "3月8日，客轮公司解雇了总裁李明辉。")
    two = document("two", None, "2025-03-09", "船长林国栋3月8日在东港向家属道歉。")

    assert len(tell([one, two]).lead) == 1


def test_the_newest_outcome_opens_the_lead():
    before = "3月6日，客轮公司的船长林国栋被海事局逮捕，公司停航两条航线。"
    result = "3月8日，客轮公司股东大会结果显示，总裁李明辉被罢免，董事邵恒被解除任命。"
    one, two = document("one", None, "2025-03-06", before), document("two", None, "2025-03-09", result)

    assert [each.text for each in tell([one, two]).lead] == [result, before]


def test_what_was_not_known_yet_does_not_open_the_lead_once_the_outcome_is_told():
    lost = "客轮公司表示，无人渡轮“海燕-7”号周六在青屿岛以东失去联系，公司暂停了试航。"
    crash = "无人渡轮「海燕7」在青屿岛以东坠毁，客轮公司的试航以失败告终。"
    one, two = document("one", None, "2025-03-09", lost), document("two", None, "2025-03-09", crash)

    assert tell([one]).lead[0].text == lost
    assert tell([one, two]).lead[0].text == crash


def test_two_days_are_two_things_in_however_many_of_the_same_words():
    crash = "The ferry Hailan of the Harbour Ferry Company capsized on March 8 under captain Lin Guodong."
    report = (
        "The Harbour Ferry Company published its report on the Hailan of captain Lin Guodong on March 20."
    )
    one, two = document("one", None, "2025-03-09", crash), document("two", None, "2025-03-21", report)

    assert {each.text for each in tell([one, two]).lead} == {crash, report}


def test_how_many_died_is_told_in_the_lead():
    capsized = "3月8日，客轮公司的客轮“海澜号”翻沉，船长林国栋被海事局逮捕，公司总裁李明辉辞职。"
    died = "客轮公司的客轮“海澜号”在青屿岛附近翻沉，造成14人死亡。"
    one, two = document("one", None, "2025-03-09", capsized), document("two", None, "2025-03-09", died)

    assert {each.text for each in tell([one, two]).lead} == {capsized, died}


def test_whose_word_a_charge_is_belongs_to_why_it_matters():
    """Behind 信中指责 the letter goes on; printed bare it is the author's own judgement."""
    news = "3月8日，客轮公司解雇总裁李明辉，700名船员签署公开信。"
    charge = "董事会的行为表明公司没有能力监管客轮的安全。"
    letter = "船员在公开信中指责董事会，要求全体董事辞职。"

    def why(*lines):
        return [each.text for each in tell([document("one", None, "2025-03-09", "\n".join(lines))]).why]

    assert why(news, charge) == [charge]
    assert why(news, letter, charge) == []


@pytest.mark.parametrize(
    "said",
    [
        "客轮公司在一则声明中表示，更换总裁能重塑旅客对公司未来的信心。",
        "董事长提交议案要求罢免董事邵恒，这意味着多数董事与董事长发生了分歧。",
        "李明辉还说，过去的一年是航运业的转折点，原因在于人工智能的普及。",
        "“我认为这对我们来说是一个很好的教训，让我们知道要多看天气。”一名旅客说。",
        "停航并不意味着客轮公司的航线计划将就此结束。",
    ],
)
def test_a_partys_word_a_motion_and_what_is_of_another_matter_do_not_say_why_it_matters(said):
    news = "3月8日，客轮公司解雇总裁李明辉，由王海接任。"

    assert tell([document("one", None, "2025-03-09", f"{news}\n{said}")]).why == ()


@pytest.mark.parametrize(
    "said",
    [
        "客轮公司在旅客和海事局之间的声誉也一落千丈。",
        "一位分析师认为，重新聘请李明辉是稳定客轮公司治理的关键第一步。",
        "显然，在这次博弈中，李明辉想保全的是自己，王海则更在乎客轮公司的生存。",
        "据海晴晚报，此案成为2003年以来青屿海峡最大的丑闻。",
        "这次翻沉事故，对客轮公司的岛际航线将造成打击。",
    ],
)
def test_what_it_does_to_a_name_and_what_somebody_is_after_says_why_it_matters(said):
    news = "3月8日，客轮公司解雇总裁李明辉，由王海接任。"

    assert [each.text for each in tell([document("one", None, "2025-03-09", f"{news}\n{said}")]).why] == [
        said
    ]


def test_the_sentences_that_may_have_a_cue_are_those_that_show_its_signs():
    """However many kinds of difference are looked for, most sentences are asked for none."""
    told = document(
        "one",
        None,
        "2025-03-09",
        """
        航运公司否认客轮超载，称当晚的载客数没有超过核定人数。
        事故已造成12人死亡，另有9人失踪，搜救工作仍在继续进行。
        """,
    )
    read = gathering.read([told])

    assert [each.index for each in read.having(lexicon.DENIAL)] == [0]
    assert read.having(lexicon.DENIAL, lexicon.REASON) == read.statements[:1]


def test_a_name_in_capitals_makes_no_title_of_a_chinese_quotation():
    said = "船长林国栋写道：“我们会把这件事带到海港海事法院(Harbour Court of Admiralty)，并且会赢。”"

    assert quoted(said) == [("林国栋", said)]


def test_a_whole_sentence_may_have_its_stop_behind_the_mark():
    said = "海澜航运公司在声明中表示：“董事会决定更换领导层，重塑公众对航线的信心，并且修复与各方的关系”。"

    assert [who for who, _ in quoted(said, "海澜航运公司没有再说什么。")] == ["海澜航运"]


def test_english_words_between_marks_of_two_kinds_are_quoted():
    said = 'Captain Lin Guodong wrote that “the company has not honoured a single one of its promises."'

    assert [who for who, _ in quoted(said, "Lin Guodong left the company in May.")] == ["Lin Guodong"]


def test_a_long_piece_of_what_a_body_says_is_worth_printing():
    piece = (
        "海澜航运公司昨日表示，船长林国栋现在“拒绝履行他对乘客和公司的全部义务，只因协议不再符合他的利益”。"
    )

    assert [who for who, _ in quoted(piece, "海澜航运公司没有再说什么。")] == ["海澜航运"]


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("起诉书写道：“被告认为他不必像所有乘客那样遵守合同，可以自由地改变主意。”", "起诉书"),
        ("他的声明写道：“公司对此深表遗憾，将承担全部的责任，并且向家属道歉。”", "声明"),
        ("林国栋收到的律师函写道：“公司对此深表遗憾，将承担全部的责任，并且向家属道歉。”", "律师函"),
        ("特别独立调查委员会法律顾问办公室的报告写道：“公司明知船体有裂缝，仍然让它出海。”", "报告"),
        ("林国栋转述游姓母亲说：“我们只想知道孩子为什么没有穿救生衣，由谁来负责。”", "游姓母亲"),
        ("海澜航运公司专家组一致裁定：“船长没有令人信服的理由离开驾驶台。”", "海澜航运"),
        ("船长林国栋反驳指检查员没有证件，其后称：“你们没有资格走上这条船。”", "林国栋"),
        (
            "船长林国栋在一份宣布停航的声明中说，这场事故“沉重地压在我们海澜所有人的身上，久久不散”。",
            "林国栋",
        ),
    ],
)
def test_documents_panels_and_clauses_that_go_on_have_their_speaker(said, who):
    others = "海澜航运公司昨日宣布停航。", "海澜航运公司没有再说什么。"

    assert [name for name, _ in quoted(said, *others)] == [who]


def test_he_who_shows_a_picture_has_written_what_stands_below_it():
    said = "他在网上发布了四张照片，并配文：“他们起初说这条船不能开，现在却要我赔它停航的钱。”"

    assert quoted("船长林国栋3月4日离开了公司。", said) == [("林国栋", said)]


def test_whom_the_quotation_itself_describes_is_no_stranger_in_it():
    said = "海澜航运公司昨日裁定：“这名水手未能证明他有理由离开驾驶台，并在他自认为危险时弃船。”"

    assert [who for who, _ in quoted("海澜航运公司昨日宣布停航。", said)] == ["海澜航运"]


def test_somebody_known_by_surname_and_kinship_speaks():
    said = "游姓母亲忍不住哽咽着说：“没关系，一切都会好起来的，船还会再来。”"

    assert [who for who, _ in quoted(said, "海澜航运公司没有再说什么。")] == ["游姓母亲"]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("董事会建议股东反对罢免董事邵孝衡，“因为内部调查可能受到干扰，公司也会受损。”", "董事会"),
        ("海岬区法院裁定：“船东未能证明自己有令人信服的理由毁掉航海日志。”", "海岬区法院"),
        ("QRT表示「认为不是原料或产品管理有问题，将配合海事局的调查」。", "QRT"),
        ("该公司的一封内部邮件说：“这艘船是小丑设计的，又由猴子来监督。”", "该公司的一封内部邮件"),
        ("他的律师弘中惇一郎对媒体说：“非常意外，这完全是意料之外的事。”", "弘中惇一郎"),
        ("“一些员工离职属于正常的人员流动。”3月6日，海澜航运公司回复海岬社称。", "海澜航运"),
    ],
)
def test_a_body_of_a_class_a_document_and_a_stranger_may_speak(said, speaker):
    assert speaker in {who for who, _ in quoted("海澜航运公司3月1日停航。", said)}


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ('"You cannot bump the levers into motion," stated one Qingyu specialist.', "one Qingyu specialist"),
        ('"The agreement of the companies is not terminated," the letter says.', "the letter"),
    ],
)
def test_an_expert_and_a_letter_speak(said, speaker):
    assert [who for who, _ in quoted("The ferry Hailan capsized on Saturday. ", said)] == [speaker]


def test_what_a_body_is_quoted_with_must_be_more_than_a_few_words():
    assert quoted("海岬区法院裁定，船的发动机“低于离港时的正常数值太多”，没有再说什么。") == []


def test_a_short_piece_that_says_something_is_quoted_and_a_term_is_not():
    said = "船长林国栋称自己遭遇“四百天非人道的折磨”，没有再说什么。"

    assert quoted(said) == [("林国栋", said)]
    assert quoted("船长林国栋认为，航线没有列入“特别限制航行清单”，不会停航。") == []


def test_straight_marks_quote_chinese_words_and_what_stands_between_two_quotations_is_none():
    said = '船长林国栋对媒体说："非常意外，太吃惊了。这完全是意料之外的事。"'

    assert quoted(said) == [("林国栋", said)]
    assert quoted('船长林国栋先说要"清舱"、然后却没有再作任何解释，只要求"停航"。') == []


def test_he_is_not_whom_only_his_lawyer_speaks_of():
    """Behind a lawyer's words 他 is the lawyer, whom no other article names."""
    told = "他的律师沈惇一对媒体说自己非常意外，没有想到。"
    said = "他还表示，自己最后一次见到林国栋是在去年，“林国栋的女儿也完全不知道他要离开海岬”。"

    assert all(who != "林国栋" for who, _ in quoted("船长林国栋在海上二十六年。", told, said))


def test_what_he_explains_goes_on_behind_and_not_but():
    said = "船长林国栋解释自己并非逃避法律，而是“逃离海岬的司法不公和没有尽头的羁押”。"

    assert quoted(said) == [("林国栋", said)]


def test_english_words_with_a_curled_apostrophe_are_a_whole_quotation():
    first = "“The ministry is analysing the report. Let’s not jump to conclusions,” Zhou Huimin said."
    second = (
        "“We’ve the most wonderful captains and crews in the whole world,” the director Zhou Huimin said."
    )

    assert [who for who, _ in quoted(first, " ", second)] == ["Zhou Huimin", "Zhou Huimin"]


@pytest.mark.parametrize("model", ["Veltara 450", "450-9", "450 Max"])
def test_the_number_of_a_model_is_no_amount_anywhere(model):
    from digest.story.statements import quantities

    told = f"The {model} crashed."
    assert quantities.told(told, told.lower()) == ()


@pytest.mark.parametrize("told", ["In 450 cases.", "Nearly 450 Hollanders died.", "450-900 people died."])
def test_an_amount_beside_a_capital_is_an_amount(told):
    from digest.story.statements import quantities

    assert [str(each.value) for each in quantities.told(told, told.lower())][:1] == ["450"]


def test_what_was_under_way_days_before_the_newest_article_is_no_lead():
    """A rescue "goes on" in the lead of an issue whose newest article tells that the ship floats again."""
    state = "海事局局长李明辉25日宣布，对搁浅客轮海燕号的救援仍在继续，运河暂停航行。"
    going = document(
        "going", None, "2025-03-25", f"{state}\n海燕号3月23日在石螺运河搁浅，运河停航，海事局展开救援。"
    )
    also = document("also", None, "2025-03-26", "海燕号在石螺运河搁浅，海事局救援，运河暂停航行。")
    ended = "记者在码头看到很多人，天气晴朗。\n海燕号3月29日脱浅后停泊在石螺湖，海事局对搁浅原因展开调查。"
    done = document("done", None, "2025-03-29", ended)

    assert state in [each.text for each in tell([going, also]).lead]
    assert state not in [each.text for each in tell([going, also, done]).lead]
