"""Pages that somebody saved as text: paths that end in the title, names above it, terms, shops, houses."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.intake import read_bytes
from digest.model import Document, Metadata

from .articles import STORY, TEXT, TITEL, TITLE, article, headings


def of(*lines: str, path: str = "one.txt") -> Document:
    return clean(read_bytes("\n".join(lines).encode(), path)[0])


def told(document: Document) -> list[str]:
    return [sentence.text for sentence in document.sentences]


# --- headings and paths -------------------------------------------------------


def test_a_heading_of_links_behind_the_last_paragraph_is_the_sites() -> None:
    """With what markup calls a heading no text ends."""
    links = "#### [石螺旧闻聚合](https://example.org/a) &nbsp;|&nbsp;  [守塔人手记](https://example.org/b)"
    below = ("<p>责任编辑：林小满</p>", "", "原文链接：https://example.org/1.htm", "", "------", links)
    document = of(f"### {TITEL}", "------", "", *[f"<p>{each}</p>" for each in TEXT], *below, path="a.md")
    last = document.receipt.accounts[-1]
    assert (told(document), last.fate, last.rule) == (list(TEXT), "removed", "nothing below it")


def test_a_heading_between_two_paragraphs_stays() -> None:
    document = of(
        f"# {TITEL}", "", TEXT[0], "", "#### [水库的旧事](https://example.org/a)", "", *TEXT[1:], path="a.md"
    )
    assert headings(document) == ["水库的旧事"]
    assert told(document) == list(TEXT)


@pytest.mark.parametrize("mark", ["？", "?", "！"])
def test_a_path_that_ends_in_the_title_is_the_pages_whatever_mark_ends_it(mark: str) -> None:
    """A path with a question at its end looked like a sentence, and was printed."""
    asks = f"山上的水库为什么只剩下三分之一的水{mark}"
    path = f"石螺岛渔村博客 站点群 > 守塔人望潮 > 媒体采访 > {asks}"
    document = clean(article("\n".join((path, asks, "03月10日, 2015 访谈 望潮", *TEXT))))
    assert told(document) == list(TEXT)


def test_what_compares_and_does_not_end_in_the_title_is_no_path() -> None:
    compared = "在他看来安全 > 利润，雨 > 一切，全县的人在等的不只是水。"
    assert told(clean(article("\n".join((TITEL, TEXT[0], compared, *TEXT[1:]))))) == [
        TEXT[0], compared, *TEXT[1:],
    ]  # fmt: skip


def test_a_sentence_that_begins_with_the_title_and_goes_on_is_the_authors() -> None:
    title = "石螺岛灯塔值守手记之初春"
    opens = f"{title}，主要讲守塔人怎样在海上过完一个冬天。"
    assert told(clean(article("\n".join((title, opens, *TEXT)))))[0] == opens
    again = clean(article("\n".join((title, f"{title}（图）", *TEXT))))
    assert told(again) == list(TEXT)


def test_an_english_path_of_sections_is_no_title() -> None:
    day = "Nov. 2, 2015 at 9:19 AM"
    document = clean(article("\n".join(("Home / Harbour News / Bus Industry", TITLE, day, *STORY))))
    assert document.title == TITLE
    alone = clean(article("\n".join(("Home / Harbour News / Bus Industry", day, *STORY))))
    assert alone.title is None


def test_a_title_of_two_parts_in_a_page_of_one_line_is_not_parted() -> None:
    """The menu between its two places looked like speech without marks, all of whose blanks were ends."""
    title = "水库水位今日再降 全县或迎第三次限水"
    menu = " ".join(f"{one}{two}频道" for one in "山水田林湖草沙石" for two in "东南西北中上下左右内外前后")
    head = f"{title}-民生-石螺网 {menu} {title} 石螺网"
    page = "   ".join((head, "来源：石螺日报", "日期：2015-11-02", *TEXT, TEXT[0]))
    assert of(page).title == title


def test_the_section_in_front_of_a_title_goes_however_far_down_it_stands() -> None:
    menu = [f"第{number}渔港" for number in range(1, 50)]
    document = clean(
        article("\n".join((*menu, "您的位置： 首页 >", f"水利建设 {TITEL}", "来源：石螺网", *TEXT)))
    )
    assert document.title == TITEL


# --- whose it is --------------------------------------------------------------


def test_a_title_over_its_house_is_no_torn_paragraph() -> None:
    """Title and house were joined to the first sentence, and printed with it."""
    title = "“水库见底”不一定是坏事"
    document = clean(article("\n".join((title, "石螺日报", f"{TEXT[0]}\n\n", f"{TEXT[1]}\n\n", TEXT[2]))))
    assert (document.title, document.publisher, told(document)) == (title, "石螺日报", list(TEXT))


def test_paragraphs_torn_at_their_links_are_joined_in_the_first_one_too() -> None:
    lines = ("山上的", "水库", TEXT[0][5:], "", "石碑", "上刻", TEXT[1][3:], "", TEXT[2])
    assert told(clean(article("\n".join(lines))))[0].startswith("山上的水库")


@pytest.mark.parametrize(
    ("lines", "house"),
    [
        (("2024-03-05 10:20", "来源： 《 石螺日报 》"), "石螺日报"),
        ((*[f"第{number}渔港" for number in range(40)], "2024-03-05 10:20", "来源：", "石螺网"), "石螺网"),
    ],
)
def test_a_house_is_known_in_brackets_of_a_title_and_below_its_label(
    lines: tuple[str, ...], house: str
) -> None:
    assert clean(article("\n".join((TITEL, *lines, *TEXT)))).publisher == house


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("原创文章，转载请注明： 转载自望潮的博客", "望潮的博客"),
        ("版权属于: 石螺在线", "石螺在线"),
        ("转载请注明出处。", None),
    ],
)
def test_whom_a_site_wants_named_is_the_house(line: str, house: str | None) -> None:
    assert clean(article("\n".join((TITEL, *TEXT, line)))).publisher == house


def test_the_number_of_a_show_is_no_house() -> None:
    greeting = "大家好，我是望潮，欢迎收看第623期Harbour News周报。"
    assert clean(article("\n".join((greeting, *TEXT)))).publisher is None


def test_a_house_that_the_head_names_as_the_writer_is_the_house() -> None:
    document = clean(article("\n".join(STORY), metadata=Metadata(authors=("The Harbour Network",))))
    assert (document.authors, document.publisher) == ((), "The Harbour Network")


def test_a_year_behind_its_day_is_read() -> None:
    document = clean(article("\n".join((TITEL, "03月10日, 2015 访谈 望潮", *TEXT))))
    assert document.published is not None
    assert document.published.date == "2015-03-10"
    other = clean(article("\n".join((TITEL, "03月10日, 2015年的事 访谈", *TEXT))))
    assert other.published is None


@pytest.mark.parametrize("line", ["发稿 林小满; 审校 陈默", "（编译 林小满；审校 陈默）"])
def test_an_agency_signs_with_who_sent_it_and_not_with_who_went_over_it(line: str) -> None:
    document = clean(article("\n".join((TITEL, *TEXT, line))))
    assert (document.authors, told(document)) == (("林小满",), list(TEXT))


def test_a_last_paragraph_that_tells_where_its_subject_is_reached_is_the_writers() -> None:
    about = "Jane Roe is a driver of buses in the valley. She can be reached at jane@example.org."
    document = clean(article("\n".join((TITLE, *STORY, about))))
    assert (document.authors, told(document)) == (("Jane Roe",), list(STORY))


def test_somebody_whom_the_text_tells_of_and_who_has_an_address_stays() -> None:
    tells = "Jane Roe is a driver of buses, and who lost a hat writes to hats@example.org at once."
    document = clean(article("\n".join((TITLE, *STORY, tells))))
    assert (document.authors, told(document)[-1]) == ((), tells)


def test_buttons_in_brackets_behind_the_last_stop_of_a_line_are_cut() -> None:
    lines = (*TEXT[:2], f"{TEXT[2]} [ 扩展搜索 ]")
    assert told(clean(article("\n".join((TITEL, *lines))))) == list(TEXT)
    kept = f"{TEXT[2][:-1]}[据县志]。"
    assert told(clean(article("\n".join((TITEL, *TEXT[:2], kept)))))[-1] == kept


# --- what a publication sells --------------------------------------------------

PITCH = (
    "支持石螺就來快點購，多樣精選商品等你快點購！",
    "⭐️喜歡石螺請支持石螺文創，馬克杯、帆布袋等商品陸續推出！",
)


def test_what_a_publication_sells_goes_from_behind_a_short_text_too() -> None:
    text = (*TEXT, "守夜的人说，那一夜谁都没有睡，水声比钟声还响。", "第二天，桥上的孩子数出了十一条鱼。")
    assert told(clean(article("\n".join((TITEL, "2024-03-05 10:20", *text, *PITCH))))) == list(text)


def test_a_text_about_a_shop_keeps_what_the_shop_says() -> None:
    shop = "县里的电商平台卖的商品越来越多，文创、帆布袋都有人下单，全县的人一边等雨一边选购。"
    lines = (*TEXT, shop, "支持水库就来选购商品！")
    assert told(clean(article("\n".join((TITEL, "2024-03-05 10:20", *lines))))) == list(lines)


def test_a_line_that_ends_with_a_day_in_figures_is_whole() -> None:
    """发布时间:2010-01-10 stood glued in front of the first sentence, and the day was lost."""
    page = (
        "海蒜丰收 蒜农犯愁\n\n文章发布:海岬蒜业网蒜赢天下(www.suan.example)        发布时间:2010-01-10\n"
        "    昨日上午,在石螺镇东的田里。\n\n    一眼望去,满地都是收完晾着的海蒜,人们顶着太阳翻晒。\n\n"
        "    “说话就要种玉米了,得勤翻着。”陈大嫂擦着汗说,她家去年没种蒜,今年种了近五亩。\n\n"
        "    记者了解到,去年镇上种蒜的人家不到一百户,今年有三百多户,价钱跌了一半。\n\n"
        "    镇长说,来收蒜的卡车比往年少,一天只有三四辆,开价也一天比一天低。\n\n"
        "    往年这个时候,北港的蒜商会在镇上住半个月,今年他们只来看了一眼就走了。\n"
    )
    document = clean(article(page))

    assert document.published is not None
    assert document.published.date == "2010-01-10"
    assert document.sentences[0].text == "昨日上午，在石螺镇东的田里。"


def test_a_row_of_links_and_a_line_with_the_hour_are_no_broken_sentence() -> None:
    """In a page with wrapped lines both were joined with the caption below them and kept as its sentence."""
    told = """The ferry of the island left the old harbour three times with passengers and mail on
board, and its captain counted gulls on the way before the tide turned in the evening.
Nobody on the quay had been told that the fog would stay, so the baker sold his rolls
to those who waited, and the school sent its children home with a note from the mayor.
On the next morning two fishermen found a buoy that the storm had carried off in May,
which the pilots had looked for in vain, and they towed it behind their boat to the
yard where a carpenter painted it in the colours of the ferry company and rang its bell
until the harbour master came down the steps to ask what the noise was meant to say."""
    page = (
        "Finding the ferry after the fog\n\nWrite to the author | Follow the paper\n"
        f"on March 23, 2013 at 3:00 PM, updated March 25, 2013 at 4:25 PM\n{told}\n"
    )
    kept = " ".join(sentence.text for sentence in clean(article(page)).sentences)

    assert "Follow the paper" not in kept
    assert "3:00 PM" not in kept
    assert "left the old harbour three times" in kept
