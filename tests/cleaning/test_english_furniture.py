"""What stands around an English text: capitals, buttons, names beside days, laughter in speech."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.intake import read_bytes
from digest.model import Document, Metadata

from .articles import article

TITLE = "Ferry to Gull Rock stops after thirty-four years"
STORY = (
    "The ferry between Coldbeck and Gull Rock stopped on Monday after thirty-four years, the board said.",
    "Two hundred islanders used it each week, most of them on the way to the clinic in Coldbeck.",
    "The board blamed the price of diesel, which had doubled in a year, and the age of the engine.",
    "A smaller boat will run three times a week until the council decides, said the master, Nell Farr.",
)


def page(*lines: str) -> Document:
    (read,) = read_bytes("\n".join(lines).encode(), "page.txt")
    return clean(read)


def printed(document: Document) -> list[str]:
    return [sentence.text for sentence in document.sentences if sentence.quotable]


def test_a_line_with_a_capital_on_every_other_word_is_a_menu():
    """Also amid the text, where the words of it are in no list."""
    menu = "Latest Tides Harbour Board Minutes Dream Boats Nell Farr Ferry Jobs Crew Wanted Ropes And Knots"
    assert printed(page(TITLE, *STORY[:2], menu, *STORY[2:])) == list(STORY)


def test_names_in_a_sentence_do_not_make_it_one():
    named = (
        "Nell Farr, Jane Doe, John Roe, Ann Hale and Max Muster of Coldbeck Harbour Trust signed the letter."
    )
    assert named in printed(page(TITLE, *STORY[:2], named, *STORY[2:]))


def test_a_menu_glued_to_a_sentence_keeps_it_from_being_printed():
    menu = "Latest Tides Harbour Board Minutes Dream Boats Nell Farr Ferry"
    glued = f"{menu} the boat was sold on Monday, the board said."
    assert glued not in printed(page(TITLE, *STORY[:2], glued, *STORY[2:]))


@pytest.mark.parametrize(
    "lines",
    [
        ("Jane Doe", "–", "Oct 1, 2026 3:12 pm"),
        ("Oct 1, 2026 3:12 pm", "Jane Doe", "@janedoe"),
        ("October 1, 2026 5:03 AM ET", "Jane Doe", "Jane Doe"),
        ("By —", "Jane Doe, Associated Press", "Oct 1, 2026 5:03 PM EDT"),
        ("By Jane Doe Fox News", "Published October 1, 2026 5:03pm EDT"),
        ("By Jane DoeBusiness reporter, BBC News", "October 1, 2026 5:03 PM"),
    ],
)
def test_the_writer_stands_beside_the_day(lines):
    document = page(TITLE, *lines, *STORY)
    assert document.authors == ("Jane Doe",)
    assert str(document.published.date) == "2026-10-01"


def test_a_section_above_the_day_is_nobody():
    assert page("Harbour News", TITLE, "Business", "Oct 1, 2026 3:12 pm", *STORY).authors == ()


def test_several_writers_with_short_names_are_all_named():
    found = page(TITLE, "By Coral Doe, Lisa Roe and Jack Poe", "March 21, 2024", *STORY)
    assert found.authors == ("Coral Doe", "Lisa Roe", "Jack Poe")


def test_the_month_of_a_year_long_past_does_not_tell_when_english_was_written():
    old = "The board had bought the boat in March 2018, and sold it again without a word to anybody there."
    now = (
        "It said earlier this year that nothing would change, and nobody on the island believed it for a day."
    )
    assert page(TITLE, old, *STORY, now).published is None


def test_laughter_and_times_are_taken_out_of_what_was_said():
    (read,) = read_bytes(
        (
            b"**Ann:** So they sold the boat, and nobody asked the crew. \\[laughter\\]\n\n"
            b"**Ben:** \\[04:08\\] The boat is called Gull \\[the second of that name\\], "
            b"and it is older than the board.\n\n"
            b"**Ann:** It was built in the yard (laughs) that built the bridge, "
            b"and it will be broken up there too.\n"
        ),
        "talk.txt",
    )
    document = clean(read)
    whole = " ".join(sentence.text for sentence in document.sentences)
    assert not any(sign in whole for sign in ("laugh", "04:08", "\\"))
    assert "Gull [the second of that name]" in whole
    assert {edit.kind for sentence in document.sentences for edit in sentence.edits} >= {"inserted", "markup"}


def test_a_page_of_short_lines_whose_paragraphs_end_is_no_transcript():
    buttons = (
        "Play",
        "Listen to this page",
        "Share",
        "Save",
        "The list",
        "On the pier",
        "To the boats",
        "In the hall",
    ) * 2
    assert page(*buttons, TITLE, *STORY, *buttons).kind != "transcript"


def test_the_address_of_a_clipping_tells_its_outlet():
    claims = Metadata(title=TITLE, url="https://www.reuters.com/world/ferry-1")
    assert clean(article("\n".join((TITLE, *STORY)), metadata=claims)).publisher == "Reuters"


def test_a_day_without_its_year_is_the_last_before_it_was_clipped():
    text = f'---\ntitle: "{TITLE}"\npublished: December 14\ncreated: 2025-12-16\n---\n'
    (read,) = read_bytes((text + "\n\n".join(STORY)).encode(), "clip.md")
    assert str(clean(read).published.date) == "2025-12-14"
    (read,) = read_bytes(
        (text.replace("December 14", "December 24") + "\n\n".join(STORY)).encode(), "clip.md"
    )
    assert str(clean(read).published.date) == "2024-12-24"


def test_every_sentence_of_a_page_in_one_line_is_found_again():
    text = (
        f"{TITLE} - The Daily Tram Skip to content Tides Boats {TITLE} October 1, 2026 by Jane Doe "
        + " ".join(STORY)
        + " Share this: Twitter Facebook Leave a Reply Cancel reply Your email address will not be published."
    )
    (read,) = read_bytes(text.encode(), "page.txt")
    document = clean(read)
    assert (document.title, document.authors) == (TITLE, ("Jane Doe",))
    assert printed(document) == list(STORY)
    for sentence in document.sentences:
        assert read.text[sentence.start : sentence.end] == sentence.text or sentence.edits


NOTICE = "Automatically Generated Transcript (may not be 100% accurate)"
HEARD = (
    "00:01 But according to the board the most careful of the masters",
    "00:04 mended it before the boat ever left the pier. We talked to",
    "00:08 a number of islanders today who say. They have some lingering",
    "00:11 doubts about the engine and the ability of the board to get",
    "00:15 spare parts for the pump before winter. But at the harbour's",
    "00:22 busiest pier nobody knows when it will run again. The master",
    "00:25 says he would sail tomorrow if there were diesel for the trip.",
)


def test_what_a_machine_heard_in_the_video_amid_a_text_is_not_the_writer_s():
    assert printed(page(TITLE, "", STORY[0], "", NOTICE, "", *HEARD, "", *STORY[1:])) == list(STORY)


def test_hours_in_front_of_lines_are_the_writer_s_without_such_a_notice():
    told = "08:00 The smaller boat leaves Coldbeck with the post, the bread and the doctor."
    assert told.split(" ", 1)[1] in " ".join(printed(page(TITLE, "", *STORY, "", told)))


POSTED = (
    ("Tide tables are out", "Blog entry by Jane Doe | 28 April, 2027"),
    ("A bell comes back", "Blog entry by Jane Doe | 21 February, 2027 1 comment"),
    ("Who paints the boats", "Blog entry by John Roe | 13 February, 2027"),
)
BEGUN = (
    "The tables for the year have been printed at last. Whoever sails to the rock by night should...",
    "A bell that was stolen in the war hangs in the chapel again. Nobody knows who sent it, but the...",
    "The master told me on Friday morning that he would paint no boat this year. The price of...",
)


def test_the_newest_posts_below_a_text_are_cut_off():
    posts = [line for (called, by), begun in zip(POSTED, BEGUN, strict=True) for line in (called, by, begun)]
    assert printed(page(TITLE, *STORY, "The latest", *posts)) == list(STORY)


def test_sentences_that_trail_off_below_no_byline_stay():
    assert printed(page(TITLE, *STORY, *BEGUN))[: len(STORY) + 1] == [*STORY, BEGUN[0].split(". ")[0] + "."]


WRITER = "Jane Doe is a professor of tides at the University of Westport. Her work is about bells."


def test_who_writes_a_blog_stands_between_the_skip_link_and_the_menu():
    above = ("Skip to content", "", "Jane Doe's blog", "", WRITER, "", "Menu and widgets", "")
    assert printed(page(*above, TITLE, "", *STORY)) == list(STORY)


def test_a_text_below_a_skip_link_without_a_menu_is_the_article():
    assert WRITER.split(". ")[0] + "." in printed(page("Skip to content", "", TITLE, "", WRITER, "", *STORY))


def test_a_sentence_with_a_company_s_card_glued_to_it_is_not_printed():
    card = (
        "Northwind Company: Northwind Website: http://northwind.example Launch Date: 1/2/2004 Northwind runs"
    )
    assert printed(page(TITLE, *STORY[:3], f"{card} ferries to nine islands.", STORY[3])) == list(STORY)


def test_an_address_in_a_sentence_with_a_colon_is_no_card():
    told = (
        "The board published one thing: a list of fares at http://ferry.example which nobody had asked for."
    )
    assert told in printed(page(TITLE, *STORY[:3], told, STORY[3]))


def test_above_the_text_a_sentence_over_its_credit_is_a_picture_s_though_a_menu_stands_above_it() -> None:
    shown = "Drivers of the village bus on the square last year."
    page = ("Search jobs", "Sign in", "Sport", "Village keeps its bus", "Nell Farr", "Mon 20 Jan 2020", shown)
    story = (
        "Thousands of villagers have kept a bus alive by driving it in turns, a report says.",
        "The report counts nine drivers, two engines and no missed trip.",
        "The council paid for none of it, and has been asked to.",
        "It will answer in March, the mayor said, and not before.",
    )
    read = [
        s.text
        for s in clean(article("\n".join((*page, "Photograph: Jane Doe/Example Images", *story)))).sentences
    ]

    assert shown not in read
    assert read[-4:] == list(story)
    below = [
        s.text
        for s in clean(
            article("\n".join((*page[:-1], *story, "Photograph: Jane Doe/Example Images")))
        ).sentences
    ]
    assert below[-4:] == list(story)
