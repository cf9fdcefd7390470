"""English newsletters and mails: what a mailing program and the house write around the letter."""

from __future__ import annotations

from digest.cleaning import clean
from digest.intake import read_bytes
from digest.model import Document

STORY = (
    "The ferry between Coldbeck and Gull Rock stopped on Monday after thirty-four years, the board said.",
    "Two hundred islanders used it each week, most of them on the way to the clinic in Coldbeck.",
    "The board blamed the price of diesel, which had doubled in a year, and the age of the engine.",
    "A smaller boat will run three times a week until the council decides, said the master, Nell Farr.",
)
TITLE = "Ferry to Gull Rock stops after thirty-four years"


def cleaned(*lines: str, name: str = "letter.md", apart: str = "\n\n") -> Document:
    return clean(read_bytes(apart.join(lines).encode(), name)[0])


def kept(document: Document) -> str:
    return " ".join(sentence.text for sentence in document.sentences)


def test_what_a_letter_asks_its_readers_is_not_its_text() -> None:
    call = "Do you follow [Tide Weekly on Twitter](https://t.example)? Did you know we have a forum?"
    more = "Looking to get involved? Want this letter in your inbox?"
    end = "That’s it for this week’s news on all things tidal. See you next week!"
    document = cleaned(f"# {TITLE}", more, *STORY[:2], call, *STORY[2:], end, "Our mailing address is:")

    assert kept(document) == " ".join(STORY)


def test_the_entries_of_a_list_of_links_with_their_day_are_not_the_authors_sentences() -> None:
    links = (
        "+ [Three Lamps on One Rock: New and Improved](https://a.example), 26 Sep 2018\n"
        "+ [Walking the Long Wall](https://b.example) – How we mended it, Stone Weekly, 20 Sep 2018\n"
        "+ [What happens when a lamp goes out?](https://c.example), 28 Aug 2018\n"
        "+ [Lamps of the World](https://d.example), 01 Oct 2018, Coldbeck"
    )
    document = cleaned(f"# {TITLE}", *STORY[:2], links, *STORY[2:])

    assert kept(document) == " ".join(STORY)


def test_a_single_line_that_ends_with_a_day_stays_in_its_list() -> None:
    speech = "+ The speech that [the master](https://a.example) gave to the whole board, 26 Sep 2018"
    document = cleaned(f"# {TITLE}", *STORY[:2], speech, *STORY[2:])

    assert "The speech that the master gave" in kept(document)


def test_the_fields_of_a_mail_and_the_foot_of_its_list_are_not_its_text() -> None:
    head = (
        "From: Nell Farr <nell@harbour.example>\nTo: tides@harbour.example\n"
        f"Subject: {TITLE}\nDate: Wed, 29 Aug 2018 20:26:47 +0000\n"
        "Message-ID: <20180829.7@harbour.example>\nContent-Type: text/plain; charset=utf-8"
    )
    foot = (
        'To unsubscribe from this list: send the line "unsubscribe tides" in\n'
        "the body of a message to majordomo@harbour.example\n"
        "More majordomo info at http://harbour.example/info.html"
    )
    document = cleaned(head, *STORY, foot, name="letter.txt")

    assert kept(document) == " ".join(STORY)
    assert document.title == TITLE


def test_a_newsletter_is_published_under_the_name_with_which_it_greets() -> None:
    greets = cleaned("# Welcome to the Tide Weekly.", *STORY)
    subscribed = "You are receiving this email as a subscriber to the Coldbeck Log Newsletter."
    said = cleaned(f"# {TITLE}", *STORY, "Copyright © 2018 CLMC, All rights reserved.", subscribed)

    assert greets.publisher == "Tide Weekly"
    assert said.publisher == "Coldbeck Log"


def test_a_house_sent_a_mail_when_its_address_is_called_as_it_is() -> None:
    fields = f"To: nell@rock.example\nSubject: {TITLE}\nDate: Wed, 29 Aug 2018 20:26:47 +0000"
    house = cleaned(f"From: Tide Watch <post@tidewatch.example>\n{fields}", *STORY, name="letter.txt")
    person = cleaned(f"From: Ben Dale <ben@harbour.example>\n{fields}", *STORY, name="letter.txt")

    assert (house.publisher, house.authors) == ("Tide Watch", ())
    assert (person.publisher, person.authors) == (None, ("Ben Dale",))


def test_the_sender_of_a_mail_file_is_a_house_too_by_its_address() -> None:
    def sent_by(sender: str) -> Document:
        head = f"From: {sender}\nSubject: {TITLE}\nDate: Wed, 29 Aug 2018 20:26:47 +0000"
        return cleaned(head, *STORY, name="letter.eml")

    house, person = sent_by("Tide Watch <post@tidewatch.example>"), sent_by("Ben Dale <ben@bendale.example>")

    assert (house.publisher, house.authors) == ("Tide Watch", ())
    assert (person.publisher, person.authors) == (None, ("Ben Dale",))


def test_who_posted_it_on_a_blog_stands_right_below_the_text() -> None:
    comments = ("Comments", "Posted by Max Roe at 6:20 PM", "Good riddance, I never liked that boat at all.")
    document = cleaned(TITLE, *STORY, "Posted by Nell Farr at 5:11 AM", *comments, name="page.txt")
    unsigned = cleaned(TITLE, *STORY, *comments, name="page.txt")

    assert document.authors == ("Nell Farr",)
    assert unsigned.authors == ()


def test_below_her_picture_stands_the_writers_name() -> None:
    head = ("March 29, 2019", "Image of Nell Farr", "Nell Farr")
    assert cleaned(TITLE, *head, *STORY, name="page.txt").authors == ("Nell Farr",)


def test_behind_the_writers_name_stands_the_house_and_neither_is_the_titles() -> None:
    line = "by Ben Dale                                        , Tides.org"
    document = cleaned("October 22, 2019", TITLE, line, *STORY, name="page.txt", apart="\n")

    assert document.title == TITLE
    assert document.authors == ("Ben Dale",)
    assert document.publisher == "Tides.org"


def test_a_site_says_its_name_in_its_notices() -> None:
    cookies = "Gull Rock uses cookies and trackers. Read about it in our privacy policy."
    licence = "Tide Insider by the Crew is licensed under a Creative Commons Attribution licence."
    this = "This work is licensed under a Creative Commons Attribution licence."
    holder = "Harbour Magazine © 2011-2019. All Rights Reserved."

    houses = [
        cleaned(TITLE, *STORY, notice, name="page.txt").publisher
        for notice in (cookies, licence, this, holder)
    ]
    assert houses == ["Gull Rock", "Tide Insider", None, "Harbour Magazine"]


def test_a_sites_letter_at_the_top_is_not_the_name_of_the_site() -> None:
    foot = ("Tidepost", "The First Stop for Tides", "Copyright © 2019 Tidepost")
    assert cleaned("Tidepost Today", TITLE, *STORY, *foot, name="page.txt").publisher == "Tidepost"


def test_a_blog_is_known_by_the_last_word_of_its_name_at_the_top() -> None:
    head = ("Back to Gull.example", "The Gull Blog", "Changelog", "Community")
    assert cleaned(*head, TITLE, "March 29, 2019", *STORY, name="page.txt").publisher == "The Gull Blog"


def test_a_headline_amid_the_text_goes_with_the_button_below_it() -> None:
    box = ("Third of Coldbeck pilots ‘have seen the light’", "Read more")
    further = ("Explore further", "Lamps may have been simpler to make than was thought")
    document = cleaned(
        TITLE, "By Jane Doe", *STORY[:2], *box, *STORY[2:], *further, name="page.txt", apart="\n"
    )

    assert kept(document) == " ".join(STORY)


def test_a_list_of_teasers_is_no_text() -> None:
    teasers = (
        "Ten lamps of the north, told by their keepers",
        "The keepers are still at it, and now they have put all of it on one long map of the coast, […]",
        "READ THE REST",
        "How the wall was mended in a single night",
        "The latest from the wall is a film in which the masons tell how they did it, for once with names.",
        "READ THE REST",
        "Learn how to tie a knot with this training",
        "It is a long road from a rope to a knot. The good news is that anyone can make one with a teacher.",
        "READ THE REST",
    )
    document = cleaned(TITLE, "By Jane Doe", *STORY, *teasers, name="page.txt", apart="\n")

    assert kept(document) == " ".join(STORY)


def test_a_word_of_the_menu_does_not_take_the_first_paragraph_below_the_title() -> None:
    head = ("Home", "Other Stories", "Archaeology", "October 22, 2019", "report")
    opening = "A team from several institutions in the islands has found out in what manner lamps were lit."
    document = cleaned(*head, TITLE, "by Ben Dale, Tides.org", opening, *STORY, name="page.txt", apart="\n")

    assert kept(document) == " ".join((opening, *STORY))


HEAD = (
    "From: Ben Dale <ben@harbour.example>\nTo: tides@harbour.example\nSubject: Re: The lamp is out again\n"
    "Received: from lamp.example by rock.example\n\twith SMTP id <S130>; Thu, 4 Jan 2001 09:34:58 -0500\n"
    "Date: Wed, 29 Aug 2018 20:26:47 +0000"
)
QUOTED = (
    "> The lamp went out on Monday night, and nobody has been able to light\n"
    "> it since. I have tried oil, I have tried spirits, and the keeper prayed.\n"
    "> > Who has the shears that hung behind the door of the tower in May?"
)


def test_what_a_mail_quotes_is_another_persons_and_its_signature_is_no_text() -> None:
    signature = "-- \nBen Dale keeps the lamps of Coldbeck, and of Gull Rock too.\nHarbour Lane 4"
    document = cleaned(
        HEAD, "Nell Farr <nell@harbour.example> writes:", QUOTED, *STORY, signature, name="letter.txt"
    )

    assert kept(document) == " ".join(STORY)


def test_marks_of_quotation_in_a_text_that_is_no_mail_say_nothing() -> None:
    quoted = "> The lamp went out on Monday night, and nobody has been able to light it since, she wrote."
    assert "nobody has been able" in kept(cleaned(TITLE, STORY[0], quoted, *STORY[1:], name="page.txt"))


def test_a_standfirst_below_the_headline_is_no_title() -> None:
    """Who wrote it stands below both; that it is nearer to the standfirst says nothing."""
    headline = "Two hundred islanders ‘left behind’ as Gull Rock ferry stops"
    standfirst = (
        "The board blamed the price of diesel, which had doubled, and the age of the engine of the ferry"
    )
    signed = ("Nell Farr", "Harbour editor", "Mon 20 Jan 2020", "06.05 GMT")
    document = cleaned(headline, standfirst, *signed, *STORY, name="page.txt", apart="\n")

    assert document.title == headline


def test_a_site_behind_a_dot_is_no_part_of_the_title_unless_the_text_tells_of_it() -> None:
    """Programs that read a page for others call it "Title: Section · Site"."""
    page = cleaned("Title: Ferries to Gull Rock · TideBook", *STORY, name="page.txt")
    told = cleaned("Why the ferry of Coldbeck stopped · Gull Rock", *STORY, name="page.txt")

    assert (page.title, told.title) == (
        "Ferries to Gull Rock",
        "Why the ferry of Coldbeck stopped · Gull Rock",
    )
