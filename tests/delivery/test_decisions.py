"""What answers mean: a table, and the bounds of waiting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.delivery.decisions import Answer, Fate, Step, judge, wait_seconds

TABLE = [
    # step, code, text -> fate, hang up, slower, stops the run
    (Step.DOT, 250, "2.0.0 queued", Fate.SENT, False, False, False),
    (Step.RCPT, 450, "4.2.0 greylisted", Fate.DEFER, False, False, False),
    (Step.RCPT, 451, "4.7.1 greylisted", Fate.DEFER, False, False, False),
    (Step.RCPT, 452, "4.2.2 mailbox full", Fate.DEFER, False, False, False),
    (Step.RCPT, 452, "4.5.3 too many", Fate.DEFER, False, True, False),
    (Step.DOT, 454, "4.7.0 Throttling failure", Fate.DEFER, False, True, False),
    (Step.MAIL, 451, "4.3.0 later", Fate.DEFER, False, True, False),
    (Step.MAIL, 421, "4.7.0 busy", Fate.AGAIN, True, True, False),
    (Step.RCPT, 421, "4.7.0 busy", Fate.DEFER, True, True, False),
    (Step.DOT, 421, "4.7.0 busy", Fate.DEFER, True, True, False),
    (Step.RCPT, 550, "5.1.1 no such user", Fate.SUPPRESS, False, False, False),
    (Step.RCPT, 553, "5.1.3 bad address", Fate.SUPPRESS, False, False, False),
    (Step.RCPT, 550, "5.2.1 disabled", Fate.SUPPRESS, False, False, False),
    (Step.RCPT, 552, "5.2.2 full", Fate.FAIL, False, False, False),
    (Step.RCPT, 550, "no enhanced code", Fate.FAIL, False, False, False),
    (Step.RCPT, 550, "4.1.1 of another class", Fate.FAIL, False, False, False),
    (Step.DOT, 550, "5.1.1 not at RCPT", Fate.FAIL, False, False, False),
    (Step.DOT, 554, "5.6.0 bad content", Fate.FAIL, False, False, False),
    (Step.DOT, 554, "5.7.1 spam", Fate.DEFER, False, False, True),
    (Step.DATA, 550, "5.7.0 not you", Fate.DEFER, False, False, True),
    (Step.MAIL, 550, "5.1.8 sender unknown", Fate.AGAIN, True, False, True),
    (Step.MAIL, 552, "too large", Fate.AGAIN, True, False, True),
    (Step.AUTH, 535, "5.7.8 wrong", Fate.AGAIN, True, False, True),
    (Step.CONNECT, 554, "no", Fate.AGAIN, True, False, True),
    (Step.CONNECT, 421, "too many connections", Fate.DEFER, True, True, False),
    (Step.DOT, None, "lost", Fate.DOUBT, True, False, False),
    (Step.DOT, 354, "out of step", Fate.DOUBT, True, False, False),
    (Step.DOT, 999, "nonsense", Fate.DOUBT, True, False, False),
    (Step.BODY, None, "lost", Fate.DEFER, True, False, False),
    (Step.DATA, None, "lost", Fate.DEFER, True, False, False),
    (Step.MAIL, None, "lost", Fate.DEFER, True, False, False),
]


@pytest.mark.parametrize(("step", "code", "text", "fate", "hang_up", "slower", "stops"), TABLE)
def test_an_answer_is_judged_by_its_code_and_by_what_it_answers(
    step: Step, code: int | None, text: str, fate: Fate, hang_up: bool, slower: bool, stops: bool
) -> None:
    verdict = judge(Answer(step, code, text))
    assert (verdict.fate, verdict.hang_up, verdict.slower, verdict.strike >= 1) == (
        fate,
        hang_up,
        slower,
        stops,
    )


def test_a_policy_of_one_recipients_server_is_a_third_of_a_reason_to_stop() -> None:
    verdict = judge(Answer(Step.RCPT, 550, "5.7.1 members only"))
    assert verdict.fate is Fate.DEFER
    assert 0.3 < verdict.strike < 0.4


def test_a_session_that_ends_between_two_messages_is_nobodys_fault() -> None:
    for answer in (Answer(Step.MAIL, 421, "4.7.0 enough for one session"), Answer(Step.MAIL, None, "closed")):
        verdict = judge(answer, served=5)
        assert (verdict.fate, verdict.hang_up, verdict.slower) == (Fate.AGAIN, True, False)


@given(st.sampled_from(Step), st.integers(400, 499), st.text(max_size=20), st.integers(0, 3))
def test_a_4xx_is_never_permanent(step: Step, code: int, text: str, served: int) -> None:
    assert judge(Answer(step, code, text), served=served).fate in (Fate.DEFER, Fate.AGAIN)


@given(st.sampled_from(Step), st.one_of(st.none(), st.integers(0, 999)), st.text(max_size=20))
def test_nothing_but_a_yes_to_the_dot_is_sent_and_only_the_dot_leaves_a_doubt(
    step: Step, code, text: str
) -> None:
    fate = judge(Answer(step, code, text)).fate
    assert (fate is Fate.SENT) == (step is Step.DOT and code is not None and 200 <= code < 300)
    assert fate is not Fate.DOUBT or step is Step.DOT


@given(
    st.integers(0, 2000), st.floats(0.001, 3600), st.floats(0.001, 86400), st.floats(0, 1, exclude_max=True)
)
def test_a_wait_grows_to_its_cap_and_never_past_it(
    failures: int, base: float, cap: float, chance: float
) -> None:
    wait = wait_seconds(failures, base, cap, chance)
    assert min(base, cap) / 2 <= wait <= cap
    assert wait_seconds(failures + 1, base, cap, chance) >= wait


def test_waits_double_and_spread() -> None:
    assert [wait_seconds(n, 30, 900, 0.0) for n in (1, 2, 3, 9)] == [15, 30, 60, 450]
    assert wait_seconds(1, 30, 900, 0.999) > 29
