"""How what a pattern matches may start: by this a text is passed over that has no such start."""

import pytest

from digest.language.openings import DIGIT, opened, starts


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("可能", {"可能"}),
        ("将(?:会|为)", {"将会", "将为"}),
        ("不(?:再)?是", {"不再", "不是"}),
        ("还?没有", {"还", "没有"}),
        ("[今去]年", {"今年", "去年"}),
        ("没(?=兑现)", {"没"}),
        ("(?<![a-z])plan", {"pl"}),
        (r"\d月", {DIGIT}),
        (r"月\d", {"月"}),
        ("年(?<=[今去]年)", {"今年", "去年"}),
        ("年(?<![今去]年)", {"年"}),
        (".会", {""}),
        ("[一-三]月", {""}),
    ],
)
def test_a_start_is_two_characters_or_as_many_as_are_sure(pattern, expected):
    """ "" is any text: what opens with a class of characters cannot be passed over."""
    assert starts(pattern) == expected


def test_alternatives_in_front_are_patterns_of_their_own():
    """`re` finds its way to a plain character, not to a group of them."""
    assert opened("(?:调查|谈判)仍在|还在") == ["调查仍在", "谈判仍在", "还在"]
    assert opened("[仍还]在") == ["仍在", "还在"]
    assert opened("(?:也)?许") == ["(?:也)?许"], "what may be missing stays where it is"
