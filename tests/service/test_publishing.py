"""From slots to issues: each once, with the articles that no issue has had before."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from digest import pipeline
from digest.errors import LockHeld
from digest.service import Service, publishing
from digest.store import issues as stored
from digest.store.slots import SlotRow
from tests.service.conftest import Newsroom, article


def paths(newsroom: Newsroom, number: str) -> list[str]:
    """The articles in an issue as it was written to the output folder."""
    file = newsroom.folder / "out" / "trams" / number / "index.json"
    return [article["path"] for article in json.loads(file.read_text("utf-8"))["articles"]]


def reasons(service: Service) -> dict[str, str]:
    return {row.number: row.reason for row in stored.list_issues(service.store)}


def test_the_first_start_publishes_nothing_that_was_due_before(newsroom: Newsroom) -> None:
    newsroom.drop("one.txt")

    newsroom.service().tick()

    assert newsroom.issues() == {}


def test_a_slot_is_published_once_and_written_to_the_output_folder(newsroom: Newsroom) -> None:
    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt")
    newsroom.clock.at("2026-11-21 07:00")

    tick, again = service.tick(), newsroom.service().tick()

    assert [decision.state for decision in tick.decisions] == ["ready"]
    assert again.decisions == []
    assert newsroom.issues() == {"2026-11-21": "ready"}
    assert paths(newsroom, "2026-11-21") == ["one.txt"]


def test_an_issue_holds_what_no_issue_before_it_held(newsroom: Newsroom) -> None:
    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt", 1)
    newsroom.clock.at("2026-11-21 07:00")
    service.tick()
    newsroom.drop("two.txt", 2)
    newsroom.clock.at("2026-11-22 07:00")
    service.tick()

    assert paths(newsroom, "2026-11-21") == ["one.txt"]
    assert paths(newsroom, "2026-11-22") == ["two.txt"]
    issue = json.loads((newsroom.folder / "out/trams/2026-11-22/index.json").read_text("utf-8"))
    assert issue["since"] == "trams/2026-11-21"


def test_a_day_with_nothing_new_is_skipped_with_the_reason_and_the_next_takes_all(newsroom: Newsroom) -> None:
    newsroom.settings += "min_new_articles = 2\n"
    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt", 1)
    newsroom.clock.at("2026-11-21 07:00")
    service.tick()
    newsroom.drop("two.txt", 2)
    newsroom.clock.at("2026-11-22 07:00")
    service.tick()

    assert newsroom.issues() == {"2026-11-21": "skipped", "2026-11-22": "ready"}
    assert reasons(service)["2026-11-21"] == "1 new article, fewer than min_new_articles = 2"
    assert paths(newsroom, "2026-11-22") == ["one.txt", "two.txt"]


def test_after_an_outage_the_latest_issue_holds_the_articles_of_the_missed_ones(newsroom: Newsroom) -> None:
    newsroom.service().tick()
    newsroom.drop("one.txt", 1)
    newsroom.clock.at("2026-11-24 09:30")

    newsroom.service().tick()

    assert newsroom.issues() == {
        "2026-11-21": "skipped",
        "2026-11-22": "skipped",
        "2026-11-23": "skipped",
        "2026-11-24": "ready",
    }
    assert paths(newsroom, "2026-11-24") == ["one.txt"]


def test_catching_up_all_gives_each_issue_what_had_arrived_by_then(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The inode's time is the system's; here each file arrives when the test's clock says."""
    from digest.service import pickup

    newsroom.settings += 'catch_up = "all"\n'
    newsroom.service().tick()
    arrivals: dict[str, float] = {}
    for day in (20, 21, 22):
        newsroom.clock.at(f"2026-11-{day} 20:00")
        arrivals[newsroom.drop(f"{day}.txt", day).name] = newsroom.clock.now
    newsroom.clock.at("2026-11-23 09:00")
    judge = pickup.Inbox._judge

    def judged(self: pickup.Inbox, path: Path, name: str, found: pickup.PickedUp) -> object:
        result = judge(self, path, name, found)
        if isinstance(result, pickup.Candidate):
            from dataclasses import replace

            return replace(result, arrived_at=arrivals[name])
        return result

    monkeypatch.setattr(pickup.Inbox, "_judge", judged)
    newsroom.service().tick()

    assert [paths(newsroom, f"2026-11-{day}") for day in (21, 22, 23)] == [["20.txt"], ["21.txt"], ["22.txt"]]


def test_a_feed_that_comes_again_brings_only_its_new_entry(newsroom: Newsroom) -> None:
    entry = "<entry><id>urn:{0}</id><title>Trams, part {0}</title><content>{1}</content></entry>"

    def feed(*numbers: int) -> str:
        entries = "".join(entry.format(number, article(number)) for number in numbers)
        head = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title>'
        return f"{head}{entries}</feed>"

    service = newsroom.service()
    service.tick()
    newsroom.drop("news.atom", text=feed(1, 2))
    newsroom.clock.at("2026-11-21 07:00")
    service.tick()
    newsroom.drop("news.atom", text=feed(1, 2, 3))
    newsroom.clock.at("2026-11-22 07:00")
    service.tick()

    assert len(paths(newsroom, "2026-11-21")) == 2
    assert len(paths(newsroom, "2026-11-22")) == 1


def test_two_files_with_the_same_bytes_are_one_article_with_two_paths(newsroom: Newsroom) -> None:
    service = newsroom.service()
    service.tick()
    newsroom.drop("a/one.txt")
    newsroom.drop("b/one.txt")
    newsroom.clock.at("2026-11-21 07:00")
    service.tick()

    issue = json.loads((newsroom.folder / "out/trams/2026-11-21/index.json").read_text("utf-8"))

    assert [article["paths"] for article in issue["articles"]] == [["a/one.txt", "b/one.txt"]]


def test_an_ignored_file_is_in_no_issue(newsroom: Newsroom) -> None:
    from digest.store import articles

    service = newsroom.service()
    newsroom.drop("one.txt", 1)
    newsroom.drop("two.txt", 2)
    service.tick()
    articles.set_ignored(service.store, ["one.txt"], True, newsroom.clock.now)
    newsroom.clock.at("2026-11-21 07:00")
    service.tick()

    assert paths(newsroom, "2026-11-21") == ["two.txt"]


def test_files_that_could_not_be_used_are_listed_in_the_issue_once(newsroom: Newsroom) -> None:
    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt", 1)
    newsroom.drop("empty.txt", text=" ")
    newsroom.clock.at("2026-11-21 07:00")
    service.tick()
    newsroom.drop("two.txt", 2)
    newsroom.clock.at("2026-11-22 07:00")
    service.tick()

    def skipped(number: str) -> list[str]:
        file = newsroom.folder / "out" / "trams" / number / "index.json"
        return [row["path"] for row in json.loads(file.read_text("utf-8"))["skipped"]]

    assert skipped("2026-11-21") == ["empty.txt"]
    assert skipped("2026-11-22") == []


def test_a_theme_that_fails_stops_no_other_and_says_why(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    newsroom.settings += '[[themes]]\nslug = "ferries"\nschedule = "0 7 * * *"\n'
    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt")
    newsroom.clock.at("2026-11-21 07:00")
    real = pipeline.assemble

    def broken(prepared: object, theme: object, **options: object) -> object:
        if getattr(theme, "slug", "") == "trams":
            raise RuntimeError("the template is broken")
        return real(prepared, theme, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "assemble", broken)
    with caplog.at_level(logging.INFO, "digest"):
        tick = service.tick()
        service.tick()
        service.tick()

    states = {row.id: row.state for row in stored.list_issues(service.store)}
    assert states == {"trams/2026-11-21": "due", "ferries/2026-11-21": "ready"}
    assert "the template is broken" in tick.failures["trams"]
    assert [record.message for record in caplog.records].count("round failed") == 1

    monkeypatch.setattr(pipeline, "assemble", real)
    newsroom.clock.forward(31)
    service.tick()
    assert {row.state for row in stored.list_issues(service.store)} == {"ready"}


def test_an_issue_that_could_not_be_made_gives_way_to_the_next_slot(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt")
    real = pipeline.assemble
    monkeypatch.setattr(pipeline, "assemble", lambda *_, **__: 1 / 0)
    newsroom.clock.at("2026-11-21 07:00")
    service.tick()
    monkeypatch.setattr(pipeline, "assemble", real)
    newsroom.clock.at("2026-11-22 07:00")
    service.tick()

    assert newsroom.issues() == {"2026-11-21": "skipped", "2026-11-22": "ready"}
    assert "ZeroDivisionError" in reasons(service)["2026-11-21"]
    assert paths(newsroom, "2026-11-22") == ["one.txt"]


def test_a_slot_that_another_process_is_building_is_left_to_it(newsroom: Newsroom) -> None:
    service, other = newsroom.service(), newsroom.service()
    service.tick()
    newsroom.drop("one.txt")
    newsroom.clock.at("2026-11-21 07:00")

    with other.store.lock("build trams"):
        tick = service.tick()

    assert (tick.decisions, tick.failures) == ([], {})
    assert newsroom.issues() == {"2026-11-21": "due"}
    assert [decision.state for decision in service.tick().decisions] == ["ready"]


def test_a_slot_whose_builder_died_is_built_by_the_next_round(newsroom: Newsroom) -> None:
    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt")
    newsroom.clock.at("2026-11-21 07:00")
    (row,) = publishing.decide(service.store, service.config, service.config.themes[0], newsroom.clock.now)
    with service.store.write() as connection:
        stored.set_state(connection, row.key, "building", newsroom.clock.now)

    assert [decision.state for decision in newsroom.service().tick().decisions] == ["ready"]


def test_an_output_folder_that_cannot_be_written_does_not_keep_the_issue_back(newsroom: Newsroom) -> None:
    """A full disk must not cost the readers their mail."""
    (newsroom.folder / "out").write_text("a file where the folder should be")
    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt")
    newsroom.clock.at("2026-11-21 07:00")

    service.tick()

    assert newsroom.issues() == {"2026-11-21": "ready"}
    assert "not written to" in reasons(service)["2026-11-21"]


def test_an_issue_made_by_hand_that_day_keeps_its_number(newsroom: Newsroom) -> None:
    service = newsroom.service()
    service.tick()
    stored.put_issue(service.store, "trams/2026-11-21", document="{}")
    newsroom.drop("one.txt")
    newsroom.clock.at("2026-11-21 07:00")

    service.tick()

    assert set(newsroom.issues()) == {"2026-11-21", "2026-11-21T0700"}


def test_a_clock_that_goes_back_over_a_slot_publishes_it_once(newsroom: Newsroom) -> None:
    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt")
    newsroom.clock.at("2026-11-21 07:01")
    service.tick()
    newsroom.clock.at("2026-11-21 05:00")
    service.tick()
    newsroom.drop("two.txt", 2)
    newsroom.clock.at("2026-11-21 07:01")
    service.tick()

    assert newsroom.issues() == {"2026-11-21": "ready"}


def test_a_clock_that_was_years_ahead_does_not_silence_the_theme(newsroom: Newsroom) -> None:
    """A machine without a battery starts at any date; time synchronisation sets it a minute later."""
    newsroom.clock.at("2031-01-01 06:00")
    newsroom.service().tick()
    newsroom.drop("one.txt", 1)
    newsroom.clock.at("2031-01-01 07:00")
    newsroom.service().tick()
    newsroom.clock.at("2026-11-21 06:00")
    service = newsroom.service()
    service.tick()
    newsroom.drop("two.txt", 2)
    newsroom.clock.at("2026-11-21 07:00")
    service.tick()

    assert newsroom.issues() == {"2031-01-01": "ready", "2026-11-21": "ready"}
    assert paths(newsroom, "2026-11-21") == ["two.txt"]


def test_a_changed_schedule_begins_anew(newsroom: Newsroom) -> None:
    newsroom.service().tick()
    newsroom.drop("one.txt")
    newsroom.clock.at("2026-11-21 12:00")
    newsroom.settings = newsroom.settings.replace("0 7 * * *", "0 9 * * *")

    newsroom.service().tick()

    assert newsroom.issues() == {}


def test_two_slots_of_one_local_day_get_two_numbers(newsroom: Newsroom) -> None:
    """In Scoresbysund, 23:59 of 28 March 2026 did not exist: it came on the 29th, which had its own."""
    newsroom.clock.at("2026-03-28 12:00")
    newsroom.settings = newsroom.settings.replace(
        '"0 7 * * *"',
        '"59 23 * * *"\ntimezone = "America/Scoresbysund"\nmin_new_articles = 0\ncatch_up = "all"',
    )
    service = newsroom.service()
    service.tick()
    newsroom.clock.at("2026-03-30 12:00")
    service.tick()

    assert len(newsroom.issues()) == 2


def test_articles_prepared_by_old_rules_are_prepared_anew(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    from digest.service import pickup

    newsroom.drop("one.txt", 1)
    newsroom.drop("two.txt", 2)
    newsroom.service().tick()
    (newsroom.seeds / "two.txt").unlink()
    newsroom.clock.at("2026-11-21 07:00")
    prepared: list[str] = []
    real = pipeline.prepare_bytes

    def counted(data: bytes, name: str, **options: object) -> object:
        prepared.append(name)
        return real(data, name, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "prepare_bytes", counted)
    monkeypatch.setattr(pickup, "fingerprint", lambda: "another")
    newsroom.service().tick()

    assert prepared == ["one.txt"]
    assert paths(newsroom, "2026-11-21") == ["one.txt", "two.txt"]


def test_sending_time_is_spent_on_sending_not_on_cleaning(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.drop("one.txt")
    newsroom.service().tick()
    newsroom.clock.at("2026-11-21 07:00")
    monkeypatch.setattr(pipeline, "prepare_bytes", lambda *_, **__: pytest.fail("prepared at the slot"))

    newsroom.service().tick()

    assert newsroom.issues() == {"2026-11-21": "ready"}


def test_the_lock_of_a_theme_is_told_as_held(newsroom: Newsroom) -> None:
    service = newsroom.service()
    with service.store.lock("build trams"), pytest.raises(LockHeld):
        service.store.lock("build trams").__enter__()


def test_a_slot_under_construction_is_not_given_up_when_the_next_one_comes(newsroom: Newsroom) -> None:
    """Two services on a slow machine skipped each other's unfinished issues, and published none."""
    newsroom.settings = newsroom.settings.replace("0 7 * * *", "* * * * *")
    service, other = newsroom.service(), newsroom.service()
    service.tick()
    newsroom.drop("one.txt")
    newsroom.clock.at("2026-11-21 07:00")
    theme = service.config.themes[0]
    (row,) = publishing.decide(service.store, service.config, theme, newsroom.clock.now)

    with service.store.lock("build trams"):
        newsroom.clock.forward(60)
        other.tick()
        with service.store.read() as connection:
            from digest.store import slots

            found = slots.find(connection, row.key)

    assert found is not None
    assert found.state == "due"


def test_an_issue_that_was_made_since_we_looked_is_not_given_up(newsroom: Newsroom) -> None:
    newsroom.settings = newsroom.settings.replace("0 7 * * *", "* * * * *")
    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt")
    service.inbox.pick_up()
    newsroom.clock.at("2026-11-21 07:00")
    settings = service.config.themes[0]
    schedule = service.config.schedule(settings)
    assert schedule
    (row,) = publishing.decide(service.store, service.config, settings, newsroom.clock.now)
    publishing.publish(service.store, service.config, settings, row, newsroom.clock.now)
    later = SlotRow(99, "trams", "later", row.slot + 60, "due", "")

    publishing._give_up(service.store, schedule, [row, later], newsroom.clock.now + 60)

    assert newsroom.issues()["2026-11-21T0700"] == "ready"


def test_a_store_that_is_away_for_a_while_ends_no_round(newsroom: Newsroom) -> None:
    import asyncio

    from sqlalchemy import text

    service = newsroom.service()
    service.tick()
    with service.store.write() as connection:
        connection.execute(text("ALTER TABLE delivery RENAME TO elsewhere"))

    async def ask() -> None:
        service.send_due()

    asyncio.run(ask())
    tick = service.tick()
    told = dict(service.failures)
    with service.store.write() as connection:
        connection.execute(text("ALTER TABLE elsewhere RENAME TO delivery"))
    asyncio.run(ask())

    assert "delivery" in told["store"]
    assert tick.failures == {}
    assert service.failures == {}


def test_an_emptied_cache_is_filled_again_from_the_files(newsroom: Newsroom) -> None:
    from sqlalchemy import text

    service = newsroom.service()
    service.tick()
    newsroom.drop("one.txt", 1)
    newsroom.drop("two.txt", 2)
    service.tick()
    with service.store.write() as connection:
        connection.execute(text("DELETE FROM prepared"))
    (newsroom.seeds / "two.txt").unlink()
    newsroom.clock.at("2026-11-21 07:00")
    service.tick()

    issue = json.loads((newsroom.folder / "out/trams/2026-11-21/index.json").read_text("utf-8"))
    assert [article["path"] for article in issue["articles"]] == ["one.txt"]
    assert [row["path"] for row in issue["skipped"]] == ["two.txt"]


BOX = "Written with care in a former net loft by people who like to hear from you at any hour."


def box_is_removed(newsroom: Newsroom, number: str) -> bool:
    """Whether the receipt of an issue's one article says that its last line is its site's."""
    issue = json.loads((newsroom.folder / "out" / "trams" / number / "index.json").read_text("utf-8"))
    (only,) = issue["articles"]
    last = (newsroom.seeds / only["path"]).read_text("utf-8").count("\n")
    return any(row["reason"] == "site-frame" and row["lines"][1] == last for row in only["removed"])


def page(number: int) -> str:
    """One of a site's, with its menu and its box."""
    return f"Harbour Ledger\nTides\nQuays\n\n{article(number)}\n{BOX}\n"


def an_article_a_day(newsroom: Newsroom) -> None:
    """Three days on which one `page` comes before the slot."""
    service = newsroom.service()
    service.tick()
    for day in (1, 2, 3):
        newsroom.drop(f"{day}.txt", text=page(day))
        newsroom.clock.at(f"2026-11-2{day} 07:00")
        service.tick()


def test_the_frame_of_a_site_is_known_by_what_came_on_the_days_before(newsroom: Newsroom) -> None:
    """An article comes alone; the store remembers its neighbours."""
    an_article_a_day(newsroom)

    assert [box_is_removed(newsroom, f"2026-11-2{day}") for day in (1, 2, 3)] == [False, False, True]


def test_a_bug_in_finding_frames_costs_no_article(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = newsroom.service()
    service.tick()
    for number in (1, 2, 3):
        newsroom.drop(f"{number}.txt", text=page(number))
    newsroom.clock.at("2026-11-21 07:00")
    service.inbox.pick_up()
    monkeypatch.setattr(pipeline, "clean_or_skip", lambda *_: 1 / 0)

    service.tick()

    assert paths(newsroom, "2026-11-21") == ["1.txt", "2.txt", "3.txt"]


def test_only_the_last_articles_are_asked_beside_those_of_an_issue(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The archive grows, and what an issue costs does not."""
    monkeypatch.setattr(publishing, "NEIGHBOURS", 2)
    an_article_a_day(newsroom)

    assert not box_is_removed(newsroom, "2026-11-23")
