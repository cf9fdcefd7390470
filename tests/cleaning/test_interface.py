"""A line made of nothing but the words of buttons and calls is the page's, wherever it stands."""

from __future__ import annotations

import pytest

from digest.cleaning import clean

from .articles import TEXT, TITEL, article, headings

SHOWN = (
    "縣裡的水庫6日上午打開最後一道閘門，水沖過那塊石碑，下游的村民帶著水桶與孩子前來參觀，"
    "路口排了一個上午的車。圖為守夜的人站在橋上。（鄉公所提供）中央社記者林小滿傳真 113年1月2日"
)


def read(line: str) -> list[str]:
    document = clean(article("\n".join((TITEL, "2024-03-05 10:20", *TEXT[:2], line, TEXT[2]))))
    return [sentence.text for sentence in document.sentences]


@pytest.mark.parametrize(
    "line",
    [
        "免費加入會員 享專屬權益",
        "我是廣告 請繼續往下閱讀",
        "點擊收聽本新聞",
        "字級：小 中 大",
        "用LINE傳送",
        "想看更多內容請加入會員",
        "分享 Facebook LINE 複製連結",
        "追蹤我們的IG",
        "請同意我們的隱私權規範，才能啟用聽新聞的功能。",
    ],
)
def test_a_line_of_the_words_of_buttons_alone_is_no_heading(line: str) -> None:
    assert read(line) == list(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "水庫的會員",  # who they are is said below
        "更多的人",
        "分享一碗水",
        "守夜的人說，請繼續往下走。",
        "二、阅读与打水",
    ],
)
def test_a_heading_that_has_a_word_of_its_own_stays(line: str) -> None:
    document = clean(article("\n".join((TITEL, "2024-03-05 10:20", *TEXT[:2], line, TEXT[2]))))
    spoken = [sentence.text for sentence in document.sentences if sentence.text not in TEXT]
    assert len([*headings(document), *spoken]) == 1


@pytest.mark.parametrize(
    "picture",
    [
        (SHOWN,),
        ("守夜的人站在橋上（互聯網圖片）",),
        ("守夜的人站在橋上。攝：林小滿/海岬傳媒",),
        ("守夜的人站在橋上", "", "供图：林小满"),
        ("守夜的人站在橋上", "林小滿攝"),
    ],
)
def test_what_a_picture_shows_goes_with_whose_it_is(picture: tuple[str, ...]) -> None:
    document = clean(
        article("\n\n".join((TITEL, "2024-03-05 10:20", *TEXT[:2], "\n".join(picture), TEXT[2])))
    )
    assert [sentence.text for sentence in document.sentences] == list(TEXT)


def test_a_numbered_heading_above_a_picture_stays() -> None:
    page = (TITEL, "2024-03-05 10:20", *TEXT[:2], "二、守夜的人", "供图：林小满", TEXT[2])
    document = clean(article("\n".join(page)))
    assert headings(document) == ["二、守夜的人"]
    assert [sentence.text for sentence in document.sentences] == list(TEXT)
