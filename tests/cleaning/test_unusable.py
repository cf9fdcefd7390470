"""What is written for search engines is refused, wherever in the text that shows."""

from __future__ import annotations

import random

import pytest

from digest.cleaning import clean
from digest.errors import UnusableText
from digest.language.script import convert
from digest.model import Script

from .articles import article

OPENING = "\n".join(
    f"{day}月的第{day}天，{who}在{where}的码头上数船，一共数到{day}艘，随后把数字记在一本旧册子里。"
    for day, who, where in zip(
        range(1, 13),
        "老周 小林 阿火 桂姨 海生 文秀 大郑 老何 春妹 水根 方圆 石头".split(),
        "北港 南湾 渔村 石桥 盐田 灯塔 西礁 东澳 沙坝 河口 岛外 镇上".split(),
        strict=True,
    )
)


WORDS = (
    "客厅 厨房 阳台 卧室 浴室 走廊 灰色 白色 防滑 抛光 仿古 哑光 进口 国产 批发 零售 厂家 直销 "
    "价格 报价 规格 尺寸 品牌 排名 效果 装修 铺贴 养护 清洁 选购"
).split()


def test_stuffing_behind_a_dozen_honest_sentences_is_seen() -> None:
    dice = random.Random(7)
    stuffed = "\n".join("{}瓷砖{}，{}的瓷砖要看{}。".format(*dice.sample(WORDS, 4)) for _ in range(80))

    with pytest.raises(UnusableText, match="瓷砖"):
        clean(article(f"{OPENING}\n{stuffed}"))


def test_a_common_word_is_no_stuffing() -> None:
    told = "\n".join(
        f"瓷砖厂的第{n}座窑在清晨点火，工人把泥坯推进窑口，{n + 3}个钟头以后才敢打开炉门看颜色。"
        for n in range(12)
    )

    assert clean(article(f"{OPENING}\n{told}")).sentences


TOWN = (
    "The old ferry left the harbour at nine and carried forty people across the bay before noon. "
    "A carpenter from the upper village had painted its hull in the winter, and nobody paid him. "
    "Children waved from the pier while the captain counted bags of flour, nails and lamp oil. "
    "When fog came down in the evening, the keeper lit a fire that fishermen saw for miles. "
    "Their nets were empty again, so they sang, mended ropes and spoke about the new bridge. "
)


def test_one_word_in_three_is_stuffing_in_english_too() -> None:
    bought = "Cheap bonds online, best bonds today, bonds for you: buy bonds, sell bonds, trade bonds. "

    with pytest.raises(UnusableText, match="bonds"):
        clean(article(TOWN + "\n" + "\n".join(bought.replace("today", f"in {n}") for n in range(20))))


def test_the_same_phrases_over_and_over_are_no_text() -> None:
    with pytest.raises(UnusableText, match="over and over"):
        clean(article("\n".join(f"{TOWN}Then day {n} began." for n in range(12))))


def test_an_english_article_may_name_its_subject_often() -> None:
    told = "\n".join(
        f"In year {n} the ferry needed {n + 2} new planks, said the carpenter." for n in range(9)
    )

    assert clean(article(f"{TOWN}\n{told}")).sentences


def test_what_a_search_found_is_no_article() -> None:
    found = "\n".join(
        f"{n} 小时前 - 石螺岛的第{n}座灯塔昨夜熄了灯，渔民说他们在雾里听见了钟声，守塔的人没有回答...\n"
        f"www.tram{n}.example › news › island\n灯塔{n}：雾里的钟声- 海岬新闻"
        for n in range(1, 5)
    )
    with pytest.raises(UnusableText, match="search"):
        clean(article(found))
    copies = "\n".join(
        f"有没有人知道第{n}座灯塔什么时候再亮，我下周要去岛上...\nbbs.tram.example/thread-{n}.html - 百度快照"
        for n in range(1, 5)
    )
    with pytest.raises(UnusableText, match="search"):
        clean(article(copies))
    told = "\n".join(
        f"第{n}座灯塔在北边，船 › 岛之间有一条老航线，灯塔守了它一百年，雾天也没有停过。" for n in "一二三四"
    )
    assert clean(article(told)).sentences


@pytest.mark.parametrize(
    "line", ["石螺港的渔船为什么还不出海？", "How was the settlement reached?", "更多消息，持续更新中……"]
)
def test_one_line_that_asks_is_a_listing(line: str) -> None:
    """Left alone of a menu, it was the page's title before a title had to be told of."""
    with pytest.raises(UnusableText, match="no running text"):
        clean(article(f"首页\n标签：渔港\n{line}\n登录"))


def test_a_flash_of_one_sentence_is_an_article() -> None:
    assert len(clean(article("石螺港渔船周五出海\n石螺港务局宣布，渔船将于周五出海捕捞。")).sentences) == 1


@pytest.mark.parametrize(
    "asked",
    [
        "由于您的网络存在异常访问，请输入验证码后继续。",
        "Our systems have detected unusual traffic from your network.",
        "Please complete the security check to go on to the harbour.",
        "You do not have permission to access this page on this server.",
        "Oops! That page can't be found.\nIt looks like nothing was found at this location.",
        "Welcome to the harbour.\nThis is your first post. Edit or delete it, then start writing.",
        "本域名正在出售，有意者请写信给守塔人。",
    ],
)
def test_whom_a_site_takes_for_a_machine_gets_no_article(asked: str) -> None:
    with pytest.raises(UnusableText, match="before the article"):
        clean(article(asked))


def test_question_marks_in_the_place_of_lost_characters_are_broken_bytes() -> None:
    for mark in ("?", "？", "??"):
        holed = OPENING.replace("码头", f"码{mark}").replace("数字", f"{mark}字")
        with pytest.raises(UnusableText, match="lost"):
            clean(article(holed))
    with pytest.raises(UnusableText):
        clean(article(f"Lighthouse 2023-10-02\n{'?????,????????, 12 ??????. ' * 6}"))
    asked = "\n".join(
        f"{who}问船什么时候来？码头上没有人回答。他又问{who}的弟弟去了哪里？也没有人知道他是不是走了？灯还亮着。"
        for who in "老周 小林 阿火 桂姨 海生".split()
    )
    assert clean(article(asked)).sentences
    once = OPENING.replace("码头", "码?", 3)
    assert clean(article(once)).sentences


@pytest.mark.parametrize(
    "told",
    [
        "Police saw unusual traffic on the bridge, and access was denied to the crew.",
        "岛上的学校网站建设中遇到了难题，镇长说工期要延长两个月。",
    ],
)
def test_news_in_the_words_of_a_gate_is_an_article(told: str) -> None:
    assert clean(article(told)).sentences


CROWD = (
    "台中市立公益活中心今日在特殊教育校了一，超一百五十位自各地的志工一起出席，社局局廖手情宣，揭序幕。"
    "活包含射箭、保球、走接力等目，最大年八十七，他自己每天早上走三公里，成全焦，精神奕奕。"
    "社局指出，今年是第四次，合的健康促，出合的目，市府推防照服，落在地安老，打造不老城市。"
    "各公所皆派代表到加油打，希望多志工投入，成生活的一部分，打造暖有的高友善城市，事利行。"
)
WHOLE = (
    "台中市立公益活动中心今日在特殊教育学校举办了一场运动会，超过一百五十位来自各地的志工一起出席，社会局局长挥手宣布开始。"
    "活动包含射箭、保龄球、健走接力等项目，最大年纪八十七岁，他说自己每天早上走三公里，成为全场焦点，精神奕奕。"
    "社会局指出，今年已经是第四次，结合健康促进的课程，设计出适合长者的项目，市府推动预防照顾服务，打造不老城市。"
)


def test_a_text_that_lost_the_characters_of_one_script_is_refused() -> None:
    with pytest.raises(UnusableText, match="one script"):
        clean(article(f"台中志工走出健康\n{CROWD}"))


@pytest.mark.parametrize("script", ["simplified", "traditional"])
def test_a_text_in_either_script_has_characters_of_its_own(script: Script) -> None:
    assert clean(article(convert(f"台中志工走出健康\n{WHOLE}", script))).sentences


DYKE = "海堤连夜加固抢筑缺口"
TOLD = (
    "十一月三日凌晨，{0}盐田镇的老堤在大潮里塌了三十米，{1}村里的人听见声响就往高处跑。",
    "镇长把能找到的卡车都叫来了，{2}每一辆都装满了沙袋，{0}司机说一晚上没有合过眼。",
    "天亮以前缺口只剩下两米，{1}水退了一些，{2}守堤的人才坐下来喝第一口热水。",
)


def test_a_title_cut_to_pieces_and_strewn_over_the_text_is_a_content_farms() -> None:
    """A farm put 堤连, 夜加 and 固抢, cut out of its title without a dictionary, in front of the clauses."""
    strewn = "\n".join(line.format("堤连", "夜加", "固抢") for line in TOLD)

    with pytest.raises(UnusableText, match="pieces of its title"):
        clean(article(f"{DYKE}\n\n{strewn}"))


@pytest.mark.parametrize("said", [("", "", ""), ("海堤连", "连夜加固", "加固抢筑")])
def test_an_author_who_says_again_what_the_title_says_has_strewn_nothing(said: tuple[str, str, str]) -> None:
    told = "\n".join(line.format(*said) for line in TOLD)

    assert clean(article(f"{DYKE}\n\n{told}")).sentences
