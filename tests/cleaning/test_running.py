"""Text that nobody closed with stops is the author's all the same, and a page's lines are not."""

from __future__ import annotations

import pytest

from digest.cleaning import clean, trace
from digest.errors import UnusableText
from digest.intake import read_bytes
from digest.model import Excerpt, Span

from .articles import article

BODY = (
    "石螺岛的图书馆开在一艘退役的渔船上，书架是用旧网浮拼起来的，一共摆了一百二十本书。",
    "管理员是六十岁的船长，他每个月初一把书搬出来晒一次，借书的人要在本子上写下潮水的高度。",
    "去年台风过后，书一本没少，只是每一本都多了一圈盐的印子，船长说那是海读过的记号。",
)
CLAUSES = (
    "一说起图书馆，你总会想到高楼",
    "可是你不知道，在石螺岛的码头边",
    "居然还停着一艘装满书的船",
    "它已经在那里漂了二十年",
    "还不快去看看",
)
FORMAL = (
    "石螺岛码头管理处通报称",
    "又新增三艘借书的渔船",
    "在台风过境后",
    "都停靠在东侧泊位",
    "另有约百本书等待晾晒",
)
SPEECH = (
    "那我们今天就接着来讲这条船它是怎么变成图书馆的然后船长他其实一开始只是想把自己的书放在一个干的地方"
    "后来大家都来借他就说那好吧你们在本子上写下潮水的高度就可以把书拿走了"
)
ALL_IN_CLAUSES = (
    "近日",
    "石螺岛的老船长收到一封信",
    "信里说他的书已经漂到了北岬",
    "老船长对此没有丝毫怀疑",
    "立即划着小船去找",
    "但在路上遇到了风浪",
    "直到第二天早上",
    "他才看见那些书",
    "“你们要还的",
    "把书放在潮水够不到的地方！”",
    "老船长向岸上的人喊道",
    "后来借书的人都把书送了回来",
    "其中还有一本是他自己写的",
)
MENU = ("潮汐表", "岛上旅店", "渔获行情", "轮渡时刻", "岛民论坛")


TITLE = "石螺岛的渔船图书馆"


def kept(*lines: str) -> list[str]:
    return [sentence.text for sentence in clean(article("\n".join(lines))).sentences]


def of_markdown(text: str) -> list[str]:
    return [sentence.text for sentence in clean(read_bytes(text.encode(), "a.md")[0]).sentences]


def printed(*lines: str) -> list[str]:
    return [sentence.text for sentence in clean(article("\n".join(lines))).sentences if sentence.quotable]


@pytest.mark.parametrize("clauses", [CLAUSES, FORMAL])
def test_a_text_that_begins_in_clauses_keeps_them(clauses: tuple[str, ...]) -> None:
    """Known by their small words, or by what goes on; none of them is a sentence to print."""
    told = kept(TITLE, "", *clauses, *BODY)

    assert [line for line in clauses if line not in told] == []
    assert not set(clauses) & set(printed(TITLE, "", *clauses, *BODY))


def test_a_menu_above_the_text_is_no_text_in_clauses() -> None:
    assert not set(MENU) & set(kept(*MENU, *BODY))


def test_headlines_below_the_text_are_none_either() -> None:
    """Most have not one small word, and none goes on with the one above."""
    below = (
        "盐田百年老屋修缮完工",
        "北岬灯塔下月起收费",
        "渔港今晨迎来首批鱿鱼",
        "轮渡公司发布秋季班次",
        "海草房入选名录",
    )

    assert not set(below) & set(kept(*BODY, *below))


def test_remarks_without_stops_below_an_article_are_not_its_text() -> None:
    """Readers write no stops: below paragraphs with stops their lines are no text of the author's."""
    remarks = ("我也想去看看这个船", "这才是真的图书馆啊", "在那里长大的人路过", "你们都没去过吧")

    assert not set(remarks) & set(kept(*BODY, *remarks))


def test_a_poem_in_prose_goes_on_below_its_only_sentence() -> None:
    """Where most of the text has no stops, lines below the last stop are its own."""
    below = (
        "在过去一到初一总是会和船长一起去晒书",
        "曾经同去的人都已经离开了这座岛",
        "我的记忆也只是那些书里的盐",
        "它们被海水读过就再也合不上了",
    )
    told = "".join(kept("记得那一年我们是陪刚毕业的三姐一起来的。", *below))

    assert [line for line in below if line not in told] == []


def test_a_text_all_in_clauses_is_joined_to_sentences_that_can_be_found_again() -> None:
    """No line has a stop, and a page of remarks or headlines was refused as one; each join is an edit."""
    page = article("\n".join((TITLE, "", *ALL_IN_CLAUSES)))
    document = clean(page)
    told = [sentence for sentence in document.sentences if sentence.quotable]

    assert "“你们要还的，把书放在潮水够不到的地方！”" in "".join(each.text for each in told)
    assert any("，" in each.text and "\n" in page.text[each.start : each.end] for each in told)
    for each in told:
        trace(Excerpt(each.text, page.id, Span(each.start, each.end), each.edits, "t"), page.text)


def test_beside_whole_sentences_clauses_are_left_as_they_stand() -> None:
    """Where the text has sentences enough, none is made."""
    assert not any("，" in each and each[:4] in CLAUSES[2] for each in kept(TITLE, "", *CLAUSES, *BODY))


def test_pictures_do_not_part_a_text_in_clauses() -> None:
    shown = "（图片来自岛民论坛）"
    told = kept(
        TITLE,
        "",
        "船很快就满了！",
        *CLAUSES[:2],
        shown,
        *CLAUSES[2:4],
        shown,
        *FORMAL[1:3],
        "书都还在！",
        *BODY,
    )

    assert [line for line in (*CLAUSES[:4], *FORMAL[1:3]) if line not in told] == []


def test_speech_without_stops_is_text_and_never_printed() -> None:
    """A paragraph of what was said, below prose: kept by its small words; no key point is that long."""
    told = kept(*BODY, "逐字稿", SPEECH)

    assert any(SPEECH[:20] in each for each in told)
    assert not any(SPEECH[:20] in each for each in printed(*BODY, "逐字稿", SPEECH))


def test_headlines_glued_to_a_line_as_long_are_not() -> None:
    glued = (
        "盐田百年老屋修缮完工 北岬灯塔下月起收费 渔港今晨迎来首批鱿鱼 轮渡公司发布秋季班次 "
        "海草房入选省级名录 台风蓝色预警解除 东侧泊位明日起施工 岛民论坛十佳帖揭晓"
    )

    assert not any("灯塔下月" in each for each in kept(*BODY, glued))


ENGLISH = (
    "The last tram left the depot on Friday with one passenger, a dog and a sack of letters.",
    "Drivers had asked for a second night line since March, and the council had promised two.",
    "On Monday the mayor rode it herself, and told them that the bell was louder than she had thought.",
)


def test_a_paragraph_cut_in_the_middle_of_its_sentence_is_text() -> None:
    """A page that breaks its lines where it will: small words tell it from headlines in a row."""
    cut = (
        "As part of the agreement the council would pay for the rails upon closing of the deal. The drivers "
        "would be given a share of what the night line earns in the first of the five years, and they expect "
        "to be paid for all of the hours that they have been waiting at the depot under the Tram and Ferry "
        "Labour Improvements"
    )
    assert any(
        "would pay for the rails" in each for each in kept(*ENGLISH[:2], cut, "Act of 1976.", ENGLISH[2])
    )


@pytest.mark.parametrize(
    "named",
    [
        "Marlow spoke after meeting with Gull Harbour Minister Ada Quill and North Coast Minister Tom Reed.",
        (
            "Depot lawyers will not show the letters of the night line, Gull Harbour Superior Court Judge Ann"
            " Lowe and Tram Drivers Union President Rob Pike of North Coast Ferry Lines said Monday."
        ),
    ],
)
def test_a_sentence_full_of_names_and_offices_is_one(named: str) -> None:
    """It ends with a full stop, which no menu does and no headline."""
    assert named in kept(ENGLISH[0], named, *ENGLISH[1:])


@pytest.mark.parametrize(
    "headlines",
    [
        "Gull Harbour Ferry Lines Raise Fares Again What You Need To Know About The New Night Tram",
        "In Gullport What Are The Best Kinds Of Lighthouse To Invest In?",
        "Home News Ferries Trams Harbour Weather Jobs Advertising Terms Privacy © 2021 Gull Media Inc.",
    ],
)
def test_headlines_and_menus_in_capitals_still_go(headlines: str) -> None:
    assert headlines not in kept(ENGLISH[0], headlines, *ENGLISH[1:])


def test_a_text_may_begin_with_sentences_of_a_word() -> None:
    assert kept("Not again.", *ENGLISH)[0] == "Not again."


def test_a_button_with_three_dots_is_no_first_sentence() -> None:
    assert "Loading..." not in kept("Loading...", *ENGLISH)


def test_a_first_paragraph_that_stops_at_a_link_is_kept() -> None:
    """A page sets the name that it links on a line of its own, in the middle of the first paragraph."""
    first = (
        "A team of drivers from several depots has found that the bell of the tram was made for a ship. "
        "In the report that they have put out in"
    )
    told = kept(
        "The Bell of the Night Tram",
        first,
        "Papers of the Tramway Society",
        ", the group tells how.",
        *ENGLISH,
    )

    assert any(each.startswith("A team of drivers") for each in told)


def test_behind_a_heading_and_a_line_of_code_the_article_goes_on() -> None:
    last = "The tram stops at the depot when the bell of the drivers is heard."
    text = f"# Rules for the tram\n\n{ENGLISH[0]}\n\n{ENGLISH[1]}\n\n## Bell\n\nBELL,^ding,DIRECT\n\n{last}\n"

    assert of_markdown(text)[-1] == last


def test_behind_a_heading_another_subject_is_not_the_articles() -> None:
    last = "Boil three eggs and peel them under cold water."
    text = f"# Rules for the night tram\n\n{ENGLISH[0]}\n\n{ENGLISH[1]}\n\n## More\n\nRecipes\n\n{last}\n"

    assert last not in of_markdown(text)


def test_what_is_next_asked_in_an_article_ends_nothing() -> None:
    last = "That depends on who is asked."

    assert last in kept(*ENGLISH, "What's next?", last)


def test_a_readers_program_sets_its_link_behind_what_it_cites() -> None:
    told = kept(*ENGLISH, '"Slow rails are steady rails, and steady rails are quick." (View Highlight)')

    assert told[-1] == '"Slow rails are steady rails, and steady rails are quick."'


def test_paragraphs_that_speak_of_the_one_above_are_no_scraps() -> None:
    """A portrait may share hardly a word from paragraph to paragraph; strung reports do not say 她."""
    portrait = (
        "这个姑娘满身是刺：听老戏，喝浓茶，心烦时一个人走到北岬去坐一下午，行事的标准只有一条，就是自己愿意不愿意，别人怎样讲统统无所谓。",
        "不过，她的胆子又叫旁人咋舌：十七岁只身跑去投奔朋友，天寒地冻的宿舍里熬过两个月；没摆弄过缝纫机，却异想天开创立品牌，借款半年内全部还清。",
        "对于这些，也许会有争议：倘若家中贫寒，哪能少时疯狂回头立马又金不换？倘若知识如此单薄匮乏，即使短期成功又如何支撑长远？谁都答不上来。",
        "这都不假。任何经历没法复制，样板二字远远称不上，释放出来的信息却很明白：桎梏要靠自身除掉，安于一隅亦可追寻梦想，路途因此走得更远。",
    )
    assert any("缝纫机" in each for each in kept(*portrait))


def test_a_text_without_a_single_stop_is_read_where_all_of_it_is_clauses() -> None:
    """A film's caption card: a clause a line, blanks inside, years alone, not one stop; it was refused."""
    card = """海岬网 > 正文

字号：

灯芯翻卷间

一盏纸灯便在阿火手中“睡醒”

10年间

不论被叫作“呆孩子”

还是听见闲话

他对纸灯热情不减

一边跟着老人学手艺 一边到邻村收旧图

2015年

北港纸灯列入全镇手艺名册

增补项目名录

阿火也成为最年轻的

省级守灯人之一

如今已经当上师傅的他

仍在想办法让更多孩子认识纸灯

让这点光传得更远

出品人：林守义

统筹：陈小满

海岬音像室制作
"""
    told = [sentence.text for sentence in clean(article(card)).sentences]

    assert "不论被叫作" in "".join(told)
    assert "让这点光传得更远" in "".join(told)
    assert not any("字号" in each or "出品人" in each for each in told)


def test_a_menu_without_a_single_stop_is_no_text_in_clauses() -> None:
    menu = "首页 国内要闻 海岬生活 渔船动态 在线直播 北港天气 港口招聘 读者来信 会员中心 旧报检索 广告服务"

    with pytest.raises(UnusableText):
        clean(article("\n".join(menu.split())))


DIARY = """住戶編號:40077
 看海的人 的日記本
快速選單
到我的日記本
瀏覽我的收藏
切換閱讀模式  回應  給他日記貼紙   檢舉
篇名: 再訪石螺島
自從前年夏天上過石螺島後,就記得那條漁船開成的圖書館,
船長說書架是用舊網浮拼起來的,一共擺了一百二十本書,每一本都有鹽的印子,
今年夏天剛開始,又興起了看海的興致, 改從另一個碼頭搭船,
雖然浪高兩公尺, 但天氣晴朗,並不覺得太暈,站在船頭吹風也挺舒服的,
一路上看著上百隻海鳥也很不錯喔,而且船票也不貴, 比去年便宜, 好多了,
要不是碼頭上擠了二三十個人,我還真想多待一會,看完那本潮水的書,
下了船,回程路過一家麵館,已經不記得是老店,還是近幾年才開的?
吃完午餐,再繞進從前的小學校,三十年前的往事一一浮現,感觸不少....
無論如何,今天是愉快又充實的一天!
標籤:
瀏覽次數:280    人氣指數:2300
切換閱讀模式  回應  給他日記貼紙   檢舉
"""


def test_a_diary_in_lines_with_commas_is_written_and_its_buttons_are_a_pages() -> None:
    """It was taken for a transcript, in which every line is what somebody says."""
    told = [sentence.text for sentence in clean(article(DIARY), script="keep").sentences]

    assert told[0].startswith("自從前年夏天")
    assert not any(button in "".join(told) for button in ("快速選單", "給他日記貼紙", "瀏覽次數"))
