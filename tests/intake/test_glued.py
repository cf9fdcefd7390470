"""A Chinese page saved in one line: its title, its stamps and its buttons are lines of their own again."""

from __future__ import annotations

import re

import pytest

from digest.cleaning import clean
from digest.cleaning.rules.patterns import opening
from digest.intake import glued, plain, read, seams
from digest.intake.plain import lines_of

TITLE = "渔村的图书馆开在船上 书要晒一次"
TEXT = "石螺岛的图书馆开在一艘退役的渔船上，书架是用旧网浮拼起来的，一共摆了一百二十本书。" * 14
MENU = "海边资讯首页新闻财经科技体育娱乐汽车房产登录注册"


def lines(text: str) -> list[str]:
    return [line.text for line in lines_of(text)]


@pytest.mark.parametrize(
    "page",
    [
        f"{MENU}首页 > 新闻 > 正文{TITLE}2024-03-05 10:20:30来源：海边日报{TEXT}",
        f"{MENU}首页 > 新闻 > 正文站内{TITLE}2024年03月05日 10:20来源：海边日报{TEXT}",
        f"{MENU}{TITLE}{TITLE}2024年03月05日 10:20 来源：海边日报{TEXT}",
        f"{MENU}{TITLE}2024-03-05 10:20{TEXT}（原标题：{TITLE}）",
    ],
)
def test_the_title_is_what_stands_between_the_path_and_the_stamp(page):
    assert TITLE in lines(page)


def test_who_wrote_it_between_title_and_stamp_is_no_part_of_the_title():
    path = f"{MENU} 首页 > 新闻 > 正文 {TITLE}"

    assert TITLE in lines(f"{path} 原创 海边日报 2024-03-05 10:20 {TEXT}" + " 海边 渔村 登录 注册 下载 举报")
    assert TITLE in lines(f"{path} 作者：欧海生 2024-03-05 10:20 {TEXT}" + " 海边 渔村 登录 注册 下载 举报")


def test_a_title_whose_beginning_nothing_marks_is_not_cut_out():
    assert TITLE not in lines(f"{MENU}{TITLE}2024-03-05 10:20{TEXT}")


def test_buttons_between_path_and_title_are_no_title():
    found = lines(f"{MENU}首页 / 其他 / 正文12转发微博微信{TITLE}2024-03-05 10:20{TEXT}")
    assert not any(line.startswith(("12转发", "转发")) for line in found)


def test_day_and_hour_run_together_part_two_lines():
    found = lines(f"{TEXT}作者最新文章灯塔要搬家了，谁来点灯12-2718:40船长的书又多了三本12-2717:52{MENU}")
    assert {"12-2718:40", "船长的书又多了三本", "12-2717:52"} <= set(found)
    assert "作者最新文章灯塔要搬家了，谁来点灯" in found


@pytest.mark.parametrize("own", ["电话是0576-2718401", "比分是10-08，12:00结束", "编号12-27184"])
def test_other_digits_part_nothing(own):
    assert any(own in line for line in lines(f"{TEXT}{own}。{TEXT}"))


def test_paragraphs_set_off_by_many_blanks_in_one_line_are_lines():
    parts = [TEXT[:120], TEXT[120:240], "岛上的图书馆", TEXT[240:]]
    found = [line.strip() for line in lines("海边资讯\n" + "        ".join(parts) + "\n登录\n")]

    assert found == ["海边资讯", *parts, "登录"]


def test_one_wide_gap_in_a_paragraph_parts_nothing():
    text = "海边资讯\n" + TEXT[:200] + "      " + TEXT[200:] + "\n登录"

    assert lines(text) == text.splitlines()


def test_text_behind_the_last_field_of_the_account_is_a_line():
    head = f"{MENU} 首页 > 正文 {TITLE} 2024-03-05 10:20 来源： 海边日报 责编： 欧海生 "
    assert TEXT in lines(f"{head}评论： {TEXT} 相关文章")
    assert TEXT in lines(f"{head}浏览： 33 {TEXT} 相关文章")
    told = f"他在记者会上说，评论： 三年之后再看。{TEXT}"
    assert told in lines(f"{head}\n{told}")


def test_a_word_that_a_page_links_ends_no_line():
    bold = TEXT[:41].replace("一艘退役的渔船上", " 一艘退役的渔船上 ")
    assert bold in lines(
        f"{MENU}\n{TEXT} {bold} {TEXT}".replace("\n", " 登录 ") + " 海边 渔村 下载 举报 注册 登录 首页"
    )
    linked = "渔船 上没有电，夜里看书要自己带灯。"
    page = (
        f"海边 渔村 登录 {linked} 石螺岛的渔船上没有人。 "
        + " ".join([TEXT[:300]] * 3)
        + " 下载 举报 注册 登录"
    )
    assert any(line.endswith(linked) for line in lines(page))


def test_what_a_portal_counts_and_sets_between_source_and_text_is_no_part_of_either():
    head = f"{MENU}首页 > 正文{TITLE}2024-03-05 10:20来源：海边日报"
    for own in ("1032人参与308评论", "字号超大大标准小", "分享腾讯QQ QQ空间"):
        assert TEXT in lines(f"{head}{own}{TEXT}")
    told = f"一共有1032人参与了晒书。{TEXT}"
    assert told in lines(told)


def test_a_day_right_behind_a_stamp_begins_the_text():
    told = f"9月3日，{TEXT}"
    assert told in lines(f"{MENU}首页 > 正文{TITLE}最后更新: 2024-09-07 15:14:21{told}")


def test_notes_of_a_show_in_one_line_are_lines():
    notes = (
        "【嘉宾】 欧海生，船长",
        "【你将听到】 船上的图书馆",
        "00:21 书从哪里来？",
        "02:12 台风来的那天",
        "04:26 潮水的高度",
        "05:45 谁来点灯",
    )
    assert set(notes) <= {line.strip() for line in lines(f"{TEXT} {' '.join(notes)}")}
    told = f"{TEXT}渡轮在05:45开，04:26进港，02:12又走了，00:21才回来。"
    assert told in lines(told)


SPEECH = " ".join(
    """
hello everybody and welcome back to the harbour show today we are going to talk about the library on the
boat so the captain takes the books out once a month to dry them in the sun and last year when the storm
came he first carried the books to the shore and then he went back for the ropes and people saw it and they
told the town and the town gave him a flag and he said that he did nothing and just did not want them wet
""".split()
)


def test_english_speech_in_one_line_without_marks_is_read(tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(SPEECH, "utf-8")
    (found,) = map(clean, read(path))
    assert found.kind == "transcript"
    assert "".join("".join(each.text for each in found.sentences).split()) == "".join(SPEECH.split())


def test_a_paragraph_with_its_marks_and_a_list_of_terms_are_no_speech():
    written = SPEECH.replace(" and ", ", and ") + "."
    terms = " ".join(f"Pier{n} Library Boat{n} Captain Books Sun{n} Storm Shore Ropes" for n in range(8))
    assert lines(written) == [written]
    assert lines(terms) == [terms]


def test_chinese_speech_of_a_minute_with_a_blank_at_every_clause_is_read(tmp_path):
    clauses = (
        "今天我们要聊的是岛上的图书馆 这个图书馆开在一艘船上 船长每个月要把书搬出来晒一次 去年台风来的时候"
        " 他先把书背上岸 然后再回去系缆绳 那一天很多人都看见了 后来镇上给他送了一面锦旗 他说自己没有做什么"
        " 只是不想让书泡了水 其实岛上的孩子很喜欢这艘船 每个周末都有人来借书 借书的人要写下潮水的高度"
    )
    path = tmp_path / "one.txt"
    path.write_text(clauses, "utf-8")
    (found,) = map(clean, read(path))
    assert found.kind == "transcript"
    assert all(clause in "".join(each.text for each in found.sentences) for clause in clauses.split())


def test_an_article_of_lines_is_not_cut():
    text = (
        f"{TITLE}\n2024-03-05 10:20\n石螺岛的图书馆（原标题：船上的书）开在渔船上，2024-03-05 10:20开门。\n"
    )
    assert lines(text) == text.splitlines()


# --- what a feed carried ----------------------------------------------------------

LEAD = "（中央社記者欧海生石螺12日電）"
FED = [
    "石螺島的燈塔在星期二熄滅了，距離第一任守塔人點亮它，整整過去了一百四十年。",
    "工程師說，燈塔的燈已經修不好了，因為造透鏡的那家工廠1961年就關了門。",
    "漁民們看法不一，七十歲的歐阿水說，二十年來沒有人靠這盞燈認路了。",
]


def test_paragraphs_in_tags_below_a_title_are_a_page(tmp_path):
    paragraphs = "</p> <p> ".join((LEAD + FED[0], *FED[1:]))
    text = (
        f'石螺島的燈塔熄滅了\n<!-- ad_section_start --> <p class="first">{paragraphs}1130312</p> <!-- end -->'
    )
    (tmp_path / "feed.txt").write_text(text, "utf-8")
    found = clean(read(tmp_path / "feed.txt", "feed.txt")[0], script="keep")

    assert [sentence.text for sentence in found.sentences] == FED
    assert found.published is not None
    assert (found.authors, found.published.date) == (("欧海生",), "2024-03-12")


def test_a_text_about_tags_is_none(tmp_path):
    text = "\n".join((*FED, "段落写成<p>一段</p>，再写<p>一段</p>，最后写<p>一段</p>。"))
    (tmp_path / "tags.txt").write_text(text, "utf-8")

    assert read(tmp_path / "tags.txt", "tags.txt")[0].format == "txt"


def test_seven_digits_inside_a_sentence_are_no_day(tmp_path):
    text = "\n".join((*FED, "她說。」1130312是燈塔的編號，刻在門上，也寫在每一張收據上。"))
    (tmp_path / "code.txt").write_text(text, "utf-8")

    assert clean(read(tmp_path / "code.txt", "code.txt")[0]).published is None


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "page",
    [
        "报纸 " + "新华网 " * 60 + "海。2024-05-06 07:08 " + TEXT,
        "https://" * 30_000 + TEXT,
        f"{TITLE} " + "。 海" * 50_000,
        "<!--a-->" * 2_000 + TEXT,
        f"{TITLE}" + "\n" * 100_000 + TEXT,
        "1" * 200_000,
        "12,345." * 30_000,
        " " * 200_000 + TEXT,
        "A " * 100_000,
        "灯塔" * 100_000,
        "Menu The cat sat on the mat it was a day. " * 20_000,
        "Menu Home About Contact News Sport Travel Shop Ann Lee sat on the mat and was a cat. " * 10_000,
        "market.The cat sat.The dog ran." * 7_000,
    ],
    ids=[
        "sites before a stamp",
        "addresses",
        "words of a menu",
        "comments",
        "empty lines",
        "one number",
        "numbers",
        "blanks",
        "capitals",
        "Chinese without a stop",
        "sentences behind menus",
        "menus",
        "lost ends",
    ],
)
def test_a_text_of_the_worst_kind_is_read_in_linear_time(tmp_path, page):
    path = tmp_path / "page.txt"
    path.write_text(page, "utf-8")

    read(path)


@pytest.mark.parametrize(
    "page", [f"{TEXT} Copyright 2024", "The ferry left at dawn, " * 20 + "Copyright 2024"]
)
def test_the_copyright_behind_a_text_is_a_line_in_either_language(page):
    assert lines(page)[-1] == "Copyright 2024"


@pytest.mark.parametrize(
    "pattern",
    [glued._STAMP, glued._APART, glued._SEAM, glued._CHAPTER, seams._BUTTON, *plain._LOST_ENDS],
)
def test_what_is_sought_by_its_first_letter_begins_with_no_other(pattern):
    """A letter that is missing from the class would hide what begins with it."""
    letters, source = re.fullmatch(r"\(\?=\[(.*?)\]\)\(\?:(.*)\)", pattern.pattern, re.S).groups()
    begins, known = opening(source), re.compile(f"[{letters}]")

    assert not [
        letter for letter in map(chr, range(0x10000)) if begins.has(letter) and not known.match(letter)
    ]


def test_whose_the_page_is_stands_on_a_line_of_its_own():
    assert lines(f"{TEXT} 海边资讯版权所有")[-1] == "海边资讯版权所有"


SHORT = "石螺岛的图书馆开在一艘退役的渔船上，书架是用旧网浮拼起来的。"


def test_a_title_with_its_stamp_and_source_on_one_short_line_is_a_line_of_its_own():
    stamp = "2024-03-05 10:20:30 出处：海边日报 作者：林小满 人气： 120 次"
    assert lines(f"首页\n{TITLE} {stamp}\n{SHORT}") == ["首页", f"{TITLE} ", stamp, SHORT]


def test_and_so_is_the_text_behind_a_labelled_stamp():
    stamp = "发布时间： 2024-03-05 10:20:30"
    assert lines(f"首页\n{TITLE} {stamp} {SHORT}\n") == ["首页", f"{TITLE} ", stamp, f" {SHORT}"]


@pytest.mark.parametrize(
    "line",
    [
        "分享到：微信 微博 渔村书友群 12 9 2024-03-05 10:20:30 来源：海边日报",
        "渔村的人说，他2024-03-05 10:20到过石螺岛的码头。",
        "渔村书友 2024-03-05 10:20:30 来源：海边日报",
    ],
)
def test_a_line_of_account_is_no_title_with_a_stamp(line):
    assert lines(f"首页\n{line}\n{SHORT}") == ["首页", line, SHORT]
