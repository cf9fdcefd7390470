"""A date of publication is one a publisher gave, or an inference that says so, or honestly absent."""

from __future__ import annotations

import pytest

from digest.cleaning import clean
from digest.cleaning.metadata import years as judging
from digest.model import Metadata, Published

from .articles import article

BODY = (
    "小镇图书馆在十月重新开放，第一天就来了三百多人。馆长说，排队的人一直站到了桥头，连卖糖葫芦的都跟着忙了一天。\n\n"
    "借书最多的是一位退休的火车司机，他一次借走了十二本。他说，这些书里有他年轻时读到一半就被没收的那一本小说。\n\n"
)


ENGLISH = (
    "The bridge is open again, and the first across it was a tricycle full of flour, the mayor said.\n\n"
    "The work took eleven months, a whole spring longer than the contract had promised, and cost more.\n\n"
)


def published(text: str, metadata: Metadata = Metadata()) -> Published | None:  # noqa: B008
    return clean(article(text, metadata=metadata)).published


def day(text: str, metadata: Metadata = Metadata()) -> str | None:  # noqa: B008
    found = published(text, metadata)
    return found.date if found else None


@pytest.mark.parametrize(
    "line",
    [
        "河湾时报 2023-10-09 08:30:00",
        "2023年10月9日 08:30 来源：河湾时报",
        "发布时间：2023/10/09",
        "2023 年 10 月 9 日",
        "Published October 9, 2023",
        "Mon, Oct 9, 2023 8:30 AM EDT",
        "9 October 2023",
    ],
)
def test_a_date_line_under_the_title_is_the_day(line: str) -> None:
    assert day(f"小镇图书馆重新开放的那一天\n\n{line}\n\n{BODY}") == "2023-10-09"


@pytest.mark.parametrize("line", ["2023年10月9日 于河湾", "2023年10月9日写于河湾", "写于2023年10月9日"])
def test_an_author_who_signs_with_day_and_place_dates_his_article(line: str) -> None:
    assert day(f"小镇图书馆重新开放的那一天\n\n林知秋\n\n{BODY}{line}") == "2023-10-09"


@pytest.mark.parametrize(
    "tail",
    [
        "相关新闻\n\n三条公交线路明起调整\n2024-01-05 10:20:30\n",
        "© 2024 河湾新闻网 版权所有",
        "本页抓取时间 2024-02-02 11:11:11",
        "Clipped: 2024-02-02",
        "Saved: 2024-02-02 11:11",
        "参考资料\n[1] 某某：《图书馆史》，2019-05-06",
    ],
)
def test_a_date_of_a_related_article_a_copyright_or_a_crawl_is_none(tail: str) -> None:
    assert published(f"小镇图书馆重新开放的那一天\n\n{BODY}{tail}") is None


@pytest.mark.parametrize("age", ["1月前", "3 天前", "5 hours ago", "昨天"])
def test_an_age_dates_nothing(age: str) -> None:
    assert published(f"小镇图书馆重新开放的那一天\n\n{age}\n\n{BODY}") is None


def test_an_update_yields_to_the_first_publication() -> None:
    head = "小镇图书馆重新开放的那一天\n更新时间：2023-10-12 09:00\n发布时间：2023-10-09 08:30\n\n"
    assert day(head + BODY) == "2023-10-09"


def test_an_update_in_front_of_the_first_publication_yields_to_it() -> None:
    head = "小镇图书馆重新开放的那一天\n晨报\n更新于 2023年10月12日09:46 • 发布于 2023年10月09日09:21\n\n"
    assert day(head + BODY) == "2023-10-09"


def test_a_day_in_a_condition_dates_nothing() -> None:
    body = (
        BODY
        + "\n图书馆今年1月宣布扩建。\n如果合同被终止，若通知在2026年4月18日之前提供，图书馆将支付违约金。\n"
    )
    assert published(f"小镇图书馆重新开放的那一天\n\n{body}") is None


def test_a_speaker_who_says_what_day_it_is_dates_his_transcript() -> None:
    lines = [
        "大家好我是阿岸",
        "今天是2023年10月9日",
        *["他们在桥头排了很长的队", "图书馆的灯一直亮到夜里"] * 1,
    ]
    lines += [f"第{n}个人借走的书是关于海的" for n in "一二三四五六七八九十"]
    assert day("\n".join(lines)) == "2023-10-09"


def test_the_day_that_is_today_stands_behind_that_word_whatever_else_the_line_tells() -> None:
    told = "2021年5月1日的那场雨他一直记得，" * 3 + "不过今天是2023年10月9日，星期一，书都干了。"

    found = published(BODY + "\n" + told)

    assert found is not None
    assert found.date == "2023-10-09"
    assert "今天是2023年10月9日" in found.evidence


def test_what_a_page_claims_is_taken_but_not_the_first_of_january() -> None:
    assert day(BODY, Metadata(published="2023-10-09T08:30:00+08:00")) == "2023-10-09"
    assert day(BODY, Metadata(published="2023-01-01")) is None


def test_a_year_is_inferred_from_this_year_beside_a_full_date_and_says_so() -> None:
    found = published(BODY + "今年3月，图书馆收到一笔捐款。2023年4月2日，新的书架运到了。")

    assert found == Published("2023", "year", True, found.evidence if found else "")
    assert "2023年4月2日" in found.evidence


def test_a_plan_for_the_future_is_no_evidence() -> None:
    assert published(BODY + "今年的捐款还不够，图书馆计划在2030年5月扩建。") is None


@pytest.mark.parametrize("begun", ["2021年2月首次上架", "2021年2月成立", "2021年2月以来一直开着"])
def test_the_day_on_which_something_lasting_began_is_not_of_the_year_of_writing(begun: str) -> None:
    assert published(BODY + f"今年1月，一名读者寄来了一封信。岛上的书店{begun}，卖过一百万本书。") is None


def test_a_day_told_both_ways_gives_the_year_of_writing() -> None:
    found = published(BODY + "馆长将在2024年1月1日离职，图书馆说。馆长明年1月1日走后，由副馆长接任。")

    assert found == Published("2023", "year", True, "2024年1月1日; 明年1月1日")


@pytest.mark.parametrize(
    "told",
    [
        "馆长的辞职在2024年1月13日正式生效，自今年3月以来没有人接任。",
        "新馆2024年1月13日开门，今年3月才动工，图书馆要到明年1月才有书。",
    ],
)
def test_a_day_that_may_still_be_to_come_is_no_evidence(told: str) -> None:
    """An article of December was dated to the year behind it."""
    assert published(BODY + told) is None


def test_the_whole_text_is_asked_about_next_year_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was asked again for each day of January: 8,000 of them took 38 seconds."""
    asked: list[str] = []

    class Counting:
        def search(self, text: str) -> None:
            asked.append(text)

    monkeypatch.setattr(judging, "_NEXT_YEAR", Counting())
    days = "2023年1月2日，新的书架运到了。2023年1月9日，木匠来量窗台。2023年2月3日，孩子们画好了墙。"

    assert published(BODY + "今年的捐款还不够。" + days) is not None
    assert len(asked) == 1


def test_where_last_year_is_spoken_of_no_year_is_inferred() -> None:
    assert published(BODY + "去年的捐款不够，今年好些了。2023年4月2日，新的书架运到了。") is None


def test_a_later_year_that_is_spoken_of_leaves_the_year_open() -> None:
    assert published(BODY + "今年的捐款多了。2023年4月2日，新的书架运到了。2024年对图书馆不算好。") is None


def test_a_press_release_is_dated_by_its_dateline() -> None:
    text = "RIVERTON, Oct. 9, 2023 (GLOBE NEWSWIRE) -- The town library reopened today after two years. " * 1
    more = "\n\nThe first visitor came at six in the morning, said the librarian, and stayed until noon."
    assert day(text + more) == "2023-10-09"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("23-10-09 08:30", "2023-10-09"),
        ("25.9.2023 05:30", "2023-09-25"),
        ("09.10.2023", "2023-10-09"),
        ("10/21/2023", "2023-10-21"),
        ("發佈日期：112-10-09", "2023-10-09"),
        ("成文日期：二〇二三年十月九日", "2023-10-09"),
        ("Sent: Monday, October 9, 2023 10:20 AM", "2023-10-09"),
        ("阿离 评论 小镇图书馆 4 2023-10-09 09:40:22", "2023-10-09"),
    ],
)
def test_a_day_in_figures_alone_is_read_where_it_can_be_one_day_only(line: str, expected: str) -> None:
    assert day(f"小镇图书馆重新开放的那一天\n\n{line}\n\n{BODY}") == expected


def test_figures_that_can_be_two_days_are_neither() -> None:
    assert day(f"小镇图书馆重新开放的那一天\n\n12.11.10\n\n{BODY}") is None


def test_before_a_dot_stands_the_day_but_in_english() -> None:
    """Of 11.09. and 09.11. only one is meant; the head's own day is believed before either."""
    german, english = (Metadata(title="Die Brücke", language=language) for language in ("de", "en"))
    claimed = Metadata(title="Die Brücke", language="de", published="2011-10-16")
    text = f"Die Brücke ist wieder offen\n\nPosted: 11.09.2011, 16:20\n\n{ENGLISH}"

    assert [day(text, claims) for claims in (german, english, claimed)] == ["2011-09-11", None, "2011-10-16"]


def test_two_figures_of_a_year_stand_last_in_english() -> None:
    told = "The library reopened with three hundred readers, and the queue went as far as the bridge.\n\n"

    assert day(f"The library is open again\n\n14 . 11 . 23\n\n{told}") == "2023-11-14"


def test_the_day_a_text_was_handed_in_is_not_the_day_it_was_published() -> None:
    assert day(f"小镇图书馆的使用\n\n收稿日期：2023-05-11\n\n{BODY}") is None
    both = "收稿日期：2023-05-11；修回日期：2023-08-02；网络首发日期：2023-10-09"
    assert day(f"小镇图书馆的使用\n\n{both}\n\n{BODY}") == "2023-10-09"


def test_a_wire_says_its_day_in_front_of_the_first_sentence() -> None:
    assert day(f"小镇图书馆重新开放\n\n中国河湾，2023年10月9日 /美通社/ -- {BODY}") == "2023-10-09"


def test_a_labelled_month_above_the_text_is_a_date_of_that_precision() -> None:
    found = clean(article("\n".join(("date 2019-08", BODY)))).published
    assert found is not None
    assert (found.date, found.precision) == ("2019-08", "month")
    assert clean(article("\n".join(("版本 2019-08", BODY)))).published is None


def test_the_day_of_a_paper_s_page_comes_before_the_day_on_which_it_was_shown() -> None:
    """A report of April was dated four years later, by the clock above the menu."""
    shown = "2025年04月19日 星期六"
    assert day(f"{shown}\n第13版:国际新闻 2021-04-14\n\n小镇图书馆重新开放\n\n{BODY}") == "2021-04-14"


def test_a_label_and_the_hour_say_the_day_though_buttons_stand_behind_them() -> None:
    behind = "分類 城鎮 , 圖書館 line share follow us in reader line share"
    row = f"作者 | 發布日期 2023 年 10 月 9 日 13:52 | {behind}"
    without = f"作者 | 圖書館開放 2023 年 10 月 9 日 | {behind}"

    assert day(f"圖書館重新開放\n\n{row}\n圖書館重新開放\n\n{BODY}") == "2023-10-09"
    assert day(f"圖書館重新開放\n\n{without}\n圖書館重新開放\n\n{BODY}") is None
