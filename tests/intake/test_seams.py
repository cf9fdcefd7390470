"""An English page saved in one line: its buttons, menu, title and stamps are lines of their own again."""

from __future__ import annotations

import pytest

from digest.intake.plain import lines_of

TITLE = "Ferry to Gull Rock stops after thirty-four years"
STORY = (
    "The ferry between Coldbeck and Gull Rock stopped on Monday after thirty-four years, the board said. "
    "Two hundred islanders used it each week, most of them on the way to the clinic in Coldbeck. "
    "The board blamed the price of diesel, which had doubled in a year, and the age of the engine. "
    "A smaller boat will run three times a week until the council decides, said the master, Nell Farr."
)
LETTER = (
    "The harbour board said on Monday, in a letter that the Daily Tram has seen, that the harbour board had "
    "sold the ferry in May 2019, and that the money was spent before anybody on the island was told of it."
)
SEARCH = (
    "He asked the crew to skip to content that mattered, to share the news and to search for the boat that "
    "was lost with all that they had, and they did so until the light went out on the pier."
)
MENU = "Home News World Business Sport Culture Travel Weather Tide Tables Sign In Search"


def lines(text: str) -> list[str]:
    return [line.text.strip() for line in lines_of(text) if line.text.strip()]


def test_a_title_is_known_by_the_tab_above_the_page_that_says_it_too():
    found = lines(f"{TITLE} - The Daily Tram Tide Tables Dream Boats {TITLE} {STORY}")
    assert found[1] == TITLE
    assert found[2].startswith("The ferry between")


def test_a_menu_printed_for_wide_windows_and_for_narrow_ones_ends_where_it_ends_again():
    menu = "Tides Boats Reviews Dream Harbours Ports"
    found = lines(f"{menu} The Tram {menu} {TITLE} October 1, 2026 by Jane Doe {STORY}")
    assert found.count(menu) == 2 - 1
    assert {TITLE, "October 1, 2026 by Jane Doe"} <= set(found)


def test_a_link_that_skips_the_menu_is_no_word_of_the_title():
    found = lines(f"Skip to main content Skip to navigation Tide Tables {TITLE} {STORY}")
    assert found[:2] == ["Skip to main content", "Skip to navigation"]


def test_a_menu_at_the_head_ends_behind_the_last_of_its_words():
    assert lines(f"The Daily Tram {MENU} {TITLE} 4 hours ago {STORY}") == [
        f"The Daily Tram {MENU}",
        TITLE,
        "4 hours ago",
        STORY,
    ]


@pytest.mark.parametrize(
    "own",
    [
        "Thu 1 Oct 2026 16.01 BST",
        "Last modified on Thu 1 Oct 2026 18.22 BST",
        "View image in fullscreen",
        "Prefer the Daily Tram on Google",
    ],
)
def test_stamps_and_buttons_part_a_line_of_any_length(own):
    found = lines(
        f"{TITLE}\n\nJane Doe {own} {STORY.split('. ')[0]}, and nobody had been told of it before.\n"
    )
    assert own in found


def test_a_credit_stays_with_the_picture_that_it_is_of():
    shown = "A ferry lies at the pier of Gull Rock at dawn. Photograph: Jane Doe/AP"
    assert shown in lines(f"{shown} Ferries and harbours {TITLE} {STORY}")


def test_a_page_whose_line_ends_were_lost_is_cut_where_two_words_run_together():
    text = (
        "Tides and BoatsShareSave"
        + STORY.replace(". ", ".")
        + "Sign upContact usThe harbour master asked for calm.His office in ColdbeckDiesel prices"
    )
    found = lines(text)
    assert (
        "Two hundred islanders used it each week, most of them on the way to the clinic in Coldbeck." in found
    )
    assert {"Sign up", "Contact us", "The harbour master asked for calm."} <= set(found)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour uses JavaScript and an iPhone.So said Ann McDonald of the YouTube channel.",
        STORY.replace("board", "GullBoard"),
    ],
)
def test_a_name_with_a_capital_inside_is_no_end_of_a_line(text):
    assert lines(text) == [text]


def test_a_sentence_begins_behind_a_headline_at_a_small_word_with_a_capital():
    page = f"{STORY} {STORY} Boat prices up Some islanders now row to Coldbeck in boats of their own. {STORY}"
    assert "Boat prices up" in lines(page)
    assert any(line.startswith("Some islanders now row") for line in lines(page))


def test_what_a_page_in_one_line_says_behind_its_last_stop_is_a_line_of_its_own():
    assert (
        lines(f"{STORY} {STORY} Tide tables and more ways to read us")[-1]
        == "Tide tables and more ways to read us"
    )


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"{STORY} {STORY}",
        LETTER,
        "By Jane McDonald\n\n" + STORY,
        SEARCH,
    ],
)
def test_a_paragraph_is_not_cut(text):
    assert lines(text) == [line for line in text.split("\n") if line]


# --- speech without marks ------------------------------------------------------------

SPEECH = (
    "so today we are going to talk about the old ferry and why the board wants to stop it and i think "
    "most people do not know that it has been there for thirty years and that the boats were built in "
    "the same yard as the bridge and the man who ran it for 22 years told me that nobody ever asked "
    "him how it could be saved and what i find really interesting is that the repairs would cost more "
    "than the town earns from parking in a decade but they had that money in 2019 and they spent it "
    "on a new hall"
)


def test_english_speech_without_marks_is_cut_where_a_clause_can_begin():
    found = lines(SPEECH)
    assert len(found) > 8
    assert " ".join(found) == SPEECH
    assert max(map(len, found)) < 80


def test_times_inside_the_line_cut_it_too():
    words = SPEECH.split()
    text = " ".join(
        f"{at // 60}:{at % 60:02} {' '.join(words[at : at + 9])}" for at in range(0, len(words), 9)
    )
    assert all(line[0].isdigit() for line in lines(text))


def test_written_english_is_not_taken_for_speech():
    assert len(lines(f"{STORY} {STORY}")) == 1


def test_a_writer_with_the_day_glued_behind_a_picture_s_words_is_a_line_of_its_own():
    byline = "By Nell Farr2024-03-05 21:32:46 UTC"
    assert lines(f"{TITLE}\nThe ferryImage: Coldbeck Board {byline}\n{LETTER}") == [
        TITLE,
        "The ferryImage: Coldbeck Board",
        byline,
        LETTER,
    ]
