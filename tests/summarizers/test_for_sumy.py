"""salience for those who have sumy already."""

from __future__ import annotations

import pytest
from sumy.models.dom import ObjectDocumentModel, Paragraph
from sumy.models.dom import Sentence as SumySentence

from digest.summarizers import SalienceSummarizer
from tests.summarizers.texts import NEWS


class Tokenizer:
    """Words between blanks: whatever tokenizer a user of sumy has."""

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(text.split())


@pytest.fixture
def document():
    lines = [SumySentence(line, Tokenizer()) for line in NEWS.splitlines()]
    heading = SumySentence("Basel votes for trams", Tokenizer(), is_heading=True)
    return ObjectDocumentModel([Paragraph([heading, *lines[:3]]), Paragraph(lines[3:])])


def test_it_returns_sumys_sentences_in_reading_order(document):
    chosen = SalienceSummarizer()(document, 3)

    places = [document.sentences.index(sentence) for sentence in chosen]
    assert len(places) == 3
    assert places == sorted(places)
    assert 0 in places


def test_it_takes_a_share_as_sumy_does(document):
    assert len(SalienceSummarizer(language="en")(document, "50%")) == len(document.sentences) // 2


def test_an_empty_document_gives_nothing():
    assert SalienceSummarizer()(ObjectDocumentModel([]), 3) == ()


def test_a_stemmer_is_accepted_and_must_be_one():
    SalienceSummarizer(str.lower)
    with pytest.raises(TypeError):
        SalienceSummarizer("no stemmer")
