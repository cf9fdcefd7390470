"""Every recipient ends in a stated state, whatever the server says."""

from __future__ import annotations

import re

import pytest

from digest.mailing import readers
from digest.store import deliveries
from tests.mailing.conftest import Post
from tests.mailing.server import HANG_UP, HANG_UP_AFTER, Server
from tests.store.places import EACH_DATABASE, place


def only(verb: str, name: str, *answers: str | None):
    """Answer *answers* in turn to *verb* about a recipient whose name begins so, then yes."""

    def react(asked: str, who: str, count: int) -> str | None:
        if asked != verb or not who.startswith(name) or count > len(answers):
            return None
        return answers[count - 1]

    return react


def test_everyone_gets_one_copy_with_a_message_id_of_their_own(post) -> None:
    people = [f"reader{number}@x.org" for number in range(40)]
    with Server() as server:
        report = post(*people, "READER1@X.org ", "reader2@X.ORG").deliver(server.port)

    assert report.exit_code == 0
    assert report.balance.sent == report.balance.recipients == 40
    assert set(server.copies) == set(people)
    assert len({each.message_id for each in server.accepted}) == 40


def test_commands_travel_in_groups_when_the_server_allows_it(post) -> None:
    """Both ways the same messages arrive; with PIPELINING in far fewer round trips."""
    people = [f"reader{number}@x.org" for number in range(6)]
    with Server() as server:
        post(*people).deliver(server.port, connections=1)
    with Server(extensions=()) as plain:
        post(*people).deliver(plain.port, connections=1)

    assert server.copies == plain.copies
    assert [each.data for each in server.accepted] == [each.data for each in plain.accepted]


def test_a_temporary_refusal_is_tried_again_until_it_passes(post) -> None:
    with Server(only("RCPT", "slow", "451 4.2.0 later", "450 4.2.0 later")) as server:
        report = post("slow@x.org", "ann@x.org").deliver(server.port)

    assert report.balance.sent == 2
    assert server.copies["slow@x.org"] == 1


def test_attempts_that_are_used_up_fail_with_the_servers_words(post) -> None:
    desk = post("slow@x.org", "ann@x.org")
    with Server(only("RCPT", "slow", *["451 4.2.0 greylisted"] * 9)) as server:
        report = desk.deliver(server.port, attempts=3)

    assert (report.balance.sent, report.balance.failed, report.exit_code) == (1, 1, 4)
    ((address, _, code, reason),) = deliveries.rows(desk.store, desk.row.key, ("failed",))
    assert (address, code) == ("slow@x.org", 451)
    assert "greylisted" in reason
    assert "3 attempts" in reason


@pytest.mark.parametrize("said", ["550 5.1.1 no such user", "550 5.2.1 disabled"])
def test_a_mailbox_that_is_gone_is_suppressed_for_every_later_issue(post, said: str) -> None:
    desk = post("gone@x.org", "ann@x.org")
    with Server(only("RCPT", "gone", said)) as server:
        desk.deliver(server.port)
        desk.freeze("gone@x.org", "ann@x.org", issue_id="other/1")
        report = desk.deliver(server.port)

    assert (report.balance.sent, report.balance.suppressed) == (1, 1)
    assert "gone@x.org" not in server.copies


def test_another_refusal_fails_this_delivery_and_no_later_one(post) -> None:
    desk = post("full@x.org", "ann@x.org")
    with Server(only("RCPT", "full", "552 5.2.2 mailbox full")) as server:
        report = desk.deliver(server.port)
        assert (report.balance.sent, report.balance.failed) == (1, 1)

        desk.freeze("full@x.org", issue_id="trams/2026-11-23")
        assert desk.deliver(server.port).balance.sent == 1


def test_a_refused_sender_stops_the_run_and_fails_nobody(post) -> None:
    """One wrong setting must not write off a thousand recipients."""
    desk = post(*(f"reader{number}@x.org" for number in range(20)))
    with Server(lambda verb, _who, _count: "550 5.7.1 not allowed" if verb == "MAIL" else None) as server:
        report = desk.deliver(server.port)

    assert report.exit_code == 1
    assert "refuses the sender" in str(report.error)
    assert report.balance.waiting == report.balance.recipients == 20
    with Server() as server:
        assert desk.deliver(server.port).balance.sent == 20


def test_one_recipients_policy_does_not_stop_the_others(post) -> None:
    people = [f"reader{number}@x.org" for number in range(10)]
    with Server(only("RCPT", "strict", *["550 5.7.1 members only"] * 9)) as server:
        report = post("strict@x.org", *people).deliver(server.port, connections=1)

    assert (report.balance.sent, report.balance.failed) == (10, 1)
    assert report.error is None


def test_a_policy_against_everyone_stops_the_run(post) -> None:
    desk = post(*(f"reader{number}@x.org" for number in range(20)))
    with Server(lambda verb, _who, _count: "550 5.7.1 blocked" if verb == "RCPT" else None) as server:
        report = desk.deliver(server.port)

    assert report.exit_code == 1
    assert report.balance.failed == 0


def test_a_doubtful_delivery_is_sent_once_more_under_the_same_message_id(post) -> None:
    with Server(only("DOT", "drop", HANG_UP_AFTER)) as server:
        report = post("drop@x.org", "ann@x.org").deliver(server.port)

    assert report.balance.sent == 2
    assert server.copies["drop@x.org"] == 2
    assert len({each.message_id for each in server.accepted}) == 2


def test_a_second_doubt_is_left_to_a_human(post) -> None:
    with Server(only("DOT", "drop", HANG_UP_AFTER, HANG_UP_AFTER, HANG_UP_AFTER)) as server:
        report = post("drop@x.org", "ann@x.org").deliver(server.port)

    assert (report.balance.sent, report.balance.in_doubt, report.exit_code) == (1, 1, 4)
    assert server.copies["drop@x.org"] == 2


def test_a_parked_doubt_never_makes_a_second_copy(post) -> None:
    desk = post("drop@x.org", "ann@x.org")
    with Server(only("DOT", "drop", HANG_UP_AFTER)) as server:
        report = desk.deliver(server.port, on_doubt="park")
        assert (report.balance.in_doubt, server.copies["drop@x.org"]) == (1, 1)

        assert deliveries.retry(desk.store, desk.row.key, "in_doubt") == 1
        assert desk.deliver(server.port, on_doubt="park").balance.sent == 2


def test_a_connection_lost_before_the_dot_is_no_doubt(post) -> None:
    with Server(only("DATA", "drop", HANG_UP)) as server:
        report = post("drop@x.org", "ann@x.org").deliver(server.port, on_doubt="park")

    assert (report.balance.sent, report.balance.in_doubt) == (2, 0)
    assert server.copies["drop@x.org"] == 1


def test_a_server_that_ends_sessions_is_connected_again(post) -> None:
    """421 at MAIL after some messages is the server's way to say: a new connection, please."""
    mails = 0

    def every_third(verb: str, _who: str, _count: int) -> str | None:
        nonlocal mails
        mails += verb == "MAIL"
        return "421 4.7.0 enough" if verb == "MAIL" and mails % 4 == 0 else None

    with Server(every_third) as server:
        report = post(*(f"reader{number}@x.org" for number in range(20))).deliver(server.port, connections=1)

    assert report.balance.sent == 20
    assert set(server.copies.values()) == {1}
    assert server.connections > 5


def test_messages_per_connection_recycles_it(post) -> None:
    with Server() as server:
        people = (f"reader{number}@x.org" for number in range(10))
        post(*people).deliver(server.port, connections=1, messages_per_connection=3)

    assert server.connections == 4


def test_a_throttling_server_sees_fewer_connections_and_gets_everything(post) -> None:
    def throttled(verb: str, _who: str, count: int) -> str | None:
        return "454 4.7.0 Throttling failure" if verb == "DOT" and count == 1 else None

    people = [f"reader{number}@x.org" for number in range(30)]
    with Server(throttled) as server:
        report = post(*people).deliver(server.port, connections=4)

    assert report.balance.sent == 30
    assert set(server.copies.values()) == {1}


def test_no_more_connections_than_there_is_mail(post) -> None:
    with Server() as server:
        post("ann@x.org").deliver(server.port, connections=50)

    assert server.connections == 1


def test_an_address_that_is_none_fails_and_the_others_get_theirs(post) -> None:
    with Server() as server:
        report = post("nonsense", "ann@x.org\r\nRCPT TO:<eve@x.org>", "bob@x.org").deliver(server.port)

    assert (report.balance.sent, report.balance.failed) == (1, 2)
    assert set(server.copies) == {"bob@x.org"}
    assert not any("eve" in command for command in server.commands)


def test_an_international_address_needs_a_server_that_takes_it(post) -> None:
    people = ("陈明@x.org", "ann@bücher.example")
    with Server() as ascii_only:
        report = post(*people).deliver(ascii_only.port)
    assert (report.balance.sent, report.balance.failed) == (1, 1)
    assert set(ascii_only.copies) == {"ann@xn--bcher-kva.example"}

    with Server(extensions=("PIPELINING", "SMTPUTF8")) as modern:
        assert post(*people).deliver(modern.port).balance.sent == 2
    mails = [command for command in modern.commands if command.startswith("MAIL")]
    assert sum("SMTPUTF8" in command for command in mails) == 1


def test_deferred_deliveries_are_left_when_patience_is_short(post) -> None:
    """A service comes back later instead of holding a run open for half an hour."""
    desk = post("slow@x.org", "ann@x.org")
    with Server(only("RCPT", "slow", "451 4.2.0 later")) as server:
        report = desk.deliver(server.port, patience=0.0, backoff_seconds=60, backoff_cap_seconds=90)

    assert (report.balance.sent, report.balance.deferred, report.exit_code) == (1, 1, 0)
    assert report.balance.state == "partial"


def test_the_balance_adds_up_at_every_mixture(post) -> None:
    def react(verb: str, who: str, count: int) -> str | None:
        answers = {
            ("RCPT", "h"): "550 5.1.1 no",
            ("RCPT", "f"): "552 5.2.2 full",
            ("DOT", "d"): HANG_UP_AFTER,
            ("DATA", "c"): HANG_UP,
        }
        return answers.get((verb, who[:1])) if count < 2 else None

    people = [f"{kind}{number}@x.org" for number in range(6) for kind in "ahfdc"]
    desk = post(*people, "broken address")
    with Server(react) as server:
        balance = desk.deliver(server.port, on_doubt="park").balance

    assert balance.recipients == 31
    assert balance.sent + balance.failed + balance.suppressed + balance.deferred + balance.in_doubt == 31
    assert (balance.failed, balance.in_doubt, balance.sent) == (13, 6, 12)


def test_a_rate_is_kept_in_the_store(post) -> None:
    desk = post(*(f"reader{number}@x.org" for number in range(12)))
    with Server() as server:
        assert desk.deliver(server.port, rate=40).balance.sent == 12

    with desk.store.read() as connection:
        from sqlalchemy import text

        (next_at,) = connection.execute(text("SELECT next_at FROM rate_limit")).one()
    assert next_at > 0


def test_logs_name_no_address(post, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", "digest")
    with Server(only("RCPT", "gone", "550 5.1.1 <gone@x.org>: no such user")) as server:
        post("gone@x.org", "ann@x.org").deliver(server.port)

    told = " ".join(f"{record.getMessage()} {vars(record)}" for record in caplog.records)
    assert "delivery" in told
    assert not re.search(r"gone@|ann@", told)


def test_a_reader_who_left_after_the_freezing_gets_nothing_more(post) -> None:
    """A large issue takes hours; an unsubscription holds from the moment it was made."""
    desk = post("ann@x.org", "bob@x.org")
    assert readers.unsubscribe(desk.store, "trams", "ANN@x.org")

    with Server() as server:
        report = desk.deliver(server.port)

    assert (report.balance.sent, report.balance.suppressed, report.balance.recipients) == (1, 1, 2)
    assert "ann@x.org" not in server.copies


@pytest.mark.parametrize("kind", EACH_DATABASE)
def test_each_database_tells_the_same_story(kind: str, tmp_path) -> None:
    """Refusals, doubts and a second run, on SQLite and on PostgreSQL."""

    def react(verb: str, who: str, count: int) -> str | None:
        if verb == "RCPT" and who.startswith("gone"):
            return "550 5.1.1 no"
        if verb == "RCPT" and who.startswith("slow") and count == 1:
            return "451 4.2.0 later"
        return HANG_UP_AFTER if verb == "DOT" and who.startswith("drop") and count == 1 else None

    people = [f"{name}{number}@x.org" for number in range(20) for name in ("ann", "gone", "slow", "drop")]
    with place(kind, tmp_path) as url, Server(react) as server:
        desk = Post(url).freeze(*people)
        first = desk.deliver(server.port, on_doubt="park", rate=2000).balance
        assert deliveries.retry(desk.store, desk.row.key, "in_doubt") == 20
        second = desk.deliver(server.port).balance
        desk.store.close()

    assert (first.sent, first.failed, first.in_doubt, first.recipients) == (40, 20, 20, 80)
    assert (second.sent, second.failed, second.state) == (60, 20, "complete")
    assert sum(server.copies.values()) == 80
