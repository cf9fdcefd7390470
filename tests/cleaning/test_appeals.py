"""What a publication asks of its readers is not the author's, whole sentence or not; what a guide asks is."""

from __future__ import annotations

import pytest

from digest.cleaning import clean

from .articles import TEXT, TITEL, article

APPEALS = (
    "加入石螺網 LINE 好友，第一時間掌握最新消息！",
    "訂閱石螺周刊，每週收到最深入的報導。",
    "喜歡這篇文章的話，別忘了按讚、分享給更多朋友！",
    "完整內容請見本期石螺周刊。",
    "留言請保持禮貌，勿張貼廣告。",
)


def read(*lines: str) -> list[str]:
    document = clean(article("\n".join((TITEL, "2024-03-05 10:20", *lines))))
    return [sentence.text for sentence in document.sentences]


@pytest.mark.parametrize("appeal", APPEALS)
def test_an_appeal_goes_from_between_paragraphs_from_below_them_and_from_behind_the_last_sentence(
    appeal,
) -> None:
    assert read(*TEXT[:2], appeal, TEXT[2]) == list(TEXT)
    assert read(*TEXT, appeal) == list(TEXT)
    assert read(*TEXT[:2], TEXT[2] + appeal) == list(TEXT)


@pytest.mark.parametrize(
    "told",
    [
        "管水的人订阅了三份周刊，每一份都写过这座水库，他把它们钉在墙上。",
        "县里呼吁，请村民关注水位，扫码登记每天用了多少水。",
        "他说：“请大家记得把井盖盖好。”",
        "加入守夜的人越来越多，最后全村都来了。",
    ],
)
def test_a_sentence_of_the_story_with_such_a_word_stays(told: str) -> None:
    assert told in read(*TEXT[:2], told, TEXT[2])


def test_where_the_article_is_about_members_and_accounts_such_words_prove_nothing() -> None:
    guide = (
        "水库的网页上个月开通，村民登录以后可以看到每天的水位，也可以留言。",
        "留言的村民已经有三千，管水的人每天早上在网页上更新一次。",
        "登录网页就能看到今天的水位，您也可以留言。",
    )
    assert read(*TEXT, *guide)[-1] == guide[-1]
