"""A connection may die at any byte: everyone still gets the issue, and a doubt is never told as a fact."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.mailing.conftest import Post
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
@pytest.mark.timeout(900)
def test_a_session_may_be_cut_at_every_byte(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder, one = tmp_path_factory.mktemp("cut"), PEOPLE[:1]
    for cut in range(1, whole_session(folder, one) + 1):
        check(folder, cut, "resend" if cut % 2 else "park", one)
