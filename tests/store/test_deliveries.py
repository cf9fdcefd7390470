"""The ledger: one row a reader, one way through its states, the same on both databases."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.errors import StoreError
from digest.store import deliveries, issues, subscribers
from digest.store.deliveries import Outcome
from tests.store.conftest import someone


def test_an_issue_is_kept_once(store) -> None:
    first = issues.put_issue(store, "trams/1", document="one")
    again = issues.put_issue(store, "trams/1", document="two")

    assert first == again
    assert issues.document(store, first.key) == "one"


@pytest.mark.parametrize("wrong", ["trams", "trams/"])
def test_an_id_names_theme_and_number(store, wrong: str) -> None:
    with pytest.raises(StoreError, match="theme/number"):
        issues.put_issue(store, wrong)


def test_recipients_are_frozen_once_with_what_is_said(store, issue) -> None:
    key = issue("ann", "bob", "ann")
    row = issues.find_issue(store, "trams/2026-11-22")

    assert (row.recipients, row.state) == (2, "sending")
    assert issues.rendering(store, key) == b"frozen"
    with pytest.raises(StoreError, match="frozen already"):
        deliveries.freeze(store, key, b"changed", [someone("eve")])
    assert issues.rendering(store, key) == b"frozen"


def test_a_freezing_that_fails_froze_nobody(store) -> None:
    row = issues.put_issue(store, "trams/1")

    def some():  # type: ignore[no-untyped-def]
        yield from map(someone, (f"reader{number}" for number in range(2500)))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        deliveries.freeze(store, row.key, b"", some())
    assert deliveries.balance(store, row.key).recipients == 0
    assert issues.find_issue(store, "trams/1").recipients is None


def test_a_claim_belongs_to_its_owner(store, issue) -> None:
    key = issue("ann", "bob", "cho")
    mine = deliveries.claim(store, key, "me", 2)
    yours = deliveries.claim(store, key, "you", 2)

    assert [claim.address for claim in mine + yours] == ["ann@x.org", "bob@x.org", "cho@x.org"]
    with pytest.raises(deliveries.TakenOver):
        deliveries.commit(store, "you", [mine[0].key], [])
    deliveries.commit(store, "me", [mine[0].key], [])
    deliveries.commit(store, "me", [mine[1].key], [Outcome(mine[0].key, "sent")])


def test_a_commit_of_which_one_row_is_lost_changes_none(store, issue) -> None:
    key = issue("ann", "bob")
    ann, bob = deliveries.claim(store, key, "me", 2)
    deliveries.release(store, key, "me")
    deliveries.claim(store, key, "you", 1)

    with pytest.raises(deliveries.TakenOver):
        deliveries.commit(store, "me", [ann.key, bob.key], [])
    assert deliveries.balance(store, key).waiting == 2


def test_a_deferred_row_is_due_at_its_time(store, issue) -> None:
    now = [1000.0]
    store.clock = lambda: now[0]
    key = issue("ann")
    (ann,) = deliveries.claim(store, key, "me", 9)
    deliveries.commit(store, "me", [], [Outcome(ann.key, "deferred", 451, "later", 1030.0)])

    assert deliveries.next_due(store, key) == 1030.0
    assert not deliveries.claim(store, key, "me", 9)
    now[0] = 1030.0
    (ann,) = deliveries.claim(store, key, "me", 9)
    assert ann.attempts == 1


def test_a_time_to_come_from_before_the_clock_was_set_back_is_due(store, issue) -> None:
    now = [900_000.0]
    store.clock = lambda: now[0]
    key = issue("ann")
    (ann,) = deliveries.claim(store, key, "me", 9)
    deliveries.commit(store, "me", [], [Outcome(ann.key, "deferred", 451, "later", 900_030.0)])
    now[0] = 1000.0

    assert deliveries.claim(store, key, "me", 9)


def test_a_refused_mailbox_is_suppressed_with_its_refusal(store, issue) -> None:
    key = issue("ann", "bob")
    ann, bob = deliveries.claim(store, key, "me", 9)
    deliveries.commit(store, "me", [], [Outcome(ann.key, "failed", 550, "no such user", gone=True)])
    deliveries.commit(store, "me", [], [Outcome(bob.key, "failed", 552, "full")])

    with store.read() as connection:
        gone = subscribers.suppressed_among(connection, "buses", ["key-ann", "key-bob"])
    assert gone == {"key-ann": "refused"}
    assert deliveries.rows(store, key, ("failed",)) == [
        ("ann@x.org", "failed", 550, "no such user"),
        ("bob@x.org", "failed", 552, "full"),
    ]


def test_suppressed_readers_are_counted_and_never_claimed(store, issue) -> None:
    subscribers.suppress(store, "trams", "key-ann", "unsubscribed")
    subscribers.suppress(store, "buses", "key-bob", "unsubscribed")
    key = issue("ann", "bob")

    assert [claim.address for claim in deliveries.claim(store, key, "me", 9)] == ["bob@x.org"]
    assert deliveries.balance(store, key).suppressed == 1


def test_a_retry_starts_afresh(store, issue) -> None:
    key = issue("ann", "bob")
    ann, bob = deliveries.claim(store, key, "me", 9)
    deliveries.commit(store, "me", [], [Outcome(ann.key, "failed", 552, "full"), Outcome(bob.key, "sent")])
    assert deliveries.close(store, key).state == "complete"

    assert deliveries.retry(store, key, "failed") == 1
    assert issues.find_issue(store, "trams/2026-11-22").state == "sending"
    assert [claim.attempts for claim in deliveries.claim(store, key, "me", 9)] == [0]
    assert deliveries.retry(store, key, "in_doubt") == 0


def test_a_bounce_is_believed_by_its_message_id_alone(store, issue) -> None:
    key = issue("ann", "bob")
    claims = deliveries.claim(store, key, "me", 9)
    deliveries.commit(store, "me", [], [Outcome(claim.key, "sent") for claim in claims])

    assert not deliveries.returned(store, "<forged@evil.example>", "bounced", "bounced")
    assert deliveries.returned(store, "<ann@example.org>", "bounced: 5.1.1", "bounced")
    assert deliveries.returned(store, "<bob@example.org>", "called it spam", "complaint")

    balance = deliveries.balance(store, key)
    assert (balance.failed, balance.sent) == (1, 1)
    with store.read() as connection:
        assert len(subscribers.suppressed_among(connection, "x", ["key-ann", "key-bob"])) == 2


STEPS = st.lists(st.sampled_from(["claim", "start", "sent", "defer", "fail", "die", "tick"]), max_size=25)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, park=st.booleans())
def test_whatever_happens_the_balance_adds_up_and_nobody_is_sent_twice_for_sure(
    tmp_path_factory, steps, park
) -> None:
    """A sender is driven through random steps and deaths; the ledger is asked after each."""
    from digest.store import open_store

    now = [1000.0]
    with open_store(f"sqlite:///{tmp_path_factory.mktemp('ledger')}/a.db") as store:
        store.clock = lambda: now[0]
        row = issues.put_issue(store, "trams/1")
        deliveries.freeze(store, row.key, b"", map(someone, "abcdef"))
        held: list[deliveries.Claim] = []
        started: list[int] = []
        finished: set[int] = set()
        owner = 0
        for step in steps:
            me = f"me{owner}"
            if step == "claim":
                new = deliveries.claim(store, row.key, me, 2)
                assert not finished & {claim.key for claim in new}
                held += new
            elif step == "start" and held:
                started.append(held[0].key)
                deliveries.commit(store, me, [held.pop(0).key], [])
            elif step in ("sent", "defer", "fail") and started:
                state = {"sent": "sent", "defer": "deferred", "fail": "failed"}[step]
                key = started.pop()
                deliveries.commit(store, me, [], [Outcome(key, state, next_attempt_at=now[0] + 5)])
                finished |= {key} if state != "deferred" else set()
            elif step == "die":
                owner += 1
                doubted = deliveries.recover(store, row.key, "park" if park else "resend")
                assert doubted == len(started)
                held, started = [], []
            elif step == "tick":
                now[0] += 10
            assert deliveries.balance(store, row.key).recipients == 6
