"""A row that stands alone has no need of the word that hung its sentence on to another."""

from __future__ import annotations

import pytest

from digest.cleaning import clean, trace
from digest.language.severing import severed
from digest.model import Edit, Excerpt, Span
from tests.cleaning.articles import article


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("尽管如此，", "渡轮公司还是在十一月推出了夜班船。"),
        ("不过，", "2023年12月以后，船厂的工作陷入停滞。"),
        ("與此同時，", "港務局關閉了東側碼頭，等待檢查。"),
        ("最终，", "总裁被建议休假，他随后宣布了这一消息。"),
    ],
)
def test_an_opening_connective_is_left_out_with_its_comma(opening: str, rest: str) -> None:
    text, edits = severed(opening + rest, 7, ())

    assert (text, edits) == (rest, (Edit("clause", 7, 7 + len(opening), ""),))


@pytest.mark.parametrize(
    "text",
    [
        "据悉，渡轮公司将在十一月推出夜班船。",
        "显然，渡轮公司没有推出夜班船。",
        "例如，渡轮公司推出了夜班船。",
        "目前，渡轮公司没有推出夜班船。",
        "不过他还是去了码头，看见一艘没有灯的船。",
        "首先，船要检修；其次，船员要休息。",
        "最终，船沉了。",
        "两个月后，渡轮公司推出了夜班船。",
        "此外，他们推出了夜班船，乘客很多。",
    ],
)
def test_what_the_author_vouches_with_and_what_has_no_comma_stays(text: str) -> None:
    assert severed(text, 0, ()) == (text, ())


@pytest.mark.parametrize("opening", ["两个月后，", "同日，", "次年，", "此后，", "但几天后，"])
def test_a_time_counted_from_elsewhere_goes_where_the_row_has_its_day(opening: str) -> None:
    rest = "渡轮公司推出了夜班船，票价不变。"

    assert severed(opening + rest, 0, ())[0] == opening + rest
    assert severed(opening + rest, 0, (), dated=True)[0] == rest


def test_what_is_left_is_found_again_in_its_source() -> None:
    source = (
        "夜班船\n\n渡轮公司在十月说没有钱买新船，船员也不够。"
        "然而, 渡轮公司（dù lún）还是在十一月推出了夜班船，票价不变。"
    )
    document = clean(article(source))
    (sentence,) = [each for each in document.sentences if "夜班船，票价" in each.text]
    text, edits = severed(sentence.text, sentence.start, sentence.edits)

    assert text.startswith("渡轮公司")
    trace(Excerpt(text, document.id, Span(sentence.start, sentence.end), edits, "test"), source)


def test_of_speech_the_mark_is_ours_and_the_line_s_end_is_the_speaker_s() -> None:
    source = "尽管如此\n公司还是在十一月推出了夜班船"
    joined = (Edit("join-lines", 4, 5, "，"),)
    text, edits = severed("尽管如此，公司还是在十一月推出了夜班船", 0, joined)

    assert text == "公司还是在十一月推出了夜班船"
    assert edits == (Edit("clause", 0, 4, ""), Edit("join-lines", 4, 5, ""))
    trace(Excerpt(text, article(source).id, Span(0, len(source)), edits, "test"), source)


def test_an_edit_of_another_kind_across_the_opening_leaves_all_as_it_is() -> None:
    edits = (Edit("markup", 0, 4, "不过，"),)

    assert severed("不过，渡轮公司推出了夜班船，票价不变。", 0, edits) == (
        "不过，渡轮公司推出了夜班船，票价不变。",
        edits,
    )
