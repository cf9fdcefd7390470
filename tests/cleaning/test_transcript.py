"""A transcript survives whole, and its clauses become sentences that begin where speakers begin them."""

from __future__ import annotations

import pytest

from digest.cleaning import clean, trace
from digest.intake import read_bytes
from digest.model import Document, Excerpt, Span

from .articles import article

TALK = """嗨大家好 欢迎收看山路故事 我是老秦
今天讲一位修路的人
1996年
他从部队退伍回到村里
当时村子到镇上只有一条土路
下雨天连牛车都走不了
他用退伍费买了一台旧推土机
开始一个人修路
村里人都说他疯了
但是他没有停下来
因为第一年他只修了四百米
第二年有人来帮他
他们把炸药背上山
一点一点把石头炸开
到了2001年
这条路终于通到了山口
他说
“路通了
人就不会走散”
后来镇里给他发了一块奖牌
他把奖牌挂在推土机上
其实我觉得他最想要的不是奖牌
而是有人愿意把路接着修下去
好了今天的故事就到这里
我们下期再见"""


@pytest.fixture
def talk() -> Document:
    return clean(article(TALK))


def test_it_is_known_by_its_lines_and_has_no_title(talk: Document) -> None:
    assert talk.kind == "transcript"
    assert talk.title is None


def test_no_clause_is_lost(talk: Document) -> None:
    said = "".join(sentence.text for sentence in talk.sentences)
    assert all("".join(line.split()) in "".join(said.split()) for line in TALK.split("\n"))


def test_an_opening_date_goes_with_what_happened_then(talk: Document) -> None:
    texts = [sentence.text for sentence in talk.sentences]
    assert any(text.startswith("1996年，他从部队退伍回到村里") for text in texts)
    assert any(text.startswith("到了2001年，这条路终于通到了山口") for text in texts)


def test_a_sentence_begins_at_a_discourse_opener(talk: Document) -> None:
    texts = [sentence.text for sentence in talk.sentences]
    assert any(text.startswith("但是他没有停下来") for text in texts)
    assert any(text.startswith("后来镇里") for text in texts)


def test_a_quotation_is_never_cut(talk: Document) -> None:
    assert all(text.text.count("“") == text.text.count("”") for text in talk.sentences)


def test_sentences_have_a_fair_length(talk: Document) -> None:
    assert all(len(sentence.text) <= 110 for sentence in talk.sentences)
    assert sum(len(sentence.text) >= 9 for sentence in talk.sentences) >= 0.8 * len(talk.sentences)


def test_greetings_and_sign_offs_are_not_printed(talk: Document) -> None:
    unprinted = [sentence.text for sentence in talk.sentences if not sentence.quotable]
    assert unprinted[0].startswith("嗨大家好")
    assert unprinted[-1].endswith("我们下期再见")


def test_an_article_of_short_paragraphs_with_stops_is_no_transcript() -> None:
    text = "\n\n".join(f"第{n}天，他又修了十米。" for n in "一二三四五六七八九十甲乙丙丁戊己庚辛")
    assert clean(article(text)).kind != "transcript"


def test_speech_in_very_short_lines_is_one() -> None:
    lines = """修路的人是谁呢
他叫老秦
是从部队回来的
2003年6月
镇里开始用他的路
到去年出事之前
17个村都通了车
每天要走三百台车
那问题出在哪里呢
出在去年10月
一次塌方
这次塌方把路埋了
什么意思呢
就是以前能走的
现在走不了
为什么会塌
因为炸药放多了
石头松动
全村停工
县里开会
专家到场
结论两条
一是炸药
二是雨水
老秦说这是镇里的要求
镇里说我们没有提过"""

    document = clean(article(lines))

    assert document.kind == "transcript"
    assert any("老秦" in sentence.text for sentence in document.sentences)


def test_a_list_of_headlines_is_no_transcript() -> None:
    lines = "\n".join(f"某市召开第{n}次工作会议 部署重点任务" for n in range(30))
    body = "这座城市今年修了三座桥，市民说出行方便多了。记者看到，桥上的灯一直亮到天亮。\n\n"
    assert clean(article(body * 1 + lines)).kind != "transcript"


def test_where_stops_are_written_a_line_without_one_goes_on() -> None:
    """Subtitles of a studio: whole sentences, broken over two or three lines."""
    lines = [
        "Today I want to tell you about",
        "a lock that nobody could open.",
        "It was built in 1874 by a man",
        "who kept no drawings.",
        "Nobody knew why.",
        "When he died, the town found out",
        "that the gates had a trick to them.",
    ]
    document = clean(article("\n".join(lines), **{f"l{number}": "cue" for number in range(1, 8)}))

    assert [sentence.text for sentence in document.sentences] == [
        "Today I want to tell you about a lock that nobody could open.",
        "It was built in 1874 by a man who kept no drawings.",
        "Nobody knew why.",
        "When he died, the town found out that the gates had a trick to them.",
    ]


CLOCKS = ("00:00:{:02d} {}", "[00:{:02d}] {}", "0:{:02d} - {}", "00:00:{:02d},000 --> 00:00:59,000 {}")


@pytest.mark.parametrize("form", CLOCKS)
def test_the_time_in_front_of_a_clause_is_not_what_was_said(form: str) -> None:
    """Sixty lines that begin with a time were taken for keyword stuffing, '00' being the keyword."""
    said = TALK.split("\n")
    text = "\n".join(
        ("修路的人", "山路频道", *(form.format(at, line) for at, line in enumerate(said)), "字幕由志愿者听写")
    )

    document = clean(article(text))

    assert document.kind == "transcript"
    assert document.title == "修路的人"
    printed = "".join(sentence.text for sentence in document.sentences if sentence.quotable)
    assert "他用退伍费买了一台旧推土机" in printed
    assert "1996年" in printed
    assert not any(mark in printed for mark in (":", "：", "频道", "志愿者"))
    for sentence in document.sentences:
        span = Span(sentence.start, sentence.end)
        trace(Excerpt(sentence.text, document.article.id, span, sentence.edits, "test"), text)


NOTES = ["uid: 18", "source: a tape", "duration: 15:45", "language: en", "tags: locks", "created: 2025"]
SAID = [
    "The lock was built in 1874.",
    "Nobody could open it for",
    "a hundred years.",
    "Then a boy came with a spoon.",
    "He asked nobody.",
    "The gates went up.",
]


def test_lines_that_begin_with_their_time_are_speech_below_whatever_head() -> None:
    """They end with stops, and stand below more lines than a player writes."""
    lines = ["The lock", *NOTES, *(f"[00:00:{at:02d}.000] {line}" for at, line in enumerate(SAID * 2))]

    document = clean(article("\n".join(lines)))

    assert document.kind == "transcript"
    assert [sentence.text for sentence in document.sentences][:3] == [
        "The lock was built in 1874.",
        "Nobody could open it for a hundred years.",
        "Then a boy came with a spoon.",
    ]


def test_a_live_report_is_no_speech_though_its_lines_begin_with_an_hour() -> None:
    report = [
        f"1{at}:05 The council said that part {at} of the lock had been opened by hand." for at in range(10)
    ]

    assert clean(article("\n".join(report))).kind == "news"


def joined(before: str, after: str) -> str:
    """Both lines as they stand in the document, inside a quotation, which is never cut."""
    document = clean(article(TALK.replace("路通了\n人就不会走散", f"{before}\n{after}")))
    whole = "".join(sentence.text for sentence in document.sentences)
    return whole[whole.index(before) : whole.index(after) + len(after)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("我觉得不是", "他是在一个小村子里长大的"),
        ("你可以打电话去订", "或者是自己走路去买"),
        ("村里人时间来不及", "他们就先用木头搭了一座"),
        ("山那边还有一个", "他说不要再修了"),
        ("他手里只剩下一把锄头", "送给了村里的学校"),
    ],
)
def test_clauses_are_parted_by_a_comma(before: str, after: str) -> None:
    """Without it "I think it is not" and "it is" became one statement that says the opposite."""
    assert joined(before, after) == f"{before}，{after}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("他后来给县长写了一封", "很长很长的信"),
        ("老秦是1996年", "出生在山口的"),
        ("旁边站着学校的教授", "李建国"),
        ("他一直没有把", "那台推土机卖掉"),
        ("他最后把那台推土机", "送给了村里的学校"),
    ],
)
def test_no_comma_stands_inside_a_clause(before: str, after: str) -> None:
    assert joined(before, after) == before + after


def test_who_announces_his_subject_has_begun_to_tell_it() -> None:
    """The greeting swallowed "today I want to tell you about a", and the subject stood there alone."""
    said = TALK.replace("今天讲一位修路的人", "今天想跟大家聊一个\n自己修了一条路的人")
    document = clean(article(said))
    assert any("今天想跟大家聊一个自己修了一条路的人" in sentence.text for sentence in document.sentences)


def test_english_prose_that_was_wrapped_at_a_column_is_no_transcript():
    """Its lines are clauses and few end with a stop; but stops stand within them."""
    document = clean(
        article(
            """The orchard on the hill

The county will let the old orchard on Miller's hill stand for another
year, the board decided on Monday. Its chairman had wanted to sell the
land in June. Nobody else did.

News from the valley
Letters to the editor
About the paper

An inspector walked the rows in March. He counted two hundred and six
trees that still bear, of eleven kinds that no nursery keeps. The oldest
was planted in 1874 by a baker. Its trunk is hollow, and a family of owls
lives in it.

Repairs to the wall would cost ninety thousand dollars, of which the
state pays half. "I would rather mend a wall than explain a car park,"
said the clerk, Ruth Ames. She has kept the minutes for thirty years.

A school has asked for the windfalls. The children want to press them
in October, and the board agreed to lend the mill. It was last used in
the year of the flood.

Most read in the valley
The mill that would not stop
A letter to the man who took my ladder
Where to see the first swallows
What the council said of the bridge
A walk to the old quarry
"""
        )
    )

    assert document.kind == "news"
    assert document.title == "The orchard on the hill"
    assert "Its chairman had wanted to sell the land in June." in [each.text for each in document.sentences]


def test_who_speaks_in_a_film_stands_in_brackets_and_says_nothing() -> None:
    cues = (
        "[A. Winter] 我在灯塔里住了四十年", "没有一天晚上让它灭过", "[J. Doe] 我的船是靠它回来的",
        "那天夜里什么都看不见", "只有一点光在转", "[Nell B. Farr] 现在没有人上去了",
        "门锁着 钥匙在镇公所", "我们每年去擦一次玻璃",
    )  # fmt: skip
    text = "\n".join(f"00:00:{at:02}.000 --> 00:00:{at + 1:02}.000\n{cue}\n" for at, cue in enumerate(cues))
    (read,) = read_bytes(text.encode(), "film.srt")

    said = [sentence.text for sentence in clean(read).sentences]

    assert not any("[" in text for text in said)
    assert [text[:4] for text in said if text.startswith(("我在灯塔", "我的船是", "现在没有"))] == [
        "我在灯塔",
        "我的船是",
        "现在没有",
    ]


def test_a_note_in_brackets_is_no_speaker() -> None:
    cues = (
        "我在灯塔里住了四十年",
        "[The Lamp] 是它的名字",
        "没有一天晚上让它灭过",
        "那天夜里什么都看不见",
    ) * 3
    text = "\n".join(
        f"00:00:{at:02}.000 --> 00:00:{at + 1:02}.000\n{cue}{at}\n" for at, cue in enumerate(cues[:6])
    )
    (read,) = read_bytes(text.encode(), "film.srt")

    assert any("[The Lamp]" in sentence.text for sentence in clean(read).sentences)
