"""What a program strung together round a search term is refused; who shares what he knows is not."""

from __future__ import annotations

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
