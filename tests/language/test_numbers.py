"""Quantities: one value for one amount, whatever the language, script or scale."""

from decimal import Decimal

import pytest

from digest.language.numbers import find
from digest.language.numerals import integer


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("95%", "95", "percent"),
        ("95％", "95", "percent"),
        ("百分之九十五", "95", "percent"),
        ("95 percent", "95", "percent"),
        ("九成员工", "90", "percent"),
        ("三分之一", "33.33", "percent"),
        ("1.3万亿美元", "1300000000000", "USD"),
        ("13,000億美元", "1300000000000", "USD"),
        ("$1.3 trillion", "1300000000000", "USD"),
        ("（约新台币2.1亿元）", "210000000", "TWD"),
        ("2.1億元新台幣", "210000000", "TWD"),
        ("港币3.5元", "3.5", "HKD"),
        ("$3,500澳元", "3500", "AUD"),
        ("$3.5亿港元", "350000000", "HKD"),
        ("$3.5亿元", "350000000", "USD"),
        ("欧元3.5亿元", "350000000", "EUR"),
        ("3.5亿台币", "350000000", "TWD"),
        ("澳门币3.5元", "3.5", "MOP"),
        ("3.5元澳门币", "3.5", "MOP"),
        ("人民币2.1亿元", "210000000", "CNY"),
        ("US$10bn", "10000000000", "USD"),
        ("1,200.5元", "1200.5", "CNY"),
        ("3000 万欧元", "30000000", "EUR"),
        ("700多名", "700", "person"),
        ("三千五百人", "3500", "person"),
        ("700 employees", "700", "person"),
        ("twenty-five people", "25", "person"),
        ("106个小时", "106", "hour"),
        ("两个月", "2", "month"),
        ("1亿用户", "100000000", "person"),
        ("two months", "2", "month"),
        ("9天", "9", "day"),
        ("1.5亿", "150000000", ""),
        ("三万八千辆", "38000", "辆"),
        ("三百八十万元", "3800000", "CNY"),
        ("一亿两千万元", "120000000", "CNY"),
        ("三百八十万", "3800000", ""),
        ("Rmb1.1bn", "1100000000", "CNY"),
        ("CNY 300 million", "300000000", "CNY"),
        ("217例", "217", "例"),
        ("a million users", "1000000", "person"),
    ],
)
def test_an_amount_has_one_value_and_unit(text, value, unit):
    (quantity,) = find(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)
    assert "E" not in str(quantity.value)


@pytest.mark.parametrize(
    "text", ["超过700人", "近30名", "700多名", "more than 700 people", "约1亿元", "九成"]
)
def test_about_and_more_than_are_noted(text):
    assert find(text)[0].approximate


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("三万八千多辆", "over"),
        ("more than 700 people", "over"),
        ("近4.2万辆", "near"),
        ("约为9.6亿元", "about"),
        ("30人左右", "about"),
        ("至少12人", "least"),
        ("不超过30人", "most"),
        ("no more than 91 cases", "most"),
        ("700人", ""),
    ],
)
def test_which_way_a_number_is_rounded_is_noted(text, bound):
    assert find(text)[0].bound == bound


@pytest.mark.parametrize("text", ["700人", "95%", "$10 billion"])
def test_an_exact_amount_is_not_approximate(text):
    assert not find(text)[0].approximate


@pytest.mark.parametrize(
    "text",
    [
        "2023年11月21日",
        "5月15日",
        "in 2023",
        "GPT-4o",
        "GPT-3.5",
        "第三位",
        "一位员工",
        "十分重要",
        "万一",
        "千万别去",
        "announced on March 12, as planned",
        "version 3 of the plan",
        "灵瞳3.2版",
        "14:05分"[:3],
    ],
)
def test_dates_ordinals_and_names_are_no_quantities(text):
    assert not [quantity for quantity in find(text) if quantity.unit]
    assert not any(quantity.surface.startswith(("2023", "4", "3.5")) for quantity in find(text))


def test_a_quantity_stands_where_it_says():
    text = "公司有700多名员工，估值 $86 billion，其中95%签名。"
    assert [text[quantity.start : quantity.end] for quantity in find(text)] == [
        "700多名",
        "$86 billion",
        "95%",
    ]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("二十三", 23), ("一百零五", 105), ("两千", 2000), ("二〇二四", 2024), ("廿三", 23), ("十", 10),
     ("1,200", 1200),
     ("twenty-five", 25), ("三五", None), ("二三十", None),
     ("三万八千", 38000), ("两亿零五十万", 200500000), ("三万八", None), ("abc", None), ("9" * 30, None)],
)  # fmt: skip
def test_a_numeral_is_read_or_refused(numeral, value):
    assert integer(numeral) == value


@pytest.mark.timeout(300)
@pytest.mark.parametrize("nasty", ["一", "1", "1,", "百分之", "$1", "十万", "近", "a million "])
def test_text_of_the_worst_kind_takes_no_longer_than_prose(nasty):
    find(nasty * (100_000 // len(nasty)))


@pytest.mark.parametrize(
    ("text", "share"), [("占九成五。", 95), ("两成五的人", 25), ("三成半", 35), ("超过九成的人", 90)]
)
def test_tenths_with_hundredths_behind_them_are_one_share(text, share):
    """九成五 was read as 90 %."""
    assert [(quantity.value, quantity.unit) for quantity in find(text)] == [(share, "percent")]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("an orbit 332 miles high", 530, "km"),
        ("some 32,000 feet down", 9800, "m"),
        ("航线以北六十海里", 110, "km"),
        ("froze 340m yuan on Tuesday", 340_000_000, "CNY"),
    ],
)
def test_miles_and_feet_are_told_in_what_the_others_write(text, value, unit):
    """So much that two digits are sure; 340m of a currency is no length."""
    (quantity,) = find(text)
    assert (quantity.value, quantity.unit) == (value, unit)


def test_340m_without_a_currency_is_no_amount():
    assert all(quantity.value != 340_000_000 for quantity in find("the wall is 340m long"))


def test_what_will_not_be_exceeded_is_a_bound():
    (quantity,) = find("净损失不会超过29亿元")
    assert quantity.bound == "most"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("S$46 million", "46000000", "SGD"),
        ("4600万新元", "46000000", "SGD"),
        ("A$2bn", "2000000000", "AUD"),
        ("SFr186,000", "186000", "CHF"),
        ("十八万六千瑞士法郎", "186000", "CHF"),
        ("10,000 rupees", "10000", "INR"),
        ("a nine-year-old girl", "9", "year-old"),
        ("the 140-page report", "140", "page"),
        ("许可暂停一年半", "18", "month"),
        ("for a year and a half", "18", "month"),
        ("飞了一分二十三秒", "83", "second"),
        ("a minute and 23 seconds", "83", "second"),
        ("1小时20分钟", "80", "minute"),
        ("two-thirds of the staff", "66.67", "percent"),
        ("three quarters of the votes", "75", "percent"),
    ],
)
def test_currencies_and_times_in_two_units_have_one_form_in_both_languages(text, value, unit):
    (quantity,) = find(text)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["Kr186,000", "2020年半导体", "一年半载", "its thirty-first dive", "two quarters of growth"]
)
def test_what_only_looks_like_an_amount_is_none(text):
    assert find(text) == []


@pytest.mark.parametrize("word", ["because", "although", "since", "very", "while"])
def test_a_word_that_names_nothing_is_no_unit(word):
    (found,) = find(f"They won 306 {word} people came out.")
    assert (found.surface, found.unit) == ("306", "")
