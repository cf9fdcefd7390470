"""Signs of a sentence's kind: Chinese words anywhere, English ones from the edge of a word on."""

import re

import pytest

from digest.language import cues
from digest.language.cues import cue
from digest.language.pairs import Texts
from digest.story.statements import lexicon

DOUBT = cue(
    "可能|(?:或|也)许|[无未]法知|不(?:清楚|知)?道?吗", r"may | might | call(?:s|ed)? off | not yet", end=r"\b"
)
PLAINLY = re.compile(
    r"可能|(?:或|也)许|[无未]法知|不(?:清楚|知)?道?吗|\b(?:may|might|call(?:s|ed)? off|not yet)\b"
)


@pytest.mark.parametrize(
    "text",
    [
        "他可能离开",
        "they may leave",
        "may",
        "dismay",
        "mayor",
        "talks called off",
        "他may走",
        "他 may 走",
        "(might)",
        "他也许无法知道",
        "他未法知",
        "不知道吗",
        "not so, not yet",
        "not so",
        "notyet",
        "无may法知",
        "",
    ],
)
def test_a_cue_finds_what_a_pattern_with_the_edge_in_front_finds(text):
    """It only skips faster to where a word can start."""
    found, plain = DOUBT.search(text), PLAINLY.search(text)

    assert (found and found.span()) == (plain and plain.span())


@pytest.mark.parametrize(
    "text", ["他对记者说，这件事也许还要再等一段时间才能见分晓", "it is the mayor who said that he may leave"]
)
def test_signs_read_of_many_texts_at_once_are_those_read_of_one(text):
    cues.read(Texts([text, "无关的另一句话，里面没有任何一个词是线索，也没有别的"]))
    at_once = DOUBT.search(text)
    cues._SIGNS_OF.clear()
    alone = DOUBT.search(text)

    assert at_once is not None
    assert alone is not None
    assert at_once.span() == alone.span() == PLAINLY.search(text).span()


def test_an_english_word_is_a_sign_only_as_a_whole_word():
    assert lexicon.HEDGE.search("the mayor resigned on monday") is not None, "may, at the edge of mayor"
    assert lexicon.UNREAL.search("the mayor resigned on monday") is None
    assert lexicon.NEGATION.search("a notable cannon") is None


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("他对记者说，这件事也许还要再等一段时间才能见分晓", True),
        ("it is the mayor who said that the bridge was closed", False),
        ("the mayor was calling for the bridge to be closed", True),
        ("他对记者说，这件事还要再等一段时间才能有一个结果", False),
    ],
)
def test_a_text_is_worth_the_search_where_its_signs_are_those_of_the_cue(text, may):
    """Calling begins like called off; a text whose signs were not read is searched sooner than that."""
    assert DOUBT.may(f"{text}！")
    cues.read(Texts([text]))
    assert DOUBT.may(text) is may
    assert may or PLAINLY.search(text) is None
