"""Bytes into text: the encodings that articles come in, and what is no text at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.errors import IntakeError
from digest.intake.decoding import decode

SIMPLIFIED = "电车公司周二宣布，沿河的五号线恢复运营。\r\n乘客很高兴。\n"
TRADITIONAL = "電車公司週二宣布，沿河的五號線恢復營運。\r\n乘客很高興。\n"
FRENCH = "L’été dernier, le tramway a été arrêté à cause d’une grève très longue.\n"
RUSSIAN = "Трамвай вернулся на линию, и пассажиры были очень рады этой новости.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "utf-8-sig"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED, "utf-16"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
        (SIMPLIFIED, "utf-32"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "utf-16-le"),
        ("plain ASCII, in two bytes each\n", "utf-16-le"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        ("電車は火曜日に運転を再開した。乗客は喜んでいる。\n", "shift_jis"),
    ],
)
def test_the_text_comes_out_exactly_whatever_the_encoding(text, encoding):
    """Line ends stay as they are: places are counted in this text."""
    assert decode(text.encode(encoding), "one.txt").text == text


@pytest.mark.parametrize(
    ("text", "encoding"), [("电车公司周二宣布恢复", "gb18030"), ("電車公司週二宣布恢復", "big5")]
)
def test_ten_characters_are_enough(text, encoding):
    assert decode(text.encode(encoding), "one.txt").text == text


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1))
def test_valid_utf_8_is_never_taken_for_anything_else(text):
    assert decode(text.encode(), "one.txt").text == text.removeprefix("\ufeff")


def test_saving_as_utf_8_is_advised_only_where_it_may_help():
    with pytest.raises(IntakeError) as binary:
        decode(b"\x13\x37\0\xff\xfe\0\x80" * 40, "one.txt")
    assert not binary.value.remedy
    assert "a binary file" in binary.value.fact


def test_a_text_cut_in_the_middle_of_a_character_is_still_read():
    cut = (SIMPLIFIED * 20).encode()[:-2]
    decoded = decode(cut, "one.txt")
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(SIMPLIFIED * 19)


def test_a_broken_byte_does_not_turn_chinese_into_russian():
    """chardet takes GB 18030 with one wrong byte for windows-1251."""
    data = bytearray((SIMPLIFIED * 20).encode("gb18030"))
    data[201] = 0xFF
    decoded = decode(bytes(data), "one.txt")
    assert decoded.encoding == "gb18030"
    assert "沿河的五号线" in decoded.text


def test_a_declared_charset_helps_and_a_lie_does_not_hurt():
    data = "La façade".encode("iso-8859-15")
    assert decode(data, "one.html", "iso-8859-15").text == "La façade"
    assert decode(SIMPLIFIED.encode(), "one.html", "gb2312").text == SIMPLIFIED
    assert decode(SIMPLIFIED.encode("gb18030"), "one.html", "no-such-charset").text == SIMPLIFIED


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG"),
        (b"%PDF-1.7\n" + bytes(100), "PDF"),
        (b"PK\x03\x04" + bytes(100), "zip"),
        (b"\x1f\x8b" + bytes(100), "gzip"),
        (b"text with a\0 zero", "byte 0 at 11"),
        (bytes(range(1, 256)) * 20, ""),
        (bytes([7, 1, 2, 3]) * 500, "no characters"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data, says):
    with pytest.raises(IntakeError) as caught:
        decode(data, "one.txt")
    assert says in str(caught.value)
    assert caught.value.place == "one.txt"


@pytest.mark.timeout(300)
def test_ten_megabytes_are_decoded_in_no_time():
    decode((SIMPLIFIED * 150_000).encode("gb18030"), "one.txt")


def test_utf_8_that_was_read_byte_by_byte_is_let_through_to_be_repaired():
    """Five bytes are no letter in Windows-1252: pages saved so are full of control codes."""
    right = "鳜鱼在水产里是出名的难伺候，死的不吃，不动的不吃，颗粒饲料掉在嘴边也不吃。" * 3
    wrong = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in right.encode())

    assert decode(wrong.encode(), "one.txt").text == wrong


def test_buttons_from_a_font_of_icons_do_not_make_a_text_another_kind_of_file():
    """Few, in UTF-8, they are signs of the page; many hide the letters themselves."""
    icons = "\ue600 分享 \ue601 收藏 \ue602 评论\n" + SIMPLIFIED

    assert decode(icons.encode(), "one.txt").text == icons
    with pytest.raises(IntakeError):
        decode("\ue600\ue601\ue602车\ue603\ue604".encode(), "one.txt")
