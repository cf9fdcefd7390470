"""A portal's front and a profile before the log-in are refused; posts, threads and long pages are not."""

from __future__ import annotations

import pytest

from digest.cleaning import clean, fronts
from digest.cleaning.lines.rows import Row, rows
from digest.errors import UnusableText

from .articles import article

POSTS = (
    "Winter comes to Gull Rock with the first ferry of the season, which sails on Saturday at nine.",
    "The chapel bell has been hung again, and whoever likes may ring it on the day of the harbour fair.",
)
AROUND = ("Facebook", "Email or phone Password", "Forgot account?", "Home", "54,624 people like this")


def test_a_profile_before_the_log_in_is_no_article() -> None:
    page = "\n\n".join((*AROUND, "53,887 people follow this", "Visit Gull Rock", *POSTS))

    with pytest.raises(UnusableText, match="profile"):
        clean(article(page))


@pytest.mark.parametrize("around", [AROUND[:2], AROUND[2:4]])
def test_posts_with_a_sign_or_two_of_the_site_around_them_may_be_one(around: tuple[str, ...]) -> None:
    assert clean(article("\n\n".join((*around, "Visit Gull Rock", *POSTS)))).sentences


TEASERS = [
    f"The {thing} of {place} was the talk of the {when} because nobody there had seen one like it before."
    for thing, place, when in zip(
        "bell ferry lamp council bakery doctor bridge horse mast flood".split(),
        "Coldbeck Westport Hale Ness Farr Rook Sand Tarn Wick Yarrow".split(),
        "week month winter market summer evening session harvest regatta spring".split(),
        strict=True,
    )
]


def _front(teasers: list[str]) -> tuple[list[Row], list[int]]:
    found, _ = rows(article("\n".join(line for teaser in teasers for line in ("News", teaser, "SaveRemove"))))
    return found, [at for at, row in enumerate(found) if row.is_prose]


def test_the_same_button_below_each_paragraph_is_a_front_page_s() -> None:
    found, kept = _front(TEASERS)

    assert "front page" in (fronts.reason(found, kept, None, 5000, "") or "")


def test_a_page_with_a_title_or_with_few_buttons_is_none() -> None:
    found, kept = _front(TEASERS)

    assert fronts.reason(found, kept, "what the harbour said, hour by hour", 5000, "") is None
    assert fronts.reason(*_front(TEASERS[:5]), None, 5000, "") is None
