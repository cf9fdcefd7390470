# ruff: noqa: E501 - a sentence of a story stays on one line
"""An article that does not say when it was written is dated by what others date, or not at all."""

from digest import story
from digest.model import Theme
from tests.story.events import document, summaries

THEME = Theme("t", "T")

FIRED = document(
    "fired",
    None,
    "2023-11-20",
    """
    2023年11月17日，董事会解雇了首席执行官保罗·哈特曼(Paul Hartman)。
    哈特曼在公司工作了12年。
    """,
)
RECALL = document(
    "recall",
    None,
    "2026-03-28",
    """
    3月12日，澄屿汽车宣布召回38216辆电动车，原因是电芯焊接缺陷。
    1月17日，临川一个车库里一辆澄屿电动车起火。
    去年11月，工程师魏以衡向澄屿汽车董事会提交了备忘录。
    """,
)


def written(*documents):
    """What the story proves of each article without a date, by its name."""
    names = {each.id: each.article.path.removesuffix(".txt") for each in documents}
    told = story.tell(summaries(documents), THEME, as_of="2027-12-31")
    return {names[article]: published for article, published in told.dates}


def dated(*documents):
    return {name: published.date for name, published in written(*documents).items()}


def undated(body, **options):
    return document("undated", None, None, body, **options)


def test_a_deed_of_last_year_that_others_date_proves_the_year():
    assert dated(FIRED, undated("哈特曼去年被解雇时，保罗·哈特曼的助理接任。")) == {"undated": "2024"}


def test_what_is_proved_is_marked_with_its_evidence():
    found = written(FIRED, undated("哈特曼去年被解雇时，保罗·哈特曼的助理接任。"))["undated"]

    assert found.inferred
    assert found.precision == "year"
    assert found.evidence == "去年 (2023)"


def test_so_many_months_ago_prove_the_year_where_one_more_or_less_is_in_it():
    assert dated(FIRED, undated("6个月前，首席执行官保罗·哈特曼被解雇。")) == {"undated": "2024"}


def test_two_months_ago_may_be_in_either_year():
    """November and two months, one more or less: December to February."""
    assert dated(FIRED, undated("2个月前，首席执行官保罗·哈特曼被解雇。")) == {}


def test_a_month_is_proved_by_two_signs_that_agree():
    """Six months after November; and it tells a deed of May, so it was not written before."""
    later = document("later", None, "2024-05-20", "5月17日，研究主管奥列格·佩特罗夫(Oleg Petrov)辞职。")
    body = "6个月前，首席执行官保罗·哈特曼被解雇。\n研究主管奥列格·佩特罗夫辞职，没有说明理由。"

    assert dated(FIRED, later, undated(body)) == {"undated": "2024-05"}


def test_two_days_without_a_year_that_others_date_prove_it():
    body = "3月12号晚上，澄屿汽车发了公告，要召回三万八千多辆电动车\n1月17号在临川，已经有一辆澄屿电动车起火"

    assert dated(RECALL, undated(body, kind="transcript")) == {"undated": "2026"}


def test_one_day_without_a_year_proves_nothing():
    assert dated(RECALL, undated("3月12号，澄屿汽车换了新的标志。")) == {}


def test_one_day_proves_the_year_where_another_tells_the_same_of_it():
    assert dated(RECALL, undated("3月12号，澄屿汽车公布了召回的细节，三万八千多辆电动车有焊接缺陷。")) == {
        "undated": "2026"
    }


def test_a_day_late_in_the_year_proves_no_year_and_yet_that_an_article_is_no_older():
    """In January 11月20日 is last year's. Once the year is proved, the meeting of that day has been held."""
    meeting = document("meeting", None, "2026-10-20", "澄屿汽车的股东会订于11月20日举行。")
    body = "3月12号，澄屿汽车公布了召回的细节，三万八千多辆电动车有焊接缺陷。\n11月20号，澄屿汽车的股东大会开完了。"

    assert dated(meeting, undated("11月20号，澄屿汽车的股东大会开完了。")) == {}
    rows = story.tell(summaries([RECALL, meeting, undated(body)]), THEME, as_of="2027-12-31").timeline
    assert [row.date for row in rows if "开完了" in row.sentence.text] == ["2026-11-20"]


def test_the_same_day_of_something_else_proves_nothing():
    assert dated(RECALL, undated("3月12号，北岭下了雪。\n1月17号，图书馆闭馆。")) == {}


def test_signs_that_disagree_prove_nothing():
    body = "哈特曼去年被解雇时，保罗·哈特曼的助理接任。\n保罗·哈特曼前年被解雇，至今没有新的工作。"

    assert dated(FIRED, undated(body)) == {}


def test_last_week_of_an_article_of_a_known_year_is_of_that_year():
    """Ten months after November 2023, so not in January: the week before was of 2024, too."""
    body = "公司过去的10个月里经历了转变，转变始于保罗·哈特曼被解雇。\n上周三，财务主管卡洛斯·门德斯(Carlos Mendes)辞职。"
    rows = story.tell(summaries([FIRED, undated(body)]), THEME, as_of="2025-12-31").timeline

    assert [(row.date, row.inferred) for row in rows if "门德斯" in row.sentence.text] == [("2024", True)]


def test_last_month_is_no_date_where_only_the_year_of_writing_is_known():
    """An article of 2024 that speaks of May was not written before; last month may be April or later."""
    known = document(
        "known", None, "2024", "今年5月以来，公司裁员300人。\n上个月，财务主管卡洛斯·门德斯辞职。"
    )
    rows = story.tell(summaries([known]), THEME, as_of="2025-12-31").timeline

    assert [row.date for row in rows if "门德斯" in row.sentence.text] == ["2024"]


def test_a_day_with_its_weekday_is_of_the_year_in_which_both_fit():
    """12 July is a Saturday in 2025, and in no year near it."""
    dated_ = document("dated", None, "2025-07-15", "The bureau published its report on the ferry Hailan.")

    assert dated(dated_, undated("On Saturday (12 July) the captain Lin Guodong left hospital.")) == {
        "undated": "2025"
    }
    assert dated(dated_, undated("On Friday (12 July) the captain Lin Guodong left hospital.")) == {}


def test_whom_others_date_dates_others():
    """The weekday proves the one article, and its 12 June the next, which tells the same of that day."""
    dated_ = document("dated", None, "2025-07-15", "The bureau published its report on the ferry Hailan.")
    first = document(
        "first",
        None,
        None,
        "On Saturday (12 July) Zhou Huimin spoke of the ferry Hailan, which capsized off Qingyu on 12 June and killed 146.",
    )
    second = document(
        "second", None, None, "The ferry Hailan capsized off Qingyu on 12 June, and 146 people died."
    )

    assert dated(dated_, first, second) == {"first": "2025", "second": "2025"}


def test_a_year_that_an_undated_article_writes_dates_the_same_of_others():
    told = document("told", None, None, "2026年3月12日，澄屿汽车宣布召回38216辆电动车，原因是电芯焊接缺陷。")

    assert dated(told, undated("3月12号，澄屿汽车公布了召回的细节，三万八千多辆电动车有焊接缺陷。")) == {
        "undated": "2026"
    }


def test_who_left_in_a_month_was_dismissed_in_it():
    left = document(
        "left", None, "2023-11-20", "2023年11月17日，保罗·哈特曼(Paul Hartman)辞去首席执行官一职。"
    )

    assert dated(left, undated("保罗·哈特曼去年11月遭解雇。")) == {"undated": "2024"}
    assert dated(left, undated("保罗·哈特曼去年3月遭解雇。")) == {}


def test_a_day_of_a_known_year_may_be_later_than_the_month_it_is_known_since():
    """Written in 2026 and not before March: 5月11日 is of 2026 all the same."""
    body = "3月12号，澄屿汽车公布了召回的细节，三万八千多辆电动车有焊接缺陷。\n\n5月11日，工程师魏以衡离开了澄屿汽车。"
    later = document("later", None, "2026-06-01", "澄屿汽车的股价6月1日下跌。")
    rows = story.tell(summaries([RECALL, later, undated(body)]), THEME, as_of="2027-12-31").timeline

    assert [row.date for row in rows if "离开" in row.sentence.text] == ["2026-05-11"]


FILED = "新华社临川{day}电（记者林小满）澄屿汽车一名工程师11日下午在临川病逝，享年58岁。"


def test_a_dateline_near_the_day_of_another_article_is_the_day_of_its_own():
    found = written(RECALL, undated(FILED.format(day="3月29日")))["undated"]

    assert (found.date, found.precision, found.inferred) == ("2026-03-29", "day", True)
    assert found.evidence == "3月29日 (2026-03-28)"


def test_a_dateline_of_the_turn_of_the_year_is_of_the_year_that_it_is_near():
    new_year = document("new_year", None, "2026-01-02", "1月1日，澄屿汽车宣布召回38216辆电动车。")

    assert dated(new_year, undated(FILED.format(day="12月30日"))) == {"undated": "2025-12-30"}


def test_a_dateline_far_from_every_other_article_proves_no_year():
    assert dated(RECALL, undated(FILED.format(day="9月2日"))) == {}


def test_a_dateline_that_two_years_would_do_for_proves_none():
    again = document("again", None, "2025-03-30", "3月30日，澄屿汽车宣布召回12000辆电动车。")

    assert dated(RECALL, again, undated(FILED.format(day="3月29日"))) == {}


def test_the_day_of_a_dateline_dates_what_the_article_tells_of_the_11th():
    told = story.tell(
        summaries([RECALL, undated(FILED.format(day="3月20日"))]), THEME, as_of="2027-12-31"
    ).timeline

    assert any(event.date == "2026-03-11" and "病逝" in event.sentence.text for event in told)


NAMED = "澄屿汽车{day}在临川宣布，一名工程师已经病逝，享年58岁。"


def test_who_writes_yesterday_and_its_number_wrote_on_the_day_after_near_another_article():
    assert dated(RECALL, undated(NAMED.format(day="昨日（27日）"))) == {"undated": "2026-03-28"}
    assert dated(RECALL, undated(NAMED.format(day="今 (1) 日"))) == {"undated": "2026-04-01"}
    assert dated(RECALL, undated(NAMED.format(day="昨（31）日"))) == {"undated": "2026-04-01"}


def test_who_writes_yesterday_and_a_number_that_is_no_days_proves_nothing():
    assert dated(RECALL, undated(NAMED.format(day="如今（29岁）"))) == {}
    assert dated(RECALL, undated(NAMED.format(day="昨日（38216辆）"))) == {}


def test_yesterday_and_its_number_near_no_article_of_a_day_dates_none():
    january = document("january", None, "2026-01-14", "1月13日，澄屿汽车宣布召回38216辆电动车。")
    march = document("march", None, "2026-03-14", "3月13日，澄屿汽车再次召回12000辆电动车。")

    assert dated(january, march, undated(NAMED.format(day="昨日（13日）"))) == {}
