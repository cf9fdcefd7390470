"""What a summary would mention, and how much of it a choice of sentences says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.summarizers import plain
from digest.summarizers.features import features, terms
from digest.summarizers.mentions import names
from digest.summarizers.weights import load, of
from tests.summarizers.texts import chinese, news

DOCUMENTS = pytest.mark.parametrize("document", [news(), chinese()], ids=["English", "Chinese"])


def chances(seen, task="summary"):
    return seen.mentions.chances(of(getattr(load(), task), seen.context))


@DOCUMENTS
def test_every_unit_has_every_trait_and_a_chance(document):
    seen = features(document)

    assert set(seen.mentions.traits) == set(names())
    for task in ("summary", "headline"):
        found = chances(seen, task)
        assert found.shape == (len(seen.vectors.index),)
        assert ((found > 0) & (found < 1)).all()


def test_what_the_text_opens_with_and_comes_back_to_is_mentioned_before_an_aside():
    seen = features(news())
    of_unit = dict(zip(seen.vectors.index, chances(seen), strict=True))

    (line,), (raining,) = terms("line"), terms("raining")

    assert of_unit[line] > of_unit[raining]


def test_the_traits_of_a_unit_are_counted_over_its_sentences():
    document = plain("Trams return. Rain falls.\nTrams cost money.", "Trams", "en")
    seen = features(document)
    (tram,), (rain,) = terms("trams"), terms("rain")
    place = list(seen.vectors.index).index

    traits = seen.mentions.traits

    assert traits["often"][place(tram)] == pytest.approx(np.log(2))
    assert (traits["once"][place(tram)], traits["once"][place(rain)]) == (0, 1)
    assert (traits["title"][place(tram)], traits["title"][place(rain)]) == (1, 0)
    assert traits["spread"][place(tram)] == 1
    assert traits["paragraphs"][place(tram)] == pytest.approx(np.log(2))
    assert (traits["first"][place(tram)], traits["first"][place(rain)]) == (1, 0)


def test_a_sentence_gains_nothing_by_saying_again_what_is_said():
    document = plain("Trams return to Basel. Rain falls on roofs. Trams return to Basel.", language="en")
    seen = features(document)
    found = chances(seen)

    said = seen.mentions.said(found, 20.0)
    said.take(0)

    assert said.with_each()[2] < said.with_each()[1]


@given(st.lists(st.text(st.sampled_from("电车通过议会，。 ab"), max_size=30), max_size=6), st.floats(0, 60))
def test_what_is_said_is_a_share_whatever_the_text(lines, room):
    seen = features(plain("\n".join(lines), language="zh"))
    found = chances(seen)

    said = seen.mentions.said(found, room)
    for row in range(len(seen.rated)):
        values = said.with_each()
        assert values.shape == (len(seen.rated),)
        assert ((values >= 0) & (values <= 1)).all()
        said.take(row)
