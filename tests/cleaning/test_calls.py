"""A call to scan, follow or download goes; a sentence in which others do so is the author's."""

from __future__ import annotations

import pytest

from digest.cleaning import clean

from .articles import article

BODY = (
    "石螺岛的图书馆开在一艘退役的渔船上，书架是用旧网浮拼起来的，一共摆了一百二十本书。",
    "管理员是六十岁的船长，他每个月初一把书搬出来晒一次，借书的人要在本子上写下潮水的高度。",
    "去年台风来的那天，他先把书背上岸，再回头去系缆绳，第二天船还在，书也一本没少。",
)

TOLD = (
    "码头立了新的告示：潜水的游客扫码登记之后才能下水，每天限四十人。",
    "有个学徒偷偷拍了短影片，一夜有四十万人看，点赞的人不知道那个丑角的头是反的。",
    "船长在评论区里分享了自己修船的经过，三天里有两万人看过。",
    "购彩者照着对方的说法装了一个软件，并加入某个彩票交流群。",
)
CALLED = (
    "读者可扫描下方二维码加入读者群。",
    "觉得不错，请点赞、转发、在看。",
    "欢迎大家在评论区留言，和我们分享你的故事。",
    "打开APP阅读全文，精彩内容不错过。",
)


def printed(line: str) -> str:
    text = "\n".join((*BODY[:2], line, BODY[2]))
    return "".join(each.text for each in clean(article(text)).sentences)


@pytest.mark.parametrize("line", TOLD)
def test_a_sentence_that_tells_of_others_is_kept(line: str) -> None:
    assert line in printed(line)


@pytest.mark.parametrize("line", TOLD)
def test_it_is_kept_in_the_middle_of_a_paragraph_too(line: str) -> None:
    assert line in printed(f"船上的规矩不多，写在一块木板上。{line}过了一个夏天，木板也旧了。")


@pytest.mark.parametrize("line", CALLED)
def test_a_call_to_the_reader_is_not(line: str) -> None:
    assert line not in printed(line)


def test_english_readers_are_called_upon_and_others_told_of() -> None:
    told = "Residents can call the depot or sign up for the shuttle at the town hall, the council said."
    called = "Sign up for our newsletter to get the day's stories."
    text = "\n".join(
        (
            "The village has run its own bus since the railway closed, and four retired drivers take turns.",
            told,
            called,
            "The bus leaves at seven, at noon and at five, and it waits for the last pupil of the school.",
        )
    )

    sentences = [each.text for each in clean(article(text)).sentences]

    assert told in sentences
    assert called not in sentences
