"""A connection may die at any byte: everyone still gets the issue, and a doubt is never told as a fact."""

from __future__ import annotations

import ssl
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.store.deliveries import Balance
from tests.mailing.certificates import self_signed
from tests.mailing.conftest import Post
from tests.mailing.cutting import Cutting, Direction
from tests.mailing.server import Server

PEOPLE = ("ann@x.org", "bob@x.org", "cho@x.org")


def whole_session(tmp_path, people: tuple[str, ...] = PEOPLE) -> int:  # type: ignore[no-untyped-def]
    """Bytes that pass either way when nothing goes wrong."""
    post = Post(f"sqlite:///{tmp_path}/whole.db").freeze(*people)
    with Server() as server:
        post.deliver(server.port, connections=1)
    post.store.close()
    return server.traffic


def check(tmp_path, cut: int, on_doubt: str, people: tuple[str, ...] = PEOPLE) -> None:  # type: ignore[no-untyped-def]
    post = Post(f"sqlite:///{tmp_path}/{on_doubt}{cut}.db").freeze(*people)
    with Server(cut_at=cut) as server:
        balance = post.deliver(server.port, connections=1, on_doubt=on_doubt).balance
    post.store.close()

    accounted(server, balance, on_doubt, people)


def accounted(server: Server, balance: Balance, on_doubt: str, people: tuple[str, ...]) -> None:
    """What must hold whatever was cut: nobody lost, at most one extra copy, a doubt told as a doubt."""
    extra = sum(server.copies.values()) - len(server.copies)
    assert balance.recipients == len(people) == balance.sent + balance.in_doubt
    if on_doubt == "park":
        assert extra == 0
        assert balance.in_doubt <= 1
    else:
        assert set(server.copies) == set(people)
        assert balance.sent == len(people)
        assert extra <= 1
    assert len({each.message_id for each in server.accepted}) == len(server.copies)


@pytest.mark.parametrize("on_doubt", ["resend", "park"])
def test_a_session_may_be_cut_at_any_byte(tmp_path_factory: pytest.TempPathFactory, on_doubt: str) -> None:
    folder = tmp_path_factory.mktemp("cut")
    length = whole_session(folder)

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(st.integers(1, length))
    def at(cut: int) -> None:
        check(tmp_path_factory.mktemp("cut"), cut, on_doubt)

    at()


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_session_may_be_cut_at_every_byte(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder, one = tmp_path_factory.mktemp("cut"), PEOPLE[:1]
    for cut in range(1, whole_session(folder, one) + 1):
        check(folder, cut, "resend" if cut % 2 else "park", one)


# --- over TLS, each direction by itself


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ssl.SSLContext]:
    pem = self_signed(tmp_path_factory.mktemp("tls"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem, pem.with_name("key.pem"))
    return pem, context


def over_tls(
    folder: Path,
    secured: tuple[Path, ssl.SSLContext],
    speaker: Direction,
    cut: int | None,
    on_doubt: str,
    people: tuple[str, ...] = PEOPLE,
) -> int:
    """A pipelined session over STARTTLS, cut after byte *cut* of *speaker*; how many bytes it said at all."""
    pem, context = secured
    post = Post(f"sqlite:///{folder}/tls.db").freeze(*people)
    with (
        Server(context=context, extensions=("PIPELINING", "STARTTLS")) as server,
        Cutting(server.port, speaker, cut) as way,
    ):
        report = post.deliver(
            way.port, tls="starttls", ca_file=pem, connections=1, on_doubt=on_doubt, timeout_seconds=20
        )
    post.store.close()
    accounted(server, report.balance, on_doubt, people)
    return way.said[speaker]


@pytest.mark.parametrize("speaker", ["client", "server"])
@pytest.mark.parametrize("on_doubt", ["resend", "park"])
def test_a_secured_session_may_be_cut_at_any_byte_of_either_side(
    tmp_path_factory: pytest.TempPathFactory, secured, speaker: Direction, on_doubt: str
) -> None:
    length = over_tls(tmp_path_factory.mktemp("whole"), secured, speaker, None, on_doubt)

    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(st.integers(1, length))
    def at(cut: int) -> None:
        over_tls(tmp_path_factory.mktemp("cut"), secured, speaker, cut, on_doubt)

    at()


BEFORE = 200
"""Bytes of one side from its last words about a first message to its good-bye, and more."""


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("speaker", ["client", "server"])
def test_a_secured_session_may_be_cut_at_every_byte_between_two_messages(
    tmp_path_factory: pytest.TempPathFactory, secured, speaker: Direction
) -> None:
    """From the end of one message, which leaves with the envelope of the next, to the end of that one."""
    folders = (tmp_path_factory.mktemp("cut") for _ in count())
    one, two = (
        over_tls(next(folders), secured, speaker, None, "park", people) for people in (PEOPLE[:1], PEOPLE[:2])
    )
    for cut in range(max(1, one - BEFORE), two + 1):
        over_tls(next(folders), secured, speaker, cut, "resend" if cut % 2 else "park", PEOPLE[:2])
