"""What stands around a text and between its words is told by its shape, where no list of words knows it."""

from __future__ import annotations

import pytest

from digest.cleaning import clean, trace
from digest.errors import UnusableText
from digest.model import Document, Excerpt, Span

from .articles import article

TITLE = "石螺岛的灯塔熄灭了"
BODY = (
    "石螺岛的灯塔在星期二熄灭了，距离第一任守塔人老阿土点亮它，整整过去了一百四十年。",
    "工程师说，灯已经修不好了，因为造透镜的那家工厂1961年就关了门，再也没有人会磨那种玻璃。",
    "渔民们看法不一，七十岁的欧阿水说，二十年来没有人靠这盏灯认路了，可他的妹妹还靠。",
    "灯塔本身要卖掉，已经有三个人来问过价，其中两个想住进去，镇政府打算在清明之前定下来。",
)
ENGLISH_TITLE = "The old lighthouse on Gull Rock is switched off"
ENGLISH = (
    "The old lighthouse on Gull Rock was switched off on Tuesday, a hundred and forty years after its first.",
    "Engineers said that the lamp could not be repaired, since the firm that made its lens closed in 1961.",
    "Local fishermen are divided, though nobody had steered by it for twenty years, as one of them admitted.",
    "The tower itself will be sold, and the council expects to decide between three offers before Easter.",
)


def read(*lines: str) -> Document:
    return clean(article("\n".join(lines)))


def printed(*lines: str) -> list[str]:
    return [sentence.text for sentence in read(*lines).sentences if sentence.quotable]


# --- the house and its writer -------------------------------------------------


def test_a_paragraph_that_begins_with_the_name_of_the_house_is_about_the_house() -> None:
    mission = (
        "Slack Tide exists to tell what rivers cannot. Nobody owns it and nobody will, as long as it floats."
    )

    assert printed(
        "Slack Tide", ENGLISH_TITLE, "March 12, 2024", *ENGLISH[:2], mission, *ENGLISH[2:]
    ) == list(ENGLISH)


@pytest.mark.parametrize("house", ["海岬之聲", "海岬之声"])
def test_what_a_chinese_house_says_of_itself_goes_where_its_name_stands_twice(house: str) -> None:
    mission = f"{house}是一份没有老板的刊物，每一期都由住在岸边的人自己写、自己排、自己送到邻居家。"

    assert printed(house, TITLE, "2024-03-12", *BODY[:2], mission, *BODY[2:], house) == list(BODY)


@pytest.mark.parametrize("writer", ["陳國強", "陈国强"])
def test_what_a_chinese_writer_is_below_the_text_goes(writer: str) -> None:
    bio = f"{writer}为石螺岛人，灯塔熄灭的那一天他也站在码头上，和渔民们一起看完了最后一次闪光。"

    assert printed(TITLE, f"作者：{writer}", "2024-03-12", *BODY, bio) == list(BODY)


def test_a_house_that_the_article_is_about_stays() -> None:
    told = "Slack Tide is a tavern by the pier, and its landlord counted the flashes every night for years."
    again = "The regulars of Slack Tide will drink to the lamp on Sunday, as they did when it was first lit."
    also = "Slack Tide has had no other light since the storm of 1951, which took the street lamps with it."

    assert told in printed("Slack Tide", ENGLISH_TITLE, *ENGLISH, told, again, also)


def test_who_the_writer_is_ends_no_article() -> None:
    bio = "Nell Farr teaches the history of navigation, and lives on a boat with two cats."

    assert printed(ENGLISH_TITLE, "By Nell Farr", *ENGLISH, bio) == list(ENGLISH)
    assert bio in printed(ENGLISH_TITLE, "By Ann Hale", *ENGLISH, bio)


# --- posts of readers ---------------------------------------------------------

THREAD = (
    "seadog", "12th March, 7:15 pm", "They would sell their own grandmother for a view of the sea.", "Reply",
    "Old Peg", "13th March, 9:40 am", "My father kept that light for eleven years and was not late.", "Reply",
)  # fmt: skip


def test_posts_below_a_text_are_known_by_their_buttons_and_days() -> None:
    assert printed(ENGLISH_TITLE, *ENGLISH, *THREAD) == list(ENGLISH)
    answers = ("用户1203", "小时候坐船回家，看见灯就知道到家了，心里踏实。", "3-12 10:20", "回复", "老海员",
               "我跑了一辈子船，灯塔救过我的命，向守塔人致敬！", "3-12 11:02", "回复")  # fmt: skip
    assert printed(TITLE, *BODY, *answers) == list(BODY)


def test_days_between_paragraphs_are_a_chronicle() -> None:
    """Nobody can reply to it."""
    days = ("March 12, 2023", ENGLISH[1], "March 12, 2024", ENGLISH[2], "March 13, 2024", ENGLISH[3])

    assert printed(ENGLISH_TITLE, ENGLISH[0], *days) == list(ENGLISH)


def test_the_day_of_an_answer_stands_above_the_next_one() -> None:
    other = (
        "潮间带",
        "120 人赞同了该回答",
        "我小时候就住在对面，说几个大家不知道的事情吧。",
        "赞同 120",
        "5 条评论",
    )

    found = read(TITLE, *BODY, "发布于 2024-03-12 10:20", "赞同 843", "43 条评论", *other)

    assert found.published is not None
    assert found.published.date == "2024-03-12"
    assert [sentence.text for sentence in found.sentences if sentence.quotable] == list(BODY)


# --- thin tails, other articles, lists ----------------------------------------

FOOT = ("Lighthouses", "Heritage", "2 likes", "Published in Coast", "1.2K followers", "3 days ago")


def test_where_the_text_has_thinned_out_into_the_page_it_is_over() -> None:
    tail = (*FOOT, "Essays from where the land stops.", "Follow", "Help", "About", "Privacy", "Terms")

    assert printed(ENGLISH_TITLE, *ENGLISH, *tail) == list(ENGLISH)


@pytest.mark.parametrize(
    ("title", "body", "tail"),
    [
        (
            ENGLISH_TITLE,
            ENGLISH,
            (
                "Follow us|Log in|The tide takes everything away.|Home|Home|2 likes|Advertisement"
                "|2 likes|5 comments"
            ),
        ),
        (TITLE, BODY, "返回顶部|关注我们|海边纪事，记录每一个岛。|评论 3|登录|广告|版权所有|评论 3|登录"),
    ],
)
def test_a_motto_among_the_lines_of_the_site_is_the_site_s(
    title: str, body: tuple[str, ...], tail: str
) -> None:
    """No rule knows the sentence, and nothing beside it is a text's."""
    assert printed(title, *body, *tail.split("|")) == list(body)


def test_sixty_words_without_a_stop_are_no_paragraph_where_the_text_has_stops() -> None:
    contents = (
        "lamps and lenses of the coast how a lighthouse is wound why the fog horn stopped what the keeper"
        " wrote in his log where to see the old tower and when it opens to visitors the boats that still"
        " come in the winter the names of the rocks and how they got them a walk along the northern shore"
        " with a map the recipe for a soup of the harbour and a song that the fishermen sang"
    )

    assert printed(ENGLISH_TITLE, *ENGLISH[:2], contents, *ENGLISH[2:]) == list(ENGLISH)


def test_a_sentence_on_another_subject_amid_the_site_s_own_lines_is_an_island() -> None:
    island = ("登录", "关注我们", "潮水退了以后，沙滩上什么都没有留下。", "登录", "关注我们")

    assert printed(TITLE, *BODY[:2], *island, *BODY[2:]) == list(BODY)


def test_a_full_paragraph_on_the_subject_brings_the_article_back() -> None:
    assert printed(ENGLISH_TITLE, *ENGLISH[:3], *FOOT, ENGLISH[3]) == list(ENGLISH)


OTHER = (
    "央行下调存款准备金率",
    "2024-03-11 18:00 财经频道",
    "中国人民银行宣布，下调金融机构存款准备金率零点五个百分点，释放长期资金约一万亿元。",
    "分析人士认为，这一举措有助于稳定市场预期，降低银行负债成本，支持实体经济信贷投放。",
)


def test_another_article_below_the_first_is_not_its_own() -> None:
    assert printed(TITLE, "2024-03-12 10:20", *BODY, *OTHER) == list(BODY)


def test_a_later_part_of_the_same_story_stays_below_its_date() -> None:
    update = "2024-03-13 18:00 后续"
    later = (
        "第二天，灯塔的钥匙交给了镇政府，欧阿水和渔民们站在礁石上，看工程师把透镜一片一片拆下来。",
        "问过价的三个人里，有一个说不买灯塔了，他说熄灭了的灯塔只是一根石柱，守塔人才是灯。",
    )

    assert printed(TITLE, "2024-03-12 10:20", *BODY, update, *later)[-1] == later[-1]


def test_headlines_on_the_subject_stay_a_list() -> None:
    """They end as sentences do; below each stands who wrote it and when."""
    listed = ("她嫁给守塔人三十年，灯塔熄灭那天才说出真相：我没有后悔过。", "情感口述", "2024-03-10 11:20:00")

    assert printed(TITLE, *BODY, "相关推荐", *listed) == list(BODY)
    assert printed(TITLE, *BODY[:3], "相关推荐", "旧船厂的最后一天", BODY[3]) == list(BODY)


# --- read out, printed between -------------------------------------------------


def test_a_sponsor_is_read_out_up_to_the_way_back() -> None:
    read_out = (
        "But first, a word from today's sponsor, which has been with us for a year and is still paying.",
        "FrogNet keeps your browsing private, wherever you sail, and in whatever weather you do it.",
        "Use my code ROCK for ten percent off, and tell them that the keeper sent you, which helps.",
        "Okay, back to the rock, and to the people who live below it and look up every night.",
    )

    assert printed(ENGLISH_TITLE, *ENGLISH, *read_out)[-1] == read_out[-1]
    assert not any(
        "FrogNet" in text or "code" in text for text in printed(ENGLISH_TITLE, *ENGLISH, *read_out)
    )


def test_sponsors_in_the_news_stay() -> None:
    told = (
        "The regatta is sponsored by a bank, which offered visitors a free trial of its own app on the pier."
    )

    assert told in printed(ENGLISH_TITLE, *ENGLISH, told)


def test_points_of_a_program_go_with_their_label_and_those_of_a_publisher_stay() -> None:
    points = ("灯塔在一百四十年后熄灭，渔民们看法不一", "塔身将要出售，已有三人问价")

    assert printed(TITLE, "AI摘要（内容由AI生成，仅供参考）", *points, "", *BODY) == list(BODY)
    own = read(TITLE, "2024-03-12 10:20 海岬日报", "核心提示", *points, "", *BODY).sentences
    assert {sentence.text for sentence in own if "highlight" in sentence.traits} == set(points)


def test_a_stamp_behind_paragraph_after_paragraph_is_the_sites() -> None:
    assert printed(TITLE, *(line + "内-容-来-自：海_岬_网 h a i j i a" for line in BODY)) == list(BODY)


def test_words_that_an_author_repeats_stay() -> None:
    refrain = "他又上了一次塔。"

    assert printed(TITLE, *(line + refrain for line in BODY)).count(refrain) >= 1


def test_what_a_page_puts_between_the_words_is_taken_out_by_an_edit_that_can_be_checked() -> None:
    text = "\n".join(
        (
            TITLE,
            "石螺航标(600000,股吧)在星期二说，灯塔熄灭了，公司的股价(12.01, 0.21, 1.78%)没有动。",
            "[图1]工程师说，灯已经修不好了，因为造透镜的那家工厂[本文来自:www.haijia.example]早就关了门。",
        )
    )
    document = clean(article(text))

    assert [sentence.text for sentence in document.sentences] == [
        "石螺航标在星期二说，灯塔熄灭了，公司的股价没有动。",
        "工程师说，灯已经修不好了，因为造透镜的那家工厂早就关了门。",
    ]
    for sentence in document.sentences:
        span = Span(sentence.start, sentence.end)
        trace(Excerpt(sentence.text, document.article.id, span, sentence.edits, "test"), text)


def test_brackets_of_the_author_stay() -> None:
    told = "灯塔的三项指标（高度、射程、周期）都写在图上，股价（12元）也写在旁边。"

    assert told in printed(TITLE, *BODY, told)


def test_little_pictures_at_the_edges_and_bold_marks_are_no_words() -> None:
    dressed = [f"🔥📍{line}👇👇" for line in BODY[:2]] + [f"**{line[:6]}**{line[6:]}" for line in BODY[2:]]

    assert printed(TITLE, *dressed) == list(BODY)


def test_a_button_glued_behind_a_sentence_does_not_take_it_along() -> None:
    assert printed(TITLE, BODY[0] + "点击查看大图", *BODY[1:]) == list(BODY)


def test_lines_that_a_mail_quotes_or_an_editor_numbers_lose_their_marks() -> None:
    lines = (TITLE, "2024-03-12 10:20 海岬日报", "分享", "评论", "登录", *BODY)

    for marked in ([f"> {line}" for line in lines], [f"{n}: {line}" for n, line in enumerate(lines, 1)]):
        found = read(*marked)
        assert found.title == TITLE
        assert [sentence.text for sentence in found.sentences if sentence.quotable] == list(BODY)


def test_numbers_of_the_author_stay() -> None:
    steps = [f"{n}. {line}" for n, line in enumerate(BODY, 1)]

    assert printed(TITLE, *steps)[0].startswith("1.")


# --- words of others, in the story ---------------------------------------------


@pytest.mark.parametrize(
    "told",
    [
        "灯塔下的早点铺墙上贴着收款二维码，旁边用粉笔写着“请扫码付款，谢谢关注”。",
        "镇政府在礁石上立了牌子，欢迎民众扫描牌上的二维码，留下自己与灯塔的故事。",
        "店员指着屏幕，上面写着：“关注公众号送鸡蛋。”",
    ],
)
def test_a_call_that_the_story_tells_of_is_the_authors(told: str) -> None:
    assert told in printed(TITLE, *BODY, told)


@pytest.mark.parametrize("call", ["欢迎广大市民扫描下方二维码关注我们。", "点击“关注我们”，不迷路。"])
def test_a_call_upon_the_reader_is_not(call: str) -> None:
    assert printed(TITLE, *BODY, call) == list(BODY)


def test_a_numbered_question_is_what_the_part_below_it_is_called() -> None:
    assert printed(TITLE, BODY[0], "02 修，还是不修？", *BODY[1:]) == list(BODY)
    assert "灯为什么修不好？" in printed(TITLE, BODY[0], "灯为什么修不好？", *BODY[1:])


# --- names, titles, refusals -----------------------------------------------------


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("欧海生¹，林小灯²*，阿土¹,²", ("欧海生", "林小灯", "阿土")),
        ("Sally Wren1,*, Ion Pascu2 and Nell Farr1,2", ("Sally Wren", "Ion Pascu", "Nell Farr")),
    ],
)
def test_names_on_a_paper_have_the_numbers_of_their_houses_behind_them(
    line: str, names: tuple[str, ...]
) -> None:
    assert read(TITLE, line, *BODY).authors == names


def test_a_subtitle_with_a_number_names_nobody() -> None:
    assert read(TITLE, "1884年的灯，2024年的海", *BODY).authors == ()


def test_a_button_with_a_count_names_nobody() -> None:
    assert read(TITLE, "举报15867", *BODY).authors == ()


def test_a_correspondent_in_the_lead_wrote_it() -> None:
    found = read(TITLE, f"本报讯（通讯员 石磊）{BODY[0]}", *BODY[1:])

    assert found.authors == ("石磊",)
    assert found.sentences[0].text == BODY[0]


def test_the_menu_above_a_title_is_no_title() -> None:
    assert read("News Sport Opinion Business Property", ENGLISH_TITLE, *ENGLISH).title == ENGLISH_TITLE


def test_a_question_of_a_conversation_is_no_title() -> None:
    turns = ("海岬周刊：灯熄灭的那天晚上，你在哪里？", BODY[0], "海岬周刊：以后打算怎么办？", BODY[1],
             "海岬周刊：有人出价要买灯塔吗？", BODY[2])  # fmt: skip

    assert read("对话守塔人：我还住在这儿", "文/小灯", *turns).title == "对话守塔人：我还住在这儿"


def test_the_account_publishes_and_not_the_platform() -> None:
    head = ("百度首页", "登录", TITLE, "海岬晚报", "24-04-09 11:20", "海岬晚报官方账号", "关注")

    assert read(*head, *BODY, "©2024 Baidu 使用百度前必读").publisher == "海岬晚报"


@pytest.mark.parametrize(
    "lines",
    [
        [
            f"{a}石螺岛旅游怎么办？石螺岛旅游{a}，石螺岛旅游请找我们，石螺岛旅游最划算。"
            for a in "春夏秋冬东西"
        ],
        [
            f"The best wool boots for wide feet are {a}, and best wool boots for wide feet last longer."
            for a in ("warm", "dry", "soft", "cheap", "light", "strong", "brown", "grey")
        ],
    ],
)
def test_a_search_term_in_every_sentence_is_refused(lines: list[str]) -> None:
    with pytest.raises(UnusableText, match="keyword stuffing"):
        read(*lines)


def test_a_name_in_every_sentence_is_a_subject() -> None:
    told = [f"{line}石螺岛的人都这么说。" for line in BODY]

    assert len(printed(TITLE, *told)) >= len(BODY)


# --- above the text, and all around it ---------------------------------------------


def test_banners_above_a_title_with_its_byline_are_not_the_articles() -> None:
    banner = "BREAKING: Ferry runs aground off Tern Point, no one hurt, coastguard says, more to follow."

    found = read(banner, "Menu", ENGLISH_TITLE, "By Sally Wren", "March 12, 2024", *ENGLISH)

    assert found.title == ENGLISH_TITLE
    assert [sentence.text for sentence in found.sentences if sentence.quotable] == list(ENGLISH)


def test_an_account_that_rates_wrote_it() -> None:
    assert read(TITLE, "潮间带 评论 盐田 4 2022-03-14 01:25:09", *BODY).authors == ("潮间带",)


def test_where_the_site_stands_between_all_paragraphs_they_stay() -> None:
    site = ("加载中...", "登录后发表评论", "分享 收藏", "关注我们")

    mixed = [line for pair in zip(BODY, [site] * len(BODY), strict=True) for line in (pair[0], *pair[1])]

    assert printed(TITLE, *mixed) == list(BODY)
