"""What a program strung together round a search term is refused; who shares what he knows is not."""

from __future__ import annotations

import random

import pytest

from digest.cleaning import clean
from digest.errors import UnusableText

from .articles import article

TOLD = """渡轮停航以后可以绕道石桥，也可以搭乘货船，具体以码头公告为准。
一般来说一到两周就会恢复，遇到大雾会更久，出门之前最好打电话问一问。"""


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "本篇文章给大家谈谈渡轮停航，以及渡轮多久恢复对应的知识点，希望对各位有所帮助，不要忘了收藏本站喔。",
            "",
        ),
        (
            "今天给各位分享渡轮停航的知识，其中也会对渡轮多久恢复进行解释，如果能碰巧解决你现在面临的问题，现在开始吧！",
            "",
        ),
        (
            "大家好，小编来为大家解答以下的问题，渡轮停航，这个很多人还不知道，现在让我们一起来看看吧！",
            "关于渡轮停航的内容到此结束，希望对大家有所帮助。",
        ),
        (
            "相信很多朋友对于渡轮停航和渡轮多久恢复不太懂，那么今天就由我来为大家分享，文章篇幅可能较长，下面一起来看看吧！",
            "",
        ),
        (
            "",
            "关于渡轮停航和渡轮多久恢复的介绍到此就结束了，不知道你从中找到你需要的信息了吗 ？",
        ),
    ],
)
def test_the_frame_of_a_generator_round_its_terms_is_refused(above: str, below: str) -> None:
    with pytest.raises(UnusableText, match="searched for"):
        clean(article(f"渡轮停航(渡轮多久恢复)\n{above}\n{TOLD}\n{below}"))


def test_the_term_is_named() -> None:
    above = "本篇文章给大家谈谈渡轮停航，以及渡轮多久恢复对应的知识点，不要忘了收藏本站喔。"
    with pytest.raises(UnusableText, match="'渡轮停航'"):
        clean(article(f"{above}\n{TOLD}"))


@pytest.mark.parametrize(
    "own",
    [
        "今天给大家分享几个灯塔的知识点，希望对你有所帮助。",
        "文章篇幅可能偏长，可以先收藏。",
        "很多人还不知道，北港的灯塔每十二秒闪两次。",
        "关于灯塔的介绍到此结束，希望对大家有所帮助。",
    ],
)
def test_a_writer_may_hit_on_one_of_its_sentences(own: str) -> None:
    assert clean(article(f"北港的灯塔\n{own}\n{TOLD}")).sentences


AWAY = "老船长林海生退休以后，把罗盘捐给了码头边的小学，孩子们排队去摸。"


def test_a_heading_of_another_subject_in_front_of_a_paragraph_is_a_doorways() -> None:
    with pytest.raises(UnusableText, match="searched for"):
        clean(article(f"{TOLD}\n【便宜瓷砖批发的相关新闻】 {AWAY}"))
    assert clean(article(f"{TOLD}\n【渡轮停航的相关新闻】 {AWAY}")).sentences


def test_a_term_thrown_in_front_of_sentences_that_have_a_subject_is_stuffing() -> None:
    told = "渡轮停航我们先说船东，渡轮停航我们再说码头，渡轮停航大家都等了三天，渡轮停航还有多久。"
    with pytest.raises(UnusableText, match="thrown in"):
        clean(article(f"渡轮停航_渡轮多久恢复\n2023-10-02\n{told}\n{TOLD}"))
    own = "渡轮停航，我们走石桥。渡轮停航，大家都在等。渡轮停航的消息传开，我们都去了，渡轮停航还有多久。"
    assert clean(article(f"渡轮停航\n2023-10-02\n{own}\n{TOLD}")).sentences


FIELDS = """撰写信件时，您可以用不同的方式将地址新增至「」栏位，「」和「」栏位可以帮助您做到这一点。
若要将信件寄给一群人，请使用「」作为栏位，「」用于同时向多个人寄出信件的副本。
"""


def test_a_text_whose_quotation_marks_are_empty_lost_its_words() -> None:
    with pytest.raises(UnusableText, match="quotation marks"):
        clean(article(FIELDS + TOLD))


def test_one_empty_pair_of_marks_is_a_slip() -> None:
    assert clean(article(FIELDS.replace("「」", "「船名」").replace("「船名」", "「」", 1) + TOLD)).sentences


FORMULAS = (
    "穿着显瘦 百搭的设计 舒适又透气 面料挺括性强 走线很平整 尽显低调的贵气 上身效果超赞 时尚有品味 "
    "不起球不褪色 干净利落的剪裁 轻盈的面料 露出脚踝 完全不会过时 简约又大方 带来舒适的体验 垂顺度也很好"
).split()
OWN = (
    "老周推开木门 小林点起油灯 阿火把绳子盘好 桂姨端来热茶 海生数着渔网 文秀写下日期 大郑修补船底 "
    "老何抬头看云 春妹喂完鸡鸭 水根挑走两桶水 方圆念了一封信 石头跑下台阶 潮水退到沙洲 北风吹歪旗杆 "
    "货轮鸣笛三声 灯塔忽明忽暗 孩子捡起贝壳 邮差骑车经过 雨点打湿账本 锅里炖着萝卜 墙上挂满草帽 "
    "收音机沙沙作响 猫跳上屋顶 老师擦掉黑板 医生背着药箱 裁缝剪断线头 铁匠停下锤子 船票涨了一元 "
    "码头空无一人 月亮从东边升起 狗追着影子跑 桥下漂来树枝 祖父打了个盹 闹钟响到第五遍 窗台落满花粉 "
    "水壶烧得通红 渡口换了新牌子 书页夹着银杏 桌脚垫了瓦片 秤砣掉进井里 稻草堆得很高 木匠量好尺寸 "
    "纸船漂过石阶 火车晚点半天 村长敲响铜锣 蜜蜂绕着屋檐 镜子照出皱纹 算盘少一颗珠子 围巾织到一半 "
    "雪盖住了脚印 蜡烛只剩一截 钥匙挂在门后 糖罐空了多年 大雁排成一行 渔火亮到天明 菜园种下南瓜 "
    "石磨转得很慢 姑妈寄来照片 旧钟停在六点 歌声飘过河湾 柿子红透枝头 渡船换上新帆 牛车陷进泥地 "
    "最后谁也没说话 "
).split()


def chained(clauses: list[str], size: int) -> str:
    return "\n".join("，".join(clauses[at : at + size]) + "。" for at in range(0, len(clauses), size))


def test_sales_formulas_in_endless_sentences_are_no_text() -> None:
    dice = random.Random(3)
    told = [one + other for one, other in zip(OWN[::2], OWN[1::2], strict=True)]
    clauses = [clause for own in told for clause in (own, dice.choice(FORMULAS))]

    with pytest.raises(UnusableText, match="formulas"):
        clean(article(f"夏天的裤子\n{chained(clauses, 16)}"))


def test_long_sentences_of_their_own_words_are_an_author_s_habit() -> None:
    assert clean(article(f"岛上的一天\n{chained(OWN, 16)}")).sentences


def test_a_refrain_between_short_sentences_is_a_song_s() -> None:
    lines = ("潮水回来了", "等到天亮吧", "那个人走远了")
    verses = [clause for at, own in enumerate(OWN) for clause in (own, lines[at % 3])]

    assert clean(article(f"岛上的歌\n{chained(verses, 4)}")).sentences


LETTER = (
    "是的，我又在渔港住了一个冬天，屋顶漏了三次，每一次你都从镇上赶来，带着瓦片和一壶热酒。",
    "我记得第一次见到灯塔的那个傍晚，让{us}把船停在石桥下面，等潮水退去，你说灯会亮，我不信。",
    "后来灯真的亮了，{us}都没有说话，只听见海在远处翻身，我想，{us}从未这样安静过。",
    "今年春天我要走了，{us}还会在信里提起那盏灯，你替我看着它，别让它在雾里灭掉。",
)


def test_a_keyword_in_the_place_of_every_we_is_refused() -> None:
    text = "\n".join(LETTER)
    with pytest.raises(UnusableText, match="says we"):
        clean(article(text.format(us="黑莓视频海岬视频")))
    assert clean(article(text.format(us="我们"))).sentences
    assert clean(article(text.format(us="守塔人和我"))).sentences


def test_who_writes_of_what_he_watches_is_read() -> None:
    """A subject is in the title, or named at once, and cut short once it is known."""
    text = "\n".join(LETTER).format(us="海岬视频直播")
    assert clean(article(f"海岬视频直播里的灯塔\n{text}")).sentences
    assert clean(article(f"海岬视频直播是镇上的人办的，只有一个镜头。\n{text}")).sentences
    assert clean(article(f"{text}\n那个直播后来停了，我和你都没有再打开过那个网页。")).sentences
