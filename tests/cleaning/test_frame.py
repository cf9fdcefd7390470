"""The player's lines above speech and the host's farewell below it are not what was said."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.model import Document

from .articles import article
from .test_transcript import TALK

SAID = TALK.split("\n")[1:-2]
PAGE = """一个人修了十一年的路
山路故事
12.6万位订阅者
48,310次观看 2024年3月9日
00:00 开场
02:10 推土机
#修路 #山区

大家好
欢迎来到山路故事
"""
FAREWELL = """
好了今天的故事就到这里
下一期我想讲一讲山那边的桥
觉得好看的朋友
点个赞转给那个
天天跟你吵架的邻居
拜拜"""


def quotable(document: Document) -> str:
    return "".join(sentence.text for sentence in document.sentences if sentence.quotable)


@pytest.fixture
def copied() -> Document:
    return clean(article(PAGE + "\n".join(SAID) + FAREWELL))


def test_the_line_above_the_counts_is_the_title(copied: Document) -> None:
    assert copied.title == "一个人修了十一年的路"


def test_the_date_beside_the_counts_is_the_date_of_publication(copied: Document) -> None:
    assert copied.published is not None
    assert copied.published.date == "2024-03-09"


def test_channel_counts_chapters_and_tags_are_not_said(copied: Document) -> None:
    printed = "".join(sentence.text for sentence in copied.sentences)
    assert not any(word in printed for word in ("订阅者", "次观看", "开场", "推土机#", "#修路"))
    assert "他用退伍费买了一台旧推土机" in printed


def test_from_the_farewell_on_nothing_is_a_key_point(copied: Document) -> None:
    """The call was cut in the middle, and its second half stood there as a fact."""
    assert "邻居" not in quotable(copied)
    assert "山那边的桥" not in quotable(copied)
    assert "愿意把路接着修下去" in quotable(copied)


def test_a_speaker_who_tells_of_subscribers_has_no_player_above_him() -> None:
    """A count in a clause is what was said; the lines above it are no title."""
    said = ["他在山里架了一台相机", "三个月以后他就有了10万订阅者", *SAID[1:]]
    document = clean(article("\n".join(said)))
    assert document.title is None
    assert document.sentences[0].text.startswith("他在山里架了一台相机")


def test_a_farewell_inside_the_story_ends_nothing() -> None:
    """One "goodbye" among the last lines is somebody's in the story."""
    said = [*SAID[:-6], "他在车站说了一声", "再见", *SAID[-6:]]
    assert "愿意把路接着修下去" in quotable(clean(article("\n".join(said))))


def test_english_captions_too() -> None:
    lines = """the man who dug a road
mountain stories
14K subscribers
20,117 views  Mar 9, 2024

hey everybody welcome back
today I want to tell you about a man who
came home from the army in 1996
there was one dirt road to the town and
when it rained you could not use it
so he bought an old bulldozer and he
started to dig
everybody said that he was crazy but he
did not stop
in the first year he made four hundred
feet of road
then people came to help him
by 2001 the road had reached the pass
and the town gave him a medal
okay that's it for this week
let me know in the comments what you think
see you next time"""
    document = clean(article(lines))
    assert document.title == "the man who dug a road"
    assert document.published is not None
    assert document.published.date == "2024-03-09"
    texts = [sentence.text for sentence in document.sentences if sentence.quotable]
    assert "so he bought an old bulldozer and he started to dig" in texts
    assert any(text.startswith("by 2001 the road had reached the pass") for text in texts)
    assert not any("comments" in text or "this week" in text for text in texts)


POST = "\n".join(SAID[:20])


@pytest.mark.parametrize(
    "page",
    [
        "文章標籤\n全站熱搜\n創作者介紹\n創作者 gull 的頭像\ngull\n海鷗的筆記",
        "內文搜尋\nX",
        "分享到\n海鸥的笔记\n返回顶部",
    ],
)
def test_below_a_text_in_clauses_the_page_goes_on_in_lines_that_are_none(page: str) -> None:
    """A post on a blog is set like speech, and its last clause ran on into what the page says."""
    document = clean(article(f"{POST}\n\n{page}"))
    whole = clean(article(POST))

    assert document.kind == "transcript"
    assert [each.text for each in document.sentences] == [each.text for each in whole.sentences]


def test_a_button_s_word_between_two_clauses_is_said() -> None:
    document = clean(article(f"{POST}\n分享\n他说了很多次的就是这两个字"))

    assert "分享" in "".join(each.text for each in document.sentences)


def test_below_captions_there_is_no_page() -> None:
    cues = {f"l{number}": "cue" for number in range(1, 30)}
    document = clean(article(f"{POST}\n返回顶部", **cues))

    assert "返回顶部" in "".join(each.text for each in document.sentences)
