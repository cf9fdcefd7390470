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
