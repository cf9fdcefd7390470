"""What every method keeps, ours, sumy's, and those that others install."""

from __future__ import annotations

import math
import warnings

import pytest

from digest.errors import ConfigError
from digest.summarizers import METHODS, plain, rank_sentences, summarize
from tests.summarizers.texts import chinese, having, news

every_method = pytest.mark.parametrize("name", METHODS.names())

HARD = [
    "",
    "\n\n",
    "?!",
    "。",
    "word",
    "的",
    "The the. The the.",
    "Alpha beta. Gamma delta.",  # LexRank's idf is 0 for each word, so its norm is too
    "Alpha beta gamma. Delta epsilon zeta. Eta theta iota.",
    "同一句话。同一句话。同一句话。",
    "没有标点的一行",
    "\u200b \ufeff",
    "I. I. I.",
]


def test_the_methods_are_found_without_loading_one():
    assert {"salience", "lead", "lexrank", "textrank", "lsa", "luhn", "kl", "sumbasic", "reduction"} <= set(
        METHODS.names()
    )


@every_method
@pytest.mark.parametrize("document", [news(), chinese()], ids=["English", "Chinese"])
def test_a_ranking_names_each_quotable_sentence_once(name, document):
    marked = having(document, 1, "garble")

    ranking = METHODS.get(name).rank(marked, query=("tram",))

    quotable = [index for index, each in enumerate(marked.sentences) if each.quotable]
    assert sorted(ranking.order) == quotable
    assert len(ranking.scores) == len(marked.sentences)
    assert all(math.isfinite(score) for score in ranking.scores)


@every_method
@pytest.mark.parametrize("text", HARD)
def test_texts_with_almost_nothing_in_them_are_ranked_in_silence(name, text):
    """LexRank divides by zero where no two sentences share a word; LSA warns of few words."""
    document = plain(text)

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ranking = METHODS.get(name).rank(document, wanted=2)
        summary = summarize(document, method=name, limit=2)

    assert all(math.isfinite(score) for score in ranking.scores)
    assert bool(summary.points) == bool(document.sentences)


@every_method
def test_the_same_text_gives_the_same_points(name):
    assert summarize(news(), method=name) == summarize(news(), method=name)


@every_method
def test_sentences_are_ranked_as_they_stand_in_the_text(name):
    text = "  Trams return to the old town.   It rained all day in the town!\nThe vote was 31 to 4 for trams"

    found = rank_sentences(text, None, "en", 3, name)

    assert sorted(found, key=text.find) == [
        "Trams return to the old town.",
        "It rained all day in the town!",
        "The vote was 31 to 4 for trams",
    ]


def test_an_unknown_method_is_refused_with_the_nearest_name():
    with pytest.raises(ConfigError, match="did you mean 'lexrank'"):
        summarize(news(), method="lex-rank")


def test_two_equal_sentences_stay_two_for_sumy():
    """sumy looks sentences up by their text: equal ones shared one rating, and one was lost."""
    document = plain("Trams return. Buses leave town. Trams return. Buses leave town.", language="en")

    ranking = METHODS.get("sumbasic").rank(document)

    assert sorted(ranking.order) == [0, 1, 2, 3]
