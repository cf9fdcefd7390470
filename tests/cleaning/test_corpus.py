"""Thirty dirty articles and pages that are none: what is printed of each, and what never may be.

Each file of ``corpus/`` states its truth; keys that it leaves out are not checked.
"""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.errors import UnusableText
from digest.model import Document

from .articles import Sample, article, samples

SAMPLES = samples()
USABLE = [sample for sample in SAMPLES if "unusable" not in sample.truth]


def cleaned(sample: Sample) -> Document:
    return clean(article(sample.text, sample.name), script=sample.truth.get("script", "simplified"))


def named(keys: str) -> pytest.MarkDecorator:
    having = [sample for sample in USABLE if keys in sample.truth]
    return pytest.mark.parametrize("sample", having, ids=lambda sample: sample.name)


@named("junk")
def test_no_junk_of_the_page_is_a_sentence(sample: Sample) -> None:
    document = cleaned(sample)
    printed = "\n".join([document.title or "", *(sentence.text for sentence in document.sentences)])

    assert [junk for junk in sample.truth["junk"] if junk in printed] == []


@named("first")
def test_the_first_sentence_of_the_body_is_kept(sample: Sample) -> None:
    body = [each for each in cleaned(sample).sentences if each.quotable and "highlight" not in each.traits]

    assert body[0].text == sample.truth["first"] or sample.truth["first"].startswith(body[0].text)


@named("last")
def test_the_last_sentence_of_the_body_is_kept(sample: Sample) -> None:
    assert [each.text for each in cleaned(sample).sentences if each.quotable][-1] == sample.truth["last"]


@named("title")
def test_the_title_is_told_from_the_site(sample: Sample) -> None:
    assert (cleaned(sample).title or "") == sample.truth["title"]


@named("authors")
def test_those_who_wrote_it_are_named_and_nobody_else(sample: Sample) -> None:
    assert list(cleaned(sample).authors) == sample.truth["authors"]


@named("publisher")
def test_the_publisher_is_found(sample: Sample) -> None:
    assert cleaned(sample).publisher == sample.truth["publisher"]


@pytest.mark.parametrize("sample", USABLE, ids=lambda sample: sample.name)
def test_a_date_is_the_true_one_or_none_at_all(sample: Sample) -> None:
    published = cleaned(sample).published

    assert (published.date if published else "") == sample.truth.get("published", "")


@named("contains")
def test_repaired_sentences_can_be_quoted(sample: Sample) -> None:
    quotable = [sentence.text for sentence in cleaned(sample).sentences if sentence.quotable]

    assert [wanted for wanted in sample.truth["contains"] if wanted not in quotable] == []


@named("highlights")
def test_the_publishers_key_points_are_marked(sample: Sample) -> None:
    marked = [sentence.text for sentence in cleaned(sample).sentences if "highlight" in sentence.traits]

    assert marked == sample.truth["highlights"]


@named("greetings")
def test_what_a_host_says_around_the_story_is_never_printed(sample: Sample) -> None:
    document = cleaned(sample)

    assert document.kind == "transcript"
    quotable = "\n".join(sentence.text for sentence in document.sentences if sentence.quotable)
    assert [greeting for greeting in sample.truth["greetings"] if greeting in quotable] == []


@named("damaged")
def test_a_sentence_that_lost_words_stays_but_is_never_printed(sample: Sample) -> None:
    sentences = cleaned(sample).sentences
    damaged = ["".join(each.text.split()) for each in sentences if "deleted-words" in each.traits]

    assert damaged == ["".join(wanted.split()) for wanted in sample.truth["damaged"]]
    assert not any(each.quotable for each in sentences if "deleted-words" in each.traits)


@pytest.mark.parametrize("sample", [s for s in SAMPLES if "unusable" in s.truth], ids=lambda s: s.name)
def test_a_text_that_no_honest_digest_can_be_made_of_is_refused_with_the_reason(sample: Sample) -> None:
    with pytest.raises(UnusableText, match=sample.truth["unusable"]):
        cleaned(sample)


@pytest.mark.parametrize("sample", USABLE, ids=lambda sample: sample.name)
def test_every_line_is_accounted_for_once_and_in_order(sample: Sample) -> None:
    document = cleaned(sample)
    accounts = document.receipt.accounts

    assert [each.first for each in accounts] == [1, *(each.last + 1 for each in accounts[:-1])]
    assert accounts[-1].last == len(document.article.lines)
    assert all(each.reason for each in document.receipt.removed)


@pytest.mark.parametrize("sample", USABLE, ids=lambda sample: sample.name)
def test_the_same_article_gives_the_same_document(sample: Sample) -> None:
    assert cleaned(sample) == cleaned(sample)
