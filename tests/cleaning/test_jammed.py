"""Signs that a board draws at random against copying are no word of the author's; nor is its name there."""

from __future__ import annotations

from digest.cleaning import clean

from .articles import article

PARAGRAPHS = (
    "渔港论坛昨天贴出一张旧照片，照片上的灯塔还没有红漆，塔下停着十几条木船。",
    "看照片的人说，那是三十年前的冬天，港里结了冰，船在岸上过了年才下水。",
    "拍照的老人今年八十二岁，他说底片还在，等天暖了就送到镇上的图书馆去。",
)


def printed(*lines: str) -> list[str]:
    return [sentence.text for sentence in clean(article("\n".join(lines))).sentences if sentence.quotable]


def test_what_a_board_draws_at_either_end_of_a_line_is_cut_off_with_its_name() -> None:
    one, two, three = PARAGRAPHS
    lines = (
        f"{one}海鸥论坛- Z5 g4 |+ v7 p) v",
        "/ k+ n& K5 h/ `- c0 b9 ? Jgull board,gullboard) N7 G2 v/ n: `",
        f"9 s# Q% y# M* C3 X3 Q0 z( ^海鸥论坛{two}",
        f"{three}gull board,gullboard4 S: i4 X) }}& W; [* A",
    )
    assert printed(*lines) == list(PARAGRAPHS)


def test_variables_and_a_lone_line_of_signs_are_none() -> None:
    """A list of letters has one sign in front of its blanks; a page that draws signs draws many."""
    one, two, three = PARAGRAPHS
    listed = "老人把底片按字母排好：a, b, c, d, e, f, g，一共七张，每张背后都写着日期。"
    assert printed(one, listed, two, three) == [one, listed, two, three]


def test_a_sentence_that_the_board_says_of_itself_goes_with_them_and_the_day_beside_it_stays() -> None:
    """What ends one line and begins another, between the signs, is the board's; two blanks may stay."""
    one, two, three = PARAGRAPHS
    boast = "海鸥论坛 有最新的潮汐,渔讯,旧照片及各种交流等资讯。"
    lines = (
        f"港里贴出三十年前的旧照片{boast}- f1 c' t1 r4 `' }}0 i. v",
        "/ H. ]+ X! K# I& s- A) m渔人码头2020年7月16日. X2 ?0 k# H; P4 q! G5 k",
        f'; B  A  E% o" B8 G{boast}{one}',
        f"1 s- c4 ~, N  R# B7 w{two}",
        f"{three}gull board,gullboard7 l) k- `' Y. [$ ~2 \\",
    )
    document = clean(article("\n".join(lines)))
    assert [sentence.text for sentence in document.sentences if sentence.quotable] == list(PARAGRAPHS)
    assert document.title == "港里贴出三十年前的旧照片"
    assert document.published is not None
    assert document.published.date == "2020-07-16"
