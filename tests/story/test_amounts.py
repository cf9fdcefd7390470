"""One amount in several spellings is one; two that only look alike are not."""

import pytest

from digest.language.numbers import find
from digest.story.statements import amounts


def quantity(text):
    return find(text)[0]


@pytest.mark.parametrize(
    ("rounded", "exact"),
    [
        ("三万八千多辆", "38,216 vehicles"),
        ("三万多台", "38,216辆"),
        ("六万多份", "6.4万份"),
        ("近4.2万辆", "41,870辆"),
        ("约3700辆", "3,689 cars"),
        ("三百八十万", "380万元"),
    ],
)
def test_an_amount_is_found_by_what_it_may_be_rounded_to(rounded, exact):
    key = amounts.rounded_key(quantity(rounded))

    assert list(amounts.roundings(quantity(exact), {key})) == [key]


@pytest.mark.parametrize(
    ("rounded", "other"),
    [("三万八千多辆", "39,100辆"), ("近4.2万辆", "38,216辆"), ("不到两万人", "12,320人")],
)
def test_an_amount_is_rounded_to_nothing_far_away(rounded, other):
    key = amounts.rounded_key(quantity(rounded))

    assert not list(amounts.roundings(quantity(other), {key}))


def test_what_counts_a_thing_does_not_matter_from_a_hundred_on():
    keys = {amounts.quantity_key(quantity(text)) for text in ("217例", "217个", "217 cases")}

    assert keys == {"q:217"}
    assert amounts.quantity_key(quantity("17家")) != amounts.quantity_key(quantity("17例"))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("9.6亿元", "11亿元", True),
        ("约9.6亿元", "9.8亿元", False),
        ("3.8万辆", "38,216辆", False),
        ("3.8万辆", "42,000辆", True),
        ("至少12人", "19人", False),
        ("不超过30人", "46人", True),
        ("约30人", "33人", False),
    ],
)
def test_two_amounts_are_apart_when_no_rounding_makes_them_one(one, other, apart):
    assert amounts.apart(quantity(one), quantity(other)) is apart
