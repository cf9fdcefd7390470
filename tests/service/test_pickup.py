"""What becomes of each file in the folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from digest.errors import ConfigError
from digest.service.pickup import Candidate, Inbox
from digest.service.reports import status
from digest.store import articles
from digest.store.articles import Arrival, FileRow
from tests.service.conftest import Newsroom, article


def rows(inbox: Inbox) -> dict[str, FileRow]:
    with inbox.store.read() as connection:
        return {row.path: row for row in articles.files(connection)}


def states(inbox: Inbox) -> dict[str, str]:
    return {path: row.state for path, row in rows(inbox).items()}


def test_every_file_gets_a_row_with_its_reason(newsroom: Newsroom) -> None:
    newsroom.drop("one.txt", 1)
    newsroom.drop("again/one.txt", 1)
    newsroom.drop("empty.txt", text=" ")
    newsroom.drop(".hidden.txt", 2)
    newsroom.drop("half.txt.part", 3)
    newsroom.drop("photo.xyz", text="?")
    (newsroom.seeds / "link.txt").symlink_to(newsroom.seeds / "one.txt")
    (newsroom.seeds / "noise.txt").write_bytes(bytes(range(256)) * 40)
    inbox = newsroom.service().inbox

    inbox.pick_up()

    assert states(inbox) == {
        "one.txt": "duplicate",
        "again/one.txt": "ingested",
        "empty.txt": "rejected",
        ".hidden.txt": "skipped",
        "half.txt.part": "skipped",
        "photo.xyz": "skipped",
        "link.txt": "skipped",
        "noise.txt": "rejected",
    }
    found = rows(inbox)
    assert found["one.txt"].reason == "the same bytes as again/one.txt"
    assert all(row.reason for row in found.values() if row.state != "ingested")


def test_a_folder_that_did_not_change_costs_no_transaction(newsroom: Newsroom) -> None:
    newsroom.drop("one.txt")
    newsroom.drop(".hidden")
    inbox = newsroom.service().inbox
    inbox.pick_up()
    before = rows(inbox)
    newsroom.clock.forward(3600)

    again = inbox.pick_up()

    assert again.counts == {}
    assert rows(inbox) == before


def test_a_file_is_read_once_it_has_been_quiet(newsroom: Newsroom) -> None:
    newsroom.settings = newsroom.settings.replace("settle_seconds = 0", "settle_seconds = 5")
    path = newsroom.drop("growing.txt")
    os.utime(path, (newsroom.clock.now + 3600, newsroom.clock.now + 3600))  # a server's clock that runs ahead
    inbox = newsroom.service().inbox

    first = inbox.pick_up()
    newsroom.clock.forward(3)
    path.write_text(path.read_text() + "One more sentence was added to the report.\n")
    second = inbox.pick_up()
    newsroom.clock.forward(3)
    third = inbox.pick_up()
    newsroom.clock.forward(3)
    fourth = inbox.pick_up()

    assert [found.settling for found in (first, second, third, fourth)] == [1, 1, 1, 0]
    assert fourth.counts == {"ingested": 1}


def test_a_file_that_changes_is_a_new_revision_of_the_same_article(newsroom: Newsroom) -> None:
    newsroom.drop("one.txt", 1)
    inbox = newsroom.service().inbox
    inbox.pick_up()
    newsroom.clock.forward(60)
    newsroom.drop("one.txt", 2)
    inbox.pick_up()

    with inbox.store.read() as connection:
        found = articles.window(connection, 0, 10)

    assert [(row.path, row.revision) for row in found] == [("one.txt", 2)]


def test_a_file_that_is_only_touched_stays_the_same_article(newsroom: Newsroom) -> None:
    path = newsroom.drop("one.txt")
    inbox = newsroom.service().inbox
    inbox.pick_up()
    newsroom.clock.forward(60)
    os.utime(path, (newsroom.clock.now, newsroom.clock.now))
    inbox.pick_up()

    with inbox.store.read() as connection:
        (found,) = articles.window(connection, 0, 10)

    assert found.revision == 1


def test_what_was_read_before_somebody_read_more_is_not_recorded_after_it(newsroom: Newsroom) -> None:
    """Two processes see a file grow; the slower one must not put its half in place of the whole."""
    slow, quick = newsroom.service().inbox, newsroom.service().inbox

    class Interrupted(Inbox):
        def _read(self, candidate: Candidate) -> Arrival | FileRow | None:
            half = super()._read(candidate)
            newsroom.drop("one.txt", 1)
            quick.pick_up()
            return half

    newsroom.drop("one.txt", text=" ")
    found = Interrupted(slow.config, slow.store, clock=newsroom.clock).pick_up()

    assert found.counts == {}
    assert states(quick) == {"one.txt": "ingested"}
    with quick.store.read() as connection:
        assert [row.path for row in articles.window(connection, 0, 9)] == ["one.txt"]


def test_a_file_that_goes_back_to_what_it_was_is_that_article_again(newsroom: Newsroom) -> None:
    inbox = newsroom.service().inbox
    for number in (1, 2, 1):
        newsroom.drop("one.txt", number)
        newsroom.clock.forward(60)
        inbox.pick_up()

    with inbox.store.read() as connection:
        (found,) = articles.window(connection, 0, 10)

    assert found.id == 1


def test_a_file_too_large_is_rejected_unread_with_both_sizes(newsroom: Newsroom) -> None:
    newsroom.settings = newsroom.settings.replace("[output]", "max_bytes = 100\n[output]")
    newsroom.drop("long.txt")
    inbox = newsroom.service().inbox

    inbox.pick_up()

    assert rows(inbox)["long.txt"].state == "rejected"
    assert "seeds.max_bytes (100)" in rows(inbox)["long.txt"].reason


def test_an_unreadable_file_is_tried_again_later_and_later(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may read anything, so the refusal is made where the file is opened."""
    newsroom.drop("private.txt")
    inbox = newsroom.service().inbox
    refused = True
    opened = os.open

    def guarded(path: str | Path, *rest: int) -> int:
        if refused and str(path).endswith("private.txt"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest)

    monkeypatch.setattr(os, "open", guarded)
    inbox.pick_up()
    first = rows(inbox)["private.txt"]
    newsroom.clock.forward(61)
    inbox.pick_up()
    second = rows(inbox)["private.txt"]
    refused = False
    newsroom.clock.forward(61)
    too_early = inbox.pick_up()
    newsroom.clock.forward(61)
    inbox.pick_up()

    assert first.state == second.state == "retry"
    assert "Permission denied" in first.reason
    assert second.next_attempt_at - newsroom.clock.now < 0 < second.next_attempt_at - first.next_attempt_at
    assert too_early.counts == {}
    assert states(inbox) == {"private.txt": "ingested"}


def test_two_processes_on_one_folder_take_each_file_once(newsroom: Newsroom) -> None:
    for number in range(8):
        newsroom.drop(f"{number}.txt", number)
    one, other = newsroom.service().inbox, newsroom.service().inbox
    one._rows(), other._rows()  # both have looked before either writes

    one.pick_up()
    other.pick_up()

    with one.store.read() as connection:
        found = articles.window(connection, 0, 100)
    assert len(found) == 8
    assert {row.revision for row in found} == {1}
    assert set(states(one).values()) == {"ingested"}


def test_a_bug_in_a_rule_costs_the_file_and_not_the_others(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    from digest import pipeline

    real = pipeline.prepare_bytes

    def broken(data: bytes, name: str, **options: object) -> object:
        if name == "bad.txt":
            raise ZeroDivisionError("a rule divided by nothing")
        return real(data, name, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "prepare_bytes", broken)
    newsroom.drop("bad.txt", 1)
    newsroom.drop("good.txt", 2)
    inbox = newsroom.service().inbox

    inbox.pick_up()

    assert states(inbox) == {"bad.txt": "rejected", "good.txt": "ingested"}
    assert "ZeroDivisionError" in rows(inbox)["bad.txt"].reason


def test_what_old_rules_rejected_is_read_again_by_new_ones(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    from digest.service import pickup

    newsroom.drop("empty.txt", text=" ")
    newsroom.service().inbox.pick_up()
    inbox = newsroom.service().inbox
    assert inbox.pick_up().counts == {}

    monkeypatch.setattr(pickup, "fingerprint", lambda: "another")
    changed = newsroom.service().inbox.pick_up()

    assert changed.counts == {"rejected": 1}


def test_a_subfolder_that_may_not_be_entered_keeps_no_other_file_out(
    newsroom: Newsroom, closed: set[Path]
) -> None:
    newsroom.drop("one.txt")
    newsroom.drop("private/two.txt", 2)
    closed.add(newsroom.seeds / "private")
    inbox = newsroom.service().inbox

    inbox.pick_up()
    shut = states(inbox)
    shown_shut = status(newsroom.config(), inbox.store)["seeds"]
    closed.clear()
    inbox.pick_up()
    shown_open = status(newsroom.config(), inbox.store)["seeds"]

    assert shut == {"one.txt": "ingested", "private/": "skipped"}
    assert [row["path"] for row in shown_shut["reasons"]] == ["private/"]
    assert (shown_open["reasons"], shown_open["files"]) == ([], {"ingested": 2})


def test_a_folder_that_may_not_be_read_is_an_error(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox = newsroom.service().inbox
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(ConfigError, match="may not be read; give read access"):
        inbox.pick_up()


def test_a_reason_is_shown_as_long_as_its_file_is_there(newsroom: Newsroom) -> None:
    """Nobody can mend a file that is gone; while the whole folder is away, all is as it was."""
    newsroom.drop("one.txt")
    path = newsroom.drop("empty.txt", text="\n")
    inbox = newsroom.service().inbox
    inbox.pick_up()
    config = newsroom.config()

    def reasons() -> list[str]:
        return [row["path"] for row in status(config, inbox.store)["seeds"]["reasons"]]

    there = reasons()
    away = newsroom.seeds.rename(newsroom.folder / "unmounted")
    unmounted = reasons()
    away.rename(newsroom.seeds)
    path.unlink()

    assert (there, unmounted, reasons()) == (["empty.txt"], ["empty.txt"], [])


def test_a_folder_that_is_gone_is_an_error_that_forgets_nothing(newsroom: Newsroom) -> None:
    newsroom.drop("one.txt")
    inbox = newsroom.service().inbox
    inbox.pick_up()
    newsroom.seeds.rename(newsroom.folder / "unmounted")

    with pytest.raises(ConfigError, match="no such folder"):
        inbox.pick_up()
    newsroom.seeds.mkdir()
    inbox.pick_up()

    assert states(inbox) == {"one.txt": "ingested"}


def test_a_read_only_folder_is_read_and_left_as_it_is(newsroom: Newsroom) -> None:
    path = newsroom.drop("one.txt")
    before = path.stat()
    newsroom.seeds.chmod(0o555)
    try:
        inbox = newsroom.service().inbox
        inbox.pick_up()
    finally:
        newsroom.seeds.chmod(0o755)

    assert states(inbox) == {"one.txt": "ingested"}
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert [each.name for each in newsroom.seeds.iterdir()] == ["one.txt"]


def test_a_pipe_in_the_folder_blocks_nobody(newsroom: Newsroom) -> None:
    os.mkfifo(newsroom.seeds / "pipe.txt")
    inbox = newsroom.service().inbox

    inbox.pick_up()

    assert states(inbox) == {"pipe.txt": "skipped"}


def test_a_share_without_file_events_is_still_watched(
    newsroom: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    """Across a network mount no event may ever come: the listing finds the file all the same."""
    import threading

    from digest import schedule

    schedule._hints(str(newsroom.folder / "no such mount"), threading.Event(), lambda: None)
    newsroom.drop("one.txt")

    found = newsroom.service().inbox.pick_up()

    assert [record.message for record in caplog.records if record.levelname == "WARNING"] == [
        "no file events"
    ]
    assert found.counts == {"ingested": 1}


def test_names_that_are_not_utf8_are_taken(newsroom: Newsroom) -> None:
    path = os.fsencode(newsroom.seeds) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(article(1), "utf-8")
    inbox = newsroom.service().inbox

    inbox.pick_up()

    assert set(states(inbox).values()) == {"ingested"}
