"""The same text is one article, near copies are grouped, and inside an article nothing is said twice."""

from __future__ import annotations

import pytest

from digest.cleaning import clean, group
from digest.language.script import convert
from digest.model import Document

from .articles import TEXT, TITEL, article

PARAGRAPHS = (
    "渡口的老船工姓姜，撑了四十一年的船。他说河水每年都会改一次道，只有渡口不动。",
    "三月里第一座桥通车，渡船的生意一下子少了一半。姜师傅没有抱怨，把船重新漆了一遍。",
    "孩子们上学还是要坐他的船，因为桥在下游六公里的地方。每天早上七点，他准时解开缆绳。",
    "县里的文化馆想把船收去展览，他没有同意。他说船离了水，就只是一堆木头。",
    "到了秋天，他收了一个徒弟，是个学摄影的姑娘。姑娘说她想学的不是撑船，是等人。",
)


def document(*paragraphs: str, name: str = "a.txt") -> Document:
    return clean(article("\n\n".join(paragraphs), name))


def test_the_same_text_twice_is_one_article_with_both_paths() -> None:
    one, again = document(*PARAGRAPHS), document(*PARAGRAPHS, name="b.txt")
    (found,) = group([one, again])

    assert found.document is one
    assert [copy.article.path for copy in found.same] == ["b.txt"]
    assert found.near == ()


def test_the_other_script_is_the_same_text() -> None:
    other = document(*(convert(p, "traditional") for p in PARAGRAPHS), name="hant.txt")
    (found,) = group([document(*PARAGRAPHS), other])

    assert [copy.article.path for copy in found.same] == ["hant.txt"]


def test_of_near_copies_the_fuller_one_leads() -> None:
    short, full = document(*PARAGRAPHS[:3], name="short.txt"), document(*PARAGRAPHS, name="full.txt")
    (found,) = group([short, full])

    assert found.document is full
    assert [copy.article.path for copy in found.near] == ["short.txt"]


def test_of_copies_as_full_the_one_whose_day_is_known_leads() -> None:
    """A word more is no reason to show a story without its date."""
    undated = document(*PARAGRAPHS[:-1], f"{PARAGRAPHS[-1]}渡口很静。", name="undated.txt")
    dated = document("2024年10月20日 来源：海岬观察", *PARAGRAPHS, name="dated.txt")
    (found,) = group([undated, dated])

    assert found.document is dated
    assert dated.published is not None


def test_different_articles_stay_apart_in_the_order_given() -> None:
    other = document(
        "果园的主人在山坡上种了两百棵梨树，第三年才结果。他把第一筐梨送给了修水渠的人。",
        "水渠是十年前挖的，那时没有人相信水能翻过山梁。如今山梁那边也种上了树。",
        name="pears.txt",
    )
    groups = group([other, document(*PARAGRAPHS)])

    assert [found.document.article.path for found in groups] == ["pears.txt", "a.txt"]


def test_no_articles_make_no_groups() -> None:
    assert group([]) == ()


def test_a_sentence_that_repeats_an_earlier_one_is_marked_and_the_first_is_not() -> None:
    said = "三月里第一座桥通车，渡船的生意一下子少了一半。"
    again = "到了今年三月里第一座桥通车，渡船的生意一下子少了一半。"
    sentences = document(PARAGRAPHS[0], said, PARAGRAPHS[2], again + "没有人觉得意外。").sentences

    assert [sentence.text for sentence in sentences if "repeat" in sentence.traits] == [again]


def test_of_a_sentence_and_one_that_goes_on_from_it_the_fuller_is_read() -> None:
    short = "守塔人不甘愿让灯塔就这样熄灭，也认为要修就修到最好，从一块玻璃修到另一块。"
    full = short[:-1] + "，他现在每天上塔，把透镜擦两遍。"
    other = "石螺岛的图书馆开在一艘退役的渔船上，书架是用旧网浮拼起来的。"
    for lines in ((short, other, full), (full, other, short)):
        found = document(*lines).sentences
        assert [sentence.text for sentence in found if "repeat" in sentence.traits] == [short]


def test_of_a_sentence_and_one_that_has_it_within_the_fuller_is_read() -> None:
    short = "随着新的渡船下个月下水，镇政府开始重新安排班次和票价。"
    full = "石螺岛上如今只剩三百人，随着新的渡船下个月下水，镇政府开始重新安排班次和票价，老人却都不肯坐船。"
    other = "石螺岛的图书馆开在一艘退役的渔船上，书架是用旧网浮拼起来的。"
    for lines in ((short, other, full), (full, other, short)):
        found = document(*lines).sentences
        assert [sentence.text for sentence in found if "repeat" in sentence.traits] == [short]


def test_sentences_that_begin_alike_and_differ_are_both_read() -> None:
    one = "守塔人不甘愿让灯塔就这样熄灭，也认为要修就修到最好，可是没有人会磨那种玻璃。"
    other = "守塔人不甘愿让灯塔就这样熄灭，镇政府却已经贴出告示，塔身和小屋一起出售。"
    found = document(one, other, "石螺岛的图书馆开在一艘退役的渔船上。").sentences

    assert not any("repeat" in sentence.traits for sentence in found)


@pytest.mark.parametrize("end", ["", "…", "..."])
def test_a_paragraph_cut_off_above_itself_is_read_once(end: str) -> None:
    """What a page tells other pages of itself are the first signs of its text, whatever word they end in."""
    cut = TEXT[0][:34] + end
    document = clean(article("\n\n".join([TITEL, cut, *TEXT])))

    assert [each.text for each in document.sentences] == [
        each.text for each in clean(article("\n\n".join([TITEL, *TEXT]))).sentences
    ]


def test_a_short_paragraph_with_which_another_begins_is_its_author_s() -> None:
    said = "雨下了九天。"
    document = clean(
        article("\n\n".join([TITEL, *TEXT[:2], said, f"{said}第十天，闸门打开了，孩子们都跑到桥上去看。"]))
    )

    assert [each.text for each in document.sentences].count(said) == 2
