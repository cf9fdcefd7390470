"""Wrongly decoded text: repaired where that is beyond doubt, else left alone."""

import pytest

from digest.language.mojibake import repair

CHINESE = "电车公司周二宣布，沿河的五号线恢复运营。乘客很高兴。"
TRADITIONAL = "電車公司週二宣布，沿河的五號線恢復營運。乘客很高興。"


@pytest.mark.parametrize(
    ("right", "encoded", "read_as"),
    [
        (CHINESE, "utf-8", "latin-1"),
        (CHINESE, "gb18030", "latin-1"),
        (TRADITIONAL, "big5", "latin-1"),
        ("The tram’s “new” line — café", "utf-8", "cp1252"),
    ],
)
def test_text_read_with_the_wrong_encoding_is_read_again(right, encoded, read_as):
    wrong = right.encode(encoded).decode(read_as, "ignore" if read_as == "cp1252" else "strict")
    assert wrong != right
    assert repair(wrong)[:12] == right[:12]


def test_utf_8_read_as_gbk_is_repaired_but_for_what_was_lost():
    wrong = CHINESE.encode().decode("gb18030", "replace")
    assert repair(wrong).startswith("电车公司周二宣布")


@pytest.mark.parametrize(
    "text",
    [
        CHINESE,
        TRADITIONAL,
        "It’s a café – naïve Ångström, Zürich",
        "Les élèves français à l’école déjà fermée",
        "ÅÄÖÜ",
        "涓滴细流汇成江河，鍵盤與綱領",
        "“引号”，全角！ａｂｃ",
        "",
        "plain",
    ],
)
def test_right_text_is_not_touched(text):
    """Full-width marks and curly quotes too, which ftfy's defaults turn into ASCII."""
    assert repair(text) == text
