"""Signs of title, house, writer and day: what each does, and what it must not do."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.model import Document, Metadata

from .articles import STORY, TEXT, TITEL, TITLE, article


def page(*lines: str, **head: str) -> Document:
    return clean(article("\n".join(lines), metadata=Metadata(**head)) if head else article("\n".join(lines)))


def test_a_summary_above_the_menu_does_not_hide_the_title_below_it() -> None:
    summary = "Nine retired drivers take turns at the wheel of the bus, since the railway closed for good."
    assert page(summary, "Skip to main content", "Search", "Forum", TITLE, *STORY).title == TITLE


def test_the_line_that_another_ends_with_is_the_title_and_not_the_other() -> None:
    assert page(f"HomeNews{TITLE}", TITLE, *STORY).title == TITLE
    assert page(f"Forum » All » {TITLE} » Answer", TITLE, *STORY).title == TITLE


def test_a_title_stands_above_its_subtitle() -> None:
    subtitle = "Nine retired drivers take turns at the wheel since the railway closed for good"
    assert page(TITLE, subtitle, "By Jane Doe", "March 5, 2024", *STORY).title == TITLE


def test_what_buttons_and_the_fields_of_a_form_say_is_no_title() -> None:
    assert page("71k SHARES SHARE THIS STORY", *STORY).title is None
    assert page("发布单位：水利局 2024", TITEL, *TEXT).title == TITEL


def test_behind_a_dash_the_site_goes_and_what_the_text_tells_of_stays() -> None:
    whole = f"{TITEL} - 全县的人轮流守夜"
    assert page(whole, *TEXT).title == whole
    assert page(f"{TITEL} - 山下在线", *TEXT).title == TITEL


@pytest.mark.parametrize(
    ("lines", "house"),
    [
        ((f"{TITEL} -- 石螺日報", TITEL, *TEXT), "石螺日报"),
        ((TITEL, f"【螺讯】{TEXT[0]}", *TEXT[1:]), "螺讯"),
        ((TITLE, "TramWire Desktop Logo", "Search", *STORY, "More from TramWire"), "TramWire"),
        ((TITLE, *STORY, "TramWire", "Write to news@tramwire.com"), "TramWire"),
        ((TITLE, *STORY, "Follow TramWire"), None),
        ((TITLE, *STORY[:2], "“It never stopped,” the driver told TramWire."), None),
    ],
)
def test_a_house_that_no_list_has_is_known_by_a_strong_sign_or_by_several(
    lines: tuple[str, ...], house: str | None
) -> None:
    assert page(*lines).publisher == house


def test_the_page_s_own_address_decides_against_what_a_reader_s_feed_calls_it() -> None:
    lines = (TITLE, "TramWire Logo", *STORY, "Follow TramWire")
    assert page(*lines, url="https://tramwire.com/bus", publisher="Feeds").publisher == "TramWire"
    assert page(*lines, url="https://elsewhere.com/bus", publisher="Feeds").publisher == "Feeds"


@pytest.mark.parametrize(
    ("lines", "writers"),
    [
        ((TITEL, f"石螺网6月8日电（记者 陈小明 通讯员 王大海）{TEXT[0]}", *TEXT[1:]), ("陈小明", "王大海")),
        ((TITEL, *TEXT[:2], f"{TEXT[2]}（陈小明、王大海）"), ("陈小明", "王大海")),
        ((TITEL, *TEXT[:2], f"{TEXT[2]}（完）"), ()),
        ((TITLE, "Jane Doe Thu 9 Oct 2025 12.30 BST", *STORY), ("Jane Doe",)),
        ((TITLE, "February 25, 2020 | Jane Doe", *STORY), ("Jane Doe",)),
        ((TITLE, *STORY, "Jane Doe", "Jane Doe is the bus editor of this site."), ("Jane Doe",)),
        ((TITEL, *TEXT, "作者简介", "陈小明"), ("陈小明",)),
    ],
)
def test_writers_sign_where_nothing_calls_them_so(lines: tuple[str, ...], writers: tuple[str, ...]) -> None:
    assert page(*lines).authors == writers


def test_a_day_below_the_title_counts_where_no_line_of_account_has_one() -> None:
    dated = page(TITLE, "Harbour desk Sep 17, 2025 in Local", *STORY).published
    assert dated is not None
    assert dated.date == "2025-09-17"
