"""Where a page lost a break, what is printed is a sentence and nothing beside it."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.cleaning.edits.seams import with_code
from digest.cleaning.edits.trail import replay
from tests.cleaning.articles import STORY, TEXT, TITEL, TITLE, article


def told(*paragraphs: str, title: str = TITLE) -> list[str]:
    """What may be printed of an article of these paragraphs."""
    document = clean(article("\n\n".join([title, *paragraphs])))
    for sentence in document.sentences:
        source = document.article.text
        assert replay(source, sentence.start, sentence.end, sentence.edits) == sentence.text
    return [sentence.text for sentence in document.sentences if sentence.quotable]


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Looking for a Driver", "The council asked every pensioner of the valley for help."),
        ("What’s Next", "Having a bus of its own is a burden that the village wants to keep."),
        ("Village Council", "Today, the mayor thanked all the drivers in front of the old station."),
        ("→ Learn More", "The Village Voice found the bus in a barn, and nobody asked for its papers."),
        ("Fixing the Bus", "I’ll admit that nobody of us had ever seen such an engine from below."),
    ],
)
def test_a_heading_glued_in_front_of_a_sentence_is_cut_off(heading, sentence):
    assert sentence in told(STORY[0], f"{STORY[1]} {heading} {sentence} {STORY[2]}")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Village Voice reported on Monday that the bus has been sold to a collector.",
        "Mayor Anna Keller said the bus would go on for as long as there are drivers.",
        "Ada Winter and Ben Hale are driving the bus on every second day of the week.",
    ],
)
def test_names_in_front_of_a_verb_are_no_heading(sentence):
    assert sentence in told(STORY[0], f"{STORY[1]} {sentence} {STORY[2]}")


def test_a_sentence_with_a_listing_of_code_in_it_is_not_printed():
    listing = (
        "I looked at the timetable again. import csv from bus.models import Trip class TripTests ( Case ): "
        'def setUp ( self ): """Read the trips.""" self . trips = csv . reader ( open ( "trips.csv" ))'
    )
    assert not any("import" in each for each in told(*STORY, listing))


@pytest.mark.parametrize(
    "sentence",
    [
        "You can call setUp() before each of the tests, or leave it out.",
        "在 Python 里，用 print(a == b) 就能看出两个值是否相等。",
        "The village imports its fuel from the valley; the bus (a diesel) needs 40 litres a day.",
        "程序 = 算法 + 数据结构，这是他在课上说得最多的一句话。",
    ],
)
def test_a_sentence_that_speaks_of_code_has_little_of_it(sentence):
    assert not with_code([sentence])


def test_a_sentence_with_half_of_another_behind_its_stop_is_not_printed():
    glued = "The drivers meet on Monday evenings to share out the trips. to share out the trips of the week."

    assert not any("share out" in each for each in told(*STORY, glued))


def test_an_author_who_begins_every_sentence_small_has_lost_nothing():
    small = [f"{paragraph} {more}".lower() for paragraph in STORY for more in STORY if more != paragraph]

    assert len(told(*small)) == len(small)


@pytest.mark.parametrize(
    "holed",
    [
        "年7月，新司机开始在山路上练习，老司机坐在旁边看着。",
        "当地时间年3月11日，全县的人都在桥上看水。",
        "水位比去年和前年分别低了12%15%，管水的人说他没见过。",
    ],
)
def test_a_sentence_that_lost_its_figures_is_not_printed(holed):
    assert holed not in told(*TEXT, holed, title=TITEL)


@pytest.mark.parametrize(
    "whole",
    [
        "2023年7月，新司机开始在山路上练习，老司机坐在旁边看着。",
        "今年7月，水库的闸门又打开了，孩子们都跑到桥上去看。",
        "从去年3月到今年5月，水位分别低了12%和15%，管水的人说他没见过。",
    ],
)
def test_figures_that_are_there_are_none_lost(whole):
    assert whole in told(*TEXT, whole, title=TITEL)


def test_of_two_marks_between_the_same_words_one_is_printed_and_the_way_back_is_kept():
    """A mirror puts a comma in front of commas and stops so that its copy is not found."""
    copied = (
        "管水的人说,,水库见底之后,、雨终于来了,;4,、5,、6号闸门关着,。孩子们都跑到桥上去看，，闸门打开了。"
    )
    document = clean(article("\n\n".join([TITEL, *TEXT, copied])))
    whole = "".join(sentence.text for sentence in document.sentences)

    assert "管水的人说，水库见底之后、雨终于来了；4、5、6号闸门关着。" in whole
    assert "孩子们都跑到桥上去看，闸门打开了。" in whole
    assert {edit.kind for each in document.sentences for edit in each.edits} >= {"doubled-mark"}


@pytest.mark.parametrize("debris", ["|", " #", "*", " ｜"])
def test_what_a_page_set_behind_the_last_mark_is_no_part_of_the_sentence(debris):
    last = "雨下了九天之后，水库的闸门终于打开了。"

    assert last in told(TEXT[0], TEXT[1] + last + debris, TEXT[2], title=TITEL)


def test_who_took_a_picture_is_parted_from_the_sentence_behind_it():
    said = told(*TEXT[:2], "雨后的水库闸门。 林大山 摄 在水库下游，孩子们都跑到桥上去看放水。", title=TITEL)

    assert "在水库下游，孩子们都跑到桥上去看放水。" in said


def test_of_a_sentence_that_a_page_parted_neither_half_is_printed():
    first, rest = (
        "The weight of the engine was told by the workshop",
        "to be more than the old road can bear.",
    )
    halves = f"{STORY[0]} {first}\n\n{rest} {STORY[1]}"

    printed = told(*STORY, halves, STORY[2].replace("engine", "brake"), title=TITLE)

    assert first not in printed
    assert rest not in printed
    assert STORY[1] in printed


def test_the_last_sentence_of_a_copy_that_breaks_off_is_not_printed_though_a_heading_has_no_mark_either():
    cut = "据住在下游的老人说，那一年守夜的人里有他的父亲，还有"
    paragraphs = [f"{each}{more}" for each in TEXT for more in TEXT if each != more]

    assert cut not in told(*paragraphs, TEXT[0] + "水库的闸门", TEXT[1] + cut, title=TITEL)


def test_words_of_a_link_whose_end_cannot_be_told_are_not_printed_with_the_sentence():
    assert not any("»" in each for each in told(*STORY[:2], f"» Trams of the valley {STORY[2]}", STORY[0]))


def test_where_sentences_end_with_a_mark_one_that_does_not_is_doubted():
    """It is a label, a standfirst or what a copy left of a sentence: seldom one that a reader wants."""
    cut = "据住在下游的老人说，那一年守夜的人里有他的父亲，还有"
    paragraphs = [
        *(f"{each}{more}" for each in TEXT for more in TEXT if each != more),
        TEXT[0] + cut,
        TEXT[1],
    ]
    doubts = {each.text: each.doubt for each in clean(article("\n\n".join([TITEL, *paragraphs]))).sentences}

    assert doubts[cut] > 0
    assert doubts[TEXT[0]] == 0


def test_where_no_sentence_ends_with_a_mark_none_is_doubted_for_it():
    bare = [paragraph.rstrip("。") for paragraph in TEXT]

    assert not any(each.doubt for each in clean(article("\n\n".join([TITEL, *bare, *TEXT[:1]]))).sentences)


def test_a_note_of_the_editors_in_brackets_is_no_sentence_of_the_article():
    note = "（注：据县志编委会十二日消息，石碑上的年份尚待核实。）"

    assert note not in told(*TEXT[:2], note, TEXT[2], title=TITEL)
