"""Who gets what, and who must not be written to."""

from __future__ import annotations

from digest.store import rates, subscribers


def test_an_address_is_subscribed_once_by_theme(store) -> None:
    assert subscribers.add(store, "trams", "ann@x.org", "key-ann") == "added"
    assert subscribers.add(store, "trams", "ann@x.org", "key-ann") == "known"
    assert subscribers.add(store, "buses", "ann@x.org", "key-ann") == "added"
    assert list(subscribers.addresses(store, "trams")) == [("ann@x.org", "key-ann")]


def test_whoever_left_stays_away_until_someone_says_so_aloud(store) -> None:
    subscribers.add(store, "trams", "ann@x.org", "key-ann")
    assert subscribers.suppress(store, "trams", "key-ann", "unsubscribed")
    assert not subscribers.suppress(store, "trams", "key-ann", "unsubscribed")

    assert subscribers.add(store, "trams", "ann@x.org", "key-ann", source="import") == "suppressed"
    assert not list(subscribers.addresses(store, "trams"))

    assert subscribers.restore(store, "trams", "key-ann")
    assert subscribers.add(store, "trams", "ann@x.org", "key-ann") == "added"
    assert list(subscribers.addresses(store, "trams"))


def test_leaving_one_theme_keeps_the_others(store) -> None:
    for theme in ("trams", "buses"):
        subscribers.add(store, theme, "ann@x.org", "key-ann")
    subscribers.suppress(store, "trams", "key-ann", "unsubscribed")

    assert not list(subscribers.addresses(store, "trams"))
    assert list(subscribers.addresses(store, "buses"))


def test_a_mailbox_that_is_gone_is_gone_for_every_theme(store) -> None:
    subscribers.suppress(store, subscribers.EVERY_THEME, "key-ann", "refused")
    assert subscribers.add(store, "trams", "ann@x.org", "key-ann") == "suppressed"


def test_asking_is_not_subscribing(store) -> None:
    subscribers.ask(store, "trams", "ann@x.org", "key-ann")
    assert not list(subscribers.addresses(store, "trams"))

    assert subscribers.confirm(store, "trams", "key-ann")
    assert list(subscribers.addresses(store, "trams"))
    assert not subscribers.confirm(store, "trams", "key-nobody")


def test_confirming_undoes_an_unsubscription_but_not_a_refusal(store) -> None:
    subscribers.add(store, "trams", "ann@x.org", "key-ann")
    subscribers.suppress(store, "trams", "key-ann", "unsubscribed")
    subscribers.suppress(store, subscribers.EVERY_THEME, "key-ann", "refused")
    subscribers.confirm(store, "trams", "key-ann")

    with store.read() as connection:
        assert subscribers.suppressed_among(connection, "trams", ["key-ann"]) == {"key-ann": "refused"}


def test_many_subscribers_are_read_a_batch_at_a_time_in_the_order_they_came(store) -> None:
    for number in range(25):
        subscribers.add(store, "trams", f"reader{number}@x.org", f"key-{number}")
    found = [address for address, _ in subscribers.addresses(store, "trams", batch=10)]
    assert found == [f"reader{number}@x.org" for number in range(25)]


def test_the_listing_shows_everyone_with_the_reason(store) -> None:
    subscribers.add(store, "trams", "ann@x.org", "key-ann")
    subscribers.add(store, "trams", "bob@x.org", "key-bob")
    subscribers.suppress(store, "trams", "key-bob", "unsubscribed")
    subscribers.suppress(store, "trams", "key-cho", "unsubscribed")

    rows = {row.address: (row.state, row.suppressed) for row in subscribers.listing(store)}
    assert rows == {
        "ann@x.org": ("active", ""),
        "bob@x.org": ("left", "unsubscribed"),
        "reader key-cho": ("left", "unsubscribed"),
    }
    lines = list(subscribers.write_csv(subscribers.listing(store, "trams")))
    assert lines[0] == "theme,address,state,source,suppressed\n"
    assert lines[1] == "trams,ann@x.org,active,command,\n"


def test_a_rate_is_shared_and_survives_its_sender(store) -> None:
    now = [5000.0]
    store.clock = lambda: now[0]
    waits = [rates.reserve(store, "mail", 10.0) for _ in range(4)]
    assert [round(wait, 6) for wait in waits] == [0.0, 0.1, 0.2, 0.3]
    assert rates.reserve(store, "other", 10.0) == 0.0

    now[0] += 100
    assert rates.reserve(store, "mail", 10.0, count=5) == 0.0
    assert round(rates.reserve(store, "mail", 10.0), 6) == 0.5


def test_a_rate_from_before_the_clock_was_set_back_holds_nobody_up(store) -> None:
    now = [900_000.0]
    store.clock = lambda: now[0]
    rates.reserve(store, "mail", 1.0)
    now[0] = 1000.0
    assert rates.reserve(store, "mail", 1.0) < 2.0
