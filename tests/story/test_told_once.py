# ruff: noqa: E501 - a sentence of a story stays on one line

"""A reader is told each thing once: one event is one point, one row, and a sentence stands in one list."""

from __future__ import annotations

import pytest

from digest import story
from digest.model import Theme
from digest.story.sections import lead, points, retelling
from digest.story.timeline import events, reports
from tests.story.events import document, summaries

THEME = Theme("t", "T")
DAYS = "2025-03-05", "2025-03-06", "2025-03-07", "2025-03-08"
FILLER = (
    "市区的图书馆周末照常开放。\n气象台说，明天多云转晴。\n菜市场的价格与上周持平。\n铁路部门加开了列车。"
)


def articles(*texts: str):
    return [document(f"a{place}", None, DAYS[place], text) for place, text in enumerate(texts)]


def tell(*texts: str):
    return story.tell(summaries(articles(*texts)), THEME, as_of="2025-12-31")


def printed(rows):
    return [row.sentence.text for row in rows]


# --- points ---------------------------------------------------------------------

BAN = "3月4日，国际水上仲裁法庭宣布，选手林国栋被禁赛8年。"
BANNED = "选手林国栋3月4日被国际水上仲裁法庭裁定禁赛8年，无缘奥运会。"


NO_GAMES = (
    "林国栋被禁赛8年，无缘在伦敦举行的奥运会，甚至提早结束游泳生涯。",
    "禁赛8年的林国栋去不了伦敦，游泳生涯也许就此结束，教练为奥运会觉得遗憾。",
)


def one_happening(first: str, second: str, banned: str = BANNED) -> bool:
    """Whether what two more sentences tell is what `BAN` and *banned* tell."""
    told = articles(f"{BAN}\n{FILLER}", banned, first, second)
    material = story.read(told, THEME, as_of="2025-12-31").parts[0].material
    *ban, third, fourth = (
        next(each for each in material.statements if each.text == text)
        for text in (BAN, banned, first, second)
    )
    return retelling.is_one_happening(material, ban, ban, [third, fourth])


def test_what_tells_no_fact_of_its_own_is_no_second_point():
    assert one_happening(
        "选手林国栋被国际水上仲裁法庭重罚，禁赛8年。", "国际水上仲裁法庭的裁决是林国栋禁赛8年。"
    )


def test_what_mostly_agrees_and_tells_no_other_fact_is_no_second_point():
    assert one_happening(*NO_GAMES, banned="选手林国栋3月4日被国际水上仲裁法庭裁定禁赛8年，即日生效。")


def test_groups_of_one_happening_are_one_point_with_all_its_articles(monkeypatch):
    """Whatever founded them."""
    texts = BAN, "选手林国栋3月4日被国际水上仲裁法庭裁定禁赛8年，即日生效。", *NO_GAMES

    def groups(material, telling):
        ban, banned, third, fourth = (next(e for e in telling if e.text == text) for text in texts)
        return [[ban, banned], [third, fourth]]

    monkeypatch.setattr(points.grouping, "groups", groups)

    (point,) = tell(f"{BAN}\n{FILLER}", *texts[1:]).points
    assert len(point.articles) == 4
    assert len(point.sentences) <= retelling.MOST


def test_to_mention_an_act_is_not_to_tell_of_it():
    """The court had been appealed to by somebody else."""
    assert not one_happening(
        "选手林国栋对国际水上仲裁法庭提起上诉。",
        "林国栋表示，将对国际水上仲裁法庭的禁令上诉。",
        banned="水上反禁药组织提起上诉后，国际水上仲裁法庭宣布选手林国栋被禁赛8年。",
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "国际水上仲裁法庭就林国栋的禁赛罚款30万元，即日生效。",
            "林国栋在3月4日被国际水上仲裁法庭禁赛，损失30万元。",
        ),
        (
            "林国栋被禁赛8年后，向国际水上仲裁法庭提起上诉。",
            "国际水上仲裁法庭说，选手林国栋对禁赛8年提出上诉。",
        ),
        ("国际水上仲裁法庭裁定林国栋罚款30万元，禁赛8年。", "林国栋被国际水上仲裁法庭禁赛8年，罚款30万元。"),
        (
            "3月2日，国际水上仲裁法庭就林国栋禁赛8年开庭。",
            "国际水上仲裁法庭3月2日开庭，选手林国栋面临禁赛8年。",
        ),
    ],
)
def test_what_has_an_act_a_number_or_a_day_of_its_own_is_another_point(first, second):
    assert not one_happening(first, second)


def test_of_points_that_are_one_those_sentences_are_printed_that_add_most():
    told = articles(
        f"选手林国栋被禁赛8年。\n{FILLER}",
        "选手林国栋被裁定禁赛8年。",
        "3月4日，仲裁法庭宣布，选手林国栋被禁赛8年，罚款30万元。",
        "仲裁法庭3月4日裁定，林国栋禁赛8年，罚款30万元。",
    )
    material = story.read(told, THEME, as_of="2025-12-31").parts[0].material
    ban = [each for each in material.statements if "禁赛" in each.text]
    ban.sort(key=lambda each: len(each.text))
    head, again, less, more = ban

    chosen = retelling.fullest(material, [((head, again), (head, again)), ((less, more), (less, more))])

    assert chosen[0] is head
    assert more in chosen[:2] or less in chosen[:2]
    assert len({each.document for each in chosen}) == len(chosen) <= retelling.MOST


# --- the timeline ---------------------------------------------------------------


def material(*texts: str):
    return story.read(articles(*texts), THEME, as_of="2025-12-31").parts[0].material


def with_him(verb: str) -> str:
    """Sentences that make his name one that proves nothing."""
    return "\n".join(
        f"林国栋的{who}{verb}。" for who in ("律师", "妻子", "助理", "司机", "邻居", "医生", "老师")
    )


@pytest.mark.parametrize(("again", "rows_left"), [("林国栋出现了。", 1), ("林国栋被捕了。", 2)])
def test_what_tells_no_act_of_its_own_is_no_second_row_of_a_day(again, rows_left):
    read = material(
        f"3月4日，林国栋通过代理人发布声明，确认已抵达。\n{with_him('没有说话')}",
        f"2025年3月4日，{again}\n{with_him('走了')}",
        f"代理人3月4日发布声明，确认林国栋已抵达。\n{with_him('在哭')}",
    )
    found = sorted(events.rows(read), key=lambda row: -row.score)

    assert len(found) == 2
    assert len(reports.one_each(read, found)) == rows_left


def test_a_day_on_which_two_things_happened_has_two_rows():
    told = tell(
        "3月4日，海岬汽车召开股东大会，罢免了董事长林国栋。\n3月4日，星澜汽车宣布裁员900人，关闭石螺的工厂。",
        "海岬汽车的董事长林国栋3月4日在股东大会上被罢免。",
    )

    assert len(told.timeline) == 2


def test_who_was_arrested_in_a_month_was_so_on_its_day():
    told = tell(
        "一年前的2024年11月19日，时任海岬汽车会长的林国栋抵达石螺机场后，被地方检察厅特搜部逮捕。",
        "2024年11月，林国栋被捕，此后他一直在岛上——无论被关押于监狱内，还是保释出狱期间。",
    )

    (row,) = told.timeline
    assert row.date == "2024-11-19"
    assert len(row.articles) == 2


ENGLISH = "On Tuesday, March 4, a Beichen rocket carrying the first probe was launched from the island."


def test_a_row_is_told_in_the_readers_language_where_somebody_tells_it_there():
    told = tell(
        "石螺岛3月4日发射北辰号探测器，重启已经中止的探月任务。", "探测器北辰号的任务还没有结束。", ENGLISH
    )

    assert printed(told.timeline) == ["石螺岛3月4日发射北辰号探测器，重启已经中止的探月任务。"]


def test_a_foreign_row_that_adds_nothing_to_its_day_is_left_out():
    read = material(
        "航天署表示，北辰号探测器3月4日进入轨道时发生异常，失控坠毁。",
        "北辰号探测器3月4日坠毁，航天署正在寻找原因。",
        "On March 4, the Beichen crash was reported by the Shiluo Space Agency, without specifying what it was.",
    )
    found = events.rows(read)

    assert len(found) == 2
    assert [row.best.latin for row in reports.in_one_language(read, found)] == [False]


# --- the lead -------------------------------------------------------------------


TERMINATED = "林国栋3月4日宣布终止收购海岬平台，因为平台上的虚假账号数量太多。"


@pytest.mark.parametrize(
    ("second", "adds"),
    [
        ("林国栋多次强调，终止收购的原因是海岬平台的虚假账号。", False),
        ("海岬平台起诉林国栋，要求他完成收购。", True),
        ("海岬平台的董事会在公园里种了一百棵树，请来了许多邻居。", True),
    ],
)
def test_a_second_sentence_of_the_lead_adds_something(second, adds):
    read = material(TERMINATED, second)
    first, then = (
        next(each for each in read.statements if each.text == text) for text in (TERMINATED, second)
    )

    assert lead._adds(read, then, [first]) is adds


# --- lists beside each other ----------------------------------------------------

COACH = "总教练林国栋对记者说：“我从来没有见过这样的比赛，我们输得一点也不冤枉。”"


def test_who_is_quoted_has_no_row_that_repeats_his_words():
    told = tell(f"{COACH}\n石螺队3月4日输掉了比赛。", "石螺队的总教练林国栋没有离开球场。")

    assert COACH in printed(told.quotes)
    assert COACH not in printed(told.people)


def test_no_sentence_stands_in_two_of_the_lists():
    told = tell(
        "石螺银行行长周慧敏3月4日宣布，银行裁员900人。\n石螺银行成立于1990年。",
        "石螺银行的行长周慧敏没有说明裁员900人的原因。",
    )

    rows = [
        *printed(told.quotes),
        *printed(told.people),
        *printed(told.organisations),
        *printed(told.numbers),
    ]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize(
    "sentence",
    [
        "石螺放送协会(SHK)报导，新增的2例死亡案件中，死者生前都服用过这种保健食品。",
        "据石螺放送协会报道，新增的2例死者都服用过这种保健食品。",
        "石螺放送协会3月4日报道，新增的2例死者都服用过这种保健食品。",
    ],
)
def test_who_only_reports_is_no_organisation_of_the_story(sentence):
    told = tell(sentence, "石螺放送协会报道，保健食品已经召回，没有人因此住院。")

    assert "石螺放送协会" not in {row.name for row in told.organisations}


def test_who_is_named_beside_a_record_has_told_nothing_first():
    told = tell(
        "综合《路透社》等报导，北辰号将成为第一个在月球南极登陆的探测器。", "据路透社报道，北辰号坠毁。"
    )

    assert "路透社" not in {row.name for row in told.organisations}


def test_who_reports_and_does_something_is_one():
    told = tell(
        "石螺放送协会3月4日宣布裁员900人。",
        "石螺放送协会报道，航天署没有回应。石螺放送协会的裁员还没有结束。",
    )

    assert "石螺放送协会" in {row.name for row in told.organisations}


def test_the_end_of_the_word_before_is_no_part_of_a_name():
    told = tell(
        "海岬银行3月4日宣布停业。经历海岬银行破产后，储户取出了全部存款。", "海岬银行(Haijia Bank)宣布关闭。"
    )

    names = {name for row in told.organisations for name in (row.name, *row.aliases)}
    assert not any(name.startswith("历") for name in names)
