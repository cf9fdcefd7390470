"""What a page says to its reader for itself is told by its second person and the words of its trade."""

from __future__ import annotations

from digest.cleaning import clean
from tests.cleaning.articles import article

STORY = [
    "The ferry between Coldbeck and Gull Rock stopped on Monday after thirty-four years, the board said.",
    "Two hundred islanders used it each week, most of them on the way to the clinic in Coldbeck.",
    "The board blamed the price of diesel, which had doubled in a year, and the age of the engine.",
    "“You cannot run a boat on hope, and your readers know it,” said the master, Nell Farr, on the pier.",
    "A smaller boat will run three times a week until the council decides, said the master, Nell Farr.",
]
FORM = "Use this form if you have come across a typo or want to send feedback on the content of this page."
GUIDE = [
    "You need a boat of your own, and you should look at your ropes before you leave the pier at all.",
    "When you are out, keep your eyes on the tide, and please do not stand up while you row the boat.",
]


def sentences(lines: list[str]) -> str:
    return " ".join(sentence.text for sentence in clean(article("\n\n".join(lines))).sentences)


def test_what_a_page_says_of_its_forms_is_no_sentence_of_the_article():
    told = sentences([*STORY, FORM])
    assert FORM not in told
    assert STORY[-1] in told


def test_a_quotation_speaks_to_whom_it_likes():
    assert "You cannot run a boat on hope" in sentences([*STORY, FORM])


def test_a_guide_speaks_to_its_reader_all_through():
    told = sentences([*GUIDE, *STORY[:2], *GUIDE[::-1][:1]])
    assert GUIDE[0] in told
