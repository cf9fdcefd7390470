"""Times of the day: what a text writes, in minutes since midnight."""

import pytest

from digest.language import clock


@pytest.mark.parametrize(
    ("text", "minutes", "exact"),
    [
        ("下午三点零五到的", 15 * 60 + 5, True),
        ("下午三点过五分到的", 15 * 60 + 5, True),
        ("下午3点过15分到的", 15 * 60 + 15, True),
        ("下午三点过一会儿到的", 15 * 60, False),
        ("下午三点过五分钟到的", 15 * 60, False),
    ],
)
def test_what_is_past_the_hour_is_minutes_only_where_it_says_so(text, minutes, exact):
    (found,) = clock.find(text)

    assert (found.minutes, found.exact) == (minutes, exact)
