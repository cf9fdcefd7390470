"""English pages made text, line by line or in one line: where they begin, and what they are called."""

from __future__ import annotations

import textwrap

import pytest

from digest.cleaning import clean
from digest.intake import read_bytes
from digest.model import Document

STORY = (
    "The ferry between Coldbeck and Gull Rock stopped on Monday after thirty-four years, the board said.",
    "Two hundred islanders used it each week, most of them on the way to the clinic in Coldbeck.",
    "The board blamed the price of diesel, which had doubled in a year, and the age of the engine.",
    "A smaller boat will run three times a week until the council decides, said the master, Nell Farr.",
)
MENU = (
    "News",
    "Local News",
    "Tide Tables",
    "Dream Boats",
    "Seen on Deck",
    "Harbour Jobs",
    "Give A Child A Net",
) * 3
TITLE = "Ferry to Gull Rock stops after thirty-four years"


def cleaned(*lines: str, apart: str = "\n") -> Document:
    return clean(read_bytes(apart.join(lines).encode(), "page.txt")[0])


def printed(document: Document) -> str:
    return " ".join(sentence.text for sentence in document.sentences if sentence.quotable)


def test_the_heading_that_says_the_name_of_the_page_again_is_its_title() -> None:
    """What stands between the two is the menu, even where it reads as text."""
    banner = "Your weather is set to Coldbeck. You can change the location at any time, here."
    document = cleaned(f"{TITLE} | The Daily Tram", *MENU, banner, TITLE, "By Jane Doe", *STORY)

    assert document.title == TITLE
    assert document.publisher == "The Daily Tram"
    assert "weather" not in printed(document)
    assert all(sentence in printed(document) for sentence in STORY)


def test_below_a_menu_longer_than_any_head_the_title_is_above_the_byline() -> None:
    line = "By Jane Doe on March 12, 2024 8:08 pm @janedoe 76Comments"
    document = cleaned(*MENU, "Find Dream Gull", *MENU[:7], TITLE, line, *STORY)

    assert document.title == TITLE
    assert document.authors == ("Jane Doe",)
    assert document.published is not None
    assert document.published.date == "2024-03-12"


def test_a_day_and_minute_behind_the_title_are_no_part_of_it() -> None:
    document = cleaned(f"{TITLE} Posted: Tuesday, March 12, 2024 11:03 PM EDT", "", *STORY)

    assert document.title == TITLE
    assert document.published is not None
    assert document.published.date == "2024-03-12"


def test_a_paragraph_that_begins_as_a_picture_viewer_does_is_caption_to_its_end() -> None:
    show = (
        "Photos: Gull Rock Photos: Gull Rock The ferry lies at the quay. It will be sold. Hide Caption 1 of 2"
        " Photos: Gull Rock Islanders wave from the pier. Hide Caption 2 of 2"
    )
    document = cleaned(
        *STORY, show, "FILE - In this Sept. 30, 2003, file photo, the ferry leaves. It was new."
    )

    assert printed(document) == " ".join(STORY)


def test_a_photograph_that_the_text_tells_of_stays() -> None:
    told = "In this picture of the harbour there is no ferry, and the islanders who saw it wept."

    assert told in printed(cleaned(*STORY, told))


def test_a_page_in_one_line_is_cut_where_its_own_labels_begin() -> None:
    menu = "News & Politics Harbour Food Life Stories Video About " * 14
    foot = "Related Articles Show Comments Sign up for our free letter of the tides Home About Contact"
    stamp = "Jane Doe March 12, 2024 9:00AM (UTC)"
    text = " ".join(STORY * 2)
    document = cleaned(
        menu + TITLE, stamp, text, "Advertisement:", "(Credit: Jane Doe / Tram)", foot, apart=" "
    )

    assert document.published is not None
    assert document.published.date == "2024-03-12"
    assert STORY[0] in printed(document)
    assert "Politics" not in printed(document)
    assert "Advertisement" not in printed(document)
    assert "Credit" not in printed(document)


def test_a_weekday_in_front_of_the_day_is_no_publisher() -> None:
    assert cleaned(TITLE, "Friday, March 15, 2024", *STORY).publisher is None


def test_who_wrote_it_and_when_is_a_line_of_its_own_in_a_page_of_one_line() -> None:
    story = " ".join(STORY * 4)
    document = cleaned(*MENU, TITLE, "by Nell Farr August 21, 2019", story, apart=" ")

    assert document.authors == ("Nell Farr",)
    assert document.published is not None
    assert document.published.date == "2019-08-21"


def test_a_line_that_goes_on_with_by_is_joined() -> None:
    document = cleaned(TITLE, "The board had the ferry painted", "by Nell Farr of Coldbeck in May.", *STORY)

    assert "painted by Nell Farr of Coldbeck in May." in printed(document)


def test_remarks_that_have_their_buttons_in_one_line_with_them_are_no_article() -> None:
    remarks = (
        "3 comments",
        "The ferry to Gull Rock was the only warm place on a Monday. Loading... Reply I miss her, too.",
        "Reply The board blamed diesel, but the engine was old. Loading... Reply It was known for years.",
        "Reply Islanders used it each week. Loading... Reply And who asked the clinic in Coldbeck?",
    )
    document = cleaned(TITLE, *STORY, *remarks)

    assert "warm place" not in printed(document)
    assert "known for years" not in printed(document)
    assert all(sentence in printed(document) for sentence in STORY)


def test_a_reply_that_the_article_tells_of_is_no_button() -> None:
    replies = (
        "The council did not reply. Loading the boats went on until the evening tide.",
        "She would like to reply, she said, but not to a letter without a name.",
        "Nobody was asked to reply by the end of the week, said the board.",
    )

    assert all(sentence in printed(cleaned(TITLE, *STORY, *replies)) for sentence in replies)


def test_a_sentence_in_capitals_alone_is_not_printed_among_others() -> None:
    shout = "LEARN HOW ISLANDERS LOSE THEIR FEAR OF DEEP WATER WITHOUT A BOAT."

    assert "DEEP WATER" not in printed(cleaned(TITLE, *STORY, shout))
    assert "NASA" in printed(cleaned(TITLE, *STORY, "It flew for NASA. NASA PAID."))


def test_a_sentence_that_lost_its_beginning_is_not_printed() -> None:
    torn = "report by the harbour board says that the hull had not been looked at for nine years."

    assert torn not in printed(cleaned(TITLE, *STORY[:2], "", torn, "", *STORY[2:]))
    assert "eBay sold" in printed(
        cleaned(TITLE, *STORY, "eBay sold the old engine within a day, for a pound.")
    )


def test_an_author_who_writes_no_capitals_lost_no_beginning() -> None:
    told = [sentence[0].lower() + sentence[1:] for sentence in STORY]

    assert all(sentence in printed(cleaned(TITLE, *told)) for sentence in told)


def test_an_article_written_in_capitals_is_printed() -> None:
    told = [sentence.upper() for sentence in STORY]

    assert all(sentence in printed(cleaned(TITLE, *told)) for sentence in told)


def test_links_that_became_lines_of_their_own_go_back_into_their_sentences() -> None:
    """So a scraper writes a page that puts a line end between all elements."""
    linked = (
        "Gull Rock",
        "is losing its ferry, and with that",
        "its only clinic",
        ". It was like any other island that lived by boats like the",
        "Coldbeck Star",
        ", but the people of",
        "Gull Rock",
        "loved theirs more than most, as the master said.",
        "The engine was made in",
        "Port Ellery",
        ", where nobody remembers it.",
    )
    document = cleaned(*MENU, TITLE, "March 12, 2024", *linked, *STORY)

    assert document.sentences[0].text == "Gull Rock is losing its ferry, and with that its only clinic."
    assert "boats like the Coldbeck Star, but the people of Gull Rock loved theirs" in printed(document)
    assert "made in Port Ellery, where nobody remembers it." in printed(document)


def test_a_first_paragraph_that_opens_with_the_title_stays() -> None:
    document = cleaned(TITLE, "March 12, 2024", f"{TITLE}! {STORY[1]}", STORY[0], *STORY[2:])

    assert all(sentence in printed(document) for sentence in STORY)


def test_a_name_above_the_day_is_the_writer_below_the_longest_menu() -> None:
    document = cleaned(*MENU * 5, TITLE, "Jane Doe", "March 12, 2024", *STORY)

    assert document.authors == ("Jane Doe",)


def test_paragraphs_that_a_program_cut_off_are_openings_of_other_articles() -> None:
    teasers = (
        "Nets for Coldbeck",
        "The net makers of Coldbeck have found a way to mend a seine in an hour, and nobody believes […]",
        "READ THE REST",
        "A clinic that floats",
        "The clinic boat was built in a barn, and on its first day it carried the vet to three farms […]",
        "READ THE REST",
        "READ THE REST",
    )
    document = cleaned(TITLE, "March 12, 2024", *STORY, *teasers)

    assert [each.text for each in document.sentences] == list(STORY)
    one = cleaned(TITLE, "March 12, 2024", *STORY[:3], f"{STORY[3][:-1]} and nobody asked […]")
    assert "Nell Farr and nobody asked" in " ".join(each.text for each in one.sentences)


def test_a_line_that_ends_with_an_article_goes_on_with_the_name_that_a_page_linked() -> None:
    """Three names torn out so are enough to know such a page; one is known by the word in front of it."""
    told = printed(
        cleaned(
            *STORY[:3],
            "Most boats of her kind were broken up long ago, but the",
            "Gannet",
            "was kept by Nell.",
        )
    )
    assert "long ago, but the Gannet was kept by Nell." in told


def test_a_heading_may_end_with_a_preposition() -> None:
    told = printed(cleaned(STORY[0], "What the islanders look forward to", "Ferries", *STORY[1:]))

    assert "forward to Ferries" not in told


def test_who_took_the_picture_is_no_part_of_a_sentence_that_begins_in_small_letters() -> None:
    """iOS and eBay begin sentences; a credit above such a paragraph is not the half of one."""
    text = "eShip, which runs the ferry, stopped it on Monday after thirty-four years, the board said."
    told = printed(cleaned("Photo by Nell Farr from the deck / The Gull", text, *STORY[1:]))

    assert told.startswith("eShip, which")
    assert "Nell Farr from" not in told


def test_what_a_picture_shows_stands_right_above_whose_it_is() -> None:
    shown = "Islanders wait for the last boat at Gull Rock on Sunday night."
    document = cleaned(TITLE, "March 12, 2024", shown, "Photograph: Jane Doe/The Daily Tram", *STORY)

    assert shown not in printed(document)
    assert all(sentence in printed(document) for sentence in STORY)


def test_a_label_alone_in_its_line_tells_the_name_below_and_the_picture_above() -> None:
    shown = "Islanders wait for the last boat at Gull Rock on Sunday night."
    paragraphs = (f"{STORY[0]} {STORY[1]}", f"{STORY[2]} {STORY[3]}")
    picture = (shown, "Photograph by", "Jane Doe, Harbour Trust")
    document = cleaned(TITLE, "March 12, 2024", paragraphs[0], *picture, paragraphs[1])

    assert printed(document) == " ".join(STORY)
    reasons = {account.rule for account in document.receipt.removed}
    assert {"who took the picture", "above who took the picture"} <= reasons


def test_a_sentence_above_such_a_label_stays_where_each_sentence_is_a_line_or_has_several() -> None:
    label = ("Photograph by", "Jane Doe, Harbour Trust")

    alone = cleaned(TITLE, "March 12, 2024", STORY[0], *label, *STORY[1:])
    assert STORY[0] in printed(alone)
    several = cleaned(TITLE, "March 12, 2024", f"{STORY[0]} {STORY[1]}", *label, f"{STORY[2]} {STORY[3]}")
    assert STORY[1] in printed(several)


def test_a_wrapped_line_may_end_in_a_quoted_word() -> None:
    first = 'The master, who has sailed for thirty years, said that he would have to "tone down"'
    second = "the story, and told it to the board in a hundred words."
    document = cleaned(TITLE, "March 12, 2024", *STORY, first, second)

    assert f"{first} {second}" in [sentence.text for sentence in document.sentences]


def test_a_box_of_headlines_in_the_text_does_not_part_it() -> None:
    """However long its list is; behind as many other buttons stand the remarks of readers."""
    headlines = ("Nets for Coldbeck", "A clinic that floats", "Barn built in a day", "Seine sold twice")
    box = ("Related Articles", *(line for head in headlines for line in (head, "05 Oct 2011")))
    more = (
        "The council of Gull Rock asked the board to keep the ferry until a smaller boat was found.",
        "The clinic in Coldbeck said a third of its patients came on the ferry from Gull Rock each week.",
        "The board answered that the ferry to Gull Rock had lost money on every trip since the spring.",
        "Nell Farr said she would sail the old boat until the board of Coldbeck took her keys away.",
    )
    document = cleaned(TITLE, "5:39AM BST 12 March 2024", *STORY, *box, *more)

    assert all(sentence in printed(document) for sentence in (*STORY, *more))
    assert not any(head in printed(document) for head in headlines)


REMARKS = (
    "Who needs a ferry when there is a bridge two miles up the coast!",
    "The bridge is closed from March to May, and the bus does not take bicycles or dogs.",
    "I have taken it every week since I was a girl and nobody asked me what I think of it.",
    "Enough already, let them swim.",
)
POSTED = ("12 Mar 2024 | 15:22", "12 Mar 2024 | 18:53", "13 Mar 2024 | 05:41", "13 Mar 2024 | 08:54")


def test_remarks_below_who_posted_them_and_when_are_no_article() -> None:
    names = ("Florida Sailor", "Cliff", "MJ, Gull Rock", "A. Moore")
    signs = [f"Posted by: {name}, {day}" for name, day in zip(names, POSTED, strict=True)]
    thread = [line for pair in zip(signs, REMARKS, strict=True) for line in pair]
    document = cleaned(TITLE, "March 12, 2024", *STORY, *thread)

    assert [each.text for each in document.sentences if each.quotable] == list(STORY)


def test_days_between_the_paragraphs_of_a_chronicle_post_nothing() -> None:
    lines = [line for pair in zip(POSTED, STORY, strict=True) for line in pair]

    assert all(sentence in printed(cleaned(TITLE, *STORY, *lines[:2], *lines[2:])) for sentence in STORY)


def test_what_says_all_of_it_twice_in_one_line_is_a_caption() -> None:
    shown = "Nell Farr: master of the Gull Rock ferry for thirty-four years."
    document = cleaned(TITLE, "March 12, 2024", *STORY[:2], shown + shown, *STORY[2:])

    assert "Nell Farr: master" not in printed(document)


def test_us_is_no_publisher() -> None:
    assert cleaned("March 12, 2024", TITLE, "Follow Us", "Twitter", *STORY).publisher is None


def test_a_sentence_above_a_credit_stays_where_each_sentence_is_a_line() -> None:
    credited = (STORY[0], STORY[1], "Photo: Jane Doe", STORY[2], "Image: The Daily Tram", STORY[3])
    document = cleaned(TITLE, "March 12, 2024", *credited)

    assert all(sentence in printed(document) for sentence in STORY)


def test_a_lead_in_to_nothing_but_links_goes_with_them() -> None:
    links = (
        "Related stories on Tram TV:",
        "Nets for Coldbeck may be found",
        "A clinic costs more in the long run",
    )
    document = cleaned(TITLE, "March 12, 2024", *STORY, *links, apart="\n\n")

    assert [each.text for each in document.sentences] == list(STORY)
    kept = cleaned(TITLE, "March 12, 2024", *STORY[:2], "The master, Nell Farr:", *STORY[2:], apart="\n\n")
    assert "The master, Nell Farr:" in " ".join(each.text for each in kept.sentences)


@pytest.mark.parametrize("width", range(56, 80))
def test_the_last_word_of_a_wrapped_paragraph_is_a_word(width: int) -> None:
    told = [f"{each[:-1]}, and to nobody who was on it." for each in STORY]
    wrapped = "\n\n".join("\n".join(textwrap.wrap(each, width)) for each in told)

    assert printed(cleaned(TITLE, "", wrapped)) == " ".join(told)
