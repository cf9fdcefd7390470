"""How the store opens, locks, refuses and is copied."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text

from digest.errors import ConfigError, LockHeld, MissingExtra, StoreError
from digest.store import _places, issues, open_store
from digest.store.database import Store
from digest.store.migrations import MIGRATIONS, Migration, migrate, version
from digest.store.schema import meta, migration


def test_a_store_is_made_when_it_is_opened_and_kept_when_it_is_opened_again(url: str) -> None:
    with open_store(url) as store:
        issues.put_issue(store, "trams/1")
    with open_store(url) as store:
        assert issues.find_issue(store, "trams/1")


def test_two_that_open_a_new_store_together_make_it_once(url: str) -> None:
    errors: list[BaseException] = []

    def opening() -> None:
        try:
            open_store(url).close()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=opening) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not errors
    with open_store(url) as store, store.read() as connection:
        assert len(connection.execute(select(migration)).all()) == len(MIGRATIONS)


def test_a_newer_schema_is_refused(url: str) -> None:
    with open_store(url) as store, store.write() as connection:
        connection.execute(migration.insert().values(version=99, title="from the future", applied_at=0.0))

    with pytest.raises(StoreError, match=r"99.*upgrade digest"):
        open_store(url)


def test_a_migration_is_applied_once_together_with_its_record(store: Store) -> None:
    added = Migration(
        MIGRATIONS[-1].version + 1, "a column", lambda c: c.execute(text("ALTER TABLE meta ADD note TEXT"))
    )
    for expected in (1, 0):
        with store.write() as connection:
            assert migrate(connection, 0.0, (*MIGRATIONS, added)) == expected
    with store.read() as connection:
        assert version(connection) == added.version


def test_a_migration_that_fails_leaves_no_trace(store: Store) -> None:
    def failing(connection) -> None:  # type: ignore[no-untyped-def]
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        raise StoreError("store", "no")

    with pytest.raises(StoreError), store.write() as connection:
        migrate(connection, 0.0, (*MIGRATIONS, Migration(99, "half", failing)))
    with store.read() as connection:
        assert version(connection) == MIGRATIONS[-1].version
        assert not inspect(connection).has_table("half")


def test_a_transaction_that_fails_is_undone_whole(store: Store) -> None:
    def failing() -> None:
        with store.write() as connection:
            connection.execute(meta.insert().values(key="a", value="b"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()
    with store.read() as connection:
        assert not connection.execute(select(meta)).all()


def test_a_value_is_made_by_the_first_who_asks(store: Store) -> None:
    assert store.meta("secret", lambda: "first") == "first"
    with open_store(str(store.engine.url.render_as_string(False)).replace("+psycopg", "")) as second:
        assert second.meta("secret", lambda: "second") == "first"


def test_a_lock_is_held_by_one(store: Store) -> None:
    with store.lock("send a"):
        with pytest.raises(LockHeld), store.lock("send a"):
            pass
        with store.lock("send b"):
            pass
    with store.lock("send a"):
        pass


def test_a_lock_dies_with_its_holder(url: str, store: Store) -> None:
    """kill -9 must not make the next run wait, nor need a clock to be right."""
    code = f"""
import time
from digest.store import open_store
with open_store({url!r}) as store, store.lock("send a"):
    print("held", flush=True)
    time.sleep(60)
"""
    holder = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(LockHeld), store.lock("send a"):
        pass
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    holder.stdout.close()

    for _ in range(500):  # a server needs a moment to see that its client is gone
        try:
            with store.lock("send a"):
                return
        except LockHeld:
            threading.Event().wait(0.1)
    pytest.fail("the lock outlived its holder")


def test_a_file_that_someone_else_writes_to_for_too_long_is_a_clear_error(tmp_path: Path) -> None:
    place = f"sqlite:///{tmp_path}/a.db"
    busy = pytest.raises(StoreError, match="another process is writing")
    with Store.open(place, busy_seconds=0.1) as store, open_store(place) as other, other.write(), busy:
        issues.put_issue(store, "trams/1")


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/deep/er/digest.db") as store:
        issues.put_issue(store, "trams/1")
        modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "deep" / "er").iterdir()}
    assert modes == {0o600}


def test_a_backup_is_whole_private_and_never_overwrites(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/a.db") as store:
        issues.put_issue(store, "trams/1")
        store.backup(tmp_path / "copy.db")
        with pytest.raises(StoreError, match="exists"):
            store.backup(tmp_path / "copy.db")
    assert (tmp_path / "copy.db").stat().st_mode & 0o777 == 0o600
    with open_store(f"sqlite:///{tmp_path}/copy.db") as copy:
        assert issues.find_issue(copy, "trams/1")


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "a.db"
    with open_store(f"sqlite:///{place}") as store:
        for number in range(200):
            issues.put_issue(store, f"trams/{number}")
    data = bytearray(place.read_bytes())
    for page in range(4096, len(data) - 4096, 4096):
        data[page : page + 300] = b"\xff" * 300
    place.write_bytes(data)

    with pytest.raises(StoreError, match="backup"):
        open_store(f"sqlite:///{place}")


@pytest.mark.parametrize("wrong", ["digest.db", "sqlite://", "mysql://localhost/x"])
def test_a_url_that_names_no_store_is_a_wrong_setting(wrong: str) -> None:
    with pytest.raises(ConfigError, match=r"store\.url"):
        open_store(wrong)


def test_postgresql_without_its_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.store._postgres.find_spec", lambda _name: None)
    with pytest.raises(MissingExtra, match="postgres"):
        open_store("postgresql://localhost/x")


def test_a_password_in_the_url_is_never_printed() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError) as told:
        open_store("postgresql://ann:swordfish@127.0.0.1:1/x")
    assert "swordfish" not in f"{told.value} {told.value.__cause__}"


def test_a_file_on_a_network_disk_is_warned_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nnas:/share {tmp_path}/nas nfs4 rw 0 0\n")
    assert _places.warn_of_network(tmp_path / "nas" / "a.db", mounts)
    assert "PostgreSQL" in caplog.records[-1].reason
    assert not _places.warn_of_network(tmp_path / "here.db", mounts)
    assert not _places.warn_of_network(tmp_path / "a.db", tmp_path / "missing")


def test_a_large_file_is_checked_only_after_an_unclean_end(tmp_path: Path) -> None:
    place = tmp_path / "a.db"
    assert _places.may_be_damaged(place)
    with place.open("wb") as file:
        file.truncate(_places.QUICKLY_CHECKED + 1)
    assert not _places.may_be_damaged(place)
    (tmp_path / "a.db-wal").write_bytes(b"left behind")
    assert _places.may_be_damaged(place)


def test_any_number_of_locks_leaves_room_for_a_transaction(store: Store) -> None:
    """On PostgreSQL each is a connection, and its holder needs another one."""
    with ExitStack() as held:
        for number in range(40):
            held.enter_context(store.lock(f"send trams/{number}"))
        with store.write() as connection:
            assert connection.execute(text("SELECT 1")).scalar_one() == 1
