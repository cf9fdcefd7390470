"""Markdown and subtitles: marks, times and tags are edits, the words stay."""

import pytest

from digest.errors import IntakeError
from digest.intake import read_bytes
from digest.intake.raw import edited
from digest.model import Article

MARKDOWN = """---
title: "五号线回来了"
author:
  - 林溪
  - 周原
date: 2024-05-23
url: https://example.org/tram
---
# 五号线 *回来* 了

作者：[林溪](https://example.org/lin_(xi)) 2024年

第一段 **重点** 和 `code_x` 以及 snake_case_name &amp; 3 * 4。
- 列表 [链接](http://a "title")
> 引用 \\* 一
1. One

Heading two
-----------

| a | b |
|---|---|
```
code *x*
```
[1]: http://x.y
![图](a.png)
***
"""


def one(data, name):
    (article,) = read_bytes(data.encode(), name)
    for line in article.lines:
        assert edited(article.text, line.start, line.end, line.edits) == line.text
    return article


def test_a_link_around_a_picture_leaves_no_mark():
    (line,) = one("[![](https://a.example/x.png)](https://a.example/y) 见下图", "one.md").lines
    assert line.text == " 见下图"
    (line,) = one("[![灯塔](a.png)](https://a.example) 之后是一句很长的话。", "one.md").lines
    assert (line.text, line.link_share < 0.3) == ("灯塔 之后是一句很长的话。", True)


def test_markdown_s_marks_go_and_its_words_stay():
    article = one(MARKDOWN, "one.md")
    found = [(line.role, line.text) for line in article.lines[8:] if line.text.strip()]
    assert found == [
        ("title", "五号线 回来 了"),
        ("", "作者：林溪 2024年"),
        ("", "第一段 重点 和 code_x 以及 snake_case_name & 3 * 4。"),
        ("list", "列表 链接"),
        ("quote", "引用 * 一"),
        ("list", "One"),
        ("heading", "Heading two"),
        ("list", "  a   b  "),
        ("aside", "|---|---|"),
        ("code", "code *x*"),
        ("aside", "[1]: http://x.y"),
        ("caption", "图"),
    ]


def test_front_matter_is_a_claim_and_not_a_text():
    article = one(MARKDOWN, "one.md")
    claims = article.metadata
    assert (claims.title, claims.authors, claims.published) == (
        "五号线回来了",
        ("林溪", "周原"),
        "2024-05-23",
    )
    assert claims.url == "https://example.org/tram"
    assert {line.role for line in article.lines[:8]} == {"aside"}


@pytest.mark.parametrize(
    "head",
    [
        "---\nlayout: post\n\ntitle: 五号线回来了\n\ndate: 2024-05-23\n\n---\n",
        '---\ntitle: "五号线回来了"\nauthor:\n  - "[[林溪]]"\npublished: 2024-05-23\n---\n',
        '+++\ntitle = "五号线回来了"\ndate = 2024-05-23T13:08:00Z\nauthors = ["林溪"]\ndraft = false\n+++\n',
        "Title: 五号线回来了\nDate: 2024-05-23 13:08\nAuthors: 林溪\nSlug: five\n\n",
    ],
)
def test_fields_stand_above_a_text_as_blogs_and_clippers_write_them(head: str):
    article = one(head + "五号线今天回来了。\n", "one.md")
    assert (article.metadata.title, (article.metadata.published or "")[:10]) == ("五号线回来了", "2024-05-23")
    assert article.metadata.authors in ((), ("林溪",))
    assert [line.text for line in article.lines if not line.role and line.text] == ["五号线今天回来了。"]


def test_fields_above_a_page_are_its_claims_and_no_text():
    """As a blog's program keeps what it fetched; what stands behind "#" is a comment."""
    head = "---\nlayout: post\ntitle: # 五号线\ndate: 2024-05-23\n---\n\n"
    page = (
        "<p>五号线今天回来了，第一班车上只有六个人。</p>\n<p>司机说，他等了三年。</p>\n<p>站长没有来。</p>\n"
    )
    article = one(head + page, "one.html")
    assert (article.metadata.title, article.metadata.published) == (None, "2024-05-23")
    assert [line.text for line in article.lines if line.text.strip()] == [
        "五号线今天回来了，第一班车上只有六个人。", "司机说，他等了三年。", "站长没有来。"
    ]  # fmt: skip
    assert article.text == head + page


READER = (
    "Title: 五号线回来了\n\nURL Source: https://example.org/tram\n\n"
    "Published Time: Thu, 23 May 2024 08:00:00 GMT\n\nMarkdown Content:\n五号线今天回来了。\n"
)


def test_fields_that_a_reader_of_pages_wrote_are_claims_though_blank_lines_part_them():
    article = one(READER, "one.txt")
    claims = article.metadata
    assert (claims.title, claims.url) == ("五号线回来了", "https://example.org/tram")
    assert (claims.published or "")[:10] == "2024-05-23"
    assert [line.text for line in article.lines if not line.role and line.text] == ["五号线今天回来了。"]

    letter = one(READER.replace("URL Source: ", "Dear Ben, see "), "one.txt")
    assert letter.metadata.title is None


def test_two_speakers_above_an_empty_line_are_no_fields():
    article = one("Anna: Is it back?\nBen: It is.\n\nThe tram came.\n", "one.md")
    assert article.metadata.title is None
    assert next(line.text for line in article.lines if line.text) == "Anna: Is it back?"


def test_a_rule_at_the_top_is_no_front_matter():
    article = one("---\n\n正文。\n", "one.md")
    assert [line.text for line in article.lines if line.text] == ["正文。"]


def test_blanks_that_were_lost_around_marks_are_set_again_where_most_were():
    eaten = (
        "Open the**Trams**tab, select**Line five**, and set`speed`to**ten**.**Then**wait for the**bell**.\n"
    )
    whole = "Open the Trams tab, select Line five, and set speed to ten. Then wait for the bell."
    assert one(eaten, "one.md").lines[0].text == whole

    apart = "Open the **Trams** tab, select un**think**able and **Line** five, and **wait**.\n"
    assert (
        one(apart, "one.md").lines[0].text
        == "Open the Trams tab, select unthinkable and Line five, and wait."
    )


def test_the_share_of_links_in_a_line_is_known():
    article = one("[首页](/) [新闻](/n)\n", "one.md")
    assert article.lines[0].link_share == 0.8


SRT = """1
00:00:01,000 --> 00:00:02,500
<i>大家好</i>
这里是城西电台

2
00:00:03,000 --> 00:00:04,000
{\\an8}Hello
world &amp; all
3
00:00:05,000 --> 00:00:06,000
没有空行也能分开

"""
VTT = """WEBVTT - 城西电台

NOTE a remark

STYLE
::cue { color: red }

00:01.000 --> 00:02.000 align:start
<v Ann>Hello <c.loud>there</c>

intro
00:00:03.000 --> 00:00:04.000
第二句
"""


def test_a_cue_is_a_line_without_number_time_or_styling():
    article = one(SRT, "one.srt")
    assert [line.text for line in article.lines] == [
        "大家好这里是城西电台",
        "Hello world & all",
        "没有空行也能分开",
    ]
    assert {line.role for line in article.lines} == {"cue"}


def test_webvtt_s_header_notes_and_styles_are_no_cues():
    assert [line.text for line in one(VTT, "one.vtt").lines] == ["Hello there", "第二句"]


def test_a_subtitle_file_without_a_cue_says_so():
    with pytest.raises(IntakeError, match="has no cue"):
        read_bytes("只是一段文字。".encode(), "one.srt")


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "nasty", ["[", "![", "](", "<!--", "*", "_a", "`", "\\", "|", "&", "[a](b", "> ", "# "]
)
def test_markdown_of_the_worst_kind_is_read_in_linear_time(nasty):
    read_bytes((nasty * (200_000 // len(nasty))).encode() + b" a", "one.md")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("nasty", ["00:00:01,000 --> 00:00:02,000\n", "1\n", "<", "{\\", "\n", "00:"])
def test_subtitles_of_the_worst_kind_are_read_in_linear_time(nasty):
    read_bytes(
        (f"{SRT}\n00:00:09,000 --> 00:00:10,000\n" + nasty * (200_000 // len(nasty))).encode(), "one.srt"
    )


def _of_text(text: str) -> Article:
    return read_bytes(text.encode(), "saved.txt")[0]


def test_markdown_saved_under_the_name_of_a_text_is_read_as_markdown() -> None:
    fields = _of_text("---\ntitle: A lamp goes out\nauthor: Jane Doe\n---\n\nThe keeper left at noon.\n")
    linked = _of_text("The [keeper](https://tram.example/k) left.\n\n![lamp](./lamp.jpg)\n")
    plain = _of_text("The keeper [see below] left (at noon).\n---\nHe came back.\n")

    assert fields.metadata.title == "A lamp goes out"
    assert fields.metadata.authors == ("Jane Doe",)
    assert linked.lines[0].text == "The keeper left."
    assert plain.format == "txt"


def test_of_subtitles_in_two_scripts_the_chinese_is_read() -> None:
    cues = "".join(
        f"{n}\n00:00:{n:02d},000 --> 00:00:{n:02d},900\nThe lamp goes out, {n}\n第{n}盏灯灭了\n\n"
        for n in range(1, 10)
    )
    article = _of_text(cues)

    assert [line.text for line in article.lines[:2]] == ["第1盏灯灭了", "第2盏灯灭了"]
    assert all(line.role == "cue" for line in article.lines)


def test_two_lines_of_one_language_stay_one_cue() -> None:
    cues = "".join(
        f"{n}\n00:00:{n:02d},000 --> 00:00:{n:02d},900\nThe lamp\ngoes out, {n}\n\n" for n in range(1, 10)
    )

    assert _of_text(cues).lines[0].text == "The lamp goes out, 1"


SBV = (
    "0:00:00.600,0:00:03.296\n欢迎来到灯塔，\n今晚没有雾。\n\n"
    "0:00:03.320,0:00:05.656\n这盏灯[br]点了三十年。\n"
)


@pytest.mark.parametrize("text", [SBV, SBV.replace("\n", " ")], ids=["lines", "in one line"])
@pytest.mark.parametrize("name", ["one.sbv", "one.txt"])
def test_subviewer_s_cues_are_lines_though_copying_set_them_in_one(text: str, name: str):
    article = one(text, name)
    assert [line.role for line in article.lines] == ["cue", "cue"]
    assert [line.text.replace(" ", "") for line in article.lines] == [
        "欢迎来到灯塔，今晚没有雾。", "这盏灯点了三十年。"
    ]  # fmt: skip


def test_a_file_of_subviewer_without_a_cue_is_refused():
    with pytest.raises(IntakeError, match="no cue"):
        one("今晚没有雾，0:30 熄灯。", "one.sbv")


@pytest.mark.parametrize("name", ["one.srt", "one.txt"])
def test_subrip_copied_into_one_line_has_its_cues(name: str):
    """And who translated them is a cue of its own."""
    text = (
        "1 00:00:00,600 --> 00:00:03,296 翻译: 林小满 2 00:00:03,320 --> 00:00:05,656 这盏灯 点了三十年。"
        " 3 00:00:06,000 --> 00:00:08,000 第2 座灯塔没有灯。"
    )
    assert [line.text for line in one(text, name).lines] == [
        "翻译: 林小满",
        "这盏灯 点了三十年。",
        "第2 座灯塔没有灯。",
    ]


def test_who_made_subtitles_stands_apart_from_what_is_said():
    text = (
        "1\n00:00:00,600 --> 00:00:03,296\n翻译: 林小满\n审译: 周远\n\n"
        "2\n00:00:04,000 --> 00:00:05,000\n翻译这本书花了十年\n"
    )
    assert [line.text for line in one(text, "one.srt").lines] == [
        "翻译: 林小满",
        "审译: 周远",
        "翻译这本书花了十年",
    ]


def test_a_sentence_goes_on_right_behind_its_link() -> None:
    """An address that text was glued to parts two lines; one that a link goes to parts nothing."""
    text = "信都存在[石螺岛（图书馆）](https://example.org/letters?page=2)的船舱里。\n\n下一段讲船。\n"
    found = read_bytes(text.encode(), "a.md")[0]

    assert [line.text for line in found.lines if line.text] == [
        "信都存在石螺岛（图书馆）的船舱里。",
        "下一段讲船。",
    ]


def test_an_address_broken_over_two_lines_is_no_word_of_either() -> None:
    """html2text wraps its lines inside of addresses too."""
    text = (
        "第一段讲灯塔。\n\n![](https://img.example.org/lamp_jpg/a_b/640?wx_fmt=jpeg\n&from;=appmsg)\n\n"
        "见[守塔人的信](https://example.org/letters/1987?page=2\n&part=1)，第二段讲船。\n\n第三段。\n"
    )
    found = read_bytes(text.encode(), "a.md")[0]

    assert [line.text for line in found.lines if line.text] == [
        "第一段讲灯塔。", "见守塔人的信", "，第二段讲船。", "第三段。",
    ]  # fmt: skip
    for line in found.lines:
        assert edited(text, line.start, line.end, line.edits) == line.text
