"""Dates: what is written, and what it means only when that is certain."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.language.dates import find, months_between, resolve

ANCHOR, TOLD = "2024-05-23", "2023-11-17"


def meaning(text, anchor="", context=""):
    mentions = find(text)
    assert len(mentions) == 1, [mention.surface for mention in mentions]
    resolved = resolve(mentions[0], anchor, context)
    return resolved and resolved.date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023年11月21日", "2023-11-21"),
        ("2023 年 11 月 21 日", "2023-11-21"),
        ("2023年11月", "2023-11"),
        ("2023年", "2023"),
        ("2022 年秋季", "2022"),
        ("2023年底", "2023"),
        ("2024年第三季度", "2024"),
        ("二〇二四年五月", "2024-05"),
        ("二零二四年十一月二十三日", "2024-11-23"),
        ("民國113年", "2024"),
        ("民國一百一十三年五月三日", "2024-05-03"),
        ("23年11月", "2023-11"),
        ("2023-11-21", "2023-11-21"),
        ("2023/11/21", "2023-11-21"),
        ("2023.11.21", "2023-11-21"),
        ("Nov. 21, 2023", "2023-11-21"),
        ("November 21st, 2023", "2023-11-21"),
        ("21 November 2023", "2023-11-21"),
        ("Sept 2023", "2023-09"),
        ("in early 2023", "2023"),
        ("11/21/2023", "2023-11-21"),
        ("21/11/2023", "2023-11-21"),
    ],
)
def test_a_written_year_needs_no_anchor(text, date):
    assert meaning(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("5 月 15 日", "2024-05-15"),
        ("5月15日-17日", "2024-05-15"),
        ("十一月十七日", None),
        ("7 月份", None),
        ("今年2月", "2024-02"),
        ("去年11月", "2023-11"),
        ("去年年底", "2023"),
        ("前年", "2022"),
        ("本月", "2024-05"),
        ("上月底", "2024-04"),
        ("上个月", "2024-04"),
        ("昨天", "2024-05-22"),
        ("上周五", "2024-05-17"),
        ("本周三", "2024-05-22"),
        ("3天前", "2024-05-20"),
        ("6个月前", "2023-11"),
        ("15日", "2024-05-15"),
        ("30日", None),
        ("May 15", "2024-05-15"),
        ("in May", "2024-05"),
        ("last November", "2023-11"),
        ("last May", "2023-05"),
        ("last March", None),
        ("last Friday", "2024-05-17"),
        ("last year", "2023"),
        ("three days ago", "2024-05-20"),
        ("yesterday", "2024-05-22"),
    ],
)
def test_a_relative_date_counts_from_the_article_s_own(text, date):
    """None where two days would do: the 17th of November of which year?"""
    assert meaning(text, ANCHOR) == date
    assert meaning(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("11月20日", "2023-11-20"),
        ("5月", None),
        ("同月", "2023-11"),
        ("当天", "2023-11-17"),
        ("次日", "2023-11-18"),
        ("3天后", "2023-11-20"),
        ("同年12月", "2023-12"),
        ("the next day", "2023-11-18"),
        ("18日", "2023-11-18"),
    ],
)
def test_a_story_in_another_year_carries_its_year_on(text, date):
    assert meaning(text, ANCHOR, TOLD) == date


def test_also_in_this_month_is_the_month_the_story_has_come_to():
    assert meaning("也是在这个月", ANCHOR, TOLD) == "2023-11"
    assert meaning("这个月", ANCHOR, TOLD) == "2024-05"


@pytest.mark.parametrize(
    "text", ["11/21", "1月前", "几天后", "半年前", "两年前", "今天的年轻人", "2月30日", "数月前", "约3个月前"]
)
def test_what_is_vague_or_could_be_two_days_stays_unresolved(text):
    assert meaning(text, ANCHOR, TOLD) is None


def test_an_ambiguous_day_still_has_its_year():
    assert meaning("05/06/2023") == "2023"


@pytest.mark.parametrize(
    "text",
    [
        "版本1.2.3", "He may 15", "第3天", "GPT-4", "3.5月薪", "90年代", "3个月",
        "上世纪80年代",
        "月球", "2020年代",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_none(text):
    assert find(text) == []


def test_a_range_keeps_both_ends():
    first = find("5月15日至6月2日")[0]
    years = find("2015年至2019年")[0]
    english = find("from 2015 to 2019")[0]
    assert first.until == (None, 6, 2)
    assert (years.year, years.until) == (2015, (2019, None, None))
    assert (english.year, english.until) == (2015, (2019, None, None))


def test_a_month_precise_anchor_is_enough_for_months_and_not_for_days():
    assert meaning("今年2月", "2024-05") == "2024-02"
    assert meaning("昨天", "2024-05") is None
    assert meaning("5月", "2024") is None


def test_the_evidence_names_the_mention_and_what_it_was_counted_from():
    resolved = resolve(find("去年11月")[0], ANCHOR)
    assert (resolved.evidence, resolved.inferred, resolved.precision) == (
        "去年11月 (2024-05-23)",
        True,
        "month",
    )
    assert not resolve(find("2023年11月")[0]).inferred


PIECES = st.sampled_from(
    "2023 年 11 月 21 日 今 去 上 周 五 天 前 后 Nov. May last in - / . "
    "第 个 半 民國 十 二 ， 号 初 底 ago days".split()
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_mentions_ascend_and_resolve_to_days_that_exist(text):
    import datetime

    mentions = find(text)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.surface
        resolved = resolve(mention, ANCHOR, TOLD)
        if resolved and resolved.precision == "day":
            datetime.date.fromisoformat(resolved.date)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("nasty", ["2023年", "1", "一", "十月", "May ", "11/", "5月1日-", "in 2", "前"])
def test_text_of_the_worst_kind_takes_no_longer_than_prose(nasty):
    find(nasty * (200_000 // len(nasty)))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("花莲县长宣布4日全县停班停课", None),  # not before publication
        ("公司23日公告，执行长已经退休", "2024-05-23"),
        ("股价2日盘中一度冲高", "2024-05-02"),
        ("公司在 22 日晚间对外公布", "2024-05-22"),
        ("当地时间周二，董事会作出了决定", "2024-05-21"),
        ("公司星期四宣布裁员", "2024-05-23"),
        ("Demolition was halted on Friday after an aftershock.", "2024-05-17"),
    ],
)
def test_a_day_or_a_weekday_alone_is_the_latest_one(text, date):
    """What every wire report writes. *ANCHOR* is a Thursday."""
    anchor = "2024-05-03" if date is None else ANCHOR
    mentions = find(text)
    assert [found and found.date for found in (resolve(each, anchor) for each in mentions)] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "被处以行政拘留15日",
        "为期3日的会议",
        "3日内必须撤离",
        "被处以行政拘留 15 日",
        "为期 3 日的会议",
        "第 8 日本人出海",
        "一份卖 10 日圆",
        "7日年化收益率",
        "周一至周五开放",
        "他离开的那个星期五",
        "and on the Monday he flew home",
        "每周三上课",
        "听证会将于周五举行",
        "They will vote on Friday.",
        "A Black Friday sale",
        "shops are closed until Monday",
    ],
)
def test_a_span_of_days_and_a_weekday_to_come_are_no_date(text):
    assert [resolve(mention, ANCHOR) for mention in find(text)] in ([], [None])


def test_months_are_counted_over_years_and_backwards():
    assert months_between("2023-11", "2024-02-17") == 3
    assert months_between("2024-02", "2023-11") == -3


def test_a_month_of_last_year_is_of_it_however_it_is_said():
    assert meaning("in September of last year", ANCHOR) == "2023-09"
    assert meaning("July last year", ANCHOR) == "2023-07"


def test_months_later_count_from_a_month_and_months_ago_from_a_day_only():
    assert meaning("一个月后", context="2019-02") == "2019-03"
    assert meaning("一个月前", "2024-05") is None


@pytest.mark.parametrize("text", ["She left in April.", "She left in April, he said.", "(in April)"])
def test_a_month_may_end_its_sentence(text):
    assert [mention.surface for mention in find(text)] == ["in April"]


def test_a_day_named_and_counted_is_that_day_or_none():
    """昨（22）日 of the 23rd, or of a page dated a day later; never of another month."""
    assert meaning("昨（22）日", "2024-05-23") == meaning("昨（22日）天", "2024-05-24") == "2024-05-22"
    assert meaning("昨（22）日", "2024-05-30") is None
    assert meaning("昨 (22) 日", "2024-05-23") == "2024-05-22"
    assert meaning("前(31)日", "2024-06-02") == "2024-05-31"


@pytest.mark.parametrize(
    ("text", "surface", "weekday"),
    [
        ("那是1月9日，星期五，实验室里只剩她一人。", "1月9日，星期五", 4),
        ("She resigned on Friday, January 9, and said nothing.", "Friday, January 9", 4),
        ("6月12日（周五）开庭。", "6月12日（周五", 4),
    ],
)
def test_a_day_of_the_week_beside_a_day_of_the_month_is_one_date_with_it(text, surface, weekday):
    """Alone it would be the last Friday before the article, months later."""
    (mention,) = find(text)

    assert (mention.surface, mention.weekday) == (surface, weekday)


def test_a_day_of_the_week_in_another_clause_is_another_date():
    assert [mention.surface for mention in find("1月9日她辞职。星期五公司回应。")] == ["1月9日", "星期五"]


@pytest.mark.parametrize("text", ["供应商昨午发声明。", "昨晨起火。", "昨早停运。"])
def test_every_part_of_yesterday_is_yesterday(text):
    (mention,) = find(text)

    assert mention.relative == "yesterday"


def test_a_day_before_is_not_the_end_of_a_word():
    assert find("此前日本公司提出收购。") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("10月13日，公司宣布完成收购。", "2023-10-13"),
        ("12月3日，公司宣布收购。", None),
        ("10月，公司宣布收购。", None),
    ],
)
def test_a_day_without_a_year_is_of_the_year_of_writing_where_only_that_is_known(text, date):
    """But in January 12月3日 is last year's."""
    assert meaning(text, anchor="2023") == date


def test_a_day_of_december_told_in_january_is_last_months():
    assert meaning("12月29日", "2020-01-07") == "2019-12-29"
    assert meaning("12月29日", "2020-04-07") is None


@pytest.mark.parametrize("text", ["前日本首相", "前日产董事长", "前天津市长"])
def test_the_one_before_is_no_day(text):
    assert find(text) == []
