"""The article is the run of a page's lines that says most on one subject, and least for the site."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.cleaning.judging.segment import segment
from digest.cleaning.lines.rows import rows
from digest.cleaning.lines.topic import Topic
from digest.cleaning.rules.verdicts import Page, Verdict
from digest.errors import UnusableText
from digest.intake import read as read_file
from digest.model import Document

from .articles import article

TITLE = "石螺岛的灯塔熄灭了"
STAMP = "2024-03-12 10:20:30 来源：海岬晚报"
BODY = (
    "石螺岛的灯塔在星期二熄灭了，距离第一任守塔人老阿土点亮它，整整过去了一百四十年。",
    "工程师说，灯塔的灯已经修不好了，因为造透镜的那家工厂1961年就关了门，再也没有人会磨那种玻璃。",
    "渔民们看法不一，七十岁的欧阿水说，二十年来没有人靠这盏灯认路了，可他的妹妹还靠灯塔回家。",
    "灯塔本身要卖掉，已经有三个人来问过价，其中两个想住进去，镇政府打算在清明之前定下来。",
    "石螺岛上的人说，灯塔熄灭的那天夜里，所有的狗都叫了，守塔人的孙女在窗前站到天亮。",
    "镇政府的告示写明，透镜要送进县里的博物馆，塔身和守塔人的小屋则一起出售，不再点灯。",
)
BETWEEN = ("易信", "分享至好友和朋友圈", "扫一扫", "举报", "收藏", "登录", "返回首页", "下一页")
TEASER = "县城的奶茶店推出了三款新品，排队的顾客从早上九点一直站到中午，店员说原料已经用完。"


def printed(*lines: str) -> list[str]:
    return [sentence.text for sentence in read(*lines).sentences if sentence.quotable]


def read(*lines: str) -> Document:
    return clean(article("\n".join(lines)))


# --- one run of lines ------------------------------------------------------------


def test_a_text_on_another_subject_below_a_run_of_buttons_is_not_the_articles() -> None:
    assert printed(TITLE, STAMP, *BODY, *BETWEEN, TEASER) == list(BODY)


def test_a_text_on_the_same_subject_below_a_few_buttons_is() -> None:
    last = "守塔人的孙女说，灯塔熄灭以后，石螺岛的渔民会自己在塔身上挂一盏灯。"

    assert printed(TITLE, STAMP, *BODY, *BETWEEN[:3], last) == [*BODY, last]


def test_the_more_parts_a_text_from_the_article_the_more_of_it_has_to_share_its_subject() -> None:
    sentence = "守塔人的孙女说，灯塔熄灭以后，石螺岛的渔民会自己在塔身上挂一盏灯。"

    assert printed(TITLE, STAMP, *BODY, *BETWEEN, sentence) == list(BODY)
    assert printed(TITLE, STAMP, *BODY[:4], *BETWEEN, *BODY[4:], sentence)[-1] == sentence


def test_a_paragraph_that_the_page_described_itself_with_is_read_in_its_place() -> None:
    """What a page says of itself, above its menu, is the article's first paragraph."""
    menu = ("首页", "新闻", *BETWEEN)

    assert printed(BODY[0], *menu, TITLE, STAMP, *BODY) == list(BODY)


def test_one_button_parts_nothing() -> None:
    aside = "县城的奶茶店老板也来了，他带着三款新品，站在码头上等了一个上午。"

    assert aside in printed(TITLE, STAMP, *BODY[:3], "收藏", aside, *BODY[3:])


def test_a_page_whose_markup_tells_the_article_is_not_judged_by_its_words(tmp_path) -> None:
    items = "".join(f"<li>{word}</li>" for word in BETWEEN)
    inside = "".join(f"<p>{text}</p>" for text in BODY)
    page = tmp_path / "page.html"
    page.write_text(
        f"<title>{TITLE}</title><nav><a href=/>首页</a></nav>"
        f"<article><h1>{TITLE}</h1>{inside}<ul>{items}</ul><p>{TEASER}</p></article>"
    )
    (page_of_lines,) = read_file(page, "page.html")

    assert TEASER in [sentence.text for sentence in clean(page_of_lines).sentences]


BUTTONS = ("举报15867", "易信", "分享至好友和朋友圈", "扫一扫", "登录", "返回首页", "T + -")
STANDFIRST = "谁来点灯？镇上的人各说各的，这里是三代人的回答和一份清单。"


def test_what_stands_first_below_the_byline_is_the_articles_over_a_run_of_buttons() -> None:
    assert "".join(printed(TITLE, STAMP, *BUTTONS, STANDFIRST, *BETWEEN, *BODY)) == "".join(
        (STANDFIRST, *BODY)
    )


def test_what_stands_first_on_the_page_without_one_is_weighed() -> None:
    assert TEASER not in printed("海岬晚报", *BUTTONS, TEASER, *BETWEEN, TITLE, STAMP, *BODY)


LIST_END = "三月十二日开船，四月一日收网，石螺岛的清明在四月四日，全程两天一夜。"


@pytest.mark.parametrize(
    ("verses", "stays"),
    [
        (("石螺岛的灯塔", "守塔人的孙女", "渔民们说，灯塔熄灭了", "镇政府打算", "灯塔的灯", "灯塔在石螺岛",
          "石螺岛上的人", "老阿土点亮", "守塔人的小屋", "博物馆的透镜"), True),
        (("奶茶三款", "新品上架", "排队的顾客", "早上九点", "原料用完", "店员加班", "半价优惠", "会员充值",
          "扫一扫", "领取礼包"), False),
    ],
)  # fmt: skip
def test_short_lines_on_the_subject_part_nothing(verses: tuple[str, ...], stays: bool) -> None:
    assert (LIST_END in printed(TITLE, STAMP, *BODY, *verses, LIST_END)) is stays


# --- long lines and headlines ----------------------------------------------------


def test_a_long_line_without_a_full_stop_is_no_text_where_the_text_has_them() -> None:
    glued = "，".join(f"县城新闻第{number}条看看谁家的猫又上了屋顶" for number in range(1, 9)) + "！后来呢"

    assert printed(TITLE, STAMP, *BODY, glued) == list(BODY)


def test_a_long_line_of_what_somebody_asked_is_text_though_it_has_no_full_stop() -> None:
    """The mark inside of the quotation ends its sentence."""
    asked = "，".join(f"守塔人的孙女第{number}次去问镇政府灯塔的事情" for number in range(1, 9))
    asked += "：「透镜要搬到哪里去？难道就没有人想过岛上的孩子？」"

    assert asked in [
        text.replace("“", "「").replace("”", "」") for text in printed(TITLE, STAMP, *BODY, asked)
    ]


def test_a_page_of_headlines_is_refused() -> None:
    headlines = [f"第{number}件怪事：谁家的猫上了屋顶，又是谁把它抱下来的？" for number in range(70)]

    with pytest.raises(UnusableText, match="no running text"):
        read(*headlines)


# --- hosts ----------------------------------------------------------------------


def test_a_host_s_greeting_and_leave_taking_around_a_text_are_not_quoted() -> None:
    hello, bye = (
        "久等了，朋友们，我是小灯，欢迎来到第12期海岬夜话。",
        "第12期海岬夜话就是这些，我们周末再见。",
    )

    assert printed(TITLE, hello, *BODY, bye) == list(BODY)


def test_a_welcome_inside_a_text_is_the_author_s() -> None:
    sign = "我是在码头上看见那块牌子的，上面写着欢迎来到石螺岛。"

    assert sign in printed(TITLE, *BODY[:3], sign, *BODY[3:])


# --- remarks --------------------------------------------------------------------


def test_buttons_between_remarks_in_one_line_are_the_remarks() -> None:
    remarks = "今天08:23举报赞188回复灯塔早该熄灭了，守塔人也老了。今天08:50举报赞12回复渔民们怎么办？"

    assert printed(TITLE, STAMP, *BODY, remarks) == list(BODY)


# --- menus ------------------------------------------------------------------------


def test_a_menu_with_nothing_between_its_words_is_no_title() -> None:
    menu = "网站首页时政国际财经台湾军事文化体育汽车旅游健康视频"

    assert read(menu, TITLE, STAMP, *BODY).title == TITLE


def test_the_day_on_which_a_page_was_shown_is_not_that_of_its_article() -> None:
    published = read("2026年10月7日 星期三", TITLE, STAMP, *BODY).published

    assert published is not None
    assert published.date == "2024-03-12"


# --- a page in one line -----------------------------------------------------------


def test_a_line_is_cut_where_the_page_goes_on_behind_its_text(tmp_path) -> None:
    file = tmp_path / "one.txt"
    behind = "责任编辑：甲某分享到：易信微信微博" + "又一条没有句号的标题" * 20
    file.write_text(f"{TITLE}{STAMP[:19]}\n{''.join(BODY * 2)}{behind}", "utf-8")

    lines = [line.text for line in read_file(file)[0].lines]

    assert lines[-1].startswith("责任编辑")


def test_a_line_of_text_alone_is_not_cut(tmp_path) -> None:
    file = tmp_path / "one.txt"
    text = "".join(BODY * 3)
    file.write_text(text, "utf-8")

    assert [line.text for line in read_file(file)[0].lines] == [text]


# --- a board ----------------------------------------------------------------------


def test_a_post_on_a_board_ends_where_the_board_says_from_where_it_came() -> None:
    post = [f"这是第{number}句没有标点的话 我说的是灯塔的事" for number in range(12)]
    document = read(
        "作者  lampkeeper (潮間帶)          看板  Lighthouse",
        "標題  [問題] 石螺島的燈塔還會亮嗎",
        "時間  Tue Mar 12 10:20:11 2024",
        *post,
        "※ 發信站: 海岬實業坊(board.example), 來自: 192.0.2.7",
        "推 harbour     : 早就不亮了                                        03/12 10:30",
    )

    assert document.title == "[问题] 石螺岛的灯塔还会亮吗"
    assert not any("早就不亮了" in sentence.text for sentence in document.sentences)


QUOTED = (
    "※ 引述《harbourcat (阿貓)》之銘言",
    ": 鎮公所昨天貼了告示",
    ": 透鏡要送去縣裡的博物館。",
    ": 塔身要賣掉",
)


def test_on_the_page_of_a_board_what_is_quoted_and_answered_is_not_the_posters() -> None:
    """Nor does a post need stops, or many lines, to be one."""
    document = read(
        "海岬實業坊›看板 Lighthouse關於我們聯絡資訊", "返回看板", "作者lampkeeper (潮間帶)", "看板Lighthouse",
        "標題Re: [閒聊] 石螺島的燈塔", "時間Tue Mar 12 10:20:11 2024", "", "燈塔昨天晚上真的熄了",
        "我在窗邊站到天亮", "", *QUOTED, "", "--", "※ 發信站: 海岬實業坊(board.example), 來自: 192.0.2.7",
        "推 harbour: 早就不亮了。 03/12 10:30",
    )  # fmt: skip
    told = "".join(sentence.text for sentence in document.sentences)

    assert document.title == "Re: [闲聊] 石螺岛的灯塔"
    assert "灯塔昨天晚上真的熄了" in told
    assert "我在窗边站到天亮" in told
    assert not any(words in told for words in ("告示", "博物馆", "引述", "早就", "返回"))


def test_a_post_with_stops_is_read_as_an_article() -> None:
    fields = (
        "作者  lampkeeper (潮間帶)   看板  Lighthouse",
        "標題  [閒聊] 燈塔",
        "時間  Tue Mar 12 10:20:11 2024",
    )
    document = read(*fields, "燈塔昨天晚上真的熄了。", "我在窗邊站到天亮，沒有人說話。", *QUOTED)

    assert document.kind == "flash"
    assert [each.text for each in document.sentences] == [
        "灯塔昨天晚上真的熄了。",
        "我在窗边站到天亮，没有人说话。",
    ]


# --- what readers wrote ---------------------------------------------------------

STORY = (
    "The ferry between Coldbeck and Gull Rock stopped on Monday after thirty-four years, the board said.",
    "Two hundred islanders used it each week, most of them on the way to the clinic in Coldbeck.",
    "The board blamed the price of diesel, which had doubled in a year, and the age of the engine.",
    "A smaller boat will run three times a week until the council decides, said the master, Nell Farr.",
) * 2
REMARKS = (
    "My aunt lives out there and nobody asked her what she thinks, which is typical of those people.",
    "I grew up with potatoes and rain, and nothing has ever changed for anyone who lives around here.",
    "Taxes go up every spring while roads get worse, and then they wonder why everybody is so angry.",
    "Somebody ought to write a book about how all our money is spent; I should buy two copies of it.",
) * 2
MENU = ("Home", "World", "Share", "Print", "Subscribe", "Log in", "Contact us", "Privacy policy")
TEASER_ON_CATS = "Cats sleep for most of an afternoon, a vet in a distant city found, and wake to eat."
DAYS = ("March 4, 2024", "March 6, 2024", "March 7, 2024", "March 9, 2024")


def test_a_row_of_days_is_not_the_byline_of_what_stands_below_it() -> None:
    """Each headline of a list has its day, and each remark: they sign no article."""
    headlines = [line for day, headline in zip(DAYS, MENU, strict=False) for line in (day, headline)]

    assert kept(*STORY, *MENU, *headlines, *REMARKS) == STORY


def test_a_short_call_goes_with_the_text_around_it() -> None:
    """Alone it may be the headline of another article, in every language: below the last paragraph it is."""
    call, last = "Write to the board, all of you!", STORY[3].replace("A smaller", "The old")
    more = (
        "The council of Gull Rock asked the board to keep the ferry until a smaller boat was found.",
        "The clinic in Coldbeck said a third of its patients came on the ferry from Gull Rock each week.",
    )
    story = ("Ferry to Gull Rock stops", *STORY[:4], *more, call)

    assert printed(*story, *MENU[:3], last)[-2:] == [call, last]
    assert printed(*story, *MENU, TEASER_ON_CATS)[-1] == more[-1]


def test_one_byline_signs_what_stands_below_it_though_more_stands_above() -> None:
    assert kept(*REMARKS[:3], *MENU, "By Jane Doe", DAYS[0], "Share", *STORY) == STORY


def test_a_page_of_ten_thousand_days_is_judged_at_once() -> None:
    """Which text stands below which day is looked up, not searched: else this takes long."""
    lines = [line for at in range(10_000) for line in (STORY[at % 4], DAYS[at % 4])]

    assert set(kept(*lines)) == set(STORY)


def kept(*lines: str) -> tuple[str, ...]:
    """Of *lines*, judged but for the run that they make, the paragraphs that stay."""
    found, _ = rows(article("\n".join(lines)))
    page = Page(found)
    for at, line in enumerate(lines):
        if line in DAYS or line.startswith("By "):
            page.verdicts[at] = Verdict("byline")
        elif line not in STORY and line not in REMARKS:
            page.remove(at, "navigation", "leftover")
    segment(page, Topic(found, "", {}))
    return tuple(line for at, line in enumerate(lines) if page.open(at))


# --- clauses and code ------------------------------------------------------------


CLAUSES = (
    "今天早上的灯塔",
    "让岛上的人都看呆了",
    "守塔人的孙女和她的同学们",
    "把旧灯从塔上搬了下来",
    "放在了码头的长椅上",
    "又给它擦了一遍",
)


def test_clauses_of_a_text_without_stops_are_no_list_of_links_and_none_is_printed_alone() -> None:
    document = read(TITLE, STAMP, *BODY[:3], *CLAUSES, *BODY[3:])

    assert all(clause in [sentence.text for sentence in document.sentences] for clause in CLAUSES)
    assert [sentence.text for sentence in document.sentences if sentence.quotable] == list(BODY)


def test_a_run_of_headlines_is_one() -> None:
    headlines = (
        "奶茶店新品上架",
        "县城地铁三期开工",
        "码头停车费上调",
        "早高峰公交改道",
        "夜市摊位招租",
        "渔船年检公告",
    )
    document = read(TITLE, STAMP, *BODY[:3], *headlines, *BODY[3:])

    assert not any(line in sentence.text for sentence in document.sentences for line in headlines)


def test_who_signed_a_text_in_brackets_behind_its_last_stop_takes_no_sentence_with_him() -> None:
    last = "灯塔熄灭了，岛上的人执意送来一面锦旗，被守塔人谢绝。"

    assert printed(TITLE, STAMP, *BODY, f"{last} (段小满)") == [*BODY, last]


def test_a_block_of_code_is_no_text_and_parts_none(tmp_path) -> None:
    code = ("```js", "const lamp = await tower.light({", '  colour: "white",', "});", "```")
    lead_in = "要点亮这座灯塔，先向塔里的机器要一盏灯："
    last = "守塔人的孙女说，灯塔熄灭以后，石螺岛的渔民会自己在塔身上挂一盏灯。"
    path = tmp_path / "lamp.md"
    path.write_text("\n\n".join([f"# {TITLE}", *BODY, lead_in, "\n".join(code), last]), "utf-8")
    document = clean(read_file(path)[0])

    assert [sentence.text for sentence in document.sentences] == [*BODY, lead_in, last]
    assert "code" in {account.reason for account in document.receipt.removed}


def test_prose_that_somebody_fenced_stays(tmp_path) -> None:
    path = tmp_path / "lamp.md"
    path.write_text("\n\n".join([f"# {TITLE}", *BODY[:4], f"```\n{BODY[4]}\n```", BODY[5]]), "utf-8")

    assert [sentence.text for sentence in clean(read_file(path)[0]).sentences] == list(BODY)


def test_a_post_carried_from_another_part_of_a_board_has_the_fields_of_both() -> None:
    """Those of the first post have colons."""
    fields = (
        "作者: lampkeeper (潮間帶) 看板: Lighthouse",
        "標題: [閒聊] 石螺島的燈塔",
        "時間: Tue Mar 12 10:20:11 2024",
    )
    said = ("燈塔昨天晚上真的熄了。", "我在窗邊站到天亮，沒有人說話。")
    alone = read("※ [本文轉錄自 Lighthouse 看板 #1AbCdEfG ]", *fields, *said)
    carried = read(
        "作者harbourcat (阿貓)", "看板Boat", "標題[轉錄] 燈塔", "時間Wed Mar 13 09:00:00 2024",
        "※ [本文轉錄自 Lighthouse 看板 #1AbCdEfG ]", *fields, *said,
    )  # fmt: skip

    assert alone.title == "[闲聊] 石螺岛的灯塔"
    assert carried.title == "[转录] 灯塔"
    for document in (alone, carried):
        assert [each.text for each in document.sentences] == [
            "灯塔昨天晚上真的熄了。",
            "我在窗边站到天亮，没有人说话。",
        ]
