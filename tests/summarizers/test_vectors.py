"""Sums of likeness without a matrix equal those with one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from digest.summarizers.vectors import vectors

SENTENCES = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6), max_size=9)


@given(SENTENCES)
def test_the_sums_of_likeness_are_those_of_the_whole_matrix(sentences):
    rows = vectors(sentences)
    dense = np.zeros((rows.count, len(rows.idf)))
    dense[rows.rows, rows.columns] = rows.values
    likeness = dense @ dense.T
    np.fill_diagonal(likeness, 0.0)

    later, earlier = rows.to_later_and_earlier()

    assert np.allclose(rows.to_all(), likeness.sum(axis=1))
    assert np.allclose(later, np.triu(likeness, 1).sum(axis=1))
    assert np.allclose(earlier, np.tril(likeness, -1).sum(axis=1))


@given(SENTENCES)
def test_every_measure_is_a_number_for_every_sentence(sentences):
    rows = vectors(sentences)

    for measure in (
        rows.rank(),
        rows.common(),
        rows.frequency(),
        rows.share_of_keywords(),
        rows.introduced(),
    ):
        assert measure.shape == (len(sentences),)
        assert np.isfinite(measure).all()


def test_a_sentence_is_like_itself_and_like_its_own_words():
    rows = vectors([["tram", "line"], ["bus", "route"], ["tram", "vote"]])

    assert np.isclose(rows.to_sentence(0)[0], 1.0)
    assert np.isclose(rows.to_words(["tram", "line"])[0], 1.0)
    assert rows.to_words(["ship"]).tolist() == [0.0, 0.0, 0.0]
