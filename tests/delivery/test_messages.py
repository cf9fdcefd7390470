"""A message: one body for everyone, headers for each, the same bytes for the same arguments."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.delivery import _body
from digest.delivery.address import sender
from digest.delivery.dkim import Signer
from digest.delivery.message import PLACEHOLDER, TOKEN_LENGTH, Mailing, eml, message_id
from digest.delivery.tokens import Tokens
from digest.errors import ConfigError
from digest.model import Rendering

PAGE = f"https://news.example.org/u/trams/{PLACEHOLDER}"
HTML = f'<html lang="zh"><body><h1>电车回来了</h1><p>The trams are back.</p><a href="{PAGE}">退订</a></html>'
TEXT = f"电车回来了\n\nThe trams are back.\n.\nFrom here on = all is well \n\n退订: {PAGE}\n"
TOKEN = "t0ken-" + "x" * (TOKEN_LENGTH - 6)


def mailing(**changes: object) -> Mailing:
    whole = Mailing(
        Rendering("电车回来了：第一期，很长很长的主题需要折成两行才放得下", HTML, TEXT, "zh-Hans"),
        "trams/2026-11-22",
        sender("电车 Trams <digest@example.org>"),
        1.7e9,
        "leave@example.org",
        PAGE,
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def parsed(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def content(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part
    return str(part.get_content()).replace("\r\n", "\n")


def test_the_message_reads_back_as_it_was_written() -> None:
    message = parsed(mailing().letter("ann@x.org", "<1@example.org>", TOKEN).data)

    assert message["Subject"] == "电车回来了：第一期，很长很长的主题需要折成两行才放得下"
    assert message["From"].addresses[0].display_name == "电车 Trams"
    assert message["To"] == "ann@x.org"
    assert message["Message-ID"] == "<1@example.org>"
    assert message["Content-Language"] == "zh-Hans"
    assert message["List-Id"] == "<trams.example.org>"
    assert content(message, "plain") == TEXT.replace(PLACEHOLDER, TOKEN)
    assert content(message, "html") == HTML.replace(PLACEHOLDER, TOKEN)


def test_one_click_survives_whole() -> None:
    """RFC 8058: an https address that is not split into RFC 2047 words, and the exact second field."""
    data = mailing().letter("ann@x.org", "<1@example.org>", TOKEN).data
    head = data.partition(b"\r\n\r\n")[0].decode("ascii")
    unfolded = re.sub(r"\r\n[ \t]+", " ", head)

    assert (
        f"List-Unsubscribe: <https://news.example.org/u/trams/{TOKEN}>, <mailto:leave@example.org" in unfolded
    )
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in unfolded


def test_without_a_page_to_leave_from_there_is_only_a_mail_address() -> None:
    head = mailing(unsubscribe_url="").letter("ann@x.org", "<1@x>").data.partition(b"\r\n\r\n")[0]
    assert b"List-Unsubscribe: <mailto:leave@example.org?subject=unsubscribe%20trams>" in head
    assert b"One-Click" not in head


def test_two_readers_differ_in_their_own_lines_only() -> None:
    ann = mailing().letter("ann@x.org", "<1@x>", "a" * TOKEN_LENGTH).data
    bob = mailing().letter("bob@x.org", "<2@x>", "b" * TOKEN_LENGTH).data
    # To, Message-ID, List-Unsubscribe, and the lines of the two links.
    assert len(set(ann.split(b"\r\n")) - set(bob.split(b"\r\n"))) <= 8
    assert ann == mailing().letter("ann@x.org", "<1@x>", "a" * TOKEN_LENGTH).data


def test_every_line_may_travel_anywhere() -> None:
    """CRLF only, at most 998 octets, ASCII, and no line that SMTP or mbox would change."""
    data = mailing().letter("ann@x.org", "<1@x>", TOKEN).data
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 200
    assert data.isascii()
    assert not [line for line in lines if line.startswith((b".", b"From "))]


PARTS = [*'ab.=F \t\r\n-_电车\u2028\u200b\U0001f68b"<>&', PLACEHOLDER + "//", "From ", "=\r\n", "x" * 75]
ODD = st.lists(st.sampled_from(PARTS), max_size=60).map("".join)


@given(text=ODD, html=ODD)
@example(text="." * 200, html=" " * 200)
@example(text="电" * 100 + PLACEHOLDER, html=PLACEHOLDER)
@example(
    text=f"{'电' * 40}a{PLACEHOLDER}{'电' * 40}{PLACEHOLDER}{'电' * 9}", html=f"{'电' * 40}ab{PLACEHOLDER}电"
)
@example(text="x" * 74 + "=" * 5, html="F" * 160)
def test_any_text_comes_back_as_it_was(text: str, html: str) -> None:
    built = _body.build(text, html)
    data = built.filled(TOKEN)
    head = f'Content-Type: multipart/alternative; boundary="{built.boundary}"\r\n\r\n'.encode()
    message = parsed(head + data)

    ends = re.compile(r"\r\n|\r|\n")
    for part, written in zip(message.iter_parts(), (text, html), strict=True):
        payload = part.get_payload(decode=True)
        assert isinstance(payload, bytes)
        if part["Content-Transfer-Encoding"] == "base64":
            # Many decoders stop at the first "=": it may stand at the very end only.
            strict = base64.b64decode(
                str(part.get_payload()).replace("\n", "").replace("\r", ""), validate=True
            )
            assert strict == payload
        assert payload.decode() == ends.sub("\r\n", written.replace(PLACEHOLDER, TOKEN))
    assert max(map(len, data.split(b"\r\n"))) <= 130
    assert not re.search(rb"(^|\n)(\.|From )", data)


def test_a_header_takes_no_line_of_its_own_from_outside() -> None:
    with pytest.raises(ValueError, match="line break"):
        mailing(reply_to="ann@x.org\r\nBcc: eve@x.org").letter("ann@x.org", "<1@x>")
    forged = mailing(rendering=Rendering("Trams\r\nBcc: eve@x.org", "", "", "en"))
    assert parsed(forged.letter("ann@x.org", "<1@x>").data)["Bcc"] is None


@pytest.mark.parametrize(
    "name", ["Ann, Bob & Co.", 'The "Trams"', "=?utf-8?q?x?=", "電車 " * 30, ""], ids="abcde"
)
def test_any_display_name_reads_back(name: str) -> None:
    who = sender("digest@example.org")
    data = mailing(sender=replace(who, name=name)).letter("ann@x.org", "<1@x>").data
    # The newer parser of the standard library puts blanks between two encoded words of a phrase.
    raw = message_from_bytes(data)["From"]
    shown, address = parseaddr(raw.replace("\r\n", ""))
    assert str(make_header(decode_header(shown))) == " ".join(name.split())
    assert address == "digest@example.org"


def test_a_message_id_belongs_to_an_issue_and_a_recipient() -> None:
    one = message_id("trams/1", "ann@x.org", "example.org")
    assert one == message_id("trams/1", "ann@x.org", "example.org")
    assert (
        len({one, message_id("trams/2", "ann@x.org", "x.org"), message_id("trams/1", "bob@x.org", "x.org")})
        == 3
    )
    assert re.fullmatch(r"<[0-9a-f]{40}@example\.org>", one)


def test_an_eml_depends_on_its_arguments_alone() -> None:
    rendering = Rendering("Trams", HTML, TEXT, "en")
    one = eml(rendering, issue_id="trams/2026-11-22", as_of="2026-11-22")
    assert one == eml(rendering, issue_id="trams/2026-11-22", as_of="2026-11-22")
    assert parsed(one)["Date"].datetime.isoformat() == "2026-11-22T06:00:00+00:00"


# --- DKIM


@pytest.fixture(scope="module", params=["rsa", "ed25519"])
def key(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A private key's file, and what DNS says about it."""
    from cryptography.hazmat.primitives import serialization as s
    from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

    made: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey
    if request.param == "rsa":
        made = rsa.generate_private_key(65537, 2048)
        public = made.public_key().public_bytes(s.Encoding.DER, s.PublicFormat.SubjectPublicKeyInfo)
    else:
        made = ed25519.Ed25519PrivateKey.generate()
        public = made.public_key().public_bytes(s.Encoding.Raw, s.PublicFormat.Raw)
    place = tmp_path_factory.mktemp("dkim") / "key.pem"
    place.write_bytes(made.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption()))
    return place, f"v=DKIM1; k={request.param}; p={base64.b64encode(public).decode()}".encode()


def test_dkimpy_verifies_the_signature_and_no_change_to_what_it_covers(key: tuple[Path, bytes]) -> None:
    dkim = pytest.importorskip("dkim")
    if b"ed25519" in key[1]:
        pytest.importorskip("nacl")
    signer = Signer.load(key[0], "example.org", "s1")
    data = mailing(signer=signer).letter("ann@x.org", "<1@example.org>", TOKEN).data

    def valid(message: bytes) -> bool:
        return bool(dkim.verify(message, dnsfunc=lambda _name, timeout=5: key[1]))

    assert valid(data)
    assert data == mailing(signer=signer).letter("ann@x.org", "<1@example.org>", TOKEN).data
    for old, new in (
        (b"Subject: ", b"Subject: x"),
        (TOKEN.encode(), PLACEHOLDER.encode()),
        (b"One-Click", b"x"),
    ):
        assert not valid(data.replace(old, new, 1))
    assert not valid(data[:-40] + b"x" + data[-39:])


def test_a_key_that_cannot_sign_is_a_wrong_setting(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_text("no key")
    for place in (tmp_path / "key.pem", tmp_path / "missing.pem"):
        with pytest.raises(ConfigError, match=r"\.pem"):
            Signer.load(place, "example.org", "s1")


# --- tokens


def test_a_token_is_read_by_who_made_it_for_the_theme_it_was_made_for() -> None:
    tokens, reader = Tokens("secret"), "0123456789abcdef0123"
    token = tokens.make("trams", reader)

    assert len(token) == TOKEN_LENGTH
    assert re.fullmatch(r"[A-Za-z0-9._-]+", token)
    assert tokens.read("trams", token) == reader
    assert tokens.read("buses", token) is None
    assert Tokens("other").read("trams", token) is None
    assert tokens.read("trams", PLACEHOLDER) is None


@given(st.integers(0, TOKEN_LENGTH - 1), st.sampled_from("abcXYZ019-_."))
def test_a_token_with_a_character_changed_is_worth_nothing(place: int, character: str) -> None:
    tokens, reader = Tokens("secret"), "0123456789abcdef0123"
    token = tokens.make("trams", reader)
    changed = token[:place] + character + token[place + 1 :]
    if place == TOKEN_LENGTH - 1:
        return  # the last character of unpadded base64 carries two spare bits
    assert (tokens.read("trams", changed) == reader) == (changed == token)


def test_only_a_readers_key_becomes_a_token() -> None:
    with pytest.raises(ValueError, match="reader"):
        Tokens("secret").make("trams", "ann@x.org")
