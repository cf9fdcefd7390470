"""An address is judged before anything else sees it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.delivery.address import AddressError, normalise, reader_key, sender


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Ann@Example.ORG", "Ann@example.org"),
        (" ann@x.org\t", "ann@x.org"),
        ("ann+news@bücher.example", "ann+news@xn--bcher-kva.example"),
        ("陈明@例子.中国", "陈明@xn--fsqu00a.xn--fiqs8s"),
        ("root@localhost", "root@localhost"),
        ("o'neil@x.org.", "o'neil@x.org"),
    ],
)
def test_an_address_is_written_one_way(written: str, kept: str) -> None:
    assert normalise(written) == kept
    assert normalise(kept) == kept


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "ann",
        "@x.org",
        "ann@",
        "ann@x..org",
        "ann@-x.org",
        "a b@x.org",
        ".ann@x.org",
        "an..n@x.org",
        "ann@x.org\r\nRCPT TO:<eve@x.org>",
        "ann@x.org\nBcc: eve@x.org",
        "ann\x00@x.org",
        "<ann@x.org>",
        "ann@x.org>",
        "ann@x.org,bob@x.org",
        '"ann b"@x.org',
        "ann@[127.0.0.1]",
        "a" * 65 + "@x.org",
        "ann@" + "x" * 64 + ".org",
        "ann@" + "x.y" * 90 + ".org",
    ],
)
def test_what_is_none_is_refused_with_what_to_do(wrong: str) -> None:
    with pytest.raises(AddressError) as refused:
        normalise(wrong)
    assert refused.value.fact
    assert refused.value.remedy
    assert "\n" not in str(refused.value)


@given(st.text(max_size=40))
def test_no_text_gets_a_line_break_or_a_bracket_past(text: str) -> None:
    try:
        address = normalise(text)
    except AddressError:
        return
    assert not set(address) & set("\r\n<>\x00 ,")
    assert normalise(address) == address


def test_a_sender_has_a_name() -> None:
    who = sender("OpenAI 安全出走 <Digest@Example.org>")
    assert (who.name, who.address, who.domain) == ("OpenAI 安全出走", "Digest@example.org", "example.org")
    assert sender("digest@example.org").name == ""


@pytest.mark.parametrize("wrong", ["ann@x.org, bob@x.org", "Ann <ann@x.org>\r\nBcc: eve@x.org", "Ann <>", ""])
def test_a_sender_is_one_address_on_one_line(wrong: str) -> None:
    with pytest.raises(AddressError):
        sender(wrong)


def test_a_reader_is_known_by_a_key_that_tells_nothing() -> None:
    key = reader_key("secret", "Ann@x.org")
    assert key == reader_key("secret", "ann@x.org")
    assert key != reader_key("other", "ann@x.org")
    assert len(key) == 20
    assert "ann" not in key
