"""The line of place, day and agency that opens a report; not every line with a day."""

import pytest

from digest.language import datelines, dates


def filed(text):
    return text[: datelines.end(text, dates.find(text))]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("新华社北京5月23日电 会议今天开幕。", "新华社北京5月23日电"),
        ("（中央社台北5月3日電）颱風登陸。", "（中央社台北5月3日電）"),
        ("山海财经3月12日讯，公司宣布停产。", "山海财经3月12日讯"),
        ("【山海财经】3月12日消息，公司宣布停产。", "【山海财经】3月12日消息"),
        ("山海财经讯 3月12日下午消息，公司宣布停产。", "山海财经讯 3月12日下午消息"),
        (
            "RIVERTON, Oct. 9, 2023 (GLOBE NEWSWIRE) -- The library",
            "RIVERTON, Oct. 9, 2023 (GLOBE NEWSWIRE) --",
        ),
        ("Tokyo, Japan, May 5, 2024 (AFP) - Shares fell", "Tokyo, Japan, May 5, 2024 (AFP) -"),
    ],
)
def test_place_day_and_agency_open_a_report(text, line):
    assert filed(text) == line


@pytest.mark.parametrize(
    "text",
    [
        "5月23日电影上映，观众很多。",
        "公司3月5日消息称将停产。",
        "公司3月5日下午消息传出后股价下跌。",
        "5月15日—17日，两位主管离职。",
        "The library opened on Sept. 4, 1998 — two years after the flood.",
        "On May 5, 2024 — a Sunday — the bridge was closed.",
    ],
)
def test_a_sentence_with_a_day_is_no_dateline(text):
    assert filed(text) == ""
